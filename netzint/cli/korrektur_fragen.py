"""What ``netzint berichtigen`` shows and asks where nobody said what is wrong: each value with its path."""

from __future__ import annotations

from pathlib import Path

from netzint.cli import fragen, heute
from netzint.cli.bericht_ausgabe import show_bericht
from netzint.modell.fehler import Ausgang, NetzintFehler


def ask_vorgang(wurzel: Path, vorgang: str | None) -> str:
    """The Vorgang that was named; otherwise one of the last ones, asked at a terminal."""
    if vorgang is not None or not fragen.is_dialog():
        return vorgang if vorgang is not None else fragen.ask_text("Vorgang", option="VORGANG")
    from netzint.ablage.letzte_vorgaenge import list_vorgaenge

    known = list_vorgaenge(wurzel)
    if not known:
        text = "Hier gibt es noch keinen Vorgang, der sich zurücknehmen ließe."
        raise NetzintFehler(text, "Was heute zu tun ist, zeigt: netzint lage", Ausgang.ABGELEHNT)
    return fragen.ask_eintrag("Welchen Vorgang zurücknehmen", known, option="VORGANG")


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
    frage = "Was richtig ist (Enter: herausnehmen; @DATEI: Text aus einer Datei)"
    return {pfad: fragen.ask_text(frage, option="--setze", leer=True, datei=True)}
