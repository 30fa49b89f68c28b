"""What every letter knows: to whom it goes, how they are addressed, by when an answer is asked for."""

from __future__ import annotations

from datetime import date, timedelta

from netzint.dokumente.kontext import Daten, gremium, person, stelle
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sprache import datum
from netzint.recht.feiertage import is_sitzungsfrei
from netzint.recht.sitzungszeit import GEPLANT
from netzint.recht.versand import versandtag

ALLGEMEIN = "Sehr geehrte Damen und Herren"
MINDESTENS, UEBLICH = 14, 28
"""Days that a Stelle has for its answer: at least, and where no Sitzung is planned."""


def an_stelle(bestand: Bestand, kennung: str, tag: date) -> Daten:
    """A letter to a Stelle: its name on the day and its postal address, as far as it is recorded."""
    entry = bestand.stellen.get(kennung)
    lines = (stelle(bestand, kennung, tag), (entry.anschrift or "").strip() if entry else "")
    return {"anschrift": "\n".join(filter(None, lines)), "anrede": ALLGEMEIN}


def an_person(bestand: Bestand, kennung: str, tag: date) -> Daten:
    """A letter to a person at the office held on the day. The full name: where a surname begins nobody can tell."""
    name = person(bestand, kennung)
    entry = bestand.mitglieder.get(kennung)
    anrede = {"Frau": f"Sehr geehrte {name}", "Herr": f"Sehr geehrter {name}"}.get(
        (entry.anrede if entry else None) or "", f"Guten Tag {name}"
    )
    amt = next(iter(entry.aemter_am(tag)), None) if entry else None
    lines = [name.replace("Herr ", "Herrn ", 1) if entry and entry.anrede == "Herr" else name]
    if amt is not None:
        lines += [amt.funktion or "", an_stelle(bestand, amt.stelle, tag)["anschrift"]]
    return {"anschrift": "\n".join(filter(None, lines)), "anrede": anrede}


def erbeten_bis(bestand: Bestand, tag: date) -> date:
    """By when a letter of a day asks for an answer: in time for the next planned Einladung, or in four weeks.

    What arrives by the day of dispatch can stand on the Tagesordnung. A day less than two weeks ahead is no help, one
    more than twelve weeks ahead too late. Never a weekend, a holiday or the time around New Year.
    """
    coming = (s for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.zustand == GEPLANT[0] and s.datum > tag)
    days = (_move(versandtag(bestand, sitzung), -1) for sitzung in coming)
    soon, late = tag + timedelta(days=MINDESTENS), tag + timedelta(days=3 * UEBLICH)
    return next((day for day in days if soon <= day <= late), None) or _move(tag + timedelta(days=UEBLICH), 1)


def _move(tag: date, step: int) -> date:
    """The nearest day in a direction on which offices work."""
    while is_sitzungsfrei(tag):
        tag += timedelta(days=step)
    return tag


def tell_beschluss_am(bestand: Bestand, kennung: str | None) -> str:
    """Where a Beschluss was taken, for a table: „Sitzung der Strategiegruppe am …“. Empty if none is named."""
    day = bestand.tag_des_beschlusses(kennung) if kennung else None
    if kennung is None or day is None:
        return kennung or ""
    where = f"Sitzung der {gremium(bestand, STRATEGIEGRUPPE)} am" if kennung in bestand.beschluesse else "Umlauf am"
    return f"{where} {datum(day)}"
