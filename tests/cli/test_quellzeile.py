"""The marker under a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.cli.quellzeile import mark
from netzint.cli.zeichen import width


@pytest.mark.parametrize(
    ("zeile", "spalte", "gezeigt", "davor"),
    [
        ("ja: neun", 5, "ja: neun", 4),
        ("Größe: x", 8, "Größe: x", 7),
        ("Gro\u0308ße: x", 9, "Gro\u0308ße: x", 7),
        ("日本: x", 5, "日本: x", 6),
        ("o\u0308x", 2, "o\u0308x", 0),
        ("\tx", 2, "⟨U+0009⟩x", 8),
        ("kurz\r\n", 5, "kurz", 4),
        ("", 1, "", 0),
    ],
)
def test_die_marke_steht_unter_der_spalte(zeile: str, spalte: int, gezeigt: str, davor: int) -> None:
    assert mark(zeile, spalte) == (gezeigt, " " * davor)


def test_eine_lange_zeile_wird_um_die_spalte_herum_gekuerzt() -> None:
    zeile, marke = mark("a" * 500 + "HIER" + "b" * 500, 501)

    assert len(zeile) <= 100
    assert zeile.startswith("…a")
    assert zeile.endswith("b…")
    assert zeile[len(marke) :].startswith("HIER")


def test_der_anfang_einer_langen_zeile_bleibt_stehen() -> None:
    zeile, marke = mark("abc" + "d" * 500, 2)

    assert zeile.startswith("abcd")
    assert marke == " "


@given(
    st.text(st.characters(codec=None, exclude_characters="\n\r"), max_size=300),
    st.integers(0, 320),
    st.integers(20, 120),
)
def test_zeile_und_marke_passen_immer_in_den_platz(zeile: str, spalte: int, platz: int) -> None:
    gezeigt, marke = mark(zeile, spalte, platz)

    assert width(gezeigt) <= platz
    assert len(marke) <= width(gezeigt)
