"""Views of a Bestand that most changes leave as they are: a rule that asks for no more need not be asked again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netzint.modell.antrag import list_vorhaben
from netzint.modell.bestand import Bestand
from netzint.modell.entscheidung import Entscheidung
from netzint.modell.faecher import Ansicht, ansicht


@ansicht("sitzung", "umlauf")
def beschlusskennungen(bestand: Bestand) -> frozenset[str]:
    """Every Beschluss as ``x/y``."""
    return frozenset(bestand.beschluesse) | frozenset(bestand.umlaufbeschluesse)


@ansicht("sitzung", "umlauf", "beschlussvorlage")
def vorhaben(bestand: Bestand) -> frozenset[str]:
    """The AGs and Ziele that motions describe completely."""
    return list_vorhaben(
        [
            *(vorlage.antrag for vorlage in bestand.beschlussvorlagen.values()),
            *(entry.beschluss.antrag for entry in bestand.beschluesse.values()),
            *(umlauf.antrag for umlauf in bestand.umlaeufe.values()),
        ]
    )


@ansicht("geschaeftsordnung")
def sitzkennungen(bestand: Bestand) -> frozenset[str] | None:
    """The seats of all Fassungen; None if there is no Fassung that could be read."""
    return frozenset(bestand.alle_sitze) if bestand.geschaeftsordnung and bestand.geschaeftsordnung.fassungen else None


@ansicht("sitzung")
def gremien_der_sitzungen(bestand: Bestand) -> Mapping[str, str]:
    """Which Gremium met, by the Kennung of the Sitzung."""
    return {kennung: sitzung.gremium for kennung, sitzung in bestand.sitzungen.items()}


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
