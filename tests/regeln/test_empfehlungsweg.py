"""The way of an Empfehlung: handed in, voted on once, and then settled."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.empfehlung import Empfehlung
from netzint.modell.sitzung import Sitzung
from netzint.regeln.empfehlungsweg import (
    abgestimmt_wird_nur_ueber_eingereichtes,
    abgestimmte_fassung_gibt_es_nicht,
    entfallenes_ist_abgestimmt,
    geaendert_angenommen_braucht_neue_fassung,
    nach_der_annahme_kommt_nichts_neues,
    nur_die_strategiegruppe_entscheidet,
    zurueckgezogen_vor_der_ersten_fassung,
    zurueckgezogenes_ist_abgestimmt,
)
from tests.bau import empfehlung, hefassung, make, netzwerk, sitzung, top
from tests.regeln.urteil import gemeldet, urteile

MAERZ, JULI = "2026-03-12", "2026-07-09"


def vote(
    ergebnis: str = "angenommen", kennung: str = "sg-2026-01", datum: str = MAERZ, fassung: int = 1, **felder: Any
) -> Sitzung:
    """A Sitzung that voted on he-2026-01."""
    antrag = {"art": "empfehlung", "empfehlungen": ["he-2026-01"], "fassung": str(fassung)}
    beschluss = {"kennung": "he-2026-01", "antrag": antrag, "ergebnis": ergebnis}
    point = top("he-2026-01", beschluesse=[beschluss], **felder.pop("top", {}))
    return sitzung(kennung, datum=datum, tagesordnung=[point], **felder)


def he(*fassungen: dict[str, Any], **felder: Any) -> Empfehlung:
    """he-2026-01, by default with one wording handed in on 2 February 2026."""
    return empfehlung(fassungen=list(fassungen) or [eingereicht("2026-02-02")], **felder)


def eingereicht(tag: str | None, nr: int = 1, vom: str = "2026-01-20") -> dict[str, Any]:
    """A wording handed in on a day, or not."""
    wording = hefassung(nr=str(nr), vom=vom)
    return {**wording, "eingereicht": tag} if tag else {k: v for k, v in wording.items() if k != "eingereicht"}


def test_abgestimmt_wird_ueber_eine_fassung_die_es_gibt() -> None:
    assert gemeldet(abgestimmte_fassung_gibt_es_nicht, he(), vote()) == []

    befunde = urteile(abgestimmte_fassung_gibt_es_nicht, he(), vote(fassung=2))
    assert [(b.code, b.kennung) for b in befunde] == [("E201", "sg-2026-01")]
    assert befunde[0].feld == ("tagesordnung", 0, "beschluesse", 0, "antrag", "fassung")


def test_im_umlauf_zeigt_die_meldung_auf_den_antrag() -> None:
    antrag = {"art": "empfehlung", "empfehlungen": ["he-2026-01"], "fassung": "7"}
    abschluss = {"am": MAERZ, "ergebnis": "angenommen"}
    tage = {"versandt": "2026-02-20", "frist": MAERZ}
    um = make("umlauf", "um-2026-01", titel="Eins", beschluss="eins", antrag=antrag, abschluss=abschluss, **tage)

    assert [b.feld for b in urteile(abgestimmte_fassung_gibt_es_nicht, he(), um)] == [("antrag", "fassung")]


@pytest.mark.parametrize("tag", ["2026-02-02", MAERZ])
def test_was_bis_zum_tag_der_sitzung_eingereicht_ist_kann_abgestimmt_werden(tag: str) -> None:
    assert gemeldet(abgestimmt_wird_nur_ueber_eingereichtes, he(eingereicht(tag)), vote()) == []


@pytest.mark.parametrize("tag", ["2026-03-13", None])
@pytest.mark.parametrize("ergebnis", ["angenommen", "abgelehnt", "vertagt", "geaendert_angenommen"])
def test_was_nicht_eingereicht_ist_wird_nicht_abgestimmt(tag: str | None, ergebnis: str) -> None:
    befunde = urteile(abgestimmt_wird_nur_ueber_eingereichtes, he(eingereicht(tag)), vote(ergebnis))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("E202", "he-2026-01", ("fassungen", 0, "eingereicht"))]


def test_die_in_der_sitzung_geaenderte_fassung_muss_nicht_eingereicht_sein() -> None:
    zwei = he(eingereicht("2026-02-02"), eingereicht(None, nr=2, vom=MAERZ))

    assert gemeldet(abgestimmt_wird_nur_ueber_eingereichtes, zwei, vote("geaendert_angenommen", fassung=2)) == []
    assert gemeldet(abgestimmt_wird_nur_ueber_eingereichtes, zwei, vote("angenommen", fassung=2)) == [
        ("E202", "he-2026-01")
    ]


def test_vor_dem_erfassten_zeitraum_ist_die_einreichung_freiwillig() -> None:
    frueher = netzwerk(erfasst_ab="2026-04-01")

    assert gemeldet(abgestimmt_wird_nur_ueber_eingereichtes, frueher, he(eingereicht(None)), vote()) == []


@pytest.mark.parametrize(
    "antrag",
    [{"art": "empfehlung", "empfehlungen": ["he-2026-01"]}, {"art": "ag_abschliessen", "ag": "ag-beispiel"}],
)
def test_eine_arbeitsgruppe_entscheidet_nicht_endgueltig(antrag: dict[str, Any]) -> None:
    beschluss = {"kennung": "eins", "antrag": antrag, "ergebnis": "angenommen"}
    points = [top("eins", beschluesse=[beschluss])]
    der_ag = sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", tagesordnung=points)

    assert gemeldet(nur_die_strategiegruppe_entscheidet, der_ag) == [("E203", "ag-beispiel-sitzung-2026-01")]
    assert gemeldet(nur_die_strategiegruppe_entscheidet, sitzung(tagesordnung=points)) == []


def test_ein_freier_beschluss_der_arbeitsgruppe_ist_in_ordnung() -> None:
    beschluss = {"kennung": "eins", "antrag": {"art": "sonstiges"}, "ergebnis": "angenommen"}
    points = [top("eins", beschluesse=[beschluss])]
    der_ag = sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", tagesordnung=points)

    assert gemeldet(nur_die_strategiegruppe_entscheidet, der_ag) == []


def test_nach_einer_ablehnung_kann_ein_neuer_wortlaut_kommen() -> None:
    zwei = he(eingereicht("2026-02-02"), eingereicht("2026-06-01", nr=2, vom="2026-05-20"))
    votes = (vote("abgelehnt"), vote("angenommen", "sg-2026-02", JULI, fassung=2))

    assert gemeldet(nach_der_annahme_kommt_nichts_neues, zwei, *votes) == []


def test_nach_der_annahme_entsteht_keine_fassung_mehr() -> None:
    zwei = he(eingereicht("2026-02-02"), eingereicht(None, nr=2, vom="2026-04-20"))
    befunde = urteile(nach_der_annahme_kommt_nichts_neues, zwei, vote())

    assert gemeldet(nach_der_annahme_kommt_nichts_neues, he(), vote()) == []
    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("E205", "he-2026-01", ("fassungen", 1, "vom"))]


def test_nach_der_annahme_wird_nicht_ueber_eine_andere_fassung_abgestimmt() -> None:
    zwei = he(eingereicht("2026-02-02"), eingereicht("2026-03-01", nr=2, vom="2026-02-20"))
    votes = (vote(fassung=2), vote("abgelehnt", "sg-2026-02", JULI))

    assert gemeldet(nach_der_annahme_kommt_nichts_neues, zwei, *votes) == [("E205", "sg-2026-02")]


def test_zurueckgezogen_wird_vor_der_abstimmung() -> None:
    weg = he(zurueckgezogen={"am": "2026-04-01", "grund": "Überholt."})

    assert gemeldet(zurueckgezogenes_ist_abgestimmt, weg) == []
    assert gemeldet(zurueckgezogenes_ist_abgestimmt, weg, vote("vertagt")) == []
    assert gemeldet(zurueckgezogenes_ist_abgestimmt, weg, vote("abgelehnt")) == [("E206", "he-2026-01")]
    assert gemeldet(zurueckgezogenes_ist_abgestimmt, weg, vote("vertagt", datum=JULI)) == [("E206", "he-2026-01")]


def test_ueber_eine_entfallene_nummer_wird_nicht_abgestimmt() -> None:
    weg = he(entfallen={"am": "2026-01-10", "grund": "Doppelt."})

    assert gemeldet(entfallenes_ist_abgestimmt, weg) == []
    assert gemeldet(entfallenes_ist_abgestimmt, weg, vote()) == [("E207", "he-2026-01")]


def test_geaendert_angenommen_ist_eine_neue_fassung() -> None:
    zwei = he(eingereicht("2026-02-02"), eingereicht(None, nr=2, vom=MAERZ))

    assert gemeldet(geaendert_angenommen_braucht_neue_fassung, zwei, vote("geaendert_angenommen", fassung=2)) == []
    assert gemeldet(geaendert_angenommen_braucht_neue_fassung, zwei, vote("geaendert_angenommen")) == [
        ("E208", "sg-2026-01")
    ]


def test_auch_eine_eingereichte_zweite_fassung_ist_nicht_geaendert() -> None:
    zwei = he(eingereicht("2026-02-02"), eingereicht("2026-03-01", nr=2, vom="2026-02-20"))

    assert gemeldet(geaendert_angenommen_braucht_neue_fassung, zwei, vote("geaendert_angenommen", fassung=2)) == [
        ("E208", "sg-2026-01")
    ]


@pytest.mark.parametrize(("am", "reported"), [("2026-01-20", []), ("2026-01-19", [("E209", "he-2026-01")])])
def test_zurueckgezogen_wird_was_es_schon_gab(am: str, reported: list[tuple[str, str]]) -> None:
    weg = he(zurueckgezogen={"am": am, "grund": "Überholt."})

    assert gemeldet(zurueckgezogen_vor_der_ersten_fassung, weg) == reported


def test_nach_einer_ablehnung_wird_nur_die_neue_fassung_zurueckgezogen() -> None:
    withdrawn = {"am": "2026-08-01", "grund": "Überholt.\n"}
    again = he(eingereicht("2026-02-02"), eingereicht(None, 2, JULI), zurueckgezogen=withdrawn)

    assert gemeldet(zurueckgezogenes_ist_abgestimmt, again, vote("abgelehnt")) == []
    befunde = urteile(zurueckgezogenes_ist_abgestimmt, he(zurueckgezogen=withdrawn), vote("abgelehnt"))
    assert [(b.code, b.kennung) for b in befunde] == [("E206", "he-2026-01")]
