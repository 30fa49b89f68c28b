"""``netzint fristen``."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli.bericht_ausgabe import show_bericht
from netzint.cli.kalender import hand_out
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
        typer.Option(
            "--nach", metavar="DATEI", show_default=False, help="Den Kalender (oder die xlsx) in diese Datei schreiben."
        ),
    ] = None,
    stichtag: Stichtag = "",
    stand: Stand = "",
    form: Format = Formatwahl.TEXT,
) -> None:
    """Alle Fristen zeigen, oder als Kalender ausgeben.

    Ladungen, Sitzungen, Niederschriften, Rückmeldungen, Wiedervorlagen, alte Bedarfe, das Ende von AG-Mandaten,
    Mandaten, Umläufen und Ausnahmen, Veranstaltungen. Was überfällig ist, steht dabei, solange es offen ist.
    """
    from netzint.berichte.fristen import fristen as make
    from netzint.vorgaenge.sitzung_abgleich import count_nachtraege

    if form is not Formatwahl.TEXT and (ics or (nach is not None and form is not Formatwahl.XLSX)):
        text = f"Ein Kalender hat seine eigene Form; --format {form} passt nicht dazu."
        raise NetzintFehler(text, "Eins von beiden weglassen.", Ausgang.AUFRUF)
    frage = read(wurzel, stichtag, stand)
    nachtraege = count_nachtraege(frage.bestand, frage.stichtag)
    if ics or (nach is not None and form is Formatwahl.TEXT):
        hand_out(_kalender(frage, bis, nachtraege), nach)
    else:
        show_bericht(make(frage.bestand, frage.stichtag, bis, nachtraege), form)


def _kalender(frage: Frage, bis: date | None, nachtraege: dict[str, int]) -> bytes:
    from netzint.berichte.fristen import find_bis, list_fristen
    from netzint.dokumente.kalender import write_kalender

    until = find_bis(frage.bestand, frage.stichtag, bis)
    found = list_fristen(frage.bestand, frage.stichtag, until, nachtraege)
    return write_kalender(frage.bestand, found, frage.stichtag)
