"""Word and ODF hold exactly the words of the Markdown, as pandoc reads them back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzint.dokumente.arten import ALLE
from netzint.dokumente.baum import Baum, Text, Ueberschrift
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.manuskript import Satz
from netzint.dokumente.md import write_md
from netzint.dokumente.ordnung import arrange
from netzint.dokumente.pipeline import SCHREIBER, Dokument
from tests.dokumente import odfbogen, pandoc, wordbogen
from tests.dokumente.test_md import INNEN, VOLLE

pytestmark = pytest.mark.no_cover

Schreiben = Callable[..., Dokument]
BOGEN = {"brief.docx": wordbogen.build(), "brief.odt": odfbogen.build()}
NACKT = Kopf("x", "")
TEILE = st.one_of(INNEN, VOLLE.map(lambda zeile: (Ueberschrift(2, zeile),)))
RUEMPFE: st.SearchStrategy[Baum] = st.lists(TEILE, max_size=4).map(
    lambda teile: tuple(block for teil in teile for block in teil)
)


@pytest.mark.parametrize("art", ALLE)
@pytest.mark.parametrize("full", [True, False], ids=["voll", "leer"])
def test_pandoc_liest_genau_die_worte_des_markdown(
    schreiben: Schreiben,
    art: str,
    full: bool,  # noqa: FBT001 - parametrised
) -> None:
    dateien = schreiben(art, full=full, formate=("md", "docx", "odt")).dateien
    teile = arrange(parse_baum(dateien["md"].decode()))
    kopf = pandoc.words_of(teile.briefkopf)
    rest = write_md((*teile.anschrift, *teile.infoblock, *teile.rumpf, *teile.fuss))
    worte = pandoc.read_text(rest.encode(), pandoc.MARKDOWN)

    assert worte == pandoc.words_of(parse_baum(rest))
    for endung in ("docx", "odt"):
        gelesen = pandoc.read_text(dateien[endung], endung)
        assert gelesen.endswith(worte)
        oben = gelesen.removesuffix(worte)
        assert re.sub(r"\W", "", oben) == re.sub(r"\W", "", kopf)


@settings(max_examples=60, deadline=None)
@given(RUEMPFE, st.sampled_from(["docx", "odt"]))
def test_kein_baum_verliert_ein_wort(rumpf: Baum, endung: str) -> None:
    baum = (Ueberschrift(1, (Text("Titel"),)), *rumpf)

    data = SCHREIBER[endung](Satz(baum, NACKT, "", BOGEN))

    erwartet = re.sub("[\ufffe\uffff]", "\ufffd", pandoc.words_of(baum))
    assert pandoc.read_text(data, endung) == erwartet
