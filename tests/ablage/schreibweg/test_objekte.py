"""Trees made here are the trees that git makes."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzint.ablage.schreibweg.objekte import Glied, Objekt, build_baum, object_id, read_ordner, write_objekte

NAMES = st.sampled_from(["a", "a.b", "a-b", "a0", "ab", "b", "ä", "B"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


def _without_clashes(paths: dict[str, bytes]) -> dict[str, bytes]:
    """No path may be a folder of another."""
    return {path: data for path, data in paths.items() if not any(other.startswith(f"{path}/") for other in paths)}


TREES = st.dictionaries(PATHS, st.binary(max_size=40), max_size=8).map(_without_clashes)


@pytest.fixture(scope="module")
def wurzel() -> Iterator[Path]:
    """An empty repository."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "init", "-q", folder], check=True)
        yield Path(folder)


def _git(root: Path, *args: str, data: bytes = b"") -> str:
    env = {**os.environ, "GIT_INDEX_FILE": str(root / ".git/probe"), "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x"}
    env |= {"GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x"}
    return (
        subprocess.run(["git", "-C", str(root), *args], input=data, capture_output=True, check=True, env=env)
        .stdout.decode()
        .strip()
    )


def _make_tree_with_git(root: Path, files: dict[str, bytes]) -> str:
    _git(root, "read-tree", "--empty")
    for path, data in files.items():
        oid = _git(root, "hash-object", "-w", "--stdin", data=data)
        _git(root, "update-index", "--add", "--cacheinfo", f"100644,{oid},{path}")
    return _git(root, "write-tree")


@settings(deadline=None, max_examples=40)
@given(before=TREES, after=TREES)
def test_ein_geaenderter_baum_ist_der_den_git_baut(
    wurzel: Path, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    after = {
        path: data
        for path, data in after.items()
        if not any(p.startswith(f"{path}/") or path.startswith(f"{p}/") for p in before)
    }
    commit = _git(wurzel, "commit-tree", _make_tree_with_git(wurzel, before), "-m", "x")
    gone = sorted(before)[::2]
    wanted = {path: data for path, data in before.items() if path not in gone} | after
    changes: dict[str, Glied | None] = dict.fromkeys(gone)
    changes |= {path: Glied("100644", object_id("blob", data, "sha1")) for path, data in after.items()}
    ordner = read_ordner(wurzel, commit, changes)
    top, trees = build_baum(ordner, changes, "sha1")
    write_objekte(wurzel, [*(Objekt("blob", data) for data in after.values()), *trees], "sha1")

    assert top == _make_tree_with_git(wurzel, wanted)
    assert _git(wurzel, "fsck", "--no-dangling", "--no-progress") == ""


@settings(deadline=None, max_examples=40)
@given(data=st.binary(max_size=10_000))
def test_die_nummer_eines_inhalts_ist_die_von_git(wurzel: Path, data: bytes) -> None:
    write_objekte(wurzel, [Objekt("blob", data)], "sha1")

    assert _git(wurzel, "hash-object", "--stdin", data=data) == object_id("blob", data, "sha1")
    assert _git(wurzel, "cat-file", "-s", object_id("blob", data, "sha1")) == str(len(data))
