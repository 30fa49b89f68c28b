"""The tree as WordprocessingML: paragraphs, lists, tables of the body of a Word document."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import NamedTuple

from netzint.dokumente import docx_stile as stil
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
    Stueck,
    Tabelle,
    Text,
    Ueberschrift,
    Umbruch,
    Verweis,
    Zeile,
    Zitat,
)
from netzint.dokumente.docx_listen import EINZUG, Nummern
from netzint.dokumente.xmltext import write_text

TABELLENART = (
    '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" '
    'w:noVBand="1"/>'
)
"""The first row and the first column are headings: so says Word's reader."""
TWIPS = 1440 / 25.4
"""Word's unit of length, per mm."""
_NACH = {Tabelle: '<w:spacing w:before="160"/>', Liste: '<w:spacing w:before="120"/>'}
_AUSRICHTUNG = {"": "", "links": "", "mitte": '<w:jc w:val="center"/>', "rechts": '<w:jc w:val="right"/>'}
_ZWISCHEN_TABELLEN = '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'
_NEUE_SEITE = "<w:pageBreakBefore/>"
_OHNE_NAECHSTEN = re.compile(r'<w:pStyle w:val="[^"]*"/>(?!<w:keepNext/>)')
_HOCH = f'<w:trHeight w:val="{round(ZEILENHOEHE * TWIPS)}" w:hRule="atLeast"/>'


class Werk(NamedTuple):
    """What the writing of one document needs of its package."""

    stile: Mapping[str, str]
    """Name of a style → its id."""
    nummern: Nummern
    verweis: Callable[[str], str]
    """Target of a link → id of its relationship."""
    breite: int
    """Twips between the margins."""


class Lage(NamedTuple):
    """Where a block stands."""

    einzug: int = 0
    """Twips from the left margin."""
    ebene: int = 0
    """How many lists it stands in."""
    stil: str = stil.ABSATZ


class Form(NamedTuple):
    """Properties of a paragraph, in the order in which the format wants them."""

    stil: str = stil.ABSATZ
    rahmen: str = ""
    nummer: str = ""
    abstand: str = ""
    einzug: str = ""
    ausrichtung: str = ""


class Schrift(NamedTuple):
    """How words look."""

    fett: bool = False
    kursiv: bool = False
    verweis: bool = False


_SCHLICHT = Schrift()


def write_paragraph(werk: Werk, zeile: Zeile, form: Form) -> str:
    """One paragraph."""
    rest = "".join(form[1:])
    return f'<w:p><w:pPr><w:pStyle w:val="{werk.stile[form.stil]}"/>{rest}</w:pPr>{_write_line(werk, zeile)}</w:p>'


def write_blocks(werk: Werk, baum: Baum, lage: Lage, zusammen: int | None = None) -> str:
    """Blocks one below the other. Tables and lists keep little distance: what follows one adds to it.

    From the block ``zusammen`` on all stay on one page with what follows.
    """
    parts = []
    before: Block | None = None
    for at, block in enumerate(baum):
        if isinstance(before, Tabelle) and isinstance(block, Tabelle):
            parts.append(write_paragraph(werk, (), Form(stil.ZELLE, abstand=_ZWISCHEN_TABELLEN)))
        part = _write_block(werk, block, lage, _NACH.get(type(before), "") if lage.ebene == 0 else "")
        part = _on_new_page(werk, part) if isinstance(before, Seitenwechsel) else part
        parts.append(part if zusammen is None or at < zusammen else keep_with_next(part))
        before = block
    return "".join(parts)


def keep_with_next(xml: str) -> str:
    """The same paragraphs, each on the page of what follows it."""
    return _OHNE_NAECHSTEN.sub(r"\g<0><w:keepNext/>", xml)


def _on_new_page(werk: Werk, part: str) -> str:
    """A page break is a property of the paragraph behind it, so that no empty one stands there."""
    if not part.startswith("<w:p>"):
        return write_paragraph(werk, (), Form(stil.ZELLE, _NEUE_SEITE, abstand=_ZWISCHEN_TABELLEN)) + part
    style, close, rest = part.partition("/>")
    return f"{style}{close}{_NEUE_SEITE}{rest}"


def _write_block(werk: Werk, block: Block, lage: Lage, abstand: str) -> str:
    match block:
        case Ueberschrift():
            return _write_heading(werk, block)
        case Absatz():
            return write_paragraph(werk, block.inhalt, Form(lage.stil, abstand=abstand, einzug=_indent(lage)))
        case Liste():
            return _write_list(werk, block, lage)
        case Tabelle():
            return _write_table(werk, block, lage)
        case Zitat():
            return write_blocks(werk, block.inhalt, lage._replace(einzug=lage.einzug + EINZUG, stil=stil.ZITAT))
        case Linie():
            return write_paragraph(werk, (), Form(stil.TRENNLINIE))
        case Seitenwechsel():
            return ""  # what follows says it


