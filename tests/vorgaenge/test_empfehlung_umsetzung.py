"""Forwarding, and what came of it at each Stelle."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.vorgaenge import empfehlung_umsetzung as akte
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.empfehlung_stand import Meldung
from netzint.vorgaenge.empfehlung_weiterleitung import weiterleiten
from tests import bau
from tests.vorgaenge.empfehlungsfaelle import (
    HE,
    STICHTAG,
    abstimmung,
    angenommen,
    bestand,
    eingereicht,
    einziger,
    gesetzt,
    hefassung,
    weitergeleitet,
)

UNTERWEGS = {"am": "2026-06-20", "status": "in_umsetzung", "wer": "Referat 3", "bis": "2027-06-30"}


def leite(base: Bestand, *stellen: str, am: date | None = None, bis: date | None = None) -> Aenderung:
    return weiterleiten(base, (), kennung=HE, stellen=stellen, am=am, antwort_bis=bis, stichtag=STICHTAG)


def melde(base: Bestand, antwort: str, **felder: Any) -> Aenderung:
    return akte.rueckmeldung(base, (), kennung=HE, antwort=antwort, meldung=Meldung(**felder), stichtag=STICHTAG)


def test_ohne_angabe_geht_es_an_alle_adressaten_und_die_frist_wird_gezeigt_aber_nicht_gespeichert() -> None:
    act = leite(angenommen())

    assert gesetzt(act) == [
        (("weiterleitungen", 0), {"stelle": "ministerium", "am": STICHTAG}),
        (("weiterleitungen", 1), {"stelle": "staedtetag", "am": STICHTAG}),
    ]
    assert act.hinweise == ("Erste Rückmeldung erbeten bis 14. Februar 2027 (84 Tage nach der Geschäftsordnung).",)
    assert (act.betreff, act.beschluss) == (
        "Empfehlung HE-2026-01 an 2 Stellen weitergeleitet",
        "sg-2026-01/he-2026-01",
    )


def test_eine_andere_frist_zur_rueckmeldung_wird_gespeichert() -> None:
    assert einziger(leite(angenommen(), "Ministerium", bis=date(2027, 1, 31))).wert == {
        "stelle": "ministerium",
        "am": STICHTAG,
        "antwort_bis": date(2027, 1, 31),
    }


def test_nur_was_noch_offen_ist_geht_hinaus() -> None:
    base = weitergeleitet()

    assert einziger(leite(base)).wert == {"stelle": "staedtetag", "am": STICHTAG}
    with pytest.raises(NetzintFehler, match=r"schon am 1. April 2026 an ministerium weitergeleitet") as caught:
        leite(base, "ministerium")
    assert caught.value.hinweis == "Offen ist: staedtetag."
    with pytest.raises(NetzintFehler, match="gemeindetag ist kein Adressat des beschlossenen Wortlauts"):
        leite(base, "gemeindetag")


@pytest.mark.parametrize(
    ("aendert", "text", "hinweis"),
    [
        ({"pruefbar": "etwas ganz anderes"}, "Das Siegel passt nicht", "netzint verlauf he-2026-01"),
        ({"adressaten": [{"stelle": "ministerium", "rolle": "federfuehrend"}]}, "nicht mehr die", "zuruecknehmen"),
    ],
)
def test_ein_nach_der_abstimmung_geaenderter_wortlaut_geht_nicht_hinaus(
    aendert: dict[str, Any], text: str, hinweis: str
) -> None:
    changed = eingereicht(fassungen=[hefassung(**aendert)])

    with pytest.raises(NetzintFehler, match=text) as caught:
        leite(bestand(changed, abstimmung(eingereicht())))

    assert caught.value.ausgang is Ausgang.ABGELEHNT
    assert "sg-2026-01/he-2026-01" in caught.value.text
    assert hinweis in caught.value.hinweis


def test_ohne_siegel_geht_nichts_hinaus_und_ohne_annahme_auch_nicht() -> None:
    he = eingereicht()

    with pytest.raises(NetzintFehler, match="hat kein Siegel") as caught:
        leite(bestand(he, abstimmung(he, siegel=[])))
    assert caught.value.hinweis == "Wenn es feststeht: netzint empfehlung siegeln he-2026-01"
    with pytest.raises(NetzintFehler, match="HE-2026-01 ist abgelehnt; das Weiterleiten"):
        leite(bestand(he, abstimmung(he, "abgelehnt")))
    with pytest.raises(NetzintFehler, match=r"ist erst seit dem 12. März 2026 angenommen"):
        leite(angenommen(), am=date(2026, 3, 11))


def test_statt_einer_aufgeloesten_stelle_bekommt_es_ihre_nachfolge() -> None:
    gone = bau.stelle("staedtetag", "landesverband", bis="2026-06-30", nachfolge="gemeindetag")
    he = eingereicht(weiterleitungen=[{"stelle": "ministerium", "am": "2026-04-01"}])
    base = bestand(he, abstimmung(he), gone)

    with pytest.raises(NetzintFehler, match=r"gibt es seit dem 30. Juni 2026 nicht mehr") as caught:
        leite(base)
    assert caught.value.hinweis == "Ihre Nachfolge: --stelle gemeindetag"
    assert einziger(leite(base, "gemeindetag")).wert == {"stelle": "gemeindetag", "am": STICHTAG}


@pytest.mark.parametrize(
    ("antwort", "status"),
    [
        ("aufgegriffen", "in_umsetzung"),
        ("teilweise", "teilweise"),
        ("nicht_aufgegriffen", "nicht_aufgegriffen"),
        ("offen", "offen"),
    ],
)
def test_eine_rueckmeldung_wird_zum_stand_bei_dieser_stelle(antwort: str, status: str) -> None:
    step = einziger(melde(weitergeleitet(), antwort, grund="Mangels Mitteln.", wer="Referat 3"))

    assert step.feld == ("weiterleitungen", 0, "stand", 0)
    assert step.wert == {"am": STICHTAG, "status": status, "wer": "Referat 3", "grund": "Mangels Mitteln.\n"}


@pytest.mark.parametrize("antwort", ["teilweise", "nicht_aufgegriffen"])
def test_wer_nicht_oder_nur_teilweise_aufgreift_nennt_den_grund(antwort: str) -> None:
    with pytest.raises(NetzintFehler, match="Es fehlt der Grund der Stelle"):
        melde(weitergeleitet(), antwort)


def test_eine_stelle_die_abgelehnt_hat_kann_es_sich_anders_ueberlegen() -> None:
    declined = weitergeleitet({"am": "2026-06-20", "status": "nicht_aufgegriffen", "grund": "Nein.\n"})

    assert einziger(melde(declined, "aufgegriffen")).wert == {"am": STICHTAG, "status": "in_umsetzung"}


def test_nach_der_erledigung_kommt_kein_stand_mehr_und_die_ablehnung_sagt_den_weg() -> None:
    done = weitergeleitet({"am": "2026-06-20", "status": "erledigt", "vermerk": "Fertig.\n"})

    with pytest.raises(NetzintFehler, match="ist „erledigt“; darauf kann nicht „in Umsetzung“ folgen") as caught:
        melde(done, "aufgegriffen", stelle="ministerium")

    assert "netzint verlauf he-2026-01" in caught.value.hinweis


@pytest.mark.parametrize(
    ("felder", "text"),
    [
        ({"am": date(2026, 3, 31)}, "Die Weiterleitung ist vom 1. April 2026"),
        ({"am": date(2026, 11, 23)}, "liegt in der Zukunft"),
        ({"wiedervorlage": date(2026, 1, 1)}, r"\(--wiedervorlage\) liegt vor dem Stand"),
        ({"bis": date(2026, 1, 1)}, r"\(--bis\) liegt vor dem Stand"),
        ({"stelle": "staedtetag"}, "ist nicht an staedtetag weitergeleitet"),
        ({"stelle": "stadttag"}, "„stadttag“ gibt es nicht"),
        ({"nachweis_am": date(2026, 12, 1)}, "Der Nachweis vom 1. Dezember 2026"),
        ({"link": "kein-link"}, "link"),
    ],
)
def test_falsche_tage_und_stellen_werden_vorher_abgelehnt(felder: dict[str, Any], text: str) -> None:
    with pytest.raises(NetzintFehler, match=text):
        melde(weitergeleitet(), "aufgegriffen", **felder)


def test_bei_mehreren_offenen_stellen_muss_eine_genannt_sein() -> None:
    sent = [{"stelle": s, "am": "2026-04-01"} for s in ("ministerium", "staedtetag")]

    with pytest.raises(NetzintFehler, match="um welche Stelle es geht") as caught:
        melde(angenommen(weiterleitungen=sent), "aufgegriffen")

    assert caught.value.hinweis == "Mit --stelle angeben: ministerium und staedtetag."


def test_was_noch_nicht_weitergeleitet_ist_hat_keinen_stand() -> None:
    with pytest.raises(NetzintFehler, match="noch an keine Stelle weitergeleitet") as caught:
        melde(angenommen(), "aufgegriffen")

    assert "netzint empfehlung weiterleiten he-2026-01" in caught.value.hinweis


def test_die_umsetzung_haelt_nachweis_und_betrag_fest() -> None:
    proof = Meldung(link="https://ministerium.example/x", betrag_eur=5000, nachweis_am=date(2026, 11, 1))
    act = akte.umsetzung(
        weitergeleitet(UNTERWEGS), (), kennung=HE, status="umgesetzt", meldung=proof, stichtag=STICHTAG
    )

    assert einziger(act).wert == {
        "am": STICHTAG,
        "status": "umgesetzt",
        "nachweis": {"link": "https://ministerium.example/x", "betrag_eur": 5000, "am": date(2026, 11, 1)},
    }
    assert act.danach[0][0] == "netzint empfehlung erledigen he-2026-01 --stelle ministerium"


def test_eine_ueberpruefung_bestaetigt_den_stand_und_behaelt_wer_und_bis() -> None:
    checked = Meldung(vermerk="Im Plan.", wiedervorlage=date(2027, 3, 1))
    act = akte.ueberpruefen(weitergeleitet(UNTERWEGS), (), kennung=HE, status=None, meldung=checked, stichtag=STICHTAG)

    assert einziger(act).wert == {
        "am": STICHTAG,
        "status": "in_umsetzung",
        "wer": "Referat 3",
        "bis": date(2027, 6, 30),
        "wiedervorlage": date(2027, 3, 1),
        "vermerk": "Im Plan.\n",
    }
    assert act.hinweise == ("Nächste Wiedervorlage: 1. März 2027.",)


def test_ohne_neue_wiedervorlage_wird_sie_berechnet_und_gezeigt() -> None:
    act = akte.ueberpruefen(
        weitergeleitet(UNTERWEGS), (), kennung=HE, status=None, meldung=Meldung(vermerk="Läuft."), stichtag=STICHTAG
    )

    assert act.hinweise == ("Nächste Wiedervorlage: 30. Juni 2027.",)


def test_abgeben_leitet_in_demselben_vorgang_an_die_andere_stelle_weiter() -> None:
    act = akte.abgeben(
        weitergeleitet(), (), kennung=HE, an="landesstelle", meldung=Meldung(grund="Zuständig."), stichtag=STICHTAG
    )

    assert gesetzt(act) == [
        (
            ("weiterleitungen", 0, "stand", 0),
            {"am": STICHTAG, "status": "abgegeben", "grund": "Zuständig.\n", "an": "landesstelle"},
        ),
        (("weiterleitungen", 1), {"stelle": "landesstelle", "am": STICHTAG}),
    ]
    with pytest.raises(NetzintFehler, match="kann nicht an sich selbst abgeben"):
        akte.abgeben(weitergeleitet(), (), kennung=HE, an="ministerium", meldung=Meldung(), stichtag=STICHTAG)


def test_erledigen_setzt_den_vermerk() -> None:
    done = Meldung(vermerk="Liegt vor.")
    act = akte.erledigen(weitergeleitet(UNTERWEGS), (), kennung=HE, meldung=done, stichtag=STICHTAG)

    assert einziger(act).wert == {"am": STICHTAG, "status": "erledigt", "vermerk": "Liegt vor.\n"}
    assert act.betreff == "Erledigung von HE-2026-01 bei ministerium: erledigt"
