"""The ends of the streams of a PDF, made so that nobody can mistake them.

A line feed parts the data of a stream from ``endstream``. Where the last byte of the data happens to be a carriage
return, the two look like one end of line; checks of PDF/A then find the data one byte too short (ISO 19005-3,
6.1.7.1). There the end is written as carriage return and line feed, and the table of offsets follows.
"""

from __future__ import annotations

import re

_STREAM = re.compile(rb"/Length (\d+)(?:(?!endobj)[^\n])*>>\n?stream\n")
_ENDE = b"\nendstream"
_EINTRAG = 20
"""Bytes of an entry of the table of offsets."""


def mark_ends(pdf: bytes) -> bytes:
    """The same PDF with a two-byte end of line after each stream that ends with a carriage return."""
    places = [end for end in _find_ends(pdf) if pdf[end - 1 : end] == b"\r"]
    for end in reversed(places):  # from the back, so that the places before it stay
        pdf = _insert(pdf, end)
    return pdf


def _find_ends(pdf: bytes) -> list[int]:
    """Where the data of each stream end. Raises ValueError if a stream is not as the writer writes it."""
    ends, at = [], 0
    while match := _STREAM.search(pdf, at):
        at = match.end() + int(match[1])
        if not pdf.startswith(_ENDE, at):
            raise ValueError("a stream of the PDF does not end where its length says")
        ends.append(at)
    return ends


def _insert(pdf: bytes, place: int) -> bytes:
    """One carriage return more at a place; everything behind it moves by one byte."""
    head, _, tail = pdf.rpartition(b"startxref\n")
    old, _, rest = tail.partition(b"\n")
    table = int(old)
    first = head.index(b"\n", head.index(b"\n", table) + 1) + 1
    end = head.index(b"trailer", first)
    entries = [head[at : at + _EINTRAG] for at in range(first, end, _EINTRAG)]
    moved = b"".join(b"%010d" % (int(e[:10]) + 1) + e[10:] if int(e[:10]) > place else e for e in entries)
    return b"".join(
        (
            head[:place],
            b"\r",
            head[place:first],
            moved,
            head[end:],
            b"startxref\n",
            str(table + 1).encode(),
            b"\n",
            rest,
        )
    )
