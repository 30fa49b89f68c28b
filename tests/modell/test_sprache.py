"""German for people."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell import sprache
from netzint.modell.kennung import is_kennung

TAG = date(2026, 12, 3)


def test_daten_werden_ausgeschrieben() -> None:
    assert sprache.datum(TAG) == "3. Dezember 2026"
    assert sprache.kurzdatum(TAG) == "03.12.2026"
    assert sprache.wochentag(TAG) == "Donnerstag"


@pytest.mark.parametrize(
    ("teile", "erwartet"), [([], ""), (["a"], "a"), (["a", "b"], "a und b"), (["a", "b", "c"], "a, b und c")]
)
def test_aufzaehlungen_enden_mit_und(teile: list[str], erwartet: str) -> None:
    assert sprache.aufzaehlung(teile) == erwartet


@pytest.mark.parametrize(
    ("titel", "kennung"),
    [
        ("Öffentlichkeitsarbeit", "oeffentlichkeitsarbeit"),
        ("Bericht zur Lage (neu)", "bericht-zur-lage-neu"),
        ("2027", "punkt-2027"),
        ("…", "punkt"),
        ("Con", "punkt-con"),
        ("Straße & Maß", "strasse-mass"),
        ("Integrationsbeauftragtenverzeichnisfortschreibung", "integrationsbeauftragtenverzeichnisforts"),
    ],
)
def test_aus_einem_titel_wird_eine_lesbare_kennung(titel: str, kennung: str) -> None:
    assert sprache.to_kennung(titel) == kennung


@given(st.text(max_size=200))
def test_jeder_titel_gibt_eine_kennung(titel: str) -> None:
    assert is_kennung(sprache.to_kennung(titel))
