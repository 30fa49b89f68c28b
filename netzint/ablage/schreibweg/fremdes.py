"""What was edited by hand and is in no commit: a Vorgang computes on HEAD and says what it did not consider."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netzint.ablage import gitlesen


def list_foreign_changes(wurzel: Path, prefixes: Sequence[str] = ("daten/", "vorlagen/")) -> tuple[str, ...]:
    """Paths below the prefixes that differ from HEAD in index or work tree, untracked files among them; sorted."""
    args = ("status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=none")
    output = gitlesen.run(wurzel, *args, "--", *prefixes)
    records = output.decode("utf-8", "surrogateescape").split("\0")[:-1]
    return tuple(sorted(record[3:] for record in records))
