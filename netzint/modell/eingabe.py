"""Days and months as people write them: the one place that knows the forms."""

from __future__ import annotations

import re
from datetime import date, timedelta

from netzint.modell.fehler import Eingabefehler
from netzint.modell.sprache import MONATE, WOCHENTAGE, fold, kurzdatum, wochentag

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DEUTSCH = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_WORT = re.compile(r"([0-9]{1,2})\.? ?([^\W\d_]+)\.? ([0-9]{4})")
_WORT_KURZ = re.compile(r"([0-9]{1,2})\. ?([^\W\d_]+)\.?(?: ([0-9]{2}))?")
_KURZ = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{2})?")
_OHNE_PUNKT = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})()")
_MIT_WOCHENTAG = re.compile(r"([^\W\d_]{2,})\.?,? +([0-9].*)")
_MONAT = re.compile(r"(?:([0-9]{1,2})[./] ?|([^\W\d_]+)\.? )([0-9]{4})|([0-9]{4})-([0-9]{1,2})")
_JAHRE = range(1900, 2200)
_VON_HEUTE = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "uebermorgen": 2}
NAHE = 92
"""Days within which a day without its year is understood: the other years are then at least three times as far."""
JAHRE_NAHE = 20
"""Years within which two digits are understood as a year."""


def parse_datum(text: str, bezug: date | None = None) -> date:
    """``2026-12-03``, ``3.12.2026`` or, as netzint itself shows it, ``3. Dezember 2026``; also with its weekday.

    With the day ``bezug`` also what is clear from there: ``gestern``, ``3.12.``, ``3.12.26``. Raises Eingabefehler.
    """
    text = text.strip()
    if (days := _VON_HEUTE.get(fold(text))) is not None and bezug is not None:
        return bezug + timedelta(days=days)
    found = _MIT_WOCHENTAG.fullmatch(text)
    named = _find_wochentag(found[1]) if found else None
    tag = _parse_tag(found[2] if found and named else text, bezug)
    if named is not None and wochentag(tag) != named:
        raise Eingabefehler(f"Der {kurzdatum(tag)} ist ein {wochentag(tag)}, kein {named}.")
    return tag


def _parse_tag(text: str, bezug: date | None) -> date:
    if match := _ISO.fullmatch(text):
        jahr, monat, tag = map(int, match.groups())
        return _build_datum(jahr, monat, tag)
    if match := _DEUTSCH.fullmatch(text) or _KURZ.fullmatch(text):
        return _complete(text, int(match[1]), int(match[2]), match[3] or "", bezug)
    if match := _WORT.fullmatch(text) or _WORT_KURZ.fullmatch(text):
        return _complete(text, int(match[1]), _find_monat(match[2]), match[3] or "", bezug)
    if bezug is not None and (match := _OHNE_PUNKT.fullmatch(text)):
        return _complete(text, int(match[1]), int(match[2]), "", bezug)
    raise Eingabefehler(f"„{text}“ ist kein Datum. So ist es richtig: 2026-12-03 oder 3.12.2026.")


def _complete(text: str, tag: int, monat: int, jahr: str, bezug: date | None) -> date:
    """The day with its year, which may be short or missing if it is clear what is meant."""
    if len(jahr) == 4:
        return _build_datum(int(jahr), monat, tag)
    if bezug is None:
        raise Eingabefehler(f"Bei „{text}“ fehlt das Jahr mit vier Ziffern. So ist es richtig: 3.12.2026.")
    if jahr:
        meant = min((century + int(jahr) for century in (1900, 2000, 2100)), key=lambda y: abs(y - bezug.year))
        if abs(meant - bezug.year) > JAHRE_NAHE:
            raise Eingabefehler(f"Bei „{text}“ ist das Jahrhundert nicht klar. Bitte das Jahr mit vier Ziffern nennen.")
        return _build_datum(meant, monat, tag)
    return _find_naechsten(text, tag, monat, bezug)


def _find_naechsten(text: str, tag: int, monat: int, bezug: date) -> date:
    """The one that is much nearer than those of other years. Raises Eingabefehler if none is."""
    possible = []
    for year in (bezug.year, bezug.year - 1, *range(bezug.year + 1, bezug.year + 9)):  # a 29 February may be far away
        try:
            possible.append(_build_datum(year, monat, tag))
        except Eingabefehler:
            if (monat, tag) != (2, 29):
                raise
    near = [day for day in possible if abs((day - bezug).days) <= NAHE]
    if near:
        return near[0]
    raise Eingabefehler(
        f"Bei „{text}“ ist nicht klar, welches Jahr gemeint ist. So ist es richtig: {tag}.{monat}.{possible[0].year}."
    )


def parse_datum_mit_jahr(text: str, bezug: date) -> date:
    """As in a table, which may be older than ``bezug``: the year is there, if only with two digits."""
    short = _KURZ.fullmatch(text.strip())
    return parse_datum(text, bezug if short and short[3] else None)


def looks_like_datum(text: str) -> bool:
    """Whether a day is meant, be it a possible one or not."""
    text = text.strip()
    forms = (_ISO, _DEUTSCH, _WORT, _KURZ, _WORT_KURZ)
    return fold(text) in _VON_HEUTE or any(form.fullmatch(text) for form in forms)


def parse_tag_oder_monat(text: str, bezug: date | None = None) -> str:
    """The same, or ``Juni 2020``, ``6/2020``, ``2020-06``, as the data write it: ``2026-12-03`` or ``2020-06``."""
    match = _MONAT.fullmatch(text.strip())
    if match is None:
        return parse_datum(text, bezug).isoformat()
    jahr = int(match[3] or match[4])
    monat = _find_monat(match[2]) if match[2] else int(match[1] or match[5])
    return f"{_build_datum(jahr, monat, 1):%Y-%m}"


def _find_wochentag(text: str) -> str | None:
    """The name of a weekday that is written out or shortened: ``Do``, ``Donnerstag``."""
    return next((name for name in WOCHENTAGE if fold(name).startswith(fold(text))), None)


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
