"""Days and months as people write them: the one place that knows the forms."""

from __future__ import annotations

import re
from datetime import date

from netzint.modell.fehler import Eingabefehler
from netzint.modell.sprache import MONATE, fold

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DEUTSCH = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_WORT = re.compile(r"([0-9]{1,2})\.? ?([^\W\d_]+)\.? ([0-9]{4})")
_KURZ = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{2})?")
_MONAT = re.compile(r"(?:([0-9]{1,2})[./] ?|([^\W\d_]+)\.? )([0-9]{4})|([0-9]{4})-([0-9]{1,2})")
_JAHRE = range(1900, 2200)


def parse_datum(text: str) -> date:
    """``2026-12-03``, ``3.12.2026`` or, as netzint itself shows it, ``3. Dezember 2026``."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        jahr, monat, tag = map(int, match.groups())
    elif match := _DEUTSCH.fullmatch(text):
        tag, monat, jahr = map(int, match.groups())
    elif match := _WORT.fullmatch(text):
        tag, monat, jahr = int(match[1]), _find_monat(match[2]), int(match[3])
    elif _KURZ.fullmatch(text):
        raise Eingabefehler(f"Bei „{text}“ fehlt das Jahr mit vier Ziffern. So ist es richtig: 3.12.2026.")
    else:
        raise Eingabefehler(f"„{text}“ ist kein Datum. So ist es richtig: 2026-12-03 oder 3.12.2026.")
    return _build_datum(jahr, monat, tag)


def looks_like_datum(text: str) -> bool:
    """Whether a day is meant, be it a possible one or not."""
    return any(form.fullmatch(text.strip()) for form in (_ISO, _DEUTSCH, _WORT, _KURZ))


def parse_tag_oder_monat(text: str) -> str:
    """The same, or ``Juni 2020``, ``6/2020``, ``2020-06``, as the data write it: ``2026-12-03`` or ``2020-06``."""
    match = _MONAT.fullmatch(text.strip())
    if match is None:
        return parse_datum(text).isoformat()
    jahr = int(match[3] or match[4])
    monat = _find_monat(match[2]) if match[2] else int(match[1] or match[5])
    return f"{_build_datum(jahr, monat, 1):%Y-%m}"


def _find_monat(text: str) -> int:
    """The number of a month that is written out or shortened: ``März``, ``Nov``."""
    for nummer, monat in enumerate(MONATE, 1):
        if len(text) >= 3 and fold(monat).startswith(fold(text)):
            return nummer
    raise Eingabefehler(f"Einen Monat „{text}“ gibt es nicht.")


def _build_datum(jahr: int, monat: int, tag: int) -> date:
    if jahr not in _JAHRE:
        raise Eingabefehler(f"Das Jahr {jahr:04} liegt zu weit weg; vermutlich ein Tippfehler.")
    if not 1 <= monat <= len(MONATE):
        raise Eingabefehler(f"Einen Monat {monat} gibt es nicht.")
    from calendar import monthrange

    tage = monthrange(jahr, monat)[1]
    if not 1 <= tag <= tage:
        raise Eingabefehler(f"Den {tag}. {MONATE[monat - 1]} {jahr} gibt es nicht; der Monat hat {tage} Tage.")
    return date(jahr, monat, tag)
