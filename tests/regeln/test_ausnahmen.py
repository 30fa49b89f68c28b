"""Waivers, deviations and corrections say of what, and rest on something."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.grund import Eintrag
from netzint.modell.sitzung import Sitzung
from netzint.regeln.ausnahmen import (
    REGELN,
    ausgenommene_regel_gibt_es_nicht,
    ausnahme_endet_vor_ihrem_beschluss,
    ausnahme_ist_abgelaufen,
    ausnahme_ist_nicht_beschlossen,
    enden_einer_ausnahme_folgen_nicht_aufeinander,
    von_dieser_regel_gibt_es_keine_ausnahme,
)
from netzint.regeln.berichtigungen import (
    abweichung_mildert_nichts,
    berichtigung_ist_aelter_als_ihr_anlass,
    berichtigung_nennt_nichts_vorhandenes,
)
from netzint.regeln.siegel import siegel_fehlt
from tests.bau import beschluss, make, sitzung, top
from tests.regeln.umlauf import umlauf
from tests.regeln.urteil import gemeldet, urteile


def ausnahme(kennung: str = "ausnahme-eins", **felder: Any) -> Eintrag:
    """A waiver of B302 until the end of 2026."""
    normal = {"regel": "B302", "beschluss": "sg-2026-01/eins", "bis": "2026-12-31", "grund": "Umstellung."}
    return make("ausnahme", kennung, **{**normal, **felder})


def beschlossen(ergebnis: str = "angenommen", **felder: Any) -> Sitzung:
    """The Sitzung of 12 March 2026 that decided on it."""
    return sitzung(tagesordnung=[top("eins", beschluesse=[beschluss("eins", ergebnis=ergebnis)])], **felder)


@pytest.mark.parametrize(("code", "found"), [("B302", 0), ("B101", 0), ("B999", 1), ("L101", 0), ("b302", 1)])
def test_ausgenommen_wird_eine_regel_die_es_gibt(code: str, found: int) -> None:
    assert gemeldet(ausgenommene_regel_gibt_es_nicht, ausnahme(regel=code)) == [("X101", "ausnahme-eins")] * found


@pytest.mark.parametrize(
    ("code", "found"), [("B302", 0), ("K101", 1), ("X104", 1), ("L101", 1), ("V101", 1), ("B999", 0)]
)
def test_manche_regeln_lassen_keine_ausnahme_zu(code: str, found: int) -> None:
    reported = [("X102", "ausnahme-eins")] * found

    assert gemeldet(von_dieser_regel_gibt_es_keine_ausnahme, ausnahme(regel=code)) == reported


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        (beschlossen(), 0),
        (beschlossen("abgelehnt"), 1),
        (beschlossen("vertagt"), 1),
        (beschlossen(gremium="ag-beispiel"), 1),
        (umlauf(), 0),
    ],
)
def test_eine_ausnahme_beruht_auf_einem_angenommenen_beschluss(entry: Eintrag, found: int) -> None:
    reported = [("X103", "ausnahme-eins")] * found

    assert gemeldet(ausnahme_ist_nicht_beschlossen, entry, ausnahme()) == reported


def test_auch_ein_umlauf_kann_eine_ausnahme_beschliessen() -> None:
    offen = umlauf(abschluss=None)

    assert gemeldet(ausnahme_ist_nicht_beschlossen, umlauf(), ausnahme(beschluss="um-2026-01/eins")) == []
    assert gemeldet(ausnahme_ist_nicht_beschlossen, offen, ausnahme(beschluss="um-2026-01/eins")) == [
        ("X103", "ausnahme-eins")
    ]


@pytest.mark.parametrize(("tag", "found"), [(date(2026, 12, 31), 0), (date(2027, 1, 1), 1)])
def test_eine_ausnahme_gilt_bis_zu_ihrem_letzten_tag(tag: date, found: int) -> None:
    befunde = urteile(ausnahme_ist_abgelaufen, ausnahme(), am=tag)

    assert [(b.code, b.kennung, b.schwere) for b in befunde] == [("X104", "ausnahme-eins", "fehler")] * found


@pytest.mark.parametrize(
    ("neu", "alt", "found"),
    [
        ({}, {}, 0),
        ({}, {"fuer": ["sg-2026-01"]}, 0),
        ({"fuer": ["sg-2026-01", "sg-2026-02"]}, {"fuer": ["sg-2026-01"]}, 0),
        ({"fuer": ["sg-2026-02"]}, {"fuer": ["sg-2026-01"]}, 1),
        ({"fuer": ["sg-2026-01"]}, {}, 1),
        ({"regel": "B101"}, {}, 1),
    ],
)
def test_eine_erneuerte_ausnahme_ist_nicht_abgelaufen(neu: dict[str, Any], alt: dict[str, Any], found: int) -> None:
    entries = [ausnahme(**alt), ausnahme("ausnahme-zwei", bis="2027-12-31", **neu)]

    assert gemeldet(ausnahme_ist_abgelaufen, *entries, am=date(2027, 1, 1)) == [("X104", "ausnahme-eins")] * found


def test_eine_ausnahme_kann_sich_nicht_selbst_ausnehmen() -> None:
    selbst = ausnahme(regel="X104", bis="2026-01-31")

    assert all(not rule.erlaesslich for rule in REGELN if rule.code in ("X101", "X102", "X103", "X104", "X105", "X109"))
    assert gemeldet(ausnahme_ist_abgelaufen, selbst) == [("X104", "ausnahme-eins")]


def test_nach_dem_ablauf_ist_der_befund_wieder_was_er_war() -> None:
    antrag = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}
    entry = sitzung(tagesordnung=[top("eins", beschluesse=[beschluss("eins", antrag=antrag)])])

    assert [b.schwere for b in urteile(siegel_fehlt, entry, ausnahme())] == ["hinweis"]
    assert [b.schwere for b in urteile(siegel_fehlt, entry, ausnahme(), am=date(2027, 1, 1))] == ["warnung"]


@pytest.mark.parametrize(("bis", "found"), [("2026-03-12", 0), ("2026-03-11", 1)])
def test_eine_ausnahme_endet_nicht_vor_ihrem_beschluss(bis: str, found: int) -> None:
    reported = [("X105", "ausnahme-eins")] * found

    assert gemeldet(ausnahme_endet_vor_ihrem_beschluss, beschlossen(), ausnahme(bis=bis)) == reported


@pytest.mark.parametrize(
    ("felder", "codes"),
    [
        ({"verlaengerungen": [{"bis": "2027-06-30", "beschluss": "sg-2026-01/eins"}]}, []),
        ({"verlaengerungen": [{"bis": "2026-12-31", "beschluss": "sg-2026-01/eins"}]}, ["X109"]),
        ({"beendet": {"zum": "2026-12-31", "grund": "Erledigt."}}, []),
        ({"beendet": {"zum": "2027-01-01", "grund": "Erledigt."}}, ["X109"]),
    ],
)
def test_eine_verlaengerung_zieht_das_ende_hinaus_und_ein_ende_zieht_es_vor(
    felder: dict[str, Any], codes: list[str]
) -> None:
    found = gemeldet(enden_einer_ausnahme_folgen_nicht_aufeinander, beschlossen(), ausnahme(**felder))

    assert found == [(code, "ausnahme-eins") for code in codes]


def test_auch_die_verlaengerung_beruht_auf_einem_angenommenen_beschluss() -> None:
    later = ausnahme(verlaengerungen=[{"bis": "2027-06-30", "beschluss": "sg-2026-02/zwei"}])
    refused = sitzung(
        "sg-2026-02", datum="2026-07-09", tagesordnung=[top(beschluesse=[beschluss("zwei", ergebnis="abgelehnt")])]
    )

    befunde = urteile(ausnahme_ist_nicht_beschlossen, beschlossen(), refused, later)

    assert [(b.code, b.feld) for b in befunde] == [("X103", ("verlaengerungen", 0, "beschluss"))]


@pytest.mark.parametrize(("felder", "found"), [({}, 1), ({"beendet": {"zum": "2026-12-31", "grund": "Erledigt."}}, 0)])
def test_eine_beendete_ausnahme_ist_nicht_abgelaufen(felder: dict[str, Any], found: int) -> None:
    reported = [("X104", "ausnahme-eins")] * found

    assert gemeldet(ausnahme_ist_abgelaufen, ausnahme(**felder), am=date(2027, 1, 1)) == reported


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("B102", ""),
        ("B999", "die es nicht gibt"),
        ("K101", "von der es keine Abweichung gibt"),
        ("F101", "von der es keine Abweichung gibt"),
        ("B302", "die ohnehin keinen Fehler meldet"),
    ],
)
def test_eine_abweichung_mildert_einen_fehler(code: str, reason: str) -> None:
    befunde = urteile(
        abweichung_mildert_nichts, sitzung(abweichung=[{"regel": code, "grund": "Steht so im Protokoll."}])
    )

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("X106", "sg-2026-01", ("abweichung", 0, "regel"))][
        : bool(reason)
    ]
    assert all(reason in b.text for b in befunde)


def berichtigt(zu: str, am: str = "2026-07-09", **felder: Any) -> Sitzung:
    """A Sitzung with a correction."""
    return beschlossen(berichtigungen=[{"zu": zu, "am": am, "statt": "früher", "grund": "Zählfehler."}], **felder)


@pytest.mark.parametrize(("zu", "found"), [("eins", 0), ("datum", 0), ("tagesordnung.0.titel", 0), ("zwei", 1)])
def test_berichtigt_wird_was_es_gibt(zu: str, found: int) -> None:
    befunde = urteile(berichtigung_nennt_nichts_vorhandenes, berichtigt(zu))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [
        ("X107", "sg-2026-01", ("berichtigungen", 0, "zu"))
    ] * found


def test_auch_ein_umlauf_nennt_was_berichtigt_ist() -> None:
    korrektur = {"am": "2026-04-01", "statt": "früher", "grund": "Zählfehler."}

    assert gemeldet(berichtigung_nennt_nichts_vorhandenes, umlauf(berichtigungen=[{"zu": "eins", **korrektur}])) == []
    assert gemeldet(berichtigung_nennt_nichts_vorhandenes, umlauf(berichtigungen=[{"zu": "zwei", **korrektur}])) == [
        ("X107", "um-2026-01")
    ]


@pytest.mark.parametrize(("am", "found"), [("2026-03-12", 0), ("2026-03-11", 1)])
def test_eine_berichtigung_ist_nicht_aelter_als_die_sitzung(am: str, found: int) -> None:
    reported = [("X108", "sg-2026-01")] * found

    assert gemeldet(berichtigung_ist_aelter_als_ihr_anlass, berichtigt("eins", am)) == reported


@pytest.mark.parametrize(("zu", "found"), [("einladung", 0), ("tagesordnung.eins", 0), ("anwesend", 1), ("leitung", 1)])
def test_einladung_und_tagesordnung_lassen_sich_auch_vor_der_sitzung_berichtigen(zu: str, found: int) -> None:
    reported = [("X108", "sg-2026-01")] * found

    assert gemeldet(berichtigung_ist_aelter_als_ihr_anlass, berichtigt(zu, "2026-03-11")) == reported
