"""Holidays of Baden-Württemberg."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.recht.feiertage import (
    feiertage,
    feiertagsname,
    is_brueckentag,
    is_feiertag,
    is_sitzungsfrei,
    is_zwischen_den_jahren,
    list_feiertage,
)

FEST = ((1, 1), (1, 6), (5, 1), (10, 3), (11, 1), (12, 25), (12, 26))
NACH_OSTERN = (-2, 1, 39, 50, 60)
OSTERN = {
    2020: (4, 12), 2021: (4, 4), 2022: (4, 17), 2023: (4, 9), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5),
    2027: (3, 28), 2028: (4, 16), 2029: (4, 1), 2030: (4, 21), 2031: (4, 13), 2032: (3, 28), 2033: (4, 17),
    2034: (4, 9), 2035: (3, 25), 2038: (4, 25),
}  # fmt: skip


@pytest.mark.parametrize("jahr", OSTERN)
def test_das_land_hat_zwoelf_feiertage_im_jahr(jahr: int) -> None:
    ostern = date(jahr, *OSTERN[jahr])
    erwartet = {date(jahr, *tag) for tag in FEST} | {ostern + timedelta(days=n) for n in NACH_OSTERN}

    assert set(feiertage(jahr)) == erwartet


def test_feiertage_haben_deutsche_namen_in_der_ordnung_des_kalenders() -> None:
    assert list(feiertage(2026).items()) == [
        (date(2026, 1, 1), "Neujahr"),
        (date(2026, 1, 6), "Heilige Drei Könige"),
        (date(2026, 4, 3), "Karfreitag"),
        (date(2026, 4, 6), "Ostermontag"),
        (date(2026, 5, 1), "Erster Mai"),
        (date(2026, 5, 14), "Christi Himmelfahrt"),
        (date(2026, 5, 25), "Pfingstmontag"),
        (date(2026, 6, 4), "Fronleichnam"),
        (date(2026, 10, 3), "Tag der Deutschen Einheit"),
        (date(2026, 11, 1), "Allerheiligen"),
        (date(2026, 12, 25), "Erster Weihnachtstag"),
        (date(2026, 12, 26), "Zweiter Weihnachtstag"),
    ]


def test_feiertage_anderer_laender_gelten_hier_nicht() -> None:
    assert not is_feiertag(date(2026, 10, 31))
    assert not is_feiertag(date(2026, 8, 15))
    assert feiertagsname(date(2026, 3, 8)) is None
    assert feiertagsname(date(2026, 6, 4)) == "Fronleichnam"


def test_die_sprache_des_rechners_aendert_die_namen_nicht(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en_US")
    feiertage.cache_clear()

    assert feiertagsname(date(2026, 6, 4)) == "Fronleichnam"


def test_feiertage_in_einer_frist_auch_ueber_den_jahreswechsel() -> None:
    found = list_feiertage(date(2026, 12, 26), date(2027, 1, 6))

    assert [tag for tag, _ in found] == [date(2026, 12, 26), date(2027, 1, 1), date(2027, 1, 6)]
    assert list_feiertage(date(2027, 1, 7), date(2027, 3, 25)) == ()


@pytest.mark.parametrize(
    ("tag", "erwartet"),
    [
        (date(2026, 5, 15), True),  # Friday after Christi Himmelfahrt
        (date(2026, 6, 5), True),  # Friday after Fronleichnam
        (date(2028, 10, 2), True),  # Monday before 3 October
        (date(2035, 5, 2), True),  # Wednesday between 1 May and Christi Himmelfahrt
        (date(2026, 5, 14), False),  # a holiday itself
        (date(2026, 4, 2), False),  # Thursday before Karfreitag
        (date(2026, 4, 7), False),  # Tuesday after Ostermontag
        (date(2026, 5, 16), False),  # a Saturday
        (date(2029, 10, 2), False),  # Tuesday before a Wednesday
    ],
)
def test_ein_brueckentag_steht_allein_zwischen_freien_tagen(tag: date, *, erwartet: bool) -> None:
    assert is_brueckentag(tag) is erwartet


@given(st.dates(date(2020, 1, 1), date(2045, 12, 31)))
def test_ein_brueckentag_ist_ein_werktag_neben_einem_feiertag(tag: date) -> None:
    if is_brueckentag(tag):
        assert tag.weekday() < 5
        assert not is_feiertag(tag)
        assert is_feiertag(tag - timedelta(days=1)) or is_feiertag(tag + timedelta(days=1))


@pytest.mark.parametrize(
    ("tag", "frei"),
    [
        (date(2026, 12, 23), False),
        (date(2026, 12, 24), True),
        (date(2026, 12, 29), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 5), True),
        (date(2027, 1, 6), True),
        (date(2027, 1, 7), False),
        (date(2026, 6, 4), True),
        (date(2026, 6, 5), True),
        (date(2026, 6, 6), True),
        (date(2026, 6, 9), False),
    ],
)
def test_an_manchen_tagen_wird_keine_sitzung_vorgeschlagen(tag: date, *, frei: bool) -> None:
    assert is_sitzungsfrei(tag) is frei


def test_zwischen_den_jahren_ist_von_heiligabend_bis_dreikoenig() -> None:
    days = [date(2026, 12, 20) + timedelta(days=n) for n in range(22)]

    assert [tag for tag in days if is_zwischen_den_jahren(tag)] == days[4:18]


def test_nur_deutschland_wird_geladen() -> None:
    program = (
        "import sys; from datetime import date; from netzint.recht.feiertage import is_feiertag;"
        "assert 'holidays' not in sys.modules; assert is_feiertag(date(2026, 6, 4));"
        "sys.exit(any(name.startswith('holidays.countries') for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", program]).returncode == 0


def test_wer_die_bibliothek_selbst_fragt_bekommt_dasselbe() -> None:
    import holidays

    for jahr in range(2020, 2046):
        assert feiertage(jahr) == dict(holidays.country_holidays("DE", subdiv="BW", language="de", years=jahr))
