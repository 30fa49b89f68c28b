"""When, where and how: proposals, wishes, and what is said about a chosen day."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.vorgaenge.rahmen import Rahmen, Wunsch, apply_wunsch, remarks, round_beginn
from tests import bau

STICHTAG = date(2026, 11, 22)
RAHMEN = Rahmen(date(2026, 12, 15), "Ulm", "10:00", "praesenz")


def test_wer_nichts_wuenscht_bekommt_den_vorschlag() -> None:
    assert apply_wunsch(RAHMEN, Wunsch()) == RAHMEN


def test_wuensche_gehen_vor() -> None:
    wunsch = Wunsch(date(2027, 2, 9), "Stuttgart,\nRathaus", "14:00", "Präsenz")

    assert apply_wunsch(RAHMEN, wunsch) == Rahmen(date(2027, 2, 9), "Stuttgart, Rathaus", "14:00", "praesenz")


def test_eine_videokonferenz_erbt_keinen_raum() -> None:
    assert apply_wunsch(RAHMEN, Wunsch(form="VIDEO")).ort is None
    assert apply_wunsch(RAHMEN, Wunsch(form="video", ort="Raum 3")).ort == "Raum 3"
    assert apply_wunsch(RAHMEN._replace(form="video", ort="Raum 3"), Wunsch()).ort == "Raum 3"


@pytest.mark.parametrize(
    ("wunsch", "text"),
    [
        (Wunsch(ort=" "), "Die Angabe zu --ort ist leer."),
        (Wunsch(ort="x" * 301), "Die Angabe zu --ort hat 301 Zeichen; erlaubt sind 300."),
        (Wunsch(form="vidio"), "Die Form „vidio“ gibt es nicht."),
        (Wunsch(form=""), "Die Form „“ gibt es nicht."),
    ],
)
def test_unmoegliche_wuensche_werden_deutlich_abgelehnt(wunsch: Wunsch, text: str) -> None:
    with pytest.raises(NetzintFehler) as caught:
        apply_wunsch(RAHMEN, wunsch)

    assert (caught.value.text, caught.value.ausgang) == (text, Ausgang.AUFRUF)
    assert caught.value.hinweis


@pytest.mark.parametrize(
    ("tag", "saetze"),
    [
        (date(2027, 2, 9), ()),
        (date(2027, 5, 6), ("Der 6. Mai 2027 ist ein Feiertag (Christi Himmelfahrt).",)),
        (date(2027, 5, 7), ("Der 7. Mai 2027 ist ein Brückentag.",)),
        (date(2027, 2, 6), ("Der 6. Februar 2027 ist ein Samstag.",)),
        (date(2026, 12, 29), ("Der 29. Dezember 2026 liegt zwischen Weihnachten und Dreikönig.",)),
    ],
)
def test_ein_ungewoehnlicher_tag_wird_genannt_nicht_verboten(tag: date, saetze: tuple[str, ...]) -> None:
    assert remarks(bau.bestand(), STICHTAG, tag) == saetze


def test_ein_belegter_tag_und_eine_zu_kurze_ladungsfrist_werden_genannt() -> None:
    bestand = bau.bestand(bau.sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", datum="2026-12-01"))

    besetzt, ladung = remarks(bestand, STICHTAG, date(2026, 12, 1))

    assert besetzt == "Am 1. Dezember 2026 ist auch AG-BEISPIEL-SITZUNG-2026-01."
    assert ladung.startswith("Die Ladungsfrist von 14 Tagen ist nicht mehr zu halten: die Einladung hätte bis zum 16.")


@pytest.mark.parametrize(
    ("war", "vorschlag"), [("10:03", "10:00"), ("09:58", "10:00"), ("13:30", "13:30"), ("23:59", "23:45")]
)
def test_vorgeschlagen_wird_die_volle_viertelstunde(war: str, vorschlag: str) -> None:
    assert round_beginn(war) == vorschlag
