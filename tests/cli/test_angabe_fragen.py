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
)


@pytest.mark.parametrize(("befehl", "antworten", "zeile"), BEFEHLE, ids=lambda wert: str(wert[0]))
def test_was_sich_aendern_soll_wird_am_bildschirm_gefragt(
    buero: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch, befehl: tuple[str, ...], antworten: tuple[str, str],
    zeile: str,
) -> None:  # fmt: skip
    answers = iter(antworten)
    monkeypatch.setattr("netzint.cli.fragen.is_dialog", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _="": next(answers))
    lauf = rufe(*befehl)

    assert lauf.ausgang == Ausgang.GUT, lauf.fehler
    assert "Es fehlt, was sich ändern soll." in lauf.aus
    assert zeile in git(buero, "show", "-U0", "--format=")


@pytest.mark.parametrize("befehl", [befehl for befehl, _, _ in BEFEHLE])
def test_ohne_bildschirm_ist_es_ein_falscher_aufruf(rufe: Rufe, buero: Path, befehl: tuple[str, ...]) -> None:
    lauf = rufe(*befehl)

    assert lauf.ausgang == Ausgang.AUFRUF
    assert lauf.fehler.startswith("Fehler: Es fehlt, was sich ändern soll.\n→ Zum Beispiel --")
    assert git(buero, "rev-list", "--count", "HEAD") == "1"
