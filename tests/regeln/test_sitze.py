"""Seats: at most one ordentliches Mitglied each, one seat per person, deputies as provided."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.grund import Eintrag
from netzint.modell.mitglied import Mitglied
from netzint.regeln.sitze import (
    mandate_ueberschneiden_sich,
    person_sitzt_auf_zwei_sitzen,
    person_vertritt_und_ist_mitglied,
    sitz_doppelt_besetzt,
    sitz_gehoert_nicht_zur_fassung,
    sitz_hat_zwei_stellvertretungen,
    sitz_ist_vakant,
    stellvertretung_ist_nicht_vorgesehen,
)
from tests.bau import SITZE, fassung, geschaeftsordnung, mandat, mitglied
from tests.regeln.urteil import gemeldet, urteile


def person(kennung: str, *mandate: dict[str, Any]) -> Mitglied:
    """Someone with these Mandate."""
    return mitglied(kennung, mandate=list(mandate))


def vertretung(**felder: Any) -> dict[str, Any]:
    """A deputy's Mandat."""
    return mandat(rolle="stellvertretend", **felder)


def alle_besetzt() -> list[Eintrag]:
    """Someone on every one of the twelve seats."""
    return [person(s["kennung"].removeprefix("sitz-") + "-1", mandat(sitz=s["kennung"])) for s in SITZE]


def test_ein_sitz_der_geltenden_fassung_ist_in_ordnung() -> None:
    assert gemeldet(sitz_gehoert_nicht_zur_fassung, mitglied()) == []


@pytest.mark.parametrize(("bis", "reported"), [({}, [("Q101", "staedtetag-1")]), ({"bis": "2025-12-31"}, [])])
def test_ein_mandat_ueberlebt_seinen_sitz_nicht(bis: dict[str, str], reported: list[tuple[str, str]]) -> None:
    renamed = [{**s, "kennung": "sitz-neu"} if s["kennung"] == "sitz-staedtetag" else s for s in SITZE]
    law = geschaeftsordnung(fassung(), fassung("2026-01-01", sitze=renamed))

    assert gemeldet(sitz_gehoert_nicht_zur_fassung, law, person("staedtetag-1", mandat(**bis))) == reported


def test_einen_sitz_den_keine_fassung_kennt_meldet_nur_der_verweis() -> None:
    assert gemeldet(sitz_gehoert_nicht_zur_fassung, person("staedtetag-1", mandat(sitz="sitz-fehlt"))) == []


def test_ein_mandat_nach_dem_anderen_ist_in_ordnung() -> None:
    entries = [person("staedtetag-1", mandat(bis="2026-02-28")), person("staedtetag-2", mandat(von="2026-03-01"))]

    assert gemeldet(sitz_doppelt_besetzt, *entries) == []


def test_das_zweite_mitglied_auf_einem_sitz_wird_gemeldet() -> None:
    entries = [person("staedtetag-1", mandat(bis="2026-03-31")), person("staedtetag-2", mandat(von="2026-03-01"))]

    (befund,) = urteile(sitz_doppelt_besetzt, *entries)

    assert (befund.code, befund.kennung, befund.feld) == ("Q102", "staedtetag-2", ("mandate", 0, "von"))
    assert "am 01.03.2026 schon mit staedtetag-1 besetzt" in befund.text


def test_eine_stellvertretung_besetzt_den_sitz_nicht() -> None:
    assert gemeldet(sitz_doppelt_besetzt, mitglied(), person("staedtetag-2", vertretung())) == []


@given(st.lists(st.tuples(st.integers(0, 20), st.none() | st.integers(0, 8)), min_size=1, max_size=5))
def test_doppelt_besetzt_ist_ein_sitz_genau_dann_wenn_es_ein_tag_ist(periods: list[tuple[int, int | None]]) -> None:
    start = date(2025, 2, 1)
    people = []
    for nr, (von, length) in enumerate(periods):
        bis = {} if length is None else {"bis": str(start + timedelta(von + length))}
        people.append(person(f"staedtetag-{nr}", mandat(von=str(start + timedelta(von)), **bis)))
    days = [start + timedelta(n) for n in range(40)]

    doubled = any(sum(p.mandate[0].gilt_am(day) for p in people) > 1 for day in days)

    assert bool(gemeldet(sitz_doppelt_besetzt, *people)) == doubled


def test_zwoelf_besetzte_sitze_sind_keine_vakanz() -> None:
    assert gemeldet(sitz_ist_vakant, *alle_besetzt()) == []


def test_ein_leerer_sitz_nennt_wer_benennen_darf() -> None:
    entries = [e for e in alle_besetzt() if e.kennung != "kommunen-stadt-1"]

    (befund,) = urteile(sitz_ist_vakant, *entries)

    assert (befund.code, befund.kennung, befund.schluessel) == ("Q103", "geschaeftsordnung", ("sitz-kommunen-stadt",))
    assert befund.feld == ("fassungen", 0, "strategiegruppe", "sitze", 7)
    assert befund.hinweis == "Benennen darf: gemeindetag oder staedtetag oder landkreistag."


