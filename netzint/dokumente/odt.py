"""The tree as an ODF text: the office's brief.odt with its fields filled, and the document written at the marker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netzint.dokumente import odt_stile as stil
from netzint.dokumente.baum import Linie, Ueberschrift
from netzint.dokumente.briefbogen import BRIEFBOGEN, INHALT, MARKE, fill_felder
from netzint.dokumente.briefpruefung import open_briefbogen
from netzint.dokumente.herkunft import list_herkunft
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.odt_brief import write_briefteil, write_marken
from netzint.dokumente.odt_felder import ABSAETZE, fill_in, fold_space
from netzint.dokumente.odt_rumpf import Lage, write_blocks, write_heading
from netzint.dokumente.odt_werk import Stueck, Werk, assemble
from netzint.dokumente.ordnung import Ordnung, arrange
from netzint.dokumente.paket import pack, unpack
from netzint.dokumente.schluss import find_schluss
from netzint.dokumente.spalten import SATZBREITE
from netzint.dokumente.xmltext import parse_teil, write_attribute, write_text

if TYPE_CHECKING:
    from netzint.dokumente.manuskript import Satz

_OFFICE = f"{{{stil.NAMENSRAEUME['office']}}}"
_STYLE = f"{{{stil.NAMENSRAEUME['style']}}}"
_ENTBEHRLICH = ("Thumbnails/", "Versions/", "META-INF/documentsignatures.xml", "layout-cache", "manifest.rdf")


def write_odt(satz: Satz) -> bytes:
    """The ODF file of a document. Raises VorlagenFehler if brief.odt is missing or not fit for it."""
    parts = unpack(open_briefbogen(BRIEFBOGEN["odt"], satz.briefbogen))
    parts = {name: data for name, data in parts.items() if not name.startswith(_ENTBEHRLICH)}
    teile = arrange(satz.baum)
    felder = {**fill_felder(satz.kopf, teile.titel), INHALT: MARKE}
    roots = {name: parse_teil(name, parts[name]) for name in ("content.xml", "styles.xml")}
    for root in roots.values():
        fold_space(root)
        fill_in(root, felder)
    _write_inhalt(roots["content.xml"], teile)
    _add_stile(roots["styles.xml"])
    parts |= {name: _serialise(root) for name, root in roots.items()}
    parts["meta.xml"] = _write_meta(satz.kopf, teile.titel)
    parts["META-INF/manifest.xml"] = _write_manifest(parts)
    return pack(parts, ("mimetype",))


def _serialise(root: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _write_inhalt(root: Any, teile: Ordnung) -> None:
    text = root.find(f"{_OFFICE}body/{_OFFICE}text")
    marke = next(node for node in text if node.tag in ABSAETZE and "".join(node.itertext()).strip() == MARKE)
    werk = Werk()
    body = _write_teile(werk, teile, _find_master(root, marke))
    for node in _parse(f"<office:text>{body}</office:text>"):
        marke.addprevious(node)
    text.remove(marke)
    styles = root.find(f"{_OFFICE}automatic-styles")
    if styles is None:
        styles = _parse("<office:automatic-styles/>")
        root.insert(list(root).index(root.find(f"{_OFFICE}body")), styles)
    for node in _parse(f"<office:automatic-styles>{werk.write()}</office:automatic-styles>"):
        styles.append(node)


def _parse(xml: str) -> Any:
    """An element of ours; the vocabularies are declared on it."""
    tag, sign, rest = xml.partition(">")
    slash = "/" if tag.endswith("/") else ""
    return parse_teil("content.xml", f"{tag.removesuffix('/')} {stil.declare()}{slash}{sign}{rest}".encode())


def _find_master(root: Any, marke: Any) -> str:
    """The page style that the marker's own style asks for, if it does: the title asks for it in its stead."""
    name = marke.get(f"{{{stil.NAMENSRAEUME['text']}}}style-name")
    styles = root.iterfind(f"{_OFFICE}automatic-styles/{_STYLE}style")
    found = (node.get(f"{_STYLE}master-page-name", "") for node in styles if node.get(f"{_STYLE}name") == name)
    master = next(found, "")
    return f" style:master-page-name={write_attribute(master)}" if master else ""


