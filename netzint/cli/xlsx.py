"""Answers as a workbook for Excel and LibreOffice: days are days, numbers are numbers, no cell is a formula."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from netzint.cli.zeichen import escape
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ZUSATZ = "xlsx"
"""The extra of the package that brings the library."""
BREIT = 60
"""Characters that a column shows at most; longer text is wrapped."""
NAME = 31
"""Characters that Excel allows for the name of a sheet."""
_VERBOTEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_ZELLE = 32_000
"""Characters that Excel allows in a cell, nearly."""


class Blatt(NamedTuple):
    """One sheet: a table with its headings."""

    titel: str
    kopf: Sequence[str]
    zeilen: Sequence[Sequence[str | int | date | None]]


def build_xlsx(blaetter: Sequence[Blatt]) -> bytes:
    """The workbook; the same sheets give the same bytes. Raises NetzintFehler (environment) without the library."""
    import io

    try:
        from xlsxwriter import Workbook
    except ImportError:
        text = "Für Excel-Dateien fehlt noch ein Zusatz."
        raise NetzintFehler(text, f'Einmal nachholen: pip install "netzint[{ZUSATZ}]"', Ausgang.UMGEBUNG) from None
    speicher = io.BytesIO()
    optionen = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    buch = Workbook(speicher, optionen)
    # A fixed day: the file must not say when it was made, or the same answer would be another file.
    buch.set_properties({"title": blaetter[0].titel if blaetter else "", "created": datetime(2020, 6, 1)})  # noqa: DTZ001
    formen = {
        "kopf": buch.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "text": buch.add_format({"text_wrap": True, "valign": "top"}),
        "tag": buch.add_format({"num_format": "dd.mm.yyyy", "align": "left", "valign": "top"}),
        "zahl": buch.add_format({"valign": "top"}),
    }
    for name, blatt in zip(_names(blatt.titel for blatt in blaetter), blaetter, strict=True):
        _write(buch.add_worksheet(name), blatt, formen)
    buch.close()
    return speicher.getvalue()


def _names(titel: Iterable[str]) -> list[str]:
    """Names that Excel takes, each of them once."""
    found: list[str] = []
    for text in titel:
        bare = " ".join(escape(text).translate(_VERBOTEN).split()) or "Tabelle"
        name, nr = bare[:NAME].strip(), 1
        while name.lower() in (other.lower() for other in found) or name.lower() == "history":
            nr += 1
            name = f"{bare[: NAME - 4].strip()} {nr}"
        found.append(name)
    return found


def _write(sheet: Any, blatt: Blatt, formen: dict[str, Any]) -> None:
    for at, titel in enumerate(blatt.kopf):
        sheet.write_string(0, at, _clean(titel), formen["kopf"])
    for nr, zeile in enumerate(blatt.zeilen, 1):
        for at, zelle in enumerate(zeile):
            _write_zelle(sheet, nr, at, zelle, formen)
    for at, titel in enumerate(blatt.kopf):
        texts = [titel, *(_shown(zeile[at]) for zeile in blatt.zeilen)]
        longest = max(len(line) for text in texts for line in text.split("\n"))
        sheet.set_column(at, at, min(longest, BREIT) + 2)
    sheet.freeze_panes(1, 0)
    if blatt.zeilen:
        sheet.autofilter(0, 0, len(blatt.zeilen), len(blatt.kopf) - 1)


def _write_zelle(sheet: Any, nr: int, at: int, zelle: str | int | date | None, formen: dict[str, Any]) -> None:
    if zelle is None or zelle == "":
        return
    if type(zelle) is date and zelle.year >= 1900:
        sheet.write_datetime(nr, at, datetime(zelle.year, zelle.month, zelle.day), formen["tag"])  # noqa: DTZ001
    elif isinstance(zelle, int):
        sheet.write_number(nr, at, int(zelle), formen["zahl"])
    else:
        sheet.write_string(nr, at, _clean(str(zelle)), formen["text"])


def _clean(text: str) -> str:
    """Text as it may stand in a cell; line breaks are breaks there."""
    return "\n".join(escape(line) for line in text.splitlines())[:_ZELLE]


def _shown(zelle: str | int | date | None) -> str:
    return "" if zelle is None else "00.00.0000" if type(zelle) is date else str(zelle)
