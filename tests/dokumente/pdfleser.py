"""A PDF as others read it: its words in the order of its structure, and where on the sheet they stand."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTCurve, LTPage, LTTextLine
from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdffont import PDFCIDFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

PUNKT = 25.4 / 72
"""One point in mm."""
WEICH = "\u00ad"


class _Leser(PDFDevice):
    """Collects the text of each marked piece of content; what is decoration is not collected."""

    def __init__(self, rsrcmgr: PDFResourceManager) -> None:
        super().__init__(rsrcmgr)
        self.texte: dict[tuple[int, int], str] = defaultdict(str)
        self.schmuck = ""
        self.seite = -1
        self._open: list[tuple[str, Any]] = []

    def begin_page(self, page: PDFPage, ctm: Any) -> None:  # noqa: ARG002 - as pdfminer calls it
        self.seite += 1

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        self._open.append((tag.name, props or {}))
        if "ActualText" in self._open[-1][1]:
            self._put(_decode(self._open[-1][1]["ActualText"]))

    def end_tag(self) -> None:
        self._open.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:  # noqa: ARG002 - likewise
        if any("ActualText" in props for _, props in self._open):
            return
        font = textstate.font
        assert isinstance(font, PDFCIDFont)
        for part in seq:
            if isinstance(part, bytes):
                self._put("".join(font.to_unichr(cid) for cid in font.decode(part)))

    def _put(self, text: str) -> None:
        mcid = next((props["MCID"] for _, props in reversed(self._open) if "MCID" in props), None)
        if mcid is None or any(tag == "Artifact" for tag, _ in self._open):
            self.schmuck += text
        else:
            self.texte[self.seite, mcid] += text


def _decode(value: bytes) -> str:
    return value[2:].decode("utf-16-be") if value.startswith(b"\xfe\xff") else value.decode("latin-1")


def _read(data: bytes) -> _Leser:
    manager = PDFResourceManager()
    leser = _Leser(manager)
    interpreter = PDFPageInterpreter(manager, leser)
    for page in PDFPage.get_pages(io.BytesIO(data)):
        interpreter.process_page(page)
    return leser


class Element(NamedTuple):
    """A node of the structure: its type, and the words in it or below, without the numbers and signs of lists."""

    art: str
    text: str


def elemente(data: bytes) -> list[Element]:
    """All nodes in reading order, each with all the words below it."""
    texte = _read(data).texte
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.objgen: nr for nr, page in enumerate(pdf.pages)}
        found: list[Element] = []

        def walk(node: Any, page: int) -> str:
            if isinstance(node, int):
                return texte[page, node]
            if isinstance(node, pikepdf.Array):
                return "".join(walk(child, page) for child in node)
            here = pages[node.Pg.objgen] if "/Pg" in node else page
            if node.get("/Type") == "/MCR":
                return texte[here, int(node.MCID)]
            if "/S" not in node:
                return ""
            at = len(found)
            found.append(Element(str(node.S)[1:], ""))
            text = walk(node.K, here) if "/K" in node else ""
            found[at] = Element(found[at].art, text)
            return "" if node.S == "/Lbl" else text + (" " if node.S in _ENDEN else "")

        walk(pdf.Root.StructTreeRoot.K, -1)
    return found


_ENDEN = ("/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/LI", "/TH", "/TD", "/BlockQuote")


def worte(data: bytes) -> list[str]:
    """All words in reading order, decoration left out, divided words whole again."""
    return elemente(data)[0].text.replace(WEICH, "").split()


def schmuck(data: bytes) -> str:
    """The words that whoever listens does not hear: heads and feet of pages."""
    return _read(data).schmuck


class Ort(NamedTuple):
    """A line of text or a stroke: where it stands on which sheet, in mm from the upper left corner."""

    seite: int
    text: str
    links: float
    oben: float
    rechts: float
    unten: float
    groesse: float


def orte(data: bytes) -> Iterator[Ort]:
    """All lines of text and all strokes."""
    for nr, page in enumerate(extract_pages(io.BytesIO(data), laparams=LAParams(boxes_flow=None, char_margin=1.0))):
        yield from _find(nr, page, page)


def _find(nr: int, page: LTPage, around: Any) -> Iterator[Ort]:
    for item in around:
        if isinstance(item, LTTextLine):
            chars = [char for char in item if isinstance(char, LTChar) and char.get_text().strip()]
            if chars:  # a space at the end of a line has no width that anybody sees
                edges = list(zip(*(char.bbox for char in chars), strict=True))
                bbox = (min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3]))
                yield _place(nr, page, bbox, item.get_text().strip(), chars[0].size)
        elif isinstance(item, LTCurve):
            yield _place(nr, page, item.bbox, "", 0.0)
        elif hasattr(item, "__iter__"):
            yield from _find(nr, page, item)


def _place(nr: int, page: LTPage, bbox: tuple[float, float, float, float], text: str, size: float) -> Ort:
    left, bottom, right, top = (value * PUNKT for value in bbox)
    height = page.height * PUNKT
    return Ort(nr, text, left, height - top, right, height - bottom, size)


def eigenschaften(data: bytes) -> tuple[str, dict[str, str]]:
    """The attached Markdown, and what the keywords say of where it comes from."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (attached,) = pdf.attachments.values()
        pairs = (pair.strip().split("=", 1) for pair in str(pdf.docinfo["/Keywords"]).split(","))
        return attached.get_file().read_bytes().decode(), {key.removeprefix("netzint."): value for key, value in pairs}
