"""``netzint ag …``: from the call to the commit, and back as lists."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, git, replace, state
from tests.cli.test_sitzung_fragen import speak

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

EINSETZEN = (
    "ag", "einsetzen", "--thema", "Sprachmittlung", "--auftrag", "Empfehlungen erarbeiten.", "--mitglieder", "9",
    "--von", "1.1.2027", "--bis", "2027-12-31",
)  # fmt: skip
SG = "daten/sitzungen/sg-2026-02.yaml"
BESCHLOSSEN = """\
  - kennung: einsetzung-sprachmittlung
    titel: Einsetzung der AG „Sprachmittlung in der Kommunalverwaltung“
    nummer: "9a"
    vorlage: bv-2026-010
    beschluesse:
      - kennung: einsetzung-sprachmittlung
        antrag:
          art: ag_einsetzen
          ag: ag-sprachmittlung
          name: AG „Sprachmittlung in der Kommunalverwaltung“
          thema: thema-sprachmittlung
          auftrag: |
            Empfehlungen erarbeiten.
          staendige_mitglieder: 9
          von: 2027-01-01
          bis: 2027-12-31
        ja: 9
        nein: 0
        enthaltung: 0
        ergebnis: angenommen
"""


def diff(buero: Path) -> list[str]:
    """The lines that the last commit added or took out."""
    lines = git(buero, "diff", "-U0", "HEAD~1", "HEAD").splitlines()
    return [line for line in lines if line[:1] in "+-" and not line.startswith(("+++", "---"))]


def befunde(rufe: Rufe) -> set[tuple[str, str]]:
    """Code and severity of what ``pruefen`` finds, but for mere Hinweise."""
    found = json.loads(rufe("pruefen", "--format", "json").aus)["befunde"]
    return {(b["code"], b["schwere"]) for b in found if b["schwere"] != "hinweis"}


def test_ohne_beschluss_kommt_die_einsetzung_auf_die_naechste_tagesordnung(buero: Path, rufe: Rufe) -> None:
    before = befunde(rufe)
    lauf = rufe(*EINSETZEN)

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert "Fertig: Beschlussvorlage BV-2026-010 vorbereitet." in lauf.aus
    assert befunde(rufe) == before
    neu = rufe("sitzung", "neu", "--probe").aus
    assert "+  - kennung: einsetzung-sprachmittlung" in neu
    assert "+    vorlage: bv-2026-010" in neu


def test_die_vorlage_sagt_was_beschlossen_werden_soll(buero: Path, rufe: Rufe) -> None:
    rufe(*EINSETZEN)
    rufe("sitzung", "neu")

    (datei,) = (buero / "ausgabe").rglob("beschlussvorlage-bv-2026-010.md")
    text = " ".join(datei.read_text(encoding="utf-8").replace("\\", "").split())
    assert "vom 1. Januar 2027 bis zum 31. Dezember 2027 mit 9 ständigen Mitgliedern eingesetzt." in text
    assert "Ihr Auftrag: Empfehlungen erarbeiten." in text


def test_ein_beschluss_wird_mit_seiner_kennung_eingetragen(buero: Path, rufe: Rufe) -> None:
    replace(
        buero,
        SG,
        "  - kennung: bedarfe\n",
        BESCHLOSSEN.replace("    vorlage: bv-2026-010\n", "") + "  - kennung: bedarfe\n",
    )
    commit_all(buero, "Beschluss")

    lauf = rufe("ag", "einsetzen", "--beschluss", "SG-2026-02/einsetzung-sprachmittlung")

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert diff(buero) == [
        "+name: AG „Sprachmittlung in der Kommunalverwaltung“",
        "+thema: thema-sprachmittlung",
        "+mandat:",
        "+  auftrag: |",
        "+    Empfehlungen erarbeiten.",
        "+  staendige_mitglieder: 9",
        "+  von: 2027-01-01",
        "+  bis: 2027-12-31",
        "+  beschluss: sg-2026-02/einsetzung-sprachmittlung",
    ]
    assert "Beschluss: sg-2026-02/einsetzung-sprachmittlung" in git(buero, "log", "-1", "--format=%B")


def test_ein_mitglied_kommt_dazu_bekommt_eine_andere_rolle_und_scheidet_aus(buero: Path, rufe: Rufe) -> None:
    before = befunde(rufe)
    ag = ("ag", "mitglied", "Demokratiebildung")
    first = rufe(*ag, "--name", "Änne Öhler", "--stelle", "Landkreistag", "--amt-seit", "2020-01-01", "--rolle", "Gast")
    assert first.ausgang == Ausgang.GUT
    assert "+  - {gremium: ag-demokratiebildung, rolle: gast, von: 2026-11-22}" in diff(buero)
    assert "Öhler" not in git(buero, "log", "-1", "--format=%B")

    assert rufe(*ag, "--person", "Änne Öhler", "--rolle", "ständig", "--ab", "2026-12-01").ausgang == Ausgang.GUT
    assert diff(buero) == [
        "-  - {gremium: ag-demokratiebildung, rolle: gast, von: 2026-11-22}",
        "+  - {gremium: ag-demokratiebildung, rolle: gast, von: 2026-11-22, bis: 2026-11-30}",
        "+  - {gremium: ag-demokratiebildung, rolle: staendig, von: 2026-12-01}",
    ]
    gone = rufe(*ag, "--person", "ag-demokratiebildung-09", "--bis", "2027-01-31")
    assert gone.ausgang == Ausgang.GUT
    assert "+    ende: {grund: niedergelegt, am: 2026-11-22}" in diff(buero)
    assert befunde(rufe) == before


def test_eine_ag_sitzung_hat_unterlagen_und_steht_in_der_liste(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("ag", "sitzung", "ag-demokratiebildung", "--datum", "2026-12-08", "--mit", "Ortstermin")

    assert lauf.ausgang == Ausgang.GUT
    kennung = "ag-demokratiebildung-sitzung-2026-03"
    assert (buero / f"ausgabe/{kennung}/tagesordnung-{kennung}.md").is_file()
    assert kennung in rufe("ag", "zeigen", "ag-demokratiebildung").aus


def test_eine_vergangene_ag_sitzung_ist_ohne_einladung_nachgetragen(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("ag", "sitzung", "ag-demokratiebildung", "--datum", "2026-11-03")

    assert lauf.ausgang == Ausgang.GUT
    assert "ausgabe/" not in lauf.aus
    assert "netzint sitzung beginnen ag-demokratiebildung-sitzung-2026-03" in lauf.aus
    assert not (buero / "ausgabe/ag-demokratiebildung-sitzung-2026-03").exists()


def test_ein_bericht_steht_bei_der_ag(buero: Path, rufe: Rufe) -> None:
    rufe("ag", "bericht", "ag-demokratiebildung", "--art", "Zwischenbericht", "--inhalt", "Alles läuft.")

    assert diff(buero) == [
        "+berichte:",
        "+  - titel: Zwischenbericht der AG „Demokratiebildung und politische Partizipation“",
        "+    art: zwischenbericht",
        "+    vom: 2026-11-22",
        "+    inhalt: |",
        "+      Alles läuft.",
    ]


def replaced(option: str, wert: str) -> tuple[str, ...]:
    """The usual call with another value for one option."""
    place = EINSETZEN.index(option) + 1
    return (*EINSETZEN[:place], wert, *EINSETZEN[place + 1 :])


@pytest.mark.parametrize(
    ("args", "ausgang", "text"),
    [
        (EINSETZEN[:2], Ausgang.AUFRUF, "Bitte mit --thema angeben."),
        (replaced("--von", "31.11.2026"), Ausgang.AUFRUF, "Den 31. November 2026 gibt es nicht"),
        (replaced("--mitglieder", "neun"), Ausgang.AUFRUF, "neun"),
        (replaced("--thema", "Sprachmitlung"), Ausgang.AUFRUF, "Meinten Sie"),
        (("ag", "abschliessen", "demokratiebildung"), Ausgang.ABGELEHNT, "noch nicht abgestimmt"),
        (("ag", "zeigen", "ag-demokratiebildng"), Ausgang.AUFRUF, "Meinten Sie „ag-demokratiebildung“?"),
        (("ag", "sitzung", "ag-huerdenabbau", "--datum", "2026-12-01"), Ausgang.ABGELEHNT, "abgeschlossen"),
        (("ag", "mitglied", "ag-demokratiebildung", "--rolle", "gast"), Ausgang.AUFRUF, "um wen es geht"),
    ],
)
def test_ablehnungen_aendern_nichts(
    buero: Path, rufe: Rufe, args: tuple[str, ...], ausgang: Ausgang, text: str
) -> None:
    before = state(buero)

    lauf = rufe(*args)

    assert lauf.ausgang == ausgang
    assert text in lauf.fehler
    assert state(buero) == before


@pytest.mark.parametrize(
    "args",
    [
        EINSETZEN,
        ("ag", "verlaengern", "ag-demokratiebildung", "--bis", "2027-06-30"),
        ("ag", "abschliessen", "ag-demokratiebildung", "--vorbereiten"),
        ("ag", "sitzung", "ag-demokratiebildung", "--datum", "2026-12-08"),
        ("ag", "bericht", "ag-demokratiebildung", "--art", "konzept", "--titel", "K"),
        ("ag", "mitglied", "ag-demokratiebildung", "--person", "staedtetag-1", "--rolle", "gast"),
    ],
)
def test_probe_aendert_nichts(buero: Path, rufe: Rufe, args: tuple[str, ...]) -> None:
    before = state(buero)

    lauf = rufe(*args, "--probe")

    assert (lauf.ausgang, lauf.aus[:7]) == (Ausgang.GUT, "Probe: ")
    assert state(buero) == before


def test_die_listen_gelten_fuer_jeden_tag(buero: Path, rufe: Rufe) -> None:
    found = json.loads(rufe("ag", "liste", "--stichtag", "2025-07-08", "--format", "json").aus)

    assert [row["kennung"] for row in found["aktiv"]] == ["ag-demokratiebildung"]
    assert [row["kennung"] for row in found["abgeschlossen"]] == ["ag-empowerment", "ag-huerdenabbau"]
    assert found["schema"] == "netzint.arbeitsgruppen/1"


@pytest.mark.skipif(sys.platform == "win32", reason="Pseudoterminals gibt es unter Windows nicht")
def test_am_bildschirm_wird_gefragt_was_fehlt(buero: Path) -> None:
    antworten = "Sprachmittlung\nEmpfehlungen\nerarbeiten.\n.\nneun\n9\n1.1.2027\n31.12.2027\n"

    gespraech = speak(buero, "ag", "einsetzen", antworten=antworten, frage="Thema: ")

    assert gespraech.ausgang == Ausgang.GUT
    assert "thema-sprachmittlung" in gespraech.bild
    assert "Fertig: Beschlussvorlage BV-2026-010 vorbereitet." in gespraech.bild
    assert "+  staendige_mitglieder: 9" in diff(buero)


@pytest.mark.skipif(sys.platform == "win32", reason="Pseudoterminals gibt es unter Windows nicht")
def test_am_bildschirm_wird_nach_der_person_gefragt(buero: Path) -> None:
    antworten = "Änne Öhler\nlandkreistag\ngast\n"

    gespraech = speak(buero, "ag", "mitglied", "ag-demokratiebildung", antworten=antworten, frage="erfasst ist): ")

    assert gespraech.ausgang == Ausgang.GUT
    assert "+name: Änne Öhler" in diff(buero)
