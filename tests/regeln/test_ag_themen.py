"""An AG works on the Thema that its Beschluss gave it."""

from __future__ import annotations

from netzint.modell.sitzung import Sitzung
from netzint.regeln.ag_themen import thema_ist_nicht_das_vorgegebene
from tests.bau import arbeitsgruppe, beschluss, sitzung, top
from tests.regeln.urteil import gemeldet


def einsetzung(**felder: str) -> Sitzung:
    """``sg-2025-01/einsetzung-beispiel``: sets up the AG."""
    antrag = {"art": "ag_einsetzen", "ag": "ag-beispiel", **felder}
    found = beschluss("einsetzung-beispiel", antrag=antrag)
    return sitzung("sg-2025-01", datum="2025-06-25", tagesordnung=[top("ag", beschluesse=[found])])


def test_eine_ag_mit_dem_vorgegebenen_thema_ist_in_ordnung() -> None:
    assert gemeldet(thema_ist_nicht_das_vorgegebene, arbeitsgruppe(), einsetzung(thema="thema-beispiel")) == []


def test_ein_antrag_ohne_thema_gibt_keines_vor() -> None:
    assert gemeldet(thema_ist_nicht_das_vorgegebene, arbeitsgruppe(), einsetzung()) == []


def test_ein_anderes_thema_als_im_beschluss_wird_gemeldet() -> None:
    found = gemeldet(thema_ist_nicht_das_vorgegebene, arbeitsgruppe(), einsetzung(thema="thema-wohnen"))

    assert found == [("A301", "ag-beispiel")]
