"""A new Empfehlung and its wordings."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.empfehlung import Empfehlung
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.vorgaenge import empfehlung
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.empfehlung import Rahmen
from netzint.vorgaenge.empfehlung_wortlaut import Adressatangabe, Wortlaut, revise_fassung
from tests import bau
from tests.vorgaenge.empfehlungsfaelle import HE, STICHTAG, abstimmung, bestand, eingereicht, einziger, gesetzt

MINISTERIUM = Adressatangabe("ministerium", date(2027, 6, 30))
GANZ = Wortlaut("Den Kommunen wird empfohlen, zu informieren.", "Mustertexte.", "Zahl der Texte", MINISTERIUM)


def neu(base: Bestand | None = None, wortlaut: Wortlaut = GANZ, **felder: Any) -> Aenderung:
    values = {"ag": "ag-beispiel", "rahmen": Rahmen("Information"), "am": None, "stichtag": STICHTAG, **felder}
    return empfehlung.neu(base or bestand(), ["he-2026-03"], wortlaut=wortlaut, **values)


def fassung(base: Bestand, **felder: Any) -> Aenderung:
    typed = Wortlaut(**{k: v for k, v in felder.items() if k in Wortlaut._fields})
    rest = {k: v for k, v in felder.items() if k not in Wortlaut._fields}
    return empfehlung.fassung(base, (), **{"kennung": HE, "wortlaut": typed, "am": None, "stichtag": STICHTAG, **rest})


def test_eine_neue_empfehlung_bekommt_die_naechste_nummer_und_fassung_eins() -> None:
    aenderung = neu(rahmen=Rahmen("Information", ("Teilhabe",), "Weil es fehlt."))

    (entry,) = aenderung.neu
    assert isinstance(entry, Empfehlung)
    assert (entry.kennung, entry.ziele, entry.begruendung) == ("he-2026-04", ("ziel-teilhabe",), "Weil es fehlt.\n")
    first = entry.fassungen[0]
    assert (first.nr, first.vom, first.eingereicht) == (1, STICHTAG, None)
    assert [(a.stelle, a.rolle, a.frist) for a in first.adressaten] == [
        ("ministerium", "federfuehrend", date(2027, 6, 30))
    ]
    assert aenderung.betreff == "Empfehlung HE-2026-04 der ag-beispiel angelegt"
    assert aenderung.danach[0][0] == "netzint empfehlung einreichen he-2026-04"
    assert aenderung.hinweise == ()


def test_ohne_ziel_und_mit_verpflichtung_gibt_es_hinweise() -> None:
    aenderung = neu(wortlaut=GANZ._replace(wortlaut="Die Kommunen werden verpflichtet, zu informieren."))

    assert "„verpflichtet“" in aenderung.hinweise[0]
    assert "--ziel" in aenderung.hinweise[1]


@pytest.mark.parametrize(
    ("wortlaut", "text"),
    [
        (GANZ._replace(massnahme="…"), "nur ein Platzhalter"),
        (GANZ._replace(pruefbar="Information"), "wiederholt nur den Titel"),
        (GANZ._replace(wortlaut=""), "Die Angabe zu --wortlaut ist leer."),
        (GANZ._replace(federfuehrend=None), "Es fehlt die federführende Stelle"),
        (GANZ._replace(federfuehrend=Adressatangabe("ministrium")), "„ministrium“ gibt es nicht"),
        (GANZ._replace(beteiligt=(Adressatangabe("ministerium"),)), "zweimal als Adressat"),
        (GANZ._replace(federfuehrend=Adressatangabe("ministerium", date(2026, 1, 1))), "liegt vor dem Tag der Fassung"),
    ],
)
def test_ein_wortlaut_muss_konkret_und_adressiert_sein(wortlaut: Wortlaut, text: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as caught:
        neu(wortlaut=wortlaut)

    assert caught.value.ausgang is Ausgang.AUFRUF
    assert caught.value.hinweis


def test_eine_aufgeloeste_stelle_wird_mit_ihrer_nachfolge_abgelehnt() -> None:
    gone = bau.stelle("altamt", bis="2026-06-30", nachfolge="landesstelle")

    with pytest.raises(NetzintFehler, match=r"gibt es seit dem 30. Juni 2026 nicht mehr") as caught:
        neu(bestand(None, gone), GANZ._replace(federfuehrend=Adressatangabe("altamt")))

    assert caught.value.hinweis == "Ihre Nachfolge ist landesstelle."


@pytest.mark.parametrize(
    ("felder", "text", "ausgang"),
    [
        ({"am": date(2025, 6, 30)}, "gab es ag-beispiel noch nicht", Ausgang.ABGELEHNT),
        ({"am": date(2026, 11, 23)}, "liegt in der Zukunft", Ausgang.AUFRUF),
        ({"ag": "ag-beispeil"}, "„ag-beispeil“ gibt es nicht", Ausgang.AUFRUF),
        ({"rahmen": Rahmen("")}, "--titel ist leer", Ausgang.AUFRUF),
        ({"rahmen": Rahmen("Information", ("ziel-x",))}, "Ein Ziel „ziel-x“ gibt es nicht", Ausgang.AUFRUF),
        ({"am": date(2027, 5, 1), "stichtag": date(2027, 5, 1)}, "ist zu spät", Ausgang.ABGELEHNT),
    ],
)
def test_ag_tag_titel_und_ziel_werden_vorher_geprueft(felder: dict[str, Any], text: str, ausgang: Ausgang) -> None:
    with pytest.raises(NetzintFehler, match=text) as caught:
        neu(**felder)

    assert caught.value.ausgang is ausgang


def test_eine_neue_fassung_uebernimmt_was_nicht_angegeben_ist() -> None:
    aenderung = fassung(bestand(eingereicht()), massnahme="Mustertexte in zwölf Sprachen.")

    step = einziger(aenderung)
    assert step.feld == ("fassungen", 1)
    assert isinstance(step.wert, dict)
    assert (step.wert["nr"], step.wert["massnahme"]) == (2, "Mustertexte in zwölf Sprachen.\n")
    assert step.wert["wortlaut"] == "Die Kommunen informieren mehrsprachig.\n"
    assert "eingereicht" not in step.wert
    assert len(step.wert["adressaten"]) == 2


def test_eine_vorgemerkte_empfehlung_bekommt_ihre_erste_fassung() -> None:
    leer = bestand(bau.empfehlung(HE, fassungen=[]))

    (step,) = empfehlung.fassung(leer, (), kennung=HE, wortlaut=GANZ, am=None, stichtag=STICHTAG).gesetzt

    assert "'nr': 1" in repr(step)


def test_adressaten_kommen_dazu_gehen_und_tauschen_die_federfuehrung() -> None:
    base = bestand(eingereicht())
    new = revise_fassung(
        base,
        base.empfehlungen[HE],
        Wortlaut(federfuehrend=Adressatangabe("landesstelle"), beteiligt=(MINISTERIUM,), ohne=("Staedtetag",)),
        STICHTAG,
    )

    assert [(a.stelle, a.rolle, a.frist) for a in new.adressaten] == [
        ("ministerium", "beteiligt", date(2027, 6, 30)),
        ("landesstelle", "federfuehrend", None),
    ]


@pytest.mark.parametrize(
    ("felder", "text"),
    [
        ({}, "wäre wortgleich mit Fassung 1"),
        ({"wortlaut": "Die Kommunen\n informieren   mehrsprachig."}, "wäre wortgleich"),
        ({"ohne": ("ministerium",)}, "Genau eine Stelle muss federführend sein"),
        ({"ohne": ("gemeindetag",)}, "gemeindetag ist kein Adressat"),
        ({"massnahme": "Neu.", "am": date(2026, 3, 1)}, "eine neue kann nicht vom 1. März 2026 sein"),
    ],
)
def test_eine_fassung_ohne_sinn_wird_abgelehnt(felder: dict[str, Any], text: str) -> None:
    with pytest.raises(NetzintFehler, match=text):
        fassung(bestand(eingereicht()), **felder)


def test_nach_der_annahme_gibt_es_keine_neue_fassung_und_die_ablehnung_nennt_den_weg() -> None:
    he = eingereicht()

    with pytest.raises(NetzintFehler, match="HE-2026-01 ist angenommen; eine neue Fassung ist") as caught:
        fassung(bestand(he, abstimmung(he)), massnahme="Neu.")

    assert caught.value.ausgang is Ausgang.ABGELEHNT
    assert caught.value.hinweis.startswith("Möglich: netzint empfehlung weiterleiten he-2026-01")


@pytest.mark.parametrize("ergebnis", ["abgelehnt", "vertagt", "zurueckverwiesen"])
def test_was_nicht_angenommen_ist_darf_neu_gefasst_werden(ergebnis: str) -> None:
    he = eingereicht()

    assert einziger(fassung(bestand(he, abstimmung(he, ergebnis)), massnahme="Neu.")).feld == ("fassungen", 1)


def test_titel_und_ziele_aendern_sich_ohne_neue_fassung() -> None:
    base = bestand(eingereicht())
    aenderung = empfehlung.aendern(base, (), kennung=HE, rahmen=Rahmen("Neuer Titel", ("ziel-teilhabe",)), ohne_ziel=())

    assert aenderung is not None
    assert gesetzt(aenderung) == [
        (("titel",), "Neuer Titel"),
        (("ziele",), ["ziel-teilhabe"]),
    ]
    same = empfehlung.aendern(base, (), kennung=HE, rahmen=Rahmen("Mehrsprachige Information"), ohne_ziel=())
    assert same is None
    with pytest.raises(NetzintFehler, match="nicht angegeben, was sich ändert"):
        empfehlung.aendern(base, (), kennung=HE, rahmen=Rahmen(), ohne_ziel=())
    with pytest.raises(NetzintFehler, match="nennt ziel-teilhabe nicht"):
        empfehlung.aendern(base, (), kennung=HE, rahmen=Rahmen(), ohne_ziel=("ziel-teilhabe",))
