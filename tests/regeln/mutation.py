"""A smallest change of the shipped example, after which the whole check reports exactly one new finding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Mutation(NamedTuple):
    """Changes of files below ``daten/``, each (file, old text, new text).

    The old text must stand in the file exactly once. No old text lays the file down (or replaces the whole of it), no
    new text deletes it.
    """

    changes: tuple[tuple[str, str | None, str | None], ...]

    def apply(self, dateien: Mapping[str, str]) -> dict[str, str]:
        """The changed files; the given ones stay as they are. Keys are paths below ``daten/``."""
        changed = dict(dateien)
        for datei, alt, neu in self.changes:
            if neu is None:
                del changed[datei]
            elif alt is None:
                changed[datei] = neu
            else:
                if changed[datei].count(alt) != 1:
                    raise ValueError(f"In {datei} steht nicht genau einmal: {alt!r}")
                changed[datei] = changed[datei].replace(alt, neu)
        return changed


def change(datei: str, alt: str | None, neu: str | None) -> Mutation:
    """A Mutation of one place."""
    return Mutation(((datei, alt, neu),))
