"""``netzint mitglied …``: from the call to the commit, as a secretary would use it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import git, state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

NACHFOLGE = (
    "mitglied", "nachbenennen", "kommunen-stadt", "--name", "Ida Neubeginn", "--anrede", "frau", "--titel", "Dr.",
    "--stelle", "Modellingen", "--funktion", "Oberbürgermeisterin", "--amt-seit", "1.6.2022", "--durch", "Städtetag",
    "--am", "20.11.2026", "--ab", "2026-12-01", "--e-mail", "ob@modellingen.example",
)  # fmt: skip


def patch(buero: Path) -> list[str]:
    """The lines that the last commit took out and put in, with their files."""
    lines = git(buero, "show", "--format=", "--unified=0", "HEAD").splitlines()
    return [line for line in lines if line[:1] in "+-" and not line.startswith(("---", "+++ /dev"))]


def findings(rufe: Rufe) -> list[tuple[str, str]]:
    """Fehler and Warnungen with the entry that they concern."""
    befunde = json.loads(rufe("pruefen", "--format", "json").aus)["befunde"]
    return sorted((b["code"], b["kennung"]) for b in befunde if b["schwere"] != "hinweis")


def test_eine_nachbenennung_ist_ein_commit_mit_zwei_kleinen_aenderungen(buero: Path, rufe: Rufe) -> None:
    before = findings(rufe)
    lauf = rufe(*NACHFOLGE)

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert patch(buero) == [
        "+++ b/daten/mitglieder/kommunen-stadt-2.yaml",
        "+    bis: 2026-11-30",
        "+    ende: {grund: nachbenannt, am: 2026-11-20}",
        "+++ b/daten/mitglieder/kommunen-stadt-4.yaml",
        "+name: Ida Neubeginn",
        "+titel: Dr.",
        "+anrede: Frau",
        "+dienstlich:",
        "+  e_mail: ob@modellingen.example",
        "+aemter:",
        "+  - von: 2022-06-01",
        "+    stelle: stadt-modellingen",
        "+    amt: leitung",
        "+    funktion: Oberbürgermeisterin",
        "+mandate:",
        "+  - gremium: strategiegruppe",
        "+    sitz: sitz-kommunen-stadt",
        "+    rolle: ordentlich",
        "+    von: 2026-12-01",
        "+    benannt: {durch: staedtetag, am: 2026-11-20}",
    ]
    assert "Neubeginn" not in git(buero, "log", "-1", "--format=%B")
    assert findings(rufe) == before


def test_beim_aufruecken_endet_die_stellvertretung_im_selben_commit(buero: Path, rufe: Rufe) -> None:
    before = findings(rufe)
    lauf = rufe("mitglied", "aufruecken", "Pia Beispielhuber", "--ab", "2026-12-01", "--durch", "staedtetag")

    assert lauf.ausgang == Ausgang.GUT
    assert "+    ende: {grund: aufgerueckt, am: 2026-11-22}" in patch(buero)
    assert "+    ende: {grund: nachbenannt, am: 2026-11-22}" in patch(buero)
    assert findings(rufe) == before


def test_nach_einer_abberufung_ist_der_sitz_nur_eine_warnung_und_wird_neu_besetzt(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("mitglied", "abberufen", "gemeindetag-1", "--zum", "21.11.2026", "--am", "20.11.2026")

    assert lauf.ausgang == Ausgang.GUT
    assert "Besetzt sind dann 11 von 12 Sitzen." in lauf.fehler
    assert "netzint mitglied aufruecken gemeindetag-2" in lauf.aus
    assert ("Q103", "geschaeftsordnung") in findings(rufe)
    bild = rufe("strategiegruppe").aus
    assert "○ Gemeindetag: nicht besetzt seit" in bild
    assert "22.11.2026" in bild
    neu = ("mitglied", "benennen", "gemeindetag", "--name", "Ida Neubeginn", "--amt-seit", "2020-01-01")
    assert rufe(*neu).ausgang == Ausgang.GUT
    assert "Q103" not in {code for code, _ in findings(rufe)}


@pytest.mark.parametrize(
    "args",
    [
        NACHFOLGE,
        (
            "mitglied",
            "stellvertretung",
            "kommunen-gemeinde",
            "--name",
            "Ida N",
            "--stelle",
            "Modellbach",
            "--durch",
            "gemeindetag",
        ),
        ("mitglied", "aufruecken", "kommunen-stadt-3", "--durch", "staedtetag", "--ab", "2026-12-01"),
        ("mitglied", "abberufen", "kommunen-stadt-2"),
        ("mitglied", "amt-beendet", "kommunen-stadt-2"),
        ("mitglied", "aendern", "kommunen-stadt-2", "--telefon", "0711 1234"),
        ("mitglied", "benennen", "geschaeftsstelle", "--name", "Ida N", "--stelle", "ministerium"),
    ],
)
def test_eine_probe_aendert_nichts(buero: Path, rufe: Rufe, args: tuple[str, ...]) -> None:
    before = state(buero)
    lauf = rufe(*args, "--probe")

    assert lauf.ausgang == Ausgang.GUT
    assert "Es wurde nichts geändert." in lauf.aus
    assert state(buero) == before


@pytest.mark.parametrize(
    ("args", "ausgang", "text", "hinweis"),
    [
        (("benennen",), 2, "Es fehlt eine Angabe: Sitz", "Bitte SITZ angeben."),
        (("benennen", "kommunen-stat"), 2, "Einen Sitz „kommunen-stat“ gibt es nicht.", "Meinten Sie"),
        (
            ("benennen", "kommunen-stadt", "--durch", "staedtetg"),
            2,
            "Eine Stelle „staedtetg“",
            "Meinten Sie „staedtetag“",
        ),
        (("benennen", "kommunen-stadt", "--ab", "31.11.2026"), 2, "Den 31. November 2026 gibt es nicht", ""),
        (("benennen", "kommunen-stadt", "--durch", "staedtetag"), 3, "besetzt: kommunen-stadt-2", "nachbenennen"),
        (("aufruecken",), 2, "Es fehlt eine Angabe: Um wen geht es", "Bitte KENNUNG angeben."),
        (("abberufen", "Erika Beispil"), 2, "gibt es nicht.", "Meinten Sie „Erika Beispiel“"),
        (("abberufen", "kommunen-stadt-1"), 3, "kein Mandat", "Alle Mandate zeigt"),
        (("aendern", "gemeindetag-1"), 2, "Es fehlt, was sich ändern soll.", "--e-mail"),
        (("zeigen", "gemeindetag-9"), 2, "Ein Mitglied „gemeindetag-9“ gibt es nicht.", "Meinten Sie"),
        (("liste", "--gremium", "ag-quatsch"), 2, "Eine Arbeitsgruppe „ag-quatsch“ gibt es nicht.", ""),
    ],
)
def test_was_nicht_geht_wird_mit_dem_naechsten_schritt_abgelehnt(
    buero: Path, rufe: Rufe, args: tuple[str, ...], ausgang: int, text: str, hinweis: str
) -> None:
    before = state(buero)
    lauf = rufe("mitglied", *args)

    assert lauf.ausgang == ausgang
    assert text in lauf.fehler
    assert hinweis in lauf.fehler
    assert state(buero) == before


def test_dasselbe_noch_einmal_ist_nichts_zu_tun(buero: Path, rufe: Rufe) -> None:
    rufe("mitglied", "abberufen", "gemeindetag-1")
    before = state(buero)
    lauf = rufe("mitglied", "abberufen", "gemeindetag-1")

    assert (lauf.ausgang, lauf.aus) == (Ausgang.GUT, "Es gibt nichts zu tun.\n")
    assert state(buero) == before


def test_liste_und_person_als_text_und_daten(
    buero: Path, rufe: Rufe, erwartet: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    erwartet("cli/mitglied_liste.txt", rufe("mitglied", "liste").aus)
    erwartet("cli/mitglied_zeigen.txt", rufe("mitglied", "zeigen", "Aylin Probe").aus)
    daten = json.loads(rufe("mitglied", "liste", "--stichtag", "2025-06-01", "--format", "json").aus)

    assert "kommunen-stadt-2" not in {zeile["kennung"] for zeile in daten["mandate"]}
    assert rufe("mitglied", "zeigen", "ministerium-5", "--format", "csv").aus.count("ministerium") > 2


def test_was_waere_wenn_aendert_nichts_und_sagt_wer_gesucht_wird(
    buero: Path, rufe: Rufe, erwartet: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    before = state(buero)
    args = (
        "was-waere-wenn",
        "--austritt",
        "beauftragte-gemeinde-1",
        "--austritt",
        "kommunen-stadt-2",
        "--ab",
        "1.1.2027",
    )
    erwartet("cli/was_waere_wenn.txt", rufe("mitglied", *args, "--eintritt", "stadt-musterhausen", "--suche").aus)

    assert state(buero) == before


def test_das_bild_der_sitze(
    buero: Path, rufe: Rufe, erwartet: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lauf = rufe("strategiegruppe", "--stichtag", "2025-06-01")

    erwartet("cli/strategiegruppe.txt", lauf.aus)
    assert max(map(len, lauf.aus.splitlines()[:-4])) <= 80
    daten = rufe("strategiegruppe", "--stichtag", "2025-06-01", "--format", "json").aus
    erwartet("cli/strategiegruppe.json", daten)
    assert "sitz-kommunen-stadt" in rufe("strategiegruppe", "--format", "csv").aus


def test_auf_einem_schmalen_schirm_stehen_die_baenke_untereinander(
    buero: Path, rufe: Rufe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = rufe("strategiegruppe").aus.splitlines()

    assert sum(line.startswith("┌") for line in lines) == 4
    assert {len(line) for line in lines if line.startswith(("│", "┌", "└"))} == {40}
