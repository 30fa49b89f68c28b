"""The words of a finished file, in their order: what a person reads in it, however a program has saved it again.

Page numbers and the like are left out: they are made anew by each program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from netzint.dokumente.ausweis import Ausweis, parse_xml, unpack
from netzint.dokumente.pdfworte import read_pdf

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KOMPATIBEL = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RAND = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_ABSCHNITTE = (f"{_W}p", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_TEXT}p", f"{_TEXT}h", f"{_TEXT}s", f"{_TEXT}tab")
_LEER = (*_ABSCHNITTE, f"{_TEXT}line-break")
_UEBERGANGEN = frozenset(
    {
        _KOMPATIBEL, f"{_W}delText", f"{_W}instrText", f"{_TEXT}page-number", f"{_TEXT}page-count",
        f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_OFFICE}forms", f"{_SVG}title", f"{_SVG}desc",
    }
)  # fmt: skip
_WEICH = "\N{SOFT HYPHEN}"


def read_worte(name: str, data: bytes, ausweis: Ausweis) -> list[str]:
    """The words of a file. Raises NetzintFehler (wrong usage) if it cannot be read."""
    match ausweis.form:
        case "pdf":
            text = read_pdf(name, data)
        case "docx":
            text = _read_docx(name, data)
        case "odt":
            text = _read_odt(name, data)
        case "html":
            text = _read_html(ausweis.text)
        case _:
            text = ausweis.text
    return text.replace(_WEICH, "").replace("\ufeff", "").split()


def _read_docx(name: str, data: bytes) -> str:
    """The body, then what stands in margins and notes, each wording once: a program may number these parts anew."""
    parts = unpack(name, data)
    body = _words_of_word(parse_xml(name, parts["word/document.xml"]))
    margins = {_words_of_word(parse_xml(name, part)) for key, part in parts.items() if _RAND.fullmatch(key)}
    return "\n".join((body, *sorted(margins)))


def _words_of_word(root: Any) -> str:
    """Without the results of fields: they begin behind ``separate`` and go on to ``end``."""
    pieces: list[str] = []
    fields: list[bool] = []
    for node in _walk(root):
        if node.tag == f"{_W}fldChar":
            kind = node.get(f"{_W}fldCharType")
            if kind == "begin":
                fields.append(False)
            elif fields and kind == "separate":
                fields[-1] = True
            elif fields and kind == "end":
                fields.pop()
        elif node.tag in _LEER:
            pieces.append(" ")
        elif node.tag == f"{_W}t" and not any(fields):
            pieces.append(node.text or "")
    return " ".join("".join(pieces).split())


def _walk(node: Any) -> Iterator[Any]:
    """All elements but those that are no words, in the order of the document; as deep as they are nested."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here.tag, str) and here.tag not in _UEBERGANGEN and here.tag != f"{_W}fldSimple":
            yield here
            waiting += reversed(here)


def _read_odt(name: str, data: bytes) -> str:
    parts = unpack(name, data)
    body = parse_xml(name, parts["content.xml"]).find(f"{_OFFICE}body")  # type: ignore[attr-defined]
    styles = parse_xml(name, parts["styles.xml"]) if "styles.xml" in parts else None
    masters = styles.find(f"{_OFFICE}master-styles") if styles is not None else None  # type: ignore[attr-defined]
    margins = {_words_of_odf(page) for page in (masters if masters is not None else ())}
    return "\n".join((_words_of_odf(body) if body is not None else "", *sorted(margins)))


def _words_of_odf(root: Any) -> str:
    """Text stands in elements and behind them; behind one that is left out it counts again."""
    pieces: list[str] = []
    waiting: list[Any] = [root]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            pieces.append(here)
            continue
        waiting.append(here.tail or "")
        if isinstance(here.tag, str) and here.tag not in _UEBERGANGEN:
            waiting += [*([" "] if here.tag in _LEER else []), *reversed(here), here.text or ""]
            pieces += [" "] if here.tag in _LEER else []
    return " ".join("".join(pieces).split())


class _Text(HTMLParser):
    _STUMM = frozenset({"head", "style", "script", "template"})
    _IM_SATZ = frozenset({"a", "b", "em", "i", "span", "strong", "u", "abbr", "time"})

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._mute = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as it is called
        self._mute += tag in self._STUMM
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._mute -= tag in self._STUMM and self._mute > 0
        self._part(tag)

    def _part(self, tag: str) -> None:
        if tag not in self._IM_SATZ:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._mute:
            self.pieces.append(data)


def _read_html(text: str) -> str:
    parser = _Text()
    parser.feed(text)
    parser.close()
    return "".join(parser.pieces)
