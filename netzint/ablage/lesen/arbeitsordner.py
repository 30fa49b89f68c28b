"""The work tree and what the cache knows of it: which contents lie there, mostly without opening a file.

A file counts as unchanged if its marks (times, size, inode) are those of last time. That is no proof for a file that
was changed within the grain of the file system's clock before the look: those are read again, as git does.
"""

from __future__ import annotations

import marshal
from collections.abc import Collection, Mapping
from functools import cached_property
from hashlib import sha1, sha256
from pathlib import Path
from typing import Any

from netzint.ablage.cache.ordner import Cacheordner
from netzint.ablage.lesen.blick import DATEI, ORDNER, VORLAGEN, Blatt, look, read_datei

_KORN_NS = 2 * 10**9
"""FAT tells times apart by two seconds; no file system in use is coarser."""
_STAND, _DATEIEN = "stand", "dateien"
_UNGEMERKT = 50


class Arbeitsordner:
    """One look at a work tree, and the contents as far as they are known or have been asked for."""

    def __init__(self, wurzel: Path, cache: Cacheordner | None = None) -> None:
        self._wurzel = wurzel
        self._cache = cache
        self._uhr = cache.ask_uhr() if cache else 0  # before the look: what changes after it is younger
        self.blaetter: list[Blatt] = look(wurzel)
        self._marken: Mapping[Blatt, str] = {}
        self._inhalt = b""
        self._gelesen: dict[str, bytes | None] = {}
        self.ids: dict[str, str] = {}
        """Content ids by path, as far as they are known."""

    def read(self, pfad: str) -> bytes | None:
        """The bytes of a file; templates always give what they gave the first time."""
        if pfad in self._gelesen:
            return self._gelesen[pfad]
        data = read_datei(self._wurzel, pfad) if pfad.rpartition("/")[0] in self._ordner else None
        if pfad.startswith(VORLAGEN):
            self._gelesen[pfad] = data
        return data

    def recognize(self) -> bytes | None:
        """The digest of the contents if nothing at all has changed since they were last kept."""
        known = self._cache.load(_STAND) if self._cache else None
        if known is None or known[0] != self._signatur:
            return None
        inhalt, doubtful = known[1], known[2]
        if any(self._hash(pfad) != oid for pfad, oid in doubtful):
            return None
        if doubtful and self._cache:
            still = {blatt[0] for blatt in self.blaetter if self._is_doubtful(blatt)}
            self._cache.store(_STAND, (known[0], inhalt, [pair for pair in doubtful if pair[0] in still]))
        return bytes(inhalt)

    def learn(self) -> bytes | None:
        """The digest of the contents, by reading what has changed; None if nothing is known from before."""
        known = self._cache.load(_DATEIEN) if self._cache else None
        if known is None:
            return None
        self._marken = known
        for blatt in self._dateien:
            self.ids[blatt[0]] = known.get(blatt) or self._hash(blatt[0], keep=True)
        return self.inhalt()

    def keep(self, ids: Mapping[str, str]) -> None:
        """Remember the contents that have been read."""
        if any(self.ids.get(pfad) != inhalt for pfad, inhalt in ids.items()):
            self.ids.update(ids)
            self._inhalt = b""
        for blatt in self._dateien:
            if blatt[0] not in self.ids:
                self.ids[blatt[0]] = self._hash(blatt[0])
                self._inhalt = b""
        if self._cache and self._uhr:
            doubtful = {b[0] for b in self._dateien if self._is_doubtful(b) or not self.ids[b[0]]}
            self._keep_marken(self._cache, doubtful)
            self._cache.store(
                _STAND, (self._signatur, self.inhalt(), [(pfad, self.ids[pfad]) for pfad in sorted(doubtful)])
            )

    def _keep_marken(self, cache: Cacheordner, doubtful: Collection[str]) -> None:
        """Files of which no mark is kept are read again next time: up to some that is cheaper than writing all."""
        marken = {b: self.ids[b[0]] for b in self._dateien if b[0] not in doubtful}
        if not self._marken or len(marken.keys() - self._marken.keys()) > _UNGEMERKT:
            cache.store(_DATEIEN, marken)

    def _hash(self, pfad: str, *, keep: bool = False) -> str:
        data = self.read(pfad)
        if keep:
            self._gelesen[pfad] = data
        return hash_inhalt(data) if data is not None else ""

    @cached_property
    def _ordner(self) -> frozenset[str]:
        """The real folders: what lies behind a link is no file of ours, though it could be opened by its path."""
        return frozenset(blatt[0] for blatt in self.blaetter if blatt[1] == ORDNER)

    @cached_property
    def _dateien(self) -> list[Blatt]:
        return [blatt for blatt in self.blaetter if _has_inhalt(blatt)]

    @cached_property
    def _signatur(self) -> bytes:
        return sha256(_spell(self.blaetter)).digest()

    def inhalt(self) -> bytes:
        """Over everything that findings can depend on: names, kinds, contents."""
        if not self._inhalt:
            find = self.ids.get
            self._inhalt = sha256(_spell(sorted([(b[0], b[1], find(b[0], "")) for b in self.blaetter]))).digest()
        return self._inhalt

    def _is_doubtful(self, blatt: Blatt) -> bool:
        """Whether a file may have changed after the look without a mark of it."""
        return max(blatt[2], blatt[5]) >= self._uhr - _KORN_NS


def _has_inhalt(blatt: Blatt) -> bool:
    """Whether what is in it matters."""
    return blatt[1] == DATEI and (blatt[0].endswith(".yaml") or blatt[0].startswith(VORLAGEN))


def _spell(value: list[Any]) -> bytes:
    """The same bytes for the same value, always; newer versions of the format depend on who else holds it."""
    return marshal.dumps(value, 2)


def hash_inhalt(data: bytes) -> str:
    """The content id: the one that git gives a blob, so that commits and work tree share what is known of it."""
    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
