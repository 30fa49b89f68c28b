"""Prepared Beschlussvorlagen come onto the next Tagesordnung by themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from netzint.vorgaenge.offene_vorlagen import list_offene_vorlagen
from netzint.vorgaenge.tagesordnung import propose_tagesordnung
from netzint.vorgaenge.vorschlag import Anlass, Vorschlag
from tests.bau import arbeitsgruppe, beschluss, bestand, empfehlung, make, sitzung, thema, top
from tests.vorgaenge.beschlossenes import HEUTE, beschlossen

SITZUNGSTAG = date(2026, 12, 15)


def vorlage(antrag: dict[str, Any], kennung: str = "bv-2026-001", **felder: Any) -> Eintrag:
    """A Beschlussvorlage of 1 February 2026."""
    values = {"betreff": "Betreff", "vom": "2026-02-01", "antrag": antrag, "federfuehrung": "geschaeftsstelle"}
    return make("beschlussvorlage", kennung, **{**values, **felder})


SCHWERPUNKT = {"art": "schwerpunkt", "thema": "thema-beispiel"}


def vorschlaege(known: Bestand) -> dict[str, Vorschlag]:
    """What is proposed for the Sitzung of 15 December 2026, by Kennung."""
    anlass = Anlass(known, HEUTE, SITZUNGSTAG, date(2027, 4, 13), ())
    return {v.kennung: v for v in propose_tagesordnung(anlass)}


@pytest.mark.parametrize(
    ("antrag", "kennung", "bezug"),
    [
        ({"art": "ag_einsetzen", "ag": "ag-neu", "thema": "thema-beispiel"}, "einsetzung-neu", ("thema-beispiel",)),
        (
            {"art": "ag_verlaengern", "ag": "ag-beispiel", "bis": "2027-06-30"}, "verlaengerung-beispiel",
            ("ag-beispiel",),
        ),
        ({"art": "ag_abschliessen", "ag": "ag-beispiel"}, "abschluss-beispiel", ("ag-beispiel",)),
        (SCHWERPUNKT, "schwerpunkt-beispiel", ("thema-beispiel",)),
        ({"art": "ziel", "ziel": "ziel-neu", "titel": "A", "beschreibung": "B\n"}, "ziel-neu", ()),
        ({"art": "sonstiges", "wortlaut": "Etwas.\n"}, "betreff", ()),
    ],
)  # fmt: skip
def test_jede_vorbereitete_vorlage_wird_ein_punkt(antrag: dict[str, Any], kennung: str, bezug: tuple[str, ...]) -> None:
    found = vorschlaege(bestand(thema(), arbeitsgruppe(), vorlage(antrag)))[kennung]

    assert (found.titel, found.vorlage, found.bezug) == ("Betreff", "bv-2026-001", bezug)


def test_eine_vorbereitete_verlaengerung_ersetzt_den_punkt_ueber_das_ende() -> None:
    bare = bestand(thema(), arbeitsgruppe())
    ready = bestand(
        thema(), arbeitsgruppe(), vorlage({"art": "ag_verlaengern", "ag": "ag-beispiel", "bis": "2027-06-30"})
    )

    assert "ende-ag-beispiel" in vorschlaege(bare)
    assert "ende-ag-beispiel" not in vorschlaege(ready)
    assert vorschlaege(ready)["verlaengerung-beispiel"].weil == "das Mandat endet am 31. Dezember 2026"


def test_empfehlungen_die_zusammen_vorliegen_kommen_nicht_auch_einzeln() -> None:
    together = vorlage({"art": "empfehlung", "empfehlungen": ["he-2026-01", "he-2026-02"]})
    known = bestand(arbeitsgruppe(), empfehlung(), empfehlung("he-2026-02"), empfehlung("he-2026-03"), together)

    found = vorschlaege(known)

    assert found["betreff"].bezug == ("he-2026-01", "he-2026-02")
    assert {"he-2026-01", "he-2026-02"}.isdisjoint(found)
    assert "he-2026-03" in found


@pytest.mark.parametrize(
    "andere",
    [
        (vorlage(SCHWERPUNKT, entfallen={"am": "2026-03-01", "grund": "x"}),),
        (vorlage(SCHWERPUNKT), beschlossen(SCHWERPUNKT)),
        (vorlage(SCHWERPUNKT), beschlossen(SCHWERPUNKT, "abgelehnt")),
        (vorlage(SCHWERPUNKT), sitzung("sg-2027-01", datum="2027-04-01", tagesordnung=[top(vorlage="bv-2026-001")])),
        (
            vorlage(SCHWERPUNKT),
            make(
                "umlauf", "um-2026-01", titel="U", versandt="2026-11-01", frist="2026-11-15", beschluss="b",
                antrag=SCHWERPUNKT, vorlage="bv-2026-001",
            ),
        ),
        (vorlage({"art": "empfehlung", "empfehlungen": ["he-2026-01"]}),),
        (vorlage(SCHWERPUNKT, vom="2026-12-01"),),
    ],
    ids=["entfallen", "angenommen", "abgelehnt", "andere Tagesordnung", "Umlauf", "einzelne Empfehlung", "künftig"],
)  # fmt: skip
def test_was_nicht_mehr_vorzuschlagen_ist(andere: tuple[Eintrag, ...]) -> None:
    assert list_offene_vorlagen(bestand(thema(), *andere), HEUTE, SITZUNGSTAG) == ()


@pytest.mark.parametrize(
    "andere",
    [
        sitzung("sg-2026-02", datum="2026-10-01", abgesagt={"am": "2026-09-30", "grund": "x"},
                tagesordnung=[top(vorlage="bv-2026-001")]),
        sitzung("sg-2026-03", datum="2026-12-15", tagesordnung=[top(vorlage="bv-2026-001")]),
        sitzung("sg-2025-01", datum="2026-01-10",
                tagesordnung=[top(beschluesse=[beschluss("b", antrag=SCHWERPUNKT, ergebnis="abgelehnt")])]),
    ],
    ids=["abgesagte Sitzung", "diese Sitzung selbst", "ältere Entscheidung"],
)  # fmt: skip
def test_was_weiter_vorzuschlagen_ist(andere: Eintrag) -> None:
    (found,) = list_offene_vorlagen(bestand(thema(), vorlage(SCHWERPUNKT), andere), HEUTE, SITZUNGSTAG)

    assert found.kennung == "bv-2026-001"


def test_was_am_abend_der_sitzung_neu_vorbereitet_ist_hat_sie_noch_nicht_entschieden() -> None:
    voted = top("x", vorlage="bv-2026-001", beschluesse=[beschluss("b", antrag=SCHWERPUNKT, ergebnis="abgelehnt")])
    held = sitzung("sg-2026-01", datum="2026-03-12", anwesend=["a-1"], tagesordnung=[voted])
    again = vorlage(SCHWERPUNKT, "bv-2026-002", vom="2026-03-12")

    (found,) = list_offene_vorlagen(bestand(thema(), vorlage(SCHWERPUNKT), again, held), HEUTE, SITZUNGSTAG)

    assert found.kennung == "bv-2026-002"
