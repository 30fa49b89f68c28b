"""After a Sitzung without quorum: what comes back, with relief, and who is told to invite again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from netzint.modell.sitzung import Sitzung
from netzint.recht.wiederkehr import list_zweite_ladungen
from netzint.vorgaenge import sitzung as planen
from netzint.vorgaenge.rahmen import Wunsch
from netzint.vorgaenge.sitzung_abschluss import abschliessen
from tests import bau
from tests.regeln.strategiegruppe import die_zwoelf
from tests.vorgaenge.danach import nach

STICHTAG = date(2026, 11, 22)
ERSTE = "sg-2026-02"
NIEDERSCHRIFT = "niederschrift-sg-2026-01"
ZWEITE_LADUNG = f"netzint sitzung neu --zweite-ladung-zu {ERSTE}"
FUENF = ("ministerium-1", "ministerium-2", "gemeindetag-1", "staedtetag-1", "kommunen-stadt-1")


def ohne(kennung: str, **antrag: str) -> dict[str, Any]:
    vote = {"kennung": kennung, "antrag": antrag or {"art": "sonstiges"}, "ergebnis": "nicht_beschlussfaehig"}
    return bau.top(kennung, nummer="3", beschluesse=[vote])


def erste(*tops: dict[str, Any], **felder: Any) -> Sitzung:
    values = {"datum": "2026-11-19", "anwesend": list(FUENF), "leitung": FUENF[0], "abgeschlossen": "2026-11-19"}
    return bau.sitzung(ERSTE, tagesordnung=list(tops), **{**values, **felder})


def welt(*mehr: Eintrag) -> Bestand:
    before = bau.sitzung("sg-2026-01", datum="2026-03-12", anwesend=list(FUENF))
    return bau.bestand(*die_zwoelf(), before, *mehr)


def plane(bestand: Bestand) -> Sitzung:
    act = planen.plane(bestand, [*bestand.eintraege], stichtag=STICHTAG, wunsch=Wunsch(), zweite_ladung_zu=ERSTE)
    return nach(bestand, act).sitzungen["sg-2026-03"]


def test_auch_die_genehmigung_der_niederschrift_wird_wieder_aufgenommen_an_ihrem_platz() -> None:
    entry = plane(welt(erste(ohne(NIEDERSCHRIFT, art="niederschrift", sitzung="sg-2026-01"), ohne("haushalt"))))

    again = {top.kennung: top.wiederaufnahme for top in entry.tagesordnung}
    assert again[NIEDERSCHRIFT] == f"{ERSTE}/{NIEDERSCHRIFT}"
    assert again["haushalt"] == f"{ERSTE}/haushalt"
    assert again[f"niederschrift-{ERSTE}"] is None
    assert list(again)[2:5] == [NIEDERSCHRIFT, f"niederschrift-{ERSTE}", "haushalt"]


def test_was_auf_jeder_tagesordnung_steht_nimmt_nichts_wieder_auf() -> None:
    entry = plane(welt(erste(ohne("tagesordnung"), ohne("haushalt"))))

    assert {top.kennung for top in entry.tagesordnung if top.wiederaufnahme} == {"haushalt"}


@pytest.mark.parametrize(
    ("mehr", "faellig"),
    [
        ([erste(ohne("haushalt"))], True),
        ([erste(ohne("tagesordnung"))], False),
        ([erste(ohne("haushalt"), abgeschlossen=None)], False),
        ([erste(ohne("haushalt"), gremium="ag-beispiel"), bau.arbeitsgruppe()], False),
        ([erste(ohne("haushalt")), bau.sitzung("sg-2026-03", datum="2026-12-15", zweite_ladung_zu=ERSTE)], False),
        (
            [
                erste(ohne("haushalt")),
                bau.sitzung(
                    "sg-2026-03", datum="2026-12-15", zweite_ladung_zu=ERSTE,
                    abgesagt={"am": "2026-11-20", "grund": "Eis.\n"},
                ),
            ],
            True,
        ),
        (
            [
                erste(ohne("haushalt")),
                bau.sitzung(
                    "sg-2026-03", datum="2026-12-15",
                    tagesordnung=[bau.top("haushalt", wiederaufnahme=f"{ERSTE}/haushalt")],
                ),
            ],
            False,
        ),
        ([erste(ohne(NIEDERSCHRIFT, art="niederschrift", sitzung="sg-2026-01"))], True),
    ],
)  # fmt: skip
def test_eine_zweite_ladung_steht_aus_solange_niemand_geladen_hat(mehr: list[Eintrag], *, faellig: bool) -> None:
    assert [s.kennung for s in list_zweite_ladungen(welt(*mehr), STICHTAG)] == ([ERSTE] if faellig else [])


def test_was_inzwischen_beschlossen_ist_braucht_keine_zweite_ladung() -> None:
    approved = bau.beschluss("niederschrift", antrag={"art": "niederschrift", "sitzung": "sg-2026-01"})
    later = bau.sitzung(
        "sg-2026-03", datum="2026-11-20", anwesend=list(FUENF), tagesordnung=[bau.top("x", beschluesse=[approved])]
    )
    before = welt(erste(ohne(NIEDERSCHRIFT, art="niederschrift", sitzung="sg-2026-01")), later)

    assert list_zweite_ladungen(before, STICHTAG) == ()


@pytest.mark.parametrize(("top", "angeboten"), [("haushalt", True), ("tagesordnung", False)])
def test_der_abschluss_bietet_die_zweite_ladung_an(top: str, *, angeboten: bool) -> None:
    before = welt(erste(ohne(top), abgeschlossen=None))
    act = abschliessen(before, [], kennung=ERSTE, am=date(2026, 11, 19), stichtag=STICHTAG)

    assert act is not None
    assert act.danach[-1][0] == (ZWEITE_LADUNG if angeboten else "netzint sitzung neu")
