"""``sitzung aendern`` and ``sitzung top aendern``: what is put right without moving the Sitzung."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.vorgaenge.sitzung_aendern import aendern, top_aendern
from netzint.vorgaenge.sitzung_top import Punkt
from tests import bau
from tests.vorgaenge.danach import nach

SG = "sg-2026-03"
EINLADUNG = {"versandt": "2026-11-10", "verteiler": ["staedtetag-1"]}


def welt(**felder: Any) -> Bestand:
    tops = [bau.top("begruessung"), bau.top("haushalt", weil="gewünscht", nummer="2", tischvorlage="nein")]
    normal = {"datum": "2026-12-15", "ort": "Ulm", "beginn": "10:00", "tagesordnung": tops}
    return bau.bestand(bau.mitglied(), bau.sitzung(SG, **{**normal, **felder}))


def test_ort_zeit_und_form_lassen_sich_aendern() -> None:
    before = welt()
    act = aendern(before, [], kennung=SG, stichtag=bau.STICHTAG, ort=" Neu-Ulm, Rathaus ", ende="12:30", form="Präsenz")
    entry = nach(before, act).sitzungen[SG]

    assert (entry.ort, entry.beginn, entry.ende, entry.form) == ("Neu-Ulm, Rathaus", "10:00", "12:30", "praesenz")
    assert act is not None
    assert act.betreff == "Ende, Ort von SG-2026-03 geändert"
    assert act.hinweise == ()


def test_ist_alles_schon_so_gibt_es_nichts_zu_tun() -> None:
    assert aendern(welt(), [], kennung=SG, stichtag=bau.STICHTAG, ort="Ulm") is None
    assert top_aendern(welt(), [], kennung=SG, top="haushalt", punkt=Punkt("", "gewünscht")) is None


def test_nach_der_einladung_steht_da_wer_es_erfahren_muss() -> None:
    act = aendern(welt(einladung=EINLADUNG), [], kennung=SG, stichtag=bau.STICHTAG, ort="Aalen")

    assert act is not None
    assert "(1 Person): staedtetag-1." in act.hinweise[0]


@pytest.mark.parametrize(
    ("angaben", "text"),
    [
        ({}, "Es fehlt, was sich ändern soll"),
        ({"ende": "09:00"}, "Das Ende \\(09:00 Uhr\\) liegt vor dem Beginn"),
        ({"ort": "  "}, "Die Angabe zu --ort ist leer"),
        ({"form": "draußen"}, "Die Form „draußen“ gibt es nicht"),
    ],
)
def test_was_nicht_gemeint_sein_kann_wird_abgelehnt(angaben: dict[str, str], text: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as caught:
        aendern(welt(), [], kennung=SG, stichtag=bau.STICHTAG, **angaben)

    assert caught.value.ausgang is Ausgang.AUFRUF


def test_was_war_laesst_sich_nicht_mehr_aendern() -> None:
    with pytest.raises(NetzintFehler, match="ist durchgeführt") as caught:
        aendern(welt(anwesend=["staedtetag-1"]), [], kennung=SG, stichtag=bau.STICHTAG, ort="Aalen")

    assert caught.value.ausgang is Ausgang.ABGELEHNT


def test_ein_punkt_bekommt_andere_worte_und_bezuege() -> None:
    before = welt()
    act = top_aendern(before, [], kennung=SG, top="2", punkt=Punkt("Haushalt 2027", "Frist", bezug=("staedtetag-1",)))
    top = nach(before, act).sitzungen[SG].tagesordnung[1]

    assert (top.kennung, top.titel, top.weil, top.bezug) == ("haushalt", "Haushalt 2027", "Frist", ("staedtetag-1",))


@pytest.mark.parametrize(
    ("felder", "name", "text"),
    [
        ({"einladung": EINLADUNG}, "haushalt", "die Einladung ist versandt"),
        ({}, "begruessung", "er steht auf jeder Tagesordnung"),
    ],
)
def test_ein_titel_der_feststeht_bleibt(felder: dict[str, Any], name: str, text: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as caught:
        top_aendern(welt(**felder), [], kennung=SG, top=name, punkt=Punkt("Anders"))

    assert caught.value.ausgang is Ausgang.ABGELEHNT


def test_ohne_angabe_fehlt_was_sich_aendern_soll() -> None:
    with pytest.raises(NetzintFehler, match="Es fehlt, was sich ändern soll"):
        top_aendern(welt(), [], kennung=SG, top="haushalt", punkt=Punkt(""))
