"""Views of a Bestand that most changes leave as they are: a rule that asks for no more need not be asked again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from netzint.modell.bestand import Bestand
from netzint.modell.entscheidung import Entscheidung
from netzint.modell.faecher import Ansicht, ansicht
from netzint.modell.merkmale import Stellenmerkmal
from netzint.modell.typen import parse_bis, parse_von


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


class Zugehoerig(NamedTuple):
    """Somebody counts among the ständige Mitglieder of an AG."""

    kennung: str
    von: date
    bis: date | None


@ansicht("mitglied")
def staendige(bestand: Bestand) -> Mapping[str, tuple[Zugehoerig, ...]]:
    """Who counts among the ständige Mitglieder of each AG, in the order of their first days."""
    found: dict[str, list[Zugehoerig]] = defaultdict(list)
    for kennung, merkmal in bestand.merkmale("mitglied").items():
        for ag, von, bis in merkmal.staendig:
            found[ag].append(Zugehoerig(kennung, parse_von(von), parse_bis(bis) if bis else None))
    return {ag: tuple(sorted(people, key=attrgetter("von", "kennung"))) for ag, people in found.items()}


@ansicht("arbeitsgruppe")
def beginn_der_ags(bestand: Bestand) -> Mapping[str, date]:
    """The first day of each AG."""
    return {kennung: parse_von(merkmal.von) for kennung, merkmal in bestand.merkmale("arbeitsgruppe").items()}


class Aufgeloest(NamedTuple):
    """A Stelle that has an end or a Nachfolge."""

    bis: date | None
    nachfolge: str


@ansicht("stelle")
def aufgeloeste(bestand: Bestand) -> Mapping[str, Aufgeloest]:
    """Stellen that have an end, or a Nachfolge ("" if not known)."""
    merkmale = bestand.merkmale("stelle").items()
    return {
        k: Aufgeloest(parse_bis(m.bis) if m.bis else None, m.nachfolge) for k, m in merkmale if m.bis or m.nachfolge
    }


@ansicht("stelle")
def stellenarten(bestand: Bestand) -> Mapping[str, Stellenmerkmal]:
    """What each Stelle is and was."""
    return bestand.merkmale("stelle")


@ansicht("empfehlung")
def eingereichte_fassungen(bestand: Bestand) -> Mapping[str, Mapping[int, bool]]:
    """The numbers of the wordings of each Empfehlung, each with whether it was handed in; of two the first counts."""
    merkmale = bestand.merkmale("empfehlung").items()
    return {kennung: dict(reversed(merkmal.fassungen)) for kennung, merkmal in merkmale}


ANSICHTEN: tuple[Ansicht[Any], ...] = (
    beschlusskennungen,
    vorhaben,
    sitzkennungen,
    gremien_der_sitzungen,
    entscheidungen,
    staendige,
    beginn_der_ags,
    aufgeloeste,
    stellenarten,
    eingereichte_fassungen,
)
