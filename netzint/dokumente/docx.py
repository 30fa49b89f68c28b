"""The tree as a Word document: the office's brief.docx, its fields filled, and the document written at the marker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netzint.dokumente import docx_stile as stil
from netzint.dokumente.baum import Baum, Ueberschrift
from netzint.dokumente.briefbogen import BRIEFBOGEN, INHALT, MARKE, fill_felder
from netzint.dokumente.briefpruefung import open_briefbogen
from netzint.dokumente.docx_brief import write_anschrift, write_betreff, write_infoblock
from netzint.dokumente.docx_eigenschaften import set_eigenschaften
from netzint.dokumente.docx_felder import fill_in
from netzint.dokumente.docx_listen import Nummern
from netzint.dokumente.docx_rumpf import Form, Lage, Werk, keep_with_next, write_blocks, write_paragraph
from netzint.dokumente.ordnung import Ordnung, arrange
from netzint.dokumente.paket import open_stream, pack, unpack
from netzint.dokumente.schluss import find_schluss

if TYPE_CHECKING:
    from netzint.dokumente.manuskript import Satz

_ERSTE = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A4_BREITE, _RAND_LINKS, _RAND_RECHTS = 11906, 1417, 1134


def write_docx(satz: Satz) -> bytes:
    """The Word file of a document. Raises VorlagenFehler if brief.docx is missing or not fit for it."""
    name = BRIEFBOGEN["docx"]
    data = open_briefbogen(name, satz.briefbogen)
    teile = arrange(satz.baum)
    document = fill_in(name, data, {**fill_felder(satz.kopf, teile.titel), INHALT: MARKE})
    _write_inhalt(document, teile)
    set_eigenschaften(document, satz.kopf, teile.titel)
    stream = open_stream(b"")
    document.save(stream)
    stream.seek(0)
    return pack(unpack(stream.read()), _ERSTE)


def _write_inhalt(document: Any, teile: Ordnung) -> None:
    from docx.oxml import parse_xml

    paragraphs = document.element.body.iterchildren(f"{{{stil.W}}}p")
    marke = next(p for p in paragraphs if "".join(p.itertext(f"{{{stil.W}}}t")).strip() == MARKE)
    nummern = Nummern(_numbering(document))
    links = _Verweise(document)
    werk = Werk(_add_stile(document), nummern, links.relate, _measure(document))
    xml = f'<w:body xmlns:w="{stil.W}" xmlns:r="{_R}">{_write_teile(werk, teile)}</w:body>'
    for node in parse_xml(xml):
        marke.addprevious(node)
    marke.getparent().remove(marke)
    nummern.save()


def _write_teile(werk: Werk, teile: Ordnung) -> str:
    """The letterhead is the office's own: it stands in brief.docx already."""
    titel = teile.rumpf[0]
    assert isinstance(titel, Ueberschrift)  # noqa: S101 - for the type checker; ordnung.arrange found it
    if teile.anschrift:
        before = write_anschrift(werk, teile.anschrift) + write_infoblock(werk, teile.infoblock)
        before += write_betreff(werk, titel.inhalt)
    else:
        before = write_paragraph(werk, titel.inhalt, Form("heading 1"))
    body = write_blocks(werk, teile.rumpf[1:], Lage(), find_schluss(teile.rumpf) - 1)
    return before + body + _write_fuss(werk, teile.fuss)


def _write_fuss(werk: Werk, fuss: Baum) -> str:
    """The foot, on the page of what is before it; only its last line may have something else behind it."""
    if not fuss:
        return ""
    lage = Lage(stil=stil.FUSS)
    rest = keep_with_next(write_paragraph(werk, (), Form(stil.TRENNLINIE)) + write_blocks(werk, fuss[:-1], lage))
    return rest + write_blocks(werk, fuss[-1:], lage)


def _measure(document: Any) -> int:
    """The width between the margins, in twips; that of A4 where the letterhead does not say."""

    def read(tag: str, name: str, otherwise: int) -> int:
        node = document.element.body.find(f"{{{stil.W}}}sectPr/{{{stil.W}}}{tag}")
        value = node.get(f"{{{stil.W}}}{name}", "") if node is not None else ""
        return int(value) if value.isdecimal() else otherwise

    sides = read("pgMar", "left", _RAND_LINKS) + read("pgMar", "right", _RAND_RECHTS)
    width = read("pgSz", "w", _A4_BREITE) - sides
    return width if width > _A4_BREITE // 4 else _A4_BREITE - _RAND_LINKS - _RAND_RECHTS


def _add_stile(document: Any) -> dict[str, str]:
    """Name → id of every style that is needed. What the office has stays as it is; what it lacks is put in."""
    from docx.oxml import parse_xml

    root = document.styles.element
    found = {}
    ids = set()
    for node in root.iterchildren(f"{{{stil.W}}}style"):
        name = node.find(f"{{{stil.W}}}name")
        ids.add(node.get(f"{{{stil.W}}}styleId"))
        if name is not None:
            found[name.get(f"{{{stil.W}}}val").casefold()] = node.get(f"{{{stil.W}}}styleId")
    for name, xml in stil.STILE.items():
        if name.casefold() not in found:
            node = parse_xml(xml)
            own = node.get(f"{{{stil.W}}}styleId")
            free = next(f"{own}{nr or ''}" for nr in range(len(ids) + 1) if f"{own}{nr or ''}" not in ids)
            node.set(f"{{{stil.W}}}styleId", free)
            root.append(node)
            ids.add(free)
            found[name.casefold()] = free
    return {name: found[name.casefold()] for name in stil.STILE}


def _numbering(document: Any) -> Any:
    """The root of the part with the lists. Word leaves it out where there are none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.parts.numbering import NumberingPart

    part = document.part
    if not any(rel.reltype == RELATIONSHIP_TYPE.NUMBERING for rel in part.rels.values()):
        blank = f'<w:numbering xmlns:w="{stil.W}"/>'.encode()
        new = NumberingPart.load(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, blank, part.package)
        part.relate_to(new, RELATIONSHIP_TYPE.NUMBERING)
    return part.numbering_part.element


class _Verweise:
    """Links to elsewhere, each target declared once."""

    def __init__(self, document: Any) -> None:
        self._part = document.part

    def relate(self, ziel: str) -> str:
        """The id of the relationship to a target."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        return str(self._part.relate_to(ziel, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
