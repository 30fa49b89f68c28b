"""The fast walk over references sees the same ones as the walk that tells their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from netzint.modell.grund import Eintrag
from netzint.modell.verweise import Bekannt, iter_verweise
from tests.bau import arbeitsgruppe, beschluss, empfehlung, geschaeftsordnung, make, mitglied, sitzung, thema, top

REICH = (
    mitglied(),
    arbeitsgruppe(),
    geschaeftsordnung(),
    empfehlung(
        ziele=["ziel-a", "ziel-b"],
        weiterleitungen=[
            {
                "stelle": "ministerium",
                "am": "2026-12-10",
                "stand": [{"am": "2027-01-01", "status": "abgegeben", "an": "amt"}],
            }
        ],
    ),
    sitzung(
        einladung={"versandt": "2026-02-01", "verteiler": ["staedtetag-1"]},
        tagesordnung=[
            top(
                vorlage="bv-2026-001",
                wiederaufnahme="sg-2025-01/alt",
                beschluesse=[
                    beschluss(antrag={"art": "empfehlung", "empfehlungen": ["he-2026-01"]}, befangen=["gs-1"])
                ],
            )
        ],
        anwesend=["staedtetag-1", {"mitglied": "staedtetag-2", "fuer": "gemeindetag-1"}],
        gaeste=[{"stelle": "ministerium"}],
    ),
    make("bedarf", "bedarf-2026-01", titel="B", gemeldet={"von": "ministerium", "am": "2026-01-01"}),
)


def known_without(entry: Eintrag, missing: str | None) -> Bekannt:
    """All that the entry names, less one."""
    known: dict[str, set[str]] = defaultdict(set)
    for found in iter_verweise(entry):
        known[found.verweis.arten[0]] |= {found.ziel} - {missing}
    return Bekannt(known)


def cases() -> Iterator[tuple[Eintrag, str]]:
    """Each reference of each entry."""
    for entry in REICH:
        for ziel in sorted({found.ziel for found in iter_verweise(entry)}):
            yield entry, ziel


@pytest.mark.parametrize("entry", REICH, ids=lambda e: e.kennung)
def test_wenn_alles_bekannt_ist_sagt_es_der_schnelle_gang(entry: Eintrag) -> None:
    assert known_without(entry, None).has_all((entry,))


@pytest.mark.parametrize(("entry", "ziel"), list(cases()))
def test_der_schnelle_gang_bemerkt_jeden_einzelnen_verweis(entry: Eintrag, ziel: str) -> None:
    assert not known_without(entry, ziel).has_all((entry,))


def test_ein_eintrag_ohne_verweise_ist_immer_in_ordnung() -> None:
    assert known_without(thema(), None).has_all((thema(),))


def test_der_ort_eines_verweises_reicht_bis_in_die_liste() -> None:
    places = {found.feld: found.ziel for found in iter_verweise(REICH[4])}

    assert places["tagesordnung", 0, "beschluesse", 0, "antrag", "empfehlungen", 0] == "he-2026-01"
    assert places["anwesend", 1, "fuer"] == "gemeindetag-1"
