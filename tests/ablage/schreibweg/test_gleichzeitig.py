"""Several at once: other Vorgänge, editors, other clones."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import git
import pytest

from netzint.ablage.schreibweg import ablauf, dateien, haltepunkte
from netzint.ablage.schreibweg.plan import Plan
from netzint.modell.fehler import Ausgang, NetzintFehler
from tests.ablage.schreibweg.welt import (
    NAIV,
    NETZINT,
    A,
    B,
    C,
    Schreiber,
    Welt,
    build_plan,
    run_in_child,
    start_child,
)

ZAEHLER = "daten/zaehler.yaml"
BEIDE = pytest.mark.parametrize("schreiber", [NETZINT, NAIV], ids=lambda s: s.name)


def _count_up(welt: Welt, who: int) -> Callable[[str], Plan]:
    def plane(head: str) -> Plan:
        number = int(welt.git("show", f"{head}:{ZAEHLER}").split()[1])
        return build_plan({ZAEHLER: b"zahl: %d\n" % (number + 1), f"daten/p{who}-{number}.yaml": b"x: 1\n"}, head)

    return plane


def _work(schreiber: Schreiber, welt: Welt, who: int) -> None:
    done = 0
    for _ in range(25):
        try:
            schreiber.commit(welt.wurzel, _count_up(welt, who))
            done += 1
        except (git.exc.GitError, OSError, ValueError):
            continue
    os._exit(done)


@BEIDE
def test_vier_prozesse_mit_je_25_vorgaengen_verlieren_keinen(welt: Welt, schreiber: Schreiber) -> None:
    welt.commit({ZAEHLER: b"zahl: 0\n"})
    pids = [start_child(partial(_work, schreiber, welt, who)) for who in range(4)]
    reported = sum(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids)
    made = int(welt.git("rev-list", "--count", "HEAD")) - 2
    files = len(welt.git("ls-tree", "-r", "--name-only", "HEAD", "daten/").splitlines()) - 5
    clean = welt.git("status", "--porcelain") == ""

    kept = (reported, made, files, clean) == (100, 100, 100, True)
    assert kept == (schreiber is NETZINT), (reported, made, files, clean)


def test_wer_wartet_erfaehrt_auf_wen(welt: Welt) -> None:
    welt.git("config", "netzint.bearbeitung", "mü")
    read_end, write_end = os.pipe()

    def hold() -> None:
        def stay(name: str) -> None:
            if name == "gesperrt":
                os.write(write_end, b"x")
                time.sleep(20)

        haltepunkte.handler[:] = [stay]
        ablauf.commit(welt.wurzel, lambda head: build_plan({A: b"x: 1\n"}, head), befehl="netzint sitzung neu")

    pid = start_child(hold)
    os.read(read_end, 1)
    with pytest.raises(NetzintFehler) as caught:
        welt.commit({A: b"x: 2\n"}, wartezeit=0.1)
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    os.close(read_end)
    os.close(write_end)

    assert "mü mit „netzint sitzung neu“ seit" in caught.value.text
    assert f"Prozess {pid} auf " in caught.value.text
    assert caught.value.ausgang is Ausgang.ABGELEHNT
    assert welt.commit({A: b"x: 2\n"}, wartezeit=0).ausgang is Ausgang.GUT


def test_ein_lesender_befehl_erfaehrt_dass_gerade_geschrieben_wird(welt: Welt) -> None:
    said: list[str | None] = []
    haltepunkte.handler[:] = [
        lambda name: said.append(ablauf.check_journal(welt.wurzel)) if name == "verwiesen" else None
    ]
    welt.commit({A: b"x: 1\n"})

    assert said == ["Gerade läuft ein Vorgang; was Sie sehen, kann sich gleich ändern."]
    assert ablauf.check_journal(welt.wurzel) is None


def test_ein_git_prozess_der_den_abbruch_ueberlebt_haelt_die_sperre(welt: Welt) -> None:
    """Else the next run would find the branch unmoved, drop the journal, and then the branch would move."""
    hook = welt.write(".git/hooks/reference-transaction", b"#!/bin/sh\n[ $1 = prepared ] && sleep 1\nexit 0\n")
    hook.chmod(0o755)
    before = welt.head
    pid = start_child(lambda: welt.commit({A: b"x: 1\n"}))
    while not (welt.wurzel / ".git/refs/heads/main.lock").exists():
        time.sleep(0.005)
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    with pytest.raises(NetzintFehler, match="Gerade schreibt"):
        ablauf.recover(welt.wurzel, wartezeit=0)
    hook.unlink()

    assert "abgeschlossen" in ablauf.recover(welt.wurzel)[0]
    assert welt.git("rev-parse", "HEAD^") == before
    assert welt.read(A) == b"x: 1\n"


def _save_in_place(path: Path) -> None:
    path.write_bytes(b"titel: aus dem Editor\n")


def _save_by_rename(path: Path) -> None:
    beside = path.with_name("editor.tmp")
    beside.write_bytes(b"titel: aus dem Editor\n")
    beside.replace(path)


@pytest.mark.parametrize("swap", ["in einem Schritt", "ohne Hilfe des Systems"])
@pytest.mark.parametrize("save", [_save_in_place, _save_by_rename])
@pytest.mark.parametrize(("target", "content"), [(A, b"titel: neu\n"), (A, None), (C, b"titel: neu\n")])
@BEIDE
def test_was_ein_editor_gleichzeitig_speichert_geht_nicht_verloren(
    welt: Welt,
    monkeypatch: pytest.MonkeyPatch,
    schreiber: Schreiber,
    target: str,
    content: bytes | None,
    save: Callable[[Path], None],
    swap: str,
) -> None:
    if swap == "ohne Hilfe des Systems":
        monkeypatch.setattr(dateien, "_exchange_at_once", lambda *_: False)
    haltepunkte.handler[:] = [lambda name: save(welt.wurzel / target) if name == "vor_ersetzen" else None]
    result = schreiber.commit(welt.wurzel, lambda head: build_plan({target: content}, head))
    folder = (welt.wurzel / target).parent
    survived = b"titel: aus dem Editor\n" in {path.read_bytes() for path in folder.iterdir()}

    assert result is not None
    assert survived == (schreiber is NETZINT)
    if schreiber is NETZINT:
        assert result.ausgang is Ausgang.NACHZUZIEHEN
        assert "netzint-konflikt" in result.hinweise[0]
        assert welt.read(target) == content
        assert welt.git("status", "--porcelain").splitlines() == [f"?? {target}.netzint-konflikt"]


def test_ein_zweiter_konflikt_ueberschreibt_den_ersten_nicht(welt: Welt) -> None:
    welt.write(A + ".netzint-konflikt", b"frueher")
    haltepunkte.handler[:] = [lambda name: _save_in_place(welt.wurzel / A) if name == "vor_ersetzen" else None]
    welt.commit({A: b"titel: neu\n"})

    assert welt.read(A + ".netzint-konflikt") == b"frueher"
    assert welt.read(A + ".netzint-konflikt-2") == b"titel: aus dem Editor\n"


def test_was_gleichzeitig_geloescht_wird_bleibt_geloescht(welt: Welt) -> None:
    haltepunkte.handler[:] = [lambda name: (welt.wurzel / A).unlink() if name == "verwiesen" else None]
    result = welt.commit({A: b"titel: neu\n"})

    assert result.ausgang is Ausgang.NACHZUZIEHEN
    assert "gelöscht" in result.hinweise[0]
    assert welt.git("status", "--porcelain").strip() == f"D {A}"


def test_ein_ordner_der_gleichzeitig_zur_verknuepfung_wird_wird_nicht_verfolgt(welt: Welt, tmp_path: Path) -> None:
    def move(name: str) -> None:
        if name == "verwiesen":
            (welt.wurzel / "daten/sitzungen").rename(tmp_path / "woanders")
            (welt.wurzel / "daten/sitzungen").symlink_to(tmp_path / "woanders")

    haltepunkte.handler[:] = [move]
    result = welt.commit({A: b"titel: neu\n"})

    assert result.ausgang is Ausgang.NACHZUZIEHEN
    assert "Verknüpfung" in result.hinweise[0]
    assert (tmp_path / "woanders/a.yaml").read_bytes() == b"titel: a\n"


def test_ein_dateisystem_ohne_harte_verknuepfungen_genuegt(welt: Welt, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError("Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(dateien, "_exchange_at_once", lambda *_: False)
    result = welt.commit({A: b"titel: neu\n", B: None, C: b"titel: c\n"})

    assert (result.ausgang, result.hinweise) == (Ausgang.GUT, ())
    assert welt.git("status", "--porcelain") == ""
    assert list(welt.wurzel.rglob(".netzint-*")) == []


def test_wer_den_zweig_zwischendurch_wechselt_behaelt_seinen_ordner(welt: Welt) -> None:
    welt.git("branch", "anderer")
    haltepunkte.handler[:] = [lambda name: welt.git("switch", "-q", "anderer") if name == "verwiesen" else None]
    result = welt.commit({A: b"titel: neu\n"})

    assert "anderen Zweig" in result.hinweise[0]
    assert welt.read(A) == b"titel: a\n"
    assert welt.git("rev-parse", "main") == result.commit


def test_eine_sperre_des_zweigs_im_letzten_augenblick_verhindert_den_vorgang(welt: Welt) -> None:
    before, lock = welt.snapshot(), welt.wurzel / ".git/refs/heads/main.lock"
    haltepunkte.handler[:] = [lambda name: lock.touch() if name == "journal" else None]
    with pytest.raises(NetzintFehler, match="arbeitet gerade an diesem Zweig"):
        welt.commit({A: b"titel: neu\n"})

    assert lock.exists()
    assert welt.snapshot() == before
    assert ablauf.check_journal(welt.wurzel) is None


def test_was_gleichzeitig_vorgemerkt_wird_bleibt_vorgemerkt(welt: Welt) -> None:
    oid = welt.git("hash-object", "-w", B)
    haltepunkte.handler[:] = [
        lambda name: welt.git("update-index", "--cacheinfo", f"100644,{oid},{A}") if name == "verwiesen" else None
    ]
    result = welt.commit({A: b"titel: neu\n"})

    assert result.ausgang is Ausgang.NACHZUZIEHEN
    assert welt.git("ls-files", "-s", A).split()[1] == oid


def test_haelt_ein_anderer_den_index_fest_steht_der_commit_und_der_naechste_zieht_nach(welt: Welt) -> None:
    lock = welt.wurzel / ".git/index.lock"
    haltepunkte.handler[:] = [lambda name: lock.touch() if name == "arbeitsbaum" else None]
    result = welt.commit({A: b"titel: neu\n"})
    haltepunkte.handler.clear()
    lock.unlink()

    assert result.ausgang is Ausgang.NACHZUZIEHEN
    assert "steht im Weg" in result.hinweise[0]
    assert "hinkt nach" in (ablauf.check_journal(welt.wurzel) or "")
    assert len(ablauf.recover(welt.wurzel)) == 1
    assert welt.git("status", "--porcelain") == ""


@BEIDE
def test_zwei_klone_die_beide_hochladen_vermischen_nichts(welt: Welt, tmp_path: Path, schreiber: Schreiber) -> None:
    """The second push is refused; the pull conflicts; a Vorgang in the middle of it would bury the conflict."""
    welt.git("clone", "-q", "--bare", ".", str(tmp_path / "zentral"))
    clones = []
    for name in ("eins", "zwei"):
        welt.git("clone", "-q", str(tmp_path / "zentral"), str(tmp_path / name))
        clones.append(Welt(tmp_path / name))
        clone = clones[-1]
        schreiber.commit(clone.wurzel, partial(build_plan, {A: f"titel: {name}\n".encode()}))
    first, second = clones
    first.git("push", "-q")
    assert run_in_child(lambda: second.git("push", "-q")) == 1
    second.git("pull", "-q", "--rebase", check=False)
    before = second.snapshot()
    with pytest.raises((NetzintFehler, git.exc.GitError)):
        schreiber.commit(second.wurzel, lambda head: build_plan({B: b"titel: neu\n"}, head))

    assert (second.snapshot() == before) == (schreiber is NETZINT)
    if schreiber is NETZINT:
        second.write(A, b"titel: beide\n")
        second.git("add", A)
        second.git("-c", "core.editor=true", "rebase", "--continue")
        second.commit({B: b"titel: neu\n"})
        second.git("push", "-q")
        assert second.git("log", "--format=%s", "origin/main").splitlines() == [*["Sitzung angelegt"] * 3, "Anfang"]
