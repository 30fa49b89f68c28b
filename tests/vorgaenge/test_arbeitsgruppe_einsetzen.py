"""``ag einsetzen|verlaengern|abschliessen``: record what was decided, or prepare the decision."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.antrag import AgAbschliessen, AgEinsetzen, AgVerlaengern
from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang
from netzint.modell.grund import Eintrag
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.arbeitsgruppe_abschliessen import schliesse_ab
from netzint.vorgaenge.arbeitsgruppe_einsetzen import Einsetzung, setze_ein, verlaengere
from tests.bau import arbeitsgruppe, beschluss, bestand, empfehlung, make, sitzung, thema, top
from tests.vorgaenge.beschlossenes import HEUTE, abgelehnt, beschlossen

ANGABEN = Einsetzung(
    thema="thema-beispiel", auftrag="Empfehlungen erarbeiten.", mitglieder=7,
    von=date(2027, 1, 1), bis=date(2027, 12, 31),
)  # fmt: skip
ANTRAG = {
    "art": "ag_einsetzen",
    "ag": "ag-neu",
    "name": "AG „Neu“",
    "thema": "thema-beispiel",
    "auftrag": "Empfehlungen erarbeiten.\n",
    "staendige_mitglieder": "7",
    "von": "2026-04-01",
    "bis": "2027-03-31",
}


def vorlage(done: Aenderung) -> Beschlussvorlage:
    """The one Beschlussvorlage that an act prepared."""
    (found,) = done.neu
    assert isinstance(found, Beschlussvorlage)
    return found


def neue_ag(done: Aenderung) -> Arbeitsgruppe:
    """The one AG that an act set up."""
    (found,) = done.neu
    assert isinstance(found, Arbeitsgruppe)
    return found


def test_ohne_beschluss_entsteht_eine_vorlage_die_alles_enthaelt() -> None:
    done = setze_ein(bestand(thema()), ["bv-2026-003"], stichtag=HEUTE, angaben=ANGABEN, sachverhalt="Viele Bedarfe.")

    found = vorlage(done)
    assert isinstance(found.antrag, AgEinsetzen)
    assert found.antrag.vollstaendig
    assert (found.kennung, found.betreff) == ("bv-2026-004", "Einsetzung der AG „Beispiel“")
    assert (found.antrag.ag, found.antrag.staendige_mitglieder) == ("ag-beispiel", 7)
    assert (found.vom, found.sachverhalt) == (HEUTE, "Viele Bedarfe.\n")
    assert done.danach[0][0] == "netzint sitzung neu"


def test_ist_eine_sitzung_geplant_wird_auf_sie_verwiesen() -> None:
    done = setze_ein(bestand(thema(), sitzung("sg-2026-03", datum="2026-12-15")), [], stichtag=HEUTE, angaben=ANGABEN)

    assert done.danach[0][0] == "netzint sitzung fortschreiben sg-2026-03"


def test_mit_beschluss_gilt_was_beschlossen_ist() -> None:
    done = setze_ein(
        bestand(thema(), beschlossen(ANTRAG)), [], stichtag=HEUTE, angaben=Einsetzung(), beschluss="SG-2026-01/b"
    )

    assert neue_ag(done).mandat.beschluss == "sg-2026-01/b"
    assert done.beschluss == "sg-2026-01/b"


def test_was_ein_frueherer_antrag_nicht_sagt_wird_ergaenzt() -> None:
    short = {"art": "ag_einsetzen", "ag": "ag-neu", "thema": "thema-beispiel"}
    typed = Einsetzung(name="Neu", auftrag="Etwas.", mitglieder=5, von=date(2026, 4, 1), bis=date(2026, 12, 31))

    done = setze_ein(bestand(thema(), beschlossen(short)), [], stichtag=HEUTE, angaben=typed, beschluss="sg-2026-01/b")

    assert (neue_ag(done).name, neue_ag(done).mandat.staendige_mitglieder) == ("AG „Neu“", 5)


def test_dem_beschluss_wird_nicht_widersprochen() -> None:
    known = bestand(thema(), beschlossen(ANTRAG))

    assert abgelehnt(
        setze_ein, known, [], stichtag=HEUTE, angaben=Einsetzung(mitglieder=9), beschluss="sg-2026-01/b"
    ) == (
        Ausgang.ABGELEHNT, "Beschlossen ist bei --mitglieder: 7.",
        "--mitglieder weglassen; es gilt, was beschlossen ist.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("decided", "text"),
    [
        (
            beschlossen(ANTRAG, "abgelehnt"),
            "sg-2026-01/b vom 12. März 2026 wurde nicht angenommen, sondern abgelehnt.",
        ),
        (beschlossen(ANTRAG, gremium="ag-anders"), "sg-2026-01/b ist kein Beschluss der Strategiegruppe."),
        (
            beschlossen({"art": "schwerpunkt", "thema": "thema-beispiel"}),
            (
                "sg-2026-01/b beschließt einen Themenschwerpunkt (thema-beispiel); gebraucht wird ein Beschluss über "
                "die Einsetzung einer Arbeitsgruppe (ag-neu)."
            ),
        ),
    ],
)
def test_nur_ein_angenommener_beschluss_der_strategiegruppe_setzt_ein(decided: Eintrag, text: str) -> None:
    ausgang, found, _ = abgelehnt(
        setze_ein, bestand(thema(), decided), [], stichtag=HEUTE, angaben=Einsetzung("neu"), beschluss="sg-2026-01/b"
    )

    assert (ausgang, found) == (Ausgang.ABGELEHNT, text)


def test_ein_unbekannter_beschluss_ist_ein_tippfehler() -> None:
    known = bestand(thema(), beschlossen(ANTRAG))

    ausgang, _, hinweis = abgelehnt(setze_ein, known, [], stichtag=HEUTE, angaben=Einsetzung(), beschluss="sg-2026-1/b")

    assert (ausgang, hinweis) == (Ausgang.AUFRUF, "Meinten Sie „sg-2026-01/b“?")


def test_vor_dem_beginn_der_erfassung_braucht_es_keinen_beschluss() -> None:
    typed = ANGABEN._replace(von=date(2023, 1, 1), bis=date(2024, 12, 31))

    done = setze_ein(bestand(thema()), [], stichtag=HEUTE, angaben=typed)

    assert (neue_ag(done).mandat.von, neue_ag(done).mandat.beschluss) == (date(2023, 1, 1), None)


@pytest.mark.parametrize(
    ("felder", "ausgang", "text"),
    [
        (
            {"von": date(2026, 1, 1)}, Ausgang.ABGELEHNT,
            "Eine AG, die am 1. Januar 2026 begonnen hat, braucht den Beschluss, der sie eingesetzt hat.",
        ),
        ({"bis": date(2026, 12, 31)}, Ausgang.AUFRUF, "Das Ende (--bis) liegt vor dem Beginn (--ab)."),
        ({"mitglieder": 0}, Ausgang.AUFRUF, "Eine AG hat mindestens ein ständiges Mitglied."),
        ({"thema": "thema-xyz"}, Ausgang.AUFRUF, "Ein Thema „thema-xyz“ gibt es nicht."),
        ({"thema": "thema-alt"}, Ausgang.ABGELEHNT, "thema-alt wird seit dem 31. Dezember 2024 nicht mehr verfolgt."),
        ({"kennung": "1-"}, Ausgang.AUFRUF,
         "„1-“ ist keine Kennung: Bindestriche stehen nur einzeln und zwischen zwei Wörtern."),
        ({"kennung": "ag-schon-da"}, Ausgang.AUFRUF, "Die Kennung ag-schon-da ist schon vergeben."),
        ({"auftrag": "  "}, Ausgang.AUFRUF, "Die Angabe zu --auftrag ist leer."),
    ],
)  # fmt: skip
def test_was_nicht_eingesetzt_werden_kann(felder: dict[str, Any], ausgang: Ausgang, text: str) -> None:
    known = bestand(thema(), thema("thema-alt", titel="Alt", bis="2024-12-31"))

    found = abgelehnt(setze_ein, known, ["ag-schon-da"], stichtag=HEUTE, angaben=ANGABEN._replace(**felder))

    assert found[:2] == (ausgang, text)


def test_fehlende_angaben_werden_genannt() -> None:
    ausgang, _, hinweis = abgelehnt(
        setze_ein, bestand(thema()), [], stichtag=HEUTE, angaben=Einsetzung(thema="thema-beispiel")
    )

    assert (ausgang, hinweis) == (Ausgang.AUFRUF, "Es fehlt: --auftrag, --mitglieder, --ab, --bis.")


def offene_vorlage(antrag: dict[str, Any]) -> Eintrag:
    """``bv-2026-001``, on which nothing is decided."""
    return make(
        "beschlussvorlage", "bv-2026-001", betreff="Einsetzung", vom="2026-11-01", antrag=antrag,
        federfuehrung="geschaeftsstelle",
    )  # fmt: skip


def test_zwei_vorlagen_zur_selben_sache_gibt_es_nicht() -> None:
    known = bestand(thema(), offene_vorlage({**ANTRAG, "ag": "ag-beispiel"}))

    ausgang, text, _ = abgelehnt(setze_ein, known, [], stichtag=HEUTE, angaben=ANGABEN)

    assert (ausgang, text) == (Ausgang.ABGELEHNT, "Dazu liegt schon BV-2026-001 vom 1. November 2026 vor: Einsetzung.")


def test_eine_verlaengerung_wird_als_vorlage_vorbereitet() -> None:
    done = verlaengere(
        bestand(arbeitsgruppe()), [], stichtag=HEUTE, ag="beispiel", bis=date(2027, 6, 30), mitglieder=11
    )

    found = vorlage(done).antrag
    assert isinstance(found, AgVerlaengern)
    assert (found.ag, found.bis, found.staendige_mitglieder) == ("ag-beispiel", date(2027, 6, 30), 11)


def test_ein_zeitraum_von_vielen_jahren_ist_meist_ein_schreibfehler() -> None:
    found = bestand(arbeitsgruppe(), thema())
    long = verlaengere(found, [], stichtag=HEUTE, ag="beispiel", bis=date(2040, 6, 30))
    usual = verlaengere(found, [], stichtag=HEUTE, ag="beispiel", bis=date(2028, 6, 30))
    new = setze_ein(found, [], stichtag=HEUTE, angaben=ANGABEN._replace(kennung="ag-neu", bis=date(2072, 3, 31)))

    assert "bis zum 30. Juni 2040, länger als 4 Jahre; stimmt das Jahr?" in long.hinweise[-1]
    assert "bis zum 31. März 2072, länger als 4 Jahre; stimmt das Jahr?" in new.hinweise[-1]
    assert not any("Jahre" in hinweis for hinweis in usual.hinweise)


def test_eine_beschlossene_verlaengerung_wird_eingetragen() -> None:
    decided = beschlossen({"art": "ag_verlaengern", "ag": "ag-beispiel", "bis": "2027-06-30"})
    known = bestand(arbeitsgruppe(), decided)

    done = verlaengere(known, [], stichtag=HEUTE, ag="ag-beispiel", beschluss="sg-2026-01/b")

    wert = {"ab": date(2027, 1, 1), "bis": date(2027, 6, 30), "beschluss": "sg-2026-01/b"}
    assert done.gesetzt == (Setzen("arbeitsgruppe", "ag-beispiel", ("verlaengerungen", 0), wert),)
    refused = abgelehnt(
        verlaengere, known, [], stichtag=HEUTE, ag="ag-beispiel", bis=date(2027, 7, 1), beschluss="sg-2026-01/b"
    )
    assert refused[1] == "Beschlossen ist bei --bis: 30. Juni 2027."


def abgestimmt(*ergebnisse: str) -> Bestand:
    """``ag-beispiel`` has handed in one Empfehlung per result; the Strategiegruppe voted so on 12 March 2026."""
    names = [f"he-2026-{n:02}" for n, _ in enumerate(ergebnisse, 1)]
    tops = [
        top(name, beschluesse=[beschluss(name, antrag={"art": "empfehlung", "empfehlungen": [name]}, ergebnis=result)])
        for name, result in zip(names, ergebnisse, strict=True)
        if result
    ]
    return bestand(arbeitsgruppe(), sitzung(tagesordnung=tops), *(empfehlung(name) for name in names))


def test_ist_ueber_alles_abgestimmt_schliesst_das_die_ag_ab() -> None:
    done = schliesse_ab(abgestimmt("angenommen", "abgelehnt"), [], stichtag=HEUTE, ag="ag-beispiel")

    grund = "Die Strategiegruppe hat über alle 2 eingereichten Empfehlungen abgestimmt.\n"
    assert done.gesetzt == (Setzen("arbeitsgruppe", "ag-beispiel", ("abschluss",), {"am": HEUTE, "grund": grund}),)
    assert done.beschluss is None


@pytest.mark.parametrize(
    ("ergebnisse", "text"),
    [
        (("angenommen", ""), "Die Strategiegruppe hat über HE-2026-02 noch nicht abgestimmt."),
        (("vertagt",), "Die Strategiegruppe hat über HE-2026-01 noch nicht abgestimmt."),
        ((), "ag-beispiel hat keine Empfehlung eingereicht; ihr Abschluss braucht einen Beschluss."),
    ],
)
def test_sonst_braucht_der_abschluss_einen_beschluss(ergebnisse: tuple[str, ...], text: str) -> None:
    refused = abgelehnt(schliesse_ab, abgestimmt(*ergebnisse), [], stichtag=HEUTE, ag="ag-beispiel")

    remedy = "Einen Beschluss vorbereiten: netzint ag abschliessen ag-beispiel --vorbereiten"
    assert refused == (Ausgang.ABGELEHNT, text, remedy)


def test_der_abschluss_laesst_sich_als_vorlage_vorbereiten_und_dann_eintragen() -> None:
    am = date(2026, 12, 31)
    done = schliesse_ab(bestand(arbeitsgruppe()), [], stichtag=HEUTE, ag="ag-beispiel", am=am, vorlage=True)
    antrag = vorlage(done).antrag
    assert isinstance(antrag, AgAbschliessen)
    assert (antrag.ag, antrag.am) == ("ag-beispiel", am)

    decided = beschlossen({"art": "ag_abschliessen", "ag": "ag-beispiel", "am": "2026-12-31", "grund": "Fertig.\n"})
    done = schliesse_ab(
        bestand(arbeitsgruppe(), decided), [], stichtag=HEUTE, ag="ag-beispiel", beschluss="sg-2026-01/b"
    )
    wert = {"am": am, "beschluss": "sg-2026-01/b", "grund": "Fertig.\n"}
    assert done.gesetzt[0] == Setzen("arbeitsgruppe", "ag-beispiel", ("abschluss",), wert)


def test_zwei_verschiedene_vorlagen_zu_einer_ag_werden_genannt() -> None:
    other = offene_vorlage({"art": "ag_verlaengern", "ag": "ag-beispiel", "bis": "2027-06-30"})

    done = schliesse_ab(bestand(arbeitsgruppe(), other), [], stichtag=HEUTE, ag="ag-beispiel", vorlage=True)

    assert done.hinweise == ("Zu ag-beispiel liegt auch BV-2026-001 vor: Einsetzung.",)
