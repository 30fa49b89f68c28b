"""What every reading command does first: name what an interrupted run left, and what cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netzint.cli.ausgabe import show_nebenbei
from netzint.cli.optionen import resolve_zeit

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from netzint.ablage.lesen.bestand import Gelesenes
    from netzint.modell.bestand import Bestand


class Frage(NamedTuple):
    """What a question is answered from."""

    bestand: Bestand
    stichtag: date
    gelesen: Gelesenes


def read(wurzel: Path, stichtag: str = "", stand: str = "") -> Frage:
    """The Bestand of the work tree, or of a Stand, for a Stichtag. What cannot be read is named on standard error.

    Raises NetzintFehler if the data have a newer format: nothing of them can be told.
    """
    from netzint.ablage.lesen.bestand import read_bestand

    tell_journal(wurzel)
    zeit = resolve_zeit(wurzel, stichtag, stand)
    gelesen = read_bestand(wurzel, stand=zeit.commit or None)
    _tell_unreadable(gelesen)
    return Frage(gelesen.bestand, zeit.stichtag, gelesen)


def read_head(wurzel: Path, stichtag: date) -> Frage:
    """The Bestand that a Vorgang computes on: what is committed. The Vorgang itself names what cannot be read."""
    from netzint.ablage.lesen.bestand import read_bestand
    from netzint.ablage.lesen.lesbar import refuse_newer_format
    from netzint.ablage.transaktion import require_head

    gelesen = read_bestand(wurzel, stand=require_head(wurzel))
    refuse_newer_format(gelesen)
    return Frage(gelesen.bestand, stichtag, gelesen)


def _tell_unreadable(gelesen: Gelesenes) -> None:
    from netzint.ablage.lesen.lesbar import list_unreadable, refuse_newer_format

    refuse_newer_format(gelesen)
    broken = list_unreadable(gelesen)
    if broken:
        show_nebenbei(f"Nicht alles ist lesbar: {', '.join(broken)}. Näheres: netzint pruefen")


def tell_journal(wurzel: Path) -> None:
    """Say it if an earlier Vorgang was interrupted."""
    from netzint.ablage.gitordner import has_journal

    if not has_journal(wurzel):
        return
    from netzint.ablage.schreibweg.ablauf import check_journal

    unfinished = check_journal(wurzel)
    if unfinished:
        show_nebenbei(unfinished)
