"""An office to try commands in: a repository made of the shipped example, on a fixed day."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

from netzint.ablage.einrichtung.werte import read_werte
from netzint.ablage.lesen.pruefung import check
from tests.beispiel import lay_down

STICHTAG = date(2026, 11, 22)


def git(ordner: Path, *args: str, check: bool = True) -> str:
    """Run git as a person would; its standard output without the last line end."""
    ident = ("-c", "user.name=Jemand", "-c", "user.email=jemand@example.org")
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *ident, *args], cwd=ordner, env=env, check=False, capture_output=True)
    assert done.returncode == 0 or not check, done.stderr.decode()
    return done.stdout.decode().removesuffix("\n")


def found(ziel: Path, *, formate: str = "md") -> Path:
    """The same with one commit, and read before: every copy knows by then what is in its files."""
    lay_down(ziel, formate=formate)
    git(ziel, "init", "-q", "-b", "main")
    set_up(ziel)
    commit_all(ziel, "Anfang")
    check(ziel, STICHTAG)
    return ziel


def set_up(ordner: Path) -> None:
    """What ``netzint einrichten`` does, without the hooks: they would judge every commit of a test."""
    for wert in read_werte(ordner):
        if wert.name.startswith("merge."):
            git(ordner, "config", wert.name, wert.soll)


def commit_all(ordner: Path, message: str) -> None:
    """Commit whatever lies there, past netzint."""
    git(ordner, "add", "-A")
    git(ordner, "commit", "-q", "--no-verify", "-m", message)


def state(ordner: Path) -> tuple[str, str, tuple[str, ...]]:
    """What must not change where nothing may: HEAD, git's view of the folder, and what lies below ausgabe/."""
    written = tuple(sorted(str(p.relative_to(ordner)) for p in (ordner / "ausgabe").rglob("*")))
    return git(ordner, "rev-parse", "HEAD"), git(ordner, "status", "--porcelain=v1"), written


def replace(ordner: Path, pfad: str, old: str, new: str) -> None:
    """Edit a file by hand."""
    text = (ordner / pfad).read_text(encoding="utf-8")
    assert old in text, f"{old!r} steht nicht in {pfad}"
    (ordner / pfad).write_bytes(text.replace(old, new, 1).encode())
