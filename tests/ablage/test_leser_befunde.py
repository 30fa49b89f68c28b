"""Every code of the reader: provoked, placed, explained in German, and the same from both parsers."""

from __future__ import annotations

import re
import unicodedata

import pytest

from netzint.ablage.leser.datei import parse
from netzint.ablage.leser.syntax import ALLGEMEIN, translate
from netzint.ablage.leser.zeichen import clean_text, iter_schlechte
from netzint.modell.befund import Schwere
from netzint.modell.codes_lesen import LESEN, NACH_CODE
from tests.ablage.leserfaelle import FAELLE, Fall
from tests.ablage.test_pfade import PFADFAELLE

_NAMEN = [f"{fall.code}-{fall.data[:24]!r}" for fall in FAELLE]
_ENGLISCH = re.compile(
    r"\b(found|expected|while|mapping values|not allowed|cannot|scanning|parsing|context|block end)\b"
)


@pytest.mark.parametrize("fall", FAELLE, ids=_NAMEN)
def test_der_befund_steht_an_seiner_stelle(fall: Fall) -> None:
    befunde = parse(fall.data).befunde

    assert (fall.code, fall.zeile, fall.spalte) in [(b.code, b.zeile, b.spalte) for b in befunde]


@pytest.mark.parametrize("fall", FAELLE, ids=_NAMEN)
def test_ein_fehler_gibt_keinen_wert_und_eine_warnung_schon(fall: Fall) -> None:
    gelesen = parse(fall.data)

    assert (gelesen.wert is None) == any(b.schwere is Schwere.FEHLER for b in gelesen.befunde)


@pytest.mark.parametrize("fall", FAELLE, ids=_NAMEN)
def test_ohne_libyaml_sind_die_befunde_dieselben(fall: Fall) -> None:
    assert parse(fall.data, pur=True) == parse(fall.data)


@pytest.mark.parametrize("fall", FAELLE, ids=_NAMEN)
def test_jeder_befund_ist_deutsch_und_nennt_abhilfe(fall: Fall) -> None:
    for befund in parse(fall.data).befunde:
        assert not _ENGLISCH.search(befund.text + befund.hinweis)
        assert befund.text != ALLGEMEIN
        assert befund.hinweis
        assert befund.schwere is NACH_CODE[befund.code].schwere


@pytest.mark.parametrize("fall", FAELLE, ids=_NAMEN)
def test_der_schnelle_weg_hat_jeden_fall_erkannt(fall: Fall) -> None:
    """A case that the fast reader would take for clean would never be reported."""
    assert parse(fall.data).befunde


def test_jeder_code_hat_seinen_fall() -> None:
    assert {e.code for e in LESEN} == {fall.code for fall in FAELLE} | set(PFADFAELLE)
    assert len({e.code for e in LESEN}) == len(LESEN)


def test_jeder_code_ist_ganz_beschrieben() -> None:
    for eintrag in LESEN:
        assert all((eintrag.titel, eintrag.warum, eintrag.abhilfe, eintrag.beispiel)), eintrag.code


def test_kein_schlechtes_zeichen_kommt_durch() -> None:
    """The ranges are written out; Python's own table is the witness that none is missing."""
    for number in range(0x110000):
        char = chr(number)
        bad = unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} and char != "\n"
        if bad:
            assert any(iter_schlechte(char)), f"U+{number:04X}"
            if unicodedata.category(char) != "Cs":
                assert clean_text(f"a: x{char}y".encode()) is None, f"U+{number:04X}"


def test_auf_dem_schnellen_weg_ist_alles_nfc() -> None:
    for number in range(0xD800):
        text = f"a: x{chr(number)}\u0308" if number > 127 else f"a: x{chr(number)}"
        single = f"a: x{chr(number)}"
        if not unicodedata.is_normalized("NFC", single):
            assert clean_text(single.encode()) is None, f"U+{number:04X}"
        if not unicodedata.is_normalized("NFC", text):
            assert clean_text(text.encode()) is None


def test_ein_buchstabe_ist_kein_schlechtes_zeichen() -> None:
    assert not any(iter_schlechte("äöüßÄÖÜ „“–…§€ abcxyz 0123456789 ~!@#$%^&*()_+{}[]|\\:;'<>?,./ ﬁ 漢 😀"))


# Every sentence in libyaml 0.1 (scanner.c, parser.c) that can reach a file in UTF-8 without control characters.
LIBYAML = """\
block sequence entries are not allowed in this context
mapping keys are not allowed in this context
mapping values are not allowed in this context
could not find expected ':'
could not find expected directive name
did not find expected '!'
did not find expected ',' or ']'
did not find expected ',' or '}'
did not find expected '-' indicator
did not find expected <document start>
did not find expected alphabetic or numeric character
did not find expected comment or line break
did not find expected digit or '.' character
did not find expected hexdecimal number
did not find expected key
did not find expected node content
did not find expected tag URI
did not find expected version number
did not find expected whitespace
did not find expected whitespace or line break
did not find the expected '>'
did not find URI escaped octet
found a tab character that violates indentation
found a tab character where an indentation space is expected
found an indentation indicator equal to 0
found character that cannot start any token
found duplicate %TAG directive
found duplicate %YAML directive
found extremely long version number
found incompatible YAML document
found invalid Unicode character escape code
found undefined tag handle
found unexpected ':'
found unexpected document indicator
found unexpected end of stream
found unexpected non-alphabetical character
found unknown directive name
found unknown escape character
"""


@pytest.mark.parametrize("satz", LIBYAML.splitlines())
def test_jeder_satz_von_libyaml_ist_uebersetzt(satz: str) -> None:
    assert translate(satz) != ALLGEMEIN
    assert not _ENGLISCH.search(translate(satz))


def test_ein_doppelter_schluessel_nennt_beide_zeilen_und_keinen_roman() -> None:
    texts = [parse(data).befunde[0].text for data in (b"a: b\nc: d\na: e\n", b"a: {b: c, b: d}\n")]

    assert texts == [
        "Der Schlüssel „a“ steht zweimal: in Zeile 1 und in Zeile 3",
        "Der Schlüssel „b“ steht zweimal in Zeile 1",
    ]
    assert len(parse(b"%b: x\n" % (b"k" * 900) * 2).befunde[0].text) < 120


def test_ein_unbekannter_satz_wird_nie_englisch_weitergegeben() -> None:
    assert translate("something new went wrong") == ALLGEMEIN
