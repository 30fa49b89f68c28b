"""What is asked about Empfehlungen and Beschlüsse: as text, and the same for machines."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from netzint.berichte.tabelle import Knoten
from netzint.cli.baum import baum_lines
from netzint.modell.fehler import Ausgang

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]
    Erwartet = Callable[[str, str], None]

FRAGEN = {
    "empfehlung_liste": ("empfehlung", "liste"),
    "empfehlung_zeigen": ("empfehlung", "zeigen", "he-2026-01"),
    "beschlusskontrolle": ("beschlusskontrolle",),
    "beschluesse": ("beschluesse", "sg-2026-02"),
    "spur": ("spur", "he-2026-01"),
}


@pytest.fixture(autouse=True)
def achtzig_spalten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize("name", FRAGEN)
def test_die_antwort_als_text(buero: Path, rufe: Rufe, erwartet: Erwartet, name: str) -> None:
    lauf = rufe(*FRAGEN[name])

    assert lauf.ausgang == Ausgang.GUT
    erwartet(f"cli/{name}.txt", lauf.aus)


@pytest.mark.parametrize("name", ["empfehlung_zeigen", "beschlusskontrolle", "spur"])
def test_die_antwort_fuer_maschinen(buero: Path, rufe: Rufe, erwartet: Erwartet, name: str) -> None:
    erwartet(f"cli/{name}.json", rufe(*FRAGEN[name], "--format", "json").aus)


@pytest.mark.parametrize("name", FRAGEN)
def test_jede_zahl_und_kennung_des_textes_steht_auch_im_json(buero: Path, rufe: Rufe, name: str) -> None:
    text = rufe(*FRAGEN[name]).aus
    data = rufe(*FRAGEN[name], "--format", "json").aus
    assert json.loads(data)["schema"].startswith("netzint.")
    days = set(re.findall(r"\d{2}\.\d{2}\.\d{4}", text))
    plain = re.sub(r"\d{2}\.\d{2}\.\d{4}", " ", text)
    numbers = set(re.findall(r"(?<![\w-])\d+(?![\w-])", plain))
    kennungen = set(
        re.findall(r"(?<![\w-])(?:he|sg|bv|ag|um|thema|ziel|bedarf)-[a-z0-9-]+\b(?!-)", plain, re.IGNORECASE)
    )

    folded = data.lower()
    assert not [d for d in days if d not in data and f"{d[6:]}-{d[3:5]}-{d[:2]}" not in data]
    assert not [number for number in numbers if not re.search(rf"(?<!\d){number}(?!\d)", data)]
    assert not [kennung for kennung in kennungen if kennung.lower() not in folded]


@pytest.mark.parametrize("name", FRAGEN)
def test_die_antwort_als_tabelle(buero: Path, rufe: Rufe, name: str) -> None:
    lauf = rufe(*FRAGEN[name], "--format", "csv")

    assert lauf.ausgang == Ausgang.GUT
    assert lauf.aus.startswith("\ufeff")
    assert ";" in lauf.aus


@pytest.mark.parametrize("name", FRAGEN)
def test_der_text_passt_auf_achtzig_spalten(buero: Path, rufe: Rufe, name: str) -> None:
    assert [line for line in rufe(*FRAGEN[name]).aus.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize(
    ("args", "text"),
    [
        (("spur", "thema-whonen"), "Meinten Sie „thema-wohnen“"),
        (("beschluesse", "sg-2026-2"), "Meinten Sie „sg-2026-02“"),
        (("beschluesse", "--ergebnis", "angenomen"), "Meinten Sie „angenommen“"),
        (("beschlusskontrolle", "--ampel", "blau"), "Möglich: gruen, gelb, rot, grau."),
        (("beschlusskontrolle", "--ag", "ag-x"), "Eine Arbeitsgruppe „ag-x“ gibt es nicht"),
        (("empfehlung", "liste", "--zustand", "fertig"), "„fertig“ ist bei --zustand nicht möglich"),
        (("empfehlung", "zeigen", "he-2026-07", "--stichtag", "2026-01-01"), "gab es am 1. Januar 2026 noch nicht"),
    ],
)
def test_falsche_fragen_werden_erklaert(buero: Path, rufe: Rufe, args: tuple[str, ...], text: str) -> None:
    lauf = rufe(*args)

    assert (lauf.ausgang, lauf.aus) == (Ausgang.AUFRUF, "")
    assert text in lauf.fehler


def test_farben_und_staende_duerfen_umlaute_und_leerzeichen_haben(buero: Path, rufe: Rufe) -> None:
    assert "1 Empfehlung." in rufe("empfehlung", "liste", "--stand-der-umsetzung", "Zurückgezogen").aus
    green = rufe("beschlusskontrolle", "--ampel", "Grün").aus
    assert "● grün" in green
    assert "● rot" not in green


def test_damals_war_weniger_bekannt(buero: Path, rufe: Rufe) -> None:
    early = rufe("beschlusskontrolle", "--empfehlung", "he-2026-01", "--stichtag", "2026-07-21").aus

    assert early.count("○ grau") == 3
    assert "noch nichts" in rufe("spur", "he-2026-05", "--stichtag", "2026-10-20").aus


def test_ein_baum_bricht_lange_texte_unter_ihrem_anfang_um() -> None:
    kind = Knoten("he-2026-01", "Empfehlung", "Ein Wort nach dem anderen und noch eines")
    tree = (Knoten("ag-x", "AG", "Eins", kinder=(kind,)), Knoten("ag-y", "AG", "Zwei", wiederholt=True))

    assert list(baum_lines(tree, 40)) == [
        "├─ AG: Eins (ag-x)",
        "│  └─ Empfehlung: Ein Wort nach dem",
        "│        anderen und noch eines",
        "│        (he-2026-01)",
        "└─ AG: Zwei (ag-y) – siehe oben",
    ]
