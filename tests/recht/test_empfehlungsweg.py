"""What an Empfehlung needs next, and who has to act."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.recht.annahme import find_annahme, open_adressaten, passed_on
from netzint.recht.empfehlungsweg import list_fehlendes
from tests import bau
from tests.vorgaenge.empfehlungsfaelle import (
    HE,
    STICHTAG,
    abstimmung,
    angenommen,
    bestand,
    eingereicht,
    hefassung,
    weitergeleitet,
)


def fehlt(base: Bestand, tag: date = STICHTAG) -> list[tuple[str, str]]:
    """Who has to act, and by which command."""
    return [(f.wer, f.befehl) for f in list_fehlendes(base, base.empfehlungen[HE], tag)]


def nach(ergebnis: str) -> Bestand:
    he = eingereicht()
    return bestand(he, abstimmung(he, ergebnis))


@pytest.mark.parametrize(
    ("base", "wer", "befehl"),
    [
        (
            bestand(eingereicht(fassungen=[hefassung(eingereicht=None)])),
            "ag-beispiel",
            "empfehlung einreichen he-2026-01",
        ),
        (bestand(eingereicht()), "geschaeftsstelle", "sitzung neu"),
        (
            bestand(eingereicht(), bau.sitzung("sg-2026-09", datum="2026-12-15")),
            "geschaeftsstelle",
            "sitzung fortschreiben sg-2026-09",
        ),
        (
            bestand(eingereicht(), bau.sitzung("sg-2026-09", datum="2026-12-15", tagesordnung=[bau.top(HE)])),
            "strategiegruppe",
            "sitzung zeigen sg-2026-09",
        ),
        (
            bestand(eingereicht(), bau.sitzung("sg-2026-09", datum="2026-11-20", tagesordnung=[bau.top(HE)])),
            "strategiegruppe",
            "sitzung einladen sg-2026-09",
        ),
        (nach("vertagt"), "geschaeftsstelle", "sitzung neu"),
        (nach("zurueckverwiesen"), "ag-beispiel", "empfehlung fassung he-2026-01"),
        (angenommen(), "geschaeftsstelle", "empfehlung weiterleiten he-2026-01"),
    ],
)
def test_bis_zur_weiterleitung_ist_immer_genau_einer_am_zug(base: Bestand, wer: str, befehl: str) -> None:
    assert fehlt(base) == [(wer, f"netzint {befehl}")]


def test_nach_der_ablehnung_fehlt_nichts() -> None:
    assert fehlt(nach("abgelehnt")) == []


def test_waehrend_der_sitzung_ist_die_abstimmung_dran_solange_nichts_entschieden_ist() -> None:
    tops = [bau.top(HE)]
    running = bau.sitzung("sg-2026-09", datum="2026-11-20", anwesend=["staedtetag-1"], tagesordnung=tops)

    assert fehlt(bestand(eingereicht(), running))[0][1] == "netzint sitzung abstimmen sg-2026-09 he-2026-01"
    closed = running.model_copy(update={"abgeschlossen": date(2026, 11, 21)})
    assert fehlt(bestand(eingereicht(), closed))[0][1] == "netzint sitzung neu"


def test_waehrend_eines_umlaufs_stimmt_die_strategiegruppe_ab() -> None:
    antrag = {"art": "empfehlung", "empfehlungen": [HE]}
    umlauf = bau.make(
        "umlauf", "um-2026-01", titel="X", versandt="2026-11-10", frist="2026-11-24", beschluss="x", antrag=antrag
    )

    assert fehlt(bestand(eingereicht(), umlauf)) == [("strategiegruppe", "netzint umlauf zeigen um-2026-01")]


@pytest.mark.parametrize(
    ("stand", "erwartet"),
    [
        ([], ("ministerium", "rueckmeldung")),
        ([{"am": "2026-06-20", "status": "in_umsetzung"}], ("geschaeftsstelle", "ueberpruefen")),
        ([{"am": "2026-06-20", "status": "umgesetzt"}], ("geschaeftsstelle", "erledigen")),
        ([{"am": "2026-06-20", "status": "nicht_aufgegriffen", "grund": "X\n"}], ("geschaeftsstelle", "erledigen")),
    ],
)
def test_bei_jeder_stelle_fehlt_der_naechste_schritt(stand: list[dict[str, Any]], erwartet: tuple[str, str]) -> None:
    wer, act = erwartet

    assert fehlt(weitergeleitet(*stand))[1:] == [(wer, f"netzint empfehlung {act} he-2026-01 --stelle ministerium")]


def test_das_dringendste_steht_vorn_und_erledigtes_fehlt_nicht() -> None:
    done = {"am": "2026-06-20", "status": "erledigt", "vermerk": "X\n"}
    sent = [
        {"stelle": "staedtetag", "am": "2026-04-01", "antwort_bis": "2027-06-01"},
        {"stelle": "ministerium", "am": "2026-04-01"},
        {"stelle": "gemeindetag", "am": "2026-04-01", "stand": [done]},
    ]

    assert [wer for wer, _ in fehlt(angenommen(weiterleitungen=sent))] == ["ministerium", "staedtetag"]


def test_was_abgegeben_ist_muss_bei_der_anderen_stelle_ankommen() -> None:
    base = weitergeleitet({"am": "2026-06-20", "status": "abgegeben", "an": "landesstelle"})
    he = base.empfehlungen[HE]

    assert passed_on(he, STICHTAG) == ("landesstelle",)
    assert passed_on(he, date(2026, 6, 19)) == ()
    assert fehlt(base)[-1][1] == "netzint empfehlung weiterleiten he-2026-01 --stelle landesstelle"


@pytest.mark.parametrize(
    ("seals", "siegelstand", "befehl"),
    [([], "fehlt", "empfehlung siegeln he-2026-01"), ([f"n1:{'0' * 64}"], "passt_nicht", "verlauf he-2026-01")],
)
def test_ein_siegel_das_nicht_gilt_steht_vor_der_weiterleitung(seals: list[str], siegelstand: str, befehl: str) -> None:
    he = eingereicht()
    base = bestand(he, abstimmung(he, siegel=seals))
    annahme = find_annahme(base, he, STICHTAG)

    assert annahme is not None
    assert annahme.siegelstand == siegelstand
    assert fehlt(base)[0][1] == f"netzint {befehl}"
    assert [a.stelle for a in open_adressaten(base, he, annahme, STICHTAG)] == ["ministerium", "staedtetag"]


def test_was_eine_arbeitsgruppe_beschliesst_ist_keine_annahme() -> None:
    he = eingereicht()
    vote = abstimmung(he).model_copy(update={"gremium": "ag-beispiel"})

    assert find_annahme(bestand(he, vote), he, STICHTAG) is None
    assert find_annahme(bestand(he, abstimmung(he)), he, date(2026, 3, 11)) is None


def test_was_bei_einer_beendeten_stelle_offen_ist_geht_an_ihre_nachfolge() -> None:
    base = weitergeleitet()
    stelle = base.empfehlungen[HE].weiterleitungen[0].stelle
    ended = base.stellen[stelle].model_copy(update={"bis": date(2026, 11, 1), "nachfolge": "stadt-b"})
    befehle = [befehl for _, befehl in fehlt(base.replaced([ended]))]

    assert f"netzint empfehlung abgeben {HE} --stelle {stelle} --an stadt-b" in befehle
    assert not any("abgeben" in befehl for _, befehl in fehlt(base))
