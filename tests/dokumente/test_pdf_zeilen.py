"""Tables of a PDF, as a screen reader knows them: which headings a cell has, of its column and of its row."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pytest

from netzint.dokumente.arten import ALLE
from netzint.dokumente.pdfobjekte import Pdf
from netzint.dokumente.pdfzeilen import name_zeilen
from netzint.dokumente.pipeline import Dokument
from tests.dokumente.test_pdf import maengel, setze

pytestmark = pytest.mark.no_cover

TABELLE = "# T\n\n| Nummer | Titel | Stand |\n| --- | --- | --- |\n| HE-1 | eins | offen |\n| | leer | – |\n"


def elements(data: bytes, *arten: str) -> Iterator[Any]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem" and str(one.S)[1:] in arten:
                yield one


def headers_of(cell: Any) -> list[str]:
    return [str(name) for name in cell.A[0].get("/Headers", [])]


def test_jede_zelle_nennt_den_kopf_ihrer_spalte_und_ihrer_zeile() -> None:
    data = setze(TABELLE)
    heads = {str(h.ID): str(h.A[0].Scope) for h in elements(data, "TH")}
    cells = [headers_of(cell) for cell in elements(data, "TD")]

    assert heads == {"U1x0y0": "/Column", "U1x1y0": "/Column", "U1x2y0": "/Column", "U1x0y1": "/Row"}
    assert cells == [["U1x1y0", "U1x0y1"], ["U1x2y0", "U1x0y1"], ["U1x0y0"], ["U1x1y0"], ["U1x2y0"]]


@pytest.mark.parametrize("art", sorted(ALLE))
def test_jeder_genannte_kopf_steht_im_verzeichnis_und_ist_einer(schreiben: Callable[..., Dokument], art: str) -> None:
    data = schreiben(art, formate=("pdf",)).dateien["pdf"]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        listed = list(pdf.Root.StructTreeRoot.IDTree.Names)
        names = [str(name) for name in listed[::2]]
        assert names == sorted(set(names))
        assert [str(head.ID) for head in listed[1::2]] == names
        assert {str(head.S) for head in listed[1::2]} == {"/TH"}
    used = {name for cell in elements(data, "TD", "TH") for name in headers_of(cell)}
    assert used <= set(names)
    assert maengel(data) == []


def test_vierzig_tabellen_stehen_in_der_ordnung_des_verzeichnisses() -> None:
    data = setze("# T\n\n" + "\n\nText\n\n".join(TABELLE.partition("\n\n")[2] for _ in range(40)))

    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = [bytes(name) for name in list(pdf.Root.StructTreeRoot.IDTree.Names)[::2]]
    assert len(names) == 160
    assert names == sorted(names)
    assert maengel(data) == []


def test_ohne_verzeichnis_wird_nicht_geraten() -> None:
    body = b"<</S/TBody/P 9 0 R/K[2 0 R]>>"
    row, cell = b"<</S/TR/P 1 0 R/K[3 0 R]>>", b"<</S/TD/P 2 0 R/A[<</O/Table/Headers[(U1x0y0)]>>]/K[7]>>"

    with pytest.raises(ValueError, match="no list of names"):
        name_zeilen(Pdf(b"", {1: body, 2: row, 3: cell}, b""))
