"""The office's own list of addresses: outside the repository, read as Excel saves it, all mistakes at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from netzint.ablage.adressbuch import HOECHSTENS, find_adressbuch
from netzint.modell.adresse import Adresse, to_adresse
from netzint.modell.fehler import NetzintFehler
from tests.buero import git

INHALT = "Kennung;E-Mail;offen\nstaedtetag-1;jörg@x.example;\n"


def lege(datei: Path, text: str, code: str = "utf-8") -> Path:
    datei.write_bytes(text.encode(code))
    return datei


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("trenner", [";", ","])
def test_gelesen_wird_wie_excel_es_speichert(buero: Path, tmp_path: Path, code: str, trenner: str) -> None:
    lines = (
        "Kennung;E-Mail;offen;Bemerkung",
        "staedtetag-1;erika@x.example;ja;Büro",
        ";;;",
        "ministerium-1;m@y.example;;",
    )
    text = "\r\n".join(lines)
    datei = lege(tmp_path / "adressen.csv", text.replace(";", trenner), code)

    assert find_adressbuch(buero, datei) == {
        "staedtetag-1": Adresse("erika@x.example", offen=True),
        "ministerium-1": Adresse("m@y.example", offen=False),
    }


def test_git_merkt_sich_den_ort_fuer_diesen_klon(buero: Path, tmp_path: Path) -> None:
    datei = lege(tmp_path / "adressen.csv", "kennung;e_mail\nstaedtetag-1;a@b.example\n")
    git(buero, "config", "netzint.adressbuch", str(datei))

    assert find_adressbuch(buero, None) == {"staedtetag-1": Adresse("a@b.example", offen=False)}


def test_ohne_adressbuch_ist_es_leer(buero: Path) -> None:
    assert find_adressbuch(buero, None) == {}


def test_alle_fehler_stehen_mit_ihrer_zeile_da_und_keine_adresse(buero: Path, tmp_path: Path) -> None:
    text = "kennung;e_mail;offen\nÄh;a@b.example;\nstaedtetag-1;geheim@;\nstaedtetag-1;a@b.example;vielleicht\n"
    with pytest.raises(NetzintFehler) as found:
        find_adressbuch(buero, lege(tmp_path / "a.csv", text))

    assert found.value.text.partition("Fehler: ")[2] == (
        "Zeile 2: keine Kennung; Zeile 3: keine gültige E-Mail-Adresse; "
        "Zeile 4: staedtetag-1 steht schon weiter oben; Zeile 4: „offen“ ist weder ja noch nein."
    )
    assert "geheim" not in found.value.text


@pytest.mark.parametrize("name", ["adressen.csv", "ausgabe/adressen.csv"])
def test_im_ordner_der_daten_wird_kein_adressbuch_gelesen(buero: Path, name: str) -> None:
    (buero / "ausgabe").mkdir(exist_ok=True)
    with pytest.raises(NetzintFehler, match="liegt im Ordner der Daten"):
        find_adressbuch(buero, lege(buero / name, INHALT))


@pytest.mark.parametrize(
    ("text", "was"),
    [("", "keine Spalten"), ("name;adresse\nx;y\n", "keine Spalten"), ("x" * (HOECHSTENS + 1), "zu groß")],
)
def test_was_kein_adressbuch_ist_wird_abgelehnt(buero: Path, tmp_path: Path, text: str, was: str) -> None:
    with pytest.raises(NetzintFehler, match=was):
        find_adressbuch(buero, lege(tmp_path / "a.csv", text))


def test_eine_fehlende_datei_wird_genannt(buero: Path, tmp_path: Path) -> None:
    with pytest.raises(NetzintFehler, match="lässt sich nicht lesen"):
        find_adressbuch(buero, tmp_path / "fehlt.csv")


@pytest.mark.parametrize(
    ("text", "adresse"),
    [
        (" a.b+c@stadt-x.example ", "a.b+c@stadt-x.example"),
        ("info@müllheim.example", "info@xn--mllheim-n2a.example"),
        ("jörg@stadt.example", ""), ('"a b"@x.example', ""), ("a,b@x.example", ""), ("<a@x.example>", ""),
        ("a@x.example, b@y.example", ""), ("a@b@c.example", ""), ("a@x", ""), ("a..b@x.example", ""), ("", ""),
        ("a@x.example\r\nBcc: b@y.example", ""), ("a@-x.example", ""), (f"{'a' * 250}@x.example", ""),
    ],
)  # fmt: skip
def test_nur_was_ein_einzelner_empfaenger_ist_gilt_als_adresse(text: str, adresse: str) -> None:
    assert to_adresse(text) == adresse
