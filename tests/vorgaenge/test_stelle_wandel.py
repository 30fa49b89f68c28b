"""``stelle umbenennen`` and ``aufgehen-in`` as decisions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.vorgaenge import stelle_ende, stelle_wandel
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from tests import bau
from tests.vorgaenge.zwoelf import zwoelf

STICHTAG = bau.STICHTAG
AB = date(2027, 1, 1)
LAST = date(2026, 12, 31)


def umbenennen(bestand: Bestand, kennung: str = "gemeinde-a", **rest: Any) -> Aenderung:
    rest = {"name": "Stadt A", "ab": AB, **rest}
    return stelle_wandel.umbenennen(bestand, [], stichtag=STICHTAG, kennung=kennung, **rest)


def aufgehen(bestand: Bestand, kennung: str = "gemeinde-a", ziel: str = "stadt-b", ab: date = AB) -> Aenderung:
    return stelle_ende.aufgehen_in(bestand, [], stichtag=STICHTAG, kennung=kennung, ziel=ziel, ab=ab)


def test_der_alte_name_bleibt_mit_seinem_letzten_tag() -> None:
    assert umbenennen(zwoelf()).gesetzt == (
        Setzen("stelle", "gemeinde-a", ("name",), "Stadt A"),
        Setzen("stelle", "gemeinde-a", ("frueher", 0), {"name": "Gemeinde A", "bis": LAST}),
    )


def test_wird_aus_der_gemeinde_eine_stadt_sagt_der_vorgang_wessen_sitz_das_trifft() -> None:
    aenderung = umbenennen(zwoelf(), art="Stadt", status="Große Kreisstadt")

    assert aenderung.gesetzt[-1] == Setzen(
        "stelle", "gemeinde-a", ("frueher", 0), {"name": "Gemeinde A", "art": "gemeinde", "bis": LAST}
    )
    assert [h.partition(" passt")[0] for h in aenderung.hinweise] == [
        "beauftragte-gemeinde-1 auf dem Sitz „Integrationsbeauftragte – Gemeinde“",
        "kommunen-gemeinde-1 auf dem Sitz „Kommunen – Gemeinde“",
    ]


def test_ein_neuer_status_laesst_die_fruehere_stadt_ohne_status() -> None:
    aenderung = umbenennen(zwoelf(), "stadt-b", name=None, status="grosse_kreisstadt")
    step = aenderung.gesetzt[-1]

    assert isinstance(step, Setzen)
    assert step.wert == {"art": "stadt", "bis": LAST}


def test_rueckwirkend_darf_kein_mandat_von_anfang_an_falsch_werden() -> None:
    with pytest.raises(NetzintFehler, match="passte dann von Anfang an"):
        umbenennen(zwoelf(), art="stadt", ab=date(2024, 1, 1))


@pytest.mark.parametrize(
    ("kennung", "rest", "text", "ausgang"),
    [
        ("gemeinde-a", {"name": "Gemeinde A"}, "gemeinde-a heißt schon so.", Ausgang.AUFRUF),
        ("gemeinde-a", {"name": None}, "Es fehlt, was sich ändert.", Ausgang.AUFRUF),
        ("gemeinde-z", {}, "Eine Stelle „gemeinde-z“ gibt es nicht.", Ausgang.AUFRUF),
        ("gemeinde-a", {"name": None, "status": "stadtkreis"}, "hat keinen Status", Ausgang.ABGELEHNT),
        ("staedtetag", {"art": "stadt"}, "kein(e) landesverband, sondern stadt", Ausgang.ABGELEHNT),
        ("alt", {}, "alt gibt es nur bis 31. Dezember 2025.", Ausgang.ABGELEHNT),
        ("neulich", {"ab": date(2026, 1, 1)}, "schon eine Änderung zum 2. Juli 2026", Ausgang.ABGELEHNT),
    ],
)
def test_eine_umbenennung_die_nicht_sein_kann(kennung: str, rest: dict[str, Any], text: str, ausgang: Ausgang) -> None:
    gone = bau.stelle("alt", bis="2025-12-31", nachfolge="neulich")
    recent = bau.stelle("neulich", frueher=[{"name": "Vorher", "bis": "2026-07-01"}])
    with pytest.raises(NetzintFehler) as caught:
        umbenennen(zwoelf(gone, recent), kennung, **rest)

    assert (caught.value.ausgang, bool(caught.value.hinweis)) == (ausgang, True)
    assert text in caught.value.text


def test_mit_der_stelle_enden_die_aemter_dort_und_das_verzeichnis() -> None:
    entry = bau.make(
        "beauftragte", "ib-gemeinde-a", stelle="gemeinde-a", von="2020-01-01", mitglied="beauftragte-gemeinde-1"
    )
    aenderung = aufgehen(zwoelf(entry))

    assert [(s.kennung, s.feld) for s in aenderung.gesetzt] == [
        ("gemeinde-a", ("bis",)),
        ("gemeinde-a", ("nachfolge",)),
        ("beauftragte-gemeinde-1", ("aemter", 0, "bis")),
        ("kommunen-gemeinde-1", ("aemter", 0, "bis")),
        ("ib-gemeinde-a", ("bis",)),
    ]
    assert any("kommunen-gemeinde-1 auf dem Sitz" in hinweis for hinweis in aenderung.hinweise)
    assert aenderung.danach[0][0] == (
        "netzint mitglied aendern beauftragte-gemeinde-1 --stelle stadt-b --amt-seit 2027-01-01"
    )


def test_offene_weiterleitungen_und_sitze_der_stelle_werden_genannt() -> None:
    sent = bau.empfehlung(weiterleitungen=[{"stelle": "staedtetag", "am": "2026-11-10"}])
    hinweise = "\n".join(aufgehen(zwoelf(sent), "staedtetag", "gemeindetag").hinweise)

    assert "HE-2026-01 ist bei staedtetag noch offen" in hinweise
    assert "Die Geschäftsordnung nennt staedtetag beim Sitz „Landesverbände – Städtetag“" in hinweise


@pytest.mark.parametrize(
    ("kennung", "ziel", "text"),
    [
        ("gemeinde-a", "gemeinde-a", "kann nicht in sich selbst aufgehen"),
        ("alt", "stadt-b", "alt gibt es nur bis 31. Dezember 2025."),
        ("gemeinde-a", "alt", "alt gibt es am 1. Januar 2027 nicht mehr."),
        ("gemeinde-a", "stadt-z", "Eine Stelle „stadt-z“ gibt es nicht."),
    ],
)
def test_ein_aufgehen_das_nicht_sein_kann(kennung: str, ziel: str, text: str) -> None:
    with pytest.raises(NetzintFehler) as caught:
        aufgehen(zwoelf(bau.stelle("alt", bis="2025-12-31", nachfolge="stadt-b")), kennung, ziel)

    assert text in caught.value.text
    assert caught.value.hinweis
