"""What the Kommunen of the register are called, and how they are found."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.modell.gebiet import Gebiet, Verzeichnis, sort_gebiete

VERZEICHNIS = Verzeichnis(
    date(2023, 11, 30),
    sort_gebiete(
        [
            Gebiet("08212000", "Karlsruhe, Stadt", "stadt", "stadtkreis"),
            Gebiet("08215", "Karlsruhe", "landkreis"),
            Gebiet("08115003", "Böblingen, Stadt", "stadt", "grosse_kreisstadt"),
        ]
    ),
)


@pytest.mark.parametrize(
    ("gebiet", "name", "kurz"),
    [
        (Gebiet("08115003", "Böblingen, Stadt", "stadt"), "Stadt Böblingen", "Böblingen"),
        (Gebiet("08115001", "Aidlingen", "gemeinde"), "Gemeinde Aidlingen", "Aidlingen"),
        (Gebiet("08115", "Böblingen", "landkreis"), "Landkreis Böblingen", "Böblingen"),
        (Gebiet("08317", "Ortenaukreis", "landkreis"), "Ortenaukreis", "Ortenaukreis"),
        (Gebiet("08119", "Rems-Murr-Kreis", "landkreis"), "Rems-Murr-Kreis", "Rems-Murr-Kreis"),
    ],
)
def test_eine_kommune_heisst_wie_man_sie_nennt(gebiet: Gebiet, name: str, kurz: str) -> None:
    assert (gebiet.name, gebiet.kurz) == (name, kurz)


def test_die_fuenf_ziffern_eines_stadtkreises_meinen_die_stadt() -> None:
    found = VERZEICHNIS.find("08212")

    assert found is not None
    assert found.ags == "08212000"
    assert VERZEICHNIS.find("08 115 003") == VERZEICHNIS.gebiete[0]
    assert VERZEICHNIS.find("08999") is None


@pytest.mark.parametrize(
    ("text", "ags"),
    [
        ("boeb", ["08115003"]),
        ("BÖBLINGEN", ["08115003"]),
        ("karlsruhe", ["08212000", "08215"]),
        ("0821", ["08212000", "08215"]),
    ],
)
def test_gesucht_wird_nach_namen_und_schluesseln(text: str, ags: list[str]) -> None:
    assert [gebiet.ags for gebiet in VERZEICHNIS.search(text)] == ags


def test_wer_genau_so_heisst_steht_vorn() -> None:
    ulm = [
        Gebiet("08125065", "Neckarsulm, Stadt", "stadt"),
        Gebiet("08125110", "Obersulm", "gemeinde"),
        Gebiet("08421000", "Ulm, Universitätsstadt", "stadt", "stadtkreis"),
    ]

    assert [g.ags for g in VERZEICHNIS._replace(gebiete=tuple(ulm)).search("ulm")] == [
        "08421000", "08125065", "08125110",
    ]  # fmt: skip


def test_der_kreis_ergibt_sich_aus_dem_schluessel() -> None:
    kreis = VERZEICHNIS.gebiete[0].kreis

    assert kreis is not None
    assert kreis.name == "Böblingen"
