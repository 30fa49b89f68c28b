"""Five requests as a reviewer sees them, who has never used netzint: what they change, in words, and the verdict.

Each file in ``tests/beispiele_vergleich/`` is script and golden file in one. ``[2026-11-22]`` sets the day; ``> …`` is
done; ``$ …`` is done, and what it says stands below it, with ``→ Ausgang 1`` where the command does not end well.
"""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.buero import git, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cli.conftest import Lauf

HIER = Path(__file__).parents[1] / "beispiele_vergleich"
CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"
SCHALTER = "--erwartet-annehmen"
_STAND = re.compile(r"\b(?:[0-9a-f]{40}|[0-9a-f]{12}|[0-9a-f]{10})\b")
_TAG = re.compile(r"(COMMIT) vom \d{1,2}\. [A-ZÄÖÜ]\w+ \d{4}")


class Bueroarbeit:
    """Does what a script says, as one day after another."""

    def __init__(self, buero: Path, rufe: Callable[..., Lauf], monkeypatch: pytest.MonkeyPatch) -> None:
        self.buero, self.rufe, self.monkeypatch = buero, rufe, monkeypatch

    def perform(self, skript: str) -> Iterator[str]:
        """The script line by line, with what is said today."""
        told = False  # what stands below is what was said
        for line in skript.splitlines():
            if line.startswith(("> ", "$ ")):
                told = line.startswith("$ ")
                yield line
                yield from self._do(shlex.split(line[2:]), told=told)
            elif day := re.fullmatch(r"\[(\d{4}-\d\d-\d\d)\]", line):
                told = False
                yield line
                self.set_day(date.fromisoformat(day[1]))
            elif not told:
                yield line

    def set_day(self, day: date) -> None:
        self.monkeypatch.setattr("netzint.cli.heute.today", lambda: day)

    def _do(self, command: list[str], *, told: bool) -> Iterator[str]:
        program, *args = command
        if program == "git":
            git(self.buero, *args)
        elif program == "ersetze":
            replace(self.buero, *args)
        else:
            lauf = self.rufe(*args)
            assert told or lauf.ausgang == 0, f"{command}\n{lauf.aus}{lauf.fehler}"
            if told:
                yield from _neutral(lauf.aus + lauf.fehler).splitlines()
                yield from [f"→ Ausgang {lauf.ausgang}"] * bool(lauf.ausgang)
                yield ""


def _neutral(text: str) -> str:
    """Without the numbers and days of commits, which are others each time."""
    return _TAG.sub(r"\1", _STAND.sub("COMMIT", text))


@pytest.mark.parametrize("datei", sorted(HIER.glob("*.txt")), ids=lambda datei: datei.stem)
def test_ein_antrag_liest_sich_so(
    datei: Path, buero: Path, rufe: Callable[..., Lauf], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    erwartet = datei.read_text("utf-8")
    text = "\n".join(Bueroarbeit(buero, rufe, monkeypatch).perform(erwartet)).rstrip("\n") + "\n"
    if request.config.getoption(SCHALTER):
        datei.write_bytes(text.encode())
        erwartet = text

    assert text == erwartet


def test_contributing_zeigt_alle_fuenf_so_wie_sie_sind() -> None:
    text = CONTRIBUTING.read_text("utf-8")
    gezeigt = re.findall(r"^```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    beispiele = {datei.name[0]: datei.read_text("utf-8") for datei in HIER.glob("*.txt")}
    gefunden = [next((name for name, inhalt in beispiele.items() if auszug in inhalt), auszug) for auszug in gezeigt]

    assert gefunden == ["a", "b", "c", "d", "d", "e"]
