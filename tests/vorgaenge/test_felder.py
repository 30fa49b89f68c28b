"""Titles and descriptions of Themen, Bedarfe and Ziele; who stands in the directory."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang
from netzint.vorgaenge import beauftragte, bedarf, thema, ziel
from netzint.vorgaenge.aenderung import Setzen
from netzint.vorgaenge.beauftragte import Angaben
from tests import bau
from tests.vorgaenge.beschlossenes import abgelehnt

GEMELDET = {"von": "gemeindetag", "am": "2026-03-01"}


def lage() -> Bestand:
    return bau.bestand(
        bau.thema(schwerpunkt={"ab": "2026-03-12", "beschluss": "sg-2026-01/b"}, beschreibung="Worum es geht.\n"),
        bau.thema("thema-zwei", titel="Zwei"),
        bau.make("bedarf", "bedarf-2026-01", titel="Dolmetschen", gemeldet=GEMELDET),
        bau.make("bedarf", "bedarf-2026-02", titel="Wohnen", gemeldet=GEMELDET),
        bau.make("bedarf", "bedarf-2026-03", titel="Weg", gemeldet=GEMELDET,
                 entfallen={"am": "2026-03-02", "grund": "x\n"}),
        bau.make("ziel", "ziel-eins", titel="Eins", beschreibung="Wortlaut.\n", ab="2026-01-01"),
        bau.make("ziel", "ziel-zwei", titel="Zwei", beschreibung="Wortlaut.\n", ab="2026-01-01"),
        bau.stelle("stadt-b", "stadt", ags="08999002"),
        bau.mitglied(),
        bau.make("beauftragte", "ib-stadt-b", stelle="stadt-b", von="2024-01-01", name="Ina Alt",
                 dienstlich={"telefon": "0711 1"}),
        bau.make("beauftragte", "ib-stadt-b-2", stelle="stadt-b", von="2022-01-01", bis="2023-12-31",
                 mitglied="staedtetag-1"),
    )  # fmt: skip


def test_ein_thema_heisst_anders_und_der_beschluss_nennt_den_alten_titel() -> None:
    done = thema.aendern(lage(), [], thema="beispiel", titel="Anders", ohne=["Beschreibung"])

    assert done is not None
    assert done.gesetzt == (
        Setzen("thema", "thema-beispiel", ("beschreibung",), None),
        Setzen("thema", "thema-beispiel", ("titel",), "Anders"),
    )
    assert done.hinweise == ("Im Beschluss sg-2026-01/b heißt es weiter „Beispiel“.",)
    assert done.betreff == "Angaben zu thema-beispiel geändert (Beschreibung und Titel)"


def test_was_schon_so_dasteht_aendert_nichts() -> None:
    assert thema.aendern(lage(), [], thema="beispiel", titel="Beispiel") is None
    assert ziel.aendern(lage(), [], ziel="eins", titel="Eins") is None


@pytest.mark.parametrize(
    ("act", "felder", "feld", "wert"),
    [
        (bedarf.aendern, {"bedarf": "Dolmetschen", "titel": "Sprache"}, "titel", "Sprache"),
        (bedarf.aendern, {"bedarf": "BEDARF-2026-01", "beschreibung": "Mehr."}, "beschreibung", "Mehr.\n"),
        (ziel.aendern, {"ziel": "eins", "titel": "Eins und mehr"}, "titel", "Eins und mehr"),
    ],
)
def test_nur_das_eine_feld_aendert_sich(act: Any, felder: dict[str, str], feld: str, wert: str) -> None:
    done = act(lage(), [], **felder)

    assert [(step.feld, step.wert) for step in done.gesetzt] == [((feld,), wert)]


@pytest.mark.parametrize(
    ("act", "felder", "ausgang", "text"),
    [
        (thema.aendern, {"thema": "beispiel"}, Ausgang.AUFRUF, "Es fehlt, was sich ändern soll."),
        (thema.aendern, {"thema": "beispiel", "titel": "zwei"}, Ausgang.ABGELEHNT, "So heißt schon thema-zwei."),
        (thema.aendern, {"thema": "bespiel", "titel": "A"}, Ausgang.AUFRUF, "Ein Thema „bespiel“ gibt es nicht."),
        (thema.aendern, {"thema": "beispiel", "ohne": ["titel"]}, Ausgang.AUFRUF,
         "„titel“ ist bei --ohne nicht möglich."),
        (bedarf.aendern, {"bedarf": "bedarf-2026-03", "titel": "A"}, Ausgang.ABGELEHNT,
         "bedarf-2026-03 ist entfallen."),
        (bedarf.aendern, {"bedarf": "bedarf-2026-01", "titel": "wohnen"}, Ausgang.ABGELEHNT,
         "Diesen Bedarf hat gemeindetag schon am 1. März 2026 gemeldet (bedarf-2026-02)."),
        (ziel.aendern, {"ziel": "eins", "titel": "ZWEI"}, Ausgang.ABGELEHNT, "So heißt schon ziel-zwei."),
        (ziel.aendern, {"ziel": "eins", "titel": " "}, Ausgang.AUFRUF, "Die Angabe zu --titel ist leer."),
    ],
)  # fmt: skip
def test_was_nicht_geht(act: Any, felder: dict[str, Any], ausgang: Ausgang, text: str) -> None:
    assert abgelehnt(act, lage(), [], **felder)[:2] == (ausgang, text)


def test_im_verzeichnis_aendert_sich_nur_das_angegebene() -> None:
    neu = Angaben(name="Ina Neu", e_mail="ib@stadt-b.example")

    done = beauftragte.aendern(lage(), [], eintrag="stadt-b", angaben=neu, ohne=["telefon"])

    assert done is not None
    assert {(step.feld, step.wert) for step in done.gesetzt if isinstance(step, Setzen)} == {
        (("name",), "Ina Neu"), (("dienstlich", "e_mail"), "ib@stadt-b.example"), (("dienstlich", "telefon"), None),
    }  # fmt: skip


def test_wer_auch_mitglied_ist_steht_dort_mit_namen() -> None:
    done = beauftragte.aendern(lage(), [], eintrag="ib-stadt-b", angaben=Angaben(mitglied="Erika Beispiel"))

    assert done is not None
    assert {step.feld: step.wert for step in done.gesetzt if isinstance(step, Setzen)} == {
        ("mitglied",): "staedtetag-1", ("name",): None, ("dienstlich",): None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("eintrag", "angaben", "ohne", "text"),
    [
        ("ib-stadt-b", Angaben(), [], "Es fehlt, was sich ändern soll."),
        (
            "ib-stadt-b-2",
            Angaben(name="X Y"),
            [],
            "Name und Erreichbarkeit von ib-stadt-b-2 stehen bei der Person selbst.",
        ),
        ("ib-stadt-b", Angaben(telefon="1"), ["telefon"], "--telefon und --ohne telefon schließen sich aus."),
        (
            "ib-stadt-b",
            Angaben(name="Erika Beispiel"),
            [],
            "Eine Person dieses Namens ist schon erfasst: staedtetag-1.",
        ),
        ("ib-stadt-b", Angaben(e_mail="kaputt"), [], "„kaputt“ ist keine E-Mail-Adresse."),
        ("stadt-x", Angaben(name="X Y"), [], "Einen solchen Eintrag „stadt-x“ gibt es nicht."),
    ],
)
def test_was_im_verzeichnis_nicht_geht(eintrag: str, angaben: Angaben, ohne: list[str], text: str) -> None:
    assert abgelehnt(beauftragte.aendern, lage(), [], eintrag=eintrag, angaben=angaben, ohne=ohne)[1] == text
