"""Sitzungen: states that exclude each other, days, times and the chair."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise

from netzint.modell.arten import jahr_und_nummer
from netzint.modell.befund import Schwere
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.geschaeftsordnung import BANKNAMEN, Fassung
from netzint.modell.sitzung import Sitzung
from netzint.regeln.gemeinsam import tage
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab


@regel("S101", Schwere.WARNUNG, je="sitzung")
def sitzung_fand_ohne_einladung_statt(bestand: Bestand) -> Verstoesse:
    """Eine Sitzung der Strategiegruppe hat stattgefunden, eine Einladung ist aber nicht vermerkt.

    Warum: Beschlussfähig ist das Gremium nur, wenn alle geladen sind; das muss sich später zeigen lassen.

    Beispiel: sg-2026-02 hat eine Anwesenheitsliste, aber kein Feld „einladung“.

    Abhilfe: Unter „einladung“ nachtragen, wann sie an wen versandt wurde.
    """
    start = erfasst_ab(bestand)
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        if sitzung.zustand == "durchgefuehrt" and sitzung.einladung is None and sitzung.datum >= start:
            text = f"Die Sitzung {sitzung.kennung} vom {deutsch(sitzung.datum)} fand ohne vermerkte Einladung statt"
            yield verstoss(sitzung.an("einladung"), text)


@regel("S102", Schwere.FEHLER, je="sitzung")
def abgesagte_sitzung_hat_stattgefunden(bestand: Bestand) -> Verstoesse:
    """Eine abgesagte oder entfallene Sitzung hat Anwesende, Beschlüsse oder eine Niederschrift.

    Warum: Eine Sitzung ist abgesagt oder hat stattgefunden, nicht beides.

    Beispiel: „abgesagt“ und „anwesend“ stehen in derselben Datei.

    Abhilfe: Die Absage herausnehmen (netzint berichtigen SITZUNG --setze abgesagt=) oder das, was aus einer anderen
    Sitzung stammt.
    """
    for sitzung in bestand.sitzungen.values():
        if sitzung.abgesagt is None and sitzung.entfallen is None:
            continue
        what = "abgesagt" if sitzung.abgesagt else "entfallen"
        if sitzung.anwesend or sitzung.niederschrift or any(top.beschluesse for top in sitzung.tagesordnung):
            text = f"Die Sitzung {sitzung.kennung} ist {what}, hat aber Anwesende, Beschlüsse oder eine Niederschrift"
            yield verstoss(sitzung.an(what), text)


@regel("S103", Schwere.FEHLER, je="sitzung")
def beschluesse_ohne_anwesende(bestand: Bestand) -> Verstoesse:
    """Eine Sitzung hat Beschlüsse, aber keine Anwesenheitsliste.

    Warum: Ohne sie lässt sich weder die Beschlussfähigkeit noch die Zahl der Stimmen prüfen.

    Beispiel: Ein TOP hat „beschluesse“, das Feld „anwesend“ fehlt.

    Abhilfe: Unter „anwesend“ eintragen, wer da war, auch in Vertretung.
    """
    start = erfasst_ab(bestand)
    for sitzung in bestand.sitzungen.values():
        if sitzung.anwesend or sitzung.datum < start or sitzung.abgesagt or sitzung.entfallen:
            continue
        if any(top.beschluesse for top in sitzung.tagesordnung):
            text = f"Die Sitzung {sitzung.kennung} vom {deutsch(sitzung.datum)} hat Beschlüsse, aber keine Anwesenden"
            yield verstoss(sitzung.an("anwesend"), text)


@regel("S104", Schwere.HINWEIS)
def nummern_folgen_nicht_den_tagen(bestand: Bestand) -> Verstoesse:
    """Eine Sitzung mit höherer Nummer liegt vor einer mit niedrigerer.

    Warum: Nummern werden beim Anlegen vergeben und bleiben bei einer Verlegung; beim Lesen überrascht das.

    Beispiel: sg-2026-02 ist am 05.02.2026, sg-2026-01 am 12.03.2026.

    Abhilfe: Das Datum prüfen; stimmt es, ist nichts zu tun.
    """
    series: dict[tuple[str, int], list[tuple[int, str, str]]] = defaultdict(list)
    for kennung, merkmal in bestand.merkmale("sitzung").items():
        parts = jahr_und_nummer(kennung)
        if parts is not None and not merkmal.entfallen:
            series[parts[0], parts[1]].append((parts[2], kennung, merkmal.datum))
    for numbered in series.values():
        for (_, lower, day_before), (_, higher, day) in pairwise(sorted(numbered)):
            if day < day_before:
                before, sitzung = bestand.sitzungen[lower], bestand.sitzungen[higher]
                text = (
                    f"Die Sitzung {sitzung.kennung} am {deutsch(sitzung.datum)} liegt vor {before.kennung} "
                    f"am {deutsch(before.datum)}"
                )
                yield verstoss(sitzung.an("datum"), text, before.kennung)


@regel("S105", Schwere.WARNUNG)
def zwei_sitzungen_an_einem_tag(bestand: Bestand) -> Verstoesse:
    """Ein Gremium hat zwei Sitzungen an einem Tag.

    Warum: Meist ist eine Sitzung zweimal angelegt worden; dann zählt sie auch bei „zwei- bis dreimal pro Jahr“ doppelt.

    Beispiel: sg-2026-01 und sg-2026-02 sind beide am 12.03.2026.

    Abhilfe: Eine der beiden mit „entfallen“ kennzeichnen oder das Datum berichtigen.
    """
    same_day: dict[tuple[str, str], list[str]] = defaultdict(list)
    for kennung, merkmal in sorted(bestand.merkmale("sitzung").items()):
        same_day[merkmal.gremium, merkmal.datum].append(kennung)
    for kennungen in same_day.values():
        sitzungen = map(bestand.sitzungen.__getitem__, kennungen if len(kennungen) > 1 else ())
        for before, sitzung in pairwise(s for s in sitzungen if s.abgesagt is None and s.entfallen is None):
            text = f"Am {deutsch(sitzung.datum)} ist auch die Sitzung {before.kennung} von {sitzung.gremium}"
            yield verstoss(sitzung.an("datum"), text, before.kennung)


@regel("S106", Schwere.WARNUNG, je="sitzung")
def vergangene_sitzung_ist_offen(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Der Tag einer Sitzung ist vorbei, und es steht nicht da, ob sie stattgefunden hat.

    Warum: Die nächste Tagesordnung wird aus dem berechnet, was die letzte Sitzung offen gelassen hat.

    Beispiel: sg-2026-02 war für den 09.07.2026 angesetzt und hat weder „anwesend“ noch „abgesagt“.

    Abhilfe: Eintragen, wer da war (netzint sitzung beginnen), oder dass sie nicht stattfand (netzint sitzung absagen).
    """
    start = erfasst_ab(bestand)
    for sitzung in bestand.sitzungen.values():
        if start <= sitzung.datum < stichtag and sitzung.zustand in ("terminiert", "eingeladen"):
            text = (
                f"Die Sitzung {sitzung.kennung} war für den {deutsch(sitzung.datum)} angesetzt (seitdem "
                f"{tage((stichtag - sitzung.datum).days)}) und ist weder als durchgeführt noch als abgesagt vermerkt"
            )
            yield verstoss(sitzung.an("datum"), text)


