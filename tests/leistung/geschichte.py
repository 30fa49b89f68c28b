"""A history for a generated repository: one import, then commits that touch one file each."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from random import Random
from typing import IO

_ENDE = 1_795_300_000
"""The time of the last commit, 22 November 2026; each commit before it is ten minutes older."""
_ABSTAND = 600
_WER = b"Gesch\xc3\xa4ftsstelle <geschaeftsstelle@netzwerk.example>"


def clean_environment() -> dict[str, str]:
    """The environment for git: nothing inherited that points elsewhere, no configuration but the repository's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_OPTIONAL_LOCKS": "0"}


def git(ordner: Path, *args: str) -> None:
    """Run one git command, its output unseen."""
    env = {**clean_environment(), "GIT_OPTIONAL_LOCKS": "1"}
    subprocess.run(["git", *args], cwd=ordner, env=env, check=True, capture_output=True)


def import_history(ordner: Path, entries: dict[str, str], commits: int, seed: int) -> dict[str, str]:
    """Commit the entries, then touch one file in each further commit. Returns the files as HEAD has them."""
    ordner.mkdir(parents=True, exist_ok=True)
    git(ordner, "init", "-q", "-b", "main")
    final = dict(entries)
    zufall = Random(seed)
    paths = [pfad for pfad in entries if pfad.startswith("daten/") and pfad.count("/") == 2]
    touched = zufall.sample(paths, k=min(len(paths), max(1, commits // 20)))
    befehl = ["git", "fast-import", "--quiet", "--done"]
    with subprocess.Popen(befehl, cwd=ordner, env=clean_environment(), stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        _write_commit(process.stdin, commits - 1, "Bestand angelegt", entries)
        for nr in range(1, commits):
            pfad = zufall.choice(touched)
            final[pfad] = change_value(entries[pfad], nr)
            _write_commit(process.stdin, commits - 1 - nr, f"{Path(pfad).stem} durchgesehen", {pfad: final[pfad]})
        process.stdin.write(b"done\n")
        process.stdin.close()
        if process.wait():
            raise RuntimeError("git fast-import failed")
    return final


def change_value(text: str, nr: int) -> str:
    """The text of an entry with another value in it, whatever its kind: a changed comment would be too easy."""
    return add_value(text.partition("berichtigungen:\n")[0], nr)


def add_value(text: str, nr: int) -> str:
    """The same with one value more: of what has been corrected once nothing may be taken back."""
    head = "" if "berichtigungen:\n" in text else "berichtigungen:\n"
    day = "  - zu: kennung\n    am: 2026-11-22\n"
    return f"{text}{head}{day}    statt: alt-{nr}\n    grund: |\n      Durchgesehen.\n"


def _write_commit(stream: IO[bytes], alter: int, betreff: str, files: dict[str, str]) -> None:
    when = f"{_ENDE - alter * _ABSTAND} +0100".encode()
    stream.write(b"commit refs/heads/main\nauthor %b %b\ncommitter %b %b\n" % (_WER, when, _WER, when))
    stream.write(_data(betreff + "\n"))
    for pfad, text in files.items():
        stream.write(f"M 100644 inline {pfad}\n".encode() + _data(text))


def _data(text: str) -> bytes:
    raw = text.encode("utf-8", "surrogateescape")
    return b"data %d\n%b\n" % (len(raw), raw)


def refresh_index(ordner: Path) -> None:
    """Make the index know the files as they lie there."""
    git(ordner, "reset", "-q")
