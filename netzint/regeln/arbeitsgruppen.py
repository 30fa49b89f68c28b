"""A1: an AG is set up, prolonged and closed by Beschluss of the Strategiegruppe, and works within its period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.befund import Ort, Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.recht.fristen import karenz_bis
from netzint.recht.zustaende import agstand
from netzint.regeln.beschlusslage import find_beschluss
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import day_after, deutsch, erfasst_ab, latest


@regel("A101", Schwere.FEHLER, "R09", je="arbeitsgruppe")
def einsetzung_ohne_beschluss(bestand: Bestand) -> Verstoesse:
    """Eine AG nennt keinen Einsetzungsbeschluss.

    Warum: „Die Strategiegruppe setzt zu speziellen Themen … operative Arbeitsgruppen ein“ (Akteure im Netzwerk
    Integration). Das gilt für AGs, die nach „erfasst_ab“ beginnen.

    Beispiel: mandat: {von: 2025-07-01, …} ohne „beschluss“

    Abhilfe: Den Beschluss nachtragen: netzint berichtigen AG --setze mandat.beschluss=SITZUNG/BESCHLUSS
    """
    start = erfasst_ab(bestand)
    for ag in bestand.arbeitsgruppen.values():
        if ag.mandat.beschluss is None and ag.mandat.von >= start:
            text = f"{ag.kennung} ist ab {deutsch(ag.mandat.von)} eingesetzt, der Beschluss darüber fehlt"
            yield verstoss(ag.an("mandat"), text)


@regel("A102", Schwere.FEHLER, "R09", je="arbeitsgruppe")
def einsetzungsbeschluss_passt_nicht(bestand: Bestand) -> Verstoesse:
    """Der genannte Beschluss hat diese AG nicht eingesetzt.

    Warum: „Die Strategiegruppe setzt zu speziellen Themen … operative Arbeitsgruppen ein“ (Akteure im Netzwerk
    Integration): Es braucht einen angenommenen Antrag ag_einsetzen über genau diese AG.

    Beispiel: Der Beschluss betrifft eine andere AG, oder er wurde abgelehnt.

    Abhilfe: Den richtigen Beschluss nennen, oder dessen Antrag und Ergebnis in der Sitzung berichtigen.
    """
    for ag in bestand.arbeitsgruppen.values():
        lage = find_beschluss(bestand, ag.mandat.beschluss)
        if lage is not None and not lage.accepts("ag_einsetzen", ag.kennung):
            text = f"{ag.mandat.beschluss} ist kein angenommener Antrag der Strategiegruppe, {ag.kennung} einzusetzen"
            yield verstoss(ag.an("mandat", "beschluss"), text, ag.mandat.beschluss or "")


@regel("A103", Schwere.FEHLER, "R09", je="arbeitsgruppe")
def ag_beginnt_vor_dem_beschluss(bestand: Bestand) -> Verstoesse:
    """Eine AG beginnt vor dem Tag, an dem sie eingesetzt wurde.

    Warum: „Die Strategiegruppe setzt zu speziellen Themen … operative Arbeitsgruppen ein“ (Akteure im Netzwerk
    Integration); vor dem Beschluss gibt es die AG nicht.

    Beispiel: mandat: {von: 2025-07-01, …}, die Sitzung mit dem Beschluss war am 10.07.2025.

    Abhilfe: Den Beginn auf den Tag des Beschlusses oder später legen.
    """
    for ag in bestand.arbeitsgruppen.values():
        lage = find_beschluss(bestand, ag.mandat.beschluss)
        if lage is not None and lage.am is not None and latest(ag.mandat.von) < lage.am:
            begin, decided = deutsch(ag.mandat.von), deutsch(lage.am)
            text = f"{ag.kennung} beginnt am {begin}, beschlossen wurde die Einsetzung erst am {decided}"
            yield verstoss(ag.an("mandat", "von"), text, ag.mandat.beschluss or "")


@regel("A104", Schwere.FEHLER, "R12", je="arbeitsgruppe")
def verlaengerung_schliesst_nicht_an(bestand: Bestand) -> Verstoesse:
    """Eine Verlängerung beginnt nicht am Tag nach dem bisherigen Ende.

    Warum: „Die Anzahl der ständigen AG-Mitglieder und der voraussichtliche Zeitraum … wird jeweils themenspezifisch
    festgelegt.“ (Akteure im Netzwerk Integration): Der Zeitraum einer AG hat weder Lücken noch Überschneidungen.

    Beispiel: bis: 2026-12-31, danach eine Verlängerung mit ab: 2027-02-01.

    Abhilfe: Die Verlängerung am Tag nach dem bisherigen Ende beginnen lassen.
    """
    for ag in bestand.arbeitsgruppen.values():
        before = ag.mandat.bis
        for i, verlaengerung in enumerate(ag.verlaengerungen):
            if verlaengerung.ab != day_after(before):
                wanted = deutsch(day_after(before))
                text = f"Die Verlängerung beginnt am {deutsch(verlaengerung.ab)} statt am {wanted}"
                yield verstoss(ag.an("verlaengerungen", i, "ab"), text, str(verlaengerung.ab))
            before = verlaengerung.bis


@regel("A105", Schwere.FEHLER, "R12", je="arbeitsgruppe")
def verlaengerung_ohne_beschluss(bestand: Bestand) -> Verstoesse:
    """Eine Verlängerung nennt keinen Beschluss.

    Warum: „der voraussichtliche Zeitraum … wird jeweils themenspezifisch festgelegt“ (Akteure im Netzwerk Integration):
    Wer ihn festlegt, verlängert ihn auch. Das gilt für Verlängerungen nach „erfasst_ab“.

    Beispiel: {ab: 2027-01-01, bis: 2027-06-30} ohne „beschluss“

    Abhilfe: Den Beschluss der Strategiegruppe nennen.
    """
    start = erfasst_ab(bestand)
    for ag in bestand.arbeitsgruppen.values():
        for i, verlaengerung in enumerate(ag.verlaengerungen):
            if verlaengerung.beschluss is None and verlaengerung.ab >= start:
                text = f"Zur Verlängerung bis {deutsch(verlaengerung.bis)} fehlt der Beschluss"
                yield verstoss(ag.an("verlaengerungen", i), text, str(verlaengerung.bis))


@regel("A106", Schwere.FEHLER, "R12", je="arbeitsgruppe")
def verlaengerungsbeschluss_passt_nicht(bestand: Bestand) -> Verstoesse:
    """Der genannte Beschluss hat diese AG nicht so verlängert.

    Warum: „der voraussichtliche Zeitraum … wird jeweils themenspezifisch festgelegt“ (Akteure im Netzwerk Integration):
    Es braucht einen angenommenen Antrag ag_verlaengern über diese AG mit demselben Ende und derselben Zahl.

    Beispiel: Beschlossen ist eine Verlängerung bis 30.04.2027, bei der AG steht bis: 2027-06-30.

    Abhilfe: Den richtigen Beschluss nennen, oder Ende und Zahl so eintragen, wie sie beschlossen sind.
    """
    for ag in bestand.arbeitsgruppen.values():
        for i, verlaengerung in enumerate(ag.verlaengerungen):
            lage = find_beschluss(bestand, verlaengerung.beschluss)
            if lage is None:
                continue
            place, key = ag.an("verlaengerungen", i, "beschluss"), verlaengerung.beschluss or ""
            if lage.antrag.art != "ag_verlaengern" or not lage.accepts("ag_verlaengern", ag.kennung):
                text = f"{key} ist kein angenommener Antrag der Strategiegruppe, {ag.kennung} zu verlängern"
                yield verstoss(place, text, key)
            elif lage.antrag.bis != verlaengerung.bis:
                decided, noted = deutsch(lage.antrag.bis), deutsch(verlaengerung.bis)
                yield verstoss(place, f"Beschlossen ist das Ende am {decided}, hier steht der {noted}", key)
            elif lage.antrag.staendige_mitglieder != verlaengerung.staendige_mitglieder:
                text = f"Die Zahl der ständigen Mitglieder ist eine andere als in {key} beschlossen"
                yield verstoss(place, text, key)


@regel("A107", Schwere.WARNUNG, "R12", je="arbeitsgruppe")
def ag_zu_spaet_verlaengert(bestand: Bestand) -> Verstoesse:
    """Eine Verlängerung wurde erst beschlossen, als die AG schon ausgelaufen war.

    Warum: „der voraussichtliche Zeitraum … wird jeweils themenspezifisch festgelegt“ (Akteure im Netzwerk Integration):
    Zwischen Ende und Beschluss hatte die AG keinen Auftrag.

    Beispiel: bis: 2026-12-31, der Beschluss über die Verlängerung ist vom 14.01.2027.

    Abhilfe: Prüfen, ob die Daten stimmen; künftig vor dem Ende beschließen.
    """
    for ag in bestand.arbeitsgruppen.values():
        before = ag.mandat.bis
        for i, verlaengerung in enumerate(ag.verlaengerungen):
            lage = find_beschluss(bestand, verlaengerung.beschluss)
            if lage is not None and lage.am is not None and lage.am > before:
                text = f"Am {deutsch(lage.am)} verlängert, als {ag.kennung} seit {deutsch(before)} ausgelaufen war"
                yield verstoss(ag.an("verlaengerungen", i, "beschluss"), text, verlaengerung.beschluss or "")
            before = verlaengerung.bis


@regel("A108", Schwere.WARNUNG, "R12", je="arbeitsgruppe")
def ag_laeuft_ueber_ihren_zeitraum(bestand: Bestand, stichtag: date) -> Verstoesse:
    """Der Zeitraum einer AG ist vorbei, sie ist aber weder verlängert noch abgeschlossen.

    Warum: „der voraussichtliche Zeitraum, über den die Arbeitsgruppe eingesetzt werden soll, wird jeweils
    themenspezifisch festgelegt“ (Akteure im Netzwerk Integration).

    Beispiel: bis: 2026-06-30, am 22.11.2026 gibt es weder „verlaengerungen“ noch „abschluss“.

    Abhilfe: Verlängerung oder Abschluss beschließen lassen: netzint ag verlaengern AG oder netzint ag abschliessen AG
    """
    for ag in bestand.arbeitsgruppen.values():
        if agstand(ag, stichtag) == "ausgelaufen" and ag.ende < stichtag and ag.abschluss is None:
            text = f"Der Zeitraum von {ag.kennung} endete am {deutsch(ag.ende)}; es fehlt Verlängerung oder Abschluss"
            yield verstoss(ag.an("mandat", "bis"), text, str(ag.ende))


@regel("A109", Schwere.FEHLER, "R12", je=("arbeitsgruppe", "empfehlung mitglied sitzung"))
def etwas_ist_nach_der_karenz_datiert(bestand: Bestand) -> Verstoesse:
    """Etwas von einer AG ist später datiert, als nach ihrem Ende noch hingenommen wird.

    Warum: „der voraussichtliche Zeitraum, über den die Arbeitsgruppe eingesetzt werden soll, wird jeweils
    themenspezifisch festgelegt“ (Akteure im Netzwerk Integration). Wie lange danach noch etwas kommen darf, steht in
    der Geschäftsordnung unter „arbeitsgruppen.karenz“.

    Beispiel: Die AG endete am 30.06.2026, eine Empfehlung wurde am 02.11.2026 eingereicht (Karenz: 90 Tage).

    Abhilfe: Das Datum berichtigen, oder die Verlängerung der AG nachtragen.
    """
    for ag in bestand.arbeitsgruppen.values():
        limit = grace_of(bestand, ag)
        for ort, day, words in list_spaetere(bestand, ag, limit) if limit < date.max else ():
            text = f"{words} vom {deutsch(day)} liegt zu lange nach dem Ende von {ag.kennung} am {deutsch(_end(ag))}"
            yield verstoss(ort, text, ag.kennung, str(day))


def _end(ag: Arbeitsgruppe) -> date:
    """The last day of the AG: that of its period, or of an earlier Abschluss (unless that lies before the AG: A205)."""
    return ag.abschluss.am if ag.abschluss and ag.mandat.von <= ag.abschluss.am < ag.ende else ag.ende


def grace_of(bestand: Bestand, ag: Arbeitsgruppe) -> date:
    """The last day on which something of the AG may be dated."""
    fassung = bestand.fassung(_end(ag))
    left = (date.max - _end(ag)).days
    within = fassung is not None and fassung.arbeitsgruppen.karenz < left
    return karenz_bis(_end(ag), fassung.arbeitsgruppen) if fassung and within else date.max


def list_spaetere(bestand: Bestand, ag: Arbeitsgruppe, limit: date) -> Iterator[tuple[Ort, date, str]]:
    """What of the AG is dated after a day; places and words cost more than the days, and are seldom wanted."""
    for empfehlung in bestand.empfehlungen_von(ag.kennung):
        if not empfehlung.entfallen:
            yield from _fassungen_after(empfehlung, limit)
    for sitzung in bestand.sitzungen_von(ag.kennung):
        if sitzung.datum > limit and not (sitzung.abgesagt or sitzung.entfallen):
            yield sitzung.an("datum"), sitzung.datum, "Die Sitzung der AG"
    for mandat in bestand.mandate_in(ag.kennung):
        if mandat.mandat.von > limit:
            yield mandat.an("von"), mandat.mandat.von, "Der Beginn des Mandats"
    yield from (result for result in _ergebnisse(ag) if result[1] > limit)


def _ergebnisse(ag: Arbeitsgruppe) -> Iterator[tuple[Ort, date, str]]:
    """What the AG delivered beside its Empfehlungen."""
    yield from ((ag.an("konzepte", i, "vom"), k.vom, "Das Konzept") for i, k in enumerate(ag.konzepte))
    yield from ((ag.an("berichte", i, "vom"), b.vom, "Der Bericht") for i, b in enumerate(ag.berichte))


def _fassungen_after(empfehlung: Empfehlung, limit: date) -> Iterator[tuple[Ort, date, str]]:
    for i, fassung in enumerate(empfehlung.fassungen):
        if fassung.vom > limit:
            yield empfehlung.an("fassungen", i, "vom"), fassung.vom, f"Die Fassung {fassung.nr} der Empfehlung"
        if fassung.eingereicht and fassung.eingereicht > limit:
            yield empfehlung.an("fassungen", i, "eingereicht"), fassung.eingereicht, "Die Einreichung"


REGELN: tuple[Regel, ...] = (
    einsetzung_ohne_beschluss,
    einsetzungsbeschluss_passt_nicht,
    ag_beginnt_vor_dem_beschluss,
    verlaengerung_schliesst_nicht_an,
    verlaengerung_ohne_beschluss,
    verlaengerungsbeschluss_passt_nicht,
    ag_zu_spaet_verlaengert,
    ag_laeuft_ueber_ihren_zeitraum,
    etwas_ist_nach_der_karenz_datiert,
)
