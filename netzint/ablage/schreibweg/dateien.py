"""Files that are whole or not there, also after a power cut."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable. Windows cannot open folders and needs no such call."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sync_file(path: Path) -> None:
    """Make the content of a file durable that another program has written."""
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def write_new(path: Path, data: bytes) -> None:
    """Write a file of our own, durable in its content; an older one of this name goes."""
    with suppress(FileNotFoundError):
        path.unlink()
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def write_durable(path: Path, data: bytes) -> None:
    """Replace a file of our own in one step: its readers see the old content or the new one."""
    beside = path.with_name(path.name + ".neu")
    write_new(beside, data)
    beside.replace(path)
    sync_folder(path.parent)


def place(source: Path, target: Path) -> bool:
    """Move ``source`` to ``target`` if nothing is there; False if something is."""
    if os.name == "nt":
        try:
            source.rename(target)
        except FileExistsError:
            return False
        return True
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if os.path.lexists(target):
            return False
        source.replace(target)
        return True
    source.unlink()
    return True


def exchange(ours: Path, theirs: Path) -> None:
    """Swap two files. Where the system can do it in one step, no edit can fall between looking and replacing."""
    if not _exchange_at_once(ours, theirs):
        aside = ours.with_name(ours.name + ".alt")
        with suppress(FileNotFoundError):
            aside.unlink()
        try:
            os.link(theirs, aside, follow_symlinks=False)
        except (OSError, NotImplementedError):
            aside.write_bytes(theirs.read_bytes())
        ours.replace(theirs)
        aside.replace(ours)


def _exchange_at_once(ours: Path, theirs: Path) -> bool:
    """renameat2(RENAME_EXCHANGE); False where system or file system have no such thing."""
    try:
        import ctypes

        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (ImportError, AttributeError, OSError, TypeError):
        return False
    here, both = -100, 2
    return bool(call(here, os.fsencode(ours.absolute()), here, os.fsencode(theirs.absolute()), both) == 0)
