"""What a Jahresbericht compares: the states at both ends of its year, as they were recorded then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netzint.modell.fehler import NetzintFehler

if TYPE_CHECKING:
    from pathlib import Path

    from netzint.cli.lesen import Frage
    from netzint.dokumente.kontext_jahr import Grenzen
    from netzint.modell.bestand import Bestand


def read_grenzen(wurzel: Path, frage: Frage, year: int) -> Grenzen:
    """The states at the beginning and at the end of a year, as they were recorded; of a running year: up to now."""
    from netzint.dokumente.kontext_jahr import Grenzen
    from netzint.modell.sprache import datum

    first, last = date(year - 1, 12, 31), date(year, 12, 31)
    try:
        anfang = _read_stand(wurzel, first)
        ende = frage.bestand if last >= frage.stichtag else _read_stand(wurzel, last)
    except NetzintFehler:
        text = f"Was am {datum(first)} erfasst war, ist nicht festgehalten; vergleichen lässt es sich daher nicht."
        return Grenzen(None, None, text)
    until = min(last, frage.stichtag)
    return Grenzen(anfang, ende, f"Verglichen ist, was am {datum(first)} und was am {datum(until)} erfasst war.")


def _read_stand(wurzel: Path, tag: date) -> Bestand:
    from netzint.ablage.gitlesen import resolve_stand
    from netzint.ablage.lesen.bestand import read_bestand

    return read_bestand(wurzel, stand=resolve_stand(wurzel, tag.isoformat())).bestand
