"""What may lie in ``daten/``."""

from __future__ import annotations

import os
import re
import socket
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.ablage.lesen.baum import Baum, judge_baum, scan
from netzint.ablage.lesen.blick import ANDERES, DATEI, VERWEIS, look
from netzint.ablage.lesen.blick import ORDNER as IST_ORDNER
from netzint.ablage.lesen.pfade import BEIGABEN, EINZELNE, FREMD
from netzint.modell.arten import ORDNER
from netzint.modell.befund import Schwere


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


def codes(found: Baum) -> list[tuple[str, str]]:
    return [(b.code, b.pfad) for b in found.befunde]


def test_ein_ordentlicher_ordner_hat_keinen_befund(wurzel: Path) -> None:
    found = scan(wurzel)

    assert found.befunde == ()
    assert found.dateien == (
        "daten/geschaeftsordnung.yaml",
        "daten/mitglieder/stadt-2.yaml",
        "daten/netzwerk.yaml",
        "daten/stellen/a.yaml",
    )


def test_die_marke_einer_datei_ist_die_von_lstat(wurzel: Path) -> None:
    marken = {blatt[0]: blatt[2:] for blatt in look(wurzel)}
    info = (wurzel / "daten/stellen/a.yaml").lstat()

    assert marken["daten/stellen/a.yaml"] == (info.st_mtime_ns, info.st_size, info.st_ino, info.st_ctime_ns)


@pytest.mark.parametrize("code", [code for code in PFADFAELLE if code != "L510"])
def test_was_nicht_hineingehoert_wird_gemeldet(wurzel: Path, code: str) -> None:
    make, pfad = PFADFAELLE[code]
    make(wurzel)

    assert (code, pfad) in codes(scan(wurzel))


def test_was_nicht_lesbar_ist_wird_gemeldet(wurzel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "stellen":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)

    assert ("L510", "daten/stellen") in codes(scan(wurzel))


@pytest.mark.parametrize("code", ["L501", "L502", "L503", "L505", "L507", "L508"])
def test_was_kein_eintrag_ist_wird_nicht_gelesen(wurzel: Path, code: str) -> None:
    before = scan(wurzel).dateien
    PFADFAELLE[code][0](wurzel)

    assert scan(wurzel).dateien == before


def test_daten_selbst_darf_kein_verweis_sein(wurzel: Path) -> None:
    (wurzel / "daten").rename(wurzel / "woanders")
    (wurzel / "daten").symlink_to("woanders")

    found = scan(wurzel)

    assert codes(found) == [("L501", "daten")]
    assert found.dateien == ()


def test_ein_verweis_auf_einen_ordner_wird_nicht_betreten(wurzel: Path) -> None:
    (wurzel / "daten/mitglieder").rename(wurzel / "woanders")
    (wurzel / "daten/mitglieder").symlink_to("../woanders")

    found = scan(wurzel)

    assert codes(found) == [("L501", "daten/mitglieder")]
    assert not any("mitglieder" in path for path in found.dateien)


def test_daten_als_datei_gilt_als_fehlend(tmp_path: Path) -> None:
    (tmp_path / "daten").touch()

    assert codes(scan(tmp_path)) == [("L509", "daten")]


