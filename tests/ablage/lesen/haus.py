"""A small data repository in a folder, and what a test wants to do with it."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

from netzint.ablage.lesen.pruefung import Ergebnis, check
from netzint.ablage.yamltext import dump_eintrag
from netzint.modell.arten import NACH_NAME
from netzint.modell.grund import Eintrag
from tests.bau import STICHTAG, grundbestand, mitglied, stelle, thema

STELLE = b"name: Stadt Neustadt\nart: stadt\n"
ALT_NS = 10**9 * 1_600_000_000


def lay_down(wurzel: Path) -> Path:
    """The ground of every Bestand, a few more entries and a template."""
    for eintrag in (*grundbestand(), mitglied(), thema(), stelle("amt-a"), stelle("amt-b")):
        write(wurzel, pfad_of(eintrag), dump_eintrag(eintrag))
    write(wurzel, "vorlagen/einladung.md.j2", b"Einladung\n")
    return wurzel


def pfad_of(eintrag: Eintrag) -> str:
    return NACH_NAME[type(eintrag).__name__.lower()].pfad(eintrag.kennung)


def write(wurzel: Path, pfad: str, data: bytes) -> None:
    (wurzel / pfad).parent.mkdir(parents=True, exist_ok=True)
    (wurzel / pfad).write_bytes(data)


def git(wurzel: Path, *args: str) -> str:
    ident = ("-c", "user.name=Jemand", "-c", "user.email=j@example.org", "-c", "commit.gpgSign=false")
    env = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    done = subprocess.run(["git", *ident, *args], cwd=wurzel, env=env, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def init(wurzel: Path) -> None:
    git(wurzel, "init", "-q", "-b", "main")


def commit(wurzel: Path) -> str:
    """Commit everything as it lies there, and give the commit's id."""
    git(wurzel, "add", "-A")
    git(wurzel, "commit", "-q", "--allow-empty", "-m", "Stand")
    return git(wurzel, "rev-parse", "HEAD")


def pruefe(wurzel: Path, stand: str | None = None, *, cache: bool = True, stichtag: date = STICHTAG) -> Ergebnis:
    return check(wurzel, stichtag, stand, cache=cache)


def contents(wurzel: Path) -> dict[str, bytes]:
    """Every file below the folder, the cache excepted."""
    found = (path for path in wurzel.rglob("*") if path.is_file() and not path.is_symlink())
    return {p.relative_to(wurzel).as_posix(): p.read_bytes() for p in found if "netzint" not in p.parts}


def cache_of(wurzel: Path) -> Path:
    return wurzel / ".git/netzint/cache"
