"""What is wrong with a brief.odt: looked for in its parts, before any program opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from netzint.dokumente.briefbogen import INHALT, check_felder
from netzint.dokumente.fehler import OFFICE_AKTIV, OFFICE_AUSSEN, OFFICE_BILD, OFFICE_UNLESBAR, VorlagenFehler
from netzint.dokumente.odt_felder import ABSAETZE, find_namen, fold_space
from netzint.dokumente.xmltext import parse_teil

MIMETYPE = b"application/vnd.oasis.opendocument.text"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
_SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
_HREF = "{http://www.w3.org/1999/xlink}href"
_AKTIVE_TEILE = re.compile(
    r"^(Basic|Scripts|Dialogs|Object \d|ObjectReplacements)(/|$)|\.(class|jar|py|bsh|js)$", re.IGNORECASE
)
_AKTIVE_ELEMENTE = frozenset(
    (
        "script",
        "event-listener",
        "event-listeners",
        "scripts",
        "object",
        "object-ole",
        "applet",
        "plugin",
        "execute-macro",
    )
)
_NACHLADEND = frozenset(
    (
        "dde-connection",
        "dde-connection-decl",
        "dde-source",
        "dde-link",
        "section-source",
        "database-source",
        "floating-frame",
    )
)
_VERWEIS = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
_NAME = re.compile(r"(#|\./|Pictures/)")
_MARKE = re.compile(r"\{\{\s*" + INHALT + r"\s*\}\}")


def check_odt(teile: Mapping[str, bytes]) -> Iterator[VorlagenFehler]:
    """Everything that is wrong with it. Raises VorlagenFehler where it cannot be read on."""
    if teile.get("mimetype", b"").strip() != MIMETYPE or not {"content.xml", "styles.xml"} <= set(teile):
        text = "Die Datei ist kein ODF-Textdokument."
        raise VorlagenFehler(
            OFFICE_UNLESBAR, text, "In LibreOffice als „ODF-Textdokument (.odt)“ speichern, ohne Kennwort."
        )
    roots = {name: parse_teil(name, part) for name, part in teile.items() if name.endswith((".xml", ".rdf"))}
    dangerous = [*_find_active(teile, roots), *_find_outside(roots)]
    yield from dangerous
    if not dangerous:
        names = []
        for name in ("content.xml", "styles.xml"):
            fold_space(roots[name])
            names += find_namen(roots[name])
        yield from check_felder(names, _count_marken(roots["content.xml"], names.count(INHALT)))
        yield from _find_mute_pictures(roots)


def _local(node: Any) -> str:
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def _find_active(teile: Mapping[str, bytes], roots: Mapping[str, Any]) -> Iterator[VorlagenFehler]:
    found = [name for name in teile if _AKTIVE_TEILE.search(name)]
    for root in roots.values():
        # Every document of LibreOffice has an empty list of scripts.
        found += [
            _local(node)
            for node in root.iter()
            if _local(node) in _AKTIVE_ELEMENTE and (_local(node) != "scripts" or len(node))
        ]
    if found:
        text = "Die Datei enthält Makros oder eingebettete Objekte."
        yield VorlagenFehler(OFFICE_AKTIV, text, "Sie entfernen und als „ODF-Textdokument (.odt)“ speichern.")


def _find_outside(roots: Mapping[str, Any]) -> Iterator[VorlagenFehler]:
    found = set()
    for name, root in roots.items():
        for node in root.iter():
            target = node.get(_HREF, "") if isinstance(node.tag, str) else ""
            link = _local(node) == "a" and _VERWEIS.match(target)
            own_template = _local(node) == "template" and "://" not in target and not target.startswith(("//", "\\\\"))
            inside = not target or _NAME.match(target) or name == "META-INF/manifest.xml"
            if _local(node) in _NACHLADEND or not (inside or link or own_template):
                found.add((_local(node), target[:80]))
    for what, target in sorted(found):
        text = f"Die Datei lädt etwas von anderswo nach ({what}{': ' if target else ''}{target})."
        yield VorlagenFehler(OFFICE_AUSSEN, text, "Bilder und Text einfügen statt verknüpfen.", wert=target)


def _count_marken(root: Any, anywhere: int) -> int:
    """How often the marker is a paragraph of the text itself; more than that if it stands anywhere else, too."""
    body = root.find(f"{{{OFFICE}}}body/{{{OFFICE}}}text")
    paragraphs = [node for node in (body if body is not None else ()) if node.tag in ABSAETZE]
    alone = sum(1 for node in paragraphs if _MARKE.fullmatch("".join(node.itertext()).strip()))
    return anywhere if alone else 0


def _find_mute_pictures(roots: Mapping[str, Any]) -> Iterator[VorlagenFehler]:
    for root in roots.values():
        for node in root.iter(f"{{{_DRAW}}}image"):
            frame = node.getparent()
            told = [frame.findtext(f"{{{_SVG}}}{tag}") for tag in ("title", "desc")]
            if (
                not any(told)
                and frame.get("{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}decorative")
                != "true"
            ):
                name = frame.get(f"{{{_DRAW}}}name", "")[:60]
                text = f"Dem Bild „{name}“ fehlt der Alternativtext."
                yield VorlagenFehler(
                    OFFICE_BILD, text, "Rechte Maustaste auf das Bild, „Alternativer Text“.", wert=name
                )
