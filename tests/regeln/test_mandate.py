"""A Mandat: its Gremium, its Benennung, its end; and offices."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.mitglied import Mitglied
from netzint.regeln.mandate import (
    aemter_ueberschneiden_sich,
    amtszeit_ist_ueberschritten,
    benennung_durch_unbefugte,
    benennung_fehlt,
    benennung_nach_dem_beginn,
    grund_des_endes_fehlt,
    letzter_tag_fehlt,
    rolle_passt_nicht_zum_gremium,
    sitz_fehlt_oder_ist_zu_viel,
)
from tests.bau import SITZE, amt, fassung, geschaeftsordnung, mandat, mitglied
from tests.regeln.urteil import gemeldet, urteile


def mit(**felder: Any) -> Mitglied:
    """Someone with one Mandat."""
    return mitglied(mandate=[mandat(**felder)])


@pytest.mark.parametrize("felder", [{}, {"gremium": "ag-beispiel", "sitz": None, "rolle": "staendig"}])
def test_nur_in_der_strategiegruppe_gibt_es_sitze(felder: dict[str, Any]) -> None:
    assert gemeldet(sitz_fehlt_oder_ist_zu_viel, mit(**felder)) == []


@pytest.mark.parametrize(
    ("felder", "feld"),
    [({"sitz": None}, ("mandate", 0)), ({"gremium": "ag-beispiel"}, ("mandate", 0, "sitz"))],
)
def test_ein_fehlender_oder_ueberzaehliger_sitz_wird_gemeldet(
    felder: dict[str, Any], feld: tuple[str | int, ...]
) -> None:
    (befund,) = urteile(sitz_fehlt_oder_ist_zu_viel, mit(**felder))

    assert (befund.code, befund.kennung, befund.feld) == ("Q201", "staedtetag-1", feld)


@pytest.mark.parametrize(
    ("gremium", "rolle"),
    [("strategiegruppe", "stellvertretend"), ("ag-beispiel", "sachverstaendig"), ("geschaeftsstelle", "mitarbeit")],
)
def test_jedes_gremium_hat_seine_rollen(gremium: str, rolle: str) -> None:
    assert gemeldet(rolle_passt_nicht_zum_gremium, mit(gremium=gremium, rolle=rolle)) == []


@pytest.mark.parametrize(
    ("gremium", "rolle"),
    [
        ("strategiegruppe", "staendig"),
        ("strategiegruppe", "leitung"),
        ("ag-beispiel", "ordentlich"),
        ("geschaeftsstelle", "gast"),
    ],
)
def test_eine_rolle_aus_einem_anderen_gremium_wird_gemeldet(gremium: str, rolle: str) -> None:
    (befund,) = urteile(rolle_passt_nicht_zum_gremium, mit(gremium=gremium, rolle=rolle))

    assert (befund.code, befund.kennung, befund.feld) == ("Q202", "staedtetag-1", ("mandate", 0, "rolle"))


def test_ab_dem_erfassten_zeitraum_braucht_ein_mandat_eine_benennung() -> None:
    (befund,) = urteile(benennung_fehlt, mit(benannt=None))

    assert (befund.code, befund.kennung, befund.feld) == ("Q203", "staedtetag-1", ("mandate", 0))


def test_vor_dem_erfassten_zeitraum_ist_die_benennung_freiwillig() -> None:
    assert gemeldet(benennung_fehlt, mit(benannt=None, von="2024-12-31")) == []
    assert gemeldet(benennung_fehlt, mit(benannt=None, gremium="ag-beispiel", sitz=None, rolle="gast")) == []


def test_wer_nicht_benennen_darf_wird_gemeldet() -> None:
    (befund,) = urteile(benennung_durch_unbefugte, mit(benannt={"durch": "gemeindetag", "am": "2025-01-15"}))

    assert (befund.code, befund.kennung, befund.feld) == ("Q204", "staedtetag-1", ("mandate", 0, "benannt", "durch"))
    assert befund.hinweis == "Benennen darf: staedtetag."
    assert gemeldet(benennung_durch_unbefugte, mitglied()) == []


def test_es_gilt_die_fassung_vom_tag_der_benennung() -> None:
    later = [{**s, "benannt_von": ["gemeindetag"]} if s["kennung"] == "sitz-staedtetag" else s for s in SITZE]
    law = geschaeftsordnung(fassung(), fassung("2025-01-20", sitze=later))

    assert gemeldet(benennung_durch_unbefugte, law, mitglied()) == []


def test_eine_benennung_nach_dem_beginn_wird_gemeldet() -> None:
    (befund,) = urteile(benennung_nach_dem_beginn, mit(benannt={"durch": "staedtetag", "am": "2025-02-02"}))

    assert (befund.code, befund.kennung, befund.feld) == ("Q205", "staedtetag-1", ("mandate", 0, "benannt", "am"))


def test_eine_benennung_am_tag_des_beginns_ist_in_ordnung() -> None:
    assert gemeldet(benennung_nach_dem_beginn, mit(benannt={"durch": "staedtetag", "am": "2025-02-01"})) == []


def test_ein_ende_ohne_grund_ist_ein_hinweis() -> None:
    (befund,) = urteile(grund_des_endes_fehlt, mit(bis="2026-10-31"))

    assert (befund.code, befund.kennung, befund.feld) == ("Q206", "staedtetag-1", ("mandate", 0, "bis"))


@pytest.mark.parametrize(
    "felder",
    [
        {"bis": "2026-10-31", "ende": {"grund": "niedergelegt", "am": "2026-10-20"}},
        {"von": "2023-01-01", "bis": "2024-12-31"},
        {"bis": "2027-10-31"},
    ],
)
def test_begruendete_fruehe_und_kuenftige_enden_sind_in_ordnung(felder: dict[str, Any]) -> None:
    assert gemeldet(grund_des_endes_fehlt, mit(**felder)) == []


def test_ein_grund_ohne_letzten_tag_wird_gemeldet() -> None:
    ende = {"grund": "amt_beendet", "am": "2026-10-20"}

    (befund,) = urteile(letzter_tag_fehlt, mit(ende=ende))

    assert (befund.code, befund.kennung, befund.feld) == ("Q207", "staedtetag-1", ("mandate", 0, "ende"))
    assert gemeldet(letzter_tag_fehlt, mit(ende=ende, bis="2026-10-31")) == []


def test_dasselbe_amt_zweimal_zugleich_wird_gemeldet() -> None:
    (befund,) = urteile(aemter_ueberschneiden_sich, mitglied(aemter=[amt(von="2025-01-01"), amt()]))

    assert (befund.code, befund.kennung, befund.feld) == ("Q208", "staedtetag-1", ("aemter", 0, "von"))


def test_verschiedene_aemter_duerfen_zugleich_laufen() -> None:
    offices = [amt(), amt(amt="leitung"), amt(stelle="gemeindetag")]

    assert gemeldet(aemter_ueberschneiden_sich, mitglied(aemter=offices)) == []


def test_nach_der_amtszeit_ist_neu_zu_benennen() -> None:
    law = geschaeftsordnung(fassung(amtszeit="12"))

    (befund,) = urteile(amtszeit_ist_ueberschritten, law, mitglied())

    assert (befund.code, befund.kennung, befund.feld) == ("Q209", "staedtetag-1", ("mandate", 0, "von"))
    assert "seit 01.02.2026" in befund.text


def test_ohne_oder_innerhalb_der_amtszeit_ist_alles_in_ordnung() -> None:
    assert gemeldet(amtszeit_ist_ueberschritten, mitglied()) == []
    assert gemeldet(amtszeit_ist_ueberschritten, geschaeftsordnung(fassung(amtszeit="24")), mitglied()) == []


@given(st.dates(date(2020, 6, 1), date(2040, 1, 1)), st.integers(0, 99_999))
def test_jede_amtszeit_laesst_sich_ausrechnen(von: date, months: int) -> None:
    law = geschaeftsordnung(fassung(amtszeit=str(months)))

    assert len(gemeldet(amtszeit_ist_ueberschritten, law, mit(von=str(von)), am=date(2040, 1, 1))) <= 1
