"""What a merge came to."""

from __future__ import annotations

from typing import NamedTuple


class Konflikt(NamedTuple):
    """One value that both sides changed differently; the texts are those of the file, None: it is not there."""

    feld: tuple[str, ...]
    """The way to it: keys, and for list items what they are known by. Empty: the file as a whole."""
    basis: str | None
    unser: str | None
    ihr: str | None

    @property
    def stelle(self) -> str:
        """The way as people read it: ``tagesordnung › he-2026-04 › titel``."""
        return " › ".join(self.feld)

    @property
    def satz(self) -> str:
        """What is the matter, in a sentence without its place."""
        if self.basis is None:
            return "auf beiden Seiten neu, mit verschiedenem Inhalt"
        if self.unser is None or self.ihr is None:
            return "auf der einen Seite gelöscht, auf der anderen geändert"
        return "auf beiden Seiten verschieden geändert"


class Zusammengefuehrt(NamedTuple):
    """The merged file. With ``konflikte`` there are git's marks in it, and both sides between them."""

    text: bytes
    konflikte: tuple[Konflikt, ...] = ()
