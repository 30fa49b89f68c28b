"""The child process that reads a PDF: file on stdin, text on stdout; exit code 1 if it cannot be read."""

from __future__ import annotations

import io
import logging
import sys
import warnings

from netzint.dokumente.kind import limit

CPU, SPEICHER = 30, 1024
"""Seconds and MiB that the child may use, where the system can hold it to that."""
ZEICHEN = 4_000_000


def extract(data: bytes) -> str:
    """The text as pypdf finds it, page by page."""
    from pypdf import PdfReader

    pieces, left = [], ZEICHEN
    for page in PdfReader(io.BytesIO(data)).pages:
        text = page.extract_text()
        left -= len(text)
        if left < 0:
            raise ValueError
        pieces.append(text)
    return "\n".join(pieces)


def main() -> None:
    """Entry of the child."""
    limit(SPEICHER, CPU)
    logging.disable()
    warnings.simplefilter("ignore")
    try:
        text = extract(sys.stdin.buffer.read())
    except Exception:  # noqa: BLE001 - whatever a foreign file provokes
        sys.exit(1)
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
