"""The plain data of files that are entries, kept by kind and content, for the work tree and every commit alike.

What the strict reader gives for bytes, and whether it is an entry of its kind, depends on nothing but the bytes. The
models, which would cost more to load than to make, are made anew, and only when they are asked for. A kind is loaded
when one of its files is asked for. What has come in lately stands apart, so that after one change not all is written.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from netzint.ablage.cache.ordner import Cacheordner
from netzint.ablage.cache.urteile import Erinnerung, load_erinnerung, store_erinnerung
from netzint.modell.arten import NACH_NAME, place_of
from netzint.modell.befund import Befund

if TYPE_CHECKING:
    from netzint.ablage.leser.bau import Wert
    from netzint.modell.merkmale import Schlicht

_ANGABEN, _NEULICH = "angaben-", "neulich"
_UEBERHANG = 4
"""So many times what the last run needed may be kept for other commits."""
_NEULICH_HOECHSTENS = 100


class Gelesen(NamedTuple):
    """One file. No ``wert``: it could not be read, and the findings say why; or it is ``bekannt``."""

    pfad: str
    inhalt: str
    """The content id; "" if nobody asked for it."""
    wert: dict[str, Wert] | None
    befunde: tuple[Befund, ...]
    angaben: bytes | None = None
    """The value as the cache keeps it, unless there are findings."""
    bekannt: bool = False
    """The contents are known to be an entry of this kind; nothing has been read."""


class Gedaechtnis:
    """What is known of contents and of the last judgement, and what this run adds."""

    def __init__(self, cache: Cacheordner | None) -> None:
        self._cache = cache
        self.merkt = cache is not None
        self.erinnerung: Erinnerung | None = load_erinnerung(cache) if cache else None
        self._arten: dict[str, dict[str, bytes]] = {}
        self._inhalte = self.erinnerung.inhalte if self.erinnerung else {}
        self._merkmale = self.erinnerung.merkmale if self.erinnerung else {}
        self._bemaengelt = self.erinnerung.bemaengelt if self.erinnerung else frozenset()
        self._gibt_es = frozenset(art for art in NACH_NAME if cache and cache.has(_ANGABEN + art))
        self._neulich: dict[str, dict[str, bytes]] = (cache.load(_NEULICH) if cache else None) or {}
        self._neu: dict[str, dict[str, bytes]] = {}

    def find(self, art: str, inhalt: str) -> bytes | None:
        """The plain data of an entry with these contents, if they are known."""
        lately = self._neu.get(art, {}).get(inhalt) or self._neulich.get(art, {}).get(inhalt)
        return lately or self._load(art).get(inhalt)

    def _load(self, art: str) -> dict[str, bytes]:
        if art not in self._arten:
            self._arten[art] = (self._cache.load(_ANGABEN + art) if self._cache else None) or {}
        return self._arten[art]

    def list_unchanged(self, ids: Mapping[str, str]) -> dict[str, str]:
        """Of these contents by path those that were there last time and were entries without any fault."""
        unchanged = dict(ids.items() & self._inhalte.items())
        for pfad in self._bemaengelt:
            unchanged.pop(pfad, None)
        return unchanged

    def knows(self, pfad: str, inhalt: str) -> bool:
        """Whether these contents are known to be an entry without any fault."""
        return self.find(place_of(pfad)[0].name, inhalt) is not None

    def says_the_same(self, art: str, inhalt: str, other: str) -> bool:
        """Whether two contents are the same data, in other words or with other comments; False if that is not known."""
        angaben = self.find(art, inhalt)
        return angaben is not None and angaben == self.find(art, other)

    def recall_merkmal(self, art: str, kennung: str, inhalt: str) -> Schlicht | None:
        """The Merkmal that an entry with these contents had last time; None if that is not known."""
        if self._inhalte.get(NACH_NAME[art].pfad(kennung)) != inhalt:
            return None
        return self._merkmale.get(art, {}).get(kennung)

    def note(self, art: str, inhalt: str, angaben: bytes) -> None:
        """Keep the data of an entry for the next run."""
        self._neu.setdefault(art, {})[inhalt] = angaben

    def keep(self, genutzt: Callable[[], Mapping[str, Collection[str]]]) -> None:
        """Write down what is new. ``genutzt`` gives all contents of this run by kind, to know what may go."""
        if self._cache is None or not self._neu:
            return
        lately = {art: self._neulich.get(art, {}) | self._neu.get(art, {}) for art in NACH_NAME}
        full = sum(map(len, lately.values())) > _NEULICH_HOECHSTENS
        due = [art for art, entries in lately.items() if entries and (full or art not in self._gibt_es)]
        used = genutzt() if due else {}
        for art in due:
            self._merge(art, lately.pop(art), used.get(art, ()))
        self._cache.store(_NEULICH, {art: entries for art, entries in lately.items() if entries})
        self._neulich, self._neu = lately, {}

    def _merge(self, art: str, entries: dict[str, bytes], genutzt: Collection[str]) -> None:
        merged = self._load(art) | entries
        if len(merged) > _UEBERHANG * len(genutzt) + 1000:
            merged = {inhalt: merged[inhalt] for inhalt in genutzt if inhalt in merged}
        self._arten[art] = merged
        if self._cache:
            self._cache.store(_ANGABEN + art, merged)

    def remember(self, erinnerung: Erinnerung) -> None:
        """Keep what has been judged, in place of what was."""
        self.erinnerung = erinnerung
        if self._cache:
            store_erinnerung(self._cache, erinnerung)


def recall(angaben: bytes) -> dict[str, Any]:
    """The value that the cache has kept."""
    wert: dict[str, Any] = marshal.loads(angaben)  # noqa: S302 (checked when it was loaded)
    return wert
