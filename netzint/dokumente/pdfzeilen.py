"""The headings of rows in the tables of a PDF: whoever listens hears in each cell which row it is in.

Typst marks the headings of columns only; those of rows still need a switch that its Python package does not offer.
"""

from __future__ import annotations

import re

from netzint.dokumente.pdfobjekte import Pdf

_KINDER = re.compile(rb"/K\[([^\]]*)\]")
_VERWEIS = re.compile(rb"(\d+) 0 R")
_ZELLE = re.compile(rb"/S/TD(/P \d+ 0 R)/A\[<</O/Table/Headers\[\((U\d+)x0y\d+\)\]>>\]/K\[[^\]]")
_SPALTENKOPF = re.compile(rb"(/O/Table/Headers\[[^\]]*)\]")
_NAMEN = re.compile(rb"(/IDTree<</Names\[)([^\]]*)\]")
_NAME = re.compile(rb"(\([^)]*\))(\d+ 0 R)")


def name_zeilen(pdf: Pdf) -> Pdf:
    """The same PDF: the first cell of each row is its heading, if there is something in it."""
    objekte = dict(pdf.objekte)
    added: dict[bytes, bytes] = {}
    for data in pdf.objekte.values():
        if b"/S/TBody/" in data:
            for nr, zeile in enumerate(_list_kinder(data), 1):  # the headings of the columns are row 0
                added |= _name_zeile(objekte, _list_kinder(objekte[zeile]), nr)
    if added:
        _register(objekte, added)
    return pdf._replace(objekte=objekte)


def _list_kinder(data: bytes) -> list[int]:
    match = _KINDER.search(data)
    return [int(number) for number in _VERWEIS.findall(match[1])] if match else []


def _name_zeile(objekte: dict[int, bytes], zellen: list[int], nr: int) -> dict[bytes, bytes]:
    """Make the first cell a heading, and let the others name it; its name and where it is."""
    first, *rest = zellen
    match = _ZELLE.search(objekte[first])
    if match is None:
        return {}
    name = b"(%bx0y%d)" % (match[2], nr)
    head = objekte[first].replace(b"/S/TD" + match[1], b"/S/TH%b/ID%b" % (match[1], name), 1)
    objekte[first] = head.replace(b"/O/Table/Headers", b"/O/Table/Scope/Row/Headers", 1)
    for zelle in rest:
        objekte[zelle] = _SPALTENKOPF.sub(rb"\g<1>%b]" % name, objekte[zelle], count=1)
    return {name: b"%d 0 R" % first}


def _register(objekte: dict[int, bytes], added: dict[bytes, bytes]) -> None:
    """All names stand in one list, in order. Raises ValueError if it is not where the writer writes it."""
    root = next((number for number, data in objekte.items() if b"/Type/StructTreeRoot" in data), 0)
    match = _NAMEN.search(objekte.get(root, b""))
    if match is None:
        raise ValueError("the structure of the PDF has no list of names")
    names = sorted({**dict(_NAME.findall(match[2])), **added}.items())
    listed = b"".join(name + place for name, place in names)
    data = objekte[root]
    objekte[root] = b"%b%b%b]%b" % (data[: match.start()], match[1], listed, data[match.end() :])
