"""The rules themselves, waivers from them and the Mandate of AGs change forwards in time only, and by Beschluss."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.ausnahme import Ausnahme
from netzint.modell.befund import Schwere
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.geschaeftsordnung import Geschaeftsordnung
from netzint.modell.netzwerk import Netzwerk
from netzint.regeln.register import Verstoesse, verstoss
from netzint.regeln.tage import deutsch
from netzint.regeln.uebergang import Uebergang, Uebergangsregel, uebergangsregel
from netzint.regeln.uebergang_worte import tell_alle
from netzint.regeln.vermerke import list_offene
from netzint.regeln.wechsel import Wechsel, vergleiche


@uebergangsregel("N601")
def geltende_geschaeftsordnung_ist_geaendert(uebergang: Uebergang) -> Verstoesse:
    """Eine Fassung der Geschäftsordnung, die schon gilt oder galt, ist geändert oder gestrichen.

    Warum: Jede Sitzung wird nach der Fassung ihres Tages beurteilt. Wer eine geltende Fassung ändert, beurteilt alles
    neu, was unter ihr geschehen ist. Woher ein Wert kommt („quellen“), darf nachgetragen werden.

    Beispiel: In der Fassung ab 01.06.2020 steht bei der Ladungsfrist statt 14 auf einmal 7.

    Abhilfe: Den alten Stand wiederherstellen. Was neu beschlossen ist: netzint geschaeftsordnung aendern --ab TAG; war
    der Wert von Anfang an falsch eingetragen: netzint geschaeftsordnung berichtigen.
    """
    for alt, neu in uebergang.geaendert(Geschaeftsordnung):
        changes = [c for c in vergleiche(alt, neu) if _is_in_kraft(alt, c, uebergang.tag)]
        found = list_offene(alt, neu, changes)
        if found:
            since = deutsch(alt.fassungen[_number(found[0])].gilt_ab)
            text = f"Die Geschäftsordnung ab {since} gilt schon und ist geändert: {tell_alle(found)}"
            yield verstoss(neu.an(*found[0].feld), text)


def _is_in_kraft(alt: Geschaeftsordnung, change: Wechsel, tag: date) -> bool:
    if change.davor[0] != "fassungen" or len(change.davor) < 2 or "quellen" in change.davor:
        return False
    return alt.fassungen[_number(change)].gilt_ab <= tag


def _number(change: Wechsel) -> int:
    return int(change.davor[1])


@uebergangsregel("N602")
def geschaeftsordnung_gilt_rueckwirkend(uebergang: Uebergang) -> Verstoesse:
    """Eine neue Fassung der Geschäftsordnung gilt schon für eine Sitzung oder einen Umlauf von vorher.

    Warum: Jede Sitzung wird nach der Fassung ihres Tages beurteilt. Was nach der alten Ordnung geladen und beschlossen
    ist, darf keine neue nachträglich anders machen.

    Beispiel: Eine Fassung ab 01.01.2026 wird eingetragen, als die Sitzung vom 12.03.2026 schon war.

    Abhilfe: Einen späteren ersten Tag wählen: netzint geschaeftsordnung aendern --ab TAG.
    """
    for alt, neu in uebergang.geaendert(Geschaeftsordnung):
        known = {fassung.gilt_ab for fassung in alt.fassungen}
        for nr, fassung in enumerate(neu.fassungen):
            judged = min(_iter_beurteilte(uebergang.alt, fassung.gilt_ab, uebergang.tag), default=None)
            added = Wechsel(("fassungen", nr, "gilt_ab"), ("fassungen", nr, "gilt_ab"), None, fassung.gilt_ab)
            if fassung.gilt_ab not in known and judged and list_offene(alt, neu, [added]):
                what = f"{judged[1]} vom {deutsch(judged[0])}"
                text = f"Die neue Fassung ab {deutsch(fassung.gilt_ab)} gilt rückwirkend, schon für {what}"
                yield verstoss(neu.an("fassungen", nr, "gilt_ab"), text, str(fassung.gilt_ab))


def _iter_beurteilte(bestand: Bestand, ab: date, tag: date) -> Iterator[tuple[date, str]]:
    for sitzung in bestand.sitzungen_von(STRATEGIEGRUPPE):
        if ab <= sitzung.datum <= tag and not (sitzung.abgesagt or sitzung.entfallen):
            yield sitzung.datum, sitzung.kennung
    for umlauf in bestand.umlaeufe.values():
        if ab <= umlauf.versandt <= tag and not umlauf.entfallen:
            yield umlauf.versandt, umlauf.kennung


@uebergangsregel("N603", Schwere.HINWEIS)
def erfasster_zeitraum_ist_kleiner(uebergang: Uebergang) -> Verstoesse:
    """„erfasst_ab“ oder „gegruendet“ ist ein anderer Tag geworden, oder „beispieldaten“ ist anders.

    Warum: Vor „erfasst_ab“ sind Beschlüsse und Benennungen freiwillig. Wer den Tag nach hinten rückt, schaltet für
    alles davor die Regeln ab; wer die Gründung verlegt, ändert, was überhaupt datiert sein darf. „beispieldaten: ja“
    sagt von allem, es sei erfunden, und lässt Gemeindeschlüssel zu, die es nicht gibt.

    Beispiel: „erfasst_ab: 2025-01-01“ wird zu „erfasst_ab: 2026-01-01“.

    Abhilfe: Prüfen, ob das gewollt ist; was damit nicht mehr geprüft wird, zeigt netzint pruefen mit dem alten Tag.
    """
    for alt, neu in uebergang.geaendert(Netzwerk):
        changes = [c for c in vergleiche(alt, neu) if _is_kleiner(alt, neu, str(c.feld[0]))]
        found = list_offene(alt, neu, changes)
        if found:
            yield verstoss(neu.an(*found[0].feld), f"Es wird anderes geprüft als bisher: {tell_alle(found)}")


def _is_kleiner(alt: Netzwerk, neu: Netzwerk, feld: str) -> bool:
    if feld == "erfasst_ab":
        return neu.erfasst_ab > alt.erfasst_ab
    return feld in ("gegruendet", "beispieldaten")


@uebergangsregel("N604")
def ausnahme_ist_ohne_beschluss_erweitert(uebergang: Uebergang) -> Verstoesse:
    """Eine Ausnahme gilt länger oder für mehr, ohne dass ein Beschluss dazugekommen ist.

    Warum: Von einer Regel weicht nur die Strategiegruppe ab, durch Beschluss, auf Zeit und mit Grund. Länger gilt eine
    Ausnahme durch eine Verlängerung mit einem Beschluss, der sonst für nichts an ihr steht.

    Beispiel: Bei ausnahme-q103 ist „bis: 2026-12-31“ zu „bis: 2027-12-31“ geworden.

    Abhilfe: Den alten Stand wiederherstellen. Länger: netzint ausnahme verlaengern; für mehr: netzint ausnahme neu.
    """
    for alt, neu in uebergang.geaendert(Ausnahme):
        found = list_offene(alt, neu, [c for c in vergleiche(alt, neu) if _widens(alt, neu, c)])
        if found:
            yield verstoss(neu.an(*found[0].feld), f"{alt.kennung} ist ohne Beschluss erweitert: {tell_alle(found)}")


def _widens(alt: Ausnahme, neu: Ausnahme, change: Wechsel) -> bool:
    name = change.feld[0]
    if name in ("regel", "beschluss"):
        return True
    if name == "fuer":
        return bool(alt.fuer) and not (neu.fuer and {*neu.fuer} <= {*alt.fuer})
    if name == "bis":
        return neu.bis > alt.bis
    if name == "beendet":
        return change.alt is not None and neu.ende > alt.ende
    if name == "verlaengerungen" and change.alt is None:
        return neu.verlaengerungen[int(change.feld[1])].beschluss in alt.beschluesse
    return name == "verlaengerungen" and neu.ende > alt.ende


@uebergangsregel("N605", fach="R12")
def auftrag_einer_ag_ist_ueberschrieben(uebergang: Uebergang) -> Verstoesse:
    """Was die Strategiegruppe einer AG vorgegeben hat, ist überschrieben statt durch Beschluss geändert.

    Warum: „Die Anzahl der ständigen AG-Mitglieder und der voraussichtliche Zeitraum … wird jeweils themenspezifisch
    festgelegt“ (Akteure im Netzwerk Integration). Was festgelegt war, bleibt stehen; was neu gilt, kommt mit seinem
    Beschluss dazu: als Verlängerung, als Änderung des Mandats, als Abschluss.

    Beispiel: Bei ag-demokratiebildung ist „bis: 2026-12-31“ zu „bis: 2027-06-30“ geworden, ohne Verlängerung.

    Abhilfe: Den alten Stand wiederherstellen, dann netzint ag verlaengern oder netzint ag abschliessen; war etwas
    falsch eingetragen: netzint berichtigen KENNUNG.
    """
    fixed = ("thema", "mandat", "verlaengerungen", "mandatsaenderungen", "abschluss")
    for alt, neu in uebergang.geaendert(Arbeitsgruppe):
        changes = [c for c in vergleiche(alt, neu) if c.feld[0] in fixed and c.alt is not None]
        found = list_offene(alt, neu, changes)
        if found:
            yield verstoss(neu.an(*found[0].feld), f"In {alt.kennung} ist überschrieben: {tell_alle(found)}")


@uebergangsregel("N606", fach="R24")
def ergebnis_einer_ag_ist_gestrichen(uebergang: Uebergang) -> Verstoesse:
    """Ein Bericht oder Konzept einer AG ist gestrichen oder geändert.

    Warum: „Strategien und Lösungswege zu diskutieren und gegebenenfalls Konzepte zu entwickeln“ (Hintergrund zum
    Netzwerk Integration): Was eine AG vorgelegt hat, hat sie vorgelegt.

    Beispiel: Bei ag-huerdenabbau fehlt der Abschlussbericht vom 30.06.2025.

    Abhilfe: Den alten Stand wiederherstellen; ein neuer Bericht kommt dazu: netzint ag bericht. War etwas falsch
    eingetragen: netzint berichtigen KENNUNG.
    """
    for alt, neu in uebergang.geaendert(Arbeitsgruppe):
        changes = [c for c in vergleiche(alt, neu) if c.feld[0] in ("berichte", "konzepte") and c.alt is not None]
        found = list_offene(alt, neu, changes)
        if found:
            yield verstoss(neu.an(*found[0].feld), f"Was {alt.kennung} vorgelegt hat, ist anders: {tell_alle(found)}")


REGELN: tuple[Uebergangsregel, ...] = (
    geltende_geschaeftsordnung_ist_geaendert,
    geschaeftsordnung_gilt_rueckwirkend,
    erfasster_zeitraum_ist_kleiner,
    ausnahme_ist_ohne_beschluss_erweitert,
    auftrag_einer_ag_ist_ueberschrieben,
    ergebnis_einer_ag_ist_gestrichen,
)
