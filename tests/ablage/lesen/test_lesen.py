"""From files to the Bestand, from the work tree and from commits alike."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from netzint.ablage.lesen.bestand import Gelesenes, read_bestand
from tests.ablage.lesen.haus import STELLE, commit, git, pruefe, write


def codes(gelesen: Gelesenes) -> list[tuple[str, str, int, int]]:
    return [(b.code, b.kennung, b.zeile, b.spalte) for b in gelesen.befunde]


def test_ein_ordentlicher_bestand_wird_ohne_befund_gelesen(wurzel: Path) -> None:
    gelesen = read_bestand(wurzel)

    assert gelesen.befunde == ()
    assert gelesen.dateien == 10
    assert gelesen.stand_oid is None
    assert sorted(gelesen.bestand.stellen) == [
        "amt-a", "amt-b", "gemeindetag", "landkreistag", "ministerium", "staedtetag",
    ]  # fmt: skip
    assert gelesen.bestand.netzwerk is not None
    assert gelesen.vorlagen() == {"einladung.md.j2": b"Einladung\n"}
    assert gelesen.read("daten/netzwerk.yaml") == (wurzel / "daten/netzwerk.yaml").read_bytes()
    assert gelesen.read("daten/stellen/gibtesnicht.yaml") is None


@pytest.mark.parametrize(
    ("inhalt", "befund"),
    [
        (b"name: A\nname: B\nart: stadt\n", ("L302", "neu", 2, 1)),
        (b"name: A\nart: stadtt\n", ("F108", "neu", 2, 6)),
        (b"name: A\nart: stadt\nagss: '1'\n", ("F101", "neu", 3, 1)),
        (b"name: A\n", ("F102", "neu", 1, 1)),
        (b"name: A\nart: stadt\nfrueher:\n  - {name: a, art: stadt, bis: 2023-02-30}\n", ("F104", "neu", 4, 32)),
        (b"kennung: neu\nname: A\nart: stadt\n", ("F101", "neu", 1, 1)),
        (b"\xff\xfe", ("L102", "neu", 1, 1)),
    ],
)
def test_eine_fehlerhafte_datei_verdeckt_die_anderen_nicht(
    wurzel: Path, inhalt: bytes, befund: tuple[str, str, int, int]
) -> None:
    write(wurzel, "daten/stellen/neu.yaml", inhalt)
    write(wurzel, "daten/ziele/ziel-leer.yaml", b"")
    gelesen = read_bestand(wurzel)

    assert codes(gelesen) == [befund, ("L104", "ziel-leer", 1, 1)]
    assert {b.pfad for b in gelesen.befunde} == {"daten/stellen/neu.yaml", "daten/ziele/ziel-leer.yaml"}
    assert gelesen.bestand.unlesbar == {"neu", "ziel-leer"}
    assert len(gelesen.bestand.stellen) == 6


def test_was_nur_gewarnt_wird_gehoert_zum_bestand(wurzel: Path) -> None:
    write(wurzel, "daten/stellen/neu.yaml", STELLE + b"strasse: 0123\n".replace(b"strasse", b"ags"))
    gelesen = read_bestand(wurzel)

    assert ("L402", "neu", 3, 6) in codes(gelesen)


def test_neuere_daten_werden_abgelehnt_und_sonst_nicht_beurteilt(wurzel: Path) -> None:
    datei = wurzel / "daten/netzwerk.yaml"
    datei.write_bytes(datei.read_bytes().replace(b"format: 1", b"format: 2") + b"neues: ja\n")
    write(wurzel, "daten/stellen/neu.yaml", b"unbekannt: ja\n")
    gelesen = read_bestand(wurzel)

    assert codes(gelesen) == [("F120", "netzwerk", 1, 9)]
    assert gelesen.zu_neu
    assert list(gelesen.bestand.iter_eintraege()) == []
    assert "netzint aktualisieren" in gelesen.befunde[0].hinweis


def test_crlf_liest_sich_wie_lf(wurzel: Path) -> None:
    for datei in (wurzel / "daten").rglob("*.yaml"):
        datei.write_bytes(datei.read_bytes().replace(b"\n", b"\r\n"))

    assert read_bestand(wurzel).befunde == ()


def replace_by_link(ordner: Path) -> None:
    moved = ordner.rename(ordner.parent / "verschoben")
    ordner.symlink_to(moved.name)


def replace_by_file(ordner: Path) -> None:
    shutil.rmtree(ordner)
    ordner.write_bytes(b"x")


STOERUNGEN: dict[str, Callable[[Path], object]] = {
    "Verweis": lambda w: (w / "daten/stellen/verweis.yaml").symlink_to("amt-a.yaml"),
    "Ordnerverweis": lambda w: replace_by_link(w / "daten/themen"),
    "Verweis auf Vorlage": lambda w: (w / "vorlagen/fuss.md.j2").symlink_to("einladung.md.j2"),
    "Schreibweise": lambda w: write(w, "daten/stellen/AMT-A.yaml", STELLE),
    "Zerlegt": lambda w: write(w, "daten/stellen/amt-u\u0308.yaml", STELLE),
    "Endung": lambda w: write(w, "daten/stellen/neu.yml", STELLE),
    "Überbleibsel": lambda w: write(w, "daten/stellen/amt-a.yaml~", STELLE),
    "Ordner im Ordner": lambda w: write(w, "daten/stellen/alt/x.yaml", STELLE),
    "fremder Ordner": lambda w: write(w, "daten/sonstiges/x.yaml", STELLE),
    "fremde Datei": lambda w: write(w, "daten/x.yaml", STELLE),
    "README": lambda w: write(w, "daten/README.md", b"Daten\n"),
    "keine Daten": lambda w: shutil.rmtree(w / "daten"),
    "Daten sind eine Datei": lambda w: replace_by_file(w / "daten"),
    "Daten sind ein Verweis": lambda w: replace_by_link(w / "daten"),
}


@pytest.mark.parametrize("name", STOERUNGEN)
def test_arbeitsordner_und_commit_geben_dasselbe(wurzel: Path, name: str) -> None:
    STOERUNGEN[name](wurzel)
    here = read_bestand(wurzel)
    there = read_bestand(wurzel, commit(wurzel))

    assert here.befunde == there.befunde
    assert (here.befunde != ()) == (name != "README")
    assert here.dateien == there.dateien
    assert here.vorlagen() == there.vorlagen()
    assert list(here.bestand.eintraege.values()) == list(there.bestand.eintraege.values())
    assert here.bestand.unlesbar == there.bestand.unlesbar


def test_was_hinter_einem_verweis_liegt_wird_auch_nicht_gezeigt(wurzel: Path) -> None:
    replace_by_link(wurzel / "daten")
    result = pruefe(wurzel)

    assert result.befunde == pruefe(wurzel, commit(wurzel)).befunde
    assert result.lines("daten/netzwerk.yaml") == [""]


def test_ein_fremdes_repository_in_den_daten_wird_gemeldet(wurzel: Path) -> None:
    inner = wurzel / "daten/stellen/fremd"
    inner.mkdir()
    git(inner, "init", "-q")
    write(inner, "a.yaml", STELLE)
    commit(inner)
    git(wurzel, "-c", "advice.addEmbeddedRepo=false", "add", "-A")
    there = read_bestand(wurzel, commit(wurzel))

    assert [(b.code, b.pfad) for b in there.befunde] == [("L506", "daten/stellen/fremd")]
    assert there.befunde == read_bestand(wurzel).befunde


def test_was_nicht_lesbar_ist_wird_gemeldet_solange_es_so_ist(wurzel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_open, real_scandir = os.open, os.scandir

    def refuse_open(path: str, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith("amt-a.yaml"):
            raise PermissionError
        return real_open(path, flags, mode)

    def refuse_scandir(path: str) -> object:
        if str(path).endswith("daten/themen"):
            raise PermissionError
        return real_scandir(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse_open)
        patch.setattr(os, "scandir", refuse_scandir)
        befunde = pruefe(wurzel).befunde

    unlesbar = [("L510", "daten/stellen/amt-a.yaml"), ("L510", "daten/themen")]
    assert [(b.code, b.pfad) for b in befunde if b.code[0] == "L"] == unlesbar
    assert [b for b in pruefe(wurzel).befunde if b.code[0] == "L"] == []


def test_eine_rohrleitung_haelt_das_lesen_nicht_auf(wurzel: Path) -> None:
    os.mkfifo(wurzel / "daten/stellen/rohr.yaml")

    assert codes(read_bestand(wurzel)) == [("L502", "rohr", 0, 0)]


def test_ein_alter_stand_wird_gelesen_wie_er_war(wurzel: Path) -> None:
    old = commit(wurzel)
    (wurzel / "daten/stellen/amt-a.yaml").unlink()
    write(wurzel, "daten/stellen/neu.yaml", STELLE)
    write(wurzel, "vorlagen/einladung.md.j2", b"anders\n")
    new = commit(wurzel)

    assert "amt-a" in read_bestand(wurzel, old).bestand.stellen
    assert read_bestand(wurzel, old).vorlagen() == {"einladung.md.j2": b"Einladung\n"}
    assert read_bestand(wurzel, old).stand_oid == old
    assert "amt-a" not in read_bestand(wurzel, new).bestand.stellen


def test_vor_dem_ersten_commit_ist_nichts_da(wurzel: Path) -> None:
    leer = read_bestand(wurzel, "")

    assert (leer.befunde, leer.dateien, leer.vorlagen()) == ((), 0, {})
    assert list(leer.bestand.iter_eintraege()) == []


@pytest.mark.parametrize("stand", [None, "HEAD", ""])
def test_was_geschrieben_werden_soll_liegt_ueber_dem_stand(wurzel: Path, stand: str | None) -> None:
    oid = commit(wurzel) if stand == "HEAD" else stand
    overlay = {
        "daten/stellen/neu.yaml": STELLE,
        "daten/stellen/amt-a.yaml": None,
        "daten/stellen/amt-b.yaml": b"name: B\nart: unfug\n",
        "daten/stellen/Falsch.yaml": STELLE,
        "vorlagen/neu.md.j2": b"neu\n",
        "vorlagen/einladung.md.j2": None,
    }
    before = (wurzel / "daten/stellen/amt-b.yaml").read_bytes()
    gelesen = read_bestand(wurzel, oid, overlay)

    assert [(b.code, b.kennung) for b in gelesen.befunde if b.code != "L506"] == [("L505", "Falsch"), ("F108", "amt-b")]
    assert "neu" in gelesen.bestand.stellen
    assert "amt-a" not in gelesen.bestand.stellen
    assert gelesen.vorlagen() == {"neu.md.j2": b"neu\n"}
    assert gelesen.read("daten/stellen/neu.yaml") == STELLE
    assert gelesen.read("daten/stellen/amt-a.yaml") is None
    assert (wurzel / "daten/stellen/amt-b.yaml").read_bytes() == before


def test_ueberlegtes_wird_gelesen_wie_wenn_es_dort_laege(wurzel: Path) -> None:
    overlay = {"daten/stellen/neu.yaml": STELLE, "daten/stellen/amt-a.yaml": b"name: A\nart: [stadt]\n"}
    laid = read_bestand(wurzel, None, overlay)
    for pfad, content in overlay.items():
        write(wurzel, pfad, content)
    lying = read_bestand(wurzel)

    assert laid.befunde == lying.befunde
    assert dict(laid.bestand.eintraege) == dict(lying.bestand.eintraege)
    assert laid.bestand.unlesbar == lying.bestand.unlesbar
    assert laid.dateien == lying.dateien
