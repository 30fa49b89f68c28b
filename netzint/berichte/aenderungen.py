"""What is different between two Bestände, entry by entry, in sentences."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from netzint.berichte.vergleich import compare_eintraege
from netzint.berichte.worte import art_of, name_of, short
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.grund import Eintrag
from netzint.modell.sitzung import Sitzung

LAENGSTER = 200
"""Letters of one sentence; the whole of it shows ``netzint verlauf``."""


class Aenderungen(NamedTuple):
    """What changed in one entry."""

    kennung: str
    art: str
    name: str
    saetze: tuple[str, ...]


def letzte_sitzung(bestand: Bestand, tag: date) -> Sitzung | None:
    """The last Sitzung of the Strategiegruppe that was held before a day."""
    held = (s for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.zustand == "durchgefuehrt" and s.datum < tag)
    return max(held, key=lambda s: (s.datum, s.kennung), default=None)


def compare_bestaende(alt: Bestand, neu: Bestand) -> tuple[Aenderungen, ...]:
    """Every entry that is new or different, kind by kind, then those that are gone."""
    before = {(type(entry), entry.kennung): entry for entry in alt.iter_eintraege()}
    found = [_compare(neu, before.pop((type(entry), entry.kennung), None), entry) for entry in neu.iter_eintraege()]
    gone = [_compare(alt, entry, None) for entry in before.values()]
    return tuple(change for change in (*found, *gone) if change is not None)


def _compare(bestand: Bestand, old: Eintrag | None, new: Eintrag | None) -> Aenderungen | None:
    entry = new or old
    if entry is None or old == new:
        return None
    saetze = tuple(short(difference.text, LAENGSTER) for difference in compare_eintraege(old, new))
    return Aenderungen(entry.kennung, art_of(entry), name_of(bestand, entry), saetze) if saetze else None
