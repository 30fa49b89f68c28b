"""Two revisions brought together without touching anything: what git and the driver make of them, as contents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.gitaufruf import execute
from netzint.ablage.zusammenfuehren.probelager import open_probelager
from netzint.modell.fehler import Ausgang, NetzintFehler


class Strittig(NamedTuple):
    """A file that is not merged: its three states, None where there is none."""

    pfad: str
    basis: bytes | None
    unser: bytes | None
    ihr: bytes | None


class Vereint(NamedTuple):
    """What came of it: all that is different from the first revision (None: gone), and what is left open."""

    baum: str
    dateien: Mapping[str, bytes | None]
    strittig: tuple[Strittig, ...]


def merge_staende(wurzel: Path, eine: str, andere: str) -> Vereint:
    """Merge two commits in a place of its own. Raises NetzintFehler if they have nothing in common."""
    with open_probelager(wurzel) as lager:
        umgebung = {"GIT_DIR": str(lager)}
        code, output = execute(
            lager, ("merge-tree", "--write-tree", "-z", "--no-messages", eine, andere), None, umgebung
        )
        if code not in (0, 1) or not output:
            raise _explain(lager, eine, andere)
        baum, *stages = output.decode("utf-8", "surrogateescape").rstrip("\0").split("\0")
        read = _Lager(lager)
        return Vereint(baum, read.changes(eine, baum), tuple(read.strittige(stages)))


def _explain(lager: Path, eine: str, andere: str) -> NetzintFehler:
    base = gitlesen.run(lager, "merge-base", eine, andere, check=False, mehr={"GIT_DIR": str(lager)})
    if not base.strip():
        text = "Die beiden Stände haben keine gemeinsame Vorgeschichte, oder sie fehlt in diesem Klon."
        return NetzintFehler(text, "Fehlende Vorgeschichte holen: git fetch --unshallow", Ausgang.UMGEBUNG)
    return NetzintFehler(
        "Git konnte die beiden Stände nicht zusammenführen.", "„git fsck“ zeigt, was fehlt.", Ausgang.UMGEBUNG
    )


class _Lager:
    """Reads what git has put there."""

    def __init__(self, lager: Path) -> None:
        self._lager = lager

    def changes(self, eine: str, baum: str) -> dict[str, bytes | None]:
        """The contents that differ from a commit; what is no plain file is not told."""
        args = ("diff-tree", "-r", "-z", "--no-renames", eine, baum, "--", "daten", "vorlagen")
        output = gitlesen.run(self._lager, *args, mehr={"GIT_DIR": str(self._lager)})
        parts = output.decode("utf-8", "surrogateescape").split("\0")[:-1]
        neu = {pfad: kopf.split() for kopf, pfad in zip(parts[::2], parts[1::2], strict=True)}
        blobs = self._read([fields[3] for fields in neu.values() if fields[1].startswith("100")])
        return {pfad: blobs.get(fields[3]) for pfad, fields in neu.items()}

    def strittige(self, stages: list[str]) -> Iterator[Strittig]:
        """The files with conflicts and their states (1: basis, 2: ours, 3: theirs)."""
        found: dict[str, dict[str, str]] = {}
        for line in stages:
            kopf, _, pfad = line.partition("\t")
            if pfad:
                _, oid, stufe = kopf.split()
                found.setdefault(pfad, {})[stufe] = oid
        blobs = self._read([oid for states in found.values() for oid in states.values()])
        for pfad, states in sorted(found.items()):
            yield Strittig(pfad, *(blobs.get(states.get(stufe, "")) for stufe in "123"))

    def _read(self, oids: list[str]) -> dict[str, bytes]:
        request = "".join(f"{oid}\n" for oid in dict.fromkeys(oids)).encode()
        if not request:
            return {}
        output = gitlesen.run(
            self._lager, "cat-file", "--batch", "--buffer", input=request, mehr={"GIT_DIR": str(self._lager)}
        )
        found: dict[str, bytes] = {}
        start = 0
        while start < len(output):
            ende = output.index(b"\n", start)
            oid, kind, *size = output[start:ende].decode().split()
            start = ende + 1
            if size:
                data = output[start : start + int(size[0])]
                start += int(size[0]) + 1
                if kind == "blob":
                    found[oid] = data
        return found
