"""Einsetzungsschreiben and Abschlussbericht: the papers that an AG begins and ends with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.dokumente import kontext
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.kontext_abschluss import abschluss, tag_des_abschlusses
from netzint.dokumente.kontext_einsetzung import brief_an, einsetzung, list_mitglieder
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.bestand import Bestand, MandatVon
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.mitglied import Mitglied
from netzint.modell.typen import parse_von
from netzint.recht.zustaende import agstand
from netzint.vorgaenge.aenderung import Aenderung, Einfuegen, Setzen

EINSETZUNG, ABSCHLUSS = "einsetzungsschreiben", "abschlussbericht"
ARTEN = (EINSETZUNG, ABSCHLUSS)


def ag_papiere(bestand: Bestand, kennung: str, stichtag: date, art: str) -> tuple[Auftrag, ...]:
    """The papers of an AG: while it is at work the letters to its members, then the report; ``art`` chooses."""
    ag = bestand.arbeitsgruppen[kennung]
    closed = agstand(ag, stichtag) == "abgeschlossen"
    if art == ABSCHLUSS or (not art and (closed or not list_mitglieder(bestand, ag, stichtag))):
        return (abschlussbericht(bestand, ag, stichtag),)
    people = list_mitglieder(bestand, ag, stichtag)
    if not people:
        why = "ist abgeschlossen" if closed else "hat noch keine Mitglieder"
        text = f"Die {ag.name} {why}; Einsetzungsschreiben gibt es zu ihr nicht."
        hinweis = f"Den Stand davor nimmt --stichtag JJJJ-MM-TT; jemanden aufnehmen: netzint ag mitglied {kennung}"
        raise NetzintFehler(text, hinweis, Ausgang.AUFRUF)
    return tuple(_letter(bestand, ag, entry, stichtag) for entry in people)


def mitglied_papiere(bestand: Bestand, kennung: str, stichtag: date) -> tuple[Auftrag, ...]:
    """The letters to one person: one for each AG that they belong to or will."""
    found = [
        _letter(bestand, ag, entry, stichtag)
        for ag in bestand.arbeitsgruppen.values()
        for entry in list_mitglieder(bestand, ag, stichtag)
        if entry.mitglied.kennung == kennung
    ]
    if not found:
        text = f"{kennung} gehört am Stichtag zu keiner Arbeitsgruppe; ein Einsetzungsschreiben gibt es nicht."
        raise NetzintFehler(text, f"Was eingetragen ist: netzint mitglied zeigen {kennung}", Ausgang.AUFRUF)
    return tuple(found)


def neue_papiere(bestand: Bestand, aenderung: Aenderung, stichtag: date) -> dict[str, tuple[Auftrag, ...]]:
    """What a Vorgang makes, by AG: letters to those whom it takes in or gives another role; the report at the end."""
    people = set(_taken_in(aenderung))
    found: dict[str, tuple[Auftrag, ...]] = {}
    for ag in bestand.arbeitsgruppen.values() if people else ():
        mandate = bestand.mandate_in(ag.kennung)
        new = [m for m in mandate if (m.mitglied.kennung, ag.kennung, m.mandat.von) in people]
        found[ag.kennung] = tuple(_letter(bestand, ag, m, stichtag) for m in new)
    for kennung in dict.fromkeys(_closed(aenderung)):
        if kennung in bestand.arbeitsgruppen:
            report = abschlussbericht(bestand, bestand.arbeitsgruppen[kennung], stichtag)
            found[kennung] = (*found.get(kennung, ()), report)
    return found


def _taken_in(aenderung: Aenderung) -> Iterator[tuple[str, str, date]]:
    """Mandate that are new as a whole: person, Gremium, first day."""
    for entry in aenderung.neu:
        if isinstance(entry, Mitglied):
            yield from ((entry.kennung, mandat.gremium, mandat.von) for mandat in entry.mandate)
    for schritt in aenderung.gesetzt:
        if schritt.art == "mitglied" and schritt.feld[0] == "mandate" and isinstance(schritt, Setzen | Einfuegen):
            wert = schritt.wert
            if len(schritt.feld) == 2 and isinstance(wert, dict):
                yield schritt.kennung, str(wert["gremium"]), parse_von(str(wert["von"]))


def _closed(aenderung: Aenderung) -> Iterator[str]:
    """The AGs that it closes, or whose own final report it records."""
    for schritt in aenderung.gesetzt:
        if schritt.art == "arbeitsgruppe" and isinstance(schritt, Setzen):
            feld, wert = schritt.feld[0], schritt.wert
            reported = feld == "berichte" and isinstance(wert, dict) and wert.get("art") == ABSCHLUSS
            if reported or (feld == "abschluss" and wert is not None):
                yield schritt.kennung


def abschlussbericht(bestand: Bestand, ag: Arbeitsgruppe, stichtag: date) -> Auftrag:
    """The report; a draft as long as the AG is not closed."""
    tag = tag_des_abschlusses(ag, stichtag)
    daten = {"netzwerk": kontext.netzwerk(bestand), "abschluss": abschluss(bestand, ag, tag)}
    return Auftrag(ABSCHLUSS, ag.kennung, tag, daten)


def _letter(bestand: Bestand, ag: Arbeitsgruppe, entry: MandatVon, tag: date) -> Auftrag:
    daten = {
        "netzwerk": kontext.netzwerk(bestand),
        "brief": brief_an(bestand, entry, tag),
        "einsetzung": einsetzung(bestand, ag, entry, tag),
    }
    return Auftrag(EINSETZUNG, f"{ag.kennung}-{entry.mitglied.kennung}", tag, daten, ag.kennung.upper())
