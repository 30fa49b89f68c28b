"""What a reference to a Beschluss leads to, in a Sitzung or an Umlauf alike."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from netzint.modell.antrag import Antrag
from netzint.modell.beschluss import ANGENOMMEN
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sitzung import Sitzung
from netzint.regeln.tage import deutsch

_GEGENSTAND = {
    "ag_einsetzen": "ag",
    "ag_verlaengern": "ag",
    "ag_abschliessen": "ag",
    "schwerpunkt": "thema",
    "ziel": "ziel",
}
"""The field of a motion that says what it is about."""

_WIEDER_OFFEN = ("vertagt", "zurueckverwiesen", "nicht_beschlussfaehig", "widersprochen")


class Lage(NamedTuple):
    """What was moved, where and when, and with what result (None: not yet)."""

    antrag: Antrag
    gremium: str
    am: date | None
    ergebnis: str | None

    def accepts(self, art: str, gegenstand: str) -> bool:
        """Whether the Strategiegruppe accepted a motion of this kind about this AG, Thema or Ziel."""
        fits = self.antrag.art == art and getattr(self.antrag, _GEGENSTAND[art]) == gegenstand
        return fits and self.gremium == STRATEGIEGRUPPE and self.ergebnis in ANGENOMMEN


def gegenstand(antrag: Antrag) -> str:
    """The AG, Thema or Ziel that a motion is about; empty if it is about something else."""
    return getattr(antrag, _GEGENSTAND[antrag.art]) if antrag.art in _GEGENSTAND else ""


def find_beschluss(bestand: Bestand, kennung: str | None) -> Lage | None:
    """The Beschluss ``x/y``; None if there is none or it cannot be read (which is reported elsewhere)."""
    if kennung is None:
        return None
    found = bestand.beschluesse.get(kennung)
    if found is not None:
        return Lage(found.beschluss.antrag, found.sitzung.gremium, found.sitzung.datum, found.beschluss.ergebnis)
    umlauf = bestand.umlaufbeschluesse.get(kennung)
    if umlauf is None:
        return None
    am, ergebnis = (umlauf.abschluss.am, umlauf.abschluss.ergebnis) if umlauf.abschluss else (None, None)
    return Lage(umlauf.antrag, STRATEGIEGRUPPE, am, ergebnis)


def why_not_again(sitzung: Sitzung, lage: Lage) -> str:
    """Why a Sitzung cannot take this up again; empty if it can."""
    if lage.ergebnis not in _WIEDER_OFFEN:
        return f"das Ergebnis dort ist „{lage.ergebnis or 'offen'}“"
    if lage.am is not None and lage.am >= sitzung.datum:
        return f"das war nicht vorher, sondern am {deutsch(lage.am)}"
    return ""
