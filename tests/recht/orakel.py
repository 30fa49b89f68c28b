"""An oracle for votes: goes from seat to seat and reads the law aloud, with fractions, without any threshold.

It shares no line and no idea with ``netzint.recht.abstimmung``; where the two differ, one of them is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations_with_replacement, cycle
from typing import NamedTuple

ZUSTAENDE = ("ja", "nein", "enthaltung", "stumm", "befangen", "abwesend", "vertreten", "vakant")
"""What one seat can be at a vote; ``stumm``: there, but not voting; ``vertreten``: a deputy is there and votes."""
HALB, VIERTEL = Fraction(1, 2), Fraction(1, 4)
STIMMEN_DER_STELLVERTRETUNG = ("ja", "nein", "enthaltung")


class Gruppe(NamedTuple):
    """The seats one by one, and what can be counted by looking at each."""

    sitze: tuple[str, ...]
    handlungen: tuple[str, ...]
    """What each seat did: the deputies' votes in the place of ``vertreten``."""

    @property
    def da(self) -> int:
        """Seats with somebody in the room who may vote."""
        return len([h for h in self.handlungen if h in ("ja", "nein", "enthaltung", "stumm")])

    def zahl(self, gesucht: str) -> int:
        """How many seats did this."""
        return self.handlungen.count(gesucht)


def every_gruppe(sitze: int) -> Iterator[Gruppe]:
    """Every multiset of seat states. Deputies vote in turn Ja, Nein, Enthaltung, so that each vote occurs."""
    for states in combinations_with_replacement(ZUSTAENDE, sitze):
        votes = cycle(STIMMEN_DER_STELLVERTRETUNG)
        yield Gruppe(states, tuple(next(votes) if s == "vertreten" else s for s in states))


def every_leitung(gruppe: Gruppe) -> Iterator[str]:
    """What the person who should chair can be in such a group: without a seat, or on one of the seats."""
    yield "ohne_sitz"
    yield from dict.fromkeys(gruppe.sitze)


def is_beschlussfaehig(gruppe: Gruppe, muster: str, bezug: str, *, zweite: bool = False, geladen: bool = True) -> bool:
    """§ 90 LVwVfG or § 37 GemO, read from the group."""
    alle = len(gruppe.sitze) if bezug == "soll" else len([s for s in gruppe.sitze if s != "vakant"])
    da = gruppe.da
    if not geladen or da == 0:
        return False
    anteil = Fraction(da, alle)
    if muster == "vwvfg":
        return zweite or (anteil > HALB and da >= 3)
    if anteil >= HALB or (zweite and da >= 3):
        return True
    return Fraction(gruppe.zahl("befangen"), alle) > HALB and anteil >= VIERTEL


def is_angenommen(gruppe: Gruppe, muster: str, leitung: str) -> bool:
    """Whether the yeas have it; at a tie (vwvfg) the person in the chair, if that vote was one of the yeas."""
    vorsprung = gruppe.zahl("ja") - gruppe.zahl("nein")
    return vorsprung > 0 or (vorsprung == 0 and muster == "vwvfg" and leitung == "ja")
