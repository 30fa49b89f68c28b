"""``sitzung neu --nachtragen``: a Sitzung that has been, with what surely stood on its Tagesordnung."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.sitzung import Sitzung
from netzint.vorgaenge import sitzung
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.arbeitsgruppe_einsetzen import Einsetzung, setze_ein
from netzint.vorgaenge.rahmen import Wunsch
from netzint.vorgaenge.sitzung_fortschreiben import fortschreiben
from tests import bau
from tests.vorgaenge.zwoelf import zwoelf

STICHTAG = date(2026, 11, 22)
DAMALS = date(2025, 7, 8)
FRUEHER = bau.sitzung("sg-2025-01", datum="2025-03-18", anwesend=["ministerium-1"], niederschrift={"vom": "2025-03-25"})


def trage_nach(bestand: Bestand, datum: date | None = DAMALS, **angaben: Any) -> Aenderung:
    wunsch = Wunsch(datum)
    return sitzung.plane(bestand, list(bestand.eintraege), stichtag=STICHTAG, wunsch=wunsch, nachtrag=True, **angaben)


def tops(aenderung: Aenderung) -> list[str]:
    (neu,) = aenderung.neu
    assert isinstance(neu, Sitzung)
    return [top.kennung for top in neu.tagesordnung]


def test_auf_der_tagesordnung_steht_was_damals_vorlag_und_was_genannt_wird() -> None:
    damals = bau.empfehlung("he-2025-01", fassungen=[bau.hefassung(vom="2025-06-01", eingereicht="2025-06-10")])
    spaeter = bau.empfehlung("he-2025-02", fassungen=[bau.hefassung(vom="2025-09-01", eingereicht="2025-09-10")])
    bestand = bau.bestand(FRUEHER, bau.arbeitsgruppe(), damals, spaeter)

    done = trage_nach(bestand, mit=("Haushalt",))

    assert tops(done) == [
        "begruessung", "tagesordnung", "niederschrift-sg-2025-01", "he-2025-01", "haushalt", "verschiedenes",
        "naechste-termine",
    ]  # fmt: skip
    assert done.betreff == "Sitzung SG-2026-01 am 8. Juli 2025 nachgetragen"
    assert not done.hinweise


def test_wo_und_wann_sie_war_wird_nicht_geraten() -> None:
    before = bau.sitzung("sg-2025-01", datum="2025-03-18", ort="Ulm", beginn="13:30", form="video")
    (neu,) = trage_nach(bau.bestand(before)).neu

    assert isinstance(neu, Sitzung)
    assert (neu.datum, neu.ort, neu.beginn, neu.form) == (DAMALS, None, None, "praesenz")


@pytest.mark.parametrize(
    ("datum", "text"),
    [
        (None, "Es fehlt, wann die Sitzung war."),
        (STICHTAG, "Der 22. November 2026 liegt nicht in der Vergangenheit; nachzutragen gibt es da nichts."),
        (date(2019, 7, 8), "Am 8. Juli 2019 gab es das Netzwerk noch nicht."),
        (date(2025, 3, 18), "Am 18. März 2025 ist schon die Sitzung SG-2025-01."),
    ],
)
def test_ein_tag_an_dem_sie_nicht_gewesen_sein_kann_wird_abgelehnt(datum: date | None, text: str) -> None:
    with pytest.raises(NetzintFehler) as fehler:
        trage_nach(bau.bestand(FRUEHER), datum)

    assert fehler.value.text == text
    assert fehler.value.hinweis


def test_ohne_den_schalter_wird_ein_vergangener_tag_abgelehnt_und_der_schalter_genannt() -> None:
    with pytest.raises(NetzintFehler) as fehler:
        sitzung.plane(bau.bestand(), (), stichtag=STICHTAG, wunsch=Wunsch(DAMALS))

    assert "--nachtragen" in fehler.value.hinweis


def test_eine_vergangene_tagesordnung_wird_nicht_mehr_berechnet() -> None:
    with pytest.raises(NetzintFehler) as fehler:
        fortschreiben(bau.bestand(bau.sitzung()), (), kennung="sg-2026-01", stichtag=STICHTAG)

    assert fehler.value.hinweis == "Was dort stand, aufnehmen: netzint sitzung top neu sg-2026-01"


EINSETZUNG = Einsetzung(
    thema="thema-beispiel", auftrag="Empfehlungen.", mitglieder=3, von=date(2025, 8, 1), bis=date(2026, 12, 31)
)


def test_fuer_eine_nachgetragene_sitzung_laesst_sich_eine_einsetzung_vorbereiten() -> None:
    bestand = zwoelf(bau.thema(), bau.sitzung("sg-2026-01", datum="2025-07-08"))
    done = setze_ein(bestand, (), stichtag=STICHTAG, angaben=EINSETZUNG)

    assert isinstance(done.neu[0], Beschlussvorlage)
    assert done.danach[0][0] == "netzint sitzung top neu sg-2026-01 --vorlage bv-2026-001"


def test_ohne_eine_solche_sitzung_fuehrt_der_hinweis_zu_ihr() -> None:
    with pytest.raises(NetzintFehler) as fehler:
        setze_ein(zwoelf(bau.thema()), (), stichtag=STICHTAG, angaben=EINSETZUNG)

    assert "netzint sitzung neu --nachtragen" in fehler.value.hinweis
