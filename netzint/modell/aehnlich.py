"""„Meinten Sie …?“ for Kennungen and codes: what was typed, compared with what there is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from netzint.modell.sprache import fold

AEHNLICH_GENUG = 0.7
HOECHSTENS = 3
_KNAPP = 0.06
"""Candidates that are clearly worse than the best one are not named."""


def meinten_sie(given: str, known: Iterable[str], sonst: str = "") -> str:
    """``Meinten Sie „sg-2026-02“?`` for ``sg-2026-2``; ``sonst`` if nothing is like it."""
    from difflib import SequenceMatcher

    wanted = _normal(given)
    same = [name for name in known if _normal(name) == wanted]
    if not same:
        rated = sorted(((SequenceMatcher(None, wanted, _normal(name)).ratio(), name) for name in known), reverse=True)
        same = [n for rate, n in rated if rate >= max(AEHNLICH_GENUG, rated[0][0] - _KNAPP)]
    names = [f"„{name}“" for name in same[:HOECHSTENS]]
    return f"Meinten Sie {' oder '.join(names)}?" if names else sonst


def _normal(text: str) -> str:
    """Small letters, umlauts written out, blanks as hyphens, numbers without leading zeros."""
    joined = re.sub(r"[\s_/]+", "-", fold(text.strip()))
    return re.sub(r"\d+", lambda number: str(int(number[0])), joined)
