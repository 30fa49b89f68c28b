"""An Aenderung becomes the bytes of files."""

from __future__ import annotations

import pytest

from netzint.ablage.umsetzen import to_dateien
from netzint.modell.fehler import NetzintFehler
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from tests import bau

THEMA = bau.make("thema", "thema-neu", titel="Neu", aufgenommen="2026-11-01")
PFAD = "daten/themen/thema-neu.yaml"


def leer(_pfad: str) -> bytes | None:
    return None


TEXT = b"titel: Neu   # so hiess es\naufgenommen: 2026-11-01\n"


def test_ein_neuer_eintrag_wird_seine_datei() -> None:
    assert to_dateien(Aenderung("x", "X", neu=(THEMA,)), leer) == {PFAD: b"titel: Neu\naufgenommen: 2026-11-01\n"}


def test_ein_eintrag_den_es_gibt_wird_nicht_ueberschrieben() -> None:
    with pytest.raises(NetzintFehler, match=f"{PFAD} gibt es schon."):
        to_dateien(Aenderung("x", "X", neu=(THEMA,)), {PFAD: TEXT}.get)


def test_ein_feld_setzen_laesst_die_anderen_zeilen_wie_sie_sind() -> None:
    aenderung = Aenderung("x", "X", gesetzt=(Setzen("thema", "thema-neu", ("titel",), "Neuer"),))

    assert to_dateien(aenderung, {PFAD: TEXT}.get) == {PFAD: TEXT.replace(b"Neu   #", b"Neuer  #")}


def test_mehrere_schritte_an_einer_datei_bauen_aufeinander_auf() -> None:
    schritte = (
        Setzen("thema", "thema-neu", ("titel",), "Neuer"),
        Setzen("thema", "thema-neu", ("titel",), "Neuester"),
    )

    assert to_dateien(Aenderung("x", "X", gesetzt=schritte), {PFAD: TEXT}.get)[PFAD].startswith(b"titel: Neuester ")
    neu = to_dateien(Aenderung("x", "X", neu=(THEMA,), gesetzt=schritte), leer)
    assert neu == {PFAD: b"titel: Neuester\naufgenommen: 2026-11-01\n"}


def test_was_es_nicht_gibt_laesst_sich_nicht_aendern() -> None:
    aenderung = Aenderung("x", "X", gesetzt=(Setzen("thema", "thema-neu", ("titel",), "Neuer"),))

    with pytest.raises(NetzintFehler, match=f"{PFAD} gibt es nicht."):
        to_dateien(aenderung, leer)
