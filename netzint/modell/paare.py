"""Two states of a list: which item became which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

Paar = tuple[int | None, int | None]
"""The places of an item before and after; None: it was not there yet, or is there no longer."""


def pair_by(alt: Sequence[Any], neu: Sequence[Any], keys: Iterable[Callable[[Any], Any]]) -> list[Paar]:
    """Items that are alike by the first key, then those left over that are by the next; None is like nothing."""
    open_a, open_b = list(range(len(alt))), list(range(len(neu)))
    pairs: list[Paar] = []
    for key in keys:
        for b in list(open_b):
            wanted = key(neu[b])
            found = next((a for a in open_a if wanted is not None and key(alt[a]) == wanted), None)
            if found is not None:
                pairs.append((found, b))
                open_a.remove(found)
                open_b.remove(b)
    return [*pairs, *((a, None) for a in open_a), *((None, b) for b in open_b)]
