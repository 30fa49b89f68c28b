"""Two or three held Sitzungen in a calendar year."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.modell.sitzung import Sitzung
from netzint.regeln.sitzungsjahr import zu_viele_sitzungen_im_jahr, zu_wenige_sitzungen_im_jahr
from tests.bau import fassung, geschaeftsordnung, netzwerk
from tests.regeln.strategiegruppe import gehalten
from tests.regeln.urteil import gemeldet, urteile

NEUJAHR = date(2026, 1, 1)


def im_jahr(year: int, count: int) -> list[Sitzung]:
    """So many held Sitzungen, one a month."""
    return [gehalten(kennung=f"sg-{year}-{n:02}", datum=f"{year}-{n:02}-12") for n in range(1, count + 1)]


@pytest.mark.parametrize(("count", "found"), [(0, 1), (1, 1), (2, 0), (3, 0), (4, 0)])
def test_ein_abgelaufenes_jahr_hat_zwei_sitzungen(count: int, found: int) -> None:
    befunde = urteile(zu_wenige_sitzungen_im_jahr, *im_jahr(2025, count), am=NEUJAHR)

    assert [(b.code, b.kennung, b.schluessel) for b in befunde] == [("S151", "geschaeftsordnung", ("2025",))] * found


def test_ein_laufendes_jahr_ist_noch_nicht_zu_beurteilen() -> None:
    assert gemeldet(zu_wenige_sitzungen_im_jahr, am=date(2025, 12, 31)) == []


def test_ein_angebrochenes_erstes_jahr_zaehlt_nicht() -> None:
    assert gemeldet(zu_wenige_sitzungen_im_jahr, netzwerk(erfasst_ab="2025-02-01"), am=NEUJAHR) == []


def test_eine_unlesbare_sitzung_kann_die_fehlende_sein() -> None:
    assert gemeldet(zu_wenige_sitzungen_im_jahr, am=NEUJAHR, unlesbar=("sg-2025-01",)) == []


def test_eine_abgesagte_sitzung_zaehlt_nicht() -> None:
    eine, andere = im_jahr(2025, 2)
    absage = {"am": "2025-02-01", "grund": "Krank."}
    abgesagt = gehalten(kennung=andere.kennung, datum="2025-02-12", anwesend=[], abgesagt=absage)

    assert gemeldet(zu_wenige_sitzungen_im_jahr, eine, abgesagt, am=NEUJAHR) == [("S151", "geschaeftsordnung")]


@pytest.mark.parametrize("count", [0, 3])
def test_drei_sitzungen_sind_nicht_zu_viele(count: int) -> None:
    assert gemeldet(zu_viele_sitzungen_im_jahr, *im_jahr(2025, count)) == []


def test_die_vierte_sitzung_faellt_auf() -> None:
    assert gemeldet(zu_viele_sitzungen_im_jahr, *im_jahr(2025, 4)) == [("S152", "sg-2025-04")]


def test_es_gilt_die_fassung_des_jahres() -> None:
    vier = fassung("2026-01-01", sitzungen_je_jahr={"mindestens": "4", "hoechstens": "4"})
    law = geschaeftsordnung(fassung(), vier)

    assert gemeldet(zu_viele_sitzungen_im_jahr, law, *im_jahr(2026, 4)) == []
    befunde = urteile(zu_wenige_sitzungen_im_jahr, law, *im_jahr(2025, 2), *im_jahr(2026, 3), am=date(2027, 1, 1))
    assert [b.feld[:2] for b in befunde] == [("fassungen", 1)]
