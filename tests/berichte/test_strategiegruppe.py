"""``strategiegruppe``, ``mitglied liste|zeigen`` and ``stelle …`` as answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from netzint.berichte import mitglieder, stellen, strategiegruppe
from netzint.berichte.tabelle import Bericht
from netzint.modell.gebiet import Gebiet, Verzeichnis
from tests import bau
from tests.vorgaenge.zwoelf import person, zwoelf

STICHTAG = bau.STICHTAG


def zeilen(bericht: Bericht, schluessel: str) -> list[dict[str, Any]]:
    tabelle = next(t for t in bericht.tabellen if t.schluessel == schluessel)
    return [dict(zip([key for key, _ in tabelle.spalten], row, strict=True)) for row in tabelle.zeilen]


def test_alle_zwoelf_sitze_mit_wer_dort_sitzt_und_wer_vertritt() -> None:
    bericht = strategiegruppe.sitze(zwoelf(person("kommunen-stadt", 2, rolle="stellvertretend")), STICHTAG)
    rows = {row["sitz"]: row for row in zeilen(bericht, "sitze")}

    assert len(rows) == 12
    assert bericht.saetze == ("12 von 12 Sitzen besetzt; beschlussfähig ab 7 Anwesenden.",)
    stadt = rows["sitz-kommunen-stadt"]
    assert (stadt["mitglied"], stadt["vertretung"], stadt["von"]) == (
        "kommunen-stadt-1", "kommunen-stadt-2", date(2025, 2, 1),
    )  # fmt: skip
    assert (stadt["vakant_seit"], stadt["mangel"]) == (None, None)


def test_ein_freier_sitz_zeigt_seit_wann_und_wer_benennen_darf() -> None:
    left = person("kommunen-stadt", bis="2026-10-31")
    bericht = strategiegruppe.sitze(zwoelf(left), STICHTAG)
    row = next(r for r in zeilen(bericht, "sitze") if r["mitglied"] is None)

    assert (row["sitz"], row["vakant_seit"]) == ("sitz-kommunen-stadt", date(2026, 11, 1))
    assert row["benannt_von"] == "Gemeindetag oder Staedtetag oder Landkreistag"
    assert zeilen(bericht, "zahlen") == [{"sitze": 12, "besetzt": 11, "quorum": 7, "stichtag": STICHTAG}]
    assert bericht.schritte[0][0] == "netzint mitglied benennen sitz-kommunen-stadt"


def test_wer_nicht_mehr_passt_wird_genannt() -> None:
    ended = bau.amt(stelle="stadt-b", amt="leitung", funktion="Oberbürgermeisterin", bis="2026-06-30")
    member = bau.mitglied("kommunen-stadt-1", aemter=[ended], mandate=[bau.mandat(sitz="sitz-kommunen-stadt")])
    rows = zeilen(strategiegruppe.sitze(zwoelf(member), STICHTAG), "sitze")

    assert [r["mangel"] for r in rows if r["mangel"]] == ["das Amt „Leitung der Verwaltung“ fehlt"]


def test_ohne_geschaeftsordnung_gibt_es_keine_sitze() -> None:
    from netzint.modell.bestand import Bestand

    bericht = strategiegruppe.sitze(Bestand([]), STICHTAG)

    assert bericht.saetze == ("0 von 0 Sitzen besetzt; beschlussfähig ab 0 Anwesenden.",)


def test_die_liste_zeigt_nur_mandate_des_tages_in_der_ordnung_der_sitze() -> None:
    over = person("kommunen-stadt", 2, rolle="stellvertretend", bis="2026-11-21")
    coming = person("kommunen-stadt", 3, rolle="stellvertretend", von="2026-11-23")
    member = bau.mitglied("ag-beispiel-01", mandate=[{"gremium": "ag-beispiel", "rolle": "gast", "von": "2025-09-01"}])
    bestand = zwoelf(over, coming, member, bau.arbeitsgruppe())
    rows = zeilen(mitglieder.liste(bestand, STICHTAG), "mandate")
    of_ag = zeilen(mitglieder.liste(bestand, STICHTAG, "AG Beispiel"), "mandate")

    assert [r["kennung"] for r in rows[:4]] == [
        "ministerium-a-1",
        "ministerium-b-1",
        "ministerium-c-1",
        "gemeindetag-1",
    ]
    assert (rows[-1]["kennung"], rows[-1]["platz"], rows[-1]["rolle"]) == ("ag-beispiel-01", "AG „Beispiel“", "gast")
    assert len(rows) == 13
    assert [r["kennung"] for r in of_ag] == ["ag-beispiel-01"]


def test_eine_person_zeigt_was_lief_laeuft_und_kommt() -> None:
    mandate = [
        bau.mandat(rolle="stellvertretend", bis="2026-06-30", ende={"grund": "aufgerueckt", "am": "2026-06-01"}),
        bau.mandat(von="2026-07-01"),
    ]
    aemter = [bau.amt(bis="2026-12-31"), bau.amt(von="2027-01-01", funktion="Dezernentin")]
    member = bau.mitglied("staedtetag-1", name="Erika Beispiel", titel="Dr.", mandate=mandate, aemter=aemter)
    bericht = mitglieder.zeigen(zwoelf(member), STICHTAG, "erika beispiel")

    assert bericht.titel == "Dr. Erika Beispiel (staedtetag-1) am 22. November 2026"
    assert [(r["zeit"], r["grund"]) for r in zeilen(bericht, "mandate")] == [
        ("beendet", "aufgerueckt"),
        ("läuft", None),
    ]
    assert [r["zeit"] for r in zeilen(bericht, "aemter")] == ["läuft", "künftig"]
    assert bericht.schritte[-1][0] == "netzint mitglied was-waere-wenn --austritt staedtetag-1 --suche"


def test_stellen_heissen_wie_sie_am_tag_hiessen() -> None:
    changed = bau.stelle("stadt-x", "stadt", name="Stadt X", ags="08999009",
                         frueher=[{"name": "Gemeinde X", "art": "gemeinde", "bis": "2025-12-31"}])  # fmt: skip
    gone = bau.stelle("alt", bis="2025-12-31")
    before = zeilen(stellen.liste(bau.bestand(changed, gone), date(2025, 12, 31), "gemeinde"), "stellen")
    after = zeilen(stellen.liste(bau.bestand(changed, gone), date(2026, 1, 1)), "stellen")

    assert [(r["name"], r["art"]) for r in before] == [("Gemeinde X", "gemeinde")]
    assert {r["kennung"] for r in after} == {"stadt-x", "ministerium", *bau.VERBAENDE}


def test_eine_stelle_zeigt_wer_dort_ist_und_fuer_wen_sie_benennt() -> None:
    bericht = stellen.zeigen(zwoelf(), STICHTAG, "staedtetag")

    assert [r["kennung"] for r in zeilen(bericht, "personen")] == ["staedtetag-1"]
    assert zeilen(bericht, "benennt")[0]["sitz"] == "sitz-staedtetag"


def test_das_verzeichnis_sagt_was_schon_erfasst_ist() -> None:
    gebiete = (Gebiet("08999001", "A", "gemeinde"), Gebiet("08999007", "Abach", "gemeinde"))
    verzeichnis = Verzeichnis(date(2023, 11, 30), gebiete)
    bericht = stellen.register(verzeichnis, zwoelf(), "gemeinde a")

    assert [(r["ags"], r["stelle"]) for r in zeilen(bericht, "gebiete")] == [
        ("08999001", "gemeinde-a"),
        ("08999007", None),
    ]
    assert bericht.schritte == (("netzint stelle neu --ags 08999007", "die Kommune als Stelle anlegen"),)
    assert zeilen(stellen.register(verzeichnis, zwoelf(), None), "arten") == [{"art": "gemeinde", "anzahl": 2}]
    assert zeilen(stellen.register(verzeichnis, zwoelf(), "zz"), "gebiete") == []
