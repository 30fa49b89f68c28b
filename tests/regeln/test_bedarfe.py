"""Bedarfe: their steps in order, and the age of the open ones."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.grund import Eintrag
from netzint.regeln.bedarfe import abgegebener_bedarf_ohne_empfaenger, bedarf_geht_rueckwaerts, bedarf_ist_lange_offen
from tests.bau import make
from tests.regeln.urteil import gemeldet, urteile

ZUGEORDNET = {"thema": "thema-beispiel", "am": "2026-04-01"}


def bedarf(**felder: Any) -> Eintrag:
    """A Bedarf reported by the Städtetag on 2 March 2026."""
    gemeldet_am = {"von": "staedtetag", "am": "2026-03-02"}
    return make("bedarf", "bedarf-2026-01", **{"titel": "Kurse", "gemeldet": gemeldet_am, **felder})


def test_gemeldet_zugeordnet_erledigt_ist_die_reihenfolge() -> None:
    done = {"am": "2026-04-01", "art": "aufgegriffen"}

    assert gemeldet(bedarf_geht_rueckwaerts, bedarf(), bedarf(zugeordnet=ZUGEORDNET, erledigt=done)) == []


@pytest.mark.parametrize(
    ("felder", "feld"),
    [
        ({"zugeordnet": {**ZUGEORDNET, "am": "2026-03-01"}}, ("zugeordnet", "am")),
        ({"erledigt": {"am": "2026-03-01", "art": "erledigt"}}, ("erledigt", "am")),
        ({"zugeordnet": ZUGEORDNET, "erledigt": {"am": "2026-03-31", "art": "erledigt"}}, ("erledigt", "am")),
    ],
)
def test_ein_schritt_vor_dem_vorigen_wird_gemeldet(felder: dict[str, Any], feld: tuple[str, ...]) -> None:
    (befund,) = urteile(bedarf_geht_rueckwaerts, bedarf(**felder))

    assert (befund.code, befund.kennung, befund.feld) == ("T201", "bedarf-2026-01", feld)


def test_wer_abgibt_nennt_den_empfaenger() -> None:
    done = {"am": "2026-04-01", "art": "abgegeben"}

    (befund,) = urteile(abgegebener_bedarf_ohne_empfaenger, bedarf(erledigt=done))

    assert (befund.code, befund.kennung, befund.feld) == ("T202", "bedarf-2026-01", ("erledigt",))
    assert gemeldet(abgegebener_bedarf_ohne_empfaenger, bedarf(erledigt={**done, "an": "ministerium"})) == []


def test_ein_lange_offener_bedarf_nennt_sein_alter() -> None:
    (befund,) = urteile(bedarf_ist_lange_offen, bedarf(), am=date(2026, 8, 30))

    assert (befund.code, befund.kennung, befund.feld) == ("T203", "bedarf-2026-01", ("gemeldet", "am"))
    assert "181 Tage" in befund.text
    assert gemeldet(bedarf_ist_lange_offen, bedarf(), am=date(2026, 8, 29)) == []


@pytest.mark.parametrize(
    "felder",
    [
        {"zugeordnet": ZUGEORDNET},
        {"erledigt": {"am": "2026-04-01", "art": "nicht_weiterverfolgt"}},
        {"entfallen": {"am": "2026-04-01", "grund": "Doppelt.\n"}},
    ],
)
def test_ein_bedarf_mit_folge_ist_nicht_offen(felder: dict[str, Any]) -> None:
    assert gemeldet(bedarf_ist_lange_offen, bedarf(**felder)) == []
