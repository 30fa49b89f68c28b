"""Reading git: revisions, days, trees, blobs; nothing a foreign repository says is executed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from netzint.ablage import gitlesen
from netzint.modell.fehler import Ausgang, NetzintFehler

TAGE = ("2026-03-28T22:59:59Z", "2026-03-28T23:00:00Z", "2026-06-30T21:59:59Z", "2026-06-30T22:00:00Z")


@pytest.fixture
def wurzel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four commits, two pairs around a midnight in Berlin, in winter and in summer."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    root = tmp_path / "repo"
    (root / "daten/sitzungen").mkdir(parents=True)
    _git(root, "init", "-q", "-b", "main")
    for number, day in enumerate(TAGE):
        (root / f"daten/sitzungen/s{number}.yaml").write_bytes(b"nummer: %d\n" % number)
        _git(root, "add", ".")
        _git(root, "commit", "-q", "-m", f"Sitzung {number}", day=day)
    return root


def _git(root: Path, *args: str, day: str = TAGE[-1]) -> str:
    ident = ("-c", "user.name=Jemand", "-c", "user.email=j@example.org")
    env = {**os.environ, "GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z"}
    done = subprocess.run(["git", *ident, *args], cwd=root, capture_output=True, text=True, check=True, env=env)
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("stand", "title"),
    [
        ("2026-03-28", "Sitzung 0"),
        ("2026-03-29", "Sitzung 1"),
        ("2026-05-01", "Sitzung 1"),
        ("2026-06-30", "Sitzung 2"),
        ("2026-07-01", "Sitzung 3"),
        ("2030-01-01", "Sitzung 3"),
        ("28.3.2026", "Sitzung 0"),
        ("30. Juni 2026", "Sitzung 2"),
        (" 1.7.2026", "Sitzung 3"),
        ("HEAD~3", "Sitzung 0"),
        ("main", "Sitzung 3"),
        ("HEAD^{/Sitzung 1}", "Sitzung 1"),
        ("HEAD@{0}", "Sitzung 3"),
    ],
)
def test_ein_stand_ist_eine_revision_oder_das_ende_eines_tages_in_berlin(wurzel: Path, stand: str, title: str) -> None:
    assert _git(wurzel, "log", "-1", "--format=%s", gitlesen.resolve_stand(wurzel, stand)) == title


@pytest.mark.parametrize(
    ("stand", "satz"),
    [
        ("27.3.2026", "Am 27.03.2026 war hier noch nichts festgeschrieben; es beginnt am 28.03.2026."),
        ("1900-01-01", "Am 01.01.1900 war hier noch nichts festgeschrieben; es beginnt am 28.03.2026."),
        ("1.1.1970", "Am 01.01.1970 war hier noch nichts festgeschrieben; es beginnt am 28.03.2026."),
        ("2026-02-30", "Den 30. Februar 2026 gibt es nicht; der Monat hat 28 Tage."),
        ("3.12.26", "Bei „3.12.26“ fehlt das Jahr mit vier Ziffern. So ist es richtig: 3.12.2026."),
    ],
)
def test_ein_tag_ohne_stand_wird_erklaert(wurzel: Path, stand: str, satz: str) -> None:
    with pytest.raises(NetzintFehler) as caught:
        gitlesen.resolve_stand(wurzel, stand)

    assert caught.value.text == satz


def test_ein_flacher_klon_behauptet_nicht_es_haette_nichts_gegeben(wurzel: Path, tmp_path: Path) -> None:
    _git(tmp_path, "clone", "-q", "--depth", "1", wurzel.as_uri(), "flach")
    with pytest.raises(NetzintFehler, match="nur einen Teil der Geschichte") as caught:
        gitlesen.resolve_stand(tmp_path / "flach", "2026-03-29")

    assert caught.value.ausgang is Ausgang.UMGEBUNG
    assert "git fetch --unshallow" in caught.value.hinweis


def test_ein_fremder_ordner_gilt_nicht_als_einer_ohne_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    words = "detected dubious ownership in repository … git config --global --add safe.directory /hier"
    (tmp_path / "git").write_text(f"#!/bin/sh\necho '{words}' >&2; exit 128\n")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(NetzintFehler, match="gehört einem anderen Benutzerkonto") as caught:
        gitlesen.resolve_stand(tmp_path, "HEAD")

    assert caught.value.hinweis.endswith("git config --global --add safe.directory /hier")


@pytest.mark.parametrize("stand", ["HEAD", "2026-03-28"])
def test_wo_noch_nichts_festgeschrieben_ist_gibt_es_keinen_frueheren_stand(tmp_path: Path, stand: str) -> None:
    with pytest.raises(NetzintFehler, match="Hier ist kein Git-Repository"):
        gitlesen.resolve_stand(tmp_path, stand)
    _git(tmp_path, "init", "-q")
    with pytest.raises(NetzintFehler, match="Hier ist noch nichts festgeschrieben"):
        gitlesen.resolve_stand(tmp_path, stand)


@pytest.mark.parametrize(
    "stand",
    [
        *("", "gibtesnicht", "2026-03-27", "2026-02-30", "-x", "--output=daneben", "--all", "^HEAD", "HEAD~1..HEAD"),
        *("HEAD:daten", "HEAD\n", "HEAD\0", "--end-of-options", "-" * 500, "ä\udc80"),
    ],
)
def test_was_kein_stand_ist_wird_auf_deutsch_abgelehnt_und_richtet_nichts_an(wurzel: Path, stand: str) -> None:
    before = sorted(wurzel.parent.rglob("*"))
    with pytest.raises(NetzintFehler) as caught:
        gitlesen.resolve_stand(wurzel, stand)

    assert caught.value.ausgang is Ausgang.AUFRUF
    assert caught.value.hinweis
    assert sorted(wurzel.parent.rglob("*")) == before


def test_der_tag_eines_commits_gilt_in_berlin(wurzel: Path) -> None:
    days = [gitlesen.committer_date(wurzel, f"HEAD~{back}") for back in (3, 2, 1, 0)]

    assert [day.isoformat() for day in days] == ["2026-03-28", "2026-03-29", "2026-06-30", "2026-07-01"]


def test_dateien_und_inhalte_eines_commits(wurzel: Path) -> None:
    odd = "daten/sitzungen/ä „x“\n.yaml"
    (wurzel / odd).write_bytes(b"")
    (wurzel / "anderes.txt").write_bytes(b"x")
    _git(wurzel, "add", ".")
    _git(wurzel, "commit", "-q", "-m", "mehr")
    entries = gitlesen.list_tree(wurzel, "HEAD")
    blobs = gitlesen.read_blobs(wurzel, [oid for _, oid, _ in entries])

    assert [path for _, _, path in entries] == [*(f"daten/sitzungen/s{n}.yaml" for n in range(4)), odd]
    assert [blobs[oid] for _, oid, _ in entries] == [*(b"nummer: %d\n" % n for n in range(4)), b""]
    assert {mode for mode, _, _ in entries} == {"100644"}
    assert gitlesen.read_blobs(wurzel, []) == {}


def test_ein_fehlender_inhalt_wird_auf_deutsch_gemeldet(wurzel: Path) -> None:
    with pytest.raises(NetzintFehler, match="fehlt der Inhalt"):
        gitlesen.read_blobs(wurzel, ["0" * 40])


def test_auch_ein_name_mit_zeilenumbruch_bringt_nichts_durcheinander(wurzel: Path) -> None:
    (wurzel / "daten/a\nb").write_bytes(b"da")
    _git(wurzel, "add", ".")
    _git(wurzel, "commit", "-q", "-m", "x")
    names = [f"HEAD:daten/{name}" for name in ("fehlt\nauch blob 3", "a\nb", "fehlt", "sitzungen/s1.yaml")]
    found = gitlesen.read_objects(wurzel, names)

    assert {name: data for name, (_, _, data) in found.items()} == {names[1]: b"da", names[3]: b"nummer: 1\n"}


def test_nummern_kennt_man_aus_allen_zweigen(wurzel: Path) -> None:
    _git(wurzel, "switch", "-q", "-c", "zweig", "HEAD~2")
    (wurzel / "daten/sitzungen/dort.yaml").write_bytes(b"x")
    _git(wurzel, "add", ".")
    _git(wurzel, "commit", "-q", "-m", "dort")
    _git(wurzel, "tag", "-a", "-m", "x", "marke")
    _git(wurzel, "switch", "-q", "main")
    _git(wurzel, "branch", "-q", "-D", "zweig")
    head = gitlesen.head(wurzel)
    known = gitlesen.list_paths_other_refs(wurzel, "daten/sitzungen/", head)

    assert known == {f"daten/sitzungen/{name}.yaml" for name in ("s0", "s1", "dort")}
    assert gitlesen.list_paths_other_refs(wurzel, "daten/gibtesnicht/", head) == set()


def test_wo_es_nichts_anderes_gibt_wird_nichts_gelesen(wurzel: Path) -> None:
    _git(wurzel, "branch", "-q", "gleich")
    _git(wurzel, "commit", "-q", "--allow-empty", "-m", "leer")

    assert gitlesen.list_paths_other_refs(wurzel, "daten/", gitlesen.head(wurzel)) == set()


def test_die_wurzel_ist_der_oberste_ordner(wurzel: Path, tmp_path: Path) -> None:
    _git(wurzel, "worktree", "add", "-q", str(tmp_path / "zweiter"), "HEAD~1")
    _git(wurzel, "init", "-q", "--bare", str(tmp_path / "nackt"))

    assert gitlesen.is_repository(wurzel)
    assert gitlesen.is_repository(tmp_path / "zweiter")
    assert not gitlesen.is_repository(wurzel / "daten")
    assert not gitlesen.is_repository(tmp_path / "nackt")
    assert not gitlesen.is_repository(tmp_path / "gibtesnicht")


def test_programme_aus_einem_fremden_repository_laufen_nicht(wurzel: Path, tmp_path: Path) -> None:
    trap = tmp_path / "falle"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/gelaufen\ncat\n")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "diff.boese.command", "diff.boese.textconv", "core.pager"):
        _git(wurzel, "config", key, str(trap))
    (wurzel / ".gitattributes").write_text("* diff=boese\n")
    (wurzel / "daten/sitzungen/s0.yaml").write_bytes(b"anders: 1\n")
    for args in (
        ("status", "--porcelain"),
        ("diff", "HEAD"),
        ("log", "-p"),
        ("show", "HEAD"),
        ("diff-index", "-p", "HEAD"),
    ):
        assert gitlesen.run(wurzel, *args) != b""

    assert not (tmp_path / "gelaufen").exists()


def test_eigene_einstellungen_verbergen_keine_angaben_am_ende(wurzel: Path) -> None:
    _git(wurzel, "commit", "-q", "--allow-empty", "-m", "Betreff\n\nVorgang: sitzung-neu")
    _git(wurzel, "config", "trailer.separators", "%")

    assert gitlesen.run(wurzel, "log", "-1", "--format=%(trailers:key=Vorgang,valueonly)").strip() == b"sitzung-neu"


def test_geerbte_variablen_zeigen_nicht_auf_ein_anderes_repository(
    wurzel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = _git(wurzel, "rev-parse", "HEAD")
    monkeypatch.setenv("GIT_DIR", "/nirgends")

    assert gitlesen.resolve_stand(wurzel, "HEAD") == head


def test_ein_fehler_von_git_kommt_auf_deutsch(tmp_path: Path) -> None:
    with pytest.raises(NetzintFehler, match="kein Git-Repository") as caught:
        gitlesen.run(tmp_path, "log")
    assert caught.value.ausgang is Ausgang.UMGEBUNG
    assert gitlesen.run(tmp_path, "log", check=False) == b""


@pytest.mark.parametrize(
    ("script", "match"), [(None, "nicht installiert"), ("echo git version 2.37.9", "zu alt"), ("echo x", "zu alt")]
)
@pytest.mark.parametrize("spawn", [True, False])
def test_fehlendes_oder_altes_git_wird_gemeldet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str | None, match: str, *, spawn: bool
) -> None:
    monkeypatch.setattr(gitlesen, "_checked", [])
    if not spawn:
        monkeypatch.delattr(os, "posix_spawnp")
    if script:
        (tmp_path / "git").write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NetzintFehler, match=match) as caught:
        gitlesen.check_git()
    assert caught.value.ausgang is Ausgang.UMGEBUNG


def test_git_wird_nur_einmal_gefragt(monkeypatch: pytest.MonkeyPatch) -> None:
    gitlesen.check_git()
    monkeypatch.setenv("PATH", "/nirgends")
    gitlesen.check_git()

    assert gitlesen._checked == [True]
