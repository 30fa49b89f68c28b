"""The body of a commit: short lines, no names, a limited length."""

from __future__ import annotations

from netzint.berichte.bestandsvergleich import Paar
from netzint.berichte.commitrumpf import BREITE, EINTRAEGE, ZEILEN, build_rumpf
from tests import bau


def paare(zahl: int) -> list[Paar]:
    return [(None, bau.thema(f"thema-{nr}", titel=f"Ein recht langer Titel mit der Nummer {nr}")) for nr in range(zahl)]


def test_viele_eintraege_werden_gezaehlt_statt_aufgezaehlt() -> None:
    empty = bau.bestand()
    text = build_rumpf(empty, empty, paare(EINTRAEGE + 60)).split("\n")

    assert text[-1] == "… und 60 weitere Einträge"
    assert len(text) <= ZEILEN + 1
    assert all(len(line) <= BREITE for line in text)
    assert all(line.startswith(("- ", "  ", "… ")) for line in text)


def test_namen_in_freiem_text_werden_zur_kennung() -> None:
    alt = bau.thema("thema-x", titel="Vorher")
    neu = bau.thema("thema-x", titel="Gespräch mit Erika Beispiel und Frau Dr. Beispiel am Montag")
    text = build_rumpf(
        bau.bestand(alt), bau.bestand(neu), [(alt, neu)], namen=lambda: {"Erika Beispiel": "kommunen-stadt-2"}
    )

    assert "Beispiel" not in text
    assert text.count("kommunen-stadt-2") == 2


def test_der_verlauf_eines_tops_steht_nur_in_der_datei() -> None:
    top = {"kennung": "lage", "titel": "Lage", "verlauf": "Alle reden.\n"}
    alt, neu = (bau.sitzung("sg-2026-01", tagesordnung=[{**top, "verlauf": text}]) for text in ("Eins.\n", "Zwei.\n"))

    assert build_rumpf(bau.bestand(alt), bau.bestand(neu), [(alt, neu)]) == (
        "- Sitzung SG-2026-01: TOP „Lage“: Verlauf geändert"
    )
