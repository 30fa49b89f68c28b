"""The wordings of an Empfehlung are numbered, dated and handed in in order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.regeln.empfehlungsfassungen import (
    empfehlung_hat_keine_fassung,
    fassung_ist_aelter_als_die_arbeitsgruppe,
    fassung_ist_aelter_als_die_davor,
    fassung_ist_vor_ihrem_tag_eingereicht,
    fassungen_sind_nicht_fortlaufend_nummeriert,
)
from tests.bau import arbeitsgruppe, empfehlung, hefassung
from tests.regeln.urteil import gemeldet, urteile

TAGE = st.dates(date(2025, 7, 1), date(2026, 12, 31))


def test_die_erste_fassung_traegt_die_eins() -> None:
    zwei = empfehlung(fassungen=[hefassung(), hefassung(nr="2")])

    assert gemeldet(fassungen_sind_nicht_fortlaufend_nummeriert, zwei) == []


@pytest.mark.parametrize(("nummern", "where"), [("13", 1), ("2", 0), ("11", 1), ("0", 0)])
def test_eine_luecke_in_den_fassungen_wird_gemeldet(nummern: str, where: int) -> None:
    befunde = urteile(
        fassungen_sind_nicht_fortlaufend_nummeriert, empfehlung(fassungen=[hefassung(nr=nr) for nr in nummern])
    )

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("E105", "he-2026-01", ("fassungen", where, "nr"))]


def test_eine_empfehlung_ohne_fassung_wird_gemeldet() -> None:
    assert gemeldet(empfehlung_hat_keine_fassung, empfehlung()) == []
    assert gemeldet(empfehlung_hat_keine_fassung, empfehlung(fassungen=[])) == [("E106", "he-2026-01")]


def test_eine_vorgemerkte_nummer_die_entfaellt_braucht_keine_fassung() -> None:
    weg = empfehlung(fassungen=[], entfallen={"am": "2026-11-01", "grund": "Doppelt."})

    assert gemeldet(empfehlung_hat_keine_fassung, weg) == []


@given(first=TAGE, second=TAGE)
def test_fassungen_stehen_in_der_reihenfolge_ihrer_tage(first: date, second: date) -> None:
    zwei = empfehlung(
        fassungen=[
            hefassung(vom=str(first), eingereicht=str(first)),
            hefassung(nr="2", vom=str(second), eingereicht=str(second)),
        ]
    )

    reported = [("E107", "he-2026-01")] if second < first else []
    assert gemeldet(fassung_ist_aelter_als_die_davor, zwei) == reported


@given(vom=TAGE, days=st.integers(-30, 30))
def test_eingereicht_wird_nicht_vor_dem_tag_der_fassung(vom: date, days: int) -> None:
    he = empfehlung(fassungen=[hefassung(vom=str(vom), eingereicht=str(vom + timedelta(days)))])

    assert gemeldet(fassung_ist_vor_ihrem_tag_eingereicht, he) == ([("E108", "he-2026-01")] if days < 0 else [])


@pytest.mark.parametrize(("vom", "reported"), [("2025-07-01", []), ("2025-06-30", [("E109", "he-2026-01")])])
def test_eine_fassung_ist_nicht_aelter_als_ihre_arbeitsgruppe(vom: str, reported: list[tuple[str, str]]) -> None:
    he = empfehlung(fassungen=[hefassung(vom=vom)])

    assert gemeldet(fassung_ist_aelter_als_die_arbeitsgruppe, he, arbeitsgruppe()) == reported


def test_ohne_lesbare_arbeitsgruppe_bleibt_das_alter_offen() -> None:
    assert gemeldet(fassung_ist_aelter_als_die_arbeitsgruppe, empfehlung(), unlesbar=("ag-beispiel",)) == []
