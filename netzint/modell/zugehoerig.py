"""A Mandat and a Beschluss, each with the entry that it stands in."""

from __future__ import annotations

from typing import NamedTuple

from netzint.modell.befund import Ort
from netzint.modell.beschluss import Beschluss
from netzint.modell.mitglied import Mandat, Mitglied
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt


class MandatVon(NamedTuple):
    """A Mandat with the person who holds it and its place in the person's file."""

    mitglied: Mitglied
    nr: int
    mandat: Mandat

    def an(self, *feld: str | int) -> Ort:
        """The place of a value in this Mandat."""
        return self.mitglied.an("mandate", self.nr, *feld)


class BeschlussIn(NamedTuple):
    """A Beschluss with the Sitzung and the TOP in which it was taken."""

    sitzung: Sitzung
    top: Tagesordnungspunkt
    beschluss: Beschluss
    nr: tuple[int, int]

    @property
    def kennung(self) -> str:
        """How it is named from outside: ``sg-2026-03/he-2026-04``."""
        return f"{self.sitzung.kennung}/{self.beschluss.kennung}"

    def an(self, *feld: str | int) -> Ort:
        """The place of a value in this Beschluss."""
        return self.sitzung.an("tagesordnung", self.nr[0], "beschluesse", self.nr[1], *feld)
