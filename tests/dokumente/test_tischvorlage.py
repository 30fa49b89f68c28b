"""The Tischvorlage: what came or changed after the Einladung, never what was sent with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from netzint.dokumente.erzeugen import erzeuge, find_auftraege
from netzint.dokumente.pipeline import Vorlagen
from netzint.modell.bestand import Bestand
from tests import bau
from tests.beispiel import read_beispiel

TAG = date(2026, 11, 30)


def bestand(*tops: dict[str, Any], sitzung: dict[str, Any] | None = None, **vorlage: Any) -> Bestand:
    normal = {"betreff": "Faltblatt", "vom": "2026-11-10", "antrag": {"art": "sonstiges"}}
    paper = bau.make("beschlussvorlage", "bv-2026-001", federfuehrung="ag-beispiel", **{**normal, **vorlage})
    given = {"datum": "2026-12-15", "einladung": {"versandt": "2026-11-20"}, **(sitzung or {})}
    meeting = bau.sitzung("sg-2026-03", tagesordnung=list(tops), **given)
    return bau.bestand(meeting, paper, bau.arbeitsgruppe(), bau.thema())


def papiere(base: Bestand, art: str = "") -> list[tuple[str, str]]:
    found = find_auftraege(base, "sg-2026-03", TAG, art)
    return [(a.art, a.kennung) for a in found if a.art.endswith("vorlage")]


def test_ein_punkt_der_spaeter_kam_bringt_seine_vorlage_als_tischvorlage(alle_vorlagen: Vorlagen) -> None:
    top = bau.top("faltblatt", nummer="3.1", vorlage="bv-2026-001", tischvorlage="ja", weil="am 25. November gemeldet")
    base = bestand(top, vom="2026-11-25")

    assert papiere(base) == [("tischvorlage", "bv-2026-001")]
    (data,) = erzeuge(find_auftraege(base, "bv-2026-001", TAG), alle_vorlagen, "x", ("md",)).values()
    text = data.decode()
    assert "# Tischvorlage zu TOP 3.1" in text
    assert "nach dem Versand der Einladung am 20. November 2026 auf die Tagesordnung: am 25. November gemeldet." in text
    assert "## Beschlussvorschlag" in text
    assert "BV-2026-001 · Stand 25. November 2026" in text


def test_eine_geaenderte_vorlage_liegt_mit_grund_auf_dem_tisch(alle_vorlagen: Vorlagen) -> None:
    base = bestand(
        bau.top("faltblatt", vorlage="bv-2026-001"), nachgereicht=[{"am": "2026-11-28", "grund": "Kosten geklärt\n"}]
    )
    (data,) = erzeuge(find_auftraege(base, "bv-2026-001", TAG), alle_vorlagen, "x", ("md",)).values()
    text = data.decode()

    assert "zuletzt am 28. November 2026: Kosten geklärt. Diese Fassung ersetzt die frühere." in text
    assert "BV-2026-001 · Stand 28. November 2026" in text


def test_wird_sie_vertagt_ist_sie_zur_naechsten_sitzung_eine_gewoehnliche_vorlage() -> None:
    base = bestand(
        bau.top("faltblatt", vorlage="bv-2026-001"),
        nachgereicht=[{"am": "2026-07-01", "grund": "x\n"}],
        vom="2026-06-01",
    )

    assert papiere(base) == [("beschlussvorlage", "bv-2026-001")]
    assert find_auftraege(base, "bv-2026-001", TAG)[0].daten["beschlussvorlage"]["nachgereicht"] == ""


def test_auf_wunsch_gibt_es_jede_als_beschlussvorlage() -> None:
    base = bestand(bau.top("faltblatt", vorlage="bv-2026-001", tischvorlage="ja"), bau.top("neu", tischvorlage="ja"))

    assert papiere(base) == [("tischvorlage", "bv-2026-001"), ("tischvorlage", "sg-2026-03-neu")]
    assert papiere(base, "beschlussvorlage") == [("beschlussvorlage", "bv-2026-001")]


def test_ein_punkt_ohne_vorlage_zeigt_worum_es_geht(alle_vorlagen: Vorlagen) -> None:
    bedarf = bau.make(
        "bedarf", "bedarf-2026-01", titel="Fahrten zum Kurs", gemeldet={"von": "staedtetag", "am": "2026-11-24"}
    )
    top = bau.top("offene-bedarfe", tischvorlage="ja", bezug=["bedarf-2026-01"])
    base = bestand(top).replaced([bedarf])
    auftrag = next(a for a in find_auftraege(base, "sg-2026-03", TAG) if a.art == "tischvorlage")
    (data,) = erzeuge([auftrag], alle_vorlagen, "x", ("md",)).values()

    assert "| BEDARF-2026-01 | Fahrten zum Kurs |" in data.decode()
    assert "## Beschlussvorschlag" not in data.decode()


def test_ein_antrag_ueber_mehrere_empfehlungen_zeigt_jeden_wortlaut(alle_vorlagen: Vorlagen) -> None:
    antrag = {"art": "empfehlung", "empfehlungen": ["he-2026-01", "he-2026-02"]}
    base = bestand(bau.top("beide", vorlage="bv-2026-001"), antrag=antrag)
    both = base.replaced([bau.empfehlung("he-2026-01", titel="Eins"), bau.empfehlung("he-2026-02", titel="Zwei")])
    (data,) = erzeuge(find_auftraege(both, "bv-2026-001", TAG), alle_vorlagen, "x", ("md",)).values()
    text = data.decode()

    assert ("## HE-2026-01: Eins" in text, "## HE-2026-02: Zwei" in text) == (True, True)
    assert text.count("Woran die Umsetzung zu erkennen ist:") == 2
    assert "| Betroffene Stellen |" in text


def test_im_beispiel_lag_der_fachtag_auf_dem_tisch() -> None:
    found = find_auftraege(read_beispiel(), "sg-2025-02", date(2026, 11, 22))

    (auftrag,) = [a for a in found if a.art == "tischvorlage"]
    assert (auftrag.kennung, auftrag.daten["tischvorlage"]["top"]) == ("bv-2025-007", "10")
