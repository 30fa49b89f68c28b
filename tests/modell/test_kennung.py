"""What may be a Kennung."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.kennung import is_kennung, why_not_kennung


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
