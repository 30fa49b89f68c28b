"""What may be a Kennung."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.kennung import all_kennungen, is_kennung, why_not_kennung


@pytest.mark.parametrize("text", ["a", "sg-2026-03", "kommunen-stadt-2", "a1-b2", "conrad", "com10", "a" * 60])
def test_das_ist_eine_kennung(text: str) -> None:
    assert is_kennung(text)
    assert why_not_kennung(text) == ""


@pytest.mark.parametrize(
    ("text", "grund"),
    [
        ("", "leer"),
        ("a" * 61, "61 Zeichen"),
        ("con", "Windows"),
        ("lpt0", "Windows"),
        ("1a", "Kleinbuchstaben"),
        ("Stadt", "Kleinbuchstaben"),
        ("ärzte", "Kleinbuchstaben"),
        ("stadt_a", "„_“"),
        ("a/../b", "„/“"),
        ("a\n", "nicht erlaubt"),
        ("a٣", "„٣“"),
        ("a--b", "Bindestriche"),
        ("a-", "Bindestriche"),
    ],
)
def test_das_ist_keine_kennung_und_der_grund_wird_genannt(text: str, grund: str) -> None:
    assert not is_kennung(text)
    assert grund in why_not_kennung(text)


@given(st.text(max_size=70))
def test_ohne_grund_ist_es_eine_kennung(text: str) -> None:
    assert is_kennung(text) == (why_not_kennung(text) == "")
    if is_kennung(text):
        assert "/" not in text
        assert "." not in text


namen = st.one_of(
    st.from_regex(r"[a-z][a-z0-9]{0,3}(-[a-z0-9]{1,3}){0,2}\.yaml", fullmatch=True),
    st.sampled_from(("con.yaml", "a" * 61 + ".yaml", "a.yaml\nb.yaml", "ä.yaml", "A.yaml", "a.yml", ".yaml", "")),
)


@given(st.lists(namen, max_size=5, unique=True))
def test_alle_zusammen_sind_kennungen_wenn_es_jede_einzelne_ist(names: list[str]) -> None:
    each = all(name.endswith(".yaml") and is_kennung(name.removesuffix(".yaml")) for name in names)

    assert all_kennungen(names, ".yaml") is each
