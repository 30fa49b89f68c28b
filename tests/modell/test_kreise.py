"""The table of Kreise agrees with the official register."""

from __future__ import annotations

import lzma
from collections import Counter
from pathlib import Path

import pytest

from netzint.modell.kreise import KREIS_NACH_AGS, KREISE

REGISTER = Path(__file__).parents[2].parent / "shared" / "daten" / "gv100ad_bw_2023-11-30.txt.xz"
KENNZEICHEN = {"42": "stadtkreis", "44": "landkreis"}


def test_es_gibt_35_landkreise_und_neun_stadtkreise() -> None:
    assert Counter(kreis.art for kreis in KREISE) == {"landkreis": 35, "stadtkreis": 9}
    assert len(KREIS_NACH_AGS) == 44


def test_karlsruhe_und_heilbronn_sind_je_ein_stadtkreis_und_ein_landkreis() -> None:
    twice = {name for name, count in Counter(kreis.name for kreis in KREISE).items() if count == 2}

    assert twice == {"Karlsruhe", "Heilbronn"}


@pytest.mark.skipif(not REGISTER.exists(), reason="Das amtliche Verzeichnis liegt nur neben dem Arbeitsbaum")
def test_die_tabelle_stimmt_mit_dem_amtlichen_verzeichnis_ueberein() -> None:
    lines = lzma.decompress(REGISTER.read_bytes()).decode("utf-8").splitlines()
    listed = {
        (line[22:72].strip().removesuffix(", Stadtkreis"), line[10:15], KENNZEICHEN[line[122:124]])
        for line in lines
        if line.startswith("40")
    }

    assert listed == set(KREISE)
