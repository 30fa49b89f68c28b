"""git's merge driver: three files in, the merged one in the place of ours."""

from __future__ import annotations

from pathlib import Path

from netzint.ablage.zusammenfuehren.datei import merge
from netzint.ablage.zusammenfuehren.ergebnis import Konflikt, Zusammengefuehrt

GANZ = "Die Datei ließ sich nicht Angabe für Angabe zusammenführen; darin ist beides nebeneinander zu sehen."
NEU = "Diesen Eintrag haben beide Seiten neu angelegt, mit verschiedenem Inhalt; einer braucht eine andere Kennung."


def drive(basis: Path, unser: Path, ihr: Path, pfad: str) -> tuple[str, ...]:
    """Merge as git asks for it (%O %A %B %P). What is left to decide, a sentence each; () if nothing is."""
    ours, theirs = unser.read_bytes(), ihr.read_bytes()
    merged = merge_always(basis.read_bytes() or None, ours, theirs, pfad)  # new on both sides: git gives an empty file
    if merged.text != ours:
        unser.write_bytes(merged.text)
    return tuple(dict.fromkeys(f"{pfad}: {_tell(konflikt)}" for konflikt in merged.konflikte))


def merge_always(basis: bytes | None, unser: bytes, ihr: bytes, pfad: str) -> Zusammengefuehrt:
    """The same as ``merge``; should it ever fail, that is a conflict, for git must not take one side for both."""
    try:
        return merge(basis, unser, ihr, pfad)
    except Exception:  # noqa: BLE001 (whatever it is, both sides have to survive it)
        from netzint.ablage.zusammenfuehren.textweise import mark_all

        return mark_all(basis, unser, ihr)


def _tell(konflikt: Konflikt) -> str:
    if not konflikt.feld and konflikt.basis is None:
        return NEU
    return f"„{konflikt.stelle}“ ist {konflikt.satz}." if konflikt.feld else GANZ
