"""One table over all rules: the smallest change of the shipped example that makes exactly this code appear.

A rule without its mutation fails here, and so does a mutation of a rule that is gone.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from netzint.ablage.lesen.bestand import Gelesenes, read_bestand
from netzint.modell.befund import Befund, Feldpfad
from netzint.regeln.alle import ALLE
from netzint.regeln.register import Regel, judge
from tests import beispiel
from tests.bau import STICHTAG
from tests.regeln.mutation import Mutation
from tests.regeln.mutationen_a import MUTATIONEN as MUTATIONEN_A
from tests.regeln.mutationen_b import MUTATIONEN as MUTATIONEN_B

pytestmark = pytest.mark.no_cover

MUTATIONEN: dict[str, Mutation] = {**MUTATIONEN_A, **MUTATIONEN_B}


def read(dateien: dict[str, str]) -> Gelesenes:
    """These files and no others."""
    overlay = {f"daten/{name}": text.encode() for name, text in dateien.items()}
    return read_bestand(beispiel.WURZEL, stand="", overlay=overlay)


def pruefe(dateien: dict[str, str]) -> tuple[Befund, ...]:
    """The whole check of these files and no others."""
    gelesen = read(dateien)
    return (*gelesen.befunde, *judge(gelesen.bestand, STICHTAG, ALLE))


Identitaet = tuple[str, str, Feldpfad, tuple[str, ...]]


@cache
def vorher() -> Counter[Identitaet]:
    """The findings of the example as it is shipped."""
    return Counter(b.identitaet for b in pruefe(beispiel.load()))


def test_das_beispiel_hat_keine_fehler() -> None:
    assert [b for b in pruefe(beispiel.load()) if b.schwere == "fehler"] == []


def test_jede_regel_hat_ihre_mutation() -> None:
    assert sorted(MUTATIONEN) == sorted(regel.code for regel in ALLE)


def test_kein_code_steht_fuer_zwei_regeln() -> None:
    assert [code for code, number in Counter(regel.code for regel in ALLE).items() if number > 1] == []


@pytest.mark.parametrize("code", sorted(MUTATIONEN))
def test_die_mutation_bringt_genau_einen_neuen_befund(code: str) -> None:
    after = pruefe(MUTATIONEN[code].apply(beispiel.load()))
    new = Counter(b.identitaet for b in after) - vorher()

    assert [(identity[0], number) for identity, number in new.items()] == [(code, 1)]


@pytest.mark.parametrize("regel", ALLE, ids=lambda regel: regel.code)
def test_jede_regel_erklaert_sich(regel: Regel) -> None:
    assert all((regel.titel, regel.warum, regel.beispiel, regel.abhilfe))
    assert regel.titel.endswith((".", "?", "“"))
