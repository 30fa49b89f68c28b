"""A Sitzung on a day: what came later has not happened yet."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.recht.empfehlungsweg import list_fehlendes
from netzint.recht.sitzungszeit import naechste_sitzung, sitzung_am, termin_am, zustand_am
from tests import bau

VERLEGT = bau.sitzung(
    "sg-2028-01",
    datum="2028-03-07",
    verlegt=[
        {"von": "2028-02-16", "am": "2028-02-01", "eingeladen": "2028-01-10"},
        {"von": "2028-02-29", "am": "2028-02-20"},
    ],
    einladung={"versandt": "2028-02-21", "verteiler": ["staedtetag-1"]},
    anwesend=["staedtetag-1"],
)
"""Invited for 16 February, moved to the 29th without an Einladung, moved to 7 March, invited again and held."""


@pytest.mark.parametrize(
    ("tag", "termin", "zustand"),
    [
        ("2028-01-09", "2028-02-16", "terminiert"),
        ("2028-01-10", "2028-02-16", "eingeladen"),
        ("2028-01-31", "2028-02-16", "eingeladen"),
        ("2028-02-01", "2028-02-29", "terminiert"),
        ("2028-02-19", "2028-02-29", "terminiert"),
        ("2028-02-20", "2028-03-07", "terminiert"),
        ("2028-02-21", "2028-03-07", "eingeladen"),
        ("2028-03-06", "2028-03-07", "eingeladen"),
        ("2028-03-07", "2028-03-07", "durchgefuehrt"),
    ],
)
def test_bis_zur_verlegung_gilt_der_aufgegebene_termin(tag: str, termin: str, zustand: str) -> None:
    day = date.fromisoformat(tag)
    then = sitzung_am(VERLEGT, day)

    assert (str(termin_am(VERLEGT, day)), zustand_am(VERLEGT, day)) == (termin, zustand)
    assert (str(then.datum), then.zustand) == (termin, zustand)
    assert len(then.verlegt) == sum(v.am <= day for v in VERLEGT.verlegt)


def test_die_naechste_sitzung_richtet_sich_nach_dem_termin_jenes_tages() -> None:
    between = bau.sitzung("sg-2028-02", datum="2028-03-01")
    bestand = bau.bestand(VERLEGT, between)

    found = {tag: naechste_sitzung(bestand, date.fromisoformat(tag)) for tag in ("2028-01-20", "2028-02-25")}

    assert [s.kennung for s in found.values() if s] == ["sg-2028-01", "sg-2028-02"]


def test_was_einer_empfehlung_fehlte_richtet_sich_nach_der_tagesordnung_jenes_tages() -> None:
    """It lay on the Tagesordnung of a Sitzung that was held since, and of another one planned later."""
    he = bau.empfehlung("he-2026-01")
    vote = bau.beschluss("he-2026-01", antrag={"art": "empfehlung", "empfehlungen": ["he-2026-01"], "fassung": 1})
    held = bau.sitzung(
        "sg-2027-01", datum="2027-02-09", anwesend=["staedtetag-1"], abgeschlossen="2027-02-09",
        tagesordnung=[bau.top("he-2026-01", beschluesse=[vote])],
    )  # fmt: skip
    bestand = bau.bestand(he, held, bau.sitzung("sg-2027-02", datum="2027-06-01"))

    (missing,) = list_fehlendes(bestand, he, date(2027, 2, 1))

    assert (missing.text, missing.bis) == (
        "Die Strategiegruppe stimmt in der Sitzung SG-2027-01 ab.",
        date(2027, 2, 9),
    )
