"""What Vorgänge that rest on a Beschluss ask of it: that it is there, accepted, and about this very matter."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from netzint.modell.antrag import Antrag
from netzint.modell.beschluss import ANGENOMMEN
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.finden import find_beschluss
from netzint.modell.sprache import datum
from netzint.recht.zustaende import BEZEICHNUNG
from netzint.regeln import beschlusslage
from netzint.vorgaenge.angaben import ablehnen

WORTE = {
    "ag_einsetzen": "die Einsetzung einer Arbeitsgruppe",
    "ag_verlaengern": "die Verlängerung einer Arbeitsgruppe",
    "ag_abschliessen": "den Abschluss einer Arbeitsgruppe",
    "schwerpunkt": "einen Themenschwerpunkt",
    "ziel": "ein strategisches Ziel",
    "empfehlung": "eine Handlungsempfehlung",
    "niederschrift": "eine Niederschrift",
    "sonstiges": "etwas anderes",
}


class Beschlossen(NamedTuple):
    """An accepted Beschluss of the Strategiegruppe."""

    kennung: str
    """``x/y``"""
    antrag: Antrag
    am: date


def require_angenommen(bestand: Bestand, text: str) -> Beschlossen:
    """The accepted Beschluss of the Strategiegruppe that is meant. Raises NetzintFehler for any other."""
    kennung = find_beschluss(bestand, text)
    lage = beschlusslage.find_beschluss(bestand, kennung)
    if lage is None or lage.am is None or lage.ergebnis is None:
        raise ablehnen(
            f"Über {kennung} ist noch nicht entschieden.",
            f"Zuerst das Ergebnis festhalten: netzint umlauf abschliessen {kennung.partition('/')[0]}",
        )
    if lage.gremium != STRATEGIEGRUPPE:
        raise ablehnen(f"{kennung} ist kein Beschluss der Strategiegruppe.", "Nur sie kann darüber beschließen.")
    if lage.ergebnis not in ANGENOMMEN:
        wort = BEZEICHNUNG.get(lage.ergebnis, lage.ergebnis)
        raise ablehnen(
            f"{kennung} vom {datum(lage.am)} wurde nicht angenommen, sondern {wort}.",
            "Es braucht einen angenommenen Beschluss; alle zeigt: netzint beschluesse",
        )
    return Beschlossen(kennung, lage.antrag, lage.am)


def require_beschluss(bestand: Bestand, text: str, art: str, gegenstand: str = "") -> Beschlossen:
    """The same for a motion of one kind about one AG, Thema or Ziel (or about any, if none is named)."""
    found = require_angenommen(bestand, text)
    given = beschlusslage.Lage(found.antrag, STRATEGIEGRUPPE, found.am, "angenommen")
    about = beschlusslage.gegenstand(found.antrag)
    if found.antrag.art == art and (not gegenstand or given.accepts(art, gegenstand)):
        return found
    what = f"{WORTE[found.antrag.art]} ({about})" if about else WORTE[found.antrag.art]
    wanted = f"{WORTE[art]} ({gegenstand})" if gegenstand else WORTE[art]
    raise ablehnen(
        f"{found.kennung} beschließt {what}; gebraucht wird ein Beschluss über {wanted}.",
        "Den richtigen Beschluss nennen; alle zeigt: netzint beschluesse",
    )
