"""G1: there is one Strategiegruppe with a Geschäftsordnung that makes sense, and nothing is older than the network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netzint.modell.befund import Feldpfad, Ort, Schwere
from netzint.modell.bestand import Bestand, MandatVon
from netzint.modell.geschaeftsordnung import Fassung
from netzint.modell.grund import Angabe, Eintrag
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch, latest


@regel("G101", Schwere.FEHLER, "R01", erlaesslich=False)
def netzwerkdatei_fehlt(bestand: Bestand) -> Verstoesse:
    """Die Datei daten/netzwerk.yaml fehlt.

    Warum: Sie nennt Namen und Gründung des Netzwerks, die Geschäftsstelle und den Tag, ab dem alles erfasst ist; ohne
    sie kann vieles nicht beurteilt werden.

    Beispiel: In daten/ liegt nur geschaeftsordnung.yaml.

    Abhilfe: Die Datei aus der Versionsgeschichte zurückholen; „netzint init“ legt sie für ein neues Netzwerk an.
    """
    if bestand.netzwerk is None and "netzwerk" not in bestand.unlesbar:
        yield verstoss(Ort("netzwerk", (), "netzwerk"), "daten/netzwerk.yaml fehlt")


@regel("G102", Schwere.FEHLER, "R01", erlaesslich=False)
def geschaeftsordnung_fehlt(bestand: Bestand) -> Verstoesse:
    """Die Datei daten/geschaeftsordnung.yaml fehlt.

    Warum: „Die Strategiegruppe ist das strategische und organisatorische Gremium des Netzwerkes Integration“ (Akteure
    im Netzwerk Integration). Ihre Sitze und Regeln stehen nur in dieser Datei.

    Beispiel: In daten/ liegt nur netzwerk.yaml.

    Abhilfe: Die Datei aus der Versionsgeschichte zurückholen; „netzint init“ legt sie für ein neues Netzwerk an.
    """
    if bestand.geschaeftsordnung is None and "geschaeftsordnung" not in bestand.unlesbar:
        yield verstoss(Ort("geschaeftsordnung", (), "geschaeftsordnung"), "daten/geschaeftsordnung.yaml fehlt")


@regel("G103", Schwere.FEHLER, "R01", erlaesslich=False)
def strategiegruppe_hat_keine_fassung(bestand: Bestand) -> Verstoesse:
    """Die Geschäftsordnung enthält keine Fassung; es gibt also keine Strategiegruppe.

    Warum: „Die Strategiegruppe ist das strategische und organisatorische Gremium des Netzwerkes Integration“ (Akteure
    im Netzwerk Integration): Es gibt genau eine, und eine Fassung beschreibt sie.

    Beispiel: fassungen: []

    Abhilfe: Mindestens eine Fassung mit „gilt_ab“ und den zwölf Sitzen eintragen.
    """
    if bestand.geschaeftsordnung is not None and not bestand.geschaeftsordnung.fassungen:
        yield verstoss(bestand.geschaeftsordnung.an("fassungen"), "Die Geschäftsordnung hat keine Fassung")


@regel("G104", Schwere.FEHLER, erlaesslich=False)
def fassungen_sind_ungeordnet(bestand: Bestand) -> Verstoesse:
    """Die Fassungen der Geschäftsordnung stehen nicht in der Reihenfolge ihrer ersten Tage.

    Warum: Eine Sitzung wird nach der Fassung ihres Tages beurteilt; zwei Fassungen mit demselben ersten Tag
    widersprechen einander.

    Beispiel: Auf die Fassung mit gilt_ab: 2026-01-01 folgt eine mit gilt_ab: 2024-01-01.

    Abhilfe: Die älteste Fassung zuerst nennen, jede mit einem eigenen ersten Tag.
    """
    before: date | None = None
    for ort, fassung in iter_fassung_orte(bestand):
        if before is not None and fassung.gilt_ab <= before:
            text = f"Die Fassung ab {deutsch(fassung.gilt_ab)} steht nach der ab {deutsch(before)}"
            yield verstoss(_below(ort, "gilt_ab"), text, str(fassung.gilt_ab))
        before = fassung.gilt_ab


def iter_fassung_orte(bestand: Bestand) -> Iterator[tuple[Ort, Fassung]]:
    """Every Fassung in the order of the file, with its place."""
    if bestand.geschaeftsordnung is not None:
        for i, fassung in enumerate(bestand.geschaeftsordnung.fassungen):
            yield bestand.geschaeftsordnung.an("fassungen", i), fassung


def _below(ort: Ort, *feld: str | int) -> Ort:
    return ort._replace(feld=(*ort.feld, *feld))


@regel("G105", Schwere.FEHLER)
def grenzen_widersprechen_sich(bestand: Bestand) -> Verstoesse:
    """Zwei Grenzen in der Geschäftsordnung schließen einander aus.

    Warum: Was als Fehler gilt, kann nicht milder sein als das, was nur eine Warnung ist, und mehr als alle Sitze können
    nicht anwesend sein.

    Beispiel: ladungsfrist: {soll: 7, muss: 14}

    Abhilfe: Die Zahlen tauschen oder berichtigen.
    """
    for ort, fassung in iter_fassung_orte(bestand):
        for feld, small, large, words in _limits(fassung):
            if small > large:
                place = _below(ort, "strategiegruppe", *feld)
                yield verstoss(place, f"{words}: {small} ist mehr als {large}", str(fassung.gilt_ab))


def _limits(fassung: Fassung) -> Iterator[tuple[Feldpfad, int, int, str]]:
    recht = fassung.strategiegruppe
    frist, jahr, faehig = recht.ladungsfrist, recht.sitzungen_je_jahr, recht.beschlussfaehigkeit
    seats = len(recht.sitze)
    yield ("ladungsfrist", "muss"), frist.muss, frist.soll, "Die Ladungsfrist „muss“ darf nicht über „soll“ liegen"
    words = "Die Mindestzahl der Sitzungen darf nicht über der Höchstzahl liegen"
    yield ("sitzungen_je_jahr", "mindestens"), jahr.mindestens, jahr.hoechstens, words
    words = "Für die Beschlussfähigkeit dürfen nicht mehr verlangt sein, als es Sitze gibt"
    yield ("beschlussfaehigkeit", "mindestens"), faehig.mindestens, seats, words
    yield ("beschlussfaehigkeit", "zweite_ladung"), faehig.zweite_ladung, seats, words


@regel("G106", Schwere.WARNUNG)
def quelle_nennt_keinen_wert(bestand: Bestand) -> Verstoesse:
    """Eine Quellenangabe der Geschäftsordnung gehört zu keinem Wert.

    Warum: Unter „quellen“ steht für jeden Wert, ob er aus einer Quelle stammt; was fehlt, ist eine Annahme. Ein
    verschriebener Schlüssel machte aus einer Quelle unbemerkt eine Annahme.

    Beispiel: strategiegruppe.ladungfrist statt strategiegruppe.ladungsfrist.

    Abhilfe: Den Schlüssel berichtigen: Namen mit Punkten verbinden, Sitze bei ihrer Kennung nennen.
    """
    for ort, fassung in iter_fassung_orte(bestand):
        for key in fassung.quellen:
            if not _leads_to_value(fassung, key.split(".")):
                yield verstoss(_below(ort, "quellen", key), f"„{key}“ ist kein Wert dieser Fassung", key)


def _leads_to_value(part: object, path: list[str]) -> bool:
    """Whether names lead to a field (it may be empty) or to a seat by its Kennung."""
    for name in path:
        if isinstance(part, Angabe) and name in type(part).model_fields:
            part = getattr(part, name)
        elif isinstance(part, tuple) and name in (seats := {getattr(p, "kennung", None): p for p in part}):
            part = seats[name]
        else:
            return False
    return True


@regel(
    "G107",
    Schwere.FEHLER,
    "R21",
    je="arbeitsgruppe beschlussvorlage empfehlung mitglied sitzung umlauf",
)
def etwas_ist_aelter_als_das_netzwerk(bestand: Bestand) -> Verstoesse:
    """Ein Mandat, eine Sitzung, eine AG, ein Beschluss oder eine Empfehlung ist vor der Gründung des Netzwerks datiert.

    Warum: „Unterzeichnung einer gemeinsamen Absichtserklärung im Juni 2020“ (Hintergrund des Netzwerks Integration).
    Ämter und Stellen dürfen älter sein.

    Beispiel: Ein Mandat in der Strategiegruppe mit von: 2019-05-01.

    Abhilfe: Das Datum berichtigen; meist ist es ein Schreibfehler im Jahr.
    """
    founded = bestand.netzwerk.gegruendet if bestand.netzwerk else date.min
    for wo, feld, day, words in _dated(bestand):
        if day < founded and latest(day) < founded:
            text = f"{words} am {deutsch(day)} liegt vor der Gründung am {deutsch(founded)}"
            yield verstoss(wo.an(*feld), text, str(day))


def _dated(bestand: Bestand) -> Iterator[tuple[Eintrag | MandatVon, Feldpfad, date, str]]:
    for mandat in bestand.mandate:
        yield mandat, ("von",), mandat.mandat.von, "Der Beginn des Mandats"
    for ag in bestand.arbeitsgruppen.values():
        yield ag, ("mandat", "von"), ag.mandat.von, "Der Beginn der AG"
    for sitzung in bestand.sitzungen.values():
        yield sitzung, ("datum",), sitzung.datum, "Die Sitzung"
    for umlauf in bestand.umlaeufe.values():
        yield umlauf, ("versandt",), umlauf.versandt, "Der Versand im Umlauf"
    for vorlage in bestand.beschlussvorlagen.values():
        yield vorlage, ("vom",), vorlage.vom, "Die Beschlussvorlage"
    for empfehlung in bestand.empfehlungen.values():
        for i, fassung in enumerate(empfehlung.fassungen):
            yield empfehlung, ("fassungen", i, "vom"), fassung.vom, "Die Fassung der Empfehlung"


REGELN: tuple[Regel, ...] = (
    netzwerkdatei_fehlt,
    geschaeftsordnung_fehlt,
    strategiegruppe_hat_keine_fassung,
    fassungen_sind_ungeordnet,
    grenzen_widersprechen_sich,
    quelle_nennt_keinen_wert,
    etwas_ist_aelter_als_das_netzwerk,
)
