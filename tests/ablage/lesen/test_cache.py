"""The cache changes nothing but the time: it is trusted only where it is ours, whole, and about these very bytes."""

from __future__ import annotations

import json
import marshal
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from netzint.ablage.cache.ordner import Cacheordner, open_cache
from netzint.ablage.lesen import arbeitsordner, blick
from netzint.ablage.lesen.arbeitsordner import hash_inhalt
from netzint.ablage.lesen.pruefung import Ergebnis, check
from netzint.regeln import alle
from tests.ablage.lesen.haus import STELLE, cache_of, commit, contents, git, init, lay_down, pruefe, write
from tests.bau import STICHTAG

FALSCH = STELLE.replace(b"stadt", b"stedt")
"""As long as ``STELLE``."""

nur_posix = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Rechte gibt es so nur unter POSIX")


@pytest.fixture
def vertraut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that were written before the look count as old at once, as if the test had waited for two seconds."""
    monkeypatch.setattr(arbeitsordner, "_KORN_NS", 0)


def forbid(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Fail if one of these steps is taken: ``regeln`` or ``parse``."""

    def fail(*_: object) -> object:
        pytest.fail("das war schon bekannt")

    if "regeln" in names:
        monkeypatch.setattr(alle, "ALLE", ())
        monkeypatch.setattr("netzint.regeln.register.judge", fail)
    if "parse" in names:
        monkeypatch.setattr("netzint.ablage.leser.datei.parse", fail)


def codes(result: Ergebnis) -> list[tuple[str, str]]:
    return [(b.code, b.kennung) for b in result.befunde if b.code[0] in "LF"]


