"""Waivers: of a rule that can be waived, by an accepted Beschluss, for a time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.ausnahme import Ausnahme
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang
from netzint.modell.grund import Eintrag
from netzint.vorgaenge.ausnahme import neu
from tests.bau import bestand, make, mitglied
from tests.vorgaenge.beschlossenes import HEUTE, abgelehnt, beschlossen

ANGABEN: dict[str, Any] = {
    "regel": "q102",
    "beschluss": "sg-2026-01/b",
    "bis": date(2027, 6, 30),
    "grund": "Übergang.",
}


def lage(*eintraege: Eintrag, ergebnis: str = "angenommen") -> Bestand:
    """``sg-2026-01/b`` decided something, and ``staedtetag-1`` is there."""
    return bestand(beschlossen({"art": "sonstiges"}, ergebnis), mitglied(), *eintraege)


def ausnahme(kennung: str = "ausnahme-alt", **felder: Any) -> Eintrag:
    """An earlier waiver of Q102 for all."""
    values = {"regel": "Q102", "beschluss": "sg-2026-01/b", "bis": "2027-12-31", "grund": "x\n", **felder}
    return make("ausnahme", kennung, **values)


def test_eine_ausnahme_nennt_regel_beschluss_ende_und_grund() -> None:
    done = neu(lage(), [], stichtag=HEUTE, **ANGABEN, fuer=["Staedtetag-1"])

    (found,) = done.neu
    assert isinstance(found, Ausnahme)
    assert (found.kennung, found.regel, found.fuer) == ("ausnahme-q102-staedtetag-1", "Q102", ("staedtetag-1",))
    assert (found.beschluss, found.bis, found.grund) == ("sg-2026-01/b", date(2027, 6, 30), "Übergang.\n")
    assert (done.beschluss, done.hinweise) == ("sg-2026-01/b", ())


def test_was_an_einer_ausnahme_merkwuerdig_ist_wird_gesagt() -> None:
    about = bestand(beschlossen({"art": "schwerpunkt", "thema": "thema-beispiel"}))

    assert neu(about, [], stichtag=HEUTE, **{**ANGABEN, "regel": "T203"}).hinweise == (
        "Die Regel T203 meldet ohnehin nur Hinweise; die Ausnahme wird dort bloß mitgenannt.",
        "sg-2026-01/b beschließt einen Themenschwerpunkt; bitte prüfen, ob das der richtige ist.",
    )


@pytest.mark.parametrize(
    ("felder", "ausgang", "text"),
    [
        ({"regel": "Q999"}, Ausgang.AUFRUF, "Eine Regel „Q999“ gibt es nicht."),
        (
            {"regel": "K101"}, Ausgang.ABGELEHNT,
            "Von der Regel K101 kann es keine Ausnahme geben; sie hält die Daten selbst zusammen.",
        ),
        (
            {"bis": date(2026, 3, 11)}, Ausgang.AUFRUF,
            "Die Ausnahme endete am 11. März 2026, vor ihrem Beschluss am 12. März 2026.",
        ),
        (
            {"bis": date(2026, 6, 30)}, Ausgang.ABGELEHNT,
            "Eine Ausnahme bis zum 30. Juni 2026 wäre schon abgelaufen.",
        ),
        ({"fuer": ["staedtetag-2"]}, Ausgang.AUFRUF, "„staedtetag-2“ gibt es nicht."),
        ({"grund": " "}, Ausgang.AUFRUF, "Die Angabe zu --grund ist leer."),
    ],
)  # fmt: skip
def test_was_keine_ausnahme_wird(felder: dict[str, Any], ausgang: Ausgang, text: str) -> None:
    assert abgelehnt(neu, lage(), [], stichtag=HEUTE, **{**ANGABEN, **felder})[:2] == (ausgang, text)


def test_nur_ein_angenommener_beschluss_erlaubt_eine_ausnahme() -> None:
    _, text, _ = abgelehnt(neu, lage(ergebnis="abgelehnt"), [], stichtag=HEUTE, **ANGABEN)

    assert text == "sg-2026-01/b vom 12. März 2026 wurde nicht angenommen, sondern abgelehnt."


def test_was_schon_ausgenommen_ist_braucht_keine_zweite_ausnahme() -> None:
    _, text, _ = abgelehnt(neu, lage(ausnahme()), [], stichtag=HEUTE, **ANGABEN)

    assert text == "Das deckt ausnahme-alt schon ab (bis 31. Dezember 2027)."


@pytest.mark.parametrize("felder", [{"bis": "2026-12-31"}, {"regel": "Q103"}, {"fuer": ["gemeindetag-1"]}])
def test_eine_laengere_oder_andere_ausnahme_ist_eine_neue(felder: dict[str, Any]) -> None:
    assert neu(lage(ausnahme(**felder)), [], stichtag=HEUTE, **ANGABEN, fuer=["staedtetag-1"]).neu
