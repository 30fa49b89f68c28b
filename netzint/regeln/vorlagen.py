"""Beschlussvorlagen: what they lay before the Strategiegruppe, once, and what was decided on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from netzint.modell.antrag import Antrag, EmpfehlungAntrag
from netzint.modell.befund import Ort, Schwere
from netzint.modell.beschluss import ENTSCHIEDEN
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import Bestand
from netzint.regeln.ansichten import eingereichte_fassungen
from netzint.regeln.gemeinsam import je_bestand
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab

_OFFEN_GEBLIEBEN = ("vertagt", "zurueckverwiesen", "nicht_beschlussfaehig", "widersprochen")
_FELDER = {"niederschrift": "sitzung", "schwerpunkt": "thema", "ziel": "ziel"} | dict.fromkeys(
    ("ag_einsetzen", "ag_verlaengern", "ag_abschliessen"), "ag"
)


class Verwendung(NamedTuple):
    """Where a Vorlage was dealt with: a TOP or an Umlauf, on a day, with the motions and results there."""

    ort: Ort
    am: date
    wo: str
    antraege: tuple[tuple[Antrag, str], ...]
    """Motions with their results."""
    wiederaufnahme: bool = False
    findet_statt: bool = True


@je_bestand
def list_verwendungen(bestand: Bestand) -> Mapping[str, list[Verwendung]]:
    """Where each Vorlage was dealt with, the earliest first."""
    found: dict[str, list[Verwendung]] = defaultdict(list)
    for sitzung in bestand.sitzungen_mit(lambda merkmal: merkmal.vorlagen):
        holds = sitzung.abgesagt is None and sitzung.entfallen is None
        for t, top in enumerate(sitzung.tagesordnung):
            if top.vorlage is not None:
                place = sitzung.an("tagesordnung", t, "vorlage")
                motions = tuple((b.antrag, b.ergebnis) for b in top.beschluesse)
                again = top.wiederaufnahme is not None
                found[top.vorlage].append(
                    Verwendung(place, sitzung.datum, sitzung.kennung, motions, again, holds and not top.abgesetzt)
                )
    for umlauf in bestand.umlaeufe.values():
        if umlauf.vorlage is not None and umlauf.entfallen is None:
            result = umlauf.abschluss.ergebnis if umlauf.abschluss else ""
            place, am, motion = umlauf.an("vorlage"), umlauf.versandt, (umlauf.antrag, result)
            found[umlauf.vorlage].append(Verwendung(place, am, umlauf.kennung, (motion,)))
    for uses in found.values():
        uses.sort(key=lambda use: use.am)
    return found


def same_antrag(vorlage: Antrag, beschlossen: Antrag, ergebnis: str) -> bool:
    """Whether a vote was on what the Vorlage proposes: all of it or, taken one by one, a part of it."""
    if isinstance(vorlage, EmpfehlungAntrag) and isinstance(beschlossen, EmpfehlungAntrag):
        proposed, voted = vorlage.vorgelegt, beschlossen.vorgelegt
        both = proposed.keys() & voted.keys()
        if ergebnis != "geaendert_angenommen" and any(proposed[he] != voted[he] for he in both):
            return False
        return len(both) == min(len(proposed), len(voted))
    return vorlage.art == beschlossen.art and gegenstand(vorlage) == gegenstand(beschlossen)


def gegenstand(antrag: Antrag) -> str:
    """The AG, Sitzung, Thema or Ziel that a motion is about; empty if it is about something else."""
    feld = _FELDER.get(antrag.art)
    return getattr(antrag, feld) if feld else ""


def _iter_gueltige(bestand: Bestand) -> Iterator[Beschlussvorlage]:
    return (v for v in bestand.beschlussvorlagen.values() if v.entfallen is None)


@regel("E401", Schwere.FEHLER, "R14", je="beschlussvorlage")
def vorlage_legt_nicht_eingereichtes_vor(bestand: Bestand) -> Verstoesse:
    """Eine Beschlussvorlage legt eine Empfehlung vor, die die AG nicht eingereicht hat.

    Warum: „Finale Abstimmung über die Umsetzung der von den operativen Arbeitsgruppen erarbeiteten konkreten
    Handlungsempfehlungen“ (Akteure im Netzwerk Integration): Vorgelegt wird, was die AG eingereicht hat.

    Beispiel: bv-2026-007 legt he-2026-04, Fassung 2, vor; diese Fassung hat kein „eingereicht“.

    Abhilfe: Den Tag der Einreichung in der Empfehlung nachtragen, oder die richtige Fassung nennen.
    """
    start = erfasst_ab(bestand)
    for vorlage in _iter_gueltige(bestand):
        antrag = vorlage.antrag
        if not isinstance(antrag, EmpfehlungAntrag) or vorlage.vom < start:
            continue
        for i, kennung in enumerate(antrag.empfehlungen):
            fassungen, number = eingereichte_fassungen(bestand).get(kennung), antrag.vorgelegt[kennung]
            if fassungen is None or fassungen.get(number):
                continue
            problem = "ist nicht eingereicht" if number in fassungen else "gibt es nicht"
            text = f"Fassung {number} der Empfehlung {kennung} {problem}"
            yield verstoss(vorlage.an("antrag", "empfehlungen", i), text, kennung)


@regel("E402", Schwere.WARNUNG)
def zwei_vorlagen_sind_zum_selben_antrag_offen(bestand: Bestand) -> Verstoesse:
    """Zwei Beschlussvorlagen zum selben Antrag sind zugleich offen.

    Warum: Über einen Antrag wird einmal entschieden; liegen zwei Vorlagen vor, ist unklar, welche gilt.

    Beispiel: bv-2026-007 und bv-2026-009 legen beide he-2026-04, Fassung 1, vor.

    Abhilfe: Die überholte Vorlage aufgeben: netzint beschlussvorlage entfallen KENNUNG
    """
    uses = list_verwendungen(bestand)
    first: dict[tuple[str, ...], str] = {}
    for vorlage in _iter_unentschiedene(bestand, uses):
        for subject in _subjects(vorlage.antrag):
            other = first.setdefault(subject, vorlage.kennung)
            if other != vorlage.kennung:
                text = f"Zum selben Antrag ({' '.join(filter(None, subject))}) ist auch {other} noch offen"
                yield verstoss(vorlage.an("antrag"), text, other)
                break


def _iter_unentschiedene(bestand: Bestand, uses: Mapping[str, list[Verwendung]]) -> Iterator[Beschlussvorlage]:
    """Those that may still be voted on; the others need not even be looked at."""
    decided = {k for k, found in uses.items() if any(e in ENTSCHIEDEN for use in found for _, e in use.antraege)}
    offene = (bestand.beschlussvorlagen[k] for k in bestand.beschlussvorlagen if k not in decided)
    return (vorlage for vorlage in offene if vorlage.entfallen is None)


def _subjects(antrag: Antrag) -> list[tuple[str, ...]]:
    if isinstance(antrag, EmpfehlungAntrag):
        return [(kennung, f"Fassung {number}") for kennung, number in antrag.vorgelegt.items()]
    return [(antrag.art, gegenstand(antrag))] if gegenstand(antrag) else []


@regel("E403", Schwere.FEHLER, je=("beschlussvorlage", "sitzung umlauf"))
def beschlossen_ist_etwas_anderes_als_vorgelegt(bestand: Bestand) -> Verstoesse:
    """Unter einer Beschlussvorlage ist etwas anderes beschlossen worden, als sie vorschlägt.

    Warum: Beschlossen wird auf Grund einer Vorlage, die alle vor der Sitzung gesehen haben.

    Beispiel: Der TOP nennt bv-2026-007 zu he-2026-04, der Beschluss dort betrifft he-2026-05.

    Abhilfe: Beim TOP die richtige Vorlage nennen oder den Antrag des Beschlusses berichtigen.
    """
    for kennung, uses in list_verwendungen(bestand).items():
        vorlage = bestand.beschlussvorlagen.get(kennung)
        for use in uses if vorlage else ():
            if use.antraege and vorlage and not any(same_antrag(vorlage.antrag, a, e) for a, e in use.antraege):
                text = f"{use.wo} nennt die Vorlage {kennung}, beschließt aber über etwas anderes"
                yield verstoss(use.ort, text, kennung)


@regel("E404", Schwere.WARNUNG)
def vorlage_steht_auf_zwei_tagesordnungen(bestand: Bestand) -> Verstoesse:
    """Eine Beschlussvorlage wird ein zweites Mal behandelt, obwohl sie nicht vertagt war.

    Warum: Eine Vorlage gehört zu einer Entscheidung; sie kommt nur wieder, wenn die Sache offen geblieben ist.

    Beispiel: bv-2026-007 steht auf der Tagesordnung von sg-2026-02 und, ohne Vertagung, von sg-2026-03.

    Abhilfe: Beim zweiten TOP „wiederaufnahme“ angeben oder eine eigene Vorlage schreiben.
    """
    for kennung, uses in list_verwendungen(bestand).items():
        held = [use for use in uses if use.findet_statt]
        for before, use in pairwise(held):
            left_open = any(result in _OFFEN_GEBLIEBEN for _, result in before.antraege)
            if not use.wiederaufnahme and not left_open:
                text = f"Die Vorlage {kennung} war schon in {before.wo} am {deutsch(before.am)} zu behandeln"
                yield verstoss(use.ort, text, kennung, use.wo)


@regel("E405", Schwere.FEHLER, je="beschlussvorlage")
def vorlage_ist_vor_ihrem_tag_nachgereicht(bestand: Bestand) -> Verstoesse:
    """Eine Beschlussvorlage ist nachgereicht worden, ehe es sie gab.

    Warum: Nachgereicht wird, was nach dem Versand der Unterlagen geändert wurde; das ist nach dem Tag der Vorlage.

    Beispiel: „vom: 2026-11-22“ und „nachgereicht: [{am: 2026-11-02, …}]“.

    Abhilfe: Das falsche Datum berichtigen.
    """
    for vorlage in bestand.beschlussvorlagen.values():
        for i, change in enumerate(vorlage.nachgereicht):
            if change.am < vorlage.vom:
                text = f"{vorlage.kennung} ist vom {deutsch(vorlage.vom)}, nachgereicht ist sie am {deutsch(change.am)}"
                yield verstoss(vorlage.an("nachgereicht", i, "am"), text, str(change.am))


REGELN: tuple[Regel, ...] = (
    vorlage_legt_nicht_eingereichtes_vor,
    zwei_vorlagen_sind_zum_selben_antrag_offen,
    beschlossen_ist_etwas_anderes_als_vorgelegt,
    vorlage_steht_auf_zwei_tagesordnungen,
    vorlage_ist_vor_ihrem_tag_nachgereicht,
)