def _write_heading(werk: Werk, block: Ueberschrift) -> str:
    """A heading; if a link leads to it, with a bookmark around its words."""
    xml = write_paragraph(werk, block.inhalt, Form(f"heading {block.ebene}"))
    if not block.anker:
        return xml
    name = _name_ziel(block.anker)
    number = int(name[-6:], 16)
    head, end, words = xml.removesuffix("</w:p>").partition("</w:pPr>")
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{head}{end}{start}{words}<w:bookmarkEnd w:id="{number}"/></w:p>'


def _name_ziel(anker: str) -> str:
    """Word takes at most 40 letters, digits and underscores."""
    return f"nz_{sha256(anker.encode()).hexdigest()[:24]}"


def _indent(lage: Lage) -> str:
    return f'<w:ind w:left="{lage.einzug}"/>' if lage.einzug else ""


def _write_list(werk: Werk, liste: Liste, lage: Lage) -> str:
    inner = Lage(lage.einzug + EINZUG, lage.ebene + 1, stil.LISTE)
    nummer = werk.nummern.new_list(lage.ebene, liste.beginn)
    form = Form(stil.LISTE, nummer=nummer, einzug=f'<w:ind w:left="{inner.einzug}" w:hanging="{EINZUG}"/>')
    parts = []
    for punkt in liste.punkte:
        first, rest = ((), punkt) if not punkt or not isinstance(punkt[0], Absatz) else (punkt[0].inhalt, punkt[1:])
        parts.append(write_paragraph(werk, first, form) + write_blocks(werk, rest, inner))
    return "".join(parts)


def _write_table(werk: Werk, tabelle: Tabelle, lage: Lage) -> str:
    room = max(werk.breite - lage.einzug, werk.breite // 4)
    widths = [round(mm * TWIPS) for mm in spalten.measure(tabelle, room / TWIPS, stil.ZELLGROESSE).breiten]
    head = (
        f'<w:tblStyle w:val="{werk.stile[stil.TABELLE]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{lage.einzug}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{TABELLENART}'
    )
    return write_table(werk, tabelle, head, widths, ("<w:cantSplit/><w:tblHeader/>", stil.KOPFZELLE))


def write_table(
    werk: Werk, tabelle: Tabelle, form: str, widths: list[int], kopf: tuple[str, str], zelle: str = stil.ZELLE
) -> str:
    """A table with these properties; ``kopf``: properties of the row with the headings, and its style."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first = stil.ANGABE if tabelle.is_angaben else zelle
    styles = (first, *[zelle] * (len(widths) - 1))
    rows = [_write_row(werk, tabelle, tabelle.kopf, widths, kopf[0], (kopf[1],) * len(widths))]
    form_of_row = "<w:cantSplit/>" + (_HOCH if tabelle.is_unterschriften else "")
    rows += [_write_row(werk, tabelle, row, widths, form_of_row, styles) for row in tabelle.zeilen]
    return f"<w:tbl><w:tblPr>{form}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _write_row(
    werk: Werk, tabelle: Tabelle, row: tuple[Zeile, ...], widths: list[int], form: str, styles: tuple[str, ...]
) -> str:
    cells = []
    for cell, width, align, style in zip(row, widths, tabelle.ausrichtung, styles, strict=True):
        paragraph = write_paragraph(werk, cell, Form(style, ausrichtung=_AUSRICHTUNG[align]))
        cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>')
    return f"<w:tr><w:trPr>{form}</w:trPr>{''.join(cells)}</w:tr>"


def _write_line(werk: Werk, zeile: Zeile, schrift: Schrift = _SCHLICHT) -> str:
    return "".join(_write_piece(werk, stueck, schrift) for stueck in zeile)


def _write_piece(werk: Werk, stueck: Stueck, schrift: Schrift) -> str:
    match stueck:
        case Text():
            return _run(werk, schrift, f'<w:t xml:space="preserve">{write_text(stueck.text)}</w:t>')
        case Umbruch():
            return _run(werk, schrift, "<w:br/>")
        case Stark():
            return _write_line(werk, stueck.inhalt, schrift._replace(fett=True))
        case Betont():
            return _write_line(werk, stueck.inhalt, schrift._replace(kursiv=True))
        case Verweis():
            inner = _write_line(werk, stueck.inhalt, schrift._replace(verweis=True))
            target = (
                f'w:anchor="{_name_ziel(stueck.ziel[1:])}"'
                if stueck.is_eigener
                else f'r:id="{werk.verweis(stueck.ziel)}"'
            )
            return f'<w:hyperlink {target} w:history="1">{inner}</w:hyperlink>'


def _run(werk: Werk, schrift: Schrift, inhalt: str) -> str:
    look = f'<w:rStyle w:val="{werk.stile[stil.VERWEIS]}"/>' if schrift.verweis else ""
    look += ("<w:b/>" if schrift.fett else "") + ("<w:i/>" if schrift.kursiv else "")
    return f"<w:r><w:rPr>{look}</w:rPr>{inhalt}</w:r>" if look else f"<w:r>{inhalt}</w:r>"
