"""Acts done by answering at a real terminal: what means nothing is asked again at once, and leaving changes nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import state
from tests.cli.test_sitzung_fragen import speak

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Pseudoterminals gibt es unter Windows nicht")

EINSETZEN = "gibtsnicht\nwohnen\nWege aufzeigen.\n.\ndrei\n5\n32.1.2027\n1. März 2027\n31.12.2027\n"


def test_unbekanntes_wird_gleich_noch_einmal_gefragt(buero: Path) -> None:
    gespraech = speak(buero, "ag", "einsetzen", antworten=EINSETZEN, frage="Thema: ")

    assert gespraech.ausgang == Ausgang.GUT
    assert "Ein Thema „gibtsnicht“ gibt es nicht. Alle zeigt: netzint thema liste" in gespraech.bild
    assert "„drei“ ist keine Zahl; bitte nur mit Ziffern schreiben." in gespraech.bild
    assert "Den 32. Januar 2027 gibt es nicht; der Monat hat 31 Tage." in gespraech.bild
    text = (buero / "daten/beschlussvorlagen/bv-2026-010.yaml").read_text(encoding="utf-8")
    assert "von: 2027-03-01" in text


@pytest.mark.parametrize("taste", ["\x03", "\x04"])
@pytest.mark.parametrize(
    ("befehl", "davor", "frage"),
    [
        ("ag einsetzen", "wohnen\nWege aufzeigen.\n", "Thema: "),
        ("ag einsetzen", "wohnen\nWege aufzeigen.\n.\n5\n1.3.2027\n", "Thema: "),
        ("bedarf melden", "Dolmetschen in Ämtern\n", "(Titel): "),
        ("mitglied nachbenennen", "kommunen-stadt\nStädtetag\n\n", "Sitz: "),
        ("mitglied mandat-berichtigen", "Erika Beispiel\n\n1.9.2025\n", "Um wen geht es: "),
        ("thema aendern --titel Raum", "gibtsnicht\n", "Thema: "),
        ("berichtigen kommunen-stadt-2", "mandat\nmandate.1.von\n", "(Nummer oder Name): "),
    ],
)
def test_auch_nach_den_ersten_antworten_bricht_man_folgenlos_ab(
    buero: Path, befehl: str, davor: str, frage: str, taste: str
) -> None:
    before = state(buero)

    gespraech = speak(buero, *befehl.split(), antworten=davor + taste, frage=frage)

    assert (gespraech.ausgang, state(buero)) == (Ausgang.UNTERBROCHEN, before)
    assert "Abgebrochen." in gespraech.bild
    assert "Traceback" not in gespraech.bild
