"""The Beschlusskontrolle, the list of Empfehlungen, and the life of one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.berichte import beschlusskontrolle as kontrolle
from netzint.berichte import empfehlungen
from netzint.berichte.empfehlungsleben import zeigen
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from tests.vorgaenge.empfehlungsfaelle import HE, STICHTAG, abstimmung, angenommen, bestand, eingereicht, weitergeleitet

LAEUFT = {"am": "2026-06-20", "status": "in_umsetzung", "wer": "Referat 3", "bis": "2027-06-30"}


def zeilen(base: Bestand, tag: date = STICHTAG, **auswahl: Any) -> list[dict[str, Any]]:
    table = kontrolle.beschlusskontrolle(base, tag, kontrolle.Auswahl(**auswahl)).tabellen[1]
    return [dict(zip([key for key, _ in table.spalten], row, strict=True)) for row in table.zeilen]


@pytest.mark.parametrize(
    ("stand", "ampel"),
    [
        ({"status": "umgesetzt"}, "gruen"),
        ({"status": "erledigt", "vermerk": "Da.\n"}, "gruen"),
        ({"status": "in_umsetzung"}, "gelb"),
        ({"status": "teilweise"}, "gelb"),
        ({"status": "nicht_aufgegriffen", "grund": "Nein.\n"}, "rot"),
        ({"status": "offen"}, "grau"),
        ({"status": "abgegeben", "an": "landesstelle"}, "grau"),
    ],
)
def test_jede_stelle_hat_ihre_ampel(stand: dict[str, Any], ampel: str) -> None:
    first = zeilen(weitergeleitet({"am": "2026-06-20", **stand}))[0]

    assert (first["stelle"], first["ampel"], first["status"]) == ("ministerium", ampel, stand["status"])


def test_auch_was_noch_nicht_weitergeleitet_ist_steht_da() -> None:
    rows = zeilen(weitergeleitet(LAEUFT))

    assert [(r["stelle"], r["status"], r["wiedervorlage"]) for r in rows] == [
        ("ministerium", "in_umsetzung", date(2027, 6, 30)),
        ("staedtetag", "nicht_weitergeleitet", None),
    ]
    assert rows[0]["naeheres"] == "wieder am 30.06.2027; Referat 3; bis 30.06.2027"


def test_ueberfaelliges_steht_in_worten_da_und_wird_als_naechstes_genannt() -> None:
    bericht = kontrolle.beschlusskontrolle(weitergeleitet(), STICHTAG, kontrolle.Auswahl(stelle="ministerium"))

    assert bericht.saetze[0] == "1 Umsetzung: 0 grün, 0 gelb, 0 rot, 1 grau; 1 überfällig."
    assert bericht.schritte[0][0] == "netzint empfehlung rueckmeldung he-2026-01 --stelle ministerium"
    assert "überfällig seit 151 Tagen" in zeilen(weitergeleitet())[0]["naeheres"]


@pytest.mark.parametrize(
    ("auswahl", "stellen"),
    [
        ({}, ["ministerium", "staedtetag"]),
        ({"stelle": "Städtetag"}, []),
        ({"stelle": "staedtetag"}, ["staedtetag"]),
        ({"ampel": "gelb"}, ["ministerium"]),
        ({"ampel": "rot"}, []),
        ({"ag": "ag-beispiel", "empfehlung": HE}, ["ministerium", "staedtetag"]),
        ({"nur_faellige": True}, []),
        ({"nur_offene": True}, ["ministerium", "staedtetag"]),
    ],
)
def test_die_auswahl_schraenkt_die_zeilen_ein(auswahl: dict[str, Any], stellen: list[str]) -> None:
    if auswahl.get("stelle") == "Städtetag":
        stellen = ["staedtetag"]

    assert [r["stelle"] for r in zeilen(weitergeleitet(LAEUFT), **auswahl)] == stellen


def test_vor_der_weiterleitung_war_am_stichtag_nichts_zu_kontrollieren() -> None:
    assert zeilen(weitergeleitet(LAEUFT), date(2026, 3, 1)) == []
    assert [r["status"] for r in zeilen(weitergeleitet(LAEUFT), date(2026, 4, 2))] == ["offen", "nicht_weitergeleitet"]


def test_die_liste_nennt_stand_und_was_fehlt() -> None:
    table = empfehlungen.liste(angenommen(), STICHTAG, empfehlungen.Auswahl()).tabellen[1]
    row = dict(zip([key for key, _ in table.spalten], table.zeilen[0], strict=True))

    assert (row["kennung"], row["stand"], row["wer"]) == ("HE-2026-01", "angenommen", "geschaeftsstelle")
    assert row["fehlt"] == "Weiterzuleiten an Ministerium und Staedtetag"


@pytest.mark.parametrize(
    ("auswahl", "anzahl"),
    [
        ({"stand": "angenommen"}, 1),
        ({"stand": "abgelehnt"}, 0),
        ({"ag": "beispiel"}, 1),
        ({"stelle": "staedtetag"}, 1),
        ({"stelle": "gemeindetag"}, 0),
        ({"ziel": "ziel-teilhabe"}, 0),
        ({"nur_offene": True}, 1),
    ],
)
def test_die_auswahl_der_liste(auswahl: dict[str, Any], anzahl: int) -> None:
    assert len(empfehlungen.liste(angenommen(), STICHTAG, empfehlungen.Auswahl(**auswahl)).tabellen[1].zeilen) == anzahl


def test_das_leben_sagt_was_fehlt_und_wer_am_zug_ist() -> None:
    bericht = zeigen(weitergeleitet(LAEUFT), "Mehrsprachige Information", STICHTAG)

    assert bericht.saetze == (
        "AG „Beispiel“; Stand am 22. November 2026: in Umsetzung.",
        "Beschlossen ist Fassung 1 (sg-2026-01/he-2026-01, 12. März 2026): Siegel gilt.",
        "Als Nächstes: Weiterzuleiten an Staedtetag. Am Zug: Geschäftsstelle.",
    )
    leben = next(t for t in bericht.tabellen if t.schluessel == "lebenslauf")
    assert [row[1] for row in leben.zeilen] == [
        "Fassung 1", "eingereicht", "angenommen", "weitergeleitet", "in Umsetzung",
    ]  # fmt: skip


def test_gezeigt_wird_der_beschlossene_wortlaut_und_ein_bruch_des_siegels() -> None:
    he = eingereicht()
    broken = bestand(he, abstimmung(he, siegel=[f"n1:{'0' * 64}"]))

    assert "Siegel passt nicht" in zeigen(broken, HE, STICHTAG).saetze[1]
    assert next(t for t in zeigen(broken, HE, STICHTAG).tabellen if t.schluessel == "wortlaut").titel == (
        "Fassung 1 (beschlossener Wortlaut)"
    )


def test_vor_ihrer_ersten_fassung_gab_es_sie_nicht() -> None:
    with pytest.raises(NetzintFehler, match=r"gab es am 1. März 2026 noch nicht"):
        zeigen(angenommen(), HE, date(2026, 3, 1))


def test_wo_es_noch_nichts_zu_verfolgen_gibt_steht_das_da() -> None:
    def leer(base: Bestand, **auswahl: Any) -> str:
        return kontrolle.beschlusskontrolle(base, STICHTAG, kontrolle.Auswahl(**auswahl)).tabellen[1].leer

    assert leer(bestand()) == "noch ist keine Empfehlung angenommen oder weitergeleitet"
    assert leer(angenommen(), ampel="rot") == "nichts, was dazu passt"
