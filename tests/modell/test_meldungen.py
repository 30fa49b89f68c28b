"""pydantic's errors become German sentences with exact places; nothing English reaches a user."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from netzint.ablage.leser.datei import parse
from netzint.modell.arten import ARTEN, art_of_pfad
from netzint.modell.befund import Befund, Feldpfad
from netzint.modell.codes_format import FORMAT
from netzint.modell.grund import Eintrag
from netzint.modell.meldungen import MELDUNGEN, to_befunde
from netzint.modell.sitzung import Sitzung
from tests import beispiel

ENGLISCH = re.compile(
    r"\b(input|should|valid|field|required|extra|string|the|is not|expected|type|value|at least)\b", re.IGNORECASE
)
VERDREHT: tuple[Any, ...] = ([], ["x"], {}, {"x": "y"}, "", "x" * 500, "Ä ö", "-1", "2026-02-30", "yes", [["x"]], [{}])


def walk(value: Any, feld: Feldpfad = ()) -> Iterator[Feldpfad]:
    """Every place in plain data, the root left out."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*feld, key)
        yield from walk(item, (*feld, key))


def replace(value: Any, feld: Feldpfad, neu: Any) -> Any:
    """The same data with one value replaced; ``None`` takes it out."""
    found = copy.deepcopy(value)
    parent = found
    for part in feld[:-1]:
        parent = parent[part]
    if neu is None:
        del parent[feld[-1]]
    else:
        parent[feld[-1]] = neu
    return found


def befunde(model: type[Eintrag], wert: dict[str, Any]) -> list[Befund]:
    """The findings about plain data, [] if they are an entry."""
    try:
        model.model_validate({"kennung": "x", **wert})
    except ValidationError as error:
        return to_befunde(error, wert, model)
    return []


def entries() -> list[tuple[str, type[Eintrag], dict[str, Any]]]:
    """The first entry of each kind of the example."""
    found: dict[str, tuple[str, type[Eintrag], dict[str, Any]]] = {}
    for name, text in beispiel.load().items():
        place = art_of_pfad(f"daten/{name}")
        wert = parse(text.encode()).wert
        if place and wert and len(text) > len(found.get(place[0].name, ("", Sitzung, {}))[0]):
            found[place[0].name] = (text, place[0].model, wert)
    return list(found.values())


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry[1].__name__)
def test_jeder_verdrehte_wert_bekommt_deutsche_befunde_an_seinem_ort(
    entry: tuple[str, type[Eintrag], dict[str, Any]],
) -> None:
    _, model, wert = entry
    seen = 0
    for feld in walk(wert):
        for neu in (*VERDREHT, None):
            damaged = replace(wert, feld, neu)
            for befund in befunde(model, damaged):
                seen += 1
                assert not ENGLISCH.search(befund.text), befund
                assert befund.text.endswith("."), befund
                assert befund.feld[: len(feld) - 1] == feld[:-1], (befund, feld)
    assert seen > 20


def test_jede_meldung_hat_ihren_eintrag_im_katalog() -> None:
    assert {m.code for m in MELDUNGEN.values()} <= {entry.code for entry in FORMAT}


def test_jede_art_ist_im_beispiel_oder_in_den_mitgelieferten_beispielen() -> None:
    assert {m.__name__ for _, m, _ in entries()} >= {art.klasse for art in ARTEN} - {"Ausnahme"}


def test_ein_verschriebener_schluessel_wird_erkannt() -> None:
    found = befunde(Sitzung, {"gremum": "strategiegruppe", "datum": "2026-12-03"})

    assert [(b.code, b.feld, b.hinweis) for b in found if b.code == "F101"] == [
        ("F101", ("gremum",), "Meinten Sie „gremium“?")
    ]


def test_ein_verschriebener_wert_wird_mit_den_moeglichen_genannt() -> None:
    found = befunde(Sitzung, {"gremium": "strategiegruppe", "datum": "2026-12-03", "form": "presenz"})

    assert [(b.code, b.hinweis) for b in found] == [
        ("F108", "Meinten Sie „praesenz“? Möglich: praesenz, video, hybrid.")
    ]


@pytest.mark.parametrize("statt", [["2026-12-03"], {"am": "2026-12-03"}])
def test_eine_liste_statt_eines_wertes_wird_so_genannt_und_der_wert_gezeigt(statt: object) -> None:
    found = befunde(Sitzung, {"gremium": "strategiegruppe", "datum": statt, "form": statt})

    assert [(b.code, b.feld) for b in found] == [("F109", ("datum",)), ("F109", ("form",))]
    assert ["2026-12-03" in found[0].hinweis, "praesenz, video" in found[1].hinweis] == [True, True]


def test_ein_endloser_wert_macht_keinen_endlosen_befund() -> None:
    found = befunde(Sitzung, {"gremium": "strategiegruppe", "datum": "9" * 900, "form": "x" * 900, "k" * 900: "x"})

    assert {b.code for b in found} == {"F103", "F108", "F101"}
    assert max(len(b.text) for b in found) < 120