def test_eine_vergangene_vakanz_wird_nicht_gemeldet() -> None:
    entries = [e for e in alle_besetzt() if e.kennung != "staedtetag-1"]
    again = [person("staedtetag-1", mandat(bis="2025-06-30")), person("staedtetag-2", mandat(von="2025-11-01"))]

    assert gemeldet(sitz_ist_vakant, *entries, *again) == []
    (befund,) = urteile(sitz_ist_vakant, *entries, *again, am=date(2025, 8, 1))
    assert befund.text.endswith("(zuletzt bis 30.06.2025)")


def test_eine_unlesbare_datei_kann_den_sitz_besetzen() -> None:
    entries = [e for e in alle_besetzt() if e.kennung != "staedtetag-1"]

    assert gemeldet(sitz_ist_vakant, *entries, unlesbar=("staedtetag-1",)) == []


def test_ein_wechsel_des_sitzes_ist_in_ordnung() -> None:
    changed = person("staedtetag-1", mandat(bis="2026-02-28"), mandat(sitz="sitz-kommunen-stadt", von="2026-03-01"))

    assert gemeldet(person_sitzt_auf_zwei_sitzen, changed) == []


def test_eine_person_auf_zwei_sitzen_wird_gemeldet() -> None:
    doubled = person("staedtetag-1", mandat(), mandat(sitz="sitz-kommunen-stadt", von="2026-03-01"))

    (befund,) = urteile(person_sitzt_auf_zwei_sitzen, doubled)

    assert (befund.code, befund.kennung, befund.feld) == ("Q104", "staedtetag-1", ("mandate", 1, "sitz"))


def test_wer_aufrueckt_vertritt_nicht_mehr() -> None:
    risen = person("staedtetag-1", vertretung(bis="2026-02-28"), mandat(von="2026-03-01"))

    assert gemeldet(person_vertritt_und_ist_mitglied, risen) == []


@pytest.mark.parametrize(
    ("first", "second"), [(vertretung(), mandat(von="2026-03-01")), (mandat(), vertretung(von="2026-03-01"))]
)
def test_wer_zugleich_vertritt_und_mitglied_ist_wird_gemeldet(first: dict[str, Any], second: dict[str, Any]) -> None:
    (befund,) = urteile(person_vertritt_und_ist_mitglied, person("staedtetag-1", first, second))

    assert (befund.code, befund.kennung, befund.feld) == ("Q105", "staedtetag-1", ("mandate", 1, "rolle"))


def test_in_einer_ag_darf_ein_mitglied_auch_mitarbeiten() -> None:
    both = person("staedtetag-1", mandat(), mandat(gremium="ag-beispiel", sitz=None, rolle="staendig"))

    assert gemeldet(person_vertritt_und_ist_mitglied, both) == []
    assert gemeldet(mandate_ueberschneiden_sich, both) == []


@pytest.mark.parametrize(
    "mandate",
    [
        [mandat(), mandat(von="2026-03-01")],
        [
            mandat(gremium="ag-beispiel", sitz=None, rolle="staendig"),
            mandat(gremium="ag-beispiel", sitz=None, rolle="leitung", von="2026-03-01"),
        ],
    ],
)
def test_zwei_mandate_zugleich_im_selben_gremium_werden_gemeldet(mandate: list[dict[str, Any]]) -> None:
    (befund,) = urteile(mandate_ueberschneiden_sich, person("staedtetag-1", *mandate))

    assert (befund.code, befund.kennung, befund.feld) == ("Q106", "staedtetag-1", ("mandate", 1, "von"))
    assert gemeldet(sitz_doppelt_besetzt, person("staedtetag-1", *mandate)) == []


def test_ohne_stellvertretung_in_der_geschaeftsordnung_gibt_es_keine() -> None:
    deputy = person("staedtetag-2", vertretung())
    law = geschaeftsordnung(fassung(), fassung("2026-01-01", stellvertretung="keine"))

    (befund,) = urteile(stellvertretung_ist_nicht_vorgesehen, law, deputy)

    assert (befund.code, befund.kennung, befund.feld) == ("Q107", "staedtetag-2", ("mandate", 0, "rolle"))
    assert gemeldet(stellvertretung_ist_nicht_vorgesehen, deputy) == []


def test_zwei_stellvertretungen_eines_sitzes_werden_gemeldet() -> None:
    entries = [person("staedtetag-2", vertretung()), person("staedtetag-3", vertretung(von="2026-03-01"))]

    (befund,) = urteile(sitz_hat_zwei_stellvertretungen, *entries)

    assert (befund.code, befund.kennung, befund.feld) == ("Q108", "staedtetag-3", ("mandate", 0, "von"))


def test_im_pool_darf_ein_sitz_mehrere_stellvertretungen_haben() -> None:
    entries = [person("staedtetag-2", vertretung()), person("staedtetag-3", vertretung(von="2026-03-01"))]

    assert gemeldet(sitz_hat_zwei_stellvertretungen, geschaeftsordnung(fassung(stellvertretung="pool")), *entries) == []


def test_nach_dem_pool_muss_eine_der_stellvertretungen_enden() -> None:
    entries = [person("staedtetag-2", vertretung()), person("staedtetag-3", vertretung(von="2025-03-01"))]
    law = geschaeftsordnung(fassung(stellvertretung="pool"), fassung("2026-01-01"))

    (befund,) = urteile(sitz_hat_zwei_stellvertretungen, law, *entries)

    assert (befund.code, befund.kennung) == ("Q108", "staedtetag-3")
    assert "am 01.01.2026" in befund.text
