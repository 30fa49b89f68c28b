"""``ag mitglied|sitzung|bericht``: who works in an AG, when it meets, what it delivers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.mitglied import Mitglied
from netzint.modell.sitzung import Sitzung
from netzint.vorgaenge.aenderung import Setzen
from netzint.vorgaenge.arbeitsgruppe_bericht import bericht
from netzint.vorgaenge.arbeitsgruppe_mitglied import aufnehmen, ausscheiden
from netzint.vorgaenge.arbeitsgruppe_sitzung import sitzung as lege_an
from netzint.vorgaenge.mitglied_person import Person
from netzint.vorgaenge.rahmen import Wunsch
from tests.bau import amt, arbeitsgruppe, bestand, empfehlung, hefassung, make, mandat, mitglied, sitzung
from tests.vorgaenge.beschlossenes import HEUTE, abgelehnt

VERGEBEN = [f"ag-beispiel-{n:02}" for n in range(1, 10)]
ERIKA = Person(name="Erika Neu", anrede="Frau", stelle="staedtetag", amt_seit=date(2020, 1, 1))


def dabei(nummer: int, rolle: str = "staendig", **felder: Any) -> Mitglied:
    """Somebody who has been in ``ag-beispiel`` from its first day on."""
    ag = {"gremium": "ag-beispiel", "sitz": None, "benannt": None, "rolle": rolle, "von": "2025-07-01", **felder}
    return mitglied(f"ag-beispiel-{nummer:02}", name=f"Person {nummer}", mandate=[mandat(**ag)])


def voll(zahl: int = 9, **felder: Any) -> Bestand:
    """``ag-beispiel`` with as many ständige Mitglieder as were fixed."""
    return bestand(arbeitsgruppe(**felder), *(dabei(n) for n in range(1, zahl + 1)))


def test_eine_neue_person_bekommt_ihre_kennung_von_der_ag_nie_vom_namen() -> None:
    done = aufnehmen(
        voll(2), ["ag-beispiel-07", "ag-beispiel-sitzung-2026-01"], stichtag=HEUTE, ag="beispiel", person=ERIKA,
        rolle="Ständig",
    )  # fmt: skip

    (neu,) = done.neu
    assert isinstance(neu, Mitglied)
    assert (neu.kennung, neu.name) == ("ag-beispiel-08", "Erika Neu")
    assert [(m.gremium, m.rolle, m.von) for m in neu.mandate] == [("ag-beispiel", "staendig", HEUTE)]
    assert done.betreff == "ag-beispiel-08 ab 22. November 2026 in ag-beispiel (ständiges Mitglied)"
    assert done.hinweise == ("3 von 9 ständigen Mitgliedern sind damit eingetragen.",)


def test_wer_schon_erfasst_ist_bekommt_ein_weiteres_mandat() -> None:
    done = aufnehmen(
        bestand(arbeitsgruppe(), mitglied()), [], stichtag=HEUTE, ag="ag-beispiel",
        person=Person("Erika Beispiel"), rolle="leitung", ab=date(2026, 12, 1),
    )  # fmt: skip

    wert = {"gremium": "ag-beispiel", "rolle": "leitung", "von": date(2026, 12, 1)}
    assert done.gesetzt == (Setzen("mitglied", "staedtetag-1", ("mandate", 1), wert),)
    assert done.neu == ()


def test_die_beschlossene_zahl_wird_eingehalten() -> None:
    refused = abgelehnt(aufnehmen, voll(), VERGEBEN, stichtag=HEUTE, ag="ag-beispiel", person=ERIKA, rolle="staendig")

    assert refused[:2] == (
        Ausgang.ABGELEHNT, "ag-beispiel hat am 22. November 2026 schon 9 ständige Mitglieder, festgelegt sind 9.",
    )  # fmt: skip


@pytest.mark.parametrize("rolle", ["gast", "sachverständig"])
def test_gaeste_und_sachverstaendige_zaehlen_nicht(rolle: str) -> None:
    assert aufnehmen(voll(), [], stichtag=HEUTE, ag="ag-beispiel", person=ERIKA, rolle=rolle).neu


def test_auch_spaeter_darf_es_nicht_zu_viele_werden() -> None:
    fewer = {"ab": "2027-01-01", "bis": "2027-06-30", "staendige_mitglieder": "8"}
    known = voll(8, verlaengerungen=[fewer])

    _, text, _ = abgelehnt(aufnehmen, known, VERGEBEN, stichtag=HEUTE, ag="ag-beispiel", person=ERIKA, rolle="leitung")

    assert text == "ag-beispiel hat am 1. Januar 2027 schon 8 ständige Mitglieder, festgelegt sind 8."


def test_mit_der_neuen_rolle_endet_die_fruehere_am_tag_davor() -> None:
    done = aufnehmen(
        voll(), [], stichtag=HEUTE, ag="ag-beispiel", person=Person("ag-beispiel-03"), rolle="leitung",
        ab=date(2026, 12, 1),
    )  # fmt: skip

    wert = {"gremium": "ag-beispiel", "rolle": "leitung", "von": date(2026, 12, 1)}
    assert done.gesetzt == (
        Setzen("mitglied", "ag-beispiel-03", ("mandate", 0, "bis"), date(2026, 11, 30)),
        Setzen("mitglied", "ag-beispiel-03", ("mandate", 1), wert),
    )


@pytest.mark.parametrize(
    ("felder", "ausgang", "text"),
    [
        (
            {"person": Person("ag-beispiel-01"), "rolle": "staendig"}, Ausgang.ABGELEHNT,
            "ag-beispiel-01 hat diese Rolle schon seit dem 1. Juli 2025 (ständiges Mitglied).",
        ),
        ({"ab": date(2025, 6, 1)}, Ausgang.ABGELEHNT, "ag-beispiel beginnt erst am 1. Juli 2025."),
        (
            {"ab": date(2027, 6, 1)}, Ausgang.ABGELEHNT,
            "Das Mandat von ag-beispiel endet am 31. Dezember 2026, vor dem 1. Juni 2027.",
        ),
        ({"rolle": "chef"}, Ausgang.AUFRUF, "„chef“ ist bei --rolle nicht möglich."),
        ({"person": Person()}, Ausgang.AUFRUF, "Es fehlt, um wen es geht."),
        ({"ag": "ag-beispil"}, Ausgang.AUFRUF, "Eine Arbeitsgruppe „ag-beispil“ gibt es nicht."),
    ],
)  # fmt: skip
def test_wer_nicht_aufgenommen_werden_kann(felder: dict[str, Any], ausgang: Ausgang, text: str) -> None:
    given = {"ag": "ag-beispiel", "person": ERIKA, "rolle": "gast", **felder}

    assert abgelehnt(aufnehmen, voll(2), [], stichtag=HEUTE, **given)[:2] == (ausgang, text)


def test_in_eine_abgeschlossene_ag_kommt_niemand_mehr() -> None:
    known = bestand(arbeitsgruppe(abschluss={"am": "2026-06-30"}))

    _, text, _ = abgelehnt(aufnehmen, known, [], stichtag=HEUTE, ag="ag-beispiel", person=ERIKA, rolle="gast")

    assert text == "ag-beispiel ist seit dem 30. Juni 2026 abgeschlossen; neue Mitglieder gibt es nicht mehr."


def test_mit_dem_tod_endet_nicht_nur_das_mandat_in_der_ag() -> None:
    who = {"ag": "ag-beispiel", "person": "ag-beispiel-02", "grund": "verstorben"}
    with pytest.raises(NetzintFehler) as caught:
        ausscheiden(voll(2), [], stichtag=HEUTE, bis=date(2026, 11, 30), **who)
    assert "liegt in der Zukunft (--bis)" in caught.value.text
    done = ausscheiden(voll(2), [], stichtag=HEUTE, bis=HEUTE, **who)

    assert done is not None
    assert {step.feld[0] for step in done.gesetzt} == {"mandate", "aemter"}


def test_wer_ausscheidet_behaelt_das_mandat_bis_zum_letzten_tag() -> None:
    done = ausscheiden(
        voll(2),
        [],
        stichtag=HEUTE,
        ag="ag-beispiel",
        person="ag-beispiel-02",
        bis=date(2026, 11, 30),
        grund="Abberufen",
    )

    assert done is not None
    assert done.gesetzt == (
        Setzen("mitglied", "ag-beispiel-02", ("mandate", 0, "bis"), date(2026, 11, 30)),
        Setzen("mitglied", "ag-beispiel-02", ("mandate", 0, "ende"), {"grund": "abberufen", "am": HEUTE}),
    )


@pytest.mark.parametrize(
    ("person", "bis", "text"),
    [
        ("staedtetag-1", date(2026, 11, 30), "staedtetag-1 gehört nicht zu ag-beispiel."),
        ("ag-beispiel-01", date(2025, 6, 30), "ag-beispiel-01 hat am 30. Juni 2025 kein Mandat in ag-beispiel."),
        ("ag-beispiel-01", date(2027, 6, 30), "Das Mandat von ag-beispiel endet schon am 31. Dezember 2026."),
    ],
)
def test_wer_nicht_ausscheiden_kann(person: str, bis: date, text: str) -> None:
    known = bestand(arbeitsgruppe(), dabei(1), mitglied())

    assert abgelehnt(ausscheiden, known, [], stichtag=HEUTE, ag="ag-beispiel", person=person, bis=bis)[1] == text


def angelegt(known: Bestand, tag: date = date(2026, 12, 8), **felder: Any) -> Sitzung:
    """The Sitzung of ``ag-beispiel`` that the act lays down."""
    (found,) = lege_an(known, [], stichtag=HEUTE, ag="ag-beispiel", wunsch=Wunsch(tag), **felder).neu
    assert isinstance(found, Sitzung)
    return found


def test_auf_der_tagesordnung_steht_woran_die_ag_arbeitet() -> None:
    in_work = empfehlung("he-2026-02", titel="In Arbeit", fassungen=[hefassung(eingereicht=None)])
    event = make(
        "veranstaltung", "va-2027-01", titel="Fachtag", art="Fachtag", datum="2027-03-01",
        arbeitsgruppen=["ag-beispiel"],
    )  # fmt: skip

    found = angelegt(bestand(arbeitsgruppe(), empfehlung(), in_work, event), mit=("Ortstermin",))

    assert [(t.kennung, t.weil) for t in found.tagesordnung] == [
        ("begruessung", None),
        ("he-2026-02", "in Arbeit"),
        ("va-2027-01", "Fachtag am 1. März 2027"),
        ("abschlussbericht", "Mandat bis 31. Dezember 2026"),
        ("ortstermin", None),
        ("verschiedenes", None),
    ]
    assert (found.kennung, found.gremium) == ("ag-beispiel-sitzung-2026-01", "ag-beispiel")


def test_ort_und_beginn_sind_wie_beim_letzten_mal() -> None:
    last = sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", datum="2026-10-01", beginn="13:30", ort="Ulm")

    found = angelegt(bestand(arbeitsgruppe(), last))

    assert (found.beginn, found.ort, found.form) == ("13:30", "Ulm", "praesenz")


def test_eine_fruehere_sitzung_laesst_sich_nachtragen() -> None:
    done = lege_an(bestand(arbeitsgruppe()), [], stichtag=HEUTE, ag="ag-beispiel", wunsch=Wunsch(date(2026, 9, 1)))

    assert done.danach[1] == ("netzint sitzung beginnen ag-beispiel-sitzung-2026-01", "eintragen, wer da war")


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (date(2025, 6, 1), "ag-beispiel beginnt erst am 1. Juli 2025."),
        (date(2027, 6, 1), "Das Mandat von ag-beispiel endet am 31. Dezember 2026."),
        (date(2026, 10, 1), "Am 1. Oktober 2026 ist schon die Sitzung ag-beispiel-sitzung-2026-01."),
    ],
)
def test_tage_an_denen_die_ag_nicht_tagt(tag: date, text: str) -> None:
    other = sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", datum="2026-10-01")
    known = bestand(arbeitsgruppe(), other)

    assert abgelehnt(lege_an, known, [], stichtag=HEUTE, ag="ag-beispiel", wunsch=Wunsch(tag))[1] == text


def test_ein_bericht_wird_mit_seiner_art_eingetragen() -> None:
    done = bericht(
        bestand(arbeitsgruppe()), [], stichtag=HEUTE, ag="ag-beispiel", art="Abschlussbericht", inhalt="Gut."
    )

    wert = {
        "titel": "Abschlussbericht der AG „Beispiel“", "art": "abschlussbericht", "vom": HEUTE, "inhalt": "Gut.\n",
    }  # fmt: skip
    assert done.gesetzt == (Setzen("arbeitsgruppe", "ag-beispiel", ("berichte", 0), wert),)
    assert done.danach[0][0] == "netzint ag abschliessen ag-beispiel"


def test_ein_konzept_steht_bei_den_konzepten() -> None:
    known = bestand(arbeitsgruppe(konzepte=[{"titel": "Erstes", "vom": "2026-01-10"}]))

    done = bericht(
        known, [], stichtag=HEUTE, ag="ag-beispiel", art="konzept", titel="Zweites", link="https://x.example/a"
    )

    wert = {"titel": "Zweites", "vom": HEUTE, "link": "https://x.example/a"}
    assert done.gesetzt == (Setzen("arbeitsgruppe", "ag-beispiel", ("konzepte", 1), wert),)


@pytest.mark.parametrize(
    ("felder", "ausgang", "text"),
    [
        ({"am": date(2025, 1, 1)}, Ausgang.ABGELEHNT, "ag-beispiel beginnt erst am 1. Juli 2025."),
        ({"am": date(2026, 11, 23)}, Ausgang.AUFRUF, "Der 23. November 2026 liegt in der Zukunft (--am)."),
        ({"art": "brief"}, Ausgang.AUFRUF, "„brief“ ist bei --art nicht möglich."),
    ],
)
def test_was_sich_nicht_als_bericht_eintragen_laesst(felder: dict[str, Any], ausgang: Ausgang, text: str) -> None:
    given = {"ag": "ag-beispiel", "art": "konzept", **felder}

    assert abgelehnt(bericht, bestand(arbeitsgruppe()), [], stichtag=HEUTE, **given)[:2] == (ausgang, text)


def test_lange_nach_dem_ende_kommt_kein_bericht_mehr() -> None:
    known = bestand(arbeitsgruppe(abschluss={"am": "2026-06-30"}), mitglied(aemter=[amt()]))

    _, text, _ = abgelehnt(bericht, known, [], stichtag=HEUTE, ag="ag-beispiel", art="konzept")

    assert text == "ag-beispiel endete am 30. Juni 2026; bis zum 28. September 2026 darf noch etwas nachkommen."
