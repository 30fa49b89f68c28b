"""What holds for all rules together: time adds no Fehler, damage in one place silences nothing elsewhere."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzint.ablage.leser.datei import parse
from netzint.modell.arten import art_of_pfad
from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.codes_format import FORMAT
from netzint.modell.codes_lesen import LESEN
from netzint.modell.codes_vorlagen import VORLAGEN
from netzint.regeln.alle import ALLE
from netzint.regeln.register import judge
from tests import bau, beispiel
from tests.modell.test_meldungen import VERDREHT, befunde, replace, walk

pytestmark = pytest.mark.no_cover

LAPSED = "X104"
"""The one Fehler that time may add: a waiver that has lapsed."""


def fehler(tag: date, found: Bestand | None = None) -> set[tuple[object, ...]]:
    """The Fehler on a day, lapsed waivers apart."""
    judged = judge(found or beispiel.read_beispiel(), tag, ALLE)
    return {b.identitaet for b in judged if b.schwere is Schwere.FEHLER and b.code != LAPSED}


@settings(max_examples=25, deadline=None)
@given(st.dates(date(2020, 6, 1), date(2060, 1, 1)), st.dates(date(2020, 6, 1), date(2060, 1, 1)))
def test_ein_spaeterer_stichtag_bringt_nie_einen_fehler(einer: date, anderer: date) -> None:
    frueh, spaet = sorted((einer, anderer))

    assert fehler(spaet) <= fehler(frueh)


def test_das_beispiel_wird_mit_der_zeit_nicht_rot() -> None:
    assert [tag for tag in (date(2027, 1, 1), date(2030, 1, 1), date(2050, 1, 1)) if fehler(tag)] == []


def test_die_reihenfolge_der_eintraege_aendert_nichts() -> None:
    shuffled = list(beispiel.read_beispiel().iter_eintraege())
    random.Random(7).shuffle(shuffled)

    assert set(judge(Bestand(shuffled), bau.STICHTAG, ALLE)) == set(judge(beispiel.read_beispiel(), bau.STICHTAG, ALLE))


@pytest.mark.parametrize("kennung", sorted(beispiel.read_beispiel().eintraege))
def test_eine_unlesbare_datei_bringt_keine_falschen_fehler(kennung: str) -> None:
    rest = [e for e in beispiel.read_beispiel().iter_eintraege() if e.kennung != kennung]
    broken = Bestand(rest, unlesbar=[kennung])

    assert [b for b in judge(broken, bau.STICHTAG, ALLE) if b.schwere is Schwere.FEHLER] == []


def test_auch_ohne_alles_wird_geurteilt() -> None:
    assert {b.code for b in judge(Bestand(()), bau.STICHTAG, ALLE)} >= {"G101", "G102"}


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(beispiel.load())), st.integers(0, 10_000), st.sampled_from((*VERDREHT, None)))
def test_kein_schaden_bringt_die_pruefung_zum_stehen(name: str, stelle: int, neu: object) -> None:
    wert = parse(beispiel.load()[name].encode()).wert
    place = art_of_pfad(f"daten/{name}")
    assert wert is not None
    assert place is not None
    fields = list(walk(wert))
    damaged = replace(wert, fields[stelle % len(fields)], neu)
    found = befunde(place[0].model, damaged)
    rest = [e for e in beispiel.read_beispiel().iter_eintraege() if e.kennung != place[1]]
    if not found:
        rest.append(place[0].model.model_validate({"kennung": place[1], **damaged}))
    judged = judge(Bestand(rest, [place[1]]), bau.STICHTAG, ALLE)

    assert all(b.text and b.code for b in [*found, *judged])


def test_kein_code_steht_in_zwei_familien() -> None:
    codes = [*(r.code for r in ALLE), *(e.code for e in (*LESEN, *FORMAT, *VORLAGEN))]

    assert len(codes) == len(set(codes))
