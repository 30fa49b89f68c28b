"""A Stelle ends without a successor: what ends with it, what is named, and what stands against it."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.modell.fehler import Ausgang
from netzint.modell.grund import Eintrag
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.stelle_ende import schliessen
from tests import bau
from tests.vorgaenge.anwenden import apply
from tests.vorgaenge.beschlossenes import HEUTE, abgelehnt
from tests.vorgaenge.danach import neue_befunde
from tests.vorgaenge.zwoelf import zwoelf

ZUM = date(2026, 12, 31)
NOCH_GENANNT = (
    "staedtetag kann nicht zum 1. Januar 2025 enden: Bis zum 15. Januar 2025 ist sie noch genannt, in staedtetag-1."
)


def schliesse(*eintraege: Eintrag, kennung: str = "gemeinde-a", zum: date = ZUM) -> Aenderung:
    return schliessen(zwoelf(*eintraege), [], stichtag=HEUTE, kennung=kennung, zum=zum)


def test_mit_der_stelle_enden_die_aemter_dort_und_das_verzeichnis() -> None:
    ib = bau.make("beauftragte", "ib-gemeinde-a", stelle="gemeinde-a", von="2024-01-01", name="Ina Muster")

    done = schliesse(ib)

    assert set(done.gesetzt) == {
        Setzen("stelle", "gemeinde-a", ("bis",), ZUM),
        Setzen("mitglied", "kommunen-gemeinde-1", ("aemter", 0, "bis"), ZUM),
        Setzen("mitglied", "beauftragte-gemeinde-1", ("aemter", 0, "bis"), ZUM),
        Setzen("beauftragte", "ib-gemeinde-a", ("bis",), ZUM),
    }
    assert "Im Verzeichnis der Beauftragten endet ib-gemeinde-a am 31. Dezember 2026." in done.hinweise


def test_wer_dadurch_auf_seinem_sitz_nicht_mehr_passt_wird_genannt() -> None:
    before = zwoelf()
    done = schliesse()
    after = apply(before, done)

    assert any("kommunen-gemeinde-1" in text and "passt ab 1. Januar 2027 nicht mehr" in text for text in done.hinweise)
    assert dict(done.danach)["netzint mitglied nachbenennen sitz-kommunen-gemeinde"] == (
        "wenn jemand kommunen-gemeinde-1 nachfolgt"
    )
    assert [b for b in neue_befunde(before, after, HEUTE) if b[1] == "gemeinde-a"] == []


def test_was_bei_ihr_noch_offen_ist_wird_genannt_und_der_naechste_schritt() -> None:
    sent = {"stelle": "gemeinde-a", "am": "2026-11-10"}
    offen = bau.empfehlung("he-2026-01", weiterleitungen=[sent])
    kommt = bau.empfehlung(
        "he-2026-02", fassungen=[bau.hefassung(adressaten=[{"stelle": "gemeinde-a", "rolle": "federfuehrend"}])]
    )
    done = schliesse(offen, kommt)

    assert "HE-2026-01 ist bei gemeinde-a noch offen: an eine andere Stelle abgeben oder erledigen." in done.hinweise
    assert (
        "HE-2026-02 nennt gemeinde-a als Adressat; ändern: "
        "netzint empfehlung fassung he-2026-02 --ohne-stelle gemeinde-a"
    ) in done.hinweise
    assert "netzint empfehlung abgeben he-2026-01 --stelle gemeinde-a" in dict(done.danach)


def test_nennt_die_geschaeftsordnung_die_stelle_wird_das_gesagt() -> None:
    done = schliesse(kennung="gemeindetag")

    assert any(text.startswith("Die Geschäftsordnung nennt gemeindetag beim Sitz") for text in done.hinweise)


@pytest.mark.parametrize(
    ("kennung", "zum", "ausgang", "text"),
    [
        ("Gemeinde Ah", ZUM, Ausgang.AUFRUF, "Eine Stelle „Gemeinde Ah“ gibt es nicht."),
        ("alt", ZUM, Ausgang.ABGELEHNT, "alt gibt es nur bis 31. Dezember 2025."),
        (
            "staedtetag", date(2025, 1, 1), Ausgang.ABGELEHNT,
            NOCH_GENANNT,
        ),
        (
            "gemeinde-a", date(2019, 1, 1), Ausgang.ABGELEHNT,
            "beauftragte-gemeinde-1 hat bei gemeinde-a ein Amt, das erst am 1. Mai 2019 beginnt.",
        ),
    ],
)  # fmt: skip
def test_ein_ende_das_nicht_sein_kann(kennung: str, zum: date, ausgang: Ausgang, text: str) -> None:
    known = zwoelf(bau.stelle("alt", bis="2025-12-31"))

    refused = abgelehnt(schliessen, known, [], stichtag=HEUTE, kennung=kennung, zum=zum)

    assert refused[:2] == (ausgang, text)
    assert refused[2]
