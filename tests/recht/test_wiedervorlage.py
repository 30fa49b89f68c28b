"""Which forwarded Empfehlungen are due, as it was known on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from netzint.modell.bestand import Bestand
from netzint.recht.wiedervorlage import list_wiedervorlagen
from tests import bau

STICHTAG = date(2026, 11, 22)


def weitergeleitet(stelle: str = "ministerium", **felder: Any) -> dict[str, Any]:
    return {"stelle": stelle, "am": "2026-06-01", "antwort_bis": "2026-08-24", **felder}


def faellig(*weiterleitungen: dict[str, Any], am: date = STICHTAG, **felder: Any) -> list[tuple[str, str, bool]]:
    bestand = bau.bestand(bau.empfehlung(weiterleitungen=list(weiterleitungen), **felder))
    return [(f.weiterleitung.stelle, f.am.isoformat(), f.beantwortet) for f in list_wiedervorlagen(bestand, am)]


def test_die_frueheste_steht_zuerst() -> None:
    spaeter = weitergeleitet("staedtetag", antwort_bis="2026-09-30")

    assert faellig(spaeter, weitergeleitet()) == [
        ("ministerium", "2026-08-24", False),
        ("staedtetag", "2026-09-30", False),
    ]


def test_nach_einer_antwort_zaehlt_die_vereinbarte_wiedervorlage() -> None:
    stand = [{"am": "2026-08-20", "status": "in_umsetzung", "wiedervorlage": "2027-03-01"}]

    assert faellig(weitergeleitet(stand=stand)) == [("ministerium", "2027-03-01", True)]


def test_eine_spaetere_antwort_ist_am_stichtag_noch_nicht_bekannt() -> None:
    stand = [{"am": "2026-12-01", "status": "erledigt"}]

    assert faellig(weitergeleitet(stand=stand)) == [("ministerium", "2026-08-24", False)]
    assert faellig(weitergeleitet(stand=stand), am=date(2026, 12, 1)) == []


def test_was_noch_nicht_weitergeleitet_ist_wird_nicht_angemahnt() -> None:
    assert faellig(weitergeleitet(am="2026-12-01", antwort_bis="2027-02-01")) == []


def test_eine_entfallene_nummer_wird_nicht_angemahnt() -> None:
    assert faellig(weitergeleitet(), entfallen={"am": "2026-07-01", "grund": "doppelt\n"}) == []


def test_ohne_geschaeftsordnung_ist_nichts_faellig() -> None:
    assert list_wiedervorlagen(Bestand([bau.empfehlung(weiterleitungen=[weitergeleitet()])]), STICHTAG) == ()
