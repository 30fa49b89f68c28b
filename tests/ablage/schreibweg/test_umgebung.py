"""Full disks, hooks, signatures, other systems."""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import git
import pytest

from netzint.ablage.schreibweg import ablauf, haltepunkte
from netzint.ablage.schreibweg.haltepunkte import PUNKTE
from netzint.ablage.schreibweg.prozess import explain_write
from netzint.modell.fehler import Ausgang, NetzintFehler
from tests.ablage.schreibweg.welt import (
    NAIV,
    NETZINT,
    A,
    B,
    C,
    Schreiber,
    Welt,
    build_plan,
    find_verstoesse,
    run_in_child,
)

BEIDE = pytest.mark.parametrize("schreiber", [NETZINT, NAIV], ids=lambda s: s.name)
GROSS = random.Random(1).randbytes(300_000).hex().encode()


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@pytest.mark.parametrize("size", [0, 100, 1000, 100_000])
@pytest.mark.parametrize("name", PUNKTE)
def test_ein_voller_datentraeger_laesst_alt_oder_neu(gestoerte_welt: Welt, name: str, size: int) -> None:
    welt, before = gestoerte_welt, gestoerte_welt.head
    dateien = {A: GROSS, B: None, C: b"titel: c\n"}

    def commit() -> None:
        haltepunkte.handler[:] = [lambda reached: _limit(size) if reached == name else None]
        try:
            result = welt.commit(dateien)
        except NetzintFehler as error:
            os._exit(100 + error.ausgang)
        os._exit(200 + result.ausgang)

    code = run_in_child(commit)
    assert code in {100 + Ausgang.UMGEBUNG, 200 + Ausgang.GUT, 200 + Ausgang.NACHZUZIEHEN}
    assert (welt.head == before) == (code == 100 + Ausgang.UMGEBUNG)
    assert code != 200 + Ausgang.NACHZUZIEHEN or "hinkt nach" in (ablauf.check_journal(welt.wurzel) or "")

    ablauf.recover(welt.wurzel)
    assert find_verstoesse(welt, before, dateien) == []


def test_die_einfache_fassung_haelt_einen_vollen_datentraeger_nicht_aus(gestoerte_welt: Welt) -> None:
    before, dateien = gestoerte_welt.head, {C: b"titel: c\n", A: GROSS}

    def commit() -> None:
        _limit(100_000)
        NAIV.commit(gestoerte_welt.wurzel, lambda head: build_plan(dateien, head))

    assert run_in_child(commit) == 1
    assert find_verstoesse(gestoerte_welt, before, dateien) != []


def _install(welt: Welt, name: str, script: str) -> None:
    hook = welt.write(f".git/hooks/{name}", f"#!/bin/sh\n{script}\n".encode())
    hook.chmod(0o755)


@BEIDE
def test_ein_hook_der_ablehnt_laesst_alles_wie_es_war(gestoerte_welt: Welt, schreiber: Schreiber) -> None:
    _install(gestoerte_welt, "pre-commit", "echo Das geht so nicht >&2; exit 1")
    before = gestoerte_welt.snapshot()
    with pytest.raises((NetzintFehler, git.exc.GitError)) as caught:
        schreiber.commit(gestoerte_welt.wurzel, lambda head: build_plan({A: b"titel: neu\n"}, head))

    assert (gestoerte_welt.snapshot() == before) == (schreiber is NETZINT)
    if isinstance(caught.value, NetzintFehler):
        assert caught.value.ausgang is Ausgang.ABGELEHNT
        assert "Das geht so nicht" in caught.value.hinweis


@pytest.mark.parametrize("name", ["pre-commit", "prepare-commit-msg", "commit-msg", "reference-transaction"])
def test_jeder_hook_vor_dem_commit_kann_ablehnen(gestoerte_welt: Welt, name: str) -> None:
    _install(gestoerte_welt, name, "exit 1")
    before = gestoerte_welt.snapshot()
    with pytest.raises(NetzintFehler) as caught:
        gestoerte_welt.commit({A: b"titel: neu\n"})

    assert caught.value.hinweis
    assert gestoerte_welt.snapshot() == before
    assert ablauf.recover(gestoerte_welt.wurzel) == ()


