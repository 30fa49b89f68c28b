"""The fields of brief.odt, found and filled in its XML. A word processor may have cut a field into several spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from netzint.dokumente.fehler import SPRACHE, VorlagenFehler

TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
ABSAETZE = (f"{{{TEXT}}}p", f"{{{TEXT}}}h")
_FELD = re.compile(r"\{\{\s*([A-Za-z_]\w*)\s*\}\}")
_REST = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


class Stelle:
    """One piece of text: that of an element, or what follows an element in its parent."""

    def __init__(self, node: Any, *, tail: bool) -> None:
        self.node = node
        self.tail = tail

    @property
    def text(self) -> str:
        """The words."""
        return str((self.node.tail if self.tail else self.node.text) or "")

    @text.setter
    def text(self, value: str) -> None:
        if self.tail:
            self.node.tail = value
        else:
            self.node.text = value


def iter_absaetze(root: Any) -> Iterator[tuple[Any, list[Stelle]]]:
    """Every paragraph with its pieces of text; a paragraph inside another one (in a frame) counts for itself."""
    for paragraph in root.iter(*ABSAETZE):
        yield paragraph, list(_pieces(paragraph))


def _pieces(node: Any) -> Iterator[Stelle]:
    yield Stelle(node, tail=False)
    for child in node:
        if child.tag not in ABSAETZE and isinstance(child.tag, str):
            yield from _pieces(child)
        yield Stelle(child, tail=True)


def find_namen(root: Any) -> list[str]:
    """The names of all fields. Raises VorlagenFehler where something else stands in braces."""
    names = []
    for _, pieces in iter_absaetze(root):
        text = "".join(piece.text for piece in pieces)
        names += _FELD.findall(text)
        if _REST.search(_FELD.sub("", text)):
            raise VorlagenFehler(
                SPRACHE,
                "Hier stehen Anweisungen, Filter oder offene geschweifte Klammern.",
                "In einem Briefbogen gibt es nur Felder wie {{ netzwerk }}.",
            )
    return names


def fill_in(root: Any, werte: Mapping[str, str]) -> None:
    """Put the values in place of the fields; what is not a field's name stays."""
    for _, pieces in iter_absaetze(root):
        text = "".join(piece.text for piece in pieces)
        for match in reversed(list(_FELD.finditer(text))):
            if match[1] in werte:
                _replace(pieces, match.start(), match.end(), werte[match[1]])
    for stelle in [piece for _, pieces in list(iter_absaetze(root)) for piece in pieces if "\n" in piece.text]:
        _break_lines(stelle)


def _replace(pieces: list[Stelle], start: int, end: int, value: str) -> None:
    """The value goes where the field begins; the rest of it is taken out of the pieces that it was cut into."""
    at = 0
    for piece in pieces:
        text = piece.text
        low, high = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if low < high:
            piece.text = text[:low] + value + text[high:]
            value = ""


def _break_lines(stelle: Stelle) -> None:
    """Line ends of a value become line breaks. (The XML itself has none: they were folded when it was read.)"""
    from lxml import etree

    first, *rest = stelle.text.split("\n")
    stelle.text = first
    parent = stelle.node.getparent() if stelle.tail else stelle.node
    at = parent.index(stelle.node) + 1 if stelle.tail else 0
    for line in rest:
        node = etree.Element(f"{{{TEXT}}}line-break")
        node.tail = line
        parent.insert(at, node)
        at += 1


def fold_space(root: Any) -> None:
    """White space in the XML of paragraphs is one space each (ODF 1.3, 6.1.2), line ends too."""
    for _, pieces in iter_absaetze(root):
        for piece in pieces:
            if piece.text and ("\n" in piece.text or "\t" in piece.text):
                piece.text = re.sub(r"[ \t\r\n]+", " ", piece.text)
