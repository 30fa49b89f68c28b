"""A PDF as Typst writes it, taken apart into its objects and put together again with a table of offsets that fits."""

from __future__ import annotations

import re
from typing import NamedTuple

_ANFANG = b"startxref\n"
_TABELLE = re.compile(rb"xref\n0 (\d+)\n")
_EINTRAG = 20
"""Bytes of an entry of the table of offsets."""


class Pdf(NamedTuple):
    """The bytes of each object by its number, in the order of the file."""

    kopf: bytes
    objekte: dict[int, bytes]
    ende: bytes
    """The trailer."""


def read_objekte(pdf: bytes) -> Pdf:
    """The parts of a file. Raises ValueError for one that is built otherwise."""
    body, _, tail = pdf.rpartition(_ANFANG)
    table = int(tail.partition(b"\n")[0]) if tail[:1].isdigit() else -1
    match = _TABELLE.match(body, table) if table >= 0 else None
    if match is None:
        raise ValueError("the PDF has no plain table of offsets")
    first, count = match.end(), int(match[1])
    entries = [body[at : at + _EINTRAG] for at in range(first, first + count * _EINTRAG, _EINTRAG)]
    places = sorted((int(entry[:10]), number) for number, entry in enumerate(entries) if entry[17:18] == b"n")
    ends = [place for place, _ in places[1:]] + [table]
    objects = {number: body[place:end] for (place, number), end in zip(places, ends, strict=True)}
    return Pdf(body[: places[0][0]], objects, body[first + count * _EINTRAG :])


def write_objekte(pdf: Pdf) -> bytes:
    """The file made of these parts."""
    places, at = {}, len(pdf.kopf)
    for number, data in pdf.objekte.items():
        places[number] = at
        at += len(data)
    count = max(places) + 1
    free = [number for number in range(count) if number not in places]
    if free != [0]:
        raise ValueError("the PDF has numbers without objects")
    rows = (b"%010d 00000 n\r\n" % places[number] for number in range(1, count))
    parts = [pdf.kopf, *pdf.objekte.values(), b"xref\n0 %d\n" % count, b"0000000000 65535 f\r\n", *rows]
    return b"".join([*parts, pdf.ende, _ANFANG, b"%d\n%%%%EOF" % at])
