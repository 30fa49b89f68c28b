"""Running a command and measuring it from outside: wall time of the whole process, and memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tests.leistung.geschichte import clean_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

MIB = 1024 * 1024
_TAKT = 0.01


class Fehlgeschlagen(Exception):
    """A command did not do what the row wants to measure."""


class Aufruf(NamedTuple):
    """A command to measure. ``vorher`` lays the ground before each run and is not measured."""

    befehl: tuple[str, ...]
    ordner: Path | None = None
    kerne: int = 2
    vorher: Callable[[], object] | None = None
    eigene_uhr: bool = False
    """The command prints the seconds itself: what it measures within itself counts, not its start."""
    ausgaenge: tuple[int, ...] = (0,)
    """The exit codes with which it has done its work."""


def netzint(
    *args: str, ordner: Path | None = None, kerne: int = 2, vorher: Callable[[], object] | None = None
) -> Aufruf:
    """A call of netzint as its users make it."""
    script = Path(sys.executable).with_name("netzint")
    befehl = (str(script),) if script.is_file() else (sys.executable, "-m", "netzint")
    return Aufruf((*befehl, *args), ordner, kerne, vorher)


@cache
def _bytecode() -> tempfile.TemporaryDirectory[str]:
    """Where Python keeps compiled modules while we measure; it goes when we end."""
    return tempfile.TemporaryDirectory(prefix="netzint-bytecode-")


def _environment() -> dict[str, str]:
    """That of an ordinary user: compiled modules are kept, which a machine for development may have switched off."""
    kept = {name: value for name, value in clean_environment().items() if not name.startswith("PYTHON")}
    return {**kept, "PYTHONPYCACHEPREFIX": _bytecode().name}


def measure(*aufrufe: Aufruf, runden: int) -> list[float]:
    """The median seconds of each command; they take turns, so that a busy moment meets all of them."""
    zeiten: list[list[float]] = [[] for _ in aufrufe]
    for runde in range(runden + 1):
        for nr, aufruf in enumerate(aufrufe):
            seconds = run_once(aufruf)
            if runde:  # the first round fills every cache
                zeiten[nr].append(seconds)
    return [median(werte) for werte in zeiten]


def run_once(aufruf: Aufruf) -> float:
    """Seconds of one run."""
    said, seconds = _run(aufruf)
    return float(said) if aufruf.eigene_uhr else seconds


def read_once(aufruf: Aufruf) -> str:
    """What one run says."""
    return _run(aufruf)[0]


def _run(aufruf: Aufruf) -> tuple[str, float]:
    if aufruf.vorher:
        aufruf.vorher()
    with _pinned(aufruf.kerne):
        start = time.perf_counter()
        ergebnis = subprocess.run(
            aufruf.befehl, cwd=aufruf.ordner, env=_environment(), stdin=subprocess.DEVNULL, capture_output=True
        )
        seconds = time.perf_counter() - start
    if ergebnis.returncode not in aufruf.ausgaenge:
        said = (ergebnis.stderr or ergebnis.stdout).decode("utf-8", "replace").strip().splitlines()[:1]
        raise Fehlgeschlagen(f"Ausgang {ergebnis.returncode}: {' '.join(said)[:70]}")
    return ergebnis.stdout.decode("utf-8", "replace"), seconds


@contextmanager
def _pinned(kerne: int) -> Iterator[None]:
    """Leave a command only so many processors, where the system can do that."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    alle = os.sched_getaffinity(0)
    os.sched_setaffinity(0, set(sorted(alle)[:kerne]))
    try:
        yield
    finally:
        os.sched_setaffinity(0, alle)


def measure_speicher(aufruf: Aufruf) -> float | None:
    """The peak of the memory of all processes of a command in MiB (sum of their PSS); None where it cannot be told."""
    if not Path("/proc/self/smaps_rollup").is_file():
        return None
    if aufruf.vorher:
        aufruf.vorher()
    with _pinned(aufruf.kerne):
        process = subprocess.Popen(
            aufruf.befehl, cwd=aufruf.ordner, env=_environment(), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        peak = [0]
        watcher = threading.Thread(target=_watch, args=(process, peak))
        watcher.start()
        ausgang = process.wait()
        watcher.join()
    if ausgang:
        raise Fehlgeschlagen(f"Ausgang {ausgang}")
    return peak[0] / MIB


def _watch(process: subprocess.Popen[bytes], peak: list[int]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(_pss(pid) for pid in _family(process.pid)))
        time.sleep(_TAKT)


def _family(pid: int) -> Sequence[int]:
    """A process and all below it."""
    found = [pid]
    for member in found:
        try:
            tasks = [(task / "children").read_text() for task in Path(f"/proc/{member}/task").iterdir()]
        except OSError:
            continue
        found += [int(child) for text in tasks for child in text.split()]
    return found


def _pss(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_bytes().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(b"Pss:")), 0)
