"""A small network on a server, and the clones of two secretaries."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.lesen.pruefung import check
from netzint.ablage.schreibweg import haltepunkte
from netzint.ablage.yamltext import dump_eintrag
from netzint.cli import start
from netzint.modell.arten import NACH_NAME
from netzint.modell.grund import Eintrag
from tests import bau
from tests.buero import STICHTAG

ANNA, BERT, SERVER = "anna", "bert", "server.git"
LIES, NOTIZ = "LIESMICH.txt", "notiz.txt"


class Lauf(NamedTuple):
    """What a call left behind."""

    ausgang: int
    aus: str
    fehler: str


class Klon:
    """One clone."""

    def __init__(self, wurzel: Path) -> None:
        self.wurzel = wurzel

    def git(self, *args: str, check: bool = True) -> str:
        """Run git as a person would."""
        ident = ("-c", "user.name=Jemand", "-c", "user.email=jemand@example.org")
        done = subprocess.run(["git", *ident, *args], cwd=self.wurzel, check=False, capture_output=True, text=True)
        assert done.returncode == 0 or not check, done.stderr
        return done.stdout.rstrip("\n")

    def rufe(self, *args: str) -> Lauf:
        """Call netzint in this clone."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            ausgang = start.run(("--wurzel", str(self.wurzel), *args))
        return Lauf(ausgang, out.getvalue(), err.getvalue())

    def tu(self, *args: str) -> Lauf:
        """An act that must go well."""
        lauf = self.rufe(*args)
        assert lauf.ausgang == 0, lauf.fehler
        return lauf

    def abgleich(self, *args: str) -> Lauf:
        """``netzint abgleich``."""
        return self.rufe("abgleich", *args)

    def write(self, pfad: str, data: bytes) -> None:
        """Put a file into the folder."""
        file = self.wurzel / pfad
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def read(self, pfad: str) -> bytes:
        """A file of the folder."""
        return (self.wurzel / pfad).read_bytes()

    def setze_fest(self, *eintraege: Eintrag) -> None:
        """Commit entries past netzint."""
        for entry in eintraege:
            self.write(NACH_NAME[type(entry).__name__.lower()].pfad(entry.kennung), dump_eintrag(entry))
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Von Hand")

    @property
    def head(self) -> str:
        """HEAD's commit."""
        return self.git("rev-parse", "HEAD")

    @property
    def server(self) -> str:
        """What the server has, without asking netzint."""
        return self.git("-C", f"../{SERVER}", "rev-parse", "-q", "--verify", "main", check=False)

    def betreffe(self, von: str = "HEAD~1") -> list[str]:
        """The subjects of the last commits, the newest first."""
        return self.git("log", "--format=%s", f"{von}..HEAD").splitlines()

    def stand(self) -> dict[str, object]:
        """All that must not change: HEAD, index, work tree, refs but those that follow the server."""
        files = {
            path.relative_to(self.wurzel).as_posix(): path.read_bytes()
            for path in self.wurzel.rglob("*")
            if path.is_file() and ".git" not in path.relative_to(self.wurzel).parts
        }
        refs = [line for line in self.git("for-each-ref").splitlines() if "refs/remotes/" not in line]
        head = (self.wurzel / ".git/HEAD").read_text("utf-8")
        return {"head": head, "index": self.git("ls-files", "-s", "-v"), "refs": refs, **files}


class Welt(NamedTuple):
    """Both of them."""

    anna: Klon
    bert: Klon
    server: Path


def _sitzung() -> Eintrag:
    """A Sitzung to which was invited."""
    tops = [bau.top("begruessung", nummer="1"), bau.top("bericht", nummer="2"), bau.top("verschiedenes", nummer="3")]
    return bau.sitzung("sg-2026-03", datum="2026-12-15", einladung={"versandt": "2026-11-10"}, tagesordnung=tops)


def found(ordner: Path) -> Path:
    """The server and both clones, beside each other so that they can be copied."""
    first = Klon(ordner / "anfang")
    first.wurzel.mkdir(parents=True)
    first.git("init", "-q", "--template=", "-b", "main")
    first.write(".gitignore", b"/ausgabe/\n")
    first.write(LIES, b"eins\nzwei\ndrei\nvier\n")
    vorgabe = bau.netzwerk(formate=["md"])
    first.setze_fest(*bau.grundbestand(), vorgabe, bau.thema(), bau.stelle("stadt-a"), _sitzung())
    first.git("clone", "-q", "--template=", "--bare", ".", f"../{SERVER}")
    for name in (ANNA, BERT):
        first.git("clone", "-q", "--template=", f"../{SERVER}", f"../{name}")
        Klon(ordner / name).git("remote", "set-url", "origin", f"../{SERVER}")
    shutil.rmtree(first.wurzel)
    for name in (ANNA, BERT):  # every copy knows by then what is in its files
        check(ordner / name, STICHTAG)
    for name in (ANNA, BERT, SERVER):  # nothing that tidies up beside the tests
        with (ordner / name / ("config" if name == SERVER else ".git/config")).open("a", encoding="utf-8") as config:
            config.write("[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n[receive]\n\tautogc = false\n")
    return ordner


def advance(ordner: Path) -> Path:
    """Anna has reported a Bedarf, and the server has it."""
    anna = Klon(ordner / ANNA)
    melde(anna, "Dolmetschen")
    anna.git("push", "-q")
    return ordner


def prepare(vorbild: Path, name: str, tun: Callable[[Welt], object]) -> Path:
    """The same after some acts, beside it; done once for all tests that begin with them."""
    ordner = vorbild.with_name(name)
    if not ordner.exists():
        halb = make_welt(vorbild, vorbild.with_name(f"{name}-halb"))
        tun(halb)
        halb.server.parent.rename(ordner)
    return ordner


def make_welt(vorbild: Path, ordner: Path) -> Welt:
    """A copy of it."""
    shutil.copytree(vorbild, ordner, symlinks=True)
    return Welt(Klon(ordner / ANNA), Klon(ordner / BERT), ordner / SERVER)


def melde(klon: Klon, titel: str) -> Lauf:
    """A Bedarf is reported: it gets the next number."""
    return klon.tu("bedarf", "melden", titel, "--stelle", "stadt-a")


def bei(punkt: str, call: Callable[[], object]) -> None:
    """Do something at a named instant, once."""

    def handle(name: str) -> None:
        if name == punkt:
            haltepunkte.handler.remove(handle)
            call()

    haltepunkte.handler.append(handle)


def run_in_child(action: Callable[[], object]) -> int:
    """Run in a forked process and return its exit code."""
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    code = 1
    try:
        action()
        code = 0
    finally:
        os._exit(code)
