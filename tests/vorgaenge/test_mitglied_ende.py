"""``mitglied abberufen`` and ``amt-beendet`` as decisions, and what they say hangs on them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.vorgaenge import mitglied_ende
from netzint.vorgaenge.aenderung import Aenderung, Setzen
from tests import bau
from tests.vorgaenge.zwoelf import person, zwoelf

STICHTAG = bau.STICHTAG
ZUM = date(2026, 12, 31)
AG = {"gremium": "ag-beispiel", "rolle": "leitung", "von": "2025-09-01"}


def abberufen(bestand: Bestand, who: str = "kommunen-stadt-1", **rest: Any) -> Aenderung:
    rest = {"am": STICHTAG, "zum": ZUM, **rest}
    aenderung = mitglied_ende.abberufen(bestand, [], stichtag=STICHTAG, mitglied=who, **rest)
    assert aenderung is not None
    return aenderung


def amt_beendet(bestand: Bestand, who: str = "kommunen-stadt-1", **rest: Any) -> Aenderung | None:
    rest = {"zum": ZUM, **rest}
    return mitglied_ende.amt_beendet(bestand, [], stichtag=STICHTAG, mitglied=who, **rest)


def mit_ag() -> Bestand:
    member = person("kommunen-stadt")
    return zwoelf(
        bau.arbeitsgruppe(),
        member.model_copy(update={"mandate": (*member.mandate, *bau.mitglied(mandate=[AG]).mandate)}),
    )


def test_ein_mandat_endet_mit_grund_und_tag() -> None:
    aenderung = abberufen(zwoelf(), grund="Niedergelegt")

    assert aenderung.gesetzt == (
        Setzen("mitglied", "kommunen-stadt-1", ("mandate", 0, "bis"), ZUM),
        Setzen("mitglied", "kommunen-stadt-1", ("mandate", 0, "ende"), {"grund": "niedergelegt", "am": STICHTAG}),
    )
    assert aenderung.betreff == (
        "Mandat von kommunen-stadt-1 bis 31. Dezember 2026: ordentliches Mitglied auf dem Sitz „Kommunen – Stadt“ "
        "(niedergelegt)"
    )


def test_die_abberufung_nennt_die_vakanz_und_wer_benennen_darf() -> None:
    aenderung = abberufen(zwoelf(person("kommunen-stadt", 2, rolle="stellvertretend")))

    assert any(
        "„Kommunen – Stadt“ ist ab 1. Januar 2027 nicht besetzt; benennen darf Gemeindetag, Staedtetag" in hinweis
        for hinweis in aenderung.hinweise
    )
    assert "Besetzt sind dann 11 von 12 Sitzen." in aenderung.hinweise
    assert [befehl for befehl, _ in aenderung.danach] == [
        "netzint mitglied aufruecken kommunen-stadt-2",
        "netzint mitglied nachbenennen sitz-kommunen-stadt",
        "netzint dokument erzeugen sitz-kommunen-stadt",
    ]


def test_die_leitung_einer_ag_bleibt_und_wird_genannt() -> None:
    aenderung = abberufen(mit_ag())

    assert {s.feld[1] for s in aenderung.gesetzt} == {0}
    assert any("Das Mandat in ag-beispiel (Leitung) läuft weiter" in hinweis for hinweis in aenderung.hinweise)


def test_auch_das_mandat_in_einer_ag_kann_enden() -> None:
    aenderung = abberufen(mit_ag(), gremium="AG „Beispiel“")

    assert {s.feld[1] for s in aenderung.gesetzt} == {1}
    assert any("ag-beispiel ist dann ohne Leitung" in hinweis for hinweis in aenderung.hinweise)


def test_mit_dem_tod_enden_alle_mandate_und_aemter() -> None:
    aenderung = abberufen(mit_ag(), grund="verstorben", zum=None)

    assert [s.feld for s in aenderung.gesetzt if s.feld[-1] == "bis"] == [
        ("mandate", 0, "bis"), ("mandate", 1, "bis"), ("aemter", 0, "bis"),
    ]  # fmt: skip


def test_ein_mandat_das_erst_kommt_bleibt_und_wird_genannt_ausser_bei_tod() -> None:
    both = bau.mitglied("staedtetag-1", mandate=[bau.mandat(), bau.mandat(von="2027-03-01", sitz="sitz-staedtetag")])
    bestand = zwoelf(both.model_copy(update={"mandate": (both.mandate[0].model_copy(update={"bis": date(2027, 2, 1)}),
                                                         both.mandate[1])}))  # fmt: skip

    left = abberufen(bestand, "staedtetag-1")
    assert {s.feld[1] for s in left.gesetzt} == {0}
    assert any("Das Mandat, das am 1. März 2027 beginnt, bleibt" in hinweis for hinweis in left.hinweise)
    died = abberufen(bestand, "staedtetag-1", grund="verstorben", zum=None)
    assert died.gesetzt[-1] == Setzen("mitglied", "staedtetag-1", ("mandate", 1), None)


def test_wer_schon_frueher_starb_kann_kein_mandat_mehr_angetreten_haben() -> None:
    both = bau.mitglied("staedtetag-1", mandate=[bau.mandat(bis="2026-01-31"), bau.mandat(von="2026-03-01")])

    with pytest.raises(NetzintFehler) as caught:
        abberufen(zwoelf(both), "staedtetag-1", grund="verstorben", am=date(2026, 2, 10), zum=None)
    assert caught.value.ausgang is Ausgang.AUFRUF
    assert "hat am 1. März 2026 noch ein Mandat angetreten, nach dem 10. Februar 2026." in caught.value.text


def test_endet_mit_dem_tod_nur_noch_ein_amt_so_steht_es_so_da() -> None:
    left = bau.mitglied("staedtetag-1", mandate=[bau.mandat(bis="2026-01-31")])
    died = abberufen(zwoelf(left), "staedtetag-1", grund="verstorben", zum=None)

    assert died.betreff.startswith("Ämter und Mandate von staedtetag-1 bis ")


def test_geplante_sitzungen_verteiler_und_berichterstattung_werden_genannt() -> None:
    vorlage = bau.make("beschlussvorlage", "bv-2026-001", betreff="X", vom="2026-11-01", antrag={"art": "sonstiges"},
                       federfuehrung="geschaeftsstelle", berichterstattung="kommunen-stadt-1")  # fmt: skip
    invited = bau.sitzung("sg-2027-01", datum="2027-02-01", tagesordnung=[bau.top("x", vorlage="bv-2026-001")],
                          einladung={"versandt": "2026-11-20", "verteiler": ["kommunen-stadt-1"]})  # fmt: skip
    before = bau.sitzung("sg-2026-03", datum="2026-12-10")
    later = bau.sitzung("sg-2027-02", datum="2027-05-01")
    hinweise = "\n".join(abberufen(zwoelf(vorlage, invited, before, later)).hinweise)

    assert "SG-2027-01 am 01.02.2027: eingeladen; ausladen" in hinweise
    assert "die Berichterstattung neu bestimmen (BV-2026-001)" in hinweise
    assert "SG-2027-02 am 01.05.2027: die Einladung geht nicht mehr an diese Person" in hinweise
    assert "SG-2026-03" not in hinweise


def test_ein_laufender_umlauf_wird_genannt() -> None:
    umlauf = bau.make("umlauf", "um-2026-01", titel="X", versandt="2026-12-20", frist="2027-01-05", beschluss="x",
                      antrag={"art": "sonstiges"}, verteiler=["kommunen-stadt-1"])  # fmt: skip

    assert any("UM-2026-01 läuft bis 05.01.2027" in hinweis for hinweis in abberufen(zwoelf(umlauf)).hinweise)


def test_dasselbe_noch_einmal_ist_nichts() -> None:
    ended = person("kommunen-stadt", bis="2026-12-31", ende={"grund": "abberufen", "am": "2026-11-22"})
    again = mitglied_ende.abberufen(
        zwoelf(ended), [], stichtag=STICHTAG, mitglied="kommunen-stadt-1", am=STICHTAG, zum=ZUM
    )

    assert again is None


@pytest.mark.parametrize(
    ("who", "rest", "text", "ausgang"),
    [
        ("kommunen-stadt-9", {}, "gibt es nicht", Ausgang.AUFRUF),
        ("kommunen-stadt-1", {"grund": "weg"}, "„weg“ ist bei --endegrund nicht möglich.", Ausgang.AUFRUF),
        ("kommunen-stadt-1", {"grund": "aufgerueckt"}, "nicht möglich", Ausgang.AUFRUF),
        ("kommunen-stadt-1", {"am": date(2026, 11, 23)}, "liegt in der Zukunft", Ausgang.AUFRUF),
        ("kommunen-stadt-1", {"zum": date(2025, 1, 31)}, "hat am 31. Januar 2025 kein Mandat", Ausgang.ABGELEHNT),
        ("kommunen-stadt-1", {"gremium": "geschaeftsstelle"}, "kein Mandat in „geschaeftsstelle“", Ausgang.ABGELEHNT),
        ("kommunen-stadt-1", {"gremium": "ag-quatsch"}, "Eine Arbeitsgruppe „ag-quatsch“", Ausgang.AUFRUF),
    ],
)
def test_ein_ende_das_nicht_sein_kann(who: str, rest: dict[str, Any], text: str, ausgang: Ausgang) -> None:
    with pytest.raises(NetzintFehler) as caught:
        abberufen(zwoelf(), who, **rest)

    assert (caught.value.ausgang, bool(caught.value.hinweis)) == (ausgang, True)
    assert text in caught.value.text


def test_wer_nur_in_zwei_ags_ist_sagt_aus_welcher() -> None:
    both = bau.mitglied("ag-beispiel-01", name="Zwei AGs", mandate=[AG, {**AG, "gremium": "ag-anders"}])
    bestand = zwoelf(both, bau.arbeitsgruppe(), bau.arbeitsgruppe("ag-anders"))
    with pytest.raises(NetzintFehler, match="hat mehrere Mandate") as caught:
        abberufen(bestand, "ag-beispiel-01")

    assert "ag-beispiel und ag-anders" in caught.value.hinweis


def test_mit_dem_amt_endet_das_mandat_nicht_von_selbst() -> None:
    aenderung = amt_beendet(zwoelf())

    assert aenderung is not None
    assert aenderung.gesetzt == (Setzen("mitglied", "kommunen-stadt-1", ("aemter", 0, "bis"), ZUM),)
    assert any("läuft weiter; Nachbenennung prüfen" in hinweis for hinweis in aenderung.hinweise)
    assert aenderung.danach[0][0] == "netzint mitglied nachbenennen sitz-kommunen-stadt"


def test_auf_wunsch_endet_das_mandat_mit_dem_amt() -> None:
    aenderung = amt_beendet(zwoelf(), mandat_endet=True)

    assert aenderung is not None
    assert [s.feld for s in aenderung.gesetzt] == [("aemter", 0, "bis"), ("mandate", 0, "bis"), ("mandate", 0, "ende")]
    assert aenderung.gesetzt[2] == Setzen(
        "mitglied", "kommunen-stadt-1", ("mandate", 0, "ende"), {"grund": "amt_beendet", "am": STICHTAG}
    )


def test_der_eintrag_im_verzeichnis_wird_genannt() -> None:
    entry = bau.make("beauftragte", "ib-stadt-b", stelle="stadt-b", von="2020-01-01", mitglied="beauftragte-stadt-1")
    aenderung = amt_beendet(zwoelf(entry), "beauftragte-stadt-1")

    assert aenderung is not None
    assert any("netzint beauftragte beenden ib-stadt-b" in hinweis for hinweis in aenderung.hinweise)


def test_ein_amt_das_vor_dem_mandat_endete_wird_abgelehnt() -> None:
    with pytest.raises(NetzintFehler, match="dem ersten Tag des Mandats, passte das dann nicht"):
        amt_beendet(zwoelf(), zum=date(2024, 12, 31))


def test_von_mehreren_aemtern_muss_eines_genannt_werden() -> None:
    two = bau.mitglied("staedtetag-1", aemter=[bau.amt(), bau.amt(stelle="stadt-b")])
    with pytest.raises(NetzintFehler, match="hat mehrere Ämter: mitarbeit bei staedtetag und mitarbeit bei stadt-b"):
        amt_beendet(zwoelf(two), "staedtetag-1")

    aenderung = amt_beendet(zwoelf(two), "staedtetag-1", stelle="stadt-b")
    assert aenderung is not None
    assert [s.feld for s in aenderung.gesetzt] == [("aemter", 1, "bis")]


def test_ein_amt_das_es_nicht_gibt_kann_nicht_enden() -> None:
    with pytest.raises(NetzintFehler, match="kein solches Amt"):
        amt_beendet(zwoelf(), stelle="gemeinde-a")


def test_ein_amt_das_schon_endete_ist_nichts() -> None:
    ended = bau.mitglied("staedtetag-1", aemter=[bau.amt(bis="2026-12-31")])

    assert amt_beendet(zwoelf(ended), "staedtetag-1") is None
