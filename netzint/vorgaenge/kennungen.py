"""Speaking Kennungen for new entries, out of their titles: ``thema-wohnen``. None is ever given twice."""

from __future__ import annotations

import re
from collections.abc import Collection

from netzint.modell.kennung import LAENGSTE, why_not_kennung
from netzint.modell.sprache import fold, to_kennung
from netzint.vorgaenge.angaben import falsch

_ARTIKEL = ("der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "eines")
FUELLWOERTER = frozenset({*_ARTIKEL, "und", "oder", "in", "im", "von", "vom", "zu", "zum", "zur", "fuer", "mit"})
"""Words that say nothing in a Kennung, which is short."""


def choose_kennung(serie: str, titel: str, vergeben: Collection[str], wunsch: str | None = None) -> str:
    """``wunsch``, or a Kennung made of the title; a number is added where it was given before.

    Raises NetzintFehler (wrong usage) for a wish that is no Kennung of this series or was given before.
    """
    if wunsch is not None:
        return _check_wunsch(serie, wunsch.strip().lower(), vergeben)
    words = [word[:30] for word in re.findall(r"[a-z0-9]+", fold(titel)) if word not in FUELLWOERTER]
    base = to_kennung(" ".join([serie, *(words or ["neu"])]), len(serie) + 31)
    return next(k for n in range(1, len(vergeben) + 2) if (k := base if n == 1 else f"{base}-{n}") not in vergeben)


def _check_wunsch(serie: str, wunsch: str, vergeben: Collection[str]) -> str:
    kennung = wunsch if wunsch.startswith(f"{serie}-") else f"{serie}-{wunsch}"
    why = why_not_kennung(kennung)
    if why:
        hinweis = f"So ist es richtig: {serie}-…, höchstens {LAENGSTE} Zeichen."
        raise falsch(f"„{wunsch}“ ist keine Kennung: {why}.", hinweis)
    if kennung in vergeben:
        raise falsch(f"Die Kennung {kennung} ist schon vergeben.", "Eine andere --kennung wählen oder weglassen.")
    return kennung
