"""The directory of Integrationsbeauftragte."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.grund import Eintrag
from netzint.modell.kreise import KREISE
from netzint.regeln.beauftragte import (
    beauftragte_gehoeren_zu_einer_kommune,
    kommune_hat_zwei_beauftragte,
    kreise_ohne_beauftragte,
    name_oder_mitglied,
)
from tests.bau import make, netzwerk, stelle
from tests.regeln.urteil import gemeldet, urteile

ECHT = netzwerk(beispieldaten="nein")


def eintrag(kennung: str = "ib-stadt", **felder: Any) -> Eintrag:
    """Someone in the directory since 2025."""
    return make("beauftragte", kennung, **{"stelle": "stadt", "von": "2025-01-01", "name": "Erika Beispiel", **felder})


def test_nacheinander_ist_je_kommune_eine_person_eingetragen() -> None:
    entries = [eintrag(bis="2025-12-31"), eintrag("ib-stadt-2", von="2026-01-01"), eintrag("ib-dorf", stelle="dorf")]

    assert gemeldet(kommune_hat_zwei_beauftragte, *entries) == []


def test_zwei_zugleich_sind_ein_hinweis() -> None:
    (befund,) = urteile(kommune_hat_zwei_beauftragte, eintrag(), eintrag("ib-stadt-2", von="2026-01-01"))

    assert (befund.code, befund.kennung, befund.feld) == ("T301", "ib-stadt-2", ("von",))


@pytest.mark.parametrize(("felder", "feld"), [({"name": None}, ()), ({"mitglied": "beauftragte-stadt-1"}, ("name",))])
def test_weder_oder_beides_wird_gemeldet(felder: dict[str, Any], feld: tuple[str, ...]) -> None:
    (befund,) = urteile(name_oder_mitglied, eintrag(**felder))

    assert (befund.code, befund.kennung, befund.feld) == ("T302", "ib-stadt", feld)


@pytest.mark.parametrize("felder", [{}, {"name": None, "mitglied": "beauftragte-stadt-1"}])
def test_name_oder_mitglied_allein_ist_in_ordnung(felder: dict[str, Any]) -> None:
    assert gemeldet(name_oder_mitglied, eintrag(**felder)) == []


def test_ein_verband_hat_keine_integrationsbeauftragten() -> None:
    (befund,) = urteile(beauftragte_gehoeren_zu_einer_kommune, eintrag(stelle="staedtetag"))

    assert (befund.code, befund.kennung, befund.feld) == ("T303", "ib-stadt", ("stelle",))
    assert gemeldet(beauftragte_gehoeren_zu_einer_kommune, eintrag(), stelle("stadt", "stadt")) == []
    assert gemeldet(beauftragte_gehoeren_zu_einer_kommune, eintrag()) == []


def test_die_abdeckung_der_kreise_ist_ein_hinweis() -> None:
    entries = [eintrag(), stelle("stadt", "stadt", status="stadtkreis", ags="08111000")]

    (befund,) = urteile(kreise_ohne_beauftragte, ECHT, *entries)

    assert (befund.code, befund.kennung) == ("T304", "netzwerk")
    assert befund.text.startswith("1 von 44 Kreisen haben")
    assert befund.text.endswith("und 33 weitere")


def test_beispieldaten_werden_nicht_gezaehlt() -> None:
    assert gemeldet(kreise_ohne_beauftragte) == []


def test_ein_verzeichnis_ueber_alle_kreise_ist_in_ordnung() -> None:
    entries: list[Eintrag] = []
    for kreis in KREISE:
        entries.append(stelle(f"k{kreis.ags}", kreis.art if kreis.art == "landkreis" else "stadt", ags=kreis.ags))
        entries.append(eintrag(f"ib-k{kreis.ags}", stelle=f"k{kreis.ags}"))

    assert gemeldet(kreise_ohne_beauftragte, ECHT, *entries) == []
    assert gemeldet(kreise_ohne_beauftragte, ECHT, *entries[2:]) == [("T304", "netzwerk")]
