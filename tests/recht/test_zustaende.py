"""The tables of states."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from netzint.modell.beschluss import Beschlussergebnis
from netzint.modell.empfehlung import Umsetzungsstatus
from netzint.modell.sitzung import Sitzungsstand
from netzint.recht import zustaende
from netzint.recht.zustaende import (
    AMPEL,
    ARBEITSGRUPPE,
    BESCHLUSSVORLAGE,
    BEZEICHNUNG,
    EMPFEHLUNG,
    ENDGUELTIG,
    OFFEN,
    SITZUNG,
    UMSETZUNG,
    agstand,
    anfang,
    is_erlaubt,
)
from tests.bau import arbeitsgruppe

TABELLEN = {
    "sitzung": (SITZUNG, Sitzungsstand),
    "empfehlung": (EMPFEHLUNG, zustaende.Empfehlungsstand),
    "umsetzung": (UMSETZUNG, Umsetzungsstatus),
    "arbeitsgruppe": (ARBEITSGRUPPE, zustaende.Agstand),
    "beschlussvorlage": (BESCHLUSSVORLAGE, zustaende.Vorlagenstand),
}


@pytest.mark.parametrize("name", TABELLEN)
def test_jede_tabelle_kennt_genau_die_zustaende_ihres_modells(name: str) -> None:
    tabelle, values = TABELLEN[name]

    assert set(tabelle) == set(get_args(values))
    assert set().union(*tabelle.values()) <= set(tabelle)


@pytest.mark.parametrize("name", TABELLEN)
def test_jeder_zustand_ist_vom_anfang_aus_erreichbar(name: str) -> None:
    tabelle = TABELLEN[name][0]
    reached, found = set[str](), {anfang(tabelle)}
    while found - reached:
        reached |= found
        found = set().union(*(tabelle[von] for von in reached))

    assert reached | found == set(tabelle)


def test_jeder_zustand_und_jedes_ergebnis_hat_eine_deutsche_bezeichnung() -> None:
    states = {state for tabelle, _ in TABELLEN.values() for state in tabelle} | set(get_args(Beschlussergebnis))

    assert set(BEZEICHNUNG) == states
    assert BEZEICHNUNG["geaendert_angenommen"] == "geändert angenommen"


def test_jeder_umsetzungsstatus_hat_eine_farbe() -> None:
    assert {status: AMPEL[status] for status in get_args(Umsetzungsstatus)} == {
        "umgesetzt": "gruen",
        "erledigt": "gruen",
        "in_umsetzung": "gelb",
        "teilweise": "gelb",
        "nicht_aufgegriffen": "rot",
        "offen": "grau",
        "abgegeben": "grau",
    }


def test_offen_und_endgueltig_schliessen_einander_aus() -> None:
    assert set(UMSETZUNG) > OFFEN | ENDGUELTIG
    assert not OFFEN & ENDGUELTIG


@pytest.mark.parametrize(
    ("name", "von", "nach", "erlaubt"),
    [
        ("sitzung", "terminiert", "eingeladen", True),
        ("sitzung", "terminiert", "durchgefuehrt", False),
        ("sitzung", "durchgefuehrt", "abgesagt", False),
        ("empfehlung", "erarbeitet", "eingereicht", True),
        ("empfehlung", "erarbeitet", "angenommen", False),
        ("empfehlung", "eingereicht", "weitergeleitet", False),
        ("empfehlung", "vertagt", "angenommen", True),
        ("empfehlung", "zurueckverwiesen", "angenommen", False),
        ("empfehlung", "abgelehnt", "weitergeleitet", False),
        ("empfehlung", "geaendert_angenommen", "weitergeleitet", True),
        ("umsetzung", "offen", "nicht_aufgegriffen", True),
        ("umsetzung", "nicht_aufgegriffen", "in_umsetzung", True),
        ("umsetzung", "umgesetzt", "offen", False),
        ("umsetzung", "erledigt", "in_umsetzung", False),
        ("arbeitsgruppe", "ausgelaufen", "aktiv", True),
        ("arbeitsgruppe", "abgeschlossen", "aktiv", False),
        ("arbeitsgruppe", "unbekannt", "aktiv", False),
    ],
)
def test_erlaubt_ist_nur_was_in_der_tabelle_steht(name: str, von: str, nach: str, *, erlaubt: bool) -> None:
    assert is_erlaubt(TABELLEN[name][0], von, nach) is erlaubt


@pytest.mark.parametrize(
    ("tag", "stand"),
    [
        (date(2025, 6, 30), "eingesetzt"),
        (date(2025, 7, 1), "aktiv"),
        (date(2026, 12, 31), "aktiv"),
        (date(2027, 1, 1), "ausgelaufen"),
    ],
)
def test_der_stand_einer_arbeitsgruppe_an_einem_tag(tag: date, stand: str) -> None:
    assert agstand(arbeitsgruppe(), tag) == stand


def test_eine_verlaengerung_schliesst_an_oder_laesst_eine_luecke() -> None:
    late = arbeitsgruppe(verlaengerungen=[{"ab": "2027-03-01", "bis": "2027-06-30"}])

    stands = [agstand(late, date(2027, monat, 1)) for monat in (2, 3, 6, 7)]

    assert stands == ["ausgelaufen", "aktiv", "aktiv", "ausgelaufen"]


def test_der_tag_des_abschlusses_gilt_schon_als_abgeschlossen() -> None:
    closed = arbeitsgruppe(abschluss={"am": "2026-10-15"})

    assert [agstand(closed, date(2026, 10, tag)) for tag in (14, 15)] == ["aktiv", "abgeschlossen"]
