"""``sitzung top …``: freely before the Einladung, afterwards so that it shows; the fixed items stay."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.vorgaenge.sitzung_top import Punkt, neu, streichen, verschieben
from netzint.vorgaenge.tops import find_top
from tests import bau
from tests.vorgaenge.danach import nach, neue_befunde

STICHTAG = date(2026, 11, 22)
SG = "sg-2026-03"
NAMEN = ("begruessung", "tagesordnung", "haushalt", "bericht", "verschiedenes", "naechste-termine")
TITEL = {"begruessung": "Begrüßung", "tagesordnung": "Genehmigung der Tagesordnung"}
VORLAGE = bau.make(
    "beschlussvorlage", "bv-2026-001", betreff="X", vom="2026-11-01", federfuehrung="geschaeftsstelle",
    antrag={"art": "sonstiges"},
)  # fmt: skip


def welt(*mehr: Any, late: bool = False, **felder: Any) -> Bestand:
    tops = [
        bau.top(name, titel=TITEL.get(name, name.title()), **({"nummer": str(n)} if late else {}))
        for n, name in enumerate(NAMEN, 1)
    ]
    invited = {"einladung": {"versandt": "2026-11-10", "verteiler": ["staedtetag-1"]}} if late else {}
    entry = bau.sitzung(SG, **{"datum": "2026-12-15", "tagesordnung": tops, **invited, **felder})
    return bau.bestand(bau.mitglied(), VORLAGE, entry, *mehr)


def reihe(bestand: Bestand) -> list[tuple[str | None, str]]:
    return [(top.nummer, top.kennung) for top in bestand.sitzungen[SG].tagesordnung]


def test_ein_neuer_punkt_steht_vor_verschiedenes() -> None:
    before = welt()
    after = nach(before, neu(before, [], kennung=SG, punkt=Punkt("Jahresplanung 2027")))

    assert [k for _, k in reihe(after)][3:5] == ["bericht", "jahresplanung-2027"]
    assert after.sitzungen[SG].tagesordnung[4].weil == "von der Geschäftsstelle angemeldet"
    assert neue_befunde(before, after, STICHTAG) == []


def test_ein_neuer_punkt_kann_seinen_platz_und_seine_vorlage_haben() -> None:
    before = welt()
    punkt = Punkt("Haushalt", "Wunsch des Landkreistags", "BV-2026-001", ("staedtetag-1",), oeffentlich=True)
    top = nach(before, neu(before, [], kennung=SG, punkt=punkt, vor="3")).sitzungen[SG].tagesordnung[2]

    assert (top.kennung, top.vorlage, top.oeffentlich) == ("haushalt-2", "bv-2026-001", True)
    assert (top.weil, top.bezug) == ("Wunsch des Landkreistags", ("staedtetag-1",))


def test_nach_der_einladung_ist_ein_neuer_punkt_tischvorlage_mit_unternummer() -> None:
    before = welt(late=True)
    aenderung = neu(before, [], kennung=SG, punkt=Punkt("Eilsache"), hinter="haushalt")
    after = nach(before, aenderung)

    assert reihe(after)[2:5] == [("3", "haushalt"), ("3.1", "eilsache"), ("4", "bericht")]
    assert after.sitzungen[SG].tagesordnung[3].tischvorlage
    assert aenderung.betreff.endswith("als Tischvorlage (TOP 3.1)")
    assert neue_befunde(before, after, STICHTAG) == []


def test_vor_der_einladung_wird_frei_verschoben() -> None:
    before = welt()
    after = nach(before, verschieben(before, [], kennung=SG, top="bericht", vor="haushalt", stichtag=STICHTAG))

    assert [k for _, k in reihe(after)][2:4] == ["bericht", "haushalt"]
    assert verschieben(after, [], kennung=SG, top="bericht", vor="haushalt", stichtag=STICHTAG) is None


def test_nach_der_einladung_zeigt_die_nummer_dass_umgestellt_wurde() -> None:
    before = welt(late=True)
    act = verschieben(before, [], kennung=SG, top="4", hinter="2", stichtag=STICHTAG, grund="Gast muss früh gehen.")
    after = nach(before, act)
    top = after.sitzungen[SG].tagesordnung[2]

    assert reihe(after)[1:4] == [("2", "tagesordnung"), ("2.1", "bericht"), ("3", "haushalt")]
    assert [(u.nummer, u.grund) for u in top.umgestellt] == [("4", "Gast muss früh gehen.\n")]
    assert neue_befunde(before, after, STICHTAG) == []


def test_vor_der_einladung_verschwindet_ein_gestrichener_punkt() -> None:
    before = welt()
    after = nach(before, streichen(before, [], kennung=SG, top="Haushalt", stichtag=STICHTAG))

    assert "haushalt" not in [k for _, k in reihe(after)]


def test_nach_der_einladung_bleibt_er_als_abgesetzt_stehen() -> None:
    before = welt(late=True)
    after = nach(before, streichen(before, [], kennung=SG, top="TOP 3", stichtag=STICHTAG, grund="Unterlagen fehlen."))
    off = after.sitzungen[SG].tagesordnung[2].abgesetzt

    assert reihe(after) == reihe(before)
    assert off is not None
    assert (off.am, off.grund) == (STICHTAG, "Unterlagen fehlen.\n")
    assert neue_befunde(before, after, STICHTAG) == []


def test_die_beschlussvorlage_kann_mit_dem_punkt_entfallen() -> None:
    start = welt()
    before = nach(start, neu(start, [], kennung=SG, punkt=Punkt("Eilsache", vorlage="bv-2026-001")))
    act = streichen(before, [], kennung=SG, top="eilsache", stichtag=STICHTAG, grund="Erledigt.", mit_vorlage=True)
    after = nach(before, act)

    assert after.beschlussvorlagen["bv-2026-001"].entfallen is not None
    assert neue_befunde(start, after, STICHTAG) == []


@pytest.mark.parametrize("name", ["begruessung", "Genehmigung der Tagesordnung", "verschiedenes", "6"])
def test_die_festen_punkte_bleiben(name: str) -> None:
    with pytest.raises(NetzintFehler, match="steht fest auf jeder Tagesordnung") as caught:
        streichen(welt(), [], kennung=SG, top=name, stichtag=STICHTAG)
    with pytest.raises(NetzintFehler, match="steht fest auf jeder Tagesordnung"):
        verschieben(welt(), [], kennung=SG, top=name, hinter="haushalt", stichtag=STICHTAG)

    assert caught.value.ausgang is Ausgang.ABGELEHNT


@pytest.mark.parametrize(
    ("angaben", "text", "ausgang"),
    [
        ({"vor": "begruessung"}, "bleiben am Anfang", Ausgang.ABGELEHNT),
        ({"hinter": "verschiedenes"}, "bleiben am Anfang", Ausgang.ABGELEHNT),
        ({"vor": "3", "hinter": "4"}, "gehen nicht zugleich", Ausgang.AUFRUF),
        ({"hinter": "brcht"}, "Einen TOP „brcht“ hat SG-2026-03 nicht", Ausgang.AUFRUF),
    ],
)
def test_ein_unmoeglicher_platz_wird_erklaert(angaben: dict[str, str], text: str, ausgang: Ausgang) -> None:
    with pytest.raises(NetzintFehler, match=text) as caught:
        neu(welt(), [], kennung=SG, punkt=Punkt("X"), **angaben)

    assert caught.value.ausgang is ausgang


@pytest.mark.parametrize(
    ("punkt", "text"),
    [
        (Punkt(" "), "Die Angabe zu TITEL ist leer"),
        (Punkt("X", vorlage="bv-2026-9"), "Eine Beschlussvorlage „bv-2026-9“ gibt es nicht"),
        (Punkt("X", bezug=("staedtetag-9",)), "„staedtetag-9“ gibt es nicht"),
        (Punkt("X", wiederaufnahme="sg-2026-01/x"), "Einen Beschluss „sg-2026-01/x“ gibt es nicht"),
    ],
)
def test_was_der_punkt_nennt_muss_es_geben(punkt: Punkt, text: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as caught:
        neu(welt(), [], kennung=SG, punkt=punkt)

    assert caught.value.ausgang is Ausgang.AUFRUF


def test_nach_der_einladung_braucht_es_einen_grund() -> None:
    before = welt(late=True)
    with pytest.raises(NetzintFehler, match="eine Absetzung braucht einen Grund"):
        streichen(before, [], kennung=SG, top="haushalt", stichtag=STICHTAG)
    with pytest.raises(NetzintFehler, match="eine Umstellung braucht einen Grund"):
        verschieben(before, [], kennung=SG, top="bericht", vor="haushalt", stichtag=STICHTAG)


def test_worueber_beschlossen_ist_das_bleibt() -> None:
    tops = [bau.top("haushalt", beschluesse=[bau.beschluss()])]
    before = welt(tagesordnung=tops, anwesend=["staedtetag-1"])
    with pytest.raises(NetzintFehler, match="schon beschlossen"):
        streichen(before, [], kennung=SG, top="haushalt", stichtag=STICHTAG, grund="X")


def test_nach_dem_abschluss_steht_die_tagesordnung_fest() -> None:
    before = welt(anwesend=["staedtetag-1"], niederschrift={"vom": "2026-12-16"})
    with pytest.raises(NetzintFehler, match="ihre Tagesordnung steht fest"):
        neu(before, [], kennung=SG, punkt=Punkt("X"))


@pytest.mark.parametrize("text", ["3", "TOP 3", "haushalt", "HAUSHALT", " Haushalt "])
def test_ein_punkt_wird_bei_nummer_kennung_oder_titel_gefunden(text: str) -> None:
    assert find_top(welt().sitzungen[SG], text) == 2


def test_mit_einer_vorlage_heisst_der_punkt_wie_sie() -> None:
    vorlage = bau.make("beschlussvorlage", "bv-2026-050", betreff="Fachtag 2027", vom="2026-11-20",
                       federfuehrung="geschaeftsstelle", antrag={"art": "sonstiges"})  # fmt: skip
    done = neu(welt().replaced([vorlage]), [], kennung=SG, punkt=Punkt("", vorlage="bv-2026-050"))

    assert done.betreff.startswith("Punkt fachtag-2027 auf die Tagesordnung")
