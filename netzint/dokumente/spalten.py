"""How wide the columns of a table are on a page: in proportion to their words, and none too narrow for its longest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from netzint.dokumente.baum import UNTERSCHRIFT, Tabelle, Umbruch, Zeile, plain_text
from netzint.dokumente.woerter import split_word

_ANGABEN = (30.0, 70.0)
"""The columns of a table of key facts: the same in every one, so that they stand in line."""
_SIGNATUR = 36.0
"""Per cent of the width for a signature; the other columns are alike, so that several such tables stand in line."""
_GROESSEN = ((4, 10.0), (7, 9.0), (10, 8.0))
_KLEINSTE = 7.0
SATZBREITE = 165.0
"""mm between the margins."""
_PUNKT = 72 / 25.4
"""Points per mm."""
_ZEICHEN = 0.5
"""The width of a letter, as a share of the size of type."""
_INNEN_PT = 11.0
"""Left and right inside of a cell."""
_SILBEN = 14
"""Longer words are divided."""
_HOCH = 25
"""A row of so many lines may go on on the next page."""


class Spalten(NamedTuple):
    """How a table is set."""

    groesse: float
    """Of the type, in points: the more columns, the smaller."""
    anteile: tuple[float, ...]
    """The share of each column, in per cent of the width."""
    breite: float = SATZBREITE
    """mm, of the whole table."""

    @property
    def breiten(self) -> list[float]:
        """The width of each column in mm."""
        return [self.breite * share / 100 for share in self.anteile]

    def may_wrap(self, cell: Zeile, column: int) -> bool:
        """Whether the words of a cell may need more than one line."""
        return _longest_line(cell) > self.count_room(column)

    def is_high(self, row: Sequence[Zeile]) -> bool:
        """Whether a row is so high that it may be parted between two pages; others stay together."""
        return any(len(plain_text(cell)) > _HOCH * self.count_room(at) for at, cell in enumerate(row))

    def count_room(self, column: int) -> int:
        """So many letters fit on a line of a cell, wide ones too."""
        width = self.breite * _PUNKT * self.anteile[column] / 100 - _INNEN_PT
        return max(1, int(0.8 * width / (self.groesse * _ZEICHEN)))


def measure(tabelle: Tabelle, breite: float = SATZBREITE, groesse: float = 0.0) -> Spalten:
    """Each column gets what its longest word needs; the rest goes to those whose longest line would like more.

    ``groesse``: of the type, in points; without it many columns are set in smaller type.
    """
    size = groesse or next((size for most, size in _GROESSEN if len(tabelle.kopf) < most), _KLEINSTE)
    if tabelle.is_angaben:
        return Spalten(size, _ANGABEN, breite)
    if tabelle.is_unterschriften:
        return Spalten(size, _leave_room_to_sign(tabelle), breite)
    letter = size * _ZEICHEN
    columns = list(zip(tabelle.kopf, *tabelle.zeilen, strict=True))
    least = [_INNEN_PT + letter * max(map(_longest_word, column)) * 1.2 for column in columns]
    wanted = [max(least[at], _INNEN_PT + letter * max(map(_longest_line, column))) for at, column in enumerate(columns)]
    widths = _share(least, wanted, breite * _PUNKT)
    return Spalten(size, tuple(round(100 * width / sum(widths), 2) for width in widths), breite)


def _leave_room_to_sign(tabelle: Tabelle) -> tuple[float, ...]:
    signs = [plain_text(cell) == UNTERSCHRIFT for cell in tabelle.kopf]
    others = (100 - _SIGNATUR * sum(signs)) / max(1, len(signs) - sum(signs))
    shares = [_SIGNATUR if sign else max(others, 10.0) for sign in signs]
    return tuple(round(100 * share / sum(shares), 2) for share in shares)


def _share(least: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    if sum(wanted) <= room:
        return [want * room / sum(wanted) for want in wanted]
    rest = room - sum(least)
    if rest <= 0:
        return list(least)
    # One very long cell shall not take all the room: what it wants counts less than in full.
    weights = [(want - need) ** 0.7 for want, need in zip(wanted, least, strict=True)]
    return [need + rest * weight / sum(weights) for need, weight in zip(least, weights, strict=True)]


def _longest_word(zeile: Zeile) -> int:
    lengths = [1]
    for word in plain_text(zeile).split():
        parts = split_word(word)
        lengths += map(len, parts) if len(parts) > 1 else [min(len(word), _SILBEN)]
    return max(lengths)


def _longest_line(zeile: Zeile) -> int:
    lengths = [0]
    for piece in zeile:
        if isinstance(piece, Umbruch):
            lengths.append(0)
        else:
            lengths[-1] += len(plain_text((piece,)))
    return max(1, *lengths)
