"""Two processes give what one gives."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from netzint.ablage.cache.angaben import Gedaechtnis
from netzint.ablage.lesen import parallel
from netzint.ablage.lesen.bestand import read_bestand
from tests.ablage.lesen.haus import STELLE, cache_of, write

SCHLECHTE = (
    b"",
    b"name: A\nart: [stadt]\n",
    b"name: A\nart: 0123\n",
    b"a: &b c\n",
    b"\xff",
    b"name: \xc3\xa4\nart: stadt\n",
)

OFFEN = Path("/proc/self/fd")

pytestmark = pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="nur unter Linux zu zweit")


@pytest.fixture
def viele(wurzel: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Enough files for several heaps, some of them bad."""
    monkeypatch.setattr(parallel, "AB", 10)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    for number in range(200):
        data = SCHLECHTE[number % len(SCHLECHTE)] if number % 7 == 0 else STELLE
        write(wurzel, f"daten/stellen/x{number}.yaml", data)
    return wurzel


@pytest.mark.parametrize("cache", [True, False])
def test_zwei_prozesse_lesen_wie_einer(viele: Path, monkeypatch: pytest.MonkeyPatch, *, cache: bool) -> None:
    children: list[int] = []
    fork = os.fork

    def count_and_fork() -> int:
        children.append(os.getpid())
        return fork()

    monkeypatch.setattr(os, "fork", count_and_fork)
    both = read_bestand(viele, cache=cache)
    known = {p.name: p.read_bytes() for p in [cache_of(viele) / "angaben-stelle"] if p.exists()}
    monkeypatch.setattr(parallel, "_can_fork", lambda: False)
    alone = read_bestand(viele, cache=False)

    assert len(children) == 1
    assert both.befunde == alone.befunde
    assert len(both.befunde) > 20
    assert dict(both.bestand.eintraege) == dict(alone.bestand.eintraege)
    assert list(known) == (["angaben-stelle"] if cache else [])


@pytest.mark.parametrize("code", ["sofort", "nach einem Haufen"])
def test_ein_gestorbener_zweiter_prozess_kostet_keine_datei(
    viele: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    calls = []
    take = parallel._take
    parent = os.getpid()

    def die(aufgaben: int) -> int | None:
        nummer = take(aufgaben)
        calls.append(nummer)
        if os.getpid() != parent and (code == "sofort" or len(calls) > 1):
            os._exit(1)
        return nummer

    monkeypatch.setattr(parallel, "_take", die)
    gelesen = read_bestand(viele, cache=False)
    monkeypatch.setattr(parallel, "_can_fork", lambda: False)

    assert gelesen.befunde == read_bestand(viele, cache=False).befunde
    assert gelesen.dateien == 210


def test_ein_abbruch_laesst_keinen_prozess_und_keine_datei_offen(viele: Path) -> None:
    before = sorted(path.name for path in OFFEN.iterdir())
    pfade = [f"daten/stellen/x{number}.yaml" for number in range(200)]
    reading = parallel.read_neue(pfade, lambda _: STELLE, Gedaechtnis(None), lambda: None)
    next(reading)
    reading.close()  # type: ignore[attr-defined]

    assert sorted(path.name for path in OFFEN.iterdir()) == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_ein_fehler_beim_vorbereiten_kommt_an(viele: Path) -> None:
    def fail() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(
            parallel.read_neue(
                [f"daten/stellen/x{n}.yaml" for n in range(50)], lambda _: STELLE, Gedaechtnis(None), fail
            )
        )


def test_mit_threads_oder_einem_prozessor_bleibt_es_bei_einem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert not parallel._can_fork()
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    assert parallel._can_fork()
    monkeypatch.delattr(os, "fork")
    assert not parallel._can_fork()
