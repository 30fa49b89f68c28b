"""``--format xlsx`` and ``--nach``: answers as files, for whoever goes on working with them."""

from __future__ import annotations

import csv
import io
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from netzint.cli.xlsx import Blatt, build_xlsx
from netzint.modell.fehler import Ausgang
from tests.buero import state
from tests.cli.fragen import NACH_NAME, iter_befehle, optionen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

LISTEN = ("mitglied", "stelle", "bedarf", "sitzung", "beauftragte", "beschlussvorlage", "veranstaltung")


def read(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("name", sorted(NACH_NAME))
def test_jede_frage_kennt_xlsx_und_eine_zieldatei(name: str) -> None:
    known = optionen(dict(iter_befehle())[name])

    assert "xlsx" in known["--format"]
    assert "--nach" in known


@pytest.mark.parametrize("was", LISTEN)
def test_eine_liste_hat_als_arbeitsmappe_dieselben_zeilen_wie_als_csv(buero: Path, rufe: Rufe, was: str) -> None:
    lauf = rufe(was, "liste", "--format", "xlsx")
    text = rufe(was, "liste", "--format", "csv").aus.removeprefix("\ufeff")
    bloecke = [list(csv.reader(block.splitlines(), delimiter=";")) for block in text.split("\r\n\r\n")]
    buch = read((buero / f"ausgabe/listen/{was}-liste.xlsx").read_bytes())

    assert (lauf.ausgang, lauf.aus) == (Ausgang.GUT, f"ausgabe/listen/{was}-liste.xlsx\n")
    assert len(buch.worksheets) == len(bloecke)
    for sheet, block in zip(buch.worksheets, bloecke, strict=True):
        assert [cell.value for cell in sheet[1]] == block[0]
        assert sheet.max_row == len(block)


def test_tage_sind_tage_und_zahlen_sind_zahlen() -> None:
    sheet = read(
        build_xlsx([Blatt("T", ("Tag", "Zahl", "Text", "Leer"), [(date(2026, 3, 1), 7, "0711", None)])])
    ).active

    assert [cell.value for cell in sheet[2]] == [datetime(2026, 3, 1), 7, "0711", None]  # noqa: DTZ001
    assert sheet["A2"].number_format == "dd.mm.yyyy"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D2"


def test_was_wie_eine_formel_aussieht_bleibt_text() -> None:
    boese = [
        "=1+1",
        "@SUM(A1)",
        "+49 711",
        "-1",
        "http://x.example",
        "{=A1}",
        "a\x1b[31mb",
        "zwei\nZeilen",
        "x" * 40_000,
    ]
    data = build_xlsx([Blatt("T", ("Text",), [(text,) for text in boese])])
    sheet = read(data).active

    assert [sheet.cell(nr, 1).data_type for nr in range(2, 11)] == ["s"] * 9
    assert [sheet.cell(nr, 1).value for nr in range(2, 7)] == boese[:5]
    assert sheet["A8"].value == "a⟨U+001B⟩[31mb"
    assert sheet["A9"].value == "zwei\nZeilen"
    assert len(sheet["A10"].value) <= 32_767
    assert b"<f>" not in ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_spalten_sind_so_breit_wie_ihr_inhalt_aber_nicht_breiter_als_der_bildschirm() -> None:
    sheet = read(build_xlsx([Blatt("T", ("Kurz", "Lang"), [("ab", "x" * 300)])])).active

    assert 5 <= sheet.column_dimensions["A"].width <= 8
    assert 60 <= sheet.column_dimensions["B"].width <= 64


def test_namen_von_blaettern_passen_und_kommen_nur_einmal_vor() -> None:
    titel = ["A/B: [x]?", "a b x", "", "", "History", "Ein sehr langer Titel, den Excel so nicht nimmt", "'x'"]
    names = read(build_xlsx([Blatt(t, ("K",), ()) for t in titel])).sheetnames

    assert len({name.lower() for name in names}) == len(titel)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)


def test_dieselbe_antwort_sind_dieselben_bytes(buero: Path, rufe: Rufe) -> None:
    for name in ("eins.xlsx", "zwei.xlsx"):
        assert rufe("beschlusskontrolle", "--format", "xlsx", "--nach", name).aus == f"{name}\n"

    assert Path("eins.xlsx").read_bytes() == Path("zwei.xlsx").read_bytes()
    assert "grün" in str([[c.value for c in row] for s in read(Path("eins.xlsx").read_bytes()) for row in s])


def test_die_ausgabe_geht_nie_als_bytes_auf_den_bildschirm_und_aendert_sonst_nichts(buero: Path, rufe: Rufe) -> None:
    before = state(buero)[:2]
    lauf = rufe("spur", "he-2025-01", "--format", "XLSX")

    assert lauf.aus == "ausgabe/listen/spur-he-2025-01.xlsx\n"
    assert state(buero)[:2] == before


@pytest.mark.parametrize("form", ["csv", "json"])
def test_auch_csv_und_json_gehen_in_eine_datei(buero: Path, rufe: Rufe, form: str) -> None:
    gezeigt = rufe("stelle", "liste", "--format", form).aus
    lauf = rufe("stelle", "liste", "--format", form, "--nach", f"x.{form}")

    assert (lauf.ausgang, lauf.aus) == (Ausgang.GUT, f"x.{form}\n")
    assert Path(f"x.{form}").read_bytes().decode() == gezeigt


def test_ein_ordner_als_ziel_bekommt_die_datei_unter_ihrem_namen(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    lauf = rufe("fristen", "--format", "xlsx", "--nach", str(tmp_path))

    assert lauf.aus == f"{tmp_path / 'fristen.xlsx'}\n"
    assert (tmp_path / "fristen.xlsx").read_bytes().startswith(b"PK")


def test_text_geht_an_den_bildschirm(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("stelle", "liste", "--nach", "x.txt")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "→ Dazu --format angeben, zum Beispiel --format xlsx." in lauf.fehler
    assert not Path("x.txt").exists()


def test_ein_ziel_das_sich_nicht_schreiben_laesst_wird_genannt(buero: Path, rufe: Rufe) -> None:
    Path("datei").write_text("", encoding="utf-8")
    lauf = rufe("stelle", "liste", "--format", "xlsx", "--nach", "datei/x.xlsx")

    assert lauf.ausgang == Ausgang.UMGEBUNG
    assert "x.xlsx ließ sich nicht schreiben" in lauf.fehler


def test_ohne_den_zusatz_wird_gesagt_wie_man_ihn_bekommt(
    buero: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    lauf = rufe("stelle", "liste", "--format", "xlsx")

    assert lauf.ausgang == Ausgang.UMGEBUNG
    assert '→ Einmal nachholen: pip install "netzint[xlsx]"' in lauf.fehler
    assert rufe("stelle", "liste", "--format", "csv").ausgang == Ausgang.GUT


def test_auch_befunde_gibt_es_als_arbeitsmappe(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("pruefen", "--format", "xlsx", "--nach", "b.xlsx")
    zeilen = len(rufe("pruefen", "--format", "csv").aus.splitlines())

    assert lauf.ausgang == Ausgang.GUT
    assert read(Path("b.xlsx").read_bytes()).active.max_row == zeilen
