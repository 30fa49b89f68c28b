"""``mitglied was-waere-wenn``: what a change would do, told without changing anything."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.berichte.tabelle import Bericht
from netzint.berichte.was_waere_wenn import Wechsel, vergleich
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from tests import bau
from tests.berichte.test_strategiegruppe import zeilen
from tests.vorgaenge.zwoelf import person, zwoelf

AB = date(2027, 1, 1)


def frage(bestand: Bestand, *austritte: str, eintritte: tuple[str, ...] = (), suche: bool = False) -> Bericht:
    return vergleich(bestand, Wechsel(austritte, eintritte, AB, suche))


def besetzung(bericht: Bericht) -> dict[str, tuple[str | None, str]]:
    return {r["sitz"]: (r["dann"], r["befund"]) for r in zeilen(bericht, "besetzung")}


def test_ein_austritt_macht_den_sitz_frei_und_den_spielraum_kleiner() -> None:
    bericht = frage(zwoelf(), "kommunen-stadt-1")

    assert besetzung(bericht)["sitz-kommunen-stadt"] == (None, "wird frei")
    assert zeilen(bericht, "zahlen") == [
        {
            "sitze": 12, "bisher": 12, "dann": 11, "quorum_bisher": 7, "quorum_dann": 7,
            "fehlen_bisher": 5, "fehlen_dann": 4, "ab": AB,
        }
    ]  # fmt: skip
    assert [(r["bank"], r["fehlt"]) for r in zeilen(bericht, "baenke") if r["fehlt"]] == [("kommunen", "Stadt")]


def test_bei_bezug_auf_die_besetzten_sitze_sinkt_das_quorum_mit() -> None:
    recht = bau.fassung(beschlussfaehigkeit={
        "anteil": "mindestens_1/2", "bezug": "besetzt", "mindestens": "3", "zweite_ladung": "1"})  # fmt: skip
    bericht = frage(zwoelf(bau.geschaeftsordnung(recht)), "kommunen-stadt-1", "staedtetag-1")

    assert [(r["quorum_bisher"], r["quorum_dann"]) for r in zeilen(bericht, "zahlen")] == [(6, 5)]


def test_zu_wenige_mitglieder_und_eine_leere_bank_des_vorsitzes_werden_gesagt() -> None:
    leaving = [
        "ministerium-a-1",
        "ministerium-b-1",
        "ministerium-c-1",
        "staedtetag-1",
        "gemeindetag-1",
        "landkreistag-1",
    ]
    saetze = " ".join(frage(zwoelf(), *leaving).saetze)

    assert "Nicht mehr beschlussfähig: nötig sind 7 Anwesende, es gäbe nur 6 Mitglieder." in saetze
    assert "Die Bank Ministerium, die den Vorsitz stellt, wäre nicht besetzt." in saetze


def test_ein_eintritt_findet_seinen_sitz() -> None:
    bericht = frage(zwoelf(), "kommunen-stadt-1", "kommunen-gemeinde-1", eintritte=("Gemeinde A",))

    assert besetzung(bericht)["sitz-kommunen-gemeinde"] == ("neu-1", "neu: jemand von Gemeinde A")
    assert besetzung(bericht)["sitz-kommunen-stadt"] == (None, "wird frei")


def test_eine_stellvertretung_tritt_ein_und_passt() -> None:
    bestand = zwoelf(person("kommunen-stadt", 2, rolle="stellvertretend"))
    bericht = frage(bestand, "kommunen-stadt-1", eintritte=("kommunen-stadt-2",))

    assert besetzung(bericht)["sitz-kommunen-stadt"][0] == "kommunen-stadt-2"
    assert "passt nicht" not in besetzung(bericht)["sitz-kommunen-stadt"][1]


def test_wer_nicht_passt_wird_mit_dem_grund_gezeigt() -> None:
    bericht = frage(zwoelf(), "kommunen-gemeinde-1", eintritte=("kommunen-gemeinde=stadt-b",))

    assert besetzung(bericht)["sitz-kommunen-gemeinde"][1].endswith("passt nicht: stadt-b zählt als Stadt")


def test_betroffene_ags_und_offene_tops_werden_genannt() -> None:
    leiterin = person("kommunen-stadt")
    mandate = bau.mitglied(mandate=[{"gremium": "ag-beispiel", "rolle": "leitung", "von": "2025-09-01"}]).mandate
    leiterin = leiterin.model_copy(update={"mandate": (*leiterin.mandate, *mandate)})
    planned = bau.sitzung(datum="2027-02-01", tagesordnung=[bau.top("he-2026-01", titel="Information")])
    bericht = frage(zwoelf(leiterin, planned, bau.empfehlung(), bau.arbeitsgruppe(), bau.thema()), "kommunen-stadt-1")

    assert [(r["art"], r["kennung"]) for r in zeilen(bericht, "folgen")] == [
        ("AG-Leitung", "ag-beispiel"),
        ("Sitzung", "sg-2026-01"),
        ("TOP", "he-2026-01"),
    ]


def test_die_suche_sagt_wen_man_braucht() -> None:
    bestand = zwoelf(person("staedtetag", 2, rolle="stellvertretend"))
    rows = zeilen(frage(bestand, "kommunen-landkreis-1", "staedtetag-1", suche=True), "suche")

    assert [(r["sitz"], r["herkunft"], r["funktion"], r["aufruecken"]) for r in rows] == [
        ("sitz-staedtetag", "Staedtetag", "beliebig", "staedtetag-2"),
        ("sitz-kommunen-landkreis", "Landkreis", "Leitung der Verwaltung", "niemand"),
    ]
    assert (rows[1]["bank"], rows[1]["benannt_von"]) == ("kommunen", "Gemeindetag oder Staedtetag oder Landkreistag")


def test_ohne_wechsel_sagt_die_antwort_das() -> None:
    bericht = frage(zwoelf(ohne=("staedtetag",)), suche=True)

    assert bericht.saetze[0].startswith("Kein Wechsel angegeben")
    assert [r["sitz"] for r in zeilen(bericht, "suche")] == ["sitz-staedtetag"]


@pytest.mark.parametrize(
    ("austritte", "eintritte", "text"),
    [
        (("kommunen-stadt-9",), (), "Ein Mitglied „kommunen-stadt-9“ gibt es nicht."),
        (("frueher-1",), (), "frueher-1 hat am 1. Januar 2027 kein Mandat"),
        ((), ("quatsch",), "„quatsch“ ist weder eine Person noch eine Stelle."),
        ((), ("kommunen-stadt=stadt-b",), "ist am 1. Januar 2027 mit kommunen-stadt-1 besetzt"),
        ((), ("stadt-b",), "Zu stadt-b passt kein freier Sitz"),
        (("kommunen-stadt-1", "beauftragte-stadt-1"), ("stadt-b",), "Zu stadt-b passen mehrere freie Sitze"),
    ],
)
def test_was_nicht_gefragt_werden_kann(austritte: tuple[str, ...], eintritte: tuple[str, ...], text: str) -> None:
    gone = bau.mitglied("frueher-1", name="Früher", mandate=[bau.mandat(von="2024-01-01", bis="2024-12-31")])
    with pytest.raises(NetzintFehler) as caught:
        frage(zwoelf(gone), *austritte, eintritte=eintritte)

    assert (caught.value.ausgang, bool(caught.value.hinweis)) == (Ausgang.AUFRUF, True)
    assert text in caught.value.text


def test_wer_keinen_sitz_hat_aendert_an_der_besetzung_nichts() -> None:
    saetze = frage(zwoelf(person("kommunen-stadt", 2, rolle="stellvertretend")), "kommunen-stadt-2").saetze

    assert saetze[-1].startswith("kommunen-stadt-2 ist am 1. Januar 2027 kein ordentliches Mitglied;")


def test_zwei_gleichen_namens_werden_unterschieden_und_nicht_verleugnet() -> None:
    twins = [bau.mitglied(f"ag-beispiel-0{nr}", name="Kim Doppelt", mandate=[]) for nr in (1, 2)]

    with pytest.raises(NetzintFehler) as caught:
        frage(zwoelf(*twins, ohne=("kommunen-stadt",)), eintritte=("kommunen-stadt=Kim Doppelt",))
    assert caught.value.text == "„Kim Doppelt“ ist nicht eindeutig."
