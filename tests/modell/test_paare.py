"""Which item of a list became which."""

from __future__ import annotations

from netzint.modell.paare import pair_by


def test_gleiches_findet_sich_zuerst_dann_was_denselben_anfang_hat() -> None:
    pairs = pair_by(["rot 1", "blau 1"], ["blau 2", "rot 1"], (lambda word: word, lambda word: word.split()[0]))

    assert sorted(pairs, key=str) == [(0, 1), (1, 0)]


def test_was_uebrig_bleibt_ist_neu_oder_fort_und_nichts_gleicht_dem_was_keinen_schluessel_hat() -> None:
    assert pair_by(["a"], ["b"], (lambda _: None,)) == [(0, None), (None, 0)]
    assert pair_by(["a", "a"], ["a"], (str,)) == [(0, 0), (1, None)]
