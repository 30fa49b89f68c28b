"""Templates are foreign code: they are tried out in a child process with limits, and what goes wrong is a finding."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from typing import Any, NamedTuple

from netzint.dokumente.briefbogen import BRIEFBOGEN, ENDUNGEN, check_namen, is_mitgeliefert
from netzint.dokumente.fehler import VorlagenFehler
from netzint.modell.befund import Befund, Schwere, sort_befunde
from netzint.modell.codes_vorlagen import VORLAGEN
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.umgebung import ursache

FOLDER = "vorlagen/"
ENDUNG = ".md.j2"
_SCHWERE = {entry.code: entry.schwere for entry in VORLAGEN}
_ABORTED = "Das Ausfüllen wurde abgebrochen: zu viel Zeit oder Speicher."
_CHILD = "import sys; sys.path[:] = sys.argv[1:]; from netzint.dokumente.kind import main; main()"


class Grenzen(NamedTuple):
    """What one child may use; the wall clock alone where the system knows no other limits (Windows)."""

    speicher_mib: int = 512
    cpu_s: int = 5
    wand_s: float = 20.0
    ausgabe: int = 1_000_000


class _Lauf(NamedTuple):
    """What one child said: its findings, the step it was at, and whether it came to its end."""

    befunde: list[Befund]
    bei: str
    fertig: bool


def check_vorlagen(
    vorlagen: Mapping[str, str],
    grenzen: Grenzen | None = None,
    briefbogen: Mapping[str, bytes] | None = None,
    erprobt: Mapping[str, str] | None = None,
) -> tuple[Befund, ...]:
    """Findings about templates (file name → text) and letterheads.

    Each in one child for all, one more for each that kills it; both at the same time. Without ``briefbogen``
    letterheads are left out. What is as it was shipped needs no child, because the tests have checked it: letterheads
    one by one, templates (``erprobt``) all together, as they include each other. The answer depends on nothing but the
    files and netzint itself, so the caller may keep it by content.
    Raises NetzintFehler (Ausgang.UMGEBUNG) if no child can be started.
    """
    from concurrent.futures import ThreadPoolExecutor

    texts = {name: text for name, text in vorlagen.items() if name.endswith(ENDUNG)}
    auftraege: list[dict[str, Any]] = [] if texts == erprobt else [{"vorlagen": texts}]
    namen = [] if briefbogen is None else [_befund_of(error) for error in check_namen(briefbogen)]
    own = [name for name in BRIEFBOGEN.values() if briefbogen and not is_mitgeliefert(briefbogen.get(name))]
    if briefbogen and own:
        auftraege.append({"briefbogen": {name: b64encode(briefbogen[name]).decode() for name in own}})
    with ThreadPoolExecutor(max(1, len(auftraege))) as pool:
        found = [namen, *pool.map(lambda auftrag: _check(auftrag, grenzen or Grenzen()), auftraege)]
        return sort_befunde(tuple(dict.fromkeys(befund for befunde in found for befund in befunde)))


def _check(auftrag: Mapping[str, Any], grenzen: Grenzen) -> list[Befund]:
    befunde: list[Befund] = []
    done: list[str] = []
    while True:
        lauf = _run_child({**auftrag, "erledigt": done}, grenzen)
        befunde = lauf.befunde + [b for b in befunde if b.code == "V108"]
        if lauf.fertig:
            return befunde
        if not lauf.bei or lauf.bei in done:
            raise NetzintFehler(
                "Die Vorlagen ließen sich nicht prüfen.", "Versuchen Sie es noch einmal.", Ausgang.UMGEBUNG
            )
        done.append(lauf.bei)
        befunde.append(_make_befund("V108", _file_of(lauf.bei), 0, _ABORTED, "Prüfen Sie die Schleifen und die Teile."))


def _file_of(step: str) -> str:
    return step if step.endswith((ENDUNG, *ENDUNGEN)) else step + ENDUNG


def _make_befund(code: str, vorlage: str, zeile: int, text: str, hinweis: str, wert: str = "") -> Befund:
    schwere = _SCHWERE.get(code, Schwere.FEHLER)
    return Befund(code, schwere, text, hinweis, FOLDER + vorlage, zeile, schluessel=(vorlage, wert))


def _befund_of(error: VorlagenFehler) -> Befund:
    return _make_befund(error.code, error.vorlage, error.zeile, error.meldung, error.hinweis, error.wert)


def _run_child(was: Mapping[str, Any], grenzen: Grenzen) -> _Lauf:
    auftrag = {**was, "speicher_mib": grenzen.speicher_mib, "cpu_s": grenzen.cpu_s}
    output = talk(json.dumps(auftrag).encode(), grenzen)
    bei = ""
    befunde: list[Befund] = []
    for line in output.splitlines():
        step = _read(line)
        if "fertig" in step:
            return _Lauf(befunde, bei, fertig=True)
        if "bei" in step:
            bei = step["bei"]
        if "befund" in step:
            befunde.append(_make_befund(*step["befund"]))
    return _Lauf(befunde, bei, fertig=False)


def _read(line: bytes) -> dict[str, Any]:
    """One step; a line cut off by a kill is none."""
    try:
        step = json.loads(line)
    except ValueError:
        return {}
    return step if isinstance(step, dict) else {}


def talk(auftrag: bytes, grenzen: Grenzen) -> bytes:
    """Start the child, hand it its order, and take at most ``ausgabe`` bytes within ``wand_s`` seconds."""
    import subprocess
    import sys
    import threading

    path = [entry for entry in sys.path if entry]
    try:
        child = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-c", _CHILD, *path],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError as error:
        raise NetzintFehler(
            f"Die Prüfung der Vorlagen ließ sich nicht starten ({ursache(error)}).", "", Ausgang.UMGEBUNG
        ) from error
    clock = threading.Timer(grenzen.wand_s, child.kill)
    clock.start()
    try:
        return _exchange(child, auftrag, grenzen.ausgabe)
    finally:
        clock.cancel()
        child.kill()
        child.wait()


def _exchange(child: Any, auftrag: bytes, most: int) -> bytes:
    """The child reads everything before it writes, so plain writing then reading cannot block for good."""
    with child.stdin as pipe:
        try:
            pipe.write(auftrag)
            pipe.flush()
        except OSError:
            return b""
    with child.stdout as answers:
        return bytes(answers.read(most))
