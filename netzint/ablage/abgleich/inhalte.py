"""Contents by their ids: those that git has, and those that are made here and still have to be written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from netzint.ablage import gitlesen
from netzint.ablage.schreibweg.objekte import Glied, Objekt, object_id


class Inhalte:
    """Read once each."""

    def __init__(self, wurzel: Path, objektformat: str) -> None:
        self._wurzel = wurzel
        self._format = objektformat
        self._bekannt: dict[str, bytes] = {}
        self._neu: dict[str, bytes] = {}

    def load(self, glieder: Iterable[Glied | None]) -> None:
        """Fetch them in one go."""
        wanted = {glied.oid for glied in glieder if glied} - self._bekannt.keys() - self._neu.keys()
        if wanted:
            self._bekannt |= gitlesen.read_blobs(self._wurzel, sorted(wanted))

    def read(self, glied: Glied | None) -> bytes | None:
        """The bytes of a file; None where there is none."""
        if glied is None:
            return None
        self.load([glied])
        return self._neu[glied.oid] if glied.oid in self._neu else self._bekannt[glied.oid]

    def add(self, data: bytes) -> str:
        """The id of a content that is to be written."""
        oid = object_id("blob", data, self._format)
        if oid not in self._bekannt:
            self._neu[oid] = data
        return oid

    def take_neue(self) -> list[Objekt]:
        """All that was made here since the last time; it is for the caller to write it."""
        taken, self._neu = self._neu, {}
        self._bekannt |= taken
        return [Objekt("blob", data) for data in taken.values()]
