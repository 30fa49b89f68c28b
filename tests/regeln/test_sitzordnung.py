"""The seats of a Fassung: four benches of three, and what each seat says of itself."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.grund import Eintrag
from netzint.regeln.register import Regel
from netzint.regeln.sitzordnung import (
    bank_des_ministeriums_hat_drei_sitze,
    beauftragte_haben_je_einen_sitz,
    jeder_landesverband_hat_einen_sitz,
    koerperschaft_ist_unklar,
    kommunen_haben_je_einen_sitz,
    niemand_darf_fuer_den_sitz_benennen,
    sitz_gehoert_zur_falschen_stelle,
    sitzkennung_ist_falsch_oder_doppelt,
)
from tests.bau import SITZE, fassung, geschaeftsordnung, stelle
from tests.regeln.urteil import gemeldet, urteile

ALLE = (
    bank_des_ministeriums_hat_drei_sitze,
    jeder_landesverband_hat_einen_sitz,
    kommunen_haben_je_einen_sitz,
    beauftragte_haben_je_einen_sitz,
    sitzkennung_ist_falsch_oder_doppelt,
    sitz_gehoert_zur_falschen_stelle,
    niemand_darf_fuer_den_sitz_benennen,
    koerperschaft_ist_unklar,
)
ORT = ("fassungen", 0, "strategiegruppe", "sitze")


def without(kennung: str) -> Eintrag:
    """The twelve seats less one."""
    return geschaeftsordnung(fassung(sitze=[s for s in SITZE if s["kennung"] != kennung]))


def changed(sitz: str, /, **felder: Any) -> Eintrag:
    """The twelve seats, one of them changed; None takes a field away."""
    seats = [{**s, **felder} if s["kennung"] == sitz else s for s in SITZE]
    return geschaeftsordnung(fassung(sitze=[{k: v for k, v in s.items() if v is not None} for s in seats]))


@pytest.mark.parametrize("regel", ALLE)
def test_die_zwoelf_sitze_der_quellen_sind_in_ordnung(regel: Regel) -> None:
    assert gemeldet(regel) == []


@pytest.mark.parametrize(
    ("regel", "kennung"),
    [
        (bank_des_ministeriums_hat_drei_sitze, "sitz-ministerium-c"),
        (jeder_landesverband_hat_einen_sitz, "sitz-landkreistag"),
        (kommunen_haben_je_einen_sitz, "sitz-kommunen-stadt"),
        (beauftragte_haben_je_einen_sitz, "sitz-beauftragte-stadt"),
    ],
)
def test_eine_bank_mit_zwei_sitzen_meldet_nur_ihre_regel(regel: Regel, kennung: str) -> None:
    reported = [b for r in ALLE for b in urteile(r, without(kennung))]

    assert [(b.code, b.kennung, b.feld) for b in reported] == [(regel.code, "geschaeftsordnung", ORT)]


def test_ein_landesverband_mit_zwei_sitzen_wird_gemeldet() -> None:
    (befund,) = urteile(jeder_landesverband_hat_einen_sitz, changed("sitz-landkreistag", stelle="staedtetag"))

    assert (befund.code, befund.feld) == ("G202", (*ORT, 5, "stelle"))


@pytest.mark.parametrize("felder", [{"koerperschaft": "gemeinde"}, {"amt": "integrationsbeauftragung"}, {"amt": None}])
def test_ohne_sitz_fuer_die_leitung_einer_stadt_wird_gemeldet(felder: dict[str, str | None]) -> None:
    (befund,) = urteile(kommunen_haben_je_einen_sitz, changed("sitz-kommunen-stadt", **felder))

    assert (befund.code, befund.feld) == ("G203", ORT)
    assert "Stadt" in befund.text


def test_ohne_sitz_fuer_die_beauftragten_eines_landkreises_wird_gemeldet() -> None:
    (befund,) = urteile(beauftragte_haben_je_einen_sitz, changed("sitz-beauftragte-landkreis", koerperschaft=None))

    assert (befund.code, befund.kennung) == ("G204", "geschaeftsordnung")
    assert "Landkreis" in befund.text


@pytest.mark.parametrize("kennung", ["ministerium-a", "sitz-ministerium-b"])
def test_eine_falsche_oder_doppelte_sitzkennung_wird_gemeldet(kennung: str) -> None:
    (befund,) = urteile(sitzkennung_ist_falsch_oder_doppelt, changed("sitz-ministerium-a", kennung=kennung))

    assert (befund.code, befund.feld[-1]) == ("G205", "kennung")


def test_derselbe_sitz_darf_in_mehreren_fassungen_stehen() -> None:
    assert gemeldet(sitzkennung_ist_falsch_oder_doppelt, geschaeftsordnung(fassung(), fassung("2026-01-01"))) == []


@pytest.mark.parametrize(
    ("kennung", "gehoert", "feld"),
    [
        ("sitz-ministerium-a", "staedtetag", (*ORT, 0, "stelle")),
        ("sitz-gemeindetag", "ministerium", (*ORT, 3, "stelle")),
        ("sitz-ministerium-a", None, (*ORT, 0)),
    ],
)
def test_ein_sitz_der_falschen_stelle_wird_gemeldet(
    kennung: str, gehoert: str | None, feld: tuple[str | int, ...]
) -> None:
    (befund,) = urteile(sitz_gehoert_zur_falschen_stelle, changed(kennung, stelle=gehoert))

    assert (befund.code, befund.feld) == ("G206", feld)


def test_eine_fehlende_stelle_meldet_nur_der_verweis() -> None:
    assert gemeldet(sitz_gehoert_zur_falschen_stelle, changed("sitz-gemeindetag", stelle="fehlt")) == []


def test_ein_sitz_fuer_den_niemand_benennen_darf_wird_gemeldet() -> None:
    (befund,) = urteile(niemand_darf_fuer_den_sitz_benennen, changed("sitz-gemeindetag", benannt_von=[]))

    assert (befund.code, befund.feld) == ("G207", (*ORT, 3, "benannt_von"))


def test_eine_stadt_kann_nicht_benennen() -> None:
    seats = changed("sitz-gemeindetag", benannt_von=["gemeindetag", "stadt-muster"])

    (befund,) = urteile(niemand_darf_fuer_den_sitz_benennen, seats, stelle("stadt-muster", "stadt"))

    assert (befund.code, befund.feld) == ("G207", (*ORT, 3, "benannt_von", 1))


@pytest.mark.parametrize(
    ("stadt", "stelle_in_der_liste"), [(["stadt", "grosse_kreisstat"], 1), (["gemeinde", "stadt"], 0)]
)
def test_unbekanntes_oder_doppeltes_unter_den_koerperschaften_wird_gemeldet(
    stadt: list[str], stelle_in_der_liste: int
) -> None:
    lists = {"gemeinde": ["gemeinde"], "stadt": stadt, "landkreis": ["landkreis"]}

    (befund,) = urteile(koerperschaft_ist_unklar, geschaeftsordnung({**fassung(), "koerperschaften": lists}))

    assert (befund.code, befund.feld) == ("G208", ("fassungen", 0, "koerperschaften", "stadt", stelle_in_der_liste))


def test_zwei_fassungen_vom_selben_tag_haben_jede_ihre_sitze() -> None:
    zweimal = geschaeftsordnung(fassung(), fassung())

    assert [gemeldet(regel, zweimal) for regel in ALLE] == [[]] * len(ALLE)
