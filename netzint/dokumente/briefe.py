"""Which letters belong to an AG, a person, a seat, the Strategiegruppe or an Empfehlung: who is addressed how.

``ag-…`` and a person: Einsetzungsschreiben (an AG also its Abschlussbericht) · ``sitz-…`` and ``strategiegruppe``:
Benennungsanfragen · ``he-…``: Weiterleitung and, asked for, Wiedervorlage · ``wiedervorlagen``: all that are due.
"""

from __future__ import annotations

from datetime import date

from netzint.dokumente import schreiben, schreiben_ag, schreiben_stelle
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.jahr import WIEDERVORLAGEN
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sprache import aufzaehlung

WEITERLEITUNG = "weiterleitung"


def find_briefe(bestand: Bestand, kennung: str, stichtag: date, art: str) -> tuple[Auftrag, ...] | None:
    """The letters of a Kennung; None if it is none that has letters. Raises NetzintFehler if there is none to write."""
    if kennung in bestand.empfehlungen:
        _require(art, (WEITERLEITUNG, schreiben_stelle.WIEDERVORLAGE))
        if art == schreiben_stelle.WIEDERVORLAGE:
            return schreiben_stelle.wiedervorlagen(bestand, kennung, stichtag)
        return schreiben.weiterleitungen(bestand, kennung, stichtag)
    if kennung in bestand.arbeitsgruppen:
        _require(art, schreiben_ag.ARTEN)
        return schreiben_ag.ag_papiere(bestand, kennung, stichtag, art)
    if kennung in bestand.mitglieder:
        _require(art, (schreiben_ag.EINSETZUNG,))
        return schreiben_ag.mitglied_papiere(bestand, kennung, stichtag)
    if kennung in bestand.alle_sitze:
        _require(art, (schreiben_stelle.BENENNUNG,))
        return schreiben_stelle.anfragen_zum_sitz(bestand, kennung, stichtag)
    if kennung == WIEDERVORLAGEN:
        _require(art, (schreiben_stelle.WIEDERVORLAGE,))
        return schreiben_stelle.alle_wiedervorlagen(bestand, stichtag)
    if kennung == STRATEGIEGRUPPE and art in ("", schreiben_stelle.BENENNUNG):
        return _to_all_seats(bestand, stichtag)
    return None


def _to_all_seats(bestand: Bestand, stichtag: date) -> tuple[Auftrag, ...]:
    found = schreiben_stelle.alle_anfragen(bestand, stichtag)
    if not found:
        text = "Alle Sitze der Strategiegruppe sind besetzt, auch auf absehbare Zeit; anzufragen ist nichts."
        hinweis = "Fehlt nur eine Stellvertretung, den Sitz nennen: netzint dokument erzeugen sitz-…"
        raise NetzintFehler(text, hinweis, Ausgang.AUFRUF)
    return found


def _require(art: str, known: tuple[str, ...]) -> None:
    if art and art not in known:
        raise NetzintFehler(f"Hier gibt es die Art „{art}“ nicht.", f"Es gibt: {aufzaehlung(known)}.", Ausgang.AUFRUF)
