"""The second Ladung after a Sitzung without quorum: it names that Sitzung, and brings relief for what is taken up."""

from __future__ import annotations

from datetime import date

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_sitzung
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import anzahl, aufzaehlung, datum
from netzint.recht.termin import propose_datum
from netzint.recht.wiederkehr import OHNE
from netzint.vorgaenge.angaben import ablehnen
from netzint.vorgaenge.rahmen import Rahmen, propose_rahmen, taken_days


def find_erste(bestand: Bestand, text: str) -> Sitzung:
    """The Sitzung without quorum. Raises NetzintFehler if it was none, or if a second Ladung to it is planned."""
    first = find_sitzung(bestand, text)
    k = first.kennung
    if first.gremium != STRATEGIEGRUPPE:
        raise ablehnen(f"{k.upper()} war keine Sitzung der Strategiegruppe.", "Eine AG braucht keine zweite Ladung.")
    if not any(b.ergebnis == OHNE for top in first.tagesordnung for b in top.beschluesse):
        text = f"In der Sitzung {k.upper()} ist keine Abstimmung als nicht beschlussfähig festgehalten."
        raise ablehnen(text, "Eine gewöhnliche Sitzung legt an: netzint sitzung neu")
    for other in bestand.sitzungen.values():
        if other.zweite_ladung_zu == k and other.zustand in ("terminiert", "eingeladen", "durchgefuehrt"):
            text = f"Die zweite Ladung nach {k.upper()} gibt es schon: {other.kennung.upper()} am {datum(other.datum)}."
            raise ablehnen(text, f"Ansehen: netzint sitzung zeigen {other.kennung}")
    return first


def propose_zweite(bestand: Bestand, stichtag: date) -> Rahmen:
    """As :func:`propose_rahmen`, but on the next free day that keeps the Ladungsfrist: nobody waits for months."""
    rahmen, fassung = propose_rahmen(bestand, stichtag), bestand.fassung(stichtag)
    if fassung is None:
        return rahmen
    soll, abstand = fassung.strategiegruppe.ladungsfrist.soll, fassung.strategiegruppe.sitzungsabstand
    return rahmen._replace(datum=propose_datum(stichtag, None, soll, abstand, taken_days(bestand)))


def explain_zweite(bestand: Bestand, erste: Sitzung, sitzung: Sitzung) -> tuple[str, ...]:
    """For which TOPs how many are enough."""
    again = [top.titel for top in sitzung.tagesordnung if (top.wiederaufnahme or "").partition("/")[0] == erste.kennung]
    fassung = bestand.fassung(sitzung.datum)
    if not again:
        return ("Von den Punkten ohne Beschlussfähigkeit ist keiner mehr offen; eine Erleichterung gilt für keinen.",)
    enough = fassung.strategiegruppe.beschlussfaehigkeit.zweite_ladung if fassung else 1
    people = anzahl(enough, "Stimmberechtigter genügt", "Stimmberechtigte genügen")
    titles = aufzaehlung([f"„{titel}“" for titel in again])
    return (f"{people} für: {titles}. Für alle anderen Punkte gilt die volle Zahl.",)
