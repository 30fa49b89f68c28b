"""The cache: a folder under the git folder that may vanish at any time, and that nobody else can write to.

Each file stands for itself and is replaced whole, so runs at the same time never see halves. What does not fit this
program, its Python and its own checksum to the byte is as good as not there.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from netzint.ablage.gitordner import EIGENER_ORDNER, find_git_ordner
from netzint.modell.fehler import Ausgang, NetzintFehler

ORDNER = "cache"
_KOPF = b"netzint-cache 1\n"
_LESEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NEU = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_ALTER_NS = 3600 * 10**9
"""A temporary file older than this was left by a run that died."""


class Vergessen(NetzintFehler):
    """What the cache knew a moment ago is gone, and the file is not the same any more: reading has to begin again."""

    def __init__(self) -> None:
        text = "Eine Datei ist geändert worden, während sie gelesen wurde."
        super().__init__(text, "Den Befehl noch einmal eingeben.", Ausgang.UMGEBUNG)


class Cacheordner:
    """Plain values by name. Every failure to load is None, every failure to store is silence."""

    def __init__(self, ordner: Path, programm: bytes) -> None:
        self._ordner = ordner
        self._kopf = _KOPF + programm
        self.programm = programm
        self._zahl = 0

    def load(self, name: str) -> Any:
        """The value stored under a name, or None."""
        try:
            data = read_own(self._ordner / name)
        except OSError:
            return None
        start = len(self._kopf)
        payload = memoryview(data)[start + 32 :]
        if data[:start] != self._kopf or _digest(name, payload) != data[start : start + 32]:
            return None
        with suppress(ValueError, EOFError, TypeError):
            return marshal.loads(payload)  # noqa: S302 (our own, unharmed, from where nobody else can write)
        return None

    def has(self, name: str) -> bool:
        """Whether there is something under a name, whole or not."""
        return (self._ordner / name).exists()

    def store(self, name: str, value: Any) -> None:
        """Replace what is stored under a name."""
        payload = marshal.dumps(value)
        temporary = self._name_temporary()
        try:
            self._make()
            with os.fdopen(os.open(temporary, _NEU, 0o600), "wb") as stream:
                stream.writelines((self._kopf, _digest(name, payload), payload))
            temporary.replace(self._ordner / name)
        except OSError:
            with suppress(OSError):
                temporary.unlink()

    def ask_uhr(self) -> int:
        """What time it is for the file system (ns); 0 if nothing can be stored anyway."""
        probe = self._name_temporary()
        try:
            self._make()
            handle = os.open(probe, _NEU, 0o600)
        except OSError:
            return 0
        try:
            return os.fstat(handle).st_mtime_ns
        finally:
            os.close(handle)
            with suppress(OSError):
                probe.unlink()

    def prune(self, prefix: str, keep: int) -> None:
        """Leave the youngest files whose names begin so, and nothing that a dead run has left."""
        with suppress(OSError), os.scandir(self._ordner) as entries:
            aged = sorted(((entry.stat().st_mtime_ns, entry.name) for entry in entries), reverse=True)
            newest = aged[0][0] if aged else 0
            surplus = [name for _, name in aged if name.startswith(prefix)][keep:]
            surplus += [name for age, name in aged if name.startswith(".") and age < newest - _ALTER_NS]
            for name in surplus:
                with suppress(OSError):
                    (self._ordner / name).unlink()

    def _make(self) -> None:
        if not self._ordner.is_dir():
            self._ordner.parent.mkdir(exist_ok=True)
            self._ordner.mkdir(0o700, exist_ok=True)

    def _name_temporary(self) -> Path:
        self._zahl += 1
        return self._ordner / f".{os.getpid()}-{id(self):x}-{self._zahl}"


def _digest(name: str, payload: bytes | memoryview) -> bytes:
    """Over the name too: what is whole, but stored under another one, means something else."""
    found = sha256(f"{name}\0".encode())
    found.update(payload)
    return found.digest()


def open_cache(wurzel: Path) -> Cacheordner | None:
    """The cache of a work tree; None where there can be none."""
    ordner = find_cache_ordner(wurzel)
    return Cacheordner(ordner, digest_programm()) if ordner is not None else None


def find_cache_ordner(wurzel: Path) -> Path | None:
    """Its folder; None where there is no git folder of our own, or somebody could have planted it."""
    git_ordner = find_git_ordner(wurzel)
    if git_ordner is None or not _is_ours(git_ordner, shared=True) or not (git_ordner / "HEAD").exists():
        return None
    eigener = git_ordner / EIGENER_ORDNER
    ordner = eigener / ORDNER
    if not _is_ours(eigener, shared=True, missing=True) or not _is_ours(ordner, missing=True):
        return None
    return ordner


def _is_ours(folder: Path, *, shared: bool = False, missing: bool = False) -> bool:
    """Whether it is a real folder that belongs to us and, unless shared, nobody else can write to."""
    try:
        info = folder.lstat()
    except FileNotFoundError:
        return missing
    except OSError:
        return False
    return stat.S_ISDIR(info.st_mode) and _belongs_to_us(info, shared=shared)


def _belongs_to_us(info: os.stat_result, *, shared: bool = False) -> bool:
    if not hasattr(os, "geteuid"):
        return True  # Windows: what lies in the user's own folders has the user's own rights
    return info.st_uid == os.geteuid() and (shared or not info.st_mode & 0o022)


def read_own(path: Path) -> bytes:
    """The bytes of a plain file of our own. Raises OSError for anything else."""
    handle = os.open(path, _LESEN)
    with os.fdopen(handle, "rb") as stream:
        info = os.fstat(handle)
        if not stat.S_ISREG(info.st_mode) or not _belongs_to_us(info):
            raise PermissionError
        return stream.read()


@cache
def digest_programm() -> bytes:
    """What an answer depends on beside the data: this netzint to the module, its Python, the libraries around it.

    Looked at once: what a process has loaded stays as it is.
    """
    parts: list[object] = [sys.version, sys.byteorder, *sorted(_list_module(str(Path(__file__).parents[2])))]
    for entry in sys.path:
        if entry.endswith("-packages"):
            with suppress(OSError):
                parts.append((entry, Path(entry).stat().st_mtime_ns))
    return sha256(repr(parts).encode()).digest()


def _list_module(folder: str) -> Iterator[tuple[str, int, int]]:
    """All modules with what tells a change. Every command asks this, so nothing else is looked at."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                info = entry.stat()
                yield entry.path, info.st_mtime_ns, info.st_size
            elif entry.name != "__pycache__" and entry.is_dir():
                yield from _list_module(entry.path)
