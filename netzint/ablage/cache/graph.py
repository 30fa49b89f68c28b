"""Git's own index of the history (a commit-graph with changed paths), kept in our cache.

Reading must not write to the repository, so git is told that its objects lie in our folder, with the real ones as an
alternate: so git itself keeps what it has received and not yet accepted. The index only says where looking is in vain;
git finds the same without it, in ten times the time.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.cache.ordner import find_cache_ordner, read_own
from netzint.ablage.gitaufruf import execute
from netzint.ablage.gitordner import find_objekte

ORDNER = "verlauf"
AB = 64
"""So many commits may stand outside of it before it is brought up to date."""
HOECHSTENS = 500
"""Of so many commits the changed paths are looked up at a time: an eighth of a second."""
_DATEI, _STAND, _GEFRAGT = Path("info", "commit-graph"), "stand", "gefragt"
_ALTER = 3600
"""A lock older than these seconds was left by a run that died."""
_PRUEFSUMMEN = {1: "sha1", 2: "sha256"}


class Graph(NamedTuple):
    """The index of a repository, if it can have one; ``ganz``: it is there, and whole."""

    wurzel: Path
    ordner: Path
    objekte: Path
    ganz: bool

    @property
    def umgebung(self) -> Mapping[str, str]:
        """What git has to be told to use it."""
        places = {"GIT_OBJECT_DIRECTORY": self.ordner, "GIT_ALTERNATE_OBJECT_DIRECTORIES": self.objekte}
        return {name: str(place) for name, place in places.items()}

    def is_worth_making(self) -> bool:
        """Whether somebody has asked before: the first one need not pay for questions that may never come."""
        note = self.ordner / _GEFRAGT
        if self.ganz or note.exists():
            return True
        with suppress(OSError):
            self._make_ordner()
            note.touch()
        return False

    def extend(self, head: str) -> None:
        """Bring it up to this commit if enough has come since; if it is very much, some of it each time."""
        known, offen = self._read_stand() if self.ganz else ("", 0)
        if known != head:
            offen += self._count(known, head)
        if offen >= AB and self._write(head):
            with suppress(OSError):
                (self.ordner / _STAND).write_text(f"{head} {max(0, offen - HOECHSTENS)}\n", "ascii")

    def _read_stand(self) -> tuple[str, int]:
        """Up to which commit it goes, and of how many before it the changed paths are not in it."""
        try:
            commit, number = (self.ordner / _STAND).read_text("ascii").split()
            return commit, int(number)
        except (OSError, ValueError):
            return "", 0

    def _count(self, known: str, head: str) -> int:
        """How many commits have come since; all of them, if history was rewritten."""
        args = ("rev-list", "--count", "--end-of-options", head)
        code, output = execute(self.wurzel, (*args, f"^{known}"), None) if known else (1, b"")
        if code:
            code, output = execute(self.wurzel, args, None)
        return 0 if code else int(output)

    def _write(self, head: str) -> bool:
        """Git writes beside and renames: the index is whole, or as it was."""
        with suppress(OSError):
            self._prepare()
        args = ("commit-graph", "write", "--stdin-commits", "--changed-paths", "--no-progress")
        limited = (*args, f"--max-new-filters={HOECHSTENS}")
        return not execute(self.wurzel, limited, f"{head}\n".encode(), self.umgebung)[0]

    def _make_ordner(self) -> None:
        """Each by itself: a cache that others may write to would not count, and parents are made as the umask says."""
        self.ordner.parent.parent.mkdir(exist_ok=True)
        for folder in (self.ordner.parent, self.ordner, self.ordner / _DATEI.parent):
            folder.mkdir(0o700, exist_ok=True)

    def _prepare(self) -> None:
        datei = self.ordner / _DATEI
        self._make_ordner()
        if not self.ganz:
            datei.unlink(missing_ok=True)
        lock = datei.with_name(f"{datei.name}.lock")
        if lock.exists() and lock.stat().st_mtime < time.time() - _ALTER:
            lock.unlink()


def open_graph(wurzel: Path) -> Graph | None:
    """The index of a work tree; None where there is no cache, or git could not be told where it lies."""
    cache, objekte = find_cache_ordner(wurzel), find_objekte(wurzel)
    if cache is None or objekte is None:
        return None
    ordner = cache.absolute() / ORDNER
    return Graph(wurzel, ordner, objekte.absolute(), ganz=_is_whole(ordner / _DATEI))


def _is_whole(datei: Path) -> bool:
    """Whether it ends with the checksum of what stands before: git itself does not look."""
    import hashlib

    try:
        data = read_own(datei)
    except OSError:
        return False
    name = _PRUEFSUMMEN.get(data[5]) if data.startswith(b"CGPH") and len(data) > 64 else None
    if name is None:
        return False
    size = hashlib.new(name).digest_size
    return hashlib.new(name, memoryview(data)[:-size]).digest() == data[-size:]
