"""``netzint verlauf``: what became of an entry."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, git, replace
from tests.cli.conftest import Lauf

Rufe = Callable[..., Lauf]
SG = "daten/sitzungen/sg-2026-02.yaml"


def zeilen(lauf: Lauf) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(lauf.aus)["verlauf"]
    return found


def test_jede_aenderung_steht_mit_tag_vorgang_und_worten_da(buero: Path, rufe: Rufe) -> None:
    git(buero, "config", "netzint.bearbeitung", "mk")
    rufe("berichtigen", "sg-2026-02", "--setze", "ort=Ulm", "--grund", "Tippfehler")
    lauf = rufe("verlauf", "SG-2026-02", "--stichtag", "2099-01-01")

    assert lauf.ausgang == Ausgang.GUT
    kopf = next(line for line in lauf.aus.splitlines() if "berichtigt" in line)
    number = git(buero, "log", "-1", "--format=%(trailers:key=Vorgang-Id,valueonly)").strip()
    assert kopf.endswith(f", berichtigt (berichtigen, {number}, Kürzel mk)")
    assert "  Ort: „Musterburg, Haus der Begegnung“ → Ulm\n" in lauf.aus


def test_berichtigungen_sind_von_aenderungen_zu_unterscheiden(buero: Path, rufe: Rufe) -> None:
    replace(buero, SG, "ort: Musterburg", "ort: Großmusterburg")
    rufe("festschreiben")
    rufe("berichtigen", "sg-2026-02", "--setze", "ort=Ulm", "--grund", "Tippfehler")
    number = git(buero, "log", "-1", "--format=%(trailers:key=Vorgang-Id,valueonly)").strip()
    rufe("zuruecknehmen", number, "--grund", "war doch richtig")
    found = zeilen(rufe("verlauf", "sg-2026-02", "--stichtag", "2099-01-01", "--format", "json"))

    assert list(dict.fromkeys(row["art"] for row in found)) == ["angelegt", "geändert", "berichtigt", "zurückgenommen"]
    assert [row["vorgang"] for row in found if row["art"] == "geändert"] == ["festschreiben"]


def test_der_stand_begrenzt_was_bekannt_ist_und_der_stichtag_bis_wann(buero: Path, rufe: Rufe) -> None:
    rufe("berichtigen", "sg-2026-02", "--setze", "ort=Ulm", "--grund", "Tippfehler")

    damals = rufe("verlauf", "sg-2026-02", "--stand", "HEAD~1", "--stichtag", "2099-01-01").aus
    assert "Ulm" not in damals
    assert "angelegt" in damals
    assert "wurde nichts festgeschrieben" in rufe("verlauf", "sg-2026-02", "--stichtag", "2020-07-01").aus


def test_was_noch_nicht_festgeschrieben_ist_steht_als_solches_da(buero: Path, rufe: Rufe) -> None:
    replace(buero, SG, "ort: Musterburg", "ort: Großmusterburg")
    lauf = rufe("verlauf", "sg-2026-02", "--stichtag", "2099-01-01")

    assert "geändert (noch nicht festgeschrieben)\n" in lauf.aus
    assert "Großmusterburg" not in rufe("verlauf", "sg-2026-02", "--stand", "HEAD", "--stichtag", "2099-01-01").aus


def test_auch_was_geloescht_ist_hat_seinen_verlauf(buero: Path, rufe: Rufe) -> None:
    (buero / "daten/themen/thema-wohnen.yaml").unlink()
    commit_all(buero, "fort")

    assert "gelöscht" in rufe("verlauf", "thema-wohnen", "--stichtag", "2099-01-01").aus


def test_ein_stand_der_nicht_lesbar_war_wird_genannt(buero: Path, rufe: Rufe) -> None:
    replace(buero, SG, "ort: ", "rot: ")
    commit_all(buero, "kaputt")
    replace(buero, SG, "rot: ", "ort: ")
    commit_all(buero, "heil")

    assert rufe("verlauf", "sg-2026-02", "--stichtag", "2099-01-01").aus.count("nicht lesbar") == 2


def test_ein_name_genuegt_und_ein_unbekannter_wird_erklaert(buero: Path, rufe: Rufe) -> None:
    assert "KOMMUNEN-STADT-2" in rufe("verlauf", "Erika Beispiel", "--stichtag", "2099-01-01").aus
    lauf = rufe("verlauf", "sg-2062-02")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "gibt es nicht" in lauf.fehler


def test_umlaute_im_text_und_im_kuerzel_ueberleben(buero: Path, rufe: Rufe) -> None:
    git(buero, "config", "netzint.bearbeitung", "jürgen")
    rufe("berichtigen", "sg-2026-02", "--setze", "ort=Schwäbisch Gmünd", "--grund", "Verhört")
    lauf = rufe("verlauf", "sg-2026-02", "--stichtag", "2099-01-01")

    assert "Kürzel jürgen" in lauf.aus
    assert "„Schwäbisch Gmünd“" in lauf.aus
