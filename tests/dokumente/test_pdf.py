"""PDF: accessible, fit for the archive, the same bytes each time, with its own text attached."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import page
import pikepdf
import pytest

from netzint.dokumente import pdf
from netzint.dokumente.arten import ALLE
from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.herkunft import list_herkunft
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.manuskript import Satz
from netzint.dokumente.pipeline import Dokument
from tests.dokumente.conftest import KOPF
from tests.dokumente.pdfleser import schmuck

pytestmark = pytest.mark.no_cover

Schreiben = Callable[..., Dokument]
NORMEN = ("ua1", "3a")
SCHRIFTEN = Path(pdf.__file__).parents[1] / "mitgeliefert" / "schriften"
UNVERAENDERT = {
    "SourceSans3-Bold.ttf": "9214b9d95e4231c609802815c2646c98174e2102d0d37f88978a7f8e71006e6a",
    "SourceSans3-BoldIt.ttf": "7978291fc1bf314db887e0366853b33c5cf2e964c7b95cfb9ce403a6ec46a842",
    "SourceSans3-It.ttf": "192afd78f0f54a3c69eaf02d43f4d9a821e9d6110e41d3d25d61a7385cd580e4",
    "SourceSans3-Regular.ttf": "4644c81b86ec9caaa76b634889968ed3c4f4f52f054855933acc7c2b21e53b0f",
}
"""SHA-256 of the files in the npm package source-sans 3.52.0: the licence forbids changed ones under that name."""


def setze(markdown: str, kopf: Kopf = KOPF) -> bytes:
    return pdf.write_pdf(Satz(parse_baum(markdown), kopf, markdown, {}))


def maengel(data: bytes) -> list[str]:
    """What a validator finds."""
    found = [page.validate_pdf_bytes(data, profile=norm) for norm in NORMEN]
    return [f"{failure.rule_id}: {failure.message}" for report in found for failure in report.failures]


@pytest.mark.parametrize("art", ALLE)
@pytest.mark.parametrize("full", [True, False], ids=["voll", "leer"])
def test_jede_art_ist_barrierefrei_und_archivfest(
    schreiben: Schreiben,
    art: str,
    full: bool,  # noqa: FBT001 - parametrised
) -> None:
    assert maengel(schreiben(art, full=full, formate=("pdf",)).dateien["pdf"]) == []


def test_auch_verapdf_findet_nichts(schreiben: Schreiben, tmp_path: Path) -> None:
    program = shutil.which("verapdf")
    if program is None:
        pytest.skip("veraPDF ist nicht installiert (verapdf.org); page-validation prüft dasselbe")
    for art in ALLE:
        datei = tmp_path / f"{art}.pdf"
        datei.write_bytes(schreiben(art, formate=("pdf",)).dateien["pdf"])
        for norm in NORMEN:
            done = subprocess.run([program, "-f", norm, "--format", "text", datei], capture_output=True, check=False)
            assert done.stdout.startswith(b"PASS"), done.stdout


@pytest.mark.parametrize("art", ALLE)
def test_zweimal_dasselbe_gibt_dieselben_bytes(schreiben: Schreiben, art: str) -> None:
    first, second = (schreiben(art, formate=("pdf",)).dateien["pdf"] for _ in range(2))

    assert first == second


def test_auch_anderswo_und_zu_anderer_zeit_entstehen_dieselben_bytes(tmp_path: Path) -> None:
    programm = (
        "import sys; from tests.dokumente.test_pdf import setze;"
        "sys.stdout.buffer.write(setze('# Titel\\n\\n1. **fett** _kursiv_\\n\\n| A | B |\\n| - | - |\\n| 1 | 2 |'))"
    )
    wurzel = str(Path(__file__).parents[2])
    found = set()
    for zone, ordner in (("Pacific/Auckland", tmp_path), ("America/Lima", Path(wurzel))):
        env = {**os.environ, "TZ": zone, "LANG": "C", "PYTHONPATH": wurzel, "SOURCE_DATE_EPOCH": str(len(zone))}
        done = subprocess.run([sys.executable, "-c", programm], cwd=ordner, env=env, capture_output=True, check=True)
        found.add(done.stdout)

    assert found == {setze("# Titel\n\n1. **fett** _kursiv_\n\n| A | B |\n| - | - |\n| 1 | 2 |")}


def test_der_text_liegt_als_markdown_bei(schreiben: Schreiben) -> None:
    dateien = schreiben("beschlussvorlage", formate=("md", "pdf")).dateien

    with pikepdf.open(io.BytesIO(dateien["pdf"])) as document:
        (beilage,) = document.attachments.values()
        assert beilage.filename == "bv-2026-007.md"
        assert beilage.relationship == pikepdf.Name.Source
        assert beilage.get_file().read_bytes() == dateien["md"]


def test_titel_urheber_sprache_tag_und_herkunft_stehen_in_den_eigenschaften(schreiben: Schreiben) -> None:
    data = schreiben("beschlussvorlage", formate=("pdf",)).dateien["pdf"]

    with pikepdf.open(io.BytesIO(data)) as document:
        assert document.Root.Lang == "de-DE"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        info = {str(name): str(value) for name, value in document.docinfo.items()}
    assert info["/Title"] == "Beschlussvorlage BV-2026-007"
    assert info["/Author"] == "Netzwerk Integration Baden-Württemberg"
    assert info["/CreationDate"].startswith("D:20261112")
    assert info["/Keywords"] == ", ".join(f"{name}={value}" for name, value in list_herkunft(KOPF))
    assert "netzint.kennung=bv-2026-007" in info["/Keywords"]


def test_der_fuss_jeder_seite_nennt_zeichen_und_seitenzahl() -> None:
    text = schmuck(setze("# Titel\n\n" + "Absatz.\n\n" * 80))

    assert "NIBW-04-0027 · BV-2026-007" in text
    assert "Seite 1 von 3" in text
    assert "Seite 3 von 3" in text
    assert text.count("Netzwerk Integration Baden-Württemberg") == 2, "von der zweiten Seite an auch im Kopf"


def test_ein_zeichen_ohne_schrift_wird_genannt() -> None:
    with pytest.raises(VorlagenFehler, match="漢") as caught:
        setze("# Titel\n\nName: 漢字")

    assert "lateinischer" in caught.value.hinweis


@pytest.mark.parametrize("text", ["Привет", "Καλημέρα", "Nguyễn Đặng", "Şahin Łukasz Žižek", "→ ✓ ½ ² € „“ – …"])
def test_europaeische_schriften_sind_da(text: str) -> None:
    assert maengel(setze(f"# {text}\n\n**{text}** _{text}_")) == []


@pytest.mark.parametrize("zeichen", ["\u00a0", "\u202f", "\u00ad", "\u200b", "\u2060", "a\u0301", "\ufb01"])
def test_unsichtbare_und_zusammengesetzte_zeichen_stoeren_nicht(zeichen: str) -> None:
    assert maengel(setze(f"# Titel\n\nWort{zeichen}Wort **Wort{zeichen}Wort**")) == []


def test_eine_warnung_des_satzprogramms_ist_ein_fehler(monkeypatch: pytest.MonkeyPatch) -> None:
    def warn(**_: Any) -> tuple[bytes, list[SimpleNamespace]]:
        return b"%PDF", [SimpleNamespace(message="a block disappeared")]

    monkeypatch.setattr(pdf, "_compiler", lambda: SimpleNamespace(compile_with_warnings=warn))
    with pytest.raises(RuntimeError, match="a block disappeared"):
        setze("# Titel")


def test_die_schriften_sind_unveraendert_und_ihre_lizenz_liegt_bei() -> None:
    summen = {datei.name: hashlib.sha256(datei.read_bytes()).hexdigest() for datei in SCHRIFTEN.glob("*.ttf")}

    assert summen == UNVERAENDERT
    assert "SIL OPEN FONT LICENSE Version 1.1" in (SCHRIFTEN / "OFL.txt").read_text(encoding="utf-8")
