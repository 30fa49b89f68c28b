"""Fassungen of the Geschäftsordnung: decided by the Strategiegruppe, and not in force before."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.geschaeftsordnung import Geschaeftsordnung
from netzint.regeln.fassungen import (
    fassung_gilt_vor_ihrem_beschluss,
    fassung_ist_nicht_beschlossen,
    spaetere_fassung_ohne_beschluss,
)
from tests.bau import fassung, geschaeftsordnung
from tests.regeln.strategiegruppe import abstimmung, gehalten
from tests.regeln.urteil import gemeldet, urteile

BESCHLUSS = "sg-2026-01/beschluss"
SITZUNG = gehalten(abstimmung())
"""It accepts BESCHLUSS on 12 March 2026."""


def zwei(gilt_ab: str, **felder: Any) -> Geschaeftsordnung:
    """A first Fassung without a Beschluss, and a second one."""
    return geschaeftsordnung(fassung(), fassung(gilt_ab) | felder)


def test_eine_beschlossene_fassung_die_spaeter_gilt_ist_in_ordnung() -> None:
    ordnung = zwei("2026-03-13", beschluss=BESCHLUSS)

    for regel in (fassung_ist_nicht_beschlossen, fassung_gilt_vor_ihrem_beschluss, spaetere_fassung_ohne_beschluss):
        assert gemeldet(regel, ordnung, SITZUNG) == []


def test_ein_abgelehnter_beschluss_traegt_keine_fassung() -> None:
    abgelehnt = gehalten(abstimmung(1, 11, ergebnis="abgelehnt"))

    (befund,) = urteile(fassung_ist_nicht_beschlossen, zwei("2026-04-01", beschluss=BESCHLUSS), abgelehnt)

    assert (befund.code, befund.feld) == ("G108", ("fassungen", 1, "beschluss"))
    assert "abgelehnt" in befund.text
    assert gemeldet(fassung_gilt_vor_ihrem_beschluss, zwei("2026-03-01", beschluss=BESCHLUSS), abgelehnt) == []


def test_ein_beschluss_einer_arbeitsgruppe_traegt_keine_fassung() -> None:
    andere = gehalten(abstimmung(), gremium="ag-beispiel")

    assert gemeldet(fassung_ist_nicht_beschlossen, zwei("2026-04-01", beschluss=BESCHLUSS), andere) == [
        ("G108", "geschaeftsordnung")
    ]


@pytest.mark.parametrize("gilt_ab", ["2026-03-12", "2025-07-01"])
def test_eine_fassung_gilt_nicht_vor_dem_tag_nach_ihrem_beschluss(gilt_ab: str) -> None:
    (befund,) = urteile(fassung_gilt_vor_ihrem_beschluss, zwei(gilt_ab, beschluss=BESCHLUSS), SITZUNG)

    assert (befund.code, befund.feld, befund.schluessel) == ("G109", ("fassungen", 1, "gilt_ab"), (gilt_ab,))


def test_nur_was_im_erfassten_zeitraum_beginnt_braucht_einen_beschluss() -> None:
    assert gemeldet(spaetere_fassung_ohne_beschluss, geschaeftsordnung(fassung("2026-01-01"))) == []
    assert gemeldet(spaetere_fassung_ohne_beschluss, zwei("2024-12-31")) == []
    assert gemeldet(spaetere_fassung_ohne_beschluss, zwei("2025-01-01")) == [("G110", "geschaeftsordnung")]
