"""The checks on bytes and characters, before any YAML."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from netzint.ablage.leser.befund import Position, befund
from netzint.modell.befund import Befund

MAX_BYTES = 256 * 1024
JE_ART = 20
"""At most so many findings of one kind in one file: a wrong file should not fill the screen."""

_NUL = r"\x00"
_TRENNER = r"\x0b\x0c\x85\u2028\u2029"
_STEUERUNG = r"\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
# Written out instead of asked from unicodedata: fast, and the same for every Python. Beside category Cf also the
# fillers that show nothing (U+034F, U+115F …).
_FORMAT = (
    r"\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000effff"
)
_PRIVAT = r"\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff" + "".join(
    rf"\U{ebene:04x}fffe\U{ebene:04x}ffff" for ebene in range(1, 14)
)
_SCHLECHT = r"\t\r" + _NUL + _TRENNER + _STEUERUNG + _FORMAT + _PRIVAT

# What the short way trusts beside ASCII: Latin letters, § and the like, spaces, dashes, quotation marks, €. All of it
# is NFC by itself and means nothing to YAML. It may suspect too much, never too little.
_VERDACHT = re.compile("[^\n -~\xa0-\xac\xae-\u02ff\u2002-\u200a\u2010-\u2027\u202f-\u203f\u20a0-\u20bf]").search
_ARTEN = (
    ("L111", _NUL, "Hier steht ein NUL-Zeichen"),
    ("L116", r"\t", "Hier steht ein Tabulator"),
    ("L118", r"\r", "Hier steht ein einzelnes Wagenrücklaufzeichen"),
    ("L115", _TRENNER, "Hier steht ein ungewöhnlicher Zeilentrenner"),
    ("L112", _STEUERUNG, "Hier steht ein Steuerzeichen"),
    ("L113", _FORMAT, "Hier steht ein unsichtbares Zeichen"),
    ("L114", _PRIVAT, "Hier steht ein Zeichen ohne allgemeine Bedeutung"),
)
_KONFLIKT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?= |$)")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"


def clean_text(data: bytes) -> str | None:
    """What the short way may read, lines ended by LF; None if the exact reader has to look first."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if not text.endswith("\n"):
        text += "\n"
    return None if " \n" in text or _VERDACHT(text) else text


def decode(data: bytes) -> tuple[str | None, list[Befund]]:
    """The text with LF at the end of each line, or None and why it cannot be had."""
    if len(data) > MAX_BYTES:
        size = -(-len(data) // 1024)
        return None, [befund("L101", Position(1, 1), f"Die Datei hat {size} KiB, erlaubt sind {MAX_BYTES // 1024}")]
    if data.startswith(_UTF16) or data[:4].count(0) > 1:  # without a mark it is every other byte that tells
        return None, [befund("L102", Position(1, 1), "Die Datei ist in UTF-16 gespeichert statt in UTF-8")]
    found = []
    if data.startswith(_BOM):
        data = data[len(_BOM) :]
        found.append(befund("L103", Position(1, 1), "Die Datei beginnt mit einer Bytemarke (BOM)"))
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return None, [*found, _not_utf8(data, error.start)]
    text = text.replace("\r\n", "\n")
    return text if text.endswith("\n") else text + "\n", found


def _not_utf8(data: bytes, start: int) -> Befund:
    before = data[:start].decode()
    ort = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
    return befund("L102", ort, f"Das Byte 0x{data[start]:02X} ist kein UTF-8, hier stand wohl ein Umlaut")


# Sets as large as these take Python as long to prepare as twenty files to read, and few runs need them.
@cache
def _compile(zeichen: str) -> re.Pattern[str]:
    return re.compile(f"[{zeichen}]")


def iter_schlechte(text: str) -> Iterator[re.Match[str]]:
    """The characters that no value may contain, written out or as an escape."""
    return _compile(_SCHLECHT).finditer(text)


def check_zeichen(text: str) -> list[Befund]:
    """All characters that have no place in the data, up to a limit for each kind."""
    return [*_find_schlechte(text), *_find_zerlegte(text), *_find_konflikte(text)]


def _find_schlechte(text: str) -> Iterator[Befund]:
    seen: Counter[str] = Counter()
    for zeile, line in _lines(text):
        for match in iter_schlechte(line):
            char = match.group()
            code, satz = next((code, satz) for code, kind, satz in _ARTEN if _compile(kind).match(char))
            seen[code] += 1
            if seen[code] <= JE_ART:
                yield befund(code, Position(zeile, match.start() + 1), f"{satz} ({name_zeichen(char)})")


def _find_zerlegte(text: str) -> Iterator[Befund]:
    if unicodedata.is_normalized("NFC", text):
        return
    seen = 0
    for zeile, line in _lines(text):
        composed = unicodedata.normalize("NFC", line)
        if composed == line or seen >= JE_ART:
            continue
        seen += 1
        pairs = zip(line, composed, strict=False)
        at = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(line), len(composed)))
        satz = f"Hier steht „{composed[at : at + 1]}“ in zerlegter Schreibweise (nicht NFC)"
        yield befund("L117", Position(zeile, at + 1), satz)


def _find_konflikte(text: str) -> Iterator[Befund]:
    seen = 0
    for zeile, line in _lines(text):
        match = _KONFLIKT.match(line)
        if match and seen < JE_ART:
            seen += 1
            yield befund("L119", Position(zeile, 1), f"Hier steht eine Konfliktmarke von git ({match.group()})")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return enumerate(text.split("\n"), start=1)


def name_zeichen(char: str) -> str:
    """A character by its number and, if it has one, its Unicode name: ``U+200B ZERO WIDTH SPACE``."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()
