"""What a change does without saying so: who fits on a seat no more, how votes count, what nobody can judge."""

from __future__ import annotations

import pytest

from netzint.berichte.bestandsvergleich import compare_staende
from netzint.berichte.vergleichsbericht import build_bericht, list_kopf
from netzint.berichte.vergleichsmarkdown import build_markdown
from netzint.modell.befund import Befund, Schwere
from netzint.modell.bestand import Bestand
from tests import bau
from tests.beispiel import read_beispiel
from tests.berichte.test_bestandsvergleich import SEITEN, change, compare, saetze

FRUEHER = {"art": "gemeinde", "status": None, "frueher": [{"art": "stadt", "bis": "2026-12-31"}]}


@pytest.mark.parametrize(
    ("art", "kennung", "neu", "ab", "grund"),
    [
        ("stelle", "stadt-musterstadt", FRUEHER, "1. Januar 2027", "stadt-musterstadt zählt als Gemeinde"),
        ("stelle", "stadt-musterstadt", {"bis": "2027-03-31"}, "1. April 2027", "stadt-musterstadt gibt es seit"),
        ("mitglied", "kommunen-stadt-2", {"bis": "2027-03-31"}, "1. April 2027", "das Amt „Leitung der Verwaltung“"),
    ],
)
def test_wer_nicht_mehr_auf_den_sitz_passt_wird_mit_tag_und_quote_genannt(
    art: str, kennung: str, neu: dict[str, object], ab: str, grund: str
) -> None:
    entry = change(art, kennung, lambda p: (p["aemter"][0] if art == "mitglied" else p).update(neu))
    told = saetze(entry)

    assert told[0].startswith(f"Sitz Kommunen/Stadt: kommunen-stadt-2 passt ab {ab} nicht auf den Sitz: {grund}")
    assert told[1].startswith(f"Besetzung am {ab}: wie bisher 12 von 12 Sitzen; Quote nicht erfüllt: kommunen-stadt-2:")


def test_wer_wieder_passt_wird_auch_genannt() -> None:
    ended = change("mitglied", "kommunen-stadt-2", lambda p: p["aemter"][0].update(bis="2027-03-31"))
    back = read_beispiel().mitglieder["kommunen-stadt-2"]
    told = saetze(back, alt=read_beispiel().replaced([ended]))

    assert told[0].startswith("Sitz Kommunen/Stadt: dass kommunen-stadt-2 ab 1. April 2027 nicht auf den Sitz passt (")
    assert told[0].endswith("), gilt nicht mehr")
    assert "Quote erfüllt" in told[1]


def test_eine_andere_funktion_sagt_nichts_ueber_die_quote() -> None:
    entry = change("mitglied", "kommunen-stadt-2", lambda p: p["aemter"][0].update(funktion="OB"))

    assert [s for s in saetze(entry) if "Sitz" in s or "Quote" in s] == []


def test_eine_andere_anwesenheit_zaehlt_die_abstimmungen_neu() -> None:
    def leave(plain: dict[str, list[object]]) -> None:
        del plain["anwesend"][6:]

    told = [s for s in saetze(change("sitzung", "sg-2026-02", leave)) if "nachgerechnet" in s]

    assert len(told) == 7
    assert all("nicht beschlussfähig" in s for s in told)


def test_eine_andere_stimme_im_umlauf_zaehlt_ihn_neu() -> None:
    def vote(plain: dict[str, list[dict[str, object]]]) -> None:
        plain["stimmen"][0]["stimme"] = "nein"

    told = saetze(change("umlauf", "um-2026-01", vote))

    assert any(s.startswith("nachgerechnet: 10 von 12 Sitzen beteiligt") and "8 Ja gegen 1 Nein" in s for s in told)


def test_derselbe_befund_an_mehreren_stellen_steht_einmal_da() -> None:
    befund = Befund("K101", Schwere.FEHLER, "„x“ gibt es nicht", pfad="daten/a.yaml")
    found = compare_staende(read_beispiel(), read_beispiel(), (), [befund] * 3, bau.STICHTAG)
    lines = [line for line in build_bericht(found, SEITEN).saetze if "K101" in line]

    assert lines == ["  neu: Fehler K101 (daten/a.yaml): „x“ gibt es nicht (3-mal)"]
    assert build_bericht(found, SEITEN).saetze[0].startswith("Kein Eintrag anders; 3 neue Befunde, davon 3 Fehler.")


def test_was_niemand_mehr_pruefen_kann_gilt_nicht_als_erledigt() -> None:
    before = read_beispiel()
    befund = Befund("E317", Schwere.WARNUNG, "überfällig", pfad="daten/a.yaml")
    broken = Bestand([e for e in before.iter_eintraege() if e.kennung != "geschaeftsordnung"], ["geschaeftsordnung"])
    lines = build_bericht(compare_staende(before, broken, [befund], (), bau.STICHTAG), SEITEN).saetze

    assert "  nicht mehr geprüft oder erledigt: Warnung E317 (daten/a.yaml): überfällig" in lines
    assert "1 Befund nicht mehr geprüft oder erledigt" in lines[0]


def test_wer_rueckwaerts_vergleicht_erfaehrt_es() -> None:
    found = compare(change("ziel", "ziel-zugang", lambda p: p.update(titel="Neu")))
    back = SEITEN._replace(rueckwaerts=True)

    assert "Achtung: Der zweite Stand ist der ältere" in list_kopf(found, back)[1]
    assert "Der zweite Stand ist der ältere" in build_markdown(found, back)
    assert "Achtung" not in build_markdown(found, SEITEN)
