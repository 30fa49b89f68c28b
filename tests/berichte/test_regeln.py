"""The rules as a list and one by one."""

from __future__ import annotations

import pytest

from netzint.berichte.regeln import catalogue, erklaere, liste
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.regeln.alle import ALLE


def test_der_katalog_kennt_alle_familien_und_jede_regel() -> None:
    codes = list(catalogue())

    assert codes == sorted(codes)
    assert {regel.code for regel in ALLE} < set(codes)
    assert {"F101", "L101"} <= set(codes)
    assert any(code.startswith("V") for code in codes)


def test_die_liste_nennt_die_zeile_des_fachs() -> None:
    rows = {row[0]: row for row in liste().tabellen[0].zeilen}

    assert (rows["Q102"][1], rows["Q102"][3]) == ("Fehler", "R02")
    assert rows["F101"][3] == ""


def test_eine_regel_sagt_warum_beispiel_und_abhilfe() -> None:
    bericht = erklaere("Q102")

    assert [satz.partition(":")[0] for satz in bericht.saetze] == ["Fehler", "Warum", "Beispiel", "Abhilfe", "Ausnahme"]
    (row,) = bericht.tabellen[0].zeilen
    assert (row[0], row[1], row[6], row[7]) == ("Q102", "fehler", "R02", "ja")


def test_ein_unbekannter_code_wird_mit_einem_vorschlag_abgelehnt() -> None:
    with pytest.raises(NetzintFehler, match="Eine Regel „Q103x“ gibt es nicht") as caught:
        erklaere("Q103x")

    assert caught.value.ausgang is Ausgang.AUFRUF
    assert "„Q103“" in caught.value.hinweis
