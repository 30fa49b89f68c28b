"""What ``pruefen`` says about letterheads, even about hostile ones. Nothing in them is run, fetched or expanded."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netzint.dokumente.arten import ALLE
from netzint.dokumente.briefprobe import try_out
from netzint.dokumente.briefpruefung import check_briefbogen, open_briefbogen
from netzint.dokumente.fehler import VorlagenFehler
from netzint.dokumente.kopf import Kopf
from netzint.dokumente.paket import EINTRAEGE, GROESSTE, open_stream, pack, unpack
from netzint.dokumente.pipeline import Vorlagen, render
from netzint.dokumente.vorlagenpruefung import check_vorlagen
from netzint.modell.befund import Befund
from netzint.modell.codes_vorlagen import VORLAGEN
from tests.dokumente import odfbogen, wordbogen
from tests.dokumente.conftest import ORDNER

WORD, ODF = wordbogen.build(), odfbogen.build()
WORT, OPEN = "brief.docx", "brief.odt"
GUT = {WORT: WORD, OPEN: ODF}
RELS, DOKUMENT, TYPEN = "word/_rels/document.xml.rels", "word/document.xml", "[Content_Types].xml"
BEZUG = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Aendern = Callable[[dict[str, bytes]], dict[str, bytes]]


def _pruefe(name: str, aendern: Aendern) -> list[VorlagenFehler]:
    """As the child process does it."""
    data = pack(aendern(unpack(GUT[name])), ("mimetype", TYPEN))
    return [*check_briefbogen(name, data)] or try_out(name, data)


def _ohne_vorlagen(befunde: tuple[Befund, ...]) -> list[tuple[str, str]]:
    """Codes and files; that there are no templates at all is not what these tests are about."""
    return [(b.code, b.pfad.removeprefix("vorlagen/")) for b in befunde if b.code != "V106"]


def _ersetze(teil: str, alt: str, neu: str) -> Aendern:
    def aendern(teile: dict[str, bytes]) -> dict[str, bytes]:
        assert alt.encode() in teile[teil], f"{alt} steht nicht in {teil}"
        return {**teile, teil: teile[teil].replace(alt.encode(), neu.encode())}

    return aendern


def _dazu(**teile: bytes) -> Aendern:
    return lambda vorher: {**vorher, **{name.replace("__", "/").replace("_P_", "."): d for name, d in teile.items()}}


def _beziehung(kind: str, ziel: str) -> Aendern:
    rel = f'<Relationship Id="x" Type="{BEZUG}/{kind}" Target="{ziel}" TargetMode="External"/></Relationships>'
    return _ersetze(RELS, "</Relationships>", rel)


def _absatz(inhalt: str) -> Aendern:
    return _ersetze(DOKUMENT, "<w:sectPr>", f"<w:p><w:r>{inhalt}</w:r></w:p><w:sectPr>")


def _feldfunktion(code: str) -> Aendern:
    half = len(code) // 2
    parts = f"<w:instrText>{code[:half]}</w:instrText></w:r><w:r><w:instrText>{code[half:]}</w:instrText>"
    return _absatz(f'<w:fldChar w:fldCharType="begin"/>{parts}<w:fldChar w:fldCharType="end"/>')


BILD = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="Wappen"{}/><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/>'
    "</wp:inline></w:drawing>"
)
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
NORMAL = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DTD = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
MARKE = '<text:p text:style-name="Text_20_body">{{ inhalt }}</text:p>'
ODF_BILD = '<text:p><draw:frame {}><draw:image xlink:href="{}"/>{}</draw:frame></text:p>'
DRAW = 'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" draw:name="Wappen"'


def _inhalt(xml: str) -> Aendern:
    return _ersetze("content.xml", "</office:text>", f"{xml}</office:text>")


# What is done to the letterhead → the code that it brings.
FAELLE: dict[str, tuple[str, Aendern, str]] = {
    "docx: ein Teil fehlt": (WORT, lambda t: {n: d for n, d in t.items() if n != DOKUMENT}, "V110"),
    "docx: kaputtes XML": (WORT, _ersetze(DOKUMENT, "</w:body>", "</w:bodi>"), "V110"),
    "docx: Entitäten": (WORT, _ersetze("word/styles.xml", "<w:styles", f"{DTD}<w:styles"), "V110"),
    "docx: Formatvorlagen fehlen": (
        WORT, lambda t: {n: d for n, d in t.items() if n != "word/styles.xml"}, "V110",
    ),
    "odt: falscher Typ": (OPEN, _ersetze("mimetype", ".text", ".spreadsheet"), "V110"),
    "odt: Entitäten": (OPEN, _ersetze("content.xml", "<office:doc", f"{DTD}<office:doc"), "V110"),
    "odt: kein Text": (OPEN, lambda t: {n: d for n, d in t.items() if n != "content.xml"}, "V110"),
    "docx: Makros": (WORT, _dazu(word__vbaProject_P_bin=b"x"), "V111"),
    "docx: umbenanntes docm": (WORT, _ersetze(TYPEN, NORMAL, MACRO), "V111"),
    "docx: eingebettetes Objekt": (WORT, _absatz("<w:object/>"), "V111"),
    "docx: ActiveX": (WORT, _dazu(word__activeX__activeX1_P_xml=b"<a/>"), "V111"),
    "odt: Basic": (OPEN, _dazu(Basic__Standard__Modul_P_xml=b"<a/>"), "V111"),
    "odt: Ereignis": (OPEN, _inhalt("<office:event-listeners/>"), "V111"),
    "odt: Skript": (OPEN, _inhalt("<text:p><text:script/></text:p>"), "V111"),
    "docx: verknüpftes Bild": (WORT, _beziehung("image", "https://a.example/wappen.png"), "V112"),
    "docx: entfernte Vorlage": (WORT, _beziehung("attachedTemplate", "https://a.example/x.dotx"), "V112"),
    "docx: Verweis auf Datei": (WORT, _beziehung("hyperlink", "file:///c:/x"), "V112"),
    "docx: INCLUDETEXT, zerlegt": (WORT, _feldfunktion('INCLUDETEXT "http://a.example/x"'), "V112"),
    "docx: DDEAUTO": (WORT, _feldfunktion("DDEAUTO c:\\\\windows\\\\cmd.exe"), "V112"),
    "odt: verknüpftes Bild": (OPEN, _inhalt(ODF_BILD.format(DRAW, "https://a.example/w.png", "")), "V112"),
    "odt: Bild von der Platte": (OPEN, _inhalt(ODF_BILD.format(DRAW, "../../w.png", "")), "V112"),
    "odt: DDE": (OPEN, _inhalt("<text:p><text:dde-connection/></text:p>"), "V112"),
    "odt: entfernte Vorlage": (
        OPEN, _ersetze("meta.xml", "<dc:title>", '<meta:template xlink:href="https://a.example/x.ott"/><dc:title>'),
        "V112",
    ),
    "docx: viele Teile": (WORT, _dazu(**{f"word__t{n}_P_txt": b"" for n in range(EINTRAEGE)}), "V113"),
    "odt: riesig": (OPEN, _dazu(Pictures__a_P_png=os.urandom(GROESSTE)), "V113"),
    "docx: ohne Marke": (WORT, _ersetze(DOKUMENT, "{{ inhalt }}", "Hier"), "V114"),
    "docx: Marke doppelt": (WORT, _absatz("<w:t>{{inhalt}}</w:t>"), "V114"),
    "docx: Marke auch im Fuß": (WORT, _ersetze("word/footer1.xml", "Seite ", "{{ inhalt }}"), "V114"),
    "docx: Marke im Satz": (WORT, _ersetze(DOKUMENT, "{{ inhalt }}", "Es folgt {{ inhalt }}"), "V114"),
    "odt: ohne Marke": (OPEN, _ersetze("content.xml", MARKE, ""), "V114"),
    "odt: Marke doppelt": (OPEN, _ersetze("content.xml", MARKE, MARKE * 2), "V114"),
    "odt: Marke in der Fußzeile": (OPEN, _ersetze("styles.xml", "{{ zeichen }}", "{{ zeichen }}{{ inhalt }}"), "V114"),
    "docx: ohne Netzwerk": (WORT, lambda t: {n: d.replace(b"{{ netzwerk }}", b"Netz") for n, d in t.items()}, "V115"),
    "odt: ohne Zeichen": (OPEN, _ersetze("styles.xml", "{{ zeichen }}", "Az"), "V115"),
    "docx: stummes Bild": (WORT, _absatz(BILD.format("")), "V117"),
    "odt: stummes Bild": (OPEN, _inhalt(ODF_BILD.format(DRAW, "Pictures/w.png", "")), "V117"),
    "docx: unbekanntes Feld": (WORT, _ersetze(DOKUMENT, "{{ absender }}", "{{ absnder }}"), "V103"),
    "docx: unbekanntes Feld im Kopf": (WORT, _ersetze("word/header1.xml", "{{ datum }}", "{{ dattum }}"), "V103"),
    "odt: unbekanntes Feld": (OPEN, _ersetze("content.xml", "{{ absender }}", "{{ absnder }}"), "V103"),
    "docx: Anweisung": (WORT, _ersetze(DOKUMENT, "{{ absender }}", "{% for a in 'x' %}a{% endfor %}"), "V102"),
    "docx: Ausbruch": (WORT, _ersetze(DOKUMENT, "{{ absender }}", "{{ netzwerk.__class__.mro() }}"), "V102"),
    "docx: Filter": (WORT, _ersetze(DOKUMENT, "{{ absender }}", "{{ absender|upper }}"), "V102"),
    "docx: offene Klammer": (WORT, _ersetze(DOKUMENT, "{{ absender }}", "{{ absender"), "V101"),
    "odt: Anweisung": (OPEN, _ersetze("content.xml", "{{ absender }}", "{% if a %}"), "V102"),
    "odt: Ausbruch": (OPEN, _ersetze("content.xml", "{{ absender }}", "{{ netzwerk.__class__ }}"), "V102"),
}  # fmt: skip


@pytest.mark.parametrize("fall", FAELLE)
def test_jeder_fehler_wird_gefunden_und_nennt_datei_und_abhilfe(fall: str) -> None:
    name, aendern, code = FAELLE[fall]

    befunde = _pruefe(name, aendern)

    assert {(b.code, b.vorlage) for b in befunde} == {(code, name)}
    assert all(b.hinweis and b.meldung.endswith(".") for b in befunde)


def test_pruefen_fragt_ein_eigenes_programm_und_meldet_mehrere_zugleich() -> None:
    kaputt = {
        WORT: pack(_dazu(word__vbaProject_P_bin=b"x")(unpack(WORD))),
        OPEN: pack(_ersetze("content.xml", "{{ absender }}", "{{ absnder }}")(unpack(ODF)), ("mimetype",)),
    }

    assert _ohne_vorlagen(check_vorlagen({}, briefbogen=kaputt)) == [("V111", WORT), ("V103", OPEN)]


def test_jeder_code_fuer_briefboegen_hat_einen_fall() -> None:
    eigene = {entry.code for entry in VORLAGEN if entry.code >= "V110"}

    assert eigene - {code for _, _, code in FAELLE.values()} == {"V116"}


def test_ein_falsch_geschriebenes_feld_bekommt_einen_vorschlag() -> None:
    befunde = _pruefe(OPEN, _ersetze("content.xml", "{{ absender }}", "{{ absnder }}"))

    assert [b.hinweis for b in befunde if b.code == "V103"] == ["Meinten Sie „absender“?"]


@pytest.mark.parametrize("name", GUT)
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04kaputt", b"\xd0\xcf\x11\xe0" * 200], ids=repr)
def test_was_kein_dokument_ist_wird_so_genannt(name: str, data: bytes) -> None:
    assert [(b.code, b.vorlage) for b in check_briefbogen(name, data)] == [("V110", name)]


def test_ein_fehlender_briefbogen_wird_genannt() -> None:
    assert _ohne_vorlagen(check_vorlagen({}, briefbogen={"brief.docx": WORD})) == [("V116", "brief.odt")]


@pytest.mark.parametrize(("name", "code"), [("brief.docm", "V111"), ("brief-alt.docx", "V109"), ("Brief.docx", "V109")])
def test_dokumente_mit_anderem_namen_werden_gemeldet(name: str, code: str) -> None:
    befunde = check_vorlagen({}, briefbogen={**GUT, name: b"x"})

    assert _ohne_vorlagen(befunde) == [(code, name)]


@pytest.mark.parametrize("name", ["~$brief.docx", ".~lock.brief.odt#"])
def test_was_word_und_libreoffice_daneben_legen_ist_kein_briefbogen(name: str) -> None:
    vorlagen = Vorlagen.decode({**GUT, name: b"x"})

    assert _ohne_vorlagen(check_vorlagen({}, briefbogen=vorlagen.briefbogen)) == []


def test_eine_bombe_wird_nicht_entpackt() -> None:
    stream = open_stream(b"")
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as paket:
        for nr in range(5):
            paket.writestr(f"word/bombe{nr}.xml", b"\0" * 7_000_000)
    stream.seek(0)
    data = stream.read()

    assert len(data) < GROESSTE
    assert _ohne_vorlagen(check_vorlagen({}, briefbogen={**GUT, "brief.docx": data})) == [("V113", "brief.docx")]


@pytest.mark.parametrize("name", ["../flucht.xml", "/etc/x.xml", "word\\x.xml", "word/Document.xml"])
def test_ein_paket_mit_boesen_namen_wird_nicht_gelesen(name: str) -> None:
    (befund,) = check_briefbogen("brief.docx", pack({**unpack(WORD), name: b"<a/>"}))

    assert befund.code == "V110"


def test_ein_bild_mit_alternativtext_ist_in_ordnung() -> None:
    assert _pruefe(WORT, _absatz(BILD.format(' descr="Wappen des Landes"'))) == []
    gesagt = ODF_BILD.format(DRAW, "Pictures/w.png", "<svg:title>Wappen des Landes</svg:title>")
    assert _pruefe(OPEN, _inhalt(gesagt)) == []


def test_ein_verweis_auf_eine_webseite_ist_erlaubt() -> None:
    assert _pruefe(WORT, _beziehung("hyperlink", "https://a.example")) == []


def test_ein_gefaehrlicher_briefbogen_macht_kein_schreiben() -> None:
    data = pack(_dazu(word__vbaProject_P_bin=b"x")(unpack(WORD)))

    with pytest.raises(VorlagenFehler, match=r"brief\.docx: .*Makros"):
        open_briefbogen("brief.docx", {"brief.docx": data})


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(GUT)), st.data())
def test_ein_beschaedigter_briefbogen_ist_ein_befund_und_kein_absturz(name: str, wahl: st.DataObject) -> None:
    data = bytearray(GUT[name])
    for _ in range(wahl.draw(st.integers(1, 4))):
        data[wahl.draw(st.integers(0, len(data) - 1))] = wahl.draw(st.integers(0, 255))

    befunde = [*check_briefbogen(name, bytes(data))] or try_out(name, bytes(data))

    assert all(b.vorlage == name and b.meldung for b in befunde)


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_ein_anderer_prozess_in_anderer_zeit_macht_dieselben_bytes(
    alle_vorlagen: Vorlagen, form: str, tmp_path: Path
) -> None:
    daten, kopf = ALLE["weiterleitung"].example(), Kopf("x", "Netz", datum="2026-11-12")
    hier = render(alle_vorlagen, "weiterleitung", daten, kopf, [form]).dateien[form]
    programm = (
        "import sys, hashlib; from pathlib import Path; from netzint.dokumente.arten import ALLE;"
        "from netzint.dokumente.kopf import Kopf; from netzint.dokumente.pipeline import Vorlagen, render;"
        "v = Vorlagen.decode({p.name: p.read_bytes() for p in Path(sys.argv[1]).iterdir()});"
        "daten, kopf = ALLE['weiterleitung'].example(), Kopf('x', 'Netz', datum='2026-11-12');"
        "d = render(v, 'weiterleitung', daten, kopf, [sys.argv[2]]).dateien[sys.argv[2]];"
        "print(hashlib.sha256(d).hexdigest())"
    )
    env = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "LANG": "tr_TR.UTF-8"}
    aufruf = [sys.executable, "-c", programm, str(ORDNER), form]
    dort = subprocess.run(aufruf, cwd=tmp_path, env=env, capture_output=True, check=True, encoding="utf-8").stdout

    assert dort.strip() == hashlib.sha256(hier).hexdigest()
