"""``netzint suche``: where a text stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from netzint.berichte.suche import find_funde
from netzint.modell.sprache import fold
from tests.beispiel import read_beispiel
from tests.buero import replace
from tests.cli.conftest import Lauf

Rufe = Callable[..., Lauf]


def funde(lauf: Lauf) -> list[dict[str, str | int]]:
    found: list[dict[str, str | int]] = json.loads(lauf.aus)["funde"]
    return found


@pytest.mark.parametrize("text", ["wohnraum", "WOHNRAUM", "Wohnraum"])
def test_gross_und_klein_ist_gleich(buero: Path, rufe: Rufe, text: str) -> None:
    assert {row["kennung"] for row in funde(rufe("suche", text, "--format", "json"))} == {
        "thema-wohnen",
        "bedarf-2026-02",
    }


def test_umlaute_und_ihre_umschrift_sind_gleich() -> None:
    bestand = read_beispiel()

    assert find_funde(bestand, "Übersetz") == find_funde(bestand, "uebersetz") != ()
    without_dots = find_funde(bestand, "Ubersetz")
    assert [(f.kennung, f.feld) for f in without_dots] == [(f.kennung, f.feld) for f in find_funde(bestand, "Übersetz")]
    assert all("bersetz" in f.ausschnitt for f in without_dots)


def test_vor_dem_ersten_tag_eines_eintrags_wird_er_nicht_gefunden(buero: Path, rufe: Rufe) -> None:
    """``bedarf-2026-02`` was reported on 28 April 2026, the Thema it lies under came in September."""
    by_day = {
        tag: {row["kennung"] for row in funde(rufe("suche", "Wohnraum", "--stichtag", tag, "--format", "json"))}
        for tag in ("2026-04-27", "2026-04-28", "2026-09-14", "2026-09-15")
    }

    assert list(by_day.values()) == [set(), {"bedarf-2026-02"}, {"bedarf-2026-02"}, {"bedarf-2026-02", "thema-wohnen"}]
    assert (
        "in Einträgen, die es am 27. April 2026 noch nicht gab."
        in rufe("suche", "Wohnraum", "--stichtag", "2026-04-27").aus
    )


def test_jede_fundstelle_steht_in_ihrer_zeile(buero: Path, rufe: Rufe) -> None:
    for row in funde(rufe("suche", "Gemeinde", "--format", "json")):
        line = (buero / str(row["pfad"])).read_text("utf-8").splitlines()[int(row["zeile"]) - 1]
        assert "gemeinde" in fold(line) or row["feld"] == "Kennung", row


def test_woerter_die_nicht_beieinander_stehen_werden_auch_gefunden(buero: Path, rufe: Rufe) -> None:
    found = funde(rufe("suche", "Begegnung", "Musterburg", "--format", "json"))

    assert "sg-2026-02" in {row["kennung"] for row in found}


def test_ein_satz_ueber_den_zeilenumbruch_wird_gefunden(buero: Path, rufe: Rufe) -> None:
    replace(
        buero, "daten/themen/thema-wohnen.yaml", "beschreibung: |\n", "beschreibung: |\n  Ganz besonders\n  wichtig.\n"
    )

    (row,) = funde(rufe("suche", "besonders wichtig", "--format", "json"))
    assert (row["kennung"], row["feld"]) == ("thema-wohnen", "Beschreibung")


@pytest.mark.parametrize("tag", ["2026-07-07", "07.07.2026"])
def test_ein_tag_wird_in_beiden_schreibweisen_gefunden(buero: Path, rufe: Rufe, tag: str) -> None:
    assert "sg-2026-02" in {row["kennung"] for row in funde(rufe("suche", tag, "--format", "json"))}


def test_frueher_stand_dort_etwas_anderes(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/themen/thema-wohnen.yaml", "Wohnraum", "Dach über dem Kopf")

    assert "thema-wohnen" not in rufe("suche", "Wohnraum").aus
    assert "thema-wohnen" in rufe("suche", "Wohnraum", "--stand", "HEAD").aus


def test_nichts_gefunden_ist_eine_antwort(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("suche", "zzzz")

    assert (lauf.ausgang, lauf.fehler) == (0, "")
    assert "nichts gefunden" in lauf.aus


@pytest.mark.parametrize("worte", [("",), (" ",), ("", "  ")])
def test_ohne_wort_wird_nicht_gesucht(buero: Path, rufe: Rufe, worte: tuple[str, ...]) -> None:
    lauf = rufe("suche", *worte)

    assert (lauf.ausgang, lauf.aus) == (2, "")
    assert "Es fehlt, was gesucht wird." in lauf.fehler


def test_die_art_eines_eintrags_steht_mit_umlauten_da(buero: Path, rufe: Rufe) -> None:
    said = rufe("suche", "Oberbürgermeisterin").aus

    assert "Geschäftsordnung" in said
    assert "Geschaeftsordnung" not in said
