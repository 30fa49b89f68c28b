"""What was edited by hand becomes a Vorgang of its own."""

from __future__ import annotations

from collections.abc import Collection

from netzint.modell.arten import art_of_pfad
from netzint.modell.sprache import anzahl, aufzaehlung
from netzint.vorgaenge.aenderung import Aenderung

GENANNT = 3
"""So many Kennungen stand in the subject; the trailers name all."""


def festschreiben(pfade: Collection[str], vorgang: str = "festschreiben", verb: str = "Von Hand geändert") -> Aenderung:
    """The Aenderung that takes edited files as they are: its subject names what was edited, never who is in it."""
    found = (art_of_pfad(pfad) for pfad in sorted(pfade))
    kennungen = tuple(entry[1] for entry in found if entry)
    others = sorted(pfad for pfad in pfade if art_of_pfad(pfad) is None)
    names = [*kennungen, *others]
    shown = names[:GENANNT]
    if len(names) > GENANNT:
        shown.append(anzahl(len(names) - GENANNT, "weitere Datei", "weitere Dateien"))
    return Aenderung(vorgang, f"{verb}: {aufzaehlung(shown)}", beruehrt=kennungen)
