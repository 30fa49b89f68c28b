"""What the Stellen report stands in order, gives reasons, and is asked for again in time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.empfehlung import Empfehlung
from netzint.regeln.umsetzung import (
    abgabe_nennt_keine_stelle,
    abgegebenes_ist_nicht_weitergeleitet,
    ablehnung_nennt_keinen_grund,
    erledigung_ist_nicht_belegt,
    stand_folgt_nicht_auf_den_davor,
    stand_ist_aelter_als_der_davor,
    stand_ist_aelter_als_die_weiterleitung,
    ueberpruefung_ist_ueberfaellig,
    wiedervorlage_liegt_vor_dem_stand,
)
from tests.bau import STICHTAG, empfehlung
from tests.regeln.urteil import gemeldet, urteile

STAND = ("weiterleitungen", 0, "stand")


def stand(status: str = "in_umsetzung", am: str = "2026-06-01", **felder: Any) -> dict[str, Any]:
    """One report."""
    return {"am": am, "status": status, **felder}


def he(*staende: dict[str, Any], **felder: Any) -> Empfehlung:
    """An Empfehlung forwarded to the ministry on 20 March 2026, with its reports."""
    return empfehlung(weiterleitungen=[{"stelle": "ministerium", "am": "2026-03-20", "stand": list(staende), **felder}])


@pytest.mark.parametrize("am", ["2026-06-01", "2026-07-01"])
def test_der_aelteste_stand_steht_zuerst(am: str) -> None:
    assert gemeldet(stand_ist_aelter_als_der_davor, he(stand(), stand(am=am))) == []


def test_ein_frueherer_stand_an_spaeterer_stelle_wird_gemeldet() -> None:
    befunde = urteile(stand_ist_aelter_als_der_davor, he(stand(), stand(am="2026-05-31")))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("E311", "he-2026-01", (*STAND, 1, "am"))]


@pytest.mark.parametrize(("am", "reported"), [("2026-03-20", []), ("2026-03-19", [("E312", "he-2026-01")])])
def test_geantwortet_wird_nach_der_weiterleitung(am: str, reported: list[tuple[str, str]]) -> None:
    assert gemeldet(stand_ist_aelter_als_die_weiterleitung, he(stand(am=am))) == reported


def test_eine_ablehnung_nennt_ihren_grund() -> None:
    assert gemeldet(ablehnung_nennt_keinen_grund, he(stand("nicht_aufgegriffen", grund="Kein Geld."))) == []

    befunde = urteile(ablehnung_nennt_keinen_grund, he(stand("nicht_aufgegriffen")))
    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("E313", "he-2026-01", (*STAND, 0, "grund"))]


@pytest.mark.parametrize(
    ("an", "reported"),
    [
        ({"an": "staedtetag"}, []),
        ({}, [("E314", "he-2026-01")]),
        ({"an": "ministerium"}, [("E314", "he-2026-01")]),
    ],
)
def test_eine_abgabe_nennt_eine_andere_stelle(an: dict[str, str], reported: list[tuple[str, str]]) -> None:
    assert gemeldet(abgabe_nennt_keine_stelle, he(stand("abgegeben", **an))) == reported


@pytest.mark.parametrize("beleg", [{"vermerk": "Gesehen."}, {"nachweis": {"betrag_eur": "5000"}}])
def test_eine_belegte_erledigung_ist_in_ordnung(beleg: dict[str, Any]) -> None:
    assert gemeldet(erledigung_ist_nicht_belegt, he(stand("erledigt", **beleg))) == []


def test_eine_erledigung_ohne_beleg_gibt_einen_hinweis() -> None:
    assert gemeldet(erledigung_ist_nicht_belegt, he(stand("erledigt"))) == [("E315", "he-2026-01")]


@pytest.mark.parametrize("weg", ["offen in_umsetzung teilweise umgesetzt erledigt", "nicht_aufgegriffen in_umsetzung"])
def test_ein_stand_folgt_auf_den_davor(weg: str) -> None:
    assert gemeldet(stand_folgt_nicht_auf_den_davor, he(*map(stand, weg.split()))) == []


@pytest.mark.parametrize("weg", ["erledigt in_umsetzung", "in_umsetzung offen", "abgegeben umgesetzt"])
def test_was_abgeschlossen_ist_geht_nicht_weiter(weg: str) -> None:
    befunde = urteile(stand_folgt_nicht_auf_den_davor, he(*map(stand, weg.split())))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("E316", "he-2026-01", (*STAND, 1, "status"))]


def test_was_in_falscher_reihenfolge_steht_wird_nur_einmal_gemeldet() -> None:
    assert gemeldet(stand_folgt_nicht_auf_den_davor, he(stand("erledigt"), stand(am="2026-05-01"))) == []


def test_die_erste_rueckmeldung_ist_nach_der_frist_ueberfaellig() -> None:
    ohne_antwort = he(antwort_bis="2026-06-12")

    assert gemeldet(ueberpruefung_ist_ueberfaellig, ohne_antwort, am=date(2026, 6, 12)) == []
    befunde = urteile(ueberpruefung_ist_ueberfaellig, ohne_antwort, am=date(2026, 6, 13))
    assert [(b.code, b.kennung, b.schwere) for b in befunde] == [("E317", "he-2026-01", "warnung")]
    assert "12.06.2026 überfällig (1 Tag)" in befunde[0].text


def test_ohne_vereinbarte_frist_gilt_die_der_geschaeftsordnung() -> None:
    assert gemeldet(ueberpruefung_ist_ueberfaellig, he(), am=date(2026, 6, 12)) == []
    assert gemeldet(ueberpruefung_ist_ueberfaellig, he(), am=date(2026, 6, 13)) == [("E317", "he-2026-01")]


def test_eine_verstrichene_wiedervorlage_ist_ueberfaellig_bis_ein_neuer_stand_kommt() -> None:
    gefragt = stand(wiedervorlage="2026-09-01")

    assert gemeldet(ueberpruefung_ist_ueberfaellig, he(gefragt)) == [("E317", "he-2026-01")]
    assert gemeldet(ueberpruefung_ist_ueberfaellig, he(gefragt, stand("teilweise", "2026-11-01"))) == []


@pytest.mark.parametrize("status", ["erledigt", "abgegeben"])
def test_nach_abgeschlossenem_wird_nicht_mehr_gefragt(status: str) -> None:
    assert gemeldet(ueberpruefung_ist_ueberfaellig, he(stand(status, "2026-04-01", an="staedtetag"))) == []


def test_was_erst_spaeter_weitergeleitet_wird_ist_nicht_ueberfaellig() -> None:
    assert gemeldet(ueberpruefung_ist_ueberfaellig, he(antwort_bis="2020-01-01"), am=date(2026, 3, 19)) == []


@pytest.mark.parametrize(("tag", "reported"), [("2026-06-01", []), ("2026-05-31", [("E318", "he-2026-01")])])
def test_eine_wiedervorlage_liegt_nicht_vor_ihrem_stand(tag: str, reported: list[tuple[str, str]]) -> None:
    assert gemeldet(wiedervorlage_liegt_vor_dem_stand, he(stand(wiedervorlage=tag))) == reported


def test_abgegebenes_wird_bei_der_neuen_stelle_verfolgt() -> None:
    abgegeben = {"stelle": "ministerium", "am": "2026-03-20", "stand": [stand("abgegeben", an="staedtetag")]}
    dorthin = {"stelle": "staedtetag", "am": "2026-06-02"}

    assert gemeldet(abgegebenes_ist_nicht_weitergeleitet, empfehlung(weiterleitungen=[abgegeben, dorthin])) == []
    assert gemeldet(abgegebenes_ist_nicht_weitergeleitet, empfehlung(weiterleitungen=[abgegeben]), am=STICHTAG) == [
        ("E319", "he-2026-01")
    ]
