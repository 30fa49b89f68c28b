"""Streams whose last byte looks like half an end of line."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from netzint.dokumente import pdf
from netzint.dokumente.pdfende import mark_ends
from tests.dokumente.test_pdf import maengel, setze

pytestmark = pytest.mark.no_cover

UNKLAR = re.compile(rb"\r\nendstream")


def test_ein_wagenruecklauf_am_ende_der_daten_wird_eindeutig(monkeypatch: pytest.MonkeyPatch) -> None:
    """About one document in sixty has such a stream; a validator then counts its data one byte too short."""
    monkeypatch.setattr(pdf, "mark_ends", lambda data: data)
    roh = next(data for n in range(1000) if UNKLAR.search(data := setze(f"# Titel {n}\n\nText {n * n}")))

    assert {text.partition(":")[0] for text in maengel(roh)} == {"PDFA3A-STREAM-LENGTH-001"}

    klar = mark_ends(roh)

    assert maengel(klar) == []
    assert len(klar) == len(roh) + len(UNKLAR.findall(roh))
    with pikepdf.open(io.BytesIO(klar)) as document:
        assert document.check_pdf_syntax() == []


def test_ein_pdf_ohne_solche_daten_bleibt_wie_es_ist() -> None:
    data = setze("# Titel")

    assert mark_ends(data) == data


def test_ein_unbekannter_aufbau_wird_nicht_geraten() -> None:
    with pytest.raises(ValueError, match="does not end where its length says"):
        mark_ends(b"1 0 obj\n<</Length 9>>\nstream\nkurz\nendstream\nendobj\n")
