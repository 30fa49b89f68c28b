"""Stellen: the official key, the status of a Stadt, and the end of a Stelle."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.grund import Eintrag
from netzint.regeln.stellen import (
    gemeindeschluessel_hat_nicht_die_form,
    gemeindeschluessel_ist_doppelt,
    gemeindeschluessel_passt_nicht_zur_art,
    kreisnummer_gibt_es_nicht,
    nachfolge_ohne_ende,
    nur_kommunen_haben_gemeindeschluessel,
    nur_staedte_haben_einen_status,
    stelle_gibt_es_nicht_mehr,
)
from tests.bau import amt, empfehlung, hefassung, make, mandat, mitglied, netzwerk, stelle
from tests.regeln.urteil import gemeldet, urteile

ENDE = stelle("amt", bis="2025-12-31", nachfolge="ministerium")


@pytest.mark.parametrize(("art", "ags"), [("gemeinde", "08999001"), ("stadt", "08111000"), ("landkreis", "08115")])
def test_schluessel_mit_acht_oder_fuenf_ziffern_sind_in_ordnung(art: str, ags: str) -> None:
    assert gemeldet(gemeindeschluessel_hat_nicht_die_form, stelle("kommune", art, ags=ags)) == []


@pytest.mark.parametrize(
    ("art", "ags"),
    [
        ("gemeinde", "8999001"),
        ("gemeinde", "08115"),
        ("landkreis", "08115000"),
        ("stadt", "09111000"),
        ("stadt", "0811100a"),
    ],
)
def test_ein_schluessel_falscher_form_wird_gemeldet(art: str, ags: str) -> None:
    (befund,) = urteile(gemeindeschluessel_hat_nicht_die_form, stelle("kommune", art, ags=ags))

    assert (befund.code, befund.kennung, befund.feld) == ("G301", "kommune", ("ags",))


def test_eine_behoerde_mit_schluessel_wird_gemeldet() -> None:
    assert gemeldet(nur_kommunen_haben_gemeindeschluessel, stelle("amt", ags="08111000")) == [("G302", "amt")]
    assert gemeldet(nur_kommunen_haben_gemeindeschluessel, stelle("dorf", "gemeinde", ags="08999001")) == []


def test_eine_gemeinde_mit_status_wird_gemeldet() -> None:
    dorf = stelle("dorf", "gemeinde", status="grosse_kreisstadt")

    assert gemeldet(nur_staedte_haben_einen_status, dorf) == [("G303", "dorf")]
    assert gemeldet(nur_staedte_haben_einen_status, stelle("stadt", "stadt", status="stadtkreis")) == []


def test_ein_frueherer_status_einer_gemeinde_wird_gemeldet() -> None:
    earlier = [{"art": "gemeinde", "status": "stadtkreis", "bis": "2019-12-31"}]

    (befund,) = urteile(nur_staedte_haben_einen_status, stelle("stadt", "stadt", frueher=earlier))

    assert (befund.code, befund.feld) == ("G303", ("frueher", 0, "status"))


@pytest.mark.parametrize(
    ("art", "felder"),
    [
        ("landkreis", {"ags": "08215"}),
        ("stadt", {"ags": "08212000", "status": "stadtkreis"}),
        ("stadt", {"ags": "08115003"}),
        ("gemeinde", {"ags": "08999001"}),
    ],
)
def test_schluessel_und_art_die_zusammenpassen_sind_in_ordnung(art: str, felder: dict[str, str]) -> None:
    assert gemeldet(gemeindeschluessel_passt_nicht_zur_art, stelle("kommune", art, **felder)) == []


@pytest.mark.parametrize(
    ("art", "felder"),
    [
        ("landkreis", {"ags": "08212"}),
        ("stadt", {"ags": "08215001", "status": "stadtkreis"}),
        ("stadt", {"ags": "08111000"}),
        ("stadt", {"ags": "08212001", "status": "stadtkreis"}),
        ("gemeinde", {"ags": "08115000"}),
        ("stadt", {"ags": "08999000"}),
    ],
)
def test_der_schluessel_eines_kreises_anderer_art_wird_gemeldet(art: str, felder: dict[str, str]) -> None:
    reported = gemeldet(gemeindeschluessel_passt_nicht_zur_art, stelle("kommune", art, **felder))

    assert reported == [("G304", "kommune")]


def test_erfundene_kreisnummern_sind_nur_in_beispieldaten_in_ordnung() -> None:
    dorf = stelle("dorf", "gemeinde", ags="08999001")

    assert gemeldet(kreisnummer_gibt_es_nicht, dorf) == []
    assert gemeldet(kreisnummer_gibt_es_nicht, dorf, netzwerk(beispieldaten="nein")) == [("G305", "dorf")]


def test_zweimal_derselbe_schluessel_wird_gemeldet() -> None:
    entries = [stelle(k, "gemeinde", ags="08999001") for k in ("dorf-a", "dorf-b")]

    assert gemeldet(gemeindeschluessel_ist_doppelt, *entries) == [("G306", "dorf-b")]


def test_die_nachfolge_darf_den_schluessel_behalten() -> None:
    entries = [
        stelle("dorf-a", "gemeinde", ags="08999001", bis="2025-12-31"),
        stelle("dorf-b", "stadt", ags="08999001"),
    ]

    assert gemeldet(gemeindeschluessel_ist_doppelt, *entries) == []


@pytest.mark.parametrize("felder", [{"nachfolge": "ministerium"}, {"nachfolge": "amt", "bis": "2025-12-31"}])
def test_eine_nachfolge_ohne_ende_oder_von_sich_selbst_wird_gemeldet(felder: dict[str, str]) -> None:
    (befund,) = urteile(nachfolge_ohne_ende, stelle("amt", **felder))

    assert (befund.code, befund.feld) == ("G307", ("nachfolge",))


def test_ein_ende_mit_oder_ohne_nachfolge_ist_in_ordnung() -> None:
    assert gemeldet(nachfolge_ohne_ende, ENDE, stelle("behoerde", bis="2025-12-31")) == []


BEDARF = {"titel": "B"}
BEAUFTRAGTE = {"stelle": "amt", "name": "Max Muster", "von": "2024-01-01"}


def to_stelle(am: str, **stand: Any) -> Eintrag:
    """An Empfehlung that was forwarded to the Stelle that ended."""
    return empfehlung(fassungen=[hefassung()], weiterleitungen=[{"stelle": "amt", "am": am, **stand}])


@pytest.mark.parametrize(
    ("eintrag", "feld"),
    [
        (mitglied(aemter=[amt(stelle="amt")]), ("aemter", 0, "stelle")),
        (mitglied(mandate=[mandat(benannt={"durch": "amt", "am": "2026-01-01"})]), ("mandate", 0, "benannt", "durch")),
        (make("beauftragte", "ib-amt", **BEAUFTRAGTE), ("stelle",)),
        (make("bedarf", "bedarf-2026-01", **BEDARF, gemeldet={"von": "amt", "am": "2026-01-01"}), ("gemeldet", "von")),
        (to_stelle("2026-01-01"), ("weiterleitungen", 0, "stelle")),
        (
            empfehlung(fassungen=[hefassung(adressaten=[{"stelle": "amt", "rolle": "beteiligt"}])]),
            ("fassungen", 0, "adressaten", 0, "stelle"),
        ),
    ],
)
def test_wer_eine_aufgeloeste_stelle_nennt_erfaehrt_die_nachfolge(
    eintrag: Eintrag, feld: tuple[str | int, ...]
) -> None:
    (befund,) = urteile(stelle_gibt_es_nicht_mehr, ENDE, eintrag)

    assert (befund.code, befund.kennung, befund.feld) == ("G308", eintrag.kennung, feld)
    assert befund.hinweis == "Die Nachfolge ist ministerium."


def test_bis_zu_ihrem_letzten_tag_darf_die_stelle_genannt_werden() -> None:
    entries = [
        mitglied(aemter=[amt(stelle="amt", bis="2025-12-31")]),
        to_stelle("2025-12-31"),
        make("beauftragte", "ib-amt", **BEAUFTRAGTE, bis="2025-06-30"),
    ]

    assert gemeldet(stelle_gibt_es_nicht_mehr, ENDE, *entries) == []
