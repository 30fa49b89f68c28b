"""A repository for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ablage.lesen.haus import init, lay_down


@pytest.fixture(scope="session")
def _vorbild(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_down(tmp_path_factory.mktemp("vorbild") / "repo")


@pytest.fixture
def wurzel(tmp_path: Path, _vorbild: Path) -> Path:
    """A small data repository without a commit."""
    root = tmp_path / "repo"
    shutil.copytree(_vorbild, root)
    init(root)
    return root
