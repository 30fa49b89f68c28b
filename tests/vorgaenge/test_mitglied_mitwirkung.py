"""A Mandat ends no earlier than what somebody took part in, and reaches back over no Sitzung without her."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.modell.fehler import NetzintFehler
from netzint.vorgaenge.mitglied_mitwirkung import check_ladung, check_mitwirkung
from tests.bau import sitzung
from tests.regeln.umlauf import umlauf
from tests.vorgaenge.sitzungstag import STAEDTETAG, TAG, eroeffnet, saal

DAVOR = date(2026, 3, 11)


@pytest.mark.parametrize("felder", [{}, {"fehlt": (STAEDTETAG,), "entschuldigt": [STAEDTETAG]}])
def test_ein_mandat_endet_nicht_vor_einer_sitzung_an_der_jemand_beteiligt_war(felder: dict[str, list[str]]) -> None:
    bestand = saal(eroeffnet(**felder))  # type: ignore[arg-type]

    with pytest.raises(NetzintFehler, match=r"am 12\. März 2026 war die Sitzung SG-2026-01") as fehler:
        check_mitwirkung(bestand, STAEDTETAG, "strategiegruppe", DAVOR)

    assert "frühestens am 12. März 2026" in fehler.value.hinweis
    check_mitwirkung(bestand, STAEDTETAG, "strategiegruppe", TAG)
    check_mitwirkung(bestand, "gs-1", "strategiegruppe", DAVOR)


def test_eine_geplante_sitzung_haelt_niemanden() -> None:
    check_mitwirkung(saal(sitzung(leitung=STAEDTETAG)), STAEDTETAG, "strategiegruppe", DAVOR)


def test_ein_mandat_endet_nicht_vor_dem_versand_eines_umlaufs() -> None:
    with pytest.raises(NetzintFehler, match=r"am 2\. März 2026 ging der Umlauf UM-2026-01"):
        check_mitwirkung(saal(umlauf()), STAEDTETAG, "strategiegruppe", date(2026, 3, 1))

    check_mitwirkung(saal(umlauf()), STAEDTETAG, "strategiegruppe", date(2026, 3, 2))


def test_ein_mandat_reicht_nicht_ueber_eine_gehaltene_sitzung_zurueck_zu_der_niemand_eingeladen_hat() -> None:
    with pytest.raises(NetzintFehler, match=r"am 12\. Februar 2026 wurde zur Sitzung SG-2026-01 ohne diese Person"):
        check_ladung(saal(eroeffnet()), "neu-1", date(2026, 2, 1), None)

    check_ladung(saal(eroeffnet()), "neu-1", date(2026, 2, 13), None)
    check_ladung(saal(eroeffnet()), "neu-1", date(2026, 2, 1), DAVOR)
    check_ladung(saal(eroeffnet()), STAEDTETAG, date(2026, 2, 1), None)
