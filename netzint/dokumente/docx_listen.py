"""Lists of a Word document: every numbered list counts for itself, whatever came before it."""

from __future__ import annotations

from typing import Any

from netzint.dokumente.docx_stile import FARBE, W

TIEFSTE = 8
"""Word knows nine levels, 0 to 8."""
EINZUG = 425
"""Twips (1/1440 inch) that a level is set in: 7.5 mm."""
_ZEICHEN = ("•", "–", "·")


class Nummern:
    """The lists of one document. Numbers are given out while it is written; ``save`` declares them."""

    def __init__(self, numbering: Any) -> None:
        self._numbering = numbering
        self._abstrakt = 1 + max(_ids(numbering, "abstractNum", "abstractNumId"), default=-1)
        self._erste = 1 + max(_ids(numbering, "num", "numId"), default=0)
        self._nums: list[str] = []

    def new_list(self, ebene: int, beginn: int | None) -> str:
        """The number property of the items of a new list at this level (0 and up), from ``beginn`` or with bullets."""
        level = min(ebene, TIEFSTE)
        number = self._erste + len(self._nums)
        start = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{beginn}"/></w:lvlOverride>'
            if beginn is not None
            else ""
        )
        abstract = self._abstrakt + (beginn is None)
        self._nums.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{start}</w:num>')
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

    def save(self) -> None:
        """Write the declarations: forms first, as the format wants it."""
        if not self._nums:
            return
        from docx.oxml import parse_xml

        first = next((node for node in self._numbering if node.tag == f"{{{W}}}num"), None)
        at = len(self._numbering) if first is None else self._numbering.index(first)
        forms = _write_form(self._abstrakt, numbered=True) + _write_form(self._abstrakt + 1, numbered=False)
        for node in parse_xml(f'<w:numbering xmlns:w="{W}">{forms}</w:numbering>'):
            self._numbering.insert(at, node)
            at += 1
        for node in parse_xml(f'<w:numbering xmlns:w="{W}">{"".join(self._nums)}</w:numbering>'):
            self._numbering.append(node)


def _ids(numbering: Any, tag: str, attribute: str) -> list[int]:
    return [int(node.get(f"{{{W}}}{attribute}")) for node in numbering.iterchildren(f"{{{W}}}{tag}")]


def _write_form(number: int, *, numbered: bool) -> str:
    levels = "".join(_write_level(level, numbered=numbered) for level in range(TIEFSTE + 1))
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def _write_level(level: int, *, numbered: bool) -> str:
    text = f"%{level + 1}." if numbered else _ZEICHEN[level % len(_ZEICHEN)]
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{"decimal" if numbered else "bullet"}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{EINZUG * (level + 1)}" w:hanging="{EINZUG}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{FARBE}"/></w:rPr></w:lvl>'
    )
