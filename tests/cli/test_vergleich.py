"""``netzint vergleich``: two states by revision or day, in every form; and what stands in commits."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from netzint.cli import heute
from netzint.modell.fehler import Ausgang
from tests import buero
from tests.beispiel import lay_down

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

ORT = ("daten/sitzungen/sg-2026-02.yaml", "ort: Musterburg, Haus der Begegnung", "ort: Ulm")
SATZ = "Sitzung SG-2026-02: Ort: „Musterburg, Haus der Begegnung“ → Ulm"


@pytest.fixture
def netz(tmp_path: Path, buerovorlage: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example, committed on a fixed day."""
    import shutil

    target = tmp_path / "netz"
    shutil.copytree(buerovorlage, target, symlinks=True)
    monkeypatch.setattr(heute, "today", lambda: buero.STICHTAG)
    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.chdir(target)
    return target


def commit(netz: Path, tag: str) -> None:
    env = {**os.environ, "GIT_AUTHOR_DATE": f"{tag}T12:00", "GIT_COMMITTER_DATE": f"{tag}T12:00"}
    ident = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    subprocess.run(["git", *ident, "commit", "-qam", "Von Hand"], cwd=netz, env=env, check=True)


def test_ohne_angabe_steht_da_was_nicht_festgeschrieben_ist(netz: Path, rufe: Callable[..., Lauf]) -> None:
    assert "Nichts ist anders." in rufe("vergleich").aus
    buero.replace(netz, *ORT)

    lauf = rufe("vergleich")
    assert lauf.ausgang == 0
    assert f"\nSitzungen\n  {SATZ}\n" in lauf.aus


def test_zwei_staende_nennt_man_mit_revision_tag_oder_gemeinsamem_anfang(netz: Path, rufe: Callable[..., Lauf]) -> None:
    buero.replace(netz, *ORT)
    commit(netz, "2030-03-01")
    buero.git(netz, "branch", "seite", "HEAD~1")
    buero.replace(netz, "daten/ziele/ziel-zugang.yaml", "titel: ", "titel: Neuer ")
    commit(netz, "2030-05-01")

    for worte in ("HEAD~2..HEAD~1", "2030-02-01..2030-03-05", "1.2.2030..5.3.2030", "seite...HEAD~1"):
        assert SATZ in rufe("vergleich", worte).aus, worte
    assert "ziel-zugang" not in rufe("vergleich", "HEAD~2..HEAD~1").aus
    assert "Neuer Zugang" in rufe("vergleich", "2030-03-05").aus
    assert "Nichts ist anders." in rufe("vergleich", "HEAD...seite").aus
    assert "Ort: Ulm → " in rufe("vergleich", "HEAD..seite").aus
    assert SATZ in rufe("vergleich", "2030-02-01", "--stand", "2030-03-05").aus
    asked, named = rufe("vergleich", "HEAD~1", "--stand", "HEAD~1").aus, rufe("vergleich", "HEAD~2..HEAD~1").aus
    assert asked.split("\n")[1:] == named.split("\n")[1:]


def test_rueckwaerts_und_ohne_gemeinsamen_anfang_geht_es_auch(netz: Path, rufe: Callable[..., Lauf]) -> None:
    buero.replace(netz, *ORT)
    commit(netz, "2030-03-01")
    back = "Achtung: Der zweite Stand ist der ältere"
    assert back in rufe("vergleich", "HEAD..HEAD~1").aus
    assert back not in rufe("vergleich", "HEAD~1..HEAD").aus

    buero.git(netz, "checkout", "-q", "--orphan", "fremd")
    buero.git(netz, "commit", "-q", "-m", "ohne Vorgeschichte")
    assert "Nichts ist anders." in rufe("vergleich", "main..fremd").aus
    early = rufe("vergleich", "2020-01-01..fremd")
    assert early.ausgang == Ausgang.AUFRUF
    assert "Einen Tag nennen, an dem schon etwas festgeschrieben war" in early.fehler


def test_ein_stand_den_es_nicht_gibt_wird_auf_deutsch_abgelehnt(netz: Path, rufe: Callable[..., Lauf]) -> None:
    lauf = rufe("vergleich", "gibtesnicht..HEAD")

    assert (lauf.ausgang, lauf.aus) == (2, "")
    assert "Den Stand „gibtesnicht“ gibt es nicht." in lauf.fehler
    assert netz.is_dir()


