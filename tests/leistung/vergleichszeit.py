"""A comparison of two states with a hundred changes, and what reading these changes takes at least."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from random import Random

from tests.leistung.geschichte import git
from tests.leistung.messgeraet import Aufruf, netzint, run_once
from tests.leistung.welt import STICHTAG

AENDERUNGEN = 100
_FELD = re.compile(r"(?m)^(titel|name|betreff|ort|funktion): ([^\"\n]+)$")
_LESEN = """
import subprocess, sys, time, yaml
start = time.perf_counter()
def git(*args, **more):
    return subprocess.run(["git", "-C", sys.argv[1], *args], capture_output=True, check=True, **more).stdout
names = git("diff", "--name-only", "-z", "HEAD~1", "HEAD").decode().split("\\0")[:-1]
wanted = "".join(f"{rev}:{name}\\n" for rev in ("HEAD~1", "HEAD") for name in names)
out, at = git("cat-file", "--batch", input=wanted.encode()), 0
for _ in range(2 * len(names)):
    end = out.index(b"\\n", at)
    size = int(out[at:end].rsplit(b" ", 1)[1])
    yaml.load(out[end + 1 : end + 1 + size], Loader=yaml.CSafeLoader)
    at = end + size + 2
print(time.perf_counter() - start)
"""


def build_hundert(gross: Path, target: Path) -> Path:
    """A copy of a repository with one more commit, which changes a hundred files for good."""
    if target.exists():
        return target
    shutil.copytree(gross, target, symlinks=True)
    changed = 0
    files = sorted(target.glob("daten/*/*.yaml"))
    for pfad in Random(4).sample(files, len(files)):
        text = pfad.read_text("utf-8")
        other = _FELD.sub(r"\1: \2 neu", text, count=1)
        if other != text:
            pfad.write_bytes(other.encode())
            changed += 1
        if changed == AENDERUNGEN:
            break
    git(target, "commit", "-qam", "Hundert Dateien")
    return target


def lesen(ordner: Path) -> Aufruf:
    """The names of the changed files, and both of their contents read: nothing compared, nothing told."""
    return Aufruf((sys.executable, "-c", _LESEN, str(ordner)), kerne=1, eigene_uhr=True)


def vergleich(ordner: Path, *, bekannt: bool) -> Aufruf:
    """``bekannt``: asked before; otherwise only the findings of both states are known."""
    asked = netzint("vergleich", "HEAD~1..HEAD", "--stichtag", str(STICHTAG), ordner=ordner)
    run_once(asked)
    return asked if bekannt else asked._replace(vorher=lambda: _forget(ordner))


def gegen(ordner: Path) -> Aufruf:
    """The verdict on these changes, asked for the first time; the findings of both states are known."""
    asked = netzint("pruefen", "--gegen", "HEAD~1", "--stichtag", str(STICHTAG), ordner=ordner)
    asked = asked._replace(ausgaenge=(0, 1))  # among a hundred changes there is one that no rule lets pass
    run_once(asked)
    return asked._replace(vorher=lambda: _forget(ordner, "gegen"))


def _forget(ordner: Path, was: str = "vergleich") -> None:
    for answer in ordner.glob(f".git/*/cache/{was}-*"):
        answer.unlink()
