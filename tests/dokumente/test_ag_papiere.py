"""Einsetzungsschreiben and Abschlussbericht: who gets a letter, and what the end of an AG tells."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.dokumente.erzeugen import erzeuge, find_auftraege
from netzint.dokumente.pipeline import Vorlagen
from netzint.dokumente.schreiben_ag import neue_papiere
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.mitglied import Mitglied
from netzint.vorgaenge.arbeitsgruppe_bericht import bericht
from netzint.vorgaenge.arbeitsgruppe_mitglied import aufnehmen, ausscheiden
from netzint.vorgaenge.mitglied_person import Person
from tests import bau
from tests.beispiel import read_beispiel
from tests.vorgaenge.anwenden import apply

AG = "ag-beispiel"
TAG = date(2026, 4, 1)


def mitglied(kennung: str, rolle: str = "staendig", **felder: Any) -> Mitglied:
    mandat = {"gremium": AG, "rolle": rolle, "von": "2026-01-01", **felder}
    return bau.mitglied(kennung, mandate=[mandat])


def bestand(*mehr: Any, **ag: Any) -> Bestand:
    people = [] if mehr else [mitglied("ag-beispiel-01", "leitung"), mitglied("ag-beispiel-02")]
    group = bau.arbeitsgruppe(**{"mandat": mandat(), **ag})
    return bau.bestand(group, bau.thema(), bau.stelle("staedtetag", "landesverband"), *people, *mehr)


def mandat(**felder: Any) -> dict[str, Any]:
    normal = {"auftrag": "Empfehlungen erarbeiten.\n", "staendige_mitglieder": "9"}
    return {**normal, "von": "2026-01-01", "bis": "2026-12-31", **felder}


def texte(base: Bestand, kennung: str, vorlagen: Vorlagen, tag: date = TAG, art: str = "") -> dict[str, str]:
    auftraege = find_auftraege(base, kennung, tag, art)
    return {n: d.decode() for n, d in erzeuge(auftraege, vorlagen, "x", ("md",)).items()}


def test_jedes_mitglied_bekommt_ein_schreiben_ohne_namen_im_dateinamen(alle_vorlagen: Vorlagen) -> None:
    found = texte(bestand(), AG, alle_vorlagen)

    assert list(found) == [
        "x/einsetzungsschreiben-ag-beispiel-ag-beispiel-01.md",
        "x/einsetzungsschreiben-ag-beispiel-ag-beispiel-02.md",
    ]
    text = found["x/einsetzungsschreiben-ag-beispiel-ag-beispiel-02.md"]
    assert "ab dem **1. Januar 2026** an, Ihre Rolle: **ständiges Mitglied**" in text
    assert "| Zeitraum | 1. Januar 2026 bis voraussichtlich 31. Dezember 2026 |" in text
    assert "| Ständige Mitglieder | 9 |" in text
    assert "Empfehlungen erarbeiten." in text
    assert "| Datum | 1. April 2026 |" in text


@pytest.mark.parametrize(
    ("anrede", "satz", "zeile"),
    [
        ("Frau", "Sehr geehrte Frau Dr. Kim Muster,", "Frau Dr. Kim Muster"),
        ("Herr", "Sehr geehrter Herr Dr. Kim Muster,", "Herrn Dr. Kim Muster"),
        (None, "Guten Tag Dr. Kim Muster,", "Dr. Kim Muster"),
    ],
)
def test_anrede_und_anschrift_folgen_der_person_und_ihrem_amt(
    anrede: str | None, satz: str, zeile: str, alle_vorlagen: Vorlagen
) -> None:
    amt = {"von": "2025-01-01", "stelle": "stadt-x", "amt": "mitarbeit", "funktion": "Amtsleitung"}
    person = bau.mitglied(
        "ag-beispiel-01", name="Kim Muster", titel="Dr.", anrede=anrede, aemter=[amt],
        mandate=[{"gremium": AG, "rolle": "staendig", "von": "2026-01-01"}],
    )  # fmt: skip
    town = bau.stelle("stadt-x", "stadt", name="Stadt X", anschrift="Rathausplatz 1\n70001 X\n")
    (text,) = texte(bestand(person, town), "ag-beispiel-01", alle_vorlagen).values()

    assert satz in text
    assert f"{zeile}\\\nAmtsleitung\\\nStadt X\\\nRathausplatz 1\\\n70001 X\n" in text


def test_wer_ausgeschieden_ist_bekommt_kein_schreiben() -> None:
    gone = mitglied("ag-beispiel-01", bis="2026-02-28")
    base = bestand(gone, mitglied("ag-beispiel-02"))

    assert [a.kennung for a in find_auftraege(base, AG, TAG)] == ["ag-beispiel-ag-beispiel-02"]
    with pytest.raises(NetzintFehler, match="zu keiner Arbeitsgruppe") as caught:
        find_auftraege(base, "ag-beispiel-01", TAG)
    assert caught.value.ausgang is Ausgang.AUFRUF


def test_wer_die_rolle_wechselt_bekommt_ein_schreiben_zur_neuen() -> None:
    both = bau.mitglied("ag-beispiel-01", mandate=[
        {"gremium": AG, "rolle": "gast", "von": "2026-01-01", "bis": "2026-03-31"},
        {"gremium": AG, "rolle": "leitung", "von": "2026-04-01"},
    ])  # fmt: skip

    (auftrag,) = find_auftraege(bestand(both), AG, TAG)

    assert (auftrag.daten["einsetzung"]["rolle"], auftrag.daten["einsetzung"]["ab"]) == ("Leitung", "2026-04-01")


def test_die_aufnahme_schreibt_genau_diesem_mitglied() -> None:
    before = bestand()
    act = aufnehmen(
        before, tuple(before.eintraege), stichtag=TAG, ag=AG, rolle="gast", ab=date(2026, 5, 1),
        person=Person(name="Eva Neu", anrede="Frau", stelle="staedtetag"),
    )  # fmt: skip
    found = neue_papiere(apply(before, act), act, TAG)

    (auftrag,) = found[AG]
    assert (auftrag.art, auftrag.daten["einsetzung"]["ab"]) == ("einsetzungsschreiben", "2026-05-01")
    assert "Eva" not in auftrag.kennung
    assert auftrag.daten["brief"]["anrede"] == "Sehr geehrte Frau Eva Neu"


def test_das_ausscheiden_schreibt_niemandem() -> None:
    before = bestand()
    act = ausscheiden(before, (), stichtag=TAG, ag=AG, person="ag-beispiel-02", bis=date(2026, 4, 30))

    assert act is not None
    assert neue_papiere(apply(before, act), act, TAG) == {}


@pytest.mark.parametrize(("art", "anzahl"), [("abschlussbericht", 1), ("zwischenbericht", 0), ("konzept", 0)])
def test_der_eigene_abschlussbericht_der_ag_erzeugt_ihren_bericht(art: str, anzahl: int) -> None:
    before = bestand()
    act = bericht(before, (), stichtag=TAG, ag=AG, art=art, inhalt="Das kam heraus.")
    found = neue_papiere(apply(before, act), act, TAG)

    assert [a.art for papers in found.values() for a in papers] == ["abschlussbericht"] * anzahl


def test_vor_dem_abschluss_ist_der_bericht_ein_entwurf(alle_vorlagen: Vorlagen) -> None:
    (draft,) = texte(bestand(), AG, alle_vorlagen, art="abschlussbericht").values()
    (final,) = texte(bestand(abschluss={"am": "2026-03-01", "grund": "Fertig.\n"}), AG, alle_vorlagen).values()

    assert "**Entwurf: Die Arbeitsgruppe ist am 1. April 2026 noch nicht abgeschlossen.**" in draft
    assert "Entwurf" not in final
    assert "| Abgeschlossen | 1. März 2026<br>Fertig. |" in final


def test_der_bericht_nennt_ergebnisse_und_was_offen_ist(alle_vorlagen: Vorlagen) -> None:
    he = bau.empfehlung("he-2026-01", titel="Wegweiser", fassungen=[bau.hefassung(vom="2026-01-20")])
    meeting = bau.sitzung("ag-beispiel-sitzung-2026-01", gremium=AG, datum="2026-02-02", anwesend=["ag-beispiel-01"])
    people = [mitglied("ag-beispiel-01", "leitung"), mitglied("ag-beispiel-02", bis="2026-02-28")]
    (text,) = texte(bestand(he, meeting, *people), AG, alle_vorlagen, art="abschlussbericht").values()

    assert "| HE-2026-01 | Wegweiser | – | erarbeitet |" in text
    assert "- HE-2026-01 „Wegweiser“ ist erarbeitet und nicht eingereicht." in text
    assert "| 2. Februar 2026 | – | 1 |" in text
    assert "| 01.01.2026 | 28.02.2026 |" in text


def test_zu_einer_abgeschlossenen_ag_gibt_es_keine_einsetzungsschreiben() -> None:
    base = bestand(abschluss={"am": "2026-03-01"})

    with pytest.raises(NetzintFehler, match="ist abgeschlossen; Einsetzungsschreiben gibt es zu ihr nicht") as caught:
        find_auftraege(base, AG, TAG, "einsetzungsschreiben")
    assert caught.value.ausgang is Ausgang.AUFRUF
    with pytest.raises(NetzintFehler, match="die Art „brief“ nicht") as caught:
        find_auftraege(base, AG, TAG, "brief")
    assert caught.value.hinweis == "Es gibt: einsetzungsschreiben und abschlussbericht."


def test_im_beispiel_bekommen_alle_zehn_ihr_schreiben(alle_vorlagen: Vorlagen) -> None:
    found = texte(read_beispiel(), "ag-demokratiebildung", alle_vorlagen, date(2026, 11, 22))

    assert len(found) == 10
    first = found["x/einsetzungsschreiben-ag-demokratiebildung-ag-demokratiebildung-01.md"]
    assert "Rathausplatz 1" in first
    assert "Ihre Rolle: **Leitung**" in first
    assert "| Beschluss | Sitzung der Strategiegruppe am 8. Juli 2025 |" in first


def test_im_beispiel_steht_der_bericht_auf_dem_stand_des_abschlusses(alle_vorlagen: Vorlagen) -> None:
    (name, text), *rest = texte(read_beispiel(), "ag-huerdenabbau", alle_vorlagen, date(2026, 11, 22)).items()

    assert (name, rest) == ("x/abschlussbericht-ag-huerdenabbau.md", [])
    assert "| Abgeschlossen | 8. Juli 2025<br>Sitzung der Strategiegruppe am 8. Juli 2025 |" in text
    assert "geändert angenommen am 18. März 2025 | in Umsetzung |" in text
    assert "Vier Empfehlungen, zwei davon mit Erprobung" in text
    assert "HE-2024-04 „Fortbildungen für Beschäftigte mit Publikumsverkehr“ ist angenommen" in text
    assert "2026" not in text.partition("## Handlungsempfehlungen")[2].partition("## Offene Punkte")[0]
