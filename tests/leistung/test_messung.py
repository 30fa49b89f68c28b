"""The benchmark prints every row. Nothing here asserts a time: machines differ, and tests run beside each other."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.leistung import messung
from tests.leistung.messgeraet import Aufruf, Fehlgeschlagen, measure, measure_speicher, run_once
from tests.leistung.messreihen import Stand, Zeile

ZEILEN = 29
"""The rows of the bar; some of its lines hold two figures."""


@pytest.mark.lang
def test_die_tabelle_hat_alle_zeilen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["messung", "--dateien", "100", "--runden", "1", "--ordner", str(tmp_path / "b")])

    assert messung.main() == 0

    lines = capsys.readouterr().out.splitlines()
    rows = lines[1 + next(nr for nr, line in enumerate(lines) if line.startswith("---")) :]
    assert len(rows) == ZEILEN
    assert [row for row in rows if "Ausgang" in row] == []


def _zeile(vergleich: float | None, gemessen: float | None, *, schneller: bool = False, grund: str = "") -> Zeile:
    return Zeile("Zahl", "Vergleich", vergleich, gemessen, "", 3.0, grund, schneller)


@pytest.mark.parametrize(
    ("zeile", "stand"),
    [
        (_zeile(1.0, 3.0), Stand.GUT),
        (_zeile(1.0, 3.1), Stand.VERFEHLT),
        (_zeile(3.0, 1.0, schneller=True), Stand.GUT),
        (_zeile(2.9, 1.0, schneller=True), Stand.VERFEHLT),
        (_zeile(None, None, grund="noch nicht"), Stand.OFFEN),
    ],
)
def test_das_urteil_vergleicht_mit_dem_ziel(zeile: Zeile, stand: Stand) -> None:
    assert zeile.stand is stand


def test_ein_fehlgeschlagener_befehl_gilt_nicht_als_gemessen() -> None:
    with pytest.raises(Fehlgeschlagen, match="Ausgang 3: kaputt"):
        run_once(Aufruf((sys.executable, "-c", "import sys; sys.exit(print('kaputt') or 3)")))


def test_ein_befehl_mit_eigener_uhr_sagt_selbst_wie_lange_er_brauchte() -> None:
    assert measure(Aufruf((sys.executable, "-c", "print(7.5)"), eigene_uhr=True), runden=1) == [7.5]


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").is_file(), reason="nur unter Linux")
def test_der_speicher_zaehlt_auch_die_kindprozesse() -> None:
    child = "import time; b = bytearray(60_000_000); time.sleep(0.4)"
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"

    peak = measure_speicher(Aufruf((sys.executable, "-c", program)))

    assert peak is not None
    assert peak > 60
