"""Kennungen: form, uniqueness, numbers, and no names in them."""

from __future__ import annotations

import pytest

from netzint.regeln.kennungen import (
    kennung_folgt_nicht_dem_platz,
    kennung_hat_eine_fremde_form,
    kennung_ist_doppelt_vergeben,
    kennung_nennt_die_person,
    nummer_ist_doppelt,
    nummern_haben_luecken,
)
from tests.bau import empfehlung, make, mandat, mitglied, sitzung, stelle, thema
from tests.regeln.urteil import gemeldet, urteile


def test_kennungen_in_der_form_ihrer_art_sind_in_ordnung() -> None:
    assert gemeldet(kennung_hat_eine_fremde_form, empfehlung(), mitglied(), sitzung("ag-x-sitzung-2026-01")) == []


def test_eine_empfehlung_ohne_jahr_hat_die_falsche_form() -> None:
    assert gemeldet(kennung_hat_eine_fremde_form, empfehlung("he-1")) == [("K201", "he-1")]


def test_verschiedene_kennungen_sind_in_ordnung() -> None:
    assert gemeldet(kennung_ist_doppelt_vergeben, mitglied(), stelle("amt")) == []


def test_eine_kennung_fuer_stelle_und_mitglied_wird_gemeldet() -> None:
    assert gemeldet(kennung_ist_doppelt_vergeben, mitglied("amt-1"), stelle("amt-1")) == [("K202", "amt-1")]


@pytest.mark.parametrize("kennung", ["strategiegruppe", "geschaeftsstelle", "sitz-staedtetag"])
def test_gremien_und_sitze_haben_ihre_kennung_fuer_sich(kennung: str) -> None:
    assert gemeldet(kennung_ist_doppelt_vergeben, stelle(kennung)) == [("K202", kennung)]


def test_verschiedene_nummern_sind_in_ordnung() -> None:
    entries = [empfehlung("he-2026-01"), empfehlung("he-2026-02"), empfehlung("he-2025-01"), sitzung("sg-2026-01")]

    assert gemeldet(nummer_ist_doppelt, *entries) == []


def test_dieselbe_nummer_in_anderer_schreibung_wird_gemeldet() -> None:
    (befund,) = urteile(nummer_ist_doppelt, empfehlung("he-2026-01"), empfehlung("he-2026-001"))

    assert (befund.code, befund.kennung, befund.schluessel) == ("K203", "he-2026-01", ("he-2026-001",))


def test_eine_lueckenlose_reihe_ist_in_ordnung() -> None:
    assert gemeldet(nummern_haben_luecken, empfehlung("he-2026-01"), empfehlung("he-2026-02")) == []


def test_eine_luecke_je_reihe_und_jahr_ist_ein_hinweis() -> None:
    entries = [empfehlung("he-2026-02"), empfehlung("he-2026-07"), empfehlung("he-2025-01"), thema()]

    (befund,) = urteile(nummern_haben_luecken, *entries)

    assert (befund.code, befund.kennung, befund.schluessel) == ("K204", "he-2026-02", ("he", "2026"))
    assert befund.text.endswith("1, 3 bis 6")


def test_auch_sitzungen_einer_ag_werden_gezaehlt() -> None:
    assert gemeldet(nummern_haben_luecken, sitzung("ag-x-sitzung-2026-02", gremium="ag-x")) == [
        ("K204", "ag-x-sitzung-2026-02")
    ]


def test_eine_unlesbare_datei_ist_keine_luecke() -> None:
    entries = [empfehlung("he-2026-01"), empfehlung("he-2026-03")]

    assert gemeldet(nummern_haben_luecken, *entries, unlesbar=("he-2026-02",)) == []


@pytest.mark.parametrize(
    ("kennung", "name"),
    [
        ("staedtetag-1", "Erika Beispiel"),
        ("staedtetag-1", "Stefan von der Staedtetag"),
        ("kommunen-von-1", "Clara von Beispiel"),
    ],
)
def test_eine_kennung_nach_dem_sitz_nennt_niemanden(kennung: str, name: str) -> None:
    assert gemeldet(kennung_nennt_die_person, mitglied(kennung, name=name)) == []


@pytest.mark.parametrize(
    ("kennung", "name"),
    [
        ("erika-1", "Erika Beispiel"),
        ("staedtetag-mueller", "Erika Müller"),
        ("staedtetag-muller", "Erika Müller"),
        ("staedtetag-strassner", "Erika Straßner"),
        ("staedtetag-li", "Wu Li"),
        ("ebeispiel", "Erika Beispiel-Muster"),
        ("staedtetag-rene", "René Muster"),
    ],
)
def test_ein_namensteil_in_der_kennung_wird_gemeldet(kennung: str, name: str) -> None:
    (befund,) = urteile(kennung_nennt_die_person, mitglied(kennung, name=name))

    assert (befund.code, befund.kennung) == ("K205", kennung)
    assert not any(word in befund.text for word in name.split())


def test_auch_das_verzeichnis_der_beauftragten_nennt_niemanden_in_der_kennung() -> None:
    fine = make("beauftragte", "ib-stadt-muster", stelle="stadt-muster", von="2025-01-01", name="Max Muster")
    wrong = make("beauftragte", "ib-stadt-max", stelle="stadt-muster", von="2025-01-01", name="Max Muster")

    assert gemeldet(kennung_nennt_die_person, fine, wrong) == [("K205", "ib-stadt-max")]


@pytest.mark.parametrize(
    ("kennung", "platz"),
    [
        ("staedtetag-1", {"sitz": "sitz-staedtetag"}),
        ("ministerium-1", {"sitz": "sitz-ministerium-a"}),
        ("ag-beispiel-03", {"gremium": "ag-beispiel", "sitz": None, "rolle": "staendig"}),
        ("gs-1", {"gremium": "geschaeftsstelle", "sitz": None, "rolle": "mitarbeit"}),
    ],
)
def test_eine_kennung_nach_dem_ersten_platz_ist_in_ordnung(kennung: str, platz: dict[str, str]) -> None:
    later = mandat(sitz="sitz-beauftragte-stadt", von="2026-01-01")

    assert gemeldet(kennung_folgt_nicht_dem_platz, mitglied(kennung, mandate=[later, mandat(**platz)])) == []


def test_eine_kennung_nach_einem_spaeteren_sitz_wird_gemeldet() -> None:
    person = mitglied("gemeindetag-1", mandate=[mandat(), mandat(sitz="sitz-gemeindetag", von="2026-01-01")])

    assert gemeldet(kennung_folgt_nicht_dem_platz, person) == [("K206", "gemeindetag-1")]


def test_ohne_mandat_ist_jede_kennung_recht() -> None:
    assert gemeldet(kennung_folgt_nicht_dem_platz, mitglied("person-7", mandate=[])) == []
