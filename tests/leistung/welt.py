"""What all parts of the generator share: the files so far, chance, the calendar and the mix of kinds."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random
from typing import NamedTuple

from tests.leistung.texte import tage

STICHTAG = date(2026, 11, 22)
"""The day for which the generated data are meant: nothing in them is dated later, but what is planned."""
JE_SITZUNG = 40
"""As many motions a Sitzung takes at most; the others are voted on in writing."""

_TERMINE = {2: ((3, 10), (10, 20)), 3: ((2, 24), (7, 7), (11, 3))}


class Mischung(NamedTuple):
    """How many entries of each kind; Bedarfe fill up what is left."""

    dateien: int
    ab_jahr: int
    """The first recorded year: a small network is a young one."""
    stellen: int
    mitglieder: int
    beauftragte: int
    empfehlungen: int
    arbeitsgruppen: int
    ag_sitzungen: int
    veranstaltungen: int


def mix(dateien: int) -> Mischung:
    """The mix for a repository of so many files."""
    return Mischung(
        dateien=dateien,
        ab_jahr=2025 if dateien < 500 else 2021,
        stellen=max(14, dateien * 14 // 100),
        mitglieder=dateien * 22 // 100,
        beauftragte=dateien * 8 // 100,
        empfehlungen=dateien * (18 if dateien >= 500 else 14) // 100,
        arbeitsgruppen=max(1, dateien // 125),
        ag_sitzungen=dateien * 8 // 100,
        veranstaltungen=max(1, dateien // 300),
    )


class Termin(NamedTuple):
    """A Sitzung of the Strategiegruppe that was held."""

    kennung: str
    tag: date


class Welt:
    """A repository in the making: path → text, and what later parts need to know of earlier ones."""

    def __init__(self, dateien: int, seed: int) -> None:
        self.zufall = Random(seed)
        self.mischung = mix(dateien)
        self.dateien: dict[str, str] = {}
        self.termine = _calendar(self.mischung.ab_jahr)
        self.kommunen: dict[str, list[str]] = {"gemeinde": [], "stadt": [], "landkreis": []}
        self.stellen: list[str] = []
        """Whom Empfehlungen may be addressed to."""
        self.ib_mitglieder: dict[str, tuple[str, date]] = {}
        """Kommune → (Mitglied who is its Integrationsbeauftragte/r, since when)."""
        self.themen: list[str] = []
        self.ziele: list[str] = []
        self._nummern: Counter[tuple[str, int]] = Counter()

    def write(self, ordner: str, kennung: str, text: str) -> None:
        """Lay down one entry."""
        self.dateien[f"daten/{ordner}/{kennung}.yaml" if ordner else f"daten/{kennung}.yaml"] = text

    def nummer(self, reihe: str, jahr: int, stellen: int = 2) -> str:
        """The next number of a year: ``he-2026-04``."""
        self._nummern[reihe, jahr] += 1
        return f"{reihe}-{jahr}-{self._nummern[reihe, jahr]:0{stellen}}"

    def tag_zwischen(self, von: date, bis: date) -> date:
        """Any day of a period, both ends included."""
        return tage(von, self.zufall.randrange(max(1, (bis - von).days + 1)))


def _calendar(ab_jahr: int) -> list[Termin]:
    found = []
    for jahr in range(ab_jahr, STICHTAG.year + 1):
        for nr, (monat, tag) in enumerate(_TERMINE[2 + jahr % 2], 1):
            found.append(Termin(f"sg-{jahr}-{nr:02}", date(jahr, monat, tag)))
    return [termin for termin in found if termin.tag < STICHTAG]
