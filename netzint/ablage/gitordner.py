"""Where git keeps things, found without asking git: cheap enough for the start of every command."""

from __future__ import annotations

import os
from pathlib import Path

EIGENER_ORDNER = "netzint"
"""Our folder inside git's."""
JOURNAL = "journal"


def find_git_ordner(wurzel: Path) -> Path | None:
    """The git folder of a work tree: two file accesses at most."""
    entry = wurzel / ".git"
    try:
        text = entry.read_text("utf-8")
    except (IsADirectoryError, PermissionError):  # Windows refuses to open a folder with PermissionError
        return entry if entry.is_dir() else None
    except (OSError, UnicodeDecodeError):
        return None
    return (wurzel / text.removeprefix("gitdir:").strip()) if text.startswith("gitdir:") else None


def find_gemeinsamer_ordner(wurzel: Path) -> Path | None:
    """The git folder that all work trees of the repository share: its configuration and objects lie there."""
    git_ordner = find_git_ordner(wurzel)
    if git_ordner is None:
        return None
    try:
        return git_ordner / (git_ordner / "commondir").read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return git_ordner


def find_objekte(wurzel: Path) -> Path | None:
    """Where the objects of a work tree lie; None if there are none, or the path is not fit for a list of paths."""
    gemeinsam = find_gemeinsamer_ordner(wurzel)
    if gemeinsam is None:
        return None
    objekte = gemeinsam / "objects"
    return objekte if objekte.is_dir() and not {os.pathsep, '"', "\n"} & {*str(objekte.absolute())} else None


def has_journal(wurzel: Path) -> bool:
    """Whether an earlier Vorgang may be unfinished: one look, nothing read."""
    folder = find_git_ordner(wurzel)
    return folder is not None and (folder / EIGENER_ORDNER / JOURNAL).exists()
