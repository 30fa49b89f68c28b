"""The same acts by the whole program: in a repository, with git and the disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from netzint.ablage.lesen.bestand import read_bestand
from netzint.cli import start
from netzint.modell.arten import art_of_pfad
from netzint.modell.bestand import Bestand
from netzint.vorgaenge.zuruecknehmen import keeps_number
from tests.buero import git


class Repository:
    """An office with its folder."""

    def __init__(
        self, wurzel: Path, heute: date, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.wurzel = wurzel
        self.heute = heute
        self._capsys = capsys
        monkeypatch.setattr("netzint.cli.heute.today", lambda: self.heute)

    @property
    def bestand(self) -> Bestand:
        """Everything as it is committed."""
        return read_bestand(self.wurzel, stand=git(self.wurzel, "rev-parse", "HEAD")).bestand

    @property
    def dateien(self) -> Mapping[str, bytes]:
        """Every file as it is: path → bytes."""
        found = sorted((self.wurzel / "daten").rglob("*.yaml"))
        return {datei.relative_to(self.wurzel).as_posix(): datei.read_bytes() for datei in found}

    @property
    def vorgaenge(self) -> Sequence[str]:
        """The numbers of what was done, the oldest first."""
        form = "--format=%(trailers:key=Vorgang-Id,valueonly,separator=)"
        return [line for line in git(self.wurzel, "log", "--reverse", form).splitlines() if line]

    def rufe(self, *befehl: str) -> int:
        """Call ``netzint`` with these words. No way out but these is ever taken."""
        ausgang = start.run(befehl)
        gesagt = self._capsys.readouterr()
        assert ausgang in (0, 2, 3), f"{befehl}: {ausgang} {gesagt.err}"
        assert "Traceback" not in gesagt.err
        assert not ausgang or "→" in gesagt.err, f"{befehl}: kein Hinweis: {gesagt.err}"
        return ausgang

    def check_commit(self, davor: str, befehl: Sequence[str]) -> None:
        """One commit more, nothing left lying about, and the data are still right."""
        assert git(self.wurzel, "rev-list", "--count", f"{davor}..HEAD") == "1", befehl
        assert git(self.wurzel, "status", "--porcelain=v1", "--", "daten") == "", befehl
        assert start.run(["pruefen"]) == 0, f"{befehl}: {self._capsys.readouterr().out}"
        assert start.run(["formatieren", "--probe"]) == 0
        self._capsys.readouterr()

    def check_zuruecknehmen(self, davor: str) -> None:
        """What was done last can be taken back; then all is as it was, but for numbers that were given."""
        ausgang = self.rufe("zuruecknehmen", self.vorgaenge[-1], "--grund", "Versehen.")
        changed = git(self.wurzel, "diff", "--name-only", davor, "HEAD").splitlines()
        given = [found for found in map(art_of_pfad, changed) if found and keeps_number(*found)]
        given += [found for found in map(art_of_pfad, changed) if found and found[1] == "netzwerk"]
        assert ausgang == 0, "das Letzte lässt sich nicht zurücknehmen"
        assert len(given) == len(changed), (
            f"nach dem Zurücknehmen ist anders: {git(self.wurzel, 'diff', davor, 'HEAD')}"
        )
        assert start.run(["pruefen"]) == 0, self._capsys.readouterr().out
        self._capsys.readouterr()
