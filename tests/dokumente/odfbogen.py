"""How the shipped brief.odt is made: rebuilt by the tests, and laid down with ``--erwartet-annehmen``."""

from __future__ import annotations

from netzint.dokumente import odt_stile as stil
from netzint.dokumente.din5008 import BRIEFKOPF, RAND_LINKS, RAND_RECHTS
from netzint.dokumente.odt_pruefung import MIMETYPE
from netzint.dokumente.paket import pack

_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_OBEN = 10.0
_SATZBREITE = 210 - RAND_LINKS - RAND_RECHTS
_DEUTSCH = 'fo:language="de" fo:country="DE"'


def build() -> bytes:
    """The bytes of brief.odt."""
    parts = {
        "META-INF/manifest.xml": _manifest(),
        "content.xml": _content(),
        "meta.xml": _meta(),
        "settings.xml": _settings(),
        "styles.xml": _styles(),
    }
    return pack(
        {"mimetype": MIMETYPE} | {name: f"{_XML}\n{text}\n".encode() for name, text in parts.items()}, ("mimetype",)
    )


def _manifest() -> str:
    kinds = {"/": MIMETYPE.decode(), "content.xml": "text/xml", "meta.xml": "text/xml"}
    kinds |= {"settings.xml": "text/xml", "styles.xml": "text/xml"}
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in kinds.items()
    )
    uri = stil.NAMENSRAEUME["manifest"]
    return f'<manifest:manifest xmlns:manifest="{uri}" manifest:version="1.3">{rows}</manifest:manifest>'


def _meta() -> str:
    return (
        f'<office:document-meta {stil.declare()} office:version="1.3"><office:meta><dc:title>Briefbogen</dc:title>'
        "<dc:language>de-DE</dc:language></office:meta></office:document-meta>"
    )


def _settings() -> str:
    """Without these LibreOffice ignores the distance above the first paragraph of a page or a cell."""
    names = ("AddParaTableSpacing", "AddParaTableSpacingAtStart", "AddParaSpacingToTableCells")
    items = "".join(
        f'<config:config-item config:name="{name}" config:type="boolean">true</config:config-item>' for name in names
    )
    return (
        f'<office:document-settings {stil.declare()} xmlns:ooo="http://openoffice.org/2004/office" '
        'xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.3"><office:settings>'
        f'<config:config-item-set config:name="ooo:configuration-settings">{items}</config:config-item-set>'
        "</office:settings></office:document-settings>"
    )


def _paragraph(name: str, text: str) -> str:
    return f'<text:p text:style-name="{stil.encode(name)}">{text}</text:p>'


def _content() -> str:
    """The letterhead is as high as the sheet's first 27 mm want it: a letter's address field begins right below it."""
    rows = _paragraph(stil.BRIEFKOPF, "{{ netzwerk }}") + _paragraph(stil.ABSENDER, "{{ absender }}")
    forms = (
        '<style:style style:name="Kopf" style:family="table" style:master-page-name="Erste_20_Seite">'
        f'<style:table-properties style:width="{_SATZBREITE}mm" table:align="left"/></style:style>'
        '<style:style style:name="Kopf.A" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{_SATZBREITE}mm"/></style:style>'
        '<style:style style:name="Kopf.1" style:family="table-row">'
        f'<style:table-row-properties style:row-height="{BRIEFKOPF - _OBEN}mm"/></style:style>'
        '<style:style style:name="Kopf.A1" style:family="table-cell"><style:table-cell-properties fo:padding="0mm" '
        'fo:border="none"/></style:style>'
        '<style:style style:name="KopfLinie" style:family="paragraph" '
        f'style:parent-style-name="{stil.encode(stil.ABSENDER)}">'
        f'<style:paragraph-properties fo:padding="0mm" fo:padding-bottom="1mm" fo:border="none" '
        f'fo:border-bottom="1.5pt solid {stil.FARBE}"/></style:style>'
    )
    rows = rows.replace(f'text:style-name="{stil.encode(stil.ABSENDER)}"', 'text:style-name="KopfLinie"')
    table = (
        '<table:table table:name="Briefkopf" table:style-name="Kopf"><table:table-column table:style-name="Kopf.A"/>'
        f'<table:table-row table:style-name="Kopf.1"><table:table-cell table:style-name="Kopf.A1" '
        f'office:value-type="string">{rows}</table:table-cell></table:table-row></table:table>'
    )
    return (
        f'<office:document-content {stil.declare()} office:version="1.3"><office:automatic-styles>{forms}'
        f"</office:automatic-styles><office:body><office:text>{table}{_paragraph(stil.ABSATZ, '{{ inhalt }}')}"
        "</office:text></office:body></office:document-content>"
    )


