"""Reading many files with two processes: a second one parses, this one makes entries of what it gets meanwhile.

Both take the next heap of files from one pipe, so neither waits for the other whatever the files are like. The second
process leaves what it has read in shared memory and says so through another pipe.
"""

from __future__ import annotations

import gc
import marshal
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from struct import Struct
from typing import Any, NamedTuple

from netzint.ablage.cache.angaben import Gedaechtnis, Gelesen
from netzint.ablage.cache.befundform import from_plain, to_plain
from netzint.ablage.lesen.arbeitsordner import hash_inhalt
from netzint.modell.arten import place_of

AB = 1000
"""Fewer files are read before a second process is of use."""
_HAUFEN = 32
_HOECHSTENS = 16_000
"""So many heaps a pipe can hold as numbers of two bytes, with room to spare."""
_NUMMER = Struct("=H")
_MELDUNG = Struct("=HQQ")

Lesen = Callable[[str], bytes | None]


def read_neue(
    pfade: Sequence[str], read: Lesen, gedaechtnis: Gedaechtnis, prepare: Callable[[], object]
) -> Iterator[Gelesen]:
    """Read files whose contents are not known, or were not known to be known. Order is left open."""
    arbeit = _Arbeit(pfade, read, gedaechtnis)
    if len(pfade) < AB or not _can_fork():
        prepare()
        for pfad in pfade:
            yield arbeit.parse(pfad)
        return
    yield from _read_zu_zweit(arbeit, prepare)


class _Arbeit(NamedTuple):
    """What both processes know."""

    pfade: Sequence[str]
    read: Lesen
    gedaechtnis: Gedaechtnis

    @property
    def haufen(self) -> int:
        return max(_HAUFEN, -(-len(self.pfade) // _HOECHSTENS))

    def heap(self, nummer: int) -> Sequence[str]:
        """The paths of one heap."""
        return self.pfade[nummer * self.haufen : (nummer + 1) * self.haufen]

    def parse(self, pfad: str) -> Gelesen:
        """Read one file, unless its contents turn out to be known."""
        from netzint.ablage.leser.befund import Position, befund
        from netzint.ablage.leser.datei import parse

        data = self.read(pfad)
        if data is None:
            unlesbar = befund("L510", Position(0, 0), "Die Datei ist nicht lesbar")
            return Gelesen(pfad, "", None, (unlesbar,))
        merken = self.gedaechtnis.merkt
        inhalt = hash_inhalt(data) if merken else ""
        if merken and self.gedaechtnis.find(place_of(pfad)[0].name, inhalt) is not None:
            return Gelesen(pfad, inhalt, None, (), bekannt=True)
        wert, befunde = parse(data)
        clean = merken and wert is not None and not befunde
        return Gelesen(pfad, inhalt, wert, befunde, marshal.dumps(wert) if clean else None)


def _can_fork() -> bool:
    """Linux with a second processor, and no thread that a copy of this process would lose."""
    if not hasattr(os, "fork") or not hasattr(os, "memfd_create") or len(os.sched_getaffinity(0)) < 2:
        return False
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() == 1


def _read_zu_zweit(arbeit: _Arbeit, prepare: Callable[[], object]) -> Iterator[Gelesen]:
    import netzint.ablage.leser.datei  # noqa: F401 (once for both)

    zahl = -(-len(arbeit.pfade) // arbeit.haufen)
    aufgaben = _make_aufgaben(zahl)
    ablage = os.memfd_create("netzint")
    meldungen, melden = os.pipe()
    gc.freeze()
    kind = os.fork()
    if not kind:
        os.close(meldungen)  # or it would never notice that nobody listens any more
        _work(arbeit, aufgaben, ablage, melden)
    os.close(melden)
    offen = set(range(zahl))
    try:
        prepare()
        yield from _work_along(arbeit, aufgaben, ablage, meldungen, offen)
        for nummer in sorted(offen):  # what a second process that died had taken
            yield from map(arbeit.parse, arbeit.heap(nummer))
    finally:
        for handle in (aufgaben, ablage, meldungen):
            os.close(handle)
        os.waitpid(kind, 0)


def _make_aufgaben(zahl: int) -> int:
    """A pipe filled with the numbers of all heaps; each is handed out once."""
    lesen, schreiben = os.pipe()
    os.write(schreiben, b"".join(map(_NUMMER.pack, range(zahl))))
    os.close(schreiben)
    return lesen


def _take(aufgaben: int) -> int | None:
    data = os.read(aufgaben, _NUMMER.size)
    return _NUMMER.unpack(data)[0] if data else None


def _work(arbeit: _Arbeit, aufgaben: int, ablage: int, melden: int) -> None:
    """The second process, to its end; it shares no file that anybody else writes to."""
    ende = 0
    try:
        gc.disable()
        while (nummer := _take(aufgaben)) is not None:
            data = marshal.dumps([_pack(gelesen) for gelesen in map(arbeit.parse, arbeit.heap(nummer))])
            if os.pwrite(ablage, data, ende) == len(data):
                os.write(melden, _MELDUNG.pack(nummer, ende, len(data)))
            ende += len(data)
    finally:
        os._exit(0)


def _work_along(arbeit: _Arbeit, aufgaben: int, ablage: int, meldungen: int, offen: set[int]) -> Iterator[Gelesen]:
    """Take over what the other one has read; while there is nothing, read a heap."""
    while True:
        os.set_blocking(meldungen, False)
        for nummer, ort, laenge in _listen(meldungen):
            offen.discard(nummer)
            heap = arbeit.heap(nummer)
            yield from map(_unpack, heap, _loads(os.pread(ablage, laenge, ort)))
        nummer_ = _take(aufgaben)
        if nummer_ is None:
            break
        offen.discard(nummer_)
        yield from map(arbeit.parse, arbeit.heap(nummer_))
    os.set_blocking(meldungen, True)
    for nummer, ort, laenge in _listen(meldungen):
        offen.discard(nummer)
        yield from map(_unpack, arbeit.heap(nummer), _loads(os.pread(ablage, laenge, ort)))


def _listen(meldungen: int) -> Iterator[tuple[int, int, int]]:
    """What the other one has said: until nothing more has come, or (blocking) until it has ended."""
    with suppress(BlockingIOError):
        while data := os.read(meldungen, _MELDUNG.size):
            yield _MELDUNG.unpack(data)


def _loads(data: bytes) -> Any:
    return marshal.loads(data)  # noqa: S302 (from our own process, through memory that nobody else can open)


def _pack(gelesen: Gelesen) -> tuple[Any, ...]:
    wert = None if gelesen.angaben is not None else gelesen.wert
    return gelesen.inhalt, gelesen.angaben, wert, to_plain(gelesen.befunde), gelesen.bekannt


def _unpack(pfad: str, plain: tuple[Any, ...]) -> Gelesen:
    inhalt, angaben, wert, befunde, bekannt = plain
    return Gelesen(pfad, inhalt, _loads(angaben) if angaben else wert, from_plain(befunde), angaben, bekannt)
