"""``netzint empfehlung …`` at a real terminal: what is missing is asked, and the traffic light has colours."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from netzint.cli.ausgabe import show_tabelle
from netzint.modell.fehler import Ausgang
from tests.buero import state
from tests.cli.test_sitzung_fragen import speak

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Pseudoterminals gibt es unter Windows nicht")


def test_eine_neue_empfehlung_laesst_sich_ganz_erfragen(buero: Path) -> None:
    antworten = "1\nLotsen\nKommunen benennen Lotsen.\n.\nSchulung\n.\nZahl der Lotsen\nStädtetag:30.6.2027\n"
    talk = speak(buero, "empfehlung", "neu", antworten=antworten, frage="Arbeitsgruppe: ")

    assert talk.ausgang == Ausgang.GUT
    text = (buero / "daten/empfehlungen/he-2026-08.yaml").read_text(encoding="utf-8")
    assert text.startswith("titel: Lotsen\narbeitsgruppe: ag-demokratiebildung\n")
    assert "frist: 2027-06-30" in text


def test_bei_mehreren_stellen_wird_gefragt_welche_gemeint_ist(buero: Path) -> None:
    answers = "nicht-aufgegriffen\n3\nKein Geld.\n.\n"
    talk = speak(buero, "empfehlung", "rueckmeldung", "he-2026-01", antworten=answers, frage="Antwort: ")

    assert talk.ausgang == Ausgang.GUT
    text = (buero / "daten/empfehlungen/he-2026-01.yaml").read_text(encoding="utf-8")
    assert text.endswith("status: nicht_aufgegriffen\n        grund: |\n          Kein Geld.\n")


def test_wer_mittendrin_abbricht_hat_nichts_geaendert(buero: Path) -> None:
    before = state(buero)
    talk = speak(buero, "empfehlung", "neu", antworten="1\nLotsen\n\x03", frage="Arbeitsgruppe: ")

    assert talk.ausgang == Ausgang.UNTERBROCHEN
    assert state(buero) == before


def test_die_ampel_hat_am_terminal_farben(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("netzint.cli.ausgabe.is_farbig", lambda _: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    show_tabelle(["Ampel", "Stand"], [["● grün", "umgesetzt"], ["● rot", "nein"]], {"● grün": "32", "● rot": "1;31"})

    assert "\x1b[32m● grün\x1b[0m" in (shown := capsys.readouterr().out)
    assert "\x1b[1;31m● rot" in shown
