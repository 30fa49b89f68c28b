"""The steps of an Empfehlung follow one another: decided once, sent back for new words, withdrawn for good."""

from __future__ import annotations

import pytest

from netzint.regeln.empfehlungsabfolge import (
    entfallenes_war_eingereicht,
    fassung_ist_schon_entschieden,
    nach_dem_zurueckziehen_kommt_nichts_neues,
    zurueckverwiesene_fassung_kommt_wieder,
)
from tests.bau import netzwerk
from tests.regeln.test_empfehlungsweg import JULI, MAERZ, eingereicht, he, vote
from tests.regeln.urteil import gemeldet, urteile

HERBST = "2026-10-08"


WIEDER_AUF = {"wiederaufnahme": "sg-2026-01/he-2026-01"}


@pytest.mark.parametrize("zuerst", ["vertagt", "zurueckverwiesen", "nicht_beschlussfaehig"])
def test_was_offen_blieb_ist_nicht_entschieden(zuerst: str) -> None:
    assert gemeldet(fassung_ist_schon_entschieden, he(), vote(zuerst), vote("angenommen", "sg-2026-02", JULI)) == []


@pytest.mark.parametrize("danach", ["abgelehnt", "vertagt", "zurueckverwiesen", "nicht_beschlussfaehig"])
@pytest.mark.parametrize("zuerst", ["angenommen", "geaendert_angenommen", "abgelehnt"])
def test_ueber_einen_entschiedenen_wortlaut_wird_nicht_mehr_abgestimmt(zuerst: str, danach: str) -> None:
    befunde = urteile(fassung_ist_schon_entschieden, he(), vote(zuerst), vote(danach, "sg-2026-02", JULI))

    assert [(b.code, b.kennung) for b in befunde] == [("E204", "sg-2026-02")]


def test_ein_neuer_wortlaut_ist_nicht_entschieden() -> None:
    zwei = he(eingereicht("2026-02-02"), eingereicht("2026-06-01", nr=2, vom="2026-05-20"))

    votes = (vote("abgelehnt"), vote("angenommen", "sg-2026-02", JULI, fassung=2))
    assert gemeldet(fassung_ist_schon_entschieden, zwei, *votes) == []


@pytest.mark.parametrize(
    ("statt", "reported"), [({"ergebnis": "vertagt"}, []), ({"ja": "8"}, [("E204", "sg-2026-02")])]
)
def test_nur_ein_berichtigtes_ergebnis_steht_der_zweiten_abstimmung_nicht_im_weg(
    statt: dict[str, str], reported: list[tuple[str, str]]
) -> None:
    korrektur = [{"zu": "he-2026-01", "am": JULI, "statt": statt, "grund": "Schreibfehler."}]
    votes = (vote("abgelehnt", berichtigungen=korrektur), vote("angenommen", "sg-2026-02", JULI))

    assert gemeldet(fassung_ist_schon_entschieden, he(), *votes) == reported


def test_eine_wiederaufnahme_wird_dort_beurteilt_wo_sie_steht() -> None:
    again = vote("angenommen", "sg-2026-02", JULI, top=WIEDER_AUF)

    assert gemeldet(fassung_ist_schon_entschieden, he(), vote("abgelehnt"), again) == []


def test_was_vertagt_war_wird_nicht_zweimal_wieder_aufgenommen() -> None:
    votes = [vote("vertagt")]
    votes += [
        vote("angenommen", kennung, tag, top=WIEDER_AUF)
        for kennung, tag in (("sg-2026-02", JULI), ("sg-2026-03", HERBST))
    ]

    assert gemeldet(fassung_ist_schon_entschieden, he(), *votes) == [("E204", "sg-2026-03")]


def test_was_zurueckverwiesen_ist_kommt_in_einer_neuen_fassung() -> None:
    zwei = he(eingereicht("2026-02-02"), eingereicht("2026-06-01", nr=2, vom="2026-05-20"))
    zurueck, same = vote("zurueckverwiesen"), vote("angenommen", "sg-2026-02", JULI)

    assert gemeldet(zurueckverwiesene_fassung_kommt_wieder, zwei, zurueck, same, netzwerk()) == [("E212", "sg-2026-02")]
    other = vote("angenommen", "sg-2026-02", JULI, fassung=2)
    assert gemeldet(zurueckverwiesene_fassung_kommt_wieder, zwei, zurueck, other, netzwerk()) == []
    assert gemeldet(zurueckverwiesene_fassung_kommt_wieder, he(), vote("vertagt"), same, netzwerk()) == []


def test_vor_erfasst_ab_zurueckverwiesenes_bleibt_auf_sich_beruhen() -> None:
    votes = vote("zurueckverwiesen"), vote("angenommen", "sg-2026-02", JULI)

    assert gemeldet(zurueckverwiesene_fassung_kommt_wieder, he(), *votes, netzwerk(erfasst_ab="2026-04-01")) == []


@pytest.mark.parametrize(
    ("am", "reported"),
    [
        ("2026-02-02", [("E210", "he-2026-01")]),
        ("2026-04-19", [("E210", "he-2026-01")]),
        ("2026-05-02", []),
        ("2026-01-19", []),  # before there was anything: another rule
    ],
)
def test_nach_dem_zurueckziehen_entsteht_nichts_mehr(am: str, reported: list[tuple[str, str]]) -> None:
    weg = he(
        eingereicht("2026-02-02"),
        eingereicht("2026-05-02", nr=2, vom="2026-04-20"),
        zurueckgezogen={"am": am, "grund": "Überholt."},
    )

    assert gemeldet(nach_dem_zurueckziehen_kommt_nichts_neues, weg) == reported


@pytest.mark.parametrize(("am", "reported"), [("2026-02-01", ["eingereicht"]), ("2026-01-20", ["eingereicht"])])
def test_die_meldung_zeigt_auf_den_spaeten_tag(am: str, reported: list[str]) -> None:
    weg = he(zurueckgezogen={"am": am, "grund": "Überholt."})

    assert [b.feld[-1] for b in urteile(nach_dem_zurueckziehen_kommt_nichts_neues, weg)] == reported


def test_kam_es_gar_zur_abstimmung_sagt_es_eine_andere_regel() -> None:
    weg = he(zurueckgezogen={"am": "2026-02-01", "grund": "Überholt."})

    assert gemeldet(nach_dem_zurueckziehen_kommt_nichts_neues, weg, vote("vertagt")) == []


def test_was_eingereicht_war_entfaellt_nicht() -> None:
    weg = {"am": MAERZ, "grund": "Doppelt."}

    assert gemeldet(entfallenes_war_eingereicht, he(eingereicht(None), entfallen=weg)) == []
    assert gemeldet(entfallenes_war_eingereicht, he(entfallen=weg)) == [("E211", "he-2026-01")]
    assert gemeldet(entfallenes_war_eingereicht, he(entfallen=weg), vote()) == []
