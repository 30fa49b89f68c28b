"""What a finding about a change speaks of, in words: the change itself, with the words that were struck and added."""

from __future__ import annotations

from netzint.berichte.vergleich import compare_eintraege
from netzint.modell.befund import Feldpfad
from netzint.modell.grund import Eintrag

HOECHSTENS = 6
"""So many sentences are told; the rest shows ``netzint vergleich``."""


def tell_aenderung(alt: Eintrag | None, neu: Eintrag | None, feld: Feldpfad) -> tuple[str, ...]:
    """The differences at a place of an entry, or all of them where the finding names no place that changed."""
    if alt is None or neu is None:
        return ()
    found = compare_eintraege(alt, neu)
    here = [difference.text for difference in found if _touches(difference.feld, feld)]
    return tuple((here or [difference.text for difference in found])[:HOECHSTENS])


def _touches(one: Feldpfad, other: Feldpfad) -> bool:
    """Whether one of two places lies in the other."""
    size = min(len(one), len(other))
    return one[:size] == other[:size]
