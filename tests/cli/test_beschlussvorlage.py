"""``netzint beschlussvorlage`` and ``netzint umlauf`` at the command line: acts, refusals, questions, documents."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import git, state
from tests.cli.test_ag import befunde, diff
from tests.cli.test_sitzung_verlauf_fragen import antworten

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]
    Antworten = Callable[..., None]

__all__ = ["antworten"]
SG = "sg-2026-03"
SCHREIBEN = ("beschlussvorlage", "aendern", "bv-2026-007")
UMLAUF = ("umlauf", "neu", "Fachtag im Mai", "--beschlossen", "Der Fachtag ist im Mai.")
AKTE = {
    "beschlussvorlage neu": ("beschlussvorlage", "neu", "Raumgröße", "--beschlossen", "Wir tagen im großen Saal."),
    "beschlussvorlage aendern": (*SCHREIBEN, "--sachverhalt", "Es geht um Größe.", "--anlage", "Plan"),
    "beschlussvorlage entfallen": ("beschlussvorlage", "entfallen", "bv-2026-007", "--grund", "Überholt."),
    "umlauf neu": UMLAUF,
}


@pytest.mark.parametrize("args", AKTE.values(), ids=AKTE)
def test_jeder_vorgang_ist_ein_commit_und_bringt_keine_befunde(buero: Path, rufe: Rufe, args: tuple[str, ...]) -> None:
    before, head = befunde(rufe), state(buero)

    probe = rufe(*args, "--probe")
    assert (probe.ausgang, probe.aus[:7], state(buero)) == (Ausgang.GUT, "Probe: ", head)
    lauf = rufe(*args)

    assert lauf.ausgang == Ausgang.GUT, lauf.fehler
    assert git(buero, "rev-list", "--count", "HEAD") == "2"
    assert git(buero, "status", "--porcelain") == ""
    assert befunde(rufe) <= before
    assert f"Vorgang: {args[0]}-{args[1]}" in git(buero, "log", "-1", "--format=%B")


def test_der_text_steht_an_seinem_platz_in_der_datei(buero: Path, rufe: Rufe) -> None:
    rufe(*SCHREIBEN, "--beschlussvorschlag", "Erstens.", "--beschlussvorschlag", "Zweitens.", "--sachverhalt", "Neu.")

    assert diff(buero) == [
        "+beschlussvorschlag:", "+  - |", "+    Erstens.", "+  - |", "+    Zweitens.",
        "-  Ein erprobtes Planspiel liegt vor, es dauert einen Kurstag.", "+  Neu.",
    ]  # fmt: skip


def test_der_text_kommt_auch_aus_einer_datei(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    text = tmp_path / "sachverhalt.txt"
    text.write_bytes("Größe und Maß.\r\nZweite Zeile.".encode("cp1252"))

    assert rufe(*SCHREIBEN, "--sachverhalt", f"@{text}").ausgang == 0
    assert diff(buero)[1:] == ["+  Größe und Maß.", "+  Zweite Zeile."]


def test_das_dokument_liegt_danach_bei_den_unterlagen_der_sitzung(buero: Path, rufe: Rufe) -> None:
    assert rufe("sitzung", "neu").ausgang == 0

    lauf = rufe("beschlussvorlage", "aendern", "bv-2026-007", "--sachverhalt", "Es geht um Größe.")

    assert f"ausgabe/{SG}/beschlussvorlage-bv-2026-007.md" in lauf.aus
    document = buero / "ausgabe" / SG / "beschlussvorlage-bv-2026-007.md"
    assert "Es geht um Größe." in document.read_text("utf-8")
    assert "Tischvorlage" not in document.read_text("utf-8")


def test_nach_dem_versand_liegt_sie_als_tischvorlage_vor(buero: Path, rufe: Rufe) -> None:
    assert rufe("sitzung", "neu").ausgang == 0
    assert rufe("sitzung", "einladen", SG).ausgang == 0
    before = state(buero)

    refused = rufe(*SCHREIBEN, "--sachverhalt", "Neu.")
    assert (refused.ausgang, state(buero)) == (Ausgang.AUFRUF, before)
    assert "Den Grund mit --grund angeben" in refused.fehler
    assert rufe(*SCHREIBEN, "--sachverhalt", "Neu.", "--grund", "Zahlen berichtigt.").ausgang == 0

    assert diff(buero)[-4:] == ["+nachgereicht:", "+  - am: 2026-11-22", "+    grund: |", "+      Zahlen berichtigt."]
    document = (buero / "ausgabe" / SG / "tischvorlage-bv-2026-007.md").read_text("utf-8")
    assert "geändert, zuletzt am 22. November 2026: Zahlen berichtigt. Diese Fassung ersetzt die frühere." in document


def test_mehrere_empfehlungen_kommen_zusammen_auf_die_tagesordnung(buero: Path, rufe: Rufe) -> None:
    words = ("--empfehlung", "he-2026-05", "--empfehlung", "HE-2026-06")
    assert rufe("beschlussvorlage", "neu", "Zwei Empfehlungen", *words).ausgang == 0
    assert rufe("sitzung", "neu").ausgang == 0

    tops = json.loads(rufe("sitzung", "zeigen", SG, "--format", "json").aus)["tagesordnung"]
    titles = [top["titel"] for top in tops]
    assert "Zwei Empfehlungen" in titles
    assert not any(top["kennung"] in ("he-2026-05", "he-2026-06") for top in tops)


@pytest.mark.parametrize(
    ("args", "ausgang", "text"),
    [
        (("beschlussvorlage", "neu"), Ausgang.AUFRUF, "Bitte BETREFF angeben."),
        (("beschlussvorlage", "neu", "X"), Ausgang.AUFRUF, "Bitte mit --beschlossen angeben."),
        (("beschlussvorlage", "neu", "X", "--betreff", "Y", "--beschlossen", "Z"), Ausgang.AUFRUF, "Zweierlei"),
        (("beschlussvorlage", "neu", "--empfehlung", "he-2026-07"), Ausgang.ABGELEHNT, "HE-2026-07 ist erarbeitet"),
        (("beschlussvorlage", "neu", "--empfehlung", "he-2026-03"), Ausgang.ABGELEHNT, "liegt schon BV-2026-007"),
        (("beschlussvorlage", "aendern"), Ausgang.AUFRUF, "Bitte KENNUNG angeben."),
        (SCHREIBEN, Ausgang.AUFRUF, "Es fehlt, was sich ändern soll."),
        ((*SCHREIBEN, "--beratung", "a:b:c:d"), Ausgang.AUFRUF, "keine Angabe zu --beratung"),
        (
            (*SCHREIBEN, "--beratung", "ag-demokratiebildung:31.2.2026"),
            Ausgang.AUFRUF,
            "31. Februar 2026 gibt es nicht",
        ),
        ((*SCHREIBEN, "--beratung", "ag-demokratiebildung::gut"), Ausgang.AUFRUF, "Das Ergebnis „gut“ gibt es nicht"),
        ((*SCHREIBEN, "--berichterstattung", "Müler"), Ausgang.AUFRUF, "Ein Mitglied „Müler“ gibt es nicht"),
        (("beschlussvorlage", "aendern", "bv-2026-07", "--anlage", "A"), Ausgang.AUFRUF, "Meinten Sie „bv-2026-007“?"),
        (("beschlussvorlage", "aendern", "bv-2026-008", "--anlage", "A"), Ausgang.ABGELEHNT, "ist entschieden"),
        (("beschlussvorlage", "entfallen", "bv-2026-009"), Ausgang.AUFRUF, "Bitte mit --grund angeben."),
        (("beschlussvorlage", "zeigen", "Planspile"), Ausgang.AUFRUF, "Meinten Sie „bv-2026-007“?"),
        (("umlauf", "neu", "Fachtag"), Ausgang.AUFRUF, "Genau eine Sache"),
        (("umlauf", "neu", "--beschlossen", "Ja."), Ausgang.AUFRUF, "Es fehlt, worum es geht"),
        (("umlauf", "entfallen", "um-2026-01", "--grund", "X"), Ausgang.ABGELEHNT, "abgeschlossen"),
        (("umlauf", "entfallen", "um-2026-01"), Ausgang.AUFRUF, "Bitte mit --grund angeben."),
        (("umlauf", "aendern", "um-2026-01", "--frist", "1.1.2027"), Ausgang.ABGELEHNT, "abgeschlossen"),
        (("umlauf", "aendern", "um-2026-01", "--frist", "irgendwann"), Ausgang.AUFRUF, "ist kein Datum"),
    ],
)
def test_ablehnungen_sagen_was_richtig_waere(
    buero: Path, rufe: Rufe, args: tuple[str, ...], ausgang: Ausgang, text: str
) -> None:
    before = state(buero)

    lauf = rufe(*args)

    assert (lauf.ausgang, text in lauf.fehler, "\n→ " in lauf.fehler) == (ausgang, True, True), lauf.fehler
    assert state(buero) == before


def test_am_bildschirm_wird_gefragt_was_sich_aendern_soll(buero: Path, rufe: Rufe, antworten: Antworten) -> None:
    antworten("planspiele zur kommunalpolitik", "2", "Weil es wirkt.", ".")
    lauf = rufe("beschlussvorlage", "aendern")

    assert lauf.ausgang == 0, lauf.fehler
    assert "Es fehlt, was sich ändern soll." in lauf.aus
    assert diff(buero) == ["+begruendung: |", "+  Weil es wirkt."]


def test_am_bildschirm_wird_nach_dem_grund_gefragt(buero: Path, rufe: Rufe, antworten: Antworten) -> None:
    assert rufe("sitzung", "neu").ausgang == 0
    assert rufe("sitzung", "einladen", SG).ausgang == 0
    antworten("Zahlen berichtigt.", ".")
    lauf = rufe(*SCHREIBEN, "--betreff", "Planspiele")

    assert lauf.ausgang == 0, lauf.fehler
    assert "schon versandt" in lauf.aus
    assert "+      Zahlen berichtigt." in diff(buero)


def test_ein_umlauf_wird_aufgegeben_und_seine_nummer_bleibt(buero: Path, rufe: Rufe) -> None:
    assert rufe(*UMLAUF).ausgang == 0
    before = befunde(rufe)

    lauf = rufe("umlauf", "entfallen", "fachtag im mai", "--grund", "Erledigt.")

    assert lauf.ausgang == 0, lauf.fehler
    assert diff(buero) == ["+entfallen:", "+  am: 2026-11-22", "+  grund: |", "+    Erledigt."]
    assert befunde(rufe) <= before
    assert "entfallen" in rufe("umlauf", "liste").aus
    assert "UM-2026-03" in rufe(*UMLAUF).aus


def test_ein_umlauf_an_dem_sich_niemand_beteiligt_bleibt_offen(
    buero: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rufe("umlauf", "neu", "--empfehlung", "he-2026-05").ausgang == 0
    monkeypatch.setattr("netzint.cli.heute.today", lambda: date(2026, 12, 8))

    lauf = rufe("umlauf", "abschliessen", "um-2026-02")

    assert "abgeschlossen: nicht beschlussfähig" in lauf.aus
    assert "0 von 12 Sitzen beteiligt, nötig sind 7: nicht beschlussfähig." in lauf.fehler
    assert rufe("sitzung", "neu", "--probe").aus.count("beteiligten sich zu wenige") == 1
    assert git(buero, "status", "--porcelain") == ""


def test_am_bildschirm_stehen_die_sachen_fuer_einen_umlauf_zur_wahl(
    buero: Path, rufe: Rufe, antworten: Antworten
) -> None:
    antworten("HE-2026-05")
    lauf = rufe("umlauf", "neu")

    assert lauf.ausgang == 0, lauf.fehler
    assert "bv-2026-007  Planspiele" in lauf.aus
    assert "frei         ein freier Beschluss in eigenen Worten" in lauf.aus
    assert "+antrag: {art: empfehlung, empfehlungen: [he-2026-05]}" in diff(buero)


def test_ein_freier_beschluss_wird_am_bildschirm_ganz_erfragt(buero: Path, rufe: Rufe, antworten: Antworten) -> None:
    antworten("gibt es nicht", "frei", "Raumgröße", "Wir tagen im großen Saal.", ".")
    lauf = rufe("umlauf", "neu")

    assert lauf.ausgang == 0, lauf.fehler
    assert "„gibt es nicht“ gibt es nicht" in lauf.aus
    assert "+titel: Raumgröße" in diff(buero)


def test_zur_wahl_steht_nur_was_laeuft_und_wer_noch_nicht_geantwortet_hat(
    buero: Path, rufe: Rufe, antworten: Antworten
) -> None:
    antworten()
    nothing = rufe("umlauf", "stimme")
    assert (nothing.ausgang, "Es läuft kein Umlaufverfahren." in nothing.fehler) == (Ausgang.ABGELEHNT, True)
    assert rufe(*UMLAUF).ausgang == 0
    assert rufe("umlauf", "stimme", "um-2026-02", "ministerium-1", "ja").ausgang == 0

    antworten("", "Niemand", "1", "3")
    lauf = rufe("umlauf", "stimme")

    assert lauf.ausgang == 0, lauf.fehler
    assert "um-2026-01" not in lauf.aus
    assert "Ein Mitglied „Niemand“ gibt es nicht." in lauf.aus
    assert diff(buero) == ["+  - {mitglied: ministerium-2, am: 2026-11-22, stimme: enthaltung}"]


def test_zur_wahl_stehen_nur_offene_vorlagen(buero: Path, rufe: Rufe, antworten: Antworten) -> None:
    antworten("1", "Überholt.", ".")
    offered = rufe("beschlussvorlage", "entfallen")
    assert offered.ausgang == 0, offered.fehler
    assert offered.aus.count("  bv-2026-") == 1
    assert "+entfallen:" in diff(buero)

    nothing = rufe("beschlussvorlage", "aendern")
    assert (nothing.ausgang, "Es ist keine Beschlussvorlage offen." in nothing.fehler) == (Ausgang.ABGELEHNT, True)
