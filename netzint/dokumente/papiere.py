"""The papers for the TOPs of a Sitzung: Beschlussvorlagen, and as Tischvorlagen those that came after the Einladung."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.dokumente import kontext, kontext_sitzung
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.kontext import Daten
from netzint.dokumente.kontext_vorlage import beschlussvorlage, nachgereicht_zu
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sitzung import Sitzung, Tagesordnungspunkt
from netzint.modell.umlauf import Umlauf

VORLAGE, TISCHVORLAGE = "beschlussvorlage", "tischvorlage"


def common(bestand: Bestand, sitzung: Sitzung, day: date) -> Daten:
    """What all papers of a Sitzung know."""
    return {
        "netzwerk": kontext.netzwerk(bestand),
        "gremium": kontext.gremium(bestand, sitzung.gremium),
        "sitzung": kontext.sitzung(bestand, sitzung, day),
    }


def list_papiere(bestand: Bestand, sitzung: Sitzung, stichtag: date, art: str = "") -> Iterator[Auftrag]:
    """Each paper once, in the order of the TOPs. ``art`` „beschlussvorlage“: all of them as such."""
    seen = set()
    for nr, top in enumerate(sitzung.tagesordnung):
        paper = bestand.beschlussvorlagen.get(top.vorlage or "")
        if paper is not None and paper.kennung not in seen:
            seen.add(paper.kennung)
            yield papier(bestand, paper, sitzung, art)
        elif paper is None and top.tischvorlage and not top.abgesetzt and art != VORLAGE:
            yield _without_vorlage(bestand, sitzung, nr, stichtag)


def papier(bestand: Bestand, entry: Beschlussvorlage, sitzung: Sitzung, art: str = "") -> Auftrag:
    """A Beschlussvorlage; laid on the table if it, or its TOP, came or changed after the Einladung."""
    tops = [top for top in sitzung.tagesordnung if top.vorlage == entry.kennung]
    changes = nachgereicht_zu(entry, sitzung)
    late = changes or any(top.tischvorlage for top in tops)
    day = changes[-1].am if changes else entry.vom
    paper = beschlussvorlage(bestand, entry, sitzung)
    if not late or art == VORLAGE:
        return Auftrag(VORLAGE, entry.kennung, day, {**common(bestand, sitzung, day), "beschlussvorlage": paper})
    grund = " ".join(changes[-1].grund.split()) if changes else ""
    told = {
        **_tisch(sitzung, tops[0], paper["top"]),
        "titel": entry.betreff,
        "geaendert": changes[-1].am.isoformat() if changes else "",
        "grund": grund if not grund or grund.endswith((".", "!", "?")) else f"{grund}.",
    }
    daten = {**common(bestand, sitzung, day), "beschlussvorlage": {**paper, "nachgereicht": ""}, "tischvorlage": told}
    return Auftrag(TISCHVORLAGE, entry.kennung, day, daten)


def papier_ohne_sitzung(bestand: Bestand, entry: Beschlussvorlage) -> Auftrag:
    """A Beschlussvorlage that is voted on in an Umlauf, or is not on any agenda yet."""
    umlauf = max((u for u in bestand.umlaeufe.values() if u.vorlage == entry.kennung), default=None, key=_versandt)
    day = max([entry.vom, *(n.am for n in entry.nachgereicht)])
    daten = {
        "netzwerk": kontext.netzwerk(bestand),
        "gremium": kontext.gremium(bestand, STRATEGIEGRUPPE),
        "beschlussvorlage": beschlussvorlage(bestand, entry, umlauf),
    }
    return Auftrag(VORLAGE, entry.kennung, day, daten)


def _versandt(umlauf: Umlauf) -> tuple[date, str]:
    return umlauf.versandt, umlauf.kennung


def _tisch(sitzung: Sitzung, top: Tagesordnungspunkt, nummer: str) -> Daten:
    return {
        "top": nummer,
        "titel": top.titel,
        "neu": top.tischvorlage,
        "weil": top.weil or "",
        "versandt": sitzung.einladung.versandt.isoformat() if sitzung.einladung else "",
    }


def _without_vorlage(bestand: Bestand, sitzung: Sitzung, nr: int, stichtag: date) -> Auftrag:
    """A TOP that came after the Einladung and has no Beschlussvorlage: what it is about, with its table."""
    top, day = sitzung.tagesordnung[nr], min(stichtag, sitzung.datum)
    shown = kontext_sitzung.tops(bestand, sitzung)[nr]
    told = {**_tisch(sitzung, top, shown["nummer"]), "tabelle": shown.get("tabelle")}
    daten = {**common(bestand, sitzung, day), "tischvorlage": told}
    name = f"{sitzung.kennung.upper()}, TOP {shown['nummer']}"
    return Auftrag(TISCHVORLAGE, f"{sitzung.kennung}-{top.kennung}", day, daten, name)
