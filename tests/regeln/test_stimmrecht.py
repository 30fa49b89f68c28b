"""Who may vote on what: one vote for each seat that is there, in person or by its deputy."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.grund import Eintrag
from netzint.regeln.stimmrecht import Stimmlage, list_stimmlagen
from tests.bau import bestand, fassung, geschaeftsordnung, mitglied, netzwerk, sitzung
from tests.regeln.strategiegruppe import LEITUNG, PERSONEN, abstimmung, die_zwoelf, gehalten, person, vertretung

DEPUTY = vertretung("staedtetag-2")
GS = mitglied("gs-1", mandate=[{"gremium": "geschaeftsstelle", "rolle": "mitarbeit", "von": "2025-01-01"}])
FUER = {"mitglied": "staedtetag-2", "fuer": "staedtetag-1"}
OHNE_STAEDTETAG = [p for p in PERSONEN if p != "staedtetag-1"]


def lage(*eintraege: Eintrag, beschluss: dict[str, Any] | None = None, **felder: Any) -> Stimmlage:
    """The one vote of a held Sitzung."""
    entries = [*die_zwoelf(), DEPUTY, *eintraege, gehalten(abstimmung(**(beschluss or {})), **felder)]
    return list_stimmlagen(bestand(*entries))[0]


def test_alle_zwoelf_haben_eine_stimme() -> None:
    assert lage().berechtigt == PERSONEN
    assert (lage().lage.soll, lage().lage.besetzt, lage().lage.leitung_stimmberechtigt) == (12, 12, True)


@given(st.sets(st.sampled_from(PERSONEN)), st.sets(st.sampled_from(PERSONEN), min_size=1))
def test_befangene_und_abwesende_haben_keine(befangen: set[str], da: set[str]) -> None:
    found = lage(beschluss={"befangen": sorted(befangen)}, anwesend=sorted(da))

    assert set(found.berechtigt) == da - befangen


def test_wer_bei_dem_top_nicht_da_war_hat_keine() -> None:
    gegangen = {"mitglied": "staedtetag-1", "nicht_bei": ["antrag"]}

    assert "staedtetag-1" not in lage(anwesend=[*OHNE_STAEDTETAG, gegangen]).berechtigt
    assert "staedtetag-1" in lage(anwesend=[*OHNE_STAEDTETAG, {**gegangen, "nicht_bei": ["anderes"]}]).berechtigt


def test_die_stellvertretung_stimmt_fuer_das_fehlende_mitglied() -> None:
    assert "staedtetag-2" in lage(anwesend=[*OHNE_STAEDTETAG, FUER]).berechtigt
    assert "staedtetag-2" not in lage(anwesend=[*OHNE_STAEDTETAG, "staedtetag-2"]).berechtigt


def test_ein_sitz_hat_nie_zwei_stimmen() -> None:
    assert len(lage(anwesend=[*PERSONEN, FUER]).berechtigt) == 12
    assert len(lage(anwesend=[*OHNE_STAEDTETAG, FUER, {**FUER, "mitglied": "gemeindetag-1"}]).berechtigt) == 12


@pytest.mark.parametrize(("setting", "count"), [("nein", 11), ("ja", 12)])
def test_ob_fuer_befangene_die_vertretung_stimmt_sagt_die_geschaeftsordnung(setting: str, count: int) -> None:
    law = geschaeftsordnung(fassung(befangen_vertretung=setting))
    befangen = {"befangen": ["staedtetag-1"]}

    assert len(lage(law, beschluss=befangen, anwesend=[*PERSONEN, FUER]).berechtigt) == count
    assert len(lage(law, beschluss=befangen, anwesend=[*OHNE_STAEDTETAG, FUER]).berechtigt) == count


@pytest.mark.parametrize(
    ("befangen", "count"),
    [
        (["staedtetag-1"], 1),
        (["staedtetag-1", "staedtetag-2"], 1),
        (["gs-1"], 0),
        (["staedtetag-2", "gemeindetag-1"], 2),
    ],
)
def test_befangen_sind_sitze_und_nicht_personen(befangen: list[str], count: int) -> None:
    found = lage(GS, beschluss={"befangen": befangen}, anwesend=[*OHNE_STAEDTETAG, FUER, "gs-1"])

    assert found.lage.befangen == count


def test_gaeste_und_ehemalige_haben_keine_stimme() -> None:
    ehemals = person("staedtetag-3", bis="2026-03-11")

    assert lage(ehemals, anwesend=[*PERSONEN, "staedtetag-3"]).berechtigt == PERSONEN


def test_wer_nicht_geladen_war_und_nicht_kam_macht_die_ladung_unvollstaendig() -> None:
    elf = {"versandt": "2026-02-12", "verteiler": OHNE_STAEDTETAG}

    assert lage(einladung=elf).lage.alle_geladen
    assert lage(einladung=elf, anwesend=[*OHNE_STAEDTETAG, FUER]).lage.alle_geladen
    assert lage(einladung=elf, anwesend=OHNE_STAEDTETAG, entschuldigt=["staedtetag-1"]).lage.alle_geladen
    assert not lage(einladung=elf, anwesend=OHNE_STAEDTETAG).lage.alle_geladen


@pytest.mark.parametrize(("feld", "stimme"), [("ja", "ja"), ("nein", "nein"), ("enthaltung", None)])
def test_die_stimme_der_leitung_ergibt_sich_aus_der_namentlichen_abstimmung(feld: str, stimme: str | None) -> None:
    assert lage(beschluss={"namentlich": {feld: [LEITUNG]}}).lage.stimme_leitung == stimme


def test_die_erleichterung_nach_zweiter_ladung_gilt_nur_fuer_das_wieder_aufgenommene() -> None:
    again = {**abstimmung(), "wiederaufnahme": "sg-2025-04/eins"}
    entry = gehalten(again, abstimmung(kennung="zweiter"), zweite_ladung_zu="sg-2025-04")
    found = list_stimmlagen(bestand(*die_zwoelf(), entry))

    assert [s.lage.zweite_ladung for s in found] == [True, False]


def test_wo_besetzte_sitze_zaehlen_darf_keiner_in_einer_unlesbaren_datei_stehen() -> None:
    basis = {"anteil": "mehr_als_1/2", "bezug": "besetzt", "mindestens": "3", "zweite_ladung": "1"}
    law = geschaeftsordnung(fassung(beschlussfaehigkeit=basis))
    elf = [law, *(person(p) for p in OHNE_STAEDTETAG), gehalten(abstimmung(), anwesend=OHNE_STAEDTETAG)]

    assert [s.lage.besetzt for s in list_stimmlagen(bestand(*elf))] == [11]
    assert list_stimmlagen(bestand(*elf, unlesbar=("staedtetag-1",))) == ()


@pytest.mark.parametrize(
    "entries",
    [
        [gehalten(abstimmung(), anwesend=[])],
        [gehalten(abstimmung(), anwesend=["unbekannt-1"])],
        [gehalten(abstimmung()), netzwerk(erfasst_ab="2026-04-01")],
        [gehalten(abstimmung()), geschaeftsordnung(fassung()).model_copy(update={"fassungen": ()})],
        [sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", tagesordnung=[abstimmung()])],
    ],
)
def test_was_sich_nicht_beurteilen_laesst_wird_nicht_beurteilt(entries: list[Eintrag]) -> None:
    assert list_stimmlagen(bestand(*die_zwoelf(), *entries)) == ()
