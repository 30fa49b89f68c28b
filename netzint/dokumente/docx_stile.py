"""The styles of a Word document: what brief.docx is built with, and what is put in where an office has removed one."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FARBE, LEISE, LINIE, FLAECHE = "1F4E79", "4D5661", "B9C2CC", "E6ECF2"
SCHRIFT = "Calibri"
GRUNDSCHRIFT = (
    f'<w:rFonts w:ascii="{SCHRIFT}" w:hAnsi="{SCHRIFT}" w:eastAsia="{SCHRIFT}" w:cs="{SCHRIFT}"/>'
    '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/>'
)

ABSATZ, LISTE, ZITAT, VERWEIS = "Normal", "List Paragraph", "Quote", "Hyperlink"
TABELLE, ZELLE, KOPFZELLE, ANGABE = "Netzint Tabelle", "Tabellentext", "Tabellenkopf", "Tabellenangabe"
ZELLGROESSE = 10.0
"""Points, of the type in tables."""
TRENNLINIE, FUSS, ANSCHRIFT, INFOBLOCK = "Trennlinie", "Schlussvermerk", "Anschrift", "Informationsblock"
BRIEFKOPF, ABSENDER = "Briefkopf", "Absender"


def _paragraph(name: str, form: str = "", schrift: str = "", *, auf: str = ABSATZ, mehr: str = "") -> str:
    based = f'<w:basedOn w:val="{_id(auf)}"/>' if auf else ""
    start = ' w:default="1"' if not auf else ""
    form, schrift = (f"<w:pPr>{form}</w:pPr>" if form else ""), (f"<w:rPr>{schrift}</w:rPr>" if schrift else "")
    return (
        f'<w:style xmlns:w="{W}" w:type="paragraph"{start} w:styleId="{_id(name)}"><w:name w:val="{name}"/>{based}'
        f"{mehr}<w:qFormat/>{form}{schrift}</w:style>"
    )


def _id(name: str) -> str:
    return "".join(part.capitalize() for part in name.split())


def _heading(ebene: int, punkte: int, vor: int) -> str:
    form = (
        f'<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="{vor}" w:after="80"/>'
        f'<w:outlineLvl w:val="{ebene - 1}"/>'
    )
    schrift = f'<w:b/><w:color w:val="{FARBE}"/><w:sz w:val="{punkte * 2}"/><w:szCs w:val="{punkte * 2}"/>'
    return _paragraph(f"heading {ebene}", form, schrift, mehr=f'<w:next w:val="{_id(ABSATZ)}"/>')


def _small(size: int, *, color: str = "") -> str:
    shade = f'<w:color w:val="{color}"/>' if color else ""
    return f'{shade}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _border(side: str, size: int, color: str, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/>'


def _table() -> str:
    lines = "".join(_border(side, 4, LINIE) for side in ("top", "bottom", "insideH"))
    margins = (
        '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )
    head = f'<w:tcBorders>{_border("bottom", 8, FARBE)}</w:tcBorders><w:shd w:val="clear" w:fill="{FLAECHE}"/>'
    return (
        f'<w:style xmlns:w="{W}" w:type="table" w:customStyle="1" w:styleId="{_id(TABELLE)}">'
        f'<w:name w:val="{TABELLE}"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders>{margins}</w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{head}</w:tcPr></w:tblStylePr></w:style>'
    )


_ENG = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_HYPERLINK = (
    f'<w:style xmlns:w="{W}" w:type="character" w:styleId="{VERWEIS}"><w:name w:val="{VERWEIS}"/>'
    f'<w:rPr><w:color w:val="{FARBE}"/><w:u w:val="single"/></w:rPr></w:style>'
)

STILE: dict[str, str] = {
    ABSATZ: _paragraph(ABSATZ, '<w:spacing w:before="0" w:after="120" w:line="264" w:lineRule="auto"/>', auf=""),
    "heading 1": _heading(1, 18, 320),
    "heading 2": _heading(2, 13, 280),
    "heading 3": _heading(3, 11, 200),
    "heading 4": _heading(4, 11, 160),
    "heading 5": _heading(5, 11, 160),
    "heading 6": _heading(6, 11, 160),
    LISTE: _paragraph(LISTE, '<w:spacing w:after="60"/>'),
    ZITAT: _paragraph(ZITAT, f"<w:pBdr>{_border('left', 18, LINIE, 8)}</w:pBdr>"),
    VERWEIS: _HYPERLINK,
    TABELLE: _table(),
    ZELLE: _paragraph(ZELLE, _ENG, _small(20)),
    KOPFZELLE: _paragraph(KOPFZELLE, f"<w:keepNext/>{_ENG}", f"<w:b/>{_small(20)}"),
    ANGABE: _paragraph(ANGABE, _ENG, _small(20, color=LEISE)),
    TRENNLINIE: _paragraph(
        TRENNLINIE,
        f"<w:pBdr>{_border('bottom', 6, LINIE)}</w:pBdr>"
        '<w:spacing w:before="60" w:after="160" w:line="120" w:lineRule="exact"/>',
    ),
    FUSS: _paragraph(
        FUSS, '<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/>', _small(16, color=LEISE)
    ),
    ANSCHRIFT: _paragraph(ANSCHRIFT, '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/>'),
    INFOBLOCK: _paragraph(INFOBLOCK, _ENG, _small(19)),
    BRIEFKOPF: _paragraph(
        BRIEFKOPF,
        '<w:suppressAutoHyphens/><w:spacing w:before="0" w:after="20" w:line="360" w:lineRule="exact"/>',
        f"<w:b/>{_small(30, color=FARBE)}",
    ),
    ABSENDER: _paragraph(
        ABSENDER,
        f"<w:pBdr>{_border('bottom', 12, FARBE, 4)}</w:pBdr><w:suppressAutoHyphens/>"
        '<w:spacing w:before="0" w:after="220" w:line="200" w:lineRule="exact"/>',
        _small(17),
    ),
    "header": _paragraph("header", '<w:spacing w:after="0"/>', _small(16, color=LEISE)),
    "footer": _paragraph("footer", '<w:spacing w:after="0"/>', _small(16, color=LEISE)),
}
"""Name as Word shows it (built-in ones by their English name) → definition."""
