"""A fresh copy of the small world for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from netzint.ablage.schreibweg import haltepunkte
from tests.ablage.abgleich.welt import Welt, advance, found, make_welt, melde, prepare
from tests.buero import STICHTAG


@pytest.fixture(scope="session")
def vorbild(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server and two clones that are alike; made once: every test gets a copy."""
    return found(tmp_path_factory.mktemp("abgleich") / "vorbild")


@pytest.fixture(scope="session")
def vorbild_voraus(vorbild: Path) -> Path:
    """The same, and Anna was first."""
    shutil.copytree(vorbild, vorbild.with_name("voraus"), symlinks=True)
    return advance(vorbild.with_name("voraus"))


@pytest.fixture(autouse=True)
def _heute(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("netzint.cli.heute.today", lambda: STICHTAG)
    yield
    haltepunkte.handler.clear()


@pytest.fixture
def welt(vorbild: Path, tmp_path: Path) -> Welt:
    """A server and two clones that are alike, on 22 November 2026."""
    return make_welt(vorbild, tmp_path / "welt")


@pytest.fixture
def beide(vorbild_voraus: Path, tmp_path: Path) -> Welt:
    """Anna has uploaded BEDARF-2026-01, and Bert has given that number, too."""
    ordner = prepare(vorbild_voraus, "beide", lambda welt: melde(welt.bert, "Fahrtkosten"))
    return make_welt(ordner, tmp_path / "welt")


@pytest.fixture
def voraus(vorbild_voraus: Path, tmp_path: Path) -> Welt:
    """The same, and Anna has uploaded BEDARF-2026-01."""
    return make_welt(vorbild_voraus, tmp_path / "welt")
