"""What ``netzint berichtigen`` shows and asks where nobody said what is wrong: each value with its path."""

from __future__ import annotations

from pathlib import Path

from netzint.cli import fragen, heute
from netzint.cli.bericht_ausgabe import show_bericht


def ask_werte(wurzel: Path, kennung: str, zu: str) -> dict[str, str]:
    """What can be put right in an entry; at a terminal one of the values, and what is right. Empty: only shown."""
    from netzint.berichte import angaben
    from netzint.cli.lesen import read_head
    from netzint.vorgaenge.berichtigen import find_teil

    entry, ziel = find_teil(read_head(wurzel, heute.today()).bestand, kennung, zu)
    show_bericht(angaben.zeigen(entry, ziel.teil, ziel.name), "text")
    if not fragen.is_dialog():
        return {}
    known = angaben.list_werte(ziel.teil, ziel.name)
    pfade = [wert.pfad for wert in known]
    pfad = fragen.ask_wahl("Welche Angabe ist falsch (Nummer oder Name)", pfade, option="--setze", zeigen=False)
    return {pfad: fragen.ask_text("Was richtig ist (Enter: herausnehmen)", option="--setze", leer=True)}
