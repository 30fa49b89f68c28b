"""Nothing of an AG is older than the AG, and it is closed on the day that was decided."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.regeln.ag_tage import ag_ist_an_anderem_tag_abgeschlossen, etwas_ist_aelter_als_die_ag
from tests.bau import arbeitsgruppe, beschluss, sitzung, top
from tests.regeln.urteil import gemeldet

KENNUNG = "ag-beispiel-sitzung-2025-01"
ABGESAGT = {"am": "2025-05-01", "grund": "Zu früh.\n"}


@pytest.mark.parametrize(
    ("datum", "felder", "reported"),
    [
        ("2025-06-30", {}, [("A112", KENNUNG)]),
        ("2025-07-01", {}, []),
        ("2025-06-30", {"abgesagt": ABGESAGT}, []),
        ("2025-06-30", {"gremium": "strategiegruppe"}, []),
    ],
)
def test_die_ag_tagt_erst_wenn_es_sie_gibt(datum: str, felder: dict[str, Any], reported: list[tuple[str, str]]) -> None:
    meeting = sitzung(KENNUNG, **{"gremium": "ag-beispiel", "datum": datum, **felder})

    assert gemeldet(etwas_ist_aelter_als_die_ag, arbeitsgruppe(), meeting) == reported


@pytest.mark.parametrize("feld", ["konzepte", "berichte"])
def test_auch_was_sie_vorlegt_ist_nicht_aelter(feld: str) -> None:
    for vom, reported in (("2025-06-30", [("A112", "ag-beispiel")]), ("2025-07-01", [])):
        felder: dict[str, Any] = {feld: [{"titel": "Konzept", "vom": vom}]}
        ag = arbeitsgruppe(**felder)
        assert gemeldet(etwas_ist_aelter_als_die_ag, ag) == reported


@pytest.mark.parametrize(
    ("am", "beschlossen", "reported"),
    [
        ("2026-03-12", {}, []),
        ("2026-05-31", {}, []),
        ("2026-03-11", {}, [("A209", "ag-beispiel")]),
        ("2026-02-28", {"am": "2026-02-28"}, []),
        ("2026-03-12", {"am": "2026-02-28"}, [("A209", "ag-beispiel")]),
        ("2026-03-11", {"ag": "ag-andere"}, []),  # not about this AG at all: another rule
    ],
)
def test_abgeschlossen_ist_die_ag_wann_es_beschlossen_wurde(
    am: str, beschlossen: dict[str, str], reported: list[tuple[str, str]]
) -> None:
    antrag = {"art": "ag_abschliessen", "ag": "ag-beispiel", **beschlossen}
    decided = sitzung(tagesordnung=[top(beschluesse=[beschluss("ende", antrag=antrag)])])
    ag = arbeitsgruppe(abschluss={"am": am, "beschluss": "sg-2026-01/ende"})

    assert gemeldet(ag_ist_an_anderem_tag_abgeschlossen, decided, ag) == reported
