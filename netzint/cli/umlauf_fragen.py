"""The questions about an Umlauf: what goes round, which one is meant, who has answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from netzint.cli import fragen, heute
from netzint.cli.angabe_fragen import ask_angabe
from netzint.cli.lesen import read_head
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from netzint.vorgaenge.umlauf import Frage

FREI = "frei"


def ask_sache(wurzel: Path, tag: date, frage: Frage) -> Frage:
    """What goes round, if nobody said and somebody can be asked."""
    from netzint.vorgaenge.umlauf import find_sache, list_sachen

    if frage.vorlage or frage.empfehlung or not fragen.is_dialog():
        return frage
    if not (frage.titel or frage.beschlossen):
        bestand = read_head(wurzel, tag).bestand
        auswahl = [*list_sachen(bestand, tag), (FREI, "ein freier Beschluss in eigenen Worten")]
        finde = partial(_find_wahl, partial(find_sache, bestand))
        chosen = fragen.ask_eintrag("Worüber wird abgestimmt", auswahl, option="--vorlage", finde=finde)
        if chosen != FREI:
            found = find_sache(bestand, chosen)
            return frage._replace(vorlage=found.vorlage, empfehlung=found.empfehlung)
    titel = frage.titel or fragen.ask_text("Worum geht es", option="TITEL")
    text = frage.beschlossen or fragen.ask_prosa("Was soll beschlossen werden", option="--beschlossen")
    return frage._replace(titel=titel, beschlossen=text)


def _find_wahl(finde: Callable[[str], object], text: str) -> None:
    if text != FREI:
        finde(text)


def ask_umlauf(wurzel: Path, kennung: str | None) -> str:
    """The Umlauf that was named, or one of those that run. Raises NetzintFehler if none does."""
    if kennung is not None or not fragen.is_dialog():
        return kennung if kennung is not None else fragen.ask_eintrag("Umlauf", (), option="KENNUNG")
    from netzint.modell.finden import find_umlauf

    bestand = read_head(wurzel, heute.today()).bestand
    running = [(u.kennung, u.titel) for u in bestand.umlaeufe.values() if u.abschluss is None and u.entfallen is None]
    if not running:
        hinweis = "Eines beginnen: netzint umlauf neu; alle zeigt: netzint umlauf liste"
        raise NetzintFehler("Es läuft kein Umlaufverfahren.", hinweis, Ausgang.ABGELEHNT)
    vorschlag = running[0][0] if len(running) == 1 else ""
    finde = partial(find_umlauf, bestand)
    return fragen.ask_eintrag("Umlauf", running, option="KENNUNG", vorschlag=vorschlag, finde=finde)


def ask_aenderung() -> dict[str, Any]:
    """What is to change about a running one."""
    felder = {"frist": "--frist", "titel": "--titel", "befangen": "--befangen"}
    neu = ask_angabe(felder, wie={"frist": fragen.ask_datum})
    return {feld: (wert,) if feld == "befangen" else wert for feld, wert in neu.items()}


def ask_gefragte(wurzel: Path, umlauf: str, mitglied: str | None) -> str:
    """Who was named, or one of those who were asked and have not answered."""
    if mitglied is not None or not fragen.is_dialog():
        return mitglied if mitglied is not None else fragen.ask_eintrag("Mitglied", (), option="MITGLIED")
    from netzint.modell.finden import find_mitglied, find_umlauf
    from netzint.vorgaenge.umlauf_antworten import list_fehlende

    bestand = read_head(wurzel, heute.today()).bestand
    missing = list_fehlende(bestand, find_umlauf(bestand, umlauf))
    auswahl = [(k, bestand.mitglieder[k].voller_name) for k in missing]
    return fragen.ask_eintrag("Mitglied", auswahl, option="MITGLIED", finde=partial(find_mitglied, bestand))
