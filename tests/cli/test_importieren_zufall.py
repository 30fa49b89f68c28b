"""Tables on their way out and in again: whatever stands in them, however a spreadsheet has saved them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from netzint.ablage.csvdatei import read_csv
from netzint.cli.eingabe import clean_eingabe
from netzint.cli.formate import BOM, csv_text
from netzint.modell.bestand import Bestand
from netzint.vorgaenge.importart import Importart, Lage
from netzint.vorgaenge.importieren import Import, take_in
from netzint.vorgaenge.importieren_bedarfe import BEDARFE
from netzint.vorgaenge.importieren_stellen import STELLEN
from tests import bau

TAG = date(2026, 11, 22)
ZEICHEN = st.sampled_from("aäßé €09=+-@'\";,|:#/\\„“–(")
WORTE = st.text(ZEICHEN, min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
PROSA = st.lists(WORTE, min_size=1, max_size=4).map("\n".join)
BEDARF = st.tuples(WORTE, PROSA)


@pytest.fixture(scope="module")
def datei(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tabelle") / "tabelle.csv"


def bestand(texte: list[tuple[str, str]]) -> Bestand:
    """Bedarfe with these titles and descriptions, and a Stelle for each."""
    entries = []
    for nr, (titel, text) in enumerate(texte, 1):
        try:
            gemeldet = {"von": "gemeindetag", "am": "2026-03-03"}
            felder = {"titel": titel, "beschreibung": f"{text}\n", "gemeldet": gemeldet}
            entries.append(bau.make("bedarf", f"bedarf-2026-{nr:02}", **felder))
            entries.append(bau.stelle(f"stelle-{nr}", name=f"Amt {titel} {nr}", anschrift=f"{text}\n"))
        except ValueError:  # no model takes such a text
            reject()
    return bau.bestand(*entries)


def rows_of(art: Importart, base: Bestand) -> list[list[str]]:
    return [[row.get(spalte.feld, "") for spalte in art.spalten] for row in art.rows(base)]


def take(art: Importart, base: Bestand, datei: Path) -> Import:
    rows = [[clean_eingabe(cell) for cell in row] for row in read_csv(datei)]
    return take_in(Lage(base, (), TAG, None), art, rows)


def saved(text: str) -> Iterator[bytes]:
    """The same table as other programs and settings save it."""
    rows = list(csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), delimiter=";"))
    for trenner in (";", ",", "\t"):
        for ende in ("\r\n", "\n"):
            other = io.StringIO()
            csv.writer(other, delimiter=trenner, lineterminator=ende).writerows(rows)
            for form in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
                yield other.getvalue().encode(form)


@settings(max_examples=40, deadline=None)
@given(st.lists(BEDARF, min_size=1, max_size=4, unique_by=lambda pair: pair[0].casefold()))
def test_was_hinausgeht_ist_beim_einlesen_keine_aenderung(datei: Path, texte: list[tuple[str, str]]) -> None:
    base = bestand(texte)
    for art in (BEDARFE, STELLEN):
        datei.write_bytes(csv_text([s.titel for s in art.spalten], rows_of(art, base), mehrzeilig=True).encode())
        found = take(art, base, datei)

        assert found.fehler == ()
        assert [(z.was, z.angaben) for z in found.zeilen] == [("unverändert", ())] * len(rows_of(art, base))
        assert found.aenderung is None


@settings(max_examples=8, deadline=None)
@given(st.lists(BEDARF, min_size=1, max_size=3, unique_by=lambda pair: pair[0].casefold()))
def test_auch_wenn_ein_anderes_programm_die_tabelle_anders_speichert(datei: Path, texte: list[tuple[str, str]]) -> None:
    base = bestand(texte)
    text = csv_text([s.titel for s in BEDARFE.spalten], rows_of(BEDARFE, base), mehrzeilig=True)
    for data in saved(text):
        datei.write_bytes(data)

        assert take(BEDARFE, base, datei)[1:] == ((), None)


@pytest.mark.parametrize("trenner", [";", "\t", ","])
@pytest.mark.parametrize(
    "text", ["a, b, c, d, e, f, g, h und i", "a; b; c; d; e; f; g; h", "a\tb"], ids=[",", ";", "tab"]
)
def test_ein_text_voller_trennzeichen_taeuscht_nicht(datei: Path, trenner: str, text: str) -> None:
    with datei.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=trenner).writerows([["Titel", "Von"], [text, "gemeindetag"]])

    assert read_csv(datei) == [["Titel", "Von"], [text, "gemeindetag"]]
