"""Where the bytes come from: the work tree or a commit, with bytes laid over that are about to be written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.lesen.arbeitsordner import Arbeitsordner
from netzint.ablage.lesen.baum import Baum, art_of_mode, judge_baum
from netzint.ablage.lesen.blick import DATEI, DATEN, VORLAGEN
from netzint.modell.befund import Befund

_SHA1_LAENGE = 40


class Quelle(NamedTuple):
    """The files of one state."""

    baum: Baum
    ids: Mapping[str, str]
    """Content ids by path, where they are known without reading."""
    load: Callable[[Sequence[str]], None]
    """Say what will be read, so that it can be fetched at once."""
    read: Callable[[str], bytes | None]
    names: tuple[tuple[str, str], ...]
    """Everything there is: path and kind."""

    @property
    def dateien(self) -> tuple[str, ...]:
        """The paths that can be entries."""
        return self.baum.dateien

    @property
    def befunde(self) -> tuple[Befund, ...]:
        """What is wrong with the names and kinds of files."""
        return self.baum.befunde

    def vorlagen(self) -> dict[str, bytes]:
        """The templates by file name below ``vorlagen/``."""
        pfade = [f"vorlagen/{name}" for name in self.baum.vorlagen]
        self.load(pfade)
        contents = ((pfad.partition("/")[2], self.read(pfad)) for pfad in pfade)
        return {name: data for name, data in contents if data is not None}


def open_arbeitsordner(ordner: Arbeitsordner) -> Quelle:
    """The files as they lie there now."""
    names = tuple((blatt[0], blatt[1]) for blatt in ordner.blaetter)
    return Quelle(judge_baum(names), ordner.ids, lambda _: None, ordner.read, names)


def open_commit(wurzel: Path, stand: str, andere: Quelle | None = None) -> Quelle:
    """The files of a commit; ``stand`` is its id, "" the state before the first one. ``andere``: a source whose names
    need not be judged again if they are the same."""
    tree = gitlesen.list_tree(wurzel, stand, (DATEN, VORLAGEN)) if stand else ()
    arten = {mode: art_of_mode(mode) for mode in {mode for mode, _, _ in tree}}
    names = tuple([(pfad, arten[mode]) for mode, _, pfad in tree])
    oids = {pfad: oid for mode, oid, pfad in tree if arten[mode] == DATEI}
    blobs: dict[str, bytes] = {}

    def load(pfade: Sequence[str]) -> None:
        wanted = [oids[pfad] for pfad in pfade if pfad in oids and oids[pfad] not in blobs]
        if wanted:
            blobs.update(gitlesen.read_blobs(wurzel, wanted))

    def read(pfad: str) -> bytes | None:
        load([pfad])
        return blobs[oids[pfad]] if pfad in oids else None

    # In a repository of the newer format git's ids are not ours: contents are known by them only once they are read.
    known = oids if all(len(oid) == _SHA1_LAENGE for _, oid, _ in tree[:1]) else {}
    if andere is not None and andere.names == names:
        return Quelle(andere.baum, known, load, read, names)
    return Quelle(judge_baum(names) if stand else Baum((), (), ()), known, load, read, names)


def lay_over(quelle: Quelle, overlay: Mapping[str, bytes | None]) -> Quelle:
    """The same with these contents in place of the old ones; None: this file is gone."""
    ids = {**quelle.ids}
    for pfad in overlay:
        ids.pop(pfad, None)

    def load(pfade: Sequence[str]) -> None:
        quelle.load([pfad for pfad in pfade if pfad not in overlay])

    def read(pfad: str) -> bytes | None:
        return overlay[pfad] if pfad in overlay else quelle.read(pfad)

    there = dict(quelle.names)
    if all(content is not None and there.get(pfad) == DATEI for pfad, content in overlay.items()):
        return quelle._replace(ids=ids, load=load, read=read)
    kept = [(pfad, art) for pfad, art in quelle.names if pfad not in overlay]
    names = (*kept, *((pfad, DATEI) for pfad, content in overlay.items() if content is not None))
    return Quelle(judge_baum(names), ids, load, read, names)
