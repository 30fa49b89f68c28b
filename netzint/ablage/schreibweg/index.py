"""The user's index: read for the targets, brought up to the commit without losing anything else in it.

The new index is made in a copy, and only while we hold git's own lock. That lock carries our mark,
so that after a crash we know ours from a foreign one.
"""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.schreibweg import prozess
from netzint.ablage.schreibweg.dateien import place, sync_file, sync_folder, write_new
from netzint.ablage.schreibweg.haltepunkte import reach
from netzint.ablage.schreibweg.journal import Eintrag
from netzint.ablage.schreibweg.repository import Repository
from netzint.ablage.schreibweg.zustand import PAUSE, refuse_sperre

_UNSERE_MARKE = b"netzint\n"
_LANGE_LISTE = 200
_NOCH_NICHT = ("-c", "core.fsync=none")
"""The copy becomes durable once, when it is whole: each git that writes it would wait for the disk again."""


class IndexEintrag(NamedTuple):
    """What the index holds for a path. ``stufe`` is "0" unless a merge left a conflict."""

    modus: str
    oid: str
    stufe: str
    kennzeichen: str

    @property
    def versteckt(self) -> bool:
        """Kept out of the work tree (sparse checkout)."""
        return self.kennzeichen.upper() == "S"

    @property
    def ungeprueft(self) -> bool:
        """The user told git not to look at this file (assume-unchanged)."""
        return self.kennzeichen.islower()


def read_index(repository: Repository, paths: Sequence[str], copy: Path | None = None) -> dict[str, IndexEintrag]:
    """The index entries of these paths. A path below which the index has files counts as a conflict."""
    args = ("ls-files", "-z", "--stage", "-v", "--full-name", "--")
    chosen = paths if len(paths) <= _LANGE_LISTE else ()
    if copy is None:
        output = gitlesen.run(repository.wurzel, *args, *chosen)
    else:
        answer = prozess.execute(repository.wurzel, *args, *chosen, env={"GIT_INDEX_FILE": str(copy)})
        output = prozess.require(answer, "git ls-files")
    wanted, found = set(paths), {}
    for record in output.split(b"\0")[:-1]:
        meta, _, name = record.decode("utf-8", "surrogateescape").partition("\t")
        mark, modus, oid, stage = meta.split(" ")
        if name in wanted:
            found[name] = IndexEintrag(modus, oid, stage, mark)
        elif chosen:
            found[next(path for path in paths if name.startswith(f"{path}/"))] = IndexEintrag(modus, oid, "1", mark)
    return found


def bring_up(
    repository: Repository, entries: Sequence[Eintrag], keep: Sequence[int], wartezeit: float
) -> tuple[str, ...]:
    """Set each target to the commit's state where the index still has the old one. Repeatable.

    Returns hints about entries that somebody has staged meanwhile. Raises NetzintFehler if the index is locked.
    """
    with _hold_index(repository, wartezeit):
        # A name of its own: a git process that outlived an interrupted run must not write into this one's copy.
        copy = repository.arbeit / f"index-{secrets.token_hex(4)}"
        if repository.index_datei.exists():
            shutil.copyfile(repository.index_datei, copy)
        current = read_index(repository, [entry.pfad for entry in entries], copy)
        pending = [entry for entry in entries if _state(current.get(entry.pfad), entry) == "alt"]
        if pending:
            _write_copy(repository, copy, pending, current, keep)
            sync_file(copy)
            reach("index_fertig")
            copy.replace(repository.index_datei)
            sync_folder(repository.git_ordner)
            reach("index_getauscht")
        copy.unlink(missing_ok=True)
    foreign = [entry.pfad for entry in entries if _state(current.get(entry.pfad), entry) == "fremd"]
    return tuple(f"„{path}“ wurde inzwischen anders vorgemerkt; das bleibt so." for path in foreign)


def _state(current: IndexEintrag | None, entry: Eintrag) -> str:
    """alt: to be brought up; neu: done; fremd: somebody else's."""
    if current is not None and current.stufe != "0":
        return "fremd"
    here = (current.modus, current.oid) if current else ("", "")
    if here == (entry.neu_modus, entry.neu):
        return "neu"
    announced = not entry.alt and current is not None and entry.neu and _is_empty(current.oid)
    return "alt" if here == (entry.alt_modus, entry.alt) or announced else "fremd"


def _is_empty(oid: str) -> bool:
    return oid.startswith(("e69de29bb2d1d6434b8b", "473a0f4c3be8a93681a2"))  # the empty blob in SHA-1 and SHA-256


def _write_copy(
    repository: Repository,
    copy: Path,
    pending: Sequence[Eintrag],
    current: dict[str, IndexEintrag],
    keep: Sequence[int],
) -> None:
    env = {"GIT_INDEX_FILE": str(copy)}
    lines = "".join(
        f"{entry.neu_modus or '0'} {entry.neu or '0' * len(entry.alt)}\t{entry.pfad}\0" for entry in pending
    )
    args: tuple[str, ...] = (*_NOCH_NICHT, "update-index", "-z", "--index-info")
    answer = prozess.execute(repository.wurzel, *args, input=lines.encode(), env=env, keep=keep)
    prozess.require(answer, "git update-index")
    kept = [entry for entry in pending if entry.neu and entry.pfad in current]
    _mark(repository, "--skip-worktree", [e.pfad for e in kept if current[e.pfad].versteckt and e.ohne_baum], env)
    _mark(repository, "--assume-unchanged", [e.pfad for e in kept if current[e.pfad].ungeprueft], env)
    # Times and sizes of the new files, so that git need not read them again. Saves work, decides nothing.
    shown = "".join(f"{entry.pfad}\0" for entry in pending if entry.neu and not entry.ohne_baum).encode()
    if shown:
        args = (*_NOCH_NICHT, "add", "--refresh", "--pathspec-from-file=-", "--pathspec-file-nul")
        prozess.execute(repository.wurzel, *args, input=shown, env=env)


def _mark(repository: Repository, option: str, paths: Sequence[str], env: dict[str, str]) -> None:
    if paths:
        data = "".join(f"{path}\0" for path in paths).encode()
        answer = prozess.execute(repository.wurzel, "update-index", option, "-z", "--stdin", input=data, env=env)
        prozess.require(answer, "git update-index")


@contextmanager
def _hold_index(repository: Repository, wartezeit: float) -> Iterator[None]:
    lock = _lock_path(repository)
    mark = repository.arbeit / "marke"
    write_new(mark, _UNSERE_MARKE)
    until = time.monotonic() + wartezeit
    while not place(mark, lock):
        if time.monotonic() >= until:
            raise refuse_sperre(lock)
        time.sleep(PAUSE)
    try:
        reach("index_gesperrt")
        yield
    finally:
        lock.unlink(missing_ok=True)


def drop_own_sperre(repository: Repository) -> None:
    """Remove the index lock that an interrupted run of ours left. Call only while holding our own lock."""
    lock = _lock_path(repository)
    try:
        ours = lock.stat().st_size == len(_UNSERE_MARKE) and lock.read_bytes() == _UNSERE_MARKE
    except OSError:
        return
    if ours:
        lock.unlink(missing_ok=True)


def _lock_path(repository: Repository) -> Path:
    return repository.index_datei.with_name(repository.index_datei.name + ".lock")
