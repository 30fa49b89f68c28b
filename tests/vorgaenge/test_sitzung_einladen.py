"""``sitzung einladen``: Verteiler, fixed numbers, Ladungsfrist, digest."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.recht.versand import tell_einladen
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.sitzung_einladen import einladen, explain_frist, missing_reason
from netzint.vorgaenge.sitzung_punkte import number_tops, sub_nummer
from tests import bau
from tests.regeln.strategiegruppe import PERSONEN, die_zwoelf, vertretung
from tests.vorgaenge.danach import nach, neue_befunde, write

STICHTAG = date(2026, 11, 22)
SG = "sg-2026-03"
TOPS = [
    bau.top("begruessung", titel="Begrüßung"),
    bau.top("tagesordnung"),
    bau.top("bericht", bezug=["ag-beispiel"]),
    bau.top("verschiedenes"),
]
LEITUNG = bau.mitglied("ag-beispiel-01", mandate=[{"gremium": "ag-beispiel", "rolle": "leitung", "von": "2025-07-01"}])


def welt(tag: str = "2026-12-15", *mehr: Any, **felder: Any) -> Bestand:
    entry = bau.sitzung(SG, **{"datum": tag, "tagesordnung": TOPS, **felder})
    return bau.bestand(*die_zwoelf(), bau.thema(), bau.arbeitsgruppe(), LEITUNG, entry, *mehr)


def lade(bestand: Bestand, **angaben: Any) -> Aenderung:
    angaben = {"kennung": SG, "stichtag": STICHTAG, "pruefsumme": lambda _b, k: f"n1:{k}", **angaben}
    return einladen(bestand, [], **angaben)


def test_versandtag_verteiler_gaeste_und_pruefsumme_werden_festgehalten() -> None:
    before = welt()
    after = nach(before, lade(before))
    einladung = after.sitzungen[SG].einladung

    assert einladung is not None
    assert (einladung.versandt, einladung.inhalt, einladung.grund) == (STICHTAG, "n1:sg-2026-03", None)
    assert einladung.verteiler == PERSONEN
    assert einladung.gaeste == ("ag-beispiel-01",)
    assert after.sitzungen[SG].zustand == "eingeladen"
    assert neue_befunde(before, after, STICHTAG) == []


def test_die_nummern_der_punkte_stehen_danach_fest() -> None:
    before = welt()
    after = nach(before, lade(before))

    assert [top.nummer for top in after.sitzungen[SG].tagesordnung] == ["1", "2", "3", "4"]


def test_die_pruefsumme_wird_ueber_die_sitzung_mit_nummern_und_verteiler_gebildet() -> None:
    seen: list[Bestand] = []

    def pruefsumme(bestand: Bestand, _kennung: str) -> str:
        seen.append(bestand)
        return "n1:x"

    lade(welt(), pruefsumme=pruefsumme)
    entry = seen[0].sitzungen[SG]

    assert [top.nummer for top in entry.tagesordnung] == ["1", "2", "3", "4"]
    assert entry.einladung is not None
    assert entry.einladung.verteiler == PERSONEN


@pytest.mark.parametrize(("art", "zahl"), [("persoenlich", 1), ("pool", 1), ("keine", 0)])
def test_stellvertretungen_bekommen_die_einladung_wie_es_die_geschaeftsordnung_sagt(art: str, zahl: int) -> None:
    law = bau.geschaeftsordnung(bau.fassung(stellvertretung=art))
    before = welt("2026-12-15", vertretung("staedtetag-2"), law)
    einladung = nach(before, lade(before)).sitzungen[SG].einladung

    assert einladung is not None
    assert einladung.verteiler.count("staedtetag-2") == zahl


def test_geladen_wird_wer_am_sitzungstag_im_amt_ist() -> None:
    gone = bau.mitglied("staedtetag-1", mandate=[bau.mandat(bis="2026-11-30")])
    new = bau.mitglied("staedtetag-2", mandate=[bau.mandat(von="2026-12-01")])
    before = welt("2026-12-15", gone, new)
    einladung = nach(before, lade(before)).sitzungen[SG].einladung

    assert einladung is not None
    assert "staedtetag-1" not in einladung.verteiler
    assert "staedtetag-2" in einladung.verteiler


def test_gaeste_lassen_sich_ergaenzen_und_weglassen() -> None:
    before = welt("2026-12-15", bau.mitglied("gast-1", name="Ali Muster", mandate=[]))
    einladung = nach(before, lade(before, gaeste=["Ali Muster"], ohne=["ag-beispiel-01"])).sitzungen[SG].einladung

    assert einladung is not None
    assert einladung.gaeste == ("gast-1",)
    with pytest.raises(NetzintFehler, match="steht nicht unter den Gästen"):
        lade(before, ohne=["staedtetag-1"])
    with pytest.raises(NetzintFehler, match="staedtetag-1 ist als Mitglied oder Stellvertretung ohnehin geladen"):
        lade(before, gaeste=["staedtetag-1"])


def test_eine_zu_kurze_frist_braucht_einen_grund_und_wird_dann_festgehalten() -> None:
    before = welt("2026-12-02")
    with pytest.raises(NetzintFehler, match="liegen nur 9 Tage; vorgesehen sind 14") as caught:
        lade(before)
    assert caught.value.ausgang is Ausgang.AUFRUF
    assert "--grund" in caught.value.hinweis
    after = nach(before, lade(before, grund="Haushaltsberatung am 3. Dezember."))
    entry = after.sitzungen[SG]

    assert entry.einladung is not None
    assert entry.einladung.grund == "Haushaltsberatung am 3. Dezember.\n"
    assert entry.abweichung == ()
    assert neue_befunde(before, after, STICHTAG) == []


def test_unter_der_mindestfrist_wird_der_grund_auch_als_abweichung_vermerkt() -> None:
    before = welt("2026-11-27")
    with pytest.raises(NetzintFehler, match="liegen nur 4 Tage; mindestens einzuhalten sind 7"):
        lade(before)
    after = nach(before, lade(before, grund="Eilbeschluss."))

    assert [(a.regel, a.grund) for a in after.sitzungen[SG].abweichung] == [("S201", "Eilbeschluss.\n")]
    assert neue_befunde(before, after, STICHTAG) == [("S201", SG)]


def test_die_frist_wird_mit_den_feiertagen_erklaert() -> None:
    bestand = welt("2027-01-07")
    text = explain_frist(bestand, bestand.sitzungen[SG], date(2026, 12, 20))

    assert text.startswith("Ladungsfrist: 17 Tage zwischen Versand und Sitzung, vorgesehen sind 14, mindestens 7.")
    assert "Erster Weihnachtstag (25. Dezember 2026)" in text
    assert "Neujahr (1. Januar 2027)" in text


def test_ist_die_frist_gewahrt_wird_nach_keinem_grund_gefragt() -> None:
    bestand = welt("2026-12-15")

    assert missing_reason(bestand, bestand.sitzungen[SG], date(2026, 11, 30)) == ""
    assert missing_reason(bestand, bestand.sitzungen[SG], date(2026, 12, 1)) != ""


@pytest.mark.parametrize(
    ("felder", "angaben", "text", "ausgang"),
    [
        ({}, {"am": date(2026, 11, 23)}, "liegt in der Zukunft", Ausgang.AUFRUF),
        ({"datum": "2026-11-10"}, {}, "Es fehlt, wann eingeladen wurde", Ausgang.AUFRUF),
        ({"tagesordnung": []}, {}, "noch keine Tagesordnung", Ausgang.ABGELEHNT),
        ({"einladung": {"versandt": "2026-11-01"}}, {}, "ist eingeladen", Ausgang.ABGELEHNT),
        (
            {"verlegt": [{"von": "2026-12-01", "am": "2026-11-20"}]},
            {"am": date(2026, 11, 19)},
            "verlegt",
            Ausgang.AUFRUF,
        ),
    ],
)
def test_was_nicht_gehen_kann_wird_erklaert(
    felder: dict[str, Any], angaben: dict[str, Any], text: str, ausgang: Ausgang
) -> None:
    with pytest.raises(NetzintFehler, match=text) as caught:
        lade(welt(**felder) if "datum" not in felder else welt(felder["datum"]), **angaben)

    assert caught.value.ausgang is ausgang
    assert caught.value.hinweis


def test_zu_einer_vergangenen_sitzung_laedt_der_befehl_den_der_hinweis_nennt() -> None:
    bestand = welt("2026-11-10")
    with pytest.raises(NetzintFehler) as fehler:
        lade(bestand)

    befehl = f"netzint sitzung einladen {SG} --am 2026-10-26"
    assert befehl in fehler.value.hinweis
    assert tell_einladen(bestand, bestand.sitzungen[SG], date(2026, 11, 10)) == befehl
    assert tell_einladen(bestand, bestand.sitzungen[SG], date(2026, 11, 9)) == f"netzint sitzung einladen {SG}"
    assert lade(bestand, am=date(2026, 10, 26)).gesetzt


def test_eine_ag_laedt_alle_ihre_mitglieder_ohne_frist() -> None:
    entry = bau.sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", datum="2026-11-24", tagesordnung=TOPS)
    before = welt("2026-12-15", entry)
    after = nach(before, lade(before, kennung=entry.kennung))
    einladung = after.sitzungen[entry.kennung].einladung

    assert einladung is not None
    assert einladung.verteiler == ("ag-beispiel-01",)
    assert neue_befunde(before, after, STICHTAG) == []


def test_die_datei_wird_nur_um_das_noetige_laenger() -> None:
    before = welt()
    text = write(before, lade(before))["daten/sitzungen/sg-2026-03.yaml"]

    assert "einladung:\n  versandt: 2026-11-22\n  verteiler:\n    - ministerium-a-1\n" in text
    assert '  - kennung: begruessung\n    nummer: "1"\n    titel: Begrüßung\n' in text


def test_unternummern_die_schon_dastehen_bleiben() -> None:
    tops = bau.sitzung(tagesordnung=[bau.top("a"), bau.top("b", nummer="1.1"), bau.top("c"), bau.top("d")]).tagesordnung

    assert number_tops(tops) == ["1", "1.1", "2", "3"]


@pytest.mark.parametrize(
    ("numbers", "platz", "found"),
    [
        (["1", "2", "3"], 2, (2, "2.1")),
        (["1", "2", "2.1", "3"], 2, (3, "2.2")),
        (["1", "2", "2.1", "3"], 3, (3, "2.2")),
        (["1", "2", "3"], 3, (3, "3.1")),
    ],
)
def test_eine_unternummer_laesst_die_anderen_nummern_stehen(
    numbers: list[str], platz: int, found: tuple[int, str]
) -> None:
    assert sub_nummer(numbers, platz) == found


def test_wer_keine_adresse_hat_wird_genannt_und_wie_man_sie_eintraegt() -> None:
    (told,) = [text for text in lade(welt()).hinweise if text.startswith("Ohne dienstliche E-Mail-Adresse")]

    assert "ag-beispiel-01" in told
    assert f"netzint mitglied aendern {PERSONEN[0]} --e-mail ADRESSE" in told
