"""A3: an AG works on the one Thema, and within the number and period, that the Strategiegruppe gave it."""

from __future__ import annotations

from netzint.modell.antrag import AgEinsetzen
from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.regeln.beschlusslage import find_beschluss
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss
from netzint.regeln.tage import deutsch


@regel("A301", Schwere.FEHLER, "R10", je="arbeitsgruppe")
def thema_ist_nicht_das_vorgegebene(bestand: Bestand) -> Verstoesse:
    """Eine AG hat ein anderes Thema als der Beschluss, der sie eingesetzt hat.

    Warum: „die sich mit dem von ihr vorgegebenen Thema eingehend befassen“ (Akteure im Netzwerk Integration).

    Beispiel: Der Antrag nennt thema: thema-wohnen, die AG hat thema: thema-ehrenamt.

    Abhilfe: Das Thema der AG berichtigen; soll sie ein anderes bekommen, braucht es einen neuen Beschluss.
    """
    for ag in bestand.arbeitsgruppen.values():
        lage = find_beschluss(bestand, ag.mandat.beschluss)
        antrag = lage.antrag if lage else None
        if isinstance(antrag, AgEinsetzen) and antrag.ag == ag.kennung and antrag.thema not in (None, ag.thema):
            text = f"{ag.kennung} hat das Thema {ag.thema}, vorgegeben wurde {antrag.thema}"
            yield verstoss(ag.an("thema"), text, antrag.thema or "")


@regel("A302", Schwere.FEHLER, "R12")
def mandat_ist_nicht_das_beschlossene(bestand: Bestand) -> Verstoesse:
    """Zahl oder Zeitraum einer AG sind andere, als bei ihrer Einsetzung beschlossen wurde.

    Warum: „Die Anzahl der ständigen AG-Mitglieder und der voraussichtliche Zeitraum … wird jeweils themenspezifisch
    festgelegt.“ (Akteure im Netzwerk Integration). Später als beschlossen darf eine AG beginnen, nicht früher.

    Beispiel: Der Antrag nennt staendige_mitglieder: 8, die AG hat staendige_mitglieder: 9.

    Abhilfe: Die Angaben unter „mandat“ so eintragen, wie sie beschlossen sind; anderes braucht einen neuen Beschluss.
    """
    for ag in bestand.arbeitsgruppen.values():
        lage = find_beschluss(bestand, ag.mandat.beschluss)
        if lage is None or not isinstance(lage.antrag, AgEinsetzen) or lage.antrag.ag != ag.kennung:
            continue
        antrag, mandat = lage.antrag, ag.mandat
        if antrag.staendige_mitglieder not in (None, mandat.staendige_mitglieder):
            text = f"{ag.kennung} hat {mandat.staendige_mitglieder} ständige Mitglieder als Zahl"
            text += f", beschlossen sind {antrag.staendige_mitglieder}"
            yield verstoss(ag.an("mandat", "staendige_mitglieder"), text, "staendige_mitglieder")
        if antrag.bis not in (None, mandat.bis):
            text = f"Das Mandat von {ag.kennung} endet am {deutsch(mandat.bis)}, beschlossen ist ein anderes Ende"
            yield verstoss(ag.an("mandat", "bis"), text, "bis")
        if antrag.von is not None and mandat.von < antrag.von:
            text = f"{ag.kennung} beginnt am {deutsch(mandat.von)}, beschlossen ist der {deutsch(antrag.von)}"
            yield verstoss(ag.an("mandat", "von"), text, "von")


REGELN: tuple[Regel, ...] = (thema_ist_nicht_das_vorgegebene, mandat_ist_nicht_das_beschlossene)
