"""Where netzint must not write it says so in a sentence of its own, and nothing has changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.buero import state

GESPERRT = {
    "Git-Objekte": [".git/objects"],
    "Git-Ordner": [".git"],
    "Verweise": [".git/refs"],
    "ein Ordner der Daten": ["daten/sitzungen"],
    "alles": ["."],
}
ENGLISCH = re.compile(r"(?i)\b(error|fatal|permission|denied|unable|failed|cannot|read-only|git [a-z]+-[a-z]+)\b")


def _ohne_vorrecht() -> list[str]:
    """What keeps root from writing where others may not."""
    if not hasattr(os, "geteuid"):
        pytest.skip("Rechte gibt es so nur unter POSIX")
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root darf überall schreiben, und setpriv fehlt")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def _chmod(ordner: Path, mode: int) -> None:
    for folder in [ordner, *(path for path in ordner.rglob("*") if path.is_dir())]:
        folder.chmod(mode)


@pytest.mark.parametrize("was", GESPERRT)
def test_ein_ordner_der_sich_nicht_schreiben_laesst_ist_ausgang_5(buero: Path, was: str) -> None:
    vorrecht, before = _ohne_vorrecht(), state(buero)
    for name in GESPERRT[was]:
        _chmod(buero / name, 0o555)
    try:
        lauf = subprocess.run(
            [*vorrecht, sys.executable, "-m", "netzint", "sitzung", "neu"], cwd=buero, capture_output=True, check=False
        )
    finally:
        _chmod(buero, 0o755)
    fehler = lauf.stderr.decode()

    assert (lauf.returncode, lauf.stdout) == (5, b"")
    assert "nicht schreiben" in fehler or "nicht geschrieben werden" in fehler
    assert "→ Schreibrechte " in fehler
    assert not ENGLISCH.search(re.sub(r"Git meldet: „[^“]*“", "", fehler))
    assert state(buero) == before
