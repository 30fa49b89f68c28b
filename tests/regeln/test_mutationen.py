"""One table over all rules: the smallest change of the shipped example that makes exactly this code appear.

A rule without its mutation fails here, and so does a mutation of a rule that is gone.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from netzint.ablage.lesen import read_bestand
from netzint.modell.befund import Befund
from netzint.regeln.alle import ALLE
from netzint.regeln.register import judge
from tests.bau import STICHTAG
from tests.regeln.mutation import Mutation
from tests.regeln.mutationen_a import MUTATIONEN as MUTATIONEN_A
from tests.regeln.mutationen_b import MUTATIONEN as MUTATIONEN_B

WURZEL = Path(__file__).parents[2]
MUTATIONEN: dict[str, Mutation] = {**MUTATIONEN_A, **MUTATIONEN_B}


@cache
def beispiel() -> dict[str, str]:
    """The shipped example: path below ``daten/`` → text."""
    folder = WURZEL / "daten"
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in sorted(folder.rglob("*.yaml"))}


def pruefe(dateien: dict[str, str]) -> tuple[Befund, ...]:
    """The whole check of these files and no others."""
    gelesen = read_bestand(WURZEL, stand="", overlay={f"daten/{name}": text.encode() for name, text in dateien.items()})
    return (*gelesen.befunde, *judge(gelesen.bestand, STICHTAG, ALLE))


@cache
def vorher() -> Counter[tuple[object, ...]]:
    """The findings of the example as it is shipped."""
    return Counter(b.identitaet for b in pruefe(beispiel()))


def test_das_beispiel_hat_keine_fehler() -> None:
    assert [b for b in pruefe(beispiel()) if b.schwere == "fehler"] == []


def test_jede_regel_hat_ihre_mutation() -> None:
    assert sorted(MUTATIONEN) == sorted(regel.code for regel in ALLE)


def test_kein_code_steht_fuer_zwei_regeln() -> None:
    assert [code for code, number in Counter(regel.code for regel in ALLE).items() if number > 1] == []


@pytest.mark.parametrize("code", sorted(MUTATIONEN))
def test_die_mutation_bringt_genau_einen_neuen_befund(code: str) -> None:
    after = pruefe(MUTATIONEN[code].apply(beispiel()))
    new = Counter(b.identitaet for b in after) - vorher()

    assert [(identity[0], number) for identity, number in new.items()] == [(code, 1)]


@pytest.mark.parametrize("regel", ALLE, ids=lambda regel: regel.code)
def test_jede_regel_erklaert_sich(regel: object) -> None:
    from netzint.regeln.register import Regel

    assert isinstance(regel, Regel)
    assert all((regel.titel, regel.warum, regel.beispiel, regel.abhilfe))
    assert regel.titel.endswith((".", "?", "“"))
