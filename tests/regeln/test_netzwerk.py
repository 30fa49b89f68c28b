"""Network and Geschäftsordnung: there, in order, in agreement with themselves, and the oldest thing of all."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.grund import Eintrag
from netzint.regeln.netzwerk import (
    etwas_ist_aelter_als_das_netzwerk,
    fassungen_sind_ungeordnet,
    geschaeftsordnung_fehlt,
    grenzen_widersprechen_sich,
    netzwerkdatei_fehlt,
    quelle_nennt_keinen_wert,
    strategiegruppe_hat_keine_fassung,
)
from netzint.regeln.register import Regel, judge
from tests.bau import (
    STICHTAG,
    arbeitsgruppe,
    empfehlung,
    fassung,
    geschaeftsordnung,
    hefassung,
    make,
    mandat,
    mitglied,
    netzwerk,
    sitzung,
)
from tests.regeln.urteil import gemeldet, urteile


@pytest.mark.parametrize(
    ("regel", "kennung"), [(netzwerkdatei_fehlt, "netzwerk"), (geschaeftsordnung_fehlt, "geschaeftsordnung")]
)
def test_eine_fehlende_grunddatei_wird_gemeldet_eine_unlesbare_nicht(regel: Regel, kennung: str) -> None:
    (befund,) = judge(Bestand([]), STICHTAG, (regel,))

    assert (befund.code, befund.kennung, befund.pfad) == (regel.code, kennung, f"daten/{kennung}.yaml")
    assert judge(Bestand([], [kennung]), STICHTAG, (regel,)) == []
    assert gemeldet(regel) == []


def test_eine_geschaeftsordnung_ohne_fassung_wird_gemeldet() -> None:
    empty = make("geschaeftsordnung", "geschaeftsordnung", fassungen=[])

    assert gemeldet(strategiegruppe_hat_keine_fassung, empty) == [("G103", "geschaeftsordnung")]
    assert gemeldet(strategiegruppe_hat_keine_fassung) == []


def test_fassungen_in_ihrer_reihenfolge_sind_in_ordnung() -> None:
    ordered = geschaeftsordnung(fassung("2020-06-01"), fassung("2026-01-01"))

    assert gemeldet(fassungen_sind_ungeordnet, ordered) == []


@pytest.mark.parametrize("gilt_ab", ["2019-01-01", "2020-06-01"])
def test_ungeordnete_fassungen_werden_gemeldet(gilt_ab: str) -> None:
    (befund,) = urteile(fassungen_sind_ungeordnet, geschaeftsordnung(fassung(), fassung(gilt_ab)))

    assert (befund.code, befund.feld, befund.schluessel) == ("G104", ("fassungen", 1, "gilt_ab"), (gilt_ab,))


@pytest.mark.parametrize(
    ("recht", "feld"),
    [
        ({"ladungsfrist": {"soll": "7", "muss": "14"}}, ("ladungsfrist", "muss")),
        ({"sitzungen_je_jahr": {"mindestens": "4", "hoechstens": "3"}}, ("sitzungen_je_jahr", "mindestens")),
        (
            {
                "beschlussfaehigkeit": {
                    "anteil": "mehr_als_1/2",
                    "bezug": "soll",
                    "mindestens": "13",
                    "zweite_ladung": "1",
                }
            },
            ("beschlussfaehigkeit", "mindestens"),
        ),
    ],
)
def test_grenzen_die_einander_ausschliessen_werden_gemeldet(recht: dict[str, Any], feld: tuple[str, ...]) -> None:
    (befund,) = urteile(grenzen_widersprechen_sich, geschaeftsordnung(fassung(**recht)))

    assert (befund.code, befund.feld) == ("G105", ("fassungen", 0, "strategiegruppe", *feld))


def test_gleiche_grenzen_sind_in_ordnung() -> None:
    equal = fassung(ladungsfrist={"soll": "14", "muss": "14"}, sitzungen_je_jahr={"mindestens": "3", "hoechstens": "3"})

    assert gemeldet(grenzen_widersprechen_sich, geschaeftsordnung(equal)) == []


@pytest.mark.parametrize(
    "key",
    [
        "strategiegruppe.sitze",
        "strategiegruppe.sitze.sitz-ministerium-a",
        "strategiegruppe.sitze.sitz-ministerium-a.benannt_von",
        "strategiegruppe.ladungsfrist.soll",
        "strategiegruppe.amtszeit",
        "leitungsaemter",
    ],
)
def test_quellen_nennen_felder_und_sitze(key: str) -> None:
    assert gemeldet(quelle_nennt_keinen_wert, geschaeftsordnung({**fassung(), "quellen": {key: "Quelle"}})) == []


@pytest.mark.parametrize(
    "key",
    [
        "strategiegruppe.ladungfrist",
        "strategiegruppe.sitze.sitz-fehlt",
        "strategiegruppe.ladungsfrist.soll.tage",
        "strategiegruppe.amtszeit.monate",
        "",
    ],
)
def test_eine_quelle_ohne_wert_wird_gemeldet(key: str) -> None:
    (befund,) = urteile(quelle_nennt_keinen_wert, geschaeftsordnung({**fassung(), "quellen": {key: "Quelle"}}))

    assert (befund.code, befund.feld) == ("G106", ("fassungen", 0, "quellen", key))


AG = {"auftrag": "A\n", "staendige_mitglieder": "9", "bis": "2026-12-31"}
UMLAUF = {"titel": "T", "frist": "2026-01-01", "beschluss": "b", "antrag": {"art": "sonstiges"}}
VORLAGE = {"betreff": "B", "antrag": {"art": "sonstiges"}, "federfuehrung": "geschaeftsstelle"}


@pytest.mark.parametrize(
    ("eintrag", "feld"),
    [
        (mitglied(mandate=[mandat(von="2020-05-31")]), ("mandate", 0, "von")),
        (arbeitsgruppe(mandat={**AG, "von": "2020-05"}), ("mandat", "von")),
        (sitzung(datum="2016-03-12"), ("datum",)),
        (make("umlauf", "um-2026-01", **UMLAUF, versandt="2016-01-01"), ("versandt",)),
        (make("beschlussvorlage", "bv-2026-001", **VORLAGE, vom="2016-01-01"), ("vom",)),
        (empfehlung(fassungen=[hefassung(vom="2016-10-20")]), ("fassungen", 0, "vom")),
    ],
)
def test_was_aelter_ist_als_das_netzwerk_wird_gemeldet(eintrag: Eintrag, feld: tuple[str | int, ...]) -> None:
    (befund,) = urteile(etwas_ist_aelter_als_das_netzwerk, eintrag)

    assert (befund.code, befund.kennung, befund.feld) == ("G107", eintrag.kennung, feld)


def test_im_gruendungsmonat_ist_alles_in_ordnung() -> None:
    entries = [
        mitglied(mandate=[mandat(von="2020-06")]),
        arbeitsgruppe(mandat={**AG, "von": "2020-06"}),
        sitzung(datum="2020-06-01"),
    ]

    assert gemeldet(etwas_ist_aelter_als_das_netzwerk, *entries) == []


def test_bei_einem_monat_zaehlt_sein_letzter_tag() -> None:
    founded = netzwerk(gegruendet="2020-06-15")

    assert gemeldet(etwas_ist_aelter_als_das_netzwerk, founded, mitglied(mandate=[mandat(von="2020-06")])) == []
