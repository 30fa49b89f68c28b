"""Markdown to the tree. What the tree has no node for raises: nothing may vanish silently."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from netzint.dokumente.baum import (
    Absatz,
    Ausrichtung,
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
    normalise,
)
from netzint.dokumente.fehler import SCHEITERT, VorlagenFehler
from netzint.dokumente.inert import flatten
from netzint.dokumente.markdownleser import DEEPEST, build_parser

if TYPE_CHECKING:
    from markdown_it.token import Token

_WECHSEL = re.compile(r"\*{6}")
"""A rule of so many asterisks: in every other reader of Markdown a rule, too."""
_NAMES = {"fence": "ein Codeblock", "code_inline": "Code in `…`", "image": "ein Bild"}
_ALIGN: dict[object, Ausrichtung] = {
    "text-align:left": "links",
    "text-align:center": "mitte",
    "text-align:right": "rechts",
}


def _fail(meldung: str, hinweis: str, zeile: int = 0) -> VorlagenFehler:
    return VorlagenFehler(SCHEITERT, meldung, hinweis, zeile=zeile)


def _unknown(token: Token) -> VorlagenFehler:
    what = _NAMES.get(token.type, f"„{token.type}“")
    near = flatten(token.content)[:60]
    return _fail(
        f"{what[0].upper()}{what[1:]} hat in einem Schreiben keinen Platz" + (f": {near}" if near else "") + ".",
        "Es gibt Überschriften, Absätze, Listen, Tabellen, Zitate, Verweise, **fett** und _kursiv_.",
    )


class _Strom:
    """The tokens, read once from front to back."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self.zeile = 0
        """The line of the last token that stands on one, from 1 on."""

    def take(self) -> Token:
        token = self._tokens[self._next]
        self._next += 1
        self.zeile = token.map[0] + 1 if token.map else self.zeile
        return token

    def at(self, kind: str) -> bool:
        """Whether the stream stands at such a token; it is taken if so. The end of the stream is ``""``."""
        if self._next == len(self._tokens):
            return kind == ""
        if self._tokens[self._next].type != kind:
            return False
        self._next += 1
        return True


def parse_baum(markdown: str) -> Baum:
    """The tree of a Markdown text.

    Raises VorlagenFehler, with the line of the text, for anything that the tree has no node for, and for table rows
    with cells too many.
    """
    tokens = build_parser().parse(markdown)
    if any(token.level > DEEPEST for token in tokens):
        raise _fail("Listen oder Zitate sind zu tief ineinander geschachtelt.", "Höchstens vier Ebenen sind zu lesen.")
    _check_rows(tokens, markdown)
    strom = _Strom(tokens)
    try:
        return _blocks(strom, "")
    except VorlagenFehler as error:
        error.zeile = strom.zeile
        raise


def _check_rows(tokens: list[Token], markdown: str) -> None:
    """markdown-it drops the cells of a row beyond those of the head; that would be text lost."""
    from markdown_it.rules_block.table import escapedSplit

    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    width, in_body = 0, False
    for token in tokens:
        if token.type == "thead_open":
            width, in_body = 0, False
        elif token.type == "th_open":
            width += 1
        elif token.type == "tbody_open":
            in_body = True
        elif token.type == "tr_open" and in_body and token.map:
            line = lines[token.map[0]].lstrip(" >").rstrip()
            if len(escapedSplit(line.removeprefix("|"))) - line.endswith("|") > width:
                raise _fail(
                    f"Eine Tabellenzeile hat mehr Felder als der Kopf ({width}): {line[:60]}",
                    "Ein senkrechter Strich im Text wird als \\| geschrieben.",
                    token.map[0] + 1,
                )


def _blocks(strom: _Strom, end: str) -> Baum:
    blocks: list[Block] = []
    while not strom.at(end):
        block = _block(strom)
        if block is not None:
            blocks.append(block)
    return tuple(blocks)


def _block(strom: _Strom) -> Block | None:
    token = strom.take()
    match token.type:
        case "paragraph_open":
            inhalt = _line(strom, "paragraph_close")
            return Absatz(inhalt) if inhalt else None
        case "heading_open":
            return _heading(strom, token)
        case "bullet_list_open":
            return Liste(_items(strom, "bullet_list_close"))
        case "ordered_list_open":
            return Liste(_items(strom, "ordered_list_close"), beginn=int(token.attrs.get("start", 1)))
        case "blockquote_open":
            return Zitat(_blocks(strom, "blockquote_close"))
        case "table_open":
            return _table(strom)
        case "hr":
            return Seitenwechsel() if token.level == 0 and _WECHSEL.match(token.markup) else Linie()
    raise _unknown(token)


def _heading(strom: _Strom, token: Token) -> Ueberschrift:
    inhalt = _line(strom, "heading_close")
    if token.level > 0:
        raise _fail("Eine Überschrift steht in einer Liste oder einem Zitat.", "Ziehen Sie sie heraus.")
    if not inhalt:
        raise _fail("Eine Überschrift ist leer.", "Prüfen Sie, ob die Variable darin einen Wert hat.")
    return Ueberschrift(int(token.tag[1]), inhalt)


def _items(strom: _Strom, end: str) -> tuple[Baum, ...]:
    items = []
    while not strom.at(end):
        token = strom.take()
        if token.type != "list_item_open":
            raise _unknown(token)
        items.append(_blocks(strom, "list_item_close"))
    return tuple(items)


def _table(strom: _Strom) -> Tabelle:
    rows: list[list[Zeile]] = []
    align: list[Ausrichtung] = []
    while not strom.at("table_close"):
        token = strom.take()
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            if token.type == "th_open":
                align.append(_ALIGN.get(token.attrGet("style"), ""))
            rows[-1].append(_line(strom, token.type.replace("open", "close")))
        elif token.type not in ("tr_close", "thead_open", "thead_close", "tbody_open", "tbody_close"):
            raise _unknown(token)
    return Tabelle(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]), tuple(align))


def _line(strom: _Strom, end: str) -> Zeile:
    token = strom.take()
    if token.type != "inline":
        raise _unknown(token)
    pieces = _pieces(_Strom(token.children or []), "")
    if not strom.at(end):
        raise _unknown(strom.take())
    return normalise(pieces)


def _pieces(strom: _Strom, end: str) -> Zeile:
    pieces: list[Stueck] = []
    while not strom.at(end):
        pieces.append(_piece(strom))
    return tuple(pieces)


def _piece(strom: _Strom) -> Stueck:
    token = strom.take()
    match token.type:
        case "text" | "text_special":
            return Text(token.content)
        case "softbreak":
            return Text(" ")
        case "hardbreak":
            return Umbruch()
        case "strong_open":
            return Stark(_pieces(strom, "strong_close"))
        case "em_open":
            return Betont(_pieces(strom, "em_close"))
        case "link_open" if not token.attrGet("title"):
            return Verweis(cast(str, token.attrGet("href")), _pieces(strom, "link_close"))
    raise _unknown(token)
