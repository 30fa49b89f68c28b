"""How far a Beschlussvorlage is: prepared, on a Tagesordnung, sent, in Umlauf, decided, or given up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from netzint.modell.antrag import Antrag, EmpfehlungAntrag, SonstigerAntrag
from netzint.modell.beschluss import ENTSCHIEDEN
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.recht.zustaende import Vorlagenstand
from netzint.regeln.beschlusslage import Lage, find_beschluss
from netzint.regeln.gemeinsam import je_bestand
from netzint.regeln.vorlagen import gegenstand, list_verwendungen, same_antrag


class Vorlagenlage(NamedTuple):
    """How far a Vorlage is, and the Sitzung, Umlauf or Beschluss that says so."""

    stand: Vorlagenstand
    wo: str = ""


def find_vorlagenlage(bestand: Bestand, vorlage: Beschlussvorlage, tag: date) -> Vorlagenlage:
    """How far it is on a day."""
    if vorlage.entfallen is not None and vorlage.entfallen.am <= tag:
        return Vorlagenlage("entfallen")
    decided = find_entscheidung(bestand, vorlage, tag)
    if decided:
        is_own = _named_vorlage(bestand, decided) == vorlage.kennung
        return Vorlagenlage("entschieden" if is_own else "ueberholt", decided)
    return next(_iter_orte(bestand, vorlage, tag), None) or _find_rest(bestand, vorlage, tag)


def _find_rest(bestand: Bestand, vorlage: Beschlussvorlage, tag: date) -> Vorlagenlage:
    """What became of it so far, where it waits for no vote: put off, sent back to the AG, or nothing yet."""
    uses = [use for use in list_verwendungen(bestand).get(vorlage.kennung, ()) if use.am <= tag]
    results = [result for _, result in uses[-1].antraege if result] if uses else []
    if not results:
        return Vorlagenlage("vorbereitet")
    return Vorlagenlage("zurueckverwiesen" if "zurueckverwiesen" in results else "offen_geblieben", uses[-1].wo)


def is_entschieden(bestand: Bestand, vorlage: Beschlussvorlage) -> bool:
    """Whether it was decided finally on what the Vorlage proposes, on the day of the Vorlage or later."""
    return bool(find_entscheidung(bestand, vorlage, date.max))


def find_entscheidung(bestand: Bestand, vorlage: Beschlussvorlage, tag: date) -> str:
    """The Beschluss ``x/y`` that decided it by a day, if it can be one that names it; empty if there is none."""
    found = [
        kennung
        for key in _schluessel(vorlage.antrag, vorlage.kennung)
        for kennung, lage in _list_entschiedene(bestand).get(key, ())
        if lage.am is not None and vorlage.vom <= lage.am <= tag and _fits(vorlage.antrag, lage)
        if lage.am > vorlage.vom or _named_vorlage(bestand, kennung) in ("", vorlage.kennung)  # same day: its own vote
    ]
    named = (kennung for kennung in found if _named_vorlage(bestand, kennung) == vorlage.kennung)
    return next(named, found[0] if found else "")


def _fits(antrag: Antrag, lage: Lage) -> bool:
    return same_antrag(antrag, lage.antrag, lage.ergebnis or "")


@je_bestand
def _list_entschiedene(bestand: Bestand) -> Mapping[tuple[str, str], list[tuple[str, Lage]]]:
    """The final votes of the Strategiegruppe by what they are about."""
    found: dict[tuple[str, str], list[tuple[str, Lage]]] = defaultdict(list)
    for kennung in (*bestand.beschluesse, *bestand.umlaufbeschluesse):
        lage = find_beschluss(bestand, kennung)
        if lage is not None and lage.ergebnis in ENTSCHIEDEN and lage.gremium == STRATEGIEGRUPPE:
            for key in _schluessel(lage.antrag, _named_vorlage(bestand, kennung)):
                found[key].append((kennung, lage))
    return found


def _named_vorlage(bestand: Bestand, beschluss: str) -> str:
    entry, umlauf = bestand.beschluesse.get(beschluss), bestand.umlaufbeschluesse.get(beschluss)
    return (entry.top.vorlage if entry else umlauf.vorlage if umlauf else None) or ""


def _schluessel(antrag: Antrag, vorlage: str) -> tuple[tuple[str, str], ...]:
    """What a motion is about. Free motions have nothing in common but the Vorlage that they are based on."""
    if isinstance(antrag, EmpfehlungAntrag):
        return tuple(("empfehlung", kennung) for kennung in antrag.empfehlungen)
    return ((antrag.art, vorlage if isinstance(antrag, SonstigerAntrag) else gegenstand(antrag)),)


def _iter_orte(bestand: Bestand, vorlage: Beschlussvorlage, tag: date) -> Iterator[Vorlagenlage]:
    """Where it waits for its vote on a day."""
    for umlauf in bestand.umlaeufe.values():
        ended = umlauf.abschluss or umlauf.entfallen
        if umlauf.vorlage == vorlage.kennung and umlauf.versandt <= tag and not (ended and ended.am <= tag):
            yield Vorlagenlage("im_umlauf", umlauf.kennung)
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        is_over = sitzung.ist_abgeschlossen and sitzung.datum <= tag
        if is_over or sitzung.zustand in ("abgesagt", "entfallen"):
            continue
        for top in sitzung.tagesordnung:
            voted = top.beschluesse and sitzung.datum <= tag
            if top.vorlage == vorlage.kennung and not top.abgesetzt and not voted:
                sent = sitzung.einladung is not None and sitzung.einladung.versandt <= tag
                is_out = sent or (sitzung.zustand == "durchgefuehrt" and sitzung.datum <= tag)
                seen = is_out and not top.tischvorlage
                yield Vorlagenlage("versandt" if seen else "tagesordnung", sitzung.kennung)
