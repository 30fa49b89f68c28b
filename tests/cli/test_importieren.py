"""``netzint importieren …``: a table becomes one Vorgang, or all that is wrong with it is told at once."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import git, state
from tests.verzeichnis import auszug, satz

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

ARTEN = ("personen", "stellen", "beauftragte", "bedarfe")
LISTEN = {"personen": "mitglied", "stellen": "stelle", "beauftragte": "beauftragte", "bedarfe": "bedarf"}


@pytest.fixture
def tabelle(tmp_path: Path) -> Callable[..., str]:
    """Writes a CSV file; gives its path."""

    def write(text: str | bytes, name: str = "tabelle.csv") -> str:
        datei = tmp_path / name
        datei.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(datei)

    return write


@pytest.mark.parametrize("art", ARTEN)
def test_was_netzint_ausgibt_ist_eingelesen_keine_aenderung(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str], art: str
) -> None:
    before = state(buero)
    for text in (
        rufe("importieren", art, "--muster", "--erfasst").aus,
        rufe(LISTEN[art], "liste", "--format", "csv").aus,
    ):
        lauf = rufe("importieren", art, tabelle(text))

        assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
        assert lauf.aus.endswith("unverändert.\nEs gibt nichts zu tun.\n")
        assert " neu" not in lauf.aus
    assert state(buero) == before


@pytest.mark.parametrize("art", ARTEN)
def test_ein_leeres_muster_hat_nur_ueberschriften_und_sagt_dass_nichts_darin_steht(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str], art: str
) -> None:
    muster = rufe("importieren", art, "--muster").aus
    lauf = rufe("importieren", art, tabelle(muster))

    assert muster.startswith("\ufeffKennung;")
    assert muster.count("\r\n") == 1
    assert lauf.ausgang == Ausgang.AUFRUF
    assert "In der Datei steht keine Zeile mit Angaben." in lauf.fehler


NEU = {
    "stellen": "Name;Art;AGS;E-Mail\nStadt Neuhausen;Große Kreisstadt;8999123;p@neuhausen.example\nVerein X;Träger;;\n",
    "personen": "Name,Anrede,E-Mail,Stelle,Amt,Funktion,Amt seit\n"
    "Nora Neuling,Frau,n@musterstadt.example,Stadt Musterstadt,Leitung,Bürgermeisterin,1.3.2026\n",
    "beauftragte": "Kommune;Name;Anrede;E-Mail;Seit\nStadt Musterstadt;Ina Neu;Frau;ina@musterstadt.example;1.2.2026\n",
    "bedarfe": "Titel;Beschreibung;Gemeldet von;Gemeldet am;Thema\n"
    "Dolmetschen im Amt;Es fehlen Leute.;gemeindetag;3. März 2026;thema-wohnen\n",
}
ANGELEGT = {
    "stellen": ["daten/stellen/stadt-neuhausen.yaml", "daten/stellen/verein-x.yaml"],
    "personen": ["daten/mitglieder/stadt-musterstadt-1.yaml"],
    "beauftragte": ["daten/beauftragte/ib-stadt-musterstadt-2.yaml"],
    "bedarfe": ["daten/bedarfe/bedarf-2026-05.yaml"],
}


@pytest.mark.parametrize("art", ARTEN)
def test_neues_wird_ein_einziger_vorgang_und_beim_zweiten_mal_nichts(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str], art: str
) -> None:
    datei, head = tabelle(NEU[art]), git(buero, "rev-parse", "HEAD")
    lauf = rufe("importieren", art, datei)

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert git(buero, "rev-parse", "HEAD~1") == head
    assert git(buero, "show", "--name-only", "--format=", "HEAD").split() == ANGELEGT[art]
    subject = git(buero, "log", "-1", "--format=%s|%(trailers:key=Vorgang,valueonly)").strip()
    assert subject == f"{art.title()} eingelesen ({len(ANGELEGT[art])} neu)|importieren-{art}"
    assert rufe("pruefen").ausgang == Ausgang.GUT

    before, lauf = state(buero), rufe("importieren", art, datei)
    assert lauf.aus.endswith("unverändert.\nEs gibt nichts zu tun.\n")
    assert state(buero) == before


def test_was_eingelesen_ist_steht_in_den_dateien(buero: Path, rufe: Rufe, tabelle: Callable[..., str]) -> None:
    for art in ARTEN:
        assert rufe("importieren", art, tabelle(NEU[art])).ausgang == Ausgang.GUT

    texte = {art: (buero / ANGELEGT[art][0]).read_text(encoding="utf-8") for art in ARTEN}
    assert texte["stellen"] == (
        'name: Stadt Neuhausen\nart: stadt\nstatus: grosse_kreisstadt\nags: "08999123"\ne_mail: p@neuhausen.example\n'
    )
    assert (
        "aemter:\n  - von: 2026-03-01\n    stelle: stadt-musterstadt\n    amt: leitung\n    funktion: Bürger"
        in texte["personen"]
    )
    assert "von: 2026-02-01\nname: Ina Neu\nanrede: Frau\n" in texte["beauftragte"]
    assert "gemeldet: {von: gemeindetag, am: 2026-03-03}\nzugeordnet: {thema: thema-wohnen, am: " in texte["bedarfe"]


def test_eine_probe_zeigt_jede_zeile_und_aendert_nichts(buero: Path, rufe: Rufe, tabelle: Callable[..., str]) -> None:
    before = state(buero)
    text = (
        "Kennung;Name;E-Mail\n;Verein X;\nstadt-musterstadt;Stadt Musterstadt;neu@musterstadt.example\nministerium;;\n"
    )
    lauf = rufe(
        "importieren", "stellen", tabelle(text.replace("E-Mail", "E-Mail;Art").replace("X;", "X;;traeger")), "--probe"
    )

    assert (lauf.ausgang, state(buero)) == (Ausgang.GUT, before)
    lines = [line.split() for line in lauf.aus.splitlines()[:6]]
    assert ["2", "neu", "verein-x"] in lines
    assert any(
        line[:3] == ["3", "geändert", "stadt-musterstadt"] and line[-1] == "neu@musterstadt.example" for line in lines
    )
    assert ["4", "unverändert", "ministerium"] in lines
    assert "3 Zeilen: 1 neu, 1 geändert und 1 unverändert." in lauf.aus
    assert "Probe: Stellen eingelesen (1 neu, 1 geändert). Es wurde nichts geändert." in lauf.aus


def test_alles_falsche_wird_auf_einmal_mit_zeile_und_spalte_gesagt(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str]
) -> None:
    text = (
        "Name;Anrede;E-Mail;Stelle;Amt seit;Öffentlich\n"
        "A Eins;Fru;kein;Stadt Musterstatt;gestern;vielleicht\n"
        "\n"
        ";Frau;;Stadt Musterstadt;;\n"
        "B Zwei;Herr;;;;\n"
        "C Drei;;;Stadt Musterstadt;1.3.2026;\n"
        "C Drei;;;Stadt Musterstadt;1.3.2026;\n"
    )
    before = state(buero)
    lauf = rufe("importieren", "personen", tabelle(text))

    assert (lauf.ausgang, state(buero)) == (Ausgang.ABGELEHNT, before)
    begin = [line.partition(": ")[0] for line in lauf.fehler.splitlines()[1:-1]]
    assert begin == [
        "Zeile 2, Spalte Amt seit", "Zeile 2, Spalte Anrede", "Zeile 2, Spalte E-Mail", "Zeile 2, Spalte Stelle",
        "Zeile 2, Spalte Öffentlich", "Zeile 4, Spalte Name", "Zeile 5, Spalte Stelle", "Zeile 7, Spalte Name",
    ]  # fmt: skip
    assert "„Fru“ ist bei „Anrede“ nicht möglich." in lauf.fehler
    assert "Meinten Sie „stadt-musterstadt“" in lauf.fehler
    assert "Das steht schon in Zeile 6." in lauf.fehler
    assert lauf.fehler.endswith("→ Es wurde nichts geändert.\n")


def test_was_den_regeln_widerspricht_nennt_die_zeile(buero: Path, rufe: Rufe, tabelle: Callable[..., str]) -> None:
    lauf = rufe(
        "importieren", "stellen", tabelle("Name;Art;AGS\nVerein X;traeger;\nAmt Y;behoerde;08111000\nOrt Z;stadt;081\n")
    )

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "Zeile 3, Spalte AGS: " in lauf.fehler
    assert "Zeile 4, Spalte AGS: „081“ ist kein Gemeindeschlüssel" in lauf.fehler
    assert not (buero / "daten/stellen/verein-x.yaml").exists()


@pytest.mark.parametrize(
    ("text", "worte"),
    [
        ("Nmae;Art\nA;stadt\n", "Zeile 1, Spalte A: Die Überschrift „Nmae“ ist unbekannt. → Meinten Sie „Name“?"),
        ("Farbe;Form\nrot;rund\n", "In der Datei steht keine Überschrift, die zu verstehen ist."),
        ("", "In der Datei steht keine Überschrift, die zu verstehen ist."),
        ("Name;Art\nA;stadt;zuviel\n", "Zeile 2: Die Zeile hat mehr Zellen als die Überschrift."),
        ('Name;Art\n"A;stadt\n', "ist keine gültige CSV-Datei (ein Anführungszeichen ist nicht geschlossen)"),
        (
            "Kennung;Name;Art\ngibtsnicht!;A;stadt\n",
            "Zeile 2, Spalte Kennung: Eine Stelle „gibtsnicht!“ gibt es nicht.",
        ),
        ("Name;Art;AGS\nA;stadt;abc\n", "Zeile 2, Spalte AGS: „abc“ ist kein Gemeindeschlüssel."),
    ],
)
def test_was_keine_solche_tabelle_ist_wird_erklaert(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str], text: str, worte: str
) -> None:
    lauf = rufe("importieren", "stellen", tabelle(text))

    assert lauf.ausgang in (Ausgang.AUFRUF, Ausgang.ABGELEHNT)
    assert worte in lauf.fehler


@pytest.mark.parametrize(
    "form",
    ["utf-8", "utf-8-sig", "cp1252", "utf-16"],
)
@pytest.mark.parametrize("trenner", [";", ",", "\t"])
@pytest.mark.parametrize("ende", ["\n", "\r\n"])
def test_jede_form_in_der_eine_tabelle_gespeichert_wird_wird_verstanden(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str], form: str, trenner: str, ende: str
) -> None:
    text = ende.join(("name;ART;e-mail", 'Träger „Brücke“;träger;"a@b.example"', "")).replace(";", trenner)
    lauf = rufe("importieren", "stellen", tabelle(text.encode(form)), "--probe")

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert "+name: Träger „Brücke“" in lauf.aus
    assert "+art: traeger" in lauf.aus


def test_excel_darf_sep_davor_und_leere_zellen_dahinter_schreiben(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str]
) -> None:
    lauf = rufe("importieren", "stellen", tabelle("sep=;\r\nName;Art;;\r\nVerein X;traeger;;\r\n;;;\r\n"), "--probe")

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")
    assert ["3", "neu", "verein-x"] in [line.split() for line in lauf.aus.splitlines()]


def test_zellen_die_wie_formeln_aussehen_kommen_zurueck_wie_sie_waren(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str]
) -> None:
    assert rufe("bedarf", "melden", "--stelle", "gemeindetag", "=1+1 Plätze").ausgang == Ausgang.GUT
    text = rufe("importieren", "bedarfe", "--muster", "--erfasst").aus

    assert ";'=1+1 Plätze;" in text
    assert "8 Zeilen: 8 unverändert." in rufe("importieren", "bedarfe", tabelle(text)).aus


def test_mehrzeiliges_uebersteht_den_weg_durch_die_tabelle(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str]
) -> None:
    text = 'Kennung;Anschrift\nstadt-musterstadt;"Rathausplatz 1\n70000 Musterstadt"\n'
    assert rufe("importieren", "stellen", tabelle(text)).ausgang == Ausgang.GUT

    assert "anschrift: |\n  Rathausplatz 1\n  70000 Musterstadt\n" in (
        buero / "daten/stellen/stadt-musterstadt.yaml"
    ).read_text(encoding="utf-8")
    back = rufe("importieren", "stellen", "--muster", "--erfasst").aus
    rows = list(csv.DictReader(io.StringIO(back.removeprefix("\ufeff")), delimiter=";"))
    assert (
        next(r for r in rows if r["Kennung"] == "stadt-musterstadt")["Anschrift"] == "Rathausplatz 1\n70000 Musterstadt"
    )


def test_leere_zellen_nehmen_nichts_weg(buero: Path, rufe: Rufe, tabelle: Callable[..., str]) -> None:
    kopf = "Kennung;Name;Titel;Anrede;E-Mail;Telefon;Stelle;Amt;Funktion;Amt seit"
    before = state(buero)
    lauf = rufe("importieren", "personen", tabelle(f"{kopf}\nkommunen-stadt-2;Erika Beispiel;;;;;;;;\n"))

    assert lauf.ausgang == Ausgang.GUT
    assert state(buero) == before


@pytest.mark.parametrize(
    ("art", "text", "angabe"),
    [
        ("personen", "Kennung;Telefon\nministerium-1;0711 123-45\n", "Telefon: leer → 0711 123-45"),
        ("bedarfe", "Kennung;Beschreibung\nbedarf-2026-01;Neu.\n", "→ Neu."),
    ],
)
def test_mit_der_kennung_genuegen_die_spalten_die_sich_aendern(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str], art: str, text: str, angabe: str
) -> None:
    lauf = rufe("importieren", art, tabelle(text), "--probe")

    assert lauf.ausgang == Ausgang.GUT, lauf.fehler
    assert angabe in " ".join(lauf.aus.split())
    assert "1 Zeile: 1 geändert." in lauf.aus


@pytest.mark.parametrize(
    ("art", "text", "worte"),
    [
        ("bedarfe", "Titel;Titel;Von\nA;B;gemeindetag\n", "Zeile 1, Spalte B: „Titel“ steht zweimal da."),
        ("personen", "Name;Stelle;Amt\nA;gemeindetag;chefin\n", "Zeile 2, Spalte Amt: „chefin“ ist bei „Amt“"),
    ],
)
def test_ein_fehler_nennt_die_spalte_in_der_er_steht(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str], art: str, text: str, worte: str
) -> None:
    lauf = rufe("importieren", art, tabelle(text))

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert worte in lauf.fehler


def test_ein_neues_amt_braucht_seinen_ersten_tag(buero: Path, rufe: Rufe, tabelle: Callable[..., str]) -> None:
    ohne = rufe(
        "importieren", "personen", tabelle("Kennung;Name;Stelle\nkommunen-stadt-2;Erika Beispiel;gemeindetag\n")
    )
    mit = rufe(
        "importieren", "personen",
        tabelle("Kennung;Name;Stelle;Amt seit\nkommunen-stadt-2;Erika Beispiel;gemeindetag;1.2.2026\n"),
    )  # fmt: skip

    assert ohne.ausgang == Ausgang.ABGELEHNT
    assert "Zeile 2, Spalte Stelle: kommunen-stadt-2 hat kein laufendes Amt bei gemeindetag." in ohne.fehler
    assert mit.ausgang == Ausgang.GUT
    text = (buero / "daten/mitglieder/kommunen-stadt-2.yaml").read_text(encoding="utf-8")
    assert "{von: 2026-02-01, stelle: gemeindetag, amt: mitarbeit}" in text


def test_mit_dem_gemeindeverzeichnis_genuegt_der_schluessel(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str], tmp_path: Path
) -> None:
    verzeichnis = tmp_path / "verzeichnis.txt"
    verzeichnis.write_text(f"{auszug()}{satz('60', '08999123', 'Übungen, Stadt', '67')}\r\n", encoding="utf-8")
    gut = rufe("importieren", "stellen", tabelle("AGS\n8999123\n"), "--register", str(verzeichnis))
    falsch = "AGS;Name;Art\n08999003;Stadt Ganzanders;stadt\n08000999;Ort;stadt\n"

    assert (gut.ausgang, gut.fehler) == (Ausgang.GUT, "")
    neu = (buero / "daten/stellen/stadt-uebungen.yaml").read_text(encoding="utf-8")
    assert neu == 'name: Stadt Übungen\nkurz: Übungen\nart: stadt\nstatus: grosse_kreisstadt\nags: "08999123"\n'
    lauf = rufe("importieren", "stellen", tabelle(falsch), "--register", str(verzeichnis), "--probe")
    assert "Zeile 2, Spalte Name: „Stadt Ganzanders“ passt nicht zum Schlüssel 08999003." in lauf.fehler
    assert "Zeile 3, Spalte AGS: Den Schlüssel „08000999“ gibt es im Gemeindeverzeichnis nicht." in lauf.fehler


@pytest.mark.parametrize(
    ("inhalt", "worte"),
    [
        (b"PK\x03\x04....", "ist eine Arbeitsmappe und keine CSV-Datei"),
        (b"Name;Art\n\0;x\n", "ist keine Textdatei"),
        (b"Name;Art\n" + b"x;y\n" * 6000, "hat mehr als 5000 Zeilen"),
        (b"Name;Art\n" + b"x;" * 100, "hat in Zeile 2 mehr als 60 Spalten"),
        (b"Name;Art\n" + b"x" * 30_000 + b";y\n", "eine Zelle mit mehr als 20000 Zeichen"),
        (b"x" * (4 * 2**20 + 1), "ist zu groß; erlaubt sind 4 MiB"),
    ],
)
def test_was_zu_gross_oder_keine_tabelle_ist_wird_abgelehnt(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str], inhalt: bytes, worte: str
) -> None:
    lauf = rufe("importieren", "stellen", tabelle(inhalt))

    assert lauf.ausgang == Ausgang.AUFRUF
    assert worte in lauf.fehler


def test_ohne_datei_wird_das_muster_genannt(buero: Path, rufe: Rufe) -> None:
    lauf = rufe("importieren", "bedarfe")

    assert lauf.ausgang == Ausgang.AUFRUF
    assert "netzint importieren bedarfe --muster > bedarfe.csv" in lauf.fehler
    assert "lässt sich nicht lesen" in rufe("importieren", "bedarfe", "gibtesnicht.csv").fehler


@pytest.mark.parametrize(("antwort", "neu"), [("ja", True), ("nein", False)])
def test_am_bildschirm_wird_vorher_gefragt(
    buero: Path, rufe: Rufe, tabelle: Callable[..., str], monkeypatch: pytest.MonkeyPatch, antwort: str, neu: object
) -> None:
    monkeypatch.setattr("netzint.cli.fragen.is_dialog", lambda: True)
    monkeypatch.setattr("builtins.input", lambda *_: antwort)
    head = git(buero, "rev-parse", "HEAD")

    assert rufe("importieren", "stellen", tabelle("Name;Art\nVerein X;traeger\n")).ausgang == Ausgang.GUT
    assert (git(buero, "rev-parse", "HEAD") != head) is neu


def test_berichtigungen_bleiben_vorgaenge_fuer_sich(buero: Path, rufe: Rufe, tabelle: Callable[..., str]) -> None:
    """Facts with a date are not changed silently by a table."""
    text = (
        "Kennung;Titel;Von;Gemeldet\nbedarf-2025-01;Wenig Wissen über Beteiligungsrechte vor Ort;gemeindetag;1.1.2025\n"
    )
    lauf = rufe("importieren", "bedarfe", tabelle(text))

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "Zeile 2, Spalte Von: bedarf-2025-01 hat landkreis-musterland gemeldet." in lauf.fehler
    assert "Zeile 2, Spalte Gemeldet: bedarf-2025-01 wurde am 11. Februar 2025 gemeldet." in lauf.fehler
    assert lauf.fehler.count("netzint berichtigen bedarf-2025-01") == 2


def test_die_hilfe_nennt_was_erkannt_wird(rufe: Rufe) -> None:
    for art in ARTEN:
        assert "Leere Zellen ändern nichts" in " ".join(rufe("importieren", art, "--help").aus.split())
