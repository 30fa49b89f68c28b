"""AGs: their members by number and role, and what has to be done before they are closed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.mitglied import Mitglied
from netzint.regeln.ag_mitglieder import (
    abgeschlossen_mit_offenen_empfehlungen,
    abschluss_liegt_vor_dem_beginn,
    abschlussbeschluss_passt_nicht,
    ag_hat_keine_leitung,
    ag_hat_zu_viele_staendige_mitglieder,
    ag_hat_zu_wenige_staendige_mitglieder,
    ag_name_ist_doppelt,
    mandat_liegt_ausserhalb_der_ag,
)
from tests.bau import arbeitsgruppe, beschluss, empfehlung, hefassung, mandat, mitglied, sitzung, top
from tests.regeln.urteil import gemeldet, urteile

ANFANG = date(2025, 7, 1)


def ag(zahl: int = 2, **felder: Any) -> Arbeitsgruppe:
    """An AG for a few ständige Mitglieder, July 2025 to December 2026."""
    auftrag = {"auftrag": "A\n", "staendige_mitglieder": str(zahl), "von": "2025-07-01", "bis": "2026-12-31"}
    return arbeitsgruppe(mandat=auftrag, **felder)


def person(nr: int, rolle: str = "staendig", **felder: Any) -> Mitglied:
    """A member of the AG from its first day on."""
    own = {"gremium": "ag-beispiel", "sitz": None, "rolle": rolle, "von": "2025-07-01", **felder}
    return mitglied(f"ag-beispiel-{nr:02}", mandate=[mandat(**own)])


def test_so_viele_wie_festgelegt_sind_in_ordnung() -> None:
    entries = [ag(), person(1, "leitung"), person(2), person(3, "gast"), person(4, "sachverstaendig")]

    assert gemeldet(ag_hat_zu_viele_staendige_mitglieder, *entries) == []
    assert gemeldet(ag_hat_zu_wenige_staendige_mitglieder, *entries) == []


def test_mehr_staendige_mitglieder_als_festgelegt_werden_mit_dem_tag_gemeldet() -> None:
    entries = [ag(), person(1, "leitung"), person(2), person(3, von="2026-03-01"), person(4, von="2026-04-01")]

    (befund,) = urteile(ag_hat_zu_viele_staendige_mitglieder, *entries)

    assert (befund.code, befund.kennung, befund.schluessel) == ("A201", "ag-beispiel", ("2026-03-01",))
    assert befund.feld == ("mandat", "staendige_mitglieder")
    assert befund.text == "Am 01.03.2026 hat ag-beispiel 3 ständige Mitglieder, festgelegt sind 2"


def test_wer_nachfolgt_zaehlt_nicht_doppelt() -> None:
    entries = [ag(), person(1), person(2, bis="2026-02-28"), person(3, von="2026-03-01")]

    assert gemeldet(ag_hat_zu_viele_staendige_mitglieder, *entries) == []


def test_eine_verlaengerung_kann_die_zahl_aendern() -> None:
    step = {"ab": "2027-01-01", "bis": "2027-06-30", "staendige_mitglieder": "1"}

    (befund,) = urteile(ag_hat_zu_viele_staendige_mitglieder, ag(verlaengerungen=[step]), person(1), person(2))

    assert befund.schluessel == ("2027-01-01",)


@given(st.lists(st.tuples(st.integers(0, 20), st.none() | st.integers(0, 8)), max_size=5), st.integers(0, 3))
def test_zu_viele_sind_es_genau_dann_wenn_es_ein_tag_ist(periods: list[tuple[int, int | None]], zahl: int) -> None:
    people = []
    for nr, (von, length) in enumerate(periods):
        bis = {} if length is None else {"bis": str(ANFANG + timedelta(von + length))}
        people.append(person(nr, von=str(ANFANG + timedelta(von)), **bis))
    days = [ANFANG + timedelta(n) for n in range(35)]
    over = [sum(p.mandate[0].gilt_am(day) for p in people) > zahl for day in days]
    begins = [str(day) for day, now, before in zip(days, over, [False, *over], strict=False) if now and not before]

    assert [b.schluessel[0] for b in urteile(ag_hat_zu_viele_staendige_mitglieder, ag(zahl), *people)] == begins


def test_zu_wenige_sind_ein_hinweis_am_stichtag() -> None:
    assert gemeldet(ag_hat_zu_wenige_staendige_mitglieder, ag(), person(1)) == [("A202", "ag-beispiel")]


def test_vor_und_nach_ihrer_zeit_fehlt_einer_ag_niemand() -> None:
    assert gemeldet(ag_hat_zu_wenige_staendige_mitglieder, ag(), am=date(2025, 6, 30)) == []
    assert gemeldet(ag_hat_zu_wenige_staendige_mitglieder, ag(abschluss={"am": "2026-01-31"})) == []
    assert gemeldet(ag_hat_zu_wenige_staendige_mitglieder, ag(), unlesbar=("ag-beispiel-07",)) == []


def test_eine_aktive_ag_ohne_leitung_ist_ein_hinweis() -> None:
    left = person(1, "leitung", bis="2026-08-31")

    assert gemeldet(ag_hat_keine_leitung, ag(), left, person(2)) == [("A203", "ag-beispiel")]
    assert gemeldet(ag_hat_keine_leitung, ag(), person(1, "leitung")) == []
    assert gemeldet(ag_hat_keine_leitung, ag(abschluss={"am": "2026-01-31"}), left) == []


@pytest.mark.parametrize(
    ("felder", "feld"),
    [
        ({"von": "2025-05-01"}, ("mandate", 0, "von")),
        ({"von": "2027-01-01"}, ("mandate", 0, "von")),
        ({"bis": "2027-01-31"}, ("mandate", 0, "bis")),
    ],
)
def test_ein_mandat_ausserhalb_der_ag_wird_gemeldet(felder: dict[str, str], feld: tuple[str | int, ...]) -> None:
    (befund,) = urteile(mandat_liegt_ausserhalb_der_ag, ag(), person(1, **felder))

    assert (befund.code, befund.kennung, befund.feld) == ("A204", "ag-beispiel-01", feld)


@pytest.mark.parametrize("felder", [{}, {"bis": "2026-12-31"}, {"von": "2027-05-01"}])
def test_offene_und_passende_mandate_sind_in_ordnung_und_sehr_spaete_meldet_die_karenz(felder: dict[str, str]) -> None:
    assert gemeldet(mandat_liegt_ausserhalb_der_ag, ag(), person(1, **felder)) == []


def test_ein_abschluss_vor_dem_beginn_wird_gemeldet() -> None:
    (befund,) = urteile(abschluss_liegt_vor_dem_beginn, ag(abschluss={"am": "2025-06-30"}))

    assert (befund.code, befund.kennung, befund.feld) == ("A205", "ag-beispiel", ("abschluss", "am"))
    assert gemeldet(abschluss_liegt_vor_dem_beginn, ag(abschluss={"am": "2026-06-30"})) == []


@pytest.mark.parametrize(("gegenstand", "reported"), [("ag-andere", [("A206", "ag-beispiel")]), ("ag-beispiel", [])])
def test_der_abschlussbeschluss_betrifft_diese_ag(gegenstand: str, reported: list[tuple[str, str]]) -> None:
    decided = beschluss("ende", antrag={"art": "ag_abschliessen", "ag": gegenstand})
    closed = ag(abschluss={"am": "2026-03-12", "beschluss": "sg-2026-01/ende"})

    assert (
        gemeldet(abschlussbeschluss_passt_nicht, sitzung(tagesordnung=[top(beschluesse=[decided])]), closed) == reported
    )


def abgestimmt(ergebnis: str) -> Any:
    """A Sitzung that voted on the Empfehlung."""
    vote = beschluss("he", antrag={"art": "empfehlung", "empfehlungen": ["he-2026-01"]}, ergebnis=ergebnis)
    return sitzung(tagesordnung=[top(beschluesse=[vote])])


ABGESCHLOSSEN = ag(abschluss={"am": "2026-11-10"})


def test_vor_dem_abschluss_wird_ueber_alles_eingereichte_abgestimmt() -> None:
    (befund,) = urteile(abgeschlossen_mit_offenen_empfehlungen, ABGESCHLOSSEN, empfehlung())

    assert (befund.code, befund.kennung, befund.feld) == ("A207", "ag-beispiel", ("abschluss",))
    assert befund.schluessel == ("he-2026-01",)
    assert gemeldet(abgeschlossen_mit_offenen_empfehlungen, ABGESCHLOSSEN, empfehlung(), abgestimmt("abgelehnt")) == []


def test_eine_vertagte_empfehlung_ist_noch_offen() -> None:
    reported = gemeldet(abgeschlossen_mit_offenen_empfehlungen, ABGESCHLOSSEN, empfehlung(), abgestimmt("vertagt"))

    assert reported == [("A207", "ag-beispiel")]


@pytest.mark.parametrize(
    "felder",
    [
        {"fassungen": [hefassung(eingereicht=None)]},
        {"fassungen": [hefassung(vom="2024-01-01", eingereicht="2024-02-01")]},
        {"zurueckgezogen": {"am": "2026-11-05", "grund": "Erledigt.\n"}},
        {"entfallen": {"am": "2026-11-05", "grund": "Versehen.\n"}},
    ],
)
def test_was_nicht_zur_abstimmung_steht_haelt_den_abschluss_nicht_auf(felder: dict[str, Any]) -> None:
    assert gemeldet(abgeschlossen_mit_offenen_empfehlungen, ABGESCHLOSSEN, empfehlung(**felder)) == []
    assert gemeldet(abgeschlossen_mit_offenen_empfehlungen, ag(), empfehlung()) == []


def test_zwei_ags_mit_demselben_namen_werden_gemeldet() -> None:
    other = arbeitsgruppe("ag-zweite", name="AG Zwei", aliase=["Alt", "ag  „beispiel“"])

    (befund,) = urteile(ag_name_ist_doppelt, ag(), other)

    assert (befund.code, befund.kennung, befund.feld) == ("A208", "ag-zweite", ("aliase", 1))
    assert gemeldet(ag_name_ist_doppelt, ag(aliase=["AG „Beispiel“"]), arbeitsgruppe("ag-zweite", name="Z")) == []
