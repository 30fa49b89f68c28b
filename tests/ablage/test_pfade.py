"""What may lie in ``daten/``."""

from __future__ import annotations

import os
import socket
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from netzint.ablage.lesen.pfade import Scan, scan
from netzint.modell.befund import Schwere

ORDNER = frozenset(("stellen", "mitglieder"))


def write(wurzel: Path, *names: str) -> None:
    for name in names:
        path = wurzel / "daten" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("name: A\n", encoding="utf-8")


def link(wurzel: Path) -> None:
    (wurzel / "daten/stellen/b.yaml").symlink_to("a.yaml")


def fifo(wurzel: Path) -> None:
    os.mkfifo(wurzel / "daten/stellen/b.yaml")


def repository(wurzel: Path) -> None:
    (wurzel / "daten/stellen/.git").mkdir()


PFADFAELLE: dict[str, tuple[Callable[[Path], object], str]] = {
    "L501": (link, "daten/stellen/b.yaml"),
    "L502": (fifo, "daten/stellen/b.yaml"),
    "L503": (repository, "daten/stellen/.git"),
    "L504": (lambda wurzel: write(wurzel, "stellen/A.yaml"), "daten/stellen/a.yaml"),
    "L505": (lambda wurzel: write(wurzel, "stellen/Stadt Müster.yaml"), "daten/stellen/Stadt Müster.yaml"),
    "L506": (lambda wurzel: write(wurzel, "sonstiges/x.yaml"), "daten/sonstiges"),
    "L507": (lambda wurzel: write(wurzel, "stellen/b.yml"), "daten/stellen/b.yml"),
    "L508": (lambda wurzel: write(wurzel, "stellen/a.yaml~"), "daten/stellen/a.yaml~"),
    "L509": (lambda wurzel: (wurzel / "daten").rename(wurzel / "weg"), "daten"),
    "L510": (lambda wurzel: wurzel, "daten/stellen"),
    "L511": (lambda wurzel: write(wurzel, "b.yaml"), "daten/b.yaml"),
}


@pytest.fixture
def wurzel(tmp_path: Path) -> Path:
    write(tmp_path, "netzwerk.yaml", "geschaeftsordnung.yaml", "README.md", "stellen/a.yaml", "mitglieder/stadt-2.yaml")
    return tmp_path


def codes(found: Scan) -> list[tuple[str, str]]:
    return [(b.code, b.pfad) for b in found.befunde]


def test_ein_ordentlicher_ordner_hat_keinen_befund(wurzel: Path) -> None:
    found = scan(wurzel, ORDNER)

    assert found.befunde == ()
    assert [path for path, _ in found.dateien] == [
        "daten/geschaeftsordnung.yaml",
        "daten/mitglieder/stadt-2.yaml",
        "daten/netzwerk.yaml",
        "daten/stellen/a.yaml",
    ]


def test_die_marke_einer_datei_ist_die_von_lstat(wurzel: Path) -> None:
    marken = dict(scan(wurzel, ORDNER).dateien)
    info = (wurzel / "daten/stellen/a.yaml").lstat()

    assert marken["daten/stellen/a.yaml"] == (info.st_mtime_ns, info.st_size, info.st_ino, info.st_ctime_ns)


@pytest.mark.parametrize("code", [code for code in PFADFAELLE if code != "L510"])
def test_was_nicht_hineingehoert_wird_gemeldet(wurzel: Path, code: str) -> None:
    make, pfad = PFADFAELLE[code]
    make(wurzel)

    assert (code, pfad) in codes(scan(wurzel, ORDNER))


def test_was_nicht_lesbar_ist_wird_gemeldet(wurzel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "stellen":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)

    assert ("L510", "daten/stellen") in codes(scan(wurzel, ORDNER))


@pytest.mark.parametrize("code", ["L501", "L502", "L503", "L505", "L507", "L508"])
def test_was_kein_eintrag_ist_wird_nicht_gelesen(wurzel: Path, code: str) -> None:
    before = scan(wurzel, ORDNER).dateien
    PFADFAELLE[code][0](wurzel)

    assert scan(wurzel, ORDNER).dateien == before


