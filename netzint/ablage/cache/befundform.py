"""Findings as plain tuples, for the cache and between processes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from netzint.modell.befund import Befund, Schwere


def to_plain(befunde: Iterable[Befund]) -> list[tuple[Any, ...]]:
    """Text, numbers and tuples only."""
    return [(b.code, b.schwere.value, *b[2:]) for b in befunde]


def from_plain(plain: Iterable[tuple[Any, ...]]) -> tuple[Befund, ...]:
    """The findings again."""
    return tuple(Befund(code, Schwere(schwere), *rest) for code, schwere, *rest in plain)
