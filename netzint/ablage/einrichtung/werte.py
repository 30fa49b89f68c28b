"""The entries in the clone's own git configuration; nothing is ever written for the whole account."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.einrichtung.aufruf import build_aufruf
from netzint.ablage.schreibweg import prozess

TREIBER = "merge-treiber %O %A %B %P"
TEXTCONV = "textconv"
ABSCHNITTE = ("merge.netzint", "diff.netzint")
_EIGENE = re.compile(rf"(^|[/\\' ])netzint ({re.escape(TREIBER)}|{TEXTCONV})$")


class Wert(NamedTuple):
    """One entry: what is there (None: nothing), and what should be."""

    name: str
    ist: str | None
    soll: str
    zweck: str

    @property
    def ist_fremd(self) -> bool:
        """Somebody has put in something else under our name."""
        return self.ist is not None and self.name.endswith(("driver", "textconv")) and not _EIGENE.search(self.ist)


def read_werte(wurzel: Path) -> tuple[Wert, ...]:
    """All entries as they are and as they should be."""
    output = gitlesen.run(wurzel, "config", "--local", "-z", "--get-regexp", r"^(merge|diff)\.netzint\.", check=False)
    pairs = (record.partition("\n") for record in output.decode("utf-8", "replace").split("\0")[:-1])
    there = {name: value for name, _, value in pairs}
    aufruf = build_aufruf()
    return (
        Wert("merge.netzint.name", there.get("merge.netzint.name"), "netzint, Angabe für Angabe", ""),
        # git takes % for its own in this entry, and in this one only
        Wert(
            "merge.netzint.driver",
            there.get("merge.netzint.driver"),
            f"{aufruf.replace('%', '%%')} {TREIBER}",
            "Zusammenführen: Angabe für Angabe statt Zeile für Zeile",
        ),
        Wert(
            "diff.netzint.textconv",
            there.get("diff.netzint.textconv"),
            f"{aufruf} {TEXTCONV}",
            "Vergleichen: in Worten (git diff, git log -p)",
        ),
    )


def write_wert(wurzel: Path, wert: Wert) -> None:
    """Put in what should be there. Raises NetzintFehler."""
    answer = prozess.execute(wurzel, "config", "--local", "--replace-all", wert.name, wert.soll)
    prozess.require(answer, "git config")


def remove_abschnitt(wurzel: Path, name: str) -> None:
    """Take out all entries under a name. Raises NetzintFehler."""
    prozess.require(prozess.execute(wurzel, "config", "--local", "--remove-section", name), "git config")
