"""What a change does: deadlines that come, go or move, findings that come and go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netzint.berichte.fristvergleich import Anders, Fristwirkung, compare_fristen
from netzint.modell.befund import Befund, Schwere, subtract
from netzint.modell.bestand import Bestand

_SCHWERE = {schwere: nr for nr, schwere in enumerate(Schwere)}


class Wirkung(NamedTuple):
    """What a change does beside what it says."""

    fristen: tuple[Fristwirkung, ...] = ()
    neue: tuple[Befund, ...] = ()
    erledigte: tuple[Befund, ...] = ()
    ungeprueft: bool = False
    """Something cannot be read any more: what is not found now need not be put right."""


def find_wirkung(
    alt: Bestand, neu: Bestand, befunde: tuple[Sequence[Befund], Sequence[Befund]], stichtag: date, anders: Anders
) -> Wirkung:
    """The differences on one day. ``anders``: the entries that are different."""
    old, new = befunde
    fristen = compare_fristen(alt, neu, stichtag, anders)
    return Wirkung(fristen, _sort(subtract(new, old)), _sort(subtract(old, new)), bool(neu.unlesbar - alt.unlesbar))


def _sort(befunde: Sequence[Befund]) -> tuple[Befund, ...]:
    return tuple(sorted(befunde, key=lambda b: (_SCHWERE[b.schwere], b.code, b.kennung, b.pfad, b.text)))
