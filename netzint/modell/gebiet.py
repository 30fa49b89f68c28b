"""Gemeinden, Städte and Landkreise as the official register lists them, and what they are called in our data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netzint.modell.kreise import KREIS_NACH_AGS, Kreis
from netzint.modell.sprache import fold

_WORT = {"gemeinde": "Gemeinde", "stadt": "Stadt", "landkreis": "Landkreis"}


class Gebiet(NamedTuple):
    """One Kommune of the register."""

    ags: str
    """Eight digits, of a Landkreis five."""
    eintrag: str
    """The name as it stands in the register: ``Böblingen, Stadt``."""
    art: str
    status: str | None = None

    @property
    def kurz(self) -> str:
        """The bare name: ``Böblingen``."""
        return self.eintrag.partition(",")[0].strip()

    @property
    def name(self) -> str:
        """The full name: ``Stadt Böblingen``, ``Landkreis Böblingen``, but ``Ortenaukreis``."""
        if self.art == "landkreis" and fold(self.kurz).endswith("kreis"):
            return self.kurz
        return f"{_WORT[self.art]} {self.kurz}"

    @property
    def kreis(self) -> Kreis | None:
        """The Kreis in which it lies, or which it is."""
        return KREIS_NACH_AGS.get(self.ags[:5])


class Verzeichnis(NamedTuple):
    """The register on a day."""

    stand: date
    gebiete: tuple[Gebiet, ...]

    def find(self, ags: str) -> Gebiet | None:
        """The Kommune of a key; the five digits of a Stadtkreis mean the Stadt."""
        wanted = "".join(ags.split())
        return next((g for g in self.gebiete if g.ags in (wanted, f"{wanted}000")), None)

    def search(self, text: str) -> tuple[Gebiet, ...]:
        """Kommunen whose name holds the text, in any case and with umlauts or without, or whose key begins with it.

        Those that are called just so come first.
        """
        wanted = fold(text.strip())
        found = (
            g for g in self.gebiete if wanted in fold(g.eintrag) or wanted in fold(g.name) or g.ags.startswith(wanted)
        )
        return tuple(sorted(found, key=lambda g: wanted not in (fold(g.kurz), fold(g.name))))

    @property
    def kreise(self) -> int:
        """How many of the 44 Stadt- und Landkreise it names."""
        return len({g.ags[:5] for g in self.gebiete} & KREIS_NACH_AGS.keys())


def sort_gebiete(gebiete: Iterable[Gebiet]) -> tuple[Gebiet, ...]:
    """By key: a Landkreis before its Gemeinden."""
    return tuple(sorted(gebiete, key=lambda g: g.ags))
