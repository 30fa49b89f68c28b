"""The one way out."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.cli import ausgabe
from netzint.cli.ausgabe import Farbig, Stil, render


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> pytest.CaptureFixture[str]:
    """What is said, to somebody who sits at a terminal."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(
        type(sys.stdout), "isatty", lambda _: True
    )  # pytest changes the object between fixture and test
    return capsys


def test_auf_einem_terminal_gibt_es_farben(terminal: pytest.CaptureFixture[str]) -> None:
    ausgabe.show(Farbig("rot", Stil.FEHLER), " und schlicht")

    assert terminal.readouterr().out == "\x1b[1;31mrot\x1b[0m und schlicht\n"


@pytest.mark.parametrize(("name", "wert"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_wer_keine_farben_will_bekommt_keine(
    terminal: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, wert: str
) -> None:
    monkeypatch.setenv(name, wert)
    ausgabe.show(Farbig("rot", Stil.FEHLER))

    assert terminal.readouterr().out == "rot\n"


def test_in_eine_datei_kommen_keine_farben(capsys: pytest.CaptureFixture[str]) -> None:
    ausgabe.show(Farbig("rot", Stil.FEHLER))

    assert capsys.readouterr().out == "rot\n"


def test_auszeichnungen_in_daten_bleiben_text(capsys: pytest.CaptureFixture[str]) -> None:
    ausgabe.show("a[/b] [bold]c[/]")

    assert capsys.readouterr().out == "a[/b] [bold]c[/]\n"


def test_ein_fehler_nennt_auch_den_naechsten_schritt(capsys: pytest.CaptureFixture[str]) -> None:
    ausgabe.show_fehler("Das geht nicht.", "So geht es.")

    assert capsys.readouterr() == ("", "Fehler: Das geht nicht.\n→ So geht es.\n")


@given(st.lists(st.text(st.characters(codec=None)), max_size=4), st.booleans())
def test_eine_zeile_bleibt_eine_zeile(teile: list[str], farbe: bool) -> None:  # noqa: FBT001
    zeile = render([Farbig(t, Stil.LEISE) if i % 2 else t for i, t in enumerate(teile)], farbe=farbe)

    assert len(zeile.splitlines()) <= 1
    assert "\x1b" not in zeile.replace("\x1b[2m", "").replace("\x1b[0m", "")


def test_eine_tabelle_ist_nicht_breiter_als_der_bildschirm(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    ausgabe.show_tabelle(["A", "B"], [["1", "ein langer Text, der umbricht"]])

    assert capsys.readouterr().out == "A  B\n─  ─────────────────\n1  ein langer Text,\n   der umbricht\n"


@pytest.mark.parametrize("wert", ["", "0", "viele", "-3"])
def test_ohne_bildschirm_gilt_eine_feste_breite(monkeypatch: pytest.MonkeyPatch, wert: str) -> None:
    monkeypatch.setenv("COLUMNS", wert)

    assert ausgabe.screen_width() == ausgabe.BREITE


def test_auszeichnungen_in_tabellen_bleiben_text_auch_am_terminal(terminal: pytest.CaptureFixture[str]) -> None:
    ausgabe.show_tabelle(["Name"], [["a[/b]\x1b]0;x\x07"]])

    assert "a[/b]⟨U+001B⟩]0;x⟨U+0007⟩" in terminal.readouterr().out


def test_am_terminal_zeichnet_rich_dieselben_zellen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    monkeypatch.setattr(ausgabe, "is_farbig", lambda _: True)
    ausgabe.show_tabelle(["A", "B"], [["1", "ein [bold]langer[/] Text, der umbricht"], ["2", "\x1b[31mrot"]])
    drawn = capsys.readouterr().out

    assert [line.strip() for line in drawn.splitlines()] == [
        "A  B",
        "──────────────────────",
        "1  ein [bold]langer[/]",
        "Text, der umbricht",
        "2  ⟨U+001B⟩[31mrot",
    ]
