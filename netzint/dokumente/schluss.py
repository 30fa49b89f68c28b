"""The end of a document: what stays on one page with its foot, so that no page holds small print alone."""

from __future__ import annotations

from math import ceil

from netzint.dokumente import spalten
from netzint.dokumente.baum import (
    Absatz,
    Baum,
    Block,
    Liste,
    Seitenwechsel,
    Tabelle,
    Ueberschrift,
    Zeile,
    Zitat,
    plain_text,
)

MOST = 16
"""So many lines stay together: a third of a page."""
LEAST = 3
"""So many are enough to stand at the top of a page, if they begin with a heading."""
_LETTERS = 88
"""That fit on a line."""
_HOEHE, _HOEHE_KLEIN, _ABSTAND = 5.5, 3.6, 14.0
"""mm: of a line, of one of small print, and above that."""


def find_schluss(rumpf: Baum) -> int:
    """Where the last part of a body begins: at a heading if there is one near, never before the title and its line."""
    lines, start = 0.0, len(rumpf)
    for at in range(len(rumpf) - 1, 1, -1):
        block = rumpf[at]
        lines += _count_lines(block)
        if isinstance(block, Seitenwechsel) or lines > MOST:
            break
        start = at
        if isinstance(block, Ueberschrift) and lines > LEAST:
            break
    return start


def measure_ende(schluss: Baum, fuss: Baum) -> float:
    """How high the end of a document is at most, in mm: its last part, and the small print below."""
    return _ABSTAND + _HOEHE * sum(map(_count_lines, schluss)) + _HOEHE_KLEIN * sum(map(_count_lines, fuss))


def _count_lines(block: Block) -> float:
    match block:
        case Ueberschrift():
            return 2.0
        case Absatz():
            return _wrap(block.inhalt, _LETTERS) + 0.5
        case Liste():
            return sum(sum(map(_count_lines, punkt)) for punkt in block.punkte)
        case Tabelle():
            return 3.0 + _count_rows(block)
        case Zitat():
            return sum(map(_count_lines, block.inhalt))
        case _:
            return 1.0


def _count_rows(tabelle: Tabelle) -> float:
    form = spalten.measure(tabelle)
    least = 2.4 if tabelle.is_unterschriften else 1.0
    return sum(
        max([least, *(_wrap(cell, form.count_room(at)) for at, cell in enumerate(row))]) + 0.5 for row in tabelle.zeilen
    )


def _wrap(zeile: Zeile, room: int) -> int:
    return max(1, ceil(len(plain_text(zeile)) / room))
