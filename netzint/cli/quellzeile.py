"""One line of a file as a person sees it, and where under it a marker belongs."""

from __future__ import annotations

from netzint.cli.zeichen import escape, width

PLATZ = 100
"""Columns for the line itself; a longer one is cut around the marked column."""


def mark(zeile: str, spalte: int, platz: int = PLATZ) -> tuple[str, str]:
    """The line made safe (and cut, if it is long), and the blanks that bring a marker under ``spalte``.

    ``spalte`` counts characters from 1; what is shown counts columns of a terminal, where an umlaut may be two
    characters in one column, an East Asian character one in two, and an invisible one a whole escape.
    """
    zellen = _zellen(zeile.rstrip("\r\n"))
    index = _index(zellen, max(spalte, 1) - 1)
    breiten = [width(text) for text, _ in zellen]
    erste, letzte = _fenster(breiten, index, platz)
    links, rechts = "…" if erste else "", "…" if letzte < len(zellen) else ""
    sichtbar = "".join(text for text, _ in zellen[erste:letzte])
    return links + sichtbar + rechts, " " * (len(links) + sum(breiten[erste:index]))


def _zellen(zeile: str) -> list[tuple[str, int]]:
    """What stands together in one place on the screen, each with the number of characters of the file in it."""
    zellen: list[tuple[str, int]] = []
    for zeichen in zeile:
        text = escape(zeichen)
        if zellen and width(text) == 0:
            davor, anzahl = zellen[-1]
            zellen[-1] = (davor + text, anzahl + 1)
        else:
            zellen.append((text, 1))
    return zellen


def _index(zellen: list[tuple[str, int]], zeichen: int) -> int:
    """The cell that holds the character with this number (from 0); behind the end is the end."""
    gezaehlt = 0
    for index, (_, anzahl) in enumerate(zellen):
        gezaehlt += anzahl
        if zeichen < gezaehlt:
            return index
    return len(zellen)


def _fenster(breiten: list[int], index: int, platz: int) -> tuple[int, int]:
    """First cell and the one behind the last, so that the marked one is in sight, about a third from the right."""
    if sum(breiten) <= platz:
        return 0, len(breiten)
    erste = index
    while erste > 0 and sum(breiten[erste - 1 : index]) <= platz * 2 // 3:
        erste -= 1
    letzte = erste
    while letzte < len(breiten) and sum(breiten[erste : letzte + 1]) <= platz - 2:
        letzte += 1
    return erste, letzte
