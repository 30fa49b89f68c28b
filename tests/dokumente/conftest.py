"""The templates as they are shipped, and a shortcut to render example data with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from netzint.dokumente.arten import ALLE
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.pipeline import Dokument, render

ORDNER = Path(__file__).parents[2] / "vorlagen"
KOPF = Kopf(
    "bv-2026-007", "Netzwerk Integration Baden-Württemberg", "BV-2026-007", "NIBW-04-0027", "2026-11-12",
    "v-20261112-7f3a", "n1:5d41402abc4b2a76b9719d911017c592",
)  # fmt: skip


@pytest.fixture(scope="session")
def vorlagen() -> dict[str, str]:
    return {datei.name: datei.read_text(encoding="utf-8") for datei in sorted(ORDNER.glob("*.md.j2"))}


@pytest.fixture
def schreiben(vorlagen: Mapping[str, str]) -> Callable[..., Dokument]:
    """``schreiben("einladung", tops=[])`` renders the example data with some of it replaced."""

    def make(art: str, *, full: bool = True, **ersatz: Any) -> Dokument:
        return render(vorlagen, art, {**ALLE[art].example(full=full), **ersatz}, KOPF)

    return make
