"""``netzint beauftragte …`` and ``netzint abdeckung``: the directory of Integrationsbeauftragte."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from netzint.cli import fragen, heute
from netzint.cli import mitglied_optionen as m
from netzint.cli.angabe import eintrag_argument
from netzint.cli.angabe_fragen import ask_angabe
from netzint.cli.auswahl import ask_aus
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import (
    Format,
    Formatwahl,
    Probe,
    Stand,
    Stichtag,
    Wurzel,
    tag_option,
    text_option,
    wort_argument,
)
from netzint.cli.vorgang import fuehre_aus

Kommune = Annotated[
    str | None, text_option("--stelle", metavar="KOMMUNE", hilfe="Die Kommune, z. B. stadt-musterstadt.", pflicht=True)
]
Von = Annotated[date | None, tag_option("--ab", "--von", hilfe="Der erste Tag; sonst heute.")]
Bis = Annotated[date | None, tag_option("--bis", hilfe="Der letzte Tag; sonst heute.")]
Nachfolge = Annotated[bool, typer.Option("--nachfolge", help="Wer bisher eingetragen ist, endet am Tag davor.")]
Eintrag = Annotated[
    str | None,
    wort_argument("KENNUNG", "Der Eintrag, z. B. ib-stadt-musterstadt, oder die Kommune."),
]
NeuerName = Annotated[str | None, text_option("--name", metavar="NAME", hilfe="Der neue Name.")]
Verknuepft = Annotated[
    str | None,
    text_option("--person", metavar="KENNUNG", hilfe="Die Person ist als Mitglied erfasst; ihr Name steht dann dort."),
]
Ohne = Annotated[
    list[str] | None,
    text_option("--ohne", metavar="ANGABE", hilfe="Streichen: anrede, e-mail, telefon. Mehrmals möglich."),
]
Wer = Annotated[str | None, wort_argument("NAME", "Vor- und Nachname, auch als --name möglich; oder --person.")]


def neu(
    angabe: Wer = None, *, wurzel: Wurzel = Path(), stelle: Kommune = None, person: m.Personangabe = None,
    name: m.Name = None, anrede: m.Anrede = None, e_mail: m.Mail = None, telefon: m.Telefon = None, von: Von = None,
    nachfolge: Nachfolge = False, probe: Probe = False,
) -> int:  # fmt: skip
    """Eine Integrationsbeauftragte oder einen Integrationsbeauftragten einer Kommune eintragen."""
    from netzint.vorgaenge.beauftragte import Angaben, neu

    kommune = ask_aus(wurzel, "stellen", "Kommune", stelle, "--stelle")
    name = fragen.take_name(angabe, name, "--name")
    if person is None and name is None:
        name = fragen.ask_text("Vor- und Nachname", option="NAME oder --person")
    angaben = Angaben(person, name, anrede, e_mail, telefon)
    vorgang = partial(neu, stichtag=heute.today(), stelle=kommune, angaben=angaben, von=von, nachfolge=nachfolge)
    return fuehre_aus(wurzel, vorgang, probe=probe)


_GEFRAGT = {
    "e_mail": "--e-mail", "telefon": "--telefon", "name": "--name", "anrede": "--anrede", "mitglied": "--person",
}  # fmt: skip
"""What can be asked for at a terminal."""


def aendern(
    kennung: Eintrag = None, *, wurzel: Wurzel = Path(), person: Verknuepft = None, name: NeuerName = None,
    anrede: m.Anrede = None, e_mail: m.Mail = None, telefon: m.Telefon = None, ohne: Ohne = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Name oder Erreichbarkeit in einem Eintrag des Verzeichnisses ändern.

    Ist jemand anderes im Amt: netzint beauftragte neu --nachfolge. Ein falscher Tag: netzint berichtigen KENNUNG
    """
    from netzint.vorgaenge.beauftragte import Angaben, aendern

    wahl = ask_aus(wurzel, "beauftragte", "Eintrag", kennung)
    angaben = Angaben(person, name, anrede, e_mail, telefon)
    if not ohne and angaben == Angaben():
        angaben = angaben._replace(**ask_angabe(_GEFRAGT))
    return fuehre_aus(wurzel, partial(aendern, eintrag=wahl, angaben=angaben, ohne=tuple(ohne or ())), probe=probe)


def beenden(kennung: Eintrag = None, *, wurzel: Wurzel = Path(), bis: Bis = None, probe: Probe = False) -> int:
    """Einen Eintrag im Verzeichnis beenden."""
    from netzint.vorgaenge import beauftragte

    wahl = ask_aus(wurzel, "beauftragte", "Eintrag", kennung)
    return fuehre_aus(wurzel, partial(beauftragte.beenden, stichtag=heute.today(), eintrag=wahl, bis=bis), probe=probe)


def liste(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Die Integrationsbeauftragten nach Kommunen zeigen."""
    from netzint.berichte import abdeckung

    frage = read(wurzel, stichtag, stand)
    show_bericht(abdeckung.liste(frage.bestand, frage.stichtag), form)


def zeigen(
    kennung: Annotated[
        str, eintrag_argument("KENNUNG", "Der Eintrag, die Kommune oder die Person.", "Eintrag", "beauftragte")
    ],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Einen Eintrag des Verzeichnisses zeigen: wer, wo, seit wann."""
    from netzint.berichte import beauftragte

    frage = read(wurzel, stichtag, stand)
    show_bericht(beauftragte.zeigen(frage.bestand, kennung, frage.stichtag), form)


def abdeckung(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Zeigen, in welchen der 44 Stadt- und Landkreise es Integrationsbeauftragte gibt."""
    from netzint.berichte import abdeckung as berichte

    frage = read(wurzel, stichtag, stand)
    show_bericht(berichte.abdeckung(frage.bestand, frage.stichtag), form)
