"""A key that is missing comes where the model has it, in every example of every kind whatever its lines end with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from netzint.ablage.bearbeiten.feld import insert_punkt, set_feld
from netzint.ablage.formatieren.form import feldordnung
from netzint.ablage.leser.datei import parse
from netzint.ablage.mitgeliefert import read_beispiele
from netzint.modell.arten import NACH_NAME
from netzint.modell.befund import Feldpfad

BEISPIELE = sorted((art, beispiel.text.encode()) for art, beispiel in read_beispiele().items())


def _knoten(wert: Any, feld: Feldpfad = ()) -> Iterator[Feldpfad]:
    """All values that have siblings."""
    kinder = list(wert.items() if isinstance(wert, dict) else enumerate(wert) if isinstance(wert, list) else ())
    for name, kind in kinder:
        if len(kinder) > 1:
            yield (*feld, name)
        yield from _knoten(kind, (*feld, name))


def _at(wert: Any, feld: Feldpfad) -> Any:
    for teil in feld:
        wert = wert[teil]
    return wert


def _formen(text: bytes) -> Iterator[bytes]:
    yield text
    yield text.replace(b"\n", b"\r\n")
    yield text.rstrip(b"\n")


@pytest.mark.parametrize(("art", "text"), BEISPIELE, ids=[art for art, _ in BEISPIELE])
def test_was_entnommen_und_wieder_gesetzt_wird_steht_an_seinem_alten_platz(art: str, text: bytes) -> None:
    ordnung = feldordnung(NACH_NAME[art].model)
    for data in _formen(text):
        wert = parse(data).wert
        for feld in _knoten(wert):
            if isinstance(feld[-1], str) and not ordnung(feld[:-1]):
                continue  # what stood there before a correction has no order of its own
            ohne = set_feld(data, feld, None, ordnung=ordnung)
            zurueck = insert_punkt if isinstance(feld[-1], int) else set_feld
            wieder = zurueck(ohne, feld, _at(wert, feld), ordnung=ordnung)

            assert str(parse(wieder).wert) == str(wert), feld  # the order of keys, too
            assert wieder.endswith(b"\n") == data.endswith(b"\n")
            assert (b"\r\n" in wieder) == (b"\r\n" in data)
