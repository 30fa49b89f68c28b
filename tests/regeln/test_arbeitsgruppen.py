"""AGs: set up and prolonged by Beschluss, and nothing of them dated long after their end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.arbeitsgruppe import Arbeitsgruppe
from netzint.modell.grund import Eintrag
from netzint.modell.sitzung import Sitzung
from netzint.regeln.arbeitsgruppen import (
    REGELN,
    ag_beginnt_vor_dem_beschluss,
    ag_laeuft_ueber_ihren_zeitraum,
    ag_zu_spaet_verlaengert,
    einsetzung_ohne_beschluss,
    einsetzungsbeschluss_passt_nicht,
    etwas_ist_nach_der_karenz_datiert,
    verlaengerung_ohne_beschluss,
    verlaengerung_schliesst_nicht_an,
    verlaengerungsbeschluss_passt_nicht,
)
from netzint.regeln.register import judge
from tests.bau import (
    STICHTAG,
    arbeitsgruppe,
    beschluss,
    bestand,
    empfehlung,
    hefassung,
    make,
    mandat,
    mitglied,
    sitzung,
    top,
)
from tests.regeln.urteil import gemeldet, urteile

MANDAT = {"auftrag": "A\n", "staendige_mitglieder": "9", "von": "2025-07-01", "bis": "2026-12-31"}
EINSETZUNG = {"art": "ag_einsetzen", "ag": "ag-beispiel"}
VERLAENGERUNG = {"art": "ag_verlaengern", "ag": "ag-beispiel", "bis": "2027-06-30"}


def beschlossen(antrag: dict[str, Any], tag: str = "2025-06-25", **felder: Any) -> Sitzung:
    """``sg-2025-01/einsetzung-beispiel``: a Sitzung that accepted one motion."""
    found = beschluss("einsetzung-beispiel", antrag=antrag, **felder)
    return sitzung("sg-2025-01", datum=tag, tagesordnung=[top("ag", beschluesse=[found])])


def ag(**mandat_felder: Any) -> Arbeitsgruppe:
    """The AG with a changed Mandat, set up by that Sitzung."""
    return arbeitsgruppe(mandat={**MANDAT, "beschluss": "sg-2025-01/einsetzung-beispiel", **mandat_felder})


def verlaengert(**felder: Any) -> Arbeitsgruppe:
    """The AG prolonged to June 2027 by that Sitzung."""
    step = {"ab": "2027-01-01", "bis": "2027-06-30", "beschluss": "sg-2025-01/einsetzung-beispiel", **felder}
    return arbeitsgruppe(mandat=MANDAT, verlaengerungen=[step])


def test_eine_beschlossene_ag_in_ihrem_zeitraum_ist_in_ordnung() -> None:
    assert judge(bestand(beschlossen(EINSETZUNG), ag()), STICHTAG, REGELN) == []


def test_eine_ag_ohne_einsetzungsbeschluss_wird_gemeldet() -> None:
    (befund,) = urteile(einsetzung_ohne_beschluss, arbeitsgruppe(mandat=MANDAT))

    assert (befund.code, befund.kennung, befund.feld) == ("A101", "ag-beispiel", ("mandat",))


def test_vor_dem_erfassten_zeitraum_ist_der_beschluss_freiwillig() -> None:
    assert gemeldet(einsetzung_ohne_beschluss, arbeitsgruppe(mandat={**MANDAT, "von": "2021-10"})) == []


@pytest.mark.parametrize(
    "angenommen",
    [
        beschlossen({"art": "ag_einsetzen", "ag": "ag-andere"}),
        beschlossen({"art": "sonstiges"}),
        beschlossen(EINSETZUNG, ergebnis="abgelehnt"),
        beschlossen(EINSETZUNG).model_copy(update={"gremium": "ag-andere"}),
    ],
)
def test_ein_beschluss_der_die_ag_nicht_eingesetzt_hat_wird_gemeldet(angenommen: Eintrag) -> None:
    (befund,) = urteile(einsetzungsbeschluss_passt_nicht, angenommen, ag())

    assert (befund.code, befund.kennung, befund.feld) == ("A102", "ag-beispiel", ("mandat", "beschluss"))


def test_ein_fehlender_beschluss_ist_sache_des_verweises() -> None:
    assert judge(bestand(ag()), STICHTAG, REGELN) == []


def test_eine_ag_kann_im_umlauf_eingesetzt_werden() -> None:
    umlauf = make(
        "umlauf",
        "um-2025-01",
        titel="AG",
        versandt="2025-05-01",
        frist="2025-05-20",
        beschluss="ag",
        antrag=EINSETZUNG,
        abschluss={"am": "2025-05-21", "ergebnis": "angenommen"},
    )

    assert judge(bestand(umlauf, ag(beschluss="um-2025-01/ag")), STICHTAG, REGELN) == []


@pytest.mark.parametrize(("von", "reported"), [("2025-06-24", [("A103", "ag-beispiel")]), ("2025-06-25", [])])
def test_eine_ag_beginnt_nicht_vor_ihrem_beschluss(von: str, reported: list[tuple[str, str]]) -> None:
    assert gemeldet(ag_beginnt_vor_dem_beschluss, beschlossen(EINSETZUNG), ag(von=von)) == reported


def test_ein_monat_als_beginn_reicht_bis_zu_seinem_ende() -> None:
    decided = beschlossen(EINSETZUNG, "2021-10-14")

    assert gemeldet(ag_beginnt_vor_dem_beschluss, decided, ag(von="2021-10")) == []


def test_eine_verlaengerung_schliesst_an() -> None:
    assert gemeldet(verlaengerung_schliesst_nicht_an, verlaengert()) == []


@pytest.mark.parametrize("ab", ["2026-12-31", "2027-01-02"])
def test_eine_verlaengerung_mit_luecke_oder_ueberschneidung_wird_gemeldet(ab: str) -> None:
    (befund,) = urteile(verlaengerung_schliesst_nicht_an, verlaengert(ab=ab))

    assert (befund.code, befund.kennung, befund.feld) == ("A104", "ag-beispiel", ("verlaengerungen", 0, "ab"))


def test_auf_ein_monatsende_folgt_der_naechste_tag() -> None:
    prolonged = arbeitsgruppe(
        mandat={**MANDAT, "von": "2021-10", "bis": "2022-07"}, verlaengerungen=[{"ab": "2022-08-01", "bis": "2022-12"}]
    )

    assert gemeldet(verlaengerung_schliesst_nicht_an, prolonged) == []


def test_eine_verlaengerung_ohne_beschluss_wird_gemeldet() -> None:
    (befund,) = urteile(verlaengerung_ohne_beschluss, verlaengert(beschluss=None))

    assert (befund.code, befund.kennung, befund.feld) == ("A105", "ag-beispiel", ("verlaengerungen", 0))
    assert gemeldet(verlaengerung_ohne_beschluss, verlaengert()) == []


@pytest.mark.parametrize(
    "decided",
    [
        beschlossen(EINSETZUNG),
        beschlossen({**VERLAENGERUNG, "ag": "ag-andere"}),
        beschlossen({**VERLAENGERUNG, "bis": "2027-04-30"}),
        beschlossen({**VERLAENGERUNG, "staendige_mitglieder": "11"}),
        beschlossen(VERLAENGERUNG, ergebnis="vertagt"),
    ],
)
def test_ein_beschluss_der_anders_verlaengert_hat_wird_gemeldet(decided: Eintrag) -> None:
    (befund,) = urteile(verlaengerungsbeschluss_passt_nicht, decided, verlaengert())

    assert (befund.code, befund.kennung, befund.feld) == ("A106", "ag-beispiel", ("verlaengerungen", 0, "beschluss"))


def test_ein_passender_beschluss_verlaengert() -> None:
    decided = beschlossen({**VERLAENGERUNG, "staendige_mitglieder": "11"})

    assert gemeldet(verlaengerungsbeschluss_passt_nicht, decided, verlaengert(staendige_mitglieder="11")) == []


@pytest.mark.parametrize(("tag", "reported"), [("2027-01-01", [("A107", "ag-beispiel")]), ("2026-12-31", [])])
def test_verlaengert_wird_vor_dem_ende(tag: str, reported: list[tuple[str, str]]) -> None:
    assert gemeldet(ag_zu_spaet_verlaengert, beschlossen(VERLAENGERUNG, tag), verlaengert()) == reported


def test_eine_ausgelaufene_ag_wird_am_stichtag_gemeldet() -> None:
    (befund,) = urteile(ag_laeuft_ueber_ihren_zeitraum, ag(), am=date(2027, 1, 1))

    assert (befund.code, befund.kennung, befund.feld) == ("A108", "ag-beispiel", ("mandat", "bis"))


def test_am_letzten_tag_und_nach_dem_abschluss_ist_nichts_ausgelaufen() -> None:
    closed = arbeitsgruppe(mandat={**MANDAT, "bis": "2026-06-30"}, abschluss={"am": "2026-08-01"})

    assert gemeldet(ag_laeuft_ueber_ihren_zeitraum, ag(), am=date(2026, 12, 31)) == []
    assert gemeldet(ag_laeuft_ueber_ihren_zeitraum, closed) == []
    assert gemeldet(ag_laeuft_ueber_ihren_zeitraum, verlaengert(), am=date(2027, 3, 1)) == []


AM_ENDE = arbeitsgruppe(mandat={**MANDAT, "bis": "2026-06-30"})
NACH_KARENZ = "2026-09-29"
IN_KARENZ = "2026-09-28"


def einer_ag(tag: str) -> list[tuple[Eintrag, tuple[str | int, ...]]]:
    """One of each thing of an AG, dated on a day, with the place of that day."""
    work = {"titel": "T", "vom": tag}
    member = mandat(gremium="ag-beispiel", sitz=None, rolle="gast", von=tag)
    short = {**MANDAT, "bis": "2026-06-30"}
    return [
        (empfehlung(fassungen=[hefassung(vom=tag, eingereicht=None)]), ("fassungen", 0, "vom")),
        (empfehlung(fassungen=[hefassung(vom="2026-06-01", eingereicht=tag)]), ("fassungen", 0, "eingereicht")),
        (sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", datum=tag), ("datum",)),
        (mitglied("ag-beispiel-01", mandate=[member]), ("mandate", 0, "von")),
        (arbeitsgruppe(mandat=short, konzepte=[work]), ("konzepte", 0, "vom")),
        (arbeitsgruppe(mandat=short, berichte=[work]), ("berichte", 0, "vom")),
    ]


@pytest.mark.parametrize(("eintrag", "feld"), einer_ag(NACH_KARENZ))
def test_was_nach_der_karenz_datiert_ist_wird_gemeldet(eintrag: Eintrag, feld: tuple[str | int, ...]) -> None:
    (befund,) = urteile(etwas_ist_nach_der_karenz_datiert, AM_ENDE, eintrag)

    assert (befund.code, befund.kennung, befund.feld) == ("A109", eintrag.kennung, feld)
    assert befund.schluessel == ("ag-beispiel", NACH_KARENZ)


@pytest.mark.parametrize(("eintrag", "feld"), einer_ag(IN_KARENZ))
def test_innerhalb_der_karenz_wird_es_hingenommen(eintrag: Eintrag, feld: tuple[str | int, ...]) -> None:
    assert gemeldet(etwas_ist_nach_der_karenz_datiert, AM_ENDE, eintrag) == []


def test_eine_abgesagte_sitzung_zaehlt_nicht() -> None:
    called_off = {"am": "2026-10-01", "grund": "Keine AG mehr.\n"}
    meeting = sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", datum="2026-11-01", abgesagt=called_off)

    assert gemeldet(etwas_ist_nach_der_karenz_datiert, AM_ENDE, meeting) == []


def test_nach_einem_fruehen_abschluss_beginnt_die_karenz_frueher() -> None:
    closed = arbeitsgruppe(mandat=MANDAT, abschluss={"am": "2026-06-30"})
    late = empfehlung(fassungen=[hefassung(vom="2026-06-01", eingereicht=NACH_KARENZ)])

    assert gemeldet(etwas_ist_nach_der_karenz_datiert, closed, late) == [("A109", "he-2026-01")]
