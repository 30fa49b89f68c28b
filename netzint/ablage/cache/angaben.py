"""The plain data of files, from the cache where their contents are known, otherwise by reading them.

What the strict reader gives for bytes depends on nothing but the bytes. So it is kept by content id, for the work tree
and every commit alike; the models, which would cost more to load than to make, are always made anew.
"""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, NamedTuple

from netzint.ablage.cache.ordner import Cacheordner
from netzint.modell.befund import Befund

if TYPE_CHECKING:
    from netzint.ablage.leser.bau import Wert

_ANGABEN = "angaben"
_UEBERHANG = 4
"""So many times what the last run needed may be kept for other commits."""


class Gelesen(NamedTuple):
    """One file. No ``wert``: it could not be read, and the findings say why."""

    pfad: str
    inhalt: str
    """The content id; "" if nobody asked for it."""
    wert: dict[str, Wert] | None
    befunde: tuple[Befund, ...]
    angaben: bytes | None = None
    """The value as the cache keeps it, unless there are findings."""


class Gedaechtnis:
    """What is known of contents, and what this run has needed of it."""

    def __init__(self, cache: Cacheordner | None) -> None:
        self._cache = cache
        self.bekannt: dict[str, bytes] = (cache.load(_ANGABEN) if cache else None) or {}
        self._genutzt: dict[str, bytes] = {}
        self.merkt = cache is not None

    def note(self, gelesen: Gelesen) -> None:
        """Keep what was read for the next run."""
        if gelesen.angaben is not None:
            self._genutzt[gelesen.inhalt] = gelesen.angaben

    def keep(self) -> None:
        """Write it down if it has grown."""
        if self._cache is None or self._genutzt.keys() <= self.bekannt.keys():
            return
        merged = self.bekannt | self._genutzt
        fits = len(merged) <= _UEBERHANG * len(self._genutzt) + 1000
        self._cache.store(_ANGABEN, merged if fits else self._genutzt)


def recall(pfad: str, inhalt: str, bekannt: dict[str, bytes]) -> Gelesen:
    """A file whose contents are known."""
    angaben = bekannt[inhalt]
    return Gelesen(pfad, inhalt, marshal.loads(angaben), (), angaben)  # noqa: S302 (checked when it was loaded)
