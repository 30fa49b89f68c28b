"""``netzint init --erneuern``: shipped files of an existing network on the state of this version."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netzint.cli import heute
from netzint.vorgaenge.erneuern import VERZEICHNIS, write_verzeichnis
from tests.bau import STICHTAG
from tests.buero import commit_all, git

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

SCHEMA = Path(".netzint/schemas/sitzung.json")
ABLAUF = Path(".gitlab-ci.yml")


@pytest.fixture
def altes_netz(rufe: Rufe, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A network laid down by an earlier version: its schema and its workflow had other words, as its list says."""
    monkeypatch.setattr(heute, "today", lambda: STICHTAG)
    assert rufe("init", "netz").ausgang == 0
    monkeypatch.chdir("netz")
    gelegt = {zeile.partition("  ")[2] for zeile in Path(VERZEICHNIS).read_text("utf-8").splitlines()}
    SCHEMA.write_bytes(b"{}\n")
    ABLAUF.write_bytes(b"alt: 1\n")
    Path(VERZEICHNIS).write_bytes(write_verzeichnis({pfad: Path(pfad).read_bytes() for pfad in gelegt}))
    commit_all(Path(), "Alter Stand")
    return Path()


def test_das_verzeichnis_nennt_was_gelegt_wurde_und_passt_zu_sha256sum(altes_netz: Path, rufe: Rufe) -> None:
    assert rufe("init", ".", "--erneuern").ausgang == 0
    zeilen = (altes_netz / VERZEICHNIS).read_text("utf-8").splitlines()
    pfade = {zeile[66:] for zeile in zeilen}

    assert {".gitattributes", SCHEMA.as_posix(), ABLAUF.as_posix(), "daten/README.md"} <= pfade
    assert not {"README.md", "daten/netzwerk.yaml", "vorlagen/einladung.md.j2", VERZEICHNIS} & pfade


def test_unberuehrtes_wird_in_einem_vorgang_erneuert(altes_netz: Path, rufe: Rufe) -> None:
    lauf = rufe("init", ".", "--erneuern")

    assert (lauf.ausgang, lauf.fehler) == (0, "")
    geaendert = git(altes_netz, "diff", "--name-only", "HEAD~1").splitlines()
    assert geaendert == [ABLAUF.as_posix(), VERZEICHNIS, SCHEMA.as_posix()]
    assert "Vorgang: erneuern" in git(altes_netz, "log", "-1", "--format=%B")
    assert git(altes_netz, "status", "--porcelain") == ""
    assert rufe("init", ".", "--erneuern").aus == "Es gibt nichts zu tun.\n"


def test_probe_zeigt_den_unterschied_und_aendert_nichts(altes_netz: Path, rufe: Rufe) -> None:
    vorher = git(altes_netz, "rev-parse", "HEAD"), SCHEMA.read_bytes()
    lauf = rufe("init", ".", "--erneuern", "--probe")

    assert "-alt: 1\n" in lauf.aus
    assert "+++ b/.gitlab-ci.yml\n" in lauf.aus
    assert (git(altes_netz, "rev-parse", "HEAD"), SCHEMA.read_bytes()) == vorher
    assert git(altes_netz, "status", "--porcelain") == ""


def test_von_hand_geaendertes_bleibt_und_sein_unterschied_wird_gezeigt(altes_netz: Path, rufe: Rufe) -> None:
    ABLAUF.write_bytes(b"meins: 1\n")
    commit_all(altes_netz, "Eigener Ablauf")
    lauf = rufe("init", ".", "--erneuern")

    assert ABLAUF.read_bytes() == b"meins: 1\n"
    assert SCHEMA.read_bytes() != b"{}\n"
    assert "Von Hand geändert und darum so gelassen: .gitlab-ci.yml" in lauf.aus
    assert "-meins: 1\n" in lauf.aus
    assert rufe("init", ".", "--erneuern", "--auch-geaenderte").ausgang == 0
    assert b"netzint pruefen" in ABLAUF.read_bytes()


def test_was_gerade_bearbeitet_wird_wird_nicht_ueberschrieben(altes_netz: Path, rufe: Rufe) -> None:
    ABLAUF.write_bytes(b"noch nicht festgeschrieben\n")
    vorher = git(altes_netz, "rev-parse", "HEAD")
    lauf = rufe("init", ".", "--erneuern")

    assert lauf.ausgang == 3
    assert ".gitlab-ci.yml" in lauf.fehler
    assert ABLAUF.read_bytes() == b"noch nicht festgeschrieben\n"
    assert git(altes_netz, "rev-parse", "HEAD") == vorher


def test_wo_kein_netzwerk_ist_gibt_es_nichts_zu_erneuern(rufe: Rufe) -> None:
    lauf = rufe("init", "leer", "--erneuern")

    assert lauf.ausgang == 3
    assert "liegt kein Netzwerk" in lauf.fehler
    assert not Path("leer").exists()


def test_init_in_einem_netzwerk_nennt_den_weg(altes_netz: Path, rufe: Rufe) -> None:
    assert "--erneuern" in rufe("init", str(altes_netz)).fehler


def test_eine_vorlage_die_fehlt_kommt_wieder_und_eine_eigene_bleibt(altes_netz: Path, rufe: Rufe) -> None:
    eigene, fehlende = Path("vorlagen/tagesordnung.md.j2"), Path("vorlagen/einladung.md.j2")
    eigene.write_bytes(eigene.read_bytes() + b"\n{# unsere #}\n")
    geliefert = fehlende.read_bytes()
    fehlende.unlink()
    commit_all(Path(), "Eigene Vorlagen")

    assert "V106" in rufe("pruefen").aus
    assert rufe("init", ".", "--erneuern").ausgang == 0
    assert fehlende.read_bytes() == geliefert
    assert eigene.read_bytes().endswith(b"{# unsere #}\n")
    assert "V106" not in rufe("pruefen").aus


@pytest.mark.parametrize("schalter", ["--erneuern", "--auch-geaenderte"])
def test_angaben_zum_netzwerk_gelten_dabei_nicht_und_werden_nicht_verschluckt(
    altes_netz: Path, rufe: Rufe, schalter: str
) -> None:
    before = git(altes_netz, "rev-parse", "HEAD")
    lauf = rufe("init", ".", schalter, "--name", "Anders", "--erfasst-ab", "1.1.2027")

    assert lauf.ausgang == 2
    assert "--name und --erfasst-ab gilt dabei nicht." in lauf.fehler
    assert "netzint netzwerk aendern" in lauf.fehler
    assert git(altes_netz, "rev-parse", "HEAD") == before
