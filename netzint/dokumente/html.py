"""The tree as one self-contained HTML file: readable by everybody, on paper too, without a script."""

from __future__ import annotations

import re
from html import escape

from netzint.dokumente.baum import (
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
    plain_text,
)
from netzint.dokumente.gestalt import STIL
from netzint.dokumente.herkunft import list_herkunft
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.ordnung import arrange
from netzint.dokumente.schluss import find_schluss
from netzint.modell.sprache import MONATE

_WIDE = 4
"""Columns from which a table scrolls by itself on a narrow screen."""
_SHORT = 12
_DATUM = re.compile(rf"\b\d{{1,2}}\. (?:{'|'.join(MONATE)})(?: \d{{4}}\b)?|\b\d\d\.\d\d\.\d{{4}}\b")
"""A day, which is not parted at the end of a line."""
_GANZ = ('<span class="kurz">', "</span>")
_CLASS = {(True, False): ' class="angaben"', (False, True): ' class="unterschriften"'}
_CLASSES = {"": "", "links": "", "mitte": ' class="mitte"', "rechts": ' class="rechts"'}


def write_html(baum: Baum, kopf: Kopf) -> str:
    """The HTML file of a document."""
    teile = arrange(baum)
    end = find_schluss(teile.rumpf)
    lines = [
        "<!doctype html>",
        '<html lang="de">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        *_write_properties(kopf),
        f"<title>{escape(teile.titel)} · {escape(kopf.netzwerk)}</title>",
        f"<style>\n{STIL}{_write_page_foot(kopf)}</style>",
        "</head>",
        "<body>",
        *_wrap('header class="briefkopf"', teile.briefkopf),
        "<main>",
        *_wrap('div class="anschrift"', teile.anschrift),
        *_wrap('div class="infoblock"', teile.infoblock),
        _write_blocks(teile.rumpf[:end]),
        *_wrap('div class="schluss"', teile.rumpf[end:]),
        "</main>",
        *_wrap("footer", teile.fuss),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def write_rumpf(baum: Baum) -> str:
    """Blocks alone, without a page around them, as the HTML part of a mail needs them: it has no style sheet."""
    return _write_blocks(baum).replace(_GANZ[0], "").replace(_GANZ[1], "")


def _write_properties(kopf: Kopf) -> list[str]:
    pairs = (("author", kopf.netzwerk), ("date", kopf.datum), *list_herkunft(kopf))
    return [f'<meta name="{name}" content="{escape(value)}">' for name, value in pairs if value]


def _write_page_foot(kopf: Kopf) -> str:
    """The foot of printed pages. Everything but letters and digits is escaped: the text stands inside CSS."""
    text = "".join(char if char.isalnum() else f"\\{ord(char):06x}" for char in kopf.zeichen)
    return f'@page {{ @bottom-left {{ content: "{text}"; }} }}\n'


def _wrap(tag: str, baum: Baum) -> list[str]:
    return [f"<{tag}>", _write_blocks(baum), f"</{tag.partition(' ')[0]}>"] if baum else []


def _write_blocks(baum: Baum) -> str:
    return "\n".join(_write_block(block) for block in baum)


def _write_block(block: Block) -> str:
    match block:
        case Ueberschrift():
            name = f' id="{escape(block.anker)}"' if block.anker else ""
            return f"<h{block.ebene}{name}>{_write_line(block.inhalt)}</h{block.ebene}>"
        case Absatz():
            return f"<p>{_write_line(block.inhalt)}</p>"
        case Liste():
            return _write_list(block)
        case Tabelle():
            return _write_table(block)
        case Zitat():
            return f"<blockquote>\n{_write_blocks(block.inhalt)}\n</blockquote>"
        case Linie():
            return "<hr>"
        case Seitenwechsel():
            return '<hr class="seitenwechsel">'


def _write_list(liste: Liste) -> str:
    tag = "ul" if liste.beginn is None else "ol"
    start = f' start="{liste.beginn}"' if liste.beginn not in (None, 1) else ""
    short = all(len(punkt) <= 1 or isinstance(punkt[1], Liste) for punkt in liste.punkte)
    items = "\n".join(f"<li>{_write_item(punkt, short=short)}</li>" for punkt in liste.punkte)
    return f"<{tag}{start}>\n{items}\n</{tag}>"


def _write_item(punkt: Baum, *, short: bool) -> str:
    if short and punkt and isinstance(punkt[0], Absatz):
        rest = _write_blocks(punkt[1:])
        return _write_line(punkt[0].inhalt) + (f"\n{rest}" if rest else "")
    return _write_blocks(punkt)


def _write_table(tabelle: Tabelle) -> str:
    classes = [_CLASSES[align] for align in tabelle.ausrichtung]
    head = "".join(
        f'<th scope="col"{css}>{_write_line(cell)}</th>' for cell, css in zip(tabelle.kopf, classes, strict=True)
    )
    rows = "\n".join(_write_row(row, classes) for row in tabelle.zeilen)
    kind = _CLASS.get((tabelle.is_angaben, tabelle.is_unterschriften), "") or (len(classes) >= _WIDE) * ' class="breit"'
    table = f"<table{kind}>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    if len(classes) < _WIDE:
        return table
    label = escape(", ".join(plain_text(cell) for cell in tabelle.kopf))
    return f'<div class="rahmen" role="region" tabindex="0" aria-label="Tabelle: {label}">\n{table}\n</div>'


def _write_row(row: tuple[Zeile, ...], classes: list[str]) -> str:
    """The first cell names the row. Short words with a hyphen, like BV-2026-007, are not broken."""
    cells = []
    for index, (cell, css) in enumerate(zip(row, classes, strict=True)):
        short = ' class="kurz"' if not css and len(plain_text(cell)) <= _SHORT and "-" in plain_text(cell) else css
        if index == 0 and cell:
            cells.append(f'<th scope="row"{short}>{_write_line(cell)}</th>')
        else:
            cells.append(f"<td{short}>{_write_line(cell)}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _write_line(zeile: Zeile) -> str:
    return "".join(_write_piece(stueck) for stueck in zeile)


def _write_piece(stueck: Stueck) -> str:
    match stueck:
        case Text():
            return _DATUM.sub(rf"{_GANZ[0]}\g<0>{_GANZ[1]}", escape(stueck.text, quote=False))
        case Umbruch():
            return "<br>"
        case Stark():
            return f"<strong>{_write_line(stueck.inhalt)}</strong>"
        case Betont():
            return f"<em>{_write_line(stueck.inhalt)}</em>"
        case Verweis():
            return f'<a href="{escape(stueck.ziel)}">{_write_line(stueck.inhalt)}</a>'
