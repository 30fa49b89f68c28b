"""``netzint`` and ``netzint lage``, ``sitzung liste``, ``sitzung zeigen``: what reading commands say, and to whom."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from netzint.cli.zeichen import width
from netzint.modell.fehler import Ausgang
from tests.buero import git, replace, state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]
    Erwartet = Callable[[str, str], None]

LESEND = [
    ("lage", ("lage",)),
    ("sitzung_liste", ("sitzung", "liste")),
    ("sitzung_zeigen", ("sitzung", "zeigen", "SG-2026-02")),
]


@pytest.mark.parametrize(("name", "befehl"), LESEND)
def test_menschen_lesen_tabellen_in_bildschirmbreite(
    buero: Path, rufe: Rufe, erwartet: Erwartet, monkeypatch: pytest.MonkeyPatch, name: str, befehl: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lauf = rufe(*befehl)

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    tables = [line for line in lauf.aus.splitlines() if not line.startswith(("Dienstag, ", "  netzint "))]
    assert max(map(width, tables)) <= 80
    erwartet(f"cli/{name}.txt", lauf.aus)


def test_die_lage_passt_auf_einen_bildschirm_und_schneidet_keine_zahl_an(
    buero: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rufe("sitzung", "neu").ausgang == Ausgang.GUT
    monkeypatch.setenv("COLUMNS", "80")
    lines = rufe("lage").aus.splitlines()

    assert len(lines) < 24
    assert "  Rückmeldung: „Beteiligungswerkstätten mit …           seit 12. Oktober 2026" in lines
    assert "  netzint empfehlung rueckmeldung he-2026-01 --stelle landkreis-modellgau" in lines


@pytest.mark.parametrize(("name", "befehl"), LESEND)
def test_maschinen_lesen_json_mit_schema(
    buero: Path, rufe: Rufe, erwartet: Erwartet, name: str, befehl: tuple[str, ...]
) -> None:
    lauf = rufe(*befehl, "--format", "json")

    assert json.loads(lauf.aus)["schema"].startswith("netzint.")
    erwartet(f"cli/{name}.json", lauf.aus)


def test_tage_sind_fuer_menschen_deutsch_und_fuer_maschinen_iso(buero: Path, rufe: Rufe) -> None:
    text, daten = rufe("lage").aus, json.loads(rufe("lage", "--format", "json").aus)
    tabelle = rufe("lage", "--format", "csv").aus

    assert "15.12.2026  Wiedervorlage" in text
    assert "15.12.2026  in 23 Tagen" in rufe("fristen").aus
    assert "seit 12. Oktober 2026" in text
    assert {k: daten["fristen"][0][k] for k in ("am", "tage")} == {"am": "2026-12-15", "tage": 23}
    assert daten["sitze"] == [{"besetzt": 12, "sitze": 12}]
    assert daten["naechste_sitzung"] == []
    assert tabelle.startswith("\ufeff")
    assert "2026-12-15;23;Wiedervorlage" in tabelle
    assert all(len(row) in {0, 2, 3, 4, 5, 6} for row in csv.reader(tabelle.splitlines(), delimiter=";"))


def test_die_naechste_sitzung_steht_auch_in_den_daten(buero: Path, rufe: Rufe) -> None:
    rufe("sitzung", "neu")
    daten = json.loads(rufe("lage", "--format", "json").aus)

    assert daten["naechste_sitzung"] == [{"datum": "2026-12-15", "kennung": "sg-2026-03", "zustand": "terminiert"}]
    assert daten["schritte"][0]["befehl"] == "netzint sitzung einladen sg-2026-03"


def test_netzint_allein_zeigt_die_lage(buero: Path, rufe: Rufe) -> None:
    assert rufe().aus == rufe("lage").aus


def test_lesen_veraendert_nichts(buero: Path, rufe: Rufe) -> None:
    before = state(buero)
    for _, befehl in LESEND:
        rufe(*befehl)
    rufe("pruefen")

    assert state(buero) == before


def test_ein_stand_zeigt_was_damals_bekannt_war(buero: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-22T12:00:00+0100")
    rufe("sitzung", "neu")
    replace(buero, "daten/sitzungen/sg-2026-03.yaml", "gremium", "gremum")

    assert "sg-2026-03" in rufe("sitzung", "liste", "--stand", "HEAD").aus
    assert "sg-2026-03" not in rufe("sitzung", "liste", "--stand", "HEAD~1").aus
    assert "Nicht alles ist lesbar: daten/sitzungen/sg-2026-03.yaml." in rufe("sitzung", "liste").fehler
    tag = git(buero, "log", "-1", "--format=%cs")
    assert "sg-2026-03" in rufe("sitzung", "liste", "--stand", tag).aus


def test_der_stichtag_kann_ein_tag_oder_der_des_commits_sein(buero: Path, rufe: Rufe) -> None:
    tag = git(buero, "log", "-1", "--format=%cd", "--date=format:%-d.%-m.%Y")

    assert "Lage am 31. Dezember 2025" in rufe("lage", "--stichtag", "31.12.2025").aus
    assert rufe("lage", "--stichtag", "commit").aus == rufe("lage", "--stichtag", tag).aus


@pytest.mark.parametrize(
    ("args", "text"),
    [
        (("--stand", "quatsch"), "Den Stand „quatsch“ gibt es nicht."),
        (("--stand", "--output=x"), "gibt es nicht."),
        (("--stand", "1.1.2020"), "war hier noch nichts festgeschrieben; es beginnt am"),
        (("--stichtag", "2026-02-30"), "Den 30. Februar 2026 gibt es nicht"),
        (("--format", "xml"), "Möglich sind: text, json, csv, xlsx."),
    ],
)
def test_unmoegliche_angaben_werden_deutlich_abgelehnt(
    buero: Path, rufe: Rufe, args: tuple[str, ...], text: str
) -> None:
    lauf = rufe("lage", *args)

    assert (lauf.ausgang, lauf.aus) == (Ausgang.AUFRUF, "")
    assert text in lauf.fehler


@pytest.mark.parametrize(
    ("kennung", "text"),
    [
        ("sg-2026-2", "Meinten Sie „sg-2026-02“?"),
        (
            "he-2026-05",
            "he-2026-05 ist etwas anderes (Empfehlung); der Eintrag steht in daten/empfehlungen/he-2026-05.yaml.",
        ),
        ("qqq", "Alle zeigt: netzint sitzung liste"),
    ],
)
def test_eine_unbekannte_sitzung_wird_mit_einem_vorschlag_abgelehnt(
    buero: Path, rufe: Rufe, kennung: str, text: str
) -> None:
    lauf = rufe("sitzung", "zeigen", kennung)

    assert lauf.ausgang == Ausgang.AUFRUF
    assert text in lauf.fehler


def test_zeichen_aus_den_daten_koennen_den_bildschirm_nicht_steuern(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/sitzungen/sg-2026-02.yaml", "Haus der Begegnung", "Haus##[error]")
    lauf = rufe("sitzung", "zeigen", "sg-2026-02")

    assert "##[" not in lauf.aus
    assert "Haus" in lauf.aus


def test_ausserhalb_eines_datenordners_wird_gesagt_was_zu_tun_ist(rufe: Rufe, tmp_path: Path) -> None:
    for args in (
        ("lage",),
        ("pruefen",),
        ("sitzung", "neu"),
        ("-C", str(tmp_path), "lage"),
        ("-C", "/gibtsnicht", "lage"),
    ):
        lauf = rufe(*args)
        assert lauf.ausgang == Ausgang.AUFRUF
        assert "netzint init ORDNER" in lauf.fehler
