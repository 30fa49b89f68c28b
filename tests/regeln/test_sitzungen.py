"""States of a Sitzung that exclude each other, its days and times, and who chairs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.sitzung import Sitzung
from netzint.regeln.sitzungen import (
    abgesagte_sitzung_hat_stattgefunden,
    beschluesse_ohne_anwesende,
    kennung_und_gremium_passen_nicht,
    leitung_ist_nicht_vom_vorsitz,
    leitung_war_nicht_da,
    nummern_folgen_nicht_den_tagen,
    sitzung_endet_vor_ihrem_beginn,
    sitzung_fand_ohne_einladung_statt,
    vergangene_sitzung_ist_offen,
    zwei_sitzungen_an_einem_tag,
)
from tests.bau import beschluss, netzwerk, sitzung, top
from tests.regeln.strategiegruppe import LEITUNG, PERSONEN, die_zwoelf, gehalten, vertretung
from tests.regeln.urteil import gemeldet, urteile

ABSAGE = {"am": "2026-03-01", "grund": "Krank."}
ENTFALLEN = {"am": "2026-03-01", "grund": "Doppelt."}
MIT_BESCHLUSS = [top("eins", beschluesse=[beschluss()])]


def test_zu_einer_gehaltenen_sitzung_wurde_eingeladen() -> None:
    assert gemeldet(sitzung_fand_ohne_einladung_statt, gehalten()) == []
    assert gemeldet(sitzung_fand_ohne_einladung_statt, gehalten(einladung=None)) == [("S101", "sg-2026-01")]
    assert gemeldet(sitzung_fand_ohne_einladung_statt, sitzung()) == []


def test_vor_dem_erfassten_zeitraum_ist_die_einladung_freiwillig() -> None:
    frueher = netzwerk(erfasst_ab="2026-04-01")

    assert gemeldet(sitzung_fand_ohne_einladung_statt, frueher, gehalten(einladung=None)) == []


@pytest.mark.parametrize("aufgegeben", [{"abgesagt": ABSAGE}, {"entfallen": ENTFALLEN}])
def test_was_abgesagt_ist_hat_nicht_stattgefunden(aufgegeben: dict[str, Any]) -> None:
    assert gemeldet(abgesagte_sitzung_hat_stattgefunden, sitzung(**aufgegeben)) == []
    befunde = urteile(abgesagte_sitzung_hat_stattgefunden, gehalten(**aufgegeben))
    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("S102", "sg-2026-01", tuple(aufgegeben))]
    assert gemeldet(abgesagte_sitzung_hat_stattgefunden, sitzung(tagesordnung=MIT_BESCHLUSS, **aufgegeben)) != []


def test_zu_beschluessen_gehoert_eine_anwesenheitsliste() -> None:
    assert gemeldet(beschluesse_ohne_anwesende, gehalten(*MIT_BESCHLUSS)) == []
    assert gemeldet(beschluesse_ohne_anwesende, gehalten(*MIT_BESCHLUSS, anwesend=[])) == [("S103", "sg-2026-01")]
    assert gemeldet(beschluesse_ohne_anwesende, gehalten(anwesend=[])) == []


@pytest.mark.parametrize(("datum", "reported"), [("2026-07-09", []), ("2026-02-01", [("S104", "sg-2026-02")])])
def test_hoehere_nummern_liegen_spaeter(datum: str, reported: list[tuple[str, str]]) -> None:
    assert gemeldet(nummern_folgen_nicht_den_tagen, sitzung(), sitzung("sg-2026-02", datum=datum)) == reported


def test_die_nummern_verschiedener_reihen_haengen_nicht_zusammen() -> None:
    der_ag = sitzung("ag-beispiel-sitzung-2026-02", gremium="ag-beispiel", datum="2026-02-01")
    alt = sitzung("sg-2025-07", datum="2026-05-01")

    assert gemeldet(nummern_folgen_nicht_den_tagen, sitzung(), der_ag, alt) == []


@pytest.mark.parametrize(
    ("andere", "reported"),
    [
        (sitzung("sg-2026-02"), [("S105", "sg-2026-02")]),
        (sitzung("sg-2026-02", datum="2026-03-13"), []),
        (sitzung("sg-2026-02", abgesagt=ABSAGE), []),
        (sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel"), []),
    ],
)
def test_ein_gremium_tagt_an_einem_tag_einmal(andere: Sitzung, reported: list[tuple[str, str]]) -> None:
    assert gemeldet(zwei_sitzungen_an_einem_tag, sitzung(), andere) == reported


@pytest.mark.parametrize(("tag", "reported"), [(12, []), (13, [("S106", "sg-2026-01")])])
def test_eine_vergangene_sitzung_hat_einen_ausgang(tag: int, reported: list[tuple[str, str]]) -> None:
    assert gemeldet(vergangene_sitzung_ist_offen, sitzung(), am=date(2026, 3, tag)) == reported
    assert gemeldet(vergangene_sitzung_ist_offen, gehalten()) == []
    assert gemeldet(vergangene_sitzung_ist_offen, sitzung(abgesagt=ABSAGE)) == []


@pytest.mark.parametrize(("ende", "reported"), [("12:00", []), ("09:30", [("S107", "sg-2026-01")])])
def test_eine_sitzung_endet_nach_ihrem_beginn(ende: str, reported: list[tuple[str, str]]) -> None:
    assert gemeldet(sitzung_endet_vor_ihrem_beginn, sitzung(beginn="10:00", ende=ende)) == reported


@pytest.mark.parametrize(
    ("kennung", "gremium", "reported"),
    [
        ("sg-2026-01", "strategiegruppe", []),
        ("ag-beispiel-sitzung-2026-01", "ag-beispiel", []),
        ("sg-2026-01", "ag-beispiel", [("S108", "sg-2026-01")]),
        ("ag-beispiel-sitzung-2026-01", "strategiegruppe", [("S108", "ag-beispiel-sitzung-2026-01")]),
        ("ag-beispiel-sitzung-2026-01", "ag-andere", [("S108", "ag-beispiel-sitzung-2026-01")]),
    ],
)
def test_die_kennung_nennt_das_gremium(kennung: str, gremium: str, reported: list[tuple[str, str]]) -> None:
    assert gemeldet(kennung_und_gremium_passen_nicht, sitzung(kennung, gremium=gremium)) == reported


def test_wer_leitet_war_da() -> None:
    ohne = [p for p in PERSONEN if p != LEITUNG]

    assert gemeldet(leitung_war_nicht_da, gehalten()) == []
    assert gemeldet(leitung_war_nicht_da, gehalten(anwesend=ohne)) == [("S109", "sg-2026-01")]
    assert gemeldet(leitung_war_nicht_da, sitzung(leitung=LEITUNG)) == []


@pytest.mark.parametrize("leitung", ["ministerium-b-1", "staedtetag-1"])
def test_es_leitet_der_vorsitz_oder_seine_vertretung(leitung: str) -> None:
    assert gemeldet(leitung_ist_nicht_vom_vorsitz, *die_zwoelf(), gehalten(leitung=leitung)) == []
    assert gemeldet(leitung_ist_nicht_vom_vorsitz, *die_zwoelf(), sitzung(leitung=leitung)) == []


def test_auch_die_stellvertretung_auf_der_bank_darf_leiten() -> None:
    chair = vertretung("ministerium-a-2")

    assert gemeldet(leitung_ist_nicht_vom_vorsitz, *die_zwoelf(), chair, gehalten(leitung=chair.kennung)) == []


def test_ein_anderes_mitglied_leitet_nur_wenn_sonst_niemand_da_ist() -> None:
    kommunen = [p for p in PERSONEN if p.startswith(("kommunen", "beauftragte"))]
    andere = {"leitung": "kommunen-stadt-1"}

    assert gemeldet(leitung_ist_nicht_vom_vorsitz, *die_zwoelf(), gehalten(**andere)) == [("S110", "sg-2026-01")]
    assert gemeldet(leitung_ist_nicht_vom_vorsitz, *die_zwoelf(), gehalten(anwesend=kommunen, **andere)) == []
    assert gemeldet(leitung_ist_nicht_vom_vorsitz, *die_zwoelf(), sitzung(**andere)) == [("S110", "sg-2026-01")]


def test_war_die_leitung_gar_nicht_da_ist_offen_wer_geleitet_hat() -> None:
    entry = gehalten(leitung="kommunen-stadt-1", anwesend=[p for p in PERSONEN if p != "kommunen-stadt-1"])

    assert gemeldet(leitung_ist_nicht_vom_vorsitz, *die_zwoelf(), entry) == []
    assert gemeldet(leitung_war_nicht_da, *die_zwoelf(), entry) == [("S109", "sg-2026-01")]