def test_ohne_aenderung_wird_nichts_noch_einmal_gerechnet(wurzel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pruefe(wurzel)
    forbid(monkeypatch, "regeln", "parse")
    second = pruefe(wurzel)

    assert second[:4] == first[:4]
    assert all(type(a) is type(b) for a, b in zip(first.befunde, second.befunde, strict=True))


def test_eine_geaenderte_datei_wird_allein_gelesen(
    wurzel: Path, vertraut: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from netzint.ablage.leser import datei as leser

    pruefe(wurzel)
    write(wurzel, "daten/stellen/neu.yaml", STELLE)
    seen: list[bytes] = []
    real = leser.parse

    def parse(data: bytes) -> leser.Gelesen:
        seen.append(data)
        return real(data)

    monkeypatch.setattr(leser, "parse", parse)
    pruefe(wurzel)

    assert [data for data in seen if b"format:" not in data] == [STELLE]


def test_ein_bekannter_inhalt_unter_neuem_datum_wird_wiedererkannt(
    wurzel: Path, vertraut: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pruefe(wurzel)
    for datei in (wurzel / "daten").rglob("*.yaml"):
        os.utime(datei, ns=(0, 0))
    forbid(monkeypatch, "regeln", "parse")

    assert codes(pruefe(wurzel)) == []


def test_ein_stand_wird_aus_den_inhalten_des_arbeitsordners_bedient(
    wurzel: Path, vertraut: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand = commit(wurzel)
    here = pruefe(wurzel)
    monkeypatch.setattr("netzint.ablage.lesen.parallel._Arbeit.parse", lambda *_: pytest.fail("das war schon bekannt"))

    assert pruefe(wurzel, stand).befunde == here.befunde


@pytest.mark.parametrize("zweifel", [True, False])
def test_eine_aenderung_im_selben_augenblick_wird_bemerkt(
    wurzel: Path, monkeypatch: pytest.MonkeyPatch, *, zweifel: bool
) -> None:
    """The marks of the file stay what they were: only because it is young does anybody look into it."""
    if not zweifel:
        monkeypatch.setattr(arbeitsordner, "_KORN_NS", -(10**18))
    write(wurzel, "daten/stellen/neu.yaml", STELLE)
    blaetter = blick.look(wurzel)
    monkeypatch.setattr(arbeitsordner, "look", lambda _: blaetter)
    pruefe(wurzel)
    write(wurzel, "daten/stellen/neu.yaml", FALSCH)

    assert (codes(pruefe(wurzel)) == [("F108", "neu")]) == zweifel  # without the doubt it would be overlooked


def test_wer_waehrend_des_lesens_schreibt_wird_beim_naechsten_mal_bemerkt(
    wurzel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from netzint.ablage.leser import datei as leser

    write(wurzel, "daten/stellen/neu.yaml", STELLE)
    real = leser.parse

    def parse_and_disturb(data: bytes) -> object:
        write(wurzel, "daten/stellen/neu.yaml", FALSCH)
        return real(data)

    monkeypatch.setattr(leser, "parse", parse_and_disturb)
    pruefe(wurzel)
    monkeypatch.setattr(leser, "parse", real)

    assert codes(pruefe(wurzel)) == [("F108", "neu")]


@pytest.mark.parametrize("name", ["stand", "dateien", "angaben-stelle", "urteile", "antwort"])
def test_jede_beschaedigung_wird_bemerkt_und_behoben(wurzel: Path, vertraut: None, name: str) -> None:
    expected = pruefe(wurzel)[:4]
    path = next(cache_of(wurzel).glob(f"{name}*"))
    whole = path.read_bytes()
    damages = [b"", whole[:40], whole[:-1], whole + b"x", b"x" + whole]
    damages += [
        whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(0, len(whole), 1 + len(whole) // 9)
    ]
    for damaged in damages:
        path.write_bytes(damaged)
        assert Cacheordner(cache_of(wurzel), open_programm(wurzel)).load(path.name) is None
        assert pruefe(wurzel)[:4] == expected
        assert Cacheordner(cache_of(wurzel), open_programm(wurzel)).load(path.name) or name not in ("stand", "antwort")
        path.write_bytes(whole)


def test_was_unter_einem_anderen_namen_steht_gilt_nicht(wurzel: Path, vertraut: None) -> None:
    expected = pruefe(wurzel)[:4]
    paths = sorted(cache_of(wurzel).iterdir())
    whole = [path.read_bytes() for path in paths]
    for path, data in zip(paths, (*whole[1:], whole[0]), strict=True):
        path.write_bytes(data)

    assert pruefe(wurzel)[:4] == expected


def open_programm(wurzel: Path) -> bytes:
    store = open_cache(wurzel)
    assert store is not None
    return store.programm


def test_was_ein_anderes_programm_geschrieben_hat_gilt_nicht(wurzel: Path) -> None:
    pruefe(wurzel)
    other = Cacheordner(cache_of(wurzel), bytes(32))

    assert all(other.load(path.name) is None for path in cache_of(wurzel).iterdir())


def test_eine_planmaessig_boesartige_datei_wird_nicht_geladen(wurzel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A right checksum is no right to be loaded: without this program's own mark nothing is."""
    pruefe(wurzel)
    payload = marshal.dumps((b"", b"", []))
    for path in cache_of(wurzel).iterdir():
        path.write_bytes(b"netzint-cache 1\n" + bytes(32) + sha256(payload).digest() + payload)
    monkeypatch.setattr(marshal, "loads", lambda _: pytest.fail("geladen"))

    assert Cacheordner(cache_of(wurzel), open_programm(wurzel)).load("stand") is None


@nur_posix
@pytest.mark.parametrize("ziel", ["", "stand", "dateien"])
def test_was_andere_beschreiben_koennen_wird_nicht_gelesen(wurzel: Path, ziel: str) -> None:
    pruefe(wurzel)
    (cache_of(wurzel) / ziel).chmod(0o777)
    store = open_cache(wurzel)

    assert (store is None) == (ziel == "")
    assert store is None or store.load(ziel) is None
    assert codes(pruefe(wurzel)) == []


@nur_posix
def test_verweise_an_stelle_des_caches_werden_nicht_verfolgt(wurzel: Path, tmp_path: Path) -> None:
    pruefe(wurzel)
    away = tmp_path / "anderswo"
    cache_of(wurzel).rename(away)
    cache_of(wurzel).symlink_to(away)
    before = contents(away)

    assert open_cache(wurzel) is None
    assert codes(pruefe(wurzel)) == []
    assert contents(away) == before
    cache_of(wurzel).unlink()
    away.rename(cache_of(wurzel))
    (cache_of(wurzel) / "stand").rename(tmp_path / "stand")
    (cache_of(wurzel) / "stand").symlink_to(tmp_path / "stand")
    store = open_cache(wurzel)
    assert store is not None
    assert store.load("stand") is None


@nur_posix
def test_ein_cache_von_fremder_hand_gilt_nicht(wurzel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pruefe(wurzel)
    stranger = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: stranger)

    assert open_cache(wurzel) is None
    assert codes(pruefe(wurzel)) == []


@nur_posix
def test_der_cache_gehoert_nur_dem_der_ihn_angelegt_hat(wurzel: Path) -> None:
    old = os.umask(0)
    try:
        pruefe(wurzel)
    finally:
        os.umask(old)

    assert cache_of(wurzel).stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in cache_of(wurzel).iterdir()} == {0o600}


def test_lesen_schreibt_nichts_als_den_cache(wurzel: Path) -> None:
    commit(wurzel)
    before = contents(wurzel)
    for cache in (True, True, False):
        pruefe(wurzel, cache=cache)
        pruefe(wurzel, git(wurzel, "rev-parse", "HEAD"), cache=cache)

    assert contents(wurzel) == before
    assert git(wurzel, "status", "--porcelain") == ""
    assert [p.name for p in cache_of(wurzel).iterdir() if p.name.startswith(".")] == []


def test_ohne_cache_wird_auch_keiner_angelegt(wurzel: Path) -> None:
    pruefe(wurzel, cache=False)

    assert not (wurzel / ".git/netzint").exists()


def test_ohne_repository_und_ohne_schreibrecht_geht_es_ohne_cache(
    wurzel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = pruefe(wurzel, cache=False)[:4]

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert pruefe(wurzel)[:4] == expected
    shutil.rmtree(wurzel / ".git")
    assert pruefe(wurzel)[:4] == expected
    assert open_cache(wurzel) is None


def test_ein_zweiter_arbeitsordner_hat_seinen_eigenen_cache(wurzel: Path, tmp_path: Path) -> None:
    commit(wurzel)
    git(wurzel, "worktree", "add", "-q", str(tmp_path / "zweiter"))
    pruefe(tmp_path / "zweiter")

    assert (wurzel / ".git/worktrees/zweiter/netzint/cache/stand").is_file()
    assert not cache_of(wurzel).exists()


def test_zwei_repositorys_kommen_sich_nicht_in_die_quere(wurzel: Path, tmp_path: Path) -> None:
    pruefe(wurzel)
    copy = tmp_path / "kopie"
    shutil.copytree(wurzel, copy, symlinks=True)
    write(copy, "daten/stellen/amt-a.yaml", FALSCH)

    assert codes(pruefe(copy)) == [("F108", "amt-a")]
    assert codes(pruefe(wurzel)) == []


def test_alte_antworten_und_reste_werden_weggeraeumt(wurzel: Path) -> None:
    for number in range(20):
        pruefe(wurzel, stichtag=STICHTAG.replace(day=1 + number))
    rest = cache_of(wurzel) / ".1-a-1"
    rest.touch()
    os.utime(rest, ns=(0, 0))
    pruefe(wurzel, stichtag=STICHTAG.replace(month=12))

    assert len(list(cache_of(wurzel).glob("antwort-*"))) == 16
    assert not rest.exists()


def test_der_cache_waechst_nicht_ohne_ende(wurzel: Path, vertraut: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netzint.ablage.cache.angaben._UEBERHANG", 0)
    monkeypatch.setattr("netzint.ablage.cache.angaben._NEULICH_HOECHSTENS", 0)
    for number in range(1010):
        write(wurzel, f"daten/stellen/x{number}.yaml", STELLE + b"# %d\n" % number)
    pruefe(wurzel)
    for number in range(1010):
        (wurzel / f"daten/stellen/x{number}.yaml").unlink()
    write(wurzel, "daten/stellen/neu.yaml", STELLE)
    pruefe(wurzel)
    store = open_cache(wurzel)

    assert store is not None
    assert len(store.load("angaben-stelle")) == 7


def test_die_inhaltskennung_ist_die_von_git(wurzel: Path) -> None:
    write(wurzel, "x", STELLE)

    assert hash_inhalt(STELLE) == git(wurzel, "hash-object", "x")


def test_in_einem_sha256_repository_gilt_dasselbe(tmp_path: Path) -> None:
    wurzel = lay_down(tmp_path / "neu")
    git(wurzel, "init", "-q", "--object-format=sha256")
    stand = commit(wurzel)

    assert pruefe(wurzel, stand).befunde == pruefe(wurzel).befunde == pruefe(wurzel, stand).befunde


def test_viele_zugleich_geben_alle_dieselbe_antwort(wurzel: Path) -> None:
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from netzint.ablage.lesen.pruefung import check\n"
        "for n in range(3): print(check(Path(sys.argv[1]), date(2026, 11, 22)).befunde)"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", code, str(wurzel)], stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    answers = {line for run in runs for line in run.communicate()[0].splitlines()}

    assert answers == {str(pruefe(wurzel, cache=False).befunde)}
    assert {run.returncode for run in runs} == {0}


LANGSAM = {"pydantic", "jinja2", "git", "ruamel", "_ruamel_yaml", "rich", "markdown_it", "rapidfuzz", "holidays"}


def test_der_zweite_lauf_laedt_nichts_langsames(wurzel: Path) -> None:
    programm = (
        "import sys, json; from netzint.cli.start import run\n"
        f"run(['pruefen', '-C', {str(wurzel)!r}, '--stichtag', '2026-11-22'])\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    loaded = []
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", programm], capture_output=True, check=True, encoding="utf-8")
        loaded.append({name.split(".")[0] for name in json.loads(done.stdout.splitlines()[-1])})

    assert "pydantic" in loaded[0]
    assert loaded[1] & LANGSAM == set()


def test_init_ist_nicht_noetig_um_zu_pruefen(tmp_path: Path) -> None:
    wurzel = lay_down(tmp_path / "lose")
    before = contents(wurzel)
    init(tmp_path)

    assert check(wurzel, STICHTAG).befunde == check(wurzel, STICHTAG, cache=False).befunde
    assert contents(wurzel) == before
