"""``netzint bericht``."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from netzint.cli.start import run
from netzint.modell.fehler import Ausgang
from tests import buero as bueros
from tests.buero import commit_all, git, replace, state


def test_die_seite_liegt_in_ausgabe_und_sonst_aendert_sich_nichts(
    buero: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(buero)[:2]

    assert run(("bericht",)) == 0
    assert capsys.readouterr().out == "ausgabe/bericht.html\n"
    assert state(buero) == (*before, ("ausgabe/bericht.html",))
    assert (buero / "ausgabe" / "bericht.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_die_oeffentliche_seite_heisst_anders_und_nennt_keine_namen(buero: Path) -> None:
    assert run(("bericht", "--oeffentlich")) == 0

    text = (buero / "ausgabe" / "bericht-oeffentlich.html").read_text(encoding="utf-8")
    assert "Aylin Probe" not in text
    assert "12 von 12 Sitzen besetzt" in text


def test_die_zieldatei_laesst_sich_nennen(buero: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "unter" / "seite.html"

    assert run(("bericht", "--nach", str(target), "--stichtag", "2026-01-31")) == 0
    assert capsys.readouterr().out == f"{target}\n"
    assert "Bericht zum" in target.read_text(encoding="utf-8")
    assert '<time datetime="2026-01-31">31. Januar 2026</time>' in target.read_text(encoding="utf-8")


def test_ein_ordner_als_ziel_wird_abgelehnt(buero: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(("bericht", "--nach", str(buero))) == Ausgang.AUFRUF
    assert "bericht.html" in capsys.readouterr().err


def test_eine_verknuepfte_ausgabe_wird_abgelehnt(buero: Path, tmp_path: Path) -> None:
    (tmp_path / "fremd").mkdir()
    (buero / "ausgabe").symlink_to(tmp_path / "fremd")

    assert run(("bericht",)) == Ausgang.UMGEBUNG
    assert list((tmp_path / "fremd").iterdir()) == []


def test_ohne_erklaerung_zur_barrierefreiheit_gibt_es_einen_hinweis(
    buero: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = buero / "daten" / "netzwerk.yaml"
    head, _, rest = file.read_text(encoding="utf-8").partition("barrierefreiheit:")
    file.write_text(head + "beispieldaten:" + rest.partition("beispieldaten:")[2], encoding="utf-8")

    assert run(("bericht", "--oeffentlich")) == 0
    assert "Erklärung zur Barrierefreiheit" in capsys.readouterr().err


def test_die_aenderungen_zaehlen_vom_stand_am_tag_der_letzten_sitzung(buero: Path) -> None:
    """The example was recorded on the day of its last Sitzung; what is changed since then stands on the page."""
    env = {**os.environ, "GIT_COMMITTER_DATE": "2026-07-07T12:00:00+0200"}
    ident = ("-c", "user.name=Jemand", "-c", "user.email=jemand@example.org")
    subprocess.run(["git", *ident, "commit", "-q", "--amend", "--no-edit"], cwd=buero, env=env, check=True)
    replace(buero, "daten/mitglieder/ministerium-5.yaml", "name: Aylin Probe", "name: Aylin Gewechselt")
    commit_all(buero, "Name")

    assert run(("bericht",)) == 0
    text = (buero / "ausgabe" / "bericht.html").read_text(encoding="utf-8")
    assert "Was seit der SG-2026-02 am 7. Juli 2026 eingetragen wurde: 1 Eintrag." in text
    assert "Name: „Aylin Probe“ → „Aylin Gewechselt“" in text


def test_ein_frueherer_stand_zeigt_was_damals_bekannt_war(buero: Path) -> None:
    first = git(buero, "rev-parse", "HEAD")
    replace(buero, "daten/mitglieder/ministerium-5.yaml", "name: Aylin Probe", "name: Aylin Gewechselt")
    commit_all(buero, "Name")

    assert run(("bericht", "--stand", first)) == 0
    assert "Aylin Gewechselt" not in (buero / "ausgabe" / "bericht.html").read_text(encoding="utf-8")
    assert bueros.STICHTAG.isoformat() in (buero / "ausgabe" / "bericht.html").read_text(encoding="utf-8")


def test_ein_frisch_angelegtes_netzwerk_hat_eine_seite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = ("--name", "Netz", "--geschaeftsstelle", "Büro", "--anschrift", "Weg 1, 70000 Ort")
    assert run(("init", str(tmp_path / "n"), *office, "--e-mail", "a@b.example", "--gegruendet", "2026-01")) == 0
    monkeypatch.chdir(tmp_path / "n")

    assert run(("bericht",)) == 0
    assert "0 von 12 Sitzen besetzt" in (tmp_path / "n" / "ausgabe" / "bericht.html").read_text(encoding="utf-8")
