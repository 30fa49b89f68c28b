"""A PDF holds exactly the words of its Markdown, in the same order, for those who listen."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from netzint.dokumente.arten import ALLE
from netzint.dokumente.baum import Baum, Text, Ueberschrift
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.manuskript import Satz
from netzint.dokumente.pdf import write_pdf
from netzint.dokumente.pipeline import Dokument
from tests.dokumente.pandoc import list_lines, squeeze
from tests.dokumente.pdfleser import worte
from tests.dokumente.test_briefbogen_worte import RUEMPFE
from tests.dokumente.test_pdf import maengel

pytestmark = pytest.mark.no_cover

Schreiben = Callable[..., Dokument]
NACKT = Kopf("x", "Netzwerk")
FREMD = re.compile(r"[^\x20-\x7e\xa1-\xac\xae-\u017f\u0391-\u03a1\u03b1-\u03c9\u0410-\u044f–„“”’…€]")
"""What other scripts have: the fonts do not (see the test that names such a sign)."""


def words_of(baum: Baum) -> list[str]:
    return [word for line in list_lines(baum) for word in line.split()]


def _known(node: Any) -> Any:
    """The same tree with signs that the fonts have."""
    if isinstance(node, tuple):
        return tuple(map(_known, node))
    if isinstance(node, Text):
        return Text(FREMD.sub("ж", node.text))
    if not dataclasses.is_dataclass(node) or isinstance(node, type):
        return node
    names = {field.name for field in dataclasses.fields(node)} & {"inhalt", "punkte", "kopf", "zeilen"}
    return dataclasses.replace(node, **{name: _known(getattr(node, name)) for name in names})


@pytest.mark.parametrize("art", ALLE)
@pytest.mark.parametrize("full", [True, False], ids=["voll", "leer"])
def test_wer_zuhoert_hoert_jedes_wort_des_markdown_der_reihe_nach(
    schreiben: Schreiben,
    art: str,
    full: bool,  # noqa: FBT001 - parametrised
) -> None:
    dateien = schreiben(art, full=full, formate=("md", "pdf")).dateien

    assert worte(dateien["pdf"]) == words_of(parse_baum(dateien["md"].decode()))


@settings(max_examples=40, deadline=None)
@given(RUEMPFE)
def test_kein_baum_verliert_ein_wort_oder_die_barrierefreiheit(rumpf: Baum) -> None:
    baum = _known((Ueberschrift(1, (Text("Titel"),)), *rumpf))

    data = write_pdf(Satz(baum, NACKT, "", {}))

    assert squeeze("".join(worte(data))) == squeeze("".join(list_lines(baum)))
    assert maengel(data) == []
