"""What the office has to do, the most urgent first: deadlines that have come, and gaps without a date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from netzint.berichte.fristen import KEINE, Nachtraege, default_bis, list_fristen
from netzint.berichte.fristquellen import Frist
from netzint.modell.bestand import Bestand
from netzint.modell.sprache import anzahl, datum
from netzint.recht.sitzungszeit import naechste_sitzung
from netzint.recht.wiederkehr import list_zweite_ladungen

VORLAUF = {"Ladung": 21, "Tagesordnung": 28, "AG-Mandat": 90, "Ausnahme": 30, "Niederschrift": 200}
"""So many days ahead a deadline is a task already; one that is not named here, on its day."""
RANG = (
    "Sitzung nachtragen", "Sitzung", "Abstimmung", "Abschluss", "Ausführung", "Tagesordnung", "Ladung", "Umlauf",
    "Niederschrift", "Weiterleitung", "Zweite Ladung", "Besetzung", "Termin", "Rückmeldung", "Wiedervorlage",
    "AG-Mandat", "Vakanz", "Bedarf", "Ausnahme", "Mandat", "Amtszeit",
)  # fmt: skip
"""What goes first where several things are due."""
MEHRERE = {
    "Rückmeldung": "Rückmeldungen stehen aus",
    "Wiedervorlage": "Wiedervorlagen sind fällig",
    "Weiterleitung": "Empfehlungen sind weiterzuleiten",
    "Bedarf": "Bedarfe sind lange offen",
    "AG-Mandat": "AG-Mandate enden",
    "Niederschrift": "Niederschriften sind zu schreiben",
    "Abstimmung": "Sitzungen warten auf Ergebnisse",
    "Abschluss": "Sitzungen sind abzuschließen",
    "Sitzung nachtragen": "Sitzungen sind nachzutragen",
    "Ausführung": "Beschlüsse sind auszuführen",
    "Ladung": "Einladungen sind zu versenden",
    "Tagesordnung": "Tagesordnungen sind zu ergänzen",
    "Umlauf": "Umlaufverfahren sind auszuzählen",
    "Ausnahme": "Ausnahmen enden",
    "Mandat": "Mandate enden",
    "Amtszeit": "Amtszeiten sind abgelaufen",
    "Sitzung": "Sitzungen sind heute",
}

ZWECK = {
    "Sitzung nachtragen": "nachtragen; fiel sie aus: sitzung absagen",
    "Sitzung": "die Sitzung von heute beginnen",
    "Abstimmung": "das nächste Ergebnis festhalten",
    "Abschluss": "ausführen, was beschlossen ist",
    "Ausführung": "ausführen, was beschlossen ist",
    "Tagesordnung": "aufnehmen, was dazugekommen ist",
    "Ladung": "nach dem Versand festhalten",
    "Umlauf": "auszählen und abschließen",
    "Niederschrift": "die Niederschrift entwerfen",
    "Weiterleitung": "an die Stellen weiterleiten",
    "Besetzung": "die Mitglieder eintragen, Sitz für Sitz",
    "Zweite Ladung": "zu den Punkten noch einmal laden",
    "Termin": "die nächste Sitzung anlegen",
    "Rückmeldung": "die Antwort eintragen",
    "Wiedervorlage": "den Stand erfragen und eintragen",
    "AG-Mandat": "die Verlängerung vorbereiten",
    "Vakanz": "sehen, wer gesucht wird",
    "Bedarf": "einem Thema zuordnen",
    "Ausnahme": "ansehen, was ausläuft",
    "Mandat": "ansehen, wessen Mandat endet",
    "Amtszeit": "ansehen, wessen Amtszeit endet",
}
"""What the command of each kind is for."""


class Aufgabe(NamedTuple):
    """One thing to do, or several of a kind."""

    art: str
    text: str
    am: date | None
    """By when, or since when; None: no date says so."""
    befehl: str


def list_aufgaben(bestand: Bestand, stichtag: date, nachtraege: Nachtraege = KEINE) -> tuple[Aufgabe, ...]:
    """What is to be done on a day; of each kind one line with its most urgent case."""
    bis = max(default_bis(bestand, stichtag), stichtag + timedelta(days=max(VORLAUF.values())))
    due = [f for f in list_fristen(bestand, stichtag, bis, nachtraege) if f.befehl and _is_due(f, stichtag)]
    kinds = dict.fromkeys(f.art for f in due)
    found = [_sum_up([f for f in due if f.art == art]) for art in kinds]
    found += [*_ohne_termin(bestand, stichtag), *_vakanzen(bestand, stichtag)]
    return tuple(sorted(found, key=lambda a: (RANG.index(a.art), a.am or stichtag)))


def _is_due(frist: Frist, stichtag: date) -> bool:
    return (frist.am - stichtag).days <= VORLAUF.get(frist.art, 0)


def _sum_up(fristen: list[Frist]) -> Aufgabe:
    first = fristen[0]
    if len(fristen) == 1:
        told = first.text if first.text.startswith(first.art) else f"{first.art}: {first.text}"
        return Aufgabe(first.art, told, first.am, first.befehl)
    return Aufgabe(first.art, f"{len(fristen)} {MEHRERE[first.art]}", first.am, first.befehl)


def _ohne_termin(bestand: Bestand, stichtag: date) -> Iterator[Aufgabe]:
    """A second Ladung is due after a Sitzung without quorum; or no Sitzung is planned."""
    for first in list_zweite_ladungen(bestand, stichtag):
        text = f"Zweite Ladung: {first.kennung.upper()} war nicht beschlussfähig"
        yield Aufgabe("Zweite Ladung", text, None, f"netzint sitzung neu --zweite-ladung-zu {first.kennung}")
        return
    if naechste_sitzung(bestand, stichtag) is None:
        yield Aufgabe("Termin", "Die nächste Sitzung anlegen", None, "netzint sitzung neu")


def _vakanzen(bestand: Bestand, stichtag: date) -> Iterator[Aufgabe]:
    taken = bestand.ordentliche(stichtag)
    vacant = [sitz for sitz in bestand.sitze(stichtag) if sitz.kennung not in taken]
    text = f"{anzahl(len(vacant), 'Sitz ist', 'Sitze sind')} unbesetzt"
    if vacant and not taken:
        yield Aufgabe("Besetzung", text, None, f"netzint mitglied benennen {vacant[0].kennung}")
    elif vacant:
        yield Aufgabe("Vakanz", text, None, "netzint mitglied was-waere-wenn --suche")


def tell_wann(aufgabe: Aufgabe, stichtag: date) -> str:
    """``bis 26. November 2026`` or ``seit 30. September 2026``."""
    if aufgabe.am is None:
        return ""
    return f"{'seit' if aufgabe.am < stichtag else 'bis'} {datum(aufgabe.am)}" if aufgabe.am != stichtag else "heute"
