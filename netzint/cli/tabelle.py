"""Tables as aligned lines of text that fit the screen: wide columns are wrapped between words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netzint.cli.zeichen import escape, width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ABSTAND = "  "
ENG = " "
"""What stands between columns where it only fits so."""
MINDESTENS = 8
"""No column is made narrower than this."""

_WORTE = re.compile(r"\S+\s*")
_SILBEN = re.compile(r"[^\s-]+-?\s*|[\s-]+")


def tabelle(kopf: Sequence[str], zeilen: Sequence[Sequence[str]], breite: int = 0) -> list[str]:
    """The table as lines, at most ``breite`` columns wide where its words allow it; 0 means as wide as it gets.

    Words stay whole; if that does not fit, they are broken behind hyphens if that does, or the columns move closer
    together; otherwise it is wider.
    """
    alle = [[escape(zelle) for zelle in zeile] for zeile in (kopf, *zeilen)]
    spalten = list(zip(*alle, strict=True))
    breiten = _fit(spalten, breite) if breite else [_widest(spalte) for spalte in spalten]
    abstand = _choose_abstand(breiten, breite)
    lines = [line for zeile in alle for line in _lines(zeile, breiten, abstand)]
    lines.insert(len(_lines(alle[0], breiten, abstand)), _join(["─" * b for b in breiten], breiten, abstand))
    return lines


def fit(kopf: Sequence[str], zeilen: Sequence[Sequence[str]], breite: int) -> list[list[str]]:
    """The rows with their cells wrapped as ``tabelle`` wraps them, for somebody else to draw."""
    alle = [[escape(zelle) for zelle in zeile] for zeile in (kopf, *zeilen)]
    breiten = _fit(list(zip(*alle, strict=True)), breite)
    return [["\n".join(wrap(z, b)) for z, b in zip(zeile, breiten, strict=True)] for zeile in alle[1:]]


def is_too_wide(kopf: Sequence[str], zeilen: Sequence[Sequence[str]], breite: int) -> bool:
    """Whether the table is wider than that, however it is wrapped."""
    spalten = list(zip(*([escape(zelle) for zelle in zeile] for zeile in (kopf, *zeilen)), strict=True))
    return sum(_fit(spalten, breite)) + len(ENG) * (len(spalten) - 1) > breite


def bloecke(kopf: Sequence[str], zeilen: Sequence[Sequence[str]], breite: int) -> list[str]:
    """The same for a narrow screen: one row below the other, each cell in a line behind its heading."""
    titel = [escape(zelle) for zelle in kopf]
    links = max(width(zelle) for zelle in titel)
    rechts = max(breite - links - len(ABSTAND), MINDESTENS)
    lines: list[str] = []
    for zeile in zeilen:
        lines += [""] if lines else []
        for name, zelle in zip(titel, zeile, strict=True):
            for nr, text in enumerate(wrap(escape(zelle), rechts) if zelle else ()):
                lines.append(_join([name if nr == 0 else "", text], [links, rechts]))
    return lines


def zeilenweise(zeilen: Sequence[Sequence[str]], breite: int) -> list[str]:
    """Each row in one line that fits: the widest column is shortened, between words where there are several."""
    spalten = list(zip(*([escape(zelle) for zelle in zeile] for zeile in zeilen), strict=True))
    breiten = [_widest(spalte) for spalte in spalten]
    gives = max(range(len(breiten)), key=breiten.__getitem__)
    breiten[gives] -= max(0, sum(breiten) + len(ABSTAND) * len(breiten) - breite)
    breiten[gives] = max(breiten[gives], MINDESTENS)
    cut = [[shorten(z, b) for z, b in zip(zeile, breiten, strict=True)] for zeile in zip(*spalten, strict=True)]
    breiten[gives] = max(width(zeile[gives]) for zeile in cut)
    return [ABSTAND + _join(zeile, breiten) for zeile in cut]


def shorten(text: str, breite: int) -> str:
    """Text that fits; what is cut off shows as ``…``, and numbers and Kennungen stay whole."""
    if width(text) <= breite:
        return text
    return f"{wrap(text, breite - 2)[0]} …"


def _widest(spalte: Sequence[str]) -> int:
    return max(width(zelle) for zelle in spalte)


def _fit(spalten: Sequence[Sequence[str]], breite: int) -> list[int]:
    """Widths that together fit; if breaking words helps no more than wrapping between them, words stay whole."""
    whole: list[int] = []
    for abstand in (ABSTAND, ENG):
        room = breite - len(abstand) * (len(spalten) - 1)
        for pieces in (_WORTE, _SILBEN):
            breiten = _shrink(spalten, room, pieces)
            if sum(breiten) <= room:
                return breiten
            whole = whole or breiten
    return whole


def _choose_abstand(breiten: Sequence[int], breite: int) -> str:
    """The usual distance, unless the table fits only without it."""
    gaps, room = len(breiten) - 1, breite - sum(breiten)
    return ENG if len(ENG) * gaps <= room < len(ABSTAND) * gaps else ABSTAND


def _shrink(spalten: Sequence[Sequence[str]], room: int, pieces: re.Pattern[str]) -> list[int]:
    """The widest column gives way first, none below its longest piece."""
    breiten = [_widest(spalte) for spalte in spalten]
    least = [min(b, max(MINDESTENS, _longest(s, pieces))) for s, b in zip(spalten, breiten, strict=True)]
    while sum(breiten) > room and breiten != least:
        give = max(range(len(breiten)), key=lambda n: (breiten[n] > least[n], breiten[n]))
        breiten[give] -= 1
    return breiten


def _longest(spalte: Sequence[str], pieces: re.Pattern[str]) -> int:
    return max((width(piece.rstrip()) for zelle in spalte for piece in pieces.findall(zelle)), default=0)


def _lines(zeile: Sequence[str], breiten: Sequence[int], abstand: str) -> list[str]:
    """One row as one or more lines."""
    cells = [wrap(zelle, breite) for zelle, breite in zip(zeile, breiten, strict=True)]
    high = max(map(len, cells))
    return [_join([cell[n] if n < len(cell) else "" for cell in cells], breiten, abstand) for n in range(high)]


def _join(cells: Sequence[str], breiten: Sequence[int], abstand: str = ABSTAND) -> str:
    return abstand.join(
        cell + " " * (breite - width(cell)) for cell, breite in zip(cells, breiten, strict=True)
    ).rstrip()


def wrap(text: str, breite: int) -> list[str]:
    """Text in lines of at most ``breite`` columns: broken between words, behind hyphens only where a word is wider."""
    if width(text) <= breite:
        return [text]

    def split(word: str) -> list[str]:
        return [word] if width(word.rstrip()) <= breite else _SILBEN.findall(word)

    return _fill(text, breite, split)


def _fill(text: str, breite: int, split: Callable[[str], list[str]]) -> list[str]:
    lines = [""]
    for piece in (piece for word in _WORTE.findall(text) for piece in split(word)):
        if lines[-1] and width(lines[-1] + piece.rstrip()) > breite:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece
    lines[-1] = lines[-1].rstrip()
    return lines
