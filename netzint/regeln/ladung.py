"""The Ladung to Sitzungen of the Strategiegruppe: in time, to everybody, and a second time only with cause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from netzint.modell.befund import Ort, Schwere
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.geschaeftsordnung import Ladungsfrist
from netzint.modell.sitzung import Einladung, Sitzung
from netzint.recht.fristen import judge_ladung, letzter_versandtag, tage_dazwischen
from netzint.regeln.besetzung import Besetzung
from netzint.regeln.gemeinsam import tage
from netzint.regeln.register import Regel, Verstoesse, Verstoss, regel, verstoss
from netzint.regeln.tage import deutsch, erfasst_ab


class _Ladung(NamedTuple):
    """An Einladung that went out before its Sitzung, with the Ladungsfrist of that day."""

    sitzung: Sitzung
    einladung: Einladung
    frist: Ladungsfrist

    @property
    def urteil(self) -> str:
        return judge_ladung(self.einladung.versandt, self.sitzung.datum, self.frist)

    @property
    def ort(self) -> Ort:
        return self.sitzung.an("einladung", "versandt")


def _iter_ladungen(bestand: Bestand) -> Iterator[_Ladung]:
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        fassung, given_up = bestand.fassung(sitzung.datum), sitzung.abgesagt or sitzung.entfallen
        if fassung and sitzung.einladung and sitzung.einladung.versandt <= sitzung.datum and not given_up:
            yield _Ladung(sitzung, sitzung.einladung, fassung.strategiegruppe.ladungsfrist)


def _describe(ladung: _Ladung, frist: int) -> Verstoss:
    sitzung, sent = ladung.sitzung, ladung.einladung.versandt
    text = (
        f"Zwischen dem Versand am {deutsch(sent)} und der Sitzung {sitzung.kennung} am {deutsch(sitzung.datum)} "
        f"liegen {tage(tage_dazwischen(sent, sitzung.datum))}, die Ladungsfrist beträgt {tage(frist)} "
        f"(letzter Versandtag {deutsch(letzter_versandtag(sitzung.datum, frist))})"
    )
    return verstoss(ladung.ort, text)


@regel("S201", Schwere.FEHLER, je="sitzung")
def ladungsfrist_ist_nicht_eingehalten(bestand: Bestand) -> Verstoesse:
    """Zwischen Einladung und Sitzung liegen weniger Tage, als die Geschäftsordnung verlangt.

    Warum: Wer eingeladen wird, braucht Zeit, sich vorzubereiten oder eine Vertretung zu schicken. Gezählt werden
    Kalendertage; der Tag des Versands und der Tag der Sitzung zählen nicht. Es gilt die Fassung vom Tag der Sitzung.

    Beispiel: Versandt am 28.11.2026, Sitzung am 03.12.2026: 4 Tage, verlangt sind 7.

    Abhilfe: Die Sitzung verlegen, solange sie noch nicht war (netzint sitzung verlegen); bei einer vergangenen die
    Abweichung begründen (netzint abweichung begruenden).
    """
    for ladung in _iter_ladungen(bestand):
        if ladung.urteil == "unter_muss":
            yield _describe(ladung, ladung.frist.muss)


@regel("S202", Schwere.WARNUNG, je="sitzung")
def ladungsfrist_ist_knapp(bestand: Bestand) -> Verstoesse:
    """Zwischen Einladung und Sitzung liegen weniger Tage, als die Geschäftsordnung vorsieht, und ein Grund fehlt.

    Warum: Die Frist, die eingehalten werden soll, ist länger als die, die eingehalten werden muss; kürzer zu laden
    braucht einen Grund (Feld „grund“ der Einladung).

    Beispiel: Versandt am 23.11.2026, Sitzung am 03.12.2026: 9 Tage, vorgesehen sind 14.

    Abhilfe: Früher einladen; geht es nicht, den Grund in der Einladung nennen.
    """
    for ladung in _iter_ladungen(bestand):
        if ladung.urteil == "unter_soll" and not ladung.einladung.grund:
            yield _describe(ladung, ladung.frist.soll)


@regel("S203", Schwere.FEHLER, je="sitzung")
def einladung_kam_nach_der_sitzung(bestand: Bestand) -> Verstoesse:
    """Eine Einladung ist nach der Sitzung versandt worden.

    Warum: Eine solche Einladung lädt niemanden; eines der beiden Daten stimmt nicht.

    Beispiel: Sitzung am 03.12.2026, „versandt: 2026-12-12“.

    Abhilfe: Den Tag des Versands oder der Sitzung berichtigen.
    """
    for sitzung in bestand.sitzungen.values():
        if sitzung.einladung and sitzung.einladung.versandt > sitzung.datum:
            sent = deutsch(sitzung.einladung.versandt)
            text = f"Die Einladung zu {sitzung.kennung} ist am {sent} versandt, die Sitzung am {deutsch(sitzung.datum)}"
            yield verstoss(sitzung.an("einladung", "versandt"), text)


@regel("S204", Schwere.WARNUNG, je="sitzung")
def ordentliches_mitglied_ist_nicht_eingeladen(bestand: Bestand) -> Verstoesse:
    """Im Verteiler einer Einladung fehlt ein ordentliches Mitglied.

    Warum: Beschlussfähig ist die Strategiegruppe nur, wenn alle geladen sind. Wer erst nach dem Versand ins Amt kam,
    muss nicht im Verteiler stehen.

    Beispiel: staedtetag-1 war beim Versand und bei der Sitzung ordentliches Mitglied und steht nicht im Verteiler.

    Abhilfe: Den Verteiler ergänzen und die Einladung nachsenden.
    """
    start = erfasst_ab(bestand)
    besetzung = Besetzung(bestand)
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        einladung = sitzung.einladung
        if einladung is None or sitzung.datum < start or einladung.versandt > sitzung.datum:
            continue
        place = sitzung.an("einladung", "verteiler")
        if not einladung.verteiler:
            yield verstoss(place, f"In der Einladung zu {sitzung.kennung} steht nicht, an wen sie ging")
            continue
        on_day = besetzung.am(sitzung.datum, einladung.verteiler)
        for sitz, mandat in on_day.items():
            person = mandat.mitglied.kennung
            if person not in einladung.verteiler and mandat.mandat.gilt_am(einladung.versandt):
                text = f"{person} ({sitz}) ist ordentliches Mitglied und nicht zu {sitzung.kennung} eingeladen"
                yield verstoss(place, text, person)


@regel("S205", Schwere.FEHLER)
def zweite_ladung_hat_keinen_anlass(bestand: Bestand) -> Verstoesse:
    """Eine zweite Ladung bezieht sich auf eine Sitzung, nach der es keine geben kann.

    Warum: Die Erleichterung bei der Beschlussfähigkeit gilt nur, wenn dasselbe Gremium in einer früheren Sitzung nicht
    beschlussfähig war und danach noch einmal zum selben Gegenstand geladen wurde.

    Beispiel: „zweite_ladung_zu: sg-2026-02“, dort waren aber alle Abstimmungen beschlussfähig.

    Abhilfe: Die richtige Sitzung nennen oder „zweite_ladung_zu“ streichen.
    """
    for sitzung in bestand.sitzungen_mit(lambda merkmal: merkmal.knuepft_an):
        first = bestand.sitzungen.get(sitzung.zweite_ladung_zu or "")
        problem = _why_no_second(sitzung, first) if first else ""
        if first and problem:
            text = f"Die Sitzung {sitzung.kennung} ist zweite Ladung zu {first.kennung}; {problem}"
            yield verstoss(sitzung.an("zweite_ladung_zu"), text, first.kennung)


def _why_no_second(sitzung: Sitzung, first: Sitzung) -> str:
    if first.gremium != sitzung.gremium:
        return f"das war eine Sitzung von {first.gremium}"
    if first.datum >= sitzung.datum:
        return f"die war nicht vorher, sondern am {deutsch(first.datum)}"
    if sitzung.einladung and sitzung.einladung.versandt < first.datum:
        return f"eingeladen wurde schon am {deutsch(sitzung.einladung.versandt)}, vor dieser Sitzung"
    if not any(b.ergebnis == "nicht_beschlussfaehig" for top in first.tagesordnung for b in top.beschluesse):
        return "dort ist keine Abstimmung als nicht beschlussfähig vermerkt"
    return ""


REGELN: tuple[Regel, ...] = (
    ladungsfrist_ist_nicht_eingehalten,
    ladungsfrist_ist_knapp,
    einladung_kam_nach_der_sitzung,
    ordentliches_mitglied_ist_nicht_eingeladen,
    zweite_ladung_hat_keinen_anlass,
)
