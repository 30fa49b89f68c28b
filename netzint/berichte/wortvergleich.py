"""Two wordings, word by word: what was struck, what is new, and enough around it to find the place."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

UMGEBUNG = 4
"""Words shown on either side of a change."""

ABSATZ = "¶"


def compare_worte(alt: str, neu: str) -> str:
    """``… Kommunen [sollen → sollten] das …``; what is only new is ``[+ …]``, what is only gone ``[– …]``."""
    old, new = _split(alt), _split(neu)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    parts: list[str] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == "equal":
            parts.append(_shorten(new[b1:b2], first=b1 == 0, last=b2 == len(new)))
        else:
            parts.append(_mark(" ".join(old[a1:a2]), " ".join(new[b1:b2])))
    return " ".join(filter(None, parts))


def _split(text: str) -> list[str]:
    """The words; an empty line is one too, or a new paragraph could not be seen."""
    return [word if word.strip() else ABSATZ for word in re.findall(r"\S+|\n[ \t]*(?=\n)", text.strip())]


def _mark(alt: str, neu: str) -> str:
    if alt and neu:
        return f"[{alt} → {neu}]"
    return f"[+ {neu}]" if neu else f"[– {alt}]"


def _shorten(words: list[str], *, first: bool, last: bool) -> str:
    if len(words) <= 2 * UMGEBUNG + 1:
        return " ".join(words)
    head = [] if first else words[:UMGEBUNG]
    tail = [] if last else words[-UMGEBUNG:]
    return " ".join([*head, "…", *tail])
