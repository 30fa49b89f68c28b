"""A kill at any instant leaves the old state or the new one, and calling it again brings it to its end."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from netzint.ablage.schreibweg import haltepunkte
from netzint.modell.fehler import Ausgang
from tests.ablage.abgleich.welt import LIES, NOTIZ, Klon, Welt, bei, make_welt, melde, prepare, run_in_child

VORHER = ("geholt", "aufgesetzt", "angefragt", "gesperrt", "geprueft", "journal")
NACHHER = ("verwiesen", "getauscht", "arbeitsbaum", "index_gesperrt", "index", "versetzt", "hochgeladen")
OFT = ("aufgesetzt", "journal", "verwiesen", "arbeitsbaum", "versetzt")
"""These are enough for every day; with ``-m lang`` all of them."""
GESTORBEN = 9


def _bereite_vor(welt: Welt) -> None:
    melde(welt.anna, "Eins")
    welt.anna.tu("thema", "aendern", "thema-beispiel", "--titel", "Neuer Titel")
    welt.anna.abgleich()
    melde(welt.bert, "Zwei")
    welt.bert.write(LIES, b"meine Fassung\n")
    welt.bert.write(NOTIZ, b"meine Notiz\n")


@pytest.fixture
def bereit(vorbild: Path, tmp_path: Path) -> Welt:
    """Both have done something, and Bert has edits of his own in the folder."""
    return make_welt(prepare(vorbild, "bereit", _bereite_vor), tmp_path / "welt")


def _stirb(klon: Klon, punkt: str) -> None:
    bei(punkt, partial(os._exit, GESTORBEN))
    assert run_in_child(klon.abgleich) == GESTORBEN
    haltepunkte.handler.clear()


def _mark(punkt: str) -> object:
    return punkt if punkt in OFT else pytest.param(punkt, marks=pytest.mark.lang)


@pytest.mark.parametrize("punkt", [_mark(punkt) for punkt in (*VORHER, *NACHHER)])
def test_ein_abbruch_laesst_alt_oder_neu_und_laesst_sich_fortsetzen(bereit: Welt, punkt: str) -> None:
    welt = bereit
    before = welt.bert.head
    _stirb(welt.bert, punkt)

    assert (welt.bert.head == before) == (punkt in VORHER)
    lauf = welt.bert.abgleich()
    assert lauf.ausgang == Ausgang.GUT
    assert [b.split()[0] for b in welt.bert.betreffe(welt.anna.head)] == ["BEDARF-2026-02"]
    assert welt.bert.git("rev-parse", "HEAD~1") == welt.anna.head
    assert welt.bert.server == welt.bert.head
    assert set(welt.bert.git("status", "--porcelain").splitlines()) == {f" M {LIES}", f"?? {NOTIZ}"}
    assert not list((welt.bert.wurzel / ".git").rglob("*.lock"))
    assert not (welt.bert.wurzel / ".git/netzint/journal").exists()


def test_wer_waehrenddessen_festschreibt_verliert_nichts(bereit: Welt) -> None:
    welt = bereit
    bei("angefragt", lambda: melde(welt.bert, "Dazwischen"))
    lauf = welt.bert.abgleich()

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "BEDARF-2026-0" in welt.bert.betreffe()[0]
    assert welt.bert.abgleich().ausgang == Ausgang.GUT
    assert len(welt.bert.betreffe(welt.anna.head)) == 2
