"""Running commands inside the test process, as ``netzint probe …``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import typer

from netzint.cli import deutsch, start

if TYPE_CHECKING:
    from collections.abc import Callable


class Lauf(NamedTuple):
    """What a call left behind."""

    ausgang: int
    aus: str
    fehler: str


@pytest.fixture
def rufe(capsys: pytest.CaptureFixture[str]) -> Callable[..., Lauf]:
    """Calls ``netzint`` with these arguments."""

    def call(*args: str) -> Lauf:
        ausgang = start.run(args)
        gesagt = capsys.readouterr()
        return Lauf(ausgang, gesagt.out, gesagt.err)

    return call


@pytest.fixture
def befehl(monkeypatch: pytest.MonkeyPatch, rufe: Callable[..., Lauf]) -> Callable[..., Lauf]:
    """Calls a function of the test as if it stood in the table of commands."""

    def call(function: Callable[..., Any], *args: str) -> Lauf:
        eintrag = deutsch.wrap("lage", function)
        monkeypatch.setattr(deutsch, "build_befehl", lambda *_: typer.main.get_command(eintrag))
        return rufe("lage", *args)

    return call
