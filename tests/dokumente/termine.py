"""Sitzungen and Veranstaltungen as calendars have them, for the tests of calendars and mails."""

from __future__ import annotations

from typing import Any

from netzint.berichte.empfaenger import Empfaenger
from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from tests import bau

EINLADUNG = {"versandt": "2026-11-12", "verteiler": ["staedtetag-1"]}
TITEL = "„Ansprechstelle; für politische Beteiligung, in jedem Kreis\\ oder anderswo“ – Übergangsgesellschaft"
LEUTE = (
    Empfaenger("staedtetag-1", "Dr. Erika Beispiel", "Mitglied", "erika@stadt.example", offen=True),
    Empfaenger("staedtetag-2", "Müller, Jörg: „der Ältere“; CN=x", "Stellvertretung", "jm@stadt.example", offen=True),
    Empfaenger("gast-1", "Gerda Gast", "Gast", "gerda@privat.example", offen=False),
    Empfaenger("stumm-1", "Ohne Adresse", "Mitglied", "", offen=True),
)


def sitzung(kennung: str = "sg-2026-03", **felder: Any) -> Eintrag:
    """An invited Sitzung in winter."""
    tops = [
        bau.top("begruessung", titel="Begrüßung", nummer="1"),
        bau.top("x", titel=TITEL, nummer="2", vorlage="bv-2026-007"),
    ]
    given = {"datum": "2026-12-03", "beginn": "10:00", "ende": "12:30", "ort": "Stuttgart, Haus der Beispiele"}
    return bau.sitzung(kennung, **{**given, "einladung": EINLADUNG, "tagesordnung": tops, **felder})


def veranstaltung(**felder: Any) -> Eintrag:
    """A Fachtag over two days."""
    given = {"titel": "Mitreden vor Ort", "art": "Fachtag", "datum": "2027-03-11", "bis": "2027-03-12"}
    return bau.make("veranstaltung", "va-2027-01", **{**given, **felder})


def bestand(*eintraege: Eintrag) -> Bestand:
    """With these entries."""
    return bau.bestand(*eintraege)
