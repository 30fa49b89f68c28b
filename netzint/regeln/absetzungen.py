"""TOPs that were taken off the Tagesordnung after the Einladung."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss


@regel("S409", Schwere.FEHLER, je="sitzung")
def abgesetzter_top_hat_einen_beschluss(bestand: Bestand) -> Verstoesse:
    """Ein TOP ist von der Tagesordnung abgesetzt und hat trotzdem einen Beschluss.

    Warum: Was abgesetzt ist, wird nicht behandelt und kommt auf eine spätere Tagesordnung.

    Beispiel: Der TOP mit bv-2026-007 hat „abgesetzt“ und „beschluesse“.

    Abhilfe: Wurde doch abgestimmt, „abgesetzt“ herausnehmen (netzint berichtigen SITZUNG --zu tagesordnung.NR --setze
    abgesetzt=); sonst den Beschluss berichtigen.
    """
    for sitzung in bestand.sitzungen.values():
        for t, top in enumerate(sitzung.tagesordnung):
            if top.abgesetzt and top.beschluesse:
                text = f"Der TOP „{top.titel}“ in {sitzung.kennung} ist abgesetzt und hat einen Beschluss"
                yield verstoss(sitzung.an("tagesordnung", t, "abgesetzt"), text, top.kennung)


REGELN: tuple[Regel, ...] = (abgesetzter_top_hat_einen_beschluss,)
