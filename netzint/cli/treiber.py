"""``netzint merge-treiber`` as git calls it, for each file: without Typer, which would take longer than the merge."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netzint.cli.ausgabe import show_nebenbei
from netzint.modell.fehler import Ausgang

NAME = "merge-treiber"
ANGABEN = 4
"""%O %A %B %P."""


def is_aufruf(args: Sequence[str]) -> bool:
    """Whether git is calling, not a person who asks for help."""
    return len(args) == 1 + ANGABEN and args[0] == NAME and not any(arg.startswith("-") for arg in args)


def run(basis: str, unser: str, ihr: str, pfad: str) -> Ausgang:
    """Merge; whatever goes wrong is a conflict, for git takes every other answer for a merged file."""
    from netzint.ablage.zusammenfuehren.treiber import drive

    try:
        offen = drive(Path(basis), Path(unser), Path(ihr), pfad)
    except OSError as fehler:
        from netzint.modell.umgebung import ursache

        offen = (f"{pfad}: Die Datei ließ sich nicht zusammenführen ({ursache(fehler)}).",)
    for satz in offen:
        show_nebenbei(f"netzint: {satz}")
    return Ausgang.BEFUNDE if offen else Ausgang.GUT
