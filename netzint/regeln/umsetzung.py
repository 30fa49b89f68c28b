"""What came of an Empfehlung at each Stelle: reports in order, and asked for again in time (R16, R22)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from netzint.modell.befund import Ort, Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung, Umsetzungsstand, Weiterleitung
from netzint.recht.fristen import next_wiedervorlage, stand_am
from netzint.recht.zustaende import BEZEICHNUNG, UMSETZUNG, anfang, is_erlaubt
from netzint.regeln.gemeinsam import je_bestand, tage
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch
from netzint.regeln.weiterleitungen import list_weiterleitungen


class _Meldung(NamedTuple):
    """One report of a Stelle with its place, and the report before it in the list."""

    empfehlung: Empfehlung
    weiterleitung: Weiterleitung
    nr: tuple[int, int]
    stand: Umsetzungsstand
    davor: Umsetzungsstand | None

    def an(self, *feld: str | int) -> Ort:
        return self.empfehlung.an("weiterleitungen", self.nr[0], "stand", self.nr[1], *feld)

    @property
    def schluessel(self) -> tuple[str, str]:
        return self.weiterleitung.stelle, str(self.stand.am)

    def __str__(self) -> str:
        return f"{self.weiterleitung.stelle} zur Empfehlung {self.empfehlung.kennung}"


@je_bestand
def _list_meldungen(bestand: Bestand) -> tuple[_Meldung, ...]:
    return tuple(
        _Meldung(empfehlung, weiterleitung, (nr, i), stand, weiterleitung.stand[i - 1] if i else None)
        for empfehlung, nr, weiterleitung in list_weiterleitungen(bestand)
        for i, stand in enumerate(weiterleitung.stand)
    )


@regel("E311", Schwere.FEHLER, "R16", je="empfehlung")
def stand_ist_aelter_als_der_davor(bestand: Bestand) -> Verstoesse:
    """Der Stand der Umsetzung steht nicht in der Reihenfolge der Tage.

    Warum: „Überprüfung der Umsetzung der Empfehlungen“ (Akteure im Netzwerk Integration): Der letzte Eintrag gilt, also
    steht der älteste zuerst.

    Beispiel: Auf einen Stand vom 02.09.2026 folgt einer vom 04.03.2026.

    Abhilfe: Die Einträge nach dem Tag ordnen oder das Datum berichtigen.
    """
    for m in _list_meldungen(bestand):
        if m.davor is not None and m.stand.am < m.davor.am:
            text = f"Der Stand bei {m} vom {deutsch(m.stand.am)} steht nach dem vom {deutsch(m.davor.am)}"
            yield verstoss(m.an("am"), text, *m.schluessel)


@regel("E312", Schwere.FEHLER, "R16", je="empfehlung")
def stand_ist_aelter_als_die_weiterleitung(bestand: Bestand) -> Verstoesse:
    """Eine Stelle hat geantwortet, bevor ihr die Empfehlung weitergeleitet wurde.

    Warum: Rückmeldungen gibt es erst zu dem, was weitergeleitet ist.

    Beispiel: Weitergeleitet am 10.12.2026, Stand vom 04.03.2026.

    Abhilfe: Eines der beiden Daten berichtigen.
    """
    for m in _list_meldungen(bestand):
        if m.stand.am < m.weiterleitung.am:
            text = (
                f"Der Stand bei {m} ist vom {deutsch(m.stand.am)}, "
                f"weitergeleitet wurde erst am {deutsch(m.weiterleitung.am)}"
            )
            yield verstoss(m.an("am"), text, *m.schluessel)


@regel("E313", Schwere.FEHLER, "R22", je="empfehlung")
def ablehnung_nennt_keinen_grund(bestand: Bestand) -> Verstoesse:
    """Eine Stelle greift eine Empfehlung nicht auf, und es steht nicht da, warum.

    Warum: „als kontinuierliches Austausch- und Beratungsgremium“ (Hintergrund): Eine Stelle kann ablehnen; ihr Grund
    ist das, woraus das Netzwerk lernt.

    Beispiel: „status: nicht_aufgegriffen“ ohne „grund“.

    Abhilfe: Den Grund der Stelle eintragen.
    """
    for m in _list_meldungen(bestand):
        if m.stand.status == "nicht_aufgegriffen" and m.stand.grund is None:
            yield verstoss(m.an("grund"), f"Beim Stand von {m} fehlt der Grund der Ablehnung", *m.schluessel)


@regel("E314", Schwere.FEHLER, "R16", je="empfehlung")
def abgabe_nennt_keine_stelle(bestand: Bestand) -> Verstoesse:
    """Eine Stelle hat eine Empfehlung abgegeben, und es steht nicht da, an wen.

    Warum: Sonst endet die Überprüfung der Umsetzung bei einer Stelle, die nicht mehr zuständig ist.

    Beispiel: „status: abgegeben“ ohne „an“, oder mit derselben Stelle.

    Abhilfe: Unter „an“ die Stelle eintragen, die jetzt zuständig ist.
    """
    for m in _list_meldungen(bestand):
        if m.stand.status == "abgegeben" and m.stand.an in (None, m.weiterleitung.stelle):
            problem = "an sich selbst" if m.stand.an else "ohne Angabe, an wen"
            yield verstoss(m.an("an"), f"Der Stand bei {m} lautet „abgegeben“, {problem}", *m.schluessel)


@regel("E315", Schwere.HINWEIS, "R16", je="empfehlung")
def erledigung_ist_nicht_belegt(bestand: Bestand) -> Verstoesse:
    """Eine Empfehlung ist bei einer Stelle erledigt, ohne Vermerk und ohne Nachweis.

    Warum: „Überprüfung der Umsetzung der Empfehlungen“ (Akteure im Netzwerk Integration): Später soll jemand sehen
    können, woran man es gemerkt hat.

    Beispiel: „status: erledigt“ ohne „vermerk“ und ohne „nachweis“.

    Abhilfe: Einen Erledigungsvermerk oder einen Nachweis eintragen.
    """
    for m in _list_meldungen(bestand):
        if m.stand.status == "erledigt" and m.stand.vermerk is None and m.stand.nachweis is None:
            yield verstoss(m.an(), f"Die Erledigung bei {m} hat weder Vermerk noch Nachweis", *m.schluessel)


@regel("E316", Schwere.FEHLER, "R16", je="empfehlung")
def stand_folgt_nicht_auf_den_davor(bestand: Bestand) -> Verstoesse:
    """Ein Stand der Umsetzung kann nicht auf den davor folgen.

    Warum: Was erledigt ist, ist abgeschlossen; was abgegeben ist, wird bei der anderen Stelle weiterverfolgt.

    Beispiel: Auf „erledigt“ folgt „in_umsetzung“.

    Abhilfe: Den Stand berichtigen; ist etwas zu früh als erledigt vermerkt worden, den früheren Eintrag berichtigen.
    """
    for m in _list_meldungen(bestand):
        before = m.davor.status if m.davor else anfang(UMSETZUNG)
        in_order = m.davor is None or m.davor.am <= m.stand.am
        if in_order and not is_erlaubt(UMSETZUNG, before, m.stand.status):
            text = f"Der Stand bei {m} geht von „{BEZEICHNUNG[before]}“ zu „{BEZEICHNUNG[m.stand.status]}“"
            yield verstoss(m.an("status"), text, *m.schluessel)


@regel("E317", Schwere.WARNUNG, "R16", je="empfehlung")
def ueberpruefung_ist_ueberfaellig(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Eine Rückmeldung oder Wiedervorlage ist überfällig.

    Warum: „Überprüfung der Umsetzung der Empfehlungen“ (Akteure im Netzwerk Integration). Überfälliges kommt auf die
    nächste Tagesordnung.

    Beispiel: Wiedervorlage war am 01.09.2026, seitdem steht kein neuer Stand da.

    Abhilfe: Bei der Stelle nachfragen und den Stand eintragen (netzint empfehlung ueberpruefen), notfalls mit einer
    neuen Wiedervorlage.
    """
    for empfehlung, nr, weiterleitung in list_weiterleitungen(bestand):
        fassung = bestand.fassung(weiterleitung.am)
        if fassung is None or weiterleitung.am > stichtag or empfehlung.entfallen is not None:
            continue
        due = next_wiedervorlage(weiterleitung, stichtag, fassung.fristen)
        if due is None or due >= stichtag:
            continue
        awaited = "Wiedervorlage" if stand_am(weiterleitung, stichtag) else "erste Rückmeldung"
        text = (
            f"Bei {weiterleitung.stelle} zur Empfehlung {empfehlung.kennung} ist die {awaited} vom {deutsch(due)} "
            f"überfällig ({tage((stichtag - due).days)})"
        )
        yield verstoss(empfehlung.an("weiterleitungen", nr), text, weiterleitung.stelle)


