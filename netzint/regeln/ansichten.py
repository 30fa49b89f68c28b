"""Views of a Bestand that most changes leave as they are: a rule that asks for no more need not be asked again."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

from netzint.modell.bestand import Bestand
from netzint.modell.entscheidung import Entscheidung
from netzint.modell.faecher import Ansicht, ansicht


@ansicht("sitzung", "umlauf")
def beschlusskennungen(bestand: Bestand) -> frozenset[str]:
    """Every Beschluss as ``x/y``."""
    merkmale = bestand.merkmale("sitzung").items()
    in_sitzungen = frozenset(f"{kennung}/{y}" for kennung, merkmal in merkmale for y in merkmal.beschluesse)
    return in_sitzungen | frozenset(bestand.umlaufbeschluesse)


@ansicht("sitzung", "umlauf", "beschlussvorlage")
def vorhaben(bestand: Bestand) -> frozenset[str]:
    """The AGs and Ziele that motions describe completely."""
    merkmale = chain.from_iterable(bestand.merkmale(art).values() for art in ("beschlussvorlage", "sitzung", "umlauf"))
    return frozenset(chain.from_iterable(merkmal.vorhaben for merkmal in merkmale))


@ansicht("geschaeftsordnung")
def sitzkennungen(bestand: Bestand) -> frozenset[str] | None:
    """The seats of all Fassungen; None if there is no Fassung that could be read."""
    return frozenset(bestand.alle_sitze) if bestand.geschaeftsordnung and bestand.geschaeftsordnung.fassungen else None


@ansicht("sitzung")
def gremien_der_sitzungen(bestand: Bestand) -> Mapping[str, str]:
    """Which Gremium met, by the Kennung of the Sitzung."""
    return {kennung: merkmal.gremium for kennung, merkmal in bestand.merkmale("sitzung").items()}


@ansicht("sitzung", "umlauf")
def entscheidungen(bestand: Bestand) -> Mapping[str, tuple[Entscheidung, ...]]:
    """All votes on Empfehlungen by the Kennung of the Empfehlung; earliest first."""
    return bestand.entscheidungen


ANSICHTEN: tuple[Ansicht[Any], ...] = (
    beschlusskennungen,
    vorhaben,
    sitzkennungen,
    gremien_der_sitzungen,
    entscheidungen,
)
