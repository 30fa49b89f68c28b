"""What was voted on is still what stands there."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.empfehlung import Empfehlung
from netzint.modell.grund import Eintrag
from netzint.recht.siegel import siegel
from netzint.regeln.siegel import (
    empfehlung_steht_zweimal_im_antrag,
    siegel_fehlt,
    wortlaut_ist_nach_der_abstimmung_geaendert,
    zahl_der_fassungen_stimmt_nicht,
    zahl_der_siegel_stimmt_nicht,
)
from tests.bau import empfehlung, hefassung, make, netzwerk
from tests.regeln.strategiegruppe import abstimmung, gehalten
from tests.regeln.urteil import gemeldet, urteile

EINS = siegel(empfehlung().fassungen[0])
UEBER_EINE = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}
UEBER_ZWEI = {"art": "empfehlung", "empfehlungen": ["he-2026-01", "he-2026-02"]}


def vote(*seals: str, antrag: dict[str, Any] | None = None, ergebnis: str = "angenommen", **felder: Any) -> Eintrag:
    """A vote on he-2026-01 with these Siegel."""
    return gehalten(abstimmung(antrag=antrag or UEBER_EINE, siegel=list(seals), ergebnis=ergebnis), **felder)


def im_umlauf(*seals: str) -> Eintrag:
    """The same in writing."""
    tage = {
        "versandt": "2026-03-02",
        "frist": "2026-03-16",
        "abschluss": {"am": "2026-03-16", "ergebnis": "angenommen"},
    }
    return make("umlauf", "um-2026-01", titel="Eins", beschluss="eins", antrag=UEBER_EINE, siegel=list(seals), **tage)


def test_je_empfehlung_steht_ein_siegel() -> None:
    assert gemeldet(zahl_der_siegel_stimmt_nicht, vote(EINS)) == []
    assert gemeldet(zahl_der_siegel_stimmt_nicht, vote(EINS, EINS, antrag=UEBER_ZWEI)) == []
    assert gemeldet(zahl_der_siegel_stimmt_nicht, vote()) == []


@pytest.mark.parametrize(
    "entry", [vote(EINS, antrag=UEBER_ZWEI), vote(EINS, EINS), vote(EINS, antrag={"art": "sonstiges"})]
)
def test_zu_wenige_oder_zu_viele_siegel_werden_gemeldet(entry: Eintrag) -> None:
    befunde = urteile(zahl_der_siegel_stimmt_nicht, entry)

    assert [(b.code, b.kennung) for b in befunde] == [("B301", "sg-2026-01")]
    assert befunde[0].feld == ("tagesordnung", 0, "beschluesse", 0, "siegel")


@pytest.mark.parametrize("ergebnis", ["angenommen", "geaendert_angenommen", "abgelehnt"])
def test_eine_entscheidung_ueber_eine_empfehlung_hat_ein_siegel(ergebnis: str) -> None:
    assert gemeldet(siegel_fehlt, vote(EINS, ergebnis=ergebnis)) == []
    assert gemeldet(siegel_fehlt, vote(ergebnis=ergebnis)) == [("B302", "sg-2026-01")]


@pytest.mark.parametrize("entry", [vote(ergebnis="vertagt"), vote(antrag={"art": "sonstiges"})])
def test_anderes_braucht_kein_siegel(entry: Eintrag) -> None:
    assert gemeldet(siegel_fehlt, entry) == []


def test_vor_dem_erfassten_zeitraum_fehlt_das_siegel_zu_recht() -> None:
    assert gemeldet(siegel_fehlt, netzwerk(erfasst_ab="2026-04-01"), vote()) == []


def test_auch_ein_umlauf_hat_ein_siegel() -> None:
    assert gemeldet(siegel_fehlt, im_umlauf()) == [("B302", "um-2026-01")]
    assert gemeldet(wortlaut_ist_nach_der_abstimmung_geaendert, empfehlung(), im_umlauf(EINS)) == []


def he(**felder: Any) -> Empfehlung:
    """he-2026-01 with another wording."""
    return empfehlung(fassungen=[hefassung(**felder)])


def test_ein_neuer_umbruch_aendert_den_wortlaut_nicht() -> None:
    umbrochen = he(wortlaut="Die Kommunen\ninformieren\nmehrsprachig.\n")

    assert gemeldet(wortlaut_ist_nach_der_abstimmung_geaendert, umbrochen, vote(EINS)) == []


@pytest.mark.parametrize(
    "felder",
    [
        {"wortlaut": "Die Kommunen informieren einsprachig.\n"},
        {"massnahme": "Mustertexte in neun Sprachen.\n"},
        {"pruefbar": "Zahl der Texte"},
        {"adressaten": [{"stelle": "ministerium", "rolle": "beteiligt"}]},
    ],
)
def test_ein_nach_der_abstimmung_geaenderter_wortlaut_wird_gemeldet(felder: dict[str, Any]) -> None:
    befunde = urteile(wortlaut_ist_nach_der_abstimmung_geaendert, he(**felder), vote(EINS))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("B303", "he-2026-01", ("fassungen", 0))]
    assert befunde[0].schluessel == ("sg-2026-01/beschluss",)
    assert "Fassung 1 der Empfehlung he-2026-01" in befunde[0].text


def test_auch_was_schon_weitergeleitet_ist_darf_sich_nicht_mehr_aendern() -> None:
    sent = [{"stelle": "ministerium", "am": "2026-04-01", "stand": [{"am": "2026-06-01", "status": "umgesetzt"}]}]
    changed = empfehlung(fassungen=[hefassung(pruefbar="Zahl der Texte")], weiterleitungen=sent)

    (befund,) = urteile(wortlaut_ist_nach_der_abstimmung_geaendert, changed, vote(EINS))
    assert (befund.code, befund.kennung) == ("B303", "he-2026-01")
    assert "Fassung 1" in befund.text
    assert "sg-2026-01/beschluss" in befund.text


def mit_fassungen(*nummern: int, **antrag: Any) -> Eintrag:
    """A vote on two Empfehlungen in these wordings."""
    return vote(antrag={**UEBER_ZWEI, "fassungen": [str(nr) for nr in nummern], **antrag}, ergebnis="vertagt")


def test_jede_empfehlung_kann_ihre_eigene_fassung_haben() -> None:
    assert gemeldet(zahl_der_fassungen_stimmt_nicht, mit_fassungen(2, 1)) == []
    assert gemeldet(zahl_der_fassungen_stimmt_nicht, vote(antrag={**UEBER_ZWEI, "fassung": "2"})) == []


@pytest.mark.parametrize("entry", [mit_fassungen(2), mit_fassungen(2, 1, 1), mit_fassungen(2, 1, fassung="2")])
def test_wie_viele_fassungen_genannt_sind_muss_stimmen(entry: Eintrag) -> None:
    befunde = urteile(zahl_der_fassungen_stimmt_nicht, entry)

    assert [(b.code, b.kennung) for b in befunde] == [("B304", "sg-2026-01")]
    assert befunde[0].feld == ("tagesordnung", 0, "beschluesse", 0, "antrag", "fassungen")


def test_auch_vorlagen_und_umlaeufe_nennen_eine_fassung_je_empfehlung() -> None:
    antrag = {**UEBER_ZWEI, "fassungen": ["2"]}
    tage = {"versandt": "2026-03-02", "frist": "2026-03-16"}
    lauf = make("umlauf", "um-2026-01", titel="Eins", beschluss="eins", antrag=antrag, **tage)
    rest = {"vom": "2026-02-10", "federfuehrung": "geschaeftsstelle"}
    vorlage = make("beschlussvorlage", "bv-2026-001", betreff="Eins", antrag=antrag, **rest)

    assert gemeldet(zahl_der_fassungen_stimmt_nicht, lauf, vorlage) == [("B304", "um-2026-01"), ("B304", "bv-2026-001")]


def test_ein_antrag_nennt_jede_empfehlung_einmal() -> None:
    doppelt = {"art": "empfehlung", "empfehlungen": ["he-2026-01", "he-2026-02", "he-2026-01"]}
    befunde = urteile(empfehlung_steht_zweimal_im_antrag, vote(antrag=doppelt))

    assert gemeldet(empfehlung_steht_zweimal_im_antrag, vote(antrag=UEBER_ZWEI)) == []
    assert [(b.code, b.kennung) for b in befunde] == [("B305", "sg-2026-01")]
    assert befunde[0].feld[-3:] == ("antrag", "empfehlungen", 2)


def test_das_siegel_gilt_der_fassung_der_einzelnen_empfehlung() -> None:
    two = [hefassung(), hefassung(nr="2", wortlaut="Neu.\n")]
    eins, zwei = empfehlung(fassungen=two), empfehlung("he-2026-02")
    seals = (siegel(eins.fassungen[1]), siegel(zwei.fassungen[0]))
    right = vote(*seals, antrag={**UEBER_ZWEI, "fassungen": ["2", "1"]})
    wrong = vote(*seals, antrag=UEBER_ZWEI)

    assert gemeldet(wortlaut_ist_nach_der_abstimmung_geaendert, eins, zwei, right) == []
    assert gemeldet(wortlaut_ist_nach_der_abstimmung_geaendert, eins, zwei, wrong) == [("B303", "he-2026-01")]
