"""The calendar file that goes with the documents of a Sitzung or Veranstaltung."""

from __future__ import annotations

from netzint.berichte.empfaenger import of_sitzung
from netzint.dokumente.kalender import write_einladung
from netzint.dokumente.termin import find_termin
from netzint.modell.bestand import Bestand

ART = "termin"
"""What it is called among the documents: ``termin-sg-2026-03.ics``."""


def kalender_zu(bestand: Bestand, text: str) -> bytes:
    """Invitation, update or cancellation of one date, with the official addresses of who is invited.

    A Veranstaltung invites nobody by itself: it is made known. Raises NetzintFehler for what is no date.
    """
    termin = find_termin(bestand, text)
    sitzung = bestand.sitzungen.get(termin.kennung)
    return write_einladung(bestand, termin, of_sitzung(bestand, sitzung, {}) if sitzung else ())


def termindatei(bestand: Bestand, kennung: str, ordner: str) -> dict[str, bytes]:
    """The file below ``ordner``, beside the other documents."""
    return {f"{ordner}/{ART}-{kennung}.ics": kalender_zu(bestand, kennung)}
