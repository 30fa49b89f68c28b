"""Canonical Markdown: reading back what was written gives the same tree, here and in any other reader."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from netzint.dokumente.baum import (
    Absatz,
    Ausrichtung,
    Baum,
    Betont,
    Linie,
    Liste,
    Seitenwechsel,
    Stark,
    Stueck,
    Tabelle,
    Text,
    Ueberschrift,
    Umbruch,
    Verweis,
    Zeile,
    Zitat,
    normalise,
)
from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.md import write_md

TEXTE = st.text(
    st.one_of(st.sampled_from("\\`**___[]()<>#+-.!|&~=:; „“€äa1ab00"), st.characters(exclude_categories=["Cc", "Cs"])),
    min_size=1, max_size=12,
).map(Text)  # fmt: skip
AUSRICHTUNGEN: tuple[Ausrichtung, ...] = ("", "links", "mitte", "rechts")
ZIELE = st.sampled_from(["https://a.example/b_c(d)?x=1&amp;y=2", "mailto:a@b.example", "http://a.example/*~"])


def _deeper(inner: st.SearchStrategy[Stueck]) -> st.SearchStrategy[Stueck]:
    lines = st.lists(inner, min_size=1, max_size=3).map(tuple)
    plain = st.lists(TEXTE, min_size=1, max_size=2).map(tuple)
    return st.one_of(lines.map(Stark), lines.map(Betont), st.builds(Verweis, ZIELE, plain))


STUECKE = st.recursive(st.one_of(TEXTE, st.just(Umbruch())), _deeper, max_leaves=5)
ZEILEN = st.lists(STUECKE, max_size=4).map(normalise)
VOLLE = ZEILEN.filter(bool)


def _table(data: tuple[list[Zeile], list[list[Zeile]]]) -> Tabelle:
    head, rows = data
    wide = [tuple((row + [()] * len(head))[: len(head)]) for row in rows]
    return Tabelle(tuple(head), tuple(wide), AUSRICHTUNGEN[: len(head)])


TABELLEN = st.tuples(st.lists(VOLLE, min_size=1, max_size=4), st.lists(st.lists(ZEILEN, max_size=4), max_size=3)).map(
    _table
)
EINFACH = st.one_of(VOLLE.map(Absatz), st.just(Linie()), TABELLEN)


def _nest(inner: st.SearchStrategy[Baum]) -> st.SearchStrategy[Baum]:
    lists = st.builds(
        Liste, st.lists(inner, min_size=1, max_size=3).map(tuple), st.one_of(st.none(), st.integers(0, 99))
    )
    block = st.one_of(EINFACH, lists, inner.map(Zitat))
    return st.lists(block, min_size=1, max_size=3).map(tuple)


INNEN: st.SearchStrategy[Baum] = st.recursive(st.lists(EINFACH, min_size=1, max_size=2).map(tuple), _nest, max_leaves=6)
BAEUME: st.SearchStrategy[Baum] = st.lists(
    st.one_of(
        INNEN,
        st.just((Seitenwechsel(),)),
        st.builds(Ueberschrift, st.integers(1, 6), VOLLE).map(lambda block: (block,)),
    ),
    max_size=4,
).map(lambda parts: tuple(block for part in parts for block in part))


@settings(max_examples=300, deadline=None)
@given(BAEUME)
@example((Absatz((Text("0"), Stark((Text("0"), Betont((Text("0"),)))))),))
@example((Absatz((Stark((Text(":"),)), Text("0_0"), Betont((Text(":"),)))),))
def test_geschrieben_und_wieder_gelesen_ist_es_derselbe_baum(baum: Baum) -> None:
    assert parse_baum(write_md(baum)) == baum


@settings(max_examples=80, deadline=None)
@given(BAEUME)
def test_ein_fremder_leser_findet_nur_was_im_baum_steht(baum: Baum) -> None:
    """GitHub's dialect with HTML, code, references and strikethrough: none of them may appear."""
    fremd = MarkdownIt("commonmark").enable(["table", "strikethrough"])

    tokens = fremd.parse(write_md(baum))

    arten = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    html = {child.content for token in tokens for child in token.children or () if child.type == "html_inline"}
    assert not arten & {"code_block", "fence", "code_inline", "html_block", "image", "s_open"}
    assert html <= {"<br>"}


@settings(max_examples=80, deadline=None)
@given(BAEUME)
def test_gleicher_baum_gleiche_bytes(baum: Baum) -> None:
    assert write_md(baum) == write_md(parse_baum(write_md(baum)))


@pytest.mark.parametrize(
    ("markdown", "wort"),
    [
        ("```\nx\n```", "Codeblock"),
        ("a `x` b", "Code"),
        ("![x](https://a.example/b.png)", "Bild"),
        ('[x](https://a.example "Titel")', "link_open"),
        ("| a |\n| - |\n| 1 | 2 |", "mehr Felder"),
        ("- # a", "in einer Liste"),
        ("#", "leer"),
        (">" * 30 + " a", "zu tief"),
    ],
)
def test_was_der_baum_nicht_kennt_verschwindet_nicht_still(markdown: str, wort: str) -> None:
    with pytest.raises(VorlagenFehler, match=wort):
        parse_baum(markdown)


@pytest.mark.parametrize("ziel", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//a.example"])
def test_gefaehrliche_ziele_bleiben_text(ziel: str) -> None:
    (absatz,) = parse_baum(f"[x]({ziel})")

    assert absatz == Absatz((Text(f"[x]({ziel})"),))


def test_html_ist_text() -> None:
    assert parse_baum("<script>x</script>") == (Absatz((Text("<script>x</script>"),)),)
