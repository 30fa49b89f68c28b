"""The house's form: the same content and the same comments, in one way of writing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from netzint.ablage.formatieren.datei import formatiere
from netzint.ablage.formatieren.form import feldordnung
from netzint.ablage.leser.datei import parse
from netzint.ablage.mitgeliefert import read_beispiele
from netzint.ablage.yamltext import dump_eintrag
from netzint.berichte.datenhandbuch import Beispiel
from netzint.modell.arten import NACH_NAME, art_of_pfad
from netzint.modell.fehler import NetzintFehler
from netzint.modell.grund import Eintrag
from netzint.modell.mitglied import Mitglied
from netzint.modell.sitzung import Sitzung
from netzint.modell.stelle import Stelle
from tests.ablage.zufallstexte import dateien
from tests.bau import arbeitsgruppe, beschluss, empfehlung, geschaeftsordnung, mitglied, netzwerk, sitzung, top

WURZEL = Path(__file__).parents[2]
DATEIEN = sorted(pfad.relative_to(WURZEL).as_posix() for pfad in WURZEL.glob("daten/**/*.yaml"))


def _formatiert(text: str, model: type[Eintrag] = Mitglied) -> str:
    ergebnis = formatiere(text.encode(), model)
    assert formatiere(ergebnis, model) == ergebnis
    return ergebnis.decode()


@pytest.mark.parametrize("pfad", DATEIEN)
def test_die_mitgelieferten_daten_sind_in_form(pfad: str) -> None:
    found = art_of_pfad(pfad)
    assert found is not None
    data = (WURZEL / pfad).read_bytes()

    assert formatiere(data, found[0].model) == data


@pytest.mark.parametrize(("art", "beispiel"), read_beispiele().items(), ids=read_beispiele())
def test_die_beispiele_im_handbuch_sind_in_form(art: str, beispiel: Beispiel) -> None:
    assert formatiere(beispiel.text.encode(), NACH_NAME[art].model).decode() == beispiel.text


@pytest.mark.parametrize(
    "antrag",
    [
        {"art": "empfehlung", "empfehlungen": ["he-2026-01"], "fassung": 2},
        {"art": "ag_verlaengern", "ag": "ag-beispiel", "bis": "2027-03-31", "staendige_mitglieder": "10"},
        {"art": "ag_abschliessen", "ag": "ag-beispiel"},
    ],
    ids=lambda antrag: antrag["art"],
)
def test_jeder_antrag_hat_die_ordnung_seiner_art(antrag: dict[str, object]) -> None:
    data = dump_eintrag(sitzung(tagesordnung=[top(beschluesse=[beschluss(antrag=antrag)])]))

    assert formatiere(data, Sitzung) == data


@pytest.mark.parametrize(
    "eintrag",
    [
        mitglied(),
        netzwerk(),
        geschaeftsordnung(),
        arbeitsgruppe(),
        empfehlung(),
        sitzung(tagesordnung=[top(beschluesse=[beschluss()])], anwesend=["staedtetag-1"]),
    ],
    ids=lambda eintrag: type(eintrag).__name__,
)
def test_was_netzint_schreibt_ist_in_form(eintrag: Eintrag) -> None:
    data = dump_eintrag(eintrag)

    assert formatiere(data, type(eintrag)) == data


def test_bytemarke_zeilenenden_zerlegte_zeichen_und_das_dateiende_werden_repariert() -> None:
    data = b"\xef\xbb\xbf" + "name: Ko\u0308ln  \r\ntitel: Dr.".encode()

    assert formatiere(data, Mitglied) == "name: Köln\ntitel: Dr.\n".encode()


def test_leerzeichen_am_ende_fallen_weg_ausser_in_textbloecken() -> None:
    assert (
        _formatiert("name: A   \n  \nverlauf: |  \n  eins  \n  zwei\n\n\n")
        == "name: A\n\nverlauf: |\n  eins  \n  zwei\n"
    )


def test_die_einrueckung_wird_zwei_vier_zwei() -> None:
    assert _formatiert("name: A\nmandate:\n-   gremium: x\n    benannt:\n        durch: z\n") == (
        "name: A\nmandate:\n  - gremium: x\n    benannt:\n      durch: z\n"
    )
    assert _formatiert("anschrift: |4\n      A\n    B\n", Stelle) == "anschrift: |2\n    A\n  B\n"


def test_schluessel_stehen_in_der_reihenfolge_des_modells_mit_ihren_kommentaren() -> None:
    vorher = """\
