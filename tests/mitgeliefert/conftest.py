"""One forge for all tests of the workflows; each gets a copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mitgeliefert.laeufer import make_forge


@pytest.fixture(scope="session")
def forge(buerovorlage: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_forge(buerovorlage, tmp_path_factory.mktemp("forge"))
