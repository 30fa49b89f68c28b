"""Reading a table that a spreadsheet has saved as CSV: whatever it calls CSV, and nothing that is none."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.umgebung import ursache

BYTES = 4 * 1024 * 1024
ZEILEN = 5_000
SPALTEN = 60
ZEICHEN = 20_000
"""Characters that one cell may have."""
_TRENNER = (";", "\t", ",")
_SPEICHERN = "In Excel: Datei, Speichern unter, „CSV UTF-8 (durch Trennzeichen getrennt)“."


def read_csv(datei: Path) -> list[list[str]]:
    """The rows as the spreadsheet shows them, empty ones too: the first has the number 1.

    UTF-8 with or without BOM, what Windows calls Unicode, or Windows-1252; cells apart by ``;``, a tab or ``,``.
    Raises NetzintFehler (wrong usage).
    """
    text = _decode(datei, _read(datei))
    lines = text.splitlines()
    told = lines[0].strip().lower().removeprefix("sep=") if lines and lines[0].lower().startswith("sep=") else ""
    trenner = told if told in _TRENNER else _find_trenner(lines)
    try:
        rows = [_check_zeile(datei, nr, row) for nr, row in enumerate(_parse(text, trenner), 1)]
    except csv.Error as error:
        raise _refuse(datei, f"ist keine gültige CSV-Datei ({_translate(error)})") from error
    if len(rows) > ZEILEN:
        raise _refuse(datei, f"hat mehr als {ZEILEN} Zeilen", "In mehreren Dateien nacheinander einlesen.")
    return [[], *rows[1:]] if told else rows


def _read(datei: Path) -> bytes:
    try:
        if datei.is_file() and datei.stat().st_size > BYTES:
            raise _refuse(datei, f"ist zu groß; erlaubt sind {BYTES // 2**20} MiB", "In mehreren Dateien einlesen.")
        return datei.read_bytes()
    except OSError as error:
        raise _refuse(datei, f"lässt sich nicht lesen ({ursache(error)})", "Den Pfad prüfen.") from error


def _decode(datei: Path, data: bytes) -> str:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise _refuse(datei, "ist eine Arbeitsmappe und keine CSV-Datei")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        raise _refuse(datei, "ist keine Textdatei")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _find_trenner(lines: list[str]) -> str:
    """What stands between the cells: whatever parts the most of the first rows into equally many; texts hold others."""
    sample = [line for line in lines[:20] if line.strip()]

    def fit(trenner: str) -> tuple[float, int]:
        widths = Counter(len(row) for row in csv.reader(sample, delimiter=trenner))
        parts = ((count / widths.total(), width) for width, count in widths.items() if width > 1)
        return max(parts, default=(0.0, 0))

    return max(_TRENNER, key=fit)


def _parse(text: str, trenner: str) -> list[list[str]]:
    csv.field_size_limit(max(csv.field_size_limit(), BYTES))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").splitlines(keepends=True)
    return list(csv.reader(lines, delimiter=trenner, strict=True))


def _check_zeile(datei: Path, nr: int, row: list[str]) -> list[str]:
    if len(row) > SPALTEN:
        raise _refuse(datei, f"hat in Zeile {nr} mehr als {SPALTEN} Spalten")
    if any(len(cell) > ZEICHEN for cell in row):
        raise _refuse(datei, f"hat in Zeile {nr} eine Zelle mit mehr als {ZEICHEN} Zeichen", "Den Text kürzen.")
    return row


def _translate(error: csv.Error) -> str:
    said = str(error)
    if "unexpected end" in said:
        return "ein Anführungszeichen ist nicht geschlossen"
    return "nach einem schließenden Anführungszeichen steht noch etwas" if "expected after" in said else "Aufbau"


def _refuse(datei: Path, what: str, hinweis: str = _SPEICHERN) -> NetzintFehler:
    return NetzintFehler(f"Die Datei „{datei}“ {what}.", hinweis, Ausgang.AUFRUF)
