"""The tree as ODF: paragraphs, lists, tables of the body of a text document."""

from __future__ import annotations

from typing import NamedTuple

from netzint.dokumente import odt_stile as stil
from netzint.dokumente import spalten
from netzint.dokumente.baum import (
    ZEILENHOEHE,
    Absatz,
    Baum,
    Betont,
    Block,
    Linie,
    Liste,
    Seitenwechsel,
    Stark,
    Tabelle,
    Text,
    Ueberschrift,
    Umbruch,
    Verweis,
    Zeile,
    Zitat,
)
from netzint.dokumente.baum import Stueck as Wortstueck
from netzint.dokumente.odt_werk import EINZUG, Glied, Stueck, Werk
from netzint.dokumente.xmltext import write_attribute, write_text

# LibreOffice takes the lower margin from the parent only where the upper one is, too.
_NACH = {
    Tabelle: 'fo:margin-top="1mm" fo:margin-bottom="2.1mm"',
    Liste: 'fo:margin-top="2.1mm" fo:margin-bottom="2.1mm"',
}
_AUSRICHTUNG = {
    "": "",
    "links": "",
    "mitte": 'fo:text-align="center" style:justify-single-word="false"',
    "rechts": 'fo:text-align="end" style:justify-single-word="false"',
}
_NEUE_SEITE = 'fo:break-before="page"'
_ZUSAMMEN = 'fo:keep-with-next="always"'
_ZELLRAND = (
    f'fo:padding="0.9mm 1.5mm" fo:border-top="0.5pt solid {stil.LINIE}" fo:border-left="none" fo:border-right="none"'
)


class Lage(NamedTuple):
    """Where a block stands."""

    breite: float
    """Room in mm."""
    pfad: tuple[Glied, ...] = ()
    stil: str = stil.ABSATZ
    zitate: int = 0
    zusammen: bool = False
    """Whether it stays on one page with what follows."""


def write_paragraph(name: str, zeile: Zeile) -> str:
    """One paragraph in a style, by the name that stands in the file."""
    return f'<text:p text:style-name="{name}">{write_line(zeile)}</text:p>'


def write_blocks(werk: Werk, baum: Baum, lage: Lage, zusammen: int | None = None) -> list[Stueck]:
    """Blocks one below the other. Lists keep little distance: what follows one adds to it.

    From the block ``zusammen`` on all stay on one page with what follows.
    """
    pieces: list[Stueck] = []
    before: Block | None = None
    for at, block in enumerate(baum):
        if at == zusammen:
            lage = lage._replace(zusammen=True)
        if isinstance(before, Seitenwechsel):
            pieces += _write_on_new_page(werk, block, lage)
        else:
            pieces += _write_block(werk, block, lage, "" if lage.pfad else _NACH.get(type(before), ""))
        before = block
    return pieces


def _write_on_new_page(werk: Werk, block: Block, lage: Lage) -> list[Stueck]:
    """A page break is a property of the paragraph behind it, so that no empty one stands there."""
    if isinstance(block, Ueberschrift):
        return [Stueck((), write_heading(block, werk.vary(f"Heading {block.ebene}", _NEUE_SEITE)))]
    if isinstance(block, Absatz):
        return _write_block(werk, block, lage, _NEUE_SEITE)
    small = Stueck((), write_paragraph(werk.vary(stil.ZELLE, _NEUE_SEITE), ()))
    return [small, *_write_block(werk, block, lage, "")]


def _write_block(werk: Werk, block: Block, lage: Lage, abstand: str) -> list[Stueck]:
    match block:
        case Ueberschrift():
            return [Stueck((), write_heading(block, stil.encode(f"Heading {block.ebene}")))]
        case Absatz():
            form = " ".join(filter(None, (_indent(lage) or abstand, _ZUSAMMEN if lage.zusammen else "")))
            return [Stueck(lage.pfad, write_paragraph(werk.vary(lage.stil, form), block.inhalt))]
        case Liste():
            return _write_list(werk, block, lage)
        case Tabelle():
            return [Stueck((), _write_table(werk, block, lage))]
        case Zitat():
            inner = lage._replace(stil=stil.ZITAT, zitate=lage.zitate + 1)
            return write_blocks(werk, block.inhalt, inner)
        case Linie():
            return [Stueck(lage.pfad, write_paragraph(werk.vary(stil.TRENNLINIE, _ZUSAMMEN * lage.zusammen), ()))]
        case Seitenwechsel():
            return []  # what follows says it


def _indent(lage: Lage) -> str:
    return f'fo:margin-left="{EINZUG * lage.zitate}mm"' if lage.zitate > 1 else ""


