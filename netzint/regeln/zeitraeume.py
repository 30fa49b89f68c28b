"""K3: periods end after they began, earlier states stand in order, and days are exact once all is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from netzint.modell.befund import Feldpfad, Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from netzint.modell.typen import Monatstag
from netzint.regeln.gemeinsam import je_bestand
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab


class _Zeitraum(NamedTuple):
    """A period in an entry: its two days and the places where they stand."""

    eintrag: Eintrag
    von: date
    bis: date | None
    ort: Feldpfad = ()
    """The part of the entry in which both stand."""
    namen: tuple[str, str] = ("von", "bis")


@je_bestand
def _list_zeitraeume(bestand: Bestand) -> tuple[_Zeitraum, ...]:
    """Every period, in the order of ``_iter_zeitraeume``."""
    return tuple(_iter_zeitraeume(bestand))


def _iter_zeitraeume(bestand: Bestand) -> Iterator[_Zeitraum]:
    for mitglied in bestand.mitglieder.values():
        for i, amt in enumerate(mitglied.aemter):
            yield _Zeitraum(mitglied, amt.von, amt.bis, ("aemter", i))
        for i, mandat in enumerate(mitglied.mandate):
            yield _Zeitraum(mitglied, mandat.von, mandat.bis, ("mandate", i))
    for ag in bestand.arbeitsgruppen.values():
        yield _Zeitraum(ag, ag.mandat.von, ag.mandat.bis, ("mandat",))
        for i, verlaengerung in enumerate(ag.verlaengerungen):
            yield _Zeitraum(ag, verlaengerung.ab, verlaengerung.bis, ("verlaengerungen", i), ("ab", "bis"))
    for eintrag in bestand.beauftragte.values():
        yield _Zeitraum(eintrag, eintrag.von, eintrag.bis)
    for thema in bestand.themen.values():
        yield _Zeitraum(thema, thema.aufgenommen, thema.bis, (), ("aufgenommen", "bis"))
    for ziel in bestand.ziele.values():
        yield _Zeitraum(ziel, ziel.ab, ziel.bis, (), ("ab", "bis"))
    for veranstaltung in bestand.veranstaltungen.values():
        yield _Zeitraum(veranstaltung, veranstaltung.datum, veranstaltung.bis, (), ("datum", "bis"))


@regel("K301", Schwere.FEHLER, je="arbeitsgruppe beauftragte mitglied thema veranstaltung ziel")
def zeitraum_endet_vor_dem_beginn(bestand: Bestand) -> Verstoesse:
    """Ein Zeitraum endet, bevor er beginnt.

    Warum: „von“ ist der erste, „bis“ der letzte Tag, beide zählen mit. Ein verkehrter Zeitraum gilt an keinem Tag.

    Beispiel: von: 2026-03-01, bis: 2025-12-31.

    Abhilfe: Eines der beiden Daten berichtigen.
    """
    for eintrag, von, bis, ort, (first, last) in _list_zeitraeume(bestand):
        if bis is not None and bis < von:
            text = f"Das Ende am {deutsch(bis)} liegt vor dem Beginn am {deutsch(von)} („{first}“)"
            yield verstoss(eintrag.an(*ort, last), text, str(von), str(bis))


@regel("K302", Schwere.FEHLER, je="arbeitsgruppe stelle ziel")
def fruehere_angaben_sind_ungeordnet(bestand: Bestand) -> Verstoesse:
    """Frühere Namen oder Fassungen stehen nicht in der Reihenfolge ihrer letzten Tage.

    Warum: Was an einem Tag galt, ergibt sich aus der Reihenfolge; zwei Angaben mit demselben letzten Tag
    widersprechen einander.

    Beispiel: frueher: zuerst eine Angabe bis 2023-12-31, danach eine bis 2019-12-31.

    Abhilfe: Die älteste Angabe zuerst nennen, jede mit einem späteren letzten Tag als die davor.
    """
    for eintrag, days in _earlier(bestand):
        for i in range(1, len(days)):
            if days[i] <= days[i - 1]:
                text = f"Die frühere Angabe bis {deutsch(days[i])} steht nach einer bis {deutsch(days[i - 1])}"
                yield verstoss(eintrag.an("frueher", i, "bis"), text, str(days[i]))


def _earlier(bestand: Bestand) -> Iterator[tuple[Eintrag, list[date]]]:
    for stelle in bestand.stellen.values():
        yield stelle, [f.bis for f in stelle.frueher]
    for ag in bestand.arbeitsgruppen.values():
        yield ag, [f.bis for f in ag.frueher]
    for ziel in bestand.ziele.values():
        yield ziel, [f.bis for f in ziel.frueher]


@regel("K303", Schwere.FEHLER, je="arbeitsgruppe beauftragte mitglied stelle thema veranstaltung ziel")
def tag_fehlt_im_erfassten_zeitraum(bestand: Bestand) -> Verstoesse:
    """Von einem Datum ist nur der Monat genannt, obwohl es im erfassten Zeitraum liegt.

    Warum: Vor „erfasst_ab“ (daten/netzwerk.yaml) ist oft nur der Monat bekannt; danach führt die Geschäftsstelle Buch,
    und Fristen und Besetzungen rechnen mit Tagen.

    Beispiel: von: 2025-07, obwohl erfasst_ab: 2025-01-01 gilt.

    Abhilfe: Den Tag nachtragen: 2025-07-01.
    """
    start = erfasst_ab(bestand)
    for eintrag, feld, day in chain(_months(bestand), _days(bestand)):
        if isinstance(day, Monatstag) and day >= start:
            text = f"Ab dem {deutsch(start)} ist der Tag anzugeben; hier steht nur der Monat {day.month:02}/{day.year}"
            yield verstoss(eintrag.an(*feld), text, str(day))


def _months(bestand: Bestand) -> Iterator[tuple[Eintrag, Feldpfad, Monatstag]]:
    """Every mere month at which a period begins or ends, with its place."""
    for eintrag, von, bis, ort, (first, last) in _list_zeitraeume(bestand):
        if isinstance(von, Monatstag):
            yield eintrag, (*ort, first), von
        if isinstance(bis, Monatstag):
            yield eintrag, (*ort, last), bis


def _days(bestand: Bestand) -> Iterator[tuple[Eintrag, Feldpfad, date | None]]:
    """Every other day that may be a mere month, with its place."""
    for eintrag, days in _earlier(bestand):
        for i, day in enumerate(days):
            yield eintrag, ("frueher", i, "bis"), day
    for stelle in bestand.stellen.values():
        yield stelle, ("bis",), stelle.bis
    for ag in bestand.arbeitsgruppen.values():
        if ag.abschluss:
            yield ag, ("abschluss", "am"), ag.abschluss.am


REGELN: tuple[Regel, ...] = (
    zeitraum_endet_vor_dem_beginn,
    fruehere_angaben_sind_ungeordnet,
    tag_fehlt_im_erfassten_zeitraum,
)