@regel("S107", Schwere.FEHLER, je="sitzung")
def sitzung_endet_vor_ihrem_beginn(bestand: Bestand) -> Verstoesse:
    """Eine Sitzung endet, bevor sie beginnt.

    Warum: Beginn und Ende stehen in der Einladung und in der Niederschrift.

    Beispiel: beginn: "14:00", ende: "12:30".

    Abhilfe: Eine der beiden Uhrzeiten berichtigen.
    """
    for sitzung in bestand.sitzungen.values():
        if sitzung.beginn and sitzung.ende and sitzung.ende < sitzung.beginn:
            text = f"Die Sitzung {sitzung.kennung} beginnt um {sitzung.beginn} Uhr und endet um {sitzung.ende} Uhr"
            yield verstoss(sitzung.an("ende"), text)


@regel("S108", Schwere.FEHLER, je="sitzung")
def kennung_und_gremium_passen_nicht(bestand: Bestand) -> Verstoesse:
    """Die Kennung einer Sitzung gehört zu einem anderen Gremium.

    Warum: An der Kennung erkennt man, wer getagt hat: „sg-…“ die Strategiegruppe, „ag-…-sitzung-…“ diese AG.

    Beispiel: sg-2026-01 mit „gremium: ag-demokratiebildung“.

    Abhilfe: Das Gremium berichtigen oder die Datei umbenennen.
    """
    for sitzung in bestand.sitzungen.values():
        series = "sg" if sitzung.gremium == STRATEGIEGRUPPE else f"{sitzung.gremium}-sitzung"
        parts = jahr_und_nummer(sitzung.kennung)
        if parts is not None and parts[0] != series:
            text = f"Die Sitzung {sitzung.kennung} gehört ihrer Kennung nach nicht zu {sitzung.gremium}"
            yield verstoss(sitzung.an("gremium"), text)


