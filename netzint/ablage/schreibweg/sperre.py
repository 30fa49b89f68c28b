"""One writer at a time, and whoever waits hears for whom."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from netzint.ablage.schreibweg.dateien import write_durable
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.umgebung import ursache

DATEI = "sperre"
INHABER = "inhaber.json"
PAUSE = 0.01


@contextmanager
def hold(folder: Path, kuerzel: str, befehl: str, wartezeit: float) -> Iterator[tuple[int, ...]]:
    """Hold the lock. Yields the descriptors that a git process should inherit, so that it keeps the lock if we die.

    Raises NetzintFehler (ABGELEHNT) naming the holder if the lock is still busy after ``wartezeit`` seconds.
    """
    try:
        folder.mkdir(exist_ok=True)
        take, release, keep = _open(folder / DATEI)
    except OSError as error:
        text = f"In „{folder}“ lässt sich nicht schreiben ({ursache(error)})."
        raise NetzintFehler(text, "Schreibrechte und Datenträger prüfen.", Ausgang.UMGEBUNG) from error
    try:
        try:
            _wait(folder, take, wartezeit)
        except OSError as error:
            raise _refuse(folder, error) from error
        with suppress(OSError):
            write_durable(folder / INHABER, _describe_us(kuerzel, befehl))
        yield keep
    finally:
        release()


def _refuse(folder: Path, error: OSError) -> NetzintFehler:
    text = f"In „{folder}“ lässt sich keine Sperre setzen ({ursache(error)}); es wurde nichts geändert."
    hinweis = "Manches Netzlaufwerk kann das nicht: das Repository auf ein eigenes Laufwerk klonen."
    return NetzintFehler(text, hinweis, Ausgang.UMGEBUNG)


def is_held(folder: Path) -> bool:
    """Whether somebody is writing at this moment. Changes nothing on disk."""
    if not (folder / DATEI).exists():
        return False
    with suppress(OSError):
        take, release, _ = _open(folder / DATEI)
        try:
            return not take()
        finally:
            release()
    return False


def _wait(folder: Path, take: Callable[[], bool], wartezeit: float) -> None:
    until = time.monotonic() + wartezeit
    while not take():
        if time.monotonic() >= until:
            hinweis = "Kurz warten und den Befehl wiederholen; hängt das Programm dort, es beenden."
            raise NetzintFehler(f"Gerade schreibt schon jemand: {_describe_inhaber(folder)}.", hinweis)
        time.sleep(PAUSE)


def _open(path: Path) -> tuple[Callable[[], bool], Callable[[], None], tuple[int, ...]]:
    try:
        import fcntl
    except ImportError:
        return _open_portable(path)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)

    def take() -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    # Closing is enough, and explicit unlocking would be wrong: a git process may live on and still need the lock.
    return take, lambda: os.close(descriptor), (descriptor,)


def _open_portable(path: Path) -> tuple[Callable[[], bool], Callable[[], None], tuple[int, ...]]:
    from filelock import FileLock, Timeout

    lock = FileLock(path)

    def take() -> bool:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

    return take, lambda: lock.release(force=True), ()


def _describe_us(kuerzel: str, befehl: str) -> bytes:
    import getpass
    import socket
    from datetime import datetime

    try:
        who = kuerzel or getpass.getuser()
    except (OSError, KeyError, ImportError):
        who = "unbekannt"
    since = datetime.now().astimezone().strftime("%d.%m.%Y %H:%M:%S")
    facts = {"wer": who, "pid": str(os.getpid()), "rechner": socket.gethostname(), "seit": since, "befehl": befehl}
    return json.dumps(facts, ensure_ascii=False).encode()


def _describe_inhaber(folder: Path) -> str:
    try:
        facts = json.loads((folder / INHABER).read_bytes())
        command = f" mit „{facts['befehl']}“" if facts["befehl"] else ""
        return f"{facts['wer']}{command} seit {facts['seit']} (Prozess {facts['pid']} auf {facts['rechner']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "ein anderer Vorgang"
