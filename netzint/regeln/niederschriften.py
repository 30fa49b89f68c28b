"""Niederschriften: written after the Sitzung, and approved in a later one."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from netzint.modell.antrag import NiederschriftAntrag
from netzint.modell.befund import Schwere
from netzint.modell.beschluss import ANGENOMMEN
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sitzung import Sitzung
from netzint.regeln.beschlusslage import Lage, find_beschluss
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab


@regel("S161", Schwere.FEHLER, je="sitzung")
def niederschrift_ist_aelter_als_die_sitzung(bestand: Bestand) -> Verstoesse:
    """Eine Niederschrift ist vor ihrer Sitzung geschrieben.

    Warum: Die Niederschrift gibt wieder, was in der Sitzung geschehen ist.

    Beispiel: Sitzung am 09.07.2026, Niederschrift vom 01.07.2026.

    Abhilfe: Das Datum der Niederschrift berichtigen.
    """
    for sitzung in bestand.sitzungen.values():
        if sitzung.niederschrift and sitzung.niederschrift.vom < sitzung.datum:
            written = deutsch(sitzung.niederschrift.vom)
            text = (
                f"Die Niederschrift von {sitzung.kennung} ist vom {written}, die Sitzung vom {deutsch(sitzung.datum)}"
            )
            yield verstoss(sitzung.an("niederschrift", "vom"), text)


@regel("S162", Schwere.FEHLER)
def genehmigung_der_niederschrift_stimmt_nicht(bestand: Bestand) -> Verstoesse:
    """Der Beschluss, der eine Niederschrift genehmigt haben soll, tut das nicht.

    Warum: Genehmigt wird in einer späteren Sitzung desselben Gremiums, mit einem angenommenen Antrag zu genau dieser
    Niederschrift.

    Beispiel: „genehmigt: sg-2026-02/niederschrift“, der Beschluss dort betrifft aber die Niederschrift von sg-2025-02.

    Abhilfe: Den richtigen Beschluss nennen oder „genehmigt“ streichen.
    """
    for sitzung in bestand.sitzungen_mit(lambda merkmal: merkmal.knuepft_an):
        reference = sitzung.niederschrift.genehmigt if sitzung.niederschrift else None
        lage = find_beschluss(bestand, reference)
        problem = _why_not_genehmigt(sitzung, lage) if lage else ""
        if problem:
            text = f"Die Niederschrift von {sitzung.kennung} soll {reference} genehmigt haben; {problem}"
            yield verstoss(sitzung.an("niederschrift", "genehmigt"), text, reference or "")


def _why_not_genehmigt(sitzung: Sitzung, lage: Lage) -> str:
    if not isinstance(lage.antrag, NiederschriftAntrag) or lage.antrag.sitzung != sitzung.kennung:
        return "dort geht es um etwas anderes"
    if lage.gremium != sitzung.gremium:
        return f"das ist ein Beschluss von {lage.gremium}"
    if lage.ergebnis not in ANGENOMMEN:
        return f"das Ergebnis dort ist „{lage.ergebnis or 'offen'}“"
    if lage.am is not None and lage.am <= sitzung.datum:
        return f"das war am {deutsch(lage.am)}, nicht in einer späteren Sitzung"
    return ""


@regel("S166", Schwere.WARNUNG)
def niederschrift_ist_vor_ihrem_tag_genehmigt(bestand: Bestand) -> Verstoesse:
    """Eine Niederschrift ist genehmigt worden, bevor sie geschrieben war.

    Warum: Genehmigt wird, was allen vorliegt.

    Beispiel: Die Niederschrift ist vom 20.07.2026, genehmigt hat sie die Sitzung am 09.07.2026.

    Abhilfe: Den Tag der Niederschrift berichtigen: netzint berichtigen SITZUNG --setze niederschrift.vom=TAG
    """
    for sitzung in bestand.sitzungen_mit(lambda merkmal: merkmal.knuepft_an):
        minutes = sitzung.niederschrift
        lage = find_beschluss(bestand, minutes.genehmigt if minutes else None)
        if minutes is None or lage is None or lage.am is None or _why_not_genehmigt(sitzung, lage):
            continue
        if lage.am < minutes.vom:
            approved, written = deutsch(lage.am), deutsch(minutes.vom)
            text = f"Die Niederschrift von {sitzung.kennung} ist am {approved} genehmigt und erst vom {written}"
            command = f"netzint berichtigen {sitzung.kennung} --setze niederschrift.vom=TAG"
            hinweis = f"Den Tag der Niederschrift berichtigen: {command}"
            yield verstoss(sitzung.an("niederschrift", "vom"), text, minutes.genehmigt or "", hinweis=hinweis)


@regel("S163", Schwere.WARNUNG)
def niederschrift_ist_nicht_genehmigt(bestand: Bestand) -> Verstoesse:
    """Die Niederschrift einer Sitzung ist nicht genehmigt, obwohl die Strategiegruppe seitdem wieder getagt hat.

    Warum: Die „Genehmigung der letzten Niederschrift“ ist ein fester Punkt der Tagesordnung; erst danach steht fest,
    was beschlossen wurde.

    Beispiel: sg-2026-01 ist ohne „genehmigt“, sg-2026-02 hat stattgefunden.

    Abhilfe: Die Sitzung abschließen, die sie genehmigt hat („netzint sitzung abschliessen“), oder sie nächstes Mal
    genehmigen lassen.
    """
    start = erfasst_ab(bestand)
    approved = _approvals(bestand)
    held = [s for s in bestand.sitzungen_von(STRATEGIEGRUPPE) if s.zustand == "durchgefuehrt" and s.datum >= start]
    for sitzung, later in pairwise(held):
        if (sitzung.niederschrift and sitzung.niederschrift.genehmigt) or not later.ist_abgeschlossen:
            continue
        problem = "ist nicht genehmigt" if sitzung.niederschrift else "fehlt"
        text = (
            f"Die Niederschrift von {sitzung.kennung} {problem}, obwohl am {deutsch(later.datum)} "
            f"{later.kennung} stattgefunden hat"
        )
        beschluss = approved.get(sitzung.kennung)
        advice = f"Nachtragen mit: netzint sitzung abschliessen {beschluss.partition('/')[0]}" if beschluss else ""
        yield verstoss(sitzung.an("niederschrift"), text, hinweis=advice)


def _approvals(bestand: Bestand) -> dict[str, str]:
    """Sitzung → Beschluss that approved its minutes, whether or not the Sitzung says so."""
    return {
        entry.beschluss.antrag.sitzung: kennung
        for kennung, entry in bestand.beschluesse.items()
        if isinstance(entry.beschluss.antrag, NiederschriftAntrag) and entry.beschluss.ergebnis in ANGENOMMEN
    }


@regel("S164", Schwere.FEHLER, je="sitzung")
def sitzung_ist_zu_frueh_abgeschlossen(bestand: Bestand) -> Verstoesse:
    """Eine Sitzung ist abgeschlossen, bevor sie stattgefunden hat, oder ohne dass jemand da war.

    Warum: Mit dem Abschluss wird ausgeführt, was die Sitzung beschlossen hat; das geht frühestens an ihrem Tag.

    Beispiel: Sitzung am 09.07.2026, „abgeschlossen: 2026-07-01“.

    Abhilfe: Den Tag berichtigen oder „abgeschlossen“ streichen.
    """
    for sitzung in bestand.sitzungen.values():
        if sitzung.abgeschlossen is None:
            continue
        if sitzung.abgeschlossen < sitzung.datum or not sitzung.anwesend:
            held = f"vom {deutsch(sitzung.datum)}" if sitzung.anwesend else "ohne Anwesende"
            text = f"Die Sitzung {sitzung.kennung} {held} ist am {deutsch(sitzung.abgeschlossen)} abgeschlossen"
            yield verstoss(sitzung.an("abgeschlossen"), text)


@regel("S165", Schwere.WARNUNG, je="sitzung")
def sitzung_ist_nicht_abgeschlossen(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Eine Sitzung hat stattgefunden, ist aber nicht abgeschlossen.

    Warum: Mit dem Abschluss wird ausgeführt, was beschlossen ist, und was kein Ergebnis hat, wird vertagt.

    Beispiel: sg-2026-02 vom 09.07.2026 hat Anwesende, aber weder „abgeschlossen“ noch eine Niederschrift.

    Abhilfe: Die fehlenden Ergebnisse eintragen und die Sitzung abschließen: netzint sitzung abschliessen sg-2026-02
    """
    start = erfasst_ab(bestand)
    for sitzung in bestand.sitzungen.values():
        if sitzung.anwesend and not sitzung.ist_abgeschlossen and start <= sitzung.datum < stichtag:
            text = f"Die Sitzung {sitzung.kennung} vom {deutsch(sitzung.datum)} ist nicht abgeschlossen"
            advice = f"Abschließen mit: netzint sitzung abschliessen {sitzung.kennung}"
            yield verstoss(sitzung.an("anwesend"), text, hinweis=advice)


REGELN: tuple[Regel, ...] = (
    niederschrift_ist_aelter_als_die_sitzung,
    genehmigung_der_niederschrift_stimmt_nicht,
    niederschrift_ist_nicht_genehmigt,
    sitzung_ist_zu_frueh_abgeschlossen,
    sitzung_ist_nicht_abgeschlossen,
    niederschrift_ist_vor_ihrem_tag_genehmigt,
)
