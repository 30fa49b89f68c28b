"""Veranstaltungen: laid down, changed, moved, cancelled."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.fehler import Ausgang
from netzint.modell.grund import Eintrag
from netzint.modell.veranstaltung import Veranstaltung
from netzint.vorgaenge.aenderung import Setzen
from netzint.vorgaenge.veranstaltung import Angaben, absagen, aendern, neu, verlegen
from tests.bau import arbeitsgruppe, bestand, make, sitzung, thema
from tests.vorgaenge.beschlossenes import HEUTE, abgelehnt

FACHTAG = Angaben("Mitreden", "Fachtag", date(2027, 3, 11))


def veranstaltung(**felder: Any) -> Eintrag:
    """``va-2026-01`` on 11 March 2027."""
    values = {"titel": "Mitreden", "art": "Fachtag", "datum": "2027-03-11", "themen": ["thema-beispiel"], **felder}
    return make("veranstaltung", "va-2026-01", **values)


def test_eine_veranstaltung_nennt_themen_und_arbeitsgruppen_bei_ihrer_kennung() -> None:
    angaben = FACHTAG._replace(themen=("Beispiel",), arbeitsgruppen=("beispiel",), form="Präsenz", ort=" Ulm  Mitte ")

    (found,) = neu(bestand(thema(), arbeitsgruppe()), ["va-2026-04"], stichtag=HEUTE, angaben=angaben).neu

    assert isinstance(found, Veranstaltung)
    assert (found.kennung, found.ort, found.form) == ("va-2026-05", "Ulm Mitte", "praesenz")
    assert (found.themen, found.arbeitsgruppen) == (("thema-beispiel",), ("ag-beispiel",))


def test_feiertage_und_besetzte_tage_werden_genannt_aber_nicht_verboten() -> None:
    angaben = FACHTAG._replace(datum=date(2027, 10, 1), bis=date(2027, 10, 3))
    known = bestand(sitzung("sg-2027-01", datum="2027-10-02"))

    assert neu(known, [], stichtag=HEUTE, angaben=angaben).hinweise == (
        "Der 3. Oktober 2027 ist ein Feiertag (Tag der Deutschen Einheit).",
        "Am 2. Oktober 2027 ist auch eine Sitzung oder eine andere Veranstaltung.",
    )


@pytest.mark.parametrize(
    ("angaben", "ausgang", "text"),
    [
        (Angaben("Nur ein Titel"), Ausgang.AUFRUF, "Zu einer Veranstaltung gehören Titel, Art und Tag."),
        (FACHTAG, Ausgang.ABGELEHNT, "„Mitreden“ am 11. März 2027 ist schon angelegt (va-2026-01)."),
        (
            FACHTAG._replace(bis=date(2027, 3, 10)), Ausgang.AUFRUF,
            "Der letzte Tag (--bis) liegt vor dem ersten (--datum).",
        ),
        (
            FACHTAG._replace(beginn="14:00", ende="13:00"), Ausgang.AUFRUF,
            "Das Ende (13:00 Uhr) liegt nicht nach dem Beginn (14:00 Uhr).",
        ),
        (
            FACHTAG._replace(datum=date(2017, 3, 11)), Ausgang.AUFRUF,
            "Der 11. März 2017 liegt vor der Gründung des Netzwerks (1. Juni 2020).",
        ),
        (FACHTAG._replace(form="im Saal"), Ausgang.AUFRUF, "Die Form „im Saal“ gibt es nicht."),
        (FACHTAG._replace(themen=("xyz",)), Ausgang.AUFRUF, "Ein Thema „xyz“ gibt es nicht."),
    ],
)  # fmt: skip
def test_was_sich_nicht_anlegen_laesst(angaben: Angaben, ausgang: Ausgang, text: str) -> None:
    found = abgelehnt(neu, bestand(thema(), veranstaltung()), [], stichtag=HEUTE, angaben=angaben)

    assert found[:2] == (ausgang, text)


def test_beim_verlegen_bleibt_der_fruehere_termin_erhalten() -> None:
    known = bestand(veranstaltung(bis="2027-03-12"))

    done = verlegen(
        known, [], stichtag=HEUTE, veranstaltung="va-2026-01", neuer_tag=date(2027, 4, 20), grund="Saal belegt."
    )

    wert = {"von": date(2027, 3, 11), "am": HEUTE, "grund": "Saal belegt.\n"}
    assert done.gesetzt == (
        Setzen("veranstaltung", "va-2026-01", ("datum",), date(2027, 4, 20)),
        Setzen("veranstaltung", "va-2026-01", ("bis",), date(2027, 4, 21)),
        Setzen("veranstaltung", "va-2026-01", ("verlegt", 0), wert),
    )


@pytest.mark.parametrize(
    ("felder", "neuer_tag", "text"),
    [
        ({}, date(2027, 3, 11), "va-2026-01 ist schon am 11. März 2027."),
        ({}, date(2026, 11, 1), "Der 1. November 2026 liegt in der Vergangenheit."),
        (
            {"datum": "2026-10-01"}, date(2027, 1, 1),
            "va-2026-01 war schon am 1. Oktober 2026; verlegen lässt sich nur, was noch kommt.",
        ),
        (
            {"abgesagt": {"am": "2026-11-01", "grund": "x"}}, date(2027, 1, 1),
            "va-2026-01 ist seit dem 1. November 2026 abgesagt.",
        ),
        (
            {"entfallen": {"am": "2026-11-01", "grund": "x"}}, date(2027, 1, 1), "va-2026-01 ist entfallen.",
        ),
    ],
)  # fmt: skip
def test_was_sich_nicht_verlegen_laesst(felder: dict[str, Any], neuer_tag: date, text: str) -> None:
    known = bestand(veranstaltung(**felder))

    assert abgelehnt(verlegen, known, [], stichtag=HEUTE, veranstaltung="va-2026-01", neuer_tag=neuer_tag)[1] == text


def test_eine_absage_nennt_ihren_grund() -> None:
    done = absagen(bestand(veranstaltung()), [], stichtag=HEUTE, veranstaltung="Mitreden", grund="Zu wenige.")

    wert = {"am": HEUTE, "grund": "Zu wenige.\n"}
    assert done.gesetzt == (Setzen("veranstaltung", "va-2026-01", ("abgesagt",), wert),)


def test_was_schon_war_laesst_sich_nicht_absagen() -> None:
    known = bestand(veranstaltung(datum="2026-10-01"))

    _, text, _ = abgelehnt(absagen, known, [], stichtag=HEUTE, veranstaltung="va-2026-01", grund="x")

    assert text == "va-2026-01 war am 1. Oktober 2026; absagen lässt sich nur, was noch kommt."


def test_geaendert_wird_nur_was_anders_ist() -> None:
    known = bestand(thema(), veranstaltung(ort="Ulm", form="video"))

    done = aendern(
        known, [], stichtag=HEUTE, veranstaltung="va-2026-01",
        angaben=Angaben(ort="Ulm", form="praesenz", themen=("keine",), oeffentlich=False),
    )  # fmt: skip

    assert done is not None
    assert done.gesetzt == (
        Setzen("veranstaltung", "va-2026-01", ("form",), None),
        Setzen("veranstaltung", "va-2026-01", ("themen",), None),
        Setzen("veranstaltung", "va-2026-01", ("oeffentlich",), wert=False),
        Setzen("veranstaltung", "va-2026-01", ("geaendert", 0), {"am": HEUTE, "was": ["form"]}),
    )


def test_ist_alles_schon_so_gibt_es_nichts_zu_tun() -> None:
    known = bestand(thema(), veranstaltung(ort="Ulm"))

    assert aendern(known, [], stichtag=HEUTE, veranstaltung="va-2026-01", angaben=Angaben(ort="Ulm")) is None
    refused = abgelehnt(aendern, known, [], stichtag=HEUTE, veranstaltung="va-2026-01", angaben=Angaben())
    assert refused[:2] == (Ausgang.AUFRUF, "Es fehlt, was sich ändern soll.")
