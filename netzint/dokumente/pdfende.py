"""The ends of the streams of a PDF, made so that nobody can mistake them.

A line feed parts the data of a stream from ``endstream``. Where the last byte of the data happens to be a carriage
return, the two look like one end of line; checks of PDF/A then find the data one byte too short (ISO 19005-3,
6.1.7.1). There the end is written as carriage return and line feed.
"""

from __future__ import annotations

import re

from netzint.dokumente.pdfobjekte import Pdf

_STREAM = re.compile(rb"/Length (\d+)(?:(?!endobj)[^\n])*>>\n?stream\n")
_ENDE = b"\nendstream"


def mark_ends(pdf: Pdf) -> Pdf:
    """The same PDF with a two-byte end of line after each stream that ends with a carriage return."""
    return pdf._replace(objekte={number: _mark_end(data) for number, data in pdf.objekte.items()})


def _mark_end(data: bytes) -> bytes:
    """Raises ValueError if a stream is not as the writer writes it."""
    match = _STREAM.search(data)
    if match is None:
        return data
    end = match.end() + int(match[1])
    if not data.startswith(_ENDE, end):
        raise ValueError("a stream of the PDF does not end where its length says")
    return data[:end] + b"\r" + data[end:] if data[end - 1 : end] == b"\r" else data
