"""A kill at any instant leaves the old state or the new one, and loses nothing of the user's."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from netzint.ablage.schreibweg import ablauf, haltepunkte, journal
from netzint.ablage.schreibweg.haltepunkte import PUNKTE
from netzint.modell.fehler import NetzintFehler
from tests.ablage.schreibweg import naiv
from tests.ablage.schreibweg.welt import (
    NAIV,
    NETZINT,
    A,
    B,
    C,
    Schreiber,
    Welt,
    build_plan,
    find_verstoesse,
    measure,
    run_in_child,
    start_child,
)

GESTORBEN = 9
AENDERUNG: Mapping[str, bytes | None] = {A: b"titel: neu\n", B: None, C: b"titel: c\n"}


def _die_at(name: str, times: int = 1) -> Callable[[str], None]:
    seen: list[str] = []

    def handle(reached: str) -> None:
        if reached == name:
            seen.append(name)
            if len(seen) == times:
                os._exit(GESTORBEN)

    return handle


def _commit_and_die(schreiber: Schreiber, welt: Welt, handler: Callable[[str], None]) -> int:
    haltepunkte.handler[:] = [handler]
    code = run_in_child(lambda: schreiber.commit(welt.wurzel, lambda head: build_plan(AENDERUNG, head)))
    haltepunkte.handler.clear()
    return code


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("name", PUNKTE)
def test_nach_einem_abbruch_an_jedem_haltepunkt_gilt_alt_oder_neu(gestoerte_welt: Welt, name: str, times: int) -> None:
    welt, before = gestoerte_welt, gestoerte_welt.head
    died = _commit_and_die(NETZINT, welt, _die_at(name, times)) == GESTORBEN
    assert died or times > 1
    said = ablauf.check_journal(welt.wurzel)
    behind = welt.head != before and (welt.wurzel / ".git/netzint/journal").exists()
    assert (said is not None) == behind

    done = ablauf.recover(welt.wurzel)
    assert find_verstoesse(welt, before, AENDERUNG) == []
    assert bool(done) == (died and name in PUNKTE[PUNKTE.index("journal") : PUNKTE.index("fertig")])
    assert ablauf.check_journal(welt.wurzel) is None
    assert ablauf.recover(welt.wurzel) == ()


@pytest.mark.parametrize("name", naiv.PUNKTE)
def test_die_einfache_fassung_haelt_keinen_abbruch_aus(gestoerte_welt: Welt, name: str) -> None:
    before = gestoerte_welt.head

    assert _commit_and_die(NAIV, gestoerte_welt, _die_at(name)) == GESTORBEN
    assert find_verstoesse(gestoerte_welt, before, AENDERUNG) != []


@pytest.mark.parametrize("name", PUNKTE)
def test_auch_eine_unterbrechung_mit_der_tastatur_laesst_alt_oder_neu(gestoerte_welt: Welt, name: str) -> None:
    def interrupt(reached: str) -> None:
        if reached == name:
            raise KeyboardInterrupt

    before = gestoerte_welt.head
    haltepunkte.handler[:] = [interrupt]
    with pytest.raises(KeyboardInterrupt):
        gestoerte_welt.commit(AENDERUNG)
    haltepunkte.handler.clear()
    ablauf.recover(gestoerte_welt.wurzel)

    assert (gestoerte_welt.head == before) == (name in PUNKTE[: PUNKTE.index("verwiesen")])
    assert find_verstoesse(gestoerte_welt, before, AENDERUNG) == []


def test_ein_zweiter_arbeitsordner_hat_sein_eigenes_protokoll(welt: Welt, tmp_path: Path) -> None:
    welt.git("worktree", "add", "-q", "-b", "zweig", str(tmp_path / "zweiter"))
    second = Welt(tmp_path / "zweiter")
    _commit_and_die(NETZINT, second, _die_at("verwiesen"))

    assert ablauf.check_journal(welt.wurzel) is None
    assert "hinkt nach" in (ablauf.check_journal(second.wurzel) or "")
    assert welt.commit({A: b"titel: hier\n"}).hinweise == ()
    assert len(ablauf.recover(second.wurzel)) == 1
    assert second.git("status", "--porcelain") == ""


@pytest.mark.parametrize("second", PUNKTE[PUNKTE.index("vor_ersetzen") : PUNKTE.index("fertig")])
@pytest.mark.parametrize("first", ["verwiesen", "vor_ersetzen", "getauscht", "index_gesperrt", "index_getauscht"])
def test_auch_das_nachziehen_darf_abbrechen(gestoerte_welt: Welt, first: str, second: str) -> None:
    welt, before = gestoerte_welt, gestoerte_welt.head
    assert _commit_and_die(NETZINT, welt, _die_at(first)) == GESTORBEN
    haltepunkte.handler[:] = [_die_at(second)]
    run_in_child(lambda: ablauf.recover(welt.wurzel))
    haltepunkte.handler.clear()
    ablauf.recover(welt.wurzel)

    assert welt.head != before
    assert find_verstoesse(welt, before, AENDERUNG) == []


def test_der_naechste_vorgang_zieht_nach_und_sagt_es(gestoerte_welt: Welt) -> None:
    _commit_and_die(NETZINT, gestoerte_welt, _die_at("verwiesen"))
    result = gestoerte_welt.commit({A: b"titel: danach\n"})

    assert "Sitzung angelegt" in result.hinweise[0]
    assert gestoerte_welt.read(C) == b"titel: c\n"
    assert gestoerte_welt.read(A) == b"titel: danach\n"


def _random_kills(schreiber: Schreiber, welt: Welt, number: int, seed: int) -> list[str]:
    """Kill ``number`` runs, alone or with their git processes; stops at the first broken promise."""
    rng = random.Random(seed)

    def change() -> None:
        inhalt = f"x: -{os.getpid()}\n".encode()  # another one in each process
        schreiber.commit(welt.wurzel, lambda head: build_plan({A: inhalt}, head))

    longest = measure(change) * 1.2
    for turn in range(number):
        before, data = welt.head, b"titel: %d\n" % turn
        dateien = {A: data, B: data if welt.read(B) is None else None, C: data * 50}
        pid = start_child(partial(schreiber.commit, welt.wurzel, partial(build_plan, dateien)))
        time.sleep(rng.uniform(0.001, longest))
        _kill(pid, group=rng.random() < 0.5)
        schreiber.recover(welt.wurzel)
        if found := find_verstoesse(welt, before, dateien):
            return [f"Abbruch {turn}", *found]
    return []


def _kill(pid: int, *, group: bool) -> None:
    try:
        os.killpg(pid, signal.SIGKILL) if group else os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:  # not yet a group of its own
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def test_zweihundert_abbrueche_zu_zufaelliger_zeit(gestoerte_welt: Welt) -> None:
    assert _random_kills(NETZINT, gestoerte_welt, 200, seed=1) == []
    assert int(gestoerte_welt.git("rev-list", "--count", "HEAD")) > 20
    assert gestoerte_welt.git("fsck", "--strict", "--no-dangling") == ""


def test_die_einfache_fassung_haelt_zufaellige_abbrueche_nicht_aus(gestoerte_welt: Welt) -> None:
    assert _random_kills(NAIV, gestoerte_welt, 200, seed=1) != []


@pytest.mark.lang
@pytest.mark.parametrize("seed", range(2, 12))
def test_zweitausend_abbrueche_zu_zufaelliger_zeit(gestoerte_welt: Welt, seed: int) -> None:
    assert _random_kills(NETZINT, gestoerte_welt, 200, seed=seed) == []


@pytest.mark.parametrize("damage", [b"", b"netzint-journal 1 ", b"{}", b"netzint-journal 1 00\n[]"])
def test_ein_beschaedigtes_protokoll_wird_gemeldet_und_aufgehoben(welt: Welt, damage: bytes) -> None:
    folder = welt.wurzel / ".git/netzint"
    welt.commit({A: b"x: 1\n"})
    (folder / journal.DATEI).write_bytes(damage)

    assert "unlesbar" in (ablauf.check_journal(welt.wurzel) or "")
    result = welt.commit({A: b"x: 2\n"})
    assert "unlesbar" in result.hinweise[0]
    assert (folder / "journal.beschaedigt").read_bytes() == damage


def _leave_lock(welt: Welt, name: str, content: str) -> None:
    """As after a power cut in the middle of ``update-ref``."""
    _commit_and_die(NETZINT, welt, _die_at("journal"))
    (welt.wurzel / ".git" / name).write_text(content)


@pytest.mark.parametrize("name", ["refs/heads/main.lock", "HEAD.lock"])
def test_die_eigene_leere_sperre_eines_zweigs_wird_nach_einer_weile_entfernt(welt: Welt, name: str) -> None:
    before = welt.head
    _leave_lock(welt, name, "")

    assert "nichts geändert" in ablauf.recover(welt.wurzel)[0]
    assert not (welt.wurzel / ".git" / name).exists()
    assert welt.head == before


def test_die_fremde_sperre_eines_zweigs_bleibt_und_das_protokoll_mit_ihr(
    welt: Welt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netzint.ablage.schreibweg.nachziehen.ALTER_EIGENER_SPERREN", 0.0)
    _leave_lock(welt, "refs/heads/main.lock", welt.head + "\n")

    with pytest.raises(NetzintFehler, match="steht im Weg"):
        ablauf.recover(welt.wurzel, wartezeit=0)
    assert (welt.wurzel / ".git/netzint/journal").exists()
    assert (welt.wurzel / ".git/refs/heads/main.lock").exists()


def test_ist_der_zweig_inzwischen_gewechselt_bleibt_der_ordner(welt: Welt) -> None:
    _commit_and_die(NETZINT, welt, _die_at("verwiesen"))
    welt.git("stash", "-q")
    welt.git("switch", "-q", "-c", "anderer", "HEAD^")

    assert "anderen Zweig" in " ".join(ablauf.recover(welt.wurzel))
    assert welt.read(A) == b"titel: a\n"
    assert welt.git("status", "--porcelain") == ""


def test_ist_inzwischen_weitergearbeitet_wird_nur_das_alte_nachgezogen(welt: Welt) -> None:
    _commit_and_die(NETZINT, welt, _die_at("verwiesen"))
    welt.write(A, b"titel: spaeter\n")
    welt.git("commit", "-q", "-m", "spaeter", A)
    ablauf.recover(welt.wurzel)

    assert welt.read(A) == b"titel: spaeter\n"
    assert (welt.read(B), welt.read(C)) == (None, b"titel: c\n")
    assert welt.git("status", "--porcelain") == ""


def test_von_hand_geaendertes_ueberlebt_das_nachziehen(welt: Welt) -> None:
    _commit_and_die(NETZINT, welt, _die_at("verwiesen"))
    welt.write(A, b"titel: von Hand\n")
    (welt.wurzel / B).unlink()
    hints = ablauf.recover(welt.wurzel)

    assert any("a.yaml.netzint-konflikt" in hint for hint in hints)
    assert welt.read(A + ".netzint-konflikt") == b"titel: von Hand\n"
    assert welt.read(A) == b"titel: neu\n"
