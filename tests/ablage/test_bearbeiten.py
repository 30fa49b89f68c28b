"""Editing one field: only its lines change, byte for byte; what cannot be edited so is refused."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.ablage.bearbeiten import zeilen
from netzint.ablage.bearbeiten.feld import apply, set_feld
from netzint.ablage.bearbeiten.text import Dokument
from netzint.modell.befund import Feldpfad
from netzint.modell.fehler import NetzintFehler
from netzint.modell.klartext import Klartext

MITGLIED = """\
# Erfundenes Beispiel

name: 'Erika Beispiel'          # nicht echt
aemter:
  - {von: 2019-05-01, stelle: stadt-musterstadt, amt: leitung, funktion: "Oberbürgermeisterin"}
mandate:
  # das erste
  - gremium: strategiegruppe
    sitz: sitz-kommunen-stadt
    von: 2025-03-01             # seit der Benennung
    # beim Ende: bis: 2026-10-31

  - gremium: ag-beispiel        # das zweite
    rolle: gast
# Ende der Datei
"""


def _edit(text: str, *feld: str | int, wert: Klartext | None) -> str:
    return set_feld(text.encode(), feld, wert).decode()


def _changed(vorher: str, nachher: str) -> tuple[list[str], list[str]]:
    """The lines that differ, without what is equal at both ends."""
    alt, neu = vorher.splitlines(), nachher.splitlines()
    while alt and neu and alt[0] == neu[0]:
        del alt[0], neu[0]
    while alt and neu and alt[-1] == neu[-1]:
        del alt[-1], neu[-1]
    return alt, neu


def test_ein_wert_wird_gesetzt_und_der_kommentar_dahinter_behaelt_seine_spalte() -> None:
    nachher = _edit(MITGLIED, "mandate", 0, "von", wert=date(2025, 4, 1))

    assert _changed(MITGLIED, nachher) == (
        ["    von: 2025-03-01             # seit der Benennung"],
        ["    von: 2025-04-01             # seit der Benennung"],
    )
    assert _edit("ja: 9          # dafür\n", "ja", wert=10) == "ja: 10         # dafür\n"
    assert _edit("ja: 9 # dafür\n", "ja", wert=1000) == "ja: 1000 # dafür\n"


def test_ein_neues_feld_steht_am_ende_seines_blocks_vor_dem_was_danach_kommt() -> None:
    nachher = _edit(MITGLIED, "mandate", 0, "bis", wert=date(2026, 10, 31))

    alt, neu = _changed(MITGLIED, nachher)
    assert (alt, neu) == ([], ["    bis: 2026-10-31"])
    assert "# seit der Benennung\n    bis: 2026-10-31\n    # beim Ende" in nachher


def test_ein_neues_feld_steht_dort_wo_die_ordnung_es_will() -> None:
    def ordnung(feld: Feldpfad) -> tuple[str, ...]:
        return ("gremium", "sitz", "rolle", "von", "bis") if feld == ("mandate", 0) else ()

    nachher = set_feld(MITGLIED.encode(), ("mandate", 0, "rolle"), "ordentlich", ordnung=ordnung).decode()

    assert "    sitz: sitz-kommunen-stadt\n    rolle: ordentlich\n    von: 2025" in nachher


def test_ein_neues_feld_kann_auch_an_den_anfang_kommen() -> None:
    nachher = set_feld(b"x:\n  - b: 1  # b\n    c: 2\n", ("x", 0, "a"), "neu", ordnung=lambda _: ("a", "b", "c"))

    assert nachher == b"x:\n  - a: neu\n    b: 1  # b\n    c: 2\n"


def test_ein_listenpunkt_wird_hinter_dem_letzten_angehaengt() -> None:
    neu: Klartext = {"gremium": "AG Neu", "benannt": {"durch": "staedtetag", "am": date(2026, 1, 2)}}

    assert _changed(MITGLIED, _edit(MITGLIED, "mandate", 2, wert=neu)) == (
        [],
        ["  - gremium: AG Neu", "    benannt: {durch: staedtetag, am: 2026-01-02}"],
    )


def test_ein_geloeschtes_feld_nimmt_seinen_kommentar_mit_die_darueber_bleiben() -> None:
    assert _changed(MITGLIED, _edit(MITGLIED, "mandate", 0, "von", wert=None))[1] == []
    ohne = _edit(MITGLIED, "mandate", 0, wert=None)
    assert "  # das erste\n    # beim Ende: bis: 2026-10-31\n\n  - gremium: ag-beispiel" in ohne


def test_mit_dem_letzten_inhalt_geht_auch_was_leer_bliebe() -> None:
    assert _edit("a:\n  b:\n    - c\nd: 1\n", "a", "b", 0, wert=None) == "d: 1\n"
    assert _edit("a:\n  - b: 1\n  - c: 2\n", "a", 0, "b", wert=None) == "a:\n  - {}\n  - c: 2\n"
    with pytest.raises(NetzintFehler, match="leer"):
        _edit("a: 1\n", "a", wert=None)


def test_der_erste_schluessel_hinter_einem_strich_laesst_sich_loeschen() -> None:
    assert _edit("x:\n  - a: 1  # weg\n    b: 2\n", "x", 0, "a", wert=None) == "x:\n  - b: 2\n"
    assert _edit("x:\n  - a: 1\n    # b\n    b: 2\n", "x", 0, "a", wert=None) == "x:\n  -\n    # b\n    b: 2\n"


def test_was_unterwegs_fehlt_entsteht_mit() -> None:
    assert _edit("a: 1\n", "b", "c", 0, wert="x") == "a: 1\nb: {c: [x]}\n"
    with pytest.raises(NetzintFehler, match="passt nicht"):
        _edit("a: 1\n", "b", 1, wert="x")
    with pytest.raises(NetzintFehler, match="passt nicht"):
        _edit("a: 1\n", "a", "b", wert="x")


def test_zeilenenden_und_fehlender_letzter_umbruch_bleiben() -> None:
    assert set_feld(b"a: 1\r\nb: 2\r\n", ("a",), "x\ny\n") == b"a: |\r\n  x\r\n  y\r\nb: 2\r\n"
    assert set_feld(b"a: 1\nb: 2", ("b",), "x") == b"a: 1\nb: x"
    assert set_feld(b"a: 1\nb: 2", ("c",), "x") == b"a: 1\nb: 2\nc: x"
    assert set_feld(b"a: 1\nb: 2", ("b",), None) == b"a: 1"


def test_andere_einrueckung_bleibt() -> None:
    assert _edit("a:\n- b: 1\n- c: 2\n", "a", 2, wert="x") == "a:\n- b: 1\n- c: 2\n- x\n"
    assert _edit("a:\n    b: 1\n", "a", "c", wert="x y") == "a:\n    b: 1\n    c: x y\n"
    assert _edit("a: |\n     eins\n     zwei\n", "a", wert="eins\ndrei\n") == "a: |\n     eins\n     drei\n"


def test_in_klammern_wird_in_klammern_geaendert() -> None:
    assert _edit("a: {b: 1, c: [x]}  # k\n", "a", "c", 1, wert="w") == "a: {b: 1, c: [x, w]}  # k\n"
    assert _edit("a: {b: 1, c: [x]}\n", "a", "b", wert=None) == "a: {c: [x]}\n"
    assert _edit("a: {b: 1, c: [x]}\n", "a", "c", wert=None) == "a: {b: 1}\n"
    assert _edit("a: {b: 'x'}\n", "a", "c", wert="Köln") == "a: {b: 'x', c: \"Köln\"}\n"
    assert _edit("a: [b,\n    c]  # k\n", "a", 2, wert="d") == "a: [b,\n    c, d]  # k\n"
    assert _edit("a: []\n", "a", 0, wert="b") == "a: [b]\n"


def test_eine_zu_lange_klammer_wird_zum_block_und_behaelt_ihre_anfuehrungszeichen() -> None:
    nachher = _edit(MITGLIED, "aemter", 0, "bis", wert=date(2026, 10, 31))

    assert _changed(MITGLIED, nachher)[1] == [
        "  - von: 2019-05-01",
        "    stelle: stadt-musterstadt",
        "    amt: leitung",
        '    funktion: "Oberbürgermeisterin"',
        "    bis: 2026-10-31",
    ]


def test_prosa_in_klammern_macht_sie_zum_block() -> None:
    nachher = _edit("a: {b: 1}          # k\nc: 2\n", "a", "d", wert="x\ny\n")

    assert nachher == "a:                 # k\n  b: 1\n  d: |\n    x\n    y\nc: 2\n"
    with pytest.raises(NetzintFehler) as fehler:
        _edit("a: [b,  # k\n  c]\n", "a", 0, wert="x\ny\n")
    assert "netzint formatieren DATEI" in fehler.value.hinweis


def test_ein_block_wird_nur_an_den_unterschieden_geaendert() -> None:
    vorher = "top:\n  - kennung: a   # A\n    titel: 'Eins'\n  - kennung: c   # C\nz: 1\n"
    wert: Klartext = [{"kennung": "a", "titel": "Eins"}, {"kennung": "b"}, {"kennung": "c"}]

    assert _changed(vorher, _edit(vorher, "top", wert=wert)) == ([], ["  - {kennung: b}"])


def test_was_der_leser_ablehnt_wird_nicht_bearbeitet() -> None:
    with pytest.raises(NetzintFehler, match="L302") as fehler:
        _edit("a: 1\na: 2\n", "a", wert=3)
    assert "formatieren" in fehler.value.hinweis


def test_ein_unzulaessiges_zeichen_kommt_nicht_in_die_datei() -> None:
    for zeichen in ("\t", "\u200b", "\ud800", "u\u0308", "\x00", "\r"):
        with pytest.raises(NetzintFehler):
            _edit("a: 1\n", "a", wert=f"x{zeichen}y")


def test_ein_ergebnis_das_nicht_stimmt_wird_nie_geschrieben(monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(dok: Dokument, *_: object) -> None:
        dok.splice(3, 4, "9")

    monkeypatch.setattr(zeilen, "replace", replace)

    assert _edit("a: 1\n", "a", wert=9) == "a: 9\n"
    with pytest.raises(NetzintFehler, match="berühren"):
        _edit("a: 1\n", "a", wert=8)


def test_mehrere_felder_nacheinander() -> None:
    assert apply(b"a: 1\n", [(("b",), ["x"]), (("b", 1), "w"), (("a",), None)]) == b"b: [x, w]\n"
