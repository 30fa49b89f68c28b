"""Links inside a document: to its headings, by the names that the usual readers of Markdown give them.

``[Inhalt](#2-beschlussvorlage-bv-2026-008)`` leads to the heading „2. Beschlussvorlage BV-2026-008“.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from netzint.dokumente.baum import (
    Absatz,
    Baum,
    Betont,
    Block,
    Liste,
    Stark,
    Stueck,
    Tabelle,
    Ueberschrift,
    Verweis,
    Zeile,
    Zitat,
    normalise,
    plain_text,
)

_OHNE = re.compile(r"[^\w\- ]")

Ersatz = Callable[[Verweis], Zeile]


def list_anker(baum: Baum) -> list[str]:
    """The name of each block that is a heading, "" of all others; the same words once more get ``-1``, ``-2``, …"""
    names: list[str] = []
    for block in baum:
        name = _slug(block.inhalt) if isinstance(block, Ueberschrift) else ""
        free = (f"{name}-{nr}" if nr else name for nr in range(len(baum) + 1))
        names.append(next(one for one in free if one not in names) if name else "")
    return names


def _slug(zeile: Zeile) -> str:
    return _OHNE.sub("", plain_text(zeile).lower()).replace(" ", "-")


def resolve(baum: Baum) -> Baum:
    """The tree with its own links: a heading that one leads to knows its name, and one to nowhere is mere words."""
    names = list_anker(baum)
    used: set[str] = set()

    def look(verweis: Verweis) -> Zeile:
        if verweis.ziel[1:] in names:
            used.add(verweis.ziel[1:])
            return (verweis,)
        return verweis.inhalt

    found = replace_eigene(baum, look)
    return tuple(
        replace(block, anker=name) if isinstance(block, Ueberschrift) and name in used else block
        for block, name in zip(found, names, strict=True)
    )


def unlink(baum: Baum) -> Baum:
    """The tree with mere words in place of links to its own headings, as a mail needs it."""
    return replace_eigene(baum, lambda verweis: verweis.inhalt)


def list_ziele(zeilen: Collection[Zeile]) -> list[str]:
    """The names of the headings that these lines lead to."""
    found: list[str] = []

    def look(verweis: Verweis) -> Zeile:
        found.append(verweis.ziel[1:])
        return ()

    for zeile in zeilen:
        _line(zeile, look)
    return found


def replace_eigene(baum: Baum, ersatz: Ersatz) -> Baum:
    """The tree with something else in place of each link to one of its own headings."""
    return tuple(_block(block, ersatz) for block in baum)


def _block(block: Block, ersatz: Ersatz) -> Block:
    match block:
        case Ueberschrift() | Absatz():
            return replace(block, inhalt=_line(block.inhalt, ersatz))
        case Liste():
            return replace(block, punkte=tuple(replace_eigene(punkt, ersatz) for punkt in block.punkte))
        case Tabelle():
            rows = tuple(tuple(_line(cell, ersatz) for cell in row) for row in block.zeilen)
            return replace(block, kopf=tuple(_line(cell, ersatz) for cell in block.kopf), zeilen=rows)
        case Zitat():
            return Zitat(replace_eigene(block.inhalt, ersatz))
        case _:
            return block


def _line(zeile: Zeile, ersatz: Ersatz) -> Zeile:
    pieces: list[Stueck] = []
    for piece in zeile:
        match piece:
            case Verweis() if piece.is_eigener:
                pieces += ersatz(piece)
            case Stark() | Betont() | Verweis():
                pieces.append(replace(piece, inhalt=_line(piece.inhalt, ersatz)))
            case _:
                pieces.append(piece)
    return normalise(pieces)
