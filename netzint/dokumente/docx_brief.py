"""A letter in Word by DIN 5008 form A: address field and information block where the window of the envelope is."""

from __future__ import annotations

from netzint.dokumente import docx_stile as stil
from netzint.dokumente.baum import Absatz, Baum, Tabelle, Umbruch, Zeile
from netzint.dokumente.din5008 import (
    ANSCHRIFTZONE,
    BETREFF,
    BRIEFKOPF,
    EINZUG,
    FELD_BREITE,
    FELD_HOEHE,
    FELD_LINKS,
    FELD_OBEN,
    INFO_BREITE,
    INFO_LINKS,
    INFO_OBEN,
    ZEILE,
)
from netzint.dokumente.docx_marken import write_marken
from netzint.dokumente.docx_rumpf import TABELLENART, TWIPS, Form, Werk, write_paragraph, write_table

_INFO_ERSTE = 0.31
"""The share of the information block that its first column takes."""


def to_twips(mm: float) -> int:
    """Word's unit: 1/1440 inch."""
    return round(mm * TWIPS)


def write_anschrift(werk: Werk, anschrift: Baum) -> str:
    """The address field: a frame that stands at its place on the sheet, whatever the letterhead is like."""
    frame = (
        f'<w:framePr w:w="{to_twips(FELD_BREITE)}" w:h="{to_twips(FELD_HOEHE)}" w:hRule="exact" w:hSpace="0" '
        f'w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{to_twips(FELD_LINKS)}" w:y="{to_twips(FELD_OBEN)}"/>'
    )
    paragraphs = [block for block in anschrift if isinstance(block, Absatz)]
    lines = sum(1 + sum(isinstance(piece, Umbruch) for piece in block.inhalt) for block in paragraphs)
    above = max(0.0, min(FELD_HOEHE - ANSCHRIFTZONE, FELD_HOEHE - lines * ZEILE))
    parts = []
    for nr, block in enumerate(paragraphs):
        before = f'<w:spacing w:before="{to_twips(above)}"/>' if nr == 0 else ""
        indent = f'<w:ind w:left="{to_twips(EINZUG)}"/>'
        parts.append(write_paragraph(werk, block.inhalt, Form(stil.ANSCHRIFT, frame, "", before, indent)))
    return "".join(parts)


def write_infoblock(werk: Werk, infoblock: Baum) -> str:
    """The information block: a table at its place. Its headings are there for those who listen, one point high."""
    if not infoblock:
        return ""
    (table,) = infoblock
    assert isinstance(table, Tabelle)  # noqa: S101 - for the type checker; ordnung.arrange sorted it out
    form = (
        '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" w:horzAnchor="page" '
        f'w:tblpX="{to_twips(INFO_LINKS)}" w:tblpY="{to_twips(INFO_OBEN)}"/>'
        f'<w:tblW w:w="{to_twips(INFO_BREITE)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>' + TABELLENART
    )
    first = to_twips(INFO_BREITE * _INFO_ERSTE)
    widths = [first, to_twips(INFO_BREITE) - first]
    kopf = ('<w:trHeight w:val="20" w:hRule="exact"/><w:tblHeader/>', stil.INFOBLOCK)
    return write_table(werk, table, form, widths, kopf, stil.INFOBLOCK)


def write_betreff(werk: Werk, titel: Zeile) -> str:
    """The title of a letter, below address and information block; the text begins below the letterhead."""
    before = f'<w:spacing w:before="{to_twips(BETREFF - BRIEFKOPF)}"/>'
    xml = write_paragraph(werk, titel, Form("heading 1", abstand=before))
    return xml.removesuffix("</w:p>") + write_marken() + "</w:p>"
