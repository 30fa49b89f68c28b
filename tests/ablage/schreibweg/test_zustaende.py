"""Every special state of a repository is either handled or refused with a remedy; refused means nothing changed."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import git
import pytest

from netzint.ablage.schreibweg import ablauf
from netzint.modell.fehler import Ausgang, NetzintFehler
from tests.ablage.schreibweg import naiv
from tests.ablage.schreibweg.welt import A, B, C, Welt, build_plan, run_in_child

Aufbau = Callable[[Welt], object]


def _fork(welt: Welt) -> None:
    """Two branches that changed the same line."""
    welt.git("switch", "-q", "-c", "anders")
    welt.write(A, b"titel: anders\n")
    welt.git("commit", "-q", "-a", "-m", "anders")
    welt.git("switch", "-q", "main")
    welt.write(A, b"titel: hier\n")
    welt.git("commit", "-q", "-a", "-m", "hier")


def _merge(welt: Welt) -> None:
    _fork(welt)
    welt.git("merge", "anders", check=False)


def _merge_without_conflict(welt: Welt) -> None:
    welt.git("switch", "-q", "-c", "anders")
    welt.git("commit", "-q", "--allow-empty", "-m", "anders")
    welt.git("switch", "-q", "main")
    welt.git("merge", "-q", "--no-ff", "--no-commit", "anders", check=False)


def _rebase(welt: Welt, *option: str) -> None:
    _fork(welt)
    welt.git("rebase", *option, "anders", check=False)


def _am(welt: Welt) -> None:
    _fork(welt)
    welt.git("format-patch", "-q", "-1", "anders", "-o", ".git")
    welt.git("am", "-q", ".git/0001-anders.patch", check=False)


def _cherry_pick(welt: Welt) -> None:
    _fork(welt)
    welt.git("cherry-pick", "anders", check=False)


def _revert(welt: Welt) -> None:
    _fork(welt)
    welt.git("revert", "--no-edit", "anders", check=False)


def _sequencer(welt: Welt) -> None:
    _fork(welt)
    welt.git("commit", "-q", "--allow-empty", "-m", "leer")
    welt.git("cherry-pick", "HEAD", "anders", check=False)
    welt.git("cherry-pick", "--skip", check=False)
    welt.git("reset", "-q", "--hard")
    (welt.wurzel / ".git" / "sequencer").mkdir(exist_ok=True)
    (welt.wurzel / ".git" / "CHERRY_PICK_HEAD").unlink(missing_ok=True)


def _bisect(welt: Welt) -> None:
    welt.git("bisect", "start")


def _detached(welt: Welt) -> None:
    welt.git("switch", "-q", "--detach")


ABGELEHNT: dict[str, tuple[Aufbau, str]] = {
    "merge": (_merge, "git merge --abort"),
    "merge ohne Konflikt": (_merge_without_conflict, "git merge --abort"),
    "rebase": (lambda welt: _rebase(welt, "--merge"), "git rebase --abort"),
    "rebase mit Patches": (lambda welt: _rebase(welt, "--apply"), "git rebase --abort"),
    "am": (_am, "git am --abort"),
    "cherry-pick": (_cherry_pick, "git cherry-pick --abort"),
    "revert": (_revert, "git revert --abort"),
    "sequencer": (_sequencer, "--abort"),
    "bisect": (_bisect, "git bisect reset"),
    "losgelöst": (_detached, "git switch"),
}


@pytest.mark.parametrize("name", ABGELEHNT)
def test_waehrend_git_mitten_in_etwas_steckt_wird_abgelehnt_und_gesagt_wie_es_weitergeht(welt: Welt, name: str) -> None:
    build, remedy = ABGELEHNT[name]
    build(welt)
    before = welt.snapshot()

    with pytest.raises(NetzintFehler) as caught:
        welt.commit({C: b"titel: c\n"})

    assert caught.value.ausgang is Ausgang.ABGELEHNT
    assert remedy in caught.value.hinweis
    assert welt.snapshot() == before


@pytest.mark.parametrize("name", ABGELEHNT)
def test_die_einfache_fassung_schreibt_mitten_hinein(welt: Welt, name: str) -> None:
    ABGELEHNT[name][0](welt)
    before = welt.snapshot()
    with suppress(git.exc.GitError):
        naiv.commit(welt.wurzel, lambda head: build_plan({C: b"titel: c\n"}, head))

    assert welt.snapshot() != before


@pytest.mark.parametrize("lock", ["index.lock", "refs/heads/main.lock", "HEAD.lock"])
def test_eine_fremde_sperre_wird_geachtet_und_bleibt(welt: Welt, lock: str) -> None:
    (welt.wurzel / ".git" / lock).touch()
    before = welt.snapshot()

    with pytest.raises(NetzintFehler, match="Ein anderes Git-Programm") as caught:
        welt.commit({A: b"x: 1\n"})

    assert "löschen" in caught.value.hinweis
    assert (welt.wurzel / ".git" / lock).exists()
    assert welt.snapshot() == before


def test_ein_laufwerk_ohne_sperren_wird_genannt(welt: Welt, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    before = welt.snapshot()
    monkeypatch.setattr("fcntl.flock", refuse)

    with pytest.raises(NetzintFehler, match="keine Sperre setzen") as caught:
        welt.commit({A: b"titel: neu\n"})
    assert caught.value.ausgang is Ausgang.UMGEBUNG
    assert welt.snapshot() == before


def test_eine_sperre_die_verschwindet_wird_abgewartet(welt: Welt, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = welt.wurzel / ".git" / "index.lock"
    lock.touch()
    monkeypatch.setattr("netzint.ablage.schreibweg.zustand.time.sleep", lambda _: lock.unlink(missing_ok=True))

    assert welt.commit({A: b"x: 1\n"}, wartezeit=5).ausgang is Ausgang.GUT


def test_ohne_repository_wird_abgelehnt(tmp_path: Path) -> None:
    with pytest.raises(NetzintFehler, match="kein Git-Repository") as caught:
        Welt(tmp_path).commit({A: b"x: 1\n"})
    assert caught.value.ausgang is Ausgang.UMGEBUNG
    with pytest.raises(NetzintFehler, match="gibt es nicht"):
        Welt(tmp_path / "nichts").commit({A: b"x: 1\n"})


def test_ein_repository_ohne_arbeitsordner(tmp_path: Path) -> None:
    welt = Welt(tmp_path)
    welt.git("init", "-q", "--bare")

    with pytest.raises(NetzintFehler, match="ohne Arbeitsordner"):
        welt.commit({A: b"x: 1\n"})


def test_ein_unterordner_ist_nicht_die_wurzel(welt: Welt) -> None:
    before = welt.snapshot()
    with pytest.raises(NetzintFehler, match="nicht der oberste Ordner") as caught:
        Welt(welt.wurzel / "daten").commit({A: b"x: 1\n"})

    assert str(welt.wurzel) in caught.value.text
    assert "„git init“" in caught.value.hinweis
    assert welt.snapshot() == before


def test_ein_zweiter_arbeitsordner_bekommt_seinen_eigenen_commit(welt: Welt, tmp_path: Path) -> None:
    welt.git("worktree", "add", "-q", "-b", "zweig", str(tmp_path / "zweiter"))
    second, before = Welt(tmp_path / "zweiter"), welt.head
    second.commit({A: b"titel: dort\n"})
    welt.commit({B: b"titel: hier\n"})

    assert (welt.git("rev-parse", "main^"), welt.git("rev-parse", "zweig^")) == (before, before)
    assert (welt.git("status", "--porcelain"), second.git("status", "--porcelain")) == ("", "")
    assert (welt.read(A), second.read(B)) == (b"titel: a\n", b"titel: b\n")


def test_ohne_schreibrecht_aendert_sich_nichts(welt: Welt) -> None:
    """As root nothing is forbidden, so this one runs as nobody, in a folder that belongs to him."""
    folder = Path(tempfile.mkdtemp(prefix="netzint-test-"))
    try:
        other = Welt(folder / "repo")
        shutil.copytree(welt.wurzel, other.wurzel)
        before = other.snapshot()
        for locked in (".git", "daten/sitzungen"):
            assert run_in_child(partial(_commit_as_nobody, folder, locked)) == 0
            _chown(folder, os.getuid(), os.getgid())
            assert other.snapshot() == before
    finally:
        shutil.rmtree(folder)


def _commit_as_nobody(folder: Path, locked: str) -> None:
    _chown(folder, 65534, 65534)
    (folder / "repo" / locked).chmod(0o555)
    os.environ["HOME"] = str(folder)
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    try:
        with pytest.raises(NetzintFehler) as caught:
            Welt(folder / "repo").commit({A: b"x: 1\n"})
        assert caught.value.ausgang is Ausgang.UMGEBUNG
        assert "Schreibrechte" in caught.value.hinweis
    finally:
        (folder / "repo" / locked).chmod(0o755)


def _chown(folder: Path, user: int, group: int) -> None:
    for path in [folder, *folder.rglob("*")] if os.getuid() == 0 else []:
        os.chown(path, user, group, follow_symlinks=False)


@pytest.fixture
def _umgestelltes_git(monkeypatch: pytest.MonkeyPatch, welt: Welt) -> None:
    """Variables that would lead git elsewhere."""
    monkeypatch.setenv("GIT_DIR", "/nirgends")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nirgends/index")


@pytest.mark.usefixtures("_umgestelltes_git")
def test_geerbte_git_variablen_lenken_nichts_um(welt: Welt, monkeypatch: pytest.MonkeyPatch) -> None:
    result = ablauf.commit(welt.wurzel, lambda head: build_plan({A: b"x: 1\n"}, head))
    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("GIT_INDEX_FILE")

    assert result is not None
    assert welt.head == result.commit
