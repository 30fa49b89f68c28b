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
    """In allen Einträgen suchen; mit Datei und Zeile.

    Groß oder klein ist gleich, und „Überlingen“ findet auch, wer „ueberlingen“ oder „uberlingen“ schreibt. Mit
    „--stichtag“ wird nur in Einträgen gesucht, die es an dem Tag schon gab.
    """
    from netzint.ablage.fundstellen import find_zeilen
    from netzint.berichte.suche import drop_spaetere, find_funde
    from netzint.berichte.suche import suche as make

    wanted = " ".join(" ".join(text).split())
    if not wanted:
        raise NetzintFehler("Es fehlt, was gesucht wird.", "Zum Beispiel: netzint suche Wohnraum", Ausgang.AUFRUF)
    frage = read(wurzel, stichtag, stand)
    alle = find_funde(frage.bestand, wanted)
    funde = drop_spaetere(frage.bestand, alle, frage.stichtag)
    found = find_zeilen(funde, frage.gelesen.read)
    show_bericht(make(wanted, found, frage.stichtag, len(alle) - len(funde)), form)
