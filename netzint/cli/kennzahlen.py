"""``netzint kennzahlen``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import Format, Formatwahl, Stand, Stichtag, Wurzel


def kennzahlen(
    *,
    wurzel: Wurzel = Path(),
    jahr: Annotated[
        int | None, typer.Option("--jahr", metavar="JJJJ", min=1900, max=2199, help="Nur dieses Jahr.")
    ] = None,
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Sitzungen, Anwesenheit, Empfehlungen und Dauern in Zahlen, Jahr für Jahr."""
    from netzint.berichte.kennzahlen import kennzahlen as make

    frage = read(wurzel, stichtag, stand)
    show_bericht(make(frage.bestand, frage.stichtag, jahr), form)
