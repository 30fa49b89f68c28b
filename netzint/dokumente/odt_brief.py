"""A letter in ODF by DIN 5008 form A: address field and information block side by side below the letterhead."""

from __future__ import annotations

from netzint.dokumente import odt_stile as stil
from netzint.dokumente.baum import Absatz, Baum, Tabelle, Umbruch, Zeile
from netzint.dokumente.din5008 import (
    ANSCHRIFTZONE,
    BETREFF,
    BRIEFKOPF,
    EINZUG,
    FALZ_BREITE,
    FALZMARKEN,
    FELD_BREITE,
    FELD_HOEHE,
    FELD_LINKS,
    FELD_OBEN,
    INFO_BREITE,
    INFO_LINKS,
    INFO_OBEN,
    LOCH_BREITE,
    LOCHMARKE,
    MARKEN_LINKS,
    ZEILE,
)
from netzint.dokumente.odt_rumpf import write_paragraph
from netzint.dokumente.odt_werk import Werk

_INFO_ERSTE = 0.31
_INFO_ZEILE = 4.4
"""Height in mm of a row of the information block."""
_OHNE_RAND = 'fo:padding="0mm" fo:border="none"'


def write_briefteil(werk: Werk, anschrift: Baum, infoblock: Baum) -> str:
    """The table, from the end of the letterhead down to the subject.

    Frames would be read by fewer programs; a row as high as the distance above the information block holds its headings
    for those who listen.
    """
    (table,) = infoblock or (None,)
    facts = (table.kopf, *table.zeilen) if isinstance(table, Tabelle) else ()
    links, mitte = INFO_LINKS - FELD_LINKS, INFO_BREITE * _INFO_ERSTE
    widths = [links, mitte, INFO_BREITE - mitte] if facts else [links]
    form = f'table:align="left" fo:margin-left="{FELD_LINKS - 25.0}mm" fo:margin-right="-10mm"'
    name = werk.new_table(widths, form)
    columns = "".join(f'<table:table-column table:style-name="{name}.{at}"/>' for at in range(len(widths)))
    field = _write_field(werk, anschrift, max(len(facts), 1))
    heights = _measure_rows(len(facts))
    rows = []
    for nr, height in enumerate(heights):
        exact = "style:row-height" if len(heights) > 1 and nr == 0 else "style:min-row-height"
        row = werk.declare(f"{name}.Zeile{nr}", "table-row", f'{exact}="{height:.2f}mm" fo:keep-together="always"')
        cells = field if nr == 0 else "<table:covered-table-cell/>"
        cells += _write_facts(werk, facts[nr], first=nr == 0) if facts else ""
        rows.append(f'<table:table-row table:style-name="{row}">{cells}</table:table-row>')
    return f'<table:table table:name="{name}" table:style-name="{name}">{columns}{"".join(rows)}</table:table>'


def write_marken(werk: Werk) -> str:
    """Where to fold and to punch: short lines at the edge of the sheet of the paragraph that they stand in."""
    form = (
        f'svg:stroke-width="0.14mm" svg:stroke-color="{stil.LEISE}" draw:stroke="solid" style:run-through="background" '
        'style:wrap="run-through" style:vertical-pos="from-top" style:vertical-rel="page" '
        'style:horizontal-pos="from-left" style:horizontal-rel="page"'
    )
    name = werk.declare("nzMarke", "graphic", form)
    lines = [(y, FALZ_BREITE) for y in FALZMARKEN] + [(LOCHMARKE, LOCH_BREITE)]
    return "".join(
        f'<draw:line draw:style-name="{name}" text:anchor-type="paragraph" draw:z-index="0" '
        f'svg:x1="{MARKEN_LINKS}mm" svg:y1="{y}mm" svg:x2="{MARKEN_LINKS + width}mm" svg:y2="{y}mm"/>'
        for y, width in lines
    )


def _measure_rows(zahl: int) -> list[float]:
    """Heights in mm; together they reach down to the subject, whatever number of facts there is."""
    total = BETREFF - BRIEFKOPF
    if not zahl:
        return [total]
    above = INFO_OBEN - FELD_OBEN
    rest = [_INFO_ZEILE] * (zahl - 2)
    return [above, *rest, max(total - above - sum(rest), _INFO_ZEILE)] if zahl > 1 else [total]


def _write_field(werk: Werk, anschrift: Baum, zeilen: int) -> str:
    paragraphs = [block for block in anschrift if isinstance(block, Absatz)]
    lines = sum(1 + sum(isinstance(piece, Umbruch) for piece in block.inhalt) for block in paragraphs)
    above = max(0.0, min(FELD_HOEHE - ANSCHRIFTZONE, FELD_HOEHE - lines * ZEILE))
    right = INFO_LINKS - FELD_LINKS - FELD_BREITE
    form = f'fo:padding="0mm" fo:padding-left="{EINZUG}mm" fo:padding-right="{right}mm" fo:border="none"'
    cell = werk.declare("nzAnschrift", "table-cell", form)
    first = werk.vary(stil.ANSCHRIFT, f'fo:margin-top="{above:.2f}mm" fo:margin-bottom="0mm"')
    names = (first, *[stil.encode(stil.ANSCHRIFT)] * len(paragraphs))
    text = "".join(write_paragraph(name, block.inhalt) for name, block in zip(names, paragraphs, strict=False))
    span = f' table:number-rows-spanned="{zeilen}"' if zeilen > 1 else ""
    return f'<table:table-cell table:style-name="{cell}"{span} office:value-type="string">{text}</table:table-cell>'


def _write_facts(werk: Werk, row: tuple[Zeile, ...], *, first: bool) -> str:
    cell = werk.declare("nzAngabe", "table-cell", _OHNE_RAND)
    small = (
        werk.vary(stil.INFOBLOCK, schrift='fo:font-size="1pt" fo:color="#ffffff"')
        if first
        else stil.encode(stil.INFOBLOCK)
    )
    names = (small if first else werk.vary(stil.ANGABE, schrift='fo:font-size="9.5pt"'), small)
    start = f'<table:table-cell table:style-name="{cell}" office:value-type="string">'
    cells = (write_paragraph(name, text) for name, text in zip(names, row, strict=True))
    return "".join(f"{start}{text}</table:table-cell>" for text in cells)
