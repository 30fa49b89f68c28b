"""From ``sitzung neu`` to the day before: fortschreiben, einladen, verlegen, absagen, top – the whole way each."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, git, replace, state
from tests.cli.test_sitzung_fragen import speak

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

SG = "sg-2026-03"
DATEI = f"daten/sitzungen/{SG}.yaml"
terminal = pytest.mark.skipif(sys.platform == "win32", reason="Pseudoterminals gibt es unter Windows nicht")


@pytest.fixture
def geplant(buero: Path, vorbereite: Callable[..., None], rufe: Rufe) -> Path:
    """The office with a planned Sitzung on 15 December 2026."""

    def plan() -> None:
        assert rufe("sitzung", "neu").ausgang == Ausgang.GUT

    vorbereite("geplant", plan)
    return buero


def diff(buero: Path) -> list[str]:
    """The changed lines of the last commit, without their places."""
    lines = git(buero, "show", "--format=", "-U0", "HEAD").splitlines()
    return [line for line in lines if line[:1] in "+-" and not line.startswith(("+++", "---"))]


def befunde(rufe: Rufe) -> str:
    return rufe("pruefen").aus.splitlines()[-1]


def withdraw(buero: Path) -> None:
    """The AG takes back what stands on the Tagesordnung."""
    replace(
        buero,
        "daten/empfehlungen/he-2026-06.yaml",
        "fassungen:",
        "zurueckgezogen:\n  am: 2026-11-21\n  grund: |\n    Überholt.\nfassungen:",
    )
    commit_all(buero, "zurückgezogen")


@pytest.mark.alle_formate
def test_einladen_haelt_versand_verteiler_und_nummern_fest_und_erzeugt_die_unterlagen(
    geplant: Path, rufe: Rufe
) -> None:
    before = befunde(rufe)
    lauf = rufe("sitzung", "einladen", "SG-2026-03")
    text = (geplant / DATEI).read_text(encoding="utf-8")

    assert lauf.ausgang == Ausgang.GUT
    assert "einladung:\n  versandt: 2026-11-22\n  verteiler:\n    - ministerium-1\n" in text
    assert 'kennung: begruessung\n    nummer: "1"\n' in text
    assert "ausgabe/sg-2026-03/einladung-sg-2026-03 (pdf, docx, html, md)" in lauf.aus
    assert "Ladungsfrist: 22 Tage zwischen Versand und Sitzung, vorgesehen sind 14" in lauf.fehler
    assert "Verteiler: 12 Mitglieder, 7 Stellvertretungen und 1 Gast" in lauf.fehler
    assert befunde(rufe) == before


def test_die_festgehaltene_pruefsumme_steht_im_fuss_der_einladung_auch_beim_erneuten_erzeugen(
    geplant: Path, rufe: Rufe
) -> None:
    rufe("sitzung", "einladen", SG)
    kept = re.search(r"inhalt: (n1:[0-9a-f]{64})", (geplant / DATEI).read_text(encoding="utf-8"))
    papier = geplant / "ausgabe/sg-2026-03/einladung-sg-2026-03.md"

    assert kept is not None
    assert kept[1] in papier.read_text(encoding="utf-8")
    papier.unlink()
    rufe("dokument", "erzeugen", SG, "--stichtag", "2026-12-01")
    assert kept[1] in papier.read_text(encoding="utf-8")


def test_eine_zu_kurze_frist_nennt_die_option_fuer_den_grund(geplant: Path, rufe: Rufe) -> None:
    assert rufe("sitzung", "verlegen", SG, "--datum", "27.11.2026", "--grund", "Eile").ausgang == Ausgang.GUT
    before = state(geplant)
    lauf = rufe("sitzung", "einladen", SG)

    assert (lauf.ausgang, state(geplant)) == (Ausgang.AUFRUF, before)
    assert "liegen nur 4 Tage; mindestens einzuhalten sind 7" in lauf.fehler
    assert "Den Grund mit --grund angeben" in lauf.fehler
    assert rufe("sitzung", "einladen", SG, "--grund", "Eilbeschluss zum Haushalt.").ausgang == Ausgang.GUT
    assert "+abweichung:" in diff(geplant)
    assert rufe("pruefen").ausgang == Ausgang.GUT


@terminal
def test_an_einem_terminal_wird_nach_sitzung_und_grund_gefragt(geplant: Path, rufe: Rufe) -> None:
    rufe("sitzung", "verlegen", SG, "--datum", "2026-12-02", "--grund", "Eile")
    gespraech = speak(geplant, "sitzung", "einladen", antworten="\nHaushaltsberatung\n.\n")

    assert gespraech.ausgang == Ausgang.GUT
    assert "Sitzung [sg-2026-03]:" in gespraech.bild
    assert "Warum wird so kurz geladen?" in gespraech.bild
    assert "+  grund: |" in diff(geplant)


def test_fortschreiben_nimmt_auf_was_gekommen_und_gegangen_ist(geplant: Path, rufe: Rufe) -> None:
    assert rufe("sitzung", "fortschreiben", SG).aus == "Es gibt nichts zu tun.\n"
    withdraw(geplant)
    before = befunde(rufe)
    lauf = rufe("sitzung", "fortschreiben", SG)

    assert lauf.ausgang == Ausgang.GUT
    assert "Tagesordnung von SG-2026-03 fortgeschrieben: 1 gestrichen" in lauf.aus
    assert "HE-2026-06 ist zurückgezogen" in lauf.fehler
    assert "kennung: he-2026-06" not in (geplant / DATEI).read_text(encoding="utf-8")
    assert "+entfallen:" in diff(geplant)
    assert befunde(rufe) == before
    assert rufe("sitzung", "fortschreiben", SG).aus == "Es gibt nichts zu tun.\n"


@terminal
def test_an_einem_terminal_darf_ein_erledigter_punkt_bleiben(geplant: Path, rufe: Rufe) -> None:
    withdraw(geplant)
    gespraech = speak(geplant, "sitzung", "fortschreiben", SG, antworten="nein\n")

    assert "Streichen? [ja]:" in gespraech.bild
    assert "Es gibt nichts zu tun." in gespraech.bild


def test_die_lage_sagt_wann_die_tagesordnung_fortzuschreiben_ist(geplant: Path, rufe: Rufe) -> None:
    assert "fortschreiben" not in rufe("lage").aus
    withdraw(geplant)

    assert f"netzint sitzung fortschreiben {SG}" in rufe("lage").aus
    assert "Tagesordnung" in rufe("fristen").aus


def test_nach_der_einladung_kommt_neues_als_tischvorlage_und_gestrichenes_bleibt_stehen(
    geplant: Path, rufe: Rufe
) -> None:
    rufe("sitzung", "einladen", SG)
    before = befunde(rufe)
    rufe("sitzung", "top", "neu", SG, "Eilsache", "--hinter", "he-2026-05")
    assert [line.strip() for line in diff(geplant)] == [
        "+  - kennung: eilsache",
        '+    nummer: "5.1"',
        "+    titel: Eilsache",
        "+    weil: von der Geschäftsstelle angemeldet",
        "+    tischvorlage: ja",
    ]
    assert rufe("sitzung", "top", "streichen", SG, "4").ausgang == Ausgang.AUFRUF
    assert rufe("sitzung", "top", "streichen", SG, "4", "--grund", "Unterlagen fehlen").ausgang == Ausgang.GUT

    zeigen = rufe("sitzung", "zeigen", SG).aus
    assert "abgesetzt" in zeigen
    assert "Tischvorlage" in zeigen
    assert befunde(rufe) == before
    rufe("dokument", "erzeugen", SG)
    papier = (geplant / "ausgabe/sg-2026-03/tagesordnung-sg-2026-03.md").read_text(encoding="utf-8")
    assert "Eilsache (Tischvorlage)" in papier
    assert "Integrationskursen (abgesetzt)" in papier


def test_verlegen_nimmt_die_einladung_zurueck_und_verlangt_eine_neue(geplant: Path, rufe: Rufe) -> None:
    rufe("sitzung", "einladen", SG)
    before = befunde(rufe)
    lauf = rufe("sitzung", "verlegen", SG, "--datum", "20.1.2027", "--grund", "Saal belegt")

    assert lauf.ausgang == Ausgang.GUT
    assert "Sitzung SG-2026-03 vom 15. Dezember 2026 auf den 20. Januar 2027 verlegt" in lauf.aus
    assert "(20 Personen): ministerium-1," in lauf.fehler
    assert befunde(rufe) == before
    assert "terminiert" in rufe("sitzung", "zeigen", SG).aus
    assert rufe("sitzung", "einladen", SG).ausgang == Ausgang.GUT


def test_absagen_und_neu_ansetzen(geplant: Path, rufe: Rufe) -> None:
    rufe("sitzung", "einladen", SG)
    before = befunde(rufe)
    lauf = rufe("sitzung", "absagen", SG, "--grund", "Zu viele krank.")

    assert lauf.ausgang == Ausgang.GUT
    assert "+abgesagt:" in diff(geplant)
    assert befunde(rufe) == before
    assert rufe("sitzung", "neu").ausgang == Ausgang.GUT
    assert "bv-2026-012" not in git(geplant, "ls-files", "daten/beschlussvorlagen")


def test_eine_versehentlich_angelegte_sitzung_entfaellt_und_ihre_nummer_bleibt_verbraucht(
    geplant: Path, rufe: Rufe
) -> None:
    assert rufe("sitzung", "entfallen", SG, "--grund", "Doppelt.").ausgang == Ausgang.GUT
    assert "sg-2026-04" in rufe("sitzung", "neu").aus
    assert rufe("pruefen").ausgang == Ausgang.GUT


@pytest.mark.parametrize(
    "befehl",
    [
        ("fortschreiben", SG),
        ("einladen", SG),
        ("verlegen", SG, "--datum", "2027-01-20", "--grund", "X"),
        ("aendern", SG, "--ort", "Ulm"),
        ("top", "aendern", SG, "he-2026-06", "--titel", "Kürzer"),
        ("absagen", SG, "--grund", "X"),
        ("entfallen", SG, "--grund", "X"),
        ("top", "neu", SG, "Eilsache"),
        ("top", "verschieben", SG, "he-2026-06", "--vor", "he-2026-05"),
        ("top", "streichen", SG, "he-2026-06"),
    ],
)
def test_eine_probe_zeigt_was_geschaehe_und_aendert_nichts(geplant: Path, rufe: Rufe, befehl: tuple[str, ...]) -> None:
    if befehl[0] == "fortschreiben":
        withdraw(geplant)
    before = state(geplant)
    lauf = rufe("sitzung", *befehl, "--probe")

    assert (lauf.ausgang, state(geplant)) == (Ausgang.GUT, before)
    assert f"+++ b/{DATEI}" in lauf.aus
    assert "Es wurde nichts geändert." in lauf.aus


@pytest.mark.parametrize(
    ("befehl", "text"),
    [
        (("einladen", "sg-2026-3"), "Meinten Sie „sg-2026-03“?"),
        (("einladen",), "Bitte KENNUNG angeben."),
        (("einladen", SG, "--am", "31.11.2026"), "der Monat hat 30 Tage"),
        (("einladen", SG, "--gast", "Niemand"), "Ein Mitglied „Niemand“ gibt es nicht."),
        (("verlegen", SG, "--grund", "X"), "Bitte mit --datum angeben."),
        (("verlegen", SG, "--datum", "2027-01-20"), "Bitte mit --grund angeben."),
        (("absagen", SG), "Bitte mit --grund angeben."),
        (("top", "neu", SG), "Bitte TITEL angeben."),
        (("top", "streichen", SG, "he-2026-6"), "Meinten Sie „he-2026-06“?"),
        (("top", "verschieben", SG, "he-2026-06"), "Mit --vor oder --hinter einen anderen Punkt nennen."),
        (("neu", "--zweite-ladung-zu", "sg-2026-2"), "Meinten Sie „sg-2026-02“?"),
    ],
)
def test_was_fehlt_oder_nicht_stimmt_wird_genannt(
    geplant: Path, rufe: Rufe, befehl: tuple[str, ...], text: str
) -> None:
    before = state(geplant)
    lauf = rufe("sitzung", *befehl)

    assert (lauf.ausgang, state(geplant)) == (Ausgang.AUFRUF, before)
    assert text in lauf.fehler


def test_eine_gewoehnliche_sitzung_bekommt_keine_zweite_ladung(geplant: Path, rufe: Rufe) -> None:
    lauf = rufe("sitzung", "neu", "--zweite-ladung-zu", "sg-2026-02")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "keine Abstimmung als nicht beschlussfähig" in lauf.fehler


def test_der_verteiler_nennt_namen_rollen_und_adressen(geplant: Path, rufe: Rufe) -> None:
    lauf = rufe("sitzung", "verteiler", SG)

    assert "noch nicht eingeladen" in lauf.aus
    assert "Stellvertretung" in lauf.aus
    assert "oberbuergermeisterin@musterstadt.example" in lauf.aus
    rufe("sitzung", "einladen", SG)
    assert "eingeladen am 22. November 2026" in rufe("sitzung", "verteiler", SG).aus
