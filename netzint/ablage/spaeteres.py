"""What came after a Vorgang: which later one stands in the way of taking it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from netzint.ablage import gitlesen
from netzint.vorgaenge.zuruecknehmen import Spaeteres

_ZEILE = "%s%x00%as%x00%(trailers:key=Vorgang-Id,valueonly,separator=%x20)"


def list_later(wurzel: Path, commit: str, head: str) -> list[str]:
    """The commits that build on this one, oldest first."""
    args = ("rev-list", "--reverse", "--first-parent", "--ancestry-path", f"{commit}..{head}", "--")
    return gitlesen.run(wurzel, *args).decode().split()


def find_blocking(later: Sequence[str], is_blocked: Callable[[str], bool]) -> str:
    """The commit since which it is blocked, as it is at the last one: looked for from there, in growing steps."""
    free, blocked = len(later) - 2, len(later) - 1
    while free >= 0 and is_blocked(later[free]):
        free, blocked = free - 2 * (blocked - free), free
    free = max(free, -1)
    while blocked - free > 1:
        middle = (free + blocked) // 2
        free, blocked = (free, middle) if is_blocked(later[middle]) else (middle, blocked)
    return later[blocked]


def read_spaeteres(wurzel: Path, commit: str) -> Spaeteres:
    """How a later commit is told."""
    line = gitlesen.run(wurzel, "log", "-1", f"--format={_ZEILE}", commit, "--").decode("utf-8", "replace")
    betreff, tag, names = line.split("\0")
    return Spaeteres(commit, (names.split() or [""])[-1], betreff, date.fromisoformat(tag))
