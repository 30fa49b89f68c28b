"""What netzint brings along for a new network."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from netzint.ablage.leser.datei import parse
from netzint.ablage.mitgeliefert import ZIELE, read_beigaben, read_beispiele
from netzint.modell.arten import ARTEN
from netzint.modell.geschaeftsordnung import Geschaeftsordnung
from netzint.recht.muster import fassung, gemo_bw

CHECKOUT = Path(__file__).parents[2]
QUELLE = CHECKOUT / "netzint" / "mitgeliefert"
BEIGABEN = read_beigaben()


def geschaeftsordnung(data: bytes) -> Geschaeftsordnung:
    gelesen = parse(data)
    assert gelesen.wert is not None
    return Geschaeftsordnung.model_validate({"kennung": "geschaeftsordnung", **gelesen.wert})


def test_die_mitgelieferte_geschaeftsordnung_ist_das_muster() -> None:
    assert geschaeftsordnung(BEIGABEN["daten/geschaeftsordnung.yaml"]).fassungen == (fassung(date(2020, 6, 1)),)


def test_das_andere_muster_gilt_wenn_man_seine_zeilen_tauscht() -> None:
    zeilen = BEIGABEN["daten/geschaeftsordnung.yaml"].decode().splitlines()
    start = next(n for n, zeile in enumerate(zeilen) if zeile.strip() == "# beschlussfaehigkeit:")
    auskommentiert = [zeile.replace("# ", "", 1) for zeile in zeilen[start : start + 3]]
    text = "\n".join([*zeilen[:start], *auskommentiert, *zeilen[start + 5 :]]) + "\n"

    assert geschaeftsordnung(text.encode()).fassungen == (fassung(date(2020, 6, 1), gemo_bw()),)


@pytest.mark.parametrize("kennung", ["ministerium", "gemeindetag", "staedtetag", "landkreistag"])
def test_ministerium_und_landesverbaende_heissen_wie_im_beispiel(kennung: str) -> None:
    pfad = f"daten/stellen/{kennung}.yaml"

    assert BEIGABEN[pfad] == (CHECKOUT / pfad).read_bytes()


def test_alles_mitgelieferte_kommt_an() -> None:
    quellen = {pfad.relative_to(QUELLE).as_posix() for pfad in QUELLE.rglob("*") if pfad.is_file()}
    eigene = {
        "README.md",
        *(name for name in quellen if name.startswith(("ausgaben/", "beispiele/", "schriften/", "vorlagen/"))),
    }
    gelegt = {name for name in quellen - eigene for quelle in ZIELE if name == quelle or name.startswith(f"{quelle}/")}

    assert quellen - eigene == gelegt
    ablaeufe = {f".github/workflows/netzint{name}.yml" for name in ("", "-kommentar", "-fristen")}
    assert {".gitattributes", ".gitignore", ".gitlab-ci.yml", *ablaeufe} <= set(BEIGABEN)


def test_die_vorlagen_sind_die_dieses_repositorys() -> None:
    eigene = {p.relative_to(CHECKOUT).as_posix(): p.read_bytes() for p in (CHECKOUT / "vorlagen").rglob("*.*")}

    assert {pfad: data for pfad, data in BEIGABEN.items() if pfad.startswith("vorlagen/")} == eigene


def test_jeder_ordner_hat_einen_hinweis_und_das_handbuch_liegt_darueber() -> None:
    assert {f"daten/{art.ordner}/README.md" for art in ARTEN if art.ordner} <= set(BEIGABEN)
    assert BEIGABEN["daten/README.md"] == (CHECKOUT / "daten" / "README.md").read_bytes()


def test_zu_jeder_art_gibt_es_genau_ein_beispiel() -> None:
    assert sorted(read_beispiele()) == sorted(art.name for art in ARTEN)
    assert len(list((QUELLE / "beispiele").rglob("*.yaml"))) == len(ARTEN)


def test_zeilenenden_sind_ueberall_lf_und_jede_datei_endet_mit_einer_zeile() -> None:
    texte = {pfad: data for pfad, data in BEIGABEN.items() if not pfad.endswith((".docx", ".odt"))}

    assert [pfad for pfad, data in texte.items() if b"\r" in data or not data.endswith(b"\n")] == []
    assert len(BEIGABEN) - len(texte) == 2


def test_die_einstellungen_des_editors_sind_lesbar() -> None:
    for pfad in (pfad for pfad in BEIGABEN if pfad.endswith(".json")):
        assert json.loads(BEIGABEN[pfad])


def test_mitgelieferte_daten_sind_streng_lesbar() -> None:
    gefunden = {
        p: parse(data).befunde for p, data in BEIGABEN.items() if p.startswith("daten/") and p.endswith(".yaml")
    }

    assert set(gefunden.values()) == {()}
