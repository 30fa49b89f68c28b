"""What the tests know as the shipped example."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from netzint.recht.empfehlungsstand import empfehlungsstand
from netzint.recht.zustaende import Empfehlungsstand
from tests import beispiel
from tests.buero import STICHTAG


def test_die_hoechsten_nummern_des_beispiels_sind_ausgeliefert() -> None:
    names = beispiel.load()

    assert "sitzungen/sg-2026-02.yaml" in names
    assert "beschlussvorlagen/bv-2026-009.yaml" in names


def test_was_jemand_ausprobiert_hat_gehoert_nicht_zum_beispiel() -> None:
    assert not [name for name in beispiel.load() if name in ("sitzungen/sg-2026-03.yaml", "sitzungen/sg-2027-01.yaml")]


def test_hingelegt_ist_es_dasselbe(tmp_path: Path) -> None:
    folder = beispiel.lay_down(tmp_path / "kopie")

    found = {p.relative_to(folder / "daten").as_posix() for p in (folder / "daten").rglob("*.yaml")}
    assert found == set(beispiel.load())
    assert (folder / "vorlagen/einladung.md.j2").is_file()


def test_jeder_stand_einer_empfehlung_kommt_vor() -> None:
    bestand = beispiel.read_beispiel()
    votes = bestand.entscheidungen

    found = {empfehlungsstand(e, votes.get(k, ()), STICHTAG) for k, e in bestand.empfehlungen.items()}

    assert found == set(get_args(Empfehlungsstand))
