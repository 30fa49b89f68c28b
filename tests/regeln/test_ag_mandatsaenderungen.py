"""Another Auftrag or number within the period of an AG is decided by the Strategiegruppe, too."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.regeln.ag_mandatsaenderungen import (
    mandatsaenderung_ist_nicht_beschlossen,
    mandatsaenderung_liegt_nicht_im_mandat,
)
from tests.bau import arbeitsgruppe, beschluss, sitzung, top
from tests.regeln.urteil import gemeldet

A110, A111 = [("A110", "ag-beispiel")], [("A111", "ag-beispiel")]


def aenderung(**felder: Any) -> dict[str, Any]:
    """Eleven members from the day of the Beschluss on."""
    return {"ab": "2026-03-12", "staendige_mitglieder": "11", "beschluss": "sg-2026-01/eins", **felder}


@pytest.mark.parametrize(
    ("felder", "vote", "reported"),
    [
        ({}, {}, []),
        ({"ab": "2026-05-01"}, {}, []),
        ({"ab": "2026-03-11"}, {}, A110),
        ({}, {"ergebnis": "abgelehnt"}, A110),
        ({"beschluss": "sg-2026-01/gibt-es-nicht"}, {}, []),
    ],
)
def test_eine_aenderung_gilt_ab_einem_angenommenen_beschluss(
    felder: dict[str, Any], vote: dict[str, Any], reported: list[tuple[str, str]]
) -> None:
    decided = sitzung(tagesordnung=[top(beschluesse=[beschluss("eins", **vote)])])
    ag = arbeitsgruppe(mandatsaenderungen=[aenderung(**felder)])

    assert gemeldet(mandatsaenderung_ist_nicht_beschlossen, decided, ag) == reported


@pytest.mark.parametrize(
    ("aenderungen", "reported"),
    [
        ([aenderung()], []),
        ([aenderung(ab="2025-07-01")], []),
        ([aenderung(ab="2025-06-30")], A111),
        ([aenderung(), aenderung(ab="2026-03-13")], []),
        ([aenderung(), aenderung()], A111),
        ([aenderung(staendige_mitglieder=None)], A111),
        ([aenderung(staendige_mitglieder=None, auftrag="Anders.\n")], []),
    ],
)
def test_die_aenderungen_liegen_im_mandat_und_folgen_aufeinander(
    aenderungen: list[dict[str, Any]], reported: list[tuple[str, str]]
) -> None:
    assert gemeldet(mandatsaenderung_liegt_nicht_im_mandat, arbeitsgruppe(mandatsaenderungen=aenderungen)) == reported