def test_ein_sockel_ist_keine_datei(wurzel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(wurzel / "daten/stellen")
    with socket.socket(socket.AF_UNIX) as sockel:
        sockel.bind("b.yaml")

        assert codes(scan(wurzel)) == [("L502", "daten/stellen/b.yaml")]


@pytest.mark.parametrize("pfad", [".git", "stellen/.git", "stellen/.GIT"])
def test_ein_untergeschobenes_repositorium_wird_gemeldet(wurzel: Path, pfad: str) -> None:
    (wurzel / "daten" / pfad).mkdir()

    assert codes(scan(wurzel)) == [("L503", f"daten/{pfad}")]


def test_auch_eine_git_datei_ist_ein_repositorium(wurzel: Path) -> None:
    (wurzel / "daten/stellen/.git").write_text("gitdir: ../..", encoding="utf-8")

    assert codes(scan(wurzel)) == [("L503", "daten/stellen/.git")]


def test_namen_die_sich_nur_in_der_form_unterscheiden(wurzel: Path) -> None:
    write(wurzel, "stellen/ü.yaml", f"stellen/{unicodedata.normalize('NFD', 'ü')}.yaml")

    assert [code for code, _ in codes(scan(wurzel))].count("L504") == 1


def test_ein_ordner_in_einem_ordner_wird_gemeldet(wurzel: Path) -> None:
    write(wurzel, "stellen/neu/b.yaml")

    assert codes(scan(wurzel)) == [("L506", "daten/stellen/neu")]


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9", "a" * 61, "a--b", "a-", "-a", "1a", "ä", "a_b", "A"])
def test_das_ist_kein_dateiname_fuer_einen_eintrag(wurzel: Path, name: str) -> None:
    write(wurzel, f"mitglieder/{name}.yaml")

    (befund,) = scan(wurzel).befunde

    assert (befund.code, befund.pfad) == ("L505", f"daten/mitglieder/{name}.yaml")


@pytest.mark.parametrize("name", ["a.yaml~", ".a.yaml.swp", "~$a.yaml", ".#a.yaml", "a.yaml.orig", ".DS_Store"])
def test_ueberbleibsel_sind_nur_ein_hinweis(wurzel: Path, name: str) -> None:
    write(wurzel, f"stellen/{name}")

    assert [(b.code, b.schwere) for b in scan(wurzel).befunde] == [("L508", Schwere.HINWEIS)]


@pytest.mark.parametrize("name", ["b.yml", "b.YAML", "b.YML"])
def test_die_richtige_endung_wird_genannt(wurzel: Path, name: str) -> None:
    write(wurzel, f"stellen/{name}")

    (befund,) = scan(wurzel).befunde

    assert befund.code == "L507"
    assert "b.yaml" in befund.text


NAMEN = [
    "a.yaml", "amt-b.yaml", "A.yaml", "ä.yaml", "a\u0308.yaml", "con.yaml", "a.yml", "a.txt", "a.yaml~", ".git", ".GIT",
    "README.md", "readme.md", ".keep", "netzwerk.yaml", "geschaeftsordnung.yaml", "stellen", "themen", "Themen", "alt",
]  # fmt: skip
ARTEN = st.sampled_from([DATEI, DATEI, DATEI, IST_ORDNER, VERWEIS, ANDERES, FREMD])
KENNUNG = re.compile(r"(?!con\.)[a-z][a-z0-9]*(-[a-z0-9]+)*\.yaml").fullmatch


def is_eintrag(baum: dict[str, str], pfad: str) -> bool:
    """The naive answer: a plain file with the name of an entry, in a folder of a kind or one of the two in daten/."""
    *ordner, name = pfad.split("/")
    if baum[pfad] != DATEI:
        return False
    return name in EINZELNE if ordner == ["daten"] else bool(ordner[1] in ORDNER and KENNUNG(name))


@given(st.dictionaries(st.lists(st.sampled_from(NAMEN), min_size=1, max_size=2).map(tuple), ARTEN, max_size=12))
def test_jeder_name_ist_ein_eintrag_eine_beigabe_oder_hat_einen_befund(gezogen: dict[tuple[str, ...], str]) -> None:
    baum = {"/".join(["daten", *namen]): art for namen, art in gezogen.items()}
    for pfad in list(baum):
        if pfad.count("/") == 2:
            baum[pfad.rpartition("/")[0]] = IST_ORDNER
    baum["daten"] = IST_ORDNER
    found = judge_baum(baum.items())
    bemaengelt = {befund.pfad for befund in found.befunde}

    assert found == judge_baum(sorted(baum.items(), reverse=True))._replace(befunde=found.befunde)
    assert list(found.dateien) == sorted(pfad for pfad in baum if pfad != "daten" and is_eintrag(baum, pfad))
    for pfad in baum.keys() - set(found.dateien) - bemaengelt - {"daten"}:
        ordner, _, name = pfad.rpartition("/")
        is_beigabe = baum[pfad] == DATEI and name in BEIGABEN
        is_ordner = baum[pfad] in {IST_ORDNER, FREMD} and ordner == "daten" and name in ORDNER
        assert is_beigabe or is_ordner or ordner in bemaengelt
