"""A Bestand makes its entries when they are asked for, and notes what is read of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fach import Fach, make_fach
from netzint.modell.faecher import ansicht
from netzint.modell.grund import Eintrag
from tests.bau import mitglied, stelle, thema


def read_by(bestand: Bestand, name: str) -> set[str]:
    with bestand.note_reading() as gelesen:
        getattr(bestand, name)
    return gelesen


def test_eintraege_entstehen_erst_wenn_jemand_fragt_und_nur_einmal() -> None:
    made: list[str] = []
    bestand = Bestand({"stelle": Fach(["b-amt", "a-amt"], counting(made))})

    assert (made, list(bestand.kennungen("stelle")), made) == ([], ["a-amt", "b-amt"], [])
    assert [s.kennung for _ in range(2) for s in bestand.stellen.values()] == made * 2 == ["a-amt", "b-amt"] * 2


def test_wer_nachschlaegt_bekommt_nur_den_einen_eintrag() -> None:
    made: list[str] = []
    stellen = Bestand({"stelle": Fach(["b-amt", "a-amt", "c-amt"], counting(made))}).stellen

    assert (stellen["b-amt"].kennung, stellen.get("x"), "a-amt" in stellen, "x" in stellen) == (
        "b-amt",
        None,
        True,
        False,
    )
    assert ({"c-amt", "x"} & stellen.keys(), list(stellen), len(stellen)) == ({"c-amt"}, ["a-amt", "b-amt", "c-amt"], 3)
    with pytest.raises(KeyError):
        stellen["x"]
    assert made == ["b-amt"]


def counting(made: list[str]) -> Callable[[str], Eintrag]:
    def make(kennung: str) -> Eintrag:
        made.append(kennung)
        return stelle(kennung)

    return make


def test_gemerkt_wird_was_gelesen_ist() -> None:
    bestand = Bestand([stelle("amt"), mitglied()])

    assert read_by(bestand, "stellen") == {"stelle"}
    assert read_by(bestand, "unlesbar") == {"unlesbar"}
    assert read_by(bestand, "netzwerk") == {"netzwerk"}
    with bestand.note_reading() as gelesen:
        bestand.kennungen("stelle")
    assert gelesen == {"stelle/"}


def test_wer_abgeleitetes_liest_hat_gelesen_woraus_es_entstand() -> None:
    bestand = Bestand([stelle("amt"), mitglied()])

    assert read_by(bestand, "mandate_nach_sitz") == {"mitglied"}
    assert read_by(bestand, "mandate_nach_sitz") == {"mitglied"}  # it was there already
    assert read_by(bestand, "alle_sitze") == {"geschaeftsordnung"}


def test_inneres_lesen_zaehlt_nicht_fuer_den_der_daneben_liest() -> None:
    bestand = Bestand([stelle("amt"), mitglied()])
    with bestand.note_reading() as outer:
        with bestand.note_reading() as inner:
            assert bestand.stellen
        assert bestand.mitglieder

    assert (inner, outer) == ({"stelle"}, {"mitglied"})


def test_ein_teil_kennt_alle_kennungen_und_nur_seine_eintraege() -> None:
    bestand = Bestand([stelle("a-amt"), stelle("b-amt"), thema()])
    part = bestand.restricted({"stelle": make_fach({"a-amt": bestand.stellen["a-amt"]})})

    assert list(part.stellen) == ["a-amt"]
    assert list(part.kennungen("stelle")) == ["a-amt", "b-amt"]
    assert part.known("b-amt")
    assert part.themen == bestand.themen


def test_ein_teil_leitet_nur_ab_was_in_ihm_anders_ist() -> None:
    calls: list[int] = []

    def count(bestand: Bestand) -> int:
        calls.append(len(bestand.stellen))
        return len(bestand.stellen)

    bestand = Bestand([stelle("a-amt"), stelle("b-amt"), mitglied()])
    part, other = bestand.restricted({"stelle": make_fach({})}), bestand.restricted({"mitglied": make_fach({})})

    assert (other.derive(count), bestand.derive(count), part.derive(count)) == (2, 2, 0)
    assert calls == [2, 0]


def test_eine_ansicht_gilt_dem_ganzen_und_merkt_nur_ihren_namen() -> None:
    @ansicht("stelle")
    def zahl_der_stellen(bestand: Bestand) -> int:
        return len(bestand.stellen)

    bestand = Bestand([stelle("a-amt"), stelle("b-amt")])
    part = bestand.restricted({"stelle": make_fach({})})
    with part.note_reading() as gelesen:
        assert zahl_der_stellen(part) == 2

    assert gelesen == {"zahl_der_stellen"}
