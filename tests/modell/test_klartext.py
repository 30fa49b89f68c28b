"""An entry as plain data and back."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.ablage.leser.datei import parse
from netzint.ablage.yamltext import dump_eintrag
from netzint.modell.arten import art_of_pfad
from netzint.modell.klartext import to_klartext
from tests import bau, beispiel


def test_was_leer_oder_der_vorgabewert_ist_wird_weggelassen() -> None:
    assert to_klartext(bau.sitzung("sg-2026-01")) == {"gremium": "strategiegruppe", "datum": date(2026, 3, 12)}


def test_wer_nur_da_war_steht_als_kennung() -> None:
    sitzung = bau.sitzung("sg-2026-01", anwesend=["a-1", {"mitglied": "b-1", "fuer": "c-1"}])

    assert to_klartext(sitzung)["anwesend"] == ["a-1", {"mitglied": "b-1", "fuer": "c-1"}]


@pytest.mark.parametrize("name", sorted(beispiel.load()))
def test_jeder_eintrag_des_beispiels_ueberlebt_schreiben_und_lesen(name: str) -> None:
    place = art_of_pfad(f"daten/{name}")
    wert = parse(beispiel.load()[name].encode()).wert
    assert place is not None
    assert wert is not None
    eintrag = place[0].model.model_validate({"kennung": place[1], **wert})
    again = parse(dump_eintrag(eintrag))

    assert again.befunde == ()
    assert place[0].model.model_validate({"kennung": place[1], **(again.wert or {})}) == eintrag
