"""Tables that fit the screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netzint.cli.tabelle import bloecke, is_too_wide, tabelle, wrap
from netzint.cli.zeichen import width

ZELLEN = st.text("ab ä-日", max_size=40)


def test_eine_tabelle_steht_in_spalten_auch_mit_umlauten() -> None:
    zeilen = tabelle(["Ort", "Gröo\u0308ße"], [["日本", "1"], ["Öhringen", "22\n"]])

    assert zeilen[0].startswith("Ort       Gr")
    assert {width(z[: z.index("1" if "1" in z else "2")]) for z in zeilen[2:]} == {10}
    assert "⟨U+000A⟩" in zeilen[3]


def test_die_breiteste_spalte_gibt_nach_und_kennungen_bleiben_ganz() -> None:
    assert tabelle(
        ["Titel", "Kennung"], [["Genehmigung der letzten Niederschrift", "niederschrift-sg-2026-02"]], 48
    ) == [
        "Titel                   Kennung",
        "──────────────────────  ────────────────────────",
        "Genehmigung der         niederschrift-sg-2026-02",
        "letzten Niederschrift",
    ]


def test_was_auch_so_nicht_passt_bricht_hinter_bindestrichen() -> None:
    assert tabelle(["Titel", "Kennung"], [["Beschlussfähigkeit", "bericht-ag-demokratiebildung"]], 38) == [
        "Titel               Kennung",
        "──────────────────  ──────────────────",
        "Beschlussfähigkeit  bericht-ag-",
        "                    demokratiebildung",
    ]


def test_ein_wort_bleibt_ganz_auch_wenn_es_zu_breit_ist() -> None:
    assert wrap("eine Donaudampfschifffahrt", 10) == ["eine", "Donaudampfschifffahrt"]


@given(st.lists(st.tuples(ZELLEN, ZELLEN, ZELLEN), max_size=4), st.integers(0, 60))
def test_umbrechen_verliert_nichts_und_wird_nie_breiter(zeilen: list[tuple[str, str, str]], breite: int) -> None:
    kopf = ("A", "B", "C")
    whole, fitted = tabelle(kopf, zeilen), tabelle(kopf, zeilen, breite)

    assert "".join(sorted("".join(whole).replace("─", "").replace(" ", ""))) == "".join(
        sorted("".join(fitted).replace("─", "").replace(" ", ""))
    )
    assert max(map(width, fitted)) <= max(map(width, whole))


def test_auf_schmalem_bildschirm_steht_jede_zeile_fuer_sich() -> None:
    kopf = ("Kennung", "Worum es geht", "Am")
    rows = (
        ("ag-demokratiebildung", "Fahrten zu Sprachkursen im ländlichen Raum", "1.2.2026"),
        ("he-1", "", "2.2.2026"),
    )

    assert is_too_wide(kopf, rows, 38)
    assert not is_too_wide(kopf, rows, 40)
    assert not is_too_wide(kopf, rows, 80)
    assert bloecke(kopf, rows, 40) == [
        "Kennung        ag-demokratiebildung",
        "Worum es geht  Fahrten zu Sprachkursen",
        "               im ländlichen Raum",
        "Am             1.2.2026",
        "",
        "Kennung        he-1",
        "Am             2.2.2026",
    ]


@given(st.lists(st.tuples(ZELLEN, ZELLEN, ZELLEN), max_size=5), st.integers(30, 79))
def test_in_bloecken_geht_kein_wort_verloren(zeilen: list[tuple[str, str, str]], breite: int) -> None:
    said = "".join("".join(line[1:].split()) for line in bloecke(("X", "Y", "Z"), zeilen, breite))

    assert said == "".join("".join(zelle.split()) for zeile in zeilen for zelle in zeile)