def test_ohne_ersten_commit_gibt_es_nichts_zu_vergleichen(tmp_path: Path, rufe: Callable[..., Lauf]) -> None:
    lay_down(tmp_path / "leer")
    buero.git(tmp_path / "leer", "init", "-q")

    lauf = rufe("-C", str(tmp_path / "leer"), "vergleich")
    assert lauf.ausgang == 2
    assert "Hier ist noch nichts festgeschrieben" in lauf.fehler


def test_vorlagen_und_unlesbares_stehen_mit_namen_da(netz: Path, rufe: Callable[..., Lauf]) -> None:
    (netz / "daten" / "ziele" / "ziel-zugang.yaml").write_text("titel: [\n", "utf-8")
    (netz / "vorlagen" / "neu.md.j2").write_text("Neu\n", "utf-8")
    (netz / "vorlagen" / "fuss.md.j2").unlink()
    kopf = netz / "vorlagen" / "kopf.md.j2"
    kopf.write_bytes(b"{# eins #}\n" + kopf.read_bytes())
    ziel = netz / "daten" / "ziele" / "ziel-teilhabe.yaml"
    ziel.write_bytes(b"# Bemerkung\n" + ziel.read_bytes())
    aus = rufe("vergleich").aus

    for satz in (
        "daten/ziele/ziel-zugang.yaml: nicht mehr lesbar", "Vorlage neu.md.j2: neu (1 Zeile)",
        "Vorlage fuss.md.j2: entfernt",
        "Vorlage kopf.md.j2: geändert in Zeile 1 (1 Zeile neu, 0 weg)",
        "daten/ziele/ziel-teilhabe.yaml: nur Schreibweise oder Kommentare geändert", "neu: Fehler L",
    ):  # fmt: skip
        assert satz in aus, aus


def test_markdown_und_json_sagen_dasselbe_und_gehen_in_eine_datei(netz: Path, rufe: Callable[..., Lauf]) -> None:
    buero.replace(netz, *ORT)
    text = rufe("vergleich", "--format", "markdown").aus
    daten = json.loads(rufe("vergleich", "--format", "json").aus)

    assert "- **Sitzung SG-2026-02:** Ort: „Musterburg, Haus der Begegnung“ → Ulm\n" in text
    assert [row["kennung"] for row in daten["unterschiede"]] == ["sg-2026-02"]
    assert rufe("vergleich", "--format", "markdown", "--nach", "antrag.md").ausgang == 0
    assert (netz / "antrag.md").read_text("utf-8") == text


def test_nichts_wird_veraendert_und_zweimal_gefragt_ist_gleich(netz: Path, rufe: Callable[..., Lauf]) -> None:
    buero.replace(netz, *ORT)
    before = buero.state(netz)

    assert rufe("vergleich").aus == rufe("vergleich").aus
    assert buero.state(netz) == before


def test_ein_vorgang_sagt_im_commit_was_er_geaendert_hat(netz: Path, rufe: Callable[..., Lauf]) -> None:
    done = rufe("mitglied", "aendern", "kommunen-stadt-2", "--name", "Frieda Neumann")
    assert done.ausgang == 0, done.fehler
    buero.replace(netz, "daten/ziele/ziel-zugang.yaml", "titel: Zugang zur Verwaltung", 'titel: "Fixes #12 @alle"')
    assert rufe("festschreiben").ausgang == 0
    first, second = buero.git(netz, "log", "-2", "--format=%b%x00").split("\0")[:2]

    assert first.startswith("- Ziel ziel-zugang: Titel: „Zugang zur Verwaltung“ → „Fixes # 12")
    assert "@ alle" in first
    assert "- Mitglied kommunen-stadt-2: Name geändert\n\nVorgang: " in second
    assert "Frieda" not in first + second
    assert all(len(line) <= 72 for line in (first + second).splitlines() if not line.startswith("Kennung"))


def test_eine_bekannte_antwort_ist_dieselbe_und_braucht_die_modelle_nicht(
    netz: Path, rufe: Callable[..., Lauf], monkeypatch: pytest.MonkeyPatch
) -> None:
    buero.replace(netz, *ORT)
    commit(netz, "2030-03-01")
    first = {form: rufe("vergleich", "HEAD~1..HEAD", "--format", form).aus for form in ("text", "markdown", "json")}
    monkeypatch.setattr("netzint.cli.vergleich._compare", lambda *_: pytest.fail("noch einmal verglichen"))

    assert SATZ in first["text"]
    for form, aus in first.items():
        assert rufe("vergleich", "HEAD~1..HEAD", "--format", form).aus == aus
