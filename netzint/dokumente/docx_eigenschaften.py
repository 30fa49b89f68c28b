"""What a Word document says of itself: title, author, day, language, where it comes from."""

from __future__ import annotations

from typing import Any

from netzint.dokumente.herkunft import list_herkunft
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.xmltext import write_text

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KERN = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
SPRACHE = "de-DE"


def set_eigenschaften(document: Any, kopf: Kopf, titel: str) -> None:
    """Replace whatever the letterhead said of itself; the day is the document's own."""
    from docx.oxml import parse_xml

    moment = f"{kopf.datum}T00:00:00Z" if kopf.datum else ""
    values = (
        ("dc:title", titel),
        ("dc:creator", kopf.netzwerk),
        ("cp:lastModifiedBy", kopf.netzwerk),
        ("dc:subject", kopf.zeichen),
        ("dc:identifier", kopf.kennung),
        ("cp:keywords", "; ".join(f"{name}={value}" for name, value in list_herkunft(kopf))),
        ("dc:language", SPRACHE),
        ("cp:revision", "1"),
        *((name, moment) for name in ("dcterms:created", "dcterms:modified")),
    )
    kind = ' xsi:type="dcterms:W3CDTF"'
    nodes = "".join(
        f"<{name}{kind if name.startswith('dcterms') else ''}>{write_text(value)}</{name}>"
        for name, value in values
        if value
    )
    core = document.part.package.core_properties._element  # noqa: SLF001 - its setters refuse more than 255 signs
    for node in list(core):
        core.remove(node)
    for node in parse_xml(f"<cp:coreProperties {_KERN}>{nodes}</cp:coreProperties>"):
        core.append(node)
    _set_sprache(document)


def _set_sprache(document: Any) -> None:
    """The language of all text that does not name another one: without it a screen reader reads German as English."""
    from docx.oxml import parse_xml

    root = document.styles.element
    defaults = root.find(f"{{{_W}}}docDefaults")
    if defaults is None:
        defaults = parse_xml(f'<w:docDefaults xmlns:w="{_W}"/>')
        root.insert(0, defaults)
    for path in (("rPrDefault",), ("rPrDefault", "rPr"), ("rPrDefault", "rPr", "lang")):
        above = defaults
        for tag in path:
            node = above.find(f"{{{_W}}}{tag}")
            if node is None:
                node = parse_xml(f'<w:{tag} xmlns:w="{_W}"/>')
                above.insert(0, node) if tag == "rPrDefault" else above.append(node)
            above = node
    above.set(f"{{{_W}}}val", SPRACHE)
