"""A page break and a table to sign in, as every writer shows them."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from netzint.dokumente.baum import Linie, Liste, Seitenwechsel, Tabelle, Text, Zitat
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.manuskript import Satz
from netzint.dokumente.md import write_md
from netzint.dokumente.pipeline import SCHREIBER, Vorlagen

KOPF = Kopf("x", "N", datum="2026-11-22")
ZWEI = "# T\n\nErste.\n\n******\n\n## U\n\nZweite.\n"
UNTERSCHRIFTEN = "# T\n\n| Name | Unterschrift |\n| --- | --- |\n| A |  |\n"


def write(markdown: str, form: str, alle_vorlagen: Vorlagen) -> bytes:
    baum = parse_baum(markdown)
    return SCHREIBER[form](Satz(baum, KOPF, write_md(baum), alle_vorlagen.briefbogen))


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()


@pytest.mark.parametrize("zeichen", ["******", "  ******  ", "* * * * * *"])
def test_sechs_sternchen_sind_ein_seitenwechsel_drei_eine_linie(zeichen: str) -> None:
    assert parse_baum(zeichen) == (Seitenwechsel(),)
    assert [parse_baum(rule) for rule in ("***", "---", "------", "______")] == [(Linie(),)] * 4


def test_in_listen_und_zitaten_gibt_es_keinen_seitenwechsel() -> None:
    assert parse_baum("> ******") == (Zitat((Linie(),)),)
    (liste,) = parse_baum("- a\n\n  ******\n")
    assert isinstance(liste, Liste)
    assert liste.punkte[0][1] == Linie()


def test_auf_dem_schirm_ist_er_eine_linie_auf_papier_eine_neue_seite(alle_vorlagen: Vorlagen) -> None:
    html = write(ZWEI, "html", alle_vorlagen).decode()

    assert '<hr class="seitenwechsel">' in html
    assert "break-after: page" in html


def test_das_pdf_hat_eine_seite_mehr(alle_vorlagen: Vorlagen) -> None:
    from pypdf import PdfReader

    pages = [page.extract_text() for page in PdfReader(BytesIO(write(ZWEI, "pdf", alle_vorlagen))).pages]

    assert len(pages) == 2
    assert ("Zweite." in pages[0], "Zweite." in pages[1]) == (False, True)


@pytest.mark.parametrize("danach", ["## U", "Absatz", "- a", "| a |\n| --- |\n| 1 |"])
def test_word_und_libreoffice_beginnen_vor_dem_naechsten_absatz_eine_seite(
    danach: str, alle_vorlagen: Vorlagen
) -> None:
    text = f"# T\n\nErste.\n\n******\n\n{danach}\n"
    word = part(write(text, "docx", alle_vorlagen), "word/document.xml")
    odf = part(write(text, "odt", alle_vorlagen), "content.xml")

    assert word.count("<w:pageBreakBefore/>") == 1
    assert odf.count('fo:break-before="page"') == 1


def test_zum_unterschreiben_sind_die_zeilen_hoch_genug(alle_vorlagen: Vorlagen) -> None:
    (_, tabelle) = parse_baum(UNTERSCHRIFTEN)
    assert isinstance(tabelle, Tabelle)
    assert tabelle.is_unterschriften
    assert tabelle.kopf[1] == (Text("Unterschrift"),)

    assert '<table class="unterschriften">' in write(UNTERSCHRIFTEN, "html", alle_vorlagen).decode()
    word = part(write(UNTERSCHRIFTEN, "docx", alle_vorlagen), "word/document.xml")
    (height,) = re.findall(r'<w:trHeight w:val="(\d+)" w:hRule="atLeast"/>', word)
    assert int(height) / 1440 * 25.4 == pytest.approx(11, abs=0.1)
    assert 'style:min-row-height="11mm"' in part(write(UNTERSCHRIFTEN, "odt", alle_vorlagen), "content.xml")
