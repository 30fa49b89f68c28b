"""The syntax tree of a document: everything a document can consist of, and what every writer has to know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Ausrichtung = Literal["", "links", "mitte", "rechts"]


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Umbruch:
    """A line break inside a block."""


@dataclass(frozen=True, slots=True)
class Stark:
    """Bold."""

    inhalt: Zeile


@dataclass(frozen=True, slots=True)
class Betont:
    """Italic."""

    inhalt: Zeile


@dataclass(frozen=True, slots=True)
class Verweis:
    """A link to http, https, mailto or tel, or to a heading of the same document (``#name``).

    Contents of a Paket also lead to the files beside them; what is read from Markdown never does.
    """

    ziel: str
    inhalt: Zeile

    @property
    def is_eigener(self) -> bool:
        """Whether it leads to a heading of the same document."""
        return self.ziel.startswith("#")


Stueck = Text | Umbruch | Stark | Betont | Verweis
Zeile = tuple[Stueck, ...]


@dataclass(frozen=True, slots=True)
class Ueberschrift:
    """A heading; ``ebene`` 1 to 6."""

    ebene: int
    inhalt: Zeile
    anker: str = ""
    """Its name, if a link leads to it; ``anker.resolve`` says so."""


@dataclass(frozen=True, slots=True)
class Absatz:
    """A paragraph."""

    inhalt: Zeile


@dataclass(frozen=True, slots=True)
class Liste:
    """A list, numbered from ``beginn`` or with bullets (``beginn`` is None)."""

    punkte: tuple[Baum, ...]
    beginn: int | None = None


@dataclass(frozen=True, slots=True)
class Tabelle:
    """A table; every row has as many cells as the head."""

    kopf: tuple[Zeile, ...]
    zeilen: tuple[tuple[Zeile, ...], ...]
    ausrichtung: tuple[Ausrichtung, ...]

    @property
    def is_angaben(self) -> bool:
        """A table of key facts: two columns, and the first one names what the second one says."""
        return [plain_text(cell) for cell in self.kopf] == ["Angabe", "Inhalt"]

    @property
    def is_unterschriften(self) -> bool:
        """A table to sign in: its rows are as high as handwriting needs."""
        return UNTERSCHRIFT in [plain_text(cell) for cell in self.kopf]


@dataclass(frozen=True, slots=True)
class Zitat:
    """A quotation."""

    inhalt: Baum


@dataclass(frozen=True, slots=True)
class Linie:
    """A rule across the page. The first before the title ends the letterhead, the last one begins the foot."""


@dataclass(frozen=True, slots=True)
class Seitenwechsel:
    """What follows begins on a new page; on a screen a rule. Stands between blocks only, never inside one."""


Block = Ueberschrift | Absatz | Liste | Tabelle | Zitat | Linie | Seitenwechsel
Baum = tuple[Block, ...]

UNTERSCHRIFT = "Unterschrift"
"""The heading of a column to sign in."""
ZEILENHOEHE = 11
"""mm, of a row to sign in."""

_SPACE = re.compile(r"[ \t\n\r\f\v]+")


def plain_text(zeile: Iterable[Stueck]) -> str:
    """The words alone."""
    return "".join(
        stueck.text if isinstance(stueck, Text) else " " if isinstance(stueck, Umbruch) else plain_text(stueck.inhalt)
        for stueck in zeile
    )


def normalise(zeile: Iterable[Stueck]) -> Zeile:
    """The one way to write a line of a block: no empty, doubled, or nested-in-itself pieces, no space at its ends."""
    return _trim(_merge(zeile, frozenset()))


def _merge(zeile: Iterable[Stueck], around: frozenset[type]) -> list[Stueck]:
    pieces: list[Stueck] = []
    for stueck in zeile:
        for piece in _clean(stueck, around):
            last = pieces[-1] if pieces else None
            if isinstance(piece, Text) and isinstance(last, Text):
                pieces[-1] = Text(_SPACE.sub(" ", last.text + piece.text))
            elif isinstance(piece, Stark | Betont) and type(last) is type(piece):
                pieces[-1] = type(piece)(tuple(_merge((*last.inhalt, *piece.inhalt), around | {type(piece)})))
            else:
                pieces.append(piece)
    return _spaces_around_breaks(pieces)


def _clean(stueck: Stueck, around: frozenset[type]) -> list[Stueck]:
    if isinstance(stueck, Text):
        text = _SPACE.sub(" ", stueck.text)
        return [Text(text)] if text else []
    if isinstance(stueck, Umbruch):
        return [stueck]
    inner = _merge(stueck.inhalt, around | {type(stueck)})
    if type(stueck) in around:
        return inner
    while inner and isinstance(inner[0], Umbruch):
        inner.pop(0)
    while inner and isinstance(inner[-1], Umbruch):
        inner.pop()
    if isinstance(stueck, Verweis):
        return [Verweis(stueck.ziel, tuple(inner) or (Text(stueck.ziel),))]
    return [type(stueck)(tuple(inner))] if inner else []


def _spaces_around_breaks(pieces: list[Stueck]) -> list[Stueck]:
    for index, piece in enumerate(pieces):
        if isinstance(piece, Text):
            text = piece.text
            if index and isinstance(pieces[index - 1], Umbruch):
                text = text.lstrip()
            if index + 1 < len(pieces) and isinstance(pieces[index + 1], Umbruch):
                text = text.rstrip()
            pieces[index] = Text(text)
    return [piece for piece in pieces if piece != Text("")]


def _trim(pieces: list[Stueck]) -> Zeile:
    while pieces and (isinstance(pieces[0], Umbruch) or (isinstance(pieces[0], Text) and not pieces[0].text.strip())):
        pieces.pop(0)
    while pieces and (
        isinstance(pieces[-1], Umbruch) or (isinstance(pieces[-1], Text) and not pieces[-1].text.strip())
    ):
        pieces.pop()
    if pieces and isinstance(pieces[0], Text):
        pieces[0] = Text(pieces[0].text.lstrip())
    if pieces and isinstance(pieces[-1], Text):
        pieces[-1] = Text(pieces[-1].text.rstrip())
    return tuple(pieces)
