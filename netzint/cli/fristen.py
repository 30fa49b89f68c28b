"""``netzint fristen``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli.ausgabe import show, show_daten
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.lesen import read
from netzint.cli.optionen import Format, Formatwahl, Stand, Stichtag, Wurzel, tag_option
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from netzint.cli.lesen import Frage


def fristen(
    *,
    wurzel: Wurzel = Path(),
    bis: Annotated[
        date | None, tag_option("--bis", hilfe="Bis zu diesem Tag; sonst so weit, wie die Geschäftsordnung blickt.")
    ] = None,
    ics: Annotated[
        bool, typer.Option("--ics", help="Als Kalender für Outlook und andere (iCalendar) ausgeben.")
    ] = False,
    nach: Annotated[
        Path | None,
        typer.Option("--nach", metavar="DATEI", show_default=False, help="Den Kalender in diese Datei schreiben."),
    ] = None,
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Alle Fristen zeigen, oder als Kalender ausgeben."""
    from netzint.berichte.fristen import fristen as make
    from netzint.vorgaenge.sitzung_abgleich import count_nachtraege

    frage = read(wurzel, stichtag, stand)
    nachtraege = count_nachtraege(frage.bestand, frage.stichtag)
    if ics or nach is not None:
        _hand_out(_kalender(frage, bis, nachtraege), nach)
    else:
        show_bericht(make(frage.bestand, frage.stichtag, bis, nachtraege), form)


def _kalender(frage: Frage, bis: date | None, nachtraege: dict[str, int]) -> bytes:
    from netzint.berichte.fristen import default_bis, list_fristen
    from netzint.dokumente.kalender import write_kalender

    until = bis or default_bis(frage.bestand, frage.stichtag)
    found = list_fristen(frage.bestand, frage.stichtag, until, nachtraege)
    return write_kalender(frage.bestand, found, frage.stichtag)


def _hand_out(kalender: bytes, nach: Path | None) -> None:
    from netzint.ablage.ausgabe import write_dokumente

    if nach is None:
        show_daten(kalender.decode())
        return
    _, problem = write_dokumente(nach.parent, {nach.name: kalender}, gewaehlt=True)
    if problem:
        raise NetzintFehler(problem, "Platz und Schreibrechte prüfen, oder eine andere Datei nennen.", Ausgang.UMGEBUNG)
    show(str(nach))
