"""When an Einladung goes out, and how that is recorded."""

from __future__ import annotations

from datetime import date

from netzint.modell.bestand import Bestand
from netzint.modell.sitzung import Sitzung
from netzint.recht.fristen import letzter_versandtag


def versandtag(bestand: Bestand, sitzung: Sitzung) -> date:
    """The last day on which the Einladung keeps the Ladungsfrist."""
    fassung = bestand.fassung(sitzung.datum)
    return letzter_versandtag(sitzung.datum, fassung.strategiegruppe.ladungsfrist.soll if fassung else 14)


def tell_einladen(bestand: Bestand, sitzung: Sitzung, stichtag: date) -> str:
    """The command that records the dispatch. Once the day of the Sitzung has come, with the day on which it was due."""
    befehl = f"netzint sitzung einladen {sitzung.kennung}"
    if sitzung.datum > stichtag:
        return befehl
    since = max((v.am for v in sitzung.verlegt), default=date.min)
    return f"{befehl} --am {min(max(versandtag(bestand, sitzung), since), sitzung.datum)}"
