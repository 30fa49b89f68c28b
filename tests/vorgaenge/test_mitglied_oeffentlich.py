"""Whether the public may read somebody's name: said with ``netzint mitglied aendern``, no unless said."""

from __future__ import annotations

from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.mitglied_aendern import aendern
from netzint.vorgaenge.mitglied_person import Person
from tests.beispiel import read_beispiel
from tests.buero import STICHTAG


def change(*, wert: bool, vorher: bool = False) -> Aenderung | None:
    base = read_beispiel()
    person = base.mitglieder["ministerium-1"].model_copy(update={"oeffentlich": vorher})
    neu = Person(oeffentlich=wert)
    return aendern(base.replaced([person]), (), stichtag=STICHTAG, mitglied="ministerium-1", neu=neu)


def test_der_name_wird_freigegeben_und_die_freigabe_wieder_gestrichen() -> None:
    given, taken = change(wert=True), change(wert=False, vorher=True)

    assert given is not None
    assert taken is not None
    assert given.betreff == "Angaben zu ministerium-1 geändert (Öffentlichkeit)"
    assert [(s.feld, s.wert) for s in given.gesetzt if isinstance(s, Setzen)] == [(("oeffentlich",), True)]
    assert taken.gesetzt == (Setzen("mitglied", "ministerium-1", ("oeffentlich",), None),)


def test_was_schon_so_ist_aendert_nichts() -> None:
    assert change(wert=False) is None
    assert change(wert=True, vorher=True) is None
