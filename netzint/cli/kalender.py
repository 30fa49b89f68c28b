"""``netzint kalender``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from netzint.cli.ausgabe import show, show_daten
from netzint.cli.lesen import read
from netzint.cli.optionen import Stand, Stichtag, Wurzel
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from netzint.berichte.fristquellen import Frist
    from netzint.cli.lesen import Frage


def kalender(
    kennung: Annotated[
        str | None,
        typer.Argument(metavar="KENNUNG", show_default=False, help="Eine Sitzung oder Veranstaltung; sonst alle."),
    ] = None,
    *,
    wurzel: Wurzel = Path(),
    fristen: Annotated[bool, typer.Option("--fristen", help="In den Kalender mit allen auch die Fristen.")] = False,
    nach: Annotated[
        Path | None,
        typer.Option("--nach", metavar="DATEI", show_default=False, help="Den Kalender in diese Datei schreiben."),
    ] = None,
    stichtag: Stichtag = "",
    stand: Stand = "",
) -> None:
    """Sitzungen und Veranstaltungen als Kalender ausgeben: alle zum Abonnieren, oder eine zum Einladen.

    Zu einer Kennung entsteht eine Einladung, eine Aktualisierung oder eine Absage: das Kalenderprogramm erkennt den
    Termin wieder und weiß, welche Fassung die neuere ist. Eingeladen ist darin, wer im Verteiler steht und eine
    dienstliche E-Mail-Adresse hat. Der Kalender mit allen Terminen nennt niemanden.
    """
    if kennung and fristen:
        raise NetzintFehler(
            "Zu einer einzelnen Kennung gibt es keine Fristen.", "Die Kennung oder --fristen weglassen.", Ausgang.AUFRUF
        )
    check_datei(nach, "termine.ics")
    frage = read(wurzel, stichtag, stand)
    hand_out(_einer(frage, kennung) if kennung else _alle(frage, fristen=fristen), nach)


def _einer(frage: Frage, kennung: str) -> bytes:
    from netzint.dokumente.termindatei import kalender_zu

    return kalender_zu(frage.bestand, kennung)


def _alle(frage: Frage, *, fristen: bool) -> bytes:
    from netzint.dokumente.kalender import write_abo
    from netzint.dokumente.termin import list_termine

    return write_abo(frage.bestand, list_termine(frage.bestand), find_fristen(frage) if fristen else (), frage.stichtag)


def find_fristen(frage: Frage) -> tuple[Frist, ...]:
    """The deadlines as far as the Geschäftsordnung looks ahead."""
    from netzint.berichte.fristen import find_bis, list_fristen
    from netzint.vorgaenge.sitzung_abgleich import count_nachtraege

    bestand, tag = frage.bestand, frage.stichtag
    return tuple(list_fristen(bestand, tag, find_bis(bestand, tag, None), count_nachtraege(bestand, tag)))


def check_datei(nach: Path | None, beispiel: str) -> None:
    """Refuse a folder where a file has to be named."""
    if nach is not None and (nach.is_dir() or not nach.name):
        raise NetzintFehler(f"„{nach}“ ist ein Ordner.", f"Eine Datei darin nennen, z. B. {beispiel}.", Ausgang.AUFRUF)


def hand_out(data: bytes, nach: Path | None) -> None:
    """Into the file that was named, otherwise to standard output."""
    from netzint.ablage.ausgabe import write_dokumente

    if nach is None:
        show_daten(data.decode())
        return
    if nach.is_dir() or not nach.name:
        hinweis = "Eine Datei darin nennen, z. B. termine.ics."
        raise NetzintFehler(f"„{nach}“ ist ein Ordner.", hinweis, Ausgang.AUFRUF)
    _, problem = write_dokumente(nach.parent, {nach.name: data}, gewaehlt=True)
    if problem:
        raise NetzintFehler(problem, "Platz und Schreibrechte prüfen, oder eine andere Datei nennen.", Ausgang.UMGEBUNG)
    show(str(nach))
