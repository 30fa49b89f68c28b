"""Items of a list come in, go and move; the other items keep their lines, and each its own comments."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzint.ablage.bearbeiten.baum import find_weg, read_baum
from netzint.ablage.bearbeiten.feld import insert_punkt, move_punkt, set_feld
from netzint.ablage.leser.datei import parse
from netzint.ablage.umsetzen import to_dateien
from netzint.ablage.yamltext import to_wert
from netzint.modell.befund import Feldpfad
from netzint.modell.fehler import NetzintFehler
from netzint.vorgaenge.aenderung import Aenderung, Einfuegen, Setzen, Verschieben
from tests.ablage.test_bearbeiten_zufall import WERTE
from tests.ablage.zufallstexte import dateien

SITZUNG = """\
gremium: strategiegruppe
tagesordnung:                   # die Reihenfolge zählt
  # immer zuerst
  - kennung: begruessung
    titel: Begrüßung

  # strittig,
  # lange reden
  - kennung: he-2026-04         # neu
    titel: Erstinformation
    verlauf: |
      Erstens.

      Zweitens.
    # hier kommt die Abstimmung hin

  - kennung: verschiedenes
    titel: Verschiedenes
# Ende
"""


def _move(text: str, *feld: str | int, nach: int) -> str:
    return move_punkt(text.encode(), feld, nach).decode()


def test_ein_top_zieht_mit_allen_seinen_kommentaren_um() -> None:
    assert (
        _move(SITZUNG, "tagesordnung", 1, nach=0)
        == """\
gremium: strategiegruppe
tagesordnung:                   # die Reihenfolge zählt
  # strittig,
  # lange reden
  - kennung: he-2026-04         # neu
    titel: Erstinformation
    verlauf: |
      Erstens.

      Zweitens.
    # hier kommt die Abstimmung hin

  # immer zuerst
  - kennung: begruessung
    titel: Begrüßung

  - kennung: verschiedenes
    titel: Verschiedenes
