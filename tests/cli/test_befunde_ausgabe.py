"""How findings are shown."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.cli.befunde_ausgabe import Pruefung, github_befund, show_pruefung, zusammenfassung
from netzint.modell.befund import Befund, Schwere

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SITZUNG = "daten/sitzungen/sg-2026-03.yaml"
DATEIEN = {SITZUNG: ["gremium: strategiegruppe", "ort: Köln", "ja: 9"], "daten/stellen/stadt.yaml": ["name: Ä B"]}
FEHLER = Befund(
    "B204", Schwere.FEHLER, "Die Stimmen ergeben 11 statt 12.", "Die Zahlen prüfen.", SITZUNG, 3, 5, "sg-2026-03"
)
HINWEIS = Befund("K301", Schwere.HINWEIS, "Nummer 3 fehlt.", pfad="daten/stellen/stadt.yaml", zeile=1, spalte=9)
OHNE_ORT = Befund("Q101", Schwere.WARNUNG, "Der Sitz ist frei.", kennung="sitz-a")
ALLE = (HINWEIS, FEHLER, OHNE_ORT)


def _zeilen(pfad: str) -> Sequence[str]:
    return DATEIEN.get(pfad, ())


def _pruefung(*befunde: Befund, stand: str = "") -> Pruefung:
    return Pruefung(befunde, 57, date(2026, 11, 22), stand)


def test_der_text_gruppiert_nach_dateien_und_zeigt_die_stelle(
    capsys: pytest.CaptureFixture[str], erwartet: Callable[[str, str], None]
) -> None:
    show_pruefung(_pruefung(*ALLE), "text", _zeilen)

    erwartet("cli/befunde.txt", capsys.readouterr().out)


def test_json_hat_genau_die_versprochenen_schluessel(capsys: pytest.CaptureFixture[str]) -> None:
    show_pruefung(_pruefung(*ALLE, stand="abc"), "json", _zeilen)
    antwort = json.loads(capsys.readouterr().out)

    assert set(antwort) == {"schema", "stichtag", "stand", "befunde", "zusammenfassung"}
    assert (antwort["schema"], antwort["stichtag"], antwort["stand"]) == ("netzint.pruefung/1", "2026-11-22", "abc")
    assert antwort["zusammenfassung"] == {"fehler": 1, "warnungen": 1, "hinweise": 1, "dateien": 57}
    assert [b["code"] for b in antwort["befunde"]] == ["Q101", "B204", "K301"]
    assert antwort["befunde"][1] == {
        "code": "B204",
        "schwere": "fehler",
        "pfad": SITZUNG,
        "zeile": 3,
        "spalte": 5,
        "kennung": "sg-2026-03",
        "text": "Die Stimmen ergeben 11 statt 12.",
        "hinweis": "Die Zahlen prüfen.",
    }


def test_github_bekommt_ein_kommando_je_befund(capsys: pytest.CaptureFixture[str]) -> None:
    show_pruefung(_pruefung(FEHLER, OHNE_ORT), "github", _zeilen)

    assert capsys.readouterr().out.splitlines() == [
        "::warning title=Q101::Der Sitz ist frei.",
        f"::error file={SITZUNG},line=3,col=5,title=B204::Die Stimmen ergeben 11 statt 12.%0A→ Die Zahlen prüfen.",
    ]


@pytest.mark.parametrize(
    ("befunde", "dateien", "satz"),
    [
        ((FEHLER, FEHLER, OHNE_ORT, *[HINWEIS] * 3), 57, "2 Fehler, 1 Warnung, 3 Hinweise in 57 Dateien"),
        ((HINWEIS,), 1, "1 Hinweis in 1 Datei"),
        ((), 10_000, "Keine Befunde in 10.000 Dateien"),
    ],
)
def test_die_zusammenfassung_ist_ein_deutscher_satz(befunde: tuple[Befund, ...], dateien: int, satz: str) -> None:
    assert zusammenfassung(befunde, dateien) == satz


@pytest.mark.parametrize("zeile", [4, 99])
def test_eine_zeile_die_es_nicht_mehr_gibt_stoert_nicht(capsys: pytest.CaptureFixture[str], zeile: int) -> None:
    show_pruefung(_pruefung(FEHLER._replace(zeile=zeile)), "text", _zeilen)

    assert f"{zeile}:5  Fehler B204" in capsys.readouterr().out


def test_ohne_spalte_steht_nur_die_zeile_da(capsys: pytest.CaptureFixture[str]) -> None:
    show_pruefung(_pruefung(FEHLER._replace(spalte=0)), "text", _zeilen)

    assert "  3  Fehler B204" in capsys.readouterr().out


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_boese_daten_machen_kein_zweites_kommando(pfad: str, text: str) -> None:
    zeile = github_befund(FEHLER._replace(pfad=pfad, text=text))

    assert len(zeile.splitlines()) == 1
    assert zeile.startswith("::error ")


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_die_reihenfolge_der_befunde_aendert_kein_byte(capsys: pytest.CaptureFixture[str], form: str) -> None:
    ausgaben = set()
    for befunde in (ALLE, ALLE[::-1]):
        show_pruefung(_pruefung(*befunde), form, _zeilen)
        ausgaben.add(capsys.readouterr().out)

    assert len(ausgaben) == 1
