"""``mitglied aendern`` as a decision."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.vorgaenge import mitglied_aendern
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.mitglied_person import Person
from tests import bau
from tests.vorgaenge.zwoelf import zwoelf

STICHTAG = bau.STICHTAG
SEIT = date(2026, 12, 1)
NICHTS = Person()


def aendern(
    bestand: Bestand, neu: Person = NICHTS, who: str = "kommunen-stadt-1", ohne: tuple[str, ...] = ()
) -> Aenderung | None:
    return mitglied_aendern.aendern(bestand, [], stichtag=STICHTAG, mitglied=who, neu=neu, ohne=ohne)


def schritte(aenderung: Aenderung | None) -> list[tuple[object, object]]:
    assert aenderung is not None
    assert all(s.kennung == "kommunen-stadt-1" for s in aenderung.gesetzt)
    return [(s.feld, s.wert) for s in aenderung.gesetzt if isinstance(s, Setzen)]


def test_nur_was_anders_ist_wird_gesetzt() -> None:
    neu = Person(name="Person kommunen-stadt 1", titel="Dr.", e_mail="ob@stadt-b.example", anrede="frau")

    assert schritte(aendern(zwoelf(), neu)) == [
        (("titel",), "Dr."),
        (("anrede",), "Frau"),
        (("dienstlich", "e_mail"), "ob@stadt-b.example"),
    ]


def test_der_betreff_nennt_die_felder_aber_nicht_den_namen() -> None:
    aenderung = aendern(zwoelf(), Person(name="Erika Anders", e_mail="e@stadt-b.example"))

    assert aenderung is not None
    assert aenderung.betreff == "Angaben zu kommunen-stadt-1 geändert (Name und E-Mail)"


def test_was_schon_so_ist_ist_nichts() -> None:
    assert aendern(zwoelf(), Person(funktion="Oberbürgermeisterin")) is None


def test_angaben_lassen_sich_streichen() -> None:
    titled = zwoelf().mitglieder["kommunen-stadt-1"].model_copy(update={"titel": "Dr."})

    assert schritte(aendern(zwoelf(titled), ohne=("Titel", "funktion"))) == [
        (("titel",), None),
        (("aemter", 0, "funktion"), None),
    ]


def test_die_funktion_des_laufenden_amts_wird_berichtigt() -> None:
    assert schritte(aendern(zwoelf(), Person(funktion="Bürgermeisterin"))) == [
        (("aemter", 0, "funktion"), "Bürgermeisterin")
    ]


def test_ein_neues_amt_an_derselben_stelle_beendet_das_bisherige() -> None:
    neu = Person(funktion="Bürgermeisterin", amt_seit=SEIT)
    amt = {"von": SEIT, "stelle": "stadt-b", "amt": "leitung", "funktion": "Bürgermeisterin"}

    assert schritte(aendern(zwoelf(), neu)) == [(("aemter", 0, "bis"), date(2026, 11, 30)), (("aemter", 1), amt)]


def test_ein_amt_an_einer_anderen_stelle_laesst_das_bisherige_laufen() -> None:
    aenderung = aendern(zwoelf(), Person(stelle="gemeinde-a", amt="mitarbeit", amt_seit=SEIT))

    assert aenderung is not None
    assert [s.feld for s in aenderung.gesetzt] == [("aemter", 1)]
    assert aenderung.hinweise == (
        "Das Amt bei stadt-b läuft weiter; sonst: netzint mitglied amt-beendet kommunen-stadt-1",
    )


def test_eine_berichtigung_die_das_mandat_von_anfang_an_falsch_macht_wird_abgelehnt() -> None:
    with pytest.raises(NetzintFehler, match="passte das dann nicht: gemeinde-a zählt als Gemeinde") as caught:
        aendern(zwoelf(), Person(stelle="gemeinde-a"))

    assert caught.value.ausgang is Ausgang.ABGELEHNT


@pytest.mark.parametrize(
    ("neu", "ohne", "text"),
    [
        (Person(), (), "Es fehlt, was sich ändern soll."),
        (Person(titel="Dr."), ("titel",), "--titel und --ohne titel schließen sich aus."),
        (Person(), ("name",), "„name“ ist bei --ohne nicht möglich."),
        (Person(e_mail="quatsch"), (), "„quatsch“ ist keine E-Mail-Adresse."),
        (Person(name=""), (), "Die Angabe zu --name ist leer."),
        (Person(amt_seit=date(2019, 5, 1)), (), "begann schon am 1. Mai 2019"),
        (Person(funktion="X", amt_seit=date(2018, 1, 1)), (), "Das Amt bei stadt-b beginnt erst am 1. Mai 2019."),
    ],
)
def test_was_nicht_gemeint_sein_kann(neu: Person, ohne: tuple[str, ...], text: str) -> None:
    with pytest.raises(NetzintFehler) as caught:
        aendern(zwoelf(), neu, ohne=ohne)

    assert caught.value.ausgang is Ausgang.AUFRUF
    assert text in caught.value.text