@regel("S109", Schwere.WARNUNG, je="sitzung")
def leitung_war_nicht_da(bestand: Bestand) -> Verstoesse:
    """Wer die Sitzung geleitet haben soll, war nicht anwesend.

    Warum: Bei Stimmengleichheit kann die Stimme der Leitung entscheiden; sie muss da gewesen sein.

    Beispiel: „leitung: ministerium-1“, ministerium-1 steht aber unter „entschuldigt“.

    Abhilfe: Unter „leitung“ eintragen, wer die Sitzung tatsächlich geleitet hat.
    """
    for sitzung in bestand.sitzungen.values():
        if sitzung.leitung and sitzung.anwesend and all(a.mitglied != sitzung.leitung for a in sitzung.anwesend):
            text = f"Die Leitung der Sitzung {sitzung.kennung} ({sitzung.leitung}) steht nicht unter den Anwesenden"
            yield verstoss(sitzung.an("leitung"), text, sitzung.leitung)


@regel("S110", Schwere.WARNUNG, je="sitzung")
def leitung_ist_nicht_vom_vorsitz(bestand: Bestand) -> Verstoesse:
    """Eine Sitzung der Strategiegruppe leitet jemand, der nicht von der Bank des Vorsitzes oder seiner Vertretung ist.

    Warum: Wer leitet, sagt die Geschäftsordnung. War von beiden Bänken niemand da, kann auch ein anderes Mitglied
    leiten; dann gibt es keine Meldung.

    Beispiel: „leitung: kommunen-stadt-2“, obwohl ministerium-1 anwesend war.

    Abhilfe: Unter „leitung“ eintragen, wer die Sitzung tatsächlich geleitet hat.
    """
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        fassung = bestand.fassung(sitzung.datum)
        if fassung is None or sitzung.leitung not in bestand.mitglieder:
            continue
        others = [a.mitglied for a in sitzung.anwesend] if sitzung.anwesend else [None]
        if sitzung.anwesend and sitzung.leitung not in others:
            continue  # who really chaired is open: S109
        chair = _may_chair(bestand, sitzung, fassung, sitzung.leitung)
        if not chair and any(other is None or _may_chair(bestand, sitzung, fassung, other) for other in others):
            text = (
                f"Die Sitzung {sitzung.kennung} leitet {sitzung.leitung}; der Vorsitz gehört der Bank "
                f"„{BANKNAMEN[fassung.strategiegruppe.vorsitz.bank]}“"
            )
            yield verstoss(sitzung.an("leitung"), text, sitzung.leitung or "")


def _may_chair(bestand: Bestand, sitzung: Sitzung, fassung: Fassung, person: str | None) -> bool:
    """Whether the person held a seat, or stood in for one, on the bench that chairs or on the one that stands in."""
    mitglied = bestand.mitglieder.get(person or "")
    vorsitz = fassung.strategiegruppe.vorsitz
    seats = {s.kennung for s in fassung.strategiegruppe.sitze if s.bank in (vorsitz.bank, vorsitz.vertretung)}
    return mitglied is not None and any(m.sitz in seats and m.gilt_am(sitzung.datum) for m in mitglied.mandate)


REGELN: tuple[Regel, ...] = (
    sitzung_fand_ohne_einladung_statt,
    abgesagte_sitzung_hat_stattgefunden,
    beschluesse_ohne_anwesende,
    nummern_folgen_nicht_den_tagen,
    zwei_sitzungen_an_einem_tag,
    vergangene_sitzung_ist_offen,
    sitzung_endet_vor_ihrem_beginn,
    kennung_und_gremium_passen_nicht,
    leitung_war_nicht_da,
    leitung_ist_nicht_vom_vorsitz,
)
