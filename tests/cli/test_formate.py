"""What machines read."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.cli.formate import csv_text, escape_csv, escape_github, github_zeile, json_text

GEFAEHRLICH = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
beliebig = st.text(st.characters(codec=None), max_size=20)
boshaft = st.lists(
    st.sampled_from(["::", "##[", "%", "\r", "\n", "\x1b", "\u202e", ",", ":", "=", "+", "-", "@", " ", '"', ";", "a"]),
    max_size=10,
).map("".join)


def _gefaehrlich(text: str) -> set[str]:
    return {unicodedata.category(z) for z in text} & GEFAEHRLICH


@given(st.dictionaries(beliebig.filter(lambda t: t != "schema"), beliebig | boshaft, max_size=4))
def test_json_sagt_dasselbe_ohne_ein_unsichtbares_zeichen(inhalt: dict[str, str]) -> None:
    text = json_text("netzint.probe/1", inhalt)

    assert json.loads(text) == {**inhalt, "schema": "netzint.probe/1"}
    assert _gefaehrlich(text.replace("\n", "")) == set()
    assert "##[" not in text
    assert not any(zeile.lstrip().startswith("::") for zeile in text.splitlines())


def test_json_ist_sortiert_und_laesst_umlaute_stehen() -> None:
    assert json_text("x/1", {"b": "ä", "a": 1}) == '{\n  "a": 1,\n  "b": "ä",\n  "schema": "x/1"\n}\n'


@given(st.lists(st.tuples(boshaft, beliebig), max_size=4))
def test_csv_startet_keine_formel_und_kein_kommando(zeilen: list[tuple[str, str]]) -> None:
    text = csv_text(["a", "b"], zeilen)

    gelesen = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert len(gelesen) == len(zeilen) + 1
    assert not any(
        zelle.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "::")) for zeile in gelesen for zelle in zeile
    )
    assert _gefaehrlich(text.removeprefix("\ufeff").replace("\r\n", "")) == set()
    assert "##[" not in text


@pytest.mark.parametrize(
    ("roh", "zelle"),
    [("=1+1", "'=1+1"), (" @x", "' @x"), ("-5", "'-5"), ("a=b", "a=b"), ("zwei\nZeilen", "zwei Zeilen"), ("", "")],
)
def test_eine_zelle_wird_entschaerft(roh: str, zelle: str) -> None:
    assert escape_csv(roh) == zelle


def test_csv_ist_so_wie_excel_es_deutsch_liest() -> None:
    assert csv_text(["Name", "Zahl"], [["Öhringen; Stadt", -5]]) == '\ufeffName;Zahl\r\n"Öhringen; Stadt";-5\r\n'


@given(boshaft | beliebig, boshaft | beliebig)
def test_ein_github_kommando_bleibt_eine_zeile_mit_genau_einem_kommando(pfad: str, text: str) -> None:
    zeile = github_zeile("error", {"file": pfad, "line": 3}, text)

    kopf, _, nachricht = zeile.removeprefix("::error ").partition("::")
    assert _gefaehrlich(zeile) == set()
    assert "##[" not in zeile
    assert kopf.count(",") == (1 if pfad else 0)
    assert nachricht == escape_github(text)


def test_github_bekommt_umbrueche_und_prozente_verschluesselt() -> None:
    zeile = github_zeile("warning", {"file": "a,b:c.yaml", "line": 0, "title": "Q102"}, "50 %\nmehr")

    assert zeile == "::warning file=a%2Cb%3Ac.yaml,title=Q102::50 %25%0Amehr"
