"""A Mandat was recorded wrongly: the right value, and beside it what stood there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang
from netzint.modell.mitglied import Mitglied
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.mitglied_berichtigen import Richtig, mandat_berichtigen
from tests import bau
from tests.vorgaenge.anwenden import apply
from tests.vorgaenge.beschlossenes import HEUTE, abgelehnt
from tests.vorgaenge.danach import neue_befunde
from tests.vorgaenge.zwoelf import person, zwoelf


def berichtige(bestand: Bestand, mitglied: str = "staedtetag-1", mandat: str | None = None, **felder: Any) -> Any:
    return mandat_berichtigen(
        bestand, [], stichtag=HEUTE, mitglied=mitglied, mandat=mandat, richtig=Richtig(**felder), grund="Versehen."
    )


def test_der_richtige_tag_steht_da_und_daneben_was_vorher_dort_stand() -> None:
    done: Aenderung = berichtige(zwoelf(), ab=date(2025, 3, 1))

    assert done.gesetzt == (
        Setzen("mitglied", "staedtetag-1", ("mandate", 0, "von"), date(2025, 3, 1)),
        Setzen("mitglied", "staedtetag-1", ("berichtigungen", 0),
               {"zu": "mandate.1", "am": HEUTE, "statt": {"von": date(2025, 2, 1)}, "grund": "Versehen.\n"}),
    )  # fmt: skip
    assert "erster Tag" in done.betreff
    assert neue_befunde(zwoelf(), apply(zwoelf(), done), HEUTE) == []


def test_von_der_benennung_aendert_sich_nur_was_falsch_war() -> None:
    done: Aenderung = berichtige(zwoelf(), "kommunen-stadt-1", durch="Landkreistag")

    assert done.gesetzt[0].feld == ("mandate", 0, "benannt", "durch")
    vermerk = done.gesetzt[1]
    assert isinstance(vermerk, Setzen)
    assert isinstance(vermerk.wert, dict)
    assert vermerk.wert["statt"] == {"benannt": {"durch": "gemeindetag", "am": date(2025, 1, 15)}}


def test_ein_leerer_sitz_ist_der_richtige() -> None:
    known = zwoelf(ohne=("ministerium-b",))

    done: Aenderung = berichtige(known, "ministerium-a-1", sitz="ministerium-b")

    assert apply(known, done).mitglieder["ministerium-a-1"].mandate[0].sitz == "sitz-ministerium-b"


def test_zwei_vertauschte_sitze_werden_in_einem_zug_berichtigt() -> None:
    known = zwoelf()

    done: Aenderung = berichtige(known, "ministerium-a-1", sitz="ministerium-b", tausch=True)
    after = apply(known, done)

    assert {k: after.mitglieder[k].mandate[0].sitz for k in ("ministerium-a-1", "ministerium-b-1")} == {
        "ministerium-a-1": "sitz-ministerium-b", "ministerium-b-1": "sitz-ministerium-a",
    }  # fmt: skip
    assert all(after.mitglieder[k].berichtigungen for k in ("ministerium-a-1", "ministerium-b-1"))
    assert done.betreff == "Berichtigt: die Sitze von ministerium-a-1 und ministerium-b-1 waren vertauscht"
    assert neue_befunde(known, after, HEUTE) == []


def test_ein_ende_das_es_nicht_gab_nimmt_seinen_grund_mit() -> None:
    ended = zwoelf(person("staedtetag", bis="2026-06-30", ende={"grund": "abberufen", "am": "2026-06-01"}))

    done: Aenderung = berichtige(ended, ohne=("bis",))

    mandat = apply(ended, done).mitglieder["staedtetag-1"].mandate[0]
    assert (mandat.bis, mandat.ende) == (None, None)


@pytest.mark.parametrize("bis", ["2026-06-30", "2026-06"])
def test_einem_mandat_das_zu_ende_ist_laesst_sich_der_grund_nachtragen(bis: str) -> None:
    ended = zwoelf(person("staedtetag", bis=bis))

    done: Aenderung = berichtige(ended, endegrund="amt_beendet")

    mandat = apply(ended, done).mitglieder["staedtetag-1"].mandate[0]
    assert mandat.ende is not None
    assert (mandat.ende.grund, mandat.ende.am) == ("amt_beendet", date(2026, 6, 30))


def test_was_schon_so_dasteht_ist_nichts_zu_tun() -> None:
    assert berichtige(zwoelf(), ab=date(2025, 2, 1)) is None


@pytest.mark.parametrize(
    ("mitglied", "felder", "ausgang", "text"),
    [
        ("staedtetag-1", {}, Ausgang.AUFRUF, "Es fehlt, was richtig ist."),
        ("staedtetag-9", {"ab": HEUTE}, Ausgang.AUFRUF, "Ein Mitglied „staedtetag-9“ gibt es nicht."),
        ("staedtetag-1", {"sitz": "stadtetag"}, Ausgang.AUFRUF, "Einen Sitz „stadtetag“ gibt es nicht."),
        ("staedtetag-1", {"bis": date(2025, 1, 1)}, Ausgang.AUFRUF,
         "Der letzte Tag (1. Januar 2025) liegt vor dem ersten (1. Februar 2025)."),
        ("staedtetag-1", {"rolle": "gast"}, Ausgang.AUFRUF, "„gast“ ist bei --rolle nicht möglich."),
        ("staedtetag-1", {"endegrund": "verstorben"}, Ausgang.ABGELEHNT, "Dieses Mandat ist nicht beendet."),
        ("staedtetag-1", {"durch": "gemeindetag"}, Ausgang.ABGELEHNT,
         "Gemeindetag darf für den Sitz „Landesverbände – Städtetag“ nicht benennen."),
        ("staedtetag-1", {"benannt_am": date(2025, 2, 2)}, Ausgang.AUFRUF,
         "Das Mandat kann nicht am 1. Februar 2025 beginnen: benannt wurde erst am 2. Februar 2025."),
        ("ministerium-a-1", {"sitz": "ministerium-b"}, Ausgang.ABGELEHNT,
         "Der Sitz „Ministerium – B“ ist am 1. Februar 2025 besetzt: ministerium-b-1 seit 1. Februar 2025."),
        ("ministerium-a-1", {"sitz": "ministerium-a", "tausch": True, "ab": HEUTE}, Ausgang.AUFRUF,
         "Auf dem richtigen Sitz ist in dieser Zeit niemand oder mehr als eine Person eingetragen."),
    ],
)  # fmt: skip
def test_was_nicht_gewesen_sein_kann(mitglied: str, felder: dict[str, Any], ausgang: Ausgang, text: str) -> None:
    refused = abgelehnt(berichtige, zwoelf(), mitglied, **felder)

    assert refused[:2] == (ausgang, text)
    assert refused[2]


def test_worin_jemand_mitgewirkt_hat_bleibt_im_mandat() -> None:
    held = bau.sitzung("sg-2025-01", datum="2025-03-12", anwesend=["staedtetag-1"], abgeschlossen="2025-03-12")

    refused = abgelehnt(berichtige, zwoelf(held), ab=date(2025, 4, 1))

    assert refused[:2] == (
        Ausgang.ABGELEHNT,
        (
            "Das Mandat von staedtetag-1 kann nicht erst am 1. April 2025 beginnen: am 12. März 2025 war die Sitzung "
            "SG-2025-01 mit dieser Person."
        ),
    )
    assert "bis zum 12. März 2025" in refused[2]


def test_bei_mehreren_mandaten_wird_gefragt_welches() -> None:
    ag = bau.arbeitsgruppe()
    both = person("staedtetag").model_dump()
    both["mandate"] = [*both["mandate"], {"gremium": "ag-beispiel", "rolle": "gast", "von": "2025-08-01"}]
    known = zwoelf(ag, bau.thema(), Mitglied.model_validate({**both, "kennung": "staedtetag-1"}))

    assert abgelehnt(berichtige, known, ab=date(2025, 9, 1))[1:] == (
        "staedtetag-1 hat mehrere Mandate.",
        (
            "Mit --mandat die Nummer angeben. 1: ordentliches Mitglied auf dem Sitz „Landesverbände – Städtetag“ ab "
            "1. Februar 2025; 2: Gast in ag-beispiel ab 1. August 2025"
        ),
    )
    done = berichtige(known, mandat="ag-beispiel", ab=date(2025, 9, 1), rolle="sachverstaendig")
    assert [step.feld[:3] for step in done.gesetzt[:2]] == [("mandate", 1, "rolle"), ("mandate", 1, "von")]
    assert abgelehnt(berichtige, known, mandat="2", sitz="staedtetag")[1] == "In ag-beispiel gibt es keine Sitze."
