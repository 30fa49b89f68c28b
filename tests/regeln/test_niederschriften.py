"""Minutes are written after the Sitzung and approved in a later one."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.sitzung import Sitzung
from netzint.regeln.niederschriften import (
    genehmigung_der_niederschrift_stimmt_nicht,
    niederschrift_ist_aelter_als_die_sitzung,
    niederschrift_ist_nicht_genehmigt,
    niederschrift_ist_vor_ihrem_tag_genehmigt,
)
from tests.bau import top
from tests.regeln.strategiegruppe import gehalten
from tests.regeln.urteil import gemeldet, urteile

OFFEN = {"vom": "2026-03-20"}
GENEHMIGT = {**OFFEN, "genehmigt": "sg-2026-02/niederschrift"}


def spaeter(
    ergebnis: str = "angenommen", ueber: str = "sg-2026-01", datum: str = "2026-07-09", **felder: Any
) -> Sitzung:
    """The next Sitzung, which votes on the minutes."""
    antrag = {"art": "niederschrift", "sitzung": ueber}
    beschluss = {"kennung": "niederschrift", "antrag": antrag, "ergebnis": ergebnis}
    point = top("niederschrift", beschluesse=[beschluss])
    return gehalten(point, kennung="sg-2026-02", datum=datum, **felder)


@pytest.mark.parametrize(("vom", "reported"), [("2026-03-12", []), ("2026-03-11", [("S161", "sg-2026-01")])])
def test_eine_niederschrift_ist_nicht_aelter_als_die_sitzung(vom: str, reported: list[tuple[str, str]]) -> None:
    assert gemeldet(niederschrift_ist_aelter_als_die_sitzung, gehalten(niederschrift={"vom": vom})) == reported


def test_eine_spaetere_sitzung_genehmigt_die_niederschrift() -> None:
    assert gemeldet(genehmigung_der_niederschrift_stimmt_nicht, gehalten(niederschrift=GENEHMIGT), spaeter()) == []


@pytest.mark.parametrize(
    ("andere", "reason"),
    [
        (spaeter("vertagt"), "das Ergebnis dort ist „vertagt“"),
        (spaeter(ueber="sg-2025-02"), "um etwas anderes"),
        (spaeter(datum="2026-03-12"), "nicht in einer späteren Sitzung"),
        (spaeter(gremium="ag-beispiel"), "ein Beschluss von ag-beispiel"),
    ],
)
def test_eine_genehmigung_die_keine_ist_wird_gemeldet(andere: Sitzung, reason: str) -> None:
    befunde = urteile(genehmigung_der_niederschrift_stimmt_nicht, gehalten(niederschrift=GENEHMIGT), andere)

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("S162", "sg-2026-01", ("niederschrift", "genehmigt"))]
    assert reason in befunde[0].text


@pytest.mark.parametrize(
    ("vom", "ergebnis", "found"),
    [("2026-07-09", "angenommen", 0), ("2026-07-10", "angenommen", 1), ("2026-07-10", "vertagt", 0)],
)
def test_genehmigt_wird_was_geschrieben_ist(vom: str, ergebnis: str, found: int) -> None:
    entry = gehalten(niederschrift={**GENEHMIGT, "vom": vom})

    assert (
        gemeldet(niederschrift_ist_vor_ihrem_tag_genehmigt, entry, spaeter(ergebnis))
        == [("S166", "sg-2026-01")] * found
    )


def test_einen_fehlenden_beschluss_meldet_nur_der_verweis() -> None:
    assert gemeldet(genehmigung_der_niederschrift_stimmt_nicht, gehalten(niederschrift=GENEHMIGT)) == []


def test_die_letzte_niederschrift_darf_noch_offen_sein() -> None:
    assert gemeldet(niederschrift_ist_nicht_genehmigt, gehalten(niederschrift=OFFEN)) == []
    assert gemeldet(niederschrift_ist_nicht_genehmigt, gehalten(niederschrift=GENEHMIGT), spaeter()) == []


@pytest.mark.parametrize("niederschrift", [OFFEN, None])
def test_nach_der_naechsten_sitzung_ist_die_niederschrift_genehmigt(niederschrift: dict[str, str] | None) -> None:
    naechste = spaeter(ueber="sg-2025-02")

    assert gemeldet(niederschrift_ist_nicht_genehmigt, gehalten(niederschrift=niederschrift), naechste) == [
        ("S163", "sg-2026-01")
    ]


def test_wer_den_beschluss_gefasst_hat_erfaehrt_wo_er_einzutragen_ist() -> None:
    befunde = urteile(niederschrift_ist_nicht_genehmigt, gehalten(niederschrift=OFFEN), spaeter())

    assert "netzint sitzung abschliessen sg-2026-02" in befunde[0].hinweis
