"""``netzint geschaeftsordnung …`` and ``netzint netzwerk …``: from the call to the commit, and what people are told."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from netzint.cli.geschaeftsordnung_optionen import with_werten
from netzint.modell.fehler import Ausgang
from netzint.modell.geschaeftsordnung import Fassung
from netzint.modell.geschaeftsordnung_werte import WERTE
from tests.buero import commit_all, git, replace, state
from tests.cli.fragen import iter_befehle, optionen
from tests.cli.test_ag import befunde, diff
from tests.cli.test_sitzung_fragen import speak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

BESCHLUSS = ("--beschluss", "um-2026-01/fachtag-2027")
AENDERN = ("geschaeftsordnung", "aendern", "--ab", "1.1.2027", *BESCHLUSS)
AKTE = {
    "aendern": (*AENDERN, "--ladungsfrist", "21", "--beschlussfaehig", "mindestens die Hälfte"),
    "sitz aendern": (
        "geschaeftsordnung", "sitz", "aendern", "Kommunen – Stadt", "--benannt-von", "Städtetag", "--ab", "2027-01-01",
        *BESCHLUSS,
    ),
    "berichtigen": ("geschaeftsordnung", "berichtigen", "--sitzungsabstand", "16", "--grund", "Tippfehler"),
    "netzwerk": ("netzwerk", "aendern", "--anschrift", "Neue Straße 2, 70002 Beispielstadt", "--telefon", "0711 12345"),
}  # fmt: skip


@pytest.mark.parametrize("args", AKTE.values(), ids=AKTE)
def test_jeder_vorgang_ist_ein_commit_und_macht_nichts_falsch(buero: Path, rufe: Rufe, args: tuple[str, ...]) -> None:
    before = befunde(rufe)

    lauf = rufe(*args)

    assert lauf.ausgang == Ausgang.GUT
    assert git(buero, "rev-list", "--count", "HEAD") == "2"
    assert git(buero, "status", "--porcelain") == ""
    assert befunde(rufe) <= before


@pytest.mark.parametrize("args", AKTE.values(), ids=AKTE)
def test_probe_aendert_nichts(buero: Path, rufe: Rufe, args: tuple[str, ...]) -> None:
    before = state(buero)

    lauf = rufe(*args, "--probe")

    assert (lauf.ausgang, lauf.aus[:7]) == (Ausgang.GUT, "Probe: ")
    assert state(buero) == before


def test_die_folgen_stehen_in_der_probe_und_im_ergebnis(buero: Path, rufe: Rufe) -> None:
    folgen = [
        "→ Ab 1. Januar 2027: Ladungsfrist: 14 Tage → 21 Tage",
        "→ Ab 1. Januar 2027: Beschlussfähig, wenn anwesend sind: mehr als 1/2 → mindestens 1/2",
        "→ Beschlussfähig ab 6 Anwesenden (bisher 7); besetzt sind dann 12 von 12 Sitzen.",
    ]

    probe = rufe(*AKTE["aendern"], "--probe").fehler.splitlines()
    done = rufe(*AKTE["aendern"]).fehler.splitlines()

    assert [line for line in probe if line in folgen] == folgen
    assert [line for line in done if line in folgen] == folgen


def test_fristen_und_befunde_die_sich_aendern_werden_genannt(buero: Path, rufe: Rufe) -> None:
    assert rufe("sitzung", "neu", "--datum", "2027-02-16").ausgang == Ausgang.GUT

    said = rufe(*AENDERN, "--ladungsfrist", "21", "--amtszeit", "60", "--probe").fehler

    assert re.search(r"→ Frist Ladung SG-\S+: .* am 16\. Februar 2027 versenden, 25\. Januar 2027 statt ", said)
    assert "→ Neu: Warnung Q209, Auf dem Sitz „" in said


def test_die_neue_fassung_steht_am_ende_und_die_alte_bleibt_byte_fuer_byte(buero: Path, rufe: Rufe) -> None:
    datei = buero / "daten" / "geschaeftsordnung.yaml"
    before = datei.read_text("utf-8")

    rufe(*AKTE["aendern"])

    after = datei.read_text("utf-8")
    assert after.startswith(before)
    added = after.removeprefix(before)
    assert added.startswith("  - gilt_ab: 2027-01-01\n    beschluss: um-2026-01/fachtag-2027\n    strategiegruppe:\n")
    assert "      ladungsfrist: {soll: 21, muss: 7}\n" in added
    assert "      strategiegruppe.ladungsfrist.soll: Beschluss um-2026-01/fachtag-2027\n" in added


def test_an_einer_kuenftigen_fassung_aendert_sich_nur_die_eine_zeile(buero: Path, rufe: Rufe) -> None:
    rufe(*AKTE["aendern"])

    rufe(*AENDERN, "--umlauf-frist", "10")

    assert diff(buero) == [
        "-      umlauf: {erlaubt: ja, frist: 14}",
        "+      umlauf: {erlaubt: ja, frist: 10}",
        "+      strategiegruppe.umlauf.frist: Beschluss um-2026-01/fachtag-2027",
    ]


def test_eine_aufgehobene_fassung_laesst_die_datei_wie_sie_vorher_war(buero: Path, rufe: Rufe) -> None:
    datei = buero / "daten" / "geschaeftsordnung.yaml"
    before = datei.read_bytes()
    rufe(*AKTE["aendern"])

    lauf = rufe("geschaeftsordnung", "aufheben", "--ab", "2027-01-01", "--beschluss", "sg-2025-02/fachtag-2025")

    assert lauf.ausgang == Ausgang.GUT
    assert datei.read_bytes() == before


def test_eine_berichtigung_steht_mit_dem_frueheren_wert_in_der_datei(buero: Path, rufe: Rufe) -> None:
    rufe(*AKTE["berichtigen"])

    assert diff(buero) == [
        "-      sitzungsabstand: 17                   # Wochen",
        "+      sitzungsabstand: 16                   # Wochen",
        "+berichtigungen:", "+  - zu: fassungen.1.strategiegruppe.sitzungsabstand", "+    am: 2026-11-22",
        "+    statt: {sitzungsabstand: 17}", "+    grund: |", "+      Tippfehler",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("args", "ausgang", "text"),
    [
        ((*AENDERN[:2], "--ladungsfrist", "21"), Ausgang.AUFRUF, "Bitte mit --ab angeben."),
        (AENDERN, Ausgang.AUFRUF, "Zum Beispiel --ladungsfrist 21"),
        ((*AENDERN, "--ladungsfrist", "bald"), Ausgang.AUFRUF, "„bald“ ist bei --ladungsfrist keine ganze Zahl."),
        ((*AENDERN, "--ladungsfirst", "21"), Ausgang.AUFRUF, "--ladungsfrist"),
        ((*AENDERN[:4], "--beschluss", "um-2026-01/fachtag", "--umlauf", "nein"), Ausgang.AUFRUF, "Meinten Sie"),
        ((*AENDERN[:3], "31.2.2027", *BESCHLUSS, "--umlauf", "nein"), Ausgang.AUFRUF, "Den 31. Februar 2027 gibt es"),
        ((*AENDERN[:3], "1.1.2026", *BESCHLUSS, "--umlauf", "nein"), Ausgang.ABGELEHNT, "frühestens ab dem Tag"),
        ((*AENDERN, "--stellvertretung", "keine"), Ausgang.ABGELEHNT, "netzint mitglied abberufen"),
        (("geschaeftsordnung", "aufheben", "--ab", "2027-01-01", *BESCHLUSS), Ausgang.AUFRUF, "keine, die noch nicht"),
        (("netzwerk", "aendern"), Ausgang.AUFRUF, "alles zeigt --help"),
        (("netzwerk", "aendern", "--gegruendet", "bald"), Ausgang.AUFRUF, "2020-06 oder 6/2020"),
        (("netzwerk", "aendern", "--gegruendet", "2024-01"), Ausgang.ABGELEHNT, "liegt vor der Gründung"),
        (("netzwerk", "aendern", "--e-mail", "gs"), Ausgang.AUFRUF, "ist keine E-Mail-Adresse"),
    ],
)
def test_ablehnungen_sagen_was_richtig_waere(
    buero: Path, rufe: Rufe, args: tuple[str, ...], ausgang: Ausgang, text: str
) -> None:
    before = state(buero)

    lauf = rufe(*args)

    assert lauf.ausgang == ausgang
    assert text in lauf.fehler
    assert state(buero) == before


def test_am_terminal_wird_nach_tag_und_beschluss_gefragt(buero: Path) -> None:
    said = speak(
        buero, "geschaeftsordnung", "aendern", "--umlauf", "nein", frage="Gilt ab: ",
        antworten="1.1.2027\num-2026-01/fachtag-2027\n",
    )  # fmt: skip

    assert said.ausgang == Ausgang.GUT
    assert "+      umlauf: {erlaubt: nein, frist: 14}" in diff(buero)


def test_die_geltende_fassung_richtet_sich_nach_dem_stichtag(buero: Path, rufe: Rufe) -> None:
    rufe(*AKTE["aendern"])

    today, later = (
        json.loads(rufe("geschaeftsordnung", "zeigen", "--stichtag", day, "--format", "json").aus)
        for day in ("2026-12-31", "2027-01-01")
    )

    assert [[f["stand"] for f in answer["fassungen"]] for answer in (today, later)] == [
        ["gilt", "kuenftig"], ["frueher", "gilt"]
    ]  # fmt: skip
    frist = [next(w for w in answer["werte"] if w["option"] == "--ladungsfrist") for answer in (today, later)]
    assert [(w["wert"], w["quelle"]) for w in frist] == [
        ("14 Tage", "Annahme"), ("21 Tage", "Beschluss um-2026-01/fachtag-2027")
    ]  # fmt: skip
    assert [(a["ab"], a["text"]) for a in today["aenderungen"]] == [
        ("2027-01-01", "Ladungsfrist: 14 Tage → 21 Tage"),
        ("2027-01-01", "Beschlussfähig, wenn anwesend sind: mehr als 1/2 → mindestens 1/2"),
    ]
    assert "Künftig: 1 Fassung, ab 1. Januar 2027." in today["saetze"]


def test_der_sitz_sagt_wer_dort_sitzt_wer_benennt_und_woher_das_kommt(buero: Path, rufe: Rufe) -> None:
    answer = json.loads(rufe("geschaeftsordnung", "zeigen", "--format", "json").aus)

    seat = next(s for s in answer["sitze"] if s["sitz"] == "sitz-kommunen-stadt")
    assert (seat["herkunft"], seat["benannt_von"]) == (
        "Stadt: Leitung der Verwaltung", "Gemeindetag oder Städtetag oder Landkreistag"
    )  # fmt: skip
    assert seat["quelle"].startswith("„eine Leiterin bzw. ein Leiter")


def _values(model: type, pfad: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, field in model.model_fields.items():  # type: ignore[attr-defined]
        below = field.annotation
        if hasattr(below, "model_fields"):
            yield from _values(below, (*pfad, name))
        else:
            yield (*pfad, name)


def test_zu_jedem_wert_einer_fassung_gibt_es_eine_option() -> None:
    own = {("gilt_ab",), ("beschluss",), ("quellen",), ("strategiegruppe", "sitze")}

    assert set(_values(Fassung)) - own == {wert.pfad for wert in WERTE}
    for name, befehl in iter_befehle():
        if name in ("geschaeftsordnung aendern", "geschaeftsordnung berichtigen"):
            assert {f"--{wert.option}" for wert in WERTE} <= set(optionen(befehl))


def test_die_optionen_der_werte_stehen_hinter_den_eigenen() -> None:
    def beispiel(*, ab: int = 0, **werte: str) -> None:
        """Nothing."""

    names = list(with_werten(beispiel).__signature__.parameters)  # type: ignore[attr-defined]

    assert names == ["ab", *(wert.feld for wert in WERTE)]


def test_das_netzwerk_zeigt_womit_sich_jede_angabe_aendern_laesst(buero: Path, rufe: Rufe) -> None:
    rufe(*AKTE["netzwerk"])

    answer = json.loads(rufe("netzwerk", "zeigen", "--format", "json").aus)

    known = {row["feld"]: (row["wert"], row["option"]) for row in answer["angaben"]}
    assert known["geschaeftsstelle.anschrift"] == ("Neue Straße 2, 70002 Beispielstadt", "--anschrift")
    assert known["geschaeftsstelle.telefon"] == ("0711 12345", "--telefon")
    assert known["format"] == ("1", None)
    assert diff(buero) == [
        "-    Beispielstraße 1", "-    70000 Beispielstadt", "+    Neue Straße 2", "+    70002 Beispielstadt",
        "+  telefon: 0711 12345",
    ]  # fmt: skip


def test_ein_begruendeter_fehler_ist_eine_warnung_und_ohne_grund_wieder_einer(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/sitzungen/sg-2026-02.yaml", "versandt: 2026-06-16", "versandt: 2026-07-03")
    commit_all(buero, "von Hand")
    assert ("S201", "fehler") in befunde(rufe)

    rufe("abweichung", "begruenden", "sg-2026-02", "--regel", "S201", "--grund", "Sehr eilig.")

    assert diff(buero) == ["+abweichung:", "+  - regel: S201", "+    grund: |", "+      Sehr eilig."]
    assert {severity for code, severity in befunde(rufe) if code == "S201"} == {"warnung"}
    before = state(buero)
    again = rufe("abweichung", "streichen", "sg-2026-02", "--regel", "S201")
    assert again.ausgang == Ausgang.ABGELEHNT
    assert "Ohne die Begründung wäre das wieder ein Fehler:" in again.fehler
    assert state(buero) == before


@pytest.mark.parametrize(
    ("anlegen", "kennung"),
    [
        (("bedarf", "melden", "Busse", "--stelle", "gemeindetag"), "bedarf-2026-05"),
        (("veranstaltung", "neu", "Tag", "--art", "Fachtag", "--datum", "2027-08-01"), "va-2026-02"),
    ],
)
def test_was_versehentlich_angelegt_ist_wird_aufgegeben(
    buero: Path, rufe: Rufe, anlegen: tuple[str, ...], kennung: str
) -> None:
    rufe(*anlegen)

    lauf = rufe(anlegen[0], "entfallen", kennung, "--grund", "Doppelt.")

    assert lauf.ausgang == Ausgang.GUT
    assert diff(buero) == ["+entfallen:", "+  am: 2026-11-22", "+  grund: |", "+    Doppelt."]
    assert "schon entfallen" in rufe(anlegen[0], "entfallen", kennung, "--grund", "Doppelt.").fehler


def test_was_schon_auf_einer_tagesordnung_stand_entfaellt_nicht_mehr(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("bedarf", "entfallen", "bedarf-2025-03", "--grund", "Doppelt.")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "BEDARF-2025-03 steht schon in SG-2026-02." in lauf.fehler
    assert "netzint bedarf erledigen bedarf-2025-03" in lauf.fehler


def test_ein_monat_der_gruendung_steht_als_monat_in_der_datei(buero: Path, rufe: Rufe) -> None:
    rufe("netzwerk", "aendern", "--gegruendet", "5/2020")

    assert [line[:20].rstrip() for line in diff(buero)] == ["-gegruendet: 2020-06", "+gegruendet: 2020-05"]


@pytest.mark.alle_formate
def test_welche_dateien_entstehen_laesst_sich_waehlen_aendern_und_streichen(buero: Path, rufe: Rufe) -> None:
    rufe("netzwerk", "aendern", "--formate", "PDF, odt,pdf")
    assert diff(buero) == ["+formate: [pdf, odt]"]
    assert rufe("netzwerk", "aendern", "--formate", "pdf", "--formate", "odt").aus == "Es gibt nichts zu tun.\n"

    rufe("netzwerk", "aendern", "--formate", "html")
    assert diff(buero) == ["-formate: [pdf, odt]", "+formate: [html]"]

    rufe("netzwerk", "aendern", "--ohne", "formate")
    assert diff(buero) == ["-formate: [html]"]
    assert "„rtf“ ist bei --formate nicht möglich" in rufe("netzwerk", "aendern", "--formate", "rtf").fehler
