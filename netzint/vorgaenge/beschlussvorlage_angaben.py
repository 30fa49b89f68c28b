"""What is said of a Beschlussvorlage, as it was typed, and as it stands in the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from netzint.modell.bestand import GESCHAEFTSSTELLE, STRATEGIEGRUPPE, Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.finden import find_ag, find_mitglied, find_stelle
from netzint.modell.sprache import fold
from netzint.vorgaenge.angaben import clean_prosa, clean_zeile, falsch

_PROSA = ("sachverhalt", "begruendung", "finanzielle_auswirkungen")
STREICHBAR = (*_PROSA, "beschlussvorschlag", "anlagen", "berichterstattung", "beratungsfolge")
"""What a Vorlage may be without."""
ERGEBNISSE = ("zustimmung", "ablehnung", "kenntnis", "vertagt")
"""What may come of a Beratung elsewhere."""


class Beratungsangabe(NamedTuple):
    """A step of the Beratungsfolge as it was typed."""

    gremium: str
    am: date | None = None
    ergebnis: str | None = None


class Angaben(NamedTuple):
    """What was typed; None and the empty tuple: not given. Lists replace what was there."""

    betreff: str | None = None
    sachverhalt: str | None = None
    begruendung: str | None = None
    finanzielle_auswirkungen: str | None = None
    beschlussvorschlag: tuple[str, ...] = ()
    anlagen: tuple[str, ...] = ()
    beratungsfolge: tuple[Beratungsangabe, ...] = ()
    berichterstattung: str | None = None
    federfuehrung: str | None = None
    oeffentlich: bool | None = None
    beschlossen: str | None = None
    """The wording of a free motion."""
    ohne: tuple[str, ...] = ()


def clean_angaben(bestand: Bestand, angaben: Angaben) -> dict[str, Any]:
    """The values as they stand in the file; None takes one out. Raises NetzintFehler (wrong usage)."""
    found = dict(_iter_werte(bestand, angaben))
    for word in angaben.ohne:
        feld = fold(word).replace("-", "_").replace(" ", "_")
        if feld not in STREICHBAR:
            raise falsch(f"„{word}“ lässt sich nicht streichen.", f"Streichen lässt sich: {', '.join(STREICHBAR)}.")
        if feld in found:
            raise falsch(f"„{feld}“ ist angegeben und soll zugleich gestrichen werden.", "Eines von beiden weglassen.")
        found[feld] = None
    return found


def _iter_werte(bestand: Bestand, angaben: Angaben) -> Iterator[tuple[str, Any]]:
    if angaben.betreff is not None:
        yield "betreff", clean_zeile("--betreff", angaben.betreff)
    for feld in _PROSA:
        text = getattr(angaben, feld)
        if text is not None:
            yield feld, clean_prosa(f"--{feld.replace('_', '-')}", text)
    if angaben.beschlussvorschlag:
        yield "beschlussvorschlag", [clean_prosa("--beschlussvorschlag", t) for t in angaben.beschlussvorschlag]
    if angaben.anlagen:
        yield "anlagen", [clean_zeile("--anlage", text) for text in angaben.anlagen]
    if angaben.beratungsfolge:
        yield "beratungsfolge", [_beratung(bestand, text) for text in angaben.beratungsfolge]
    if angaben.berichterstattung is not None:
        yield "berichterstattung", find_mitglied(bestand, angaben.berichterstattung).kennung
    if angaben.federfuehrung is not None:
        yield "federfuehrung", _find_federfuehrung(bestand, angaben.federfuehrung)
    if angaben.oeffentlich is not None:
        yield "oeffentlich", angaben.oeffentlich


def _find_federfuehrung(bestand: Bestand, text: str) -> str:
    """The Geschäftsstelle, an AG or a Stelle."""
    if fold(text.strip()) == GESCHAEFTSSTELLE:
        return GESCHAEFTSSTELLE
    try:
        return find_ag(bestand, text).kennung
    except NetzintFehler:
        return find_stelle(bestand, text).kennung


def _beratung(bestand: Bestand, angabe: Beratungsangabe) -> dict[str, Any]:
    is_own = fold(angabe.gremium) == STRATEGIEGRUPPE
    found: dict[str, Any] = {"gremium": STRATEGIEGRUPPE if is_own else find_ag(bestand, angabe.gremium).kennung}
    if angabe.am is not None:
        found["am"] = angabe.am
    if angabe.ergebnis is not None:
        if fold(angabe.ergebnis) not in ERGEBNISSE:
            raise falsch(f"Das Ergebnis „{angabe.ergebnis}“ gibt es nicht.", f"Es gibt: {', '.join(ERGEBNISSE)}.")
        found["ergebnis"] = fold(angabe.ergebnis)
    return found
