"""Days and periods as the rules use them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.typen import parse_von
from netzint.regeln.tage import day_after, day_before, deutsch, iter_fassungen, iter_overlaps, latest
from tests.bau import bestand, fassung, geschaeftsordnung

TAG = date(2026, 1, 1)


class Zeit(NamedTuple):
    """A period."""

    von: date
    bis: date | None


zeiten = st.builds(
    lambda start, length: Zeit(TAG + timedelta(start), None if length is None else TAG + timedelta(start + length)),
    st.integers(0, 30),
    st.none() | st.integers(-2, 10),
)


def covers(zeit: Zeit, tag: date) -> bool:
    """Day by day, without a thought."""
    return zeit.von <= tag and (zeit.bis is None or tag <= zeit.bis)


def test_tage_stehen_in_meldungen_wie_in_briefen() -> None:
    assert deutsch(date(2026, 12, 3)) == "03.12.2026"


def test_der_kalender_hat_zwei_enden() -> None:
    assert (day_after(date.max), day_before(date.min)) == (date.max, date.min)
    assert (day_after(date(2024, 2, 28)), day_before(date(2024, 3, 1))) == (date(2024, 2, 29), date(2024, 2, 29))


def test_von_einem_monat_zaehlt_spaetestens_der_letzte_tag() -> None:
    assert latest(parse_von("2021-10")) == date(2021, 10, 31)
    assert latest(parse_von("2021-10-05")) == date(2021, 10, 5)


@given(st.lists(zeiten, max_size=6))
def test_eine_ueberschneidung_gibt_es_genau_dann_wenn_zwei_am_selben_tag_gelten(periods: list[Zeit]) -> None:
    ordered = sorted(periods, key=lambda z: z.von)
    days = [TAG + timedelta(n) for n in range(45)]

    found = list(iter_overlaps((zeit, nr) for nr, zeit in enumerate(ordered)))

    assert bool(found) == any(sum(covers(zeit, day) for zeit in ordered) > 1 for day in days)
    assert all(covers(ordered[before], ordered[after].von) and before < after for before, after in found)


@given(st.lists(zeiten, max_size=6))
def test_jede_spaeter_beginnende_wird_hoechstens_einmal_genannt(periods: list[Zeit]) -> None:
    ordered = sorted(periods, key=lambda z: z.von)
    named = [nr for _, nr in iter_overlaps((zeit, nr) for nr, zeit in enumerate(ordered))]

    assert len(named) == len(set(named))


def test_die_fassungen_eines_zeitraums_beginnen_mit_der_am_ersten_tag_geltenden() -> None:
    ordered = bestand(geschaeftsordnung(fassung("2020-06-01"), fassung("2024-01-01"), fassung("2026-01-01")))

    days = [day for day, _ in iter_fassungen(ordered, date(2023, 5, 1), date(2026, 1, 1))]

    assert days == [date(2023, 5, 1), date(2024, 1, 1), date(2026, 1, 1)]


def test_vor_der_ersten_fassung_gilt_die_erste() -> None:
    days = [day for day, _ in iter_fassungen(bestand(), date(2020, 1, 1), date(2021, 1, 1))]

    assert days == [date(2020, 1, 1)]
