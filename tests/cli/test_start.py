"""Where netzint starts and ends: exit codes, and never a traceback."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer

from netzint import __version__
from netzint.cli import start
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Lauf

NETZINT = [sys.executable, "-m", "netzint"]


def test_die_version_steht_in_einer_zeile(rufe: Callable[..., Lauf]) -> None:
    assert rufe("--version") == (0, f"netzint {__version__}\n", "")


@pytest.mark.parametrize(("wert", "ausgang"), [(None, 0), (Ausgang.BEFUNDE, 1), (Ausgang.NACHZUZIEHEN, 4)])
def test_der_ausgang_ist_was_der_befehl_zurueckgibt(
    befehl: Callable[..., Lauf], wert: Ausgang | None, ausgang: int
) -> None:
    assert befehl(lambda: wert).ausgang == ausgang


def test_ein_exit_von_typer_gilt_ebenso(befehl: Callable[..., Lauf]) -> None:
    def befehl_mit_exit() -> None:
        raise typer.Exit(1)

    assert befehl(befehl_mit_exit).ausgang == 1


@pytest.mark.parametrize("ausgang", [Ausgang.AUFRUF, Ausgang.ABGELEHNT, Ausgang.UMGEBUNG])
def test_ein_erwarteter_fehler_sagt_was_zu_tun_ist(befehl: Callable[..., Lauf], ausgang: Ausgang) -> None:
    lauf = befehl(_wirft(NetzintFehler("Das geht nicht\x1b.", "So geht es.", ausgang)))

    assert lauf == (ausgang, "", "Fehler: Das geht nicht⟨U+001B⟩.\n→ So geht es.\n")


def _wirft(fehler: BaseException) -> Callable[[], None]:
    def function() -> None:
        raise fehler

    return function


@pytest.mark.parametrize("fehler", [KeyboardInterrupt(), EOFError(), typer.Abort()])
def test_ein_abbruch_ist_ausgang_130(befehl: Callable[..., Lauf], fehler: BaseException) -> None:
    lauf = befehl(_wirft(fehler))

    assert (lauf.ausgang, lauf.aus) == (130, "")
    assert lauf.fehler.startswith("Abgebrochen.")


@pytest.mark.parametrize(
    ("fehler", "satz"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Der Datenträger ist voll."),
        (PermissionError(errno.EACCES, "Permission denied", "a.yaml"), "Die Rechte reichen nicht: a.yaml"),
        (OSError(errno.EROFS, "Read-only", "/x"), "Der Datenträger ist schreibgeschützt: /x"),
        (MemoryError(), "Der Arbeitsspeicher reicht nicht."),
    ],
)
def test_platte_rechte_und_speicher_sind_ausgang_5(befehl: Callable[..., Lauf], fehler: Exception, satz: str) -> None:
    lauf = befehl(_wirft(fehler))

    assert lauf.ausgang == 5
    assert lauf.fehler.startswith(f"Fehler: {satz}\n→ ")


@pytest.mark.parametrize(
    "fehler", [ValueError("geheimnis"), RecursionError(), OSError("ohne Nummer"), AssertionError()]
)
def test_ein_fehler_in_netzint_legt_einen_bericht_ab_und_zeigt_keine_innereien(
    befehl: Callable[..., Lauf], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fehler: Exception
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    lauf = befehl(_wirft(fehler))
    [bericht] = tmp_path.glob("netzint-bericht-*.txt")

    assert (lauf.ausgang, lauf.aus) == (70, "")
    assert "Traceback" not in lauf.fehler
    assert "geheimnis" not in lauf.fehler
    assert str(bericht) in lauf.fehler
    assert type(fehler).__name__ in bericht.read_text(encoding="utf-8")
    assert os.name == "nt" or bericht.stat().st_mode & 0o777 == 0o600


def test_auch_ohne_platz_fuer_den_bericht_gibt_es_keine_innereien(
    befehl: Callable[..., Lauf], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/gibt/es/nicht")
    lauf = befehl(_wirft(ValueError("x")))

    assert lauf.ausgang == 70
    assert "Traceback" not in lauf.fehler
    assert "ließ sich nicht ablegen" in lauf.fehler


def test_netzint_allein_ist_die_lage(rufe: Callable[..., Lauf], befehl: Callable[..., Lauf]) -> None:
    befehl(lambda: Ausgang.NACHZUZIEHEN)  # puts a command in the place of „lage“

    assert rufe().ausgang == 4
    assert rufe("-C", ".").ausgang == 4


def test_wer_nicht_weiterliest_bekommt_keine_klage() -> None:
    with subprocess.Popen([*NETZINT, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as lauf:
        assert lauf.stdout
        assert lauf.stderr
        lauf.stdout.close()

        assert (lauf.stderr.read(), lauf.wait()) == (b"", 0)


def test_wer_nicht_weiterliest_aendert_nichts_am_urteil(buero: Path) -> None:
    for n in range(300):  # more than a pipe takes unread
        (buero / f"daten/stellen/kaputt-{n}.yaml").write_text("name: [\n", encoding="utf-8")
    with subprocess.Popen([*NETZINT, "pruefen"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as lauf:
        assert lauf.stdout
        assert lauf.stderr
        lauf.stdout.close()

        assert (lauf.stderr.read(), lauf.wait()) == (b"", 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="ohne /dev/full")
def test_eine_volle_platte_am_ausgang_ist_ausgang_5() -> None:
    with Path("/dev/full").open("wb") as voll:
        lauf = subprocess.run([*NETZINT, "--version"], stdout=voll, stderr=subprocess.PIPE, encoding="utf-8")

    assert lauf.returncode == 5
    assert lauf.stderr.startswith("Fehler: Der Datenträger ist voll.")


@pytest.mark.skipif(os.name == "nt", reason="in einer Shell von Unix geschrieben")
@pytest.mark.parametrize("zu", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_geschlossene_ein_und_ausgaben_sind_keine_stoerung(buero: Path, zu: str) -> None:
    for befehl in ("lage", "sitzung neu --probe"):
        zeile = f'"{sys.executable}" -m netzint {befehl} {zu}'
        lauf = subprocess.run(["sh", "-c", zeile], capture_output=True, cwd=buero)

        assert (lauf.returncode, lauf.stderr) == (0, b"")


def test_umlaute_kommen_auch_bei_fremder_zeichentabelle_heraus() -> None:
    umgebung = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    lauf = subprocess.run([*NETZINT, "xyzzy"], capture_output=True, env=umgebung)

    assert lauf.returncode == 2
    assert "→ „netzint --help“ zeigt, was möglich ist.".encode() in lauf.stderr


def test_das_programm_endet_mit_dem_ausgang_des_befehls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "run", lambda _: 3)
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setattr("gc.freeze", lambda: None)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setattr("sys.unraisablehook", sys.unraisablehook)

    with pytest.raises(SystemExit) as ende:
        start.main()

    assert ende.value.code == 3


ZWEIMAL = (
    "import os, signal, time; from netzint.cli import start; "
    "start.show_nebenbei = lambda _: os.kill(os.getpid(), signal.SIGTERM) or time.sleep(60); "
    "start._invoke = lambda _: print('bereit', flush=True) or time.sleep(60); start.main()"
)


@pytest.mark.skipif(os.name == "nt", reason="unter Windows gibt es diese Signale nicht")
@pytest.mark.parametrize("nummer", [signal.SIGINT, signal.SIGTERM])
def test_wer_von_aussen_beendet_wird_sagt_es_und_endet_mit_130(nummer: signal.Signals) -> None:
    script = "import time; from netzint.cli import start; "
    script += "start._invoke = lambda _: print('bereit', flush=True) or time.sleep(60); start.main()"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as lauf:
        assert lauf.stdout
        assert lauf.stderr
        lauf.stdout.readline()
        lauf.send_signal(nummer)

        assert lauf.stderr.read().decode() == f"{start.ABGEBROCHEN}\n"
        assert lauf.wait() == 130


def test_ein_abbruch_den_fremder_code_verschluckt_gilt_trotzdem() -> None:
    class_ = "type('Weg', (), {'__del__': lambda _: (_ for _ in ()).throw(KeyboardInterrupt)})"
    script = f"import time; from netzint.cli import start; start._invoke = lambda _: {class_}() and time.sleep(60); "
    lauf = subprocess.run([sys.executable, "-c", script + "start.main()"], capture_output=True, encoding="utf-8")

    assert (lauf.returncode, lauf.stderr) == (130, f"{start.ABGEBROCHEN}\n")


@pytest.mark.skipif(os.name == "nt", reason="unter Windows gibt es diese Signale nicht")
def test_auch_wer_zweimal_beendet_wird_zeigt_keine_innereien() -> None:
    with subprocess.Popen([sys.executable, "-c", ZWEIMAL], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as lauf:
        assert lauf.stdout
        assert lauf.stderr
        lauf.stdout.readline()
        lauf.send_signal(signal.SIGINT)

        assert (lauf.stderr.read(), lauf.wait()) == (b"", 130)
