"""New entries as text: what is written is read back as the same, by our reader and by others, without a warning."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from netzint.ablage.leser.datei import parse
from netzint.ablage.leser.zeichen import check_zeichen, iter_schlechte
from netzint.ablage.yamltext import dump, dump_eintrag, to_wert
from netzint.modell.grund import Eintrag
from tests.ablage.zufallstexte import TEXTE
from tests.bau import (
    arbeitsgruppe,
    beschluss,
    empfehlung,
    fassung,
    geschaeftsordnung,
    hefassung,
    make,
    mandat,
    mitglied,
    netzwerk,
    sitzung,
    stelle,
    thema,
    top,
)

EINTRAEGE: tuple[Eintrag, ...] = (
    netzwerk(),
    geschaeftsordnung(
        fassung(amtszeit="60"), {**fassung("2026-01-01"), "quellen": {"strategiegruppe.sitze": "„zwölf“"}}
    ),
    stelle("stadt-musterstadt", "stadt", ags="08999001", anschrift="Weg 1\n70000 Ort\n", bis="2027-12"),
    mitglied(mandate=[mandat(), mandat(bis="2026-01-31", ende={"grund": "abberufen", "am": "2026-01-30"})]),
    thema(),
    arbeitsgruppe(verlaengerungen=[{"ab": "2027-01-01", "bis": "2027-06-30", "beschluss": "sg-2026-01/x"}]),
    empfehlung(fassungen=[hefassung(), hefassung(nr="2", wortlaut="Eins.\n\n  - zwei\n")]),
    sitzung(
        beginn="10:00",
        einladung={"versandt": "2026-02-12", "verteiler": ["ministerium-1", "staedtetag-1"], "inhalt": "n1:ab"},
        tagesordnung=[top(nummer="1", oeffentlich="ja", beschluesse=[beschluss(befangen=["staedtetag-1"])])],
        anwesend=["ministerium-1", {"mitglied": "staedtetag-3", "fuer": "staedtetag-1"}],
        abweichung=[{"regel": "S301", "grund": "Es war so."}],
    ),
    make("ziel", "ziel-x", titel="Teilhabe: für alle", beschreibung="Eins # zwei", ab="2026-01-01"),
)


def _read_back(data: bytes, eintrag: Eintrag) -> Eintrag:
    gelesen = parse(data)
    assert gelesen.befunde == ()
    return type(eintrag).model_validate({"kennung": eintrag.kennung, **(gelesen.wert or {})})


@pytest.mark.parametrize("eintrag", EINTRAEGE, ids=lambda eintrag: type(eintrag).__name__)
def test_ein_eintrag_kommt_als_derselbe_zurueck(eintrag: Eintrag) -> None:
    assert _read_back(dump_eintrag(eintrag), eintrag) == eintrag


def _is_erlaubt(text: str) -> bool:
    """What the strict reader lets into a file at all."""
    return not any(iter_schlechte(text)) and not check_zeichen(text)


@given(TEXTE.filter(_is_erlaubt), TEXTE.filter(_is_erlaubt))
@settings(max_examples=400, deadline=None)
def test_jeder_text_kommt_als_derselbe_zurueck(eins: str, zwei: str) -> None:
    vorher = make("ziel", "ziel-x", titel="T", beschreibung=f"{eins}x", ab="2026-01-01", frueher=[
        {"beschreibung": zwei or "x", "bis": "2025-12-31"},
        {"beschreibung": eins + "\n" + zwei, "bis": "2025-01"},
    ])  # fmt: skip

    assert _read_back(dump_eintrag(vorher), vorher) == vorher


SCHLUESSEL = TEXTE.filter(lambda text: len(text) < 300 and _is_erlaubt(text))
"""YAML takes keys of at most 1024 characters."""
WERTE: st.SearchStrategy[Any] = st.recursive(
    st.one_of(TEXTE.filter(_is_erlaubt), st.integers(0, 999), st.booleans(), st.dates(date(2020, 1, 1))),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(SCHLUESSEL, inner, max_size=3)),
    max_leaves=8,
)


@given(st.dictionaries(SCHLUESSEL, WERTE, min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_auch_andere_programme_lesen_genau_das(wert: dict[str, Any]) -> None:
    data = dump(wert)

    gelesen = parse(data)
    assert (gelesen.wert, gelesen.befunde) == (to_wert(wert), ())
    assert parse(data, pur=True) == gelesen
    assert yaml.load(data, Loader=yaml.CBaseLoader) == gelesen.wert  # noqa: S506 - texts only
    assert _texte(yaml.safe_load(data)) == _texte(wert)


def _texte(wert: Any) -> Any:
    """Texts as they are, everything else as netzint spells it: other programs must not take a text for a number."""
    if isinstance(wert, dict):
        return {_texte(key): _texte(item) for key, item in wert.items()}
    if isinstance(wert, list):
        return [_texte(item) for item in wert]
    if isinstance(wert, str):
        return {"ja": True, "nein": False}.get(wert, wert)
    return wert


def test_kurzes_und_geschlossenes_steht_in_klammern_prosa_im_block() -> None:
    wert: dict[str, Any] = {
        "datum": date(2026, 12, 3),
        "beginn": "10:00",
        "oeffentlich": False,
        "ort": "Stuttgart, Haus der Beispiele",
        "einladung": {"versandt": date(2026, 11, 12), "verteiler": ["ministerium-1", "staedtetag-1"]},
        "gaeste": [{"stelle": "staedtetag", "funktion": "Frau X"}, {"stelle": "gemeindetag"}],
        "leer": [],
        "verlauf": "Eins.\nZwei.\n",
    }

    assert (
        dump(wert).decode()
        == """\
datum: 2026-12-03
beginn: "10:00"
oeffentlich: nein
ort: Stuttgart, Haus der Beispiele
einladung: {versandt: 2026-11-12, verteiler: [ministerium-1, staedtetag-1]}
gaeste:
  - stelle: staedtetag
    funktion: Frau X
  - {stelle: gemeindetag}
leer: []
verlauf: |
  Eins.
  Zwei.
"""
    )


def test_was_nicht_in_die_zeile_passt_bekommt_zeilen() -> None:
    assert dump({"a": ["kennung-lang"] * 6}).count(b"\n") == 1
    assert dump({"a": ["kennung-lang"] * 7}).count(b"\n") == 8


@pytest.mark.parametrize(
    ("text", "zeilen"),
    [
        ("a\nb\n", "|\n  a\n  b\n"),
        ("a\nb", "|-\n  a\n  b\n"),
        ("  a\nb\n", "|2\n    a\n  b\n"),
        ("\n  a\n", "|2\n\n    a\n"),
        ("a  \nb\n", "|\n  a  \n  b\n"),
        ("a\n\n", '"a\\n\\n"\n'),
        ("a\n  \nb\n", '"a\\n  \\nb\\n"\n'),
    ],
)
def test_zeilen_stehen_im_block_oder_wo_das_nicht_sicher_ist_in_anfuehrungszeichen(text: str, zeilen: str) -> None:
    assert dump({"t": text}).decode() == f"t: {zeilen}"