def _styles() -> str:
    face = (
        f'<office:font-face-decls><style:font-face style:name="{stil.SCHRIFT}" svg:font-family="{stil.SCHRIFT}" '
        'style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>'
    )
    letters = (
        f'style:font-name="{stil.SCHRIFT}" fo:font-size="11pt" {_DEUTSCH} fo:hyphenate="true" '
        'fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3" fo:color="#000000"'
    )
    defaults = (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="2" '
        f'style:tab-stop-distance="12.5mm"/><style:text-properties {letters}/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
    )
    small = f'<style:text-properties fo:font-size="8pt" fo:color="{stil.LEISE}"/>'
    tabs = (
        "<style:paragraph-properties{}><style:tab-stops><style:tab-stop "
        f'style:position="{_SATZBREITE}mm" style:type="right"/></style:tab-stops></style:paragraph-properties>'
    )
    rule = f' fo:padding="0mm" fo:padding-bottom="1.2mm" fo:border="none" fo:border-bottom="0.5pt solid {stil.LINIE}"'
    for name, form in (("Header", tabs.format(rule)), ("Footer", tabs.format(""))):
        defaults += (
            f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard" '
            f'style:class="extra">{form}{small}</style:style>'
        )
    return (
        f'<office:document-styles {stil.declare()} office:version="1.3">{face}<office:styles>{defaults}'
        f"{''.join(stil.STILE.values())}</office:styles><office:automatic-styles>{_page('Erste', _OBEN, head=False)}"
        f"{_page('Folge', 12.0, head=True)}</office:automatic-styles><office:master-styles>{_masters()}"
        "</office:master-styles></office:document-styles>"
    )


def _page(name: str, oben: float, *, head: bool) -> str:
    header = _margins("header", 'fo:min-height="5mm" fo:margin-bottom="7mm"')
    footer = _margins("footer", 'fo:min-height="8mm" fo:margin-top="4mm"')
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="210mm" '
        f'fo:page-height="297mm" style:print-orientation="portrait" fo:margin-top="{oben}mm" fo:margin-bottom="10mm" '
        f'fo:margin-left="{RAND_LINKS}mm" fo:margin-right="{RAND_RECHTS}mm"/>{header if head else ""}'
        f"{footer}</style:page-layout>"
    )


def _margins(what: str, form: str) -> str:
    return f"<style:{what}-style><style:header-footer-properties {form}/></style:{what}-style>"


def _masters() -> str:
    pages = 'Seite <text:page-number text:select-page="current">1</text:page-number>'
    pages += " von <text:page-count>1</text:page-count>"
    foot = f"<style:footer>{_paragraph('Footer', '{{ zeichen }}<text:tab/>' + pages)}</style:footer>"
    head = f"<style:header>{_paragraph('Header', '{{ netzwerk }}<text:tab/>{{ datum }}')}</style:header>"
    return (
        '<style:master-page style:name="Erste_20_Seite" style:display-name="Erste Seite" '
        f'style:page-layout-name="Erste" style:next-style-name="Standard">{foot}</style:master-page>'
        f'<style:master-page style:name="Standard" style:page-layout-name="Folge">{head}{foot}</style:master-page>'
    )
