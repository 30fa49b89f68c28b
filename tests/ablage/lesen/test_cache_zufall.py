"""Whatever is edited in whatever order: with a cache, without one, here or in a commit, the answer is the same."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzint.ablage.lesen import arbeitsordner
from tests.ablage.lesen.haus import STELLE, commit, init, lay_down, pruefe, write
from tests.bau import STICHTAG

INHALTE = (
    STELLE,
    STELLE.replace(b"stadt", b"stedt"),
    STELLE.replace(b"Neu", b"Alt"),
    STELLE.replace(b"\n", b"\r\n"),
    b"name: A\nname: B\n",
    b"",
    b"name: A\nart: stadt\nags: 0123\n",
)
PFADE = (
    *("daten/stellen/amt-a.yaml", "daten/stellen/neu.yaml", "daten/stellen/Neu.yaml", "daten/stellen/neu.yml"),
    *("daten/themen/thema-beispiel.yaml", "daten/netzwerk.yaml", "daten/x.yaml", "vorlagen/einladung.md.j2"),
)
TAGE = (STICHTAG, date(2020, 7, 1))

Schritt = tuple[str, str, bytes]
schritte = st.lists(
    st.tuples(
        st.sampled_from(("schreiben", "loeschen", "altern", "verweisen", "festschreiben", "vergessen")),
        st.sampled_from(PFADE),
        st.sampled_from(INHALTE),
    ),
    min_size=1,
    max_size=5,
)


def remove(path: Path) -> None:
    path.unlink(missing_ok=True)


def age(path: Path) -> None:
    if path.is_file():
        os.utime(path, ns=(10**18, 10**18))


def link(path: Path) -> None:
    remove(path)
    path.parent.mkdir(exist_ok=True)
    path.symlink_to("amt-b.yaml")


WEGE: dict[str, Callable[[Path], object]] = {"loeschen": remove, "altern": age, "verweisen": link}


def do(wurzel: Path, schritt: Schritt) -> str | None:
    """One step; a commit's id if there is a new one."""
    what, pfad, inhalt = schritt
    if what == "schreiben":
        remove(wurzel / pfad)
        write(wurzel, pfad, inhalt)
    elif what == "vergessen":
        shutil.rmtree(wurzel / ".git/netzint", ignore_errors=True)
    elif what == "festschreiben":
        return commit(wurzel)
    else:
        WEGE[what](wurzel / pfad)
    return None


@pytest.mark.parametrize("korn", [0, 2 * 10**9])
@settings(max_examples=15, deadline=None)
@given(schritte=schritte, tage=st.lists(st.sampled_from(TAGE), min_size=5, max_size=5))
def test_mit_cache_ist_die_antwort_dieselbe(korn: int, schritte: list[Schritt], tage: list[date]) -> None:
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(arbeitsordner, "_KORN_NS", korn):
        wurzel = lay_down(Path(folder) / "repo")
        init(wurzel)
        pruefe(wurzel)
        for schritt, tag in zip(schritte, tage, strict=False):
            stand = do(wurzel, schritt)
            expected = pruefe(wurzel, cache=False, stichtag=tag)

            assert pruefe(wurzel, stichtag=tag)[:4] == expected[:4]
            assert pruefe(wurzel, stichtag=tag)[:4] == expected[:4]
            if stand:
                assert pruefe(wurzel, stand, stichtag=tag).befunde == expected.befunde
