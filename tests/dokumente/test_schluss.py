"""The end of a document: greeting, signature and small print are never alone on a page."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from netzint.dokumente.kopf import Kopf
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.manuskript import Satz
from netzint.dokumente.md import write_md
from netzint.dokumente.ordnung import arrange
from netzint.dokumente.pipeline import SCHREIBER, Dokument, Vorlagen
from netzint.dokumente.schluss import find_schluss

KOPF = Kopf("x", "N", datum="2026-11-22")
SATZ = "Ein Satz, der eine halbe Zeile füllt."
GRUSS = "Mit freundlichen Grüßen\n\nGeschäftsstelle"
TABELLE = "| a | b |\n| --- | --- |\n" + "| eins | zwei |\n" * 4


def schluss(markdown: str) -> list[str]:
    """What stays together, by kind and first word."""
    rumpf = arrange(parse_baum(f"# Titel\n\n{markdown}\n\n---\n\nFuß")).rumpf
    return [type(block).__name__ for block in rumpf[find_schluss(rumpf) :]]


@pytest.mark.parametrize(
    ("markdown", "arten"),
    [
        (f"{SATZ}\n\n## Zuletzt\n\n{SATZ}\n\n{GRUSS}", ["Ueberschrift", "Absatz", "Absatz", "Absatz"]),
        (f"{SATZ}\n\n## Verteiler\n\n{TABELLE}", ["Ueberschrift", "Tabelle"]),
        (f"{SATZ}\n\n" + TABELLE + "| x | y |\n" * 40 + f"\n{GRUSS}", ["Absatz", "Absatz"]),
        (f"{SATZ}\n\n******\n\n{GRUSS}", ["Absatz", "Absatz"]),
        (SATZ, []),
        (TABELLE + "| x | y |\n" * 40, []),
    ],
    ids=["abschnitt", "tabelle", "lange-tabelle", "neue-seite", "ein-satz", "nur-tabelle"],
)
def test_zusammen_bleibt_der_letzte_kurze_abschnitt(markdown: str, arten: list[str]) -> None:
    assert schluss(markdown) == arten


def brief(zeilen: int) -> str:
    return "# Titel\n\n" + f"{SATZ}\n\n" * zeilen + f"## Zuletzt\n\n{SATZ}\n\n{GRUSS}\n\n---\n\nFuß\n"


def write(markdown: str, form: str, vorlagen: Vorlagen) -> bytes:
    baum = parse_baum(markdown)
    return SCHREIBER[form](Satz(baum, KOPF, write_md(baum), vorlagen.briefbogen))


@pytest.mark.parametrize("zeilen", range(30, 42))
def test_im_pdf_steht_mit_dem_fuss_immer_der_ganze_schluss(zeilen: int, alle_vorlagen: Vorlagen) -> None:
    last = PdfReader(io.BytesIO(write(brief(zeilen), "pdf", alle_vorlagen))).pages[-1].extract_text()

    assert all(word in last for word in ("Zuletzt", "Mit freundlichen", "Geschäftsstelle", "Fuß"))


def test_word_und_libreoffice_halten_jeden_absatz_des_schlusses_beim_naechsten(alle_vorlagen: Vorlagen) -> None:
    text = brief(1).replace("## Zuletzt\n\n", f"## Zuletzt\n\n{TABELLE}\n- Punkt\n\n")
    with ZipFile(io.BytesIO(write(text, "docx", alle_vorlagen))) as package:
        word = package.read("word/document.xml").decode().partition("Zuletzt")
    with ZipFile(io.BytesIO(write(text, "odt", alle_vorlagen))) as package:
        odf = package.read("content.xml").decode()
    kept = re.findall(r'<w:pStyle w:val="[^"]*"/>(<w:keepNext/>)?', word[2])
    styles = dict(re.findall(r'style:name="(nz\w+)"[^>]*>(.*?)</style:style>', odf))
    names = re.findall(r'<text:p text:style-name="(\w+)"', odf.rpartition("</table:table>")[2])
    tables = re.findall(r'<table:table table:name="(\w+)"', odf)

    assert kept == ["<w:keepNext/>"] * (len(kept) - 1) + [""]
    assert len(kept) == 10 + 1 + 3 + 1 + 1
    kept_odf = ['fo:keep-with-next="always"' in styles.get(name, "") for name in names]
    assert kept_odf == [True] * (len(names) - 1) + [False]
    assert len(names) == 1 + 2 + 1 + 1 + 1
    assert 'fo:keep-with-next="always"' in styles[tables[-1]]


def test_im_browser_druckt_sich_der_schluss_auf_eine_seite(alle_vorlagen: Vorlagen) -> None:
    html = write(brief(1), "html", alle_vorlagen).decode()

    assert html.index('<div class="schluss">\n<h2>Zuletzt</h2>') < html.index("</main>") < html.index("<footer>")
    assert ".schluss { break-inside: avoid; } footer { break-before: avoid;" in html


def test_die_marken_zum_falten_und_lochen_stehen_wo_din_5008_sie_will(schreiben: Callable[..., Dokument]) -> None:
    files = schreiben("weiterleitung", formate=("docx", "odt")).dateien
    with ZipFile(io.BytesIO(files["docx"])) as package:
        word = package.read("word/document.xml").decode()
    with ZipFile(io.BytesIO(files["odt"])) as package:
        odf = package.read("content.xml").decode()
    places = re.findall(r'<wp:positionV relativeFrom="page"><wp:posOffset>(\d+)<', word)
    lines = re.findall(r'<draw:line [^>]*svg:y1="([\d.]+)mm"[^>]*svg:y2="([\d.]+)mm"', odf)

    assert sorted(int(place) / 36000 for place in places) == [87, 148.5, 192]
    assert (
        word.count(
            '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        )
        == 3
    )
    assert sorted(float(y) for y, _ in lines) == [87, 148.5, 192]
    assert all(above == below for above, below in lines)
    assert 'vertical-rel="page"' in odf


def test_was_kein_brief_ist_hat_keine_marken(schreiben: Callable[..., Dokument]) -> None:
    files = schreiben("tagesordnung", formate=("docx", "odt")).dateien
    for form, part in (("docx", "word/document.xml"), ("odt", "content.xml")):
        with ZipFile(io.BytesIO(files[form])) as package:
            text = package.read(part).decode()
        assert "wps:wsp" not in text
        assert "draw:line" not in text


@pytest.mark.parametrize("schluss", ["", "Nur für den Dienstgebrauch.\n\n"])
@pytest.mark.parametrize("zeilen", range(36, 41))
def test_am_ende_einer_langen_tabelle_steht_der_fuss_nie_allein(schluss: str, zeilen: int) -> None:
    tabelle = "| A | B |\n| --- | --- |\n" + "".join(f"| Zeile {nr}. | x |\n" for nr in range(zeilen))
    text = f"**N**\n\n---\n\n# T\n\n{tabelle}\n{schluss}---\n\nFuß\n\nFuß\n\nFuß\n"
    satz = Satz(parse_baum(text), Kopf("x", "N", datum="2026-11-22"), text, {})
    pages = PdfReader(io.BytesIO(SCHREIBER["pdf"](satz))).pages
    last = pages[-1].extract_text()

    assert f"Zeile {zeilen - 1}." in last
    assert last.count("Fuß") == 3
