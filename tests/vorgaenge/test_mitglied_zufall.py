"""Random acts around seats: what is refused is explained, what is accepted breaks no rule."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from netzint.modell.befund import Schwere
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.regeln.alle import ALLE
from netzint.regeln.register import judge
from netzint.vorgaenge import (
    mitglied,
    mitglied_aendern,
    mitglied_berichtigen,
    mitglied_ende,
    mitglied_vertretung,
    stelle_ende,
    stelle_wandel,
)
from netzint.vorgaenge.mitglied_berichtigen import Richtig
from netzint.vorgaenge.mitglied_person import Person
from netzint.vorgaenge.mitglied_sitz import ENDEGRUENDE, Angaben
from tests import bau
from tests.vorgaenge.anwenden import apply
from tests.vorgaenge.zwoelf import zwoelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from netzint.vorgaenge.aenderung import Aenderung

    Akt = Callable[..., Aenderung | None]

STICHTAG = bau.STICHTAG
SITZE = ["ministerium-a", "staedtetag", "kommunen-stadt", "beauftragte-stadt", "kommunen-gemeinde"]
PERSONEN = ["ministerium-a-1", "staedtetag-1", "kommunen-stadt-1", "kommunen-stadt-2", "staedtetag-2", "ministerium-1"]
STELLEN = ["stadt-b", "gemeinde-a", "staedtetag", "ministerium"]

tage = st.integers(-700, 200).map(lambda n: STICHTAG + timedelta(days=n))
vergangen = st.integers(-700, 0).map(lambda n: STICHTAG + timedelta(days=n))
angaben = st.builds(
    Angaben, st.sampled_from(SITZE), st.none() | st.sampled_from(STELLEN), vergangen, st.none() | tage, st.none() | tage
)
bekannte = st.builds(Person, kennung=st.sampled_from(PERSONEN), stelle=st.none() | st.sampled_from(STELLEN))
neue = st.builds(
    Person,
    name=st.sampled_from(["Ida Neu", "Ömer Neu"]),
    stelle=st.none() | st.sampled_from(STELLEN),
    funktion=st.none() | st.just("Bürgermeister"),
    amt_seit=st.just(date(2019, 1, 1)) | st.none(),
    namensgleich=st.booleans(),
)
personen = bekannte | neue
richtige = st.builds(
    Richtig,
    sitz=st.none() | st.sampled_from(SITZE),
    rolle=st.none() | st.sampled_from(["ordentlich", "stellvertretend"]),
    ab=st.none() | tage,
    bis=st.none() | tage,
    durch=st.none() | st.sampled_from(STELLEN),
    benannt_am=st.none() | vergangen,
    ohne=st.sampled_from([(), ("bis",), ("benannt",)]),
    tausch=st.booleans(),
)
wer = st.sampled_from(PERSONEN)


def _act(function: Any, **strategien: Any) -> st.SearchStrategy[Akt]:
    return st.fixed_dictionaries(strategien).map(lambda werte: partial(function, stichtag=STICHTAG, **werte))


akte = st.one_of(
    _act(mitglied.benennen, angaben=angaben, person=personen),
    _act(mitglied.nachbenennen, angaben=angaben, person=personen, vorher=st.sampled_from(ENDEGRUENDE)),
    _act(mitglied_vertretung.stellvertretung, angaben=angaben, person=personen, abloesen=st.booleans()),
    _act(mitglied_vertretung.aufruecken, angaben=angaben, mitglied=wer),
    _act(mitglied_ende.abberufen, mitglied=wer, am=vergangen, zum=st.none() | tage, grund=st.sampled_from(ENDEGRUENDE)),
    _act(mitglied_ende.amt_beendet, mitglied=wer, zum=tage, mandat_endet=st.booleans()),
    _act(mitglied_aendern.aendern, mitglied=wer,
         neu=st.builds(Person, stelle=st.sampled_from(STELLEN), amt_seit=st.none() | tage)),
    _act(stelle_wandel.umbenennen, kennung=st.sampled_from(STELLEN), name=st.just("Anders"), ab=tage,
         art=st.none() | st.just("stadt")),
    _act(stelle_ende.aufgehen_in, kennung=st.just("gemeinde-a"), ziel=st.just("stadt-b"), ab=tage),
    _act(stelle_ende.schliessen, kennung=st.sampled_from(STELLEN), zum=tage),
    _act(mitglied_berichtigen.mandat_berichtigen, mitglied=wer, mandat=st.none() | st.just("1"), richtig=richtige,
         grund=st.just("Versehen.")),
)  # fmt: skip


def fehler(bestand: Bestand) -> list[tuple[str, str, str]]:
    return [(b.code, b.kennung, b.text) for b in judge(bestand, STICHTAG, ALLE) if b.schwere is Schwere.FEHLER]


@settings(max_examples=60, deadline=None)
@given(folge=st.lists(akte, min_size=1, max_size=8))
def test_jede_ablehnung_ist_erklaert_und_jeder_angenommene_stand_ohne_fehler(folge: list[Akt]) -> None:
    bestand = zwoelf(ohne=("kommunen-gemeinde",))
    refused = []
    assert fehler(bestand) == []
    for akt in folge:
        try:
            aenderung = akt(bestand, list(bestand.eintraege))
        except NetzintFehler as error:
            refused.append(error)
            continue
        if aenderung is not None:
            bestand = apply(bestand, aenderung)
            assert fehler(bestand) == [], aenderung.betreff
    assert {error.ausgang for error in refused} <= {Ausgang.AUFRUF, Ausgang.ABGELEHNT}
    assert all(error.hinweis and error.text.endswith((".", "?")) for error in refused)
