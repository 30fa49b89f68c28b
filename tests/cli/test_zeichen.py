"""What may reach a screen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.cli.zeichen import escape, escape_zeile, width

GEFAEHRLICH = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
beliebig = st.text(st.characters(codec=None, categories=None), max_size=30)
boshaft = st.lists(
    st.sampled_from([":", "::", "#", "##[", "[", " ", "\n", "\r", "\x1b", "\u202e", "error"]), max_size=12
)


@pytest.mark.parametrize(
    ("roh", "gezeigt"),
    [
        ("\x1b[31m", "⟨U+001B⟩[31m"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("weich\u00adtrennen", "weich⟨U+00AD⟩trennen"),
        ("zwei\nZeilen", "zwei⟨U+000A⟩Zeilen"),
        ("\ue000", "⟨U+E000⟩"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("\udcff", "⟨U+DCFF⟩"),
        ("10\u00a0Uhr", "10\u00a0Uhr"),
        ("Größe [fett] 日本 👍", "Größe [fett] 日本 👍"),
    ],
)
def test_unsichtbares_wird_sichtbar_und_alles_andere_bleibt(roh: str, gezeigt: str) -> None:
    assert escape(roh) == gezeigt


@given(beliebig)
def test_kein_steuerzeichen_kommt_je_heraus(text: str) -> None:
    assert {unicodedata.category(z) for z in escape(text)} & GEFAEHRLICH == set()


@given(boshaft)
def test_keine_zeile_ist_ein_kommando_fuer_einen_runner(teile: list[str]) -> None:
    zeile = escape_zeile(escape("".join(teile)))

    assert not zeile.lstrip().startswith("::")
    assert "##[" not in zeile


@pytest.mark.parametrize(("text", "breite"), [("", 0), ("abc", 3), ("Größe", 5), ("Gro\u0308ße", 5), ("日本", 4)])
def test_die_breite_zaehlt_spalten_und_nicht_zeichen(text: str, breite: int) -> None:
    assert width(text) == breite
