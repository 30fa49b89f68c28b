"""Who may vote for whom."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.geschaeftsordnung import Stellvertretungsart
from netzint.modell.mitglied import Mandat
from netzint.recht.muster import sitze
from netzint.recht.vertretung import deputy_votes, may_represent, why_not_represent
from tests import bau

TAG = date(2026, 3, 12)
SITZE = {sitz.kennung: sitz for sitz in sitze()}


def ordentlich(**felder: Any) -> Mandat:
    """The ordentliche Mandat on the seat of the Städtetag."""
    return Mandat.model_validate(bau.mandat(**felder))


def stellvertretend(sitz: str = "sitz-staedtetag", **felder: Any) -> Mandat:
    """A deputy's Mandat on a seat."""
    return Mandat.model_validate(bau.mandat(sitz=sitz, rolle="stellvertretend", **felder))


EIGEN, BANK, FREMD = (stellvertretend(s) for s in ("sitz-staedtetag", "sitz-gemeindetag", "sitz-ministerium-a"))


@pytest.mark.parametrize(
    ("art", "erlaubt"),
    [
        ("keine", [False, False, False]),
        ("persoenlich", [True, False, False]),
        ("pool", [True, True, False]),
    ],
)
def test_eigener_sitz_eigene_bank_fremde_bank(art: Stellvertretungsart, erlaubt: list[bool]) -> None:
    assert [may_represent(art, mandat, ordentlich(), SITZE, TAG) for mandat in (EIGEN, BANK, FREMD)] == erlaubt


def test_beide_mandate_muessen_an_diesem_tag_gelten() -> None:
    ended = stellvertretend(bis="2026-03-11")
    future = ordentlich(von="2026-03-13")

    assert not may_represent("persoenlich", ended, ordentlich(), SITZE, TAG)
    assert not may_represent("persoenlich", EIGEN, future, SITZE, TAG)
    assert may_represent("persoenlich", stellvertretend(bis="2026-03-12"), ordentlich(), SITZE, TAG)


def test_ordentliche_vertreten_einander_nicht() -> None:
    other = ordentlich(sitz="sitz-gemeindetag")

    assert not may_represent("pool", other, ordentlich(), SITZE, TAG)
    assert not may_represent("pool", EIGEN, BANK, SITZE, TAG)


def test_mandate_in_arbeitsgruppen_zaehlen_nicht() -> None:
    in_ag = Mandat.model_validate({"gremium": "ag-beispiel", "rolle": "staendig", "von": "2025-07-01"})

    assert not may_represent("pool", in_ag, ordentlich(), SITZE, TAG)
    assert not may_represent("pool", EIGEN, in_ag, SITZE, TAG)


def test_ein_sitz_den_die_fassung_nicht_kennt_hat_keine_bank() -> None:
    unknown = stellvertretend("sitz-frueher")

    assert not may_represent("pool", unknown, ordentlich(sitz="sitz-frueher"), SITZE, TAG)


@pytest.mark.parametrize(
    ("art", "vertretung", "vertreten", "grund"),
    [
        ("keine", EIGEN, ordentlich(), "die Geschäftsordnung kennt keine Stellvertretung"),
        ("persoenlich", BANK, ordentlich(), "die Stellvertretung gilt nur für den eigenen Sitz"),
        ("pool", FREMD, ordentlich(), "die Stellvertretung gilt nur für die eigene Bank"),
        (
            "persoenlich",
            stellvertretend(bis="2025-12-31"),
            ordentlich(),
            "an diesem Tag besteht keine Stellvertretung in der Strategiegruppe",
        ),
        (
            "persoenlich",
            EIGEN,
            BANK,
            "vertreten wird nur, wer an diesem Tag ordentliches Mitglied der Strategiegruppe ist",
        ),
    ],
)
def test_der_grund_wird_genannt(art: Stellvertretungsart, vertretung: Mandat, vertreten: Mandat, grund: str) -> None:
    assert why_not_represent(art, vertretung, vertreten, SITZE, TAG) == grund


@pytest.mark.parametrize(
    ("anwesend", "befangen", "einstellung", "stimmt"),
    [
        (False, False, False, True),
        (True, False, True, False),
        (True, True, True, True),
        (True, True, False, False),
        (False, True, False, False),
    ],
)
def test_die_stellvertretung_stimmt_nie_neben_der_vertretenen_person(
    *, anwesend: bool, befangen: bool, einstellung: bool, stimmt: bool
) -> None:
    assert deputy_votes(anwesend=anwesend, befangen=befangen, befangen_vertretung=einstellung) is stimmt
