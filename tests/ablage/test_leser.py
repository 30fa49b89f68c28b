"""What the strict reader takes, and as what."""

from __future__ import annotations

import subprocess
import sys

import pytest

from netzint.ablage.leser.datei import Gelesen, parse
from netzint.ablage.leser.genau import examine
from netzint.modell.befund import Schwere

EINTRAG = """\
# ein Kommentar
name: Erika Beispiel
datum: 2026-12-03
beginn: "10:00"
plz: "01067"
oeffentlich: nein
zahl: 12
weil: "Zeichen: \\u00e4 und \\n"
mandate:
  - {gremium: strategiegruppe, von: 2025-03-01, beschluss: sg-2025-02/einsetzung, minus: -5}
  - gremium: ag-x
    aliase: []
verlauf: |
  Erste Zeile: mit „Zeichen“ – & * ! ? % #.

  * Liste
"""


def wert(text: str) -> object:
    gelesen = parse(text.encode())
    assert gelesen.befunde == ()
    return gelesen.wert


def codes(text: str) -> list[str]:
    return [b.code for b in parse(text.encode()).befunde]


def test_jeder_wert_ist_text_wie_er_dasteht() -> None:
    assert wert(EINTRAG) == {
        "name": "Erika Beispiel",
        "datum": "2026-12-03",
        "beginn": "10:00",
        "plz": "01067",
        "oeffentlich": "nein",
        "zahl": "12",
        "weil": "Zeichen: ä und \n",
        "mandate": [
            {"gremium": "strategiegruppe", "von": "2025-03-01", "beschluss": "sg-2025-02/einsetzung", "minus": "-5"},
            {"gremium": "ag-x", "aliase": []},
        ],
        "verlauf": "Erste Zeile: mit „Zeichen“ – & * ! ? % #.\n\n* Liste\n",
    }


def test_crlf_wird_gelesen_wie_lf() -> None:
    assert parse(EINTRAG.replace("\n", "\r\n").encode()) == parse(EINTRAG.encode())


def test_ein_fehlender_zeilenumbruch_am_ende_schadet_nicht() -> None:
    assert wert("a: |\n  b") == wert("a: |\n  b\n") == {"a": "b\n"}


@pytest.mark.parametrize("text", ["ja", "nein", "2026-12-03", "2020-06", "0", "12", "-5", "3.12.2026", "30 %", "a#b"])
def test_das_steht_unbeanstandet_ohne_anfuehrungszeichen(text: str) -> None:
    assert wert(f"a: {text}\n") == {"a": text}


@pytest.mark.parametrize(
    "text", ["Muğla", "Łódź", "Thảo", "Ἀθήνα", "Москва", "Ⅳ €", "„A“ – ‚b‘ …", "§ 37", "z.\u202fB."]
)
def test_fremde_buchstaben_und_satzzeichen_sind_erlaubt(text: str) -> None:
    assert wert(f"a: x {text}\n") == {"a": f"x {text}"}


def test_was_umgedeutet_werden_koennte_wird_gelesen_und_gewarnt() -> None:
    gelesen = parse(b"beginn: 14:30\n")

    assert gelesen.wert == {"beginn": "14:30"}
    assert [(b.code, b.schwere) for b in gelesen.befunde] == [("L402", Schwere.WARNUNG)]
    assert gelesen.befunde[0].hinweis == "In Anführungszeichen setzen."


def test_in_anfuehrungszeichen_ist_alles_eindeutig() -> None:
    assert wert("a: \"no\"\nb: 'null'\nc: [\"14:30\", 'Freier Text: hier']\n") == {
        "a": "no",
        "b": "null",
        "c": ["14:30", "Freier Text: hier"],
    }


def test_beide_zeilen_eines_doppelten_schluessels_werden_genannt() -> None:
    (befund,) = parse(b"name: A\nort: B\nname: C\n").befunde

    assert "Zeile 1" in befund.text
    assert "Zeile 3" in befund.text
    assert (befund.zeile, befund.spalte, befund.feld) == (3, 1, ("name",))


def test_alle_befunde_einer_datei_kommen_auf_einmal() -> None:
    text = "name: A\nname: B\nort:\nx: !t z\nbeginn: 14:30\nplz: A\u200bB\n"

    assert codes(text) == ["L302", "L306", "L201", "L402", "L113"]


def test_von_jeder_art_schlechter_zeichen_werden_hoechstens_zwanzig_gemeldet() -> None:
    assert codes("a: " + "\x01" * 50 + "\t" * 50 + "\n") == ["L112"] * 20 + ["L116"] * 20


def test_der_ort_reicht_bis_in_die_liste() -> None:
    (befund,) = parse("a:\n  - {b: c, d: Größe X}\n".encode()).befunde

    assert (befund.zeile, befund.spalte, befund.feld) == (2, 15, ("a", 0, "d"))


def test_sechzehn_stufen_sind_erlaubt() -> None:
    tief = parse(b"a: " + b"[" * 15 + b"]" * 15 + b"\n")

    assert tief.befunde == ()
    assert parse(b"a: " + b"[" * 16 + b"]" * 16 + b"\n").wert is None


def test_eine_grosse_datei_in_den_grenzen_wird_gelesen() -> None:
    gelesen = parse(("a:\n" + "  - {b: c, d: e}\n" * 3000).encode())

    assert gelesen.befunde == ()
    assert gelesen.wert is not None
    assert len(gelesen.wert["a"]) == 3000


def test_der_kurze_und_der_genaue_weg_lesen_dasselbe() -> None:
    data = EINTRAG.encode()

    assert parse(data) == Gelesen(examine(data).wert, ())


def test_wer_den_leser_einbindet_laedt_noch_kein_yaml() -> None:
    check = "import sys, netzint.ablage.leser; sys.exit('ruamel.yaml' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", check]).returncode == 0
