"""``netzint netzwerk …``: what the network is called, and where its office is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from netzint.cli import heute
from netzint.cli.angabe_fragen import ask_angabe
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import (
    Format,
    Formatwahl,
    Probe,
    Stand,
    Stichtag,
    Wurzel,
    prosa_option,
    tag_option,
    text_option,
)
from netzint.cli.vorgang import fuehre_aus

Name = Annotated[str | None, text_option("--name", metavar="NAME", hilfe="Der Name des Netzwerks.")]
Stelle = Annotated[
    str | None, text_option("--geschaeftsstelle", metavar="NAME", hilfe="Wie die Geschäftsstelle in Briefen heißt.")
]
Anschrift = Annotated[
    str | None, prosa_option("--anschrift", hilfe="Ihre Postanschrift, eine Zeile je Zeile oder durch Komma getrennt.")
]
Mail = Annotated[str | None, text_option("--e-mail", metavar="ADRESSE", hilfe="Ihre Adresse; auch Autor der Commits.")]
Telefon = Annotated[str | None, text_option("--telefon", metavar="NUMMER", hilfe="Ihre dienstliche Nummer.")]
Ohne = Annotated[list[str] | None, text_option("--ohne", metavar="ANGABE", hilfe="Streichen: telefon, formate.")]
Formate = Annotated[
    list[str] | None,
    text_option("--formate", metavar="FORMAT", hilfe="Was aus jedem Schreiben wird: pdf, docx, odt, html, md."),
]
Gegruendet = Annotated[
    str | None,
    text_option("--gegruendet", metavar="JJJJ-MM", hilfe="Wann das Netzwerk gegründet wurde; davor gibt es nichts."),
]
ErfasstAb = Annotated[
    date | None,
    tag_option("--erfasst-ab", hilfe="Ab wann alles erfasst ist; davor sind Beschlüsse und Benennungen freiwillig."),
]
Beispieldaten = Annotated[
    str | None, text_option("--beispieldaten", metavar="ja|nein", hilfe="Ob alles hier erfunden ist.")
]

_GEFRAGT = {
    "anschrift": "--anschrift", "e_mail": "--e-mail", "telefon": "--telefon", "name": "--name",
    "geschaeftsstelle": "--geschaeftsstelle",
}  # fmt: skip
"""What can be asked for at a terminal."""


def zeigen(
    *, wurzel: Wurzel = Path(), stichtag: Stichtag = "", stand: Stand = "", form: Format = Formatwahl.TEXT
) -> None:
    """Zeigen, was vom Netzwerk und seiner Geschäftsstelle eingetragen ist."""
    from netzint.berichte import netzwerk

    frage = read(wurzel, stichtag, stand)
    show_bericht(netzwerk.zeigen(frage.bestand, frage.stichtag), form)


def aendern(
    *, wurzel: Wurzel = Path(), name: Name = None, geschaeftsstelle: Stelle = None, anschrift: Anschrift = None,
    e_mail: Mail = None, telefon: Telefon = None, ohne: Ohne = None, gegruendet: Gegruendet = None,
    erfasst_ab: ErfasstAb = None, formate: Formate = None, beispieldaten: Beispieldaten = None, probe: Probe = False,
) -> int:  # fmt: skip
    """Angaben zum Netzwerk oder zu seiner Geschäftsstelle ändern."""
    from functools import partial

    from netzint.vorgaenge import netzwerk

    angaben = netzwerk.Angaben(
        name, gegruendet, erfasst_ab, geschaeftsstelle, anschrift, e_mail, telefon, beispieldaten, tuple(ohne or ()),
        None if formate is None else tuple(formate),
    )  # fmt: skip
    if angaben == netzwerk.Angaben():
        angaben = angaben._replace(**ask_angabe(_GEFRAGT, ("anschrift",)))
    return fuehre_aus(wurzel, partial(netzwerk.aendern, stichtag=heute.today(), angaben=angaben), probe=probe)
