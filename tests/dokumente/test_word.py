"""The Word document: styles, lists, tables, letters, properties, and the same bytes each time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from docx import Document

from netzint.dokumente.arten import ALLE
from netzint.dokumente.baum import Absatz, Baum, Block, Linie, Liste, Tabelle, Text, Ueberschrift, Verweis
from netzint.dokumente.docx import write_docx
from netzint.dokumente.docx_stile import W
from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.herkunft import list_herkunft
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.manuskript import Satz
from netzint.dokumente.paket import open_stream, pack, unpack
from netzint.dokumente.pipeline import Dokument
from tests.dokumente import wordbogen
from tests.dokumente.conftest import KOPF

Schreiben = Callable[..., Dokument]
Erwartet = Callable[[str, str], None]
BOGEN = {"brief.docx": wordbogen.build()}
TWIPS_JE_MM = 1440 / 25.4
W_ = f"{{{W}}}"


def _absatz(text: str) -> Absatz:
    return Absatz((Text(text),))


def _schreibe(*blocks: Block, kopf: Kopf = KOPF, bogen: dict[str, bytes] | None = None) -> Any:
    baum: Baum = (Ueberschrift(1, (Text("Titel"),)), *blocks)
    return Document(open_stream(write_docx(Satz(baum, kopf, "", BOGEN if bogen is None else bogen))))


def _bogen(**ersatz: Callable[[bytes], bytes]) -> dict[str, bytes]:
    """The letterhead with some of its parts changed: ``styles=…`` for word/styles.xml."""
    teile = unpack(wordbogen.build())
    for name, aendern in ersatz.items():
        teile[f"word/{name}.xml"] = aendern(teile[f"word/{name}.xml"])
    return {"brief.docx": pack(teile)}


def _mm(node: Any, name: str) -> float:
    return round(int(node.get(f"{W_}{name}")) / TWIPS_JE_MM, 1)


def _beschreibe(document: Any) -> str:
    """What a Word user sees in the list of styles, block by block."""
    lines = []
    for node in document.element.body:
        if node.tag == f"{W_}p":
            nummer = node.find(f"{W_}pPr/{W_}numPr")
            stelle = (
                "" if nummer is None else f" [Ebene {nummer[0].get(f'{W_}val')}, Liste {nummer[1].get(f'{W_}val')}]"
            )
            lines.append(f"{node.pPr.pStyle.val}{stelle}: {''.join(node.itertext(f'{W_}t'))}")
        elif node.tag == f"{W_}tbl":
            for row in node.iterchildren(f"{W_}tr"):
                kind = "Kopfzeile" if row.find(f"{W_}trPr/{W_}tblHeader") is not None else "Zeile"
                cells = ["".join(cell.itertext(f"{W_}t")) for cell in row.iterchildren(f"{W_}tc")]
                lines.append(f"  {kind}: {' | '.join(cells)}")
    for num in document.part.numbering_part.element.iterchildren(f"{W_}num"):
        start = [node.get(f"{W_}val") for node in num.iter(f"{W_}startOverride")]
        lines.append(f"Liste {num.get(f'{W_}numId')}: {'ab ' + start[0] if start else 'Punkte'}")
    return "\n".join(lines) + "\n"


def test_aufbau_einer_beschlussvorlage(schreiben: Schreiben, erwartet: Erwartet) -> None:
    data = schreiben("beschlussvorlage", formate=("docx",)).dateien["docx"]

    erwartet("dokumente/beschlussvorlage.docx.txt", _beschreibe(Document(open_stream(data))))


@pytest.mark.parametrize("art", ALLE)
def test_zweimal_dasselbe_gibt_dieselben_bytes(schreiben: Schreiben, art: str) -> None:
    assert schreiben(art, formate=("docx",)) == schreiben(art, formate=("docx",))


def test_jede_nummerierte_liste_zaehlt_fuer_sich() -> None:
    innen = Liste(((_absatz("a"),),), 1)
    document = _schreibe(
        Liste(((_absatz("eins"), innen), (_absatz("zwei"), innen)), 1),
        _absatz("dazwischen"),
        Liste(((_absatz("vierzehn"),),), 14),
        Liste(((_absatz("Punkt"),),)),
    )

    assert _beschreibe(document).splitlines()[2:] == [
        "Heading1: Titel",
        "ListParagraph [Ebene 0, Liste 1]: eins",
        "ListParagraph [Ebene 1, Liste 2]: a",
        "ListParagraph [Ebene 0, Liste 1]: zwei",
        "ListParagraph [Ebene 1, Liste 3]: a",
        "Normal: dazwischen",
        "ListParagraph [Ebene 0, Liste 4]: vierzehn",
        "ListParagraph [Ebene 0, Liste 5]: Punkt",
        "Liste 1: ab 1",
        "Liste 2: ab 1",
        "Liste 3: ab 1",
        "Liste 4: ab 14",
        "Liste 5: Punkte",
    ]


def test_eine_liste_tiefer_als_word_zaehlt_bleibt_lesbar() -> None:
    inner: Block = _absatz("ganz innen")
    for _ in range(15):
        inner = Liste(((_absatz("x"), inner),), 1)

    assert "ganz innen" in _beschreibe(_schreibe(inner))


def test_ein_verweis_ist_ein_verweis_und_sein_ziel_steht_einmal_da() -> None:
    verweis = Absatz((Verweis("https://a.example/?b=1&c=2", (Text("dort"),)),))
    document = _schreibe(verweis, verweis)

    ziele = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    (link,) = {node.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
               for node in document.element.iter(f"{W_}hyperlink")}  # fmt: skip
    assert ziele == ["https://a.example/?b=1&c=2"]
    assert document.part.rels[link].target_ref == ziele[0]


def test_die_eigenschaften_kommen_aus_den_daten() -> None:
    kern = _schreibe().core_properties

    assert (kern.title, kern.author, kern.last_modified_by) == ("Titel", KOPF.netzwerk, KOPF.netzwerk)
    assert (kern.identifier, kern.language, kern.revision) == ("bv-2026-007", "de-DE", 1)
    assert kern.created.isoformat()[:10] == kern.modified.isoformat()[:10] == "2026-11-12"
    assert kern.keywords == "; ".join(f"{name}={value}" for name, value in list_herkunft(KOPF))
    assert f"netzint.pruefsumme={KOPF.pruefsumme}" in kern.keywords


def test_ein_titel_von_400_zeichen_passt_in_die_eigenschaften() -> None:
    baum = (Ueberschrift(1, (Text("lang " * 80 + "e"),)),)

    kern = Document(open_stream(write_docx(Satz(baum, KOPF, "", BOGEN)))).core_properties

    assert kern.title == "lang " * 80 + "e"


@pytest.mark.parametrize("art", ALLE)
def test_das_dokument_ist_zugaenglich(schreiben: Schreiben, art: str) -> None:
    document = Document(open_stream(schreiben(art, formate=("docx",)).dateien["docx"]))
    body = document.element.body
    leer = [p.pPr.pStyle.val for p in body.iterchildren(f"{W_}p") if not "".join(p.itertext(f"{W_}t"))]
    ebenen = [p.pPr.pStyle.val for p in body.iterchildren(f"{W_}p") if p.pPr.pStyle.val.startswith("Heading")]
    sprache = document.styles.element.find(f"{W_}docDefaults/{W_}rPrDefault/{W_}rPr/{W_}lang")

    assert set(leer) <= {"Trennlinie"}
    assert ebenen.count("Heading1") == 1
    assert sprache.get(f"{W_}val") == "de-DE"
    for table in body.iter(f"{W_}tbl"):
        assert [row.find(f"{W_}trPr/{W_}tblHeader") is not None for row in table.iter(f"{W_}tr")].count(True) == 1
        assert table.tblPr.find(f"{W_}tblLook").get(f"{W_}firstRow") == "1"


def test_auf_jeder_seite_steht_wie_viele_es_sind() -> None:
    (teil, *_) = [part for part in _schreibe().part.package.iter_parts() if "footer" in part.partname]
    text = teil.blob.decode()

    assert "NIBW-04-0027 · BV-2026-007" in text
    assert text.index("Seite ") < text.index(" PAGE ") < text.index(" von ") < text.index(" NUMPAGES ")


def test_ein_brief_hat_anschrift_und_angaben_wo_din_5008_sie_will(schreiben: Schreiben) -> None:
    document = Document(open_stream(schreiben("weiterleitung", formate=("docx",)).dateien["docx"]))
    rahmen = document.element.body.find(f"{W_}p/{W_}pPr/{W_}framePr")
    tafel = document.element.body.find(f"{W_}tbl")
    place, width = tafel.tblPr.find(f"{W_}tblpPr"), tafel.tblPr.find(f"{W_}tblW")
    (titel,) = [p for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]

    assert [_mm(rahmen, name) for name in ("x", "y", "w", "h")] == [20, 27, 85, 45]
    assert {rahmen.get(f"{W_}{side}Anchor") for side in "vh"} == {"page"}
    assert (rahmen.get(f"{W_}hRule"), place.get(f"{W_}vertAnchor"), place.get(f"{W_}horzAnchor")) == (
        "exact",
        "page",
        "page",
    )
    assert [_mm(place, "tblpX"), _mm(place, "tblpY"), _mm(width, "w")] == [125, 32, 75]
    assert round(titel.paragraph_format.space_before.mm + 27, 1) == 80.5
    assert [_mm(document.sections[0]._sectPr.pgMar, side) for side in ("left", "right")] == [25, 20]


def test_eine_lange_anschrift_rueckt_nach_oben() -> None:
    zeilen = tuple(_absatz(f"Zeile {n}") for n in range(10))
    tafel = Tabelle(((Text("Angabe"),), (Text("Inhalt"),)), (), ("", ""))
    baum: Baum = (_absatz("Kopf"), Linie(), *zeilen, tafel, Ueberschrift(1, (Text("Titel"),)))
    document = Document(open_stream(write_docx(Satz(baum, KOPF, "", BOGEN))))
    erste = next(p for p in document.paragraphs if p.text == "Zeile 0")

    assert erste.paragraph_format.space_before is not None
    assert round(erste.paragraph_format.space_before.mm, 1) == round(45 - 10 * 12 * 25.4 / 72, 1)


def test_was_das_buero_gestaltet_hat_bleibt_und_was_fehlt_kommt_hinzu() -> None:
    bogen = _bogen(styles=lambda data: data.replace(b'w:styleId="Heading2"', b'w:styleId="berschrift2"')
                   .replace(b"Carlito", b"Arial")
                   .replace(b'<w:name w:val="Tabellentext"/>', b'<w:name w:val="Anderes"/>'))  # fmt: skip
    document = _schreibe(
        Ueberschrift(2, (Text("Zwei"),)), Tabelle(((Text("K"),),), (((Text("z"),),),), ("",)), bogen=bogen
    )
    namen = {style.style_id: style.name for style in document.styles}

    assert [p.pPr.pStyle.val for p in document.element.body.iterchildren(f"{W_}p")][3] == "berschrift2"
    assert (namen["Tabellentext"], namen["Tabellentext1"]) == ("Anderes", "Tabellentext")
    assert document.element.body.find(f"{W_}tbl/{W_}tr[2]/{W_}tc/{W_}p").pPr.pStyle.val == "Tabellentext1"


def test_ein_von_word_zerlegtes_feld_wird_gefuellt() -> None:
    zerlegt = (
        b'<w:r><w:t xml:space="preserve">{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>{ netz</w:t></w:r>'
        b"<w:r><w:rPr><w:b/></w:rPr><w:t>werk }</w:t></w:r><w:r><w:t>}</w:t></w:r>"
    )
    heil = b'<w:r><w:t xml:space="preserve">{{ netzwerk }}</w:t></w:r>'
    document = _schreibe(bogen=_bogen(document=lambda data: data.replace(heil, zerlegt)))

    assert document.paragraphs[0].text == KOPF.netzwerk


def test_mehrere_zeilen_eines_feldes_werden_umbrueche() -> None:
    document = _schreibe(bogen=_bogen(document=lambda data: data.replace(b"{{ absender }}", b"{{ anschrift }}")))

    assert document.paragraphs[1].text == KOPF.anschrift


def test_ein_boeser_wert_bleibt_text() -> None:
    boese = '</w:t><w:p/>{{ 7*7 }}{% for %}\x07\f<&">\ue000inhalt\ue000'
    document = _schreibe(kopf=KOPF._replace(netzwerk=boese, kennung=boese))

    assert document.paragraphs[0].text.replace("�", "").startswith("</w:t><w:p/>{{ 7*7 }}{% for %}")
    assert [p.text for p in document.paragraphs].count("Titel") == 1


def test_ohne_briefbogen_wird_deutsch_abgelehnt() -> None:
    with pytest.raises(VorlagenFehler, match=r"Briefbogen „brief\.docx“ fehlt") as gefangen:
        _schreibe(bogen={})

    assert "--erneuern" in gefangen.value.hinweis
