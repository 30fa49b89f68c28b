"""Strategic aims: adopted by Beschluss, worded anew with the earlier wording kept."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.antrag import ZielAntrag
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.fehler import Ausgang
from netzint.modell.grund import Eintrag
from netzint.modell.ziel import Ziel
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.ziel import beenden, beschliessen, fortschreiben, neu
from tests.bau import bestand, make
from tests.vorgaenge.beschlossenes import HEUTE, TAG, abgelehnt, beschlossen

ANTRAG = {"art": "ziel", "ziel": "ziel-teilhabe", "titel": "Teilhabe", "beschreibung": "Alle nehmen teil.\n"}


def ziel(**felder: Any) -> Eintrag:
    """``ziel-teilhabe`` of 2021."""
    values = {"titel": "Teilhabe", "beschreibung": "Manche nehmen teil.\n", "ab": "2021-01-01", **felder}
    return make("ziel", "ziel-teilhabe", **values)


def antrag(**felder: str) -> ZielAntrag:
    """The motion about ``ziel-teilhabe``."""
    return ZielAntrag.model_validate({**ANTRAG, **felder})


def vorgelegt(done: Aenderung) -> tuple[str, ZielAntrag]:
    """Betreff and motion of the Vorlage that an act prepared."""
    (found,) = done.neu
    assert isinstance(found, Beschlussvorlage)
    assert isinstance(found.antrag, ZielAntrag)
    return found.betreff, found.antrag


def test_aus_dem_antrag_wird_das_ziel() -> None:
    (found,) = beschliessen(bestand(), antrag(), "sg-2026-01/b", TAG).neu

    assert isinstance(found, Ziel)
    assert (found.kennung, found.titel, found.beschreibung) == ("ziel-teilhabe", "Teilhabe", "Alle nehmen teil.\n")
    assert (found.ab, found.beschluss) == (TAG, "sg-2026-01/b")


def test_ein_neuer_wortlaut_ersetzt_den_alten_der_mit_seinem_beschluss_erhalten_bleibt() -> None:
    known = bestand(ziel(beschluss="sg-2021-01/alt"))

    done = beschliessen(known, antrag(), "sg-2026-01/b", TAG)

    earlier = {"beschreibung": "Manche nehmen teil.\n", "bis": date(2026, 3, 11), "beschluss": "sg-2021-01/alt"}
    assert done.gesetzt == (
        Setzen("ziel", "ziel-teilhabe", ("beschreibung",), "Alle nehmen teil.\n"),
        Setzen("ziel", "ziel-teilhabe", ("frueher", 0), earlier),
        Setzen("ziel", "ziel-teilhabe", ("beschluss",), "sg-2026-01/b"),
    )


def test_ein_beschluss_ohne_neuen_wortlaut_wird_nachgetragen() -> None:
    done = beschliessen(bestand(ziel()), antrag(beschreibung="Manche nehmen teil.\n"), "sg-2026-01/b", TAG)

    assert done.gesetzt == (Setzen("ziel", "ziel-teilhabe", ("beschluss",), "sg-2026-01/b"),)


@pytest.mark.parametrize(
    "known",
    [
        ziel(beschluss="sg-2026-01/b"),
        ziel(frueher=[{"beschreibung": "Alle.\n", "bis": "2026-06-30", "beschluss": "sg-2026-01/b"}]),
    ],
)
def test_derselbe_beschluss_wird_nicht_zweimal_ausgefuehrt(known: Eintrag) -> None:
    assert beschliessen(bestand(known), antrag(), "sg-2026-01/b", TAG).gesetzt == ()


@pytest.mark.parametrize(
    ("known", "given", "text"),
    [
        ((), {"art": "ziel", "ziel": "ziel-teilhabe"}, "Zum Ziel ziel-teilhabe fehlen Titel und Wortlaut."),
        ((ziel(bis="2025-12-31"),), ANTRAG, "ziel-teilhabe gilt nur bis zum 31. Dezember 2025."),
        (
            (ziel(ab="2026-06-01"),), ANTRAG,
            "Der geltende Wortlaut von ziel-teilhabe ist vom 1. Juni 2026; ein neuer muss später beginnen.",
        ),
        (
            (ziel(beschluss="sg-2021-01/alt"),), {"art": "ziel", "ziel": "ziel-teilhabe"},
            "ziel-teilhabe gilt schon in diesem Wortlaut.",
        ),
    ],
)  # fmt: skip
def test_was_sich_nicht_beschliessen_laesst(known: tuple[Eintrag, ...], given: dict[str, str], text: str) -> None:
    motion = ZielAntrag.model_validate(given)

    assert abgelehnt(beschliessen, bestand(*known), motion, "sg-2026-01/b", TAG)[:2] == (Ausgang.ABGELEHNT, text)


def test_ohne_beschluss_entsteht_eine_vorlage_mit_titel_und_wortlaut() -> None:
    betreff, found = vorgelegt(
        neu(bestand(), [], stichtag=HEUTE, titel="Sprache für alle", beschreibung="Alle lernen.")
    )

    assert betreff == "Strategisches Ziel „Sprache für alle“"
    assert (found.ziel, found.titel, found.beschreibung) == ("ziel-sprache-alle", "Sprache für alle", "Alle lernen.\n")


def test_mit_beschluss_gilt_dessen_wortlaut() -> None:
    known = bestand(beschlossen(ANTRAG))

    (found,) = neu(known, [], stichtag=HEUTE, beschluss="sg-2026-01/b").neu
    assert found.kennung == "ziel-teilhabe"
    refused = abgelehnt(neu, known, [], stichtag=HEUTE, titel="Anders", beschluss="sg-2026-01/b")
    assert refused[1] == "Beschlossen ist ein anderer Wert zu --titel: Teilhabe"


def test_ein_neuer_wortlaut_wird_als_vorlage_vorbereitet() -> None:
    betreff, found = vorgelegt(
        fortschreiben(bestand(ziel()), [], stichtag=HEUTE, ziel="teilhabe", beschreibung="Alle.")
    )

    assert (betreff, found.ziel, found.beschreibung) == (
        "Neuer Wortlaut des Ziels „Teilhabe“", "ziel-teilhabe", "Alle.\n",
    )  # fmt: skip


def test_vor_dem_beginn_der_erfassung_wird_ohne_beschluss_fortgeschrieben() -> None:
    done = fortschreiben(
        bestand(ziel()), [], stichtag=HEUTE, ziel="ziel-teilhabe", beschreibung="Alle.", ab=date(2024, 1, 1)
    )

    earlier = {"beschreibung": "Manche nehmen teil.\n", "bis": date(2023, 12, 31)}
    assert done.gesetzt[1] == Setzen("ziel", "ziel-teilhabe", ("frueher", 0), earlier)
    assert len(done.gesetzt) == 2


@pytest.mark.parametrize(
    ("felder", "text"),
    [
        ({"beschreibung": "Manche nehmen teil."}, "Der Wortlaut ist derselbe wie bisher."),
        ({"beschreibung": "Alle.", "ab": TAG}, "Ein strategisches Ziel beschließt die Strategiegruppe."),
        ({}, "Es fehlt der neue Wortlaut."),
    ],
)
def test_was_sich_nicht_fortschreiben_laesst(felder: dict[str, Any], text: str) -> None:
    assert abgelehnt(fortschreiben, bestand(ziel()), [], stichtag=HEUTE, ziel="ziel-teilhabe", **felder)[1] == text


def test_ein_ziel_gilt_nicht_mehr() -> None:
    done = beenden(bestand(ziel()), [], stichtag=HEUTE, ziel="ziel-teilhabe")

    assert done.gesetzt == (Setzen("ziel", "ziel-teilhabe", ("bis",), HEUTE),)
    assert abgelehnt(beenden, bestand(ziel(bis="2025-12-31")), [], stichtag=HEUTE, ziel="ziel-teilhabe")[0] is (
        Ausgang.ABGELEHNT
    )
