"""Every value that is offered for correction is found by the path under which it is offered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from netzint.modell.angabenpfade import Wert, iter_werte
from netzint.modell.arten import ARTEN
from netzint.modell.fehler import NetzintFehler
from netzint.modell.grund import Eintrag
from netzint.modell.klartext import Klartext
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.berichtigen import berichtigen
from tests.bau import STICHTAG
from tests.beispiel import read_beispiel


def _type(wert: Klartext | None) -> str:
    """As a person types it."""
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, list):
        return "".join(f"{_type(item)};" for item in wert)
    return f"{wert:%d.%m.%Y}" if isinstance(wert, date) and wert.day != 1 else str("" if wert is None else wert)


def _berichtige(entry: Eintrag, pfad: str, wert: str) -> Aenderung | None:
    return berichtigen(
        read_beispiel(), [], stichtag=STICHTAG, kennung=entry.kennung, zu="", werte={pfad: wert}, grund="Irrtum.",
        beschluss=None, am=None,
    )  # fmt: skip


def _all(ordner: str) -> Iterator[tuple[Eintrag, Wert]]:
    entries = getattr(read_beispiel(), ordner).values()
    yield from ((entry, wert) for entry in entries for wert in iter_werte(entry))


ORDNER = [art.ordner for art in ARTEN if art.ordner and getattr(read_beispiel(), art.ordner, None)]


@pytest.mark.parametrize("ordner", ORDNER)
def test_jede_angabe_die_gezeigt_wird_laesst_sich_unter_ihrem_namen_angeben(ordner: str) -> None:
    """The same value again is nothing to do: so the path led to it, and the value was read as it stands there."""
    seen = 0
    for entry, (pfad, _, wert) in _all(ordner):
        if isinstance(wert, list) and any("\n" in str(item) for item in wert):
            continue  # prose of several lines is changed by ``beschlussvorlage aendern``
        assert _berichtige(entry, pfad, _type(wert)) is None, (entry.kennung, pfad, wert)
        seen += 1
    assert seen > 3


def test_ein_anderer_wert_steht_an_genau_dieser_stelle() -> None:
    changed = 0
    for entry, (pfad, feld, wert) in _all("mitglieder"):
        if feld != "funktion" or wert is None:
            continue
        done = _berichtige(entry, pfad, "Anderes Amt")
        assert done is not None
        assert [step.feld[-1] for step in done.gesetzt] == [feld, len(entry.berichtigungen)]
        changed += 1
    assert changed > 5


def test_ein_pfad_ins_leere_nennt_was_es_gibt() -> None:
    entry = next(iter(read_beispiel().mitglieder.values()))
    with pytest.raises(NetzintFehler) as refused:
        _berichtige(entry, "mandat.1.von", "2025-01-01")

    assert refused.value.hinweis == "Meinten Sie „mandate“?"
