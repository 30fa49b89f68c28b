"""Replace one file of the work tree without losing what an editor saves at the same instant.

Two temporary names stand beside the target for a moment: ``.neu`` is being written and worth nothing yet;
``.tausch`` is whole, and after the swap holds whatever stood at the target. That is looked at last:
what is not the old content is somebody's work and is kept as ``*.netzint-konflikt``.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from netzint.ablage.schreibweg.dateien import exchange, place, sync_folder, write_new
from netzint.ablage.schreibweg.haltepunkte import reach
from netzint.ablage.schreibweg.journal import Eintrag
from netzint.ablage.schreibweg.objekte import object_id

ENDUNG = ".netzint-konflikt"


def build_name(marke: str, number: int) -> str:
    """The temporary name for the target with this number in the journal."""
    return f".netzint-{marke}-{number}"


def replace(ziel: Path, entry: Eintrag, content: bytes | None, name: str, objektformat: str) -> Path | None:
    """Bring one target up. Returns where a foreign edit was kept. Raises FileNotFoundError if the user deleted it."""
    current = _read(ziel)
    if current == content:
        return None
    if current is None and entry.gesehen:
        raise FileNotFoundError(ziel)
    beside = ziel.with_name(f"{name}.tausch")
    if content is None:
        reach("vor_ersetzen")
        ziel.replace(beside)
    else:
        _swap_in(ziel, content, beside, entry.neu_modus)
    reach("getauscht")
    kept = settle(beside, ziel, entry, objektformat)
    sync_folder(ziel.parent)
    return kept


def _swap_in(ziel: Path, content: bytes, beside: Path, modus: str) -> None:
    fresh = beside.with_suffix(".neu")
    ziel.parent.mkdir(parents=True, exist_ok=True)
    write_new(fresh, content)
    with suppress(OSError):
        _copy_rights(ziel, fresh, modus)
    fresh.replace(beside)
    reach("vor_ersetzen")
    if not (_is_missing(ziel) and place(beside, ziel)):
        exchange(beside, ziel)


def settle(beside: Path, ziel: Path, entry: Eintrag, objektformat: str) -> Path | None:
    """Decide about what stands beside a target: of no worth, or a foreign edit to be kept."""
    data = _read(beside)
    if data is None:
        return None
    if object_id("blob", data, objektformat) in {entry.gesehen, entry.alt, entry.neu}:
        beside.unlink()
        return None
    number = 1
    while True:
        kept = ziel.with_name(ziel.name + ENDUNG + (f"-{number}" if number > 1 else ""))
        if place(beside, kept):
            return kept
        number += 1


def clean_up(ziel: Path, entry: Eintrag, name: str, objektformat: str) -> list[Path]:
    """What an interrupted run left beside a target. Returns where foreign edits were kept."""
    if not ziel.parent.is_dir():
        return []
    ziel.with_name(f"{name}.neu").unlink(missing_ok=True)
    beside = ziel.with_name(f"{name}.tausch")
    kept = [settle(path, ziel, entry, objektformat) for path in (beside, beside.with_name(beside.name + ".alt"))]
    return [path for path in kept if path]


def drop_empty_folders(wurzel: Path, ziel: Path) -> None:
    """git knows no empty folders: those that a deletion emptied go."""
    with suppress(OSError):
        for folder in ziel.parents:
            if folder == wurzel:
                break
            folder.rmdir()


def _is_missing(path: Path) -> bool:
    return not os.path.lexists(path)


def _read(path: Path) -> bytes | None:
    """The bytes of a plain file; None if there is none. Anything else there is an OSError."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise OSError(f"{path} is no plain file")
    return path.read_bytes()


def _copy_rights(ziel: Path, fresh: Path, modus: str) -> None:
    if not _is_missing(ziel):
        fresh.chmod(stat.S_IMODE(ziel.lstat().st_mode))
    elif modus == "100755":
        fresh.chmod(fresh.stat().st_mode | 0o111)
