"""AGs: what the Strategiegruppe decides about them is carried out, once, and completely."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.antrag import AgEinsetzen, AgVerlaengern
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang
from netzint.modell.grund import Eintrag
from netzint.vorgaenge.aenderung import Setzen
from netzint.vorgaenge.arbeitsgruppe import abschliessen, einsetzen, verlaengern
from tests.bau import (
    arbeitsgruppe,
    bestand,
    empfehlung,
    geschaeftsordnung,
    hefassung,
    make,
    mandat,
    mitglied,
    netzwerk,
    sitzung,
    thema,
)
from tests.vorgaenge.beschlossenes import TAG, abgelehnt

BESCHLUSS = "sg-2026-01/b"


def einsetzung(**felder: Any) -> AgEinsetzen:
    """A complete motion to set up ``ag-neu``."""
    values = {
        "art": "ag_einsetzen",
        "ag": "ag-neu",
        "name": "AG „Neu“",
        "thema": "thema-beispiel",
        "auftrag": "Empfehlungen erarbeiten.\n",
        "staendige_mitglieder": "7",
        "von": "2026-04-01",
        "bis": "2027-03-31",
        **felder,
    }
    return AgEinsetzen.model_validate({key: value for key, value in values.items() if value is not None})


def verlaengerung(**felder: str) -> AgVerlaengern:
    """A motion to prolong ``ag-beispiel`` up to 30 June 2027."""
    return AgVerlaengern.model_validate({"art": "ag_verlaengern", "ag": "ag-beispiel", "bis": "2027-06-30", **felder})


def test_aus_dem_antrag_wird_die_arbeitsgruppe() -> None:
    done = einsetzen(bestand(thema()), einsetzung(), BESCHLUSS, TAG)

    (ag,) = done.neu
    assert isinstance(ag, Arbeitsgruppe)
    assert (ag.kennung, ag.name, ag.thema) == ("ag-neu", "AG „Neu“", "thema-beispiel")
    assert (ag.mandat.staendige_mitglieder, ag.mandat.beschluss) == (7, BESCHLUSS)
    assert (ag.mandat.von, ag.mandat.bis) == (date(2026, 4, 1), date(2027, 3, 31))
    assert (done.betreff, done.beschluss, done.hinweise) == ("ag-neu eingesetzt", BESCHLUSS, ())


def test_eine_ag_beginnt_nicht_vor_ihrem_beschluss() -> None:
    done = einsetzen(bestand(thema()), einsetzung(von="2026-01-01"), BESCHLUSS, TAG)

    (ag,) = done.neu
    assert isinstance(ag, Arbeitsgruppe)
    assert ag.mandat.von == TAG
    assert done.hinweise == (
        "Die AG beginnt am Tag des Beschlusses, dem 12. März 2026, nicht schon am 1. Januar 2026.",
    )


def test_nach_der_einsetzung_werden_die_bedarfe_zum_thema_genannt() -> None:
    bedarf = make(
        "bedarf", "bedarf-2026-01", titel="Dolmetschen", gemeldet={"von": "staedtetag", "am": "2026-01-10"},
        zugeordnet={"thema": "thema-beispiel", "am": "2026-02-01"},
    )  # fmt: skip

    done = einsetzen(bestand(thema(), bedarf), einsetzung(), BESCHLUSS, TAG)

    assert ("netzint bedarf erledigen bedarf-2026-01 --art aufgegriffen", "„Dolmetschen“ gehört dazu") in done.danach


def test_derselbe_beschluss_wird_nicht_zweimal_ausgefuehrt() -> None:
    known = arbeitsgruppe("ag-neu", mandat={**_mandat(), "beschluss": BESCHLUSS})

    done = einsetzen(bestand(thema(), known), einsetzung(), BESCHLUSS, TAG)

    assert (done.neu, done.gesetzt) == ((), ())


def test_zu_einer_frueheren_ag_laesst_sich_der_beschluss_nachtragen() -> None:
    done = einsetzen(bestand(thema(), arbeitsgruppe("ag-neu", mandat=_mandat())), einsetzung(), BESCHLUSS, TAG)

    assert done.gesetzt == (Setzen("arbeitsgruppe", "ag-neu", ("mandat", "beschluss"), BESCHLUSS),)


def test_eine_ag_die_es_schon_gibt_wird_nicht_noch_einmal_eingesetzt() -> None:
    known = bestand(thema(), arbeitsgruppe("ag-neu"))

    assert abgelehnt(einsetzen, known, einsetzung(), BESCHLUSS, TAG) == (
        Ausgang.ABGELEHNT, "ag-neu gibt es schon (AG „Beispiel“).", "Ansehen: netzint ag zeigen ag-neu",
    )  # fmt: skip


def test_ein_unvollstaendiger_antrag_sagt_was_fehlt() -> None:
    ausgang, text, _ = abgelehnt(
        einsetzen, bestand(thema()), einsetzung(auftrag=None, staendige_mitglieder=None), BESCHLUSS, TAG
    )

    assert ausgang is Ausgang.ABGELEHNT
    assert text == "Zur Einsetzung von ag-neu fehlt: Auftrag und Zahl der ständigen Mitglieder."


def test_ein_zeitraum_der_vorbei_ist_wird_abgelehnt() -> None:
    _, text, _ = abgelehnt(einsetzen, bestand(thema()), einsetzung(von="2025-01-01", bis="2026-02-01"), BESCHLUSS, TAG)

    assert text == "Der Zeitraum von ag-neu endet am 1. Februar 2026, vor dem 12. März 2026."


@pytest.mark.parametrize("bis", ["2027-03-31", "2027-03"])
def test_eine_verlaengerung_schliesst_an_das_bisherige_ende_an(bis: str) -> None:
    known = arbeitsgruppe(verlaengerungen=[{"ab": "2027-01-01", "bis": bis}])

    done = verlaengern(bestand(known), verlaengerung(staendige_mitglieder="11"), BESCHLUSS)

    wert = {"ab": date(2027, 4, 1), "bis": date(2027, 6, 30), "staendige_mitglieder": 11, "beschluss": BESCHLUSS}
    assert repr(done.gesetzt) == repr((Setzen("arbeitsgruppe", "ag-beispiel", ("verlaengerungen", 1), wert),))


def test_eine_verlaengerung_wird_nur_einmal_ausgefuehrt() -> None:
    known = arbeitsgruppe(verlaengerungen=[{"ab": "2027-01-01", "bis": "2027-06-30", "beschluss": BESCHLUSS}])

    assert verlaengern(bestand(known), verlaengerung(), BESCHLUSS).gesetzt == ()


@pytest.mark.parametrize(
    ("felder", "text"),
    [
        (
            {"abschluss": {"am": "2026-06-30"}},
            "ag-beispiel ist seit dem 30. Juni 2026 abgeschlossen und lässt sich nicht verlängern.",
        ),
        (
            {"verlaengerungen": [{"ab": "2027-01-01", "bis": "2027-12-31"}]},
            "Das Mandat von ag-beispiel läuft schon bis zum 31. Dezember 2027.",
        ),
    ],
)
def test_was_sich_nicht_verlaengern_laesst(felder: dict[str, Any], text: str) -> None:
    assert abgelehnt(verlaengern, bestand(arbeitsgruppe(**felder)), verlaengerung(), BESCHLUSS)[:2] == (
        Ausgang.ABGELEHNT, text,
    )  # fmt: skip


def mit_mitgliedern(*ags: Arbeitsgruppe) -> Bestand:
    """``ag-beispiel`` with three people: one at work, one who left, one who will leave later."""
    ag = {"gremium": "ag-beispiel", "sitz": None, "benannt": None, "rolle": "staendig", "von": "2025-07-01"}
    people = (
        mitglied("ag-beispiel-01", mandate=[mandat(**ag)]),
        mitglied("ag-beispiel-02", mandate=[mandat(**ag, bis="2026-01-31")]),
        mitglied("ag-beispiel-03", mandate=[mandat(**ag, bis="2026-12-31")]),
    )
    return bestand(*(ags or (arbeitsgruppe(),)), *people)


def test_mit_der_ag_enden_die_mandate_die_noch_laufen() -> None:
    known = mit_mitgliedern()

    done = abschliessen(known, known.arbeitsgruppen["ag-beispiel"], BESCHLUSS, date(2026, 6, 30), "Fertig.\n")

    ende = {"grund": "ag_abgeschlossen", "am": date(2026, 6, 30)}
    wert = {"am": date(2026, 6, 30), "beschluss": BESCHLUSS, "grund": "Fertig.\n"}
    assert done.gesetzt == (
        Setzen("arbeitsgruppe", "ag-beispiel", ("abschluss",), wert),
        Setzen("mitglied", "ag-beispiel-01", ("mandate", 0, "bis"), date(2026, 6, 30)),
        Setzen("mitglied", "ag-beispiel-01", ("mandate", 0, "ende"), ende),
        Setzen("mitglied", "ag-beispiel-03", ("mandate", 0, "bis"), date(2026, 6, 30)),
        Setzen("mitglied", "ag-beispiel-03", ("mandate", 0, "ende"), ende),
    )


def test_beim_abschluss_wird_gesagt_was_offen_bleibt() -> None:
    planned = sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", datum="2026-12-01")
    known = bestand(arbeitsgruppe(), empfehlung(), planned)

    done = abschliessen(known, known.arbeitsgruppen["ag-beispiel"], BESCHLUSS, date(2026, 11, 20))

    assert done.hinweise == (
        "Noch nicht abgestimmt ist über HE-2026-01; das kommt auf die nächste Tagesordnung.",
        "Die Sitzung ag-beispiel-sitzung-2026-01 am 1. Dezember 2026 ist noch geplant; sie ist abzusagen.",
        "Ein Abschlussbericht ist nicht eingetragen: netzint ag bericht ag-beispiel --art abschlussbericht",
    )


def test_ein_abschluss_wird_nur_einmal_ausgefuehrt() -> None:
    known = arbeitsgruppe(abschluss={"am": "2026-06-30", "beschluss": BESCHLUSS})

    assert abschliessen(bestand(known), known, BESCHLUSS, date(2026, 6, 30)).gesetzt == ()


@pytest.mark.parametrize(
    ("am", "text"),
    [
        (date(2026, 7, 1), "ag-beispiel ist schon seit dem 30. Juni 2026 abgeschlossen."),
        (date(2026, 5, 1), "ag-beispiel ist schon seit dem 30. Juni 2026 abgeschlossen."),
    ],
)
def test_eine_abgeschlossene_ag_wird_nicht_noch_einmal_abgeschlossen(am: date, text: str) -> None:
    known = arbeitsgruppe(abschluss={"am": "2026-06-30"})

    assert abgelehnt(abschliessen, bestand(known), known, BESCHLUSS, am)[1] == text


def test_vor_ihrem_beginn_wird_keine_ag_abgeschlossen() -> None:
    known = arbeitsgruppe()

    _, text, _ = abgelehnt(abschliessen, bestand(known), known, BESCHLUSS, date(2025, 6, 30))

    assert text == "ag-beispiel beginnt erst am 1. Juli 2025, der Abschluss am 30. Juni 2025 läge davor."


@pytest.mark.parametrize(
    ("spaeter", "text", "weg"),
    [
        (empfehlung(fassungen=[hefassung(vom="2026-11-02", eingereicht="2026-11-02")]),
         "Die Fassung 1 der Empfehlung vom 2. November 2026 (he-2026-01)", "netzint berichtigen he-2026-01"),
        (sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", datum="2026-12-01"),
         "Die Sitzung der AG vom 1. Dezember 2026", "netzint sitzung absagen ag-beispiel-sitzung-2026-01"),
    ],
)  # fmt: skip
def test_was_die_ag_viel_spaeter_getan_hat_steht_ihrem_abschluss_im_weg(spaeter: Eintrag, text: str, weg: str) -> None:
    known, ag = bestand(netzwerk(), geschaeftsordnung(), arbeitsgruppe(), spaeter), arbeitsgruppe()

    code, told, hinweis = abgelehnt(abschliessen, known, ag, BESCHLUSS, date(2026, 3, 12))

    assert (code, weg in hinweis) == (Ausgang.ABGELEHNT, True)
    assert told.startswith(text)
    assert told.endswith("läge zu lange nach dem Abschluss von ag-beispiel am 12. März 2026.")
    assert abschliessen(known, ag, BESCHLUSS, date(2026, 9, 30)).gesetzt


def test_ein_mandat_das_spaeter_beginnt_steht_dem_abschluss_im_weg() -> None:
    ag = {"gremium": "ag-beispiel", "sitz": None, "benannt": None, "rolle": "gast", "von": "2026-10-01"}
    known = bestand(arbeitsgruppe(), mitglied("ag-beispiel-01", mandate=[mandat(**ag)]))

    _, text, _ = abgelehnt(abschliessen, known, known.arbeitsgruppen["ag-beispiel"], BESCHLUSS, date(2026, 6, 30))

    assert text == "Das Mandat von ag-beispiel-01 beginnt erst am 1. Oktober 2026, nach dem Abschluss."


def _mandat() -> dict[str, str]:
    return {
        "auftrag": "Empfehlungen erarbeiten.\n",
        "staendige_mitglieder": "7",
        "von": "2026-04-01",
        "bis": "2027-03-31",
    }
