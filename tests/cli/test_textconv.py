"""``netzint textconv``: an entry for git's diffs, one fact a line, whatever git hands over."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from netzint.ablage.leser.datei import parse
from netzint.berichte.textzeilen import PFLICHT, recognize, to_zeilen
from netzint.modell.arten import NACH_NAME, art_of_pfad
from tests.beispiel import WURZEL, load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf


@pytest.mark.parametrize("art", sorted(NACH_NAME))
def test_jede_art_wird_an_ihren_pflichtangaben_erkannt(art: str) -> None:
    fields = NACH_NAME[art].model.model_fields

    assert {name for name, field in fields.items() if field.is_required() and name != "kennung"} == PFLICHT[art]


def test_jeder_eintrag_des_beispiels_wird_erkannt() -> None:
    for name, text in load().items():
        place = art_of_pfad(f"daten/{name}")
        wert = parse(text.encode()).wert
        assert wert is not None
        assert place is not None
        assert recognize(wert) == place[0].name, name


def test_eine_angabe_steht_auf_einer_zeile_und_ohne_yaml(rufe: Callable[..., Lauf], tmp_path: Path) -> None:
    datei = tmp_path / "xyz_blob"
    datei.write_bytes((WURZEL / "daten" / "arbeitsgruppen" / "ag-demokratiebildung.yaml").read_bytes())
    lines = rufe("textconv", str(datei)).aus.splitlines()

    assert lines[0] == "Arbeitsgruppe"
    assert "Mandat › Von: 1. September 2025" in lines
    assert "Verlängerungen › sg-2026-02/verlaengerung-demokratiebildung › Bis: 31. März 2027" not in lines
    assert "Verlängerungen › 1. Januar 2027 › Bis: 31. März 2027" in lines


def test_die_reihenfolge_der_datei_zaehlt_nicht() -> None:
    wert = parse(b"datum: 2026-12-03\ngremium: strategiegruppe\nort: Ulm\n").wert
    anders = parse(b"ort: Ulm\ngremium: strategiegruppe\ndatum: 2026-12-03\n").wert
    assert wert is not None
    assert anders is not None
    schema: dict[str, Any] = {"properties": {"gremium": {}, "datum": {}, "ort": {}}}

    assert to_zeilen(wert, schema) == to_zeilen(anders, schema) == [
        "Gremium: strategiegruppe", "Datum: 3. Dezember 2026", "Ort: Ulm",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00kaputt", b"a: [\n", b"irgendwas: ja\n", b"- eins\n", b"datum: 2026-99-99\n"]
)
def test_was_kein_eintrag_ist_erscheint_wie_es_ist_und_ohne_fehler(
    data: bytes, rufe: Callable[..., Lauf], tmp_path: Path
) -> None:
    datei = tmp_path / "datei"
    datei.write_bytes(data)
    lauf = rufe("textconv", str(datei))

    assert (lauf.ausgang, lauf.fehler) == (0, "")
    assert data.decode("ascii", "ignore").replace("\x00", "").strip() in lauf.aus.replace("⟨U+0000⟩", "").replace(
        "\\xff\\xfe", ""
    )
    assert rufe("textconv", str(tmp_path / "fehlt")).ausgang == 0


def test_textconv_laedt_nichts_langsames() -> None:
    program = (
        "import sys; from netzint.cli import start; "
        f"start.run(['textconv', {str(WURZEL / 'daten' / 'sitzungen' / 'sg-2026-02.yaml')!r}]); "
        "print(sorted({'pydantic', 'git', 'jinja2', 'ruamel', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8")

    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("datei", [".gitattributes", "netzint/mitgeliefert/gitattributes"])
def test_die_attribute_nennen_den_treiber_fuer_alle_daten(datei: str, tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_bytes((WURZEL / datei).read_bytes())
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    args = [
        "git",
        "check-attr",
        "diff",
        "merge",
        "--",
        "daten/netzwerk.yaml",
        "daten/ziele/ziel-x.yaml",
        "daten/README.md",
    ]
    lines = subprocess.run(args, cwd=tmp_path, capture_output=True, check=True, encoding="utf-8").stdout.splitlines()

    assert [line.rpartition(" ")[2] for line in lines] == ["netzint"] * 4 + ["unspecified"] * 2
