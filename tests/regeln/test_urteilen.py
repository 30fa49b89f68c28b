"""What was judged before and has not changed need not be judged again; the answer is the same as if it were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from random import Random

import pytest

from netzint.modell.arten import NACH_NAME
from netzint.modell.ausnahme import Ausnahme
from netzint.modell.befund import Befund
from netzint.modell.bestand import Bestand
from netzint.modell.fach import make_fach
from netzint.modell.grund import Eintrag
from netzint.modell.urteil import STICHTAG as TAG
from netzint.modell.urteil import UNLESBAR, Urteile, nur_kennungen
from netzint.regeln.alle import ALLE
from netzint.regeln.ansichten import ANSICHTEN
from netzint.regeln.register import Regel, find_befunde, judge
from netzint.regeln.urteilen import Unterschied, judge_again, judge_all
from tests import beispiel
from tests.bau import STICHTAG
from tests.regeln.test_mutationen import MUTATIONEN, read

pytestmark = pytest.mark.no_cover

ARTEN = tuple(NACH_NAME)
Faelle = Mapping[str, Bestand]


@cache
def faelle() -> Faelle:
    """The shipped example, and all that can go wrong with it."""
    mutated = {code: read(mutation.apply(beispiel.load())).bestand for code, mutation in MUTATIONEN.items()}
    return {"": read(beispiel.load()).bestand, **mutated}


def einige(*codes: str) -> Faelle:
    """Those asked for, and a tenth of all others: all would take minutes."""
    return {code: bestand for nr, (code, bestand) in enumerate(faelle().items()) if code in codes or nr % 10 == 0}


def unterschied(vorher: Bestand, nachher: Bestand) -> Unterschied:
    """What is different, found out by comparing every entry."""
    namen = {UNLESBAR} if vorher.unlesbar != nachher.unlesbar else set()
    old, new = dict[str, Mapping[str, Eintrag]](), dict[str, Mapping[str, Eintrag]]()
    for art in ARTEN:
        was, now = vorher.von_art(art), nachher.von_art(art)
        if was != now:
            namen |= {art} if was.keys() == now.keys() else {art, nur_kennungen(art)}
            old[art] = {kennung: entry for kennung, entry in was.items() if now.get(kennung) != entry}
            new[art] = {kennung: entry for kennung, entry in now.items() if was.get(kennung) != entry}
    faecher = ({art: make_fach(entries) for art, entries in changed.items()} for changed in (old, new))
    return Unterschied(frozenset(namen), *faecher)


def befunde(urteile: Urteile) -> Counter[Befund]:
    return Counter(befund for urteil in urteile.values() for befund in urteil.befunde)


def frisch(bestand: Bestand, tag: date = STICHTAG) -> Counter[Befund]:
    return Counter(judge(bestand, tag, ALLE))


def test_zum_ersten_mal_gefragt_sagt_jede_regel_dasselbe() -> None:
    for bestand in einige().values():
        assert befunde(judge_all(bestand, STICHTAG, ALLE)) == frisch(bestand)


def test_nach_jeder_aenderung_ist_die_antwort_dieselbe() -> None:
    codes = sorted(faelle())
    Random(1).shuffle(codes)
    urteile = judge_all(faelle()[codes[0]], STICHTAG, ALLE)
    for code, folgender in pairwise(codes):
        anders = unterschied(faelle()[code], faelle()[folgender])
        urteile = judge_again(faelle()[folgender], STICHTAG, ALLE, urteile, anders)

        assert befunde(urteile) == frisch(faelle()[folgender]), f"von {code} nach {folgender}"


@pytest.mark.parametrize("code", sorted(MUTATIONEN))
def test_eine_aenderung_und_ihre_ruecknahme_werden_erkannt(code: str) -> None:
    start, mutated = faelle()[""], faelle()[code]
    first = judge_again(mutated, STICHTAG, ALLE, _am_anfang(), unterschied(start, mutated))
    second = judge_again(start, STICHTAG, ALLE, first, unterschied(mutated, start))

    assert befunde(first) == frisch(mutated)
    assert befunde(second) == frisch(start)


@cache
def _am_anfang() -> Urteile:
    return judge_all(faelle()[""], STICHTAG, ALLE)


def test_was_vorher_war_darf_vergessen_sein() -> None:
    for code, bestand in einige().items():
        anders = unterschied(faelle()[""], bestand)._replace(vorher={}, nachher={})

        assert befunde(judge_again(bestand, STICHTAG, ALLE, _am_anfang(), anders)) == frisch(bestand), code


def test_an_einem_anderen_tag_wird_neu_gefragt_was_nach_dem_tag_fragt() -> None:
    for days in (1, 40, 400, -400):
        tag = STICHTAG + timedelta(days=days)
        for code, bestand in einige().items():
            anders = unterschied(faelle()[""], bestand)
            anders = anders._replace(namen=anders.namen | {TAG})

            assert befunde(judge_again(bestand, tag, ALLE, _am_anfang(), anders)) == frisch(bestand, tag), code


def test_eine_ausnahme_mildert_auch_was_schon_vorher_gefunden_war() -> None:
    broken = faelle()["E103"]
    urteile = judge_all(broken, STICHTAG, ALLE)
    ausnahme = Ausnahme(kennung="ausnahme-e", regel="E103", beschluss="sg-2026-01/a", bis=STICHTAG, grund="x")
    waived = broken.replaced([ausnahme])
    again = judge_again(waived, STICHTAG, ALLE, urteile, unterschied(broken, waived))

    assert [b.schwere for b in urteile["E103"].befunde] == ["warnung"]
    assert [b.schwere for b in again["E103"].befunde] == ["hinweis"]


def test_ohne_unterschied_wird_niemand_gefragt(monkeypatch: pytest.MonkeyPatch) -> None:
    urteile = _am_anfang()
    monkeypatch.setattr(Regel, "verstoesse", lambda *_: pytest.fail("eine Regel ist gefragt worden"))

    assert judge_again(faelle()[""], STICHTAG, ALLE, urteile, Unterschied(frozenset(), {}, {})) == urteile


@pytest.mark.parametrize("regel", [regel for regel in ALLE if regel.je], ids=lambda regel: regel.code)
def test_was_eine_regel_von_eintraegen_sagt_haengt_nicht_an_den_uebrigen(regel: Regel) -> None:
    """The parts add up: what it says of some, and of the others, is what it says of all and of none."""
    for code, bestand in einige(regel.code).items():
        for je in regel.je:
            arten = tuple(je.split())
            for some, others in _splits(code, bestand, arten):
                parts = _finds(regel, some) + _finds(regel, others)
                empty = bestand.restricted(dict.fromkeys(arten, make_fach({})))

                assert parts == _finds(regel, bestand) + _finds(regel, empty), f"{code}: {je}"


def _finds(rule: Regel, bestand: Bestand) -> Counter[Befund]:
    return Counter(find_befunde(rule, bestand, STICHTAG))


def _splits(code: str, bestand: Bestand, arten: tuple[str, ...]) -> Iterator[tuple[Bestand, Bestand]]:
    """The Bestand parted in two: what the mutation changed from what it left, and by chance."""
    changed = unterschied(faelle()[""], bestand).nachher
    zufall = Random(code)
    for by_chance in (False, True):
        halves: tuple[dict[str, Mapping[str, Eintrag]], dict[str, Mapping[str, Eintrag]]] = ({}, {})
        for art in arten:
            entries = bestand.von_art(art)
            own = changed[art].kennungen if art in changed else {}
            some = {k for k in entries if (zufall.random() < 0.5 if by_chance else k in own)}
            halves[0][art] = {k: entry for k, entry in entries.items() if k in some}
            halves[1][art] = {k: entry for k, entry in entries.items() if k not in some}
        if by_chance or changed.keys() & set(arten):
            first, second = ({art: make_fach(half) for art, half in parts.items()} for parts in halves)
            yield bestand.restricted(first), bestand.restricted(second)


def test_keine_ansicht_aendert_sich_unbemerkt() -> None:
    for before, after in pairwise(faelle().values()):
        anders = unterschied(before, after)
        for ansicht in ANSICHTEN:
            arten = ansicht.arten & anders.namen
            was, now = ({art: entries[art] for art in arten} for entries in (anders.vorher, anders.nachher))
            same = ansicht.make(Bestand(was)) == ansicht.make(Bestand(now))

            assert not same or ansicht.make(before) == ansicht.make(after), ansicht.name


def test_jede_ansicht_liest_nur_ihre_arten() -> None:
    for bestand in faelle().values():
        for ansicht in ANSICHTEN:
            assert bestand.derive_unnoted(ansicht.make)[1] <= ansicht.arten, ansicht.name
