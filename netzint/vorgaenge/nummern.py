"""Numbers: the next is one above the highest known anywhere; none is ever given twice."""

from __future__ import annotations

from collections.abc import Collection

from netzint.modell.arten import jahr_und_nummer

STELLEN = {"bv": 3}
"""Digits of a number by series; two where nothing stands here."""


def next_kennung(serie: str, jahr: int, vergeben: Collection[str], also: Collection[str] = ()) -> str:
    """The next Kennung of a series in a year: ``next_kennung("bv", 2026, …)`` → ``bv-2026-008``.

    ``vergeben`` are all Kennungen in HEAD and in every other ref the clone knows; ``also`` those of the same Vorgang.
    """
    numbers = [
        parts[2]
        for kennung in (*vergeben, *also)
        if kennung.startswith(f"{serie}-{jahr}-") and (parts := jahr_und_nummer(kennung)) is not None
    ]
    return f"{serie}-{jahr}-{max(numbers, default=0) + 1:0{STELLEN.get(serie, 2)}}"
