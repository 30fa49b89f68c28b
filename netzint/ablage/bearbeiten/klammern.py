"""Edits inside of brackets (flow style), and out of them when they get too small."""

from __future__ import annotations

from typing import Any

from netzint.ablage.bearbeiten import zeilen
from netzint.ablage.bearbeiten.baum import Kind, Knoten, UngewohntFehler, has_kommentar
from netzint.ablage.bearbeiten.plan import Schritt
from netzint.ablage.bearbeiten.text import Dokument
from netzint.ablage.yamltext import BREITE, Roh, has_prosa, quote_if_needed, render_flat
from netzint.modell.befund import Feldpfad
from netzint.modell.klartext import Klartext


def edit(dok: Dokument, wurzel: Knoten, eltern: list[Kind], schritt: Schritt, stelle: int) -> None:
    """One step in a bracket, the last of ``eltern``; ``stelle`` is the place among its children."""
    behaelter = eltern[-1].knoten if eltern else wurzel
    klammer = next((kind for kind in eltern if kind.knoten.klammern), None)
    knoten = klammer.knoten if klammer else wurzel
    if dok.text[behaelter.start] not in "[{":
        raise UngewohntFehler
    innen = schritt.feld[eltern.index(klammer) + 1 :] if klammer else ()
    kann_auf = klammer is not None and not has_kommentar(dok.text, knoten)
    muss_auf = has_prosa(schritt.wert) or _is_liste_von_bloecken(behaelter, schritt)
    start, ende, neu = _cut(dok, behaelter, schritt, stelle)
    if klammer and kann_auf and (muss_auf or _is_zu_lang(dok, knoten, start, ende, neu)):
        wert = _change(_to_roh(dok.text, knoten), innen, schritt, stelle)
        zeilen.replace(dok, klammer, wert, block=True)
    elif muss_auf or (not behaelter.kinder and "#" in dok.text[start:ende]):
        raise UngewohntFehler
    else:
        dok.splice_vor_kommentar(start, ende, neu, knoten.ende)


def _is_liste_von_bloecken(behaelter: Knoten, schritt: Schritt) -> bool:
    """The first mapping of a list gets a line of its own."""
    return behaelter.art == "liste" and not behaelter.kinder and isinstance(schritt.wert, dict)


def _cut(dok: Dokument, behaelter: Knoten, schritt: Schritt, stelle: int) -> tuple[int, int, str]:
    """Which part of the text gives way to what."""
    kinder = behaelter.kinder
    if schritt.art == "ersetzen":
        knoten = kinder[stelle].knoten
        return knoten.start, knoten.ende, render_flat(schritt.wert)
    if schritt.art == "entfernen":
        return (*_cut_out(dok.text, behaelter, stelle), "")
    name = schritt.feld[-1]
    neu = render_flat(schritt.wert)
    if isinstance(name, str):
        neu = render_flat({name: schritt.wert})[1:-1]
    if not kinder:
        return behaelter.start + 1, behaelter.ende - 1, neu
    if stelle < len(kinder):
        return kinder[stelle].start, kinder[stelle].start, neu + ", "
    ende = kinder[-1].knoten.ende
    return ende, ende, _komma(dok, behaelter, len(neu)) + neu


def _komma(dok: Dokument, behaelter: Knoten, laenge: int) -> str:
    """The comma before a new last child; where the author has broken the lines, a full one is broken, too."""
    ende = behaelter.kinder[-1].knoten.ende
    anfang = dok.find_zeilenanfang(ende)
    if anfang <= behaelter.start or ende - anfang + laenge + 3 <= BREITE:
        return ", "
    zeile = dok.text[anfang:ende]
    return ",\n" + " " * (len(zeile) - len(zeile.lstrip(" ")))


def _cut_out(text: str, behaelter: Knoten, stelle: int) -> tuple[int, int]:
    kinder = behaelter.kinder
    kind = kinder[stelle]
    if stelle + 1 < len(kinder):
        ende = kinder[stelle + 1].start
        if "#" in text[kind.knoten.ende : ende]:
            return kind.start, text.index(",", kind.knoten.ende) + 1
        return kind.start, ende
    start = kinder[stelle - 1].knoten.ende
    if "#" in text[start : kind.start]:
        return kind.start, kind.knoten.ende
    return start, kind.knoten.ende


def _is_zu_lang(dok: Dokument, knoten: Knoten, start: int, ende: int, neu: str) -> bool:
    """Whether a bracket on one line no longer fits; one that its author has broken stays as it is."""
    if "\n" in dok.text[knoten.start : knoten.ende]:
        return False
    laenge = knoten.ende - dok.find_zeilenanfang(knoten.ende)
    neue_laenge = laenge + len(neu) - (ende - start)
    return neue_laenge > BREITE and neue_laenge > laenge


def _change(wert: Klartext, weg: Feldpfad, schritt: Schritt, stelle: int) -> Klartext:
    """The value of the outermost bracket after the step; a line for each child, every scalar with its quotes."""
    innen: Any = wert
    *davor, name = weg
    for teil in davor:
        innen = innen[teil]
    if schritt.art == "entfernen":
        del innen[name]
    elif schritt.art == "ersetzen":
        innen[name] = schritt.wert
    elif isinstance(innen, list):
        innen.insert(stelle, schritt.wert)
    else:
        felder = list(innen.items())
        innen.clear()
        innen.update([*felder[:stelle], (name, schritt.wert), *felder[stelle:]])
    return wert


def _to_roh(text: str, knoten: Knoten) -> Klartext:
    if knoten.art == "liste":
        return [_to_roh(text, kind.knoten) for kind in knoten.kinder]
    if knoten.art == "zuordnung":
        return {str(kind.name): _to_roh(text, kind.knoten) for kind in knoten.kinder}
    raw = text[knoten.start : knoten.ende]
    return Roh.of(knoten.wert, quote_if_needed(knoten.wert) if "\n" in raw else raw)
