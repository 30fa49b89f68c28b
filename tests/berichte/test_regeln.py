"""The rules as a list and one by one."""

from __future__ import annotations

import pytest

from netzint.berichte.regeln import catalogue, erklaere, find, liste
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.regeln.alle import ALLE
from netzint.regeln.quellen import QUELLEN
from netzint.regeln.uebergaenge import UEBERGAENGE


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


@pytest.mark.parametrize("code", ["E302", "N205", "Q102", "R15"])
def test_wer_eine_quelle_hat_bekommt_ihren_satz_zu_lesen(code: str) -> None:
    saetze = find(code).saetze

    assert sum("(Akteure im Netzwerk Integration" in satz for satz in saetze) == 1
    assert {regel.fach for regel in (*ALLE, *UEBERGAENGE)} - {""} <= QUELLEN.keys()


def test_ein_beispiel_mitten_in_der_abhilfe_beginnt_keinen_absatz() -> None:
    rule = next(regel for regel in ALLE if regel.code == "B401")

    assert rule.beispiel.startswith("sg-2026-03 hat die Verlängerung")
    assert rule.abhilfe.endswith("zum Beispiel: netzint sitzung abschliessen sg-2026-03")


def test_ein_unbekannter_code_wird_mit_einem_vorschlag_abgelehnt() -> None:
    with pytest.raises(NetzintFehler, match="Eine Regel „Q103x“ gibt es nicht") as caught:
        find("Q103x")

    assert caught.value.ausgang is Ausgang.AUFRUF
    assert "„Q103“" in caught.value.hinweis


def codes_zu(text: str) -> list[str]:
    bericht = find(text)
    assert bericht.schema == "netzint.regeln/1"
    return [str(row[0]) for row in bericht.tabellen[0].zeilen]


def test_ein_code_in_kleinbuchstaben_ist_derselbe() -> None:
    assert find(" q102 ") == erklaere("Q102")


def test_der_anfang_eines_codes_listet_die_familie() -> None:
    assert codes_zu("e20") == [code for code in catalogue() if code.startswith("E20")]
    assert len(codes_zu("e20")) > 1


def test_eine_quelle_listet_die_regeln_aus_ihr() -> None:
    own = sorted(regel.code for regel in (*ALLE, *UEBERGAENGE) if regel.fach == "R08")
    assert codes_zu("R08") == own != []


def test_regeln_ueber_zwei_staende_sagen_wann_sie_gelten() -> None:
    titles = {row[0]: str(row[2]) for row in liste().tabellen[0].zeilen}
    gegen = {regel.code for regel in UEBERGAENGE}

    assert {code for code, titel in titles.items() if titel.endswith("(nur mit --gegen oder --zusammen)")} == gegen
    wann = erklaere("N101").saetze[-1]
    assert wann.startswith("Wann: ")
    assert all(wo in wann for wo in ("pruefen --gegen BASIS", "--zusammen A B", "festschreiben", "abgleich"))


def test_worte_listen_die_regeln_die_davon_handeln() -> None:
    assert "B301" in codes_zu("siegel")
    assert codes_zu("Stimmen gleichheit") == codes_zu("stimmengleichheit") == ["B203"]
