"""The short way of the reader: what it takes, what it leaves, and that it never differs from the exact one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzint.ablage.leser.genau import examine
from netzint.ablage.leser.zeichen import clean_text
from netzint.ablage.leser.zeilen import read_zeilen
from tests.ablage.zufallstexte import dateien

WURZEL = Path(__file__).parents[2]
DATEIEN = sorted([*WURZEL.glob("daten/**/*.yaml"), *WURZEL.glob("netzint/mitgeliefert/**/*.yaml")])

_WERTE = [
    *(
        "ja",
        "no",
        "n",
        "null",
        "~",
        "1.10",
        "14:30",
        "2026-12-03",
        "2020-06",
        "0",
        "08",
        "-5",
        "12 Uhr",
        "²x",
        "=",
        "<<",
    ),
    *('"q: x #y"', '""', '"a\\"b"', "'s'", "'a''b'", '"a" b', "„Z“ – x", "a:b", "a: b", "a#b", "a #b", "x:", "# k"),
    *(
        "|",
        "|-",
        "|+",
        "|2",
        ">",
        "| # k",
        "[a, b]",
        "[a,b]",
        "[no]",
        '["x", y]',
        "[a]  # k",
        "[a] b",
        "[[a], b]",
        "[]",
    ),
    *(
        "{a: b}",
        "{a: [b, 'c']}",
        '{a: "x", b: [c]}',
        "{a: b, a: c}",
        "{n: b}",
        "{a: {b: c}}",
        "{}",
        "[a: b]",
        "!t",
        "*x",
    ),
    *("- x", "-x", "? x", "%x", "@x", "`x", "…", "https://a.b/c#d", "a\u00a0", "a\n  weiter", "a, [b]", "+49", ".inf"),
]
_SCHLUESSEL = ["a", "b", "kennung", "n", "no", "a.b", "a-b", "A", "1a", '"k"', "ä", "- a", "<<", "a b"]
_LOSE = [
    "",
    "# c",
    "  # c",
    "---",
    "...",
    "=======",
    "Text",
    "  Text: mit",
    "    - Text",
    "    # Text",
    "  „Ä“",
    "a: |",
]


@st.composite
def _zeilen(draw: st.DrawFn) -> str:
    lines = []
    for _ in range(draw(st.integers(1, 7))):
        rand = " " * draw(st.sampled_from([0, 0, 0, 1, 2, 2, 3, 4, 6]))
        strich = draw(st.sampled_from(["", "", "- ", "- - ", "-  "]))
        name = draw(st.sampled_from([f"{key}: " for key in _SCHLUESSEL])) if not strich or draw(st.booleans()) else ""
        line = strich + name + draw(st.sampled_from(["", *_WERTE]))
        lines.append(rand + draw(st.sampled_from([line.rstrip(" "), line.rstrip(" "), *_LOSE])))
    return "\n".join(lines)


def _read(data: bytes) -> object:
    text = clean_text(data)
    return read_zeilen(text) if text is not None else None


@settings(max_examples=1500, deadline=None)
@given(_zeilen().map(str.encode) | dateien())
def test_was_der_kurze_weg_liest_liest_der_genaue_ebenso(data: bytes) -> None:
    wert = _read(data)

    if wert is not None:
        genau = examine(data)
        assert (wert, ()) == (genau.wert, genau.befunde)


@pytest.mark.parametrize("datei", DATEIEN, ids=lambda datei: datei.name)
def test_die_eigenen_dateien_gehen_den_kurzen_weg(datei: Path) -> None:
    data = datei.read_bytes()

    assert _read(data) == examine(data).wert is not None


def test_der_kurze_weg_kennt_die_uebliche_form() -> None:
    text = (
        "\n# Kopf\n\nname: Stadt – „Muster“ (Nord)   # dahinter\nzahl: 12\nags: '08999001'\nfrueher:\n"
        '- {name: "Dorf, alt", bis: 2023-12, ziele: [a, b/c]}\n'
        "- von: 2020-06-01\n  text: |\n    eins: #\n\n     zwei\n\n"
        "# Fuß\nliste:\n  - x\n  # darin\n  - |-\n    Prosa\n"
    )

    assert read_zeilen(text) == {
        "name": "Stadt – „Muster“ (Nord)",
        "zahl": "12",
        "ags": "08999001",
        "frueher": [
            {"name": "Dorf, alt", "bis": "2023-12", "ziele": ["a", "b/c"]},
            {"von": "2020-06-01", "text": "eins: #\n\n zwei\n"},
        ],
        "liste": ["x", "Prosa"],
    }


@pytest.mark.parametrize(
    "text",
    ["a: 1\na: 2", "a: no", "no: a", "a: 1.10", "a:", "a: b: c", "a: b\n  c", "a: &x b", "- a", "a:\n  - b\n c: d",
     "a: |\n b", "a: >\n  b", "a: {b: no}", "a: {b: c, b: d}", 'a: "\\u0041"', "? a", "---\na: b", "%X\na: b", "",
     "# nur"],
)  # fmt: skip
def test_was_nicht_eindeutig_ist_bleibt_dem_genauen(text: str) -> None:
    assert read_zeilen(text + "\n") is None
