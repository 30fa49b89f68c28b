"""libyaml and ruamel's own parser give the same value and the same findings, for good files and for broken ones."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml.resolver import implicit_resolvers
from ruamel.yaml.util import load_yaml_guess_indent

from netzint.ablage.leser.datei import parse
from netzint.ablage.leser.dialekt import is_mehrdeutig
from netzint.ablage.leser.genau import examine
from netzint.modell.befund import Schwere
from tests.ablage.leserfaelle import FAELLE
from tests.ablage.test_leser import EINTRAG

_STUECKE = [
    *"abnyz019:-,[]{}#'\"|>?+%@`\\.~<=/( \n",
    *(
        ": ",
        "- ",
        "\n  ",
        "\n    ",
        " # x",
        ": |\n  ",
        ": >-\n",
        "? ",
        "\n---\n",
        "\n...\n",
        "{a: b}",
        "[c]",
        "''",
        '""',
    ),
    *("!t ", "&a ", "*a", "<<: ", "%YAML 1.1\n", "\t", "\r\n", "\r", "ä", "\u200b", "u\u0308", "\x00", "\ufeff", " \n"),
    *("name: ", "no", "1.10", "14:30", "2026-12-03", "=======\n", "\\u202e", "\\q", "https://a.b", "ag-x/y"),
]
_WILD = st.lists(st.sampled_from(_STUECKE), max_size=25).map("".join)
_VORLAGEN = [EINTRAG, *(f.data.decode() for f in FAELLE if f.code != "L102" and len(f.data) < 300)]


@st.composite
def _beschaedigt(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(_VORLAGEN))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 4))
        text = text[:start] + draw(st.sampled_from(["", *_STUECKE])) + text[start + length :]
    return text


@settings(max_examples=400, deadline=None)
@given(_WILD | _beschaedigt())
def test_beide_leser_geben_denselben_wert_und_dieselben_befunde(text: str) -> None:
    data = text.encode()

    assert parse(data, pur=True) == parse(data)


@settings(max_examples=400, deadline=None)
@given(_WILD | _beschaedigt() | st.text(max_size=40).map(lambda text: f"a: x{text}"))
def test_der_kurze_weg_uebersieht_nichts(text: str) -> None:
    data = text.encode(errors="surrogatepass")
    genau = examine(data)

    assert parse(data) == (genau.wert, genau.befunde)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60) | _WILD.map(str.encode))
def test_nichts_bringt_den_leser_zum_absturz(data: bytes) -> None:
    gelesen = parse(data)

    assert (gelesen.wert is None) == any(b.schwere is Schwere.FEHLER for b in gelesen.befunde)
    assert all(b.zeile >= 1 and b.spalte >= 1 for b in gelesen.befunde)


_SKALAR = st.text("0123456789.:_+-exXobnyEtTfFalsurNOi~= ", min_size=1, max_size=8).map(str.strip).filter(bool)


@settings(max_examples=1500, deadline=None)
@given(_SKALAR)
def test_was_andere_leser_umdeuten_ist_mehrdeutig(text: str) -> None:
    resolver: Any = yaml.resolver.Resolver()
    other = str(resolver.resolve(yaml.ScalarNode, text, (True, False))) != "tag:yaml.org,2002:str"
    for _, _, pattern, first in implicit_resolvers:  # of YAML 1.1 and 1.2
        other = other or (text[0] in first and pattern.match(text) is not None)
    harmless = re.fullmatch(r"\d{4}-\d\d-\d\d|0|-?[1-9]\d*", text)

    if other and not harmless:
        assert is_mehrdeutig(text)


@settings(max_examples=200, deadline=None)
@given(_beschaedigt())
def test_was_der_leser_annimmt_kann_auch_der_schreiber_lesen(text: str) -> None:
    """Edits go through ruamel's round-trip parser: it must not fail on a file that was accepted."""
    if parse(text.encode()).wert is not None:
        load_yaml_guess_indent(text)


@pytest.mark.parametrize("zahl", [1_200, 6_800])
@pytest.mark.parametrize("zeile", ["- a", "- {a: b, c: d}", "- - - a", "- [[], {}, x]"])
def test_auch_grosse_dateien_haben_auf_beiden_wegen_dieselben_grenzen(zahl: int, zeile: str) -> None:
    prose = "  Prosa, in der wenig steht\n" * 900
    data = ("x:\n" + f"  {zeile}\n" * zahl + "y: |\n" + prose).encode()

    assert parse(data).wert == examine(data).wert
