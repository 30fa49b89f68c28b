"""The repositories that are measured, made when a row first asks for them."""

from __future__ import annotations

import shutil
import subprocess
from functools import cached_property
from pathlib import Path

from netzint.ablage.cache.ordner import ORDNER as CACHE
from netzint.ablage.gitordner import EIGENER_ORDNER
from tests.beispiel import load
from tests.leistung import fremde
from tests.leistung.erzeuger import KLEINSTE, build
from tests.leistung.geschichte import add_value, git
from tests.leistung.messgeraet import Aufruf, netzint, run_once
from tests.leistung.welt import STICHTAG

FRUEHER = "frueher"
"""The tag of a commit that is asked about."""


class Werkbank:
    """Where everything lies, and the commands that several rows need."""

    def __init__(self, ordner: Path, zahl: int, runden: int, *, voll: bool, npm: bool, pip: bool) -> None:
        self.ordner = ordner
        self.zahl = zahl
        self.commits = max(zahl, 200)
        self.runden = runden
        self._voll = voll
        self._npm, self._pip = npm, pip
        self._changes = 0
        self._asked = 0

    @cached_property
    def klein(self) -> Path:
        """A hundred files."""
        return self._build("klein", KLEINSTE, 120)

    @cached_property
    def gross(self) -> Path:
        """As many files as asked for, with as many commits."""
        return self._build("gross", self.zahl, self.commits)

    @cached_property
    def riesig(self) -> Path | None:
        """Ten times as many; only on demand, because it takes minutes."""
        return self._build("riesig", self.zahl * 10, 120) if self._voll else None

    @cached_property
    def zitiert(self) -> Path:
        """The large one with quoted dates, for programs that know no Datum."""
        target = self.ordner / "zitiert"
        if not target.exists():
            fremde.copy_quoted(self.gross, target)
        return target

    @property
    def frisch(self) -> Path:
        """The small one as it was made; ``refresh`` makes it so."""
        return self.ordner / "frisch"

    @cached_property
    def npm_ordner(self) -> Path:
        """Where npm has put what it was asked to get."""
        target = self.ordner / "npm"
        if self._npm and not target.exists():
            target.mkdir()
            fremde.install_npm(target)
        return target

    @cached_property
    def pip_ordner(self) -> Path:
        """Where pip has put what it was asked to get."""
        target = self.ordner / "pip"
        if self._pip and not target.exists():
            fremde.install_pip(target)
        return target

    @cached_property
    def eine(self) -> str:
        """The path of a Sitzung, which much depends on, and that some commits have touched."""
        befehl = ["git", "log", "-1", "--format=", "--name-only", "--", "daten/sitzungen/"]
        return subprocess.run(befehl, cwd=self.gross, capture_output=True, check=True, encoding="utf-8").stdout.strip()

    @cached_property
    def befehle(self) -> str:
        """What ``netzint --help`` lists."""
        return subprocess.run(netzint("--help").befehl, capture_output=True, encoding="utf-8").stdout

    def pruefen(self, ordner: Path, *args: str, cache: bool = True, kerne: int = 2) -> Aufruf:
        """``netzint pruefen`` on the day for which the data are made."""
        aufruf = netzint("pruefen", "--stichtag", str(STICHTAG), *args, ordner=ordner, kerne=kerne)
        return aufruf if cache else aufruf._replace(vorher=lambda: _clear_cache(ordner))

    def change_one(self) -> None:
        """Another content for one file, still valid."""
        self._changes += 1
        pfad = self.gross / self.eine
        pfad.write_bytes(add_value(pfad.read_text(encoding="utf-8"), self._changes).encode())

    def name_another_commit(self) -> None:
        """Let the tag FRUEHER stand for a commit about which nobody has asked yet, each time two further back."""
        self._asked += 2
        git(self.gross, "tag", "--force", FRUEHER, f"HEAD~{98 + self._asked}")

    def settle_verlauf(self) -> None:
        """Let ``verlauf`` finish its index of the history, which it begins when asked again and makes bit by bit."""
        stand = self.gross / ".git" / EIGENER_ORDNER / CACHE / "verlauf" / "stand"
        frage = netzint("verlauf", Path(self.eine).stem, ordner=self.gross)
        run_once(frage)
        for _ in range(40):
            run_once(frage)
            if not stand.is_file() or stand.read_text("ascii").endswith(" 0\n"):
                return

    def forget_verlauf(self) -> None:
        """As in a fresh clone."""
        _clear_cache(self.gross)

    def forget_texte(self) -> None:
        """As if nobody had asked for this entry yet."""
        for known in (self.gross / ".git" / EIGENER_ORDNER / CACHE).glob("verlauf-*"):
            known.unlink()

    def refresh(self) -> None:
        """Lay the small one down again as it was made."""
        shutil.rmtree(self.frisch, ignore_errors=True)
        shutil.copytree(self.klein, self.frisch)

    @cached_property
    def merge_dateien(self) -> tuple[str, str, str]:
        """Three states of a Sitzung, as git hands them to a merge driver."""
        ordner = self.ordner / "merge"
        ordner.mkdir(exist_ok=True)
        self.refresh_merge()
        basis, unser, ihr = (str(ordner / name) for name in ("basis", "unser", "ihr"))
        return basis, unser, ihr

    def refresh_merge(self) -> None:
        """Put them there again: the driver writes the merged one in the place of ours."""
        text = load()["sitzungen/sg-2026-02.yaml"]
        for name, alt, neu in (("basis", "", ""), ("unser", "ort: M", "ort: N"), ("ihr", "ja: 9", "ja: 8")):
            (self.ordner / "merge" / name).write_bytes(text.replace(alt, neu, 1).encode())

    def _build(self, name: str, zahl: int, commits: int) -> Path:
        target = self.ordner / f"{name}-{zahl}"
        if not target.exists():
            build(target, zahl, commits=commits)
            for key, value in (("user.name", "Messung"), ("user.email", "messung@netzwerk.example"), ("gc.auto", "0")):
                git(target, "config", key, value)
            git(target, "status")
        return target


def _clear_cache(ordner: Path) -> None:
    shutil.rmtree(ordner / ".git" / EIGENER_ORDNER / CACHE, ignore_errors=True)
