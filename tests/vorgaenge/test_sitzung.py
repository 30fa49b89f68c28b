"""``sitzung neu`` as a decision: numbers, Vorlagen, what may be left out and what not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sitzung import Sitzung
from netzint.vorgaenge import sitzung
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.nummern import next_kennung
from netzint.vorgaenge.rahmen import Rahmen, propose_rahmen
from tests import bau

STICHTAG = date(2026, 11, 22)
RAHMEN = Rahmen(date(2027, 2, 9), "Stuttgart", "10:00", "praesenz")


def neu(bestand: Bestand, **angaben: Any) -> Aenderung:
    angaben = {"stichtag": STICHTAG, "rahmen": RAHMEN, "vergeben": list(bestand.eintraege), **angaben}
    return sitzung.neu(bestand, angaben.pop("vergeben"), **angaben)


def angelegt(aenderung: Aenderung) -> Sitzung:
    first = aenderung.neu[0]
    assert isinstance(first, Sitzung)
    return first


def test_die_sitzung_bekommt_die_naechste_nummer_des_jahres() -> None:
    bestand = bau.bestand(bau.sitzung("sg-2026-01"), bau.sitzung("sg-2026-02", datum="2026-07-16"))

    assert angelegt(neu(bestand)).kennung == "sg-2026-03"


def test_eine_nummer_auf_einem_anderen_zweig_gilt_als_vergeben() -> None:
    assert angelegt(neu(bau.bestand(), vergeben=["sg-2026-04", "sg-2025-09"])).kennung == "sg-2026-05"


def test_fuer_jede_empfehlung_entsteht_eine_vorlage_mit_eigener_nummer() -> None:
    aenderung = neu(bau.bestand(bau.empfehlung("he-2026-01"), bau.empfehlung("he-2026-02"), bau.arbeitsgruppe()))
    papers = [eintrag for eintrag in aenderung.neu if isinstance(eintrag, Beschlussvorlage)]

    assert [paper.kennung for paper in papers] == ["bv-2026-001", "bv-2026-002"]
    assert {top.kennung: top.vorlage for top in angelegt(aenderung).tagesordnung if top.vorlage} == {
        "he-2026-01": "bv-2026-001",
        "he-2026-02": "bv-2026-002",
    }
    assert papers[0].federfuehrung == "ag-beispiel"


def test_der_vorschlag_uebernimmt_ort_und_beginn_der_letzten_sitzung() -> None:
    bestand = bau.bestand(bau.sitzung("sg-2026-01", datum="2026-07-16", ort="Ulm", beginn="13:30", form="hybrid"))

    assert propose_rahmen(bestand, STICHTAG) == Rahmen(date(2026, 12, 15), "Ulm", "13:30", "hybrid")


def test_ohne_geschaeftsordnung_gibt_es_keinen_terminvorschlag() -> None:
    with pytest.raises(NetzintFehler, match="Ohne Geschäftsordnung"):
        propose_rahmen(Bestand([bau.netzwerk()]), STICHTAG)


def test_ein_tag_mit_sitzung_wird_abgelehnt() -> None:
    with pytest.raises(NetzintFehler, match="schon die Sitzung SG-2026-01") as caught:
        neu(bau.bestand(bau.sitzung("sg-2026-01", datum="2027-02-09")))

    assert caught.value.ausgang is Ausgang.AUFRUF


def test_ein_vergangener_tag_wird_abgelehnt() -> None:
    with pytest.raises(NetzintFehler, match="Vergangenheit"):
        neu(bau.bestand(), rahmen=RAHMEN._replace(datum=date(2026, 11, 21)))


def test_an_einem_abgesagten_termin_kann_wieder_getagt_werden() -> None:
    absage = {"am": "2026-11-01", "grund": "Krankheit\n"}

    assert (
        angelegt(neu(bau.bestand(bau.sitzung("sg-2026-01", datum="2027-02-09", abgesagt=absage)))).datum == RAHMEN.datum
    )


def test_ein_punkt_kann_weggelassen_werden() -> None:
    assert "vakanzen" not in [top.kennung for top in angelegt(neu(bau.bestand(), ohne=["vakanzen"])).tagesordnung]


def test_ein_unbekannter_punkt_wird_mit_den_moeglichen_abgelehnt() -> None:
    with pytest.raises(NetzintFehler, match="steht nicht auf der Tagesordnung") as caught:
        neu(bau.bestand(), ohne=["umlauf"])

    assert caught.value.hinweis == "Weglassen kann man: vakanzen."
    with pytest.raises(NetzintFehler) as caught:
        neu(bau.bestand(), ohne=["vakanz"])
    assert caught.value.hinweis == "Meinten Sie „vakanzen“?"


@pytest.mark.parametrize("name", ["VAKANZEN", "vakante sitze", "Vakante Sitze und Nachbenennung", "3", "TOP 3"])
def test_weggelassen_wird_nach_kennung_titel_oder_nummer(name: str) -> None:
    assert "vakanzen" not in [top.kennung for top in angelegt(neu(bau.bestand(), ohne=[name])).tagesordnung]


@pytest.mark.parametrize(("titel", "warum"), [("", "ist leer"), (" \n ", "ist leer"), ("x" * 301, "hat 301 Zeichen")])
def test_ein_titel_der_keiner_sein_kann_wird_abgelehnt(titel: str, warum: str) -> None:
    with pytest.raises(NetzintFehler, match=f"Die Angabe zu --mit {warum}") as caught:
        neu(bau.bestand(), mit=[titel])

    assert caught.value.ausgang is Ausgang.AUFRUF


def test_ein_zeilenumbruch_im_titel_wird_ein_leerzeichen() -> None:
    assert angelegt(neu(bau.bestand(), mit=["Bericht\n  aus Ulm"])).tagesordnung[-3].titel == "Bericht aus Ulm"


def test_ein_fester_punkt_bleibt() -> None:
    with pytest.raises(NetzintFehler, match="steht auf jeder Tagesordnung"):
        neu(bau.bestand(), ohne=["begruessung"])


def test_freie_punkte_stehen_vor_verschiedenes_und_haben_eigene_kennungen() -> None:
    tops = angelegt(neu(bau.bestand(), mit=["Öffentlichkeitsarbeit", "Öffentlichkeitsarbeit", "2027"])).tagesordnung

    assert [top.kennung for top in tops][-5:-2] == ["oeffentlichkeitsarbeit", "oeffentlichkeitsarbeit-2", "punkt-2027"]
    assert tops[-5].titel == "Öffentlichkeitsarbeit"


def test_der_betreff_nennt_kennung_und_tag() -> None:
    aenderung = neu(bau.bestand())

    assert aenderung.betreff == "Sitzung SG-2026-01 am 9. Februar 2027 angelegt"
    assert aenderung.vorgang == "sitzung-neu"


@pytest.mark.parametrize(
    ("serie", "vergeben", "erwartet"),
    [
        ("sg", [], "sg-2026-01"),
        ("bv", [], "bv-2026-001"),
        ("sg", ["sg-2026-09"], "sg-2026-10"),
        ("sg", ["sg-2026-99"], "sg-2026-100"),
        ("sg", ["sg-2025-07", "bv-2026-044", "ag-x-sitzung-2026-03"], "sg-2026-01"),
        ("bv", ["bv-2026-001", "bv-2026-004"], "bv-2026-005"),
    ],
)
def test_die_naechste_nummer_liegt_ueber_der_hoechsten(serie: str, vergeben: list[str], erwartet: str) -> None:
    assert next_kennung(serie, 2026, vergeben) == erwartet
