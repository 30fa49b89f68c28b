"""``pruefen`` without its voice: reading, all rules, and what else the caller brings, as one sorted answer.

Nothing slow is imported here: an answer that is known needs none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from netzint.ablage.cache.befundform import from_plain, to_plain
from netzint.ablage.cache.ordner import Cacheordner, Vergessen, open_cache
from netzint.ablage.lesen.arbeitsordner import Arbeitsordner
from netzint.ablage.lesen.ohne_gc import without_gc
from netzint.modell.befund import Befund, sort_befunde

if TYPE_CHECKING:
    from netzint.ablage.lesen.bestand import Gelesenes
    from netzint.ablage.lesen.quelle import Quelle

Weitere = Callable[[Mapping[str, bytes]], tuple[Befund, ...]]
"""Findings about the templates (file name below ``vorlagen/`` → bytes), which depend on nothing else."""

_ANTWORT = "antwort-"
_AUFGEHOBEN = 16
"""So many answers are kept: for some commits and days."""


class Ergebnis(NamedTuple):
    """The answer. ``lines`` gives the lines of a file for a path, to show where a finding is."""

    befunde: tuple[Befund, ...]
    dateien: int
    stand_oid: str | None
    stichtag: date
    lines: Callable[[str], Sequence[str]]
    inhalt: bytes = b""
    """Over everything that was judged; empty if that is not known."""


def check(
    wurzel: Path, stichtag: date, stand: str | None = None, *, cache: bool = True, weitere: Weitere | None = None
) -> Ergebnis:
    """All findings about the work tree, or about a commit by its id."""
    auftrag = _Auftrag(stichtag, weitere, open_cache(wurzel) if cache else None)
    with without_gc():
        try:
            return _check(wurzel, stand, auftrag)
        except Vergessen:
            return _check(wurzel, stand, auftrag._replace(cache=None))


def check_quelle(
    wurzel: Path, quelle: Quelle, stand: str, stichtag: date, *, weitere: Weitere | None = None
) -> Ergebnis:
    """All findings about contents that stand in no commit yet; ``stand``: the id of their tree."""
    gelesen, befunde = _read_and_judge(quelle, stand, _Auftrag(stichtag, weitere, open_cache(wurzel)))
    return Ergebnis(befunde, gelesen.dateien, stand, stichtag, _make_lines(gelesen.read))


def _check(wurzel: Path, stand: str | None, auftrag: _Auftrag) -> Ergebnis:
    return _check_arbeitsordner(wurzel, auftrag) if stand is None else _check_commit(wurzel, stand, auftrag)


class _Auftrag(NamedTuple):
    """What is asked, and where the answer may be known already."""

    stichtag: date
    weitere: Weitere | None
    cache: Cacheordner | None

    def find(self, inhalt: bytes | None) -> tuple[tuple[Befund, ...], int] | None:
        """The findings that these contents had, and how many files there were."""
        known = self.cache.load(self._name(inhalt)) if self.cache and inhalt else None
        return (from_plain(known[0]), known[1]) if known else None

    def keep(self, inhalt: bytes, befunde: tuple[Befund, ...], dateien: int) -> None:
        """Remember the findings of these contents."""
        if self.cache:
            self.cache.store(self._name(inhalt), (to_plain(befunde), dateien))
            self.cache.prune(_ANTWORT, _AUFGEHOBEN)

    def _name(self, inhalt: bytes) -> str:
        frage = f"{self.stichtag.isoformat()} {self.weitere.__module__ if self.weitere else ''}"
        return _ANTWORT + sha256(inhalt + frage.encode()).hexdigest()[:32]


def _check_arbeitsordner(wurzel: Path, auftrag: _Auftrag) -> Ergebnis:
    ordner = Arbeitsordner(wurzel, auftrag.cache)
    inhalt = ordner.recognize()
    known = auftrag.find(inhalt)
    if not known:
        inhalt = ordner.learn()
        known = auftrag.find(inhalt)
        if known:
            ordner.keep({})
    if known:
        return Ergebnis(*known, None, auftrag.stichtag, _make_lines(ordner.read), inhalt or b"")
    from netzint.ablage.lesen.quelle import open_arbeitsordner

    gelesen, befunde = _read_and_judge(open_arbeitsordner(ordner), None, auftrag)
    inhalt = b""
    if auftrag.cache:
        ordner.keep(gelesen.inhalte())
        inhalt = ordner.inhalt()
        auftrag.keep(inhalt, befunde, gelesen.dateien)
    return Ergebnis(befunde, gelesen.dateien, None, auftrag.stichtag, _make_lines(ordner.read), inhalt)


def _check_commit(wurzel: Path, stand: str, auftrag: _Auftrag) -> Ergebnis:
    from netzint.ablage import gitlesen

    args = ("ls-tree", "-z", "--full-tree", "--end-of-options", stand, "--", "daten", "vorlagen")
    inhalt = gitlesen.run(wurzel, *args) if stand else b"-"
    known = auftrag.find(inhalt)
    if known:
        return Ergebnis(*known, stand, auftrag.stichtag, _make_lines_of_commit(wurzel, stand, known[0]), inhalt)
    from netzint.ablage.lesen.quelle import open_commit

    gelesen, befunde = _read_and_judge(open_commit(wurzel, stand), stand, auftrag)
    auftrag.keep(inhalt, befunde, gelesen.dateien)
    return Ergebnis(befunde, gelesen.dateien, stand, auftrag.stichtag, _make_lines(gelesen.read), inhalt)


def _read_and_judge(quelle: Quelle, stand: str | None, auftrag: _Auftrag) -> tuple[Gelesenes, tuple[Befund, ...]]:
    from netzint.ablage.cache.angaben import Gedaechtnis
    from netzint.ablage.lesen.bestand import assemble, locate
    from netzint.ablage.lesen.nebenher import Nebenher
    from netzint.ablage.lesen.urteil import judge_gelesenes

    gedaechtnis = Gedaechtnis(auftrag.cache)
    vorlagen = Nebenher(partial(_judge_vorlagen, quelle.vorlagen(), auftrag))

    def prepare() -> None:
        if auftrag.weitere:
            vorlagen.start()
        if gedaechtnis.erinnerung is None:
            import netzint.regeln.alle  # noqa: F401 (takes long; meanwhile a second process is reading)

    gelesen = assemble(quelle, stand, gedaechtnis, meanwhile=prepare)
    if gelesen.zu_neu:
        return gelesen, gelesen.befunde
    found = judge_gelesenes(gelesen, auftrag.stichtag, remember=stand is None)
    quelle.load([b.pfad for b in found if b.pfad])
    return gelesen, sort_befunde([*gelesen.befunde, *locate(found, quelle.read), *vorlagen.result()])


def _judge_vorlagen(vorlagen: Mapping[str, bytes], auftrag: _Auftrag) -> tuple[Befund, ...]:
    """Templates are tried out in a process of their own, which takes long; they change seldom, the data daily."""
    if not auftrag.weitere:
        return ()
    digest = sha256(repr(sorted(vorlagen.items())).encode()).hexdigest()
    name = f"vorlagen-{digest[:32]}"
    known = auftrag.cache.load(name) if auftrag.cache else None
    if known is not None:
        return from_plain(known)
    befunde = auftrag.weitere(vorlagen)
    if auftrag.cache:
        auftrag.cache.store(name, to_plain(befunde))
        auftrag.cache.prune("vorlagen-", _AUFGEHOBEN)
    return befunde


def _make_lines(read: Callable[[str], bytes | None]) -> Callable[[str], Sequence[str]]:
    return lambda pfad: (read(pfad) or b"").decode("utf-8", "replace").replace("\r\n", "\n").split("\n")


def _make_lines_of_commit(wurzel: Path, stand: str, befunde: tuple[Befund, ...]) -> Callable[[str], Sequence[str]]:
    """All files with findings are fetched at once, when the first is asked for."""
    from netzint.ablage import gitlesen

    blobs: dict[str, bytes] = {}

    def read(pfad: str) -> bytes | None:
        if not blobs:
            names = sorted({f"{stand}:{b.pfad}" for b in befunde if b.zeile})
            found = gitlesen.read_objects(wurzel, names)
            blobs.update({name.partition(":")[2]: data for name, (_, kind, data) in found.items() if kind == "blob"})
        return blobs.get(pfad)

    return _make_lines(read)
