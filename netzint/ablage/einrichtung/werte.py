"""The entries in the clone's own git configuration; nothing is ever written for the whole account."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.einrichtung.aufruf import MODUL, build_aufruf
from netzint.ablage.schreibweg import prozess

TREIBER = "merge-treiber %O %A %B %P"
ABSCHNITTE = ("merge.netzint", "diff.netzint")
_EIGENE = re.compile(rf"(^|[/\\' ])netzint ({re.escape(TREIBER)}|textconv)$|^netzint_(treiber|textconv)\(\) {{")
"""What this and earlier versions put in."""
_TREIBER = (
    'netzint_treiber() {{ command -v {programm} >/dev/null && {aufruf} merge-treiber "$@" && return; '
    "[ $? = 1 ] && {aufruf} --version >/dev/null 2>&1 && return 1; "
    'echo "netzint ließ sich nicht aufrufen; „$4“ ist nur Zeile für Zeile zusammengeführt. Danach: netzint einrichten" '
    ">&2; git merge-file -q --diff3 -L 'unser Stand' -L 'gemeinsamer Ausgangspunkt' -L 'ihr Stand' "
    '"$2" "$1" "$3"; }}; netzint_treiber %O %A %B %P'
)
"""Without a way out, a driver that is gone would leave our side alone in the file, and no mark of theirs."""
_TEXTCONV = 'netzint_textconv() {{ {aufruf} textconv "$1" 2>/dev/null || cat "$1"; }}; netzint_textconv'


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
            _build_treiber(aufruf.replace("%", "%%")),
            "Zusammenführen: Angabe für Angabe statt Zeile für Zeile",
        ),
        Wert(
            "diff.netzint.textconv",
            there.get("diff.netzint.textconv"),
            _TEXTCONV.format(aufruf=aufruf),
            "Vergleichen: in Worten (git diff, git log -p)",
        ),
    )


def _build_treiber(aufruf: str) -> str:
    return _TREIBER.format(aufruf=aufruf, programm=aufruf.removesuffix(f" {MODUL}"))


def write_wert(wurzel: Path, wert: Wert) -> None:
    """Put in what should be there. Raises NetzintFehler."""
    answer = prozess.execute(wurzel, "config", "--local", "--replace-all", wert.name, wert.soll)
    prozess.require(answer, "git config")


def remove_abschnitt(wurzel: Path, name: str) -> None:
    """Take out all entries under a name. Raises NetzintFehler."""
    prozess.require(prozess.execute(wurzel, "config", "--local", "--remove-section", name), "git config")
