"""``netzint verlauf``: what became of an entry."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

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


@pytest.mark.parametrize(
    ("text", "titel"),
    [
        ("sg-2026-02/he-2026-01", "SG-2026-02"),
        ("SG-2026-02/was-auch-immer", "SG-2026-02"),
        ("sitz-gemeindetag", "GESCHAEFTSORDNUNG"),
        ("Städtetag", "STAEDTETAG"),
        ("Mehrsprachige Lotsenstellen im Bürgerbüro", "HE-2024-02"),
    ],
)
def test_ein_beschluss_ein_sitz_oder_ein_name_fuehrt_zu_seinem_eintrag(
    buero: Path, rufe: Rufe, text: str, titel: str
) -> None:
    lauf = rufe("verlauf", text, "--stichtag", "2099-01-01")

    assert lauf.ausgang == Ausgang.GUT
    assert lauf.aus.startswith(f"Verlauf von {titel}\n")
    assert "  Angelegt: \n" not in lauf.aus


def test_lange_zeilen_bleiben_eingerueckt(buero: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = rufe("verlauf", "ministerium", "--stichtag", "2099-01-01").aus.splitlines()

    assert len(lines) > 5
    assert {line[:2] for line in lines[3:]} == {"  "}


def test_was_einmal_erzaehlt_ist_wird_beim_naechsten_mal_nicht_neu_verglichen(buero: Path, rufe: Rufe) -> None:
    rufe("berichtigen", "sg-2026-02", "--setze", "ort=Ulm", "--grund", "Tippfehler")
    frage = ("verlauf", "sg-2026-02", "--stichtag", "2099-01-01")
    first = rufe(*frage)
    loaded = "print('pydantic' in sys.modules, 'netzint.berichte.vergleich' in sys.modules)"
    script = f"import sys; from netzint.cli import start; start.run({frage!r}); {loaded}"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    again = subprocess.run([sys.executable, "-c", script], cwd=buero, env=env, capture_output=True, encoding="utf-8")

    assert again.stdout == f"{first.aus}False False\n"


def test_ohne_zwischenspeicher_und_mit_beschaedigtem_ist_die_antwort_dieselbe(buero: Path, rufe: Rufe) -> None:
    rufe("berichtigen", "sg-2026-02", "--setze", "ort=Ulm", "--grund", "Tippfehler")
    frage = ("verlauf", "sg-2026-02", "--stichtag", "2099-01-01")
    first = rufe(*frage)
    [known] = (buero / ".git" / "netzint" / "cache").glob("verlauf-*")
    data = bytearray(known.read_bytes())
    data[-1] ^= 1
    known.write_bytes(data)

    assert rufe(*frage) == first
    shutil.rmtree(buero / ".git" / "netzint" / "cache")
    assert rufe(*frage) == first


def test_auch_eine_unlesbare_zwischenzeit_wird_erzaehlt(buero: Path, rufe: Rufe) -> None:
    replace(buero, SG, "datum: ", "datm: ")
    commit_all(buero, "kaputt")
    replace(buero, SG, "datm: ", "datum: ")
    commit_all(buero, "wieder ganz")
    frage = ("verlauf", "sg-2026-02", "--stichtag", "2099-01-01")

    assert rufe(*frage).aus.count("Der Stand davor oder danach war nicht lesbar.") == 2
    assert rufe(*frage).aus.count("Der Stand davor oder danach war nicht lesbar.") == 2
