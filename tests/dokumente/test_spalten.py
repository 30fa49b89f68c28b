"""How wide columns are, and where words without syllables may be parted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.dokumente.baum import Ausrichtung, Tabelle, Text, Umbruch, Zeile
from netzint.dokumente.spalten import Spalten, measure
from netzint.dokumente.woerter import LAENGSTES, split_word

TEXTE = st.text(st.sampled_from("aä b-0."), max_size=60)


def tabelle(*zeilen: tuple[str, ...]) -> Tabelle:
    kopf, *rest = (tuple((Text(text),) for text in row) for row in zeilen)
    links: Ausrichtung = ""
    return Tabelle(kopf, tuple(rest), (links,) * len(kopf))


@given(st.integers(1, 12).flatmap(lambda n: st.lists(st.tuples(*[TEXTE] * n), min_size=1, max_size=6)))
def test_die_spalten_fuellen_die_breite_und_keine_verschwindet(zeilen: list[tuple[str, ...]]) -> None:
    spalten = measure(tabelle(*zeilen))

    assert sum(spalten.anteile) == pytest.approx(100, abs=0.1)
    assert min(spalten.anteile) > 100 / len(spalten.anteile) / 6


def test_kurze_spalten_bleiben_schmal_und_lange_bekommen_den_rest() -> None:
    spalten = measure(tabelle(("TOP", "Gegenstand", "Unterlage"), ("1", "Bericht " * 20, "BV-2026-001")))

    assert spalten.anteile[0] < 8
    assert spalten.anteile[1] > 70


def test_uebersichten_stehen_alle_gleich() -> None:
    eine, andere = (tabelle(("Angabe", "Inhalt"), ("a", text)) for text in ("kurz", "sehr lang " * 30))

    assert measure(eine) == measure(andere)


def test_viele_spalten_werden_kleiner_gesetzt() -> None:
    groessen = [measure(tabelle(("x",) * n)).groesse for n in (2, 5, 8, 12)]

    assert groessen == sorted(groessen, reverse=True)
    assert len(set(groessen)) == 4


def test_nur_eine_sehr_hohe_zeile_darf_auf_zwei_seiten_stehen() -> None:
    spalten = Spalten(10.0, (50.0, 50.0))
    kurz: Zeile = (Text("kurz"),)

    assert not spalten.is_high((kurz, (Text("Satz. " * 30),)))
    assert spalten.is_high((kurz, (Text("Satz. " * 300),)))


def test_ein_umbruch_beendet_die_zeile_beim_messen() -> None:
    spalten = Spalten(10.0, (50.0, 50.0))

    assert spalten.may_wrap((Text("Wort " * 12),), 0)
    assert not spalten.may_wrap((Text("Wort " * 3), Umbruch(), Text("Wort " * 3)), 0)


@pytest.mark.parametrize(
    "wort",
    [
        "kurz",
        "BV-2026-007",
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"[:60],
        "„Zuwanderungsgeschichte“,",
        "Stadt-und-Landkreise/Gemeinden",
    ],
)
def test_worte_mit_silben_werden_nie_ohne_strich_geteilt(wort: str) -> None:
    assert split_word(wort) == [wort]


@pytest.mark.parametrize(
    ("wort", "teile"),
    [
        ("geschaeftsstelle@netzwerk.example", ["geschaeftsstelle@", "netzwerk.", "example"]),
        ("https://a.example/teil", ["https://", "a.", "example/", "teil"]),
        ("n1:" + "0" * 30, ["n1:", "0" * 24, "0" * 6]),
    ],
)
def test_adressen_und_summen_werden_hinter_zeichen_geteilt(wort: str, teile: list[str]) -> None:
    assert split_word(wort) == teile


@given(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=120), st.integers(1, 40))
def test_kein_teil_geht_verloren_und_keiner_ist_zu_lang(wort: str, room: int) -> None:
    teile = split_word(wort, room)

    assert "".join(teile) == wort
    assert len(teile) == 1 or all(len(teil) <= LAENGSTES + 3 for teil in teile)
