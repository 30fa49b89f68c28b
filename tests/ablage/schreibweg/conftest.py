"""A world of its own for each test: no foreign git settings, no foreign repository."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from netzint.ablage.schreibweg import haltepunkte
from tests.ablage.schreibweg.welt import Welt


@pytest.fixture(autouse=True)
def _eigene_einstellungen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    home = tmp_path / "zuhause"
    home.mkdir()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    yield
    haltepunkte.handler.clear()


@pytest.fixture(scope="session")
def _vorbild(tmp_path_factory: pytest.TempPathFactory) -> Path:
    welt = Welt(tmp_path_factory.mktemp("vorbild") / "repo")
    welt.begin()
    return welt.wurzel


@pytest.fixture
def welt(tmp_path: Path, _vorbild: Path) -> Welt:
    """A repository with one commit and a clean work tree."""
    shutil.copytree(_vorbild, tmp_path / "repo", symlinks=True)
    fresh = Welt(tmp_path / "repo")
    fresh.git("status")  # times of the copied files
    return fresh


@pytest.fixture
def gestoerte_welt(welt: Welt) -> Welt:
    """The same with foreign staged, unstaged and untracked edits."""
    welt.disturb()
    return welt
