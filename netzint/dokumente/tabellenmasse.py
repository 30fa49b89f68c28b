"""How wide the columns of a table are in Word and ODF: they do not work it out themselves, as a page of print can."""

from __future__ import annotations

from netzint.dokumente.baum import Tabelle, plain_text

ANGABE = 0.31
"""The share of the first column in a table of key facts, as on the screen."""
_ZEICHEN_MM = 1.9
_RAND_MM = 3.6
_LAENGSTES_WORT = 26
_LAENGSTE_ZELLE = 70


def measure_spalten(tabelle: Tabelle, breite_mm: float) -> list[float]:
    """Widths in mm that add up to ``breite_mm``: first room for the longest word of each, the rest by what is in it."""
    if tabelle.is_angaben:
        return [breite_mm * ANGABE, breite_mm * (1 - ANGABE)]
    texts = [[plain_text(row[at]) for row in (tabelle.kopf, *tabelle.zeilen)] for at in range(len(tabelle.kopf))]
    words = [max((len(word) for text in column for word in text.split()), default=1) for column in texts]
    least = [min(word, _LAENGSTES_WORT) * _ZEICHEN_MM + _RAND_MM for word in words]
    cells = [min(max(map(len, column)), _LAENGSTE_ZELLE) * _ZEICHEN_MM + _RAND_MM for column in texts]
    more = [max(cell - low, 0.0) for cell, low in zip(cells, least, strict=True)]
    left = breite_mm - sum(least)
    if left < 0:
        return [width * breite_mm / sum(least) for width in least]
    if sum(more) <= 0:
        return [width + left / len(least) for width in least]
    return [low + left * extra / sum(more) for low, extra in zip(least, more, strict=True)]
