"""Weiterleitungsschreiben and Beschlussauszug: from the sealed wording, or not at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.dokumente.erzeugen import erzeuge, find_auftraege
from netzint.dokumente.pipeline import Vorlagen
from netzint.dokumente.schreiben import neue_weiterleitungen
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sitzung import Niederschrift
from netzint.recht.siegel import siegel
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.empfehlung_weiterleitung import weiterleiten
from tests import bau
from tests.vorgaenge.empfehlungsfaelle import (
    HE,
    STICHTAG,
    abstimmung,
    angenommen,
    bestand,
    eingereicht,
    hefassung,
    weitergeleitet,
)


def texte(base: Bestand, kennung: str, alle_vorlagen: Vorlagen, art: str = "") -> dict[str, str]:
    auftraege = find_auftraege(base, kennung, STICHTAG, art)
    return {n: d.decode() for n, d in erzeuge(auftraege, alle_vorlagen, "x", ("md",)).items()}


def brief(base: Bestand, alle_vorlagen: Vorlagen) -> str:
    (text,) = texte(base, HE, alle_vorlagen).values()
    return text


def test_das_schreiben_traegt_wortlaut_frist_bitte_um_antwort_und_siegel(alle_vorlagen: Vorlagen) -> None:
    text = brief(weitergeleitet(), alle_vorlagen)

    assert "# Handlungsempfehlung HE-2026-01" in text
    assert "in der Sitzung der Strategiegruppe am 12. März 2026 angenommen" in text
    assert "Ihre Stelle ist dabei **federführend**; umgesetzt sein soll es bis zum **30. Juni 2027**." in text
    assert "bis **Mittwoch, 24. Juni 2026**" in text
    assert "Die Kommunen informieren mehrsprachig." in text
    assert "Die Empfehlung ist ein Rat." in text
    assert siegel(eingereicht().fassungen[0]) in text
    assert "| Datum | 1. April 2026 |" in text


def test_je_stelle_entsteht_ein_schreiben_mit_eigenem_namen(alle_vorlagen: Vorlagen) -> None:
    sent = [{"stelle": s, "am": "2026-04-01"} for s in ("ministerium", "staedtetag")]

    assert list(texte(angenommen(weiterleitungen=sent), HE, alle_vorlagen)) == [
        "x/weiterleitung-he-2026-01-ministerium.md",
        "x/weiterleitung-he-2026-01-staedtetag.md",
    ]


def test_wohin_abgegeben_wurde_das_sagt_das_schreiben(alle_vorlagen: Vorlagen) -> None:
    passed = {"am": "2026-06-20", "status": "abgegeben", "an": "landesstelle"}
    sent = [
        {"stelle": "ministerium", "am": "2026-04-01", "stand": [passed]},
        {"stelle": "landesstelle", "am": "2026-06-20"},
    ]
    found = texte(angenommen(weiterleitungen=sent), HE, alle_vorlagen)

    text = found["x/weiterleitung-he-2026-01-landesstelle.md"]
    assert "von der Stelle „Ministerium“ an Sie abgegeben" in text
    assert "Ihre Stelle ist dabei" not in text


@pytest.mark.parametrize("feld", ["wortlaut", "massnahme", "pruefbar"])
def test_passt_das_siegel_nicht_gibt_es_weder_schreiben_noch_auszug(feld: str, alle_vorlagen: Vorlagen) -> None:
    sent = [{"stelle": "ministerium", "am": "2026-04-01"}]
    changed = eingereicht(fassungen=[hefassung(**{feld: "heimlich geändert"})], weiterleitungen=sent)
    base = bestand(changed, abstimmung(eingereicht()))

    for kennung in (HE, "sg-2026-01/he-2026-01"):
        with pytest.raises(NetzintFehler, match="Das Siegel passt nicht") as caught:
            texte(base, kennung, alle_vorlagen)
        assert caught.value.ausgang is Ausgang.ABGELEHNT
        assert "sg-2026-01/he-2026-01" in caught.value.text


def test_neue_zeilenumbrueche_aendern_am_schreiben_nichts_was_verboten_waere(alle_vorlagen: Vorlagen) -> None:
    sent = [{"stelle": "ministerium", "am": "2026-04-01"}]
    wrapped = eingereicht(
        fassungen=[hefassung(wortlaut="Die Kommunen\ninformieren mehrsprachig.\n")], weiterleitungen=sent
    )

    assert "informieren mehrsprachig." in brief(bestand(wrapped, abstimmung(eingereicht())), alle_vorlagen)


def test_ohne_beschluss_oder_weiterleitung_gibt_es_kein_schreiben(alle_vorlagen: Vorlagen) -> None:
    sent = [{"stelle": "ministerium", "am": "2022-04-01"}]

    with pytest.raises(NetzintFehler, match="ist kein Beschluss erfasst"):
        brief(bestand(eingereicht(weiterleitungen=sent)), alle_vorlagen)
    with pytest.raises(NetzintFehler, match="ist noch nicht weitergeleitet"):
        brief(angenommen(), alle_vorlagen)


def test_ein_vorgang_schreibt_genau_die_briefe_die_er_verschickt() -> None:
    sent = [{"stelle": "ministerium", "am": "2026-04-01"}]
    before = angenommen(weiterleitungen=sent)
    act = weiterleiten(before, (), kennung=HE, stellen=(), am=None, antwort_bis=None, stichtag=STICHTAG)
    after = angenommen(weiterleitungen=[*sent, {"stelle": "staedtetag", "am": "2026-11-22"}])

    assert [(a.kennung, a.datum) for a in neue_weiterleitungen(after, act)] == [("he-2026-01-staedtetag", STICHTAG)]
    assert neue_weiterleitungen(after, Aenderung("x", "X")) == ()


def test_der_auszug_nennt_antrag_stimmen_ergebnis_und_empfaenger(alle_vorlagen: Vorlagen) -> None:
    (text,) = texte(angenommen(), "sg-2026-01/he-2026-01", alle_vorlagen).values()

    assert "| Auszug aus | 1. Sitzung der Strategiegruppe am 12. März 2026 |" in text
    assert "| Tagesordnungspunkt | TOP 1 |" in text
    assert "| Geht an | AG „Beispiel“, Ministerium und Staedtetag |" in text
    assert "Ergebnis: **angenommen** (7 Ja, 0 Nein, 0 Enthaltungen)" in text
    assert "Die Kommunen informieren mehrsprachig." in text


def test_vor_der_genehmigung_der_niederschrift_steht_der_auszug_unter_vorbehalt(alle_vorlagen: Vorlagen) -> None:
    he = eingereicht()
    minutes = {"vom": "2026-03-20", "genehmigt": "sg-2026-02/niederschrift"}
    approved = bestand(he, abstimmung(he).model_copy(update={"niederschrift": Niederschrift.model_validate(minutes)}))
    (before,) = texte(angenommen(), "sg-2026-01/he-2026-01", alle_vorlagen).values()
    (after,) = texte(approved, "sg-2026-01/he-2026-01", alle_vorlagen).values()

    assert ("unter dem Vorbehalt" in before, "unter dem Vorbehalt" in after) == (True, False)


@pytest.mark.parametrize("ergebnis", ["vertagt", "zurueckverwiesen"])
def test_was_nicht_entschieden_ist_steht_ohne_wortlaut_im_auszug(ergebnis: str, alle_vorlagen: Vorlagen) -> None:
    he = eingereicht()
    (text,) = texte(bestand(he, abstimmung(he, ergebnis, siegel=[])), "sg-2026-01/he-2026-01", alle_vorlagen).values()

    assert "Die Kommunen informieren mehrsprachig." not in text
    assert "Siegel" not in text


def test_zu_einer_sitzung_entstehen_alle_auszuege_nur_auf_wunsch(alle_vorlagen: Vorlagen) -> None:
    found = texte(angenommen(), "sg-2026-01", alle_vorlagen, "beschlussauszug")

    assert list(found) == ["x/beschlussauszug-sg-2026-01-he-2026-01.md"]
    assert "beschlussauszug" not in {a.art for a in find_auftraege(angenommen(), "sg-2026-01", STICHTAG)}


def test_auch_ein_umlauf_hat_einen_auszug(alle_vorlagen: Vorlagen) -> None:
    he = eingereicht()
    values: dict[str, Any] = {
        "titel": "Texte",
        "versandt": "2026-03-02",
        "frist": "2026-03-16",
        "beschluss": "texte",
        "antrag": {"art": "empfehlung", "empfehlungen": [HE]},
        "siegel": [siegel(he.fassungen[0])],
        "abschluss": {"am": "2026-03-17", "ergebnis": "angenommen"},
    }
    base = bestand(he, bau.make("umlauf", "um-2026-01", **values))
    (text,) = texte(base, "um-2026-01/texte", alle_vorlagen).values()
    assert texte(base, "um-2026-01", alle_vorlagen) == texte(base, "um-2026-01/texte", alle_vorlagen)
    del values["abschluss"]
    with pytest.raises(NetzintFehler, match="UM-2026-01 ist noch nicht abgeschlossen"):
        find_auftraege(bestand(he, bau.make("umlauf", "um-2026-01", **values)), "um-2026-01", STICHTAG)

    assert "Umlaufverfahren UM-2026-01 der Strategiegruppe, 17. März 2026" in text
    assert "Die Kommunen informieren mehrsprachig." in text


@pytest.mark.parametrize(
    ("kennung", "text"),
    [
        ("sg-2026-01/he-2026-02", "Einen Beschluss „sg-2026-01/he-2026-02“ gibt es nicht"),
        ("sg-2026-09", "ist noch nichts beschlossen"),
    ],
)
def test_ein_auszug_ohne_beschluss_wird_abgelehnt(kennung: str, text: str) -> None:
    he = eingereicht()
    base = bestand(he, abstimmung(he), bau.sitzung("sg-2026-09", datum="2026-12-15"))

    with pytest.raises(NetzintFehler, match=text) as caught:
        find_auftraege(base, kennung, date(2026, 11, 22), "beschlussauszug")

    assert caught.value.ausgang is Ausgang.AUFRUF
