"""„Meinten Sie …?“ for Kennungen and codes: what was typed, compared with what there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from netzint.modell.sprache import fold

AEHNLICH_GENUG = 0.7
HOECHSTENS = 3
_WIE_EIN_WORT = 0.8
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


def meinten_sie_wort(given: str, known: Mapping[str, str], sonst: str = "") -> str:
    """The same where what was typed is like a single word: known names → what they are to be called."""
    from difflib import get_close_matches

    words: dict[str, list[str]] = {}
    for name, called in known.items():
        for word in re.findall(r"[a-z0-9]{4,}", fold(name)):
            words.setdefault(word, []).append(called)
    close = get_close_matches(fold(given.strip()), words, HOECHSTENS, _WIE_EIN_WORT)
    names = list(dict.fromkeys(called for word in close for called in words[word]))
    return f"Meinten Sie {' oder '.join(f'„{name}“' for name in names[:HOECHSTENS])}?" if names else sonst


def _normal(text: str) -> str:
    """Small letters, umlauts written out, blanks as hyphens, numbers without leading zeros."""
    joined = re.sub(r"[\s_/]+", "-", fold(text.strip()))
    return re.sub(r"\d+", lambda number: str(int(number[0])), joined)
