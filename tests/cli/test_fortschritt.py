"""Long work says how far it is: on a terminal, for people, and without a trace when it is done."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from netzint.ablage.fortschritt import count_along, listen
from netzint.cli import fortschritt
from netzint.cli.fortschritt import Zeile, is_fuer_maschinen
from tests.buero import git

if TYPE_CHECKING:
    from pathlib import Path

pty = pytest.importorskip("pty", reason="nur wo es Pseudoterminals gibt")

SOFORT = "import sys; from netzint.cli import fortschritt, start; fortschritt.AB = fortschritt.ABSTAND = 0; "
WEG = "\r\x1b[K"


@pytest.fixture(autouse=True)
def zum_ersten_mal(buero: Path) -> None:
    """What is known of the files is forgotten: only reading them takes time."""
    shutil.rmtree(buero / ".git" / "netzint" / "cache", ignore_errors=True)


def on_terminal(wurzel: Path, *args: str, before: str = SOFORT, term: str = "xterm") -> tuple[str, str]:
    """A command whose standard error is a terminal and which needs no patience; what it said there and elsewhere."""
    chef, knecht = pty.openpty()
    script = f"{before}sys.exit(start.run({args!r}))"
    env = {**os.environ, "TERM": term, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", script], cwd=wurzel, env=env, stdout=subprocess.PIPE, stderr=knecht)
    os.close(knecht)
    said = b""
    while True:
        try:
            piece = os.read(chef, 65536)
        except OSError:
            break
        if not piece:
            break
        said += piece
    os.close(chef)
    assert done.returncode in (0, 1, 2), said.decode()
    return said.decode(), done.stdout.decode()


def test_auf_einem_terminal_steht_waehrend_des_lesens_wie_weit_es_ist_und_danach_nichts_mehr(buero: Path) -> None:
    said, answer = on_terminal(buero, "pruefen")

    assert f"{WEG}Dateien gelesen: 0 von " in said
    assert "(0 %)" in said
    assert said.endswith(WEG)
    assert "Befunde" in answer or "Hinweis" in answer


@pytest.mark.parametrize("args", [("pruefen",), ("pruefen", "--stichtag", "2026-12-24")])
def test_auch_waehrend_des_pruefens_steht_da_wie_weit_es_ist(buero: Path, args: tuple[str, ...]) -> None:
    said, _ = on_terminal(buero, *args)

    counted = [int(zahl) for zahl in re.findall(r"Regeln geprüft: (\d+) von", said)]
    assert counted == list(range(counted[-1] + 1))
    assert len(counted) > 200
    assert said.endswith(WEG)


def test_auch_waehrend_ein_vorgang_geprueft_wird(buero: Path) -> None:
    said, _ = on_terminal(buero, "sitzung", "neu", "--probe")

    assert "Regeln geprüft: 1 von " in said


def test_auch_das_erzeugen_vieler_dokumente_wird_gezaehlt(buero: Path) -> None:
    said, _ = on_terminal(buero, "dokument", "erzeugen", "sg-2026-02")

    assert "Dokumente erzeugt: 1 von " in said
    assert said.endswith(WEG)


def test_vor_einer_meldung_ist_die_zeile_weg(buero: Path) -> None:
    said, _ = on_terminal(buero, "sitzung", "zeigen", "sg-1999-01")

    assert "Dateien gelesen" in said
    assert said.index("Fehler:") > said.rindex(WEG)


@pytest.mark.parametrize("args", [("--format", "json"), ("--format=csv",)])
def test_fuer_maschinen_steht_nichts_davon_da(buero: Path, args: tuple[str, ...]) -> None:
    said, _ = on_terminal(buero, "mitglied", "liste", *args)

    assert said == ""


def test_ein_terminal_ohne_zeichen_zum_loeschen_bleibt_leer(buero: Path) -> None:
    assert on_terminal(buero, "pruefen", term="dumb")[0] == ""


def test_wer_nicht_warten_muss_sieht_nichts(buero: Path) -> None:
    said, _ = on_terminal(buero, "mitglied", "liste", before=f"{SOFORT}fortschritt.AB = 60; ")

    assert said == ""


def test_ohne_terminal_wird_nichts_dafuer_geladen(buero: Path) -> None:
    loaded = "print('netzint.cli.fortschritt' in sys.modules)"
    script = f"import sys; from netzint.cli import start; start.run(('lage',)); {loaded}"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", script], cwd=buero, env=env, capture_output=True, text=True)

    assert (done.stderr, done.stdout.splitlines()[-1]) == ("", "False")
    assert git(buero, "status", "--porcelain") == ""


def test_die_zeile_kommt_erst_wenn_es_sich_lohnt_und_nicht_bei_jedem_stueck(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(fortschritt, "monotonic", lambda: now[0])
    stream = io.StringIO()
    zeile = Zeile(stream)
    for after in (0.0, 0.69, 0.71, 0.75, 0.82):
        now[0] = 100.0 + after
        zeile("Dateien gelesen", round(after * 100), 100)
    zeile("", 0, 0)
    zeile("", 0, 0)

    shown = [f"{WEG}Dateien gelesen: 71 von 100 (71 %)", f"{WEG}Dateien gelesen: 82 von 100 (82 %)", WEG]
    assert stream.getvalue() == "".join(shown)


def test_wer_zuhoert_erfaehrt_anfang_und_ende_und_die_stuecke_bleiben_dieselben() -> None:
    heard: list[tuple[str, int, int]] = []
    with listen(lambda was, fertig, zahl: heard.append((was, fertig, zahl))):
        assert list(count_along("Stücke", iter(range(70)), 70)) == list(range(70))

    assert heard == [("Stücke", 0, 70), ("Stücke", 32, 70), ("Stücke", 64, 70), ("", 0, 0), ("", 0, 0)]
    assert count_along("Stücke", heard, 4) is heard


def test_auch_nach_einem_abbruch_ist_die_zeile_weg() -> None:
    stream = io.StringIO()
    zeile = Zeile(stream)
    zeile._naechstes = 0.0

    def interrupted() -> None:
        with listen(zeile):
            for _ in count_along("Stücke", range(50), 50):
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert stream.getvalue() == f"{WEG}Stücke: 0 von 50 (0 %){WEG}"


def test_welche_antworten_fuer_maschinen_sind() -> None:
    assert is_fuer_maschinen(["lage", "--format", "json"])
    assert is_fuer_maschinen(["pruefen", "--format=github"])
    assert not is_fuer_maschinen(["lage", "--format", "text"])
    assert not is_fuer_maschinen(["suche", "json"])
