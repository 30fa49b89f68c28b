"""``--probe`` changes nothing: not one byte of the folder or of git."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.buero import replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

ZIEL = "daten/ziele/ziel-zugang.yaml"


def _inhalt(ordner: Path) -> dict[str, tuple[int, bytes]]:
    """Every file with mode and bytes, git's own included: index, refs, objects, logs; our cache aside."""
    dateien = [path for path in ordner.rglob("*") if path.is_file() or path.is_symlink()]
    namen = {path.relative_to(ordner).as_posix(): path for path in dateien}
    return {
        name: (path.lstat().st_mode, path.read_bytes())
        for name, path in namen.items()
        if not name.startswith(".git/netzint/")
    }


def _edit(buero: Path) -> None:
    """One file edited, one new, one gone, one out of shape, one staged: all that festschreiben would take."""
    replace(buero, ZIEL, "titel: ", "titel:   ")
    (buero / "daten/themen/thema-neu.yaml").write_bytes((buero / "daten/themen/thema-wohnen.yaml").read_bytes())
    (buero / "daten/beauftragte/ib-gemeinde-altmuster.yaml").unlink()
    (buero / "lose.txt").write_bytes(b"lose\n")


@pytest.mark.parametrize(
    "befehl",
    [("festschreiben",), ("formatieren",), ("formatieren", "ziel-zugang"), ("sitzung", "neu")],
    ids=" ".join,
)
def test_eine_probe_laesst_jedes_byte_wie_es_war(buero: Path, rufe: Rufe, befehl: tuple[str, ...]) -> None:
    _edit(buero)
    vorher = _inhalt(buero)
    lauf = rufe(*befehl, "--probe")

    assert lauf.ausgang == 0
    assert "Probe: " in lauf.aus
    assert "nichts geändert" in lauf.aus
    assert _inhalt(buero) == vorher


def test_eine_probe_von_init_legt_nichts_an_auch_nicht_in_einem_leeren_ordner(rufe: Rufe) -> None:
    Path("leer").mkdir()
    vorher = sorted(Path().rglob("*"))
    for ziel in ("leer", "neu", "neu/darunter"):
        assert rufe("init", ziel, "--probe").ausgang == 0

    assert sorted(Path().rglob("*")) == vorher


def test_eine_probe_von_init_erneuern_laesst_jedes_byte_wie_es_war(rufe: Rufe) -> None:
    assert rufe("init", "netz").ausgang == 0
    (Path("netz") / "lose.txt").write_bytes(b"lose\n")
    vorher = _inhalt(Path("netz"))

    assert rufe("init", "netz", "--erneuern", "--auch-geaenderte", "--probe").ausgang == 0
    assert _inhalt(Path("netz")) == vorher
