"""The ODF text: styles, lists, tables, letters, properties, and the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from netzint.dokumente.arten import ALLE
from netzint.dokumente.baum import Absatz, Baum, Block, Linie, Liste, Tabelle, Text, Ueberschrift, Verweis
from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.herkunft import list_herkunft
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.manuskript import Satz
from netzint.dokumente.odt import write_odt
from netzint.dokumente.odt_stile import NAMENSRAEUME
from netzint.dokumente.paket import pack, unpack
from netzint.dokumente.pipeline import Dokument
from tests.dokumente import odfbogen
from tests.dokumente.conftest import KOPF

Schreiben = Callable[..., Dokument]
Erwartet = Callable[[str, str], None]
BOGEN = {"brief.odt": odfbogen.build()}
TEXT, TABLE, STYLE, FO = (f"{{{NAMENSRAEUME[name]}}}" for name in ("text", "table", "style", "fo"))
MIME = "application/vnd.oasis.opendocument.text"


def _absatz(text: str) -> Absatz:
    return Absatz((Text(text),))


def _schreibe(*blocks: Block, kopf: Kopf = KOPF, bogen: dict[str, bytes] | None = None) -> dict[str, bytes]:
    baum: Baum = (Ueberschrift(1, (Text("Titel"),)), *blocks)
    return unpack(write_odt(Satz(baum, kopf, "", BOGEN if bogen is None else bogen)))


def _bogen(alt: str, neu: str, teil: str = "content.xml") -> dict[str, bytes]:
    teile = unpack(odfbogen.build())
    assert alt.encode() in teile[teil]
    return {"brief.odt": pack({**teile, teil: teile[teil].replace(alt.encode(), neu.encode())}, ("mimetype",))}


def _texts(teile: dict[str, bytes], teil: str = "content.xml") -> list[str]:
    root = etree.fromstring(teile[teil])
    return ["".join(node.itertext()) for node in root.iter(f"{TEXT}p", f"{TEXT}h")]


def _beschreibe(teile: dict[str, bytes]) -> str:
    lines: list[str] = []
    body = etree.fromstring(teile["content.xml"]).find(".//{*}body/{*}text")
    for node in body:
        _describe(node, "", lines)
    return "\n".join(lines) + "\n"


def _describe(node: Any, indent: str, lines: list[str]) -> None:
    name = node.tag.rpartition("}")[2]
    if name in ("p", "h"):
        lines.append(f"{indent}{_stil(node)}: {''.join(node.itertext())}")
        return
    start = node.get(f"{TEXT}start-value")
    lines.append(f"{indent}{name}" + (f" ab {start}" if start else ""))
    for child in node:
        if not child.tag.endswith("table-column"):
            _describe(child, indent + "  ", lines)


def _stil(node: Any) -> str:
    """The style of a paragraph as the office knows it, below what is set for this place alone."""
    name = node.get(f"{TEXT}style-name")
    styles = node.getroottree().getroot().iter(f"{STYLE}style")
    parents = (style.get(f"{STYLE}parent-style-name") for style in styles if style.get(f"{STYLE}name") == name)
    return str(next(parents, None) or name)


def test_aufbau_einer_beschlussvorlage(schreiben: Schreiben, erwartet: Erwartet) -> None:
    data = schreiben("beschlussvorlage", formate=("odt",)).dateien["odt"]

    erwartet("dokumente/beschlussvorlage.odt.txt", _beschreibe(unpack(data)))


@pytest.mark.parametrize("art", ALLE)
def test_zweimal_dasselbe_gibt_dieselben_bytes(schreiben: Schreiben, art: str) -> None:
    assert schreiben(art, formate=("odt",)) == schreiben(art, formate=("odt",))


def test_der_typ_steht_zuerst_und_im_klartext(schreiben: Schreiben) -> None:
    data = schreiben("einladung", formate=("odt",)).dateien["odt"]

    assert data[30:38] == b"mimetype"
    assert data[38 : 38 + len(MIME)] == MIME.encode()


def test_das_verzeichnis_nennt_jeden_teil() -> None:
    teile = _schreibe()
    genannt = set(re.findall(r'full-path="([^"]+)"', teile["META-INF/manifest.xml"].decode()))

    assert genannt == {"/", *teile} - {"mimetype", "META-INF/manifest.xml"}


def test_eine_tabelle_unterbricht_die_liste_und_sie_zaehlt_weiter() -> None:
    """The format allows no table in a list."""
    tafel = Tabelle(((Text("K"),),), (), ("",))
    liste = Liste(((_absatz("drei"), tafel, _absatz("noch drei")), (_absatz("vier"),)), 3)

    zeilen = _beschreibe(_schreibe(liste)).splitlines()

    at = zeilen.index("  list-item ab 3")
    assert [re.sub("nzAbsatz[0-9]+|Listenpunkt|Table_20_Heading", "·", zeile) for zeile in zeilen[at - 1 :]] == [
        "list",
        "  list-item ab 3",
        "    ·: drei",
        "table",
        "  table-header-rows",
        "    table-row",
        "      table-cell",
        "        ·: K",
        "list",
        "  list-header",
        "    ·: noch drei",
        "  list-item",
        "    ·: vier",
    ]


def test_ein_verweis_ist_ein_verweis() -> None:
    inhalt = _schreibe(Absatz((Verweis("https://a.example/?b=1&c=2", (Text("dort"),)),)))["content.xml"].decode()

    assert 'xlink:href="https://a.example/?b=1&amp;c=2"' in inhalt


def test_die_eigenschaften_kommen_aus_den_daten() -> None:
    meta = etree.fromstring(_schreibe()["meta.xml"])
    werte = {node.get(f"{{{NAMENSRAEUME['meta']}}}name") or node.tag.rpartition("}")[2]: node.text for node in meta[0]}

    assert werte == {
        "title": "Titel", "subject": "NIBW-04-0027 · BV-2026-007", "initial-creator": KOPF.netzwerk,
        "creator": KOPF.netzwerk, "creation-date": "2026-11-12T00:00:00", "date": "2026-11-12T00:00:00",
        "language": "de-DE", **dict(list_herkunft(KOPF)),
    }  # fmt: skip


@pytest.mark.parametrize("art", ALLE)
def test_das_dokument_ist_zugaenglich(schreiben: Schreiben, art: str) -> None:
    teile = unpack(schreiben(art, formate=("odt",)).dateien["odt"])
    root = etree.fromstring(teile["content.xml"])
    cells = {node for cell in root.iter(f"{TABLE}table-cell") for node in cell}  # one may be left for a signature
    leer = {_stil(p) for p in root.iter(f"{TEXT}p") if p not in cells and not "".join(p.itertext())}
    ebenen = [node.get(f"{TEXT}outline-level") for node in root.iter(f"{TEXT}h")]
    sprachen = set(re.findall(r'fo:language="(\w+)"', teile["styles.xml"].decode()))
    tafeln = [table for table in root.iter(f"{TABLE}table") if table.get(f"{TABLE}name") != "Briefkopf"]

    assert leer <= {"Horizontal_20_Line"}
    assert ebenen.count("1") == 1
    assert sprachen == {"de"}
    # A letter's address field and information block stand side by side in the first table: that is its layout.
    for table in tafeln[1 if b"nzAnschrift" in teile["content.xml"] else 0 :]:
        assert len(table.findall(f"{TABLE}table-header-rows/{TABLE}table-row")) == 1


def test_auf_jeder_seite_steht_wie_viele_es_sind() -> None:
    fuesse = re.findall(r"<style:footer>.*?</style:footer>", _schreibe()["styles.xml"].decode())

    assert len(fuesse) == 2
    for fuss in fuesse:
        assert re.search(r"NIBW-04-0027 · BV-2026-007.*Seite <text:page-number.* von <text:page-count", fuss)


def _form(root: Any, name: str) -> Any:
    """The properties of a style."""
    return next(node[0] for node in root.iter() if isinstance(node.tag, str) and node.get(f"{STYLE}name") == name)


def test_ein_brief_hat_anschrift_und_angaben_wo_din_5008_sie_will(schreiben: Schreiben) -> None:
    teile = unpack(schreiben("weiterleitung", formate=("odt",)).dateien["odt"])
    root = etree.fromstring(teile["content.xml"])
    form = _form(root, "nzTabelle1")
    kopf = _form(root, "Kopf.1")
    feld = _form(root, "nzAnschrift")
    erste = _form(etree.fromstring(teile["styles.xml"]), "Erste")
    rows = [_form(root, f"nzTabelle1.Zeile{n}") for n in range(5)]
    heights = [float((row.get(f"{STYLE}row-height") or row.get(f"{STYLE}min-row-height"))[:-2]) for row in rows]
    left = float(erste.get(f"{FO}margin-left")[:-2]) + float(form.get(f"{FO}margin-left")[:-2])
    top = float(erste.get(f"{FO}margin-top")[:-2]) + float(kopf.get(f"{STYLE}row-height")[:-2])
    widths = [float(_form(root, f"nzTabelle1.{n}").get(f"{STYLE}column-width")[:-2]) for n in range(3)]

    assert (left, top) == (20, 27)
    assert widths[0] - float(feld.get(f"{FO}padding-right")[:-2]) == 85
    assert (left + widths[0], round(widths[1] + widths[2], 2)) == (125, 75)
    assert top + heights[0] == 32
    assert round(top + sum(heights), 2) == 80.46


def test_was_das_buero_gestaltet_hat_bleibt_und_was_fehlt_kommt_hinzu() -> None:
    bogen = _bogen('style:name="Heading_20_2"', 'style:name="Anders"', "styles.xml")
    stile = _schreibe(bogen=bogen)["styles.xml"].decode()

    assert stile.count('style:name="Heading_20_2"') == 1
    assert stile.count('style:name="Anders"') == 1


def test_ein_zerlegtes_feld_wird_gefuellt() -> None:
    bogen = _bogen("{{ netzwerk }}", '{<text:span>{ netz</text:span><text:bookmark text:name="x"/>werk\n }}')

    assert _texts(_schreibe(bogen=bogen))[0] == KOPF.netzwerk


def test_mehrere_zeilen_eines_feldes_werden_umbrueche() -> None:
    inhalt = _schreibe(bogen=_bogen("{{ absender }}", "An: {{ anschrift }}!"))["content.xml"].decode()

    assert "An: Beispielstraße 1<text:line-break/>70000 Beispielstadt!" in inhalt


def test_die_seitenart_der_marke_geht_auf_den_titel_ueber() -> None:
    """An office's letterhead may begin with the marker."""
    teile = unpack(odfbogen.build())
    inhalt = re.sub(r"<table:table .*</table:table>", "", teile["content.xml"].decode())
    inhalt = inhalt.replace('<text:p text:style-name="Text_20_body">', '<text:p text:style-name="Kopf">')
    bogen = {"brief.odt": pack({**teile, "content.xml": inhalt.encode()}, ("mimetype",))}

    assert _schreibe(bogen=bogen)["content.xml"].decode().count('style:master-page-name="Erste_20_Seite"') == 2


def test_ein_boeser_wert_bleibt_text() -> None:
    boese = '</text:p>{{ stelle }}{% for %}\x07<&">\ue000inhalt\ue000'
    teile = _schreibe(Linie(), _absatz("Fuß"), kopf=KOPF._replace(netzwerk=boese, kennung=boese))

    assert _texts(teile)[0].replace("\ufffd", "").startswith("</text:p>")
    assert _texts(teile).count("Titel") == 1


def test_ohne_briefbogen_wird_deutsch_abgelehnt() -> None:
    with pytest.raises(VorlagenFehler, match=r"Briefbogen „brief\.odt“ fehlt") as gefangen:
        _schreibe(bogen={})

    assert "--erneuern" in gefangen.value.hinweis
