"""Data never becomes markup, wherever it is printed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netzint.dokumente.baum import Absatz, Liste, Tabelle, Text, Ueberschrift, plain_text
from netzint.dokumente.inert import flatten, make_inert
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.umgebung import fill_in

BOESE = st.text(
    st.one_of(
        st.sampled_from("\\`*_{}[]()<>#+-.!|&~=:;\"'$%^ \n\t 0123456789aäßN"),
        st.characters(exclude_categories=["Cc", "Cs"]),
    ),
    max_size=40,
)
BEISPIELE = (
    "14.", "14. Sitzung", "1) a", "# Titel", "- Punkt", "+ Punkt", "* Punkt", "> Zitat", "a | b", "`code`",
    "<html>", "<br>",
    "[x](https://a.example)", "a\nb", "a\n===", "a\n---", "---", "***", "&amp;", "&#42;", "\\", "\\|",
    "~~~", "Ä ö ü ß", "**fett**",
    "_x_", "http://a.example", "![b](https://a.example)", "| --- |", "    vier", "[a]: https://b.example",
    "{{ x }}", "{% if %}",
)  # fmt: skip


def _text(vorlage: str, wert: str) -> str:
    return fill_in({"a.md.j2": vorlage}, "a.md.j2", {"wert": wert})


@pytest.mark.parametrize("wert", BEISPIELE)
def test_ein_wert_am_zeilenanfang_bleibt_ein_absatz(wert: str) -> None:
    assert parse_baum(_text("{{ wert }}", wert)) == (Absatz((Text(flatten(wert)),)),)


@given(BOESE)
@example("14.")
@example("\\")
def test_was_auch_immer_in_den_daten_steht_bleibt_text(wert: str) -> None:
    words = flatten(wert)
    erwartet = (Absatz((Text(words),)),) if words else ()

    assert parse_baum(make_inert(wert)) == erwartet


@given(BOESE)
def test_auch_in_ueberschrift_liste_tabelle_und_hervorhebung(wert: str) -> None:
    vorlage = "# T {{ wert }}\n\n- P {{ wert }}\n\n| A |\n| --- |\n|{{ wert }}|\n\nx **B {{ wert }} C** \\{{ wert }}\n"

    titel, liste, tabelle, absatz = parse_baum(_text(vorlage, wert))

    words = flatten(wert)
    assert isinstance(titel, Ueberschrift)
    assert titel.inhalt == (Text(f"T {words}".strip()),)
    assert isinstance(liste, Liste)
    assert liste.punkte == ((Absatz((Text(f"P {words}".strip()),)),),)
    assert isinstance(tabelle, Tabelle)
    assert [plain_text(zelle) for zeile in tabelle.zeilen for zelle in zeile] == [words]
    assert isinstance(absatz, Absatz)
    assert plain_text(absatz.inhalt).startswith(f"x B {words}".strip())


def test_eine_nummer_vor_einem_punkt_wird_keine_liste() -> None:
    baum = parse_baum(_text("{{ wert }}. Sitzung", "14"))

    assert baum == (Absatz((Text("14. Sitzung"),)),)


def test_auch_ein_senkrechter_strich_nach_rueckstrich_trennt_keine_felder() -> None:
    (tabelle,) = parse_baum(_text("| A | B |\n| - | - |\n| \\{{ wert }} | x |", "|"))

    assert isinstance(tabelle, Tabelle)
    assert len(tabelle.zeilen[0]) == 2


def test_nur_prosa_ist_markdown() -> None:
    assert _text("{{ wert | prosa }}", "Ein **Wort**") == "Ein **Wort**"
    assert "**" not in _text("{{ wert }}", "Ein **Wort**")


def test_was_nach_prosa_noch_gefiltert_wird_ist_wieder_text() -> None:
    assert parse_baum(_text("{{ wert | prosa | gross }}", "**a**")) == (Absatz((Text("**A**"),)),)


def test_zeilen_bleiben_zeilen_und_ihr_inhalt_text() -> None:
    assert parse_baum(_text("{{ wert | zeilen }}", "# a\n\n1. b")) == parse_baum("\\# a<br>1\\. b")


def test_auch_fester_text_in_einer_klammer_ist_text() -> None:
    assert parse_baum(_text('{{ "# a" }}', "")) == (Absatz((Text("# a"),)),)
