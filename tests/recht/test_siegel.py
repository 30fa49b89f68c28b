"""The Siegel of a wording: rewrapping keeps it, a changed word breaks it."""

from __future__ import annotations

import textwrap
import unicodedata
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netzint.modell.empfehlung import Empfehlungsfassung
from netzint.recht.siegel import canonical_bytes, fold_text, pruefsumme, siegel
from tests.bau import hefassung

MINISTERIUM = {"stelle": "ministerium", "rolle": "federfuehrend", "frist": "2027-06-30"}
STAEDTETAG = {"stelle": "staedtetag", "rolle": "beteiligt"}

WOERTER = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=12)
SAETZE = st.lists(WOERTER, min_size=1, max_size=30)
ABSAETZE = st.lists(SAETZE, min_size=1, max_size=4)


def fassung(**felder: Any) -> Empfehlungsfassung:
    """A wording as it stands in a file."""
    return Empfehlungsfassung.model_validate(hefassung(**felder))


def wrap(absaetze: list[list[str]], breite: int) -> str:
    """Paragraphs as an editor wraps them at a column, without taking words apart."""
    wrapper = textwrap.TextWrapper(width=breite, break_long_words=False, break_on_hyphens=False)
    return "\n\n".join(wrapper.fill(" ".join(words)) for words in absaetze) + "\n"


def test_das_siegel_laesst_sich_von_hand_nachrechnen() -> None:
    sealed = fassung(
        wortlaut="Die Kommunen informieren\nmehrsprachig.\n\nAuch „leicht“.\n", adressaten=[STAEDTETAG, MINISTERIUM]
    )
    canonical = (
        '{"adressaten":[{"frist":"2027-06-30","rolle":"federfuehrend","stelle":"ministerium"},'
        '{"frist":null,"rolle":"beteiligt","stelle":"staedtetag"}],'
        '"massnahme":"Mustertexte in zehn Sprachen.",'
        '"pruefbar":"Zahl der Kommunen mit Mustertexten",'
        '"wortlaut":"Die Kommunen informieren mehrsprachig.\\n\\nAuch „leicht“."}'
    ).encode()

    assert canonical_bytes(sealed) == canonical
    assert siegel(sealed) == f"n1:{sha256(canonical).hexdigest()}"


def test_dieses_siegel_gilt_fuer_immer() -> None:
    assert siegel(fassung()) == "n1:6ceeea622ce27dd466c5879cd914601edf2b25f8d7c797c780dc81d6e0b1ade6"


def test_die_pruefsumme_von_bytes() -> None:
    assert pruefsumme(b"") == "n1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    ("text", "gefaltet"),
    [
        ("Ein Satz.\n", "Ein Satz."),
        ("Ein Satz.", "Ein Satz."),
        ("Ein \t Satz.  \n\n\n", "Ein Satz."),
        ("Ein\nSatz.", "Ein Satz."),
        ("Ein\r\nSatz.\r\n\r\nNoch einer.", "Ein Satz.\n\nNoch einer."),
        ("Eins.\n \n\t\n\nZwei.\n", "Eins.\n\nZwei."),
        ("\n\nEins.", "Eins."),
        ("1. eins\n2. zwei", "1. eins 2. zwei"),
        ("Bund-Länder-\nProgramm", "Bund-Länder- Programm"),
        ("u\u0308ber", "über"),
        ("§\u00a05", "§\u00a05"),
        (" \n", ""),
    ],
)
def test_ein_text_wird_von_den_zufaellen_des_umbruchs_befreit(text: str, gefaltet: str) -> None:
    assert fold_text(text) == gefaltet


@given(ABSAETZE, st.integers(1, 120), st.integers(1, 120))
def test_neu_umbrochen_bleibt_das_siegel(absaetze: list[list[str]], breite: int, andere: int) -> None:
    before = fassung(wortlaut=wrap(absaetze, breite), massnahme=wrap(absaetze, andere))
    after = fassung(wortlaut=wrap(absaetze, andere).rstrip(), massnahme=wrap(absaetze, breite).replace("\n", "  \r\n"))

    assert siegel(before) == siegel(after)


@given(ABSAETZE, st.data())
def test_ein_geaendertes_wort_bricht_das_siegel(absaetze: list[list[str]], data: st.DataObject) -> None:
    nr = data.draw(st.integers(0, len(absaetze) - 1))
    stelle = data.draw(st.integers(0, len(absaetze[nr]) - 1))
    new = data.draw(WOERTER)
    assume(unicodedata.normalize("NFC", new) != unicodedata.normalize("NFC", absaetze[nr][stelle]))
    changed = [list(words) for words in absaetze]
    changed[nr][stelle] = new

    assert siegel(fassung(wortlaut=wrap(absaetze, 60))) != siegel(fassung(wortlaut=wrap(changed, 60)))


@given(ABSAETZE)
def test_die_zerlegte_schreibweise_gibt_dasselbe_siegel(absaetze: list[list[str]]) -> None:
    text = wrap(absaetze, 70)

    assert siegel(fassung(wortlaut=text)) == siegel(fassung(wortlaut=unicodedata.normalize("NFD", text)))


@given(ABSAETZE)
def test_zweimal_gefaltet_ist_wie_einmal(absaetze: list[list[str]]) -> None:
    once = fold_text(wrap(absaetze, 40))

    assert fold_text(once) == once


def test_eine_absatzgrenze_gehoert_zum_wortlaut() -> None:
    assert siegel(fassung(wortlaut="Eins.\nZwei.\n")) != siegel(fassung(wortlaut="Eins.\n\nZwei.\n"))


@given(st.permutations([MINISTERIUM, STAEDTETAG, {**STAEDTETAG, "frist": "2027-01-31"}]))
def test_die_reihenfolge_der_adressaten_ist_gleichgueltig(adressaten: list[dict[str, str]]) -> None:
    given_order = [MINISTERIUM, STAEDTETAG, {**STAEDTETAG, "frist": "2027-01-31"}]

    assert siegel(fassung(adressaten=adressaten)) == siegel(fassung(adressaten=given_order))


@pytest.mark.parametrize(
    "geaendert",
    [
        {"wortlaut": "Die Kommunen informieren zweisprachig.\n"},
        {"massnahme": "Mustertexte in elf Sprachen.\n"},
        {"pruefbar": "Zahl der Kommunen"},
        {"wortlaut": "Mustertexte in zehn Sprachen.\n", "massnahme": "Die Kommunen informieren mehrsprachig.\n"},
        {"adressaten": [MINISTERIUM]},
        {"adressaten": [{"stelle": "ministerium", "rolle": "beteiligt"}]},
        {"adressaten": [{"stelle": "staedtetag", "rolle": "federfuehrend"}]},
        {"adressaten": [{"stelle": "ministerium", "rolle": "federfuehrend"}, STAEDTETAG]},
    ],
)
def test_was_zum_beschluss_gehoert_bricht_das_siegel(geaendert: dict[str, Any]) -> None:
    assert siegel(fassung(**geaendert)) != siegel(fassung())


@pytest.mark.parametrize("anders", [{"nr": "7"}, {"vom": "2026-01-01"}, {"eingereicht": None}])
def test_was_nicht_zum_wortlaut_gehoert_laesst_das_siegel_ganz(anders: dict[str, Any]) -> None:
    assert siegel(fassung(**anders)) == siegel(fassung())
