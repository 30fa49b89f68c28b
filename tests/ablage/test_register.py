"""Reading the official register: its columns, its wrappings, and files that are something else."""

from __future__ import annotations

import lzma
import zipfile
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from netzint.ablage import register
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.gebiet import Gebiet
from netzint.modell.kreise import KREISE
from tests.verzeichnis import AMTLICH, auszug, satz

if TYPE_CHECKING:
    from pathlib import Path

ERWARTET = (
    Gebiet("08997000", "Musterburg, Landeshauptstadt", "stadt", "stadtkreis"),
    Gebiet("08998", "Musterland", "landkreis"),
    Gebiet("08998002", "Übungen, Universitätsstadt", "stadt", "grosse_kreisstadt"),
    Gebiet("08999", "Modellkreis", "landkreis"),
    Gebiet("08999001", "Musterstadt, Stadt", "stadt"),
    Gebiet("08999003", "Musterdorf", "gemeinde"),
)


def test_die_kommunen_werden_gelesen_und_nur_sie(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(auszug(), "utf-8")
    verzeichnis = register.read_register(tmp_path / "r.txt")

    assert verzeichnis.gebiete == ERWARTET
    assert verzeichnis.stand == date(2023, 11, 30)


@pytest.mark.parametrize("kodierung", ["utf-8-sig", "cp1252"])
def test_auch_aeltere_zeichensaetze_werden_gelesen(tmp_path: Path, kodierung: str) -> None:
    (tmp_path / "r.txt").write_bytes(auszug().encode(kodierung))

    assert register.read_register(tmp_path / "r.txt").gebiete == ERWARTET


def test_gepackt_wie_die_behoerde_es_liefert(tmp_path: Path) -> None:
    (tmp_path / "r.xz").write_bytes(lzma.compress(auszug().encode()))
    with zipfile.ZipFile(tmp_path / "r.zip", "w") as archive:
        archive.writestr("Hinweise.txt", "Datensatzbeschreibung")
        archive.writestr("GV100AD_301123.txt", auszug())

    assert register.read_register(tmp_path / "r.xz").gebiete == ERWARTET
    assert register.read_register(tmp_path / "r.zip").gebiete == ERWARTET


def test_was_kein_verzeichnis_ist_wird_abgelehnt(tmp_path: Path) -> None:
    faelle = {
        "gibt es nicht": None,
        "enthält keine Gemeinden": b"Liebe Kolleginnen,\nanbei die Liste.\n",
        "nennt keinen gültigen Gebietsstand": satz("60", "08999003", "X", "64")
        .replace("20231130", "20231399")
        .encode(),
        "ist beschädigt.": lzma.compress(auszug().encode()).replace(b"\xfd7zXZ\x00", b"\xfd7zXZ\x01"),
        "ist nicht vollständig": lzma.compress(auszug().encode())[:-40],
        "ist nicht vollständig.": auszug().encode()[:-600],
        "ist beschädigt oder verschlüsselt": b"PK\x03\x04quatsch",
    }
    for nr, (text, inhalt) in enumerate(faelle.items()):
        datei = tmp_path / f"r{nr}"
        if inhalt is not None:
            datei.write_bytes(inhalt)
        with pytest.raises(NetzintFehler) as caught:
            register.read_register(datei)
        assert (caught.value.ausgang, "destatis.de" in caught.value.hinweis) == (Ausgang.AUFRUF, True)
        assert text in caught.value.text


def test_eine_packung_die_sich_aufblaeht_wird_nicht_ausgepackt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "HOECHSTENS", 1000)
    (tmp_path / "r.xz").write_bytes(lzma.compress(auszug().encode()))

    with pytest.raises(NetzintFehler, match="zu groß"):
        register.read_register(tmp_path / "r.xz")


def test_die_datei_laesst_sich_vermerken(buero: Path, tmp_path: Path) -> None:
    assert register.find_remembered(buero) is None
    register.remember(buero, tmp_path / "r.txt")

    assert register.find_remembered(buero) == (tmp_path / "r.txt").resolve()


@pytest.mark.skipif(not AMTLICH.exists(), reason="Das amtliche Verzeichnis liegt nur neben dem Arbeitsbaum")
def test_das_amtliche_verzeichnis_hat_1101_gemeinden_und_die_44_kreise() -> None:
    gebiete = register.read_register(AMTLICH).gebiete
    arten = Counter(g.status or g.art for g in gebiete)
    kreise = {(g.kurz, g.ags[:5]) for g in gebiete if g.art == "landkreis" or g.status == "stadtkreis"}

    assert arten == {"gemeinde": 785, "stadt": 212, "grosse_kreisstadt": 95, "stadtkreis": 9, "landkreis": 35}
    assert kreise == {(kreis.name, kreis.ags) for kreis in KREISE}
    assert len({g.ags for g in gebiete}) == len(gebiete)
    assert max(Counter((g.name, g.art) for g in gebiete).values()) == 2
