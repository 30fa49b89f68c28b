"""A real full disk: a small file system of its own, filled up to the last pages."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from git.exc import GitError

from netzint.ablage.schreibweg import ablauf
from netzint.modell.fehler import Ausgang, NetzintFehler
from tests.ablage.schreibweg.welt import NAIV, A, B, C, Welt, build_plan, find_verstoesse

GROSS = random.Random(1).randbytes(300_000).hex().encode()
"""600 KB that git packs into half of it: enough room for the objects is not enough for the files."""
DATEIEN = {A: GROSS, B: None, C: b"titel: c\n"}
FREI = [0, 4, 8, 12, 16, 24, 32, 64, 128, 320, 360, 400, 640, 920, 960, 1000, 1200, 1600]
"""How many KiB are left, from nothing at all to enough for everything."""


@pytest.fixture
def volle_welt(gestoerte_welt: Welt, tmp_path: Path) -> Iterator[Welt]:
    """The same repository on a disk of its own."""
    platte = tmp_path / "platte"
    platte.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("nur root darf ein eigenes Dateisystem einhängen")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", platte], check=False).returncode:
        pytest.skip("hier lässt sich kein Dateisystem einhängen")
    try:
        shutil.copytree(gestoerte_welt.wurzel, platte / "repo", symlinks=True)
        welt = Welt(platte / "repo")
        welt.git("status")
        yield welt
    finally:
        subprocess.run(["umount", "--lazy", platte], check=True)


def _fill(platte: Path, frei: int) -> Path:
    """Leave only so many KiB."""
    fuellung = platte / "fuellung"
    stand = os.statvfs(platte)
    fuellung.write_bytes(b"x" * (stand.f_bavail * stand.f_frsize - frei * 1024))
    return fuellung


@pytest.mark.parametrize("frei", FREI)
def test_auf_einer_vollen_platte_gilt_alt_oder_neu_und_nichts_geht_verloren(volle_welt: Welt, frei: int) -> None:
    welt, before = volle_welt, volle_welt.head
    fuellung = _fill(welt.wurzel.parent, frei)
    text = "voll"
    try:
        ausgang = welt.commit(DATEIEN).ausgang
    except NetzintFehler as error:
        ausgang, text = error.ausgang, error.text
    assert "voll" in text
    assert (welt.head == before) == (ausgang == Ausgang.UMGEBUNG)
    assert ausgang in {Ausgang.UMGEBUNG, Ausgang.NACHZUZIEHEN, Ausgang.GUT}
    assert ausgang != Ausgang.NACHZUZIEHEN or "hinkt nach" in (ablauf.check_journal(welt.wurzel) or "")

    fuellung.unlink()
    ablauf.recover(welt.wurzel)
    assert find_verstoesse(welt, before, DATEIEN) == []
    assert welt.git("fsck", "--strict", "--no-dangling") == ""


def test_die_einfache_fassung_haelt_eine_volle_platte_nicht_aus(volle_welt: Welt) -> None:
    before = volle_welt.head
    fuellung = _fill(volle_welt.wurzel.parent, 320)
    with pytest.raises((OSError, GitError)):
        NAIV.commit(volle_welt.wurzel, lambda head: build_plan(DATEIEN, head))
    fuellung.unlink()

    assert find_verstoesse(volle_welt, before, DATEIEN) != []


def test_die_stufen_reichen_von_abgelehnt_bis_gelungen(volle_welt: Welt) -> None:
    fuellung = _fill(volle_welt.wurzel.parent, FREI[0])
    with pytest.raises(NetzintFehler, match="voll"):
        volle_welt.commit(DATEIEN)
    fuellung.unlink()
    _fill(volle_welt.wurzel.parent, FREI[-1])

    assert volle_welt.commit(DATEIEN).ausgang is Ausgang.GUT
