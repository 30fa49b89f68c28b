"""Trees: as lines with branches for people, nested for machines, as rows with their level for spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netzint.cli.ausgabe import Farbig, Stil, screen_width, show
from netzint.cli.tabelle import wrap
from netzint.cli.zeichen import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from netzint.berichte.tabelle import Baum, Knoten, Tabelle

MINDESTENS = 24
"""Columns that the text of a deep branch has at least, whatever the screen."""


def show_baum(baum: Baum) -> None:
    """Say a tree, no wider than the screen where its branches leave room."""
    show(Farbig(baum.titel, Stil.STARK))
    for line in baum_lines(baum.knoten, screen_width()):
        show(line)
    if not baum.knoten:
        show(f"  {baum.leer}")


def baum_lines(knoten: Sequence[Knoten], breite: int, davor: str = "") -> Iterator[str]:
    """The lines of a tree; long texts go on below their beginning."""
    for nr, one in enumerate(knoten, 1):
        last = nr == len(knoten)
        first, rest = ("└─ ", "   ") if last else ("├─ ", "│  ")
        stem = "│  " if one.kinder else "   "
        text = wrap(escape(_tell(one)), max(breite - len(davor) - 3, MINDESTENS))
        yield f"{davor}{first}{text[0]}"
        yield from (f"{davor}{rest}{stem}{line}" for line in _rewrap(text, breite - len(davor) - 6))
        yield from baum_lines(one.kinder, breite, davor + rest)


def _rewrap(lines: list[str], breite: int) -> list[str]:
    """What did not fit the first line, in the narrower room below it."""
    return wrap(" ".join(lines[1:]), max(breite, MINDESTENS)) if len(lines) > 1 else []


def _tell(knoten: Knoten) -> str:
    day = f"{knoten.am:%d.%m.%Y}  " if knoten.am else ""
    kennung = f" ({knoten.kennung})" if knoten.kennung else ""
    return f"{day}{knoten.art}: {knoten.text}{kennung}{' – siehe oben' if knoten.wiederholt else ''}"


def to_json(knoten: Knoten) -> dict[str, Any]:
    """An entry with what follows from it, nested."""
    return {
        "kennung": knoten.kennung.lower() or None,
        "art": knoten.art,
        "text": knoten.text,
        "am": knoten.am.isoformat() if knoten.am else None,
        "wiederholt": knoten.wiederholt,
        "kinder": [to_json(kind) for kind in knoten.kinder],
    }


def build_zeilen(baum: Baum) -> Tabelle:
    """The tree as a table: one row for each entry, with its level."""
    from netzint.berichte.tabelle import Tabelle

    spalten = (("ebene", "Ebene"), ("am", "Am"), ("art", "Art"), ("text", "Text"), ("kennung", "Kennung"))
    return Tabelle(baum.schluessel, baum.titel, spalten, tuple(_rows(baum.knoten, 1)))


def _rows(knoten: Sequence[Knoten], ebene: int) -> Iterator[tuple[Any, ...]]:
    for one in knoten:
        yield (ebene, one.am, one.art, one.text, one.kennung)
        yield from _rows(one.kinder, ebene + 1)
