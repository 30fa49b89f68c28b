"""``netzint suche``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import Format, Formatwahl, Stand, Stichtag, Wurzel
from netzint.modell.fehler import Ausgang, NetzintFehler


def suche(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="Was gesucht wird; mehrere Wörter ohne weiteres.")],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """In allen Einträgen suchen; mit Datei und Zeile."""
    from netzint.ablage.fundstellen import find_zeilen
    from netzint.berichte.suche import find_funde
    from netzint.berichte.suche import suche as make

    wanted = " ".join(" ".join(text).split())
    if not wanted:
        raise NetzintFehler("Es fehlt, was gesucht wird.", "Zum Beispiel: netzint suche Wohnraum", Ausgang.AUFRUF)
    frage = read(wurzel, stichtag, stand)
    show_bericht(make(wanted, find_zeilen(find_funde(frage.bestand, wanted), frage.gelesen.read)), form)
