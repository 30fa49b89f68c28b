"""Who was there in what capacity, and who stood in for whom."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.regeln.anwesenheit import (
    nicht_bei_nennt_keinen_top,
    person_gehoert_nicht_zum_gremium,
    person_ist_anwesend_und_entschuldigt,
    person_steht_doppelt_in_der_anwesenheit,
    vertreten_ist_wer_selbst_da_war,
    vertretung_ist_nicht_zulaessig,
)
from tests.bau import beschluss, fassung, geschaeftsordnung, mandat, mitglied, netzwerk, sitzung, top
from tests.regeln.strategiegruppe import PERSONEN, die_zwoelf, gehalten, person, vertretung
from tests.regeln.urteil import gemeldet, urteile

DEPUTY = vertretung("staedtetag-2")
FUER = {"mitglied": "staedtetag-2", "fuer": "staedtetag-1"}
OHNE_STAEDTETAG = [p for p in PERSONEN if p != "staedtetag-1"]
OFFICE = mitglied("gs-1", mandate=[{"gremium": "geschaeftsstelle", "rolle": "mitarbeit", "von": "2025-01-01"}])


def test_die_zwoelf_und_die_geschaeftsstelle_gehoeren_dazu() -> None:
    da = gehalten(anwesend=[*PERSONEN, "gs-1"])

    assert gemeldet(person_gehoert_nicht_zum_gremium, *die_zwoelf(), OFFICE, da) == []


@pytest.mark.parametrize(
    ("felder", "where"),
    [
        ({"anwesend": ["staedtetag-3"]}, ("anwesend", 0, "mitglied")),
        ({"entschuldigt": ["staedtetag-3"]}, ("entschuldigt", 0)),
        ({"leitung": "staedtetag-3"}, ("leitung",)),
    ],
)
def test_ohne_mandat_an_diesem_tag_steht_niemand_in_der_liste(felder: dict[str, Any], where: tuple[str, ...]) -> None:
    ehemals = person("staedtetag-3", bis="2026-03-11")
    befunde = urteile(person_gehoert_nicht_zum_gremium, *die_zwoelf(), ehemals, gehalten(**felder))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("S301", "sg-2026-01", where)]


def test_wer_leitet_und_da_war_wird_einmal_gemeldet() -> None:
    ehemals = person("staedtetag-3", bis="2026-03-11")
    da = gehalten(anwesend=["staedtetag-3"], leitung="staedtetag-3")

    assert gemeldet(person_gehoert_nicht_zum_gremium, ehemals, da) == [("S301", "sg-2026-01")]


def test_in_der_arbeitsgruppe_zaehlt_deren_mandat() -> None:
    in_ag = mitglied(
        "ag-beispiel-01", mandate=[mandat(gremium="ag-beispiel", sitz=None, rolle="staendig", benannt=None)]
    )
    der_ag = sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", anwesend=["ag-beispiel-01", "staedtetag-1"])
    befunde = urteile(person_gehoert_nicht_zum_gremium, in_ag, mitglied(), der_ag)

    assert [b.feld for b in befunde] == [("anwesend", 1, "mitglied")]


def test_vor_dem_erfassten_zeitraum_duerfen_mandate_fehlen() -> None:
    da = gehalten(anwesend=["staedtetag-1"])

    assert (
        gemeldet(
            person_gehoert_nicht_zum_gremium,
            netzwerk(erfasst_ab="2026-04-01"),
            person("staedtetag-1", von="2026-04-01"),
            da,
        )
        == []
    )


def test_die_persoenliche_stellvertretung_darf_vertreten() -> None:
    da = gehalten(anwesend=[*OHNE_STAEDTETAG, FUER])

    assert gemeldet(vertretung_ist_nicht_zulaessig, *die_zwoelf(), DEPUTY, da) == []


@pytest.mark.parametrize(
    ("entry", "art", "reason"),
    [
        ({**FUER, "fuer": "gemeindetag-1"}, "persoenlich", "nur für den eigenen Sitz"),
        ({**FUER, "fuer": "kommunen-stadt-1"}, "pool", "nur für die eigene Bank"),
        (FUER, "keine", "keine Stellvertretung"),
        ({"mitglied": "gemeindetag-1", "fuer": "staedtetag-1"}, "persoenlich", "besteht keine Stellvertretung"),
        ({"mitglied": "staedtetag-2", "fuer": "staedtetag-2"}, "persoenlich", "ordentliches Mitglied"),
    ],
)
def test_eine_unzulaessige_vertretung_wird_begruendet(entry: dict[str, str], art: str, reason: str) -> None:
    law = geschaeftsordnung(fassung(stellvertretung=art))
    befunde = urteile(vertretung_ist_nicht_zulaessig, law, *die_zwoelf(), DEPUTY, gehalten(anwesend=[entry]))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("S302", "sg-2026-01", ("anwesend", 0, "fuer"))]
    assert reason in befunde[0].text


def test_im_pool_vertritt_wer_auf_derselben_bank_stellvertritt() -> None:
    law = geschaeftsordnung(fassung(stellvertretung="pool"))
    da = gehalten(anwesend=[{**FUER, "fuer": "gemeindetag-1"}])

    assert gemeldet(vertretung_ist_nicht_zulaessig, law, *die_zwoelf(), DEPUTY, da) == []


def test_wer_vertreten_wird_fehlt() -> None:
    assert gemeldet(vertreten_ist_wer_selbst_da_war, gehalten(anwesend=[*OHNE_STAEDTETAG, FUER])) == []
    assert gemeldet(vertreten_ist_wer_selbst_da_war, gehalten(anwesend=[*PERSONEN, FUER])) == [("S303", "sg-2026-01")]


def test_ohne_tagesordnung_waren_beide_zur_selben_zeit_da() -> None:
    da = sitzung(anwesend=["staedtetag-1", FUER])

    assert gemeldet(vertreten_ist_wer_selbst_da_war, da) == [("S303", "sg-2026-01")]


def test_zwei_koennen_nicht_dieselbe_person_vertreten() -> None:
    zwei = gehalten(anwesend=[*OHNE_STAEDTETAG, FUER, {"mitglied": "staedtetag-3", "fuer": "staedtetag-1"}])
    befunde = urteile(vertreten_ist_wer_selbst_da_war, zwei)

    assert [b.feld for b in befunde] == [("anwesend", 12, "fuer")]


def test_wer_frueher_geht_kann_danach_vertreten_werden() -> None:
    points = [top("eins"), top("zwei")]
    gegangen = [{"mitglied": "staedtetag-1", "nicht_bei": ["zwei"]}, {**FUER, "nicht_bei": ["eins"]}]

    assert gemeldet(vertreten_ist_wer_selbst_da_war, gehalten(*points, anwesend=gegangen)) == []


def test_wer_befangen_hinausgeht_kann_vertreten_werden() -> None:
    points = [top("eins", beschluesse=[beschluss(befangen=["staedtetag-1"])]), top("zwei")]
    da = ["staedtetag-1", {**FUER, "nicht_bei": ["zwei"]}]

    assert gemeldet(vertreten_ist_wer_selbst_da_war, gehalten(*points, anwesend=da)) == []


@pytest.mark.parametrize("feld", ["anwesend", "entschuldigt"])
def test_niemand_steht_doppelt_in_einer_liste(feld: str) -> None:
    people: dict[str, Any] = {feld: ["staedtetag-1", "gemeindetag-1", "staedtetag-1"]}
    doppelt = sitzung(**people)
    befunde = urteile(person_steht_doppelt_in_der_anwesenheit, doppelt)

    assert gemeldet(person_steht_doppelt_in_der_anwesenheit, gehalten()) == []
    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("S304", "sg-2026-01", (feld, 2))]


def test_niemand_ist_da_und_entschuldigt() -> None:
    beides = gehalten(entschuldigt=["staedtetag-1"])

    assert gemeldet(person_ist_anwesend_und_entschuldigt, beides) == [("S305", "sg-2026-01")]
    assert (
        gemeldet(
            person_ist_anwesend_und_entschuldigt, gehalten(anwesend=OHNE_STAEDTETAG, entschuldigt=["staedtetag-1"])
        )
        == []
    )


@pytest.mark.parametrize(("wobei", "found"), [("eins", []), ("ens", [("anwesend", 0, "nicht_bei", 0)])])
def test_nicht_bei_nennt_tops_die_es_gibt(wobei: str, found: list[tuple[str, ...]]) -> None:
    da = gehalten(top("eins"), anwesend=[{"mitglied": "staedtetag-1", "nicht_bei": [wobei]}])

    assert [b.feld for b in urteile(nicht_bei_nennt_keinen_top, da)] == found
