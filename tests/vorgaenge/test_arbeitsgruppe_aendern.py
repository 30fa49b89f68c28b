"""An AG is called otherwise, or is to do something else by Beschluss; what was is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang
from netzint.modell.grund import Eintrag
from netzint.vorgaenge.aenderung import Setzen
from netzint.vorgaenge.arbeitsgruppe_aendern import Angaben, aendern
from tests.bau import arbeitsgruppe, bestand, mandat, mitglied
from tests.vorgaenge.anwenden import apply
from tests.vorgaenge.beschlossenes import HEUTE, TAG, abgelehnt, beschlossen

B = "sg-2026-01/b"


def lage(*eintraege: Eintrag, antrag: dict[str, Any] | None = None, **felder: Any) -> Bestand:
    return bestand(arbeitsgruppe(**felder), beschlossen(antrag or {"art": "sonstiges"}), *eintraege)


def aendere(known: Bestand | None = None, **felder: Any) -> Any:
    return aendern(known or lage(), [], stichtag=HEUTE, ag="beispiel", angaben=Angaben(**felder))


def ag_nach(known: Bestand, **felder: Any) -> Arbeitsgruppe:
    return apply(known, aendere(known, **felder)).arbeitsgruppen["ag-beispiel"]


def test_der_bisherige_name_bleibt_mit_seinem_letzten_tag() -> None:
    ag = ag_nach(lage(), name="Neues", ab=date(2026, 10, 1))

    assert (ag.name, ag.name_am(date(2026, 9, 30))) == ("AG „Neues“", "AG „Beispiel“")


def test_zweimal_am_selben_tag_heisst_sie_nicht_anders() -> None:
    renamed = lage(frueher=[{"name": "AG „Alt“", "bis": "2026-09-30"}])

    assert abgelehnt(aendere, renamed, name="Neues", ab=date(2026, 10, 1))[:2] == (
        Ausgang.ABGELEHNT, "Den bisherigen Namen hat ag-beispiel mindestens bis zum 1. Oktober 2026.",
    )  # fmt: skip
    assert ag_nach(renamed, name="Neues", ab=date(2026, 10, 2)).name_am(date(2026, 10, 1)) == "AG „Beispiel“"


def test_weitere_namen_kommen_dazu_und_gehen() -> None:
    ag = ag_nach(lage(aliase=["Alt, aber gut", "Muster"]), alias=("Neu",), ohne_alias=("muster",))

    assert ag.aliase == ("Alt, aber gut", "Neu")


def test_auftrag_und_zahl_aendern_sich_ab_dem_tag_des_beschlusses() -> None:
    done = aendere(auftrag="Etwas anderes.", mitglieder=11, beschluss=B)
    ag = apply(lage(), done).arbeitsgruppen["ag-beispiel"]

    assert done.gesetzt == (
        Setzen("arbeitsgruppe", "ag-beispiel", ("mandatsaenderungen", 0),
               {"ab": TAG, "auftrag": "Etwas anderes.\n", "staendige_mitglieder": 11, "beschluss": B}),
    )  # fmt: skip
    assert (done.beschluss, done.hinweise) == (B, ())
    assert (ag.zahl_am(date(2026, 3, 11)), ag.zahl_am(TAG)) == (9, 11)
    assert ag.auftrag_am(date(2026, 3, 11)) == "Empfehlungen erarbeiten.\n"
    assert ag.auftrag_am(TAG) == "Etwas anderes.\n"


def test_ein_beschluss_ueber_anderes_wird_hinterfragt() -> None:
    other = lage(antrag={"art": "schwerpunkt", "thema": "thema-beispiel"})

    assert aendere(other, mitglieder=11, beschluss=B).hinweise == (
        "sg-2026-01/b beschließt einen Themenschwerpunkt; bitte prüfen, ob das der richtige ist.",
    )


def test_eine_zahl_einer_spaeteren_verlaengerung_gilt_von_da_an() -> None:
    later = {"ab": "2027-01-01", "bis": "2027-06-30", "staendige_mitglieder": "7"}
    ag = ag_nach(lage(verlaengerungen=[later]), mitglieder=11, beschluss=B)

    assert (ag.zahl_am(HEUTE), ag.zahl_am(date(2027, 1, 1))) == (11, 7)


@pytest.mark.parametrize("felder", [{"name": "AG „Beispiel“"}, {"mitglieder": 9, "beschluss": B}, {"alias": ()}])
def test_was_schon_so_ist_aendert_nichts(felder: dict[str, Any]) -> None:
    if felder == {"alias": ()}:
        assert abgelehnt(aendere, **felder)[:2] == (Ausgang.AUFRUF, "Es fehlt, was sich ändern soll.")
    else:
        assert aendere(**felder) is None


@pytest.mark.parametrize(
    ("felder", "ausgang", "text"),
    [
        ({"mitglieder": 12}, Ausgang.ABGELEHNT,
         "Auftrag und Zahl der ständigen Mitglieder legt die Strategiegruppe fest."),
        ({"beschluss": B, "name": "X Y"}, Ausgang.AUFRUF, "Zu --beschluss fehlt, was beschlossen ist."),
        ({"mitglieder": 12, "beschluss": "sg-2026-01/x"}, Ausgang.AUFRUF,
         "Einen Beschluss „sg-2026-01/x“ gibt es nicht."),
        ({"mitglieder": 12, "beschluss": B, "ab": date(2026, 3, 11)}, Ausgang.AUFRUF,
         "Beschlossen ist es erst am 12. März 2026."),
        ({"name": "Anders", "ab": date(2025, 7, 1)}, Ausgang.ABGELEHNT,
         "Den bisherigen Namen hat ag-beispiel mindestens bis zum 1. Juli 2025."),
        ({"ohne_alias": ("Nie",)}, Ausgang.AUFRUF, "Einen weiteren Namen „Nie“ hat ag-beispiel nicht."),
        ({"mitglieder": 1, "beschluss": B}, Ausgang.ABGELEHNT,
         "ag-beispiel hat am 12. März 2026 schon 2 ständige Mitglieder, mehr als 1."),
    ],
)  # fmt: skip
def test_was_nicht_geht(felder: dict[str, Any], ausgang: Ausgang, text: str) -> None:
    gremium = {"gremium": "ag-beispiel", "sitz": None, "von": "2025-08-01", "benannt": None}
    people = [
        mitglied(f"ag-beispiel-0{nr}", name=f"Person {nr}", mandate=[mandat(rolle=rolle, **gremium)])
        for nr, rolle in ((1, "leitung"), (2, "staendig"))
    ]

    refused = abgelehnt(aendere, lage(*people), **felder)

    assert refused[:2] == (ausgang, text)
    assert refused[2]


def test_eine_abgeschlossene_bekommt_keinen_anderen_auftrag() -> None:
    closed = lage(abschluss={"am": "2026-06-30"})

    assert abgelehnt(aendere, closed, auftrag="Neu.", beschluss=B)[1] == (
        "ag-beispiel ist seit dem 30. Juni 2026 abgeschlossen."
    )


def test_zwei_gleiche_namen_gibt_es_nicht() -> None:
    other = arbeitsgruppe("ag-andere", name="AG „Andere“")

    assert abgelehnt(aendere, lage(other), name="Andere")[1] == "So heißt schon ag-andere."
