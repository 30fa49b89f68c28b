"""The Ladung: in time, to everybody, and a second time only with cause."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.sitzung import Sitzung
from netzint.regeln.ladung import (
    einladung_kam_nach_der_sitzung,
    ladungsfrist_ist_knapp,
    ladungsfrist_ist_nicht_eingehalten,
    ordentliches_mitglied_ist_nicht_eingeladen,
    zweite_ladung_hat_keinen_anlass,
)
from tests.bau import beschluss, fassung, geschaeftsordnung, sitzung, top
from tests.regeln.strategiegruppe import PERSONEN, die_zwoelf, gehalten, person
from tests.regeln.urteil import gemeldet, urteile

DATUM = date(2026, 3, 12)


def versandt(days_before: int, **felder: Any) -> Sitzung:
    """An Einladung sent so many days before 12 March 2026."""
    return sitzung(einladung={"versandt": str(DATUM - timedelta(days_before))}, **felder)


@given(before=st.integers(-20, 60))
def test_jede_einladung_hat_hoechstens_einen_befund(before: int) -> None:
    entry = versandt(before)
    between = before - 1
    wanted = "S203" if before < 0 else "S201" if between < 7 else "S202" if between < 14 else ""
    rules = (ladungsfrist_ist_nicht_eingehalten, ladungsfrist_ist_knapp, einladung_kam_nach_der_sitzung)

    assert [code for rule in rules for code, _ in gemeldet(rule, entry)] == [wanted][: len(wanted)]


def test_der_befund_nennt_den_letzten_versandtag() -> None:
    befunde = urteile(ladungsfrist_ist_nicht_eingehalten, versandt(5))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("S201", "sg-2026-01", ("einladung", "versandt"))]
    assert "liegen 4 Tage" in befunde[0].text
    assert "letzter Versandtag 04.03.2026" in befunde[0].text


def test_es_gilt_die_fassung_vom_tag_der_sitzung() -> None:
    law = geschaeftsordnung(fassung(), fassung("2026-03-01", ladungsfrist={"soll": "30", "muss": "21"}))

    assert gemeldet(ladungsfrist_ist_nicht_eingehalten, versandt(20)) == []
    assert gemeldet(ladungsfrist_ist_nicht_eingehalten, law, versandt(20)) == [("S201", "sg-2026-01")]
    assert gemeldet(ladungsfrist_ist_knapp, law, versandt(25)) == [("S202", "sg-2026-01")]


def test_ein_genannter_grund_reicht_unter_der_soll_frist_aber_nicht_unter_der_muss_frist() -> None:
    knapp, zu_knapp = (
        sitzung(einladung={"versandt": str(DATUM - timedelta(n)), "grund": "Haushaltsfrist.\n"}) for n in (10, 5)
    )

    assert gemeldet(ladungsfrist_ist_knapp, knapp) == []
    assert gemeldet(ladungsfrist_ist_nicht_eingehalten, zu_knapp) == [("S201", "sg-2026-01")]


def test_zu_einer_abgesagten_sitzung_braucht_es_keine_frist() -> None:
    absage = {"am": "2026-03-11", "grund": "Krank."}

    assert gemeldet(ladungsfrist_ist_nicht_eingehalten, versandt(1, abgesagt=absage)) == []


def test_alle_zwoelf_sind_eingeladen() -> None:
    assert gemeldet(ordentliches_mitglied_ist_nicht_eingeladen, *die_zwoelf(), gehalten()) == []


def test_wer_im_verteiler_fehlt_wird_genannt() -> None:
    elf = gehalten(einladung={"versandt": "2026-02-12", "verteiler": list(PERSONEN[1:])})
    befunde = urteile(ordentliches_mitglied_ist_nicht_eingeladen, *die_zwoelf(), elf)

    assert [(b.code, b.kennung, b.schluessel) for b in befunde] == [("S204", "sg-2026-01", (PERSONEN[0],))]


def test_auf_einem_doppelt_besetzten_sitz_genuegt_wer_geladen_war() -> None:
    entries = (*die_zwoelf(), person("staedtetag-2", von="2025-03-01"))

    assert gemeldet(ordentliches_mitglied_ist_nicht_eingeladen, *entries, gehalten()) == []


def test_ein_fehlender_verteiler_ist_ein_einziger_befund() -> None:
    ohne = gehalten(einladung={"versandt": "2026-02-12"})

    assert gemeldet(ordentliches_mitglied_ist_nicht_eingeladen, *die_zwoelf(), ohne) == [("S204", "sg-2026-01")]


def test_wer_erst_nach_dem_versand_kam_muss_nicht_eingeladen_sein() -> None:
    neu = person("staedtetag-2", von="2026-03-01")
    alt = person("staedtetag-1", bis="2026-02-28")

    assert gemeldet(ordentliches_mitglied_ist_nicht_eingeladen, *die_zwoelf(), alt, neu, gehalten()) == []


def ohne_quorum(**felder: Any) -> Sitzung:
    """An earlier Sitzung without a quorum."""
    vote = beschluss(ergebnis="nicht_beschlussfaehig")
    return sitzung(**{"datum": "2026-02-01", "tagesordnung": [top("eins", beschluesse=[vote])], **felder})


def zweite(**felder: Any) -> Sitzung:
    """The second Ladung to it."""
    return sitzung("sg-2026-02", zweite_ladung_zu="sg-2026-01", einladung={"versandt": "2026-02-10"}, **felder)


def test_auf_eine_sitzung_ohne_beschlussfaehigkeit_folgt_eine_zweite_ladung() -> None:
    assert gemeldet(zweite_ladung_hat_keinen_anlass, ohne_quorum(), zweite()) == []


@pytest.mark.parametrize(
    ("erste", "reason"),
    [
        (ohne_quorum(tagesordnung=[]), "keine Abstimmung"),
        (ohne_quorum(gremium="ag-beispiel"), "eine Sitzung von ag-beispiel"),
        (ohne_quorum(datum="2026-04-01"), "nicht vorher"),
        (ohne_quorum(datum="2026-02-20"), "eingeladen wurde schon"),
    ],
)
def test_eine_zweite_ladung_ohne_anlass_wird_gemeldet(erste: Sitzung, reason: str) -> None:
    befunde = urteile(zweite_ladung_hat_keinen_anlass, erste, zweite())

    assert [(b.code, b.kennung) for b in befunde] == [("S205", "sg-2026-02")]
    assert reason in befunde[0].text
