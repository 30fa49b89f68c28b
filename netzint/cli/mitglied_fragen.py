"""What is asked at a terminal about a naming: seat, person, Stelle, days. Elsewhere what was typed counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netzint.cli import fragen
from netzint.cli.auswahl import ask_aus
from netzint.cli.lesen import read_head
from netzint.modell.fehler import NetzintFehler

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from netzint.modell.bestand import Bestand
    from netzint.modell.geschaeftsordnung import Sitz
    from netzint.vorgaenge.mitglied_person import Person
    from netzint.vorgaenge.mitglied_sitz import Angaben


def ask_mitglied(wurzel: Path, mitglied: str | None) -> str:
    """Whom an act is about."""
    return ask_aus(wurzel, "mitglieder", "Um wen geht es", mitglied)


def ask_sitz(wurzel: Path, tag: date, sitz: str | None) -> str:
    """Which seat an act is about."""
    if sitz is not None:
        return sitz
    if not fragen.is_dialog():
        return fragen.ask_eintrag("Sitz", (), option="SITZ")
    from netzint.modell.finden import find_sitz

    bestand = read_head(wurzel, tag).bestand
    auswahl = [(s.kennung, s.name) for s in bestand.sitze(tag)]
    return fragen.ask_eintrag("Sitz", auswahl, option="SITZ", finde=lambda text: find_sitz(bestand, text, tag))


def ask_benennung(wurzel: Path, tag: date, rolle: str, angaben: Angaben, person: Person) -> tuple[Angaben, Person]:
    """The same, completed; Enter takes the proposal."""
    from netzint.modell.finden import find_sitz

    if not fragen.is_dialog():
        return angaben, person
    bestand = read_head(wurzel, tag).bestand
    sitz = find_sitz(bestand, angaben.sitz, angaben.ab or angaben.am)
    angaben = complete_angaben(bestand, sitz, rolle, angaben, tag)
    if person.kennung is None and person.name is None:
        person = _ask_person(bestand, person)
    if person.name is not None:
        person = _ask_new(sitz.stelle or "", person, angaben.ab or angaben.am)
    return angaben, person


def ask_person(wurzel: Path, tag: date, person: Person) -> Person:
    """Who comes into the Geschäftsstelle."""
    if not fragen.is_dialog():
        return person
    if person.kennung is None and person.name is None:
        person = _ask_person(read_head(wurzel, tag).bestand, person)
    return _ask_new("", person, tag) if person.name is not None else person


def complete_angaben(bestand: Bestand, sitz: Sitz, rolle: str, angaben: Angaben, tag: date) -> Angaben:
    """Who named, when, and from which day on."""
    from functools import partial

    from netzint.modell.finden import find_stelle
    from netzint.vorgaenge.mitglied_sitz import first_day

    if angaben.durch is None and len(sitz.benannt_von) > 1:
        names = [(k, bestand.stellen[k].name if k in bestand.stellen else "") for k in sitz.benannt_von]
        finde = partial(find_stelle, bestand)
        angaben = angaben._replace(durch=fragen.ask_eintrag("Benannt durch", names, option="--durch", finde=finde))
    if angaben.ab is None:
        am = fragen.ask_datum("Tag der Benennung", angaben.am, option="--am") if angaben.am == tag else angaben.am
        ab = fragen.ask_datum("Erster Tag des Mandats", first_day(bestand, sitz, rolle, am), option="--ab")
        angaben = angaben._replace(am=am, ab=ab)
    return angaben


def _ask_person(bestand: Bestand, person: Person) -> Person:
    from netzint.modell.finden import find_mitglied

    text = fragen.ask_text("Name der Person (oder ihre Kennung, wenn sie schon erfasst ist)", option="--name")
    try:
        known = find_mitglied(bestand, text)
    except NetzintFehler:
        return person._replace(name=text)
    if fragen.ask_ja(f"Ist {known.kennung} gemeint", vorschlag=True):
        return person._replace(kennung=known.kennung)
    return person._replace(name=text, namensgleich=True)


def _ask_new(stelle: str, person: Person, ab: date) -> Person:
    """What is not known of somebody new."""

    def ask(frage: str, given: str | None, option: str) -> str | None:
        return given or fragen.ask_text(frage, option=option, leer=True) or None

    return person._replace(
        titel=ask("Akademischer Grad (Enter: keiner)", person.titel, "--titel"),
        anrede=ask("Anrede (Frau, Herr; Enter: keine)", person.anrede, "--anrede"),
        e_mail=ask("Dienstliche E-Mail-Adresse (Enter: keine)", person.e_mail, "--e-mail"),
        stelle=person.stelle or fragen.ask_text("Stelle (Kennung oder Name)", stelle, option="--stelle"),
        funktion=ask("Funktion (Enter: keine)", person.funktion, "--funktion"),
        amt_seit=person.amt_seit or fragen.ask_datum("In diesem Amt seit", ab, option="--amt-seit"),
    )