def test_ein_hook_sieht_den_neuen_stand_und_nur_ihn(gestoerte_welt: Welt, tmp_path: Path) -> None:
    log = tmp_path / "protokoll"
    _install(
        gestoerte_welt,
        "pre-commit",
        f"(pwd; cat {A}; ls notiz.txt; git diff --cached --name-only; git status --porcelain) > {log} 2>&1; exit 0",
    )
    gestoerte_welt.commit({A: b"titel: neu\n"})
    lines = log.read_text().splitlines()

    assert not Path(lines[0]).exists()
    assert lines[1] == "titel: neu"
    assert "notiz.txt" in lines[2]
    assert "No such file" in lines[2]
    assert lines[3:] == [A, f"M  {A}"]
    assert gestoerte_welt.git("status", "--porcelain", A) == ""


def test_ein_hook_darf_die_nachricht_ergaenzen_aber_nicht_die_dateien(welt: Welt) -> None:
    _install(welt, "commit-msg", 'echo "Geprueft: ja" >> "$1"')
    welt.commit({A: b"titel: neu\n"})
    assert welt.git("log", "-1", "--format=%(trailers:key=Geprueft,valueonly)").strip() == "ja"

    _install(welt, "pre-commit", f"echo x >> {A}; git add {A}")
    before = welt.snapshot()
    with pytest.raises(NetzintFehler, match="verändert"):
        welt.commit({A: b"titel: neuer\n"})
    assert welt.snapshot() == before


def test_post_commit_laeuft_am_ende_und_kann_nichts_mehr_verhindern(welt: Welt, tmp_path: Path) -> None:
    _install(welt, "post-commit", f"git status --porcelain > {tmp_path}/danach; echo kaputt; exit 1")
    result = welt.commit({A: b"titel: neu\n"})

    assert result.ausgang is Ausgang.GUT
    assert "kaputt" in result.hinweise[0]
    assert (tmp_path / "danach").read_text() == ""


def test_hooks_an_anderer_stelle_werden_gefunden(welt: Welt, tmp_path: Path) -> None:
    _install(welt, "pre-commit", "exit 1")
    (welt.wurzel / ".git/hooks").rename(tmp_path / "hooks")
    welt.commit({A: b"titel: neu\n"})
    welt.git("config", "core.hooksPath", str(tmp_path / "hooks"))

    with pytest.raises(NetzintFehler, match="pre-commit"):
        welt.commit({A: b"titel: neuer\n"})


def test_auch_ein_hook_in_einem_ordner_den_git_uebergeht_wird_gefragt(welt: Welt) -> None:
    """As tools lay them down: ``core.hooksPath`` is relative, and the folder is in no commit."""
    welt.write("haken/pre-commit", b"#!/bin/sh\nexit 1\n").chmod(0o755)
    welt.git("config", "core.hooksPath", "haken")

    with pytest.raises(NetzintFehler, match="pre-commit"):
        welt.commit({A: b"titel: neu\n"})


def test_nach_einem_abbruch_im_hook_bleibt_kein_ausgecheckter_stand_liegen(
    welt: Welt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    _install(welt, "pre-commit", "kill -9 $(ps -o ppid= -p $PPID)")
    assert run_in_child(lambda: welt.commit({A: b"titel: neu\n"})) == -9
    assert list(tmp_path.glob("netzint-pruefung-*")) != []
    ablauf.recover(welt.wurzel)

    assert list(tmp_path.glob("netzint-pruefung-*")) == []


def test_ein_hook_der_die_nachricht_leert_verhindert_den_commit(welt: Welt) -> None:
    _install(welt, "commit-msg", ': > "$1"')
    before = welt.snapshot()
    with pytest.raises(NetzintFehler, match="geleert"):
        welt.commit({A: b"titel: neu\n"})
    assert welt.snapshot() == before


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("fatal: unable to write: No space left on device", "voll"),
        ("fatal: Unable to create 'x.lock': Permission denied", "darf hier nicht schreiben"),
        ("error: insufficient permission for adding an object to repository database", "darf hier nicht schreiben"),
        ("error: unable to write file: Read-only file system", "darf hier nicht schreiben"),
        ("fatal: detected dubious ownership in repository at '/x'", "anderen Benutzerkonto"),
        ("fatal: cannot update ref: couldn't write 'main.lock'", "vielleicht ist der Datenträger voll"),
        ("fatal: Unable to write new index file", "vielleicht ist der Datenträger voll"),
        ("fatal: seltsam", "git x"),
    ],
)
def test_was_git_auf_englisch_sagt_kommt_auf_deutsch(message: str, text: str) -> None:
    error = explain_write("git x", message)

    assert text in error.text
    assert error.hinweis
    assert error.ausgang is Ausgang.UMGEBUNG


