"""The questions of a Sitzung's day: asked at a terminal only, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_sitzung_verlauf import SG, datei, sitzungstag

__all__ = ["sitzungstag"]


@pytest.fixture
def antworten(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Answers in the order in which they are typed at a terminal."""

    def give(*texts: str) -> None:
        lines: Iterator[str] = iter(texts)
        monkeypatch.setattr("netzint.cli.fragen.is_dialog", lambda: True)
        monkeypatch.setattr("netzint.cli.fragen._read", lambda _zeile: next(lines))

    return give


def test_gefragt_wird_wer_fehlt_und_wer_vertritt(
    buero: Path, sitzungstag: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(frage: str) -> str:
        if frage.startswith("Wer fehlt?"):
            return "2, beauftragte-stadt-1 4"
        return "ja" if "durch beauftragte-stadt-2" in frage or "ministerium-2: entschuldigt" in frage else "nein"

    monkeypatch.setattr("netzint.cli.fragen.is_dialog", lambda: True)
    monkeypatch.setattr("netzint.cli.fragen._read", answer)
    lauf = sitzungstag("sitzung", "beginnen", SG)

    assert lauf.ausgang == 0, lauf.fehler
    text = datei(buero, f"sitzungen/{SG}.yaml")
    assert "  - {mitglied: beauftragte-stadt-2, fuer: beauftragte-stadt-1}\nentschuldigt: [ministerium-2]\n" in text
    assert "10 von 12 Sitzen anwesend" in lauf.fehler + lauf.aus


def test_gefragt_wird_nach_stimmen_und_der_stimme_der_leitung(
    buero: Path, sitzungstag: Callable[..., Any], antworten: Callable[..., None]
) -> None:
    assert sitzungstag("sitzung", "beginnen", SG, "--alle").ausgang == 0
    antworten("sechs", "6", "6", "", "ja")
    lauf = sitzungstag("sitzung", "abstimmen", SG, "4")

    assert lauf.ausgang == 0, lauf.fehler
    assert "12 Personen sind stimmberechtigt" in lauf.aus
    assert "Bitte eine ganze Zahl eingeben." in lauf.aus
    assert "        stimme_leitung: ja\n        ergebnis: angenommen\n" in datei(buero, f"sitzungen/{SG}.yaml")


def test_gefragt_wird_ob_eine_ag_verlaengert_wird(
    buero: Path, sitzungstag: Callable[..., Any], antworten: Callable[..., None]
) -> None:
    assert sitzungstag("sitzung", "beginnen", SG, "--alle").ausgang == 0
    antworten("1", "30.9.2027", "12", "", "")
    lauf = sitzungstag("sitzung", "abstimmen", SG, "ende-ag-demokratiebildung")

    assert lauf.ausgang == 0, lauf.fehler
    assert "{art: ag_verlaengern, ag: ag-demokratiebildung, bis: 2027-09-30}" in datei(buero, f"sitzungen/{SG}.yaml")
