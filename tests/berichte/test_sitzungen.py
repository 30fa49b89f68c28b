"""Sitzungen as lists and one by one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.berichte.sitzungen import laufende_nummer, liste, zeigen
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.finden import find_sitzung
from netzint.recht.sitzungszeit import naechste_sitzung, sitzung_am
from tests import bau

STICHTAG = date(2026, 11, 22)
ABSAGE = {"am": "2026-11-01", "grund": "Sturm im\nganzen Land\n"}


def test_die_naechste_ist_die_fruehste_geplante_ab_heute() -> None:
    bestand = bau.bestand(
        bau.sitzung("sg-2026-01", datum="2026-11-21"),
        bau.sitzung("sg-2026-02", datum="2026-12-01", abgesagt=ABSAGE),
        bau.sitzung("sg-2026-03", datum="2027-02-01"),
        bau.sitzung("sg-2026-04", datum="2026-12-15"),
    )

    found = naechste_sitzung(bestand, STICHTAG)
    assert found is not None
    assert found.kennung == "sg-2026-04"
    assert laufende_nummer(bestand, found) == 2


def test_die_liste_steht_nach_tagen_und_laesst_sich_auf_ein_gremium_beschraenken() -> None:
    bestand = bau.bestand(
        bau.sitzung("sg-2026-02", datum="2026-12-01"),
        bau.sitzung("sg-2026-01"),
        bau.sitzung("ag-x-sitzung-2026-01", gremium="ag-x"),
    )

    rows = liste(bestand, STICHTAG).tabellen[0].zeilen
    assert [row[1] for row in rows] == ["ag-x-sitzung-2026-01", "sg-2026-01", "sg-2026-02"]
    assert rows[1] == (date(2026, 3, 12), "sg-2026-01", "strategiegruppe", "terminiert", 0, "")
    assert [row[1] for row in liste(bestand, STICHTAG, "ag-x").tabellen[0].zeilen] == ["ag-x-sitzung-2026-01"]


def test_eine_sitzung_zeigt_gruende_und_ergebnisse() -> None:
    top = bau.top("haushalt", weil="angemeldet", vorlage="bv-2026-001", beschluesse=[bau.beschluss()])
    held = bau.sitzung(
        ort="Ulm", beginn="10:00", tagesordnung=[top], anwesend=["a-1", "a-2"], entschuldigt=["a-3"],
        einladung={"versandt": "2026-02-20", "verteiler": ["a-1", "a-2", "a-3"]},
    )  # fmt: skip
    bericht = zeigen(bau.bestand(held), "SG-2026-01", STICHTAG)

    assert bericht.saetze == (
        "Donnerstag, 12. März 2026, 10:00 Uhr, Ulm (durchgeführt)",
        "Eingeladen am 20. Februar 2026, Verteiler: 3 Personen.",
        "Anwesend: 2, entschuldigt: 1.",
    )
    assert bericht.tabellen[1].zeilen == (("1", "Haushalt", "angemeldet", "BV-2026-001", "angenommen", "haushalt"),)
    assert [befehl for befehl, _ in bericht.schritte] == ["netzint sitzung abschliessen sg-2026-01"]


def test_eine_absage_steht_mit_ihrem_grund_in_einer_zeile() -> None:
    bericht = zeigen(bau.bestand(bau.sitzung(abgesagt=ABSAGE)), "sg-2026-01", STICHTAG)

    assert bericht.saetze[-1] == "Abgesagt am 1. November 2026: Sturm im ganzen Land"


def test_maschinen_bekommen_dasselbe_als_werte() -> None:
    tabelle = zeigen(bau.bestand(bau.sitzung(ort="Ulm")), "sg-2026-01", STICHTAG).tabellen[0]

    assert tabelle.nur_daten
    row = dict(zip((key for key, _ in tabelle.spalten), tabelle.zeilen[0], strict=True))
    assert row["datum"] == date(2026, 3, 12)
    assert (row["zustand"], row["ort"], row["beginn"]) == ("terminiert", "Ulm", None)


EINGELADEN = {"einladung": {"versandt": "2026-02-20", "verteiler": ["a-1"]}}
DA: dict[str, Any] = {**EINGELADEN, "anwesend": ["a-1"]}
OFFEN = {"tagesordnung": [bau.top("niederschrift-sg-2025-01", nummer="3")]}


@pytest.mark.parametrize(
    ("angaben", "befehle"),
    [
        ({"datum": "2026-12-03"}, ["sitzung fortschreiben", "dokument erzeugen", "sitzung einladen"]),
        ({}, ["sitzung top neu", "sitzung einladen"]),
        (EINGELADEN, ["sitzung beginnen", "dokument erzeugen"]),
        (DA, ["sitzung abschliessen"]),
        (DA | OFFEN, ["sitzung abstimmen", "sitzung abschliessen"]),
        (DA | {"abgeschlossen": "2026-03-12"}, ["sitzung niederschrift"]),
        (DA | {"niederschrift": {"vom": "2026-03-19"}}, ["dokument paket"]),
        ({"abgesagt": ABSAGE}, []),
        ({"gremium": "ag-x"}, ["sitzung top neu", "sitzung beginnen"]),
    ],
)
def test_eine_sitzung_nennt_in_jedem_zustand_den_naechsten_schritt(angaben: dict[str, Any], befehle: list[str]) -> None:
    steps = zeigen(bau.bestand(bau.sitzung(**angaben)), "sg-2026-01", STICHTAG).schritte

    assert [befehl.removeprefix("netzint ").partition(" sg-2026-01")[0] for befehl, _ in steps] == befehle


@pytest.mark.parametrize(
    ("kennung", "text", "hinweis", "ausgang"),
    [
        ("sg-2026-1", "gibt es nicht", "Meinten Sie „sg-2026-01“?", Ausgang.AUFRUF),
        ("thema-beispiel", "ist etwas anderes", "Alle zeigt: netzint sitzung liste", Ausgang.AUFRUF),
        ("sg-2026-07", "ist nicht lesbar", "Näheres: netzint pruefen", Ausgang.BEFUNDE),
    ],
)
def test_was_keine_sitzung_ist_wird_beim_namen_genannt(kennung: str, text: str, hinweis: str, ausgang: Ausgang) -> None:
    bestand = bau.bestand(bau.sitzung(), bau.thema(), unlesbar=("sg-2026-07",))
    with pytest.raises(NetzintFehler, match=text) as caught:
        find_sitzung(bestand, kennung)

    assert (caught.value.hinweis, caught.value.ausgang) == (hinweis, ausgang)


@pytest.mark.parametrize(
    ("tag", "zustand"),
    [("2026-02-19", "terminiert"), ("2026-02-20", "eingeladen"), ("2026-03-12", "durchgefuehrt")],
)
def test_die_liste_sagt_den_zustand_am_stichtag(tag: str, zustand: str) -> None:
    bericht = liste(bau.bestand(bau.sitzung(**DA)), date.fromisoformat(tag))

    assert bericht.tabellen[0].zeilen[0][3] == zustand


def test_an_einem_frueheren_tag_ist_eine_sitzung_so_weit_wie_damals() -> None:
    top = bau.top("haushalt", verlauf="Beraten.\n", beschluesse=[bau.beschluss()])
    held = bau.sitzung(
        datum="2026-03-12", tagesordnung=[top], anwesend=["a-1"], entschuldigt=["a-2"],
        einladung={"versandt": "2026-02-20", "verteiler": ["a-1", "a-2"]},
        niederschrift={"vom": "2026-03-20"},
    )  # fmt: skip
    bestand = bau.bestand(held)

    def words(tag: date) -> str:
        return " ".join(zeigen(bestand, "sg-2026-01", tag).saetze)

    assert "(terminiert)" in words(date(2026, 2, 19))
    assert "Eingeladen" not in words(date(2026, 2, 19))
    assert "(eingeladen)" in words(date(2026, 3, 11))
    assert "Anwesend" not in words(date(2026, 3, 11))
    assert zeigen(bestand, "sg-2026-01", date(2026, 3, 11)).tabellen[1].zeilen[0][4] == ""
    assert "(durchgeführt)" in words(date(2026, 3, 12))
    assert sitzung_am(held, date(2026, 3, 12)).niederschrift is None
    assert sitzung_am(held, date(2026, 3, 20)) is held


def test_die_naechste_sitzung_eines_frueheren_tages_ist_die_die_damals_bevorstand() -> None:
    bestand = bau.bestand(
        bau.sitzung("sg-2026-01", datum="2026-03-12", anwesend=["a-1"]), bau.sitzung("sg-2026-02", datum="2026-12-01")
    )

    found = naechste_sitzung(bestand, date(2026, 3, 1))
    assert found is not None
    assert (found.kennung, found.zustand) == ("sg-2026-01", "terminiert")
