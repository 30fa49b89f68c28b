"""Themen and Ziele: what they rest on."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.grund import Eintrag
from netzint.modell.sitzung import Sitzung
from netzint.regeln.themen import (
    gilt_vor_seinem_beschluss,
    schwerpunkt_ist_nicht_beschlossen,
    thema_der_ag_stand_nicht_im_speicher,
    ziel_hat_anderen_wortlaut,
    ziel_ist_nicht_beschlossen,
    ziel_ohne_beschluss,
)
from tests.bau import arbeitsgruppe, beschluss, make, sitzung, thema, top
from tests.regeln.urteil import gemeldet, urteile


def beschlossen(antrag: dict[str, Any], ergebnis: str = "angenommen") -> Sitzung:
    """``sg-2026-01/b``: a Sitzung that decided one motion."""
    return sitzung(tagesordnung=[top(beschluesse=[beschluss("b", antrag=antrag, ergebnis=ergebnis)])])


def ziel(**felder: Any) -> Eintrag:
    """A Ziel of 2026."""
    return make("ziel", "ziel-a", **{"titel": "Z", "beschreibung": "Z\n", "ab": "2026-03-12", **felder})


SCHWERPUNKT = thema(schwerpunkt={"ab": "2026-03-12", "beschluss": "sg-2026-01/b"})


def test_ein_beschlossener_schwerpunkt_ist_in_ordnung() -> None:
    decided = beschlossen({"art": "schwerpunkt", "thema": "thema-beispiel"})

    assert gemeldet(schwerpunkt_ist_nicht_beschlossen, decided, SCHWERPUNKT) == []


@pytest.mark.parametrize(
    "decided",
    [
        beschlossen({"art": "schwerpunkt", "thema": "thema-anderes"}),
        beschlossen({"art": "schwerpunkt", "thema": "thema-beispiel"}, "vertagt"),
        beschlossen({"art": "sonstiges"}),
    ],
)
def test_ein_schwerpunkt_ohne_passenden_beschluss_wird_gemeldet(decided: Sitzung) -> None:
    (befund,) = urteile(schwerpunkt_ist_nicht_beschlossen, decided, SCHWERPUNKT)

    assert (befund.code, befund.kennung, befund.feld) == ("T101", "thema-beispiel", ("schwerpunkt", "beschluss"))


def test_das_thema_einer_ag_stand_vorher_im_speicher() -> None:
    assert gemeldet(thema_der_ag_stand_nicht_im_speicher, thema(), arbeitsgruppe()) == []
    assert gemeldet(thema_der_ag_stand_nicht_im_speicher, arbeitsgruppe()) == []


@pytest.mark.parametrize("felder", [{"aufgenommen": "2025-07-02"}, {"bis": "2025-06-30"}])
def test_ein_zu_spaetes_oder_beendetes_thema_ist_ein_hinweis(felder: dict[str, str]) -> None:
    (befund,) = urteile(thema_der_ag_stand_nicht_im_speicher, thema(**felder), arbeitsgruppe())

    assert (befund.code, befund.kennung, befund.feld) == ("T102", "ag-beispiel", ("thema",))


def test_ein_neues_ziel_ohne_beschluss_ist_ein_hinweis() -> None:
    assert gemeldet(ziel_ohne_beschluss, ziel()) == [("T103", "ziel-a")]
    assert gemeldet(ziel_ohne_beschluss, ziel(ab="2021-01")) == []
    assert gemeldet(ziel_ohne_beschluss, ziel(beschluss="sg-2026-01/b")) == []


def test_ein_ziel_ohne_passenden_beschluss_wird_gemeldet() -> None:
    adopted = ziel(beschluss="sg-2026-01/b")

    (befund,) = urteile(ziel_ist_nicht_beschlossen, beschlossen({"art": "ziel", "ziel": "ziel-b"}), adopted)

    assert (befund.code, befund.kennung, befund.feld) == ("T104", "ziel-a", ("beschluss",))
    assert gemeldet(ziel_ist_nicht_beschlossen, beschlossen({"art": "ziel", "ziel": "ziel-a"}), adopted) == []


def test_ein_anderer_wortlaut_als_der_beschlossene_wird_gemeldet() -> None:
    antrag = {"art": "ziel", "ziel": "ziel-a", "titel": "A", "beschreibung": "Alle\nnehmen teil.\n"}
    adopted = ziel(beschluss="sg-2026-01/b", beschreibung="Manche nehmen teil.\n")

    (befund,) = urteile(ziel_hat_anderen_wortlaut, beschlossen(antrag), adopted)

    assert (befund.code, befund.kennung, befund.feld) == ("T105", "ziel-a", ("beschreibung",))
    same = ziel(beschluss="sg-2026-01/b", beschreibung="Alle nehmen\nteil.\n")
    assert gemeldet(ziel_hat_anderen_wortlaut, beschlossen(antrag), same) == []


def test_auch_ein_frueherer_wortlaut_bleibt_der_beschlossene() -> None:
    antrag = {"art": "ziel", "ziel": "ziel-a", "titel": "A", "beschreibung": "Alle nehmen teil.\n"}
    earlier = {"beschreibung": "Manche nehmen teil.\n", "bis": "2026-10-31", "beschluss": "sg-2026-01/b"}

    (befund,) = urteile(ziel_hat_anderen_wortlaut, beschlossen(antrag), ziel(frueher=[earlier]))

    assert (befund.code, befund.feld) == ("T105", ("frueher", 0, "beschreibung"))


@pytest.mark.parametrize(("ab", "reported"), [("2026-03-11", True), ("2026-03-12", False), ("2026-04-01", False)])
def test_was_beschlossen_werden_muss_gilt_nicht_vor_dem_beschluss(ab: str, reported: bool) -> None:  # noqa: FBT001
    schwerpunkt = thema(schwerpunkt={"ab": ab, "beschluss": "sg-2026-01/b"})
    entries = (beschlossen({"art": "schwerpunkt", "thema": "thema-beispiel"}), schwerpunkt)
    assert gemeldet(gilt_vor_seinem_beschluss, *entries) == [("T106", "thema-beispiel")] * reported

    entries_ziel = (beschlossen({"art": "ziel", "ziel": "ziel-a"}), ziel(ab=ab, beschluss="sg-2026-01/b"))
    assert gemeldet(gilt_vor_seinem_beschluss, *entries_ziel) == [("T106", "ziel-a")] * reported


def test_ein_neuer_wortlaut_gilt_ab_dem_tag_nach_dem_frueheren() -> None:
    decided = beschlossen({"art": "ziel", "ziel": "ziel-a"})
    frueher = [{"beschreibung": "Früher.\n", "bis": "2026-03-10"}]
    befunde = urteile(gilt_vor_seinem_beschluss, decided, ziel(ab="2021-01", frueher=frueher, beschluss="sg-2026-01/b"))

    assert [(b.code, b.feld) for b in befunde] == [("T106", ("frueher", 0, "bis"))]