def _write_teile(werk: Werk, teile: Ordnung, master: str) -> str:
    """The letterhead is the office's own: it stands in brief.odt already."""
    titel = teile.rumpf[0]
    assert isinstance(titel, Ueberschrift)  # noqa: S101 - for the type checker; ordnung.arrange found it
    before = write_briefteil(werk, teile.anschrift, teile.infoblock) if teile.anschrift else ""
    name = werk.vary(
        "Heading 1", 'fo:margin-top="0mm" fo:margin-bottom="1.4mm"' if teile.anschrift else "", mehr=master
    )
    marken = write_marken(werk) if teile.anschrift else ""
    pieces = [Stueck((), before + write_heading(titel, name, marken))]
    pieces += write_blocks(werk, teile.rumpf[1:], Lage(SATZBREITE), find_schluss(teile.rumpf) - 1)
    if teile.fuss:
        small = Lage(SATZBREITE, stil=stil.FUSS)
        pieces += write_blocks(werk, (Linie(), *teile.fuss[:-1]), small, 0) + write_blocks(werk, teile.fuss[-1:], small)
    return assemble(pieces)


def _add_stile(root: Any) -> None:
    """What the office has of our styles stays as it is; what it lacks is put in. The language of all is German."""
    styles = root.find(f"{_OFFICE}styles")
    if styles is None:
        styles = _parse("<office:styles/>")
        root.insert(0, styles)
    known = {node.get(f"{_STYLE}name") for node in styles.iterchildren(f"{_STYLE}style")}
    missing = "".join(xml for name, xml in stil.STILE.items() if stil.encode(name) not in known)
    for node in _parse(f"<office:styles>{missing}</office:styles>") if missing else ():
        styles.append(node)
    fo = f"{{{stil.NAMENSRAEUME['fo']}}}"
    for default in styles.iterfind(f"{_STYLE}default-style/{_STYLE}text-properties"):
        default.set(f"{fo}language", "de")
        default.set(f"{fo}country", "DE")


def _write_meta(kopf: Kopf, titel: str) -> bytes:
    """What the text says of itself, in place of what the letterhead said; the day is the document's own."""
    moment = f"{kopf.datum}T00:00:00" if kopf.datum else ""
    values = (
        ("dc:title", titel),
        ("dc:subject", kopf.zeichen),
        ("meta:initial-creator", kopf.netzwerk),
        ("meta:creation-date", moment),
        ("dc:creator", kopf.netzwerk),
        ("dc:date", moment),
        ("dc:language", "de-DE"),
    )
    nodes = "".join(f"<{name}>{write_text(value)}</{name}>" for name, value in values if value)
    nodes += "".join(
        f'<meta:user-defined meta:name="{name}">{write_text(value)}</meta:user-defined>'
        for name, value in list_herkunft(kopf)
    )
    head = f'<office:document-meta {stil.declare()} office:version="1.3">'
    xml = f"{head}<office:meta>{nodes}</office:meta></office:document-meta>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}\n'.encode()


def _write_manifest(parts: dict[str, bytes]) -> bytes:
    kinds = {"xml": "text/xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
    whole = "application/vnd.oasis.opendocument.text"
    rows = [f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{whole}"/>']
    for name in sorted(parts):
        if name != "mimetype" and not name.startswith("META-INF/"):
            kind = kinds.get(name.rpartition(".")[2].lower(), "")
            rows.append(
                f'<manifest:file-entry manifest:full-path={write_attribute(name)} manifest:media-type="{kind}"/>'
            )
    uri = stil.NAMENSRAEUME["manifest"]
    body = f'<manifest:manifest xmlns:manifest="{uri}" manifest:version="1.3">{"".join(rows)}</manifest:manifest>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()
