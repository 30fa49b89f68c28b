"""A waiver runs on by another Beschluss, or is not needed any more."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.fehler import Ausgang
from netzint.regeln.ausnahmen import ausnahme_ist_abgelaufen
from netzint.vorgaenge.aenderung import Setzen
from netzint.vorgaenge.ausnahme_ende import beenden, verlaengern
from tests.bau import beschluss, sitzung, top
from tests.vorgaenge.anwenden import apply
from tests.vorgaenge.beschlossenes import HEUTE, abgelehnt
from tests.vorgaenge.test_ausnahme import ausnahme, lage

SPAETER = sitzung(
    "sg-2026-02",
    datum="2026-07-09",
    tagesordnung=[top(beschluesse=[beschluss("c"), beschluss("d", ergebnis="abgelehnt")])],
)
ENDE = date(2027, 12, 31)


def verlaengere(*args: Any, **felder: Any) -> Any:
    values = {"ausnahme": "alt", "bis": date(2028, 6, 30), "beschluss": "sg-2026-02/c", **felder}
    return verlaengern(lage(ausnahme(), SPAETER, *args), [], stichtag=HEUTE, **values)


def test_eine_verlaengerung_steht_mit_ihrem_beschluss_hinter_der_frist() -> None:
    done = verlaengere(grund="Dauert länger.")

    assert done.gesetzt == (
        Setzen("ausnahme", "ausnahme-alt", ("verlaengerungen", 0),
               {"bis": date(2028, 6, 30), "beschluss": "sg-2026-02/c", "grund": "Dauert länger.\n"}),
    )  # fmt: skip
    assert (done.beschluss, done.hinweise) == ("sg-2026-02/c", ())
    assert apply(lage(ausnahme(), SPAETER), done).ausnahmen["ausnahme-alt"].ende == date(2028, 6, 30)


@pytest.mark.parametrize(
    ("felder", "ausgang", "text"),
    [
        ({"bis": ENDE}, Ausgang.AUFRUF, "ausnahme-alt gilt schon bis zum 31. Dezember 2027."),
        (
            {"beschluss": "sg-2026-01/b"}, Ausgang.ABGELEHNT,
            "Auf sg-2026-01/b beruht ausnahme-alt schon; es braucht einen Beschluss über die Verlängerung.",
        ),
        (
            {"beschluss": "sg-2026-02/d"}, Ausgang.ABGELEHNT,
            "sg-2026-02/d vom 9. Juli 2026 wurde nicht angenommen, sondern abgelehnt.",
        ),
        ({"ausnahme": "allt"}, Ausgang.AUFRUF, "Eine Ausnahme „allt“ gibt es nicht."),
    ],
)  # fmt: skip
def test_was_keine_verlaengerung_wird(felder: dict[str, Any], ausgang: Ausgang, text: str) -> None:
    assert abgelehnt(verlaengere, **felder)[:2] == (ausgang, text)


def test_eine_schon_abgelaufene_lebt_mit_dem_beschluss_wieder_auf() -> None:
    lapsed = lage(ausnahme(bis="2026-06-30"), SPAETER)

    done = verlaengern(lapsed, [], stichtag=HEUTE, ausnahme="alt", bis=ENDE, beschluss="sg-2026-02/c")

    assert done.hinweise == ("Zwischen dem 30. Juni 2026 und dem Beschluss am 9. Juli 2026 galt sie nicht.",)
    assert list(ausnahme_ist_abgelaufen.verstoesse(lapsed, HEUTE))
    assert not list(ausnahme_ist_abgelaufen.verstoesse(apply(lapsed, done), HEUTE))


def test_eine_beendete_gilt_bis_heute_und_ist_danach_kein_befund() -> None:
    known = lage(ausnahme())

    done = beenden(known, [], stichtag=HEUTE, ausnahme="ausnahme-alt", grund="Erledigt.")
    after = apply(known, done)

    assert done.gesetzt[0].feld == ("beendet",)
    assert after.ausnahmen["ausnahme-alt"].ende == HEUTE
    assert not list(ausnahme_ist_abgelaufen.verstoesse(after, date(2030, 1, 1)))
    assert abgelehnt(beenden, after, [], stichtag=HEUTE, ausnahme="alt", grund="x")[:2] == (
        Ausgang.ABGELEHNT, "ausnahme-alt ist zum 22. November 2026 beendet.",
    )  # fmt: skip


def test_eine_abgelaufene_wird_zu_ihrem_letzten_tag_beendet() -> None:
    done = beenden(lage(ausnahme(bis="2026-06-30")), [], stichtag=HEUTE, ausnahme="alt", grund="Erledigt.")

    assert [s.wert for s in done.gesetzt if isinstance(s, Setzen)] == [
        {"zum": date(2026, 6, 30), "grund": "Erledigt.\n"}
    ]


@pytest.mark.parametrize(
    ("zum", "ausgang", "text"),
    [
        (date(2028, 1, 1), Ausgang.AUFRUF, "ausnahme-alt gilt nur bis zum 31. Dezember 2027."),
        (
            date(2026, 11, 21), Ausgang.ABGELEHNT,
            "Rückwirkend zum 21. November 2026 endet eine Ausnahme nicht; was sie gedeckt hat, bleibt gedeckt.",
        ),
    ],
)  # fmt: skip
def test_ein_ende_das_nicht_sein_kann(zum: date, ausgang: Ausgang, text: str) -> None:
    refused = abgelehnt(beenden, lage(ausnahme()), [], stichtag=HEUTE, ausnahme="alt", grund="x", zum=zum)

    assert refused[:2] == (ausgang, text)


def test_was_ohne_sie_wieder_ein_befund_ist_wird_gesagt() -> None:
    done = beenden(lage(ausnahme(regel="Q103")), [], stichtag=HEUTE, ausnahme="alt", grund="Erledigt.")

    assert done.hinweise[0].startswith("Ab dem 23. November 2026 ist das wieder ein Befund (Q103): ")
    assert done.hinweise[-1].startswith("Ebenso ")
