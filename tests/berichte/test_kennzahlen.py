"""The network in figures: each figure on a Bestand small enough to count by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from netzint.berichte.kennzahlen import kennzahlen
from tests import bau
from tests.bau import STICHTAG

if TYPE_CHECKING:
    from netzint.modell.bestand import Bestand
    from netzint.modell.mitglied import Mitglied
    from netzint.modell.sitzung import Sitzung


def rows(bestand: Bestand, tabelle: str, tag: date = STICHTAG, jahr: int | None = None) -> list[dict[str, Any]]:
    found = next(t for t in kennzahlen(bestand, tag, jahr).tabellen if t.schluessel == tabelle)
    return [dict(zip([key for key, _ in found.spalten], row, strict=True)) for row in found.zeilen]


def figure(bestand: Bestand, tabelle: str, key: str, tag: date = STICHTAG) -> dict[int, int]:
    """One column by year, zeros left out."""
    return {row["jahr"]: row[key] for row in rows(bestand, tabelle, tag) if row[key]}


def held(kennung: str, datum: str, *anwesend: Any, **felder: Any) -> Sitzung:
    return bau.sitzung(kennung, datum=datum, anwesend=list(anwesend) or ["staedtetag-1"], **felder)


def person(kennung: str, sitz: str, **mandat: Any) -> Mitglied:
    return bau.mitglied(kennung, mandate=[bau.mandat(sitz=sitz, **mandat)])


@pytest.mark.parametrize(("jahr", "saetze"), [(2026, 0), (2011, 1)])
def test_ein_jahr_ohne_zahlen_wird_beim_namen_genannt(jahr: int, saetze: int) -> None:
    bericht = kennzahlen(bau.bestand(held("sg-2026-01", "2026-03-12")), STICHTAG, jahr)

    assert list(bericht.saetze) == [f"Im Jahr {jahr} ist nichts erfasst, was sich zählen lässt."][:saetze]


def test_ein_leeres_netzwerk_hat_keine_zahlen_und_sagt_das() -> None:
    bericht = kennzahlen(bau.bestand(), STICHTAG)

    assert bericht.saetze == ("Noch ist nichts erfasst, was sich zählen lässt.",)
    assert [tabelle.zeilen for tabelle in bericht.tabellen] == [(), (), (), ()]


def test_ein_bestimmtes_jahr_steht_allein_da_auch_ohne_ereignisse() -> None:
    bestand = bau.bestand(held("sg-2025-01", "2025-03-01"), held("sg-2026-01", "2026-03-01"))

    assert [(r["jahr"], r["sitzungen"]) for r in rows(bestand, "arbeit", jahr=2025)] == [(2025, 1)]
    assert [(r["jahr"], r["sitzungen"]) for r in rows(bestand, "arbeit", jahr=2023)] == [(2023, 0)]


def test_nur_gehaltene_sitzungen_zaehlen_und_die_der_arbeitsgruppen_fuer_sich() -> None:
    bestand = bau.bestand(
        bau.arbeitsgruppe(),
        held("sg-2025-01", "2025-03-01"),
        held("sg-2025-02", "2025-09-01"),
        bau.sitzung("sg-2025-03", datum="2025-11-01", abgesagt={"am": "2025-10-01", "grund": "krank"}),
        bau.sitzung("sg-2026-01", datum="2026-12-03"),
        held("ag-beispiel-sitzung-2025-01", "2025-10-01", gremium="ag-beispiel"),
    )

    assert figure(bestand, "arbeit", "sitzungen") == {2025: 2}
    assert figure(bestand, "arbeit", "ag_sitzungen") == {2025: 1}


def test_jedes_jahr_in_dem_etwas_geschah_hat_seine_zeile() -> None:
    bestand = bau.bestand(
        bau.make("bedarf", "bedarf-2023-01", titel="B", gemeldet={"von": "staedtetag", "am": "2023-05-01"}),
        bau.make("veranstaltung", "va-2024-01", titel="Fachtag", art="fachtag", datum="2024-06-01"),
    )

    assert [(r["jahr"], r["bedarfe"], r["veranstaltungen"]) for r in rows(bestand, "arbeit")] == [
        (2023, 1, 0),
        (2024, 0, 1),
    ]
    assert rows(bestand, "anwesenheit") == []


def test_beschluesse_zaehlen_nur_wenn_beschlossen_werden_konnte() -> None:
    beschluesse = [bau.beschluss("a"), bau.beschluss("b", ergebnis="nicht_beschlussfaehig")]
    bestand = bau.bestand(held("sg-2026-01", "2026-03-01", tagesordnung=[bau.top("x", beschluesse=beschluesse)]))

    assert figure(bestand, "arbeit", "beschluesse") == {2026: 1}


def test_abgesagte_veranstaltungen_zaehlen_nicht() -> None:
    absage = {"am": "2026-05-01", "grund": "zu wenige"}
    bestand = bau.bestand(
        bau.make("veranstaltung", "va-2026-01", titel="A", art="fachtag", datum="2026-06-01"),
        bau.make("veranstaltung", "va-2026-02", titel="B", art="fachtag", datum="2026-07-01", abgesagt=absage),
    )

    assert figure(bestand, "arbeit", "veranstaltungen") == {2026: 1}


def advised(*stand: dict[str, Any], am: str = "2026-04-01") -> tuple[Any, ...]:
    """An Empfehlung handed in on 1 January, accepted on 1 March, forwarded on 1 April 2026."""
    antrag = {"art": "empfehlung", "empfehlungen": ["he-2026-01"], "fassung": "1"}
    weiter = [{"stelle": "ministerium", "am": am, "stand": list(stand)}]
    return (
        bau.empfehlung(fassungen=[bau.hefassung(vom="2025-12-01", eingereicht="2026-01-01")], weiterleitungen=weiter),
        held(
            "sg-2026-01",
            "2026-03-01",
            tagesordnung=[bau.top("he", beschluesse=[bau.beschluss("he-2026-01", antrag=antrag)])],
        ),
    )


def test_die_empfehlungen_werden_auf_jeder_stufe_gezaehlt() -> None:
    bestand = bau.bestand(
        *advised({"am": "2026-06-01", "status": "in_umsetzung"}, {"am": "2026-09-01", "status": "umgesetzt"})
    )

    assert rows(bestand, "empfehlungen") == [
        {"jahr": 2026, "eingereicht": 1, "angenommen": 1, "abgelehnt": 0, "weiterleitungen": 1, "umgesetzt": 1}
    ]


def test_nach_dem_stichtag_zaehlt_nichts() -> None:
    bestand = bau.bestand(*advised({"am": "2026-06-01", "status": "umgesetzt"}))

    def counted(tag: str) -> list[int]:
        found = rows(bestand, "empfehlungen", date.fromisoformat(tag))
        return list(found[0].values())[1:] if found else []

    assert counted("2025-12-31") == []
    assert counted("2026-01-01") == [1, 0, 0, 0, 0]
    assert counted("2026-02-28") == [1, 0, 0, 0, 0]
    assert counted("2026-03-01") == [1, 1, 0, 0, 0]
    assert counted("2026-04-01") == [1, 1, 0, 1, 0]
    assert counted("2026-06-01") == [1, 1, 0, 1, 1]
    assert figure(bestand, "arbeit", "sitzungen", date(2026, 2, 28)) == {}


def test_die_dauern_reichen_von_tag_zu_tag() -> None:
    bestand = bau.bestand(*advised({"am": "2026-06-01", "status": "umgesetzt"}))

    assert [(r["strecke"], r["anzahl"], r["median"]) for r in rows(bestand, "dauern")] == [
        ("Einreichung bis Beschluss", 1, 59),
        ("Beschluss bis Weiterleitung", 1, 31),
        ("Weiterleitung bis zur ersten Rückmeldung", 1, 61),
        ("Einreichung bis Umsetzung (je Stelle)", 1, 151),
    ]
    assert [r["strecke"] for r in rows(bestand, "dauern", date(2026, 3, 31))] == ["Einreichung bis Beschluss"]


@pytest.mark.parametrize(
    ("tage", "erwartet"),
    [((10,), (1, 10, 10, 10)), ((10, 50, 12), (3, 10, 12, 50)), ((10, 20, 40, 90), (4, 10, 30, 90))],
)
def test_die_mittlere_dauer_ist_der_median(tage: tuple[int, ...], erwartet: tuple[int, ...]) -> None:
    """Days from forwarding to the first reply, one Empfehlung each."""
    sent = date(2026, 1, 1)
    entries = [
        bau.empfehlung(
            f"he-2026-{nr:02}",
            weiterleitungen=[
                {
                    "stelle": "ministerium",
                    "am": str(sent),
                    "stand": [{"am": str(date.fromordinal(sent.toordinal() + tag)), "status": "in_umsetzung"}],
                }
            ],
        )
        for nr, tag in enumerate(tage, 1)
    ]
    row = rows(bau.bestand(*entries), "dauern")[0]

    assert (row["anzahl"], row["kuerzeste"], row["median"], row["laengste"]) == erwartet


def test_die_anwesenheit_zaehlt_je_bank_wer_selbst_da_war_vertreten_wurde_oder_fehlte() -> None:
    bestand = bau.bestand(
        person("staedtetag-1", "sitz-staedtetag"),
        person("gemeindetag-1", "sitz-gemeindetag"),
        person("landkreistag-1", "sitz-landkreistag"),
        person("ministerium-1", "sitz-ministerium-a"),
        person("gemeindetag-2", "sitz-gemeindetag", rolle="stellvertretend"),
        held("sg-2026-01", "2026-03-01", "staedtetag-1", {"mitglied": "gemeindetag-2", "fuer": "gemeindetag-1"}),
    )
    found = {r["bank"]: (r["selbst"], r["vertreten"], r["gefehlt"], r["anteil"]) for r in rows(bestand, "anwesenheit")}

    assert found == {
        "Landesverbände": (1, 1, 1, "66 %"),
        "Ministerium": (0, 0, 1, "0 %"),
        "Kommunen": (0, 0, 0, ""),
        "Integrationsbeauftragte": (0, 0, 0, ""),
    }


def test_ein_sitz_der_an_dem_tag_nicht_besetzt_war_fehlt_nicht() -> None:
    bestand = bau.bestand(
        person("staedtetag-1", "sitz-staedtetag", bis="2026-02-28", ende={"grund": "abberufen", "am": "2026-02-20"}),
        person("gemeindetag-1", "sitz-gemeindetag"),
        held("sg-2026-01", "2026-03-01", "gemeindetag-1"),
    )
    row = next(r for r in rows(bestand, "anwesenheit") if r["bank"] == "Landesverbände")

    assert (row["selbst"], row["vertreten"], row["gefehlt"], row["anteil"]) == (1, 0, 0, "100 %")


def test_wer_ohne_mandat_da_war_zaehlt_nicht_und_jahre_ohne_sitzung_fehlen() -> None:
    bestand = bau.bestand(
        person("staedtetag-1", "sitz-staedtetag"),
        held("sg-2026-01", "2026-03-01", "staedtetag-1", "gs-1"),
        bau.make("bedarf", "bedarf-2025-01", titel="B", gemeldet={"von": "staedtetag", "am": "2025-05-01"}),
        bau.arbeitsgruppe(),
        held("ag-beispiel-sitzung-2025-01", "2025-10-01", gremium="ag-beispiel"),
    )
    found = rows(bestand, "anwesenheit")

    assert {r["jahr"] for r in found} == {2026}
    assert sum(r["selbst"] for r in found) == 1
