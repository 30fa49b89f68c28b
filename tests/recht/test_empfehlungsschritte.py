"""The table of steps: complete for everything that reports and Weiterleitungen can bring about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.recht.empfehlungsstand import sum_up
from netzint.recht.zustaende import (
    EMPFEHLUNG,
    EMPFEHLUNG_SCHRITTE,
    UMSETZUNG,
    anfang,
    is_erlaubt,
    list_schritte,
)


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(sorted(UMSETZUNG))), min_size=1, max_size=12))
def test_was_stellen_melden_fuehrt_nur_zu_staenden_der_tabelle(meldungen: list[tuple[int, str]]) -> None:
    """Each Stelle is forwarded to before its first report; UMSETZUNG says which report may follow."""
    stellen: dict[int, str] = {}
    stand = "angenommen"
    for stelle, status in meldungen:
        if stelle not in stellen:
            stellen[stelle] = anfang(UMSETZUNG)
        elif is_erlaubt(UMSETZUNG, stellen[stelle], status):
            stellen[stelle] = status
        else:
            continue
        new = sum_up(stellen.values())
        assert is_erlaubt(EMPFEHLUNG, stand, new), f"{stand} → {new}: {stellen}"
        stand = new


@pytest.mark.parametrize(
    ("stand", "schritte"),
    [
        ("erarbeitet", ("fassung", "einreichen", "zurueckziehen", "entfallen")),
        ("eingereicht", ("fassung", "einreichen", "zurueckziehen", "abstimmen")),
        ("vertagt", ("fassung", "einreichen", "zurueckziehen", "abstimmen")),
        ("zurueckverwiesen", ("fassung", "einreichen", "zurueckziehen")),
        ("abgelehnt", ("fassung", "einreichen")),
        ("angenommen", ("weiterleiten",)),
        ("geaendert_angenommen", ("weiterleiten",)),
        ("weitergeleitet", ("weiterleiten", "rueckmeldung")),
        ("erledigt", ("weiterleiten", "rueckmeldung")),
        ("zurueckgezogen", ()),
        ("entfallen", ()),
    ],
)
def test_aus_der_tabelle_folgt_was_moeglich_ist(stand: str, schritte: tuple[str, ...]) -> None:
    assert list_schritte(stand) == schritte


def test_jeder_schritt_fuehrt_zu_staenden_die_es_gibt_und_ist_irgendwo_moeglich() -> None:
    for schritt, nach in EMPFEHLUNG_SCHRITTE.items():
        assert nach <= set(EMPFEHLUNG), schritt
        assert any(schritt in list_schritte(stand) for stand in EMPFEHLUNG), schritt


def test_in_einem_unbekannten_stand_ist_nichts_moeglich() -> None:
    assert list_schritte("unbekannt") == ()
