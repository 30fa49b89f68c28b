"""The engine against the oracle, over every group there can be."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest

from netzint.recht.abstimmung import Ergebnis, Sitzlage, count_abstimmung
from netzint.recht.muster import Bezug, Muster, gemo_bw, vwvfg
from tests.recht.orakel import Gruppe, every_gruppe, every_leitung, is_angenommen, is_beschlussfaehig

if TYPE_CHECKING:
    from typing import Literal

MUSTER = {"vwvfg": vwvfg, "gemo_bw": gemo_bw}
BEZUEGE: tuple[Bezug, ...] = ("soll", "besetzt")
STIMMEN: dict[str, Literal["ja", "nein"]] = {"ja": "ja", "nein": "nein"}


def lage_of(gruppe: Gruppe, leitung: str, *, zweite: bool = False, geladen: bool = True) -> Sitzlage:
    """The counts of a group, as the rules would hand them to the engine."""
    return Sitzlage(
        soll=len(gruppe.sitze),
        besetzt=len(gruppe.sitze) - gruppe.zahl("vakant"),
        anwesend=gruppe.da,
        ja=gruppe.zahl("ja"),
        nein=gruppe.zahl("nein"),
        enthaltung=gruppe.zahl("enthaltung"),
        nicht_teilgenommen=gruppe.zahl("stumm"),
        befangen=gruppe.zahl("befangen"),
        leitung_stimmberechtigt=leitung in ("ja", "nein", "enthaltung", "stumm"),
        stimme_leitung=STIMMEN.get(leitung),
        zweite_ladung=zweite,
        alle_geladen=geladen,
    )


@cache
def count(lage: Sitzlage, muster: str, bezug: Bezug) -> tuple[bool, Ergebnis]:
    """The engine; groups that differ only in who stayed away count alike and are asked once."""
    preset = make_muster(muster, bezug)
    ausgezaehlt = count_abstimmung(lage, preset.beschlussfaehigkeit, preset.abstimmung)
    return ausgezaehlt.beschlussfaehig, ausgezaehlt.ergebnis


@cache
def make_muster(muster: str, bezug: Bezug) -> Muster:
    """A preset, made once."""
    return MUSTER[muster](bezug)


@pytest.mark.no_cover
def test_jede_moegliche_lage_der_zwoelf_sitze_wird_wie_vom_orakel_beurteilt() -> None:
    groups, unequal = 0, []
    for gruppe in every_gruppe(12):
        groups += 1
        lagen = [(leitung, lage_of(gruppe, leitung)) for leitung in every_leitung(gruppe)]
        for muster, bezug in product(MUSTER, BEZUEGE):
            quorate = is_beschlussfaehig(gruppe, muster, bezug)
            for leitung, lage in lagen:
                erwartet = "angenommen" if is_angenommen(gruppe, muster, leitung) else "abgelehnt"
                expected = (quorate, erwartet if quorate else "nicht_beschlussfaehig")
                if count(lage, muster, bezug) != expected:
                    unequal.append((gruppe, muster, bezug, leitung, expected))
    count.cache_clear()

    assert groups == 50_388
    assert unequal == []


@pytest.mark.parametrize("bezug", BEZUEGE)
@pytest.mark.parametrize("muster", MUSTER)
def test_auch_mit_zweiter_ladung_und_ladungsmangel_wie_vom_orakel_beurteilt(muster: str, bezug: Bezug) -> None:
    unequal = []
    for sitze, zweite, geladen in product(range(1, 7), (True, False), (True, False)):
        for gruppe in every_gruppe(sitze):
            expected = is_beschlussfaehig(gruppe, muster, bezug, zweite=zweite, geladen=geladen)
            lage = lage_of(gruppe, "ohne_sitz", zweite=zweite, geladen=geladen)
            if count(lage, muster, bezug)[0] != expected:
                unequal.append((gruppe, zweite, geladen, expected))
    count.cache_clear()

    assert unequal == []
