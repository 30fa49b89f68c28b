"""Documents of the whole network: the Jahresbericht of a year, the Beschlusskontrolle of a day."""

from __future__ import annotations

import re
from datetime import date

from netzint.dokumente import kontext
from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.kontext_jahr import Grenzen, jahresbericht, zeitraum
from netzint.dokumente.kontext_listen import kontrolle, verteiler_of_gremium
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler

BERICHT, KONTROLLE, VERTEILER = "jahresbericht", "beschlusskontrolle", "verteiler"
WIEDERVORLAGEN = "wiedervorlagen"
_JAHR = re.compile(rf"{BERICHT}-(\d{{4}})")
OHNE_VERGLEICH = Grenzen(None, None)


def find_jahr(kennung: str) -> int | None:
    """The year of ``jahresbericht-2026``; None for anything else."""
    match = _JAHR.fullmatch(kennung)
    return int(match[1]) if match else None


def list_adressen(stichtag: date) -> tuple[str, ...]:
    """What can be asked for without an entry of its own."""
    return (f"{BERICHT}-{stichtag.year}", f"{BERICHT}-{stichtag.year - 1}", KONTROLLE, WIEDERVORLAGEN, STRATEGIEGRUPPE)


def find_jahresauftraege(
    bestand: Bestand,
    kennung: str,
    stichtag: date,
    art: str = "",
    grenzen: Grenzen = OHNE_VERGLEICH,
    *,
    oeffentlich: bool = False,
) -> tuple[Auftrag, ...] | None:
    """The documents of such an address, and the Verteiler of a Gremium if ``art`` asks for it; None for all others.

    Raises NetzintFehler for a year that is no year yet.
    """
    year = find_jahr(kennung)
    office = {"netzwerk": kontext.netzwerk(bestand)}
    if year is not None:
        _check_year(bestand, year, stichtag)
        zeit = zeitraum(year, stichtag)
        daten = {**office, "jahr": jahresbericht(bestand, zeit, grenzen, oeffentlich=oeffentlich)}
        return (Auftrag(BERICHT, str(year), zeit.bis, daten, f"Jahresbericht {year}"),)
    if kennung == KONTROLLE:
        daten = {**office, "kontrolle": kontrolle(bestand, stichtag)}
        return (Auftrag(KONTROLLE, stichtag.isoformat(), stichtag, daten, "Beschlusskontrolle"),)
    if art == VERTEILER and (kennung == STRATEGIEGRUPPE or kennung in bestand.arbeitsgruppen):
        daten = {**office, "liste": verteiler_of_gremium(bestand, kennung, stichtag)}
        return (Auftrag(VERTEILER, kennung, stichtag, daten, "Verteiler"),)
    return None


def _check_year(bestand: Bestand, year: int, stichtag: date) -> None:
    first = bestand.netzwerk.gegruendet.year if bestand.netzwerk else year
    if not first <= year <= stichtag.year:
        text = f"Für das Jahr {year} gibt es noch nichts zu berichten."
        if year < first:
            text = f"Im Jahr {year} gab es das Netzwerk noch nicht; gegründet wurde es {first}."
        raise NetzintFehler(text, f"Zum Beispiel: netzint dokument erzeugen {BERICHT}-{stichtag.year}", Ausgang.AUFRUF)
