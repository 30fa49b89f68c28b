"""Words and parts of word processors' files as XML: nothing in them is ever fetched, expanded or run."""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from netzint.dokumente.fehler import OFFICE_UNLESBAR, VorlagenFehler

# What XML 1.0 has no way to write, not even escaped.
_UNMOEGLICH = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ERSATZ = "\N{REPLACEMENT CHARACTER}"


def clean(text: str) -> str:
    """The text; a sign that XML cannot hold is shown as such, it does not vanish."""
    return _UNMOEGLICH.sub(ERSATZ, text)


def write_text(text: str) -> str:
    """Text between tags."""
    return escape(clean(text))


def write_attribute(text: str) -> str:
    """A value with its quotes."""
    return quoteattr(clean(text))


def parse_teil(name: str, data: bytes) -> Any:
    """The root element of an XML part. Raises VorlagenFehler if it is broken or declares entities."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise VorlagenFehler(
            OFFICE_UNLESBAR, f"Der Teil „{name[:60]}“ der Datei ist beschädigt.", "Die Datei neu speichern."
        ) from error
    if root.getroottree().docinfo.doctype:
        text = f"Der Teil „{name[:60]}“ der Datei enthält eine Dokumenttyp-Angabe, die es dort nicht geben darf."
        raise VorlagenFehler(OFFICE_UNLESBAR, text, "Die Datei in Word oder LibreOffice öffnen und neu speichern.")
    return root
