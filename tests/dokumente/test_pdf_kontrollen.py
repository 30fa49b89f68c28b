"""Negative controls: a good PDF, broken in one place, is caught. Otherwise a check that finds nothing says nothing."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pytest

from tests.dokumente.test_pdf import maengel, setze

pytestmark = pytest.mark.no_cover

GUT = "# Titel\n\nText\n\n## Teil\n\n### Unterteil\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n"


@pytest.fixture(scope="module")
def gut() -> bytes:
    return setze(GUT)


def _nodes(pdf: pikepdf.Pdf, art: str) -> Iterator[Any]:
    objects: list[Any] = list(pdf.objects)
    yield from (o for o in objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == art)


def _no_lang(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def _not_marked(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def _title_hidden(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _figure_without_alt(pdf: pikepdf.Pdf) -> None:
    next(_nodes(pdf, "/P")).S = pikepdf.Name.Figure


def _header_without_scope(pdf: pikepdf.Pdf) -> None:
    for art in ("/TH", "/TD"):
        for node in _nodes(pdf, art):
            del node.A


def _heading_jump(pdf: pikepdf.Pdf) -> None:
    next(_nodes(pdf, "/H2")).S = pikepdf.Name.P


def _change_xmp(pdf: pikepdf.Pdf, pattern: bytes) -> None:
    stream = pdf.Root.Metadata
    changed, hits = re.subn(pattern, b"", stream.read_bytes(), flags=re.DOTALL)
    assert hits
    stream.write(changed)


def _no_identifier(pdf: pikepdf.Pdf) -> None:
    _change_xmp(pdf, rb"<pdfuaid:part>1</pdfuaid:part>")


def _no_title(pdf: pikepdf.Pdf) -> None:
    _change_xmp(pdf, rb"<dc:title>.*</dc:title>")


def _break(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, fix_metadata_version=False, static_id=True)
    return out.getvalue()


def test_unveraendert_neu_gespeichert_ist_es_noch_gut(gut: bytes) -> None:
    assert maengel(gut) == []
    assert maengel(_break(gut, lambda _: None)) == []


@pytest.mark.parametrize(
    ("change", "regel"),
    [
        (_no_lang, "TEXT-LANGUAGE-001"),
        (_no_tree, "STRUCT-TREE-ROOT-001"),
        (_not_marked, "TAGGED-DOCUMENT-001"),
        (_title_hidden, "VIEWER-PREFERENCES-001"),
        (_figure_without_alt, "FIGURE-ALTERNATIVE-TEXT-001"),
        (_header_without_scope, "TABLE-HEADERS-SCOPE-001"),
        (_heading_jump, "HEADING-NESTING-001"),
        (_no_identifier, "ID-PART-001"),
        (_no_title, "METADATA-TITLE-001"),
    ],
)
def test_jeder_bruch_wird_gefunden(gut: bytes, change: Callable[[pikepdf.Pdf], None], regel: str) -> None:
    found = {text.partition(":")[0] for text in maengel(_break(gut, change))}

    assert f"PDFUA1-{regel}" in found
