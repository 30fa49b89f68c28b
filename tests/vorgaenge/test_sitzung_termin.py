"""``sitzung verlegen``, ``absagen``, ``entfallen``, and the second Ladung."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sitzung import Sitzung
from netzint.vorgaenge import sitzung
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.rahmen import Wunsch
from netzint.vorgaenge.sitzung_termin import absagen, entfallen, verlegen
from tests import bau
from tests.regeln.strategiegruppe import PERSONEN, die_zwoelf
from tests.vorgaenge.danach import nach, neue_befunde

STICHTAG = date(2026, 11, 22)
NEU = date(2027, 1, 20)
SG = "sg-2026-03"
EINLADUNG = {"versandt": "2026-11-10", "verteiler": list(PERSONEN), "gaeste": ["ag-beispiel-01"]}
TOPS = [
    bau.top("begruessung", titel="Begrüßung", nummer="1"),
    bau.top("tagesordnung", nummer="2"),
    bau.top("alt", nummer="3", abgesetzt={"am": "2026-11-20", "grund": "Zeit.\n"}),
    bau.top("dazu", nummer="3.1", tischvorlage="ja"),
    bau.top("verschiedenes", nummer="4"),
]
GAST = bau.mitglied("ag-beispiel-01", mandate=[])


def welt(*mehr: Any, **felder: Any) -> Bestand:
    entry = bau.sitzung(SG, **{"datum": "2026-12-15", "einladung": EINLADUNG, "tagesordnung": TOPS, **felder})
    return bau.bestand(*die_zwoelf(), GAST, entry, *mehr)


def verlege(bestand: Bestand, **angaben: Any) -> Aenderung:
    normal = {"kennung": SG, "stichtag": STICHTAG, "wunsch": Wunsch(NEU), "grund": "Saal belegt."}
    return verlegen(bestand, [], **{**normal, **angaben})


def test_der_neue_tag_gilt_und_der_alte_bleibt_mit_grund_und_einladung_vermerkt() -> None:
    before = welt()
    after = nach(before, verlege(before))
    entry = after.sitzungen[SG]

    assert entry.datum == NEU
    assert [(v.von, v.am, v.eingeladen, v.grund) for v in entry.verlegt] == [
        (date(2026, 12, 15), STICHTAG, date(2026, 11, 10), "Saal belegt.\n")
    ]
    assert neue_befunde(before, after, STICHTAG) == []


def test_zum_neuen_tag_ist_neu_einzuladen_und_die_tagesordnung_wieder_frei() -> None:
    before = welt()
    entry = nach(before, verlege(before)).sitzungen[SG]

    assert (entry.zustand, entry.einladung) == ("terminiert", None)
    assert [top.kennung for top in entry.tagesordnung] == ["begruessung", "tagesordnung", "dazu", "verschiedenes"]
    assert [(top.nummer, top.tischvorlage) for top in entry.tagesordnung] == [(None, False)] * 4


def test_es_steht_da_wer_zu_benachrichtigen_ist() -> None:
    hinweise = verlege(welt()).hinweise

    assert "am 10. November 2026 eingeladen wurden (13 Personen)" in hinweise[0]
    assert "beauftragte-landkreis-1, ag-beispiel-01." in hinweise[0]
    assert "niemand zu benachrichtigen" in verlege(welt(einladung=None)).hinweise[0]


def test_eine_verlegung_ohne_einladung_aendert_nur_tag_und_vermerk() -> None:
    before = welt(einladung=None, tagesordnung=[bau.top("verschiedenes")])
    aenderung = verlege(before)

    assert [schritt.feld for schritt in aenderung.gesetzt] == [("datum",), ("verlegt", 0)]


def test_ort_beginn_und_form_lassen_sich_dabei_aendern() -> None:
    before = welt()
    entry = nach(before, verlege(before, wunsch=Wunsch(NEU, "Ulm", "13:00", "Hybrid"))).sitzungen[SG]

    assert (entry.ort, entry.beginn, entry.form) == ("Ulm", "13:00", "hybrid")


def test_eine_begruendete_fristverkuerzung_entfaellt_mit_der_einladung() -> None:
    before = welt(abweichung=[{"regel": "S201", "grund": "Eile.\n"}])

    assert nach(before, verlege(before)).sitzungen[SG].abweichung == ()


@pytest.mark.parametrize(
    ("wunsch", "text"),
    [
        (Wunsch(date(2026, 12, 15)), "ist schon am 15. Dezember 2026"),
        (Wunsch(date(2026, 11, 21)), "liegt in der Vergangenheit"),
        (Wunsch(date(2027, 3, 3)), "ist schon die Sitzung SG-2027-01"),
        (Wunsch(NEU, form="persönlich"), "Die Form „persönlich“ gibt es nicht"),
    ],
)
def test_ein_unmoeglicher_tag_wird_abgelehnt(wunsch: Wunsch, text: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as caught:
        verlege(welt(bau.sitzung("sg-2027-01", datum="2027-03-03")), wunsch=wunsch)

    assert caught.value.ausgang is Ausgang.AUFRUF


def test_die_zweite_ladung_bleibt_nach_der_ersten() -> None:
    first = bau.sitzung("sg-2026-02", datum="2027-01-25")
    with pytest.raises(NetzintFehler, match="sie kann nur danach sein"):
        verlege(welt(first, zweite_ladung_zu="sg-2026-02"))


@pytest.mark.parametrize("act", [absagen, entfallen])
def test_was_schon_war_laesst_sich_weder_absagen_noch_aufgeben(act: Any) -> None:
    before = welt(anwesend=list(PERSONEN))
    with pytest.raises(NetzintFehler, match="ist durchgeführt") as caught:
        act(before, [], kennung=SG, stichtag=STICHTAG, grund="X")

    assert caught.value.ausgang is Ausgang.ABGELEHNT
    assert "netzint sitzung zeigen sg-2026-03" in caught.value.hinweis


def test_eine_absage_nennt_wer_es_erfahren_muss() -> None:
    before = welt()
    aenderung = absagen(before, [], kennung="SG-2026-03", stichtag=STICHTAG, grund="Glatteis.")
    after = nach(before, aenderung)

    assert after.sitzungen[SG].zustand == "abgesagt"
    assert "13 Personen" in aenderung.hinweise[0]
    assert ("netzint sitzung neu", "einen neuen Termin ansetzen") in aenderung.danach
    assert neue_befunde(before, after, STICHTAG) == []


def test_nur_eine_sitzung_zu_der_nie_eingeladen_war_kann_entfallen() -> None:
    before = welt(einladung=None)
    after = nach(before, entfallen(before, [], kennung=SG, stichtag=STICHTAG, grund="Doppelt angelegt."))

    assert after.sitzungen[SG].zustand == "entfallen"
    with pytest.raises(NetzintFehler, match="ist eingeladen"):
        entfallen(welt(), [], kennung=SG, stichtag=STICHTAG, grund="X")
    moved = nach(welt(), verlege(welt()))
    with pytest.raises(NetzintFehler, match="war schon eingeladen"):
        entfallen(moved, [], kennung=SG, stichtag=STICHTAG, grund="X")


# the second Ladung


def ohne_beschlussfaehigkeit(**felder: Any) -> Sitzung:
    vote = bau.beschluss("haushalt", ja="0", ergebnis="nicht_beschlussfaehig")
    tops = [bau.top("haushalt", nummer="1", beschluesse=[vote])]
    normal = {"datum": "2026-11-19", "tagesordnung": tops, "anwesend": list(PERSONEN[:5]), "leitung": PERSONEN[0]}
    return bau.sitzung("sg-2026-02", **{**normal, **felder})


def zweite(bestand: Bestand, zu: str = "sg-2026-02") -> Aenderung:
    return sitzung.plane(bestand, [*bestand.eintraege], stichtag=STICHTAG, wunsch=Wunsch(), zweite_ladung_zu=zu)


def test_die_zweite_ladung_nennt_die_erste_und_nimmt_ihre_punkte_wieder_auf() -> None:
    before = bau.bestand(*die_zwoelf(), ohne_beschlussfaehigkeit())
    aenderung = zweite(before)
    entry = nach(before, aenderung).sitzungen[SG]

    assert entry.zweite_ladung_zu == "sg-2026-02"
    assert [top.wiederaufnahme for top in entry.tagesordnung if top.wiederaufnahme] == ["sg-2026-02/haushalt"]
    assert "genügt für: „Haushalt“" in aenderung.hinweise[0]
    assert neue_befunde(before, nach(before, aenderung), STICHTAG) == []


def test_die_zweite_ladung_wartet_nicht_bis_zum_ueblichen_abstand() -> None:
    entry = zweite(bau.bestand(*die_zwoelf(), ohne_beschlussfaehigkeit())).neu[0]

    assert isinstance(entry, Sitzung)
    assert entry.datum == date(2026, 12, 15)


@pytest.mark.parametrize(
    ("mehr", "zu", "text"),
    [
        ([], "sg-2026-9", "gibt es nicht"),
        (
            [bau.sitzung("sg-2026-01", anwesend=list(PERSONEN))],
            "sg-2026-01",
            "keine Abstimmung als nicht beschlussfähig",
        ),
        (
            [bau.sitzung(SG, datum="2026-12-15", zweite_ladung_zu="sg-2026-02")],
            "sg-2026-02",
            "gibt es schon: SG-2026-03",
        ),
    ],
)
def test_ohne_anlass_gibt_es_keine_zweite_ladung(mehr: list[Any], zu: str, text: str) -> None:
    with pytest.raises(NetzintFehler, match=text):
        zweite(bau.bestand(*die_zwoelf(), ohne_beschlussfaehigkeit(), *mehr), zu)


def test_eine_verlegung_laesst_sich_nachtragen() -> None:
    before, later = welt(), date(2027, 2, 1)
    after = nach(before, verlege(before, stichtag=later, am=date(2026, 12, 14)))

    assert (after.sitzungen[SG].datum, after.sitzungen[SG].verlegt[0].am) == (NEU, date(2026, 12, 14))
    assert neue_befunde(before, after, later) == []
    with pytest.raises(NetzintFehler, match="in der Vergangenheit") as caught:
        verlege(before, stichtag=later)
    assert "mit --am angeben" in caught.value.hinweis