@regel("E318", Schwere.FEHLER, "R16", je="empfehlung")
def wiedervorlage_liegt_vor_dem_stand(bestand: Bestand) -> Verstoesse:
    """Eine Wiedervorlage liegt vor dem Tag, an dem sie vereinbart wurde.

    Warum: Sie wäre schon überfällig, wenn sie eingetragen wird.

    Beispiel: Stand vom 04.03.2027, „wiedervorlage: 2026-09-01“.

    Abhilfe: Das Jahr oder den Tag berichtigen.
    """
    for m in _list_meldungen(bestand):
        if m.stand.wiedervorlage is not None and m.stand.wiedervorlage < m.stand.am:
            text = f"Die Wiedervorlage bei {m} am {deutsch(m.stand.wiedervorlage)} liegt vor dem Stand vom "
            yield verstoss(m.an("wiedervorlage"), text + deutsch(m.stand.am), *m.schluessel)


@regel("E319", Schwere.HINWEIS, "R15", je="empfehlung")
def abgegebenes_ist_nicht_weitergeleitet(bestand: Bestand) -> Verstoesse:
    """Eine Stelle hat eine Empfehlung abgegeben, bei der neuen Stelle wird sie aber nicht verfolgt.

    Warum: „Weiterleitung … an die betroffenen Stellen“ (Akteure im Netzwerk Integration): Zu jeder Stelle, die etwas
    umsetzen soll, gehört eine Weiterleitung mit ihrem Stand.

    Beispiel: Der Städtetag hat an ein Regierungspräsidium abgegeben, eine Weiterleitung dorthin steht nicht da.

    Abhilfe: An die neue Stelle weiterleiten: netzint empfehlung weiterleiten KENNUNG --stelle STELLE
    """
    for m in _list_meldungen(bestand):
        target = m.stand.an if m.stand.status == "abgegeben" else None
        if target is not None and not any(w.stelle == target for w in m.empfehlung.weiterleitungen):
            text = f"Abgegeben hat {m} an {target}; dorthin gibt es keine Weiterleitung"
            yield verstoss(m.an("an"), text, *m.schluessel)


REGELN: tuple[Regel, ...] = (
    stand_ist_aelter_als_der_davor,
    stand_ist_aelter_als_die_weiterleitung,
    ablehnung_nennt_keinen_grund,
    abgabe_nennt_keine_stelle,
    erledigung_ist_nicht_belegt,
    stand_folgt_nicht_auf_den_davor,
    ueberpruefung_ist_ueberfaellig,
    wiedervorlage_liegt_vor_dem_stand,
    abgegebenes_ist_nicht_weitergeleitet,
)
