"""``netzint dokument erzeugen``: the same bytes again, at any time and for any Sitzung."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import commit_all, replace, state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]


def read_ausgabe(buero: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted((buero / "ausgabe").rglob("*")) if p.is_file()}


@pytest.mark.alle_formate
def test_nach_sitzung_neu_entstehen_dieselben_bytes_noch_einmal(buero: Path, rufe: Rufe) -> None:
    rufe("sitzung", "neu")
    before = read_ausgabe(buero)
    lauf = rufe("dokument", "erzeugen", "SG-2026-03")

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert read_ausgabe(buero) == before
    assert lauf.aus.splitlines()[0] == "ausgabe/sg-2026-03/tagesordnung-sg-2026-03.pdf"
    assert len(before) == len(lauf.aus.splitlines()) + 1 == 21
    assert "termin-sg-2026-03.ics" in before


@pytest.mark.parametrize(
    ("kennung", "namen"),
    [
        ("sg-2026-02", ["tagesordnung", "einladung", "beschlussvorlage", "niederschrift"]),
        ("ag-demokratiebildung-sitzung-2026-02", ["tagesordnung", "einladung", "niederschrift"]),
        ("BV-2026-001", ["beschlussvorlage"]),
    ],
)
def test_auch_zu_gehaltenen_sitzungen_gruppen_und_vorlagen(
    buero: Path, rufe: Rufe, kennung: str, namen: list[str]
) -> None:
    assert rufe("dokument", "erzeugen", kennung).ausgang == Ausgang.GUT
    first = read_ausgabe(buero)
    rufe("dokument", "erzeugen", kennung, "--stichtag", "2027-06-30")

    assert list(dict.fromkeys(sorted(name.partition("-")[0] for name in first))) == sorted(namen)
    assert read_ausgabe(buero) == first, "was versandt ist, trägt den Tag des Versands"


def test_art_format_und_ordner_lassen_sich_waehlen(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    ziel = tmp_path / "versand"
    args = ("SG-2026-02", "--art", "Einladung", "--format", "HTML", "--nach", str(ziel))
    lauf = rufe("dokument", "erzeugen", *args)

    assert lauf.aus == f"{ziel}/einladung-sg-2026-02.html\n"
    assert [p.name for p in ziel.iterdir()] == ["einladung-sg-2026-02.html"]
    assert not (buero / "ausgabe").exists()


@pytest.mark.parametrize("formate", [("pdf,docx",), ("pdf", "DOCX")])
def test_mehrere_formate_mit_komma_oder_jedes_fuer_sich(buero: Path, rufe: Rufe, formate: tuple[str, ...]) -> None:
    wanted = [word for form in formate for word in ("--format", form)]

    assert rufe("dokument", "erzeugen", "sg-2026-02", "--art", "einladung", *wanted).ausgang == Ausgang.GUT
    assert sorted(read_ausgabe(buero)) == ["einladung-sg-2026-02.docx", "einladung-sg-2026-02.pdf"]


@pytest.mark.alle_formate
def test_netzwerk_yaml_sagt_welche_dateien_entstehen(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/netzwerk.yaml", "beispieldaten: ja", "formate: [odt, pdf, odt]\nbeispieldaten: ja")
    commit_all(buero, "Formate")
    rufe("dokument", "erzeugen", "bv-2026-001")

    assert sorted(read_ausgabe(buero)) == ["beschlussvorlage-bv-2026-001.odt", "beschlussvorlage-bv-2026-001.pdf"]


@pytest.mark.alle_formate
def test_wo_der_briefbogen_fehlt_entsteht_kein_word_ausser_es_ist_verlangt(buero: Path, rufe: Rufe) -> None:
    (buero / "vorlagen" / "brief.docx").unlink()
    commit_all(buero, "Ohne Briefbogen")
    rufe("dokument", "erzeugen", "bv-2026-001")

    assert sorted(name.rpartition(".")[2] for name in read_ausgabe(buero)) == ["html", "md", "pdf"]
    lauf = rufe("dokument", "erzeugen", "bv-2026-001", "--format", "docx")
    assert lauf.ausgang != Ausgang.GUT
    assert "brief.docx" in lauf.fehler


def test_eine_empfehlung_darf_mit_ihrem_titel_genannt_werden(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("dokument", "erzeugen", "Beteiligungswerkstätten mit Jugendlichen", "--format", "md")

    assert lauf.ausgang == Ausgang.GUT
    assert lauf.aus.splitlines()[0] == "ausgabe/he-2026-01/weiterleitung-he-2026-01-ministerium.md"


@pytest.mark.parametrize(
    ("args", "text"),
    [
        (("sg-2026-2",), "Meinten Sie „sg-2026-02“?"),
        (("he-2026-05",), "HE-2026-05 ist noch nicht weitergeleitet; zu ihr gibt es kein Schreiben."),
        (("thema-wohnen",), "es gibt sie zu Sitzungen, Vorlagen, Beschlüssen, Umläufen"),
        (("../../etc/passwd",), "gibt es keine Dokumente"),
        (("",), "Es fehlt die Angabe KENNUNG."),
        (("sg-2025-03",), "Die Sitzung SG-2025-03 ist abgesagt"),
        (
            ("sg-2026-02", "--art", "tagesordnun"),
            "Es gibt: tagesordnung, einladung, beschlussvorlage und niederschrift.",
        ),
        (("sg-2026-02", "--format", "rtf"), "Hier gibt es das Format „rtf“ nicht."),
        (("Städtetag",), "Zu „staedtetag“ gibt es keine Dokumente; es gibt sie zu Sitzungen"),
        (("Städteteg",), "Meinten Sie „staedtetag“?"),
        ((), "Es fehlt die Angabe KENNUNG."),
    ],
)
def test_was_es_nicht_gibt_wird_abgelehnt(buero: Path, rufe: Rufe, args: tuple[str, ...], text: str) -> None:
    before = state(buero)
    lauf = rufe("dokument", "erzeugen", *args)

    assert (lauf.ausgang, lauf.aus, state(buero)) == (Ausgang.AUFRUF, "", before)
    assert text in lauf.fehler


def test_eine_unlesbare_sitzung_heisst_nicht_unbekannt(buero: Path, rufe: Rufe) -> None:
    replace(buero, "daten/sitzungen/sg-2026-02.yaml", "datum: ", "datm: ")
    for befehl in (("dokument", "erzeugen", "sg-2026-02"), ("sitzung", "zeigen", "SG-2026-02")):
        lauf = rufe(*befehl)
        assert lauf.ausgang == Ausgang.BEFUNDE
        assert "sg-2026-02 ist nicht lesbar" in lauf.fehler


def test_der_stand_bestimmt_daten_und_vorlagen(buero: Path, rufe: Rufe) -> None:
    replace(buero, "vorlagen/fuss.md.j2", "Beispieldaten", "Nur Beispiele")
    replace(buero, "daten/sitzungen/sg-2026-02.yaml", "Haus der Begegnung", "Neues Rathaus")
    commit_all(buero, "anders")
    rufe("dokument", "erzeugen", "sg-2026-02", "--stand", "HEAD~1", "--format", "md")
    old = read_ausgabe(buero)["einladung-sg-2026-02.md"].decode()
    rufe("dokument", "erzeugen", "sg-2026-02", "--format", "md")
    new = read_ausgabe(buero)["einladung-sg-2026-02.md"].decode()

    assert "Haus der Begegnung" in old
    assert "Nur Beispiele" not in old
    assert "Neues Rathaus" in new
    assert "Nur Beispiele" in new


def test_eine_kaputte_vorlage_nennt_ort_und_abhilfe(buero: Path, rufe: Rufe) -> None:
    replace(buero, "vorlagen/tagesordnung.md.j2", "{% for top in tops %}", "{% for top in topse %}")
    lauf = rufe("dokument", "erzeugen", "sg-2026-02")

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "tagesordnung.md.j2, Zeile" in lauf.fehler
    assert "→ Meinten Sie „tops“?" in lauf.fehler
    assert not (buero / "ausgabe").exists()


def test_in_eine_verknuepfung_wird_nicht_geschrieben(buero: Path, rufe: Rufe, tmp_path: Path) -> None:
    fremd = tmp_path / "fremd"
    fremd.mkdir()
    try:
        (buero / "ausgabe").symlink_to(fremd)
    except OSError:
        pytest.skip("Verknüpfungen sind hier nicht erlaubt")
    lauf = rufe("dokument", "erzeugen", "sg-2026-02")

    assert lauf.ausgang == Ausgang.UMGEBUNG
    assert "„ausgabe“ ist eine Verknüpfung" in lauf.fehler
    assert "--nach" in lauf.fehler
    assert list(fremd.iterdir()) == []
    assert rufe("dokument", "erzeugen", "sg-2026-02", "--nach", str(buero / "ausgabe")).ausgang == Ausgang.GUT
