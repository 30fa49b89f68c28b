"""An AG works on the Thema, and within the number and period, that its Beschluss gave it."""

from __future__ import annotations

import pytest

from netzint.modell.sitzung import Sitzung
from netzint.regeln.ag_themen import mandat_ist_nicht_das_beschlossene, thema_ist_nicht_das_vorgegebene
from tests.bau import arbeitsgruppe, beschluss, sitzung, top
from tests.regeln.urteil import gemeldet, urteile


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


def test_eine_ag_mit_zahl_und_zeitraum_des_beschlusses_ist_in_ordnung() -> None:
    decided = einsetzung(staendige_mitglieder="9", von="2025-07-01", bis="2026-12-31")

    assert gemeldet(mandat_ist_nicht_das_beschlossene, arbeitsgruppe(), decided) == []
    assert gemeldet(mandat_ist_nicht_das_beschlossene, arbeitsgruppe(), einsetzung()) == []


def test_eine_ag_darf_spaeter_beginnen_als_beschlossen() -> None:
    assert gemeldet(mandat_ist_nicht_das_beschlossene, arbeitsgruppe(), einsetzung(von="2025-06-26")) == []


@pytest.mark.parametrize(
    ("feld", "wert"), [("staendige_mitglieder", "8"), ("bis", "2026-11-30"), ("von", "2025-07-02")]
)
def test_andere_zahl_oder_anderer_zeitraum_als_beschlossen_wird_gemeldet(feld: str, wert: str) -> None:
    (befund,) = urteile(mandat_ist_nicht_das_beschlossene, arbeitsgruppe(), einsetzung(**{feld: wert}))

    assert (befund.code, befund.kennung, befund.feld) == ("A302", "ag-beispiel", ("mandat", feld))
