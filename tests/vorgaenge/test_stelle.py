"""``stelle neu`` and ``aendern`` as decisions."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.gebiet import Gebiet
from netzint.modell.stelle import Stelle
from netzint.vorgaenge import stelle
from netzint.vorgaenge.aenderung import Setzen
from netzint.vorgaenge.stelle import Angaben
from tests import bau
from tests.vorgaenge.zwoelf import kommunen

STADT = Gebiet("08115003", "Böblingen, Stadt", "stadt", "grosse_kreisstadt")


def neu(bestand: Bestand, angaben: Angaben, gebiet: Gebiet | None = None, **rest: Any) -> Stelle:
    vergeben = rest.pop("vergeben", list(bestand.eintraege))
    aenderung = stelle.neu(bestand, vergeben, stichtag=bau.STICHTAG, angaben=angaben, gebiet=gebiet, **rest)
    first = aenderung.neu[0]
    assert isinstance(first, Stelle)
    return first


def test_das_verzeichnis_fuellt_name_art_status_und_schluessel() -> None:
    found = neu(bau.bestand(), Angaben(e_mail="post@stadt.example"), STADT)

    assert found.kennung == "stadt-boeblingen"
    assert (found.name, found.kurz, found.art) == ("Stadt Böblingen", "Böblingen", "stadt")
    assert (found.status, found.ags, found.e_mail) == ("grosse_kreisstadt", "08115003", "post@stadt.example")


def test_was_angegeben_wurde_geht_vor() -> None:
    assert neu(bau.bestand(), Angaben(name="Große Kreisstadt Böblingen"), STADT).name == "Große Kreisstadt Böblingen"


def test_eine_zweite_gleichen_namens_traegt_ihren_kreis_in_der_kennung() -> None:
    first = Gebiet("08115002", "Altdorf", "gemeinde")
    second = Gebiet("08116005", "Altdorf", "gemeinde")
    bestand = bau.bestand(neu(bau.bestand(), Angaben(), first))

    assert neu(bestand, Angaben(), second).kennung == "gemeinde-altdorf-esslingen"


def test_eine_frei_gewordene_kennung_wird_nicht_wieder_vergeben() -> None:
    assert neu(bau.bestand(), Angaben(), STADT, vergeben=["stadt-boeblingen"]).kennung == "stadt-boeblingen-boeblingen"


def test_eine_andere_stelle_heisst_nach_ihrem_namen() -> None:
    assert neu(bau.bestand(), Angaben(name="Bildungswerk Übermorgen e. V.", art="Träger")).kennung == (
        "bildungswerk-uebermorgen-e-v"
    )


@pytest.mark.parametrize(
    ("angaben", "text", "ausgang"),
    [
        (Angaben(art="stadt"), "Es fehlt der Name", Ausgang.AUFRUF),
        (Angaben(name="X"), "Es fehlt, was für eine Stelle das ist.", Ausgang.AUFRUF),
        (Angaben(name="X", art="Statd"), "„Statd“ ist bei --art nicht möglich.", Ausgang.AUFRUF),
        (Angaben(name="X", art="behoerde", e_mail="x"), "„x“ ist keine E-Mail-Adresse.", Ausgang.AUFRUF),
        (Angaben(name="X", art="behoerde", ags="08115003"), "hat keinen Gemeindeschlüssel", Ausgang.ABGELEHNT),
        (Angaben(name="X", art="gemeinde", ags="815"), "„815“ ist kein Gemeindeschlüssel", Ausgang.ABGELEHNT),
        (Angaben(name="X", art="gemeinde", status="Große Kreisstadt"), "hat keinen Status", Ausgang.ABGELEHNT),
        (Angaben(name="X", art="landkreis", ags="08212"), "08212 ist der Stadtkreis Karlsruhe", Ausgang.ABGELEHNT),
        (Angaben(name="X", art="stadt", ags="08999002"), "ist schon erfasst: stadt-b", Ausgang.ABGELEHNT),
        (Angaben(name="stadt  b", art="stadt"), "dieses Namens ist schon erfasst: stadt-b", Ausgang.ABGELEHNT),
    ],
)
def test_eine_stelle_die_nicht_sein_kann(angaben: Angaben, text: str, ausgang: Ausgang) -> None:
    with pytest.raises(NetzintFehler) as caught:
        neu(bau.bestand(*kommunen()), angaben)

    assert (caught.value.ausgang, bool(caught.value.hinweis)) == (ausgang, True)
    assert text in caught.value.text


def test_eine_vergebene_kennung_wird_abgelehnt() -> None:
    with pytest.raises(NetzintFehler, match="schon vergeben"):
        neu(bau.bestand(), Angaben(), STADT, kennung="staedtetag")


def aendern(angaben: Angaben = Angaben(), ohne: tuple[str, ...] = ()) -> list[tuple[object, object]] | None:  # noqa: B008
    bestand = bau.bestand(bau.stelle("stadt-b", "stadt", ags="08999002", kurz="B"))
    aenderung = stelle.aendern(bestand, [], stichtag=bau.STICHTAG, kennung="Stadt B", angaben=angaben, ohne=ohne)
    return [(s.feld, s.wert) for s in aenderung.gesetzt if isinstance(s, Setzen)] if aenderung else None


def test_nur_was_anders_ist_wird_gesetzt() -> None:
    assert aendern(Angaben(kurz="B", anschrift="Weg 1  \n70000 Ort", status="grosse_kreisstadt")) == [
        (("status",), "grosse_kreisstadt"),
        (("anschrift",), "Weg 1\n70000 Ort\n"),
    ]
    assert aendern(Angaben(kurz="B")) is None
    assert aendern(ohne=("kurz",)) == [(("kurz",), None)]


def test_eine_aenderung_gegen_die_regeln_wird_abgelehnt() -> None:
    with pytest.raises(NetzintFehler, match="kein Gemeindeschlüssel: acht Ziffern"):
        aendern(Angaben(ags="0899"))
    with pytest.raises(NetzintFehler, match="Es fehlt, was sich ändern soll"):
        aendern()
