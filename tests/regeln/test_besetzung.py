"""Who sat where on a day is the same as a search through all Mandate finds."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.mitglied import Mitglied
from netzint.regeln.besetzung import Besetzung, mandate_am
from tests.bau import bestand, mandat, mitglied
from tests.regeln.strategiegruppe import vertretung

BEGINN = date(2025, 1, 1)
LAENGEN = st.lists(st.tuples(st.integers(1, 60), st.integers(0, 30)), max_size=6)


def nacheinander(*periods: tuple[int, int]) -> list[Mitglied]:
    """One person after the other on one seat: so many days on it, then so many without anybody."""
    found, von = [], BEGINN
    for number, (days, gap) in enumerate(periods, start=1):
        bis = von + timedelta(days - 1)
        found.append(mitglied(f"staedtetag-{number}", mandate=[mandat(von=str(von), bis=str(bis))]))
        von = bis + timedelta(1 + gap)
    return found


@given(LAENGEN, st.integers(0, 500))
def test_die_schnelle_suche_findet_dasselbe_wie_die_langsame(periods: list[tuple[int, int]], days: int) -> None:
    found, tag = bestand(*nacheinander(*periods), vertretung("staedtetag-9")), BEGINN + timedelta(days)

    assert Besetzung(found).am(tag) == found.ordentliche(tag)


def test_ein_offenes_mandat_wird_auch_hinter_einem_spaeteren_kurzen_gefunden() -> None:
    lang = mitglied("staedtetag-1", mandate=[mandat(von="2025-02-01")])
    kurz = mitglied("staedtetag-2", mandate=[mandat(von="2025-03-01", bis="2025-03-31")])
    found = Besetzung(bestand(lang, kurz))

    assert found.am(date(2025, 3, 15))["sitz-staedtetag"].mitglied is kurz
    assert found.am(date(2025, 4, 1))["sitz-staedtetag"].mitglied is lang
    assert found.am(date(2025, 1, 31)) == {}


def test_von_zweien_auf_einem_sitz_zaehlt_wer_gerufen_war() -> None:
    found = Besetzung(bestand(*(mitglied(f"staedtetag-{n}", mandate=[mandat(von=f"2025-0{n}-01")]) for n in (1, 2, 3))))

    for gerufen, person in (((), 3), (("staedtetag-1", "gs-1"), 1), (("staedtetag-1", "staedtetag-2"), 2), (("x",), 3)):
        held = found.am(date(2025, 6, 1), gerufen)["sitz-staedtetag"]
        assert held.mitglied.kennung == f"staedtetag-{person}"


def test_die_mandate_einer_person_an_einem_tag_haben_die_gefragte_rolle() -> None:
    person = mitglied(mandate=[mandat(bis="2025-12-31"), mandat(rolle="stellvertretend", von="2026-01-01")])

    assert [m.rolle for m in mandate_am(person, date(2025, 12, 31), "ordentlich")] == ["ordentlich"]
    assert mandate_am(person, date(2026, 1, 1), "ordentlich") == []
