"""The thread from a Bedarf to its Erledigung: the places on it. Which follows which, is told beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from netzint.modell.antrag import Antrag, EmpfehlungAntrag
from netzint.modell.bestand import Bestand


class Punkt(NamedTuple):
    """A place on the thread: an entry, a Beschluss ``x/y``, an Empfehlung at a Stelle, or one report from there."""

    art: str
    kennung: str
    teil: str = ""
    nr: int = 0


Faden = Callable[[Bestand, Punkt], Iterable[Punkt]]
KETTE = ("bedarf", "thema", "ziel", "arbeitsgruppe", "empfehlung", "beschlussvorlage", "sitzung", "umlauf")
"""Kinds that the thread runs through; from others it is told for one step only."""


def punkt_of(bestand: Bestand, kennung: str) -> Punkt:
    """The place of an entry."""
    return Punkt(type(bestand.eintraege[kennung]).__name__.lower(), kennung)


def empfehlungen_of(antrag: Antrag) -> tuple[str, ...]:
    """The Empfehlungen that a motion is about."""
    return antrag.empfehlungen if isinstance(antrag, EmpfehlungAntrag) else ()
