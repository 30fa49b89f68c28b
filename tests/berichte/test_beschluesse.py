"""All Beschlüsse, with the reason of each result."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.berichte.beschluesse import Auswahl, beschluesse
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from tests import bau
from tests.vorgaenge.empfehlungsfaelle import HE, STICHTAG, abstimmung, bestand, eingereicht

UMLAUF = {
    "titel": "Fachtag",
    "versandt": "2026-09-01",
    "frist": "2026-09-15",
    "beschluss": "fachtag",
    "antrag": {"art": "sonstiges", "wortlaut": "Der Fachtag ist im März.\n"},
}


def base() -> Bestand:
    he = eingereicht()
    umlauf = bau.make("umlauf", "um-2026-01", **UMLAUF, abschluss={"am": "2026-09-16", "ergebnis": "abgelehnt"})
    stopped = bau.make(
        "umlauf",
        "um-2026-02",
        **UMLAUF,
        widerspruch=[{"mitglied": "staedtetag-1", "am": "2026-09-03"}],
        abschluss={"am": "2026-09-03", "ergebnis": "widersprochen"},
    )
    return bestand(he, abstimmung(he, "vertagt", ja="5", nein="1", enthaltung="2"), umlauf, stopped, bau.mitglied())


def kennungen(tag: date = STICHTAG, **auswahl: Any) -> list[Any]:
    table = beschluesse(base(), tag, Auswahl(**auswahl)).tabellen[1]
    return [row[1] for row in table.zeilen]


def test_sitzungen_und_umlaeufe_stehen_nach_tagen() -> None:
    assert kennungen() == ["sg-2026-01/he-2026-01", "um-2026-02/fachtag", "um-2026-01/fachtag"]
    assert kennungen(date(2026, 9, 15)) == ["sg-2026-01/he-2026-01", "um-2026-02/fachtag"]
    assert kennungen(date(2026, 1, 1)) == []


@pytest.mark.parametrize(
    ("auswahl", "anzahl"),
    [
        ({"kennung": HE}, 1),
        ({"kennung": "SG-2026-01"}, 1),
        ({"kennung": "um-2026-01/fachtag"}, 1),
        ({"kennung": "Mehrsprachige Information"}, 1),
        ({"ergebnis": "abgelehnt"}, 1),
        ({"gremium": "ag-beispiel"}, 0),
        ({"von": date(2026, 9, 10)}, 1),
    ],
)
def test_die_auswahl_schraenkt_die_zeilen_ein(auswahl: dict[str, Any], anzahl: int) -> None:
    assert len(kennungen(**auswahl)) == anzahl


def test_zu_einer_kennung_wird_das_ergebnis_erklaert() -> None:
    why = {row[0]: str(row[1]) for row in beschluesse(base(), STICHTAG, Auswahl("um-2026-02")).tabellen[2].zeilen}
    assert "wurde am 3. September 2026 widersprochen" in why["um-2026-02/fachtag"]
    row = beschluesse(base(), STICHTAG, Auswahl(HE)).tabellen[1].zeilen[0]
    assert "5:1:2" in row
    assert "HE-2026-01, Fassung 1" in row


def test_in_einer_sitzung_stehen_sie_in_der_reihenfolge_der_tagesordnung() -> None:
    def tops(*kennungen: str) -> list[dict[str, Any]]:
        return [bau.top(k, beschluesse=[bau.beschluss(f"{k}-b"), bau.beschluss(f"{k}-a")]) for k in kennungen]

    late = bau.sitzung("sg-2026-02", datum="2026-07-02", tagesordnung=tops("zuletzt", "anfang"))
    same_day = bau.sitzung(
        "ag-beispiel-sitzung-2026-01", datum="2026-07-02", gremium="ag-beispiel", tagesordnung=tops("x")
    )
    early = bau.sitzung("sg-2026-09", datum="2026-03-02", tagesordnung=tops("zzz"))
    table = beschluesse(bestand(None, late, same_day, early), STICHTAG, Auswahl()).tabellen[1]

    assert [row[1] for row in table.zeilen] == [
        "sg-2026-09/zzz-b", "sg-2026-09/zzz-a",
        "ag-beispiel-sitzung-2026-01/x-b", "ag-beispiel-sitzung-2026-01/x-a",
        "sg-2026-02/zuletzt-b", "sg-2026-02/zuletzt-a", "sg-2026-02/anfang-b", "sg-2026-02/anfang-a",
    ]  # fmt: skip


@pytest.mark.parametrize("gremium", ["Strategiegruppe", "strategiegruppe", " STRATEGIEGRUPPE"])
def test_das_gremium_darf_geschrieben_werden_wie_man_will(gremium: str) -> None:
    assert kennungen(gremium=gremium) == kennungen()


def test_eine_ag_die_es_nicht_gibt_ist_nicht_dasselbe_wie_keine_beschluesse() -> None:
    with pytest.raises(NetzintFehler, match="Eine Arbeitsgruppe „ag-beispil“ gibt es nicht") as caught:
        kennungen(gremium="ag-beispil")

    assert "ag-beispiel" in caught.value.hinweis


def test_eine_ag_wird_auch_am_namen_erkannt_und_ihre_kennung_steht_in_der_ueberschrift() -> None:
    bericht = beschluesse(base(), STICHTAG, Auswahl(bau.arbeitsgruppe().name))

    assert bericht.titel == "Beschlüsse zu ag-beispiel bis 22. November 2026"


def test_wo_noch_nichts_beschlossen_ist_steht_das_da() -> None:
    assert beschluesse(bau.bestand(), STICHTAG, Auswahl()).tabellen[1].leer == "noch keine"
    assert beschluesse(base(), STICHTAG, Auswahl(ergebnis="angenommen")).tabellen[1].leer == "keine, die dazu passen"


def test_was_es_nicht_gibt_wird_mit_vorschlag_abgelehnt() -> None:
    with pytest.raises(NetzintFehler, match="„sg-2026-1“ gibt es nicht") as caught:
        kennungen(kennung="sg-2026-1")

    assert "sg-2026-01" in caught.value.hinweis
