"""The Jahresbericht: its figures are those of ``netzint kennzahlen``, its annex those of two states."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.berichte.kennzahlen import kennzahlen
from netzint.dokumente.erzeugen import erzeuge, find_auftraege
from netzint.dokumente.kontext_jahr import SAETZE, Grenzen
from netzint.dokumente.pipeline import Vorlagen
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.mitglied import Dienstlich
from tests.beispiel import read_beispiel

TAG = date(2026, 11, 22)


def jahr(year: int, grenzen: Grenzen | None = None, tag: date = TAG, base: Bestand | None = None) -> dict[str, Any]:
    (auftrag,) = find_auftraege(
        base or read_beispiel(), f"jahresbericht-{year}", tag, "", grenzen or Grenzen(None, None)
    )
    found: dict[str, Any] = auftrag.daten["jahr"]
    return found


@pytest.mark.parametrize("year", [2025, 2026])
def test_die_zahlen_sind_die_der_kennzahlen(year: int) -> None:
    tables = {t.schluessel: t for t in kennzahlen(read_beispiel(), min(TAG, date(year, 12, 31)), year).tabellen}
    numbers = [*tables["arbeit"].zeilen[0][1:], *tables["empfehlungen"].zeilen[0][1:]]

    assert [row["wert"] for row in jahr(year)["zahlen"]] == numbers
    assert [row["selbst"] for row in jahr(year)["anwesenheit"]] == [row[2] for row in tables["anwesenheit"].zeilen]
    assert len(jahr(year)["sitzungen"]) == numbers[0]


def test_ein_laufendes_jahr_sagt_es_und_ein_vergangenes_reicht_bis_zum_31_dezember() -> None:
    assert (jahr(2026)["laufend"], jahr(2026)["bis"]) == (True, "2026-11-22")
    assert (jahr(2025)["laufend"], jahr(2025)["bis"]) == (False, "2025-12-31")


def test_eine_empfehlung_steht_mit_dem_stand_am_ende_des_jahres_da() -> None:
    stand = {year: {e["nummer"]: e["stand"] for e in jahr(year)["empfehlungen"]} for year in (2025, 2026)}

    assert stand[2026]["HE-2026-03"] == "vertagt"
    assert stand[2026]["HE-2026-02"] == "abgelehnt"
    assert stand[2025]["HE-2024-01"] == "in Umsetzung"
    assert stand[2026]["HE-2024-01"] == "erledigt"


def test_gruppen_bedarfe_veranstaltungen_und_besetzung_gehoeren_zum_jahr() -> None:
    found = jahr(2026)

    assert [(ag["stand"], ag["sitzungen"], ag["geschehen"]) for ag in found["arbeitsgruppen"]] == [
        ("aktiv", 2, "verlängert bis 31. März 2027")
    ]
    assert [v["titel"] for v in found["veranstaltungen"]] == ["Sprachmittlung in kleinen Gemeinden"]
    assert [b["stand"] for b in found["bedarfe"]][-1] == "noch offen"
    assert ("Ministerium – C", "neu ab 1. Januar 2026") in [(b["sitz"], b["was"]) for b in found["besetzung"]]


def test_die_anlage_sagt_in_worten_was_sich_zwischen_zwei_staenden_geaendert_hat(alle_vorlagen: Vorlagen) -> None:
    ende = read_beispiel()
    ag = ende.arbeitsgruppen["ag-demokratiebildung"]
    anfang = ende.replaced([ag.model_copy(update={"verlaengerungen": ()})])
    grenzen = Grenzen(anfang, ende, "Verglichen ist A mit B.")
    (auftrag,) = find_auftraege(ende, "jahresbericht-2026", TAG, "", grenzen)
    (data,) = erzeuge((auftrag,), alle_vorlagen, "x", ("md",)).values()

    (entry,) = auftrag.daten["jahr"]["aenderungen"]
    assert "ag-demokratiebildung" in entry["was"]
    assert entry["saetze"][0].startswith("verlängert bis 31. März 2027, ab 1. Januar 2027 (Beschluss SG-2026-02 TOP ")
    assert "Verglichen ist A mit B." in data.decode()
    assert "- verlängert bis 31. März 2027" in data.decode()


def test_die_anlage_nennt_weder_kontaktdaten_noch_mehr_als_wenige_saetze_je_eintrag() -> None:
    ende = read_beispiel()
    person = ende.mitglieder["ministerium-1"]
    sitzung = ende.sitzungen["sg-2026-02"]
    new = sitzung.model_copy(
        update={
            "tagesordnung": tuple(t.model_copy(update={"weil": "neu", "titel": "Neu"}) for t in sitzung.tagesordnung)
        }
    )
    contact = person.model_copy(update={"dienstlich": Dienstlich(e_mail="neu@x.example", telefon=None)})
    found = jahr(2026, Grenzen(ende, ende.replaced([new, contact])))["aenderungen"]

    assert [entry["was"] for entry in found] == ["Sitzung sg-2026-02: Strategiegruppe"]
    assert len(found[0]["saetze"]) == SAETZE + 1
    assert found[0]["saetze"][-1].startswith("und ")


@pytest.mark.parametrize(
    ("year", "text"), [(2019, "Im Jahr 2019 gab es das Netzwerk noch nicht"), (2027, "noch nichts zu berichten")]
)
def test_fuer_ein_jahr_das_es_noch_nicht_oder_nicht_gab_gibt_es_keinen_bericht(year: int, text: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as caught:
        jahr(year)

    assert caught.value.ausgang is Ausgang.AUFRUF


def test_ein_leeres_jahr_ist_trotzdem_ein_bericht(alle_vorlagen: Vorlagen) -> None:
    base = read_beispiel()
    office = [entry for entry in (base.netzwerk, base.geschaeftsordnung) if entry is not None]
    found = find_auftraege(Bestand(office), "jahresbericht-2026", TAG)
    (data,) = erzeuge(found, alle_vorlagen, "x", ("md",)).values()

    assert "Die Strategiegruppe hat nicht getagt." in data.decode()
    assert "Keine war eingesetzt." in data.decode()
