"""``netzint dokument pruefen``: whether a file is what netzint makes, of which state, and what differs."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from email import message_from_bytes
from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, git, replace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

FORMATE = ("pdf", "docx", "odt", "html", "md")


def ergebnis(rufe: Rufe, datei: Path | str, *args: str) -> dict[str, object]:
    """The one row of the answer; the exit code belongs to it."""
    lauf = rufe("dokument", "pruefen", str(datei), *args, "--format", "json")
    (row,) = json.loads(lauf.aus)["dokumentpruefung"]
    assert lauf.ausgang == (Ausgang.GUT if row["ergebnis"] == "genau" else Ausgang.BEFUNDE)
    return dict(row)


def erzeuge(rufe: Rufe, ziel: Path, kennung: str = "sg-2026-02", art: str = "einladung", form: str = "") -> Path:
    """The folder with the document in all formats (or this one)."""
    args = ("--art", art, "--format", form or ",".join(FORMATE), "--nach", str(ziel))
    assert rufe("dokument", "erzeugen", kennung, *args).ausgang == Ausgang.GUT
    return ziel


def pack_again(datei: Path, change: Callable[[str, bytes], bytes] = lambda _, data: data) -> None:
    """As another program saves a package: compressed, in another order, with other stamps."""
    with zipfile.ZipFile(io.BytesIO(datei.read_bytes())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(datei, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != "mimetype", name[::-1])):
            package.writestr(name, change(name, parts[name]))


@pytest.mark.alle_formate
def test_was_ein_vorgang_erzeugt_ist_in_jedem_format_genau_und_nennt_ihn(buero: Path, rufe: Rufe) -> None:
    netzwerk = buero / "daten/netzwerk.yaml"
    assert netzwerk.exists()
    rufe("sitzung", "neu")
    made = sorted(p for p in (buero / "ausgabe/sg-2026-03").iterdir() if p.suffix != ".ics")
    vorgang = git(buero, "log", "-1", "--format=%(trailers:key=Vorgang-Id,valueonly)").strip()

    assert {p.suffix for p in made} >= {".pdf", ".docx", ".html", ".md"}
    for datei in made:
        row = ergebnis(rufe, datei)
        assert (row["ergebnis"], row["vorgang"]) == ("genau", vorgang), datei.name
        assert (row["commit"], row["stand"]) == (git(buero, "rev-parse", "HEAD"), git_tag(buero))


def git_tag(buero: Path) -> str:
    return git(buero, "log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d")


@pytest.mark.parametrize(
    ("kennung", "art"),
    [
        ("sg-2026-02", "einladung"),
        ("sg-2026-02", "niederschrift"),
        ("sg-2026-02", "vorlagenmappe"),
        ("sg-2026-02", "beschlussauszug"),
        ("bv-2026-001", "beschlussvorlage"),
        ("he-2026-01", "weiterleitung"),
        ("sg-2025-02/einsetzung-demokratiebildung", "beschlussauszug"),
        ("ag-demokratiebildung", "einsetzungsschreiben"),
        ("jahresbericht-2025", "jahresbericht"),
        ("beschlusskontrolle", "beschlusskontrolle"),
    ],
)
def test_jede_art_von_dokument_wird_wiedergefunden(
    buero: Path, rufe: Rufe, tmp_path: Path, kennung: str, art: str
) -> None:
    ordner = tmp_path / "x"
    rufe("dokument", "erzeugen", kennung, "--art", art, "--format", "html,md", "--nach", str(ordner))
    made = sorted(ordner.iterdir())[:4]

    assert made
    assert {(p.name, ergebnis(rufe, p)["ergebnis"]) for p in made} == {(p.name, "genau") for p in made}


def test_auch_unter_anderem_namen_und_von_einem_anderen_tag(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    lauf = rufe(
        "dokument", "erzeugen", "sg-2026-02", "--stichtag", "2026-05-01", "--format", "md", "--nach", str(tmp_path)
    )
    assert lauf.ausgang == Ausgang.GUT
    other = (tmp_path / "einladung-sg-2026-02.md").rename(tmp_path / "Unterlage.txt")

    assert ergebnis(rufe, other)["ergebnis"] == "genau"


@pytest.mark.parametrize("form", FORMATE)
def test_ein_geaendertes_wort_wird_gezeigt(buero: Path, rufe: Rufe, tmp_path: Path, form: str) -> None:
    datei = erzeuge(rufe, tmp_path, form=form) / f"einladung-sg-2026-02.{form}"
    replace_word(datei, "herzlich", "ungern")
    row = ergebnis(rufe, datei)
    text = rufe("dokument", "pruefen", str(datei)).aus

    assert row["ergebnis"] == "geaendert"
    assert "[herzlich → ungern]" in str(row["unterschied"])
    said = "Der Text wurde nach dem Erzeugen geändert: … Strategiegruppe lade ich Sie [herzlich → ungern] ein."
    assert said in " ".join(text.split())
    assert "Die Angaben stehen so im Stand vom" in text


def replace_word(datei: Path, old: str, new: str) -> None:
    """In the file as its own program would change it."""
    match datei.suffix:
        case ".docx" | ".odt":
            pack_again(datei, lambda _, data: data.replace(old.encode(), new.encode()))
        case ".pdf":
            _replace_in_pdf(datei, old, new)
        case _:
            datei.write_bytes(datei.read_bytes().replace(old.encode(), new.encode()))


def _replace_in_pdf(datei: Path, old: str, new: str) -> None:
    """The sheet is set anew with another word; what the file says of itself stays."""
    from netzint.dokumente import pdf
    from netzint.dokumente.kopf import Kopf
    from netzint.dokumente.lesen import parse_baum
    from netzint.dokumente.manuskript import Satz
    from tests.dokumente.pdfleser import eigenschaften

    markdown, angaben = eigenschaften(datei.read_bytes())
    kopf = Kopf(angaben["kennung"], "Netzwerk", datum=angaben["datum"], vorgang=angaben.get("vorgang", ""),
                pruefsumme=angaben["pruefsumme"], art=angaben["art"], fassung=angaben["fassung"])  # fmt: skip
    changed = markdown.replace(old, new)
    datei.write_bytes(pdf.write_pdf(Satz(parse_baum(changed), kopf, changed, {})))


@pytest.mark.parametrize("form", ["docx", "odt", "html", "md", "pdf"])
def test_anders_gespeichert_ist_nicht_genau_aber_der_wortlaut_unveraendert(
    buero: Path, rufe: Rufe, tmp_path: Path, form: str
) -> None:
    datei = erzeuge(rufe, tmp_path, form=form) / f"einladung-sg-2026-02.{form}"
    match form:
        case "docx" | "odt":
            pack_again(datei, lambda _, data: data.replace(b"pruefsumme=n1:", b"pruefsumme=n1 "))  # as LibreOffice does
        case "pdf":
            datei.write_bytes(datei.read_bytes() + b"\n% signiert\n")
        case "html":
            datei.write_bytes(datei.read_bytes().replace(b"<p>", b'<p class="x">'))
        case _:
            datei.write_bytes(datei.read_bytes().replace(b"\n", b"\r\n"))
    row = ergebnis(rufe, datei)

    assert (row["ergebnis"], row["unterschied"]) == ("gestaltung", None)
    assert "Wortlaut unverändert, Gestaltung geändert" in rufe("dokument", "pruefen", str(datei)).aus


def test_was_sich_nicht_ansehen_laesst_ist_nicht_fremd(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    import pikepdf

    datei = erzeuge(rufe, tmp_path, form="pdf") / "einladung-sg-2026-02.pdf"
    ganz = datei.read_bytes()
    with pikepdf.open(datei, allow_overwriting_input=True) as pdf:
        pdf.save(datei, encryption=pikepdf.Encryption(owner="a", user=""))
    closed = rufe("dokument", "pruefen", str(datei))
    datei.write_bytes(ganz[: len(ganz) // 2])
    half = rufe("dokument", "pruefen", str(datei))

    assert (closed.ausgang, half.ausgang) == (Ausgang.AUFRUF, Ausgang.AUFRUF)
    assert "ist verschlüsselt" in closed.fehler
    assert "Das Ende des PDF fehlt" in half.fehler


def test_ein_frueherer_stand_wird_gefunden(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    made = erzeuge(rufe, tmp_path / "alt", form="md") / "einladung-sg-2026-02.md"
    first = git(buero, "rev-parse", "HEAD")
    for nr in range(3):
        replace(
            buero,
            "daten/sitzungen/sg-2026-02.yaml",
            "Haus der Begegnung" + nr * "!",
            "Haus der Begegnung" + (nr + 1) * "!",
        )
        commit_all(buero, "anders")

    row = ergebnis(rufe, made)
    assert (row["ergebnis"], row["commit"]) == ("genau", first)
    assert ergebnis(rufe, made, "--stand", "HEAD~1")["commit"] == first
    assert int(str(row["staende"])) <= 5


def test_eine_geaenderte_vorlage_gehoert_zum_stand_eine_fremde_nicht(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    made = erzeuge(rufe, tmp_path / "alt", form="html") / "einladung-sg-2026-02.html"
    first = git(buero, "rev-parse", "HEAD")
    replace(buero, "vorlagen/niederschrift.md.j2", "# Niederschrift", "# Die Niederschrift")
    assert ergebnis(rufe, made)["staende"] == 1
    replace(buero, "vorlagen/fuss.md.j2", "Beispieldaten", "Nur Beispiele")
    commit_all(buero, "anders")

    row = ergebnis(rufe, made)
    assert (row["ergebnis"], row["commit"]) == ("genau", first)


def test_ein_anderer_briefbogen_wird_in_frueheren_staenden_gefunden(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    made = erzeuge(rufe, tmp_path / "alt", form="docx") / "einladung-sg-2026-02.docx"
    pack_again(buero / "vorlagen/brief.docx")
    commit_all(buero, "neu gespeichert")

    assert ergebnis(rufe, made)["ergebnis"] == "genau"
    new = erzeuge(rufe, tmp_path / "neu", form="docx") / "einladung-sg-2026-02.docx"
    assert ergebnis(rufe, new)["ergebnis"] == "genau"
    assert made.read_bytes() != new.read_bytes()
    pack_again(buero / "vorlagen/brief.docx", lambda name, d: d + b"\n" if name == "word/styles.xml" else d)
    third = erzeuge(rufe, tmp_path / "drei", form="docx") / "einladung-sg-2026-02.docx"
    git(buero, "checkout", "-q", "vorlagen")
    assert ergebnis(rufe, third)["ergebnis"] == "briefbogen"


def test_was_nie_festgeschrieben_war_steht_im_arbeitsordner_und_nennt_keinen_vorgang(
    buero: Path, rufe: Rufe, tmp_path: Path
) -> None:
    rufe("sitzung", "neu")
    replace(buero, "daten/sitzungen/sg-2026-03.yaml", "titel: Begrüßung", "titel: Herzliche Begrüßung")
    made = erzeuge(rufe, tmp_path / "neu", "sg-2026-03", form="md") / "einladung-sg-2026-03.md"

    row = ergebnis(rufe, made)
    assert (row["ergebnis"], row["vorgang"], row["commit"]) == ("genau", None, None)
    assert "festgeschrieben sind sie nicht" in rufe("dokument", "pruefen", str(made)).aus
    git(buero, "checkout", "-q", "daten")
    gone = ergebnis(rufe, made)
    assert gone["ergebnis"] == "nirgends"
    assert "[– Herzliche]" in str(gone["unterschied"]) or "[+ Herzliche]" in str(gone["unterschied"])


def test_nach_umschreiben_der_geschichte_wird_es_an_der_pruefsumme_erkannt(
    buero: Path, rufe: Rufe, tmp_path: Path
) -> None:
    rufe("sitzung", "neu")
    made = {p.name: p.read_bytes() for p in (buero / "ausgabe/sg-2026-03").glob("einladung*")}
    rufe("sitzung", "aendern", "sg-2026-03", "--ort", "Anderswo")
    git(buero, "rebase", "-q", "--force-rebase", "--committer-date-is-author-date", "--root")
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
        row = ergebnis(rufe, tmp_path / name)
        assert (row["ergebnis"], row["commit"]) == ("genau", git(buero, "rev-parse", "HEAD~1")), name


def test_zusammengefasste_commits_verlieren_den_vorgang_nicht_die_angaben(buero: Path, rufe: Rufe) -> None:
    rufe("sitzung", "neu")
    git(buero, "reset", "-q", "--soft", "HEAD~1")
    git(buero, "commit", "-q", "-m", "alles in einem")
    made = buero / "ausgabe/sg-2026-03/einladung-sg-2026-03.md"

    row = ergebnis(rufe, made)
    assert (row["ergebnis"], row["commit"]) == ("vorgang", git(buero, "rev-parse", "HEAD"))
    rufe("dokument", "erzeugen", "sg-2026-03", "--format", "md")
    assert "Vorgang" not in made.read_text(encoding="utf-8")
    assert ergebnis(rufe, made)["ergebnis"] == "genau"


@pytest.mark.alle_formate
def test_die_anlage_einer_e_mail_ist_die_datei_in_ausgabe(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    rufe("sitzung", "neu")
    rufe("sitzung", "einladen", "sg-2026-03", "--grund", "Es eilt.")
    assert rufe("mail", "sg-2026-03", "--nach", str(tmp_path)).ausgang == Ausgang.GUT
    (draft,) = tmp_path.glob("*.eml")
    found = {
        part.get_filename(): part.get_payload(decode=True) for part in message_from_bytes(draft.read_bytes()).walk()
    }
    made = (buero / "ausgabe/sg-2026-03/einladung-sg-2026-03.pdf").read_bytes()

    assert found["einladung-sg-2026-03.pdf"] == made


@pytest.mark.parametrize("other", ["v-000000000000", ""])
def test_ein_anderer_vorgang_im_dokument_faellt_auf(buero: Path, rufe: Rufe, other: str) -> None:
    rufe("thema", "neu", "--titel", "Etwas anderes", "--beschreibung", "Text.")
    strange = other or git(buero, "log", "-1", "--format=%(trailers:key=Vorgang-Id,valueonly)").strip()
    rufe("sitzung", "neu")
    own = git(buero, "log", "-1", "--format=%(trailers:key=Vorgang-Id,valueonly)").strip()
    made = buero / "ausgabe/sg-2026-03/einladung-sg-2026-03.md"
    assert own != strange
    made.write_text(made.read_text(encoding="utf-8").replace(own, strange), encoding="utf-8")

    assert ergebnis(rufe, made)["ergebnis"] == "vorgang"


@pytest.mark.alle_formate
def test_die_versandte_einladung_ist_vermerkt(buero: Path, rufe: Rufe) -> None:
    rufe("sitzung", "neu")
    assert rufe("sitzung", "einladen", "sg-2026-03", "--grund", "Es eilt.").ausgang == Ausgang.GUT
    made = buero / "ausgabe/sg-2026-03/einladung-sg-2026-03.docx"

    row = ergebnis(rufe, made)
    assert (row["ergebnis"], row["versandt"]) == ("genau", "2026-11-22")
    assert "versandt vermerkt" in rufe("dokument", "pruefen", str(made)).aus


def test_eine_andere_fassung_von_netzint_wird_genannt(
    buero: Path, rufe: Rufe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("netzint.dokumente.eingaben.__version__", "0.0.7")
        made = erzeuge(rufe, tmp_path, form="pdf") / "einladung-sg-2026-02.pdf"
    row = ergebnis(rufe, made)

    assert (row["ergebnis"], row["netzint"]) == ("fassung", "0.0.7")
    assert "Mit einer anderen Fassung von netzint erzeugt" in rufe("dokument", "pruefen", str(made)).aus


def test_die_fassung_fuer_die_oeffentlichkeit_wird_erkannt(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    args = ("--art", "tagesordnung", "--oeffentlich", "--format", "html,md,pdf", "--nach", str(tmp_path))
    assert rufe("dokument", "erzeugen", "sg-2026-02", *args).ausgang == Ausgang.GUT

    assert {ergebnis(rufe, p)["ergebnis"] for p in tmp_path.glob("tagesordnung*")} == {"genau"}


def test_in_einem_klon_einem_anderen_prozess_und_einer_anderen_zeitzone(
    buero: Path, rufe: Rufe, tmp_path: Path
) -> None:
    rufe("sitzung", "neu")
    made = sorted((buero / "ausgabe/sg-2026-03").glob("einladung*"))
    git(tmp_path, "clone", "-q", str(buero), "klon")
    env = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    for datei in made:
        command = [sys.executable, "-m", "netzint", "-C", "klon", "dokument", "pruefen", str(datei)]
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, encoding="utf-8")
        assert (done.returncode, "Genau so erzeugt" in done.stdout) == (0, True), done.stdout + done.stderr


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(60 * 2**20))
    return stream.getvalue()


def office(**teile: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, data in teile.items():
            package.writestr(name.replace("__", "/").replace("_", "."), data)
    return stream.getvalue()


ODT = b"application/vnd.oasis.opendocument.text"
LACHEN = (
    b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>',
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    b"<x>",
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bild.png", b"\x89PNG\r\n\x1a\n\0\0"),
        ("notiz.csv", b"a;b\n"),
        ("leer.bin", b""),
        ("bombe.docx", bomb()),
        ("halb.docx", bomb()[:400]),
        ("tabelle.xlsx", office(xl__workbook_xml=b"<x/>")),
        ("gross.pdf", b"%PDF-1.7\n" + bytes(41 * 2**20)),
        *((f"boese-{n}.docx", office(word__document_xml=b"<x/>", docProps__core_xml=x)) for n, x in enumerate(LACHEN)),
        *((f"boese-{n}.odt", office(mimetype=ODT, content_xml=b"", meta_xml=x)) for n, x in enumerate(LACHEN)),
    ],
)  # fmt: skip
def test_was_kein_dokument_ist_wird_auf_deutsch_abgelehnt(
    buero: Path, rufe: Rufe, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    lauf = rufe("dokument", "pruefen", str(tmp_path / name))

    assert (lauf.ausgang, lauf.aus) == (Ausgang.AUFRUF, "")
    assert f"Die Datei „{name}“" in lauf.fehler
    assert "root:" not in lauf.fehler


def test_eine_fehlende_datei_und_ein_ordner(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    for pfad in (tmp_path / "fehlt.pdf", tmp_path):
        lauf = rufe("dokument", "pruefen", str(pfad))
        assert (lauf.ausgang, "ließ sich nicht lesen" in lauf.fehler) == (Ausgang.AUFRUF, True)


def test_ein_kaputtes_pdf_das_sich_ausweist_wird_abgelehnt(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    datei = erzeuge(rufe, tmp_path, form="pdf") / "einladung-sg-2026-02.pdf"
    datei.write_bytes(datei.read_bytes()[:-3000].replace(b"endobj", b"endobi"))
    lauf = rufe("dokument", "pruefen", str(datei))

    assert (lauf.ausgang, lauf.aus) == (Ausgang.AUFRUF, "")
    assert "Das PDF ist beschädigt" in lauf.fehler


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("fremd.pdf", b"%PDF-1.4\n%%EOF\n"),
        ("fremd.html", b"<!doctype html><title>x</title><p>Guten Tag"),
        ("fremd.md", b"# Guten Tag\n"),
        ("fremd.docx", office(word__document_xml=b"<x/>")),
        ("lange.html", b'<html><meta name="netzint.kennung" content="' + b"a-" * 90_000 + b'">'),
        ("lange.md", ("Prüfsumme n1:" + 64 * "0" + "\n" + "sg-2026-02 " * 20_000).encode()),
    ],
)
def test_ein_fremdes_dokument_ist_hier_unbekannt(
    buero: Path, rufe: Rufe, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    row = ergebnis(rufe, tmp_path / name)

    assert row["ergebnis"] == "unbekannt"
    assert "Ein solches Dokument gibt es hier nicht." in rufe("dokument", "pruefen", str(tmp_path / name)).aus


def test_die_suche_endet_auch_wenn_es_viele_staende_gibt(
    buero: Path, rufe: Rufe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = erzeuge(rufe, tmp_path, form="md") / "einladung-sg-2026-02.md"
    text = made.read_text(encoding="utf-8")
    made.write_text(text[: text.index("n1:")] + "n1:" + 64 * "0" + text[text.index("n1:") + 67 :], encoding="utf-8")
    for nr in range(4):
        replace(
            buero,
            "daten/sitzungen/sg-2026-02.yaml",
            "Haus der Begegnung" + nr * "!",
            "Haus der Begegnung" + (nr + 1) * "!",
        )
        commit_all(buero, "anders")
    monkeypatch.setattr("netzint.cli.nachweis.NAHE", 2)
    monkeypatch.setattr("netzint.cli.nachweis.WEIT", 3)

    row = ergebnis(rufe, made)
    assert (row["ergebnis"], row["staende"]) == ("nirgends", 4)
    assert "Durchsucht wurden 4 Stände." in rufe("dokument", "pruefen", str(made)).aus