def write_heading(block: Ueberschrift, name: str, davor: str = "") -> str:
    """A heading in a style of this name; ``davor`` is anchored to it."""
    level = f'text:outline-level="{block.ebene}"'
    mark = f"<text:bookmark text:name={write_attribute(block.anker)}/>" if block.anker else ""
    return f'<text:h text:style-name="{name}" {level}>{davor}{mark}{write_line(block.inhalt)}</text:h>'


def _write_list(werk: Werk, liste: Liste, lage: Lage) -> list[Stueck]:
    number = werk.new_list()
    pieces: list[Stueck] = []
    for nr, punkt in enumerate(liste.punkte):
        pfad = (*lage.pfad, Glied(number, nr, liste.beginn))
        inner = lage._replace(pfad=pfad, stil=stil.LISTE, zitate=0)
        found = write_blocks(werk, punkt, inner)
        if not found or found[0].pfad != pfad:
            found.insert(0, Stueck(pfad, write_paragraph(stil.encode(stil.LISTE), ())))
        pieces += found
    return pieces


def _write_table(werk: Werk, tabelle: Tabelle, lage: Lage) -> str:
    inset = min(EINZUG * (len(lage.pfad) + lage.zitate), lage.breite / 2)
    widths = spalten.measure(tabelle, lage.breite - inset, stil.ZELLGROESSE).breiten
    place = f'table:align="left" fo:margin-left="{inset}mm" fo:margin-top="1mm" fo:margin-bottom="3mm"' if inset else ""
    name = werk.new_table(widths, place, f'{_ZUSAMMEN} style:may-break-between-rows="false"' if lage.zusammen else "")
    columns = "".join(f'<table:table-column table:style-name="{name}.{at}"/>' for at in range(len(widths)))
    high = f' style:min-row-height="{ZEILENHOEHE}mm"' if tabelle.is_unterschriften else ""
    werk.declare("nzZeile", "table-row", 'fo:keep-together="always"')
    zeile = werk.declare("nzHoheZeile", "table-row", f'fo:keep-together="always"{high}') if high else "nzZeile"
    bottom = f'{_ZELLRAND} fo:border-bottom="0.5pt solid {stil.LINIE}"'
    head = f'{_ZELLRAND} fo:border-bottom="1pt solid {stil.FARBE}" fo:background-color="{stil.FLAECHE}"'
    cell, kopf = werk.declare("nzZelle", "table-cell", bottom), werk.declare("nzKopfzelle", "table-cell", head)
    first = stil.ANGABE if tabelle.is_angaben else stil.ZELLE
    styles = (first, *[stil.ZELLE] * (len(widths) - 1))
    rows = "".join(_write_row(werk, tabelle, row, (zeile, cell), styles) for row in tabelle.zeilen)
    heading = _write_row(werk, tabelle, tabelle.kopf, ("nzZeile", kopf), (stil.KOPFZELLE,) * len(widths))
    return (
        f'<table:table table:name="{name}" table:style-name="{name}">{columns}'
        f"<table:table-header-rows>{heading}</table:table-header-rows>{rows}</table:table>"
    )


def _write_row(
    werk: Werk, tabelle: Tabelle, row: tuple[Zeile, ...], form: tuple[str, str], styles: tuple[str, ...]
) -> str:
    """A row; ``form``: the styles of the row and of its cells."""
    zeile, zelle = form
    cells = []
    for cell, align, style in zip(row, tabelle.ausrichtung, styles, strict=True):
        paragraph = write_paragraph(werk.vary(style, _AUSRICHTUNG[align]), cell)
        cells.append(
            f'<table:table-cell table:style-name="{zelle}" office:value-type="string">{paragraph}</table:table-cell>'
        )
    return f'<table:table-row table:style-name="{zeile}">{"".join(cells)}</table:table-row>'


def write_line(zeile: Zeile) -> str:
    """The words of a paragraph."""
    return "".join(_write_piece(stueck) for stueck in zeile)


def _write_piece(stueck: Wortstueck) -> str:
    match stueck:
        case Text():
            return write_text(stueck.text)
        case Umbruch():
            return "<text:line-break/>"
        case Stark():
            return f'<text:span text:style-name="{stil.encode(stil.FETT)}">{write_line(stueck.inhalt)}</text:span>'
        case Betont():
            return f'<text:span text:style-name="{stil.encode(stil.KURSIV)}">{write_line(stueck.inhalt)}</text:span>'
        case Verweis():
            name, target = stil.encode(stil.VERWEIS), write_attribute(stueck.ziel)
            return (
                f'<text:a xlink:type="simple" xlink:href={target} text:style-name="{name}" '
                f'text:visited-style-name="{name}">{write_line(stueck.inhalt)}</text:a>'
            )
