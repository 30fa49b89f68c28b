"""The templates as they are shipped, and a shortcut to render example data with them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import pytest

from netzint.dokumente.arten import ALLE
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.pipeline import Dokument, Vorlagen, render

ORDNER = Path(__file__).parents[2] / "vorlagen"
KOPF = Kopf(
    "bv-2026-007", "Netzwerk Integration Baden-Württemberg", "BV-2026-007", "NIBW-04-0027", "2026-11-12",
    "v-20261112-7f3a", "n1:5d41402abc4b2a76b9719d911017c592",
    "Geschäftsstelle des Netzwerks Integration", "Beispielstraße 1\n70000 Beispielstadt",
    "geschaeftsstelle@netzwerk.example",
)  # fmt: skip


@pytest.fixture(scope="session")
def vorlagen() -> dict[str, str]:
    return {datei.name: datei.read_text(encoding="utf-8") for datei in sorted(ORDNER.glob("*.md.j2"))}


@pytest.fixture(scope="session")
def alle_vorlagen() -> Vorlagen:
    """Templates and letterheads."""
    return Vorlagen.decode({datei.name: datei.read_bytes() for datei in sorted(ORDNER.iterdir())})


@pytest.fixture
def schreiben(alle_vorlagen: Vorlagen) -> Callable[..., Dokument]:
    """``schreiben("einladung", tops=[])`` renders the example data with some of it replaced."""

    def make(art: str, *, full: bool = True, formate: Collection[str] = (), **ersatz: Any) -> Dokument:
        return render(alle_vorlagen, art, {**ALLE[art].example(full=full), **ersatz}, KOPF, formate)

    return make
