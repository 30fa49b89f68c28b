"""Where a word may be parted at the end of a line, if it is none that has syllables: an address, a number, a digest."""

from __future__ import annotations

import re
from functools import cache

LAENGSTES = 24
"""The longest run of letters and digits that is never parted."""
_ENGSTES = 4
_KURZ = 16
"""Shorter words are never parted like this, whatever they are made of."""
_SILBENLOS = 60
"""No word is longer, even if it is made of letters alone."""
_SILBEN = re.compile(r"[^\W\d_]+(?:[-\u2010-\u2013/][^\W\d_]+)*")
_RAND = ".,;:!?()[]„“‚‘»«–…"


def split_word(word: str, room: int = LAENGSTES) -> list[str]:
    """The parts of a word; between them a line may end without a hyphen. A word with syllables is one part.

    ``room``: so many letters fit on a line, if it is a short one.
    """
    if len(word) < min(_KURZ, room) or (len(word) <= _SILBENLOS and _SILBEN.fullmatch(word.strip(_RAND))):
        return [word]
    return _compile(max(_ENGSTES, min(room, LAENGSTES))).findall(word)


@cache
def _compile(most: int) -> re.Pattern[str]:
    return re.compile(rf"\w{{1,{most}}}[^\w\s]{{0,3}}|[^\w\s]{{1,{most}}}")
