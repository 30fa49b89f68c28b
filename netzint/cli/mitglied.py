"""``netzint mitglied …``: who sits where. Ends and changes are in ``mitglied_ende.py``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli import heute
from netzint.cli import mitglied_optionen as o
from netzint.cli.angabe import eintrag_argument
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.mitglied_fragen import ask_benennung, ask_mitglied, ask_person, ask_sitz
from netzint.cli.optionen import Format, Formatwahl, Probe, Stand, Stichtag, Wurzel, text_option
from netzint.cli.vorgang import fuehre_aus

if TYPE_CHECKING:
    pass

OFFICE = ("geschaeftsstelle", "geschäftsstelle", "gs")


def benennen(
    sitz: o.SitzArgument = None, *, wurzel: Wurzel = Path(),
    person: o.Personangabe = None, name: o.Name = None, titel: o.Titel = None, anrede: o.Anrede = None,
    e_mail: o.Mail = None, telefon: o.Telefon = None, stelle: o.Stelle = None, amt: o.Amtsart = None,
    funktion: o.Funktion = None, amt_seit: o.AmtSeit = None, namensgleich: o.Namensgleich = False,
    durch: o.Durch = None, am: o.BenanntAm = None, ab: o.Ab = None, bis: o.Bis = None,
    rolle: o.Rolle = "mitarbeit",
    probe: Probe = False,
) -> int:  # fmt: skip
    """Jemanden auf einen freien Sitz der Strategiegruppe benennen.

    SITZ „geschaeftsstelle“ trägt jemanden ein, der dort arbeitet, z. B. die Niederschrift führt.
    """
    from functools import partial

    from netzint.vorgaenge import mitglied
    from netzint.vorgaenge.mitglied_person import Person
    from netzint.vorgaenge.mitglied_sitz import Angaben

    tag = heute.today()
    who = Person(person, name, titel, anrede, e_mail, telefon, stelle, amt, funktion, amt_seit, namensgleich)
    if sitz and sitz.lower() in OFFICE:
        who = ask_person(wurzel, ab or tag, who)
        vorgang = partial(mitglied.in_geschaeftsstelle, person=who, rolle=rolle, ab=ab or am or tag)
        return fuehre_aus(wurzel, vorgang, probe=probe)
    angaben = Angaben(ask_sitz(wurzel, tag, sitz), durch, am or tag, ab, bis)
    angaben, who = ask_benennung(wurzel, tag, "ordentlich", angaben, who)
    return fuehre_aus(wurzel, partial(mitglied.benennen, stichtag=tag, angaben=angaben, person=who), probe=probe)


def nachbenennen(
    sitz: o.SitzArgument = None, *, wurzel: Wurzel = Path(),
    person: o.Personangabe = None, name: o.Name = None, titel: o.Titel = None, anrede: o.Anrede = None,
    e_mail: o.Mail = None, telefon: o.Telefon = None, stelle: o.Stelle = None, amt: o.Amtsart = None,
    funktion: o.Funktion = None, amt_seit: o.AmtSeit = None, namensgleich: o.Namensgleich = False,
    durch: o.Durch = None, am: o.BenanntAm = None, ab: o.Ab = None, bis: o.Bis = None,
    vorher: o.Vorher = "nachbenannt", probe: Probe = False,
) -> int:  # fmt: skip
    """Jemanden als Nachfolge auf einen Sitz benennen; das bisherige Mandat endet am Tag davor."""
    from functools import partial

    from netzint.vorgaenge import mitglied
    from netzint.vorgaenge.mitglied_person import Person
    from netzint.vorgaenge.mitglied_sitz import Angaben

    tag = heute.today()
    who = Person(person, name, titel, anrede, e_mail, telefon, stelle, amt, funktion, amt_seit, namensgleich)
    angaben = Angaben(ask_sitz(wurzel, tag, sitz), durch, am or tag, ab, bis)
    angaben, who = ask_benennung(wurzel, tag, "ordentlich", angaben, who)
    vorgang = partial(mitglied.nachbenennen, stichtag=tag, angaben=angaben, person=who, vorher=vorher)
    return fuehre_aus(wurzel, vorgang, probe=probe)


def stellvertretung(
    sitz: o.SitzArgument = None, *, wurzel: Wurzel = Path(),
    person: o.Personangabe = None, name: o.Name = None, titel: o.Titel = None, anrede: o.Anrede = None,
    e_mail: o.Mail = None, telefon: o.Telefon = None, stelle: o.Stelle = None, amt: o.Amtsart = None,
    funktion: o.Funktion = None, amt_seit: o.AmtSeit = None, namensgleich: o.Namensgleich = False,
    durch: o.Durch = None, am: o.BenanntAm = None, ab: o.Ab = None, bis: o.Bis = None,
    abloesen: Annotated[
        bool, typer.Option("--abloesen", help="Die bisherige Stellvertretung endet am Tag davor.")
    ] = False,
    probe: Probe = False,
) -> int:  # fmt: skip
    """Für einen Sitz der Strategiegruppe eine Stellvertretung benennen."""
    from functools import partial

    from netzint.vorgaenge import mitglied_vertretung
    from netzint.vorgaenge.mitglied_person import Person
    from netzint.vorgaenge.mitglied_sitz import Angaben

    tag = heute.today()
    who = Person(person, name, titel, anrede, e_mail, telefon, stelle, amt, funktion, amt_seit, namensgleich)
    angaben = Angaben(ask_sitz(wurzel, tag, sitz), durch, am or tag, ab, bis)
    angaben, who = ask_benennung(wurzel, tag, "stellvertretend", angaben, who)
    act = mitglied_vertretung.stellvertretung
    return fuehre_aus(wurzel, partial(act, stichtag=tag, angaben=angaben, person=who, abloesen=abloesen), probe=probe)


def aufruecken(
    mitglied: o.MitgliedArgument = None,
    *,
    wurzel: Wurzel = Path(),
    sitz: Annotated[
        str | None, text_option("--sitz", metavar="SITZ", hilfe="Auf welchen Sitz; sonst der eigene.")
    ] = None,
    durch: o.Durch = None,
    am: o.BenanntAm = None,
    ab: o.Ab = None,
    bis: o.Bis = None,
    vorher: o.Vorher = "nachbenannt",
    probe: Probe = False,
) -> int:
    """Eine Stellvertretung ordentliches Mitglied werden lassen; sie endet damit."""
    from functools import partial

    from netzint.vorgaenge import mitglied_vertretung
    from netzint.vorgaenge.mitglied_sitz import Angaben

    tag = heute.today()
    angaben = Angaben(sitz or "", durch, am or tag, ab, bis)
    who = ask_mitglied(wurzel, mitglied)
    act = mitglied_vertretung.aufruecken
    return fuehre_aus(wurzel, partial(act, stichtag=tag, mitglied=who, angaben=angaben, vorher=vorher), probe=probe)


def liste(
    *,
    wurzel: Wurzel = Path(),
    gremium: Annotated[
        str | None,
        text_option(
            "--gremium", metavar="GREMIUM", hilfe="Nur dieses: strategiegruppe, geschaeftsstelle oder eine AG."
        ),
    ] = None,
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Alle Personen mit ihren Mandaten an einem Tag zeigen."""
    from netzint.berichte import mitglieder

    frage = read(wurzel, stichtag, stand)
    show_bericht(mitglieder.liste(frage.bestand, frage.stichtag, gremium), form)


def zeigen(
    mitglied: Annotated[str, eintrag_argument("KENNUNG", "Die Person: Kennung oder Name.", "Person", "mitglieder")],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Eine Person mit ihren Ämtern und Mandaten zeigen."""
    from netzint.berichte import mitglieder

    frage = read(wurzel, stichtag, stand)
    show_bericht(mitglieder.zeigen(frage.bestand, frage.stichtag, mitglied), form)
