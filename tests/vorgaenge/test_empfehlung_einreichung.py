"""Handing in, withdrawing, giving up a number, sealing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from netzint.modell.fehler import NetzintFehler
from netzint.recht.siegel import siegel
from netzint.vorgaenge.empfehlung_einreichung import einreichen, entfallen, siegeln, zurueckziehen
from tests import bau
from tests.regeln.umlauf import umlauf
from tests.vorgaenge.empfehlungsfaelle import HE, STICHTAG, abstimmung, bestand, eingereicht, einziger, hefassung

NEU = {"fassungen": [hefassung(eingereicht=None)]}
ZWEI = {"fassungen": [hefassung(), hefassung(nr="2", vom="2026-04-01", eingereicht=None, pruefbar="Anteil")]}


def test_einreichen_setzt_einen_tag_und_nennt_den_weg_auf_die_tagesordnung() -> None:
    base = bestand(eingereicht(**NEU), bau.sitzung("sg-2026-09", datum="2026-12-15"))
    aenderung = einreichen(base, (), kennung="HE-2026-01", am=date(2026, 3, 10), stichtag=STICHTAG)

    assert einziger(aenderung) == ("empfehlung", HE, ("fassungen", 0, "eingereicht"), date(2026, 3, 10))
    assert aenderung.betreff == "Empfehlung HE-2026-01, Fassung 1, eingereicht"
    assert aenderung.danach[0][0] == "netzint sitzung fortschreiben sg-2026-09"


@pytest.mark.parametrize(
    ("felder", "am", "text"),
    [
        ({}, None, "Fassung 1 von HE-2026-01 ist schon am 10. März 2026 eingereicht"),
        (NEU, date(2026, 3, 1), "sie kann nicht am 1. März 2026 eingereicht sein"),
        (NEU, date(2026, 11, 23), "liegt in der Zukunft"),
        ({"zurueckgezogen": {"am": "2026-04-01", "grund": "X\n"}}, None, "ist zurückgezogen; das Einreichen"),
    ],
)
def test_einreichen_zur_falschen_zeit_wird_abgelehnt(felder: dict[str, Any], am: date | None, text: str) -> None:
    with pytest.raises(NetzintFehler, match=text):
        einreichen(bestand(eingereicht(**felder)), (), kennung=HE, am=am, stichtag=STICHTAG)


def test_nach_der_zurueckverweisung_braucht_es_eine_neue_fassung() -> None:
    he = eingereicht()

    with pytest.raises(NetzintFehler, match=r"schon am 10. März 2026 eingereicht") as caught:
        einreichen(bestand(he, abstimmung(he, "zurueckverwiesen")), (), kennung=HE, am=None, stichtag=STICHTAG)

    assert caught.value.hinweis == "Einen neuen Wortlaut trägt ein: netzint empfehlung fassung he-2026-01"


def test_zurueckziehen_nennt_den_punkt_der_noch_auf_der_tagesordnung_steht() -> None:
    planned = bau.sitzung("sg-2026-09", datum="2026-12-15", tagesordnung=[bau.top(HE)])
    act = zurueckziehen(bestand(eingereicht(), planned), (), kennung=HE, grund="Überholt.", am=None, stichtag=STICHTAG)

    assert einziger(act).wert == {"am": STICHTAG, "grund": "Überholt.\n"}
    assert act.danach[0][0] == "netzint sitzung top streichen sg-2026-09 he-2026-01"


def test_zurueckziehen_nennt_auch_die_einladung_und_den_umlauf_die_schon_laufen() -> None:
    sent = bau.sitzung(
        "sg-2026-09", datum="2026-12-15", tagesordnung=[bau.top(HE)], einladung={"versandt": "2026-11-20"}
    )
    lauf = umlauf(antrag={"art": "empfehlung", "empfehlungen": [HE]}, beschluss=HE, abschluss=None)
    act = zurueckziehen(bestand(eingereicht(), sent, lauf), (), kennung=HE, grund="X", am=None, stichtag=STICHTAG)

    assert [befehl for befehl, _ in act.danach] == [
        'netzint sitzung top streichen sg-2026-09 he-2026-01 --grund "HE-2026-01 ist zurückgezogen"',
        "netzint umlauf entfallen um-2026-01",
    ]


def test_zurueckziehen_geht_nicht_vor_der_letzten_abstimmung() -> None:
    he = eingereicht()

    with pytest.raises(NetzintFehler, match=r"nicht vor dem 12. März 2026 .*vertagt in sg-2026-01/he-2026-01"):
        zurueckziehen(
            bestand(he, abstimmung(he, "vertagt")), (), kennung=HE, grund="X", am=date(2026, 3, 11), stichtag=STICHTAG
        )


def test_zurueckziehen_geht_nicht_vor_der_einreichung() -> None:
    eingang = eingereicht().fassungen[0].eingereicht
    assert eingang is not None

    with pytest.raises(NetzintFehler, match=r"kann nicht vor dem .* zurückgezogen sein \(Fassung 1 eingereicht\)"):
        zurueckziehen(
            bestand(eingereicht()), (), kennung=HE, grund="X", am=eingang - timedelta(days=1), stichtag=STICHTAG
        )


def test_eine_neue_fassung_nach_der_ablehnung_darf_zurueckgezogen_werden() -> None:
    """The rule agrees: tests/regeln/test_empfehlungsweg.py."""
    vote = abstimmung(eingereicht(), "abgelehnt")
    act = zurueckziehen(bestand(eingereicht(**ZWEI), vote), (), kennung=HE, grund="X", am=None, stichtag=STICHTAG)

    assert einziger(act).feld == ("zurueckgezogen",)


def test_eine_nummer_entfaellt_nur_wenn_nie_etwas_eingereicht_war() -> None:
    act = entfallen(bestand(eingereicht(**NEU)), (), kennung=HE, grund="Ging auf.", am=None, stichtag=STICHTAG)
    assert einziger(act).feld == ("entfallen",)

    sent_back = bestand(eingereicht(**ZWEI), abstimmung(eingereicht(), "zurueckverwiesen"))
    with pytest.raises(NetzintFehler, match="war schon eingereicht; die Nummer bleibt vergeben"):
        entfallen(sent_back, (), kennung=HE, grund="X", am=None, stichtag=STICHTAG)


def test_ein_fehlendes_siegel_wird_nachgetragen_ein_vorhandenes_nie_ersetzt() -> None:
    he = eingereicht()
    act = siegeln(bestand(he, abstimmung(he, siegel=[])), (), kennung=HE, stichtag=STICHTAG)

    step = einziger(act)
    assert step.feld == ("tagesordnung", 0, "beschluesse", 0, "siegel")
    assert step.wert == [siegel(he.fassungen[0])]
    assert act.beschluss == "sg-2026-01/he-2026-01"
    for seals, text in ((None, "und es gilt"), ([f"n1:{'0' * 64}"], "ersetzt wird es nie")):
        vote = abstimmung(he, siegel=seals or [siegel(he.fassungen[0])])
        with pytest.raises(NetzintFehler, match=text):
            siegeln(bestand(he, vote), (), kennung=HE, stichtag=STICHTAG)
    with pytest.raises(NetzintFehler, match="keinen annehmenden Beschluss"):
        siegeln(bestand(he), (), kennung=HE, stichtag=STICHTAG)
