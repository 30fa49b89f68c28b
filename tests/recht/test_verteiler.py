"""Who is invited to a Sitzung."""

from __future__ import annotations

from typing import Any

from netzint.recht.verteiler import Verteiler, list_verteiler
from tests import bau
from tests.regeln.strategiegruppe import PERSONEN, die_zwoelf, person, vertretung

HE = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}
VORLAGE = bau.make(
    "beschlussvorlage", "bv-2026-001", betreff="X", vom="2026-11-01", federfuehrung="ag-beispiel", antrag=HE
)


def leitung(kennung: str, ag: str = "ag-beispiel", **felder: Any) -> Any:
    return bau.mitglied(kennung, mandate=[{"gremium": ag, "rolle": "leitung", "von": "2025-07-01", **felder}])


def verteiler(*eintraege: Any, tops: list[dict[str, Any]] | None = None) -> Verteiler:
    entry = bau.sitzung("sg-2026-03", datum="2026-12-15", tagesordnung=tops or [bau.top()])
    bestand = bau.bestand(*die_zwoelf(), bau.arbeitsgruppe(), bau.empfehlung(), VORLAGE, entry, *eintraege)
    return list_verteiler(bestand, entry)


def test_geladen_werden_alle_zwoelf_in_der_reihenfolge_ihrer_sitze() -> None:
    assert verteiler() == Verteiler(PERSONEN, (), ())


def test_stellvertretungen_stehen_in_der_reihenfolge_der_sitze_und_gelten_am_sitzungstag() -> None:
    found = verteiler(
        vertretung("landkreistag-2"), vertretung("gemeindetag-2"), vertretung("staedtetag-2", bis="2026-12-14")
    )

    assert found.vertretungen == ("gemeindetag-2", "landkreistag-2")
    assert found.geladen == (*PERSONEN, "gemeindetag-2", "landkreistag-2")


def test_eine_vakanz_laesst_eine_luecke() -> None:
    assert "staedtetag-1" not in verteiler(person("staedtetag-1", bis="2026-12-01")).mitglieder


def test_gast_ist_die_leitung_der_ag_von_der_ein_punkt_handelt_oder_deren_empfehlung_vorliegt() -> None:
    assert verteiler(leitung("ag-beispiel-01"), tops=[bau.top("bericht", bezug=["ag-beispiel"])]).gaeste == (
        "ag-beispiel-01",
    )
    assert verteiler(leitung("ag-beispiel-01"), tops=[bau.top("he", vorlage="bv-2026-001")]).gaeste == (
        "ag-beispiel-01",
    )
    assert verteiler(leitung("ag-beispiel-01")).gaeste == ()


def test_zu_einem_abgesetzten_punkt_kommt_kein_gast_und_wer_mitglied_ist_ist_keiner() -> None:
    off = bau.top("bericht", bezug=["ag-beispiel"], abgesetzt={"am": "2026-12-01", "grund": "Zeit.\n"})
    both = bau.mitglied(
        "staedtetag-1", mandate=[bau.mandat(), {"gremium": "ag-beispiel", "rolle": "leitung", "von": "2025-07-01"}]
    )

    assert verteiler(leitung("ag-beispiel-01"), tops=[off]).gaeste == ()
    assert verteiler(both, tops=[bau.top("bericht", bezug=["ag-beispiel"])]).gaeste == ()


def test_eine_ag_laedt_alle_die_in_ihr_ein_mandat_haben() -> None:
    entry = bau.sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", datum="2026-12-15")
    people = (
        leitung("ag-beispiel-01"),
        leitung("ag-beispiel-02", rolle="gast"),
        leitung("ag-beispiel-03", bis="2026-12-01"),
    )

    assert list_verteiler(bau.bestand(*people, entry), entry).mitglieder == ("ag-beispiel-01", "ag-beispiel-02")
