"""``netzint beschluesse`` and ``netzint beschlusskontrolle``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.empfehlung_optionen import choose
from netzint.cli.lesen import read
from netzint.cli.optionen import Format, Formatwahl, Stand, Stichtag, Wurzel, tag_option, text_option


def beschluesse(
    kennung: Annotated[
        str,
        typer.Argument(
            metavar="[KENNUNG]", show_default=False, help="Nur zu dieser Sitzung, Empfehlung oder AG, oder x/y allein."
        ),
    ] = "",
    *,
    gremium: Annotated[
        str, text_option("--gremium", hilfe="strategiegruppe oder die Kennung einer AG.", metavar="GREMIUM")
    ] = "",
    ergebnis: Annotated[
        str, text_option("--ergebnis", hilfe="Nur mit diesem Ergebnis, z. B. abgelehnt oder vertagt.")
    ] = "",
    von: Annotated[date | None, tag_option("--von", hilfe="Nur Beschlüsse von diesem Tag an.")] = None,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Alle Beschlüsse zeigen: Antrag, Stimmen und Ergebnis; zu einer Kennung auch, warum es so ausging."""
    from netzint.berichte import beschluesse as bericht

    frage = read(wurzel, stichtag, stand)
    wanted = choose("--ergebnis", ergebnis, bericht.ERGEBNISSE) if ergebnis else ""
    auswahl = bericht.Auswahl(kennung, gremium, wanted, von or date.min)
    show_bericht(bericht.beschluesse(frage.bestand, frage.stichtag, auswahl), form)


def beschlusskontrolle(
    *,
    empfehlung: Annotated[
        str, text_option("--empfehlung", hilfe="Nur diese Empfehlung, z. B. he-2026-04.", metavar="KENNUNG")
    ] = "",
    ag: Annotated[str, text_option("--ag", hilfe="Nur Empfehlungen dieser Arbeitsgruppe.", metavar="AG")] = "",
    stelle: Annotated[str, text_option("--stelle", hilfe="Nur diese Stelle.", metavar="STELLE")] = "",
    ampel: Annotated[str, text_option("--ampel", hilfe="Nur grün, gelb, rot oder grau.", metavar="FARBE")] = "",
    offen: Annotated[bool, typer.Option("--offen", help="Nur was noch nicht erledigt oder abgegeben ist.")] = False,
    faellig: Annotated[bool, typer.Option("--faellig", help="Nur was heute zur Wiedervorlage ansteht.")] = False,
    wurzel: Wurzel = Path(),
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Zeigen, was aus den beschlossenen Empfehlungen bei jeder Stelle geworden ist, mit Ampel."""
    from netzint.berichte import beschlusskontrolle as bericht

    frage = read(wurzel, stichtag, stand)
    light = choose("--ampel", ampel, ("gruen", "gelb", "rot", "grau")) if ampel else ""
    auswahl = bericht.Auswahl(empfehlung, ag, stelle, light, offen, faellig)
    show_bericht(bericht.beschlusskontrolle(frage.bestand, frage.stichtag, auswahl), form)
