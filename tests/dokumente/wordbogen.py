"""How the shipped brief.docx is made: rebuilt by the tests, and laid down with ``--erwartet-annehmen``."""

from __future__ import annotations

from netzint.dokumente import docx_stile as stil
from netzint.dokumente.din5008 import RAND_LINKS, RAND_RECHTS
from netzint.dokumente.docx_brief import to_twips
from netzint.dokumente.paket import pack

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_W = f'xmlns:w="{stil.W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TEIL = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BEZUG = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_TEILE = {"styles": "styles", "settings": "settings", "header1": "header", "footer1": "footer", "footer2": "footer"}
_KOPF_OBEN = 10.0
_SATZBREITE = 210 - RAND_LINKS - RAND_RECHTS


def build() -> bytes:
    """The bytes of brief.docx."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relationships({"word/document.xml": "officeDocument", "docProps/core.xml": "core"}),
        "docProps/core.xml": _core(),
        "word/_rels/document.xml.rels": _relationships({f"{name}.xml": kind for name, kind in _TEILE.items()}),
        "word/document.xml": _document(),
        "word/footer1.xml": _foot(),
        "word/footer2.xml": _foot(),
        "word/header1.xml": _folgekopf(),
        "word/settings.xml": _settings(),
        "word/styles.xml": _styles(),
    }
    return pack(
        {name: f"{_XML}\n{text}\n".encode() for name, text in parts.items()}, ("[Content_Types].xml", "_rels/.rels")
    )


def _types() -> str:
    kinds = {f"word/{name}": f"{_TEIL}.{kind}+xml" for name, kind in _TEILE.items()}
    kinds |= {"word/document": f"{_TEIL}.document.main+xml"}
    kinds |= {"docProps/core": "application/vnd.openxmlformats-package.core-properties+xml"}
    rows = "".join(f'<Override PartName="/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'<Types xmlns="{_PAKET}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _relationships(ziele: dict[str, str]) -> str:
    kinds = {"core": f"{_PAKET}/relationships/metadata/core-properties"}
    rows = "".join(
        f'<Relationship Id="rId{nr}" Type="{kinds.get(kind, f"{_BEZUG}/{kind}")}" Target="{target}"/>'
        for nr, (target, kind) in enumerate(ziele.items(), 1)
    )
    return f'<Relationships xmlns="{_PAKET}/relationships">{rows}</Relationships>'


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PAKET}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Briefbogen</dc:title><dc:language>de-DE</dc:language></cp:coreProperties>"
    )


def _paragraph(name: str, inhalt: str, form: str = "") -> str:
    style = "".join(part.capitalize() for part in name.split())
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{form}</w:pPr>{inhalt}</w:p>'


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(code: str) -> str:
    parts: tuple[str, ...] = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
    )
    parts += ('<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>')
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def _document() -> str:
    """The letterhead ends where the sheet's first 27 mm end; what pushes down the other pages is their header."""
    body = _paragraph(stil.BRIEFKOPF, _text("{{ netzwerk }}"))
    body += _paragraph(stil.ABSENDER, _text("{{ absender }}"))
    body += _paragraph(stil.ABSATZ, _text("{{ inhalt }}"))
    margins = (
        f'w:top="{to_twips(_KOPF_OBEN)}" w:right="{to_twips(RAND_RECHTS)}" w:bottom="{to_twips(22)}" '
        f'w:left="{to_twips(RAND_LINKS)}" w:header="{to_twips(_KOPF_OBEN)}" w:footer="{to_twips(10)}" w:gutter="0"'
    )
    section = (
        '<w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="first" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>'
        f"<w:pgMar {margins}/><w:titlePg/>"
    )
    return f"<w:document {_W}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"


def _two_sides() -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{to_twips(_SATZBREITE)}"/></w:tabs>'


def _foot() -> str:
    pages = _text("Seite ") + _field("PAGE") + _text(" von ") + _field("NUMPAGES")
    inhalt = _text("{{ zeichen }}") + "<w:r><w:tab/></w:r>" + pages
    return f"<w:ftr {_W}>{_paragraph('footer', inhalt, form=_two_sides())}</w:ftr>"


def _folgekopf() -> str:
    inhalt = _text("{{ netzwerk }}") + "<w:r><w:tab/></w:r>" + _text("{{ datum }}")
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{stil.LINIE}"/></w:pBdr>'
    form = f'{rule}{_two_sides()}<w:spacing w:after="480"/>'
    return f"<w:hdr {_W}>{_paragraph('header', inhalt, form=form)}</w:hdr>"


def _settings() -> str:
    return (
        f'<w:settings {_W}><w:autoHyphenation/><w:hyphenationZone w:val="283"/><w:defaultTabStop w:val="709"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="de-DE"/></w:settings>'
    )


def _styles() -> str:
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{stil.GRUNDSCHRIFT}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    definitions = "".join(stil.STILE.values()).replace(f' xmlns:w="{stil.W}"', "")
    return f"<w:styles {_W}>{defaults}{definitions}</w:styles>"