# Ende
"""
    )


def test_ein_neuer_punkt_steht_vor_dem_der_seine_nummer_hatte_und_vor_dessen_kommentaren() -> None:
    top = {"kennung": "neu", "titel": "Ganz neu"}

    vorn = insert_punkt(SITZUNG.encode(), ("tagesordnung", 0), top).decode()
    assert "zählt\n  - kennung: neu\n    titel: Ganz neu\n  # immer zuerst\n  - kennung: begr" in vorn
    mitte = insert_punkt(SITZUNG.encode(), ("tagesordnung", 1), top).decode()
    assert "Begrüßung\n  - kennung: neu\n    titel: Ganz neu\n\n  # strittig,\n" in mitte
    ende = insert_punkt(SITZUNG.encode(), ("tagesordnung", 3), top).decode()
    assert "Verschiedenes\n  - kennung: neu\n    titel: Ganz neu\n# Ende" in ende


def test_in_klammern_wird_getauscht_und_die_kommas_bleiben_stehen() -> None:
    assert _move("a: [b,c, {d: 1}]  # k\n", "a", 2, nach=0) == "a: [{d: 1},b, c]  # k\n"
    assert insert_punkt(b"a: [b, c]  # k\n", ("a", 1), "x") == b"a: [b, x, c]  # k\n"
    with pytest.raises(NetzintFehler, match="berühren"):
        _move("a: [b, # wessen?\n  c]\n", "a", 1, nach=0)


def test_ein_punkt_der_letzten_zeile_ohne_umbruch_laesst_sich_verschieben() -> None:
    assert _move("a:\r\n- b\r\n- c: 1\r\n  d: 2", "a", 1, nach=0) == "a:\r\n- c: 1\r\n  d: 2\r\n- b"


def test_eine_liste_die_fehlt_oder_leer_ist_nimmt_den_ersten_punkt_auf() -> None:
    assert insert_punkt(b"a: 1\n", ("b", 0), "x") == b"a: 1\nb: [x]\n"
    assert insert_punkt(b"a: []\n", ("a", 0), {"b": "x y"}) == b"a:\n  - b: x y\n"


@pytest.mark.parametrize("feld", [("a", 3), ("a", "b"), ("b", 1), ("c", 0), ("a",)])
def test_eine_stelle_die_es_nicht_gibt_wird_genannt(feld: Feldpfad) -> None:
    with pytest.raises(NetzintFehler, match="passt nicht"):
        insert_punkt(b"a: [x, y]\nc: text\n", feld, "neu")
    with pytest.raises(NetzintFehler, match="passt nicht"):
        move_punkt(b"a: [x, y]\nc: text\n", feld, 0)


def test_hinter_das_ende_laesst_sich_nichts_verschieben() -> None:
    with pytest.raises(NetzintFehler, match="passt nicht"):
        move_punkt(b"a: [x, y]\n", ("a", 0), 2)


def test_verschiedene_zeilenenden_zwischen_den_punkten_gehoeren_erst_in_form() -> None:
    with pytest.raises(NetzintFehler) as fehler:
        move_punkt(b"a:\n  - b\r\n  - c\n", ("a", 0), 1)
    assert "netzint formatieren" in fehler.value.hinweis


def test_ein_vorgang_streicht_verschiebt_und_setzt_ein_in_einer_datei() -> None:
    wer = ("sitzung", "sg-2026-03")
    schritte = (
        Setzen(*wer, ("tagesordnung", 0), None),
        Verschieben(*wer, ("tagesordnung", 1), 0),
        Einfuegen(*wer, ("tagesordnung", 1), {"titel": "Frei: Aussprache", "kennung": "frei"}),
        Setzen(*wer, ("tagesordnung", 2, "nummer"), "3"),
    )
    pfad = "daten/sitzungen/sg-2026-03.yaml"

    nachher = to_dateien(Aenderung("x", "X", gesetzt=schritte), {pfad: SITZUNG.encode()}.get)[pfad]

    tops: Any = (parse(nachher).wert or {})["tagesordnung"]
    assert [(top["kennung"], top.get("nummer")) for top in tops] == [
        ("verschiedenes", None),
        ("frei", None),
        ("he-2026-04", "3"),
    ]
    assert b'  # lange reden\n  - kennung: he-2026-04         # neu\n    nummer: "3"\n' in nachher


def _listen(wert: Any, feld: Feldpfad = ()) -> list[Feldpfad]:
    innen = wert.items() if isinstance(wert, dict) else enumerate(wert) if isinstance(wert, list) else ()
    return [
        *([feld] if isinstance(wert, list) and wert else []),
        *(f for n, k in innen for f in _listen(k, (*feld, n))),
    ]


def _draw_liste(vorher: bytes, data: st.DataObject) -> tuple[Feldpfad, list[Any]]:
    bestehend: Any = parse(vorher).wert
    listen = _listen(bestehend)
    if not listen:
        return (), []
    feld = data.draw(st.sampled_from(listen), label="liste")
    for teil in feld:
        bestehend = bestehend[teil]
    return feld, bestehend


def _with(data: bytes, feld: Feldpfad, liste: list[Any]) -> Any:
    wert: Any = parse(data).wert
    innen = wert
    for teil in feld[:-1]:
        innen = innen[teil]
    innen[feld[-1]] = liste
    return wert


def _lines(data: bytes) -> list[bytes]:
    return [line.strip(b" -\r") for line in data.split(b"\n")]


@given(dateien(), st.data())
@settings(max_examples=200, deadline=None)
def test_beliebiges_verschieben_vertauscht_nur_zeilen_und_laesst_sich_zuruecknehmen(
    vorher: bytes, data: st.DataObject
) -> None:
    feld, alt = _draw_liste(vorher, data)
    if not alt:
        return
    von, nach = (data.draw(st.integers(0, len(alt) - 1), label=name) for name in ("von", "nach"))

    try:
        nachher = move_punkt(vorher, (*feld, von), nach)
    except NetzintFehler:
        return
    neu = [*alt[:von], *alt[von + 1 :]]
    neu.insert(nach, alt[von])
    assert parse(nachher).wert == _with(vorher, feld, neu)
    assert move_punkt(nachher, (*feld, nach), von) == vorher
    if not _is_in_klammern(vorher, feld):
        assert Counter(_lines(nachher)) == Counter(_lines(vorher))


@given(dateien(), st.data())
@settings(max_examples=200, deadline=None)
def test_beliebiges_einsetzen_fuegt_nur_zeilen_hinzu(vorher: bytes, data: st.DataObject) -> None:
    feld, alt = _draw_liste(vorher, data)
    if not alt:
        return
    nr = data.draw(st.integers(0, len(alt)), label="nr")
    wert = data.draw(WERTE, label="wert")

    try:
        nachher = insert_punkt(vorher, (*feld, nr), wert)
    except NetzintFehler:
        return
    assert parse(nachher).wert == _with(vorher, feld, [*alt[:nr], to_wert(wert), *alt[nr:]])
    if not _is_in_klammern(vorher, feld):
        assert not Counter(vorher.rstrip(b"\r\n").split(b"\n")) - Counter(_erste_gleich(vorher, nachher))


_SCHRITTE = st.tuples(st.sampled_from(["setzen", "entnehmen", "einsetzen", "verschieben"]), st.integers(0, 99), WERTE)


@given(dateien(), st.lists(_SCHRITTE, min_size=2, max_size=5))
@settings(max_examples=150, deadline=None)
def test_mehrere_schritte_an_einer_liste_bauen_aufeinander_auf(data: bytes, schritte: list[Any]) -> None:
    liste = next(iter(_listen(parse(data).wert)), ())
    soll = list(_at(data, liste)) if liste else []
    for art, zahl, wert in schritte:
        if not soll or (art == "entnehmen" and len(soll) == 1):
            return
        nr = zahl % len(soll)
        try:
            data = _perform(data, art, (*liste, nr), wert, len(soll) - 1 - nr)
        except NetzintFehler:
            return
        _perform_naiv(soll, art, nr, to_wert(wert))
        assert _at(data, liste) == soll


def _at(data: bytes, feld: Feldpfad) -> Any:
    wert: Any = parse(data).wert
    for teil in feld:
        wert = wert[teil]
    return wert


def _perform(data: bytes, art: str, feld: Feldpfad, wert: Any, nach: int) -> bytes:
    if art == "einsetzen":
        return insert_punkt(data, feld, wert)
    if art == "verschieben":
        return move_punkt(data, feld, nach)
    return set_feld(data, feld, wert if art == "setzen" else None)


def _perform_naiv(liste: list[Any], art: str, nr: int, wert: Any) -> None:
    if art == "einsetzen":
        liste.insert(nr, wert)
    elif art == "setzen":
        liste[nr] = wert
    else:
        alt = liste.pop(nr)
        if art == "verschieben":
            liste.insert(len(liste) - nr, alt)


def _erste_gleich(vorher: bytes, nachher: bytes) -> list[bytes]:
    """The lines after; a list behind a dash of its own begins with another one now, so that line is given back."""
    raw = nachher.rstrip(b"\r\n").split(b"\n")
    fehlt = Counter(vorher.rstrip(b"\r\n").split(b"\n")) - Counter(raw)
    for line in fehlt:
        assert line.lstrip(b" ").startswith(b"- - ") or line + b"\r" in raw, line
    return [*raw, *fehlt]


def _is_in_klammern(data: bytes, feld: Feldpfad) -> bool:
    return any(kind.knoten.klammern for kind in find_weg(read_baum(data.decode().replace("\r\n", "\n")), feld))
