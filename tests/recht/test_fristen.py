"""Periods in calendar days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.empfehlung import Weiterleitung
from netzint.modell.geschaeftsordnung import Ladungsfrist
from netzint.recht.fristen import (
    antwort_bis,
    fruehester_sitzungstag,
    is_alter_bedarf,
    is_bald,
    judge_ladung,
    karenz_bis,
    letzter_versandtag,
    next_wiedervorlage,
    stand_am,
    tage_dazwischen,
    umlauf_bis,
)
from netzint.recht.muster import fassung

RECHT = fassung(date(2020, 6, 1))
FRISTEN = RECHT.fristen
TAGE = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def weiterleitung(*stand: dict[str, Any], **felder: Any) -> Weiterleitung:
    """Forwarded to the ministry on 10 December 2026."""
    return Weiterleitung.model_validate({"stelle": "ministerium", "am": "2026-12-10", "stand": list(stand), **felder})


def test_weder_der_tag_des_versands_noch_der_sitzungstag_zaehlt() -> None:
    assert tage_dazwischen(date(2026, 11, 12), date(2026, 12, 3)) == 20
    assert tage_dazwischen(date(2026, 12, 2), date(2026, 12, 3)) == 0
    assert tage_dazwischen(date(2026, 12, 3), date(2026, 12, 3)) == 0
    assert tage_dazwischen(date(2026, 12, 4), date(2026, 12, 3)) == 0


def test_der_schalttag_zaehlt_mit() -> None:
    assert tage_dazwischen(date(2028, 2, 22), date(2028, 3, 1)) == 7
    assert tage_dazwischen(date(2027, 2, 22), date(2027, 3, 1)) == 6


def test_der_letzte_versandtag_vor_einer_sitzung() -> None:
    assert letzter_versandtag(date(2026, 12, 3), 14) == date(2026, 11, 18)
    assert fruehester_sitzungstag(date(2026, 11, 18), 14) == date(2026, 12, 3)


@given(TAGE, st.integers(0, 200))
def test_am_letzten_versandtag_ist_die_frist_gerade_gewahrt(sitzung: date, frist: int) -> None:
    last = letzter_versandtag(sitzung, frist)

    assert tage_dazwischen(last, sitzung) == frist
    assert fruehester_sitzungstag(last, frist) == sitzung
    assert frist == 0 or tage_dazwischen(last + timedelta(days=1), sitzung) == frist - 1


@pytest.mark.parametrize(
    ("versandt", "urteil"),
    [
        (date(2026, 11, 18), "gewahrt"),
        (date(2026, 11, 19), "unter_soll"),
        (date(2026, 11, 25), "unter_soll"),
        (date(2026, 11, 26), "unter_muss"),
        (date(2026, 12, 4), "unter_muss"),
    ],
)
def test_die_ladungsfrist_hat_ein_soll_und_ein_muss(versandt: date, urteil: str) -> None:
    assert judge_ladung(versandt, date(2026, 12, 3), Ladungsfrist(soll=14, muss=7)) == urteil


def test_die_erste_rueckmeldung_ist_zwoelf_wochen_nach_der_weiterleitung_faellig() -> None:
    assert antwort_bis(date(2026, 12, 10), FRISTEN) == date(2027, 3, 4)


def test_umlauf_und_karenz_rechnen_vom_tag_an() -> None:
    assert umlauf_bis(date(2026, 11, 2), RECHT.strategiegruppe.umlauf) == date(2026, 11, 16)
    assert karenz_bis(date(2026, 12, 31), RECHT.arbeitsgruppen) == date(2027, 3, 31)


def test_ein_bedarf_ist_alt_wenn_er_laenger_als_die_frist_offen_ist() -> None:
    gemeldet = date(2026, 5, 26)

    assert not is_alter_bedarf(gemeldet, gemeldet + timedelta(days=180), FRISTEN)
    assert is_alter_bedarf(gemeldet, gemeldet + timedelta(days=181), FRISTEN)


def test_unter_fristen_steht_ein_ende_bis_zum_letzten_tag() -> None:
    ende = date(2026, 12, 31)

    assert [is_bald(ende, tag, FRISTEN) for tag in (date(2026, 10, 1), date(2026, 10, 2), ende)] == [False, True, True]
    assert not is_bald(ende, date(2027, 1, 1), FRISTEN)


def test_vor_der_ersten_rueckmeldung_gilt_der_erbetene_tag() -> None:
    tag = date(2027, 1, 1)

    assert next_wiedervorlage(weiterleitung(), tag, FRISTEN) == date(2027, 3, 4)
    assert next_wiedervorlage(weiterleitung(antwort_bis="2027-02-01"), tag, FRISTEN) == date(2027, 2, 1)


@pytest.mark.parametrize(
    ("stand", "wiedervorlage"),
    [
        ({"status": "in_umsetzung", "bis": "2027-12-31", "wiedervorlage": "2027-09-01"}, date(2027, 9, 1)),
        ({"status": "in_umsetzung", "bis": "2027-12-31"}, date(2027, 12, 31)),
        ({"status": "teilweise", "bis": "2027-02-01"}, date(2027, 5, 27)),
        ({"status": "offen"}, date(2027, 5, 27)),
        ({"status": "umgesetzt", "wiedervorlage": "2028-01-10"}, date(2028, 1, 10)),
        ({"status": "umgesetzt"}, None),
        ({"status": "nicht_aufgegriffen", "grund": "Zuständigkeit fehlt."}, None),
        ({"status": "abgegeben", "an": "staedtetag", "wiedervorlage": "2027-09-01"}, None),
        ({"status": "erledigt", "wiedervorlage": "2027-09-01"}, None),
    ],
)
def test_die_naechste_wiedervorlage_folgt_aus_der_letzten_rueckmeldung(
    stand: dict[str, str], wiedervorlage: date | None
) -> None:
    reported = weiterleitung({"am": "2027-03-04", **stand})

    assert next_wiedervorlage(reported, date(2027, 3, 4), FRISTEN) == wiedervorlage


def test_was_spaeter_gemeldet_wurde_gilt_an_einem_frueheren_tag_noch_nicht() -> None:
    reported = weiterleitung({"am": "2027-03-04", "status": "offen"}, {"am": "2027-06-01", "status": "erledigt"})

    statuses = [stand_am(reported, tag) for tag in (date(2027, 3, 3), date(2027, 3, 4), date(2027, 6, 1))]

    assert [stand and stand.status for stand in statuses] == [None, "offen", "erledigt"]
    assert next_wiedervorlage(reported, date(2027, 5, 31), FRISTEN) == date(2027, 5, 27)


def test_von_zwei_meldungen_eines_tages_gilt_die_spaetere() -> None:
    reported = weiterleitung({"am": "2027-03-04", "status": "offen"}, {"am": "2027-03-04", "status": "teilweise"})
    stand = stand_am(reported, date(2027, 3, 4))

    assert stand is not None
    assert stand.status == "teilweise"
