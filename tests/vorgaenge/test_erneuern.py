"""What of the shipped files is renewed, and what is left because somebody had a hand in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.vorgaenge.erneuern import VERZEICHNIS, compare, is_erneuerbar, read_verzeichnis, write_verzeichnis

SCHEMA, ABLAUF = ".netzint/schemas/sitzung.json", ".gitlab-ci.yml"
ALT = {SCHEMA: b"schema 1\n", ABLAUF: b"ablauf 1\n"}
NEU = {SCHEMA: b"schema 2\n", ABLAUF: b"ablauf 2\n"}


def _gelegt(dateien: dict[str, bytes]) -> dict[str, bytes]:
    """As an earlier version laid them down."""
    return dateien | {VERZEICHNIS: write_verzeichnis(dateien)}


def test_was_niemand_angefasst_hat_wird_erneuert() -> None:
    assert compare(_gelegt(ALT), NEU) == (NEU | {VERZEICHNIS: write_verzeichnis(NEU)}, ())


def test_was_schon_neu_ist_bleibt() -> None:
    assert compare(_gelegt(NEU), NEU) == ({}, ())


def test_was_von_hand_geaendert_ist_bleibt_und_wird_genannt_auch_beim_naechsten_mal() -> None:
    vorhanden = _gelegt(ALT) | {ABLAUF: b"meiner\n"}
    erstes = compare(vorhanden, NEU)

    assert (erstes.nachher.get(ABLAUF), erstes.eigene) == (None, (ABLAUF,))
    danach = vorhanden | {pfad: data for pfad, data in erstes.nachher.items() if data is not None}
    assert compare(danach, NEU) == ({}, (ABLAUF,))
    assert compare(danach, NEU, auch_geaenderte=True) == ({ABLAUF: NEU[ABLAUF]}, ())


def test_was_geloescht_wurde_bleibt_weg_und_was_neu_dazukam_kommt() -> None:
    vorhanden = _gelegt(ALT)
    del vorhanden[ABLAUF]

    assert ABLAUF not in compare(vorhanden, NEU).nachher
    assert compare(vorhanden, NEU, auch_geaenderte=True).nachher[ABLAUF] == NEU[ABLAUF]
    assert compare(vorhanden, NEU | {"x.txt": b"x"}).nachher["x.txt"] == b"x"


def test_ein_schema_das_es_nicht_mehr_gibt_geht_wenn_es_unberuehrt_ist() -> None:
    altes = ALT | {".netzint/schemas/alt.json": b"alt\n"}

    assert compare(_gelegt(altes), NEU).nachher[".netzint/schemas/alt.json"] is None
    eigenes = _gelegt(altes) | {".netzint/schemas/alt.json": b"meins\n"}
    assert ".netzint/schemas/alt.json" not in compare(eigenes, NEU).nachher


def test_ein_gefaelschtes_verzeichnis_loescht_keinen_eintrag() -> None:
    eintrag = {"daten/stellen/ministerium.yaml": b"name: X\n"}

    assert set(compare(_gelegt(ALT | eintrag), NEU).nachher) == {SCHEMA, ABLAUF, VERZEICHNIS}


def test_ohne_verzeichnis_ist_nur_der_eigene_ordner_gewiss_unberuehrt() -> None:
    todo = compare(ALT, NEU)

    assert set(todo.nachher) == {SCHEMA, VERZEICHNIS}
    assert todo.eigene == (ABLAUF,)


@pytest.mark.parametrize("auch_geaenderte", [False, True])
def test_von_den_vorlagen_kommt_nur_was_fehlt(auch_geaenderte: bool) -> None:  # noqa: FBT001 (a parameter of the case)
    vorhanden = {"vorlagen/einladung.md.j2": b"eigene"}
    geliefert = {"vorlagen/einladung.md.j2": b"neue", "vorlagen/niederschrift.md.j2": b"noch eine"}
    todo = compare(vorhanden, geliefert, auch_geaenderte=auch_geaenderte)

    assert {pfad: data for pfad, data in todo.nachher.items() if pfad != VERZEICHNIS} == {
        "vorlagen/niederschrift.md.j2": b"noch eine"
    }
    assert todo.nachher[VERZEICHNIS] == b""
    assert todo.eigene == ()


@pytest.mark.parametrize("pfad", ["README.md", "daten/netzwerk.yaml", "daten/stellen/x.yaml"])
def test_eintraege_und_die_erste_seite_gehoeren_dem_netzwerk(pfad: str) -> None:
    assert not is_erneuerbar(pfad)
    assert is_erneuerbar("daten/README.md")
    assert is_erneuerbar("vorlagen/README.md")


@given(st.dictionaries(st.sampled_from(["a", "b c", ".netzint/ä"]), st.binary(max_size=9)), st.booleans())
def test_zweimal_erneuern_ist_wie_einmal(dateien: dict[str, bytes], mit_verzeichnis: bool) -> None:  # noqa: FBT001
    vorhanden: dict[str, bytes] = _gelegt(dateien) if mit_verzeichnis else dict(dateien)
    for pfad, data in compare(vorhanden, NEU).nachher.items():
        if data is None:
            del vorhanden[pfad]
        else:
            vorhanden[pfad] = data

    assert compare(vorhanden, NEU).nachher == {}
    assert set(read_verzeichnis(vorhanden[VERZEICHNIS]) or {}) == set(NEU)
