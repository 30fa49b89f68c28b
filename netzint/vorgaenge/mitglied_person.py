"""People as acts are given them: somebody known already, or somebody new with a first office."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import NamedTuple, get_args

from netzint.modell.aehnlich import meinten_sie
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.finden import find_mitglied, find_stelle
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from netzint.modell.mitglied import Amt, Amtsart, Dienstlich, Mandat, Mitglied
from netzint.modell.sprache import datum, fold
from netzint.modell.stelle import Stelle
from netzint.vorgaenge.aenderung import Einfuegen, Schritt, Setzen
from netzint.vorgaenge.angaben import ablehnen, clean_zeile, falsch
from netzint.vorgaenge.personenname import split_name

ANREDEN = ("Frau", "Herr")


class Person(NamedTuple):
    """Who is meant, as it was typed: ``kennung`` for somebody known, ``name`` for somebody new."""

    kennung: str | None = None
    name: str | None = None
    titel: str | None = None
    anrede: str | None = None
    e_mail: str | None = None
    telefon: str | None = None
    stelle: str | None = None
    amt: str | None = None
    funktion: str | None = None
    amt_seit: date | None = None
    namensgleich: bool = False
    """Whether somebody of the same name, known already, is somebody else."""
    oeffentlich: bool | None = None
    """Whether the public may read the name; None: as it is."""


class Vorgabe(NamedTuple):
    """What counts where nothing was typed: the office that a place asks for, and the Kennung that it gives."""

    praefix: str
    """``kommunen-stadt``: the next person who comes in there is ``kommunen-stadt-4``."""
    stelle: str | None = None
    amt: str = "mitarbeit"
    ziffern: int = 1


class Gewaehlt(NamedTuple):
    """The person as she will be, but for a new Mandat, and what makes her so."""

    mitglied: Mitglied
    ist_neu: bool
    schritte: tuple[Schritt, ...] = ()
    hinweise: tuple[str, ...] = ()


def choose(bestand: Bestand, vergeben: Collection[str], person: Person, vorgabe: Vorgabe, ab: date) -> Gewaehlt:
    """The person who is meant. Raises NetzintFehler if nobody is, or if the name is somebody else's already."""
    if person.kennung is not None and person.name is not None:
        raise falsch("--person und --name schließen sich aus.", "Wer schon erfasst ist: --person; sonst --name.")
    if person.kennung is not None:
        return _choose_known(bestand, find_mitglied(bestand, person.kennung), person, vorgabe, ab)
    if person.name is None:
        raise falsch("Es fehlt, um wen es geht.", "Wer schon erfasst ist: --person KENNUNG; sonst --name NAME.")
    name, titel, anrede = split_name(clean_zeile("--name", person.name))
    person = person._replace(titel=person.titel or titel, anrede=person.anrede or anrede)
    _refuse_namesake(bestand, name, person)
    kennung = next_kennung(vorgabe, vergeben)
    amt, hinweise = _make_amt(bestand, kennung, person, vorgabe, ab)
    contact = {
        "e_mail": clean_mail(person.e_mail) if person.e_mail is not None else None,
        "telefon": clean_zeile("--telefon", person.telefon) if person.telefon is not None else None,
    }
    felder = {
        "kennung": kennung,
        "name": name,
        "titel": clean_zeile("--titel", person.titel) if person.titel is not None else None,
        "anrede": parse_wert("--anrede", person.anrede, ANREDEN) if person.anrede is not None else None,
        "dienstlich": {k: v for k, v in contact.items() if v is not None},
        "aemter": [to_klartext(amt)],
    }
    return Gewaehlt(require(Mitglied, {k: v for k, v in felder.items() if v}), ist_neu=True, hinweise=hinweise)


def next_kennung(vorgabe: Vorgabe, vergeben: Collection[str]) -> str:
    """The next person's Kennung at a place: one above the highest ever given there; never the name."""
    pattern = re.compile(rf"{re.escape(vorgabe.praefix)}-(\d+)")
    numbers = [int(found[1]) for kennung in vergeben if (found := pattern.fullmatch(kennung))]
    return f"{vorgabe.praefix}-{max(numbers, default=0) + 1:0{vorgabe.ziffern}}"


def clean_mail(text: str) -> str:
    """An e-mail address as it may stand in a file."""
    address = clean_zeile("--e-mail", text)
    try:
        require(Dienstlich, {"e_mail": address})
    except NetzintFehler as error:
        raise falsch(f"„{address}“ ist keine E-Mail-Adresse.", "So ist es richtig: poststelle@stadt.example") from error
    return address


def parse_wert(option: str, text: str, werte: Collection[str]) -> str:
    """One of some closed values, in any case of letters, with umlauts or without."""
    plain = fold(text).strip().replace(" ", "_").replace("-", "_")
    for wert in werte:
        if fold(wert) == plain:
            return wert
    moeglich = f"Möglich: {', '.join(werte)}."
    raise falsch(f"„{text}“ ist bei {option} nicht möglich.", f"{meinten_sie(text, werte)} {moeglich}".strip())


