"""Beschlussvorlagen that wait for a Tagesordnung, and the TOP that each of them becomes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.modell.antrag import AgVerlaengern, Antrag, EmpfehlungAntrag
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sprache import datum, to_kennung
from netzint.regeln.beschlusslage import gegenstand
from netzint.regeln.vorlagenstand import is_entschieden

_TOP = {
    "ag_einsetzen": ("einsetzung", "ag-"),
    "ag_verlaengern": ("verlaengerung", "ag-"),
    "ag_abschliessen": ("abschluss", "ag-"),
    "schwerpunkt": ("schwerpunkt", "thema-"),
}


def list_offene_vorlagen(bestand: Bestand, stichtag: date, tag: date) -> tuple[Beschlussvorlage, ...]:
    """Beschlussvorlagen for the Sitzung of a day: undecided, not in Umlauf, on no other Tagesordnung that counts.

    A single Empfehlung comes onto the Tagesordnung by itself, with its Vorlage; minutes do, too.
    """
    placed = frozenset(_placed(bestand, tag))
    waiting = (v for v in bestand.beschlussvorlagen.values() if v.vom <= stichtag and v.kennung not in placed)
    return tuple(v for v in waiting if v.entfallen is None and _is_own(v.antrag) and not is_entschieden(bestand, v))


def _placed(bestand: Bestand, tag: date) -> Iterator[str]:
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        if sitzung.datum != tag and sitzung.zustand not in ("abgesagt", "entfallen"):
            yield from (top.vorlage for top in sitzung.tagesordnung if top.vorlage and not top.abgesetzt)
    for umlauf in bestand.umlaeufe.values():
        if umlauf.vorlage and not umlauf.entfallen:
            yield umlauf.vorlage


def _is_own(antrag: Antrag) -> bool:
    en_bloc = isinstance(antrag, EmpfehlungAntrag) and len(antrag.empfehlungen) > 1
    return en_bloc or antrag.art not in ("empfehlung", "niederschrift")


def top_kennung(vorlage: Beschlussvorlage) -> str:
    """What its TOP, and then its Beschluss, is called: ``einsetzung-wohnen``."""
    about = gegenstand(vorlage.antrag)
    if vorlage.antrag.art in _TOP:
        word, prefix = _TOP[vorlage.antrag.art]
        return f"{word}-{about.removeprefix(prefix)}"
    return about or to_kennung(vorlage.betreff)


def top_bezug(bestand: Bestand, antrag: Antrag) -> tuple[str, ...]:
    """What of it is there already."""
    named = (gegenstand(antrag), getattr(antrag, "thema", None), *getattr(antrag, "empfehlungen", ()))
    return tuple(dict.fromkeys(kennung for kennung in named if kennung and bestand.known(kennung)))


def top_weil(bestand: Bestand, vorlage: Beschlussvorlage) -> str:
    """Why it stands there."""
    ag = bestand.arbeitsgruppen.get(gegenstand(vorlage.antrag))
    if isinstance(vorlage.antrag, AgVerlaengern) and ag is not None:
        return f"das Mandat endet am {datum(ag.ende)}"
    return f"Beschlussvorlage vom {datum(vorlage.vom)}"
