"""A small repository with foreign edits in it, and the question whether a writer kept what it promised."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.schreibweg import ablauf, haltepunkte
from netzint.ablage.schreibweg.plan import Ergebnis, Plan
from tests.ablage.schreibweg import naiv

A, B, C = "daten/sitzungen/a.yaml", "daten/sitzungen/b.yaml", "daten/sitzungen/c.yaml"
VORGEMERKT, BEARBEITET, UNVERFOLGT = "daten/ziele/vorgemerkt.yaml", "daten/ziele/bearbeitet.yaml", "notiz.txt"
FREMD = {VORGEMERKT: b"titel: vorgemerkt\n", BEARBEITET: b"titel: bearbeitet\n", UNVERFOLGT: b"meine Notiz\n"}
ANFANG = {
    ".gitattributes": b"* text=auto\ndaten/** text eol=lf\nvorlagen/** text eol=lf\n",
    A: b"titel: a\n",
    B: b"titel: b\n",
    VORGEMERKT: b"titel: alt\n",
    BEARBEITET: b"titel: alt\n",
}
Planer = Callable[[str], Plan | None]


class Schreiber(NamedTuple):
    """A write path under test: ours, or the naive one that has to fail."""

    name: str
    commit: Callable[[Path, Planer], Ergebnis | None]
    recover: Callable[[Path], object]
    punkte: tuple[str, ...]


def _commit_netzint(wurzel: Path, plane: Planer) -> Ergebnis | None:
    return ablauf.commit(wurzel, plane, wartezeit=60)


NETZINT = Schreiber("netzint", _commit_netzint, ablauf.recover, haltepunkte.PUNKTE)
NAIV = Schreiber("naiv", naiv.commit, lambda _: None, naiv.PUNKTE)


def build_plan(dateien: Mapping[str, bytes | None], basis: str, betreff: str = "Sitzung angelegt") -> Plan:
    """A Plan of the Geschäftsstelle."""
    trailer = (("Netzint-Vorgang", "sitzung neu"), ("Netzint-Version", "0.1.0"))
    return Plan(dateien, betreff, "Erste Zeile.\n", trailer, "Geschäftsstelle", "gs@netzwerk.example", basis)


class Welt:
    """One repository."""

    def __init__(self, wurzel: Path) -> None:
        self.wurzel = wurzel

    def git(self, *args: str, check: bool = True, env: Mapping[str, str] | None = None) -> str:
        """Run git as a user would."""
        ident = ("-c", "user.name=Jemand", "-c", "user.email=j@example.org", "-c", "init.defaultBranch=main")
        done = subprocess.run(
            ["git", *ident, *args], cwd=self.wurzel, capture_output=True, text=True, check=False, env=env
        )
        assert not check or done.returncode == 0, done.stderr
        return done.stdout.rstrip("\n")

    def write(self, path: str, data: bytes) -> Path:
        """Put a file into the work tree."""
        file = self.wurzel / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return file

    def read(self, path: str) -> bytes | None:
        """A file of the work tree."""
        file = self.wurzel / path
        return file.read_bytes() if file.exists() else None

    def begin(self) -> None:
        """The first commit."""
        self.wurzel.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q")
        for path, data in ANFANG.items():
            self.write(path, data)
        self.git("add", ".")
        self.git("commit", "-q", "-m", "Anfang")

    def disturb(self) -> None:
        """Staged, unstaged and untracked edits that are nobody's business."""
        for path, data in FREMD.items():
            self.write(path, data)
        self.git("add", VORGEMERKT)

    @property
    def head(self) -> str:
        """HEAD's commit."""
        return self.git("rev-parse", "HEAD")

    def commit(self, dateien: Mapping[str, bytes | None], *, wartezeit: float = 0.1) -> Ergebnis:
        """One Vorgang of ours that has to do something."""
        result = ablauf.commit(self.wurzel, lambda head: build_plan(dateien, head), wartezeit=wartezeit)
        assert result is not None
        return result

    def snapshot(self) -> dict[str, object]:
        """All that must not change when a Vorgang is refused."""
        files = {
            str(path.relative_to(self.wurzel)): path.read_bytes()
            for path in self.wurzel.rglob("*")
            if path.is_file() and ".git" not in path.relative_to(self.wurzel).parts
        }
        index = self.git("ls-files", "-s", "-v", check=False)
        return {"head": self.git("rev-parse", "HEAD", check=False), "index": index, **files}


def find_verstoesse(welt: Welt, before: str, dateien: Mapping[str, bytes | None]) -> list[str]:
    """What a Vorgang on ``before`` broke, whether it was cut short or not; [] if it kept every promise."""
    found = []
    head = welt.head
    if head != before:
        if welt.git("rev-parse", "HEAD^") != before:
            found.append("HEAD ist nicht genau einen Commit weiter")
        changed = welt.git("diff-tree", "-r", "--name-only", "--no-renames", before, head).split()
        if not set(changed) <= set(dateien):
            found.append(f"im Commit steht Fremdes: {changed}")
    for path, data in dateien.items():
        expected = data if head != before else _read_blob(welt, before, path)
        if welt.read(path) != expected:
            found.append(f"{path} ist nicht, was HEAD sagt")
    found += [f"{path} ist nicht mehr, wie es war" for path, data in FREMD.items() if welt.read(path) != data]
    status = set(welt.git("status", "--porcelain", "-uall").splitlines())
    if status != {f"M  {VORGEMERKT}", f" M {BEARBEITET}", f"?? {UNVERFOLGT}"}:
        found.append(f"git status: {sorted(status)}")
    found += [f"liegen geblieben: {path.name}" for path in _list_leftovers(welt.wurzel)]
    return found


def _read_blob(welt: Welt, commit: str, path: str) -> bytes | None:
    done = subprocess.run(["git", "show", f"{commit}:{path}"], cwd=welt.wurzel, capture_output=True, check=False)
    return None if done.returncode else done.stdout


def _list_leftovers(wurzel: Path) -> list[Path]:
    own = wurzel / ".git" / "netzint"
    ours = [path for path in own.glob("*") if path.name not in {"sperre", "inhaber.json", "marke"}]
    return [*(wurzel / ".git").rglob("*.lock"), *wurzel.rglob(".netzint-*"), *ours]


def run_in_child(action: Callable[[], object]) -> int:
    """Run in a forked process and return its exit code: 0, 1 after an exception, or what it exits with."""
    pid = start_child(action)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def start_child(action: Callable[[], object]) -> int:
    """Fork; the child leads a process group of its own, so that it can be killed with its git processes."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.setpgid(0, 0)
        action()
        code = 0
    finally:
        os._exit(code)


def measure(action: Callable[[], object]) -> float:
    """Seconds it takes in a forked process, the fork with it: the middle one of three."""
    taken = []
    for _ in range(3):
        start = time.monotonic()
        assert run_in_child(action) == 0
        taken.append(time.monotonic() - start)
    return sorted(taken)[1]
