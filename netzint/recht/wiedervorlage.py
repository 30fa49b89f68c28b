"""Which forwarded Empfehlungen are due for Überprüfung (R16): computed for a day, never stored."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung, Weiterleitung
from netzint.recht.fristen import next_wiedervorlage, stand_am


class Faellig(NamedTuple):
    """A Weiterleitung that is to be looked at again on a day."""

    empfehlung: Empfehlung
    nr: int
    weiterleitung: Weiterleitung
    am: date
    beantwortet: bool
    """Whether the Stelle has answered before; otherwise its first reply is due."""


def list_wiedervorlagen(bestand: Bestand, stichtag: date) -> tuple[Faellig, ...]:
    """Every Weiterleitung that is asked about again some day, as it was known on the Stichtag; the earliest first."""
    found = []
    for empfehlung, nr, weiterleitung in _weiterleitungen(bestand.empfehlungen.values()):
        fassung = bestand.fassung(weiterleitung.am) if weiterleitung.am <= stichtag else None
        am = next_wiedervorlage(weiterleitung, stichtag, fassung.fristen) if fassung else None
        if am is not None:
            beantwortet = stand_am(weiterleitung, stichtag) is not None
            found.append(Faellig(empfehlung, nr, weiterleitung, am, beantwortet))
    return tuple(sorted(found, key=lambda f: (f.am, f.empfehlung.kennung, f.weiterleitung.stelle)))


def _weiterleitungen(empfehlungen: Iterable[Empfehlung]) -> Iterable[tuple[Empfehlung, int, Weiterleitung]]:
    for empfehlung in empfehlungen:
        if not empfehlung.entfallen:
            for nr, weiterleitung in enumerate(empfehlung.weiterleitungen):
                yield empfehlung, nr, weiterleitung
