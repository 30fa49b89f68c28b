"""How names and days are told in messages, and which votes count."""

from __future__ import annotations

import gc
from weakref import ref

import pytest

from netzint.modell.bestand import Bestand
from netzint.regeln.gemeinsam import aufzaehlung, je_bestand, list_abstimmungen, tage
from tests.bau import beschluss, bestand, sitzung, top


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a und b"), (["a", "b", "c"], "a, b und c")]
)
def test_eine_aufzaehlung_endet_mit_und(names: list[str], text: str) -> None:
    assert aufzaehlung(names) == text


def test_ein_tag_ist_kein_tage() -> None:
    assert [tage(n) for n in (0, 1, 2)] == ["0 Tage", "1 Tag", "2 Tage"]


def test_die_stimmen_einer_arbeitsgruppe_zaehlen_nicht_als_abstimmung() -> None:
    points = [top("eins", beschluesse=[beschluss(antrag={"art": "empfehlung", "empfehlungen": ["he-2026-01"]})])]
    der_ag = sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", tagesordnung=points)
    found = list_abstimmungen(bestand(der_ag, sitzung(tagesordnung=points)), "he-2026-01")

    assert [vote.beschluss for vote in found] == ["sg-2026-01/beschluss"]


def test_was_mehrere_regeln_brauchen_wird_je_bestand_einmal_berechnet() -> None:
    asked: list[int] = []

    @je_bestand
    def count(found: Bestand) -> int:
        asked.append(1)
        return len(found.stellen)

    one, other = bestand(), bestand()

    assert [count(one), count(one), count(other)] == [4, 4, 4]
    assert len(asked) == 2


def test_mit_dem_bestand_geht_auch_was_dazu_berechnet_ist() -> None:
    kept = je_bestand(lambda found: found.sitzungen_von())
    one = bestand(sitzung())
    kept(one)
    gone = ref(one)
    del one
    gc.collect()

    assert gone() is None
