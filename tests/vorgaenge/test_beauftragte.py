"""The directory of Integrationsbeauftragte: who it is in which Kommune."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.beauftragte import Beauftragte
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang
from netzint.modell.grund import Eintrag
from netzint.vorgaenge.aenderung import Setzen
from netzint.vorgaenge.beauftragte import Angaben, beenden, neu
from tests.bau import bestand, make, mitglied, stelle
from tests.vorgaenge.beschlossenes import HEUTE, abgelehnt

STADT = stelle("stadt-ulm", "stadt", ags="08421000")


def eintrag(kennung: str = "ib-stadt-ulm", **felder: Any) -> Eintrag:
    """An entry of 2020."""
    return make("beauftragte", kennung, **{"stelle": "stadt-ulm", "von": "2020-01-01", "name": "Anna Alt", **felder})


def verzeichnis(*eintraege: Eintrag) -> Bestand:
    """A town, a Stelle that is no Kommune, and one that has ended."""
    return bestand(STADT, stelle("gemeinde-alt", "gemeinde", bis="2024-12-31"), mitglied(), *eintraege)


def test_die_kennung_nennt_den_ort_nie_den_namen() -> None:
    angaben = Angaben(name="Anna Neu", anrede="frau", e_mail="anna@ulm.example")

    done = neu(verzeichnis(), ["ib-stadt-ulm"], stichtag=HEUTE, stelle="stadt-ulm", angaben=angaben)

    (found,) = done.neu
    assert isinstance(found, Beauftragte)
    assert (found.kennung, found.name, found.anrede, found.von) == ("ib-stadt-ulm-2", "Anna Neu", "Frau", HEUTE)
    assert done.hinweise == ()


def test_wer_schon_erfasst_ist_wird_bei_seiner_kennung_genannt() -> None:
    (found,) = neu(
        verzeichnis(), [], stichtag=HEUTE, stelle="stadt-ulm", angaben=Angaben(mitglied="Erika Beispiel")
    ).neu

    assert isinstance(found, Beauftragte)
    assert (found.mitglied, found.name) == ("staedtetag-1", None)


def test_mit_der_nachfolge_endet_der_fruehere_eintrag() -> None:
    done = neu(
        verzeichnis(eintrag()), [], stichtag=HEUTE, stelle="stadt-ulm", angaben=Angaben(name="Neu"), nachfolge=True
    )

    assert done.gesetzt == (Setzen("beauftragte", "ib-stadt-ulm", ("bis",), date(2026, 11, 21)),)


def test_ohne_nachfolge_wird_auf_den_anderen_eintrag_hingewiesen() -> None:
    done = neu(verzeichnis(eintrag()), [], stichtag=HEUTE, stelle="stadt-ulm", angaben=Angaben(name="Neu"))

    assert done.hinweise == (
        "Für stadt-ulm steht auch ib-stadt-ulm im Verzeichnis; endet das: netzint beauftragte beenden ib-stadt-ulm",
    )


@pytest.mark.parametrize(
    ("ags", "text"),
    [
        ({}, "stadt-neu hat keinen Gemeindeschlüssel und zählt darum bei der Abdeckung nicht mit."),
        ({"ags": "08999001"}, "Einen Kreis 08999 gibt es nicht; stadt-neu zählt bei der Abdeckung nicht mit."),
    ],
)
def test_ohne_richtigen_gemeindeschluessel_zaehlt_eine_kommune_nicht(ags: dict[str, str], text: str) -> None:
    known = verzeichnis(stelle("stadt-neu", "stadt", **ags))

    assert neu(known, [], stichtag=HEUTE, stelle="stadt-neu", angaben=Angaben(name="Neu")).hinweise == (text,)


@pytest.mark.parametrize(
    ("felder", "ausgang", "text"),
    [
        (
            {"stelle": "staedtetag"}, Ausgang.ABGELEHNT,
            "staedtetag ist keine Kommune, sondern von der Art „landesverband“.",
        ),
        ({"stelle": "gemeinde-alt"}, Ausgang.ABGELEHNT, "gemeinde-alt gibt es nur bis zum 31. Dezember 2024."),
        ({"angaben": Angaben()}, Ausgang.AUFRUF, "Gebraucht wird entweder --person oder --name."),
        (
            {"angaben": Angaben(name="Erika Beispiel")}, Ausgang.ABGELEHNT,
            "Eine Person dieses Namens ist schon erfasst: staedtetag-1.",
        ),
        (
            {"angaben": Angaben(name="anna alt")}, Ausgang.ABGELEHNT,
            "Diese Person ist für stadt-ulm schon eingetragen (ib-stadt-ulm, seit 1. Januar 2020).",
        ),
        (
            {"angaben": Angaben(mitglied="staedtetag-1", anrede="Frau")}, Ausgang.AUFRUF,
            "Anrede und Kontaktdaten stehen bei der Person selbst.",
        ),
        (
            {"nachfolge": True, "von": date(2020, 1, 1)}, Ausgang.AUFRUF,
            "Die Nachfolge muss später beginnen als das Frühere.",
        ),
    ],
)  # fmt: skip
def test_wer_nicht_eingetragen_wird(felder: dict[str, Any], ausgang: Ausgang, text: str) -> None:
    given = {"stelle": "stadt-ulm", "angaben": Angaben(name="Neu"), **felder}

    assert abgelehnt(neu, verzeichnis(eintrag()), [], stichtag=HEUTE, **given)[:2] == (ausgang, text)


@pytest.mark.parametrize("text", ["ib-stadt-ulm", "stadt-ulm", "Anna Alt"])
def test_beendet_wird_nach_kennung_kommune_oder_name(text: str) -> None:
    done = beenden(verzeichnis(eintrag()), [], stichtag=HEUTE, eintrag=text, bis=date(2026, 12, 31))

    assert done.gesetzt == (Setzen("beauftragte", "ib-stadt-ulm", ("bis",), date(2026, 12, 31)),)


@pytest.mark.parametrize(
    ("felder", "bis", "text"),
    [
        ({"bis": "2025-12-31"}, None, "ib-stadt-ulm endete schon am 31. Dezember 2025."),
        ({}, date(2019, 12, 31), "ib-stadt-ulm begann erst am 1. Januar 2020."),
    ],
)
def test_was_sich_nicht_beenden_laesst(felder: dict[str, str], bis: date | None, text: str) -> None:
    known = verzeichnis(eintrag(**felder))

    assert abgelehnt(beenden, known, [], stichtag=HEUTE, eintrag="ib-stadt-ulm", bis=bis)[1] == text
