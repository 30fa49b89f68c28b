"""The hook for users of pre-commit, run by pre-commit itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.buero import git, replace

MANIFEST = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
BIN = Path(sys.executable).parent


def run(*command: str) -> subprocess.CompletedProcess[str]:
    umgebung = {**os.environ, "PATH": os.pathsep.join([str(BIN), os.environ["PATH"]])}
    return subprocess.run(command, env=umgebung, capture_output=True, encoding="utf-8")


def pre_commit(*args: str) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "pre_commit", *args)


def test_die_beschreibung_des_hooks_ist_gueltig_und_ruft_pruefen_immer_fuer_alles() -> None:
    done = pre_commit("validate-manifest", str(MANIFEST))
    (hook,) = yaml.safe_load(MANIFEST.read_text("utf-8"))

    assert done.returncode == 0, done.stdout
    assert (hook["entry"], hook["language"]) == ("netzint pruefen", "python")
    assert (hook["always_run"], hook["pass_filenames"]) == (True, False)


@pytest.fixture
def eingerichtet(buero: Path) -> Path:
    """The hook as pre-commit installs it; only netzint itself is not installed once more."""
    (hook,) = yaml.safe_load(MANIFEST.read_text("utf-8"))
    repos = [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]
    (buero / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": repos}), "utf-8")
    git(buero, "add", ".pre-commit-config.yaml")
    git(buero, "commit", "-q", "-m", "pre-commit")
    return buero


def test_ein_vorgang_von_netzint_kommt_durch_und_ein_falscher_commit_von_hand_nicht(eingerichtet: Path) -> None:
    assert pre_commit("install").returncode == 0
    replace(eingerichtet, "daten/ziele/ziel-teilhabe.yaml", "titel: ", "titel: Auch künftig ")
    fest = run(sys.executable, "-m", "netzint", "festschreiben")
    git(eingerichtet, "rm", "-q", "daten/stellen/stadt-musterstadt.yaml")
    von_hand = run("git", "-c", "user.name=x", "-c", "user.email=x@y.z", "commit", "-q", "-m", "weg damit")

    assert fest.returncode == 0, fest.stdout + fest.stderr
    assert von_hand.returncode == 1
    assert "stadt-musterstadt" in von_hand.stderr
    assert git(eingerichtet, "status", "--porcelain") == "D  daten/stellen/stadt-musterstadt.yaml"
