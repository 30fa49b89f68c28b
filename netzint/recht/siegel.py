"""The Siegel of a wording: which text was voted on can be checked years later, on any copy of the data.

How ``n1`` is made, exactly, so that it can be recomputed without netzint:

1. Covered are ``wortlaut``, ``massnahme``, ``pruefbar`` and of each of the ``adressaten`` ``stelle``, ``rolle`` and
   ``frist``. Nothing else: not the number of the Fassung, not its days.
2. Texts: lines are split at LF, CR LF or CR. Lines that hold nothing but blanks and tabs separate paragraphs. Within
   a paragraph each run of blanks, tabs and line breaks becomes one blank; at its edges they go. Paragraphs are joined
   by two LF. The whole is in Unicode NFC. So rewrapping keeps a Siegel, and a changed word or sign breaks it. A line
   break stands for a blank: a word that is taken apart at its hyphen is another text.
3. ``frist`` is ``JJJJ-MM-TT`` or null. The adressaten are sorted by stelle, rolle and frist (null first).
4. All of it as one JSON object, keys sorted, without blanks between the signs, only ``"``, ``\\`` and control signs
   escaped, in UTF-8.
5. ``n1:`` and the SHA-256 of these bytes in 64 lower-case hexadecimal digits.
"""

from __future__ import annotations

import json
import re
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netzint.modell.empfehlung import Adressat, Empfehlungsfassung

_ABSATZ = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LEERRAUM = re.compile(r"[ \t\n]+")
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def siegel(fassung: Empfehlungsfassung) -> str:
    """The Siegel of one wording: ``n1:`` and 64 hexadecimal digits."""
    return pruefsumme(canonical_bytes(fassung))


def pruefsumme(data: bytes) -> str:
    """``n1:`` and the SHA-256 of these bytes."""
    return f"n1:{sha256(data).hexdigest()}"


def canonical_bytes(fassung: Empfehlungsfassung) -> bytes:
    """Steps 1 to 4: what the Siegel is taken over."""
    adressaten = sorted(map(_plain, fassung.adressaten), key=lambda a: (a["stelle"], a["rolle"], a["frist"] or ""))
    parts = {
        "wortlaut": fold_text(fassung.wortlaut),
        "massnahme": fold_text(fassung.massnahme),
        "pruefbar": fold_text(fassung.pruefbar),
        "adressaten": adressaten,
    }
    return _JSON.encode(parts).encode()


def fold_text(text: str) -> str:
    """Step 2: the text without the accidents of its line breaks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    flat = lines.replace("\n", " ")
    if "  " not in flat and "\t" not in flat:  # one paragraph without runs, as most are: no need to search for them
        return unicodedata.normalize("NFC", flat.strip(" "))
    paragraphs = (_LEERRAUM.sub(" ", part).strip(" ") for part in _ABSATZ.split(lines))
    return unicodedata.normalize("NFC", "\n\n".join(part for part in paragraphs if part))


def _plain(adressat: Adressat) -> dict[str, str | None]:
    frist = adressat.frist.isoformat() if adressat.frist else None
    return {"stelle": adressat.stelle, "rolle": adressat.rolle, "frist": frist}
