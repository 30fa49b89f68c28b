"""Recorded deviations and corrections: each says of what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.grund import Berichtigung, Eintrag
from netzint.modell.sitzung import Sitzung
from netzint.modell.umlauf import Umlauf
from netzint.regeln.register import EINTRAG, Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch


def known_regeln() -> Mapping[str, Regel]:
    """Every rule by its code. Imported late: the list of all rules holds these here, too."""
    from netzint.regeln.alle import ALLE
    from netzint.regeln.uebergaenge import UEBERGAENGE

    return {rule.code: rule for rule in (*ALLE, *UEBERGAENGE)}


def feste_codes() -> frozenset[str]:
    """The codes of what no rule judges: how files are read, templates, merges. From these there is no waiver."""
    from netzint.modell.codes_format import FORMAT
    from netzint.modell.codes_lesen import LESEN
    from netzint.modell.codes_vorlagen import VORLAGEN
    from netzint.modell.codes_zusammen import ZUSAMMEN

    return frozenset(entry.code for entry in (*LESEN, *FORMAT, *VORLAGEN, *ZUSAMMEN))


@regel("X106", Schwere.WARNUNG, erlaesslich=False, je=EINTRAG)
def abweichung_mildert_nichts(bestand: Bestand) -> Verstoesse:
    """Eine Abweichung nennt eine Regel, die es nicht gibt oder die sie nicht mildern kann.

    Warum: Eine begründete Abweichung macht aus einem Fehler eine Warnung. Für Warnungen und Hinweise braucht es sie
    nicht, und manche Regeln lassen keine Abweichung zu.

    Beispiel: „abweichung: [{regel: B999, grund: …}]“.

    Abhilfe: Den Code berichtigen oder die Abweichung streichen.
    """
    deviating = [entry for entry in bestand.iter_eintraege() if entry.abweichung]
    known = known_regeln() if deviating else {}
    for entry in deviating:
        for i, abweichung in enumerate(entry.abweichung):
            rule = known.get(abweichung.regel)
            if rule is None and abweichung.regel not in feste_codes():
                problem = "die es nicht gibt"
            elif rule is None or not rule.erlaesslich:
                problem = "von der es keine Abweichung gibt"
            elif rule.schwere is not Schwere.FEHLER:
                problem = "die ohnehin keinen Fehler meldet"
            else:
                continue
            text = f"Die Abweichung in {entry.kennung} nennt die Regel „{abweichung.regel}“, {problem}"
            yield verstoss(entry.an("abweichung", i, "regel"), text, abweichung.regel)


def _iter_berichtigungen(bestand: Bestand) -> Iterator[tuple[Eintrag, int, Berichtigung]]:
    for entry in bestand.iter_eintraege():
        if entry.berichtigungen:
            for i, berichtigung in enumerate(entry.berichtigungen):
                yield entry, i, berichtigung


_AM_TAG = ("leitung", "anwesend", "entschuldigt", "gaeste", "abgeschlossen", "niederschrift")
"""What a Sitzung has from its day on only."""


@regel("X107", Schwere.FEHLER, je=EINTRAG)
def berichtigung_nennt_nichts_vorhandenes(bestand: Bestand) -> Verstoesse:
    """Eine Berichtigung nennt etwas, was es in dem Eintrag nicht gibt.

    Warum: Eine Korrektur ist ein Eintrag, nie ein stilles Überschreiben; man muss sehen, was sie berichtigt.

    Beispiel: „zu: he-2026-40“ in einer Sitzung, die darüber nicht abgestimmt hat.

    Abhilfe: Unter „zu“ die Kennung des Beschlusses oder das Feld nennen, das berichtigt wurde.
    """
    for entry, i, berichtigung in _iter_berichtigungen(bestand):
        if berichtigung.zu not in _beschluesse(entry) and berichtigung.zu.split(".")[0] not in type(entry).model_fields:
            text = f"In {entry.kennung} gibt es kein „{berichtigung.zu}“, das berichtigt sein könnte"
            yield verstoss(entry.an("berichtigungen", i, "zu"), text, berichtigung.zu)


def _beschluesse(entry: Eintrag) -> set[str]:
    """The Beschlüsse, and TOPs, that an entry knows by a Kennung of their own."""
    if isinstance(entry, Umlauf):
        return {entry.beschluss}
    if isinstance(entry, Sitzung):
        tops = {top.kennung for top in entry.tagesordnung}
        return tops | {beschluss.kennung for top in entry.tagesordnung for beschluss in top.beschluesse}
    return set()


@regel("X108", Schwere.FEHLER, je=EINTRAG)
def berichtigung_ist_aelter_als_ihr_anlass(bestand: Bestand) -> Verstoesse:
    """Eine Berichtigung ist älter als das, was sie berichtigt.

    Warum: Berichtigt werden kann nur, was schon dastand: was in einer Sitzung geschah, ab ihrem Tag, ein Umlauf ab dem
    Versand. Einladung und Tagesordnung lassen sich auch vorher berichtigen.

    Beispiel: Sitzung am 09.07.2026, Berichtigung vom 01.07.2026.

    Abhilfe: Das Datum der Berichtigung prüfen.
    """
    for entry, i, berichtigung in _iter_berichtigungen(bestand):
        since = _seit(entry, berichtigung.zu)
        if since is not None and berichtigung.am < since:
            text = f"Die Berichtigung vom {deutsch(berichtigung.am)} in {entry.kennung} liegt vor dem {deutsch(since)}"
            yield verstoss(entry.an("berichtigungen", i, "am"), text, berichtigung.zu)


def _seit(entry: Eintrag, zu: str) -> date | None:
    """The first day on which it can have stood there; None where that cannot be told."""
    if isinstance(entry, Umlauf):
        return entry.versandt
    if not isinstance(entry, Sitzung):
        return None
    parts = zu.split(".")
    is_vote = "beschluesse" in parts or any(b.kennung == zu for top in entry.tagesordnung for b in top.beschluesse)
    return entry.datum if is_vote or parts[0] in _AM_TAG else None


REGELN: tuple[Regel, ...] = (
    abweichung_mildert_nichts,
    berichtigung_nennt_nichts_vorhandenes,
    berichtigung_ist_aelter_als_ihr_anlass,
)
