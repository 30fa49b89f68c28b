"""Streams whose last byte looks like half an end of line."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from netzint.dokumente import pdf
from netzint.dokumente.pdfende import mark_ends
from netzint.dokumente.pdfobjekte import Pdf, read_objekte, write_objekte
from tests.dokumente.test_pdf import maengel, setze

pytestmark = pytest.mark.no_cover

UNKLAR = re.compile(rb"\r\nendstream")


def test_ein_wagenruecklauf_am_ende_der_daten_wird_eindeutig(monkeypatch: pytest.MonkeyPatch) -> None:
    """About one document in sixty has such a stream; a validator then counts its data one byte too short."""
    monkeypatch.setattr(pdf, "mark_ends", lambda data: data)
    roh = next(data for n in range(1000) if UNKLAR.search(data := setze(f"# Titel {n}\n\nText {n * n}")))

    assert {text.partition(":")[0] for text in maengel(roh)} == {"PDFA3A-STREAM-LENGTH-001"}

    klar = write_objekte(mark_ends(read_objekte(roh)))

    assert maengel(klar) == []
    assert len(klar) == len(roh) + len(UNKLAR.findall(roh))
    with pikepdf.open(io.BytesIO(klar)) as document:
        assert document.check_pdf_syntax() == []


def test_ein_pdf_ohne_solche_daten_bleibt_wie_es_ist() -> None:
    parts = read_objekte(setze("# Titel"))

    assert mark_ends(parts) == parts


def test_zerlegt_und_wieder_zusammengesetzt_ist_es_dieselbe_datei() -> None:
    data = setze("# Titel\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n## Zwei\n\nText")

    assert write_objekte(read_objekte(data)) == data


def test_ein_unbekannter_aufbau_wird_nicht_geraten() -> None:
    with pytest.raises(ValueError, match="does not end where its length says"):
        mark_ends(Pdf(b"", {1: b"1 0 obj\n<</Length 9>>\nstream\nkurz\nendstream\nendobj\n"}, b""))
    for broken in (b"", b"%PDF-1.7\nstartxref\n9\n%%EOF", b"%PDF-1.7\n1 0 obj\nstartxref\nx\n%%EOF"):
        with pytest.raises(ValueError, match="no plain table of offsets"):
            read_objekte(broken)
    with pytest.raises(ValueError, match="numbers without objects"):
        write_objekte(Pdf(b"", {2: b"2 0 obj\nnull\nendobj\n"}, b""))
