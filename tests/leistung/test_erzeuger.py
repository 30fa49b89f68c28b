"""The generated repositories are what the benchmark takes them for: as large as asked for, valid, always the same."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netzint.ablage.leser.datei import parse
from netzint.modell.arten import art_of_pfad
from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.regeln.alle import ALLE
from netzint.regeln.register import judge
from tests.leistung.erzeuger import build, generate
from tests.leistung.welt import STICHTAG

if TYPE_CHECKING:
    from netzint.modell.befund import Befund
    from netzint.modell.grund import Eintrag


def _read(pfad: str, text: str) -> Eintrag:
    """A file that must be readable without even a Warnung."""
    place, gelesen = art_of_pfad(pfad), parse(text.encode())
    assert place is not None
    assert gelesen.wert is not None, pfad
    assert gelesen.befunde == (), pfad
    return place[0].model.model_validate({"kennung": place[1], **gelesen.wert})


def _judge(dateien: dict[str, str]) -> list[Befund]:
    return judge(Bestand(_read(pfad, text) for pfad, text in dateien.items()), STICHTAG, ALLE)


@pytest.mark.parametrize("anzahl", [100, 1000])
def test_ein_erzeugter_bestand_verstoesst_gegen_keine_regel(anzahl: int) -> None:
    dateien = generate(anzahl)

    assert len(dateien) == anzahl
    assert [b for b in _judge(dateien) if b.schwere is not Schwere.HINWEIS] == []


@pytest.mark.lang
def test_auch_ein_grosser_bestand_verstoesst_gegen_keine_regel() -> None:
    dateien = generate(10_000)

    assert len(dateien) == 10_000
    assert [b for b in _judge(dateien) if b.schwere is not Schwere.HINWEIS] == []


def test_dieselbe_zahl_gibt_dieselben_dateien() -> None:
    assert generate(200, seed=7) == generate(200, seed=7)
    assert generate(200, seed=7) != generate(200, seed=8)


def test_die_dateien_sind_so_gross_wie_echte() -> None:
    dateien = generate(1000)
    mean = sum(len(text.encode()) for text in dateien.values()) / len(dateien)

    assert 700 < mean < 900


def test_weniger_als_hundert_dateien_gibt_es_nicht() -> None:
    with pytest.raises(ValueError, match="at least 100"):
        generate(99)


def test_die_geschichte_in_git_endet_bei_den_dateien_die_daliegen(tmp_path: Path) -> None:
    build(tmp_path / "bestand", 100, commits=30)

    log = _git(tmp_path / "bestand", "rev-list", "--count", "HEAD")
    assert (log, _git(tmp_path / "bestand", "status", "--porcelain")) == ("30", "")


def _git(ordner: Path, *args: str) -> str:
    return subprocess.run(["git", *args], cwd=ordner, capture_output=True, check=True, encoding="utf-8").stdout.strip()
