"""One table over all rules about two states: a change that makes exactly this code appear, and what accepts it."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from netzint.ablage.lesen.bestand import Gelesenes
from netzint.modell.befund import Befund, Schwere, mark_neue
from netzint.regeln.alle import ALLE
from netzint.regeln.register import judge
from netzint.regeln.uebergaenge import UEBERGAENGE
from netzint.regeln.uebergang import Uebergang, Uebergangsregel, judge_uebergang
from tests import beispiel
from tests.bau import STICHTAG
from tests.regeln.mutation import Mutation
from tests.regeln.test_mutationen import read
from tests.regeln.uebergangsfaelle import FAELLE as TABELLE
from tests.regeln.uebergangsfaelle import Fall
from tests.regeln.uebergangsfaelle_b import ANDERE, ERLAUBT, WEITERE

FAELLE = {**TABELLE, **WEITERE}


@cache
def beispieldaten() -> dict[str, str]:
    return beispiel.load()


@cache
def gelesenes() -> Gelesenes:
    return read(beispieldaten())


def lies(dateien: dict[str, str]) -> Gelesenes:
    """The example with what is different in it: nothing else has to be read again."""
    shipped = beispieldaten()
    other = {name for name in {*shipped, *dateien} if shipped.get(name) != dateien.get(name)}
    texts = {f"daten/{name}": dateien.get(name) for name in other}
    return gelesenes().laid_over({pfad: None if text is None else text.encode() for pfad, text in texts.items()})


@cache
def pruefe_einmal(dateien: tuple[tuple[str, str], ...]) -> tuple[Befund, ...]:
    """Most older states are the example as it is."""
    return pruefe(dict(dateien))


def pruefe(dateien: dict[str, str]) -> tuple[Befund, ...]:
    gelesen = lies(dateien)
    return (*gelesen.befunde, *judge(gelesen.bestand, STICHTAG, ALLE))


def finde_uebergang(alt: dict[str, str], neu: dict[str, str]) -> list[Befund]:
    """What the rules about two states say."""
    return judge_uebergang(Uebergang(lies(alt).bestand, lies(neu).bestand, STICHTAG), UEBERGAENGE)


def finde(alt: dict[str, str], neu: dict[str, str]) -> list[Befund]:
    """What is new in a state, and what the rules about two states say."""
    before, after = pruefe_einmal(tuple(sorted(alt.items()))), pruefe(neu)
    new = [b for b, is_new in zip(after, mark_neue(before, after), strict=True) if is_new]
    return new + finde_uebergang(alt, neu)


def test_jede_regel_hat_ihren_fall() -> None:
    assert sorted(FAELLE) == sorted(rule.code for rule in UEBERGAENGE)


def test_kein_code_steht_fuer_zwei_regeln() -> None:
    codes = Counter(rule.code for rule in (*ALLE, *UEBERGAENGE))

    assert [code for code, number in codes.items() if number > 1] == []


@pytest.mark.parametrize("code", sorted(FAELLE))
def test_die_aenderung_bringt_genau_einen_neuen_befund(code: str) -> None:
    fall = FAELLE[code]

    assert [b.code for b in finde(fall.alt(beispieldaten()), fall.neu(beispieldaten()))] == [code]


@pytest.mark.parametrize("code", sorted(FAELLE))
def test_mit_ihrem_vermerk_ist_die_aenderung_in_ordnung(code: str) -> None:
    fall = FAELLE[code]
    found = finde(fall.alt(beispieldaten()), fall.angenommen(beispieldaten()))

    assert [b for b in found if b.schwere is Schwere.FEHLER or b.code == code] == []


@pytest.mark.parametrize(("code", "was", "fall"), ANDERE, ids=[f"{code}: {was}" for code, was, _ in ANDERE])
def test_auch_ein_anderer_weg_faellt_auf_und_wird_vermerkt(code: str, was: str, fall: Fall) -> None:
    before = fall.alt(beispieldaten())

    assert [b.code for b in finde_uebergang(before, fall.neu(beispieldaten()))] == [code], was
    assert finde_uebergang(before, fall.angenommen(beispieldaten())) == [], was


@pytest.mark.parametrize(("was", "mutation"), ERLAUBT, ids=[was for was, _ in ERLAUBT])
def test_was_jederzeit_geht_faellt_nicht_auf(was: str, mutation: Mutation) -> None:
    assert finde_uebergang(beispieldaten(), mutation.apply(beispieldaten())) == [], was


@pytest.mark.parametrize("rule", UEBERGAENGE, ids=lambda rule: rule.code)
def test_jede_regel_erklaert_sich(rule: Uebergangsregel) -> None:
    assert all((rule.titel, rule.warum, rule.beispiel, rule.abhilfe))
    assert rule.titel.endswith(".")


def test_ohne_aenderung_sagt_keine_regel_etwas() -> None:
    assert finde(beispieldaten(), beispieldaten()) == []
