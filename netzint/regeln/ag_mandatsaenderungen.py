"""A1, continued: another Auftrag or number of members within the period of an AG rests on a Beschluss, too."""

from __future__ import annotations

from netzint.modell.befund import Schwere
from netzint.modell.beschluss import ANGENOMMEN
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.regeln.beschlusslage import find_beschluss
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import day_after, day_before, deutsch


@regel("A110", Schwere.FEHLER, "R12", je="arbeitsgruppe")
def mandatsaenderung_ist_nicht_beschlossen(bestand: Bestand) -> Verstoesse:
    """Auftrag oder Zahl einer AG sind geändert, ohne dass die Strategiegruppe es bis dahin beschlossen hat.

    Warum: „Die Anzahl der ständigen AG-Mitglieder und der voraussichtliche Zeitraum … wird jeweils themenspezifisch
    festgelegt.“ (Akteure im Netzwerk Integration): Wer den Auftrag gibt, ändert ihn auch.

    Beispiel: mandatsaenderungen: [{ab: 2026-03-01, …}], der Beschluss darüber ist vom 09.07.2026 oder abgelehnt.

    Abhilfe: Den richtigen Beschluss nennen, oder die Änderung ab seinem Tag gelten lassen.
    """
    for ag in bestand.arbeitsgruppen.values():
        for i, aenderung in enumerate(ag.mandatsaenderungen):
            lage = find_beschluss(bestand, aenderung.beschluss)
            if lage is None:
                continue
            place = ag.an("mandatsaenderungen", i, "beschluss")
            if lage.gremium != STRATEGIEGRUPPE or lage.ergebnis not in ANGENOMMEN:
                text = f"{aenderung.beschluss} ist kein angenommener Beschluss der Strategiegruppe"
                yield verstoss(place, text, aenderung.beschluss)
            elif lage.am is not None and aenderung.ab < lage.am:
                text = f"Die Änderung gilt ab {deutsch(aenderung.ab)}, beschlossen wurde sie erst am {deutsch(lage.am)}"
                yield verstoss(place, text, aenderung.beschluss)


@regel("A111", Schwere.FEHLER, "R12", je="arbeitsgruppe")
def mandatsaenderung_liegt_nicht_im_mandat(bestand: Bestand) -> Verstoesse:
    """Eine Änderung des Mandats ändert nichts, liegt vor dem Beginn der AG oder vor der Änderung davor.

    Warum: Geändert werden kann, was schon festgelegt ist; die Änderungen folgen aufeinander, die älteste zuerst.

    Beispiel: Die AG beginnt am 01.07.2025, eine Änderung gilt ab 01.03.2025.

    Abhilfe: Den ersten Tag berichtigen: netzint berichtigen AG --setze mandatsaenderungen.1.ab=TAG
    """
    for ag in bestand.arbeitsgruppen.values():
        before = day_before(ag.mandat.von)
        for i, aenderung in enumerate(ag.mandatsaenderungen):
            if aenderung.auftrag is None and aenderung.staendige_mitglieder is None:
                yield verstoss(ag.an("mandatsaenderungen", i), "Die Änderung nennt weder Auftrag noch Zahl", str(i))
            if aenderung.ab <= before:
                first = deutsch(day_after(before))
                text = f"Die Änderung gilt ab {deutsch(aenderung.ab)}; möglich ist es erst ab {first}"
                yield verstoss(ag.an("mandatsaenderungen", i, "ab"), text, str(aenderung.ab))
            before = max(before, aenderung.ab)


REGELN: tuple[Regel, ...] = (
    mandatsaenderung_ist_nicht_beschlossen,
    mandatsaenderung_liegt_nicht_im_mandat,
)
