"""``netzint init``: an empty, valid repository for a new network."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netzint.ablage.schreibweg import haltepunkte
from netzint.cli import fragen, heute
from netzint.vorgaenge.anfang import propose_geschaeftsstelle
from tests.bau import STICHTAG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

ZIEL = Path("Netzwerk Süd")


@pytest.fixture(autouse=True)
def _fester_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heute, "today", lambda: STICHTAG)


@pytest.fixture
def unterbrechung() -> Iterator[Callable[[str], None]]:
    """Lets somebody press Ctrl-C at a named instant of the write path."""

    def interrupt_at(punkt: str) -> None:
        def handle(name: str) -> None:
            if name == punkt:
                raise KeyboardInterrupt

        haltepunkte.handler[:] = [handle]

    yield interrupt_at
    haltepunkte.handler.clear()


def befunde(rufe: Rufe) -> list[tuple[str, str]]:
    """What ``pruefen`` says of the new network: code and Schwere."""
    lauf = rufe("-C", str(ZIEL), "pruefen", "--format", "json")
    return [(befund["code"], befund["schwere"]) for befund in json.loads(lauf.aus)["befunde"]]


def git(*args: str, ordner: Path = ZIEL) -> str:
    ident = ("-c", "user.name=Jemand", "-c", "user.email=j@example.org")
    done = subprocess.run(["git", *ident, *args], cwd=ordner, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def test_ein_neues_netzwerk_hat_keine_fehler_und_zwoelf_vakanzen(rufe: Rufe) -> None:
    lauf = rufe("init", str(ZIEL))

    assert (lauf.ausgang, lauf.fehler) == (0, "")
    assert befunde(rufe) == [("Q103", "warnung")] * 12


def test_es_entsteht_genau_ein_commit_der_geschaeftsstelle_auf_main(rufe: Rufe) -> None:
    rufe("init", str(ZIEL), "--name", "Netzwerk Süd", "--e-mail", "gs@sued.example")

    assert git("log", "--format=%s|%an|%ae|%cn", "--all").splitlines() == [
        "Netzwerk Süd angelegt|Geschäftsstelle des Netzwerks Süd|gs@sued.example|Geschäftsstelle des Netzwerks Süd"
    ]
    assert git("branch", "--show-current") == "main"
    assert "Vorgang: init" in git("log", "-1", "--format=%B")


@pytest.mark.parametrize(
    ("name", "stelle"),
    [
        ("Netzwerk", "Geschäftsstelle des Netzwerks"),
        ("Netzwerk Süd", "Geschäftsstelle des Netzwerks Süd"),
        ("Forum Vielfalt", "Geschäftsstelle Forum Vielfalt"),
        ("Das Netzwerk Nord", "Geschäftsstelle Das Netzwerk Nord"),
    ],
)
def test_die_geschaeftsstelle_heisst_nach_dem_netzwerk(name: str, stelle: str) -> None:
    assert propose_geschaeftsstelle(name) == stelle


def test_der_ordner_ist_danach_sauber_und_vollstaendig(rufe: Rufe) -> None:
    rufe("init", str(ZIEL))
    dateien = set(git("ls-files").splitlines())

    assert git("status", "--porcelain", "--ignored") == ""
    assert {
        ".gitattributes",
        ".gitignore",
        ".gitlab-ci.yml",
        ".github/workflows/netzint.yml",
        ".netzint/schemas/sitzung.json",
        ".vscode/settings.json",
        "README.md",
        "daten/README.md",
        "daten/netzwerk.yaml",
        "daten/geschaeftsordnung.yaml",
        "daten/mitglieder/README.md",
        "daten/stellen/ministerium.yaml",
        "vorlagen/README.md",
        "vorlagen/tagesordnung.md.j2",
    } <= dateien


def test_die_angaben_stehen_in_netzwerk_yaml(rufe: Rufe) -> None:
    angaben = ("--anschrift", "Weg 1,, 70000 Stadt,", "--e-mail", "gs@sued.example", "--erfasst-ab", "1.1.2027")
    rufe("init", str(ZIEL), "--name", "Netzwerk Süd: Ost", "--geschaeftsstelle", "Büro Süd", *angaben)

    assert (ZIEL / "daten/netzwerk.yaml").read_text(encoding="utf-8") == (
        "format: 1\n"
        'name: "Netzwerk Süd: Ost"\n'
        "gegruendet: 2020-06\n"
        "erfasst_ab: 2027-01-01\n"
        "geschaeftsstelle:\n"
        "  name: Büro Süd\n"
        "  anschrift: |\n"
        "    Weg 1\n"
        "    70000 Stadt\n"
        "  e_mail: gs@sued.example\n"
    )
    assert (ZIEL / "README.md").read_text(encoding="utf-8").startswith("# Netzwerk Süd: Ost\n\n")


def test_eine_spaetere_gruendung_verschiebt_nur_den_ersten_tag_der_geschaeftsordnung(rufe: Rufe) -> None:
    assert rufe("init", "eins").ausgang == 0
    assert rufe("init", "zwei", "--gegruendet", "März 2024").ausgang == 0
    vorher, nachher = (Path(o, "daten/geschaeftsordnung.yaml").read_text(encoding="utf-8") for o in ("eins", "zwei"))

    assert nachher == vorher.replace("gilt_ab: 2020-06-01", "gilt_ab: 2024-03-01")
    assert "gegruendet: 2024-03\n" in Path("zwei/daten/netzwerk.yaml").read_text(encoding="utf-8")


def test_erfasst_wird_ab_heute_oder_wenn_es_das_netzwerk_erst_spaeter_gibt_ab_da(rufe: Rufe) -> None:
    assert rufe("init", "eins").ausgang == 0
    assert rufe("init", "zwei", "--gegruendet", "2.2030").ausgang == 0
    eins, zwei = (Path(o, "daten/netzwerk.yaml").read_text(encoding="utf-8") for o in ("eins", "zwei"))

    assert f"erfasst_ab: {STICHTAG}\n" in eins
    assert "erfasst_ab: 2030-02-01\n" in zwei


def test_am_ende_steht_was_als_naechstes_zu_tun_ist(rufe: Rufe) -> None:
    aus = rufe("init", str(ZIEL)).aus

    assert "Fertig: Netzwerk Integration Baden-Württemberg angelegt in " in aus
    assert 'cd "Netzwerk Süd"' in aus
    assert "Anschrift und E-Mail-Adresse eintragen" in aus
    assert "netzint mitglied benennen" in aus
    assert "netzint netzwerk aendern" in aus


@pytest.mark.parametrize(
    ("option", "wert", "satz"),
    [
        ("--e-mail", "keine Adresse", "Option --e-mail: „keine Adresse“ ist keine E-Mail-Adresse."),
        ("--gegruendet", "Juno 2020", "Option --gegruendet: Einen Monat „Juno“ gibt es nicht."),
        ("--gegruendet", "2020", "Option --gegruendet: „2020“ ist kein Datum."),
        ("--erfasst-ab", "31.5.2020", "Der 31. Mai 2020 liegt vor der Gründung (2020-06)."),
        ("--erfasst-ab", "31.2.2026", "Den 31. Februar 2026 gibt es nicht"),
    ],
)
def test_falsche_angaben_werden_genannt_und_nichts_wird_angelegt(rufe: Rufe, option: str, wert: str, satz: str) -> None:
    lauf = rufe("init", str(ZIEL), option, wert)

    assert lauf.ausgang == 2
    assert satz in lauf.fehler
    assert not ZIEL.exists()


def test_ein_ordner_mit_inhalt_wird_nicht_angeruehrt(rufe: Rufe) -> None:
    ZIEL.mkdir()
    for name in "abcdefg":
        (ZIEL / f"{name}.docx").touch()
    lauf = rufe("init", str(ZIEL))

    assert lauf.ausgang == 3
    assert "ist nicht leer: darin liegen a.docx, b.docx, c.docx, d.docx, e.docx und 2 weitere." in lauf.fehler
    assert sorted(p.name for p in ZIEL.iterdir()) == [f"{name}.docx" for name in "abcdefg"]


def test_ein_schon_angelegtes_netzwerk_wird_als_solches_erkannt(rufe: Rufe) -> None:
    rufe("init", str(ZIEL))
    lauf = rufe("init", str(ZIEL))

    assert lauf.ausgang == 3
    assert "liegt schon ein Netzwerk" in lauf.fehler
    assert "netzint lage" in lauf.fehler


def test_eine_datei_statt_eines_ordners_wird_genannt(rufe: Rufe) -> None:
    ZIEL.touch()

    assert "ist eine Datei" in rufe("init", str(ZIEL)).fehler
    assert "ist eine Datei" in rufe("init", str(ZIEL / "darunter")).fehler


def test_ein_ordner_den_git_nicht_nennen_koennte_wird_nicht_angefangen(rufe: Rufe) -> None:
    lauf = rufe("init", "neu\nes")

    assert (lauf.ausgang, Path("neu\nes").exists()) == (3, False)
    assert "unsichtbare Zeichen" in lauf.fehler


def test_ein_repository_mit_verlauf_wird_nicht_genommen(rufe: Rufe) -> None:
    ZIEL.mkdir()
    git("init", "-q")
    git("commit", "-q", "--allow-empty", "-m", "Altes")
    lauf = rufe("init", str(ZIEL))

    assert lauf.ausgang == 3
    assert "liegt schon ein Git-Repository mit Commits" in lauf.fehler
    assert git("log", "--format=%s") == "Altes"


def test_ein_leeres_repository_wird_genommen_mit_seinem_zweig(rufe: Rufe) -> None:
    ZIEL.mkdir()
    git("init", "-q", "--initial-branch=haupt")
    lauf = rufe("init", str(ZIEL))

    assert lauf.ausgang == 0
    assert git("branch", "--show-current") == "haupt"
    assert git("status", "--porcelain") == ""


def test_der_leere_ordner_in_dem_man_steht_wird_genommen(rufe: Rufe, monkeypatch: pytest.MonkeyPatch) -> None:
    ZIEL.mkdir()
    monkeypatch.chdir(ZIEL)

    assert rufe("init", ".").ausgang == 0
    assert Path("daten/netzwerk.yaml").is_file()


def test_in_einem_anderen_repository_wird_davor_gewarnt(rufe: Rufe) -> None:
    git("init", "-q", ordner=Path())
    lauf = rufe("init", str(ZIEL))

    assert lauf.ausgang == 0
    assert "liegt in einem anderen Git-Repository" in lauf.fehler


def test_probe_zeigt_die_dateien_und_legt_nichts_an(rufe: Rufe) -> None:
    lauf = rufe("init", str(ZIEL), "--probe")

    assert lauf.ausgang == 0
    assert "  daten/netzwerk.yaml\n" in lauf.aus
    assert not ZIEL.exists()


def test_am_terminal_wird_gefragt_was_nicht_angegeben_ist(rufe: Rufe, monkeypatch: pytest.MonkeyPatch) -> None:
    antworten = iter(["Netzwerk Süd", "", "Weg 1, 70000 Stadt", "gs", "gs@sued.example"])
    gefragt = []

    def answer(frage: str) -> str:
        gefragt.append(frage)
        return next(antworten)

    monkeypatch.setattr(fragen, "is_dialog", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    lauf = rufe("init", str(ZIEL))

    assert lauf.ausgang == 0
    assert [frage.split(" [")[0] for frage in gefragt] == [
        "Name des Netzwerks",
        "Name der Geschäftsstelle",
        "Anschrift (Zeilen durch Komma getrennt)",
        "E-Mail-Adresse der Geschäftsstelle",
        "E-Mail-Adresse der Geschäftsstelle",
    ]
    assert "„gs“ ist keine E-Mail-Adresse. So ist es richtig: poststelle@stadt.example.\n" in lauf.aus
    assert "Geschäftsstelle des Netzwerks Süd" in gefragt[1]
    assert "Anschrift und E-Mail-Adresse eintragen" not in lauf.aus


@pytest.mark.parametrize("punkt", haltepunkte.PUNKTE)
def test_eine_unterbrechung_versperrt_den_zweiten_versuch_nicht(
    rufe: Rufe, unterbrechung: Callable[[str], None], punkt: str
) -> None:
    unterbrechung(punkt)
    erster = rufe("init", str(ZIEL))
    haltepunkte.handler.clear()
    zweiter = rufe("init", str(ZIEL))

    assert erster.ausgang in {0, 130}
    assert zweiter.ausgang == 0 or "liegt schon ein Netzwerk" in zweiter.fehler
    assert git("rev-list", "--count", "--all") == "1"
    assert git("status", "--porcelain") == ""
    assert befunde(rufe) == [("Q103", "warnung")] * 12


def test_im_neuen_netzwerk_laesst_sich_sofort_eine_sitzung_anlegen(rufe: Rufe) -> None:
    rufe("init", str(ZIEL))
    lauf = rufe("-C", str(ZIEL), "sitzung", "neu")

    assert lauf.ausgang == 0
    assert (ZIEL / "daten/sitzungen/sg-2026-01.yaml").is_file() or (ZIEL / "daten/sitzungen/sg-2027-01.yaml").is_file()
    assert git("status", "--porcelain") == ""
