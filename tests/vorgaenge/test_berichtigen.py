"""Corrections of recorded values."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.arten import NACH_NAME
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from netzint.vorgaenge.berichtigen import berichtigen
from netzint.vorgaenge.berichtigen_werte import split_liste
from tests.beispiel import read_beispiel

STICHTAG = date(2026, 11, 22)


def berichtige(kennung: str, zu: str = "", werte: dict[str, str] | None = None, **more: Any) -> Aenderung | None:
    given = {"grund": "Tippfehler", "beschluss": None, "am": None, **more}
    return berichtigen(read_beispiel(), (), stichtag=STICHTAG, kennung=kennung, zu=zu, werte=werte or {}, **given)


def test_ein_feld_wird_gesetzt_und_der_alte_wert_vermerkt() -> None:
    alt = read_beispiel().sitzungen["sg-2026-02"].ort

    aenderung = berichtige("sg-2026-02", werte={"ort": "Ulm"})

    assert aenderung is not None
    assert aenderung.betreff == "Berichtigt: SG-2026-02 (ort)"
    assert aenderung.gesetzt == (
        Setzen("sitzung", "sg-2026-02", ("ort",), "Ulm"),
        Setzen(
            "sitzung",
            "sg-2026-02",
            ("berichtigungen", 0),
            {"zu": "ort", "am": STICHTAG, "statt": {"ort": alt}, "grund": "Tippfehler\n"},
        ),
    )


@pytest.mark.parametrize("angabe", ["fassungen.2.pruefbar", "fassungen.2.adressaten.ministerium.frist"])
def test_ein_gesiegelter_wortlaut_wird_nur_mit_seinem_siegel_berichtigt(angabe: str) -> None:
    with pytest.raises(NetzintFehler, match=r"steht mit dem Beschluss sg-2026-02/he-2026-01 .* fest") as fehler:
        berichtige("he-2026-01", werte={angabe: "2028-01-01"})

    assert fehler.value.ausgang is Ausgang.ABGELEHNT
    for befehl in ("berichtigen sg-2026-02/he-2026-01 --setze siegel=", "empfehlung siegeln he-2026-01"):
        assert f"netzint {befehl}" in fehler.value.hinweis
    assert berichtige("he-2026-01", werte={"fassungen.1.pruefbar": "Zahl der Kreise"}) is not None
    assert berichtige("he-2026-01", werte={"fassungen.2.vom": "2026-04-16"}) is not None


@pytest.mark.parametrize(("kennung", "zu"), [("sg-2026-02/he-2026-01", ""), ("SG-2026-02", "he-2026-01")])
def test_die_stimmen_eines_beschlusses_werden_zusammen_berichtigt(kennung: str, zu: str) -> None:
    aenderung = berichtige(kennung, zu, {"ja": "9", "nein": "1"}, beschluss="sg-2026-02/he-2026-01")

    assert aenderung is not None
    vermerk = aenderung.gesetzt[-1]
    assert isinstance(vermerk, Setzen)
    assert isinstance(vermerk.wert, dict)
    assert vermerk.feld == ("berichtigungen", 0)
    assert (vermerk.wert["zu"], vermerk.wert["beschluss"]) == ("he-2026-01", "sg-2026-02/he-2026-01")
    assert list(vermerk.wert["statt"]) == [s.feld[-1] for s in aenderung.gesetzt[:-1]]
    assert aenderung.beschluss == "sg-2026-02/he-2026-01"


def test_ein_teil_ohne_kennung_wird_mit_seiner_nummer_genannt() -> None:
    aenderung = berichtige("kommunen-stadt-2", "mandate.1", {"von": "2.10.2025"})

    assert aenderung is not None
    assert aenderung.gesetzt[0] == Setzen("mitglied", "kommunen-stadt-2", ("mandate", 0, "von"), date(2025, 10, 2))


@pytest.mark.parametrize(
    ("text", "tag"), [("2. Oktober 2025", "2025-10-02"), ("9/2025", "2025-09"), ("Sept. 2025", "2025-09")]
)
def test_ein_tag_darf_in_jeder_form_dastehen_und_ein_monat_wo_einer_genuegt(text: str, tag: str) -> None:
    aenderung = berichtige("kommunen-stadt-2", "mandate.1", {"von": text})

    assert aenderung is not None
    assert isinstance(aenderung.gesetzt[0], Setzen)
    assert str(aenderung.gesetzt[0].wert) == tag


def test_ein_text_der_wie_ein_tag_aussieht_bleibt_ein_text() -> None:
    aenderung = berichtige("sg-2026-02", werte={"ort": "3.12.2026"})

    assert aenderung is not None
    assert aenderung.gesetzt[0] == Setzen("sitzung", "sg-2026-02", ("ort",), "3.12.2026")


def test_eine_liste_wird_mit_kommas_angegeben_und_ein_leerer_wert_nimmt_heraus() -> None:
    liste = berichtige("sg-2026-02", werte={"entschuldigt": "ministerium-1, staedtetag-1"})
    leer = berichtige("sg-2026-02", werte={"ort": ""})

    assert liste is not None
    assert leer is not None
    assert liste.gesetzt[0].wert == ["ministerium-1", "staedtetag-1"]  # type: ignore[union-attr]
    assert leer.gesetzt[0].wert is None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("art", "feld", "text", "teile"),
    [
        ("beschlussvorlage", "beschlussvorschlag", "Eins, mit Komma; ja.\nZwei.", ["Eins, mit Komma; ja.", "Zwei."]),
        ("beschlussvorlage", "beschlussvorschlag", "Eins,\ngeht weiter.\n\nZwei.", ["Eins,\ngeht weiter.", "Zwei."]),
        ("beschlussvorlage", "anlagen", "Kosten, Zeiten", ["Kosten, Zeiten"]),
        ("beschlussvorlage", "anlagen", "Kosten, Zeiten; Plan", ["Kosten, Zeiten", "Plan"]),
        ("arbeitsgruppe", "aliase", "Politik, die bewegt", ["Politik, die bewegt"]),
        ("sitzung", "entschuldigt", "ministerium-1, gemeindetag-1", ["ministerium-1", "gemeindetag-1"]),
        ("empfehlung", "ziele", "ziel-a,ziel-b;", ["ziel-a,ziel-b"]),
    ],
)  # fmt: skip
def test_ein_text_wird_nicht_an_seinen_kommas_zerteilt(art: str, feld: str, text: str, teile: list[str]) -> None:
    assert split_liste(feld, text, NACH_NAME[art].model.model_fields[feld].annotation) == teile


def test_wer_nichts_aendert_hat_nichts_zu_tun() -> None:
    ort = read_beispiel().sitzungen["sg-2026-02"].ort

    assert berichtige("sg-2026-02", werte={"ort": ort or ""}) is None


@pytest.mark.parametrize(
    ("kennung", "zu", "werte", "text"),
    [
        ("sg-2026-99", "", {"ort": "Ulm"}, "Einen Eintrag „sg-2026-99“ gibt es nicht."),
        ("sg-2026-02", "", {}, "Es fehlt, was berichtigt werden soll."),
        ("sg-2026-02", "", {"rot": "Ulm"}, "Das Feld „rot“ gibt es hier nicht."),
        ("sg-2026-02", "", {"datum": "32.1.2026"}, "datum: Den 32. Januar 2026 gibt es nicht; der Monat hat 31 Tage."),
        ("sg-2026-02", "", {"form": "telefonisch"}, "form: „telefonisch“ ist hier kein möglicher Wert."),
        ("sg-2026-02", "he-2026-77", {"ja": "1"}, "„he-2026-77“ gibt es in sg-2026-02 nicht."),
        ("kommunen-stadt-2", "mandate.7", {"von": "2025-01-01"}, "„mandate.7“ gibt es in kommunen-stadt-2 nicht."),
        ("kommunen-stadt-2", "name", {"x": "y"}, "„name“ ist ein einzelner Wert."),
    ],
)
def test_was_nicht_gemeint_sein_kann_wird_erklaert(kennung: str, zu: str, werte: dict[str, str], text: str) -> None:
    with pytest.raises(NetzintFehler) as fehler:
        berichtige(kennung, zu, werte)

    assert (fehler.value.text, fehler.value.ausgang) == (text, Ausgang.AUFRUF)
    assert fehler.value.hinweis


def test_angaben_mit_eigenen_angaben_werden_einzeln_berichtigt() -> None:
    with pytest.raises(NetzintFehler) as fehler:
        berichtige("kommunen-stadt-2", werte={"mandate": "x"})

    assert fehler.value.hinweis == "Eine davon nennen: --zu mandate.1 --setze FELD=WERT"


def test_ohne_begruendung_und_in_der_zukunft_wird_nichts_berichtigt() -> None:
    with pytest.raises(NetzintFehler, match="--grund ist leer"):
        berichtige("sg-2026-02", werte={"ort": "Ulm"}, grund=" ")
    with pytest.raises(NetzintFehler, match="liegt in der Zukunft"):
        berichtige("sg-2026-02", werte={"ort": "Ulm"}, am=date(2027, 1, 1))


def test_nach_der_genehmigung_wird_an_die_naechste_sitzung_erinnert() -> None:
    approved = berichtige("sg-2026-01", werte={"ende": "12:45"})
    draft = berichtige("sg-2026-02", werte={"ende": "12:45"})

    assert approved is not None
    assert draft is not None
    assert approved.hinweise[0].startswith("Die Niederschrift ist schon genehmigt (sg-2026-02/")
    assert approved.danach[1][0] == "netzint dokument erzeugen sg-2026-01 --art niederschrift"
    assert not draft.hinweise


def test_wer_da_war_wird_als_ganzes_berichtigt_und_nur_wer_wechselt_wird_geschrieben() -> None:
    before = read_beispiel().sitzungen["sg-2026-02"].anwesend
    names = [f"{a.mitglied}:{a.fuer}" if a.fuer else a.mitglied for a in before]

    assert berichtige("sg-2026-02", werte={"anwesend": ", ".join(names)}) is None

    aenderung = berichtige("sg-2026-02", werte={"anwesend": ",".join([*names[1:], "gs-1"]), "he-2026-01.ja": "8"})

    assert aenderung is not None
    assert [(s.feld, s.wert) for s in aenderung.gesetzt[:3] if isinstance(s, Setzen)] == [
        (("anwesend", 0), None),
        (("anwesend", len(names) - 1), "gs-1"),
        (("tagesordnung", 3, "beschluesse", 0, "ja"), 8),
    ]
    vermerke = [s.wert for s in aenderung.gesetzt[3:] if isinstance(s, Setzen) and isinstance(s.wert, dict)]
    assert [(v["zu"], [*v["statt"]]) for v in vermerke] == [("anwesend", ["anwesend"]), ("he-2026-01", ["ja"])]


def test_wer_jetzt_jemand_anderes_vertritt_steht_so_da() -> None:
    names = [a.mitglied for a in read_beispiel().sitzungen["sg-2026-02"].anwesend]
    aenderung = berichtige("sg-2026-02", werte={"anwesend": ",".join([f"{names[0]}:staedtetag-1", *names[1:]])})

    assert aenderung is not None
    assert isinstance(aenderung.gesetzt[0], Setzen)
    assert aenderung.gesetzt[0].wert == {"mitglied": names[0], "fuer": "staedtetag-1"}


@pytest.mark.parametrize(("zu", "feld"), [("", "niederschrift.vom"), ("niederschrift", "vom")])
def test_die_niederschrift_selbst_heisst_wie_der_beschluss_ueber_die_letzte(zu: str, feld: str) -> None:
    aenderung = berichtige("sg-2026-02", zu, {feld: "2026-07-20"})

    assert aenderung is not None
    assert next(s.feld for s in aenderung.gesetzt if isinstance(s, Setzen)) == ("niederschrift", "vom")


def test_was_noch_nicht_dasteht_wird_nicht_berichtigt_sondern_nachgetragen() -> None:
    with pytest.raises(NetzintFehler) as caught:
        berichtige("ag-demokratiebildung-sitzung-2026-02", werte={"abgesagt.am": "2026-06-16"})

    assert "netzint bearbeiten" in caught.value.hinweis


def test_ein_ganzer_block_wird_herausgenommen_und_steht_im_vermerk() -> None:
    aenderung = berichtige("he-2026-04", werte={"zurueckgezogen": ""})

    assert aenderung is not None
    gone, vermerk = aenderung.gesetzt
    assert isinstance(gone, Setzen)
    assert isinstance(vermerk, Setzen)
    assert (gone.feld, gone.wert) == (("zurueckgezogen",), None)
    assert isinstance(vermerk.wert, dict)
    assert "date(2026, 9, 14)" in str(vermerk.wert["statt"])
