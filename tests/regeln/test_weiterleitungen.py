"""Forwarded is what was accepted, to those it names, once to each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.empfehlung import Empfehlung
from netzint.modell.sitzung import Sitzung
from netzint.regeln.weiterleitungen import (
    angenommenes_ist_noch_nicht_weitergeleitet,
    antwort_ist_vor_der_weiterleitung_erbeten,
    stelle_hat_zwei_weiterleitungen,
    weitergeleitet_wird_nach_dem_beschluss,
    weitergeleitet_wird_nur_angenommenes,
    weiterleitung_geht_an_eine_fremde_stelle,
)
from tests.bau import empfehlung, netzwerk, sitzung, stelle, top
from tests.regeln.urteil import gemeldet, urteile

TAGE = st.dates(date(2025, 7, 1), date(2026, 12, 31))


def an(stelle: str = "ministerium", am: str = "2026-03-20", **felder: Any) -> dict[str, Any]:
    """A Weiterleitung."""
    return {"stelle": stelle, "am": am, **felder}


def he(*weiterleitungen: dict[str, Any]) -> Empfehlung:
    """he-2026-01, addressed to the ministry."""
    return empfehlung(weiterleitungen=list(weiterleitungen))


def vote(ergebnis: str = "angenommen", **felder: Any) -> Sitzung:
    """The Sitzung of 12 March 2026 that voted on it."""
    antrag = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}
    beschluss = {"kennung": "he-2026-01", "antrag": antrag, "ergebnis": ergebnis}
    return sitzung(tagesordnung=[top("he-2026-01", beschluesse=[beschluss])], **felder)


@pytest.mark.parametrize("ergebnis", ["angenommen", "geaendert_angenommen"])
def test_angenommenes_wird_weitergeleitet(ergebnis: str) -> None:
    assert gemeldet(weitergeleitet_wird_nur_angenommenes, he(an()), vote(ergebnis)) == []


@pytest.mark.parametrize("ergebnis", ["abgelehnt", "vertagt", "zurueckverwiesen", "nicht_beschlussfaehig"])
def test_anderes_wird_nicht_weitergeleitet(ergebnis: str) -> None:
    befunde = urteile(weitergeleitet_wird_nur_angenommenes, he(an()), vote(ergebnis))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("E301", "he-2026-01", ("weiterleitungen", 0))]
    assert gemeldet(weitergeleitet_wird_nur_angenommenes, he(an())) == [("E301", "he-2026-01")]


def test_was_vor_der_erfassung_weitergeleitet_war_darf_weitergegeben_werden() -> None:
    early = an("staedtetag", am="2024-03-20")

    assert gemeldet(weitergeleitet_wird_nur_angenommenes, he(early, an())) == []


def test_der_beschluss_einer_arbeitsgruppe_genuegt_nicht() -> None:
    der_ag = vote(kennung="ag-beispiel-sitzung-2026-01", gremium="ag-beispiel")

    assert gemeldet(weitergeleitet_wird_nur_angenommenes, he(an()), der_ag) == [("E301", "he-2026-01")]


def test_vor_dem_erfassten_zeitraum_fehlt_der_beschluss_zu_recht() -> None:
    frueher = netzwerk(erfasst_ab="2026-04-01")

    assert gemeldet(weitergeleitet_wird_nur_angenommenes, frueher, he(an())) == []


def test_der_beschluss_kann_in_einer_unlesbaren_sitzung_stehen() -> None:
    assert gemeldet(weitergeleitet_wird_nur_angenommenes, he(an()), unlesbar=("sg-2026-01",)) == []


@given(am=TAGE)
def test_weitergeleitet_wird_ab_dem_tag_der_sitzung(am: date) -> None:
    reported = [("E302", "he-2026-01")] if am < date(2026, 3, 12) else []

    assert gemeldet(weitergeleitet_wird_nach_dem_beschluss, he(an(am=str(am))), vote()) == reported


def test_weitergeleitet_wird_nach_der_ersten_annahme() -> None:
    nochmal = vote(kennung="sg-2026-02", datum="2026-07-09")

    assert gemeldet(weitergeleitet_wird_nach_dem_beschluss, he(an()), vote(), nochmal) == []


def test_je_stelle_gibt_es_eine_weiterleitung() -> None:
    befunde = urteile(stelle_hat_zwei_weiterleitungen, he(an(), an("staedtetag"), an()))

    assert gemeldet(stelle_hat_zwei_weiterleitungen, he(an(), an("staedtetag"))) == []
    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("E303", "he-2026-01", ("weiterleitungen", 2, "stelle"))]


def test_weitergeleitet_wird_an_adressaten() -> None:
    assert gemeldet(weiterleitung_geht_an_eine_fremde_stelle, he(an()), vote()) == []
    assert gemeldet(weiterleitung_geht_an_eine_fremde_stelle, he(an("staedtetag")), vote()) == [("E304", "he-2026-01")]


def test_wohin_eine_stelle_abgibt_darf_auch_weitergeleitet_werden() -> None:
    abgegeben = an(stand=[{"am": "2026-04-01", "status": "abgegeben", "an": "staedtetag"}])

    assert gemeldet(weiterleitung_geht_an_eine_fremde_stelle, he(abgegeben, an("staedtetag")), vote()) == []


@pytest.mark.parametrize(("tag", "reported"), [(date(2026, 3, 12), []), (date(2026, 3, 13), [("E305", "he-2026-01")])])
def test_was_liegen_bleibt_faellt_nach_der_sitzung_auf(tag: date, reported: list[tuple[str, str]]) -> None:
    assert gemeldet(angenommenes_ist_noch_nicht_weitergeleitet, he(), vote(), am=tag) == reported


def test_an_alle_adressaten_weitergeleitet_ist_erledigt() -> None:
    assert gemeldet(angenommenes_ist_noch_nicht_weitergeleitet, he(an()), vote()) == []


def test_der_hinweis_zaehlt_die_tage() -> None:
    befunde = urteile(angenommenes_ist_noch_nicht_weitergeleitet, he(), vote(), am=date(2026, 3, 24))

    assert "(12 Tage)" in befunde[0].text
    assert befunde[0].schwere == "hinweis"


@given(am=TAGE, days=st.integers(-60, 60))
def test_die_antwort_ist_nicht_vor_der_weiterleitung_erbeten(am: date, days: int) -> None:
    entry = he(an(am=str(am), antwort_bis=str(am + timedelta(days))))

    assert gemeldet(antwort_ist_vor_der_weiterleitung_erbeten, entry) == ([("E306", "he-2026-01")] if days < 0 else [])


def test_statt_einer_aufgeloesten_stelle_bekommt_es_ihre_nachfolge() -> None:
    gone = stelle("ministerium", "ministerium", bis="2026-03-15", nachfolge="staedtetag")
    sent = he(an("staedtetag"))

    assert gemeldet(weiterleitung_geht_an_eine_fremde_stelle, sent, vote(), gone) == []
    assert gemeldet(angenommenes_ist_noch_nicht_weitergeleitet, sent, vote(), gone) == []
    assert gemeldet(weiterleitung_geht_an_eine_fremde_stelle, sent, vote()) == [("E304", "he-2026-01")]
