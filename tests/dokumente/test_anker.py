"""Links inside a document: by which name a heading is known, and where a table of contents leads."""

from __future__ import annotations

import io
import re
from datetime import date
from zipfile import ZipFile

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.dokumente.anker import list_anker, resolve, unlink
from netzint.dokumente.baum import Absatz, Text, Ueberschrift, Verweis
from netzint.dokumente.erzeugen import erzeuge, find_auftraege
from netzint.dokumente.lesen import parse_baum
from netzint.dokumente.md import write_md
from netzint.dokumente.pipeline import Vorlagen
from tests.beispiel import read_beispiel
from tests.dokumente.pdfleser import elemente
from tests.dokumente.test_pdf import maengel

VORLAGEN = ("2026-006", "2026-007", "2026-008", "2025-008")
TITEL = [f"{nr}. Beschlussvorlage BV-{vorlage}" for nr, vorlage in enumerate(VORLAGEN, 1)]
NAMEN = [titel.lower().replace(". ", "-").replace(" ", "-") for titel in TITEL]


@pytest.fixture(scope="module")
def mappe(alle_vorlagen: Vorlagen) -> dict[str, bytes]:
    """The bundle of a Sitzung in every format."""
    auftraege = find_auftraege(read_beispiel(), "sg-2026-02", date(2026, 11, 22), "vorlagenmappe")
    made = erzeuge(auftraege, alle_vorlagen, "x", ("md", "html", "pdf", "docx", "odt"))
    return {name.rpartition(".")[2]: data for name, data in made.items()}


def part(data: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


@pytest.mark.parametrize(
    ("titel", "name"),
    [
        ("1. Beschlussvorlage BV-2026-006", "1-beschlussvorlage-bv-2026-006"),
        ("Größe & Übersicht: „Ziele“!", "größe--übersicht-ziele"),
        ("**Fett**", "fett"),
    ],
)
def test_eine_ueberschrift_heisst_wie_bei_jedem_leser_von_markdown(titel: str, name: str) -> None:
    assert list_anker(parse_baum(f"# {titel}\n\nText")) == [name, ""]


def test_gleiche_ueberschriften_werden_gezaehlt() -> None:
    assert list_anker(parse_baum("# a\n\n## a\n\n## a-1\n\n## a")) == ["a", "a-1", "a-1-1", "a-2"]


def test_ein_verweis_ins_leere_wird_zu_seinen_worten_und_nur_ziele_haben_einen_namen() -> None:
    baum = resolve(parse_baum("# Titel\n\n[hin](#größe) und [fort](#nirgends)\n\n## Größe\n\n## Andere"))

    assert baum[1] == Absatz((Verweis("#größe", (Text("hin"),)), Text(" und fort")))
    assert [block.anker for block in baum if isinstance(block, Ueberschrift)] == ["", "größe", ""]
    assert unlink(baum)[1] == Absatz((Text("hin und fort"),))


@given(st.text(st.sampled_from("aäß -_1"), min_size=1, max_size=12).filter(lambda text: text.strip(" _-")))
def test_ein_verweis_ueberlebt_schreiben_und_lesen(titel: str) -> None:
    title = (Text(" ".join(titel.split())),)
    (name,) = list_anker((Ueberschrift(1, title),))
    baum = (Ueberschrift(1, title), Absatz((Verweis(f"#{name}", (Text("x"),)),)))

    assert parse_baum(write_md(baum)) == baum


def test_der_inhalt_der_mappe_fuehrt_im_browser_und_im_text_zu_jeder_vorlage(mappe: dict[str, bytes]) -> None:
    html, markdown = mappe["html"].decode(), mappe["md"].decode()

    assert re.findall(r'<a href="#([^"]+)">BV-', html) == NAMEN
    assert [re.search(rf'<h2 id="{name}">([^<]+)</h2>', html)[1] for name in NAMEN] == TITEL  # type: ignore[index]
    assert re.findall(r"\]\(#([^)]+)\)", markdown) == NAMEN
    assert [name for name in list_anker(parse_baum(markdown)) if "beschlussvorlage-bv" in name] == NAMEN


def test_im_pdf_steht_dabei_auf_welcher_seite_die_vorlage_beginnt(mappe: dict[str, bytes]) -> None:
    rows = [element.text.split() for element in elemente(mappe["pdf"]) if element.art == "TR"]
    contents = [row for row in rows if row[1:2] == ["Vorlage"] or (row[1:2] and row[1].startswith("BV-"))]
    with pikepdf.open(io.BytesIO(mappe["pdf"])) as pdf:
        links = [str(a.get("/Dest")) for page in pdf.pages for a in page.get("/Annots", [])]
        pages = len(pdf.pages)

    assert contents[0][-1] == "Seite"
    assert [row[-1] for row in contents[1:]] == ["2", "3", "4", "5"]
    assert links == NAMEN
    assert pages == 6
    assert maengel(mappe["pdf"]) == []


def test_in_word_und_libreoffice_fuehrt_jeder_verweis_zu_einer_marke(mappe: dict[str, bytes]) -> None:
    word, odf = part(mappe["docx"], "word/document.xml"), part(mappe["odt"], "content.xml")
    marks = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/>', word)

    assert re.findall(r'w:anchor="([^"]+)"', word) == [name for _, name in marks]
    assert re.findall(r'<w:bookmarkEnd w:id="(\d+)"/>', word) == [number for number, _ in marks]
    assert len({number for number, _ in marks}) == len(marks) == 4
    assert re.findall(r'xlink:href="#([^"]+)"', odf) == re.findall(r'<text:bookmark text:name="([^"]+)"', odf) == NAMEN


def test_eine_vorlage_darf_auch_selbst_auf_ihre_ueberschriften_verweisen(alle_vorlagen: Vorlagen) -> None:
    from netzint.dokumente.arten import ALLE
    from netzint.dokumente.pipeline import render
    from tests.dokumente.conftest import KOPF

    texte = {**alle_vorlagen.texte, "verteiler.md.j2": "# Liste\n\nSiehe [unten](#unten).\n\n## Unten\n\nHier."}
    made = render(alle_vorlagen._replace(texte=texte), "verteiler", ALLE["verteiler"].example(), KOPF, ("html", "pdf"))

    assert '<a href="#unten">unten</a>' in made.dateien["html"].decode()
    assert '<h2 id="unten">Unten</h2>' in made.dateien["html"].decode()
    assert maengel(made.dateien["pdf"]) == []
