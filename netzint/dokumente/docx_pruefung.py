"""What is wrong with a brief.docx: looked for in its parts, before any program opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from netzint.dokumente.briefbogen import INHALT, check_felder
from netzint.dokumente.docx_felder import find_namen
from netzint.dokumente.docx_stile import W
from netzint.dokumente.fehler import OFFICE_AKTIV, OFFICE_AUSSEN, OFFICE_BILD, OFFICE_UNLESBAR, VorlagenFehler
from netzint.dokumente.xmltext import parse_teil

_HAUPTTEIL = "word/document.xml"
_NOTWENDIG = ("[Content_Types].xml", "_rels/.rels", _HAUPTTEIL)
_AKTIV = re.compile(r"vba|activex|/embeddings/|\.bin$|macro", re.IGNORECASE)
_AKTIVE_BEZIEHUNG = re.compile(r"/(vbaProject|control|oleObject|package|activeXControlBinary|attachedToolbars)$")
_NACHLADEND = re.compile(r"/(aFChunk|subDocument|attachedTemplate|frame|mailMergeSource|mailMergeHeaderSource)$")
_VERWEIS = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
_FUNKTION = re.compile(
    r"\b(INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|DDEAUTO|DDE|LINK|DATABASE|MACROBUTTON|RD|AUTOTEXT|EMBED|CONTROL)\b",
    re.IGNORECASE,
)
_MARKE = re.compile(r"\{\{\s*" + INHALT + r"\s*\}\}")
_BILD = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_INHALT_DES_BILDS = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"


def check_docx(data: bytes, teile: Mapping[str, bytes]) -> Iterator[VorlagenFehler]:
    """Everything that is wrong with it. Raises VorlagenFehler where it cannot be read on."""
    for name in _NOTWENDIG:
        if name not in teile:
            text = "Die Datei ist kein Word-Dokument."
            raise VorlagenFehler(OFFICE_UNLESBAR, text, "In Word als „Word-Dokument (.docx)“ speichern.")
    roots = {name: parse_teil(name, part) for name, part in teile.items() if name.endswith((".xml", ".rels"))}
    dangerous = [*_find_active(teile, roots), *_find_outside(roots)]
    yield from dangerous
    if not dangerous:
        yield from check_felder(find_namen(data), _count_marken(roots))
        yield from _find_mute_pictures(roots)


def _find_active(teile: Mapping[str, bytes], roots: Mapping[str, Any]) -> Iterator[VorlagenFehler]:
    names = [name for name in teile if _AKTIV.search(name)]
    types = [node.get("ContentType", "") for node in roots["[Content_Types].xml"].iter() if isinstance(node.tag, str)]
    names += [kind for kind in types if re.search(r"macroenabled|vba|activex|oleobject", kind, re.IGNORECASE)]
    names += [kind for kind, _, _ in _relationships(roots) if _AKTIVE_BEZIEHUNG.search(kind)]
    names += [node.tag for root in roots.values() for node in root.iter(f"{{{W}}}object", f"{{{W}}}control")]
    if names:
        text = "Die Datei enthält Makros oder eingebettete Objekte."
        yield VorlagenFehler(OFFICE_AKTIV, text, "Sie entfernen und als „Word-Dokument (.docx)“ speichern.")


def _relationships(roots: Mapping[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """Kind, target, and whether it lies outside of the package."""
    for name, root in roots.items():
        if name.endswith(".rels"):
            for node in root:
                yield node.get("Type", ""), node.get("Target", ""), node.get("TargetMode", "") == "External"


def _find_outside(roots: Mapping[str, Any]) -> Iterator[VorlagenFehler]:
    for kind, target, external in sorted(_relationships(roots)):
        link = kind.endswith("/hyperlink") and _VERWEIS.match(target)
        if (external and not link) or _NACHLADEND.search(kind):
            what = kind.rpartition("/")[2]
            hinweis = "Bilder einfügen statt verknüpfen; die Dokumentvorlage unter „Entwicklertools“ lösen."
            text = f"Die Datei lädt etwas von anderswo nach ({what}: {target[:80]})."
            yield VorlagenFehler(OFFICE_AUSSEN, text, hinweis, wert=target[:80])
    for name, root in sorted(roots.items()):
        codes = "".join(node.text or "" for node in root.iter(f"{{{W}}}instrText"))
        codes += " ".join(node.get(f"{{{W}}}instr", "") for node in root.iter(f"{{{W}}}fldSimple"))
        if found := _FUNKTION.search(codes):
            text = f"Die Datei enthält die Feldfunktion {found[0].upper()} ({name})."
            yield VorlagenFehler(
                OFFICE_AUSSEN, text, "Die Feldfunktion in Text umwandeln (Strg+Umschalt+F9).", wert=found[0]
            )


def _count_marken(roots: Mapping[str, Any]) -> int:
    """How often the marker is a paragraph of the text itself; more than that if it stands anywhere else, too."""
    paragraphs = roots[_HAUPTTEIL].iterfind(f"{{{W}}}body/{{{W}}}p")
    alone = sum(1 for node in paragraphs if _MARKE.fullmatch("".join(node.itertext(f"{{{W}}}t")).strip()))
    anywhere = sum(len(_MARKE.findall("".join(root.itertext(f"{{{W}}}t")))) for root in roots.values())
    return anywhere if alone else 0


def _find_mute_pictures(roots: Mapping[str, Any]) -> Iterator[VorlagenFehler]:
    for name, root in sorted(roots.items()):
        for node in root.iter(_BILD):
            decorative = any(str(inner.tag).endswith("}decorative") for inner in node.iter())
            above = node.getparent()
            if not node.get("descr") and not decorative and next(above.iter(_INHALT_DES_BILDS), None) is not None:
                text = f"Dem Bild „{node.get('name', '')[:60]}“ fehlt der Alternativtext ({name})."
                yield VorlagenFehler(OFFICE_BILD, text, "Rechte Maustaste auf das Bild, „Alternativtext“.", wert=name)
