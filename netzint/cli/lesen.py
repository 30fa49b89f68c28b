"""What every reading command does first: name what an interrupted run left, and what cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netzint.cli.ausgabe import show_nebenbei
from netzint.cli.optionen import resolve_zeit

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from netzint.ablage.lesen import Gelesenes
    from netzint.modell.bestand import Bestand


class Frage(NamedTuple):
    """What a question is answered from."""

    bestand: Bestand
    stichtag: date
    gelesen: Gelesenes


def read(wurzel: Path, stichtag: str = "", stand: str = "") -> Frage:
    """The Bestand of the work tree, or of a Stand, for a Stichtag. What cannot be read is named on standard error."""
    from netzint.ablage.lesen import read_bestand

    tell_journal(wurzel)
    zeit = resolve_zeit(wurzel, stichtag, stand)
    gelesen = read_bestand(wurzel, stand=zeit.commit or None)
    broken = sorted({b.pfad for b in gelesen.befunde if b.schwere == "fehler"})
    if broken:
        show_nebenbei(f"Nicht alles ist lesbar: {', '.join(broken)}. Näheres: netzint pruefen")
    return Frage(gelesen.bestand, zeit.stichtag, gelesen)


def tell_journal(wurzel: Path) -> None:
    """Say it if an earlier Vorgang was interrupted."""
    from netzint.ablage.schreibweg.ablauf import check_journal

    unfinished = check_journal(wurzel)
    if unfinished:
        show_nebenbei(unfinished)
