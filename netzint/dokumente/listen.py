"""Lists and the bundle of a Sitzung: Verteiler, attendance list, all Beschlussvorlagen in one document."""

from __future__ import annotations

from datetime import date

from netzint.dokumente import kontext, kontext_listen
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.jahr import VERTEILER
from netzint.dokumente.papiere import common, papier
from netzint.modell.bestand import Bestand
from netzint.modell.sitzung import Sitzung

ANWESENHEITSLISTE, MAPPE = "anwesenheitsliste", "vorlagenmappe"
LISTEN = (VERTEILER, ANWESENHEITSLISTE, MAPPE)
"""What is made of a Sitzung only if it is asked for, or for a Paket."""


def liste_zu(bestand: Bestand, sitzung: Sitzung, day: date, art: str) -> Auftrag:
    """One of ``LISTEN`` of a Sitzung, with the day that stands on its papers."""
    if art == VERTEILER:
        liste = kontext_listen.verteiler_of_sitzung(bestand, sitzung, day)
        return Auftrag(art, sitzung.kennung, day, {"netzwerk": kontext.netzwerk(bestand), "liste": liste})
    daten = common(bestand, sitzung, day)
    if art == ANWESENHEITSLISTE:
        found = kontext_listen.anwesenheit(bestand, sitzung)
        return Auftrag(art, sitzung.kennung, day, {**daten, "anwesenheit": found})
    papers = kontext_listen.mappe(bestand, sitzung)
    entries = [bestand.beschlussvorlagen[paper["nummer"].lower()] for paper in papers]
    teile = tuple(papier(bestand, entry, sitzung) for entry in entries)
    return Auftrag(art, sitzung.kennung, day, {**daten, "vorlagen": papers}, teile=teile)
