"""Which bytes of the work tree become a Vorgang, and which are doubtful."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from netzint.ablage.festschreiben import list_changed, read_changed, record
from netzint.modell.befund import Befund, Schwere
from netzint.modell.fehler import Ausgang, NetzintFehler
from tests.buero import STICHTAG, git, replace, state

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ZIEL = "daten/ziele/ziel-zugang.yaml"


def keine_befunde(_vorlagen: Mapping[str, bytes]) -> tuple[Befund, ...]:
    return ()


def test_gelesen_werden_die_bytes_mit_unix_zeilenenden(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: b\r\n")

    assert read_changed(tmp_path, ["a.yaml", "weg.yaml"]) == {"a.yaml": b"a: b\n", "weg.yaml": None}


@pytest.mark.parametrize("was", ["verknuepfung", "ordner"])
def test_was_keine_datei_ist_wird_abgelehnt(tmp_path: Path, was: str) -> None:
    if was == "ordner":
        (tmp_path / "a.yaml").mkdir()
    else:
        try:
            (tmp_path / "a.yaml").symlink_to(tmp_path / "gibtsnicht")
        except OSError:
            pytest.skip("Verknüpfungen sind hier nicht erlaubt")

    with pytest.raises(NetzintFehler, match="keine gewöhnliche Datei"):
        read_changed(tmp_path, ["a.yaml"])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root darf alles lesen")
def test_eine_datei_ohne_leserecht_ist_ein_hindernis_der_umgebung(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: b\n")
    (tmp_path / "a.yaml").chmod(0)

    with pytest.raises(NetzintFehler, match="lässt sich nicht lesen") as caught:
        read_changed(tmp_path, ["a.yaml"])
    assert caught.value.ausgang is Ausgang.UMGEBUNG


def test_zweideutig_ist_nur_was_anders_vorgemerkt_ist(buero: Path) -> None:
    replace(buero, ZIEL, "titel: ", "titel: Neuer ")
    list_changed(buero)
    git(buero, "add", ZIEL)
    list_changed(buero)
    replace(buero, ZIEL, "titel: ", "titel: Ganz ")

    with pytest.raises(NetzintFehler, match="eine andere Fassung vorgemerkt") as caught:
        list_changed(buero)
    assert ZIEL in caught.value.text
    assert f"git add {ZIEL}" in caught.value.hinweis


def test_befunde_der_vorlagen_zaehlen_nur_wenn_vorlagen_geaendert_sind(buero: Path) -> None:
    asked: list[int] = []

    def check(vorlagen: Mapping[str, bytes]) -> tuple[Befund, ...]:
        asked.append(len(vorlagen))
        found = Befund("V101", Schwere.FEHLER, "kaputt", pfad="vorlagen/fuss.md.j2", zeile=3)
        return (found,) if b"KAPUTT" in vorlagen["fuss.md.j2"] else ()

    replace(buero, ZIEL, "titel: ", "titel: Neuer ")
    assert record(buero, STICHTAG, check, probe=False) is not None
    assert asked == []
    replace(buero, "vorlagen/fuss.md.j2", "Stand", "KAPUTT")
    before = state(buero)
    with pytest.raises(NetzintFehler, match="V101 kaputt"):
        record(buero, STICHTAG, check, probe=False)
    assert (len(asked), state(buero)) == (2, before)


def test_ohne_aenderung_gibt_es_keinen_vorgang(buero: Path) -> None:
    assert record(buero, STICHTAG, keine_befunde, probe=False) is None
    assert record(buero, STICHTAG, keine_befunde, probe=True) is None
