"""Calls one after another, beside the work of the process."""

from __future__ import annotations

import threading
from functools import partial

import pytest

from netzint.ablage.reihe import Reihe


def test_die_ergebnisse_kommen_zu_ihren_aufrufen() -> None:
    with Reihe() as reihe:
        results = [reihe.start(partial(pow, n, 2)) for n in range(50)]

        assert [result() for result in results] == [n * n for n in range(50)]


def test_es_laeuft_nie_mehr_als_einer_zugleich_und_der_reihe_nach() -> None:
    running, order = [0], []

    def step(nr: int) -> None:
        running[0] += 1
        assert running[0] == 1
        order.append(nr)
        running[0] -= 1

    with Reihe() as reihe:
        results = [reihe.start(partial(step, nr)) for nr in range(200)]
        for result in reversed(results):
            result()

    assert order == list(range(200))


def test_ein_fehler_kommt_dort_an_wo_das_ergebnis_gefragt_ist() -> None:
    def fail() -> None:
        raise ValueError("kaputt")

    with Reihe() as reihe:
        broken, good = reihe.start(fail), reihe.start(lambda: 1)

        assert good() == 1
        with pytest.raises(ValueError, match="kaputt"):
            broken()


def test_am_ende_laeuft_nichts_mehr_auch_nach_einem_abbruch() -> None:
    before = threading.active_count()
    warten, getan = threading.Event(), []

    with pytest.raises(KeyError), Reihe() as reihe:  # noqa: PT012 - the block is what is tested
        reihe.start(warten.wait)
        reihe.start(lambda: getan.append(1))
        threading.Timer(0.05, warten.set).start()
        raise KeyError

    warten.wait()
    assert getan == []
    assert threading.active_count() <= before + 1


def test_ohne_aufruf_entsteht_kein_faden() -> None:
    before = threading.active_count()

    with Reihe():
        assert threading.active_count() == before
