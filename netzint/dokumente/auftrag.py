"""One document to be made: its kind, its name, its day, its data."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from netzint.dokumente.kontext import Daten


class Auftrag(NamedTuple):
    """One document to be made."""

    art: str
    kennung: str
    datum: date
    daten: Daten
    nummer: str = ""
    """What it is called on paper; otherwise the Kennung in capitals."""
    vorgang: str = ""
    """The own id of the Vorgang that it comes from, as far as it is known."""
    teile: tuple[Auftrag, ...] = ()
    """Documents that stand in this one behind it, each from a new page on."""
    oeffentlich: bool = False
    """Whether this is the form for the public."""

    @property
    def name(self) -> str:
        """The name of its files, without the ending."""
        return f"{self.art}-{self.kennung}{'-oeffentlich' if self.oeffentlich else ''}"
