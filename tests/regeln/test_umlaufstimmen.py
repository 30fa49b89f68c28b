"""The answers in an Umlauf come from those who were asked, once, in time, and are counted right."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.regeln.umlaufstimmen import (
    doppelt_abgestimmt_im_umlauf,
    ordentliches_mitglied_ist_nicht_gefragt,
    stimme_im_umlauf_ohne_stimmrecht,
    stimme_kam_ausserhalb_der_frist,
    umlaufergebnis_widerspricht_den_stimmen,
)
from tests.bau import mitglied
from tests.regeln.strategiegruppe import PERSONEN, die_zwoelf, person
from tests.regeln.umlauf import stimme, umlauf
from tests.regeln.urteil import gemeldet, urteile

GS = mitglied("gs-1", mandate=[{"gremium": "geschaeftsstelle", "rolle": "mitarbeit", "von": "2025-01-01"}])


def stimmen(ja: int, nein: int = 0, enthaltung: int = 0) -> list[dict[str, str]]:
    """So many answers of each kind, in the order of the seats."""
    kinds = ["ja"] * ja + ["nein"] * nein + ["enthaltung"] * enthaltung
    return [stimme(p, kind) for p, kind in zip(PERSONEN, kinds, strict=False)]


def test_alle_zwoelf_duerfen_abstimmen() -> None:
    assert gemeldet(stimme_im_umlauf_ohne_stimmrecht, *die_zwoelf(), umlauf()) == []


@pytest.mark.parametrize(
    ("felder", "reason"),
    [
        ({"verteiler": list(PERSONEN[1:])}, "steht nicht im Verteiler"),
        ({"befangen": [PERSONEN[0]]}, "ist befangen"),
        ({"stimmen": [stimme("gs-1")], "verteiler": [*PERSONEN, "gs-1"]}, "ist kein ordentliches Mitglied"),
    ],
)
def test_wer_nicht_gefragt_oder_befangen_ist_stimmt_nicht(felder: dict[str, Any], reason: str) -> None:
    befunde = urteile(stimme_im_umlauf_ohne_stimmrecht, *die_zwoelf(), GS, umlauf(**felder))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("U103", "um-2026-01", ("stimmen", 0, "mitglied"))]
    assert reason in befunde[0].text


@pytest.mark.parametrize(
    ("mitglied", "felder", "found"),
    [
        ("staedtetag-1", {}, 0),
        ("gs-1", {}, 1),
        ("gs-1", {"verteiler": [*PERSONEN, "gs-1"]}, 1),
        ("staedtetag-1", {"befangen": ["staedtetag-1"]}, 1),
    ],
)
def test_widersprechen_kann_nur_wer_abstimmen_kann(mitglied: str, felder: dict[str, Any], found: int) -> None:
    entry = umlauf(stimmen=[], widerspruch=[{"mitglied": mitglied, "am": "2026-03-10"}], **felder)
    befunde = urteile(stimme_im_umlauf_ohne_stimmrecht, *die_zwoelf(), GS, entry)

    assert [(b.code, b.feld) for b in befunde] == [("U103", ("widerspruch", 0, "mitglied"))] * found


def test_wer_waehrend_des_umlaufs_nachrueckt_darf_abstimmen() -> None:
    alt, neu = person("staedtetag-1", bis="2026-03-04"), person("staedtetag-2", von="2026-03-05")
    entry = umlauf(stimmen=[stimme("staedtetag-2")], verteiler=[*PERSONEN, "staedtetag-2"])

    assert gemeldet(stimme_im_umlauf_ohne_stimmrecht, *die_zwoelf(), alt, neu, entry) == []


def test_jedes_mitglied_hat_eine_stimme() -> None:
    doppelt = umlauf(stimmen=[stimme("staedtetag-1"), stimme("gemeindetag-1"), stimme("staedtetag-1", "nein")])
    befunde = urteile(doppelt_abgestimmt_im_umlauf, doppelt)

    assert gemeldet(doppelt_abgestimmt_im_umlauf, umlauf()) == []
    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("U104", "um-2026-01", ("stimmen", 2, "mitglied"))]


@pytest.mark.parametrize(("am", "found"), [("2026-03-02", 0), ("2026-03-16", 0), ("2026-03-01", 1), ("2026-03-17", 1)])
def test_es_zaehlt_was_zwischen_versand_und_frist_eingeht(am: str, found: int) -> None:
    spaet = umlauf(stimmen=[stimme("staedtetag-1", am=am)], widerspruch=[])
    einspruch = umlauf(stimmen=[], widerspruch=[{"mitglied": "staedtetag-1", "am": am}])

    assert gemeldet(stimme_kam_ausserhalb_der_frist, spaet) == [("U105", "um-2026-01")] * found
    assert [b.feld for b in urteile(stimme_kam_ausserhalb_der_frist, einspruch)] == [("widerspruch", 0, "am")] * found


@pytest.mark.parametrize(
    ("votes", "ergebnis", "found"),
    [
        (stimmen(7, 5), "angenommen", 0),
        (stimmen(4, 3), "angenommen", 0),
        (stimmen(2, 5), "abgelehnt", 0),
        (stimmen(6, 6), "abgelehnt", 0),
        (stimmen(2, 1), "angenommen", 1),
        (stimmen(2, 1), "nicht_beschlussfaehig", 0),
        (stimmen(0), "nicht_beschlussfaehig", 0),
        (stimmen(0), "abgelehnt", 1),
        (stimmen(7, 5), "nicht_beschlussfaehig", 1),
        (stimmen(2, 5), "angenommen", 1),
        (stimmen(6, 6), "angenommen", 1),
        (stimmen(3, 0, 9), "abgelehnt", 1),
        (stimmen(2, 5), "vertagt", 0),
    ],
)
def test_das_ergebnis_folgt_aus_den_stimmen(votes: list[dict[str, str]], ergebnis: str, found: int) -> None:
    entry = umlauf(stimmen=votes, abschluss={"am": "2026-03-16", "ergebnis": ergebnis})
    reported = [("U108", "um-2026-01")] * found

    assert gemeldet(umlaufergebnis_widerspricht_den_stimmen, *die_zwoelf(), entry) == reported


def test_eine_verspaetete_stimme_zaehlt_nicht() -> None:
    votes = [stimme(PERSONEN[0], "nein"), stimme(PERSONEN[1], am="2026-03-20"), stimme(PERSONEN[2], am="2026-03-20")]

    assert gemeldet(umlaufergebnis_widerspricht_den_stimmen, *die_zwoelf(), umlauf(stimmen=votes)) == [
        ("U108", "um-2026-01")
    ]


def test_ohne_beschlussfaehigkeit_ist_nichts_entschieden() -> None:
    wenige = [person(p) for p in PERSONEN[:5]]
    entry = umlauf(stimmen=stimmen(5), verteiler=list(PERSONEN[:5]))
    befunde = urteile(umlaufergebnis_widerspricht_den_stimmen, *wenige, entry)

    assert [(b.code, b.kennung) for b in befunde] == [("U108", "um-2026-01")]
    assert "5 von 12 Sitzen" in befunde[0].text


def test_was_in_unlesbaren_dateien_steht_kann_zur_beschlussfaehigkeit_fehlen() -> None:
    wenige, rest = [person(p) for p in PERSONEN[:5]], PERSONEN[5:]
    entry = umlauf(stimmen=stimmen(5))

    assert gemeldet(umlaufergebnis_widerspricht_den_stimmen, *wenige, entry, unlesbar=rest) == []


def test_alle_ordentlichen_mitglieder_werden_gefragt() -> None:
    befunde = urteile(ordentliches_mitglied_ist_nicht_gefragt, *die_zwoelf(), umlauf(verteiler=list(PERSONEN[1:])))

    assert gemeldet(ordentliches_mitglied_ist_nicht_gefragt, *die_zwoelf(), umlauf()) == []
    assert [(b.code, b.schluessel) for b in befunde] == [("U111", (PERSONEN[0],))]
