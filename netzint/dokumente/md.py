"""The tree as Markdown: one spelling for every tree, and reading it back gives the same tree."""

from __future__ import annotations

import re
import string
import unicodedata
from typing import NamedTuple

from netzint.dokumente.baum import (
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


class _Mark(NamedTuple):
    """A run of emphasis on its way out: ``**`` or ``_``."""

    text: str
    opens: bool


_Piece = str | _Mark

# Two letters on both sides of an underscore: one may still turn into an entity (see _guard), and one must remain.
_SPECIAL = re.compile(r"[\\`*\[\]<~|]|&(?=[#a-zA-Z])|(?<![^\W_]{2})_|_(?![^\W_]{2})")
_LINE_START = re.compile(r"^(?:(\d{1,9})([.)])|([#>+=:-]))", re.MULTILINE)
_RULES = {"": "---", "links": ":--", "mitte": ":-:", "rechts": "--:"}


def write_md(baum: Baum) -> str:
    """Canonical Markdown (CommonMark with tables), ending with a line break; the empty tree is empty text."""
    return _join(_write_blocks(baum, nested=False)) if baum else ""


def _join(lines: list[str]) -> str:
    return "\n".join(line.rstrip(" ") for line in lines) + "\n"


def _write_blocks(baum: Baum, *, nested: bool, tight: bool = False) -> list[str]:
    lines: list[str] = []
    turned = False
    for index, block in enumerate(baum):
        before = baum[index - 1] if index else None
        if before is not None and not tight:
            lines.append("")
        turned = not turned if _would_merge(before, block) else False
        lines += _write_block(block, nested=nested, turned=turned)
    return lines


def _would_merge(before: Block | None, block: Block) -> bool:
    """Two lists of one kind in a row are told apart by another sign only."""
    return isinstance(before, Liste) and isinstance(block, Liste) and (before.beginn is None) == (block.beginn is None)


def _write_block(block: Block, *, nested: bool, turned: bool) -> list[str]:
    match block:
        case Ueberschrift():
            return [f"{'#' * block.ebene} {_write_heading(block.inhalt)}"]
        case Absatz():
            return _write_paragraph(block.inhalt).split("\n")
        case Liste():
            return _write_list(block, turned=turned)
        case Tabelle():
            return _write_table(block)
        case Zitat():
            return [f"> {line}" if line else ">" for line in _write_blocks(block.inhalt, nested=True) or [""]]
        case Linie():
            return ["___" if nested else "---"]
        case Seitenwechsel():
            return ["******"]


def _write_paragraph(zeile: Zeile) -> str:
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", write_inline(zeile, umbruch="\\\n"))


def _write_heading(zeile: Zeile) -> str:
    text = write_inline(zeile, umbruch="<br>")
    return text[:-1] + "\\#" if text.endswith("#") else text


def _write_list(liste: Liste, *, turned: bool) -> list[str]:
    tight = all(_is_tight(punkt) for punkt in liste.punkte)
    lines: list[str] = []
    for index, punkt in enumerate(liste.punkte):
        if liste.beginn is None:
            marker = "* " if turned else "- "
        else:
            marker = f"{liste.beginn + index}{')' if turned else '.'} "
        if index and not tight:
            lines.append("")
        body = _write_blocks(punkt, nested=True, tight=tight) or [""]
        lines += [
            (" " * len(marker) if at else marker) + line if line else line for at, line in enumerate(body) if at or line
        ]
        if body == [""]:
            lines.append(marker.rstrip())
    return lines


def _is_tight(punkt: Baum) -> bool:
    """Whether a list item needs no blank lines: a paragraph, perhaps with a list that may interrupt it."""
    if not all(isinstance(block, Absatz) == (index == 0) for index, block in enumerate(punkt)):
        return False
    inner = punkt[1:]
    if not inner:
        return True
    (first, *rest) = inner
    return not rest and isinstance(first, Liste) and first.beginn in (None, 1) and all(first.punkte[:1])


def _write_table(tabelle: Tabelle) -> list[str]:
    head, *rows = [
        "| " + " | ".join(write_inline(cell, umbruch="<br>") for cell in row) + " |"
        for row in (tabelle.kopf, *tabelle.zeilen)
    ]
    return [head, "| " + " | ".join(_RULES[align] for align in tabelle.ausrichtung) + " |", *rows]


def write_inline(zeile: Zeile, umbruch: str) -> str:
    """One line of a block; ``umbruch`` is how a line break is spelled there."""
    pieces = [piece for piece in _flatten(zeile, umbruch) if piece != ""]
    before: list[_Piece] = []
    while before != pieces:  # an entity written for one mark stands beside another
        before = list(pieces)
        for index, piece in enumerate(before):
            if isinstance(piece, _Mark):
                _guard(pieces, index, piece)
    return "".join(piece.text if isinstance(piece, _Mark) else piece for piece in pieces)


def _flatten(zeile: Zeile, umbruch: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    for index, stueck in enumerate(zeile):
        match stueck:
            case Text():
                link_next = index + 1 < len(zeile) and isinstance(zeile[index + 1], Verweis)
                pieces.append(_escape(stueck.text, link_next=link_next))
            case Umbruch():
                pieces.append(umbruch)
            case Verweis():
                pieces += ["[", *_flatten(stueck.inhalt, umbruch), f"]({_escape_target(stueck.ziel)})"]
            case Stark() | Betont():
                sign = "**" if isinstance(stueck, Stark) else "_"
                pieces += [_Mark(sign, opens=True), *_flatten(stueck.inhalt, umbruch), _Mark(sign, opens=False)]
    return pieces


def _escape(text: str, *, link_next: bool) -> str:
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return escaped[:-1] + "\\!" if link_next and escaped.endswith("!") else escaped


def _escape_target(ziel: str) -> str:
    return re.sub(r"[\\()<>*_`\[\]~|]|&(?=[#a-zA-Z])", r"\\\g<0>", ziel)


def _guard(pieces: list[_Piece], index: int, mark: _Mark) -> None:
    """Write letters or spaces beside emphasis as entities where they would stop it from being emphasis."""
    step = 1 if mark.opens else -1
    inner, outer = _text_at(pieces, index + step), _text_at(pieces, index - step)
    inner_char = inner[0 if mark.opens else -1] if inner else ""
    outer_char = outer[-1 if mark.opens else 0] if outer else ""
    if inner_char.isspace():
        at = index + step
        pieces[at] = f"&#{ord(inner_char)};{inner[1:]}" if mark.opens else f"{inner[:-1]}&#{ord(inner_char)};"
        inner_char = "&"
    if not outer_char or outer_char.isspace() or _is_punctuation(outer_char):
        return
    if mark.text == "_" or not _is_letter(inner_char):
        at = index - step
        pieces[at] = f"{outer[:-1]}&#{ord(outer_char)};" if mark.opens else f"&#{ord(outer_char)};{outer[1:]}"


def _text_at(pieces: list[_Piece], index: int) -> str:
    piece = pieces[index] if 0 <= index < len(pieces) else ""
    return piece if isinstance(piece, str) else ""


def _is_letter(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] in "LN"


def _is_punctuation(char: str) -> bool:
    """Punctuation by every edition of CommonMark; symbols like € count as such only since 0.31."""
    return char in string.punctuation or unicodedata.category(char)[0] == "P"
