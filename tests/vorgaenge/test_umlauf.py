"""Umlaufverfahren: sent, answered, objected to, counted, carried out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import NetzintFehler
from netzint.modell.grund import Eintrag
from netzint.modell.umlauf import Umlauf
from netzint.recht.siegel import siegel
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.offen import postponed_matters
from netzint.vorgaenge.umlauf import Frage, find_sache, list_sachen, neu
from netzint.vorgaenge.umlauf_antworten import abschliessen, stimme, widerspruch
from tests.bau import fassung, geschaeftsordnung, make
from tests.regeln.strategiegruppe import PERSONEN
from tests.regeln.umlauf import stimme as antwort
from tests.regeln.umlauf import umlauf
from tests.vorgaenge.danach import nach, neue_befunde
from tests.vorgaenge.sitzungstag import STAEDTETAG, saal, werte

TAG = date(2026, 3, 2)
TITEL = "Mehrsprachige Information"
FREI = Frage(beschlossen="Der Fachtag findet statt.", titel="Fachtag im Herbst")


def sende(frage: Frage = FREI, *eintraege: Eintrag, am: date = TAG) -> Umlauf:
    done = neu(saal(*eintraege), ("um-2026-04",), frage=frage, am=am, stichtag=date(2026, 3, 20))
    assert isinstance(done.neu[0], Umlauf)
    return done.neu[0]


def laufend(**felder: Any) -> Umlauf:
    return umlauf(**{"stimmen": [], "abschluss": None, **felder})


def bestand_mit(lauf: Umlauf, *eintraege: Eintrag) -> Bestand:
    return saal(lauf, *eintraege)


def antworte(lauf: Umlauf, wer: str = STAEDTETAG, wie: str = "ja", **felder: Any) -> Aenderung | None:
    felder = {"am": date(2026, 3, 5), "stichtag": date(2026, 4, 1), **felder}
    return stimme(bestand_mit(lauf), (), kennung="UM-2026-01", mitglied=wer, stimme=wie, **felder)


def schliesse(lauf: Umlauf, *eintraege: Eintrag, am: date = date(2026, 3, 17)) -> Aenderung | None:
    return abschliessen(bestand_mit(lauf, *eintraege), (), kennung="um-2026-01", am=am, stichtag=date(2026, 4, 1))


def test_gefragt_sind_alle_ordentlichen_mit_der_frist_der_geschaeftsordnung() -> None:
    lauf = sende()

    assert (lauf.kennung, lauf.beschluss, lauf.frist) == ("um-2026-05", "fachtag-im-herbst", date(2026, 3, 16))
    assert lauf.verteiler == PERSONEN


def test_befangene_sind_nicht_gefragt_und_es_steht_da_wie_viele_sich_beteiligen_muessen() -> None:
    done = neu(saal(), (), frage=FREI._replace(befangen=(STAEDTETAG,)), am=TAG, stichtag=TAG)

    assert "Gefragt: 11 Mitglieder." in done.hinweise
    assert "Beschlossen wird nur, wenn sich mindestens 7 beteiligen." in done.hinweise


def test_was_in_den_umlauf_kann_wird_zur_wahl_gestellt() -> None:
    frei = make(
        "beschlussvorlage", "bv-2026-001", betreff="Fachtag", vom="2026-02-01", federfuehrung="geschaeftsstelle",
        antrag={"art": "sonstiges", "wortlaut": "Im Mai.\n"},
    )  # fmt: skip
    over = umlauf(vorlage="bv-2026-001")

    wahl = [("bv-2026-001", "Fachtag"), ("he-2026-01", TITEL), ("he-2026-02", TITEL)]
    assert list_sachen(saal(frei), TAG) == wahl
    assert list_sachen(saal(frei, over), date(2026, 4, 1)) == wahl[1:]
    assert find_sache(saal(frei), "Fachtag") == Frage(vorlage="bv-2026-001")
    assert find_sache(saal(frei), "HE-2026-02") == Frage(empfehlung="he-2026-02")


def test_eine_empfehlung_geht_mit_ihrem_siegel_in_den_umlauf() -> None:
    lauf = sende(Frage(empfehlung="he-2026-01"))

    assert lauf.siegel == (siegel(saal().empfehlungen["he-2026-01"].fassungen[0]),)
    assert (lauf.titel, lauf.beschluss) == ("Mehrsprachige Information", "he-2026-01")


def test_eine_vorlage_gibt_antrag_und_titel() -> None:
    vorlage = make(
        "beschlussvorlage", "bv-2026-001", betreff="Wohnen wird Schwerpunkt", vom="2026-02-01",
        federfuehrung="geschaeftsstelle", antrag={"art": "schwerpunkt", "thema": "thema-beispiel"},
    )  # fmt: skip
    lauf = sende(Frage(vorlage="bv-2026-001"), vorlage)

    assert (lauf.vorlage, lauf.titel, lauf.antrag.art) == ("bv-2026-001", "Wohnen wird Schwerpunkt", "schwerpunkt")
    running = laufend(vorlage="bv-2026-001")
    with pytest.raises(NetzintFehler, match="schon im Umlauf"):
        sende(Frage(vorlage="bv-2026-001"), vorlage, running)


@pytest.mark.parametrize(
    ("frage", "eintraege", "text"),
    [
        (Frage(), (), "Genau eine Sache"),
        (Frage(beschlossen="X"), (), "worum es geht"),
        (FREI._replace(befangen=("staedtetag-2",)), (), "staedtetag-2 ist kein ordentliches Mitglied"),
        (FREI._replace(frist=date(2026, 3, 10)), (), "zu kurz: Die Geschäftsordnung verlangt 14 Tage"),
        (FREI, (geschaeftsordnung(fassung(umlauf={"erlaubt": "nein", "frist": "14"})),), "keine Umlaufverfahren"),
        (Frage(empfehlung="he-2026-09"), (), "gibt es nicht"),
        (
            Frage(empfehlung="he-2026-01"),
            (laufend(antrag={"art": "empfehlung", "empfehlungen": ["he-2026-01"]}),),
            "HE-2026-01 ist schon im Umlauf",
        ),
    ],
)
def test_was_nicht_in_den_umlauf_kann(frage: Frage, eintraege: tuple[Eintrag, ...], text: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as fehler:
        sende(frage, *eintraege)

    assert fehler.value.hinweis


def test_eine_antwort_wird_eingetragen() -> None:
    done = antworte(laufend(), wie="Enthaltung")

    assert werte(done) == {
        "stimmen.0": {"mitglied": STAEDTETAG, "am": date(2026, 3, 5), "stimme": "enthaltung"},
    }  # fmt: skip
    assert done is not None
    assert done.hinweise[0].startswith("Es fehlen noch 11:")


def test_wer_seine_antwort_aendert_sagt_es_ausdruecklich() -> None:
    lauf = laufend(stimmen=[antwort(STAEDTETAG)])

    assert antworte(lauf) is None
    with pytest.raises(NetzintFehler, match="schon geantwortet: ja"):
        antworte(lauf, wie="nein")
    assert werte(antworte(lauf, wie="nein", korrigieren=True))["stimmen.0"]["stimme"] == "nein"


@pytest.mark.parametrize(
    ("lauf", "felder", "text"),
    [
        (laufend(), {"wie": "vielleicht"}, "keine Stimme"),
        (laufend(), {"wer": "staedtetag-2"}, "nicht gefragt"),
        (laufend(befangen=[STAEDTETAG]), {}, "befangen"),
        (laufend(), {"am": date(2026, 3, 17)}, "verspätete Antworten zählen nicht"),
        (laufend(), {"am": date(2026, 3, 1)}, "vor dem Versand"),
        (laufend(), {"am": date(2026, 4, 2)}, "in der Zukunft"),
        (umlauf(), {}, "abgeschlossen"),
    ],
)
def test_welche_antwort_nicht_zaehlt(lauf: Umlauf, felder: dict[str, Any], text: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as fehler:
        antworte(lauf, **felder)

    assert fehler.value.hinweis


def test_ein_widerspruch_beendet_den_umlauf_und_die_sache_kommt_wieder() -> None:
    held = bestand_mit(laufend())
    done = widerspruch(
        held, (), kennung="um-2026-01", mitglied=STAEDTETAG, am=date(2026, 3, 6), stichtag=date(2026, 3, 6)
    )

    assert werte(done) == {
        "widerspruch.0": {"mitglied": STAEDTETAG, "am": date(2026, 3, 6)},
        "abschluss": {"am": date(2026, 3, 6), "ergebnis": "widersprochen"},
    }
    assert "nächste Tagesordnung" in done.hinweise[0]


def test_wer_nicht_antwortet_hat_nicht_teilgenommen() -> None:
    done = schliesse(laufend(stimmen=[antwort(p) for p in PERSONEN[:7]]))

    assert werte(done) == {"abschluss": {"am": date(2026, 3, 17), "ergebnis": "angenommen"}}
    assert done is not None
    told = "7 von 12 Sitzen beteiligt, nötig sind 7: beschlussfähig. 7 Ja gegen 0 Nein: angenommen."
    assert done.hinweise == (f"{told} Nicht geantwortet haben 5.",)


@pytest.mark.parametrize("zahl", [0, 1, 6])
def test_beteiligen_sich_zu_wenige_ist_nichts_beschlossen_und_die_sache_kommt_wieder(zahl: int) -> None:
    schwerpunkt = {"art": "schwerpunkt", "thema": "thema-beispiel"}
    lauf = laufend(antrag=schwerpunkt, stimmen=[antwort(p) for p in PERSONEN[:zahl]])
    done = schliesse(lauf)

    assert done is not None
    assert werte(done) == {"abschluss": {"am": date(2026, 3, 17), "ergebnis": "nicht_beschlussfaehig"}}
    assert done.hinweise[0].startswith(f"{zahl} von 12 Sitzen beteiligt, nötig sind 7: nicht beschlussfähig.")
    assert "nächste Tagesordnung" in done.hinweise[1]
    after = nach(bestand_mit(lauf), done)
    matters = postponed_matters(after, date(2026, 6, 1))
    assert [(m.beschluss, m.weil) for m in matters] == [
        ("um-2026-01/eins", "am Umlaufverfahren UM-2026-01 beteiligten sich zu wenige")
    ]
    assert neue_befunde(bestand_mit(lauf), after, date(2026, 4, 1)) == []


def test_geht_dasselbe_noch_einmal_in_den_umlauf_kommt_es_nicht_zugleich_auf_die_tagesordnung() -> None:
    leer = umlauf(stimmen=[], abschluss={"am": "2026-03-17", "ergebnis": "nicht_beschlussfaehig"})
    again = laufend(kennung="um-2026-02", versandt="2026-04-01", frist="2026-04-15")

    assert postponed_matters(saal(leer, again), date(2026, 6, 1)) == ()


def test_vor_der_frist_schliesst_nur_wer_alle_antworten_hat() -> None:
    with pytest.raises(NetzintFehler, match="11 haben noch nicht"):
        schliesse(laufend(stimmen=[antwort(STAEDTETAG)]), am=date(2026, 3, 16))
    early = schliesse(laufend(stimmen=[antwort(p) for p in PERSONEN]), am=date(2026, 3, 6))
    assert werte(early)["abschluss"]["am"] == date(2026, 3, 6)


def test_ein_angenommener_umlauf_wird_ausgefuehrt() -> None:
    lauf = laufend(antrag={"art": "schwerpunkt", "thema": "thema-beispiel"}, stimmen=[antwort(p) for p in PERSONEN])

    assert werte(schliesse(lauf))["schwerpunkt"] == {"ab": date(2026, 3, 17), "beschluss": "um-2026-01/eins"}
    closed = umlauf(antrag={"art": "schwerpunkt", "thema": "thema-beispiel"})
    assert list(werte(schliesse(closed))) == ["schwerpunkt"]


def test_abgelehnt_wird_nichts_ausgefuehrt_und_noch_einmal_ist_nichts_zu_tun() -> None:
    lauf = laufend(
        antrag={"art": "schwerpunkt", "thema": "thema-beispiel"}, stimmen=[antwort(p, "nein") for p in PERSONEN]
    )

    assert werte(schliesse(lauf)) == {"abschluss": {"am": date(2026, 3, 17), "ergebnis": "abgelehnt"}}
    assert schliesse(umlauf(abschluss={"am": "2026-03-16", "ergebnis": "abgelehnt"})) is None
    assert schliesse(umlauf()) is None


def test_dieselbe_sache_geht_nicht_zweimal_zugleich_herum() -> None:
    with pytest.raises(NetzintFehler) as fehler:
        sende(FREI, laufend(titel="Fachtag im Herbst", antrag={"art": "sonstiges", "wortlaut": "Ja.\n"}, siegel=[]))

    assert "ist schon im Umlauf (UM-2026-01" in fehler.value.text
