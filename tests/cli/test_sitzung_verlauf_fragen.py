"""The questions of a Sitzung's day: asked at a terminal only, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_sitzung_verlauf import SG, datei, sitzungstag

__all__ = ["sitzungstag"]


@pytest.fixture
def antworten(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Answers in the order in which they are typed at a terminal."""

    def give(*texts: str) -> None:
        lines: Iterator[str] = iter(texts)
        monkeypatch.setattr("netzint.cli.fragen.is_dialog", lambda: True)
        monkeypatch.setattr("netzint.cli.fragen._read", lambda _zeile: next(lines))

    return give


def test_gefragt_wird_wer_fehlt_und_wer_vertritt(
    buero: Path, sitzungstag: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(frage: str) -> str:
        if frage.startswith("Wer fehlt?"):
            return "2, beauftragte-stadt-1 4"
        return "ja" if "durch beauftragte-stadt-2" in frage or "ministerium-2: entschuldigt" in frage else "nein"

    monkeypatch.setattr("netzint.cli.fragen.is_dialog", lambda: True)
    monkeypatch.setattr("netzint.cli.fragen._read", answer)
    lauf = sitzungstag("sitzung", "beginnen", SG)

    assert lauf.ausgang == 0, lauf.fehler
    text = datei(buero, f"sitzungen/{SG}.yaml")
    assert "  - {mitglied: beauftragte-stadt-2, fuer: beauftragte-stadt-1}\nentschuldigt: [ministerium-2]\n" in text
    assert "10 von 12 Sitzen anwesend" in lauf.fehler + lauf.aus


def test_gefragt_wird_nach_stimmen_und_der_stimme_der_leitung(
    buero: Path, sitzungstag: Callable[..., Any], antworten: Callable[..., None]
) -> None:
    assert sitzungstag("sitzung", "beginnen", SG, "--alle").ausgang == 0
    antworten("sechs", "6", "6", "", "ja")
    lauf = sitzungstag("sitzung", "abstimmen", SG, "4")

    assert lauf.ausgang == 0, lauf.fehler
    assert "12 Personen sind stimmberechtigt" in lauf.aus
    assert "Bitte eine ganze Zahl eingeben." in lauf.aus
    assert "        stimme_leitung: ja\n        ergebnis: angenommen\n" in datei(buero, f"sitzungen/{SG}.yaml")


def test_gefragt_wird_ob_eine_ag_verlaengert_wird(
    buero: Path, sitzungstag: Callable[..., Any], antworten: Callable[..., None]
) -> None:
    assert sitzungstag("sitzung", "beginnen", SG, "--alle").ausgang == 0
    antworten("1", "30.9.2027", "12", "", "")
    lauf = sitzungstag("sitzung", "abstimmen", SG, "ende-ag-demokratiebildung")

    assert lauf.ausgang == 0, lauf.fehler
    assert "{art: ag_verlaengern, ag: ag-demokratiebildung, bis: 2027-09-30}" in datei(buero, f"sitzungen/{SG}.yaml")


def test_angeboten_wird_nur_eine_sitzung_mit_der_das_geht(
    buero: Path, sitzungstag: Callable[..., Any], antworten: Callable[..., None]
) -> None:
    antworten("gibtsnicht", "")
    lauf = sitzungstag("sitzung", "top", "neu", "--titel", "Größe")

    assert lauf.ausgang == 0, lauf.fehler
    assert f"  1  {SG}  10. Dezember 2026 (eingeladen)" in lauf.aus
    assert "sg-2026-02" not in lauf.aus
    assert "Eine Sitzung „gibtsnicht“ gibt es nicht." in lauf.aus
    assert "titel: Größe" in datei(buero, f"sitzungen/{SG}.yaml")


def test_ist_keine_sitzung_eroeffnet_wird_das_gesagt(
    sitzungstag: Callable[..., Any], antworten: Callable[..., None]
) -> None:
    antworten()
    lauf = sitzungstag("sitzung", "abstimmen")

    assert lauf.ausgang == 3
    assert "Es ist keine Sitzung eröffnet.\n→ Eröffnen: netzint sitzung beginnen" in lauf.fehler


def test_der_top_wird_gefragt_bis_es_ihn_gibt_und_nach_der_einladung_auch_der_grund(
    buero: Path, sitzungstag: Callable[..., Any], antworten: Callable[..., None]
) -> None:
    antworten("", "99", "vakanz", "neue themen", "unsinn", "3", "Passt besser.", ".")
    lauf = sitzungstag("sitzung", "top", "verschieben")

    assert lauf.ausgang == 0, lauf.fehler
    assert "Einen TOP „99“ hat SG-2026-03 nicht." in lauf.aus
    assert "Einen TOP „unsinn“ hat SG-2026-03 nicht." in lauf.aus
    assert "eine Umstellung braucht einen Grund" in lauf.aus
    assert "      - am: 2026-12-10\n" in datei(buero, f"sitzungen/{SG}.yaml")


def test_wer_fehlt_wird_noch_einmal_gefragt_wenn_jemand_nicht_auf_der_liste_steht(
    buero: Path, sitzungstag: Callable[..., Any], antworten: Callable[..., None]
) -> None:
    antworten("Niemand Bekanntes", "99", "Sven Exempel", "Thomas Erdacht, 3 beauftragte-stadt-1", *("nein",) * 9)
    lauf = sitzungstag("sitzung", "beginnen", SG)

    assert lauf.ausgang == 0, lauf.fehler
    for text in ("„Niemand Bekanntes“ gibt es nicht", "„99“ steht nicht auf", "„Sven Exempel“ steht nicht auf"):
        assert text in lauf.aus
    assert "9 von 12 Sitzen anwesend" in lauf.fehler
    assert "\ngaeste:" not in datei(buero, f"sitzungen/{SG}.yaml")


def test_gefragt_wird_was_sich_an_der_sitzung_oder_am_punkt_aendert(
    buero: Path, sitzungstag: Callable[..., Any], antworten: Callable[..., None]
) -> None:
    antworten("", "", "25 Uhr", "9.30", "")
    lauf = sitzungstag("sitzung", "aendern")
    assert lauf.ausgang == 0, lauf.fehler
    assert "Die Uhrzeit 25:00 gibt es nicht" in lauf.aus

    antworten("", "neue themen", "", "Sie drängen.")
    assert sitzungstag("sitzung", "top", "aendern").ausgang == 0
    text = datei(buero, f"sitzungen/{SG}.yaml")
    assert 'beginn: "09:30"' in text
    assert "weil: Sie drängen." in text
