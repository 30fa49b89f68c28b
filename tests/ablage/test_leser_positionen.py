"""Where a value stands, for findings that come after reading."""

from __future__ import annotations

from netzint.ablage.leser.befund import Position
from netzint.ablage.leser.genau import find_position, find_positionen

DATEI = """\
name: A
mandate:
  - gremium: x
    benannt: {durch: y, am: 2025-02-12}
"""
POSITIONEN = find_positionen(DATEI.encode())


def test_ein_wert_steht_wo_er_beginnt() -> None:
    assert find_position(POSITIONEN, ("mandate", 0, "benannt", "am")) == Position(4, 29)
    assert find_position(POSITIONEN, ("name",)) == Position(1, 7)


def test_der_schluessel_hat_seinen_eigenen_ort() -> None:
    assert find_position(POSITIONEN, ("mandate", 0, "benannt", "am"), am_schluessel=True) == Position(4, 25)


def test_fuer_einen_fehlenden_wert_gilt_was_ihn_umgibt() -> None:
    assert find_position(POSITIONEN, ("mandate", 0, "bis")) == Position(3, 5)
    assert find_position(POSITIONEN, ("mandate", 7, "bis"), am_schluessel=True) == Position(3, 3)
    assert find_position(POSITIONEN, ("ort",)) == Position(1, 1)


def test_eine_kaputte_datei_hat_positionen_bis_zum_fehler() -> None:
    positionen = find_positionen(b'a: b\nc: "offen\n')

    assert find_position(positionen, ("a",)) == Position(1, 4)
    assert find_position(positionen, ("c",)) == Position(1, 1)


def test_ohne_lesbaren_text_gilt_der_anfang() -> None:
    assert find_position(find_positionen(b"\xff"), ("a",)) == Position(1, 1)
