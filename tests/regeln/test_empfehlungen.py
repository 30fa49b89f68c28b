"""Empfehlungen are konkret, addressed, serve a Ziel, and stay advice."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.regeln.empfehlungen import (
    adressat_steht_doppelt,
    empfehlung_dient_keinem_ziel,
    empfehlung_hat_keinen_adressaten,
    empfehlung_ist_nicht_konkret,
    empfehlung_spricht_von_verpflichtung,
    federfuehrung_ist_nicht_eindeutig,
)
from tests.bau import empfehlung, hefassung
from tests.regeln.urteil import gemeldet, urteile

FEDERFUEHREND = {"stelle": "ministerium", "rolle": "federfuehrend"}
BETEILIGT = {"stelle": "staedtetag", "rolle": "beteiligt"}


def mit(**felder: Any) -> Any:
    """An Empfehlung whose one wording differs in these fields."""
    return empfehlung(fassungen=[hefassung(**felder)])


def test_eine_ausgeschriebene_empfehlung_ist_konkret() -> None:
    assert gemeldet(empfehlung_ist_nicht_konkret, empfehlung()) == []


@pytest.mark.parametrize("text", ["…", "...", "?", "tbd", "TODO", "n.n.", "k. A.", "noch offen", "folgt …", "–"])
@pytest.mark.parametrize("feld", ["wortlaut", "massnahme", "pruefbar"])
def test_ein_platzhalter_ist_nicht_konkret(feld: str, text: str) -> None:
    befunde = urteile(empfehlung_ist_nicht_konkret, mit(**{feld: text}))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("E101", "he-2026-01", ("fassungen", 0, feld))]


@pytest.mark.parametrize("text", ["Offene Sprechstunden.", "Folgt dem Muster der Stadt.", "X-Konferenz einrichten"])
def test_was_nur_wie_ein_platzhalter_beginnt_ist_konkret(text: str) -> None:
    assert gemeldet(empfehlung_ist_nicht_konkret, mit(massnahme=text)) == []


def test_der_titel_noch_einmal_ist_keine_massnahme() -> None:
    assert gemeldet(empfehlung_ist_nicht_konkret, mit(massnahme="Mehrsprachige information\n")) == [
        ("E101", "he-2026-01")
    ]


def test_eine_entfallene_nummer_muss_nichts_sagen() -> None:
    weg = empfehlung(fassungen=[hefassung(massnahme="…")], entfallen={"am": "2026-11-01", "grund": "Doppelt."})

    assert gemeldet(empfehlung_ist_nicht_konkret, weg) == []


@pytest.mark.parametrize(("adressaten", "reported"), [([FEDERFUEHREND], []), ([], [("E102", "he-2026-01")])])
def test_eine_empfehlung_braucht_einen_adressaten(adressaten: list[Any], reported: list[Any]) -> None:
    assert gemeldet(empfehlung_hat_keinen_adressaten, mit(adressaten=adressaten)) == reported


@pytest.mark.parametrize("adressaten", [[FEDERFUEHREND], [FEDERFUEHREND, BETEILIGT], []])
def test_ein_adressat_ist_federfuehrend(adressaten: list[Any]) -> None:
    assert gemeldet(federfuehrung_ist_nicht_eindeutig, mit(adressaten=adressaten)) == []


@pytest.mark.parametrize("adressaten", [[BETEILIGT], [FEDERFUEHREND, {**BETEILIGT, "rolle": "federfuehrend"}]])
def test_keiner_oder_zwei_federfuehrende_fallen_auf(adressaten: list[Any]) -> None:
    assert gemeldet(federfuehrung_ist_nicht_eindeutig, mit(adressaten=adressaten)) == [("E103", "he-2026-01")]


def test_zwei_verschiedene_adressaten_sind_in_ordnung() -> None:
    assert gemeldet(adressat_steht_doppelt, mit(adressaten=[FEDERFUEHREND, BETEILIGT])) == []


def test_dieselbe_stelle_zweimal_als_adressat_wird_gemeldet() -> None:
    befunde = urteile(adressat_steht_doppelt, mit(adressaten=[FEDERFUEHREND, {**FEDERFUEHREND, "rolle": "beteiligt"}]))

    assert [(b.code, b.kennung) for b in befunde] == [("E104", "he-2026-01")]
    assert befunde[0].feld == ("fassungen", 0, "adressaten", 1, "stelle")


def test_ein_ziel_genuegt() -> None:
    assert gemeldet(empfehlung_dient_keinem_ziel, empfehlung(ziele=["ziel-teilhabe"])) == []


def test_ohne_ziel_gibt_es_einen_hinweis() -> None:
    befunde = urteile(empfehlung_dient_keinem_ziel, empfehlung())

    assert [(b.code, b.kennung, b.schwere) for b in befunde] == [("E110", "he-2026-01", "hinweis")]


def test_ein_rat_ist_ein_rat() -> None:
    assert gemeldet(empfehlung_spricht_von_verpflichtung, empfehlung()) == []


@pytest.mark.parametrize("text", ["Die Kommunen werden verpflichtet.", "Es gilt eine Verpflichtung der Länder."])
def test_von_einer_verpflichtung_ist_nicht_die_rede(text: str) -> None:
    assert gemeldet(empfehlung_spricht_von_verpflichtung, mit(wortlaut=text)) == [("E111", "he-2026-01")]


def test_eine_ueberholte_fassung_darf_von_verpflichtung_sprechen() -> None:
    zwei = empfehlung(fassungen=[hefassung(wortlaut="Sie sind verpflichtet."), hefassung(nr="2")])

    assert gemeldet(empfehlung_spricht_von_verpflichtung, zwei) == []
