"""What people type."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.cli.eingabe import (
    Eingabefehler,
    clean_eingabe,
    parse_datum,
    parse_stand,
    parse_stichtag,
    parse_tag_oder_monat,
    parse_uhrzeit,
)
from netzint.modell.eingabe import JAHRE_NAHE, NAHE, parse_datum_mit_jahr
from netzint.modell.eingabe import parse_datum as parse_von

HEUTE = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _heute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netzint.cli.heute.today", lambda: HEUTE)


@pytest.mark.parametrize("text", ["2026-12-03", "3.12.2026", "03.12.2026", " 3. 12. 2026 ", "3.\u200b12.2026"])
def test_ein_datum_darf_auf_zwei_arten_geschrieben_werden(text: str) -> None:
    assert parse_datum(text) == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("text", "grund"),
    [
        ("30.2.2026", "Den 30. Februar 2026 gibt es nicht; der Monat hat 28 Tage."),
        ("2026-13-01", "Einen Monat 13 gibt es nicht."),
        ("2026-06-00", "Den 0. Juni 2026 gibt es nicht; der Monat hat 30 Tage."),
        ("0026-01-01", "Das Jahr 0026 liegt zu weit weg; vermutlich ein Tippfehler."),
        ("3.12.75", "Bei „3.12.75“ ist das Jahrhundert nicht klar. Bitte das Jahr mit vier Ziffern nennen."),
        ("3.6.", "Bei „3.6.“ ist nicht klar, welches Jahr gemeint ist. So ist es richtig: 3.6.2026."),
        ("31.2.", "Den 31. Februar 2026 gibt es nicht; der Monat hat 28 Tage."),
        ("29.2.", "Bei „29.2.“ ist nicht klar, welches Jahr gemeint ist. So ist es richtig: 29.2.2028."),
        ("Fr, 3.12.2026", "Der 03.12.2026 ist ein Donnerstag, kein Freitag."),
        ("3. Foo 2026", "Einen Monat „Foo“ gibt es nicht."),
        ("31. November 2026", "Den 31. November 2026 gibt es nicht; der Monat hat 30 Tage."),
        ("12/3/2026", "„12/3/2026“ ist kein Datum. So ist es richtig: 2026-12-03 oder 3.12.2026."),
        ("bald", "„bald“ ist kein Datum. So ist es richtig: 2026-12-03 oder 3.12.2026."),
        ("٢٠٢٦-01-01", "„٢٠٢٦-01-01“ ist kein Datum. So ist es richtig: 2026-12-03 oder 3.12.2026."),
    ],
)
def test_ein_unmoegliches_datum_wird_mit_grund_abgelehnt(text: str, grund: str) -> None:
    with pytest.raises(Eingabefehler) as fehler:
        parse_datum(text)

    assert str(fehler.value) == grund


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_jedes_datum_wird_in_beiden_formen_gleich_gelesen(tag: date) -> None:
    assert parse_datum(tag.isoformat()) == parse_datum(f"{tag:%d.%m.%Y}") == tag


@pytest.mark.parametrize("text", ["3. Dezember 2026", "03.Dezember 2026", "3. dez. 2026", "3 DEZEMBER 2026"])
def test_ein_datum_darf_dastehen_wie_netzint_es_zeigt(text: str) -> None:
    assert parse_datum(text) == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("heute", "2026-11-22"), ("Gestern", "2026-11-21"), ("vorgestern", "2026-11-20"), ("morgen", "2026-11-23"),
        ("übermorgen", "2026-11-24"), ("uebermorgen", "2026-11-24"), ("3.12.", "2026-12-03"), ("3.12", "2026-12-03"),
        ("15.1.", "2027-01-15"), ("30.9.", "2026-09-30"), ("3. Dezember", "2026-12-03"), ("3.12.26", "2026-12-03"),
        ("1.5.06", "2006-05-01"), ("3. Dez. 26", "2026-12-03"), ("Donnerstag, 3. Dezember 2026", "2026-12-03"),
        ("Do 3.12.", "2026-12-03"), ("do., 3.12.26", "2026-12-03"),
    ],
)  # fmt: skip
def test_was_von_heute_aus_klar_ist_genuegt(text: str, tag: str) -> None:
    assert parse_datum(text) == date.fromisoformat(tag)


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(-200, 200))
def test_ohne_jahr_gilt_nur_ein_tag_in_der_naehe(heute: date, tage: int) -> None:
    tag = heute + timedelta(days=tage)
    try:
        assert parse_von(f"{tag.day}.{tag.month}.", heute) == tag
    except Eingabefehler:
        assert abs(tage) > NAHE
    else:
        assert abs(tage) <= NAHE


@given(st.dates(date(1980, 1, 1), date(2100, 1, 1)), st.dates(date(1960, 1, 1), date(2110, 12, 31)))
def test_zwei_ziffern_sind_ein_jahr_in_der_naehe(heute: date, tag: date) -> None:
    meant = [
        jahr for jahr in range(heute.year - JAHRE_NAHE, heute.year + JAHRE_NAHE + 1) if jahr % 100 == tag.year % 100
    ]
    text = f"3.12.{tag:%y}"
    if meant:
        assert parse_von(text, heute) == date(meant[0], 12, 3)
    else:
        with pytest.raises(Eingabefehler, match="Jahrhundert"):
            parse_von(text, heute)


@pytest.mark.parametrize("text", ["heute", "3.12.", "3.12.26", "3. Dezember"])
def test_ohne_bezugstag_ist_nur_ein_ganzes_datum_eines(text: str) -> None:
    with pytest.raises(Eingabefehler):
        parse_von(text)


@pytest.mark.parametrize(("text", "tag"), [("3.12.26", date(2026, 12, 3)), ("3.12.2026", date(2026, 12, 3))])
def test_in_einer_tabelle_steht_das_jahr(text: str, tag: date) -> None:
    assert parse_datum_mit_jahr(text, HEUTE) == tag
    with pytest.raises(Eingabefehler):
        parse_datum_mit_jahr("3.12.", HEUTE)


@pytest.mark.parametrize(
    ("text", "stand"),
    [("gestern", "2026-11-21"), ("3.12.", "2026-12-03"), ("HEAD~1", "HEAD~1"), ("12abcde", "12abcde"), ("1.2", "1.2")],
)
def test_ein_stand_ist_ein_tag_oder_was_git_kennt(text: str, stand: str) -> None:
    assert parse_stand(text) == stand


@pytest.mark.parametrize("text", ["1. März 2026", "1. Maerz 2026", "1. mär 2026", "1.MAERZ 2026"])
def test_ein_monat_darf_ohne_umlaut_geschrieben_werden(text: str) -> None:
    assert parse_datum(text) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("text", "wert"),
    [
        ("2020-06", "2020-06"), ("6.2020", "2020-06"), ("06/2020", "2020-06"), ("Juni 2020", "2020-06"),
        ("Sept. 2021", "2021-09"), ("3.12.2026", "2026-12-03"), ("2026-12-03", "2026-12-03"),
    ],
)  # fmt: skip
def test_wo_ein_monat_genuegt_darf_auch_nur_er_dastehen(text: str, wert: str) -> None:
    assert parse_tag_oder_monat(text) == wert


@pytest.mark.parametrize("text", ["13.2020", "2020-00", "Foo 2020", "2020", "Juni", ""])
def test_ein_unmoeglicher_monat_wird_abgelehnt(text: str) -> None:
    with pytest.raises(Eingabefehler):
        parse_tag_oder_monat(text)


@pytest.mark.parametrize(("text", "zeit"), [("10:00", "10:00"), ("9.30", "09:30"), ("10 Uhr", "10:00"), ("8", "08:00")])
def test_eine_uhrzeit_wird_in_die_form_der_daten_gebracht(text: str, zeit: str) -> None:
    assert parse_uhrzeit(text) == zeit


@pytest.mark.parametrize("text", ["24:00", "10:60", "zehn", "", "1:2"])
def test_eine_unmoegliche_uhrzeit_wird_abgelehnt(text: str) -> None:
    with pytest.raises(Eingabefehler, match="Uhrzeit"):
        parse_uhrzeit(text)


@pytest.mark.parametrize(("text", "stichtag"), [("", ""), ("commit", "commit"), ("3.12.2026", "2026-12-03")])
def test_ein_stichtag_ist_ein_datum_oder_commit(text: str, stichtag: str) -> None:
    assert parse_stichtag(text) == stichtag


@pytest.mark.parametrize(
    ("roh", "sauber"),
    [
        ("Gro\u0308ße", "Größe"),
        ("Ein\u00adwan\u00adde\u00adrung", "Einwanderung"),
        ("\ufeffa\u200bb\u2060c\u202e", "abc"),
        ("Windows\r\nMac\rUnix\n", "Windows\nMac\nUnix"),
        ("a\tb", "a b"),
        ("  Rand  ", "Rand"),
        ("10\u00a0Uhr", "10\u00a0Uhr"),
    ],
)
def test_eingefuegter_text_wird_gesaeubert(roh: str, sauber: str) -> None:
    assert clean_eingabe(roh) == sauber


def test_zeichen_die_kein_utf_8_sind_werden_abgelehnt() -> None:
    with pytest.raises(Eingabefehler, match="UTF-8"):
        clean_eingabe("M\udcfcller")


@given(st.text())
def test_gesaeuberter_text_bleibt_beim_zweiten_mal_gleich(text: str) -> None:
    sauber = clean_eingabe(text)

    assert clean_eingabe(sauber) == sauber
    assert unicodedata.is_normalized("NFC", sauber)
    assert not any(unicodedata.category(z) in {"Cf", "Cc"} and z != "\n" for z in sauber)
