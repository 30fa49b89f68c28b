"""The styles of an ODF text: what brief.odt is built with, and what is put in where an office has removed one."""

from __future__ import annotations

from netzint.dokumente.xmltext import write_attribute

NAMENSRAEUME = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
FARBE, LEISE, LINIE, FLAECHE = "#1f4e79", "#4d5661", "#b9c2cc", "#e6ecf2"
SCHRIFT = "Carlito"

ABSATZ, LISTE, ZITAT, VERWEIS = "Text body", "Listenpunkt", "Quotations", "Internet link"
ZELLE, KOPFZELLE, ANGABE, TRENNLINIE = "Table Contents", "Table Heading", "Tabellenangabe", "Horizontal Line"
FUSS, ANSCHRIFT, INFOBLOCK, BRIEFKOPF, ABSENDER = (
    "Schlussvermerk", "Anschrift", "Informationsblock", "Briefkopf", "Absender",
)  # fmt: skip
ZELLGROESSE = 10.0
"""Points, of the type in tables."""
FETT, KURSIV = "Strong Emphasis", "Emphasis"


def declare() -> str:
    """The names of the format's vocabularies, for a root element."""
    return " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMENSRAEUME.items())


def encode(name: str) -> str:
    """A style's name as it stands in the file."""
    return name.replace(" ", "_20_")


def write_stil(name: str, familie: str, auf: str = "", absatz: str = "", schrift: str = "", mehr: str = "") -> str:
    """One style; ``absatz`` and ``schrift`` are attributes of the paragraph and of its letters."""
    shown = f" style:display-name={write_attribute(name)}" if " " in name else ""
    parent = f' style:parent-style-name="{encode(auf)}"' if auf else ""
    inner = f"<style:paragraph-properties {absatz}/>" if absatz else ""
    inner += f"<style:text-properties {schrift}/>" if schrift else ""
    return (
        f'<style:style style:name="{encode(name)}"{shown} style:family="{familie}"{parent}{mehr}>{inner}</style:style>'
    )


def _absatz(name: str, absatz: str = "", schrift: str = "", *, auf: str = "Standard", mehr: str = "") -> str:
    return write_stil(name, "paragraph", auf, absatz, schrift, mehr)


def _heading(ebene: int, punkte: int, vor_mm: float) -> str:
    absatz = f'fo:margin-top="{vor_mm}mm" fo:margin-bottom="1.4mm" fo:keep-with-next="always" fo:keep-together="always"'
    schrift = f'fo:font-size="{punkte}pt" fo:font-weight="bold" fo:color="{FARBE}" fo:hyphenate="false"'
    mehr = f' style:default-outline-level="{ebene}" style:next-style-name="{encode(ABSATZ)}" style:class="text"'
    return _absatz(f"Heading {ebene}", absatz, schrift, mehr=mehr)


def _zeile(punkte: float) -> str:
    return f'fo:margin-top="0mm" fo:margin-bottom="0mm" fo:line-height="{punkte}pt"'


_ENG = 'fo:margin-top="0mm" fo:margin-bottom="0mm" fo:line-height="100%"'
STILE: dict[str, str] = {
    ABSATZ: _absatz(
        ABSATZ, 'fo:margin-top="0mm" fo:margin-bottom="2.1mm" fo:line-height="115%" fo:orphans="2" fo:widows="2"'
    ),
    "Heading 1": _heading(1, 18, 5.6),
    "Heading 2": _heading(2, 13, 4.9),
    "Heading 3": _heading(3, 11, 3.5),
    "Heading 4": _heading(4, 11, 2.8),
    "Heading 5": _heading(5, 11, 2.8),
    "Heading 6": _heading(6, 11, 2.8),
    LISTE: _absatz(LISTE, 'fo:margin-bottom="1.1mm"', auf=ABSATZ),
    ZITAT: _absatz(
        ZITAT,
        f'fo:margin-left="7.5mm" fo:padding-left="3mm" fo:border-left="2pt solid {LINIE}" fo:border-right="none" '
        'fo:border-top="none" fo:border-bottom="none"',
        auf=ABSATZ,
    ),
    VERWEIS: write_stil(VERWEIS, "text", schrift=f'fo:color="{FARBE}" style:text-underline-style="solid"'),
    FETT: write_stil(FETT, "text", schrift='fo:font-weight="bold"'),
    KURSIV: write_stil(KURSIV, "text", schrift='fo:font-style="italic"'),
    ZELLE: _absatz(ZELLE, _ENG, 'fo:font-size="10pt"'),
    KOPFZELLE: _absatz(KOPFZELLE, 'fo:keep-with-next="always"', 'fo:font-weight="bold"', auf=ZELLE),
    ANGABE: _absatz(ANGABE, "", f'fo:color="{LEISE}"', auf=ZELLE),
    TRENNLINIE: _absatz(
        TRENNLINIE,
        f'fo:margin-top="1mm" fo:margin-bottom="3mm" fo:line-height="6pt" fo:padding="0mm" fo:border="none" '
        f'fo:border-bottom="0.75pt solid {LINIE}"',
        'fo:font-size="4pt"',
    ),
    FUSS: _absatz(FUSS, 'fo:margin-top="0mm" fo:margin-bottom="0.7mm"', f'fo:font-size="8pt" fo:color="{LEISE}"'),
    ANSCHRIFT: _absatz(ANSCHRIFT, _zeile(12)),
    INFOBLOCK: _absatz(INFOBLOCK, _ENG, 'fo:font-size="9.5pt"'),
    BRIEFKOPF: _absatz(
        BRIEFKOPF, _zeile(18), f'fo:font-size="15pt" fo:font-weight="bold" fo:color="{FARBE}" fo:hyphenate="false"'
    ),
    ABSENDER: _absatz(ABSENDER, _zeile(10), 'fo:font-size="8.5pt" fo:hyphenate="false"'),
}
"""Name as LibreOffice shows it (built-in ones by their English name) → definition."""
