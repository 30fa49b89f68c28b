"""What people type: cleaned, and read as a date or a time. German refusals that say what would be right."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

from netzint.modell.umgebung import ursache

# fmt: off
MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)
# fmt: on

_DATUM_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DATUM_DEUTSCH = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_DATUM_WORT = re.compile(r"([0-9]{1,2})\.? ?([^\W\d_]+)\.? ([0-9]{4})")
_UHRZEIT = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?: ?Uhr)?")
_ZEILENENDEN = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_JAHRE = range(1900, 2200)
_DATEI = 128 * 1024
"""Bytes that a file of text may have; an entry as a whole has at most twice as many."""


class Eingabefehler(ValueError):
    """Something typed that cannot be meant; the text is German and complete."""


def clean_eingabe(text: str) -> str:
    """Typed or pasted text as it may stand in a file: NFC, without soft hyphens and other invisible characters."""
    if text.isascii() and text.isprintable():
        return text.strip()
    if any("\ud800" <= zeichen <= "\udfff" for zeichen in text):
        raise Eingabefehler(f"„{text}“ enthält Zeichen, die kein gültiges UTF-8 sind.")
    text = _ZEILENENDEN.sub("\n", text).replace("\t", " ")
    sichtbar = (z for z in text if z == "\n" or unicodedata.category(z) not in {"Cf", "Cc"})
    return unicodedata.normalize("NFC", "".join(sichtbar)).strip()


def parse_datum(text: str) -> date:
    """``2026-12-03``, ``3.12.2026`` or, as netzint itself shows it, ``3. Dezember 2026``."""
    sauber = clean_eingabe(text)
    if treffer := _DATUM_ISO.fullmatch(sauber):
        jahr, monat, tag = map(int, treffer.groups())
    elif treffer := _DATUM_DEUTSCH.fullmatch(sauber):
        tag, monat, jahr = map(int, treffer.groups())
    elif treffer := _DATUM_WORT.fullmatch(sauber):
        tag, monat, jahr = int(treffer[1]), _find_monat(treffer[2]), int(treffer[3])
    else:
        raise Eingabefehler(f"„{sauber}“ ist kein Datum. So ist es richtig: 2026-12-03 oder 3.12.2026.")
    return _build_datum(jahr, monat, tag)


def _find_monat(text: str) -> int:
    """The number of a month that is written out or shortened: ``März``, ``Nov``."""
    for nummer, monat in enumerate(MONATE, 1):
        if len(text) >= 3 and monat.lower().startswith(text.lower()):
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


def parse_uhrzeit(text: str) -> str:
    """``10:00``, ``9.30`` or ``10 Uhr``, as the data write it: ``HH:MM``."""
    sauber = clean_eingabe(text)
    treffer = _UHRZEIT.fullmatch(sauber)
    if treffer is None:
        raise Eingabefehler(f"„{sauber}“ ist keine Uhrzeit. So ist es richtig: 10:00.")
    stunde, minute = int(treffer[1]), int(treffer[2] or 0)
    if stunde > 23 or minute > 59:
        raise Eingabefehler(f"Die Uhrzeit {stunde:02}:{minute:02} gibt es nicht; ein Tag endet um 23:59.")
    return f"{stunde:02}:{minute:02}"


def parse_prosa(text: str) -> str:
    """Text as it was typed, or what stands in the file that ``@DATEI`` names."""
    if not text.startswith("@"):
        return clean_eingabe(text)
    name = text[1:].strip()
    try:
        data = Path(name).read_bytes()
    except OSError as fehler:
        raise Eingabefehler(f"Die Datei „{name}“ lässt sich nicht lesen ({ursache(fehler)}).") from fehler
    if len(data) > _DATEI:
        raise Eingabefehler(f"Die Datei „{name}“ ist zu groß; erlaubt sind {_DATEI // 1024} KiB Text.")
    return clean_eingabe(_decode(data, name))


def _decode(data: bytes, name: str) -> str:
    """Text of a file: UTF-8, what Windows calls Unicode, or what Word saves as „Nur Text“ (Windows-1252)."""
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Eingabefehler(f"„{name}“ ist keine Textdatei. In Word: Speichern unter, „Nur Text“.")
    kodierung = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(kodierung)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def parse_stichtag(text: str) -> str:
    """A date as ISO text, or ``commit``; empty means today."""
    sauber = clean_eingabe(text)
    return sauber if sauber in {"", "commit"} else parse_datum(sauber).isoformat()
