"""Umlaufverfahren are allowed, long enough, closed in time, and ended by an objection."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.regeln.umlaeufe import (
    entfallener_umlauf_hat_ein_ergebnis,
    umlauf_ist_nicht_abgeschlossen,
    umlauf_ist_nicht_erlaubt,
    umlauf_ist_zu_frueh_abgeschlossen,
    umlauffrist_endet_vor_dem_versand,
    umlauffrist_ist_zu_kurz,
    widerspruch_ist_uebergangen,
)
from tests.bau import fassung, geschaeftsordnung
from tests.regeln.strategiegruppe import PERSONEN, die_zwoelf
from tests.regeln.umlauf import stimme, umlauf
from tests.regeln.urteil import gemeldet, urteile

VERBOTEN = fassung("2026-01-01", umlauf={"erlaubt": "nein", "frist": "14"})
EINSPRUCH = [{"mitglied": "gemeindetag-1", "am": "2026-03-10"}]


def test_die_geschaeftsordnung_erlaubt_den_umlauf_oder_nicht() -> None:
    assert gemeldet(umlauf_ist_nicht_erlaubt, umlauf()) == []
    assert gemeldet(umlauf_ist_nicht_erlaubt, geschaeftsordnung(fassung(), VERBOTEN), umlauf()) == [
        ("U101", "um-2026-01")
    ]


def test_es_gilt_die_fassung_vom_tag_des_versands() -> None:
    spaeter = geschaeftsordnung(fassung(), {**VERBOTEN, "gilt_ab": "2026-03-03"})

    assert gemeldet(umlauf_ist_nicht_erlaubt, spaeter, umlauf()) == []


@given(st.integers(-30, 40))
def test_die_frist_ist_lang_genug_oder_wird_einmal_gemeldet(days: int) -> None:
    entry = umlauf(frist=str(date(2026, 3, 2) + timedelta(days)), abschluss=None)
    wanted = [("U110", "um-2026-01")] if days < 0 else [("U102", "um-2026-01")] if days < 14 else []
    rules = (umlauffrist_ist_zu_kurz, umlauffrist_endet_vor_dem_versand)

    assert [found for rule in rules for found in gemeldet(rule, entry)] == wanted


def test_auch_der_abschluss_liegt_nach_dem_versand() -> None:
    entry = umlauf(abschluss={"am": "2026-03-01", "ergebnis": "angenommen"})

    assert [b.feld for b in urteile(umlauffrist_endet_vor_dem_versand, entry)] == [("abschluss",)]


FRUEH = {"am": "2026-03-10", "ergebnis": "angenommen"}
ELF = [stimme(p) for p in PERSONEN[1:]]


@pytest.mark.parametrize(
    "felder",
    [
        {},
        {"abschluss": FRUEH},
        {"stimmen": ELF, "abschluss": {"am": "2026-03-17", "ergebnis": "angenommen"}},
        {"stimmen": ELF, "befangen": [PERSONEN[0]], "abschluss": FRUEH},
        {"stimmen": [], "widerspruch": EINSPRUCH, "abschluss": {"am": "2026-03-10", "ergebnis": "widersprochen"}},
    ],
)
def test_abgeschlossen_wird_nach_der_frist_oder_wenn_alle_geantwortet_haben(felder: dict[str, Any]) -> None:
    assert gemeldet(umlauf_ist_zu_frueh_abgeschlossen, *die_zwoelf(), umlauf(**felder)) == []


@pytest.mark.parametrize("stimmen", [ELF, [stimme(PERSONEN[0], am="2026-03-11"), *ELF]])
def test_ein_vorzeitiger_abschluss_wird_gemeldet(stimmen: list[dict[str, str]]) -> None:
    befunde = urteile(umlauf_ist_zu_frueh_abgeschlossen, *die_zwoelf(), umlauf(stimmen=stimmen, abschluss=FRUEH))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("U106", "um-2026-01", ("abschluss", "am"))]
    assert "1 von 12" in befunde[0].text


def test_auch_am_letzten_tag_der_frist_kann_noch_jemand_widersprechen() -> None:
    assert gemeldet(umlauf_ist_zu_frueh_abgeschlossen, *die_zwoelf(), umlauf(stimmen=ELF)) == [("U106", "um-2026-01")]


@pytest.mark.parametrize(
    ("widerspruch", "ergebnis", "found"),
    [
        ([], "angenommen", 0),
        (EINSPRUCH, "widersprochen", 0),
        (EINSPRUCH, "angenommen", 1),
        ([], "widersprochen", 1),
        ([{"mitglied": "gemeindetag-1", "am": "2026-03-17"}], "angenommen", 0),
    ],
)
def test_ein_rechtzeitiger_widerspruch_beendet_den_umlauf(
    widerspruch: list[dict[str, str]], ergebnis: str, found: int
) -> None:
    entry = umlauf(widerspruch=widerspruch, abschluss={"am": "2026-03-16", "ergebnis": ergebnis})

    assert gemeldet(widerspruch_ist_uebergangen, entry) == [("U107", "um-2026-01")] * found


@pytest.mark.parametrize(("tag", "reported"), [(16, []), (17, [("U109", "um-2026-01")])])
def test_nach_der_frist_steht_das_ergebnis_da(tag: int, reported: list[tuple[str, str]]) -> None:
    assert gemeldet(umlauf_ist_nicht_abgeschlossen, umlauf(abschluss=None), am=date(2026, 3, tag)) == reported
    assert gemeldet(umlauf_ist_nicht_abgeschlossen, umlauf()) == []


def test_ein_aufgegebener_umlauf_hat_kein_ergebnis() -> None:
    given_up = {"am": "2026-03-03", "grund": "Erledigt."}

    assert gemeldet(entfallener_umlauf_hat_ein_ergebnis, umlauf(abschluss=None, entfallen=given_up)) == []
    assert gemeldet(entfallener_umlauf_hat_ein_ergebnis, umlauf()) == []
    befunde = urteile(entfallener_umlauf_hat_ein_ergebnis, umlauf(entfallen=given_up))
    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("U112", "um-2026-01", ("entfallen",))]


def test_eine_entfallene_nummer_wird_nicht_beurteilt() -> None:
    weg = umlauf(abschluss=None, frist="2026-03-03", entfallen={"am": "2026-03-03", "grund": "Doppelt."})

    for rule in (umlauf_ist_nicht_abgeschlossen, umlauffrist_ist_zu_kurz):
        assert gemeldet(rule, weg) == []
