"""When a Berichtigung accounts for a change: the very field, and the very value that stood there."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.grund import Eintrag
from netzint.regeln.vermerke import find_pfade, list_offene
from netzint.regeln.wechsel import vergleiche
from tests.bau import beschluss, make, mandat, mitglied, sitzung, top


def offen(alt: Eintrag, neu: Eintrag) -> list[str]:
    changes = [change for change in vergleiche(alt, neu) if change.feld[0] != "berichtigungen"]
    return [".".join(map(str, change.davor)) for change in list_offene(alt, neu, changes)]


def vermerkt(zu: str, statt: Any) -> dict[str, Any]:
    return {"zu": zu, "am": "2026-11-20", "statt": statt, "grund": "Falsch abgeschrieben.\n"}


def votum(ja: str, *vermerke: dict[str, Any], davor: tuple[str, ...] = ()) -> Eintrag:
    tops = [*(top(name) for name in davor), top("antrag", beschluesse=[beschluss("antrag", ja=ja)])]
    return sitzung(tagesordnung=tops, berichtigungen=list(vermerke))


JA = "tagesordnung.0.beschluesse.0.ja"


@pytest.mark.parametrize(
    ("zu", "statt"),
    [
        ("antrag", {"ja": "7"}),
        ("antrag", {"ja": "7", "nein": "0"}),
        ("tagesordnung.antrag.beschluesse.antrag", {"ja": "7"}),
        ("tagesordnung.1.beschluesse.1.ja", "7"),
        ("tagesordnung.antrag.beschluesse.antrag.ja", {"ja": "7"}),
    ],
)
def test_das_feld_und_der_alte_wert_genuegen(zu: str, statt: Any) -> None:
    assert offen(votum("7"), votum("6", vermerkt(zu, statt))) == []


@pytest.mark.parametrize(
    ("zu", "statt"),
    [
        ("antrag", {"ja": "8"}),
        ("antrag", {"nein": "0"}),
        ("tagesordnung", "7"),
        ("tagesordnung.antrag", {"ja": "8"}),
        ("verschiedenes", {"ja": "7"}),
        ("antrag", "7"),
    ],
)
def test_ein_anderes_feld_oder_ein_anderer_wert_genuegt_nicht(zu: str, statt: Any) -> None:
    assert offen(votum("7"), votum("6", vermerkt(zu, statt))) == [JA]


def test_eine_alte_berichtigung_deckt_keine_neue_aenderung() -> None:
    known = vermerkt("antrag", {"ja": "7"})

    assert offen(votum("7", known), votum("6", known)) == [JA]
    assert offen(votum("7", known), votum("6", known, known)) == []


def test_ein_punkt_der_davor_dazukommt_stoert_nicht() -> None:
    neu = votum("6", vermerkt("tagesordnung.2.beschluesse.1", {"ja": "7"}), davor=("bericht",))

    assert JA not in offen(votum("7"), neu)


def test_ein_wert_der_fehlte_heisst_fehlte() -> None:
    alt = mitglied(mandate=[mandat()])
    ended = {"bis": "2026-10-31"}

    assert offen(alt, mitglied(mandate=[mandat(**ended)])) == ["mandate.0.bis"]
    neu = mitglied(mandate=[mandat(**ended)], berichtigungen=[vermerkt("mandate.1", {"bis": "fehlte"})])
    assert offen(alt, neu) == []


def test_ein_monat_ist_nicht_sein_erster_tag() -> None:
    alt, neu = (make("thema", "thema-a", titel="A", aufgenommen=tag) for tag in ("2021-10", "2021-10-01"))

    assert offen(alt, neu) == ["aufgenommen"]


def test_anwesende_werden_an_der_person_wiedererkannt() -> None:
    alt, neu = sitzung(anwesend=["a-1", "b-1"]), sitzung(anwesend=["b-1", "c-1"])
    changes = [(change.davor, change.alt, change.neu) for change in vergleiche(alt, neu)]

    assert changes == [(("anwesend", 0), "a-1", None), (("anwesend",), None, "c-1")]
    again = sitzung(anwesend=["b-1"], berichtigungen=[vermerkt("anwesend", {"anwesend": ["a-1", "b-1"]})])
    assert offen(alt, again) == []


def test_ein_pfad_ins_leere_meint_nichts() -> None:
    assert find_pfade(votum("7"), "tagesordnung.nirgends.ja") == []
