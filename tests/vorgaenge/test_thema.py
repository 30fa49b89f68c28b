"""The Themenspeicher: Themen come in, become a Themenschwerpunkt by Beschluss, and are given up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.antrag import SchwerpunktAntrag
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.fehler import Ausgang
from netzint.modell.thema import Thema
from netzint.vorgaenge.aenderung import Setzen
from netzint.vorgaenge.thema import beenden, neu, schwerpunkt, zum_schwerpunkt
from tests.bau import arbeitsgruppe, bestand, thema
from tests.vorgaenge.beschlossenes import HEUTE, TAG, abgelehnt, beschlossen

ANTRAG = {"art": "schwerpunkt", "thema": "thema-beispiel"}


def test_die_kennung_ergibt_sich_aus_dem_titel_ohne_fuellwoerter() -> None:
    (found,) = neu(bestand(), [], stichtag=HEUTE, titel="Übergang von der Schule in den Beruf").neu

    assert isinstance(found, Thema)
    assert (found.kennung, found.aufgenommen) == ("thema-uebergang-schule-beruf", HEUTE)


def test_auch_ein_sehr_langer_titel_ergibt_eine_lesbare_kennung() -> None:
    lang = "Überlanges Thema mit sehr vielen Wörtern über die Teilhabe von Zugewanderten in ländlichen Räumen"
    (found,) = neu(bestand(), [], stichtag=HEUTE, titel=lang).neu

    assert found.kennung == "thema-ueberlanges-thema-sehr-vielen"


def test_eine_vergebene_kennung_bekommt_eine_zahl() -> None:
    (found,) = neu(bestand(), ["thema-wohnen", "thema-wohnen-2"], stichtag=HEUTE, titel="Wohnen").neu

    assert found.kennung == "thema-wohnen-3"


@pytest.mark.parametrize(
    ("felder", "ausgang", "text"),
    [
        ({"titel": "beispiel"}, Ausgang.ABGELEHNT, "Das Thema „Beispiel“ steht schon im Themenspeicher"),
        ({"titel": ""}, Ausgang.AUFRUF, "Die Angabe zu --titel ist leer."),
        ({"titel": "A", "am": date(2027, 1, 1)}, Ausgang.AUFRUF, "Der 1. Januar 2027 liegt in der Zukunft (--am)."),
        (
            {"titel": "A", "am": date(2019, 1, 1)},
            Ausgang.AUFRUF,
            "Der 1. Januar 2019 liegt vor der Gründung des Netzwerks (1. Juni 2020).",
        ),
        ({"titel": "A", "kennung": "x y"}, Ausgang.AUFRUF, "„x y“ ist keine Kennung: „ “ ist nicht erlaubt"),
    ],
)
def test_was_kein_neues_thema_wird(felder: dict[str, Any], ausgang: Ausgang, text: str) -> None:
    found = abgelehnt(neu, bestand(thema()), [], stichtag=HEUTE, **felder)

    assert found[0] is ausgang
    assert found[1].startswith(text)


def test_ein_angenommener_antrag_macht_das_thema_zum_schwerpunkt() -> None:
    known = bestand(thema(), beschlossen(ANTRAG))

    done = schwerpunkt(known, [], stichtag=HEUTE, thema="Beispiel", beschluss="sg-2026-01/b")

    wert = {"ab": TAG, "beschluss": "sg-2026-01/b"}
    assert done.gesetzt == (Setzen("thema", "thema-beispiel", ("schwerpunkt",), wert),)


def test_derselbe_beschluss_wird_nicht_zweimal_ausgefuehrt() -> None:
    known = bestand(thema(schwerpunkt={"ab": "2026-03-12", "beschluss": "sg-2026-01/b"}))

    assert zum_schwerpunkt(known, "thema-beispiel", TAG, "sg-2026-01/b").gesetzt == ()


def test_ohne_beschluss_entsteht_eine_vorlage() -> None:
    (found,) = schwerpunkt(bestand(thema()), [], stichtag=HEUTE, thema="thema-beispiel").neu

    assert isinstance(found, Beschlussvorlage)
    assert isinstance(found.antrag, SchwerpunktAntrag)
    assert (found.betreff, found.antrag.thema) == ("Themenschwerpunkt „Beispiel“", "thema-beispiel")


def test_vor_dem_beginn_der_erfassung_braucht_es_keinen_beschluss() -> None:
    done = schwerpunkt(bestand(thema()), [], stichtag=HEUTE, thema="thema-beispiel", ab=date(2022, 1, 1))

    assert done.gesetzt == (Setzen("thema", "thema-beispiel", ("schwerpunkt",), {"ab": date(2022, 1, 1)}),)


@pytest.mark.parametrize(
    ("felder", "ab", "text"),
    [
        ({}, TAG, "Zum Themenschwerpunkt wird ein Thema durch Beschluss der Strategiegruppe."),
        (
            {"schwerpunkt": {"ab": "2022-01-01"}}, None,
            "thema-beispiel ist schon seit dem 1. Januar 2022 Themenschwerpunkt.",
        ),
        ({"bis": "2024-12-31"}, None, "thema-beispiel wird seit dem 31. Dezember 2024 nicht mehr verfolgt."),
        (
            {"aufgenommen": "2023-01-01"}, date(2022, 1, 1),
            "thema-beispiel steht erst seit dem 1. Januar 2023 im Themenspeicher.",
        ),
    ],
)  # fmt: skip
def test_was_kein_schwerpunkt_wird(felder: dict[str, Any], ab: date | None, text: str) -> None:
    found = abgelehnt(schwerpunkt, bestand(thema(**felder)), [], stichtag=HEUTE, thema="thema-beispiel", ab=ab)

    assert found[:2] == (Ausgang.ABGELEHNT, text)


def test_ein_thema_wird_nicht_weiter_verfolgt() -> None:
    done = beenden(bestand(thema()), [], stichtag=HEUTE, thema="thema-beispiel")

    assert done.gesetzt == (Setzen("thema", "thema-beispiel", ("bis",), HEUTE),)


@pytest.mark.parametrize(
    ("felder", "am", "text"),
    [
        ({}, None, "Am Thema thema-beispiel arbeitet noch ag-beispiel."),
        ({"bis": "2024-12-31"}, None, "thema-beispiel wird schon seit dem 31. Dezember 2024 nicht mehr verfolgt."),
        ({}, date(2020, 12, 1), "thema-beispiel wurde erst am 1. Januar 2021 aufgenommen."),
    ],
)
def test_welches_thema_nicht_beendet_werden_kann(felder: dict[str, str], am: date | None, text: str) -> None:
    known = bestand(thema(**felder), arbeitsgruppe())

    assert abgelehnt(beenden, known, [], stichtag=HEUTE, thema="thema-beispiel", am=am)[:2] == (
        Ausgang.ABGELEHNT, text,
    )  # fmt: skip
