"""At a terminal the commands that change something ask what it is, where they were given nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import git
from tests.cli.conftest import Lauf

Rufe = Callable[..., Lauf]
BEFEHLE = (
    (("netzwerk", "aendern"), ("telefon", "0711 1234"), "+  telefon: 0711 1234"),
    (("veranstaltung", "aendern", "va-2027-01"), ("2", "Ulm, Rathaus"), "+ort: Ulm, Rathaus"),
    (("stelle", "aendern", "stadt-musterstadt"), ("kurz", "M-Stadt"), "+kurz: M-Stadt"),
    (("mitglied", "aendern", "kommunen-stadt-2"), ("funktion", "Bürgermeisterin"), "Bürgermeisterin"),
    (("thema", "aendern", "thema-wohnen"), ("beschreibung", "Wohnraum finden", "."), "+  Wohnraum finden"),
    (("bedarf", "aendern", "bedarf-2026-04"), ("1", "Ein anderer Titel"), "+titel: Ein anderer Titel"),
    (("beauftragte", "aendern", "ib-gemeinde-altmuster"), ("telefon", "0711 1"), "+  telefon: 0711 1"),
    (("ag", "aendern", "ag-demokratiebildung"), ("alias", "AG Demo"), "+  - AG Demo"),
    (
        ("ag", "aendern", "ag-demokratiebildung"),
        ("mitglieder", "10", "sg-2026-02/verlaengerung-demokratiebildung"),
        "staendige_mitglieder: 10",
    ),
)


@pytest.mark.parametrize(("befehl", "antworten", "zeile"), BEFEHLE, ids=lambda wert: str(wert[0]))
def test_was_sich_aendern_soll_wird_am_bildschirm_gefragt(
    buero: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch, befehl: tuple[str, ...], antworten: tuple[str, ...],
    zeile: str,
) -> None:  # fmt: skip
    answers = iter(antworten)
    monkeypatch.setattr("netzint.cli.fragen.is_dialog", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _="": next(answers))
    lauf = rufe(*befehl)

    assert lauf.ausgang == Ausgang.GUT, lauf.fehler
    assert "Es fehlt, was sich ändern soll." in lauf.aus
    assert zeile in git(buero, "show", "-U0", "--format=")


def test_ein_ziel_fragt_nur_nach_dem_titel(buero: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netzint.cli.fragen.is_dialog", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _="": "Teilhabe vor Ort")
    lauf = rufe("ziel", "aendern", "ziel-teilhabe")

    assert lauf.ausgang == Ausgang.GUT, lauf.fehler
    assert "+titel: Teilhabe vor Ort" in git(buero, "show", "-U0", "--format=")


def test_ein_umlauf_fragt_nach_frist_titel_oder_befangenen(
    buero: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch
) -> None:
    rufe("umlauf", "neu", "Zwischenstand", "--beschlossen", "Wir warten ab.")
    answers = iter(("befangen", "kommunen-stadt-2"))
    monkeypatch.setattr("netzint.cli.fragen.is_dialog", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _="": next(answers))
    lauf = rufe("umlauf", "aendern", "um-2026-02")

    assert lauf.ausgang == Ausgang.GUT, lauf.fehler
    assert "kommunen-stadt-2" in git(buero, "show", "-U0", "--format=")


@pytest.mark.parametrize("befehl", dict.fromkeys(befehl for befehl, _, _ in BEFEHLE))
def test_ohne_bildschirm_ist_es_ein_falscher_aufruf(rufe: Rufe, buero: Path, befehl: tuple[str, ...]) -> None:
    lauf = rufe(*befehl)

    assert lauf.ausgang == Ausgang.AUFRUF
    assert lauf.fehler.startswith("Fehler: Es fehlt, was sich ändern soll.\n→ Zum Beispiel --")
    assert git(buero, "rev-list", "--count", "HEAD") == "1"
