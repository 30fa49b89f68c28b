"""``netzint formatieren`` over files: which are changed, which are refused, and that none is half written."""

from __future__ import annotations

from pathlib import Path

import pytest

from netzint.ablage.formatieren.dateien import formatiere_dateien
from netzint.modell.fehler import Ausgang, NetzintFehler

SCHIEF = b"\xef\xbb\xbftitel: Wohnen\r\naufgenommen: 2025-01-01   \r\n"
GERADE = b"titel: Wohnen\naufgenommen: 2025-01-01\n"


@pytest.fixture
def wurzel(tmp_path: Path) -> Path:
    (tmp_path / "daten/themen").mkdir(parents=True)
    (tmp_path / "daten/themen/thema-wohnen.yaml").write_bytes(SCHIEF)
    (tmp_path / "daten/themen/thema-gut.yaml").write_bytes(GERADE)
    return tmp_path


def test_nur_schiefe_dateien_werden_geaendert(wurzel: Path) -> None:
    result = formatiere_dateien(wurzel, (), probe=False)

    assert result.geaendert == (("daten/themen/thema-wohnen.yaml", SCHIEF, GERADE),)
    assert (wurzel / "daten/themen/thema-wohnen.yaml").read_bytes() == GERADE
    assert formatiere_dateien(wurzel, (), probe=False).geaendert == ()


def test_die_probe_aendert_nichts(wurzel: Path) -> None:
    assert len(formatiere_dateien(wurzel, (), probe=True).geaendert) == 1
    assert (wurzel / "daten/themen/thema-wohnen.yaml").read_bytes() == SCHIEF


@pytest.mark.parametrize("name", ["thema-wohnen", "THEMA-WOHNEN", "daten/themen/thema-wohnen.yaml"])
def test_eine_datei_laesst_sich_mit_pfad_oder_kennung_nennen(wurzel: Path, name: str) -> None:
    assert [pfad for pfad, _, _ in formatiere_dateien(wurzel, (name,), probe=True).geaendert] == [
        "daten/themen/thema-wohnen.yaml"
    ]


def test_ein_unbekannter_name_wird_abgelehnt(wurzel: Path) -> None:
    with pytest.raises(NetzintFehler, match="kein Eintrag") as caught:
        formatiere_dateien(wurzel, ("thema-whonen",), probe=False)

    assert caught.value.ausgang is Ausgang.AUFRUF


def test_was_nicht_zu_verstehen_ist_bleibt_wie_es_war(wurzel: Path) -> None:
    broken = wurzel / "daten/themen/thema-kaputt.yaml"
    broken.write_bytes(b"titel: A\ntitel: B\n")
    result = formatiere_dateien(wurzel, (), probe=False)

    assert [pfad for pfad, _ in result.abgelehnt] == ["daten/themen/thema-kaputt.yaml"]
    assert len(result.geaendert) == 1
    assert broken.read_bytes() == b"titel: A\ntitel: B\n"
