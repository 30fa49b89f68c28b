"""``mitglied stellvertretung`` and ``aufruecken`` as decisions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.mitglied import Mitglied
from netzint.vorgaenge import mitglied_vertretung
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.mitglied_person import Person
from netzint.vorgaenge.mitglied_sitz import Angaben
from tests import bau
from tests.vorgaenge.zwoelf import person, zwoelf

STICHTAG = bau.STICHTAG
AB = date(2026, 12, 1)
DAVOR = date(2026, 11, 30)
NEU = Person(name="Ida Neu", stelle="stadt-b", funktion="Bürgermeisterin", amt_seit=date(2024, 5, 1))


def vertreten(bestand: Bestand, who: Person = NEU, **rest: Any) -> Aenderung:
    angaben = Angaben("kommunen-stadt", "staedtetag", STICHTAG, AB)
    return mitglied_vertretung.stellvertretung(
        bestand, list(bestand.eintraege), stichtag=STICHTAG, angaben=angaben, person=who, **rest
    )


def aufruecken(bestand: Bestand, who: str = "kommunen-stadt-2", sitz: str = "", **rest: Any) -> Aenderung:
    angaben = Angaben(sitz, rest.pop("durch", "staedtetag"), STICHTAG, AB)
    return mitglied_vertretung.aufruecken(bestand, [], stichtag=STICHTAG, mitglied=who, angaben=angaben, **rest)


def deputy(nr: int = 2, sitz: str = "kommunen-stadt", **felder: Any) -> Mitglied:
    return person(sitz, nr, rolle="stellvertretend", **felder)


def test_eine_stellvertretung_kommt_auf_den_sitz() -> None:
    aenderung = vertreten(zwoelf())
    ida = aenderung.neu[0]

    assert isinstance(ida, Mitglied)
    assert [(ida.kennung, m.sitz, m.rolle) for m in ida.mandate] == [
        ("kommunen-stadt-2", "sitz-kommunen-stadt", "stellvertretend")
    ]


def test_eine_zweite_stellvertretung_wird_abgelehnt_und_kann_abloesen() -> None:
    bestand = zwoelf(deputy())
    with pytest.raises(NetzintFehler, match="gibt es schon eine Stellvertretung: kommunen-stadt-2") as caught:
        vertreten(bestand)

    assert "--abloesen" in caught.value.hinweis
    aenderung = vertreten(bestand, abloesen=True)
    assert [(s.kennung, s.feld) for s in aenderung.gesetzt] == [
        ("kommunen-stadt-2", ("mandate", 0, "bis")),
        ("kommunen-stadt-2", ("mandate", 0, "ende")),
    ]
    assert aenderung.neu[0].kennung == "kommunen-stadt-3"


def test_im_pool_darf_es_mehrere_geben() -> None:
    bestand = zwoelf(deputy(), bau.geschaeftsordnung(bau.fassung(stellvertretung="pool")))

    assert vertreten(bestand).neu[0].kennung == "kommunen-stadt-3"


def test_wo_keine_vorgesehen_ist_gibt_es_keine_stellvertretung() -> None:
    with pytest.raises(NetzintFehler, match=r"sieht am 1\. Dezember 2026 keine Stellvertretung vor"):
        vertreten(zwoelf(bau.geschaeftsordnung(bau.fassung(stellvertretung="keine"))))


def test_ein_ordentliches_mitglied_vertritt_niemanden() -> None:
    with pytest.raises(NetzintFehler, match="jede Person hat nur eine Stimme"):
        vertreten(zwoelf(), Person(kennung="staedtetag-1"))


def test_wer_spaeter_nicht_aufruecken_koennte_wird_erwaehnt() -> None:
    who = NEU._replace(stelle="gemeinde-a")

    assert any("aufrücken kann die Person so nicht" in hinweis for hinweis in vertreten(zwoelf(), who).hinweise)


def test_beim_aufruecken_endet_die_stellvertretung_und_das_bisherige_mandat() -> None:
    aenderung = aufruecken(zwoelf(deputy()))
    wert = {
        "gremium": "strategiegruppe", "sitz": "sitz-kommunen-stadt", "rolle": "ordentlich", "von": AB,
        "benannt": {"durch": "staedtetag", "am": STICHTAG},
    }  # fmt: skip

    assert aenderung.gesetzt == (
        Setzen("mitglied", "kommunen-stadt-1", ("mandate", 0, "bis"), DAVOR),
        Setzen("mitglied", "kommunen-stadt-1", ("mandate", 0, "ende"), {"grund": "nachbenannt", "am": STICHTAG}),
        Setzen("mitglied", "kommunen-stadt-2", ("mandate", 0, "bis"), DAVOR),
        Setzen("mitglied", "kommunen-stadt-2", ("mandate", 0, "ende"), {"grund": "aufgerueckt", "am": STICHTAG}),
        Setzen("mitglied", "kommunen-stadt-2", ("mandate", 1), wert),
    )


def test_auf_einen_freien_sitz_rueckt_man_auf_ohne_jemanden_zu_beenden() -> None:
    aenderung = aufruecken(zwoelf(deputy(), ohne=("kommunen-stadt",)))

    assert {s.kennung for s in aenderung.gesetzt} == {"kommunen-stadt-2"}


def test_wer_nicht_vertritt_rueckt_nicht_auf() -> None:
    with pytest.raises(NetzintFehler, match=r"staedtetag-1 ist am 1\. Dezember 2026 keine Stellvertretung") as caught:
        aufruecken(zwoelf(ohne=("kommunen-stadt",)), "staedtetag-1")

    assert "Frei ab 1. Dezember 2026: „Kommunen – Stadt“" in caught.value.hinweis


def test_wer_auf_zwei_sitzen_vertritt_sagt_auf_welchen_er_rueckt() -> None:
    mandate = [bau.mandat(sitz=f"sitz-{s}", rolle="stellvertretend") for s in ("staedtetag", "gemeindetag")]
    both = bau.mitglied("staedtetag-2", name="Zwei Sitze", mandate=mandate)
    bestand = zwoelf(both)
    with pytest.raises(NetzintFehler, match="vertritt auf mehreren Sitzen") as caught:
        aufruecken(bestand, "staedtetag-2")

    assert "--sitz" in caught.value.hinweis
    ended = [s for s in aufruecken(bestand, "staedtetag-2", "staedtetag").gesetzt if s.feld[-1] == "bis"]
    assert [(s.kennung, s.feld[1]) for s in ended] == [("staedtetag-1", 0), ("staedtetag-2", 0), ("staedtetag-2", 1)]


def test_ohne_das_verlangte_amt_rueckt_niemand_auf() -> None:
    wrong = bau.mitglied("kommunen-stadt-2", name="Ohne Amt", mandate=deputy().model_dump(mode="python")["mandate"])
    with pytest.raises(NetzintFehler, match="verlangt Leitung der Verwaltung in einer Stadt"):
        aufruecken(zwoelf(wrong))