def _refuse_namesake(bestand: Bestand, name: str, person: Person) -> None:
    same = [m.kennung for m in bestand.mitglieder.values() if fold(m.name) == fold(name)]
    if same and not person.namensgleich:
        raise ablehnen(
            f"Eine Person dieses Namens ist schon erfasst: {', '.join(same)}.",
            f"Ist sie gemeint: --person {same[0]} statt --name. Ist es jemand anderes: zusätzlich --namensgleich.",
        )


def _choose_known(bestand: Bestand, mitglied: Mitglied, person: Person, vorgabe: Vorgabe, ab: date) -> Gewaehlt:
    """Somebody known; an office that was typed is added, the rest is changed by an act of its own."""
    typed = {"titel": person.titel, "anrede": person.anrede, "e-mail": person.e_mail, "telefon": person.telefon}
    extra = next((f"--{option}" for option, value in typed.items() if value is not None), None)
    if extra:
        hinweis = f"Weglassen; danach: netzint mitglied aendern {mitglied.kennung} {extra} …"
        raise falsch(f"{extra} gehört zu einer neuen Person; {mitglied.kennung} ist schon erfasst.", hinweis)
    if person.stelle is None and person.amt is None and person.funktion is None:
        return Gewaehlt(mitglied, ist_neu=False)
    amt, hinweise = _make_amt(bestand, mitglied.kennung, person, vorgabe, ab)
    for running in mitglied.aemter:
        same = (running.stelle, running.amt) == (amt.stelle, amt.amt)
        if same and (running.bis is None or running.bis >= amt.von):
            hinweis = "--stelle, --amt und --funktion weglassen."
            raise falsch(f"{mitglied.kennung} hat das Amt bei {amt.stelle} schon seit {datum(running.von)}.", hinweis)
    after = mitglied.model_copy(update={"aemter": (*mitglied.aemter, amt)})
    return Gewaehlt(after, ist_neu=False, schritte=(add_amt(mitglied, amt),), hinweise=hinweise)


def _make_amt(
    bestand: Bestand, kennung: str, person: Person, vorgabe: Vorgabe, ab: date
) -> tuple[Amt, tuple[str, ...]]:
    """The office, and a word about what had to be assumed."""
    typed = person.stelle or vorgabe.stelle
    if typed is None:
        raise falsch("Es fehlt, wo die Person tätig ist.", "Die Stelle mit --stelle angeben, z. B. stadt-musterstadt.")
    stelle = find_stelle(bestand, typed)
    von = person.amt_seit or ab
    refuse_ended(stelle, von)
    amt = parse_wert("--amt", person.amt, get_args(Amtsart)) if person.amt else vorgabe.amt
    funktion = clean_zeile("--funktion", person.funktion) if person.funktion is not None else None
    felder = {"von": von, "stelle": stelle.kennung, "amt": amt, "funktion": funktion}
    richtig = f"netzint berichtigen {kennung} --setze aemter.{stelle.kennung}.von=TAG"
    assumed = f"Als Beginn des Amts bei {stelle.kennung} steht jetzt der {datum(von)}; war er früher: {richtig}"
    return require(Amt, {k: v for k, v in felder.items() if v}), () if person.amt_seit else (assumed,)


def refuse_ended(stelle: Stelle, tag: date) -> None:
    """Refuse a Stelle that is no more on a day."""
    if stelle.bis is not None and tag > stelle.bis:
        folge = f"Die Nachfolge ist {stelle.nachfolge}." if stelle.nachfolge else "Eine andere Stelle angeben."
        raise ablehnen(f"{stelle.kennung} gibt es nur bis {datum(stelle.bis)}.", folge)


def add_amt(mitglied: Mitglied, amt: Amt) -> Schritt:
    """The step that puts an office into a person's file, the oldest first."""
    return _insert(mitglied.kennung, "aemter", [a.von for a in mitglied.aemter], amt)


def add_mandat(mitglied: Mitglied, mandat: Mandat) -> Schritt:
    """The step that puts a Mandat into a person's file, the oldest first."""
    return _insert(mitglied.kennung, "mandate", [m.von for m in mitglied.mandate], mandat)


def _insert(kennung: str, feld: str, days: list[date], angabe: Amt | Mandat) -> Schritt:
    place = next((n for n, day in enumerate(days) if day > angabe.von), len(days))
    wert = to_klartext(angabe)
    step = Setzen if place == len(days) else Einfuegen
    return step("mitglied", kennung, (feld, place), wert)


def end_mandat(mitglied: Mitglied, nr: int, bis: date, grund: str, am: date) -> tuple[Schritt, ...]:
    """The steps that end a Mandat; a reason that stands there already is kept."""
    steps: tuple[Schritt, ...] = (Setzen("mitglied", mitglied.kennung, ("mandate", nr, "bis"), bis),)
    if mitglied.mandate[nr].ende is None:
        steps += (Setzen("mitglied", mitglied.kennung, ("mandate", nr, "ende"), {"grund": grund, "am": am}),)
    return steps
