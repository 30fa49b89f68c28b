"""The index of the history: it lies in our cache, makes no difference to any answer, and survives whatever happens."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from netzint.ablage import geschichte
from netzint.ablage.cache import graph
from netzint.ablage.cache.graph import open_graph
from netzint.ablage.gitlesen import head
from netzint.cli import start
from netzint.modell.arten import NACH_NAME
from tests.buero import git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from netzint.berichte.verlauf import Station

THEMA = "thema-wohnen"
PFAD = NACH_NAME["thema"].pfad(THEMA)


def commit_many(wurzel: Path, zahl: int, ref: str = "refs/heads/main", beginn: str = "") -> None:
    """So many commits on top; each fifth changes the Thema, the others something else."""
    lines = []
    for nr in range(zahl):
        pfad = PFAD if nr % 5 == 0 else f"daten/anderes-{nr}.txt"
        text = f"titel: Wohnen {nr}\naufgenommen: 2026-01-01\n".encode()
        who = f"committer Jemand <jemand@example.org> {1_795_000_000 + nr} +0100\n".encode()
        start = f"from {beginn or f'{ref}^0'}\n".encode() if nr == 0 else b""
        lines.append(b"commit %b\n%bdata 1\nx\n%b" % (ref.encode(), who, start))
        lines.append(b"M 100644 inline %b\ndata %d\n%b\n" % (pfad.encode(), len(text), text))
    subprocess.run(["git", "fast-import", "--quiet", "--force"], cwd=wurzel, input=b"".join(lines), check=True)


def ask(wurzel: Path, *, mit: bool = True) -> tuple[Station, ...]:
    """The history of the Thema."""
    index = open_graph(wurzel) if mit else None
    return geschichte.read_stationen(wurzel, NACH_NAME["thema"], THEMA, head(wurzel), index)


def extend(wurzel: Path) -> None:
    """What ``verlauf`` does once it has answered."""
    index = open_graph(wurzel)
    assert index is not None
    index.extend(head(wurzel))


def is_used(wurzel: Path) -> bool:
    """Whether there is an index that git may be told of."""
    index = open_graph(wurzel)
    return index is not None and index.ganz


def _cached(wurzel: Path, name: str) -> Path:
    return wurzel / ".git" / "netzint" / "cache" / "verlauf" / name


@pytest.fixture
def lang(buero: Path) -> Path:
    """An office with a hundred commits more."""
    commit_many(buero, 100)
    return buero


def test_die_antwort_ist_mit_und_ohne_dieselbe(lang: Path) -> None:
    plain = ask(lang, mit=False)
    extend(lang)

    assert is_used(lang)
    assert ask(lang) == plain
    assert len(plain) == 21


def test_nur_der_zwischenspeicher_wird_beschrieben(lang: Path) -> None:
    def list_others() -> dict[str, int]:
        folder = lang / ".git"
        files = (p for p in folder.rglob("*") if p.is_file() and "cache" not in p.parts)
        return {str(p): p.stat().st_mtime_ns for p in files}

    before = list_others()
    extend(lang)
    ask(lang)

    assert list_others() == before
    assert _cached(lang, "info/commit-graph").is_file()


def test_wenige_commits_brauchen_keinen(buero: Path) -> None:
    commit_many(buero, graph.AB - 2)
    extend(buero)

    assert not is_used(buero)


def test_was_seither_hinzukam_wird_auch_gefunden_und_erst_nachgetragen_wenn_es_viel_ist(lang: Path) -> None:
    extend(lang)
    before = _cached(lang, "stand").read_text()
    commit_many(lang, 10)
    extend(lang)

    assert ask(lang) == ask(lang, mit=False)
    assert len(ask(lang)) == 23
    assert _cached(lang, "stand").read_text() == before

    commit_many(lang, graph.AB)
    extend(lang)

    assert _cached(lang, "stand").read_text() == f"{head(lang)} 0\n"
    assert ask(lang) == ask(lang, mit=False)


def test_sehr_viele_kommen_nach_und_nach_hinein(lang: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "HOECHSTENS", 40)
    monkeypatch.setattr(graph, "AB", 8)
    offen = []
    for _ in range(4):
        extend(lang)
        offen.append(_cached(lang, "stand").read_text().split()[1])
        assert ask(lang) == ask(lang, mit=False)

    assert offen == ["61", "21", "0", "0"]


def _flip(datei: Path) -> None:
    data = bytearray(datei.read_bytes())
    data[len(data) // 2] ^= 1
    datei.chmod(0o600)
    datei.write_bytes(data)


def _empty(datei: Path) -> None:
    datei.chmod(0o600)
    datei.write_bytes(b"")


@pytest.mark.parametrize("harm", [_flip, _empty, os.unlink, lambda p: (p.parent.parent / "stand").write_text("?")])
def test_ein_beschaedigter_zaehlt_nicht_und_wird_beim_naechsten_mal_neu_gemacht(
    lang: Path, harm: Callable[[Path], None]
) -> None:
    plain = ask(lang, mit=False)
    extend(lang)
    harm(_cached(lang, "info/commit-graph"))

    assert ask(lang) == plain

    extend(lang)

    assert is_used(lang)
    assert _cached(lang, "stand").read_text() == f"{head(lang)} 0\n"
    assert ask(lang) == plain


def test_nach_umgeschriebener_geschichte_stimmt_die_antwort(lang: Path) -> None:
    extend(lang)
    git(lang, "reset", "-q", "--hard", "HEAD~90")
    commit_many(lang, 70)
    git(lang, "reflog", "expire", "--expire=now", "--all")
    git(lang, "gc", "-q", "--prune=now")
    expected = ask(lang, mit=False)

    assert ask(lang) == expected

    extend(lang)

    assert _cached(lang, "stand").read_text() == f"{head(lang)} 0\n"
    assert ask(lang) == expected


def test_zweige_und_ihre_vereinigung_werden_erzaehlt_wie_von_git_selbst(lang: Path) -> None:
    commit_many(lang, 40, "refs/heads/seite", "refs/heads/main~50")
    git(lang, "reset", "-q", "--hard")
    (lang / ".git" / "info").mkdir(exist_ok=True)
    (lang / ".git" / "info" / "attributes").write_text("* !merge\n", "ascii")  # „-X ours“ is for git's own merge only
    git(lang, "merge", "-q", "--no-edit", "-X", "ours", "seite")
    plain = ask(lang, mit=False)
    extend(lang)

    assert is_used(lang)
    assert ask(lang) == plain


def test_ein_eigenes_verzeichnis_von_git_stoert_nicht(lang: Path) -> None:
    git(lang, "commit-graph", "write", "--reachable")
    extend(lang)

    assert is_used(lang)
    assert ask(lang) == ask(lang, mit=False)


def test_eine_alte_sperre_wird_entfernt_eine_neue_geachtet(lang: Path) -> None:
    lock = _cached(lang, "info/commit-graph.lock")
    lock.parent.mkdir(parents=True)
    lock.touch()
    extend(lang)
    assert not is_used(lang)

    old = time.time() - 7200
    os.utime(lock, (old, old))
    extend(lang)
    assert is_used(lang)


def test_auch_in_einem_zweiten_arbeitsordner(lang: Path, tmp_path: Path) -> None:
    git(lang, "worktree", "add", "-q", str(tmp_path / "zwei"))
    extend(tmp_path / "zwei")

    assert is_used(tmp_path / "zwei")
    assert not is_used(lang)
    assert ask(tmp_path / "zwei") == ask(lang, mit=False)


def test_ein_ordner_dessen_name_in_keine_liste_passt_hat_keinen(lang: Path) -> None:
    other = lang.rename(lang.with_name("a:b" if os.name != "nt" else "a;b"))

    assert open_graph(other) is None
    assert len(ask(other)) == 21


def test_ein_zwischenspeicher_in_den_andere_schreiben_duerfen_zaehlt_nicht(lang: Path) -> None:
    extend(lang)
    _cached(lang, ".").parent.chmod(0o777)

    assert open_graph(lang) is None


def test_auch_wo_die_gruppe_schreiben_darf_gehoert_der_zwischenspeicher_nur_uns(lang: Path) -> None:
    shutil.rmtree(lang / ".git" / "netzint", ignore_errors=True)
    before = os.umask(0o002)
    try:
        index = open_graph(lang)
        assert index is not None
        assert not index.is_worth_making()
        index.extend(head(lang))
    finally:
        os.umask(before)

    assert is_used(lang)


def test_verlauf_sagt_vorher_und_nachher_dasselbe(lang: Path, capsys: pytest.CaptureFixture[str]) -> None:
    frage = ("-C", str(lang), "verlauf", THEMA, "--stand", "HEAD")
    assert start.run(frage) == 0
    first = capsys.readouterr()

    assert not is_used(lang)  # whoever asks only once need not wait for it
    assert start.run(frage) == 0
    assert capsys.readouterr() == first

    assert is_used(lang)
    assert start.run(frage) == 0
    assert capsys.readouterr() == first
    assert first.out.count("(von Hand)") == 21
