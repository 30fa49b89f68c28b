"""The wordings of Empfehlungen: numbered, dated, and handed in in order."""

from __future__ import annotations

from netzint.modell.befund import Ort, Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung, Empfehlungsfassung
from netzint.regeln.ansichten import beginn_der_ags
from netzint.regeln.gemeinsam import je_bestand
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch


@je_bestand
def list_fassungen(bestand: Bestand) -> tuple[tuple[Empfehlung, int, Empfehlungsfassung], ...]:
    """Every wording of the Empfehlungen whose number still counts, with its place in the list."""
    return tuple(
        (empfehlung, nr, fassung)
        for empfehlung in bestand.empfehlungen.values()
        if empfehlung.entfallen is None
        for nr, fassung in enumerate(empfehlung.fassungen)
    )


def an_fassung(empfehlung: Empfehlung, nr: int, *feld: str | int) -> Ort:
    """The place of a value in a wording."""
    return empfehlung.an("fassungen", nr, *feld)


@regel("E105", Schwere.FEHLER, "R14", je="empfehlung")
def fassungen_sind_nicht_fortlaufend_nummeriert(bestand: Bestand) -> Verstoesse:
    """Die Fassungen einer Empfehlung sind nicht fortlaufend ab 1 nummeriert.

    Warum: Ein Beschluss nennt die Nummer der Fassung, über die abgestimmt wurde; sie muss eindeutig sein.

    Beispiel: Auf Fassung 1 folgt Fassung 3.

    Abhilfe: Die Fassungen in der Reihenfolge ihres Entstehens mit 1, 2, 3 … nummerieren.
    """
    for empfehlung, nr, fassung in list_fassungen(bestand):
        if fassung.nr != nr + 1:
            text = f"Die {nr + 1}. Fassung der Empfehlung {empfehlung.kennung} trägt die Nummer {fassung.nr}"
            yield verstoss(an_fassung(empfehlung, nr, "nr"), text, str(fassung.nr))


@regel("E106", Schwere.FEHLER, "R11", je="empfehlung")
def empfehlung_hat_keine_fassung(bestand: Bestand) -> Verstoesse:
    """Eine Empfehlung hat keine Fassung.

    Warum: „Finale Abstimmung über die Umsetzung der … erarbeiteten konkreten Handlungsempfehlungen“ (Akteure im
    Netzwerk Integration). Ohne Wortlaut gibt es nichts, worüber abgestimmt werden kann.

    Beispiel: „fassungen: []“.

    Abhilfe: Die erste Fassung eintragen: netzint empfehlung fassung KENNUNG; war die Nummer nur vorgemerkt: netzint
    empfehlung entfallen KENNUNG
    """
    for empfehlung in bestand.empfehlungen.values():
        if not empfehlung.fassungen and empfehlung.entfallen is None:
            yield verstoss(empfehlung.an("fassungen"), f"Die Empfehlung {empfehlung.kennung} hat keine Fassung")


@regel("E107", Schwere.FEHLER, "R14", je="empfehlung")
def fassung_ist_aelter_als_die_davor(bestand: Bestand) -> Verstoesse:
    """Eine Fassung trägt ein früheres Datum als die Fassung davor.

    Warum: Die Reihenfolge der Fassungen sagt, welcher Wortlaut an einem Tag galt.

    Beispiel: Fassung 1 ist vom 20.10.2026, Fassung 2 vom 01.10.2026.

    Abhilfe: Das Datum oder die Reihenfolge berichtigen.
    """
    for empfehlung, nr, fassung in list_fassungen(bestand):
        if nr and fassung.vom < empfehlung.fassungen[nr - 1].vom:
            before = empfehlung.fassungen[nr - 1]
            text = (
                f"Fassung {fassung.nr} der Empfehlung {empfehlung.kennung} ist vom {deutsch(fassung.vom)}, "
                f"die davor vom {deutsch(before.vom)}"
            )
            yield verstoss(an_fassung(empfehlung, nr, "vom"), text, str(fassung.nr))


@regel("E108", Schwere.FEHLER, "R14", je="empfehlung")
def fassung_ist_vor_ihrem_tag_eingereicht(bestand: Bestand) -> Verstoesse:
    """Eine Fassung ist eingereicht worden, bevor es sie gab.

    Warum: Abgestimmt wird über das, was die Arbeitsgruppe eingereicht hat; der Tag entscheidet, ob es rechtzeitig war.

    Beispiel: „vom: 2026-10-20“ und „eingereicht: 2026-10-02“.

    Abhilfe: Eines der beiden Daten berichtigen.
    """
    for empfehlung, nr, fassung in list_fassungen(bestand):
        if fassung.eingereicht is not None and fassung.eingereicht < fassung.vom:
            text = (
                f"Fassung {fassung.nr} der Empfehlung {empfehlung.kennung} ist vom {deutsch(fassung.vom)}, "
                f"eingereicht aber am {deutsch(fassung.eingereicht)}"
            )
            yield verstoss(an_fassung(empfehlung, nr, "eingereicht"), text, str(fassung.nr))


@regel("E109", Schwere.FEHLER, "R11", je="empfehlung")
def fassung_ist_aelter_als_die_arbeitsgruppe(bestand: Bestand) -> Verstoesse:
    """Eine Fassung ist älter als die Arbeitsgruppe, die sie erarbeitet hat.

    Warum: „Die Strategiegruppe setzt … operative Arbeitsgruppen ein, die … konkrete Handlungsempfehlungen erarbeiten“
    (Akteure im Netzwerk Integration): erst die Einsetzung, dann die Empfehlung.

    Beispiel: Die AG beginnt am 01.07.2025, die Fassung ist vom 12.05.2025.

    Abhilfe: Das Datum der Fassung berichtigen oder die richtige Arbeitsgruppe eintragen.
    """
    for empfehlung, nr, fassung in list_fassungen(bestand):
        von = beginn_der_ags(bestand).get(empfehlung.arbeitsgruppe)
        if von is not None and fassung.vom < von:
            text = (
                f"Fassung {fassung.nr} der Empfehlung {empfehlung.kennung} ist vom {deutsch(fassung.vom)}, "
                f"{empfehlung.arbeitsgruppe} besteht erst seit {deutsch(von)}"
            )
            yield verstoss(an_fassung(empfehlung, nr, "vom"), text, str(fassung.nr))


REGELN: tuple[Regel, ...] = (
    fassungen_sind_nicht_fortlaufend_nummeriert,
    empfehlung_hat_keine_fassung,
    fassung_ist_aelter_als_die_davor,
    fassung_ist_vor_ihrem_tag_eingereicht,
    fassung_ist_aelter_als_die_arbeitsgruppe,
)
