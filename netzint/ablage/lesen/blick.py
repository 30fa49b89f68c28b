"""One look at the folders, as fast as can be: names, kinds and marks of change. Nothing is opened or judged."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

Blatt = tuple[str, str, int, int, int, int]
"""Path from the root, kind, and by what a change is noticed: mtime, size, inode, ctime."""

DATEI, ORDNER, VERWEIS, ANDERES, VERSCHLOSSEN = "f", "d", "l", "?", "x"
"""The kinds; ``VERSCHLOSSEN`` is a folder that could not be listed."""

DATEN, VORLAGEN = "daten", "vorlagen"
MAX_GELESEN = 16 * 1024 * 1024
"""Of a larger file only so much is read: far more than any file may have."""


def look(wurzel: Path) -> list[Blatt]:
    """All that lies in ``daten/`` and its folders and in ``vorlagen/``, in no particular order."""
    found: list[Blatt] = []
    for name in (DATEN, VORLAGEN):
        try:
            mode = (wurzel / name).lstat().st_mode
        except OSError:
            continue
        found.append((name, _art(mode), 0, 0, 0, 0))
        if stat.S_ISDIR(mode):
            found += _list(f"{wurzel}/{name}", name)
    return found


def _list(folder: str, pfad: str) -> Iterator[Blatt]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                try:
                    info = entry.stat(follow_symlinks=False)
                except FileNotFoundError:
                    continue
                mode = info.st_mode
                inner = f"{pfad}/{entry.name}"
                if stat.S_ISREG(mode):
                    yield inner, DATEI, info.st_mtime_ns, info.st_size, info.st_ino, info.st_ctime_ns
                else:
                    yield inner, _art(mode), 0, 0, 0, 0
                    if pfad == DATEN and stat.S_ISDIR(mode) and entry.name != ".git":
                        yield from _list(f"{folder}/{entry.name}", inner)
    except OSError:
        yield pfad, VERSCHLOSSEN, 0, 0, 0, 0


def _art(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return ORDNER
    return VERWEIS if stat.S_ISLNK(mode) else DATEI if stat.S_ISREG(mode) else ANDERES


def read_datei(wurzel: Path, pfad: str) -> bytes | None:
    """The bytes of a plain file; None for anything else, whatever has been put there since the look."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(f"{wurzel}/{pfad}", flags)
    except OSError:
        return None
    try:
        info = os.fstat(handle)
        return _read(handle, info.st_size) if stat.S_ISREG(info.st_mode) else None
    except OSError:
        return None
    finally:
        os.close(handle)


def _read(handle: int, size: int) -> bytes:
    """Usually one call; a file that grows meanwhile is read to its end."""
    data = os.read(handle, min(size + 1, MAX_GELESEN))
    while len(data) > size and len(data) < MAX_GELESEN and (more := os.read(handle, MAX_GELESEN - len(data))):
        data += more
    return data
