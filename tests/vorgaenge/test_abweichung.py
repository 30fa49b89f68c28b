"""Reasons for what is true in spite of a rule, and giving up what was laid down by mistake."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.vorgaenge import entfallen
from netzint.vorgaenge.abweichung import begruenden, streichen
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from tests.bau import STICHTAG, bestand, make, sitzung, thema, top

ZU_KURZ: dict[str, Any] = {"einladung": {"versandt": "2026-03-08", "verteiler": ["staedtetag-1"]}}
"""Four days before the Sitzung of 12 March 2026."""


def geladen(**felder: Any) -> Bestand:
    return bestand(sitzung(tagesordnung=[top()], **ZU_KURZ, **felder))


def begruende(b: Bestand, kennung: str = "sg-2026-01", regel: str = "s201", grund: str = "Eilig.") -> Aenderung | None:
    return begruenden(b, (), stichtag=STICHTAG, kennung=kennung, regel=regel, grund=grund)


def abgelehnt(tue: Callable[[], object]) -> NetzintFehler:
    with pytest.raises(NetzintFehler) as caught:
        tue()
    assert caught.value.hinweis
    return caught.value


def test_ein_fehler_ueber_vergangenes_wird_begruendet() -> None:
    done = begruende(geladen())

    assert done is not None
    assert done.gesetzt == (Setzen("sitzung", "sg-2026-01", ("abweichung", 0), {"regel": "S201", "grund": "Eilig.\n"}),)
    assert done.betreff == "Abweichung von Regel S201 bei sg-2026-01 begründet"


def test_ein_anderer_grund_tritt_an_die_stelle_des_ersten() -> None:
    b = geladen(abweichung=[{"regel": "S201", "grund": "Eilig.\n"}])

    again = begruende(b, grund="Sehr eilig.")

    assert again is not None
    assert [s.feld for s in again.gesetzt] == [("abweichung", 0)]
    assert begruende(b) is None


@pytest.mark.parametrize(
    ("kennung", "regel", "text"),
    [
        ("sg-2026-09", "S201", "Einen Eintrag „sg-2026-09“ gibt es nicht."),
        ("sg-2026-01", "S2011", "Eine Regel „S2011“ gibt es nicht."),
        ("sg-2026-01", "K101", "sie hält die Daten selbst zusammen"),
        ("sg-2026-01", "S152", "meldet ohnehin keinen Fehler"),
        ("staedtetag", "S201", "verstößt nicht gegen die Regel S201"),
    ],
)
def test_ohne_fehler_gibt_es_nichts_zu_begruenden(kennung: str, regel: str, text: str) -> None:
    assert text in abgelehnt(lambda: begruende(geladen(), kennung, regel)).text


def test_gestrichen_wird_nur_was_dasteht_und_die_letzte_ganz() -> None:
    b = geladen(abweichung=[{"regel": "S201", "grund": "Eilig.\n"}])

    done = streichen(b, (), kennung="SG-2026-01", regel="s201")

    assert done.gesetzt == (Setzen("sitzung", "sg-2026-01", ("abweichung",), None),)
    assert "Es gibt: S201." in abgelehnt(lambda: streichen(b, (), kennung="sg-2026-01", regel="S301")).hinweis


# What was laid down by mistake

BEDARF = make("bedarf", "bedarf-2026-01", titel="Busse", gemeldet={"von": "gemeindetag", "am": "2026-03-01"})
FACHTAG = make("veranstaltung", "va-2027-01", titel="Tag", art="Fachtag", datum="2027-05-05")


def gib_auf(b: Bestand, art: str, kennung: str, am: date | None = None) -> Aenderung:
    act = getattr(entfallen, art)
    done = act(b, (), stichtag=STICHTAG, grund="Doppelt.", am=am, **{art: kennung})
    assert isinstance(done, Aenderung)
    return done


@pytest.mark.parametrize(("art", "kennung"), [("bedarf", "bedarf-2026-01"), ("veranstaltung", "va-2027-01")])
def test_die_nummer_bleibt_mit_tag_und_grund_verbraucht(art: str, kennung: str) -> None:
    done = gib_auf(bestand(BEDARF, FACHTAG), art, kennung)

    assert done.gesetzt == (Setzen(art, kennung, ("entfallen",), {"am": STICHTAG, "grund": "Doppelt.\n"}),)
    assert done.betreff == f"{kennung.upper()} entfällt, die Nummer wird nicht mehr vergeben"


@pytest.mark.parametrize(
    ("felder", "text"),
    [
        ({"zugeordnet": {"thema": "thema-beispiel", "am": "2026-04-01"}}, "ist schon einem Thema zugeordnet"),
        ({"erledigt": {"am": "2026-04-01", "art": "erledigt"}}, "ist schon erledigt"),
        ({"entfallen": {"am": "2026-04-01", "grund": "Weg.\n"}}, "ist schon entfallen"),
    ],
)
def test_was_schon_weiter_ist_entfaellt_nicht(felder: dict[str, Any], text: str) -> None:
    weiter = make(
        "bedarf", "bedarf-2026-01", titel="Busse", gemeldet={"von": "gemeindetag", "am": "2026-03-01"}, **felder
    )

    fehler = abgelehnt(lambda: gib_auf(bestand(weiter, thema()), "bedarf", "bedarf-2026-01"))

    assert (fehler.ausgang, text in fehler.text) == (Ausgang.ABGELEHNT, True)


def test_was_auf_einer_tagesordnung_steht_entfaellt_nicht() -> None:
    genannt = sitzung(tagesordnung=[top(bezug=["va-2027-01"])])

    fehler = abgelehnt(lambda: gib_auf(bestand(FACHTAG, genannt), "veranstaltung", "va-2027-01"))

    assert fehler.text == "VA-2027-01 steht schon in SG-2026-01."


def test_eine_abgesagte_veranstaltung_ist_schon_abgesagt_und_nichts_liegt_in_der_zukunft() -> None:
    cancelled = make(
        "veranstaltung", "va-2027-01", titel="Tag", art="Fachtag", datum="2027-05-05",
        abgesagt={"am": "2026-11-01", "grund": "Krank.\n"},
    )  # fmt: skip

    assert (
        "schon am 1. November 2026 abgesagt"
        in abgelehnt(lambda: gib_auf(bestand(cancelled), "veranstaltung", "va-2027-01")).text
    )
    assert (
        "in der Zukunft"
        in abgelehnt(lambda: gib_auf(bestand(BEDARF), "bedarf", "bedarf-2026-01", date(2026, 12, 1))).text
    )
