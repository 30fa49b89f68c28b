"""Veranstaltungen: type, date, place; no quorum and no votes (R20). That ``bis`` is not before ``datum`` says K301."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss


@regel("S501", Schwere.FEHLER, "R20", je="veranstaltung")
def veranstaltung_endet_vor_ihrem_beginn(bestand: Bestand) -> Verstoesse:
    """Eine Veranstaltung endet am selben Tag, bevor sie beginnt.

    Warum: „temporär zusätzlich Fachtage, Informationsveranstaltungen etc.“ (Akteure im Netzwerk Integration). Beginn
    und Ende stehen in der Ankündigung.

    Beispiel: beginn: "14:00", ende: "10:00".

    Abhilfe: Eine der beiden Uhrzeiten berichtigen; dauert sie mehrere Tage, „bis“ angeben.
    """
    for va in bestand.veranstaltungen.values():
        if va.beginn and va.ende and va.ende < va.beginn and va.bis in (None, va.datum):
            text = f"Die Veranstaltung {va.kennung} beginnt um {va.beginn} Uhr und endet um {va.ende} Uhr"
            yield verstoss(va.an("ende"), text)


REGELN: tuple[Regel, ...] = (veranstaltung_endet_vor_ihrem_beginn,)
