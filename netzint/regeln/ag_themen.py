"""A3: an AG works on the one Thema that the Strategiegruppe gave it."""

from __future__ import annotations

from netzint.modell.antrag import AgEinsetzen
from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.regeln.register import Regel, Verstoesse, regel, verstoss


@regel("A301", Schwere.FEHLER, "R10")
def thema_ist_nicht_das_vorgegebene(bestand: Bestand) -> Verstoesse:
    """Eine AG hat ein anderes Thema als der Beschluss, der sie eingesetzt hat.

    Warum: „die sich mit dem von ihr vorgegebenen Thema eingehend befassen“ (Akteure im Netzwerk Integration).

    Beispiel: Der Antrag nennt thema: thema-wohnen, die AG hat thema: thema-ehrenamt.

    Abhilfe: Das Thema der AG berichtigen; soll sie ein anderes bekommen, braucht es einen neuen Beschluss.
    """
    for ag in bestand.arbeitsgruppen.values():
        entry = bestand.beschluesse.get(ag.mandat.beschluss or "")
        antrag = entry.beschluss.antrag if entry else None
        if isinstance(antrag, AgEinsetzen) and antrag.ag == ag.kennung and antrag.thema not in (None, ag.thema):
            text = f"{ag.kennung} hat das Thema {ag.thema}, vorgegeben wurde {antrag.thema}"
            yield verstoss(ag.an("thema"), text, antrag.thema or "")


REGELN: tuple[Regel, ...] = (thema_ist_nicht_das_vorgegebene,)
