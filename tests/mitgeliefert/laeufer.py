"""A runner in small: the scripts of the shipped workflows, run by bash as GitHub and GitLab run them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from netzint.ablage.gitordner import EIGENER_ORDNER
from tests.buero import commit_all, git

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

WURZEL = Path(__file__).parents[2]
ABLAEUFE = WURZEL / "netzint" / "mitgeliefert" / "workflows"
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
NUMMER = 7
_AUSDRUCK = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")


class Ergebnis(NamedTuple):
    """What a script left behind."""

    ausgang: int
    aus: str
    fehler: str

    def ausgaben(self, ordner: Path) -> dict[str, str]:
        """What the step handed on (``GITHUB_OUTPUT``)."""
        lines = (ordner.parent / "output").read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)


@cache
def read_ablauf(name: str) -> dict[Any, Any]:
    """A shipped workflow. YAML takes GitHub's ``on`` for true."""
    found: dict[Any, Any] = yaml.safe_load((ABLAEUFE / name).read_text("utf-8"))
    return found


def find_schritt(name: str, job: str, titel: str) -> dict[str, Any]:
    """The step of a GitHub job by its title."""
    steps: list[dict[str, Any]] = read_ablauf(name)["jobs"][job]["steps"]
    return next(step for step in steps if step.get("name") == titel)


def run_schritt(schritt: Mapping[str, Any], ordner: Path, kontext: Mapping[str, str], **mehr: str) -> Ergebnis:
    """A step as GitHub's runner runs it. ``kontext``: what the expressions in its ``env`` come to, each of them."""
    umgebung = {name: _AUSDRUCK.sub(lambda m: kontext[m[1]], value) for name, value in schritt.get("env", {}).items()}
    assert not _AUSDRUCK.search(schritt["run"]), "an expression in a script is code from outside"
    oben = ordner.parent
    (oben / "temp").mkdir(exist_ok=True)
    umgebung |= {
        "GITHUB_OUTPUT": str(oben / "output"),
        "GITHUB_STEP_SUMMARY": str(oben / "summary.md"),
        "GITHUB_REPOSITORY": "amt/netz",
        "GITHUB_SERVER_URL": "https://github.example",
        "RUNNER_TEMP": str(oben / "temp"),
    }
    return run_bash(schritt["run"], ordner, **umgebung, **mehr)


def run_bash(skript: str, ordner: Path, **umgebung: str) -> Ergebnis:
    """A script with the programs of ``bin`` beside the folder before all others, netzint among them."""
    pfad = os.pathsep.join([str(ordner.parent / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [*BASH, skript],
        cwd=ordner,
        env={**os.environ, "PATH": pfad, **umgebung},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    return Ergebnis(done.returncode, done.stdout, done.stderr)


def put_programm(ordner: Path, name: str, skript: str) -> None:
    """A stand-in for a program, before the real one on PATH."""
    target = ordner.parent / "bin" / name
    target.parent.mkdir(exist_ok=True)
    target.write_text(f"#!/usr/bin/env bash\n{skript}", "utf-8")
    target.chmod(0o755)


def make_forge(vorlage: Path, oben: Path) -> Path:
    """The forge's repository (``oben/herkunft``) and a clone of it at main (``oben/klon``), which has been judged once:
    what a file says is known by its contents, so that tests judge what is different in them only."""
    herkunft, klon = oben / "herkunft", oben / "klon"
    shutil.copytree(vorlage, herkunft, symlinks=True)
    git(herkunft, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(oben, "clone", "-q", str(herkunft), str(klon))
    done = run_bash("netzint pruefen", klon)
    assert done.ausgang == 0, done.aus + done.fehler
    return oben


def make_klon(forge: Path, oben: Path, *, kalt: bool = False) -> Path:
    """A forge of its own, and the runner's clone of it; ``kalt``: as the runner has it, nothing is known yet."""
    klon = oben / "klon"
    for name in ("herkunft", "klon"):
        shutil.copytree(forge / name, oben / name, symlinks=True)
    if kalt:
        shutil.rmtree(klon / ".git" / EIGENER_ORDNER)
    git(klon, "remote", "set-url", "origin", str(oben / "herkunft"))
    return klon


def make_antrag(klon: Path, aendern: Callable[[Path], None]) -> str:
    """A request in the forge, changed by hand; the commit in which the forge has merged it into main."""
    herkunft = klon.parent / "herkunft"
    git(herkunft, "switch", "-q", "-c", "antrag", "main")
    aendern(herkunft)
    commit_all(herkunft, "Antrag")
    git(herkunft, "switch", "-q", "--detach", "main")
    git(herkunft, "merge", "-q", "--no-ff", "-m", "Merge", "antrag")
    merged = git(herkunft, "rev-parse", "HEAD")
    git(herkunft, "update-ref", f"refs/pull/{NUMMER}/merge", merged)
    git(herkunft, "switch", "-q", "--force", "main")
    return merged
