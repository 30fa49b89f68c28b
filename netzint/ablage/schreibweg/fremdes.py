"""What was edited by hand and is in no commit: a Vorgang computes on HEAD and says what it did not consider."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netzint.ablage import gitlesen


def list_foreign_changes(wurzel: Path, prefixes: Sequence[str] = ("daten/", "vorlagen/")) -> tuple[str, ...]:
    """Paths below the prefixes that differ from HEAD in index or work tree, untracked files among them; sorted."""
    return to_paths(read_status(wurzel, prefixes))


def read_status(wurzel: Path, prefixes: Sequence[str]) -> list[str]:
    """The same as git tells it: two letters for index and work tree, a blank, the path."""
    args = ("status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=none")
    output = gitlesen.run(wurzel, *args, "--", *prefixes)
    return output.decode("utf-8", "surrogateescape").split("\0")[:-1]


def to_paths(records: Sequence[str]) -> tuple[str, ...]:
    """The paths alone, sorted."""
    return tuple(sorted({record[3:] for record in records}))