# Erfundenes Beispiel

fremd: x
# über den Mandaten
mandate:        # hinter den Mandaten
  - von: 2025-03-01             # seit der Benennung
    # über dem Gremium
    gremium: strategiegruppe
    # beim Ende: bis: …
# über dem Namen
name: Erika Beispiel
# am Ende
"""
    assert (
        _formatiert(vorher)
        == """\
# Erfundenes Beispiel

# über dem Namen
name: Erika Beispiel
# über den Mandaten
mandate:        # hinter den Mandaten
  # über dem Gremium
  - gremium: strategiegruppe
    von: 2025-03-01             # seit der Benennung
    # beim Ende: bis: …
fremd: x
# am Ende
"""
    )


def test_auch_in_klammern_gilt_die_reihenfolge_des_modells() -> None:
    assert _formatiert("aemter:\n  - {stelle: x, amt: leitung, von: 2020-01-01}\n") == (
        "aemter:\n  - {von: 2020-01-01, stelle: x, amt: leitung}\n"
    )


def test_ein_kommentar_in_klammern_macht_sie_zum_block() -> None:
    assert _formatiert("anwesend: [a,  # A\n  # vor b\n  b]  # B\n", Sitzung) == (
        "anwesend:\n  - a          # A\n  # vor b\n  - b  # B\n"
    )


def test_gebrochene_klammern_bleiben_wo_sie_gebrochen_sind() -> None:
    assert _formatiert("entschuldigt: [a,b,\n c]\n", Sitzung) == "entschuldigt: [a, b,\n  c]\n"


def test_mehrdeutiges_bekommt_anfuehrungszeichen_und_daten_verlieren_sie() -> None:
    assert _formatiert("name: no\nags: 08999001\nkurz: 17\nbis: '2027-12-31'\n", Stelle) == (
        'name: "no"\nkurz: "17"\nags: "08999001"\nbis: 2027-12-31\n'
    )
    assert _formatiert("name: 'A ''B'''\naemter: [{von: \"2020-01\", funktion: Leitung}]\n") == (
        'name: "A \'B\'"\naemter: [{von: 2020-01, funktion: "Leitung"}]\n'
    )


def test_mehrzeiliges_in_anfuehrungszeichen_wird_zum_textblock() -> None:
    assert _formatiert('anschrift: "Weg 1\\n70000 Ort\\n"\nname: A\n  B\n', Stelle) == (
        "name: A B\nanschrift: |\n  Weg 1\n  70000 Ort\n"
    )


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("L302", b"name: A\nname: B\n"),
        ("L119", b"<<<<<<< HEAD\nname: A\n=======\nname: B\n>>>>>>> x\n"),
        ("L113", "name: A\u00adB\n".encode()),
        ("L116", b"name:\tA\n"),
        ("L102", "name: Köln\n".encode("latin-1")),
        ("L301", b"name: A: B\n"),
        ("L104", b""),
    ],
)
def test_was_nur_geraten_werden_koennte_wird_mit_dem_befund_abgelehnt(code: str, data: bytes) -> None:
    with pytest.raises(NetzintFehler, match=code) as fehler:
        formatiere(data, Mitglied)

    assert fehler.value.hinweis


@given(dateien())
@settings(max_examples=300, deadline=None)
def test_beliebige_dateien_behalten_inhalt_und_kommentare(data: bytes) -> None:
    ergebnis = formatiere(data, Mitglied)

    gelesen = parse(ergebnis)
    assert (gelesen.wert, gelesen.befunde) == (parse(data).wert, ())
    assert formatiere(ergebnis, Mitglied) == ergebnis
    muster = rb"# (?:Kommentar |K)\d+\."
    assert sorted(re.findall(muster, ergebnis)) == sorted(re.findall(muster, data))
    assert b"\r" not in ergebnis


def test_die_feldordnung_kennt_bloecke_listen_und_antraege() -> None:
    ordnung = feldordnung(Sitzung)

    assert ordnung(())[:3] == ("gremium", "datum", "beginn")
    assert ordnung(("tagesordnung", 0))[:3] == ("kennung", "nummer", "titel")
    assert ordnung(("tagesordnung", 0, "beschluesse", 3, "antrag"))[:3] == ("art", "empfehlungen", "fassung")
    assert ordnung(("unbekannt", 0)) == ()
