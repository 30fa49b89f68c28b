"""Editing one field of any file to any value: what is promised holds for all of them."""

from __future__ import annotations

import copy
import re
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from netzint.ablage.bearbeiten.baum import find_weg, read_baum, to_plain
from netzint.ablage.bearbeiten.feld import set_feld
from netzint.ablage.leser.datei import parse
from netzint.ablage.leser.genau import find_positionen
from netzint.ablage.yamltext import to_wert
from netzint.modell.befund import Feldpfad
from netzint.modell.fehler import NetzintFehler
from netzint.modell.klartext import Klartext
from tests.ablage.zufallstexte import TEXTE, dateien

WERTE: st.SearchStrategy[Any] = st.recursive(
    st.one_of(TEXTE, TEXTE, st.integers(0, 10**6), st.booleans(), st.dates(date(2020, 1, 1), date(2030, 1, 1))),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["name", "neu", "stand", "wer da"]), inner, max_size=3),
    ),
    max_leaves=6,
)


def _stellen(wert: Any, feld: Feldpfad = ()) -> list[Feldpfad]:
    """The paths of all values, and of those that could be added."""
    if isinstance(wert, dict):
        innen = [stelle for name, kind in wert.items() for stelle in _stellen(kind, (*feld, name))]
        return [feld, *innen, (*feld, "neu")]
    if isinstance(wert, list):
        innen = [stelle for nr, kind in enumerate(wert) for stelle in _stellen(kind, (*feld, nr))]
        return [feld, *innen, (*feld, len(wert))]
    return [feld]


def _set(wert: Any, feld: Feldpfad, neu: Klartext) -> Any:
    ziel = copy.deepcopy(wert)
    innen: Any = ziel
    for teil in feld[:-1]:
        innen = innen[teil]
    if isinstance(innen, list) and feld[-1] == len(innen):
        innen.append(to_wert(neu))
    else:
        innen[feld[-1]] = to_wert(neu)
    return ziel


@given(dateien(), st.data())
@settings(max_examples=400, deadline=None)
def test_beliebige_aenderungen_treffen_nur_ihre_zeilen(vorher: bytes, data: st.DataObject) -> None:
    bestehend = parse(vorher).wert
    assert bestehend is not None
    feld = data.draw(st.sampled_from(_stellen(bestehend)[1:]), label="feld")
    neu = data.draw(WERTE, label="wert")

    try:
        nachher = set_feld(vorher, feld, neu)
    except NetzintFehler:
        return
    assert parse(nachher).wert == _set(bestehend, feld, neu)
    assert len(parse(nachher).befunde) <= len(parse(vorher).befunde)
    assert set_feld(nachher, feld, neu) == nachher
    _assert_umgebung_gleich(vorher, nachher, feld)


def test_was_in_einem_fliesstext_wie_ein_kommentar_aussieht_geht_mit_ihm() -> None:
    vorher = b"a: 1\r\ntitel: >\r\n\r\n # Kommentar 2.\r\n"
    nachher = set_feld(vorher, ("titel",), [])

    assert parse(vorher).wert == {"a": "1", "titel": "\n# Kommentar 2.\n"}
    assert nachher == b"a: 1\r\ntitel: []\r\n"
    _assert_umgebung_gleich(vorher, nachher, ("titel",))


@given(dateien(), st.data())
@settings(max_examples=200, deadline=None)
def test_beliebige_loeschungen_treffen_nur_ihre_zeilen(vorher: bytes, data: st.DataObject) -> None:
    bestehend: Any = parse(vorher).wert
    feld = data.draw(st.sampled_from([f for f in _stellen(bestehend)[1:] if _has(bestehend, f)]), label="feld")

    try:
        nachher = set_feld(vorher, feld, None)
    except NetzintFehler:
        return
    assert parse(nachher).wert == _remove(bestehend, feld)
    assert set_feld(nachher, ("fehlt", 3), None) == nachher
    if b"[" not in vorher and b"{" not in vorher + nachher:  # what is left was there before, in the same order
        alle = iter(zeile.lstrip(b" -") for zeile in vorher.splitlines())
        lines = (zeile.lstrip(b" -") for zeile in nachher.splitlines())
        geblieben = [zeile for zeile in lines if zeile]  # a dash may be left alone, its item's next key below it
        assert all(any(zeile == alt for alt in alle) for zeile in geblieben)


