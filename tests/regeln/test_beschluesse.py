"""Beschlüsse are recorded completely, with votes that add up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.sitzung import Sitzung
from netzint.regeln.ag_beschluesse import ag_ergebnis_widerspricht_den_stimmen, ag_hat_mehr_stimmen_als_anwesende
from netzint.regeln.beschluesse import (
    befangene_person_war_nicht_da,
    beschluss_kennung_ist_doppelt,
    ergebnis_passt_nicht_zum_antrag,
    namentlich_stimmt_wer_nicht_darf,
    namentliche_stimmen_stimmen_nicht_mit_den_zahlen,
    stimmen_fehlen,
    stimmen_gehen_nicht_auf,
)
from tests.bau import beschluss, mitglied, netzwerk, sitzung, top
from tests.regeln.strategiegruppe import PERSONEN, abstimmung, die_zwoelf, gehalten, person
from tests.regeln.urteil import gemeldet, urteile

ORT = ("tagesordnung", 0, "beschluesse", 0)
ZAHLEN = st.integers(0, 14)


def test_beschluesse_einer_sitzung_haben_verschiedene_kennungen() -> None:
    zwei = [top("a", beschluesse=[beschluss("eins")]), top("b", beschluesse=[beschluss("zwei"), beschluss("eins")])]
    befunde = urteile(beschluss_kennung_ist_doppelt, sitzung(tagesordnung=zwei))

    assert gemeldet(beschluss_kennung_ist_doppelt, sitzung(tagesordnung=zwei[:1]), sitzung("sg-2026-02")) == []
    assert [(b.code, b.kennung) for b in befunde] == [("B101", "sg-2026-01")]
    assert befunde[0].feld == ("tagesordnung", 1, "beschluesse", 1, "kennung")


@given(ZAHLEN, ZAHLEN, ZAHLEN, ZAHLEN)
def test_die_stimmen_ergeben_die_anwesenden_und_stimmberechtigten(ja: int, nein: int, enth: int, ohne: int) -> None:
    entry = gehalten(abstimmung(ja, nein, enth, nicht_teilgenommen=str(ohne)))
    reported = [] if ja + nein + enth + ohne == 12 else [("B102", "sg-2026-01")]

    assert gemeldet(stimmen_gehen_nicht_auf, *die_zwoelf(), entry) == reported


def test_der_befund_nennt_die_zahlen() -> None:
    entry = gehalten(abstimmung(9, 1, 1, nicht_teilgenommen="1", befangen=["staedtetag-1"]))
    befunde = urteile(stimmen_gehen_nicht_auf, *die_zwoelf(), entry)

    assert [(b.code, b.feld, b.schluessel) for b in befunde] == [("B102", (*ORT, "ja"), ("beschluss",))]
    assert "9 Ja + 1 Nein + 1 Enthaltung + 1 nicht teilgenommen = 12 Stimmen" in befunde[0].text
    assert "stimmberechtigt waren 11 (1 befangen)" in befunde[0].text


@pytest.mark.parametrize(("ja", "found"), [(12, 0), (11, 0), (13, 1)])
def test_die_stimme_von_jemandem_ohne_mandat_meldet_schon_die_anwesenheit(ja: int, found: int) -> None:
    elf = [p for p in die_zwoelf() if p.kennung != "staedtetag-1"]
    ehemals = person("staedtetag-1", bis="2026-03-11")

    assert (
        gemeldet(stimmen_gehen_nicht_auf, *elf, ehemals, gehalten(abstimmung(ja))) == [("B102", "sg-2026-01")] * found
    )


def test_ohne_zahlen_geht_nichts_auf_oder_nicht_auf() -> None:
    assert gemeldet(stimmen_gehen_nicht_auf, *die_zwoelf(), gehalten(top("eins"))) == []
    assert gemeldet(stimmen_gehen_nicht_auf, *die_zwoelf(), ohne_zahlen("vertagt")) == []


def test_vor_dem_erfassten_zeitraum_wird_nicht_nachgezaehlt() -> None:
    frueher = netzwerk(erfasst_ab="2026-04-01")

    assert gemeldet(stimmen_gehen_nicht_auf, *die_zwoelf(), frueher, gehalten(abstimmung(3))) == []


def test_befangen_ist_wer_da_war_oder_vertreten_wurde() -> None:
    befangen = abstimmung(11, befangen=["staedtetag-1"])
    vertreten = [*PERSONEN[:3], {"mitglied": "staedtetag-2", "fuer": "staedtetag-1"}]
    befunde = urteile(befangene_person_war_nicht_da, gehalten(befangen, anwesend=list(PERSONEN[:3])))
    where = gehalten(befangen).tagesordnung[0].kennung
    draussen = gehalten(befangen, anwesend=[{"mitglied": "staedtetag-1", "nicht_bei": [where]}, *PERSONEN[:3]])

    assert gemeldet(befangene_person_war_nicht_da, draussen) == [("B103", "sg-2026-01")]
    assert gemeldet(befangene_person_war_nicht_da, gehalten(befangen)) == []
    assert gemeldet(befangene_person_war_nicht_da, gehalten(befangen, anwesend=vertreten)) == []
    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("B103", "sg-2026-01", (*ORT, "befangen", 0))]


def namentlich(**felder: Any) -> Sitzung:
    """Two Ja, one Nein, taken by name."""
    named = {"ja": ["staedtetag-1", "gemeindetag-1"], "nein": ["landkreistag-1"], **felder}
    return gehalten(abstimmung(2, 1, namentlich=named), anwesend=["staedtetag-1", "gemeindetag-1", "landkreistag-1"])


def test_namen_und_zahlen_stimmen_ueberein() -> None:
    assert gemeldet(namentliche_stimmen_stimmen_nicht_mit_den_zahlen, namentlich()) == []


@pytest.mark.parametrize(
    ("felder", "where"),
    [
        ({"ja": ["staedtetag-1"]}, ["ja"]),
        ({"enthaltung": ["ministerium-a-1"]}, ["enthaltung"]),
        ({"nein": ["staedtetag-1"]}, []),
    ],
)
def test_namen_und_zahlen_die_nicht_stimmen_werden_gemeldet(felder: dict[str, Any], where: list[str]) -> None:
    befunde = urteile(namentliche_stimmen_stimmen_nicht_mit_den_zahlen, namentlich(**felder))

    assert [(b.code, b.feld) for b in befunde] == [("B104", (*ORT, "namentlich", *where))]


@pytest.mark.parametrize(("stimme", "found"), [("ja", 0), ("nein", 1)])
def test_die_entscheidende_stimme_ist_die_namentliche(stimme: str, found: int) -> None:
    named = {"ja": [PERSONEN[0]], "nein": ["staedtetag-1"]}
    entry = gehalten(abstimmung(1, 1, namentlich=named, stimme_leitung=stimme))
    befunde = urteile(namentliche_stimmen_stimmen_nicht_mit_den_zahlen, entry)

    assert [(b.code, b.feld) for b in befunde] == [("B104", (*ORT, "stimme_leitung"))] * found


def test_in_der_ag_stimmt_namentlich_ab_wer_da_war() -> None:
    named = {"ja": ["ag-beispiel-01"], "nein": ["staedtetag-1"]}
    da = ["ag-beispiel-01", "ag-beispiel-02"]
    ag = {"kennung": "ag-beispiel-sitzung-2026-01", "gremium": "ag-beispiel", "anwesend": da}
    befunde = urteile(namentlich_stimmt_wer_nicht_darf, gehalten(abstimmung(1, 1, namentlich=named), **ag))

    assert [(b.code, b.feld) for b in befunde] == [("B105", (*ORT, "namentlich", "nein", 0))]


def test_namentlich_stimmt_ab_wer_stimmberechtigt_ist() -> None:
    gs = mitglied("gs-1", mandate=[{"gremium": "geschaeftsstelle", "rolle": "mitarbeit", "von": "2025-01-01"}])
    befunde = urteile(namentlich_stimmt_wer_nicht_darf, *die_zwoelf(), gs, namentlich(ja=["staedtetag-1", "gs-1"]))

    assert gemeldet(namentlich_stimmt_wer_nicht_darf, *die_zwoelf(), namentlich()) == []
    assert [(b.code, b.feld) for b in befunde] == [("B105", (*ORT, "namentlich", "ja", 1))]


@pytest.mark.parametrize("ergebnis", ["geaendert_angenommen", "zurueckverwiesen"])
def test_geaendert_oder_zurueckverwiesen_wird_nur_eine_empfehlung(ergebnis: str) -> None:
    he = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}

    assert gemeldet(ergebnis_passt_nicht_zum_antrag, gehalten(abstimmung(antrag=he, ergebnis=ergebnis))) == []
    assert gemeldet(ergebnis_passt_nicht_zum_antrag, gehalten(abstimmung(ergebnis=ergebnis))) == [
        ("B106", "sg-2026-01")
    ]


@pytest.mark.parametrize("ergebnis", ["angenommen", "abgelehnt", "vertagt", "nicht_beschlussfaehig"])
def test_andere_ergebnisse_gibt_es_bei_jedem_antrag(ergebnis: str) -> None:
    assert gemeldet(ergebnis_passt_nicht_zum_antrag, gehalten(abstimmung(ergebnis=ergebnis))) == []


def ohne_zahlen(ergebnis: str, **felder: Any) -> Sitzung:
    """A vote without counts."""
    vote = {"kennung": "eins", "antrag": {"art": "sonstiges"}, "ergebnis": ergebnis}
    return gehalten(top("eins", beschluesse=[vote]), **felder)


def test_zu_einer_entscheidung_gehoeren_zahlen() -> None:
    befunde = urteile(stimmen_fehlen, ohne_zahlen("angenommen"))

    assert gemeldet(stimmen_fehlen, gehalten(abstimmung())) == []
    assert [(b.code, b.feld) for b in befunde] == [("B107", (*ORT, "ja"))]
    assert befunde[0].text.endswith("fehlt: ja und nein")


@pytest.mark.parametrize(
    "entry",
    [
        ohne_zahlen("vertagt"),
        ohne_zahlen("nicht_beschlussfaehig"),
        ohne_zahlen("angenommen", datum="2024-05-05"),
        ohne_zahlen("angenommen", kennung="ag-beispiel-sitzung-2026-01", gremium="ag-beispiel"),
    ],
)
def test_wo_nichts_entschieden_ist_braucht_es_keine_zahlen(entry: Sitzung) -> None:
    assert gemeldet(stimmen_fehlen, entry) == []


def in_der_ag(ja: int, nein: int = 0, **felder: Any) -> Sitzung:
    """A vote of three people in an AG."""
    da = ["ag-beispiel-01", "ag-beispiel-02", "ag-beispiel-03"]
    ag = {"kennung": "ag-beispiel-sitzung-2026-01", "gremium": "ag-beispiel"}
    return gehalten(abstimmung(ja, nein, **felder), anwesend=da, **ag)


def test_in_der_ag_stimmen_hoechstens_alle_die_da_sind() -> None:
    assert gemeldet(ag_hat_mehr_stimmen_als_anwesende, in_der_ag(2, 1)) == []
    assert gemeldet(ag_hat_mehr_stimmen_als_anwesende, in_der_ag(3, 1)) == [("B108", "ag-beispiel-sitzung-2026-01")]
    assert gemeldet(ag_hat_mehr_stimmen_als_anwesende, gehalten(abstimmung(14))) == []


@pytest.mark.parametrize(
    ("ja", "nein", "ergebnis", "found"),
    [(2, 1, "angenommen", 0), (1, 2, "angenommen", 1), (1, 1, "angenommen", 1), (2, 1, "abgelehnt", 1)],
)
def test_in_der_ag_entscheidet_die_mehrheit(ja: int, nein: int, ergebnis: str, found: int) -> None:
    reported = [("B109", "ag-beispiel-sitzung-2026-01")] * found

    assert gemeldet(ag_ergebnis_widerspricht_den_stimmen, in_der_ag(ja, nein, ergebnis=ergebnis)) == reported
