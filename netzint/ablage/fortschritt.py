"""Who is told how far something long has come: nobody, unless ``cli`` listens for the time of one command."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
Hoerer = Callable[[str, int, int], None]
"""Gets what is being done, how much of it is done, and how much there is; 0 of 0: it has ended."""

_hoerer: ContextVar[Hoerer | None] = ContextVar("hoerer", default=None)
_SCHRITT = 32
"""After so many pieces it is told again, if each takes next to no time."""


@contextmanager
def listen(hoerer: Hoerer) -> Iterator[None]:
    """Tell this one, as long as the block runs; at its end, however it ends, that it is over."""
    token = _hoerer.set(hoerer)
    try:
        yield
    finally:
        _hoerer.reset(token)
        hoerer("", 0, 0)


def count_along(was: str, pieces: Iterable[T], zahl: int, schritt: int = _SCHRITT) -> Iterable[T]:
    """The same pieces; whoever listens is told how many of them are done."""
    hoerer = _hoerer.get()
    return pieces if hoerer is None else _count(hoerer, was, pieces, zahl, schritt)


def _count(hoerer: Hoerer, was: str, pieces: Iterable[T], zahl: int, schritt: int) -> Iterator[T]:
    for nr, piece in enumerate(pieces):
        if nr % schritt == 0 or zahl <= schritt:
            hoerer(was, nr, zahl)
        yield piece
    hoerer("", 0, 0)
