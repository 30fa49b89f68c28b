"""``netzint empfehlung liste`` and ``zeigen``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.empfehlung import Kennung
from netzint.cli.empfehlung_optionen import choose
from netzint.cli.lesen import read
from netzint.cli.optionen import Format, Formatwahl, Stand, Stichtag, Wurzel, text_option


def liste(
    *,
    ag: Annotated[str, text_option("--ag", hilfe="Nur Empfehlungen dieser Arbeitsgruppe.", metavar="AG")] = "",
    zustand: Annotated[
        str,
        text_option("--zustand", "--stand-der-umsetzung", hilfe="Nur in diesem Stand, z. B. eingereicht, umgesetzt."),
    ] = "",
    stelle: Annotated[str, text_option("--stelle", hilfe="Nur an diese Stelle gerichtete.", metavar="STELLE")] = "",
    ziel: Annotated[str, text_option("--ziel", hilfe="Nur zu diesem Ziel.", metavar="ZIEL")] = "",
    offen: Annotated[bool, typer.Option("--offen", help="Nur wo noch etwas fehlt.")] = False,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Alle Empfehlungen mit ihrem Stand zeigen und was als Nächstes fehlt."""
    from netzint.berichte import empfehlungen as bericht
    from netzint.recht.zustaende import EMPFEHLUNG

    frage = read(wurzel, stichtag, stand)
    wanted = choose("--zustand", zustand, tuple(EMPFEHLUNG)) if zustand else ""
    auswahl = bericht.Auswahl(ag, wanted, stelle, ziel, offen)
    show_bericht(bericht.liste(frage.bestand, frage.stichtag, auswahl), form)


def zeigen(
    kennung: Kennung,
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Das ganze Leben einer Empfehlung zeigen: Wortlaut, Verlauf, Umsetzung, was fehlt und wer am Zug ist."""
    from netzint.berichte import empfehlungsleben

    frage = read(wurzel, stichtag, stand)
    show_bericht(empfehlungsleben.zeigen(frage.bestand, kennung, frage.stichtag), form)
