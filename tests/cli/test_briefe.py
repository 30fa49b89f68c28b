"""Letters and papers of AGs: acts make theirs by themselves and say so; ``dokument erzeugen`` makes them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, replace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

AG = "ag-demokratiebildung"
AUFNEHMEN = ("ag", "mitglied", AG, "--person", "staedtetag-1", "--rolle", "gast")


def test_die_aufnahme_in_eine_ag_schreibt_das_einsetzungsschreiben(buero: Path, rufe: Rufe) -> None:
    lauf = rufe(*AUFNEHMEN)

    letter = f"ausgabe/{AG}/einsetzungsschreiben-{AG}-staedtetag-1.md"
    assert f"  {letter}" in lauf.aus.splitlines()
    assert sum("einsetzungsschreiben" in line for line in lauf.aus.splitlines()) == len(
        list((buero / letter).parent.iterdir())
    )
    text = (buero / letter).read_text("utf-8")
    assert "Sehr geehrte Frau Hülya Exempel-Berg," in text
    assert "ab dem **22. November 2026** an, Ihre Rolle: **Gast**" in text
    rufe("ag", "mitglied", AG, "--person", "staedtetag-1", "--bis", "2026-11-30")
    assert (buero / letter).read_text("utf-8") == text, "wer ausscheidet, bekommt keines"


def test_die_probe_nennt_das_schreiben_und_schreibt_nichts(buero: Path, rufe: Rufe) -> None:
    lauf = rufe(*AUFNEHMEN, "--probe")

    assert f"  ausgabe/{AG}/einsetzungsschreiben-{AG}-staedtetag-1.md" in lauf.aus.splitlines()
    assert not (buero / "ausgabe").exists()


def test_der_abschlussbericht_entsteht_mit_dem_bericht_der_ag(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("ag", "bericht", AG, "--art", "abschlussbericht", "--inhalt", "Das kam heraus.")

    assert f"  ausgabe/{AG}/abschlussbericht-{AG}.md" in lauf.aus.splitlines()
    text = (buero / "ausgabe" / AG / f"abschlussbericht-{AG}.md").read_text("utf-8")
    assert "**Entwurf: Die Arbeitsgruppe ist am 22. November 2026 noch nicht abgeschlossen.**" in text
    assert "Das kam heraus." in text
    assert "ausgabe/" not in rufe("ag", "bericht", AG, "--art", "zwischenbericht", "--inhalt", "Weiter.").aus


def test_die_ueberpruefung_schreibt_der_stelle_und_nur_ihr(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("empfehlung", "ueberpruefen", "he-2026-01", "--stelle", "ministerium", "--vermerk", "Im Plan.")

    assert "  ausgabe/he-2026-01/wiedervorlage-he-2026-01-ministerium.md" in lauf.aus.splitlines()
    assert {p.stem for p in (buero / "ausgabe/he-2026-01").iterdir()} == {"wiedervorlage-he-2026-01-ministerium"}
    text = (buero / "ausgabe/he-2026-01/wiedervorlage-he-2026-01-ministerium.md").read_text("utf-8")
    assert "| 22.11.2026 | in Umsetzung |" in text
    assert "Im Plan." in text


@pytest.mark.parametrize(
    ("args", "datei"),
    [
        (("AG-Huerdenabbau",), "ag-huerdenabbau/abschlussbericht-ag-huerdenabbau.md"),
        ((AG, "--art", "Abschlussbericht"), f"{AG}/abschlussbericht-{AG}.md"),
        ((f"{AG}-02",), f"{AG}-02/einsetzungsschreiben-{AG}-{AG}-02.md"),
        (
            ("sitz-kommunen-gemeinde",),
            "sitz-kommunen-gemeinde/benennungsanfrage-sitz-kommunen-gemeinde-gemeindetag.md",
        ),
        (
            ("strategiegruppe", "--art", "benennungsanfrage", "--stichtag", "2025-06-01"),
            "strategiegruppe/benennungsanfrage-sitz-kommunen-stadt-gemeindetag.md",
        ),
        (("he-2022-02", "--art", "wiedervorlage"), "he-2022-02/wiedervorlage-he-2022-02-ministerium.md"),
        (("Wiedervorlagen",), "wiedervorlagen/wiedervorlage-he-2022-02-ministerium.md"),
        (("bv-2025-007",), "bv-2025-007/tischvorlage-bv-2025-007.md"),
    ],
)
def test_sie_lassen_sich_jederzeit_neu_erzeugen(buero: Path, rufe: Rufe, args: tuple[str, ...], datei: str) -> None:
    lauf = rufe("dokument", "erzeugen", *args, "--format", "md")

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert lauf.aus.splitlines()[0] == f"ausgabe/{datei}"
    assert (buero / "ausgabe" / datei).is_file()


@pytest.mark.usefixtures("buero")
@pytest.mark.parametrize(
    ("args", "text"),
    [
        (("sitz-kommunen-stad",), "Meinten Sie „sitz-kommunen-stadt“?"),
        (("sitz-kommunen-stadt",), "ist besetzt, auch auf absehbare Zeit"),
        (("strategiegruppe", "--art", "benennungsanfrage"), "Fehlt nur eine Stellvertretung, den Sitz nennen"),
        (("ag-huerdenabbau", "--art", "einsetzungsschreiben"), "ist abgeschlossen; Einsetzungsschreiben gibt es"),
        (("staedtetag-1",), "gehört am Stichtag zu keiner Arbeitsgruppe"),
        (("he-2025-01", "--art", "wiedervorlage"), "keine Wiedervorlage fällig; die nächste ist es am 15. Dezember"),
        ((AG, "--art", "brief"), "Es gibt: einsetzungsschreiben und abschlussbericht."),
    ],
)
def test_was_es_nicht_zu_schreiben_gibt_wird_gesagt(rufe: Rufe, args: tuple[str, ...], text: str) -> None:
    lauf = rufe("dokument", "erzeugen", *args)

    assert (lauf.ausgang, lauf.aus) == (Ausgang.AUFRUF, "")
    assert text in lauf.fehler


def test_mit_der_genehmigung_entsteht_die_niederschrift_zum_unterschreiben(buero: Path, rufe: Rufe) -> None:
    rufe("sitzung", "niederschrift", "sg-2026-02")
    draft = buero / "ausgabe/sg-2026-02/niederschrift-sg-2026-02.md"
    rufe("dokument", "erzeugen", "sg-2026-02", "--art", "niederschrift")
    assert "(Entwurf)" in draft.read_text("utf-8")

    replace(
        buero,
        "daten/sitzungen/sg-2026-02.yaml",
        "niederschrift: {fuehrung: gs-1, vom: 2026-07-16}",
        "niederschrift: {fuehrung: gs-1, vom: 2026-07-16, genehmigt: sg-2026-02/niederschrift}",
    )
    commit_all(buero, "genehmigt")
    rufe("dokument", "erzeugen", "sg-2026-02", "--art", "niederschrift")
    assert "| Für | Name | Ort, Datum | Unterschrift |" in draft.read_text("utf-8")


def test_alle_faelligen_wiedervorlagen_entstehen_auf_einmal_und_ein_brief_ist_derselbe(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("dokument", "erzeugen", "wiedervorlagen")
    rufe("dokument", "erzeugen", "he-2022-02", "--art", "wiedervorlage")

    names = ("wiedervorlage-he-2022-02-ministerium.md", "wiedervorlage-he-2026-01-landkreis-modellgau.md")
    assert lauf.aus.splitlines() == [f"ausgabe/wiedervorlagen/{name}" for name in names]
    together, alone = (buero / "ausgabe" / ordner / names[0] for ordner in ("wiedervorlagen", "he-2022-02"))
    assert together.read_bytes() == alone.read_bytes()
    assert rufe("dokument", "pruefen", str(together)).ausgang == Ausgang.GUT


def test_ist_keine_wiedervorlage_faellig_wird_die_naechste_genannt(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("dokument", "erzeugen", "wiedervorlagen", "--stichtag", "2026-01-10")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "Am 10. Januar 2026 ist keine Wiedervorlage fällig; die nächste ist es am 31. Januar 2026." in lauf.fehler
    assert not (buero / "ausgabe").exists()


def test_nach_einer_abberufung_wird_der_brief_an_die_benennenden_stellen_vorgeschlagen(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("mitglied", "abberufen", "kommunen-stadt-2", "--am", "2026-11-20")
    command = next(line.split()[1:4] for line in lauf.aus.splitlines() if "netzint dokument erzeugen" in line)

    assert rufe(*command).aus.splitlines() == [
        f"ausgabe/sitz-kommunen-stadt/benennungsanfrage-sitz-kommunen-stadt-{stelle}.md"
        for stelle in ("gemeindetag", "staedtetag", "landkreistag")
    ]
    assert (buero / "ausgabe/sitz-kommunen-stadt").is_dir()
