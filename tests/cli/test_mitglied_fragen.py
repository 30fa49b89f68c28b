"""What is asked at a terminal about a naming or a new Stelle, and what a person who goes away leaves behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]
    Antworten = Callable[..., list[str]]


@pytest.fixture
def antworten(monkeypatch: pytest.MonkeyPatch) -> Antworten:
    """Somebody sits at the terminal and types these lines; behind the last one Ctrl-C."""

    def answer(*lines: str) -> list[str]:
        asked: list[str] = []
        coming = iter(lines)

        def read(frage: str) -> str:
            asked.append(frage)
            for line in coming:
                return line
            raise KeyboardInterrupt

        monkeypatch.setattr("netzint.cli.fragen.is_dialog", lambda: True)
        monkeypatch.setattr("builtins.input", read)
        return asked

    return answer


def test_eine_nachbenennung_laesst_sich_ganz_erfragen(buero: Path, rufe: Rufe, antworten: Antworten) -> None:
    asked = antworten("kommunen-stadt", "2", "", "1.12.2026", "Ida Neubeginn", "Dr.", "", "", "Modellingen",
                      "Bürgermeisterin", "2022-06-01")  # fmt: skip
    lauf = rufe("mitglied", "nachbenennen")

    assert lauf.ausgang == Ausgang.GUT
    assert (buero / "daten/mitglieder/kommunen-stadt-4.yaml").read_text("utf-8") == (
        "name: Ida Neubeginn\ntitel: Dr.\naemter:\n  - von: 2022-06-01\n    stelle: stadt-modellingen\n"
        "    amt: leitung\n"
        "    funktion: Bürgermeisterin\nmandate:\n  - gremium: strategiegruppe\n    sitz: sitz-kommunen-stadt\n"
        "    rolle: ordentlich\n    von: 2026-12-01\n    benannt: {durch: staedtetag, am: 2026-11-22}\n"
    )
    assert asked[2] == "Tag der Benennung [22.11.2026]: "


def test_eine_bekannte_person_wird_am_namen_erkannt(buero: Path, rufe: Rufe, antworten: Antworten) -> None:
    antworten("staedtetag", "", "", "Leyla Beispieloğlu", "ja")
    lauf = rufe("mitglied", "stellvertretung", "kommunen-gemeinde")

    assert lauf.ausgang == Ausgang.GUT
    assert "sitz-kommunen-gemeinde" in (buero / "daten/mitglieder/ag-demokratiebildung-01.yaml").read_text("utf-8")


def test_ein_mandat_wird_angabe_um_angabe_berichtigt(buero: Path, rufe: Rufe, antworten: Antworten) -> None:
    asked = antworten("Erika Beispiel", "", "1. September 2025", "", "20.8.2025", "Zahlendreher.", ".")
    lauf = rufe("mitglied", "mandat-berichtigen")

    assert lauf.ausgang == Ausgang.GUT, lauf.fehler
    assert asked[1:3] == ["Sitz [sitz-kommunen-stadt]: ", "Erster Tag [01.10.2025]: "]
    text = (buero / "daten/mitglieder/kommunen-stadt-2.yaml").read_text("utf-8")
    assert "    von: 2025-09-01\n    benannt: {durch: staedtetag, am: 2025-08-20}  # Nachbenennung\n" in text
    assert "    statt: {von: 2025-10-01, benannt: {durch: staedtetag, am: 2025-09-15}}\n" in text
    assert rufe("pruefen").ausgang == Ausgang.GUT


def test_was_falsch_ist_wird_aus_der_liste_gewaehlt(buero: Path, rufe: Rufe, antworten: Antworten) -> None:
    antworten("mandate.1.vom", "4", "obm@musterstadt.example", "Tippfehler")
    lauf = rufe("berichtigen", "kommunen-stadt-2")

    assert lauf.ausgang == Ausgang.GUT, lauf.fehler
    assert "„mandate.1.vom“ steht nicht zur Wahl." in lauf.aus
    text = (buero / "daten/mitglieder/kommunen-stadt-2.yaml").read_text("utf-8")
    assert "e_mail: obm@musterstadt.example" in text
    assert "  - zu: dienstlich\n" in text


def test_wen_ein_vorgang_betrifft_wird_gefragt(buero: Path, rufe: Rufe, antworten: Antworten) -> None:
    antworten("Jana Probst-Beispiel")

    assert rufe("mitglied", "abberufen").ausgang == Ausgang.GUT


def test_wer_in_der_geschaeftsstelle_anfaengt_wird_gefragt(buero: Path, rufe: Rufe, antworten: Antworten) -> None:
    antworten("Ida Neubeginn", "", "", "", "ministerium", "", "")

    assert rufe("mitglied", "benennen", "Geschäftsstelle").ausgang == Ausgang.GUT
    assert (buero / "daten/mitglieder/gs-2.yaml").exists()


@pytest.mark.parametrize(
    ("args", "lines"),
    [
        (("mitglied", "nachbenennen"), ("kommunen-stadt", "2", "")),
        (("mitglied", "benennen", "kommunen-stadt"), ()),
        (("mitglied", "aufruecken"), ()),
        (("stelle", "neu"), ("Amt für X",)),
    ],
)
def test_wer_mittendrin_abbricht_hat_nichts_geaendert(
    buero: Path, rufe: Rufe, antworten: Antworten, args: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    before = state(buero)
    antworten(*lines)

    assert rufe(*args).ausgang == Ausgang.UNTERBROCHEN
    assert state(buero) == before


def test_name_und_art_einer_stelle_werden_gefragt(buero: Path, rufe: Rufe, antworten: Antworten) -> None:
    antworten("Amt für Übergänge", "6")

    assert rufe("stelle", "neu").ausgang == Ausgang.GUT
    assert (buero / "daten/stellen/amt-fuer-uebergaenge.yaml").read_text(
        "utf-8"
    ) == "name: Amt für Übergänge\nart: behoerde\n"
    antworten("Amt für Umwege")
    assert rufe("stelle", "umbenennen", "amt-fuer-uebergaenge").ausgang == Ausgang.GUT
