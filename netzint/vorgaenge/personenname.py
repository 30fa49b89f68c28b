"""Names as people type them: „Frau Dr. Erika Beispiel“ is a form of address, an academic title and a name."""

from __future__ import annotations

import re
from typing import NamedTuple

_ANREDEN = {"frau": "Frau", "herr": "Herr", "herrn": "Herr"}
_GRAD = re.compile(r"(prof\.?|professor(in)?|pd|dr\.?|dr\.-[\w.-]+|priv\.-doz\.|dipl\.(-[\w.]+)?|mag\.)", re.IGNORECASE)
_ZUSATZ = re.compile(r"[a-zäöü][\w.]*\.")
"""What may follow a title: ``med.``, ``h.c.``, ``rer.``, ``nat.``"""


class Personenname(NamedTuple):
    """What was found in a name as it was typed."""

    name: str
    titel: str | None = None
    anrede: str | None = None


def split_name(text: str) -> Personenname:
    """The parts; the last word is always part of the name."""
    words = text.split()
    anrede = _ANREDEN.get(words[0].casefold()) if len(words) > 1 else None
    words = words[1:] if anrede else words
    count = 0
    while count < len(words) - 1 and (_GRAD.fullmatch(words[count]) or (count and _ZUSATZ.fullmatch(words[count]))):
        count += 1
    return Personenname(" ".join(words[count:]), " ".join(words[:count]) or None, anrede)
