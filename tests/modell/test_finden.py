"""Finding the entry that somebody means."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.finden import find_beschluss, find_eintrag, find_in_allen, find_mitglied, find_sitz
from tests.beispiel import read_beispiel


@pytest.fixture(scope="module")
def bestand() -> Bestand:
    return read_beispiel()


@pytest.mark.parametrize(
    ("art", "text", "kennung"),
    [
        ("mitglied", "kommunen-stadt-2", "kommunen-stadt-2"),
        ("mitglied", " Kommunen-Stadt-2 ", "kommunen-stadt-2"),
        ("stelle", "städtetag", "staedtetag"),
        ("stelle", "STADT MUSTERSTADT", "stadt-musterstadt"),
        ("arbeitsgruppe", "Empowerment", "ag-empowerment"),
        ("arbeitsgruppe", "AG Demokratiebildung und politische Partizipation", "ag-demokratiebildung"),
        ("sitzung", "SG-2026-01", "sg-2026-01"),
        ("thema", "wohnen", "thema-wohnen"),
    ],
)
def test_ein_eintrag_wird_gefunden_wie_man_ihn_nennt(bestand: Bestand, art: str, text: str, kennung: str) -> None:
    assert find_eintrag(bestand, art, text).kennung == kennung


def test_eine_person_wird_mit_namen_gefunden(bestand: Bestand) -> None:
    person = bestand.mitglieder["kommunen-stadt-2"]

    assert find_mitglied(bestand, person.name.upper()) is person
    assert find_mitglied(bestand, person.voller_name) is person


def test_ein_name_den_mehrere_haben_wird_nicht_geraten(bestand: Bestand) -> None:
    with pytest.raises(NetzintFehler) as fehler:
        find_eintrag(bestand, "stelle", "Stadt")

    assert fehler.value.ausgang is Ausgang.AUFRUF
    assert fehler.value.text == "„Stadt“ ist nicht eindeutig."
    assert "stadt-musterstadt" in fehler.value.hinweis


def test_ein_tippfehler_wird_nur_mit_der_kennung_berichtigt(bestand: Bestand) -> None:
    with pytest.raises(NetzintFehler) as fehler:
        find_eintrag(bestand, "stelle", "Stadt Musterstatt")

    assert (fehler.value.text, fehler.value.hinweis) == (
        "Eine Stelle „Stadt Musterstatt“ gibt es nicht.",
        "Meinten Sie „stadt-musterstadt“?",
    )


@pytest.mark.parametrize(
    ("text", "hinweis"),
    [("Partizipatoin", "Meinten Sie „thema-demokratiebildung“?"), ("xyz", "; neu: netzint thema neu")],
)
def test_auch_ein_wort_aus_einem_titel_darf_verschrieben_sein(bestand: Bestand, text: str, hinweis: str) -> None:
    with pytest.raises(NetzintFehler) as caught:
        find_eintrag(bestand, "thema", text)

    assert hinweis in caught.value.hinweis


def test_ein_eintrag_anderer_art_wird_als_solcher_benannt(bestand: Bestand) -> None:
    with pytest.raises(NetzintFehler, match=r"sg-2026-01 ist etwas anderes \(Sitzung\)"):
        find_eintrag(bestand, "mitglied", "sg-2026-01")


def test_ein_unlesbarer_eintrag_gilt_nicht_als_unbekannt() -> None:
    with pytest.raises(NetzintFehler) as fehler:
        find_mitglied(Bestand([], ["kommunen-stadt-2"]), "kommunen-stadt-2")

    assert (fehler.value.text, fehler.value.ausgang) == ("Der Eintrag kommunen-stadt-2 ist nicht lesbar.", 1)


@pytest.mark.parametrize("text", ["sitz-kommunen-stadt", "kommunen-stadt", "Kommunen – Stadt", "kommunen stadt"])
def test_ein_sitz_wird_gefunden_wie_man_ihn_nennt(bestand: Bestand, text: str) -> None:
    assert find_sitz(bestand, text, date(2026, 11, 22)).kennung == "sitz-kommunen-stadt"


def test_ein_unbekannter_sitz_und_ein_unbekannter_beschluss_nennen_was_aehnlich_ist(bestand: Bestand) -> None:
    with pytest.raises(NetzintFehler) as sitz:
        find_sitz(bestand, "sitz-komunen-stadt", date(2026, 11, 22))
    with pytest.raises(NetzintFehler) as beschluss:
        find_beschluss(bestand, "sg-2026-01/gibt-es-nicht")

    assert "„sitz-kommunen-stadt“" in sitz.value.hinweis
    assert beschluss.value.text == "Einen Beschluss „sg-2026-01/gibt-es-nicht“ gibt es nicht."


def test_ein_beschluss_wird_ohne_ruecksicht_auf_grossschreibung_gefunden(bestand: Bestand) -> None:
    kennung = next(iter(bestand.beschluesse))

    assert find_beschluss(bestand, f" {kennung.upper()}") == kennung


@pytest.mark.parametrize(
    ("text", "kennung"),
    [
        ("Städtetag Baden-Württemberg", "staedtetag"),
        ("wohnen", "thema-wohnen"),  # the Bedarf only has the word in its title
        ("Beteiligungswerkstätten mit Jugendlichen", "he-2026-01"),  # so is the Vorlage called that brings it
    ],
)
def test_unter_allen_gilt_wer_genau_so_heisst(bestand: Bestand, text: str, kennung: str) -> None:
    assert find_in_allen(bestand, text).kennung == kennung


@pytest.mark.parametrize(("text", "aehnlich"), [("sg-2026-2", "„sg-2026-02“"), ("Wonen", "„wohnen“")])
def test_auch_unter_allen_wird_ein_vorschlag_gemacht(bestand: Bestand, text: str, aehnlich: str) -> None:
    with pytest.raises(NetzintFehler) as fehler:
        find_in_allen(bestand, text)

    assert aehnlich in fehler.value.hinweis
