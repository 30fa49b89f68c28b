"""Deadlines as a calendar: read back by the same library that others use, and the same bytes each time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from netzint.berichte.fristquellen import Frist
from netzint.dokumente.kalender import write_kalender
from tests import bau

STICHTAG = date(2026, 11, 22)
LANG = "„Ansprechstelle; für politische Beteiligung, in jedem Kreis und jeder Stadt\\ oder anderswo“ (Städtetag)"
FRIST = Frist(
    date(2026, 12, 24), "Rückmeldung", LANG, "he-2026-01", "ministerium", "netzint empfehlung zeigen he-2026-01"
)


def kalender(*fristen: Frist, tag: date = STICHTAG) -> bytes:
    return write_kalender(bau.bestand(), fristen, tag)


def read(data: bytes) -> Any:
    """The one event of a calendar."""
    return Calendar.from_ical(data.decode()).walk("VEVENT")[0]


def test_zurueckgelesen_steht_alles_da() -> None:
    event = read(kalender(FRIST))

    assert str(event["SUMMARY"]) == f"Rückmeldung: {LANG}"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 12, 24), date(2026, 12, 25))
    assert str(event["UID"]) == "rueckmeldung-he-2026-01-ministerium@netzwerk.example"
    assert event["DTSTAMP"].dt.isoformat() == "2026-11-22T00:00:00+00:00"
    assert event.walk("VALARM")[0]["TRIGGER"].dt == timedelta(hours=-15)


def test_zeilen_enden_mit_cr_lf_und_sind_hoechstens_75_byte_lang() -> None:
    data = kalender(FRIST)

    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_dieselben_fristen_geben_dieselben_bytes() -> None:
    assert kalender(FRIST) == kalender(FRIST)
    assert kalender(FRIST) != kalender(FRIST, tag=date(2026, 11, 23))


def test_verschiebt_sich_der_tag_bleibt_es_derselbe_termin() -> None:
    moved = FRIST._replace(am=date(2027, 1, 7))
    uids = [read(kalender(f))["UID"] for f in (FRIST, moved)]

    assert uids[0] == uids[1]


def test_ohne_fristen_ist_es_ein_leerer_gueltiger_kalender() -> None:
    assert Calendar.from_ical(kalender().decode()).walk("VEVENT") == []


@given(
    text=st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co")), min_size=1, max_size=200)
)
def test_jeder_text_uebersteht_den_weg_hin_und_zurueck(text: str) -> None:
    data = kalender(FRIST._replace(text=text))
    event = read(data)

    assert str(event["SUMMARY"]) == f"Rückmeldung: {text}"
    assert max(map(len, data.split(b"\r\n"))) <= 75
