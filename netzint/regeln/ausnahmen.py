"""Waivers, recorded deviations and corrections: each says of what, and rests on something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from netzint.modell.ausnahme import Ausnahme
from netzint.modell.befund import Schwere
from netzint.modell.beschluss import ANGENOMMEN
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.grund import Berichtigung, Eintrag
from netzint.modell.sitzung import Sitzung
from netzint.modell.umlauf import Umlauf
from netzint.regeln.beschlusslage import find_beschluss
from netzint.regeln.register import EINTRAG, Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch


def _regeln() -> Mapping[str, Regel]:
    """Every rule by its code. Imported late: the list of all rules holds these here, too."""
    from netzint.regeln.alle import ALLE

    return {rule.code: rule for rule in ALLE}


@regel("X101", Schwere.FEHLER, erlaesslich=False)
def ausgenommene_regel_gibt_es_nicht(bestand: Bestand) -> Verstoesse:
    """Eine Ausnahme nennt eine Regel, die es nicht gibt.

    Warum: Eine Ausnahme gilt für genau eine Regel, genannt mit ihrem Code.

    Beispiel: „regel: Q9999“.

    Abhilfe: Den Code berichtigen; „netzint regel“ zeigt alle.
    """
    known = _regeln() if bestand.ausnahmen else {}
    for ausnahme in bestand.ausnahmen.values():
        if ausnahme.regel not in known:
            text = f"Die Ausnahme {ausnahme.kennung} nennt die Regel „{ausnahme.regel}“, die es nicht gibt"
            yield verstoss(ausnahme.an("regel"), text, ausnahme.regel)


@regel("X102", Schwere.FEHLER, erlaesslich=False)
def von_dieser_regel_gibt_es_keine_ausnahme(bestand: Bestand) -> Verstoesse:
    """Eine Ausnahme betrifft eine Regel, von der es keine geben kann.

    Warum: Manche Regeln halten die Daten selbst zusammen (Verweise, Kennungen, Ausnahmen); davon kann auch die
    Strategiegruppe nicht absehen.

    Beispiel: „regel: K101“ (ein Verweis führt ins Leere).

    Abhilfe: Den Fehler beheben und die Ausnahme löschen.
    """
    known = _regeln() if bestand.ausnahmen else {}
    for ausnahme in bestand.ausnahmen.values():
        rule = known.get(ausnahme.regel)
        if rule is not None and not rule.erlaesslich:
            text = f"Von der Regel {rule.code} kann es keine Ausnahme geben ({ausnahme.kennung})"
            yield verstoss(ausnahme.an("regel"), text, ausnahme.regel)


@regel("X103", Schwere.FEHLER, erlaesslich=False)
def ausnahme_ist_nicht_beschlossen(bestand: Bestand) -> Verstoesse:
    """Der Beschluss, auf dem eine Ausnahme beruht, ist kein angenommener Beschluss der Strategiegruppe.

    Warum: Von ihren eigenen Regeln kann nur die Strategiegruppe absehen.

    Beispiel: „beschluss: sg-2026-02/ausnahme“, dort abgelehnt.

    Abhilfe: Den richtigen Beschluss nennen oder die Ausnahme löschen.
    """
    for ausnahme in bestand.ausnahmen.values():
        lage = find_beschluss(bestand, ausnahme.beschluss)
        if lage and (lage.gremium != STRATEGIEGRUPPE or lage.ergebnis not in ANGENOMMEN):
            result = lage.ergebnis or "offen"
            text = (
                f"{ausnahme.beschluss} ist kein angenommener Beschluss der Strategiegruppe ({lage.gremium}: {result})"
            )
            yield verstoss(ausnahme.an("beschluss"), text, ausnahme.beschluss)


@regel("X104", Schwere.FEHLER, erlaesslich=False)
def ausnahme_ist_abgelaufen(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Eine Ausnahme ist abgelaufen und nicht erneuert.

    Warum: Eine Ausnahme gilt auf Zeit. Dies ist die einzige Regel, bei der ein späterer Stichtag allein einen Fehler
    hinzufügt: Wer eine Ausnahme beschließt, bestimmt selbst, wann wieder hingesehen wird.

    Beispiel: „bis: 2026-06-30“, und der Stichtag ist der 22.11.2026.

    Abhilfe: Eine neue Ausnahme beschließen lassen oder die Datei löschen (die Historie behält sie).
    """
    for ausnahme in bestand.ausnahmen.values():
        if ausnahme.bis < stichtag and not _is_erneuert(bestand, ausnahme):
            text = f"Die Ausnahme {ausnahme.kennung} von der Regel {ausnahme.regel} galt bis {deutsch(ausnahme.bis)}"
            yield verstoss(ausnahme.an("bis"), text)


