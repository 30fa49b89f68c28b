"""When two findings are the same one, and what the ratchet lets through."""

from __future__ import annotations

from typing import Any

from netzint.modell.befund import Befund, Schwere, new_fehler


def befund(code: str = "Q102", **felder: Any) -> Befund:
    return Befund(code, Schwere.FEHLER, "Text", kennung="x-1")._replace(**felder)


def test_zeile_text_und_platz_in_der_liste_machen_keinen_neuen_befund() -> None:
    before = befund(zeile=3, text="alt", feld=("mandate", 0, "von"))
    after = befund(zeile=9, text="neu", feld=("mandate", 4, "von"))

    assert new_fehler((before,), (after,)) == ()


def test_ein_anderer_schluesselwert_ist_ein_neuer_befund() -> None:
    after = befund(schluessel=("b",))

    assert new_fehler((befund(schluessel=("a",)),), (after,)) == (after,)


def test_ein_zweiter_gleicher_fehler_ist_neu() -> None:
    assert len(new_fehler((befund(),), (befund(), befund()))) == 1


def test_warnungen_halten_keinen_vorgang_auf() -> None:
    assert new_fehler((), (befund(schwere=Schwere.WARNUNG),)) == ()


def test_aus_einer_warnung_wird_ein_neuer_fehler() -> None:
    assert len(new_fehler((befund(schwere=Schwere.WARNUNG),), (befund(),))) == 1
