"""Where git keeps things, and whether this is a place to write to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.gitaufruf import OHNE_GIT
from netzint.ablage.gitordner import EIGENER_ORDNER
from netzint.modell.fehler import Ausgang, NetzintFehler


class Repository(NamedTuple):
    """``git_ordner`` belongs to this work tree, ``gemeinsam`` to all work trees of the repository."""

    wurzel: Path
    git_ordner: Path
    gemeinsam: Path
    index_datei: Path
    haken: Path
    objektformat: str

    @property
    def arbeit(self) -> Path:
        """Our own folder beside git's files."""
        return self.git_ordner / EIGENER_ORDNER


class Kopf(NamedTuple):
    """Where HEAD stands: the commit ("" before the first one) and the branch's full name ("" if detached)."""

    commit: str
    ref: str


def open_repository(wurzel: Path) -> Repository:
    """All that later steps need to know about the place, or a refusal that says what to do."""
    args = ("--show-object-format", "--path-format=absolute", "--git-dir", "--git-common-dir")
    paths = ("--git-path", "index", "--git-path", "hooks", "--show-toplevel")
    if not wurzel.is_dir():
        raise NetzintFehler(f"Den Ordner „{wurzel}“ gibt es nicht.", "Pfad prüfen.", Ausgang.UMGEBUNG)
    if (wurzel / "HEAD").is_file() and (wurzel / "objects").is_dir():
        raise _refuse_bare(wurzel)
    lines = os.fsdecode(gitlesen.run(wurzel, "rev-parse", *args, *paths)).splitlines()
    top = Path(lines[5])
    if top.resolve() != wurzel.resolve():
        text = f"„{wurzel}“ ist nicht der oberste Ordner des Repositorys „{top}“; netzint braucht ein eigenes."
        raise NetzintFehler(text, OHNE_GIT)
    return Repository(wurzel.resolve(), Path(lines[1]), Path(lines[2]), Path(lines[3]), Path(lines[4]), lines[0])


def _refuse_bare(wurzel: Path) -> NetzintFehler:
    text = f"„{wurzel}“ ist ein Repository ohne Arbeitsordner („bare“); hier lässt sich nichts ändern."
    return NetzintFehler(text, "Mit „git clone“ einen Arbeitsordner anlegen und dort weiterarbeiten.")


def read_kopf(wurzel: Path) -> Kopf:
    """HEAD as it is now."""
    answer = gitlesen.run(wurzel, "rev-parse", "HEAD", "--symbolic-full-name", "HEAD", check=False).decode()
    lines = answer.split()
    if len(lines) == 2:
        return Kopf(lines[0], "" if lines[1] == "HEAD" else lines[1])
    return Kopf("", gitlesen.run(wurzel, "symbolic-ref", "-q", "HEAD", check=False).decode().strip())


def read_ref(wurzel: Path, ref: str) -> str:
    """The commit a branch stands at, "" if there is none."""
    return (
        gitlesen.run(wurzel, "rev-parse", "--verify", "--quiet", "--end-of-options", ref, check=False).decode().strip()
    )


def is_checked_out(wurzel: Path, git_ordner: Path, ref: str) -> bool:
    """Whether the work tree still shows this branch; asks git only if the HEAD file does not say so plainly."""
    try:
        if (git_ordner / "HEAD").read_text("utf-8") == f"ref: {ref}\n":
            return True
    except (OSError, UnicodeDecodeError):
        pass
    return read_kopf(wurzel).ref == ref


def read_einstellungen(wurzel: Path) -> dict[str, str]:
    """The user's git settings that bear on a Vorgang; keys in lower case."""
    pattern = r"^(commit\.gpgsign|netzint\.bearbeitung)$"
    output = gitlesen.run(wurzel, "config", "-z", "--get-regexp", pattern, check=False).decode("utf-8", "replace")
    pairs = (record.partition("\n") for record in output.split("\0")[:-1])
    return {key: value if separator else "true" for key, separator, value in pairs}


def is_true(value: str) -> bool:
    """git's idea of a true setting."""
    return value.lower() in {"true", "yes", "on"} or (value.lstrip("-").isdecimal() and int(value) != 0)
