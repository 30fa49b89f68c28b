"""Bedarfe: reported, put to a Thema, and what became of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bedarf import Bedarf
from netzint.modell.fehler import Ausgang
from netzint.modell.grund import Eintrag
from netzint.vorgaenge.aenderung import Setzen
from netzint.vorgaenge.bedarf import erledigen, melden, zuordnen
from tests.bau import bestand, make, stelle, thema
from tests.vorgaenge.beschlossenes import HEUTE, abgelehnt


def bedarf(**felder: Any) -> Eintrag:
    """``bedarf-2026-01``, reported by the Städtetag on 10 January 2026."""
    gemeldet = {"von": "staedtetag", "am": "2026-01-10"}
    return make("bedarf", "bedarf-2026-01", **{"titel": "Dolmetschen", "gemeldet": gemeldet, **felder})


def test_ein_bedarf_wird_mit_stelle_und_tag_aufgenommen() -> None:
    done = melden(
        bestand(), ["bedarf-2026-06"], stichtag=HEUTE, titel="Wohnraum", von="Staedtetag", am=date(2026, 11, 2)
    )

    (found,) = done.neu
    assert isinstance(found, Bedarf)
    assert (found.kennung, found.gemeldet.von, found.gemeldet.am) == ("bedarf-2026-07", "staedtetag", date(2026, 11, 2))
    assert found.zugeordnet is None


def test_ein_bedarf_kann_gleich_zugeordnet_werden() -> None:
    (found,) = melden(bestand(thema()), [], stichtag=HEUTE, titel="A", von="staedtetag", thema="Beispiel").neu

    assert isinstance(found, Bedarf)
    assert found.zugeordnet is not None
    assert (found.zugeordnet.thema, found.zugeordnet.am) == ("thema-beispiel", HEUTE)


@pytest.mark.parametrize(
    ("felder", "ausgang", "text"),
    [
        ({"von": "staedteta"}, Ausgang.AUFRUF, "Eine Stelle „staedteta“ gibt es nicht."),
        ({"von": "alt"}, Ausgang.ABGELEHNT, "alt gibt es nur bis zum 31. Dezember 2024."),
        ({"am": date(2026, 12, 1)}, Ausgang.AUFRUF, "Der 1. Dezember 2026 liegt in der Zukunft (--am)."),
        (
            {"am": date(2020, 5, 31)}, Ausgang.AUFRUF,
            "Der 31. Mai 2020 liegt vor der Gründung des Netzwerks (1. Juni 2020).",
        ),
        (
            {"titel": "dolmetschen"}, Ausgang.ABGELEHNT,
            "Diesen Bedarf hat staedtetag schon am 10. Januar 2026 gemeldet (bedarf-2026-01).",
        ),
        ({"thema": "thema-alt"}, Ausgang.ABGELEHNT, "thema-alt wird seit dem 31. Dezember 2024 nicht mehr verfolgt."),
    ],
)  # fmt: skip
def test_was_sich_nicht_melden_laesst(felder: dict[str, Any], ausgang: Ausgang, text: str) -> None:
    known = bestand(bedarf(), stelle("alt", bis="2024-12-31"), thema("thema-alt", titel="Alt", bis="2024-12-31"))
    given = {"titel": "Neues", "von": "staedtetag", **felder}

    assert abgelehnt(melden, known, [], stichtag=HEUTE, **given)[:2] == (ausgang, text)


def test_ein_bedarf_wird_einem_thema_zugeordnet() -> None:
    done = zuordnen(bestand(bedarf(), thema()), [], stichtag=HEUTE, bedarf="BEDARF-2026-01", thema="thema-beispiel")

    wert = {"thema": "thema-beispiel", "am": HEUTE}
    assert done.gesetzt == (Setzen("bedarf", "bedarf-2026-01", ("zugeordnet",), wert),)


def test_eine_andere_zuordnung_sagt_welche_vorher_galt() -> None:
    known = bedarf(zugeordnet={"thema": "thema-alt", "am": "2026-02-01"})

    done = zuordnen(bestand(known, thema()), [], stichtag=HEUTE, bedarf="bedarf-2026-01", thema="thema-beispiel")

    assert done.hinweise == ("Bisher zugeordnet war thema-alt (seit dem 1. Februar 2026).",)


@pytest.mark.parametrize(
    ("felder", "am", "ausgang", "text"),
    [
        (
            {"zugeordnet": {"thema": "thema-beispiel", "am": "2026-02-01"}}, None, Ausgang.ABGELEHNT,
            "bedarf-2026-01 ist thema-beispiel schon seit dem 1. Februar 2026 zugeordnet.",
        ),
        (
            {"erledigt": {"art": "erledigt", "am": "2026-02-01"}}, None, Ausgang.ABGELEHNT,
            "bedarf-2026-01 ist schon am 1. Februar 2026 erledigt worden (erledigt).",
        ),
        (
            {"entfallen": {"grund": "doppelt", "am": "2026-02-01"}}, None, Ausgang.ABGELEHNT,
            "bedarf-2026-01 ist entfallen.",
        ),
        (
            {}, date(2026, 1, 9), Ausgang.AUFRUF,
            "Der 9. Januar 2026 liegt vor dem Schritt davor bei bedarf-2026-01 (10. Januar 2026).",
        ),
    ],
)  # fmt: skip
def test_was_sich_nicht_zuordnen_laesst(felder: dict[str, Any], am: date | None, ausgang: Ausgang, text: str) -> None:
    known = bestand(bedarf(**felder), thema())

    found = abgelehnt(zuordnen, known, [], stichtag=HEUTE, bedarf="bedarf-2026-01", thema="thema-beispiel", am=am)

    assert found[:2] == (ausgang, text)


def test_was_aus_einem_bedarf_wurde_steht_bei_ihm() -> None:
    done = erledigen(
        bestand(bedarf()),
        [],
        stichtag=HEUTE,
        bedarf="bedarf-2026-01",
        art="Abgegeben",
        an="ministerium",
        grund="Zuständig.",
    )

    wert = {"am": HEUTE, "art": "abgegeben", "grund": "Zuständig.\n", "an": "ministerium"}
    assert done.gesetzt == (Setzen("bedarf", "bedarf-2026-01", ("erledigt",), wert),)


@pytest.mark.parametrize(
    ("felder", "text"),
    [
        ({"art": "abgegeben"}, "Es fehlt, an wen der Bedarf abgegeben wurde."),
        ({"art": "erledigt", "an": "ministerium"}, "--an gehört zu --art abgegeben."),
        ({"art": "nicht weiterverfolgt"}, "Es fehlt, warum der Bedarf nicht weiterverfolgt wird."),
        ({"art": "weg"}, "„weg“ ist bei --art nicht möglich."),
    ],
)
def test_was_zur_erledigung_gehoert(felder: dict[str, str], text: str) -> None:
    found = abgelehnt(erledigen, bestand(bedarf()), [], stichtag=HEUTE, bedarf="bedarf-2026-01", **felder)

    assert found[:2] == (Ausgang.AUFRUF, text)
