"""The trace: the whole chain, from any place on it, in both directions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from netzint.berichte.spur import spur
from netzint.berichte.tabelle import Knoten
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from tests import bau
from tests.vorgaenge.empfehlungsfaelle import HE, STICHTAG, abstimmung, bestand, eingereicht

EINSETZUNG = "sg-2025-01/einsetzung-beispiel"


def kette() -> Bestand:
    """Everything from the Bedarf to the Erledigung, once."""
    zugeordnet = {"thema": "thema-beispiel", "am": "2025-02-01"}
    bedarf = bau.make(
        "bedarf",
        "bedarf-2025-01",
        titel="Es fehlt an Texten",
        gemeldet={"von": "staedtetag", "am": "2025-01-20"},
        zugeordnet=zugeordnet,
    )
    antrag = {"art": "ag_einsetzen", "ag": "ag-beispiel", "thema": "thema-beispiel"}
    einsetzung = bau.beschluss("einsetzung-beispiel", antrag=antrag)
    erste = bau.sitzung(
        "sg-2025-01", datum="2025-06-20", tagesordnung=[bau.top("einsetzung", beschluesse=[einsetzung])]
    )
    stand = [
        {"am": "2026-06-20", "status": "umgesetzt"},
        {"am": "2026-09-01", "status": "erledigt", "vermerk": "Da.\n"},
    ]
    sent = [{"stelle": "ministerium", "am": "2026-04-01", "stand": stand}]
    he = eingereicht(ziele=["ziel-teilhabe"], weiterleitungen=sent)
    voted = abstimmung(he)
    top = voted.tagesordnung[0].model_copy(update={"vorlage": "bv-2026-001"})  # type: ignore[attr-defined]
    paper = bau.make(
        "beschlussvorlage",
        "bv-2026-001",
        betreff="Texte",
        vom="2026-03-11",
        antrag={"art": "empfehlung", "empfehlungen": [HE]},
        federfuehrung="ag-beispiel",
    )
    return bestand(he, voted.model_copy(update={"tagesordnung": (top,)}), erste, bedarf, paper)


def walk(knoten: tuple[Knoten, ...], ebene: int = 0) -> Iterator[tuple[int, str, str]]:
    for one in knoten:
        yield ebene, one.art, one.kennung
        yield from walk(one.kinder, ebene + 1)


def seiten(text: str, tag: date = STICHTAG) -> tuple[list[tuple[int, str, str]], list[tuple[int, str, str]]]:
    woher, wohin = spur(kette(), text, tag).baeume
    return list(walk(woher.knoten)), list(walk(wohin.knoten))


def test_vom_bedarf_an_geht_die_kette_bis_zur_erledigung() -> None:
    woher, wohin = seiten("bedarf-2025-01")

    assert woher == [(0, "Stelle", "staedtetag")]
    assert wohin == [
        (0, "Thema", "thema-beispiel"),
        (1, "Arbeitsgruppe", "ag-beispiel"),
        (2, "Empfehlung", HE),
        (3, "Beschlussvorlage", "bv-2026-001"),
        (4, "Beschluss", "sg-2026-01/he-2026-01"),
        (5, "Weiterleitung", "ministerium"),
        (6, "Rückmeldung", ""),
        (6, "Erledigung", ""),
    ]


def test_vom_beschluss_an_geht_es_zurueck_bis_zum_bedarf_und_zur_einsetzung() -> None:
    woher, wohin = seiten("SG-2026-01/he-2026-01")
    kennungen = list(dict.fromkeys(kennung for _, _, kennung in woher))

    assert [k for k in kennungen if k.startswith(("bv", "he", "ag", "thema", "bedarf", "ziel"))] == [
        "bv-2026-001", HE, "ziel-teilhabe", "ag-beispiel", "thema-beispiel", "bedarf-2025-01",
    ]  # fmt: skip
    assert EINSETZUNG in kennungen
    assert [art for _, art, _ in wohin] == ["Weiterleitung", "Rückmeldung", "Erledigung"]


def test_am_stichtag_gibt_es_nur_was_damals_bekannt_war() -> None:
    _, wohin = seiten(HE, date(2026, 3, 31))

    assert [kennung for _, _, kennung in wohin] == ["bv-2026-001", "sg-2026-01/he-2026-01"]


@pytest.mark.parametrize(
    "text",
    [
        "bedarf-2025-01", "thema-beispiel", "ziel-teilhabe", "ag-beispiel", "AG Beispiel", HE, "bv-2026-001",
        "sg-2026-01", "sg-2026-01/he-2026-01", EINSETZUNG, "staedtetag", "netzwerk", "geschaeftsordnung",
        "sitz-ministerium-a",
    ],
)  # fmt: skip
def test_jede_kennung_hat_eine_spur(text: str) -> None:
    bericht = spur(kette(), text, STICHTAG)

    assert [baum.schluessel for baum in bericht.baeume] == ["woher", "wohin"]
    assert bericht.saetze[0]


def test_an_jeder_stelle_der_kette_haengt_dasselbe() -> None:
    """Forwards from A one meets B if and only if backwards from B one meets A."""
    chain = ["bedarf-2025-01", "thema-beispiel", "ag-beispiel", HE, "bv-2026-001", "sg-2026-01/he-2026-01"]
    for early in chain:
        wohin = {kennung for _, _, kennung in seiten(early)[1]}
        for late in chain[chain.index(early) + 1 :]:
            assert late in wohin
            assert early in {kennung for _, _, kennung in seiten(late)[0]}


def test_was_es_nicht_gibt_wird_mit_vorschlag_abgelehnt() -> None:
    with pytest.raises(NetzintFehler, match="„he-2026-1x“ gibt es nicht") as caught:
        spur(kette(), "he-2026-1x", STICHTAG)

    assert caught.value.ausgang is Ausgang.AUFRUF
    assert "Meinten Sie" in caught.value.hinweis


def test_vor_seinem_ersten_tag_gab_es_einen_eintrag_noch_nicht() -> None:
    with pytest.raises(NetzintFehler) as fehler:
        spur(kette(), HE, date(2020, 7, 1))

    assert fehler.value.text == f"Empfehlung {HE} gab es am 1. Juli 2020 noch nicht."
    assert "--stichtag " in fehler.value.hinweis
    assert fehler.value.ausgang == Ausgang.AUFRUF


def test_eine_ag_gibt_es_vom_beschluss_an_und_eine_sitzung_schon_vor_ihrem_tag() -> None:
    assert spur(kette(), "ag-beispiel", date(2025, 6, 25)).saetze[0].startswith("Arbeitsgruppe: ")
    with pytest.raises(NetzintFehler, match=r"gab es am 19\. Juni 2025 noch nicht"):
        spur(kette(), "ag-beispiel", date(2025, 6, 19))
    assert "durchgeführt" not in spur(kette(), "sg-2025-01", date(2025, 5, 1)).saetze[0]


def test_eine_vorlage_fuehrt_zur_geplanten_sitzung_auch_wenn_deren_tag_noch_kommt() -> None:
    paper = bau.make(
        "beschlussvorlage", "bv-2026-001", betreff="Ein Titel", vom="2026-11-01", federfuehrung="ministerium",
        antrag={"art": "empfehlung", "empfehlungen": ["he-2026-01"], "fassung": 1},
    )  # fmt: skip
    planned = bau.sitzung("sg-2027-01", datum="2027-02-09", tagesordnung=[bau.top("he-2026-01", vorlage="bv-2026-001")])
    known = (bau.thema(), bau.arbeitsgruppe(), bau.empfehlung("he-2026-01"))
    bericht = spur(bau.bestand(*known, paper, planned), "bv-2026-001", date(2026, 11, 22))

    assert [knoten.kennung for knoten in bericht.baeume[1].knoten] == ["sg-2027-01"]
