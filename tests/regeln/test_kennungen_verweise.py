"""Verweise lead to what they may name."""

from __future__ import annotations

import time

from netzint.modell.bestand import Bestand
from netzint.regeln.kennungen_verweise import bezug_ist_unbekannt, verweis_fuehrt_ins_leere
from netzint.regeln.register import judge
from tests.bau import (
    STICHTAG,
    arbeitsgruppe,
    beschluss,
    empfehlung,
    hefassung,
    make,
    mandat,
    mitglied,
    sitzung,
    stelle,
    thema,
    top,
)
from tests.regeln.urteil import gemeldet, urteile

EINSETZUNG = sitzung(
    "sg-2025-01",
    tagesordnung=[top("ag", beschluesse=[beschluss("einsetzung-beispiel", antrag={"art": "sonstiges"})])],
)

AUSNAHME = {"regel": "Q103", "beschluss": "sg-2025-01/x", "bis": "2027-01-01", "grund": "Weil.\n"}


def test_verweise_auf_vorhandenes_sind_in_ordnung() -> None:
    assert gemeldet(verweis_fuehrt_ins_leere, mitglied(), thema(), EINSETZUNG, arbeitsgruppe(), empfehlung()) == []


def test_ein_verweis_auf_eine_stelle_die_es_nicht_gibt_wird_mit_vorschlag_gemeldet() -> None:
    broken = empfehlung(fassungen=[hefassung(adressaten=[{"stelle": "ministerum", "rolle": "beteiligt"}])])

    (befund,) = urteile(verweis_fuehrt_ins_leere, broken, thema(), EINSETZUNG, arbeitsgruppe())

    assert (befund.code, befund.kennung) == ("K101", "he-2026-01")
    assert befund.feld == ("fassungen", 0, "adressaten", 0, "stelle")
    assert befund.schluessel == ("ministerum",)
    assert befund.hinweis == "Meinten Sie „ministerium“?"


def test_ohne_aehnliche_kennung_gilt_die_abhilfe_der_regel() -> None:
    (befund,) = urteile(verweis_fuehrt_ins_leere, stelle("amt", bis="2025-12-31", nachfolge="zzz-qqq"))

    assert befund.hinweis == verweis_fuehrt_ins_leere.abhilfe


def test_ein_verweis_auf_etwas_anderer_art_wird_gemeldet() -> None:
    broken = mitglied(aemter=[{"von": "2019-05-01", "stelle": "staedtetag-1", "amt": "mitarbeit"}])

    (befund,) = urteile(verweis_fuehrt_ins_leere, broken)

    assert (befund.code, befund.feld) == ("K101", ("aemter", 0, "stelle"))
    assert "von anderer Art (Mitglied)" in befund.text


def test_ein_beschluss_den_die_sitzung_nicht_hat_wird_gemeldet() -> None:
    (befund,) = urteile(verweis_fuehrt_ins_leere, arbeitsgruppe(), thema(), sitzung("sg-2025-01"))

    assert (befund.code, befund.kennung, befund.feld) == ("K101", "ag-beispiel", ("mandat", "beschluss"))
    assert befund.text == "In sg-2025-01 gibt es keinen Beschluss „einsetzung-beispiel“"


def test_ein_beschluss_im_umlauf_wird_gefunden() -> None:
    umlauf = make(
        "umlauf",
        "um-2025-01",
        titel="Einsetzung",
        versandt="2025-03-01",
        frist="2025-03-20",
        beschluss="einsetzung",
        antrag={"art": "sonstiges"},
    )
    ziel = make("ziel", "ziel-a", titel="A", beschreibung="A\n", ab="2025-04", beschluss="um-2025-01/einsetzung")

    assert gemeldet(verweis_fuehrt_ins_leere, umlauf, ziel) == []


def test_ein_sitz_und_ein_gremium_die_es_nicht_gibt_werden_gemeldet() -> None:
    person = mitglied(mandate=[mandat(sitz="sitz-stadtetag"), mandat(gremium="ag-fehlt", sitz=None)])

    befunde = urteile(verweis_fuehrt_ins_leere, person)

    assert [(b.code, b.feld) for b in befunde] == [
        ("K101", ("mandate", 0, "sitz")),
        ("K101", ("mandate", 1, "gremium")),
    ]
    assert befunde[0].hinweis == "Meinten Sie „sitz-staedtetag“?"


def test_was_nicht_gelesen_werden_konnte_fehlt_nicht() -> None:
    assert gemeldet(verweis_fuehrt_ins_leere, arbeitsgruppe(), unlesbar=("thema-beispiel", "sg-2025-01")) == []


def test_ohne_geschaeftsordnung_fehlt_kein_sitz() -> None:
    without = Bestand([stelle("staedtetag", "landesverband"), mitglied()])

    assert judge(without, STICHTAG, (verweis_fuehrt_ins_leere,)) == []


def test_hunderte_falscher_verweise_halten_die_pruefung_nicht_auf() -> None:
    themen = [thema(f"thema-{n}") for n in range(800)]
    ags = [arbeitsgruppe(f"ag-{n}", thema=f"thema-fehlt-{n}", mandat=_ohne_beschluss()) for n in range(800)]
    start = time.perf_counter()

    befunde = urteile(verweis_fuehrt_ins_leere, *themen, *ags)

    assert len(befunde) == 800
    assert time.perf_counter() - start < 5


def _ohne_beschluss() -> dict[str, str]:
    return {"auftrag": "A\n", "staendige_mitglieder": "9", "von": "2025-07-01", "bis": "2026-12-31"}


def test_eine_ausnahme_fuer_vorhandenes_ist_in_ordnung() -> None:
    entries = [make("ausnahme", "ausnahme-a", **AUSNAHME, fuer=["staedtetag-1", "sitz-staedtetag", "strategiegruppe"])]

    assert gemeldet(bezug_ist_unbekannt, *entries, mitglied()) == []


def test_eine_ausnahme_fuer_unbekanntes_wird_gemeldet() -> None:
    (befund,) = urteile(bezug_ist_unbekannt, make("ausnahme", "ausnahme-a", **AUSNAHME, fuer=["staedtetag-9"]))

    assert (befund.code, befund.kennung, befund.feld) == ("K102", "ausnahme-a", ("fuer", 0))


def test_ein_top_mit_unbekanntem_bezug_wird_gemeldet() -> None:
    (befund,) = urteile(bezug_ist_unbekannt, sitzung(tagesordnung=[top(bezug=["strategiegruppe", "he-2020-99"])]))

    assert (befund.code, befund.kennung, befund.feld) == ("K102", "sg-2026-01", ("tagesordnung", 0, "bezug", 1))
