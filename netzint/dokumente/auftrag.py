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
