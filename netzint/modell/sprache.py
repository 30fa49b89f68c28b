"""German for people: dates, lists, Kennungen in titles. Small tables; no library is loaded for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netzint.modell.kennung import is_kennung

MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
WOCHENTAGE = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def datum(tag: date) -> str:
    """``3. Dezember 2026``"""
    return f"{tag.day}. {MONATE[tag.month - 1]} {tag.year}"


def kurzdatum(tag: date) -> str:
    """``03.12.2026``"""
    return f"{tag:%d.%m.%Y}"


def wochentag(tag: date) -> str:
    """``Donnerstag``"""
    return WOCHENTAGE[tag.weekday()]


def aufzaehlung(teile: Sequence[str]) -> str:
    """``a, b und c``"""
    return " und ".join((", ".join(teile[:-1]), teile[-1])) if len(teile) > 1 else "".join(teile)


def anzahl(zahl: int, einzahl: str, mehrzahl: str) -> str:
    """``1 Bedarf``, ``3 Bedarfe``"""
    return f"{zahl} {einzahl if zahl == 1 else mehrzahl}"


def fold(text: str) -> str:
    """Text for comparing and for Kennungen: umlauts written out, lower case."""
    return text.translate(_UMLAUTE).casefold()


def to_kennung(text: str, hoechstens: int = 40) -> str:
    """A readable Kennung out of a title: ``Bericht zur Lage (neu)`` → ``bericht-zur-lage-neu``."""
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in fold(text)).split()
    kennung = ""
    for word in words:
        longer = f"{kennung}-{word}" if kennung else word
        if len(longer) > hoechstens:
            kennung = kennung or word[:hoechstens]  # German words may be long
            break
        kennung = longer
    kennung = kennung or "punkt"
    return kennung if is_kennung(kennung) else f"punkt-{kennung}"