def test_daten_selbst_darf_kein_verweis_sein(wurzel: Path) -> None:
    (wurzel / "daten").rename(wurzel / "woanders")
    (wurzel / "daten").symlink_to("woanders")

    found = scan(wurzel, ORDNER)

    assert codes(found) == [("L501", "daten")]
    assert found.dateien == ()


def test_ein_verweis_auf_einen_ordner_wird_nicht_betreten(wurzel: Path) -> None:
    (wurzel / "daten/mitglieder").rename(wurzel / "woanders")
    (wurzel / "daten/mitglieder").symlink_to("../woanders")

    found = scan(wurzel, ORDNER)

    assert codes(found) == [("L501", "daten/mitglieder")]
    assert not any("mitglieder" in path for path, _ in found.dateien)


def test_daten_als_datei_gilt_als_fehlend(tmp_path: Path) -> None:
    (tmp_path / "daten").touch()

    assert codes(scan(tmp_path, ORDNER)) == [("L509", "daten")]


def test_ein_sockel_ist_keine_datei(wurzel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(wurzel / "daten/stellen")
    with socket.socket(socket.AF_UNIX) as sockel:
        sockel.bind("b.yaml")

        assert codes(scan(wurzel, ORDNER)) == [("L502", "daten/stellen/b.yaml")]


@pytest.mark.parametrize("pfad", [".git", "stellen/.git", "stellen/.GIT"])
def test_ein_untergeschobenes_repositorium_wird_gemeldet(wurzel: Path, pfad: str) -> None:
    (wurzel / "daten" / pfad).mkdir()

    assert codes(scan(wurzel, ORDNER)) == [("L503", f"daten/{pfad}")]


def test_auch_eine_git_datei_ist_ein_repositorium(wurzel: Path) -> None:
    (wurzel / "daten/stellen/.git").write_text("gitdir: ../..", encoding="utf-8")

    assert codes(scan(wurzel, ORDNER)) == [("L503", "daten/stellen/.git")]


def test_namen_die_sich_nur_in_der_form_unterscheiden(wurzel: Path) -> None:
    write(wurzel, "stellen/ü.yaml", f"stellen/{unicodedata.normalize('NFD', 'ü')}.yaml")

    assert [code for code, _ in codes(scan(wurzel, ORDNER))].count("L504") == 1


def test_ein_ordner_in_einem_ordner_wird_gemeldet(wurzel: Path) -> None:
    write(wurzel, "stellen/neu/b.yaml")

    assert codes(scan(wurzel, ORDNER)) == [("L506", "daten/stellen/neu")]


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9", "a" * 61, "a--b", "a-", "-a", "1a", "ä", "a_b", "A"])
def test_das_ist_kein_dateiname_fuer_einen_eintrag(wurzel: Path, name: str) -> None:
    write(wurzel, f"mitglieder/{name}.yaml")

    (befund,) = scan(wurzel, ORDNER).befunde

    assert (befund.code, befund.pfad) == ("L505", f"daten/mitglieder/{name}.yaml")


@pytest.mark.parametrize("name", ["a.yaml~", ".a.yaml.swp", "~$a.yaml", ".#a.yaml", "a.yaml.orig", ".DS_Store"])
def test_ueberbleibsel_sind_nur_ein_hinweis(wurzel: Path, name: str) -> None:
    write(wurzel, f"stellen/{name}")

    assert [(b.code, b.schwere) for b in scan(wurzel, ORDNER).befunde] == [("L508", Schwere.HINWEIS)]


@pytest.mark.parametrize("name", ["b.yml", "b.YAML", "b.YML"])
def test_die_richtige_endung_wird_genannt(wurzel: Path, name: str) -> None:
    write(wurzel, f"stellen/{name}")

    (befund,) = scan(wurzel, ORDNER).befunde

    assert befund.code == "L507"
    assert "b.yaml" in befund.text
