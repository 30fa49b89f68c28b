"""Closing a Sitzung carries out what it decided, and leaves nothing without a result."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.fehler import NetzintFehler
from netzint.modell.grund import Eintrag
from netzint.modell.sitzung import Sitzung
from netzint.modell.ziel import Ziel
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.niederschrift import niederschrift
from netzint.vorgaenge.sitzung_abschluss import abschliessen
from tests.bau import empfehlung, hefassung, mandat, mitglied, sitzung, top
from tests.regeln.strategiegruppe import PERSONEN
from tests.vorgaenge.sitzungstag import TAG, eroeffnet, saal, werte

BIS = {"bis": "2027-06-30"}
EINSETZUNG = {
    "art": "ag_einsetzen", "ag": "ag-neu", "name": "AG „Neu“", "thema": "thema-beispiel", "auftrag": "Empfehlen.\n",
    "staendige_mitglieder": "7", "von": "2026-04-01", "bis": "2027-03-31",
}  # fmt: skip
ZIEL = {"art": "ziel", "ziel": "ziel-neu", "titel": "Neu", "beschreibung": "Alle reden mit.\n"}


def beschlossen(kennung: str, antrag: dict[str, Any], ergebnis: str = "angenommen") -> dict[str, Any]:
    vote = {"kennung": kennung, "antrag": antrag, "ja": "12", "nein": "0", "enthaltung": "0", "ergebnis": ergebnis}
    return top(kennung, beschluesse=[vote])


def schliesse(meeting: Sitzung, *eintraege: Eintrag, **felder: Any) -> Aenderung | None:
    felder = {"am": TAG, "stichtag": TAG, **felder}
    return abschliessen(saal(meeting, *eintraege), (), kennung=meeting.kennung, **felder)


def test_eine_sitzung_ohne_beschluesse_wird_nur_geschlossen() -> None:
    done = schliesse(eroeffnet(beginn="10:00"), ende="12:30")

    assert werte(done) == {"ende": "12:30", "abgeschlossen": TAG}
    assert done is not None
    assert done.betreff == "Sitzung SG-2026-01 abgeschlossen"


def test_was_beschlossen_ist_wird_in_einem_vorgang_ausgefuehrt() -> None:
    earlier = sitzung("sg-2025-01", datum="2025-06-12", anwesend=list(PERSONEN), niederschrift={"vom": "2025-06-20"})
    done = schliesse(
        eroeffnet(
            beschlossen("a", EINSETZUNG),
            beschlossen("b", {"art": "ag_verlaengern", "ag": "ag-beispiel", **BIS}),
            beschlossen("c", {"art": "schwerpunkt", "thema": "thema-beispiel"}),
            beschlossen("d", ZIEL),
            beschlossen("e", {"art": "niederschrift", "sitzung": "sg-2025-01"}),
            beschlossen("f", {"art": "sonstiges"}),
        ),
        earlier,
    )

    assert done is not None
    ag, ziel = done.neu
    assert isinstance(ag, Arbeitsgruppe)
    assert ag.mandat.beschluss == "sg-2026-01/a"
    assert isinstance(ziel, Ziel)
    assert ziel.beschluss == "sg-2026-01/d"
    found = werte(done)
    assert found["abgeschlossen"] == TAG
    assert found["niederschrift.genehmigt"] == "sg-2026-01/e"
    assert found["schwerpunkt"] == {"ab": TAG, "beschluss": "sg-2026-01/c"}
    assert found["verlaengerungen.0"]["beschluss"] == "sg-2026-01/b"
    assert done.betreff == "Sitzung SG-2026-01 abgeschlossen, 5 Beschlüsse ausgeführt"
    assert len([text for text in done.hinweise if text.startswith("Ausgeführt:")]) == 5


def test_ein_abschluss_beendet_die_mandate_der_ag() -> None:
    member = mitglied("ag-beispiel-01", mandate=[mandat(gremium="ag-beispiel", sitz=None, rolle="leitung")])
    done = schliesse(eroeffnet(beschlossen("a", {"art": "ag_abschliessen", "ag": "ag-beispiel"})), member)

    assert werte(done)["abschluss"] == {"am": TAG, "beschluss": "sg-2026-01/a"}
    assert werte(done)["mandate.0.bis"] == TAG


@pytest.mark.parametrize("ergebnis", ["abgelehnt", "vertagt"])
def test_was_nicht_angenommen_ist_wird_nicht_ausgefuehrt(ergebnis: str) -> None:
    done = schliesse(eroeffnet(beschlossen("a", EINSETZUNG, ergebnis)))

    assert werte(done) == {"abgeschlossen": TAG}


def test_noch_einmal_ist_nichts_zu_tun() -> None:
    assert schliesse(eroeffnet(abgeschlossen="2026-03-12")) is None


def test_was_liegen_blieb_wird_nachgeholt() -> None:
    again = eroeffnet(beschlossen("c", {"art": "schwerpunkt", "thema": "thema-beispiel"}), abgeschlossen="2026-03-12")
    done = schliesse(again)

    assert werte(done) == {"schwerpunkt": {"ab": TAG, "beschluss": "sg-2026-01/c"}}
    assert done is not None
    assert done.betreff == "Sitzung SG-2026-01: 1 Beschluss ausgeführt"


def test_was_offen_ist_wird_genannt_und_ausdruecklich_vertagt() -> None:
    meeting = eroeffnet(top("eins"), top("he-2026-01"), top("ende-ag-beispiel"))
    with pytest.raises(NetzintFehler, match="noch kein Ergebnis") as fehler:
        schliesse(meeting)
    assert "TOP 2" in fehler.value.text
    assert "TOP 3" in fehler.value.text
    assert "--vertagt 2" in fehler.value.hinweis

    done = werte(schliesse(meeting, vertagt=("2", "ende-ag-beispiel")))
    assert done["tagesordnung.1.beschluesse.0"] == {
        "kennung": "he-2026-01", "antrag": {"art": "empfehlung", "empfehlungen": ["he-2026-01"]},
        "ergebnis": "vertagt",
    }  # fmt: skip
    assert done == werte(schliesse(meeting, rest_vertagt=True))


def test_abgesetztes_und_en_bloc_entschiedenes_ist_nicht_offen() -> None:
    off = {"am": "2026-03-10", "grund": "Zu früh.\n"}
    both = beschlossen("zwei", {"art": "empfehlung", "empfehlungen": ["he-2026-01", "he-2026-02"]})
    meeting = eroeffnet(top("ende-ag-beispiel", abgesetzt=off), both, top("he-2026-01"), top("he-2026-02"))

    assert werte(schliesse(meeting)) == {"abgeschlossen": TAG}


@pytest.mark.parametrize(
    ("felder", "angaben", "text"),
    [
        ({"anwesend": []}, {}, "noch nicht eröffnet"),
        ({}, {"am": date(2026, 3, 11)}, "war am 12. März 2026"),
        ({}, {"am": date(2026, 3, 13)}, "liegt in der Zukunft"),
        ({"beginn": "10:00"}, {"ende": "09:00"}, "kann nicht um 09:00 Uhr geendet haben"),
        ({}, {"vertagt": ("eins",)}, "wartet auf kein Ergebnis"),
    ],
)
def test_was_nicht_geht_wird_erklaert(felder: dict[str, Any], angaben: dict[str, Any], text: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as fehler:
        schliesse(eroeffnet(**felder), **angaben)

    assert fehler.value.hinweis


def test_was_sich_nicht_ausfuehren_laesst_nennt_den_beschluss() -> None:
    incomplete = {"art": "ag_einsetzen", "ag": "ag-neu"}
    with pytest.raises(NetzintFehler, match="sg-2026-01/a lässt sich nicht ausführen"):
        schliesse(eroeffnet(beschlossen("a", incomplete)))


# the minutes


def entwirf(meeting: Sitzung, **felder: Any) -> Aenderung | None:
    office = [
        mitglied(f"gs-{n}", mandate=[mandat(gremium="geschaeftsstelle", sitz=None, rolle="mitarbeit")]) for n in (1, 2)
    ]
    felder = {"fuehrung": None, "am": None, "stichtag": date(2026, 3, 20), **felder}
    return niederschrift(saal(meeting, *office), (), kennung=meeting.kennung, **felder)


def test_wer_die_niederschrift_gefuehrt_hat_wird_vermerkt() -> None:
    closed = eroeffnet(abgeschlossen="2026-03-12")

    assert werte(entwirf(closed, fuehrung="gs-2"))["niederschrift"] == {"fuehrung": "gs-2", "vom": date(2026, 3, 20)}
    with pytest.raises(NetzintFehler, match="wer die Niederschrift geführt hat"):
        entwirf(closed)


def test_wer_von_der_geschaeftsstelle_da_war_hat_sie_gefuehrt() -> None:
    closed = eroeffnet(abgeschlossen="2026-03-12", anwesend=[*PERSONEN, "gs-1"])

    assert werte(entwirf(closed))["niederschrift"]["fuehrung"] == "gs-1"


def test_dieselbe_angabe_noch_einmal_ist_nichts_zu_tun() -> None:
    noted = eroeffnet(abgeschlossen="2026-03-12", niederschrift={"fuehrung": "gs-1", "vom": "2026-03-20"})

    assert entwirf(noted) is None
    assert werte(entwirf(noted, fuehrung="gs-2")) == {
        "niederschrift.fuehrung": "gs-2", "niederschrift.vom": date(2026, 3, 20),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("felder", "angaben", "text"),
    [
        ({"anwesend": []}, {}, "noch nicht eröffnet"),
        ({}, {}, "noch nicht abgeschlossen"),
        ({"abgeschlossen": "2026-03-12"}, {"am": date(2026, 3, 1)}, "älter als die Sitzung"),
        ({"niederschrift": {"vom": "2026-03-20", "genehmigt": "sg-2026-02/x"}}, {}, "ist genehmigt"),
    ],
)
def test_wann_es_keine_niederschrift_gibt(felder: dict[str, Any], angaben: dict[str, Any], text: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as fehler:
        entwirf(eroeffnet(**felder), fuehrung="gs-1", **angaben)

    assert fehler.value.hinweis


def test_was_beim_abschliessen_vergessen_wurde_wird_nicht_uebergangen() -> None:
    closed = eroeffnet(top("eins"), abgeschlossen="2026-03-12")

    assert schliesse(closed) is None
    with pytest.raises(NetzintFehler, match="schon abgeschlossen; ihr Ende ist damit nicht vermerkt") as caught:
        schliesse(closed, ende="12:30")
    assert 'netzint berichtigen sg-2026-01 --setze ende=12:30 --grund "' in caught.value.hinweis
    with pytest.raises(NetzintFehler, match="wird nicht mehr vertagt"):
        schliesse(closed, vertagt=["eins"])


@pytest.mark.parametrize(
    ("kennung", "bezug", "ergebnis", "found"),
    [
        ("he-2026-03", [], "angenommen", True),
        ("wortlaut", ["he-2026-03"], "angenommen", True),
        ("he-2026-03", [], "abgelehnt", False),
        ("he-2026-01", [], "angenommen", False),
    ],
)
def test_hat_die_ag_zugestimmt_ist_als_naechstes_einzureichen(
    kennung: str, bezug: list[str], ergebnis: str, *, found: bool
) -> None:
    vote = {"kennung": kennung, "antrag": {"art": "sonstiges"}, "ja": "3", "ergebnis": ergebnis}
    meeting = sitzung(
        "ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", anwesend=["ag-beispiel-01"],
        tagesordnung=[top(kennung, bezug=bezug, beschluesse=[vote])],
    )  # fmt: skip
    draft = empfehlung("he-2026-03", fassungen=[hefassung(vom="2026-02-10", eingereicht=None)])
    done = schliesse(meeting, draft)

    assert done is not None
    assert ("netzint empfehlung einreichen he-2026-03" in [befehl for befehl, _ in done.danach]) is found
