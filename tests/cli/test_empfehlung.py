"""``netzint empfehlung …``: every act from the call to the commit, and the whole life in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, git, replace, state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

NEU = (
    "empfehlung", "neu", "--ag", "demokratiebildung", "--titel", "Lotsen für Ämter",
    "--wortlaut", "Den Kommunen wird empfohlen, Lotsen zu benennen.", "--massnahme", "Schulung",
    "--pruefbar", "Zahl der Lotsen", "--federfuehrend", "Städtetag:30.6.2027", "--beteiligt", "gemeindetag",
    "--ziel", "ziel-teilhabe",
)  # fmt: skip


def diff(buero: Path) -> list[str]:
    """The lines that the last commit changed in the data."""
    text = git(buero, "show", "--format=", "--unified=0", "--", "daten")
    return [line for line in text.splitlines() if line[:1] in "+-" and not line.startswith(("+++", "---"))]


def test_neu_fassung_und_einreichen_aendern_nur_ihre_zeilen(buero: Path, rufe: Rufe) -> None:
    assert rufe(*NEU).ausgang == Ausgang.GUT
    assert rufe("empfehlung", "fassung", "he-2026-08", "--ohne-stelle", "gemeindetag").ausgang == Ausgang.GUT
    text = (buero / "daten/empfehlungen/he-2026-08.yaml").read_text(encoding="utf-8")
    assert "      - {stelle: staedtetag, rolle: federfuehrend, frist: 2027-06-30}\n" in text
    assert rufe("empfehlung", "einreichen", "Lotsen für Ämter", "--am", "22.11.2026").ausgang == Ausgang.GUT
    assert diff(buero) == ["+    eingereicht: 2026-11-22"]
    assert "Fehler" not in rufe("pruefen").aus


@pytest.mark.parametrize(
    ("args", "ausgang", "text"),
    [
        (("neu", *NEU[4:], "--ag", "demokratiebildnug"), 2, "Meinten Sie „ag-demokratiebildung“"),
        (("neu", "--ag", "demokratiebildung"), 2, "Es fehlt eine Angabe: Titel"),
        (("einreichen", "he-2026-7x"), 2, "„he-2026-7x“ gibt es nicht"),
        (("einreichen", "he-2026-07", "--am", "31.11.2026"), 2, "Den 31. November 2026 gibt es nicht"),
        (("einreichen", "he-2026-07", "--am", "2026-11-23"), 2, "liegt in der Zukunft"),
        (("einreichen", "he-2026-02"), 3, "ist schon am 30. Januar 2026 eingereicht"),
        (("fassung", "he-2026-01", "--pruefbar", "Zahl"), 3, "ist in Umsetzung; eine neue Fassung ist jetzt nicht"),
        (("fassung", "he-2026-07", "--federfuehrend", "staedtetag:2027-13-01"), 2, "Einen Monat 13 gibt es nicht"),
        (("zurueckziehen", "he-2026-05"), 2, "Bitte mit --grund angeben."),
        (("entfallen", "he-2026-05", "--grund", "X"), 3, "ist eingereicht; das Entfallen"),
        (("weiterleiten", "he-2026-02"), 3, "ist abgelehnt; das Weiterleiten"),
        (("weiterleiten", "he-2026-01", "--stelle", "städtetag"), 3, "staedtetag ist kein Adressat"),
        (
            ("rueckmeldung", "he-2026-01", "--antwort", "vielleicht", "--stelle", "gemeindetag"),
            2,
            "Möglich: aufgegriffen",
        ),
        (("umsetzung", "he-2026-01", "--status", "fertig"), 2, "Möglich: in-umsetzung, teilweise, umgesetzt."),
        (("umsetzung", "he-2026-01", "--status", "umgesetzt", "--betrag", "viel"), 2, "viel"),
        (("umsetzung", "he-2026-01", "--status", "umgesetzt"), 2, "um welche Stelle es geht"),
        (("erledigen", "he-2024-01", "--stelle", "landesstelle-teilhabe", "--vermerk", "X"), 3, "ist „erledigt“"),
        (("siegeln", "he-2026-01"), 3, "hat ein Siegel, und es gilt"),
        (("aendern", "he-2026-05"), 2, "nicht angegeben, was sich ändert"),
    ],
)
def test_was_nicht_geht_wird_erklaert_und_aendert_nichts(
    buero: Path, rufe: Rufe, args: tuple[str, ...], ausgang: int, text: str
) -> None:
    before = state(buero)
    lauf = rufe("empfehlung", *args)

    assert (lauf.ausgang, state(buero)) == (ausgang, before)
    assert text in lauf.fehler
    assert "→" in lauf.fehler


@pytest.mark.parametrize(
    "args",
    [
        NEU[1:],
        ("einreichen", "he-2026-07"),
        ("zurueckziehen", "he-2026-05", "--grund", "Überholt."),
        ("ueberpruefen", "he-2026-01", "--stelle", "ministerium", "--vermerk", "Im Plan."),
        ("abgeben", "he-2026-01", "--stelle", "gemeindetag", "--an", "landesstelle-teilhabe"),
    ],
)
def test_die_probe_aendert_nichts(buero: Path, rufe: Rufe, args: tuple[str, ...]) -> None:
    before = state(buero)
    lauf = rufe("empfehlung", *args, "--probe")

    assert (lauf.ausgang, state(buero)) == (Ausgang.GUT, before)
    assert lauf.aus.startswith("Probe: ")


def test_umsetzung_ueberpruefung_und_erledigung_stehen_nacheinander_da(buero: Path, rufe: Rufe) -> None:
    ziel = ("he-2026-01", "--stelle", "gemeindetag")
    proof = ("--link", "https://gemeindetag.example/x", "--betrag", "5000", "--nachweis-am", "1.11.2026")

    assert rufe("empfehlung", "umsetzung", *ziel, "--status", "in Umsetzung", "--bis", "2027-06-30").ausgang == 0
    assert diff(buero) == ["+      - {am: 2026-11-22, status: in_umsetzung, bis: 2027-06-30}"]
    assert rufe("empfehlung", "umsetzung", *ziel, "--status", "Umgesetzt", *proof).ausgang == 0
    assert "+          betrag_eur: 5000" in diff(buero)
    assert rufe("empfehlung", "erledigen", *ziel, "--vermerk", "Leitfaden liegt vor.").ausgang == 0
    assert diff(buero) == [
        "+      - am: 2026-11-22",
        "+        status: erledigt",
        "+        vermerk: |",
        "+          Leitfaden liegt vor.",
    ]
    assert "Fehler" not in rufe("pruefen").aus


@pytest.mark.alle_formate
def test_abgeben_schreibt_den_brief_an_die_neue_stelle(buero: Path, rufe: Rufe) -> None:
    lauf = rufe(
        "empfehlung", "abgeben", "he-2026-01", "--stelle", "gemeindetag", "--an", "landesstelle-teilhabe",
        "--grund", "Zuständig ist die Landesstelle.",
    )  # fmt: skip

    assert lauf.ausgang == Ausgang.GUT
    letter = buero / "ausgabe/he-2026-01/weiterleitung-he-2026-01-landesstelle-teilhabe.md"
    assert "abgegeben" in letter.read_text(encoding="utf-8")
    assert letter.with_suffix(".html").is_file()


def test_weiterleiten_legt_die_schreiben_in_die_ausgabe(buero: Path, rufe: Rufe) -> None:
    file = "daten/empfehlungen/he-2026-01.yaml"
    text = (buero / file).read_text(encoding="utf-8")
    (buero / file).write_bytes(text[: text.index("weiterleitungen:")].encode())
    commit_all(buero, "Noch nicht weitergeleitet")
    lauf = rufe("empfehlung", "weiterleiten", "he-2026-01")

    assert lauf.ausgang == Ausgang.GUT
    assert "Erste Rückmeldung erbeten bis 14. Februar 2027" in lauf.fehler
    assert sorted(p.name for p in (buero / "ausgabe/he-2026-01").glob("*.md")) == [
        "weiterleitung-he-2026-01-gemeindetag.md",
        "weiterleitung-he-2026-01-landkreis-modellgau.md",
        "weiterleitung-he-2026-01-ministerium.md",
    ]
    assert diff(buero)[:2] == ["+weiterleitungen:", "+  - {stelle: ministerium, am: 2026-11-22}"]


def test_ein_geaenderter_wortlaut_geht_nicht_mehr_hinaus(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/empfehlungen/he-2026-01.yaml", "und Moderationspool", "und Geld")
    commit_all(buero, "Heimlich")
    before = state(buero)
    laeufe = [
        rufe("dokument", "erzeugen", "he-2026-01"),
        rufe("dokument", "erzeugen", "sg-2026-02/he-2026-01"),
    ]

    assert [lauf.ausgang for lauf in laeufe] == [Ausgang.ABGELEHNT, Ausgang.ABGELEHNT]
    assert all("Fassung 2 von HE-2026-01 ist nicht mehr die" in lauf.fehler for lauf in laeufe)
    assert state(buero) == before
    assert "B303" in rufe("pruefen").aus
