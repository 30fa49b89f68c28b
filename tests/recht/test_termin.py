"""The day proposed for the next Sitzung. The table was checked by hand against the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.recht.feiertage import is_feiertag
from netzint.recht.termin import propose_datum

D = date.fromisoformat
TAGE = st.dates(date(2020, 6, 1), date(2045, 12, 31))

TERMINE = [
    # Stichtag, last Sitzung, proposed, why
    ("2026-11-22", None, "2026-12-15", "frühestens Sonntag, 13.12.; der nächste Dienstag"),
    ("2026-11-22", "2026-07-16", "2026-12-15", "17 Wochen sind am 12.11. um; es gilt die Ladungsfrist"),
    ("2026-11-23", "2026-10-15", "2027-02-11", "17 Wochen nach einem Donnerstag ist ein Donnerstag"),
    ("2026-11-24", "2027-02-11", "2027-06-10", "weit voraus geplant: 17 Wochen nach der geplanten"),
    ("2026-11-25", "2026-08-27", "2027-01-07", "17 Wochen führen auf Heiligabend; bis Dreikönig tagt niemand"),
    ("2026-12-01", None, "2026-12-22", "der Dienstag vor Weihnachten geht noch"),
    ("2026-12-03", None, "2027-01-07", "Heiligabend; Donnerstag nach Dreikönig"),
    ("2025-12-12", None, "2026-01-07", "Dreikönig ist Dienstag; Mittwoch danach"),
    ("2026-03-12", None, "2026-04-02", "Gründonnerstag ist kein Feiertag"),
    ("2026-03-13", None, "2026-04-07", "Karfreitag; Dienstag nach Ostern"),
    ("2027-03-08", None, "2027-03-30", "Ostermontag; Dienstag danach"),
    ("2026-04-23", None, "2026-05-19", "Christi Himmelfahrt; Dienstag darauf"),
    ("2026-05-04", None, "2026-05-26", "Pfingstmontag; Dienstag danach"),
    ("2026-05-14", None, "2026-06-09", "Fronleichnam; Dienstag darauf"),
    ("2028-09-11", None, "2028-10-04", "Brückentag und 3. Oktober (Dienstag); Mittwoch danach"),
    ("2029-09-12", None, "2029-10-04", "3. Oktober ist Mittwoch; Donnerstag danach"),
    ("2029-10-11", None, "2029-11-06", "Allerheiligen ist Donnerstag; Dienstag darauf"),
    ("2029-04-09", None, "2029-05-02", "1. Mai ist Dienstag; Mittwoch danach"),
    ("2035-04-11", None, "2035-05-08", "Mittwoch zwischen 1. Mai und Christi Himmelfahrt; Dienstag darauf"),
    ("2028-02-08", None, "2028-02-29", "der Schalttag ist ein Dienstag"),
    ("2028-01-03", "2027-11-02", "2028-02-29", "17 Wochen bis zum Schalttag"),
    ("2028-02-29", None, "2028-03-21", "am Schalttag gerechnet"),
]


@pytest.mark.parametrize(("stichtag", "last", "erwartet", "weil"), TERMINE)
def test_der_vorgeschlagene_termin(stichtag: str, last: str | None, erwartet: str, weil: str) -> None:
    assert propose_datum(D(stichtag), D(last) if last else None, 14, 17, ()) == D(erwartet), weil


def test_tage_mit_anderen_terminen_werden_uebersprungen() -> None:
    tuesday, wednesday, thursday = date(2026, 12, 15), date(2026, 12, 16), date(2026, 12, 17)

    assert propose_datum(date(2026, 11, 22), None, 14, 17, {tuesday}) == wednesday
    assert propose_datum(date(2026, 11, 22), None, 14, 17, {tuesday, wednesday, thursday}) == date(2026, 12, 22)


def test_eine_laengere_ladungsfrist_und_ein_anderer_abstand_schieben_den_termin() -> None:
    assert propose_datum(date(2026, 11, 22), None, 21, 17, ()) == date(2026, 12, 22)
    assert propose_datum(date(2026, 11, 22), date(2026, 10, 15), 14, 20, ()) == date(2027, 3, 4)


@given(TAGE, st.none() | TAGE, st.integers(0, 42), st.integers(0, 30), st.frozensets(TAGE, max_size=20))
def test_der_termin_haelt_was_er_verspricht(
    stichtag: date, last: date | None, frist: int, abstand: int, taken: frozenset[date]
) -> None:
    tag = propose_datum(stichtag, last, frist, abstand, taken)

    assert tag >= stichtag + timedelta(days=frist + 7)
    assert last is None or tag >= last + timedelta(weeks=abstand)
    assert tag.isoweekday() in (2, 3, 4)
    assert tag not in taken
    assert not is_feiertag(tag)
