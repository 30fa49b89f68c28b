"""What people type: cleaned, and read as a date or a time. German refusals that say what would be right."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

from netzint.modell.fehler import Eingabefehler as Eingabefehler  # noqa: PLC0414 (is asked for here by everybody else)
from netzint.modell.umgebung import ursache

# Not compiled here: every command loads this module, and few need these.
_UHRZEIT = r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?: ?Uhr)?"
_MAIL = r"[^@\s]+@[^@\s]+\.[^@\s]+"
_ZEILENENDEN = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_DATEI = 128 * 1024
"""Bytes that a file of text may have; an entry as a whole has at most twice as many."""


def clean_eingabe(text: str) -> str:
    """Typed or pasted text as it may stand in a file: NFC, without soft hyphens and other invisible characters."""
    if text.isascii() and text.isprintable():
        return text.strip()
    if any("\ud800" <= zeichen <= "\udfff" for zeichen in text):
        raise Eingabefehler(f"„{text}“ enthält Zeichen, die kein gültiges UTF-8 sind.")
    text = re.sub(_ZEILENENDEN, "\n", text).replace("\t", " ")
    sichtbar = (z for z in text if z == "\n" or unicodedata.category(z) not in {"Cf", "Cc"})
    return unicodedata.normalize("NFC", "".join(sichtbar)).strip()


def parse_datum(text: str) -> date:
    """A day in any form that people write, as seen from today: also ``gestern`` and ``3.12.``."""
    from netzint.cli import heute
    from netzint.modell.eingabe import parse_datum as parse

    return parse(clean_eingabe(text), heute.today())


def parse_tag_oder_monat(text: str) -> str:
    """A day or a month in any form that people write, as the data write it."""
    from netzint.cli import heute
    from netzint.modell.eingabe import parse_tag_oder_monat as parse

    return parse(clean_eingabe(text), heute.today())


def parse_mail(text: str) -> str:
    """An address for e-mail."""
    sauber = clean_eingabe(text)
    if not re.fullmatch(_MAIL, sauber):
        raise Eingabefehler(f"„{sauber}“ ist keine E-Mail-Adresse. So ist es richtig: poststelle@stadt.example.")
    return sauber


def parse_uhrzeit(text: str) -> str:
    """``10:00``, ``9.30`` or ``10 Uhr``, as the data write it: ``HH:MM``."""
    sauber = clean_eingabe(text)
    treffer = re.fullmatch(_UHRZEIT, sauber)
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
    if sauber in {"", "commit"} or _is_iso(sauber):
        return sauber
    return parse_datum(sauber).isoformat()


def _is_iso(text: str) -> bool:
    """Whether it is a day as programs write it, who ask often and need not wait for what reads the forms of people.

    Days of other centuries are left to it, too: it says what is wrong with them.
    """
    try:
        return text[:2] == "20" and len(text) == len("2026-12-03") and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def parse_stand(text: str) -> str:
    """A day as ISO text where one is meant; anything else is for Git to know."""
    from netzint.modell.eingabe import looks_like_datum

    sauber = clean_eingabe(text)
    if not looks_like_datum(sauber):
        return sauber
    try:
        return parse_datum(sauber).isoformat()
    except Eingabefehler as fehler:
        raise Eingabefehler(f"{fehler} Als Stand geht auch, was Git kennt, z. B. HEAD~1.") from fehler
