"""``netzint spur KENNUNG``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import Format, Formatwahl, Stand, Stichtag, Wurzel


def spur(
    kennung: Annotated[
        str,
        typer.Argument(metavar="KENNUNG", help="Irgendein Eintrag oder Beschluss, z. B. he-2026-04 oder thema-wohnen."),
    ],
    *,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Die ganze Kette zeigen: woher etwas kommt und was daraus wurde.

    Vom Bedarf über Thema, Ziel, Arbeitsgruppe, Empfehlung, Vorlage und Beschluss bis zur Erledigung.
    """
    from netzint.berichte import spur as bericht

    frage = read(wurzel, stichtag, stand)
    show_bericht(bericht.spur(frage.bestand, kennung, frage.stichtag), form)