def test_dem_fremden_ordner_zu_trauen_laesst_sich_so_eingeben() -> None:
    message = "fatal: dubious ownership\nTo add, call:\n\n\tgit config --global --add safe.directory '/a b'\n"

    assert explain_write("git x", message).hinweis.endswith(": git config --global --add safe.directory '/a b'")


@BEIDE
def test_eine_signatur_die_scheitert_verhindert_den_commit(gestoerte_welt: Welt, schreiber: Schreiber) -> None:
    gestoerte_welt.git("config", "commit.gpgSign", "true")
    gestoerte_welt.git("config", "gpg.program", "false")
    before = gestoerte_welt.snapshot()
    text = ""
    try:
        schreiber.commit(gestoerte_welt.wurzel, lambda head: build_plan({A: b"titel: neu\n"}, head))
    except NetzintFehler as error:
        text = error.text

    assert (gestoerte_welt.snapshot() == before) == (schreiber is NETZINT)
    assert ("signieren" in text) == (schreiber is NETZINT)


def test_eine_signatur_die_gelingt_steht_im_commit(welt: Welt, tmp_path: Path) -> None:
    key = tmp_path / "schluessel"
    if subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=False).returncode:
        pytest.skip("ssh-keygen fehlt")
    welt.git("config", "commit.gpgSign", "true")
    welt.git("config", "gpg.format", "ssh")
    welt.git("config", "user.signingKey", str(key))
    welt.commit({A: b"titel: neu\n"})

    assert "BEGIN SSH SIGNATURE" in welt.git("cat-file", "commit", "HEAD")


WIE_UNTER_WINDOWS = """
import os, sys
for name in ("fcntl", "resource", "pwd", "grp", "termios"):
    sys.modules[name] = None
from pathlib import Path
import ctypes
ctypes.CDLL = None
import subprocess, git, filelock   # they need fork themselves here
for name in ("fork", "posix_spawn", "posix_spawnp"):
    delattr(os, name)
from netzint.ablage import gitlesen
from netzint.ablage.schreibweg import ablauf
from netzint.ablage.schreibweg.plan import Plan
root = Path(sys.argv[1])
for number in range(3):
    content = b"titel: %d\\n" % number
    make = lambda head: Plan({"daten/a.yaml": content, "daten/weg.yaml": None if number else content},
                             "Betreff", "", (), "GS", "gs@netzwerk.example", head)
    result = ablauf.commit(root, make)
    assert result.ausgang == 0, result
    assert ablauf.check_journal(root) is None
    assert ablauf.recover(root) == ()
    assert gitlesen.read_blobs(root, [gitlesen.list_tree(root, "HEAD")[0][1]])
"""


def test_ohne_die_module_die_windows_nicht_hat(welt: Welt) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", WIE_UNTER_WINDOWS, str(welt.wurzel)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert welt.git("rev-list", "--count", "HEAD") == "4"
    assert welt.git("status", "--porcelain") == ""


def test_nichts_langsames_wird_beim_einlesen_der_module_geladen() -> None:
    code = (
        "import sys; import netzint.ablage.schreibweg.ablauf;"
        "print(*({'git', 'subprocess', 'fcntl', 'filelock', 'ctypes'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""
