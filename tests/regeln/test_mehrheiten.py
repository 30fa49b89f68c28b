"""Quorum and majority counted again, and compared with what was recorded."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.sitzung import Sitzung
from netzint.regeln.mehrheiten import (
    REGELN,
    beschluss_ohne_beschlussfaehigkeit,
    ergebnis_widerspricht_den_stimmen,
    leitung_hatte_keine_stimme,
    stimme_der_leitung_ohne_gleichstand,
    war_doch_beschlussfaehig,
)
from tests.bau import fassung, geschaeftsordnung
from tests.regeln.strategiegruppe import LEITUNG, PERSONEN, abstimmung, die_zwoelf, gehalten
from tests.regeln.urteil import gemeldet, urteile

ORT = ("tagesordnung", 0, "beschluesse", 0)


def zu(count: int, *votes: int, **felder: Any) -> Sitzung:
    """A vote with so many members present, the chair first."""
    return gehalten(abstimmung(*votes, **felder), anwesend=list(PERSONEN[:count]))


@given(st.integers(1, 12), st.data())
def test_ein_richtig_vermerktes_ergebnis_wird_nie_gemeldet(count: int, data: st.DataObject) -> None:
    ja = data.draw(st.integers(0, count))
    nein = data.draw(st.integers(0, count - ja))
    chair = {"stimme_leitung": data.draw(st.sampled_from(["ja", "nein"]))} if ja == nein > 0 else {}
    accepted = ja > nein or chair.get("stimme_leitung") == "ja"
    result = ("angenommen" if accepted else "abgelehnt") if count >= 7 else "nicht_beschlussfaehig"
    entry = zu(count, ja, nein, count - ja - nein, ergebnis=result, **chair)

    assert [found for rule in REGELN for found in gemeldet(rule, *die_zwoelf(), entry)] == []


@pytest.mark.parametrize(
    ("votes", "ergebnis"),
    [
        ((6, 4), "abgelehnt"),
        ((4, 6), "angenommen"),
        ((5, 5), "angenommen"),
        ((4, 6), "vertagt"),
        ((0, 0, 10), "angenommen"),
    ],
)
def test_ein_ergebnis_gegen_die_mehrheit_wird_gemeldet(votes: tuple[int, ...], ergebnis: str) -> None:
    befunde = urteile(ergebnis_widerspricht_den_stimmen, *die_zwoelf(), zu(10, *votes, ergebnis=ergebnis))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("B201", "sg-2026-01", (*ORT, "ergebnis"))]
    assert f"ist „{ergebnis}“ vermerkt. 10 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig." in befunde[0].text


def test_bei_gleichstand_entscheidet_die_leitung() -> None:
    for stimme, ergebnis in (("ja", "angenommen"), ("nein", "abgelehnt")):
        entry = zu(10, 5, 5, stimme_leitung=stimme, ergebnis=ergebnis)
        assert gemeldet(ergebnis_widerspricht_den_stimmen, *die_zwoelf(), entry) == []


def test_bei_gleichstand_lehnt_das_andere_muster_ab() -> None:
    law = geschaeftsordnung(fassung(abstimmung={"mehrheit": "einfach", "gleichstand": "abgelehnt"}))
    entry = zu(10, 5, 5, stimme_leitung="ja")

    assert gemeldet(ergebnis_widerspricht_den_stimmen, law, *die_zwoelf(), entry) == [("B201", "sg-2026-01")]


def test_es_gilt_die_fassung_vom_tag_der_sitzung() -> None:
    streng = fassung("2026-01-01", abstimmung={"mehrheit": "mindestens_2/3", "gleichstand": "abgelehnt"})

    assert gemeldet(ergebnis_widerspricht_den_stimmen, *die_zwoelf(), zu(10, 6, 4)) == []
    assert gemeldet(
        ergebnis_widerspricht_den_stimmen, geschaeftsordnung(fassung(), streng), *die_zwoelf(), zu(10, 6, 4)
    ) == [("B201", "sg-2026-01")]


@pytest.mark.parametrize("ergebnis", ["angenommen", "abgelehnt"])
def test_entschieden_wird_nur_beschlussfaehig(ergebnis: str) -> None:
    votes = (7, 0) if ergebnis == "angenommen" else (0, 7)
    ohne = zu(6, *votes, ergebnis=ergebnis)

    assert gemeldet(beschluss_ohne_beschlussfaehigkeit, *die_zwoelf(), zu(7, *votes, ergebnis=ergebnis)) == []
    assert gemeldet(beschluss_ohne_beschlussfaehigkeit, *die_zwoelf(), ohne) == [("B202", "sg-2026-01")]
    assert gemeldet(ergebnis_widerspricht_den_stimmen, *die_zwoelf(), ohne) == []


def test_wer_befangen_ist_zaehlt_nicht_mit() -> None:
    entry = zu(7, 6, befangen=[PERSONEN[1]])

    assert gemeldet(beschluss_ohne_beschlussfaehigkeit, *die_zwoelf(), entry) == [("B202", "sg-2026-01")]


def test_nach_zweiter_ladung_genuegen_weniger() -> None:
    again = {**abstimmung(2), "wiederaufnahme": "sg-2025-04/eins"}
    entry = gehalten(again, anwesend=list(PERSONEN[:2]), zweite_ladung_zu="sg-2025-04")

    assert gemeldet(beschluss_ohne_beschlussfaehigkeit, *die_zwoelf(), entry) == []


def test_vertagen_kann_man_auch_ohne_beschlussfaehigkeit() -> None:
    for rule in REGELN:
        assert gemeldet(rule, *die_zwoelf(), zu(3, 3, ergebnis="vertagt")) == []


def test_wer_beschlussfaehig_war_kann_nicht_das_gegenteil_vermerken() -> None:
    assert gemeldet(war_doch_beschlussfaehig, *die_zwoelf(), zu(6, 6, ergebnis="nicht_beschlussfaehig")) == []
    assert gemeldet(war_doch_beschlussfaehig, *die_zwoelf(), zu(7, 7, ergebnis="nicht_beschlussfaehig")) == [
        ("B204", "sg-2026-01")
    ]


def test_die_stimme_der_leitung_zaehlt_nur_bei_gleichstand() -> None:
    befunde = urteile(stimme_der_leitung_ohne_gleichstand, *die_zwoelf(), zu(10, 6, 4, stimme_leitung="ja"))

    assert gemeldet(stimme_der_leitung_ohne_gleichstand, *die_zwoelf(), zu(10, 5, 5, stimme_leitung="ja")) == []
    assert [(b.code, b.feld) for b in befunde] == [("B203", (*ORT, "stimme_leitung"))]


def test_ohne_ja_und_nein_hat_auch_die_leitung_nicht_entschieden() -> None:
    entry = zu(10, 0, 0, enthaltung="10", stimme_leitung="ja")

    assert gemeldet(stimme_der_leitung_ohne_gleichstand, *die_zwoelf(), entry) == [("B203", "sg-2026-01")]


def test_fehlt_nur_jemand_im_verteiler_sagt_das_der_hinweis() -> None:
    elf = {"einladung": {"versandt": "2026-02-12", "verteiler": list(PERSONEN[:11])}, "anwesend": list(PERSONEN[:11])}
    (befund,) = urteile(beschluss_ohne_beschlussfaehigkeit, *die_zwoelf(), gehalten(abstimmung(11), **elf))

    assert befund.code == "B202"
    assert befund.hinweis.startswith("Den Verteiler der Einladung berichtigen")


def test_eine_befangene_leitung_hat_keine_entscheidende_stimme() -> None:
    entry = zu(11, 5, 5, stimme_leitung="ja", befangen=[LEITUNG])

    assert gemeldet(leitung_hatte_keine_stimme, *die_zwoelf(), zu(10, 5, 5, stimme_leitung="ja")) == []
    assert gemeldet(leitung_hatte_keine_stimme, *die_zwoelf(), entry) == [("B205", "sg-2026-01")]
