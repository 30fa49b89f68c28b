"""The tree as PDF: accessible (PDF/UA-1), fit for the archive (PDF/A-3a), with its own text attached as Markdown."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from netzint.dokumente.fehler import SCHEITERT, VorlagenFehler
from netzint.dokumente.pdfende import mark_ends
from netzint.dokumente.pdfobjekte import read_objekte, write_objekte
from netzint.dokumente.pdfzeilen import name_zeilen
from netzint.dokumente.satzdaten import OHNE_TAG, make_daten

if TYPE_CHECKING:
    from typst import Compiler, TypstError

    from netzint.dokumente.manuskript import Satz

_OHNE_ZEICHEN = re.compile(r'the text `"(?P<text>.+?)"` could not be displayed with', re.DOTALL)


@cache
def _compiler() -> Compiler:
    """One for the whole process: it keeps the fonts and what it has laid out before."""
    import typst

    package = files("netzint")
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(package / "mitgeliefert" / "schriften")])
    satz = package / "dokumente" / "satz"
    return typst.Compiler(str(satz / "dokument.typ"), root=str(satz), font_paths=fonts, ignore_system_fonts=True)


def write_pdf(satz: Satz) -> bytes:
    """The PDF file of a document; the same document gives the same bytes.

    Raises VorlagenFehler if it has a sign that no font can show.
    """
    import typst

    daten = make_daten(satz.baum, satz.kopf, satz.markdown)
    day = date.fromisoformat(satz.kopf.datum) if satz.kopf.datum else OHNE_TAG
    try:
        content, warnings = _compiler().compile_with_warnings(
            format="pdf",
            sys_inputs={"daten": json.dumps(daten, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-3a"],
            timestamp=datetime.combine(day, time(12), UTC),
        )
    except typst.TypstError as error:
        raise _translate(error) from error
    if warnings:  # something may be missing on the page, and every validator would still pass it
        raise RuntimeError("; ".join(warning.message for warning in warnings))
    assert isinstance(content, bytes)  # noqa: S101 - for the type checker; a list comes for pictures only
    return write_objekte(mark_ends(name_zeilen(read_objekte(content))))


def _translate(error: TypstError) -> Exception:
    match = _OHNE_ZEICHEN.search(error.message)
    if match is None:
        return error
    return VorlagenFehler(
        SCHEITERT,
        f"Die Schrift des PDF hat das Zeichen „{match['text']}“ nicht.",
        "Schreiben Sie das Wort in lateinischer, griechischer oder kyrillischer Schrift.",
    )
