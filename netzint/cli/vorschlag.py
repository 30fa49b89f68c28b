"""„Meinten Sie …?“"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
AEHNLICH_GENUG = 60
HOECHSTENS = 3


def fold(text: str) -> str:
    """Text as it is compared: small letters, umlauts written out."""
    return text.lower().translate(UMLAUTE)


def suggest(wort: str, moegliche: Iterable[str]) -> str:
    """„Meinten Sie „pruefen“?“ with at most three candidates, or nothing if none is similar enough."""
    from rapidfuzz import fuzz, process

    treffer = process.extract(
        wort, sorted(moegliche), scorer=fuzz.ratio, processor=fold, limit=HOECHSTENS, score_cutoff=AEHNLICH_GENUG
    )
    if not treffer:
        return ""
    beste = treffer[0][1]
    worte = [f"„{name}“" for name, guete, _ in treffer if guete >= beste - 15]
    return f"Meinten Sie {' oder '.join(worte)}?"
