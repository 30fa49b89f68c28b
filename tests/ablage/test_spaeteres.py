"""Which later Vorgang stands in the way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netzint.ablage.spaeteres import find_blocking


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n - 1))))
def test_genannt_wird_der_commit_seit_dem_es_nicht_mehr_geht(lage: tuple[int, int]) -> None:
    zahl, seit = lage
    later = [str(nr) for nr in range(zahl)]
    asked: list[str] = []

    def is_blocked(commit: str) -> bool:
        asked.append(commit)
        return int(commit) >= seit

    assert find_blocking(later, is_blocked) == str(seit)
    assert len(asked) <= 2 * zahl.bit_length()


def test_was_dazwischen_einmal_im_weg_stand_und_weg_ist_wird_nicht_genannt() -> None:
    blocked = [False, True, False, False, True, True]

    assert find_blocking("012345", lambda commit: blocked[int(commit)]) == "4"
