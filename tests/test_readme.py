"""README.md is true: its first command runs word for word in a fresh clone, and so does every other example."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

CHECKOUT = Path(__file__).parents[1]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
PIP_CACHE = Path.home() / ".cache" / "pip"
"""Found before the test gets a home of its own: what was downloaded once need not come again."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="die Befehle der README sind für eine POSIX-Shell")


class Beispiel(NamedTuple):
    """One line after ``$``, and the lines that the README shows below it."""

    befehl: str
    gezeigt: tuple[str, ...]


def bloecke(sprache: str) -> list[str]:
    return re.findall(rf"^```{sprache}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def beispiele() -> list[Beispiel]:
    found: list[Beispiel] = []
    for zeile in "".join(bloecke("console")).splitlines():
        if zeile.startswith("$ "):
            found.append(Beispiel(zeile[2:], ()))
        else:
            found[-1] = found[-1]._replace(gezeigt=(*found[-1].gezeigt, zeile))
    return found


def run(befehl: str, ordner: Path, **umgebung: str) -> subprocess.CompletedProcess[str]:
    """One command line as a person types it; nobody is there to answer questions."""
    return subprocess.run(
        ["bash", "-c", befehl],
        cwd=ordner,
        env={**os.environ, **umgebung},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )


def git(*args: str, ordner: Path) -> str:
    ident = ("-c", "user.name=Jemand", "-c", "user.email=j@example.org")
    done = subprocess.run(["git", *ident, *args], cwd=ordner, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


@pytest.fixture
def klon(tmp_path: Path) -> Path:
    """A fresh clone of this checkout as it lies here, in a folder named netzint."""
    if not (CHECKOUT / ".git").exists():
        pytest.skip("kein Git-Arbeitsverzeichnis")
    vorlage = tmp_path / "vorlage"
    for name in git("ls-files", "-z", "--cached", "--others", "--exclude-standard", ordner=CHECKOUT).split("\0"):
        quelle, ziel = CHECKOUT / name, vorlage / name
        if name and quelle.is_file():
            ziel.parent.mkdir(parents=True, exist_ok=True)
            ziel.write_bytes(quelle.read_bytes())
    git("init", "-q", "-b", "main", ordner=vorlage)
    git("add", "-A", ordner=vorlage)
    git("commit", "-q", "-m", "Anfang", ordner=vorlage)
    git("clone", "-q", str(vorlage), str(tmp_path / "netzint"), ordner=tmp_path)
    return tmp_path / "netzint"


def test_der_erste_befehl_legt_im_frischen_klon_eine_sitzung_an(klon: Path) -> None:
    vorher = set((klon / "daten/sitzungen").iterdir())
    done = run(bloecke("sh")[0].strip(), klon, PIP_CACHE_DIR=str(PIP_CACHE))

    assert done.returncode == 0, done.stdout + done.stderr
    neu = set((klon / "daten/sitzungen").iterdir()) - vorher
    assert len(neu) == 1
    assert "Fertig: " in done.stdout
    assert git("rev-list", "--count", "origin/main..HEAD", ordner=klon) == "1"
    assert git("status", "--porcelain", ordner=klon) == ""
    assert list((klon / "ausgabe").rglob("*.html"))

    # The same installation, made from the wheel, must bring along all that a new network needs.
    angelegt = run(".venv/bin/netzint init ../neu && cd ../neu && ../netzint/.venv/bin/netzint pruefen", klon)
    assert angelegt.returncode == 0, angelegt.stdout + angelegt.stderr
    assert sorted(p.name for p in (klon / "../neu/vorlagen").iterdir()) == sorted(
        p.name for p in (klon / "vorlagen").iterdir()
    )


def test_alle_anderen_beispiele_laufen_der_reihe_nach(klon: Path) -> None:
    pfad = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ordner, gelaufen = klon, 0
    for beispiel in beispiele():
        done = run(f'{beispiel.befehl} && pwd > "{klon.parent}/wo.txt"', ordner, PATH=pfad)
        assert done.returncode == 0, f"{beispiel.befehl}\n{done.stdout}{done.stderr}"
        if beispiel.gezeigt:
            assert _matches(beispiel.gezeigt, done.stdout), f"{beispiel.befehl}\n{done.stdout}"
        ordner = Path((klon.parent / "wo.txt").read_text(encoding="utf-8").strip())
        gelaufen += 1

    assert gelaufen > 10


def _matches(gezeigt: tuple[str, ...], ausgabe: str) -> bool:
    """A line „…“ stands for any number of lines."""
    muster = "".join("(?:.*\n)*" if zeile == "…" else f"{re.escape(zeile)}\n" for zeile in gezeigt)
    return re.fullmatch(muster, ausgabe) is not None


def test_die_beiden_befehle_stehen_als_erste_und_je_in_einer_zeile() -> None:
    befehle = bloecke("sh")

    assert len(befehle) == 2
    assert [befehl.count("\n") for befehl in befehle] == [1, 1]
    assert befehle[0].strip().endswith("netzint sitzung neu")
    assert "pytest" in befehle[1]


def test_jeder_verweis_der_readme_fuehrt_zu_einer_datei() -> None:
    ziele = re.findall(r"\]\((?!https?:)([^)#]+)", README)

    assert [ziel for ziel in ziele if not (CHECKOUT / ziel).exists()] == []
    assert len(ziele) > 3
