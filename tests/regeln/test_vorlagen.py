"""Beschlussvorlagen lay before the Strategiegruppe what was handed in, once."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.grund import Eintrag
from netzint.modell.sitzung import Sitzung
from netzint.regeln.vorlagen import (
    beschlossen_ist_etwas_anderes_als_vorgelegt,
    vorlage_ist_vor_ihrem_tag_nachgereicht,
    vorlage_legt_nicht_eingereichtes_vor,
    vorlage_steht_auf_zwei_tagesordnungen,
    zwei_vorlagen_sind_zum_selben_antrag_offen,
)
from tests.bau import empfehlung, hefassung, make, sitzung, top
from tests.regeln.urteil import gemeldet, urteile

VERTAGT = {"ergebnis": "vertagt"}


def ueber(*empfehlungen: str, fassung: int = 1) -> dict[str, Any]:
    """A motion on Empfehlungen."""
    return {"art": "empfehlung", "empfehlungen": list(empfehlungen) or ["he-2026-01"], "fassung": str(fassung)}


def bv(nr: int = 1, antrag: dict[str, Any] | None = None, **felder: Any) -> Eintrag:
    """A Beschlussvorlage, by default on he-2026-01."""
    normal = {"betreff": "Eins", "vom": "2026-02-10", "antrag": antrag or ueber(), "federfuehrung": "geschaeftsstelle"}
    return make("beschlussvorlage", f"bv-2026-{nr:03}", **{**normal, **felder})


def beraten(
    kennung: str = "sg-2026-01", datum: str = "2026-03-12", antrag: dict[str, Any] | None = None, **felder: Any
) -> Sitzung:
    """A Sitzung in which bv-2026-001 was dealt with."""
    beschluss = {"kennung": "eins", "antrag": antrag or ueber(), "ergebnis": "angenommen", **felder.pop("b", {})}
    point = top("eins", vorlage="bv-2026-001", beschluesse=[beschluss], **felder.pop("top", {}))
    return sitzung(kennung, datum=datum, tagesordnung=[point], **felder)


def test_vorgelegt_wird_was_eingereicht_ist() -> None:
    assert gemeldet(vorlage_legt_nicht_eingereichtes_vor, bv(), empfehlung()) == []


@pytest.mark.parametrize("fassung", [1, 2])
def test_was_nicht_eingereicht_ist_wird_nicht_vorgelegt(fassung: int) -> None:
    unfertig = empfehlung(fassungen=[{k: v for k, v in hefassung().items() if k != "eingereicht"}])
    befunde = urteile(vorlage_legt_nicht_eingereichtes_vor, bv(antrag=ueber(fassung=fassung)), unfertig)

    assert [(b.code, b.kennung) for b in befunde] == [("E401", "bv-2026-001")]
    assert befunde[0].feld == ("antrag", "empfehlungen", 0)


def test_eine_fehlende_empfehlung_meldet_nur_der_verweis() -> None:
    assert gemeldet(vorlage_legt_nicht_eingereichtes_vor, bv()) == []


def test_zwei_offene_vorlagen_zum_selben_antrag_fallen_auf() -> None:
    assert gemeldet(zwei_vorlagen_sind_zum_selben_antrag_offen, bv(1), bv(2)) == [("E402", "bv-2026-002")]


@pytest.mark.parametrize(
    "andere",
    [
        bv(2, ueber("he-2026-02")),
        bv(2, ueber(fassung=2)),
        bv(2, entfallen={"am": "2026-02-20", "grund": "Doppelt."}),
        bv(2, {"art": "sonstiges"}),
    ],
)
def test_vorlagen_zu_verschiedenem_duerfen_zugleich_offen_sein(andere: Eintrag) -> None:
    assert gemeldet(zwei_vorlagen_sind_zum_selben_antrag_offen, bv(1), andere) == []


def test_eine_entschiedene_vorlage_ist_nicht_mehr_offen() -> None:
    assert gemeldet(zwei_vorlagen_sind_zum_selben_antrag_offen, bv(1), bv(2), beraten()) == []
    assert gemeldet(zwei_vorlagen_sind_zum_selben_antrag_offen, bv(1), bv(2), beraten(b=VERTAGT)) == [
        ("E402", "bv-2026-002")
    ]


def test_beschlossen_wird_was_vorgelegt_ist() -> None:
    assert gemeldet(beschlossen_ist_etwas_anderes_als_vorgelegt, bv(), beraten()) == []


@pytest.mark.parametrize(
    "antrag",
    [ueber("he-2026-02"), ueber(fassung=2), {"art": "sonstiges"}, {"art": "ag_einsetzen", "ag": "ag-beispiel"}],
)
def test_etwas_anderes_als_vorgelegt_wird_gemeldet(antrag: dict[str, Any]) -> None:
    befunde = urteile(beschlossen_ist_etwas_anderes_als_vorgelegt, bv(), beraten(antrag=antrag))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("E403", "sg-2026-01", ("tagesordnung", 0, "vorlage"))]


def test_geaendert_angenommen_ist_eine_andere_fassung_als_vorgelegt() -> None:
    changed = beraten(antrag=ueber(fassung=2), b={"ergebnis": "geaendert_angenommen"})

    assert gemeldet(beschlossen_ist_etwas_anderes_als_vorgelegt, bv(), changed) == []


def test_en_bloc_vorgelegtes_darf_einzeln_abgestimmt_werden() -> None:
    zusammen = bv(antrag=ueber("he-2026-01", "he-2026-02"))

    assert gemeldet(beschlossen_ist_etwas_anderes_als_vorgelegt, zusammen, beraten()) == []


def test_auch_ein_umlauf_beschliesst_was_vorgelegt_ist() -> None:
    tage = {"versandt": "2026-03-02", "frist": "2026-03-16"}
    um = make(
        "umlauf",
        "um-2026-01",
        titel="Eins",
        vorlage="bv-2026-001",
        beschluss="eins",
        antrag=ueber("he-2026-02"),
        **tage,
    )

    assert gemeldet(beschlossen_ist_etwas_anderes_als_vorgelegt, bv(), um) == [("E403", "um-2026-01")]


@pytest.mark.parametrize(
    ("zuerst", "dann"),
    [
        ({"b": VERTAGT}, {}),
        ({}, {"top": {"wiederaufnahme": "sg-2026-01/eins"}}),
        ({"abgesagt": {"am": "2026-03-01", "grund": "Krank."}}, {}),
    ],
)
def test_eine_vorlage_die_offen_blieb_kommt_wieder(zuerst: dict[str, Any], dann: dict[str, Any]) -> None:
    entries = [bv(), beraten(**zuerst), beraten("sg-2026-02", "2026-07-09", **dann)]

    assert gemeldet(vorlage_steht_auf_zwei_tagesordnungen, *entries) == []


def test_eine_vorlage_wird_nicht_zweimal_behandelt() -> None:
    entries = [bv(), beraten(), beraten("sg-2026-02", "2026-07-09")]

    assert gemeldet(vorlage_steht_auf_zwei_tagesordnungen, *entries) == [("E404", "sg-2026-02")]


@pytest.mark.parametrize(("am", "found"), [("2026-02-10", 0), ("2026-03-01", 0), ("2026-02-09", 1)])
def test_nachgereicht_wird_nach_dem_tag_der_vorlage(am: str, found: int) -> None:
    befunde = urteile(vorlage_ist_vor_ihrem_tag_nachgereicht, bv(nachgereicht=[{"am": am, "grund": "Zahlen."}]))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [
        ("E405", "bv-2026-001", ("nachgereicht", 0, "am"))
    ] * found


def test_jede_empfehlung_einer_vorlage_hat_ihre_eigene_fassung() -> None:
    antrag = {"art": "empfehlung", "empfehlungen": ["he-2026-01", "he-2026-02"], "fassungen": ["2", "1"]}
    both = (empfehlung(fassungen=[hefassung(), hefassung(nr="2")]), empfehlung("he-2026-02"))
    einzeln = beraten(antrag=ueber(fassung=2), top={"bezug": []})
    falsch = beraten(antrag=ueber(fassung=1))

    assert gemeldet(vorlage_legt_nicht_eingereichtes_vor, bv(antrag=antrag), *both) == []
    assert gemeldet(beschlossen_ist_etwas_anderes_als_vorgelegt, bv(antrag=antrag), einzeln) == []
    assert gemeldet(beschlossen_ist_etwas_anderes_als_vorgelegt, bv(antrag=antrag), falsch) == [("E403", "sg-2026-01")]
    unfertig = empfehlung(fassungen=[hefassung()])
    assert gemeldet(vorlage_legt_nicht_eingereichtes_vor, bv(antrag=antrag), unfertig) == [("E401", "bv-2026-001")]
