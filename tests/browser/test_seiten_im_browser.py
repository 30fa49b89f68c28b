"""Our pages and documents in a real Chromium, under axe and the Nu HTML checker.

Without the programs the tests are skipped and say so; where CI runs they must be there (``.ci/browser`` fetches them).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from netzint.dokumente.arten import ALLE
from tests.browser import faelle

pytestmark = [pytest.mark.browser, pytest.mark.no_cover]

HIER = Path(__file__).parent
VNU = HIER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
SEITEN = ("beispiel", "oeffentlich", "frisch", "nichts", "voll")
NAMEN = (*(f"seite-{name}" for name in SEITEN), *ALLE)
KAPUTT = """<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>Kaputt</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>a:focus-visible { outline: none } p { color: #aaa; background: #fff }</style></head>
<body><main><h1>Kaputt</h1><p>blass</p><div style="width: 700px">breit</div>
<p><a href="#b" tabindex="2" id="b">b</a> <a href="#a" tabindex="1" id="a">a</a></p>
<svg role="img" width="9" height="9"></svg><script>alert(1)</script></main></body></html>
"""


@cache
def programme() -> tuple[str, str, str]:
    """Chromium, node and java; skips where one is missing, but never where CI runs."""
    found = {
        "chromium": shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome"),
        "node": shutil.which("node"),
        "java": shutil.which("java"),
    }
    missing = [name for name, path in found.items() if path is None]
    if not (HIER / "node_modules" / "playwright-core").is_dir() or not VNU.is_file():
        missing.append("npm ci --ignore-scripts --prefix tests/browser")
    if missing:
        reason = f"Für die Prüfung im Browser fehlt: {', '.join(missing)}. Alles zusammen holt: bash .ci/browser"
        assert not os.environ.get("CI"), reason
        pytest.skip(reason)
    return str(found["chromium"]), str(found["node"]), str(found["java"])


def look(files: list[Path]) -> dict[str, dict[str, Any]]:
    """What the browser saw, by the stem of the file's name."""
    chromium, node, _ = programme()
    command = [node, str(HIER / "pruefe.mjs"), chromium, *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=400)
    assert done.returncode == 0, done.stderr.decode()
    seen: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return {Path(file).stem: result for file, result in seen.items()}


def check_html(files: list[Path]) -> list[str]:
    """The messages of the Nu HTML checker, warnings too."""
    *_, java = programme()
    command = [java, "-jar", str(VNU), "--format", "json", "--stdout", "--exit-zero-always", *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=200)
    found = json.loads(done.stdout)["messages"]
    return [f"{Path(m['url']).stem}:{m.get('lastLine')}: {m['message']}" for m in found]


@pytest.fixture(scope="module")
def dateien(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All pages and documents as files."""
    programme()
    folder = tmp_path_factory.mktemp("seiten")
    pages = {f"seite-{name}": data for name, data in faelle.seiten(tmp_path_factory.mktemp("netz")).items()}
    for name, data in (pages | faelle.dokumente()).items():
        (folder / f"{name}.html").write_bytes(data)
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def gesehen(dateien: list[Path]) -> dict[str, dict[str, Any]]:
    """What the browser saw of all of them; it starts only once."""
    return look(dateien)


def test_jede_seite_und_jede_art_wird_angesehen(gesehen: dict[str, dict[str, Any]]) -> None:
    assert set(gesehen) == set(NAMEN)


@pytest.mark.parametrize("name", NAMEN)
@pytest.mark.parametrize("ansicht", ["hell", "dunkel", "schmal"])
def test_axe_findet_keine_barriere(gesehen: dict[str, dict[str, Any]], name: str, ansicht: str) -> None:
    assert gesehen[name][ansicht] == []


@pytest.mark.parametrize("name", NAMEN)
def test_bei_320_pixeln_und_am_bildschirm_ragt_nichts_hinaus(gesehen: dict[str, dict[str, Any]], name: str) -> None:
    schmal, breit = gesehen[name]["umbruch"], gesehen[name]["breit"]

    assert (schmal["zuBreit"], breit["zuBreit"]) == ([], [])
    assert (schmal["fenster"], schmal["breite"]) == (320, 320)


@pytest.mark.parametrize("name", NAMEN)
def test_die_tabulatortaste_geht_alles_der_reihe_nach_durch(gesehen: dict[str, dict[str, Any]], name: str) -> None:
    tastatur = gesehen[name]["tastatur"]

    assert tastatur["besucht"] == list(range(tastatur["erwartet"]))
    assert tastatur["unsichtbar"] == []
    assert tastatur["erwartet"] > 10 or not name.startswith("seite-")


@pytest.mark.parametrize("name", NAMEN)
def test_der_browser_hat_nichts_zu_beanstanden_und_holt_nichts(gesehen: dict[str, dict[str, Any]], name: str) -> None:
    assert gesehen[name]["meldungen"] == []


def test_der_html_pruefer_findet_weder_fehler_noch_warnungen(dateien: list[Path]) -> None:
    assert check_html(dateien) == []


def test_an_einer_kaputten_seite_schlaegt_jede_pruefung_an(tmp_path: Path) -> None:
    file = tmp_path / "kaputt.html"
    file.write_text(KAPUTT.replace("</main>", ""), encoding="utf-8")
    seen = look([file])["kaputt"]

    assert [v.partition(":")[0] for v in seen["hell"]] == [
        "color-contrast",
        "svg-img-alt",
        "tabindex",
        "target-size",
    ]
    assert seen["umbruch"]["breite"] > 320
    assert seen["umbruch"]["zuBreit"] != []
    assert seen["tastatur"]["besucht"] == [1, 0]
    assert seen["tastatur"]["unsichtbar"] == [1, 0]
    assert any("Content Security Policy" in message for message in seen["meldungen"])
    assert any("unclosed" in message for message in check_html([file]))
