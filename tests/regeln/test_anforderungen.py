"""What a seat asks for: at the beginning, and on every day on which it could change."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.befund import Schwere
from netzint.modell.mitglied import Mitglied
from netzint.regeln.anforderungen import (
    REGELN,
    amtsbezeichnung_ist_keine_leitung,
    sitz_der_beauftragten_ist_falsch_besetzt,
    sitz_der_kommunen_ist_falsch_besetzt,
    sitz_einer_stelle_hat_eine_fremde_person,
    voraussetzung_des_sitzes_fehlte_zeitweise,
    voraussetzung_des_sitzes_ist_entfallen,
)
from netzint.regeln.eignung import iter_maengel
from netzint.regeln.register import judge
from tests.bau import STICHTAG, amt, bestand, mandat, mitglied, stelle
from tests.regeln.urteil import gemeldet, urteile

STADT = stelle("stadt-muster", "stadt", status="grosse_kreisstadt")
DORF = stelle("dorf", "gemeinde")
KREIS = stelle("kreis", "landkreis")
ORT = ("mandate", 0, "sitz")


def leitung(*aemter: dict[str, Any], sitz: str = "sitz-kommunen-stadt", **felder: Any) -> Mitglied:
    """Someone on a seat of the Kommunen with these offices."""
    return mitglied("kommunen-stadt-1", aemter=list(aemter), mandate=[mandat(sitz=sitz, **felder)])


def ob(**felder: Any) -> dict[str, Any]:
    """The mayor of the Stadt."""
    return amt(**{"stelle": "stadt-muster", "amt": "leitung", "funktion": "Oberbürgermeisterin", **felder})


def test_die_leitung_einer_stadt_sitzt_auf_dem_sitz_der_staedte() -> None:
    assert judge(bestand(STADT, leitung(ob())), STICHTAG, REGELN) == []


def test_eine_grosse_kreisstadt_zaehlt_nicht_als_gemeinde() -> None:
    (befund,) = urteile(sitz_der_kommunen_ist_falsch_besetzt, STADT, leitung(ob(), sitz="sitz-kommunen-gemeinde"))

    assert (befund.code, befund.kennung, befund.feld) == ("Q301", "kommunen-stadt-1", ORT)
    assert befund.text.endswith("am 01.02.2025 passt das nicht: stadt-muster zählt als Stadt")


@pytest.mark.parametrize(
    "aemter",
    [[], [ob(amt="mitarbeit")], [ob(bis="2025-01-31")], [ob(von="2025-02-02")], [ob(stelle="kreis")]],
)
def test_wer_keine_stadt_leitet_passt_nicht_auf_ihren_sitz(aemter: list[dict[str, Any]]) -> None:
    reported = gemeldet(sitz_der_kommunen_ist_falsch_besetzt, STADT, KREIS, leitung(*aemter))

    assert reported == [("Q301", "kommunen-stadt-1")]


def test_eines_von_mehreren_aemtern_genuegt() -> None:
    assert gemeldet(sitz_der_kommunen_ist_falsch_besetzt, STADT, KREIS, leitung(ob(stelle="kreis"), ob())) == []


def test_eine_unlesbare_stelle_wird_nicht_beurteilt() -> None:
    assert gemeldet(sitz_der_kommunen_ist_falsch_besetzt, leitung(ob()), unlesbar=("stadt-muster",)) == []


def test_auch_die_beauftragten_muessen_zur_koerperschaft_passen() -> None:
    office = amt(stelle="kreis", amt="integrationsbeauftragung")
    fine = mitglied("beauftragte-1", aemter=[office], mandate=[mandat(sitz="sitz-beauftragte-landkreis")])
    wrong = mitglied("beauftragte-2", aemter=[office], mandate=[mandat(sitz="sitz-beauftragte-stadt")])

    assert gemeldet(sitz_der_beauftragten_ist_falsch_besetzt, KREIS, fine, wrong) == [("Q302", "beauftragte-2")]


def test_wer_fuer_einen_verband_sitzt_hat_dort_ein_amt() -> None:
    wrong = mitglied("gemeindetag-1", mandate=[mandat(sitz="sitz-gemeindetag")])

    (befund,) = urteile(sitz_einer_stelle_hat_eine_fremde_person, mitglied(), wrong)

    assert (befund.code, befund.kennung, befund.schwere) == ("Q303", "gemeindetag-1", Schwere.WARNUNG)
    assert befund.text.endswith("ein Amt bei gemeindetag fehlt")


def test_stellvertretungen_werden_nicht_nach_dem_amt_beurteilt() -> None:
    assert judge(bestand(STADT, leitung(rolle="stellvertretend")), STICHTAG, REGELN) == []


def test_wenn_das_amt_endet_ist_die_nachbenennung_zu_pruefen() -> None:
    person = leitung(ob(bis="2026-06-30"))

    (befund,) = urteile(voraussetzung_des_sitzes_ist_entfallen, STADT, person)

    assert (befund.code, befund.kennung, befund.feld) == ("Q304", "kommunen-stadt-1", ORT)
    assert "seit 01.07.2026" in befund.text
    assert befund.hinweis == "Nachbenennung prüfen; benennen darf: gemeindetag oder staedtetag oder landkreistag."
    assert gemeldet(voraussetzung_des_sitzes_ist_entfallen, STADT, person, am=date(2026, 6, 30)) == []


def test_wenn_die_gemeinde_zur_stadt_wird_passt_der_sitz_nicht_mehr() -> None:
    grown = stelle("dorf", "stadt", frueher=[{"art": "gemeinde", "bis": "2025-12-31"}])
    person = leitung(ob(stelle="dorf"), sitz="sitz-kommunen-gemeinde")

    (befund,) = urteile(voraussetzung_des_sitzes_ist_entfallen, grown, person)

    assert befund.text.endswith("seit 01.01.2026 passt das nicht mehr: dorf zählt als Stadt")
    assert gemeldet(sitz_der_kommunen_ist_falsch_besetzt, grown, person) == []


def test_wenn_die_stelle_endet_passt_der_sitz_nicht_mehr() -> None:
    ended = stelle("stadt-muster", "stadt", bis="2026-05-31")

    (befund,) = urteile(voraussetzung_des_sitzes_ist_entfallen, ended, leitung(ob()))

    assert befund.text.endswith("stadt-muster gibt es seit 01.06.2026 nicht mehr")


def test_endet_das_mandat_mit_dem_amt_ist_alles_in_ordnung() -> None:
    person = leitung(ob(bis="2026-06-30"), bis="2026-06-30")

    assert judge(bestand(STADT, person), STICHTAG, REGELN) == []


def test_wer_in_ein_anderes_passendes_amt_wechselt_bleibt() -> None:
    person = leitung(ob(bis="2026-06-30"), ob(von="2026-07-01", stelle="stadt-neu"))

    assert judge(bestand(STADT, stelle("stadt-neu", "stadt"), person), STICHTAG, REGELN) == []


def test_was_frueher_einmal_fehlte_ist_ein_hinweis() -> None:
    person = leitung(ob(bis="2025-06-30"), bis="2025-09-30")

    (befund,) = urteile(voraussetzung_des_sitzes_fehlte_zeitweise, STADT, person)

    assert (befund.code, befund.schwere) == ("Q305", Schwere.HINWEIS)
    assert "vom 01.07.2025 bis 30.09.2025" in befund.text
    assert gemeldet(voraussetzung_des_sitzes_ist_entfallen, STADT, person) == []


def test_aufeinander_folgende_tage_mit_demselben_mangel_sind_ein_befund() -> None:
    offices = [ob(bis="2026-03-31"), ob(amt="mitarbeit", von="2026-05-01"), ob(amt="mitarbeit", von="2026-07-01")]

    assert len(urteile(voraussetzung_des_sitzes_ist_entfallen, STADT, leitung(*offices))) == 1


def test_folgt_ein_mangel_auf_den_anderen_ist_es_einer() -> None:
    wechsel = leitung(ob(bis="2026-03-31"), ob(von="2026-05-01", stelle="dorf"))

    (befund,) = judge(bestand(STADT, DORF, wechsel), STICHTAG, REGELN)
    assert befund.code == "Q304"
    assert befund.text.endswith(
        "seit 01.04.2026 passt das nicht mehr: das Amt „Leitung der Verwaltung“ fehlt, "
        "ab 01.05.2026: dorf zählt als Gemeinde"
    )

    von_anfang_an = leitung(ob(von="2026-05-01", stelle="dorf"))
    assert [b.code for b in judge(bestand(STADT, DORF, von_anfang_an), STICHTAG, REGELN)] == ["Q301"]


@pytest.mark.parametrize(
    ("funktion", "feld"),
    [("Beigeordneter", ("aemter", 0, "funktion")), (None, ("aemter", 0))],
)
def test_eine_amtsbezeichnung_die_keine_leitung_ist_wird_gemeldet(
    funktion: str | None, feld: tuple[str | int, ...]
) -> None:
    (befund,) = urteile(amtsbezeichnung_ist_keine_leitung, STADT, leitung(ob(funktion=funktion)))

    assert (befund.code, befund.kennung, befund.feld) == ("Q306", "kommunen-stadt-1", feld)


def test_wer_daneben_einen_verein_leitet_braucht_dort_keine_amtsbezeichnung() -> None:
    daneben = ob(stelle="verein", funktion="Vorsitzende")

    assert judge(bestand(STADT, stelle("verein", "traeger"), leitung(ob(), daneben)), STICHTAG, REGELN) == []


def test_ein_amt_vor_dem_mandat_wird_nicht_nach_der_bezeichnung_beurteilt() -> None:
    earlier = ob(funktion="Beigeordnete", von="2018-01-01", bis="2019-04-30")

    assert gemeldet(amtsbezeichnung_ist_keine_leitung, STADT, leitung(earlier, ob())) == []


START = date(2025, 2, 1)
spans = st.lists(st.tuples(st.integers(-5, 25), st.none() | st.integers(0, 10)), max_size=4)


@given(spans, st.none() | st.integers(0, 25))
def test_ein_mangel_gilt_genau_an_den_tagen_ohne_passendes_amt(
    aemter: list[tuple[int, int | None]], length: int | None
) -> None:
    end = None if length is None else START + timedelta(length)
    person = leitung(*(_office(*span) for span in aemter), **({"bis": str(end)} if end else {}))
    days = [START + timedelta(n) for n in range(45)]
    lacking = {d for d in days if person.mandate[0].gilt_am(d) and not person.aemter_am(d)}

    found = list(iter_maengel(bestand(STADT, person)))

    assert {d for d in days for m in found if m.von <= d <= m.bis} == lacking
    assert all(a.bis < b.von - timedelta(1) for a, b in pairwise(found))


def _office(start: int, length: int | None) -> dict[str, Any]:
    von = START + timedelta(start)
    return ob(von=str(von), **({} if length is None else {"bis": str(von + timedelta(length))}))


@given(spans, st.dates(date(2025, 1, 1), date(2025, 6, 1)), st.integers(0, 400))
def test_ein_spaeterer_stichtag_bringt_keinen_fehler(
    aemter: list[tuple[int, int | None]], tag: date, later: int
) -> None:
    holding = bestand(STADT, leitung(*(_office(*span) for span in aemter)))

    def errors(day: date) -> list[str]:
        return [b.text for b in judge(holding, day, REGELN) if b.schwere is Schwere.FEHLER]

    assert errors(tag) == errors(tag + timedelta(later))