def _is_erneuert(bestand: Bestand, ausnahme: Ausnahme) -> bool:
    """Whether a later waiver of the same rule covers all that this one did."""
    return any(
        other.regel == ausnahme.regel
        and other.bis > ausnahme.bis
        and (not other.fuer or (ausnahme.fuer and set(ausnahme.fuer) <= set(other.fuer)))
        for other in bestand.ausnahmen.values()
    )


@regel("X105", Schwere.FEHLER, erlaesslich=False)
def ausnahme_endet_vor_ihrem_beschluss(bestand: Bestand) -> Verstoesse:
    """Eine Ausnahme endet vor dem Beschluss, auf dem sie beruht.

    Warum: Sie hätte nie gegolten.

    Beispiel: „bis: 2026-01-31“, der Beschluss ist vom 12.03.2026.

    Abhilfe: Das Datum oder den Beschluss berichtigen.
    """
    for ausnahme in bestand.ausnahmen.values():
        decided = bestand.tag_des_beschlusses(ausnahme.beschluss)
        if decided is not None and ausnahme.bis < decided:
            text = (
                f"Die Ausnahme {ausnahme.kennung} endet am {deutsch(ausnahme.bis)}, "
                f"beschlossen ist sie am {deutsch(decided)}"
            )
            yield verstoss(ausnahme.an("bis"), text)


@regel("X106", Schwere.WARNUNG, erlaesslich=False, je=EINTRAG)
def abweichung_mildert_nichts(bestand: Bestand) -> Verstoesse:
    """Eine Abweichung nennt eine Regel, die es nicht gibt oder die sie nicht mildern kann.

    Warum: Eine begründete Abweichung macht aus einem Fehler eine Warnung. Für Warnungen und Hinweise braucht es sie
    nicht, und manche Regeln lassen keine Abweichung zu.

    Beispiel: „abweichung: [{regel: B999, grund: …}]“.

    Abhilfe: Den Code berichtigen oder die Abweichung streichen.
    """
    deviating = [entry for entry in bestand.iter_eintraege() if entry.abweichung]
    known = _regeln() if deviating else {}
    for entry in deviating:
        for i, abweichung in enumerate(entry.abweichung):
            rule = known.get(abweichung.regel)
            if rule is None:
                problem = "die es nicht gibt"
            elif not rule.erlaesslich:
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

    Warum: Berichtigt werden kann nur, was schon dastand: eine Sitzung ab ihrem Tag, ein Umlauf ab dem Versand.

    Beispiel: Sitzung am 09.07.2026, Berichtigung vom 01.07.2026.

    Abhilfe: Das Datum der Berichtigung prüfen.
    """
    for entry, i, berichtigung in _iter_berichtigungen(bestand):
        since = entry.datum if isinstance(entry, Sitzung) else entry.versandt if isinstance(entry, Umlauf) else None
        if since is not None and berichtigung.am < since:
            text = f"Die Berichtigung vom {deutsch(berichtigung.am)} in {entry.kennung} liegt vor dem {deutsch(since)}"
            yield verstoss(entry.an("berichtigungen", i, "am"), text, berichtigung.zu)


REGELN: tuple[Regel, ...] = (
    ausgenommene_regel_gibt_es_nicht,
    von_dieser_regel_gibt_es_keine_ausnahme,
    ausnahme_ist_nicht_beschlossen,
    ausnahme_ist_abgelaufen,
    ausnahme_endet_vor_ihrem_beschluss,
    abweichung_mildert_nichts,
    berichtigung_nennt_nichts_vorhandenes,
    berichtigung_ist_aelter_als_ihr_anlass,
)