def _has(wert: Any, feld: Feldpfad) -> bool:
    for teil in feld:
        if teil not in (wert if isinstance(wert, dict) else range(len(wert))):
            return False
        wert = wert[teil]
    return True


def _remove(wert: Any, feld: Feldpfad) -> Any:
    """Without the value, and without the keys that this leaves empty."""
    name, rest = feld[0], feld[1:]
    if isinstance(wert, list):
        bleibt = [_remove(wert[int(name)], rest)] if rest else []
        return [*wert[: int(name)], *bleibt, *wert[int(name) + 1 :]]
    ersatz = _remove(wert[name], rest) if rest else None
    return {key: ersatz if key == name else item for key, item in wert.items() if key != name or ersatz}


@given(dateien())
@settings(max_examples=100, deadline=None)
def test_beide_parser_sehen_denselben_baum_mit_denselben_werten(data: bytes) -> None:
    text = data.decode().replace("\r\n", "\n")

    assert read_baum(text) == read_baum(text, pur=True)
    assert to_plain(read_baum(text)) == parse(data).wert


@given(dateien(), st.data())
@settings(max_examples=100, deadline=None)
def test_der_gleiche_wert_aendert_nichts(vorher: bytes, data: st.DataObject) -> None:
    wert: Any = parse(vorher).wert
    feld = data.draw(st.sampled_from([f for f in _stellen(wert) if f and f[-1] != "neu"]))
    for teil in feld:
        if isinstance(wert, list) and teil == len(wert):
            return
        wert = wert[teil]

    assert set_feld(vorher, feld, wert) == vorher


def _anker(data: bytes, feld: Feldpfad) -> Feldpfad:
    """The node whose lines may change: what stands in brackets may change their lines."""
    weg = find_weg(read_baum(data.decode().replace("\r\n", "\n")), feld)
    klammer = next((nr for nr, kind in enumerate(weg) if kind.knoten.klammern), len(feld))
    return feld[: klammer + 1]


def _prosa(data: bytes, feld: Feldpfad) -> str:
    """All text in a value: a line with a „#“ is no comment if it stands in a block scalar."""
    wert: Any = parse(data).wert
    for teil in feld:
        wert = wert[teil]
    return "\n".join(_blaetter(wert))


def _blaetter(wert: Any) -> list[str]:
    if isinstance(wert, str):
        return [wert]
    return [blatt for kind in (wert.values() if isinstance(wert, dict) else wert) for blatt in _blaetter(kind)]


def _assert_umgebung_gleich(vorher: bytes, nachher: bytes, feld: Feldpfad) -> None:
    """Every line above the node and below it is the same, byte for byte, and no comment outside of it is lost."""
    feld = _anker(vorher, feld)
    werte, schluessel = find_positionen(vorher)
    alt, neu = vorher.splitlines(keepends=True), nachher.splitlines(keepends=True)
    if feld not in werte:  # something new: all that was there is still there
        offen = iter(nachher.splitlines())
        assert all(any(zeile == other for other in offen) for zeile in vorher.splitlines())
        return
    innen = [ort for f, ort in werte.items() if f[: len(feld)] == feld]
    oben = min(ort.zeile for ort in [*innen, schluessel.get(feld, werte[feld])]) - 1
    while isinstance(feld[-1], int) and not alt[oben].lstrip().startswith(b"-"):
        oben -= 1  # the dash stands on a line of its own
    assert alt[:oben] == neu[:oben]
    danach = [ort.zeile - 1 for f, ort in (werte | schluessel).items() if ort > max(innen)]
    grenze = min(danach, default=len(alt))
    zeile_innen = max(ort.zeile for ort in innen)
    kommentare = [zeile for zeile in alt[zeile_innen:grenze] if re.match(rb" *#", zeile)]
    kommentare = [zeile for zeile in kommentare if zeile.decode().strip() not in _prosa(vorher, feld)]
    assert alt[grenze:] == neu[len(neu) - (len(alt) - grenze) :]
    assert [zeile for zeile in neu if zeile in kommentare] == kommentare
