"""``netzint sitzung neu`` at a real terminal: questions, proposals, wrong answers, and going away."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import state

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Pseudoterminals gibt es unter Windows nicht")

GEDULD = 30
PROGRAMM = """
import fcntl, signal, sys, termios
from datetime import date
from netzint.cli import heute, start
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C comes from this terminal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job of a shell starts without it
heute.today = lambda: date(2026, 11, 22)
sys.argv[1:] = ARGUMENTE
start.main()
"""
NEU = "daten/sitzungen/sg-2026-03.yaml"


class Gespraech(NamedTuple):
    """What was on the screen, and how it ended."""

    ausgang: int
    bild: str


def speak(buero: Path, *args: str, antworten: str, frage: str = "]: ") -> Gespraech:
    """Sit at a terminal, type all answers ahead as soon as the first question is there, and read the screen."""
    ours, theirs = os.openpty()
    env = {**os.environ, "TERM": "dumb", "COLUMNS": "80"}
    program = PROGRAMM.replace("ARGUMENTE", repr(list(args)))
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=buero, env=env, stdin=theirs, stdout=theirs, stderr=theirs,
        start_new_session=True,
    ) as process:  # fmt: skip
        os.close(theirs)
        try:
            seen = _read_until(ours, frage)
            time.sleep(0.5)  # a signal between the question and the waiting for its answer would be noticed later
            os.write(ours, antworten.encode())
            seen += _read_until(ours, "\0")
            process.wait(GEDULD)
        finally:
            process.kill()
            os.close(ours)
    return Gespraech(process.returncode, seen.replace("\r\n", "\n"))


def _read_until(terminal: int, text: str) -> str:
    seen = b""
    while text.encode() not in seen:
        if not select.select([terminal], [], [], GEDULD)[0]:
            pytest.fail(f"nach {GEDULD} Sekunden steht da nur: {seen.decode()}")
        try:
            data = os.read(terminal, 4096)
        except OSError:  # Linux's way to say that the other side is gone
            break
        if not data:
            break
        seen += data
    return seen.decode()


def test_mit_eingabetaste_gelten_die_vorschlaege(buero: Path) -> None:
    gespraech = speak(buero, "sitzung", "neu", antworten="\n\n\n")

    assert gespraech.ausgang == Ausgang.GUT
    assert "Beginn [10:00]: " in gespraech.bild
    assert "Ort [Musterburg, Haus der Begegnung]: " in gespraech.bild
    assert "datum: 2026-12-15\n" in (buero / NEU).read_text(encoding="utf-8")


def test_falsche_antworten_werden_noch_einmal_gefragt(buero: Path) -> None:
    gespraech = speak(
        buero, "sitzung", "neu", antworten="31.11.2026\n1.1.2020\n9.2.2027\nzehn\n10 Uhr\nStuttgart, Rathaus\n"
    )

    assert gespraech.ausgang == Ausgang.GUT
    assert "Den 31. November 2026 gibt es nicht" in gespraech.bild
    assert "Am 1. Januar 2020 gab es das Netzwerk noch nicht." in gespraech.bild
    assert "„zehn“ ist keine Uhrzeit." in gespraech.bild
    text = (buero / NEU).read_text(encoding="utf-8")
    assert 'datum: 2027-02-09\nbeginn: "10:00"\nort: Stuttgart, Rathaus\n' in text


def test_was_angegeben_ist_wird_nicht_gefragt(buero: Path) -> None:
    gespraech = speak(buero, "sitzung", "neu", "--datum", "2027-02-09", "--ort", "Ulm", antworten="\n")

    assert gespraech.ausgang == Ausgang.GUT
    assert "Tag der Sitzung" not in gespraech.bild
    assert "Ort [" not in gespraech.bild


@pytest.mark.parametrize("taste", ["\x03", "\x04"])
def test_wer_an_einer_frage_abbricht_hat_nichts_geaendert(buero: Path, taste: str) -> None:
    before = state(buero)
    gespraech = speak(buero, "sitzung", "neu", antworten=taste)

    assert (gespraech.ausgang, state(buero)) == (Ausgang.UNTERBROCHEN, before)
    assert "Abgebrochen." in gespraech.bild
    assert "Traceback" not in gespraech.bild
