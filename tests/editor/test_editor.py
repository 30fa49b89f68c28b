"""What people see who open their data in VS Code: its YAML extension asks yaml-language-server, and so do we.

Without the program the tests are skipped and say so; where CI runs it must be there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from netzint.cli.start import run
from tests.beispiel import WURZEL, load

pytestmark = [pytest.mark.browser, pytest.mark.no_cover]

HIER = Path(__file__).parent
FEHLT = "yaml-language-server fehlt; holen mit: npm ci --ignore-scripts --prefix tests/editor"
OFFICE = ("--name", "Netz", "--anschrift", "Weg 1, 70000 Ort", "--e-mail", "a@b.example", "--gegruendet", "2020-06")


def ask(wurzel: Path, *fragen: dict[str, Any]) -> list[Any]:
    """The answers of the editor in a folder, with the settings that lie there."""
    node = shutil.which("node")
    if node is None or not (HIER / "node_modules" / "yaml-language-server").is_dir():
        assert not os.environ.get("CI"), FEHLT
        pytest.skip(FEHLT)
    settings = json.loads((wurzel / ".vscode" / "settings.json").read_text("utf-8"))
    asked = json.dumps({"wurzel": str(wurzel), "einstellungen": settings, "fragen": fragen})
    done = subprocess.run(
        [node, str(HIER / "frage.mjs")], input=asked.encode(), capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode()
    answers: list[Any] = json.loads(done.stdout)
    return answers


def at(datei: str, text: str, was: str = "") -> dict[str, Any]:
    """A question at the mark ``‸`` in a text, or about the whole of it."""
    before = text.partition("‸")[0]
    place = {"zeile": before.count("\n"), "spalte": len(before) - before.rfind("\n") - 1} if "‸" in text else {}
    return {"datei": datei, "text": text.replace("‸", ""), "was": was, **place}


BEDARF = """\
titel: Dolmetschen im Amt
beschreibung: |
  Es fehlen Leute.
gemeldet: {von: gemeindetag, am: 2026-03-03}
"""
FALSCH = {
    "daten/bedarfe/bedarf-2026-91.yaml": BEDARF.replace("titel:", "tittel:"),
    "daten/stellen/stadt-neuhausen.yaml": "name: Stadt Neuhausen\nart: stdat\n",
    "daten/themen/thema-neu.yaml": "titel: Wohnen\n",
    "daten/veranstaltungen/va-2027-91.yaml": "titel: Tag\nart: fachtag\ndatum: 31.12.2027\n",
}
BEISPIELE = {
    f"daten/{name}": text
    for _, group in groupby(sorted(load().items()), lambda item: item[0].rpartition("/")[0] or item[0])
    for name, text in [max(group, key=lambda item: len(item[1]))]
}
"""The longest file of each kind; that all of them fit their schemas is tests/modell/test_schema.py's business."""
FRAGEN = (
    at("daten/bedarfe/bedarf-2026-92.yaml", BEDARF.replace("gemeldet", "gem‸eldet"), "erklaerung"),
    at("daten/stellen/stadt-neuburg.yaml", "name: Stadt Neuburg\n‸", "vorschlaege"),
    at("daten/stellen/stadt-neudorf.yaml", "name: Stadt Neudorf\nart: ‸\n", "vorschlaege"),
)


@pytest.fixture(scope="module")
def gesagt(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the editor says in a folder as ``netzint init`` sets it up, by the name of the file; it starts only once."""
    ordner = tmp_path_factory.mktemp("editor") / "netz"
    assert run(("init", str(ordner), *OFFICE)) == 0
    asked = [*(at(name, text) for name, text in (BEISPIELE | FALSCH).items()), *FRAGEN]
    return dict(zip((frage["datei"] for frage in asked), ask(ordner, *asked), strict=True))


def test_im_mitgelieferten_beispiel_streicht_der_editor_nichts_an(gesagt: dict[str, Any]) -> None:
    assert {name: gesagt[name] for name in BEISPIELE if gesagt[name]} == {}
    assert len(BEISPIELE) > 12


@pytest.mark.parametrize("datei", FALSCH)
def test_falsches_streicht_der_editor_sofort_an(gesagt: dict[str, Any], datei: str) -> None:
    assert gesagt[datei]


def test_er_erklaert_jeden_schluessel_und_schlaegt_werte_vor_auf_deutsch(gesagt: dict[str, Any]) -> None:
    explained, keys, values = (gesagt[frage["datei"]] for frage in FRAGEN)

    assert "wer und wann" in explained
    assert "Beispiel:" in explained
    assert {"art", "ags"} <= set(keys)
    assert {"gemeinde", "stadt", "landkreis", "ministerium"} <= set(values)


def test_auch_hier_im_quelltext_sind_die_daten_mit_ihren_schemas_verbunden() -> None:
    own, shipped = (
        json.loads((WURZEL / path / "settings.json").read_text("utf-8"))
        for path in (".vscode", "netzint/mitgeliefert/vscode")
    )
    moved = {key.replace(".netzint/", "netzint/mitgeliefert/"): files for key, files in shipped["yaml.schemas"].items()}

    assert own == {**shipped, "yaml.schemas": moved}
    assert all((WURZEL / schema).is_file() for schema in moved)
