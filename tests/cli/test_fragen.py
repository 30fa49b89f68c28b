"""Questions at a terminal, proposals without one."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from netzint.cli import fragen
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def antworten(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Puts somebody at the terminal who gives these answers; returns the questions that were asked."""

    def sit_down(*saetze: str) -> list[str]:
        offen, gefragt = list(saetze), list[str]()

        def answer(frage: str) -> str:
            gefragt.append(frage)
            if not offen:
                raise EOFError
            return offen.pop(0)

        monkeypatch.setattr(fragen, "is_dialog", lambda: True)
        monkeypatch.setattr("builtins.input", answer)
        return gefragt

    return sit_down


def test_ohne_terminal_gilt_der_vorschlag() -> None:
    assert fragen.is_dialog() is False
    assert fragen.ask_text("Ort", "Stuttgart") == "Stuttgart"
    assert fragen.ask_datum("Tag", date(2026, 12, 3)) == date(2026, 12, 3)
    assert fragen.ask_ja("Weiter?", vorschlag=False) is False


def test_ohne_terminal_und_vorschlag_wird_die_option_genannt() -> None:
    with pytest.raises(NetzintFehler) as fehler:
        fragen.ask_text("Ort", option="--ort")

    assert (fehler.value.hinweis, fehler.value.ausgang) == ("Bitte mit --ort angeben.", Ausgang.AUFRUF)


@pytest.mark.parametrize(("eingang", "ausgang"), [(True, False), (False, True)])
def test_gefragt_wird_nur_wenn_beide_seiten_terminals_sind(
    monkeypatch: pytest.MonkeyPatch,
    eingang: bool,  # noqa: FBT001
    ausgang: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: eingang, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: ausgang)

    assert fragen.is_dialog() is False


def test_eingabetaste_nimmt_den_vorschlag_in_klammern(antworten: Callable[..., list[str]]) -> None:
    gefragt = antworten("", "")

    assert fragen.ask_text("Ort", "Stuttgart") == "Stuttgart"
    assert fragen.ask_datum("Tag", date(2026, 12, 3)) == date(2026, 12, 3)
    assert gefragt == ["Ort [Stuttgart]: ", "Tag [03.12.2026]: "]


def test_eine_falsche_antwort_wird_erklaert_und_noch_einmal_gefragt(
    antworten: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    gefragt = antworten("30.2.2026", "3.12.2026")

    assert fragen.ask_datum("Tag") == date(2026, 12, 3)
    assert len(gefragt) == 2
    assert "Den 30. Februar 2026 gibt es nicht" in capsys.readouterr().out


def test_getippter_text_wird_gesaeubert(antworten: Callable[..., list[str]]) -> None:
    antworten("", "Go\u0308p\u00adpingen")

    assert fragen.ask_text("Ort") == "Göppingen"


@pytest.mark.parametrize("antwort", ["2", "Video", "video"])
def test_eine_wahl_geht_nach_nummer_oder_name(antworten: Callable[..., list[str]], antwort: str) -> None:
    antworten(antwort)

    assert fragen.ask_wahl("Form", ["praesenz", "video"], "praesenz") == "video"


def test_eine_vertippte_wahl_bekommt_einen_vorschlag(
    antworten: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    antworten("präsens", "praesenz")

    assert fragen.ask_wahl("Form", ["praesenz", "video"]) == "praesenz"
    assert "Meinten Sie „praesenz“?" in capsys.readouterr().out


@pytest.mark.parametrize(("antwort", "wert"), [("j", True), ("JA", True), ("n", False), ("nein", False), ("", True)])
def test_ja_und_nein_duerfen_kurz_sein(antworten: Callable[..., list[str]], antwort: str, wert: bool) -> None:  # noqa: FBT001
    antworten(antwort)

    assert fragen.ask_ja("Weiter?", vorschlag=True) is wert


def test_das_ende_der_eingabe_bricht_ab(antworten: Callable[..., list[str]]) -> None:
    antworten()

    with pytest.raises(KeyboardInterrupt):
        fragen.ask_text("Ort", "Stuttgart")


def test_eine_uhrzeit_wird_gefragt_wie_ein_datum(antworten: Callable[..., list[str]]) -> None:
    antworten("9.30")

    assert fragen.ask_uhrzeit("Beginn", "10:00") == "09:30"


def test_daten_in_einer_frage_bleiben_harmlos(antworten: Callable[..., list[str]]) -> None:
    gefragt = antworten("x")
    fragen.ask_text("Ort\x1b[31m", "a\u202e")

    assert gefragt == ["Ort⟨U+001B⟩[31m [a⟨U+202E⟩]: "]
