"""What is decided is carried out: the rule that finds what was left."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.regeln.ausfuehrung import beschlossenes_ist_nicht_ausgefuehrt, list_unausgefuehrte
from netzint.regeln.niederschriften import sitzung_ist_nicht_abgeschlossen, sitzung_ist_zu_frueh_abgeschlossen
from tests.bau import arbeitsgruppe, bestand, make, sitzung, thema, top
from tests.regeln.strategiegruppe import gehalten
from tests.regeln.umlauf import umlauf
from tests.regeln.urteil import gemeldet, urteile

SCHWERPUNKT = {"art": "schwerpunkt", "thema": "thema-beispiel"}
OFFEN: list[dict[str, Any]] = [
    {"art": "ag_einsetzen", "ag": "ag-neu"},
    {"art": "ag_verlaengern", "ag": "ag-beispiel", "bis": "2027-06-30"},
    {"art": "ag_abschliessen", "ag": "ag-beispiel"},
    SCHWERPUNKT,
    {"art": "ziel", "ziel": "ziel-neu", "titel": "Neu", "beschreibung": "Alle.\n"},
]


def beschlossen(antrag: dict[str, Any], ergebnis: str = "angenommen") -> dict[str, Any]:
    vote = {"kennung": "x", "antrag": antrag, "ja": "12", "nein": "0", "ergebnis": ergebnis}
    return top("x", beschluesse=[vote])


@pytest.mark.parametrize("antrag", OFFEN, ids=lambda antrag: antrag["art"])
def test_beschlossen_und_nicht_ausgefuehrt_wird_gemeldet(antrag: dict[str, Any]) -> None:
    entries = (gehalten(beschlossen(antrag)), arbeitsgruppe(), thema())
    befunde = urteile(beschlossenes_ist_nicht_ausgefuehrt, *entries)

    assert [(b.code, b.kennung) for b in befunde] == [("B401", "sg-2026-01")]
    assert befunde[0].hinweis == "Ausführen mit: netzint sitzung abschliessen sg-2026-01"


@pytest.mark.parametrize("antrag", OFFEN, ids=lambda antrag: antrag["art"])
def test_was_abgelehnt_ist_braucht_nicht_ausgefuehrt_zu_werden(antrag: dict[str, Any]) -> None:
    assert gemeldet(beschlossenes_ist_nicht_ausgefuehrt, gehalten(beschlossen(antrag, "abgelehnt")), thema()) == []


def test_ausgefuehrtes_wird_nicht_gemeldet() -> None:
    done = (
        arbeitsgruppe(verlaengerungen=[{"ab": "2027-01-01", "bis": "2027-06-30", "beschluss": "sg-2026-01/x"}]),
        arbeitsgruppe("ag-neu", abschluss={"am": "2026-03-12"}),
        thema(schwerpunkt={"ab": "2026-03-12"}),
        make("ziel", "ziel-neu", titel="Neu", beschreibung="Alle.\n", ab="2026-03-12", beschluss="sg-2026-01/x"),
    )
    antraege = [*OFFEN[:2], {"art": "ag_abschliessen", "ag": "ag-neu"}, *OFFEN[3:], {"art": "sonstiges"}]
    for antrag in antraege:
        assert gemeldet(beschlossenes_ist_nicht_ausgefuehrt, gehalten(beschlossen(antrag)), *done) == []


def test_auch_ein_umlauf_wird_ausgefuehrt() -> None:
    befunde = urteile(beschlossenes_ist_nicht_ausgefuehrt, umlauf(antrag=SCHWERPUNKT), thema())

    assert [b.hinweis for b in befunde] == ["Ausführen mit: netzint umlauf abschliessen um-2026-01"]
    objected = umlauf(antrag=SCHWERPUNKT, abschluss={"am": "2026-03-16", "ergebnis": "widersprochen"})
    assert gemeldet(beschlossenes_ist_nicht_ausgefuehrt, objected, thema()) == []


def test_eine_laufende_sitzung_hat_noch_zeit() -> None:
    running = gehalten(beschlossen(SCHWERPUNKT), abgeschlossen=None)

    assert gemeldet(beschlossenes_ist_nicht_ausgefuehrt, running, thema()) == []
    assert list_unausgefuehrte(bestand(running, thema())) == ()


def test_vor_der_erfassten_zeit_wird_nichts_gemeldet() -> None:
    early = gehalten(beschlossen(SCHWERPUNKT), kennung="sg-2024-01", datum="2024-03-12", abgeschlossen="2024-03-12")

    assert gemeldet(beschlossenes_ist_nicht_ausgefuehrt, early, thema()) == []


def test_eine_vergangene_sitzung_ist_abzuschliessen() -> None:
    held = gehalten(abgeschlossen=None)
    befunde = urteile(sitzung_ist_nicht_abgeschlossen, held)

    assert [(b.code, b.kennung) for b in befunde] == [("S165", "sg-2026-01")]
    assert "netzint sitzung abschliessen sg-2026-01" in befunde[0].hinweis
    assert gemeldet(sitzung_ist_nicht_abgeschlossen, gehalten()) == []
    assert gemeldet(sitzung_ist_nicht_abgeschlossen, gehalten(niederschrift={"vom": "2026-03-20"})) == []
    assert gemeldet(sitzung_ist_nicht_abgeschlossen, gehalten(datum="2026-11-22", abgeschlossen=None)) == []


@pytest.mark.parametrize("felder", [{"abgeschlossen": "2026-03-11"}, {"anwesend": []}])
def test_vor_ihrem_tag_oder_ohne_anwesende_ist_keine_sitzung_abgeschlossen(felder: dict[str, Any]) -> None:
    assert gemeldet(sitzung_ist_zu_frueh_abgeschlossen, gehalten(**felder)) == [("S164", "sg-2026-01")]
    assert gemeldet(sitzung_ist_zu_frueh_abgeschlossen, gehalten(), sitzung("sg-2026-02")) == []
