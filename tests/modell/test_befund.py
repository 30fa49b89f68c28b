"""When two findings are the same one, and what the ratchet lets through."""

from __future__ import annotations

from typing import Any

from netzint.modell.befund import Befund, Schwere, mark_neue, new_fehler


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


def _neu(before: list[Befund], after: list[Befund]) -> tuple[bool, ...]:
    return mark_neue(tuple(before), tuple(after))


def test_alt_ist_was_schon_da_war_auch_an_anderer_zeile() -> None:
    alt = Befund("Q102", Schwere.FEHLER, "doppelt", pfad="daten/x.yaml", zeile=3, kennung="x")

    assert _neu([alt], [alt._replace(zeile=9, text="anders gesagt")]) == (False,)
    assert _neu([alt], [alt, alt]) == (False, True)
    assert _neu([], [alt]) == (True,)


def test_eine_warnung_die_zum_fehler_wird_ist_neu_und_umgekehrt_nicht() -> None:
    warnung = Befund("Q102", Schwere.WARNUNG, "doppelt", kennung="x")
    fehler = warnung._replace(schwere=Schwere.FEHLER)

    assert _neu([warnung], [fehler]) == (True,)
    assert _neu([fehler], [warnung]) == (False,)
    assert _neu([fehler, warnung], [warnung, fehler]) == (False, False)


def test_von_mehreren_gleichen_ist_die_an_derselben_stelle_alt() -> None:
    def at(nr: int) -> Befund:
        return Befund("Q201", Schwere.FEHLER, "fehlt", kennung="x", feld=("mandate", nr, "sitz"))

    assert _neu([at(1)], [at(0), at(1)]) == (True, False)
