"""The state of an Empfehlung on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.befund import Ort
from netzint.modell.empfehlung import Weiterleitung
from netzint.modell.entscheidung import Entscheidung
from netzint.recht.empfehlungsstand import ampel_am, empfehlungsstand, sum_up
from tests.bau import empfehlung, hefassung

SPAETER = date(2027, 6, 1)


def vote(ergebnis: str, fassung: int = 1, am: date = date(2026, 12, 3)) -> Entscheidung:
    """One vote on the Empfehlung."""
    return Entscheidung("he-2026-01", fassung, "sg-2026-03/he-2026-01", am, ergebnis, None, Ort("sg-2026-03"))


def forwarded(*status: str) -> list[dict[str, Any]]:
    """Weiterleitungen of 10 December 2026; each Stelle reports in March 2027."""
    return [
        {"stelle": f"stelle-{nr}", "am": "2026-12-10", "stand": [{"am": "2027-03-04", "status": s}]}
        for nr, s in enumerate(status)
    ]


def test_vor_der_einreichung_ist_sie_erarbeitet_danach_eingereicht() -> None:
    assert empfehlungsstand(empfehlung(), (), date(2026, 11, 1)) == "erarbeitet"
    assert empfehlungsstand(empfehlung(), (), date(2026, 11, 2)) == "eingereicht"


@pytest.mark.parametrize("ergebnis", ["angenommen", "geaendert_angenommen", "abgelehnt", "vertagt", "zurueckverwiesen"])
def test_nach_der_abstimmung_gilt_deren_ergebnis(ergebnis: str) -> None:
    votes = (vote(ergebnis),)

    assert empfehlungsstand(empfehlung(), votes, date(2026, 12, 2)) == "eingereicht"
    assert empfehlungsstand(empfehlung(), votes, date(2026, 12, 3)) == ergebnis


@pytest.mark.parametrize("ergebnis", ["nicht_beschlussfaehig", "widersprochen"])
def test_ohne_gueltige_abstimmung_bleibt_sie_eingereicht(ergebnis: str) -> None:
    assert empfehlungsstand(empfehlung(), (vote(ergebnis),), SPAETER) == "eingereicht"


def test_von_mehreren_abstimmungen_gilt_die_letzte() -> None:
    votes = (vote("vertagt", am=date(2026, 7, 1)), vote("angenommen"))

    assert empfehlungsstand(empfehlung(), votes, SPAETER) == "angenommen"


@pytest.mark.parametrize(
    ("ergebnis", "eingereicht", "stand"),
    [
        ("zurueckverwiesen", None, "erarbeitet"),
        ("zurueckverwiesen", "2027-02-01", "eingereicht"),
        ("abgelehnt", None, "erarbeitet"),
        ("abgelehnt", "2027-02-01", "eingereicht"),
        ("vertagt", None, "vertagt"),
        ("vertagt", "2027-02-01", "eingereicht"),
        ("angenommen", "2027-02-01", "angenommen"),
    ],
)
def test_eine_neuere_fassung_zaehlt_wo_nicht_angenommen_wurde(
    ergebnis: str, eingereicht: str | None, stand: str
) -> None:
    newer = hefassung(nr="2", vom="2027-01-10", eingereicht=eingereicht)
    reworked = empfehlung(fassungen=[hefassung(), newer])

    assert empfehlungsstand(reworked, (vote(ergebnis),), SPAETER) == stand


def test_die_beschlossene_aenderung_ist_keine_neuere_fassung() -> None:
    changed = empfehlung(fassungen=[hefassung(), hefassung(nr="2", vom="2026-12-08", eingereicht=None)])

    assert empfehlungsstand(changed, (vote("geaendert_angenommen", fassung=2),), SPAETER) == "geaendert_angenommen"


def test_nach_der_weiterleitung_zaehlen_die_rueckmeldungen_bis_zu_diesem_tag() -> None:
    sent = empfehlung(weiterleitungen=forwarded("in_umsetzung"))
    votes = (vote("angenommen"),)

    days = (date(2026, 12, 9), date(2026, 12, 10), date(2027, 3, 4))

    assert [empfehlungsstand(sent, votes, tag) for tag in days] == ["angenommen", "weitergeleitet", "in_umsetzung"]


@pytest.mark.parametrize(
    ("statuses", "stand"),
    [
        (["offen", "offen"], "weitergeleitet"),
        (["offen", "in_umsetzung"], "in_umsetzung"),
        (["offen", "nicht_aufgegriffen"], "in_umsetzung"),
        (["nicht_aufgegriffen", "nicht_aufgegriffen"], "nicht_aufgegriffen"),
        (["umgesetzt", "in_umsetzung"], "teilweise"),
        (["umgesetzt", "nicht_aufgegriffen"], "teilweise"),
        (["umgesetzt", "erledigt"], "umgesetzt"),
        (["erledigt", "erledigt"], "erledigt"),
        (["erledigt", "abgegeben"], "erledigt"),
        (["abgegeben"], "weitergeleitet"),
    ],
)
def test_mehrere_stellen_ergeben_einen_stand(statuses: list[str], stand: str) -> None:
    assert sum_up(statuses) == stand


def test_zurueckgezogen_und_entfallen_gehen_allem_vor() -> None:
    grund = {"am": "2026-11-20", "grund": "Überholt.\n"}

    assert empfehlungsstand(empfehlung(zurueckgezogen=grund), (), date(2026, 11, 19)) == "eingereicht"
    assert empfehlungsstand(empfehlung(zurueckgezogen=grund), (), SPAETER) == "zurueckgezogen"
    assert empfehlungsstand(empfehlung(entfallen=grund, zurueckgezogen=grund), (), SPAETER) == "entfallen"


@pytest.mark.parametrize(
    ("statuses", "ampel"),
    [
        ((), "grau"),
        (("in_umsetzung",), "gelb"),
        (("nicht_aufgegriffen",), "rot"),
        (("nicht_aufgegriffen", "erledigt"), "rot"),
        (("nicht_aufgegriffen", "in_umsetzung", "erledigt"), "gruen"),
        (("umgesetzt", "erledigt"), "gruen"),
        (("erledigt",), "gruen"),
        (("abgegeben",), "grau"),
        (("abgegeben", "erledigt"), "grau"),
    ],
)
def test_was_abgeschlossen_ist_behaelt_die_ampel_des_letzten_standes(statuses: tuple[str, ...], ampel: str) -> None:
    stand = [{"am": f"2026-0{nr}-01", "status": status} for nr, status in enumerate(statuses, 2)]
    letter = Weiterleitung.model_validate({"stelle": "ministerium", "am": "2026-01-01", "stand": stand})

    assert ampel_am(letter, date(2026, 12, 1)) == ampel
    assert ampel_am(letter, date(2026, 1, 15)) == "grau"
