"""The strict reader: one file's bytes to plain dicts, lists and texts, or to findings. Every scalar is text.

Most files are as netzint writes them and have no findings, so ``parse`` first takes a short way that builds values
only. Whatever that way does not understand at once goes to ``genau``, which tells good from bad and says where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netzint.ablage.leser.zeichen import MAX_BYTES, clean_text
from netzint.ablage.leser.zeilen import read_zeilen
from netzint.modell.befund import Befund

if TYPE_CHECKING:
    from netzint.ablage.leser.bau import Wert

_KLEIN = 20_000
"""A file of fewer bytes cannot hold too many nodes, so the short way need not count."""
_ZEICHEN = (b"\n", b"\r", b":", b",", b"[", b"{", b"-")
"""What stands between nodes; prose has few of them."""


class Gelesen(NamedTuple):
    """What is in a file. No ``wert`` means at least one Fehler; the caller fills in ``pfad``."""

    wert: dict[str, Wert] | None
    befunde: tuple[Befund, ...]


def parse(data: bytes, *, pur: bool = False) -> Gelesen:
    """Read one file; ``pur`` uses ruamel's Python parser, whatever else is there."""
    text = clean_text(data) if not pur and _is_klein(data) else None
    wert = read_zeilen(text) if text is not None else None
    if wert is not None:
        return Gelesen(wert, ())
    from netzint.ablage.leser.genau import examine

    genau = examine(data, pur=pur)
    return Gelesen(genau.wert, genau.befunde)


def _is_klein(data: bytes) -> bool:
    """Whether it cannot hold too many nodes: each one needs a byte, and at least half of one of these marks."""
    if len(data) < _KLEIN:
        return True
    return len(data) <= MAX_BYTES and 2 * sum(map(data.count, _ZEICHEN)) < _KLEIN
