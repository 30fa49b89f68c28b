"""Periods: order of their days, order of what was before, and exact days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.grund import Eintrag
from netzint.regeln.zeitraeume import (
    fruehere_angaben_sind_ungeordnet,
    tag_fehlt_im_erfassten_zeitraum,
    zeitraum_endet_vor_dem_beginn,
)
from tests.bau import amt, arbeitsgruppe, make, mandat, mitglied, netzwerk, stelle, thema
from tests.regeln.urteil import gemeldet, urteile

AG = {"auftrag": "A\n", "staendige_mitglieder": "9", "von": "2025-07-01", "bis": "2026-12-31"}
BEAUFTRAGTE = {"stelle": "stadt", "name": "Erika Beispiel"}
FACHTAG = {"titel": "Fachtag", "art": "Fachtag", "ort": "Hier"}
ZIEL = {"titel": "Ziel", "beschreibung": "Ziel\n"}


@pytest.mark.parametrize(
    ("eintrag", "feld"),
    [
        (mitglied(aemter=[amt(), amt(von="2026-03-01", bis="2025-12-31")]), ("aemter", 1, "bis")),
        (mitglied(mandate=[mandat(von="2026-03-01", bis="2025-12-31")]), ("mandate", 0, "bis")),
        (arbeitsgruppe(mandat={**AG, "bis": "2025-06-30"}), ("mandat", "bis")),
        (
            arbeitsgruppe(verlaengerungen=[{"ab": "2027-01-01", "bis": "2026-12-01"}]),
            ("verlaengerungen", 0, "bis"),
        ),
        (make("beauftragte", "ib-stadt", **BEAUFTRAGTE, von="2026-03-01", bis="2025-12-31"), ("bis",)),
        (make("veranstaltung", "va-2026-01", **FACHTAG, datum="2026-03-01", bis="2026-02-28"), ("bis",)),
        (make("ziel", "ziel-a", **ZIEL, ab="2026-03-01", bis="2026-02-28"), ("bis",)),
        (thema(aufgenommen="2026-03-01", bis="2026-02-28"), ("bis",)),
    ],
)
def test_ein_ende_vor_dem_beginn_wird_am_ende_gemeldet(eintrag: Eintrag, feld: tuple[str | int, ...]) -> None:
    (befund,) = urteile(zeitraum_endet_vor_dem_beginn, eintrag)

    assert (befund.code, befund.kennung, befund.feld) == ("K301", eintrag.kennung, feld)


def test_ein_einziger_tag_und_ein_offenes_ende_sind_zeitraeume() -> None:
    person = mitglied(aemter=[amt(von="2025-01-01", bis="2025-01-01")], mandate=[mandat()])

    assert gemeldet(zeitraum_endet_vor_dem_beginn, person, arbeitsgruppe()) == []


@given(st.dates(), st.dates())
def test_gemeldet_wird_genau_was_an_keinem_tag_gilt(von: object, bis: object) -> None:
    person = mitglied(mandate=[mandat(von=str(von), bis=str(bis))])

    assert bool(gemeldet(zeitraum_endet_vor_dem_beginn, person)) == (str(bis) < str(von))


def test_fruehere_namen_in_ihrer_reihenfolge_sind_in_ordnung() -> None:
    dorf = stelle("dorf", "gemeinde", frueher=[{"name": "A", "bis": "2019-12"}, {"name": "B", "bis": "2023-12-31"}])

    assert gemeldet(fruehere_angaben_sind_ungeordnet, dorf) == []


@pytest.mark.parametrize("bis", ["2019-12-31", "2023-12-31"])
def test_ungeordnete_fruehere_namen_werden_gemeldet(bis: str) -> None:
    dorf = stelle("dorf", "gemeinde", frueher=[{"name": "B", "bis": "2023-12-31"}, {"name": "A", "bis": bis}])

    (befund,) = urteile(fruehere_angaben_sind_ungeordnet, dorf)

    assert (befund.code, befund.kennung, befund.feld) == ("K302", "dorf", ("frueher", 1, "bis"))


def test_ungeordnete_fruehere_fassungen_eines_ziels_und_namen_einer_ag_werden_gemeldet() -> None:
    ziel = make(
        "ziel",
        "ziel-a",
        **ZIEL,
        ab="2021-01",
        frueher=[{"beschreibung": "B\n", "bis": "2023-12"}, {"beschreibung": "A\n", "bis": "2022-12"}],
    )
    ag = arbeitsgruppe(frueher=[{"name": "B", "bis": "2025-12-31"}, {"name": "A", "bis": "2025-11-30"}])

    assert gemeldet(fruehere_angaben_sind_ungeordnet, ziel, ag) == [("K302", "ag-beispiel"), ("K302", "ziel-a")]


def test_vor_dem_erfassten_zeitraum_genuegt_der_monat() -> None:
    person = mitglied(aemter=[amt(von="2019-05")], mandate=[mandat(von="2021-10", bis="2024-12")])

    assert gemeldet(tag_fehlt_im_erfassten_zeitraum, person) == []


@pytest.mark.parametrize(
    ("eintrag", "feld"),
    [
        (mitglied(mandate=[mandat(von="2025-03")]), ("mandate", 0, "von")),
        (mitglied(mandate=[mandat(von="2024-03", bis="2025-01")]), ("mandate", 0, "bis")),
        (arbeitsgruppe(abschluss={"am": "2026-07"}), ("abschluss", "am")),
        (stelle("amt", bis="2026-07"), ("bis",)),
        (stelle("amt", frueher=[{"name": "A", "bis": "2026-07"}]), ("frueher", 0, "bis")),
    ],
)
def test_im_erfassten_zeitraum_fehlt_der_tag(eintrag: Eintrag, feld: tuple[str | int, ...]) -> None:
    (befund,) = urteile(tag_fehlt_im_erfassten_zeitraum, eintrag)

    assert (befund.code, befund.kennung, befund.feld) == ("K303", eintrag.kennung, feld)


def test_der_erfasste_zeitraum_beginnt_wo_netzwerk_yaml_es_sagt() -> None:
    person = mitglied(mandate=[mandat(von="2025-03")])

    assert gemeldet(tag_fehlt_im_erfassten_zeitraum, person, netzwerk(erfasst_ab="2026-01-01")) == []
