"""What every act on a Sitzung asks first: which one is meant, and whether its state allows the act."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.finden import find_sitzung
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import datum
from netzint.recht.zustaende import BEZEICHNUNG
from netzint.vorgaenge.aenderung import Setzen
from netzint.vorgaenge.angaben import ablehnen

FESTE = ("begruessung", "tagesordnung", "verschiedenes", "naechste-termine")
"""The TOPs that stand on every Tagesordnung, the first two at its beginning, the last two at its end."""
_WEITER = {
    "terminiert": "Möglich ist jetzt: netzint sitzung einladen {k}, verlegen, absagen oder entfallen",
    "eingeladen": "Verlegen und absagen geht noch: netzint sitzung verlegen {k}, netzint sitzung absagen {k}; einen "
    "falschen Versandtag berichtigt: netzint berichtigen {k} --zu einladung",
    "durchgefuehrt": "Was in ihr geschah, zeigt: netzint sitzung zeigen {k}",
    "abgesagt": "Eine neue legt an: netzint sitzung neu",
    "entfallen": "Eine neue legt an: netzint sitzung neu",
}


def require_sitzung(bestand: Bestand, text: str, folge: str, erlaubt: Iterable[str]) -> Sitzung:
    """The Sitzung that is meant, in one of the states. Raises NetzintFehler; ``folge`` says what does not go."""
    sitzung = find_sitzung(bestand, text)
    if sitzung.zustand not in tuple(erlaubt):
        raise refuse_zustand(sitzung, folge)
    return sitzung


def refuse_zustand(sitzung: Sitzung, folge: str) -> NetzintFehler:
    """The refusal that names the state, and what is possible now."""
    einladung = sitzung.einladung if sitzung.zustand == "eingeladen" else None
    wann = f" (Einladung vom {datum(einladung.versandt)})" if einladung else ""
    satz = f"Die Sitzung {sitzung.kennung.upper()} ist {BEZEICHNUNG[sitzung.zustand]}{wann}; {folge}."
    return ablehnen(satz, _WEITER[sitzung.zustand].format(k=sitzung.kennung))


def refuse_genehmigt(sitzung: Sitzung) -> NetzintFehler:
    """Approved minutes are only put right on record."""
    beschluss = sitzung.niederschrift.genehmigt if sitzung.niederschrift else None
    return ablehnen(
        f"Die Niederschrift der Sitzung {sitzung.kennung.upper()} ist genehmigt ({beschluss}).",
        f"Einen Fehler darin berichtigt: netzint berichtigen {sitzung.kennung}",
    )


def require_offene_tagesordnung(bestand: Bestand, text: str) -> Sitzung:
    """A Sitzung whose Tagesordnung may still change: also in the Sitzung itself, until its minutes are written."""
    sitzung = require_sitzung(
        bestand, text, "ihre Tagesordnung lässt sich nicht ändern", ("terminiert", "eingeladen", "durchgefuehrt")
    )
    if sitzung.ist_abgeschlossen:
        name = sitzung.kennung.upper()
        satz = f"Die Sitzung {name} ist abgeschlossen oder protokolliert; ihre Tagesordnung steht fest."
        raise ablehnen(satz, f"Einen Fehler darin berichtigt: netzint berichtigen {sitzung.kennung}")
    return sitzung


def is_eingeladen(sitzung: Sitzung) -> bool:
    """Whether the Tagesordnung is out: from then on nothing vanishes from it."""
    return sitzung.einladung is not None or sitzung.zustand == "durchgefuehrt"


def setze(sitzung: Sitzung, *feld: str | int, wert: Any) -> Setzen:
    """One step in this Sitzung; None takes the value out."""
    return Setzen("sitzung", sitzung.kennung, feld, wert)
