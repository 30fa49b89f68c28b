"""The message of a commit: whatever stands in it, git reads exactly the trailers that we wrote."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netzint.ablage.schreibweg.nachricht import build_nachricht
from netzint.ablage.schreibweg.plan import Plan
from netzint.modell.fehler import NetzintFehler

TRAILER = (("Vorgang", "sitzung-neu"), ("Kennung", "sg-2026-03"), ("Kennung", "bv-2026-010"), ("Netzint-Version", "1"))
SCHERE = "# ------------------------ >8 ------------------------"
ZEILEN = [
    "Ein Satz.", "", "---", "--- so nicht", SCHERE, "# Raute", "Kennung: erfunden", "diff --git a b", "Conflicts:",
    " eingerückt", "Vorgang: x", "(cherry picked)",
]  # fmt: skip


def _build(betreff: str, rumpf: str) -> str:
    return build_nachricht(Plan({}, betreff, rumpf, TRAILER, "GS", "gs@netzwerk.example", ""))


def _parse(nachricht: str) -> list[str]:
    """As anybody would who asks git."""
    args = ["git", "interpret-trailers", "--parse"]
    return subprocess.run(args, input=nachricht.encode(), capture_output=True, check=True).stdout.decode().splitlines()


def test_git_liest_alle_angaben_am_ende_und_keine_andere() -> None:
    assert _parse(_build("Sitzung angelegt", "Warum.\n\nKennung: erfunden\n")) == [
        "Vorgang: sitzung-neu", "Kennung: sg-2026-03", "Kennung: bv-2026-010", "Netzint-Version: 1",
    ]  # fmt: skip


@given(st.sampled_from(ZEILEN), st.lists(st.one_of(st.sampled_from(ZEILEN), st.text(max_size=8)), max_size=5))
@example("---", ["--- so nicht"])
@settings(max_examples=60, deadline=None)
def test_kein_text_davor_verdeckt_sie(betreff: str, rumpf: list[str]) -> None:
    try:
        nachricht = _build(betreff, "\n".join(rumpf))
    except NetzintFehler:
        return
    assert _parse(nachricht) == [f"{key}: {value}" for key, value in TRAILER]


@pytest.mark.parametrize("betreff", ["", "  ", "---"])
def test_ohne_betreff_gibt_es_keine_nachricht(betreff: str) -> None:
    with pytest.raises(NetzintFehler, match="Betreff"):
        _build(betreff, "Warum.")
