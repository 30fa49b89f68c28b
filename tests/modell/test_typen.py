"""Every scalar is text; the field's type gives it its meaning, and nothing is guessed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from netzint.modell.typen import (
    Anteil,
    AnteilWert,
    Bis,
    Datum,
    JaNein,
    Monatstag,
    Uhrzeit,
    Von,
    Zahl,
)

DATUM: TypeAdapter[date] = TypeAdapter(Datum)
VON: TypeAdapter[date] = TypeAdapter(Von)
BIS: TypeAdapter[date] = TypeAdapter(Bis)
ZAHL: TypeAdapter[int] = TypeAdapter(Zahl)
JA_NEIN: TypeAdapter[bool] = TypeAdapter(JaNein)
ANTEIL: TypeAdapter[Anteil] = TypeAdapter(AnteilWert)
UHRZEIT: TypeAdapter[str] = TypeAdapter(Uhrzeit)


@given(st.dates())
def test_jeder_tag_wird_so_gelesen_wie_er_geschrieben_steht(tag: date) -> None:
    assert DATUM.validate_python(tag.isoformat()) == tag


@pytest.mark.parametrize(
    "text",
    [
        "3.12.2026",
        "2026-2-3",
        "2026-02-30",
        "2025-02-29",
        "1700000000",
        "2026-12-03T00:00",
        "heute",
        "",
        "2026-12",
        "٢٠٢٦-١٢-٠٣",
    ],
)
def test_was_kein_tag_ist_wird_nicht_erraten(text: str) -> None:
    with pytest.raises(ValidationError):
        DATUM.validate_python(text)


@given(st.integers(1, 9998), st.integers(1, 12))
def test_ein_monat_beginnt_am_ersten_und_endet_vor_dem_naechsten(jahr: int, monat: int) -> None:
    text = f"{jahr:04}-{monat:02}"
    first, last = VON.validate_python(text), BIS.validate_python(text)

    assert (first.day, (last + timedelta(days=1)).day) == (1, 1)
    assert first.month == last.month == monat
    assert str(first) == str(last) == text
    assert isinstance(first, Monatstag)


@pytest.mark.parametrize("text", ["2026-00", "2026-13", "202-01", "2026-1"])
def test_einen_monat_den_es_nicht_gibt_gibt_es_nicht(text: str) -> None:
    with pytest.raises(ValidationError):
        VON.validate_python(text)


@given(st.integers(0, 999_999_999))
def test_jede_ganze_zahl_ab_null_wird_gelesen(zahl: int) -> None:
    assert ZAHL.validate_python(str(zahl)) == zahl


@pytest.mark.parametrize("text", ["0123", "-1", "1.0", "1_000", "1e3", "0x1F", "", " 1", "١", "+1", True, 1.0])
def test_was_keine_ganze_zahl_ist_bleibt_draussen(text: object) -> None:
    with pytest.raises(ValidationError):
        ZAHL.validate_python(text)


@pytest.mark.parametrize(("text", "wert"), [("ja", True), ("nein", False)])
def test_ja_und_nein_sind_wahrheitswerte(text: str, wert: bool) -> None:  # noqa: FBT001 - the value is what is tested
    assert JA_NEIN.validate_python(text) is wert


@pytest.mark.parametrize("text", ["yes", "no", "true", "Ja", "NEIN", "1", "on", ""])
def test_was_andere_programme_fuer_wahr_halten_gilt_nicht(text: str) -> None:
    with pytest.raises(ValidationError):
        JA_NEIN.validate_python(text)


@pytest.mark.parametrize("text", ["mehr_als_1/2", "mindestens_2/3", "mindestens_1/1"])
def test_ein_anteil_bleibt_wie_er_geschrieben_steht(text: str) -> None:
    assert str(ANTEIL.validate_python(text)) == text


@pytest.mark.parametrize("text", ["1/2", "mehr_als_3/2", "mindestens_0/3", "mehr_als_1/0", "50%", "mehr_als_1/2 "])
def test_was_kein_anteil_ist_wird_abgelehnt(text: str) -> None:
    with pytest.raises(ValidationError):
        ANTEIL.validate_python(text)


@pytest.mark.parametrize("text", ["24:00", "9:30", "09:60", "0930", "09:30 Uhr"])
def test_eine_uhrzeit_hat_vier_ziffern(text: str) -> None:
    with pytest.raises(ValidationError):
        UHRZEIT.validate_python(text)
