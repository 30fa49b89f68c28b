"""A Beschlussvorlage is written, changed, laid on the table in a new form, and given up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.beschlussvorlage import Beschlussvorlage
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.grund import Eintrag
from netzint.recht.zustaende import BESCHLUSSVORLAGE
from netzint.regeln.vorlagenstand import find_vorlagenlage, is_entschieden
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.beschlussvorlage_aendern import aendern, entfallen
from netzint.vorgaenge.beschlussvorlage_angaben import Angaben, Beratungsangabe
from netzint.vorgaenge.beschlussvorlage_neu import neu
from netzint.vorgaenge.fehlt import FehltNoch
from netzint.vorgaenge.offen import ready_vorlage
from netzint.vorgaenge.offene_vorlagen import list_offene_vorlagen
from tests.bau import empfehlung, hefassung, make, sitzung, top
from tests.regeln.umlauf import umlauf
from tests.vorgaenge.danach import nach, neue_befunde
from tests.vorgaenge.sitzungstag import eroeffnet, geladen, saal, werte

TAG = date(2026, 2, 20)
BV = "bv-2026-001"
HE = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}
FREI = {"art": "sonstiges", "wortlaut": "Der Fachtag ist im Mai.\n"}
WEG = {"am": "2026-02-15", "grund": "Doppelt.\n"}


def vorlage(kennung: str = BV, **felder: Any) -> Eintrag:
    normal = {"betreff": "Fachtag", "vom": "2026-02-10", "antrag": FREI, "federfuehrung": "geschaeftsstelle"}
    return make("beschlussvorlage", kennung, **{**normal, **felder})


def auf(**felder: Any) -> dict[str, Any]:
    """A TOP with the Vorlage."""
    return top("eins", **{"titel": "Fachtag", "vorlage": BV, **felder})


def geplant(**felder: Any) -> Eintrag:
    """A Sitzung to which nobody is invited yet."""
    return sitzung(tagesordnung=[top("begruessung"), auf(**felder)])


def aendere(*eintraege: Eintrag, grund: str | None = None, tag: date = TAG, **angaben: Any) -> Aenderung | None:
    bestand = saal(*(eintraege or (vorlage(),)))
    return aendern(bestand, (), kennung="BV-2026-001", angaben=Angaben(**angaben), stichtag=tag, grund=grund)


def schreibe(*eintraege: Eintrag, empfehlungen: tuple[str, ...] = (), **angaben: Any) -> Beschlussvorlage:
    done = neu(saal(*eintraege), (BV,), angaben=Angaben(**angaben), empfehlungen=empfehlungen, stichtag=TAG)
    assert isinstance(done.neu[0], Beschlussvorlage)
    return done.neu[0]


# changing


def test_was_angegeben_ist_wird_gesetzt_und_nur_das() -> None:
    done = aendere(
        sachverhalt="Im Mai ist Zeit. ", beschlussvorschlag=("Erstens.", "Zweitens."), anlagen=("Plan",),
        beratungsfolge=(Beratungsangabe("ag-beispiel", date(2026, 2, 1), "Zustimmung"),), oeffentlich=True,
        federfuehrung="Staedtetag", berichterstattung="staedtetag-1",
    )  # fmt: skip

    assert werte(done) == {
        "sachverhalt": "Im Mai ist Zeit.\n",
        "beschlussvorschlag": ["Erstens.\n", "Zweitens.\n"],
        "anlagen": ["Plan"],
        "beratungsfolge": [{"gremium": "ag-beispiel", "am": date(2026, 2, 1), "ergebnis": "zustimmung"}],
        "berichterstattung": "staedtetag-1",
        "federfuehrung": "staedtetag",
        "oeffentlich": True,
    }
    before = saal(vorlage())
    assert neue_befunde(before, nach(before, done), TAG) == []


def test_gestrichen_wird_was_es_nicht_braucht() -> None:
    voll = vorlage(sachverhalt="Alt.\n", anlagen=["Plan"], finanzielle_auswirkungen="Keine.\n")

    assert werte(aendere(voll, ohne=("Anlagen", "finanzielle Auswirkungen"))) == {
        "anlagen": None, "finanzielle_auswirkungen": None,
    }  # fmt: skip
    assert aendere(voll, sachverhalt="Alt.", ohne=("begruendung",)) is None
    with pytest.raises(NetzintFehler, match="lässt sich nicht streichen"):
        aendere(voll, ohne=("betreff",))
    with pytest.raises(NetzintFehler, match="zugleich gestrichen"):
        aendere(voll, sachverhalt="Neu.", ohne=("sachverhalt",))


def test_der_freie_beschluss_laesst_sich_anders_fassen_ein_bestimmter_antrag_nicht() -> None:
    assert werte(aendere(beschlossen="Der Fachtag ist im Juni.")) == {"antrag.wortlaut": "Der Fachtag ist im Juni.\n"}
    assert aendere(beschlossen="Der Fachtag ist im Mai.") is None
    with pytest.raises(NetzintFehler, match="einen freien Wortlaut hat sie nicht") as fehler:
        aendere(vorlage(antrag=HE), beschlossen="Anders.")
    assert "--beschlussvorschlag" in fehler.value.hinweis


def test_der_punkt_der_so_heisst_wie_die_vorlage_heisst_danach_auch_so() -> None:
    assert werte(aendere(vorlage(), geplant(), betreff="Fachtag im Mai")) == {
        "betreff": "Fachtag im Mai", "tagesordnung.1.titel": "Fachtag im Mai",
    }  # fmt: skip
    assert werte(aendere(vorlage(), geplant(titel="Termine"), betreff="Fachtag im Mai")) == {
        "betreff": "Fachtag im Mai"
    }


def test_nach_dem_versand_braucht_es_einen_grund_und_die_vorlage_liegt_auf_dem_tisch() -> None:
    with pytest.raises(FehltNoch, match=r"zur Sitzung am 12. März 2026 schon versandt") as fehler:
        aendere(vorlage(), geladen(auf()), sachverhalt="Neu.")
    assert (fehler.value.was, fehler.value.ausgang) == ("grund", Ausgang.AUFRUF)

    done = aendere(vorlage(), geladen(auf()), sachverhalt="Neu.", grund="Zahlen berichtigt.")

    assert werte(done) == {
        "sachverhalt": "Neu.\n", "nachgereicht.0": {"am": TAG, "grund": "Zahlen berichtigt.\n"},
    }  # fmt: skip
    assert done is not None
    assert done.betreff == "BV-2026-001 geändert (sachverhalt)"
    assert "netzint sitzung verteiler sg-2026-01" in done.hinweise[0]
    before = saal(vorlage(), geladen(auf()))
    assert neue_befunde(before, nach(before, done), TAG) == []


def test_eine_tischvorlage_ist_noch_nicht_versandt() -> None:
    assert werte(aendere(vorlage(), geladen(auf(tischvorlage="ja")), sachverhalt="Neu.")) == {"sachverhalt": "Neu.\n"}


def test_ohne_angabe_fehlt_was_sich_aendern_soll() -> None:
    with pytest.raises(FehltNoch, match="Es fehlt, was sich ändern soll") as fehler:
        aendere()

    assert fehler.value.was == "angabe"


VERTAGT = {"kennung": "eins", "antrag": FREI, "ergebnis": "vertagt"}
JA = {"kennung": "eins", "antrag": FREI, "ja": "12", "nein": "0", "ergebnis": "angenommen"}
ZURUECK = {"kennung": "eins", "antrag": HE, "ergebnis": "zurueckverwiesen"}
SPAETER = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("eintraege", "tag", "stand", "wo"),
    [
        ((vorlage(),), TAG, "vorbereitet", ""),
        ((vorlage(), geplant()), TAG, "tagesordnung", "sg-2026-01"),
        ((vorlage(), geladen(auf())), TAG, "versandt", "sg-2026-01"),
        ((vorlage(), geladen(auf())), date(2026, 2, 11), "tagesordnung", "sg-2026-01"),
        ((vorlage(), geladen(auf(abgesetzt=WEG))), TAG, "vorbereitet", ""),
        ((vorlage(), geladen(auf(), abgesagt=WEG)), TAG, "vorbereitet", ""),
        ((vorlage(), eroeffnet(auf())), SPAETER, "versandt", "sg-2026-01"),
        ((vorlage(), eroeffnet(auf(beschluesse=[VERTAGT]))), SPAETER, "offen_geblieben", "sg-2026-01"),
        ((vorlage(antrag=HE), eroeffnet(auf(beschluesse=[ZURUECK]))), SPAETER, "zurueckverwiesen", "sg-2026-01"),
        ((vorlage(), eroeffnet(auf(beschluesse=[JA]))), SPAETER, "entschieden", "sg-2026-01/eins"),
        ((vorlage(), eroeffnet(auf(beschluesse=[JA]))), date(2026, 3, 11), "versandt", "sg-2026-01"),
        ((vorlage(), umlauf(vorlage=BV, abschluss=None)), date(2026, 3, 3), "im_umlauf", "um-2026-01"),
        ((vorlage(), umlauf(vorlage=BV, abschluss=None, entfallen=WEG)), date(2026, 3, 3), "vorbereitet", ""),
        ((vorlage(), umlauf(vorlage=BV)), SPAETER, "entschieden", "um-2026-01/eins"),
        ((vorlage(antrag=HE), umlauf(antrag=HE)), SPAETER, "ueberholt", "um-2026-01/eins"),
        ((vorlage(entfallen=WEG),), TAG, "entfallen", ""),
        ((vorlage(entfallen=WEG),), date(2026, 2, 14), "vorbereitet", ""),
    ],
)
def test_wie_weit_eine_vorlage_ist(eintraege: tuple[Eintrag, ...], tag: date, stand: str, wo: str) -> None:
    bestand = saal(*eintraege)

    assert find_vorlagenlage(bestand, bestand.beschlussvorlagen[BV], tag) == (stand, wo)
    assert stand in BESCHLUSSVORLAGE


@pytest.mark.parametrize(
    ("eintraege", "text", "hinweis"),
    [
        ((vorlage(entfallen=WEG),), "ist entfallen", "netzint beschlussvorlage neu"),
        ((vorlage(), eroeffnet(auf(beschluesse=[JA]))), r"entschieden \(sg-2026-01/eins\)", "netzint berichtigen"),
        ((vorlage(antrag=HE), umlauf(antrag=HE)), "überholt", "beschlussvorlage entfallen bv-2026-001"),
        ((vorlage(), umlauf(vorlage=BV, abschluss=None)), r"im Umlauf \(UM-2026-01\)", "umlauf entfallen um-2026-01"),
        ((vorlage(antrag=HE), eroeffnet(auf(beschluesse=[ZURUECK]))), "zurückverwiesen", "neue Vorlage"),
    ],
)
def test_was_feststeht_aendert_sich_nicht(eintraege: tuple[Eintrag, ...], text: str, hinweis: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as fehler:
        aendere(*eintraege, sachverhalt="Neu.", tag=SPAETER, grund="Darum.")

    assert (fehler.value.ausgang, hinweis in fehler.value.hinweis) == (Ausgang.ABGELEHNT, True)


# giving up


def gib_auf(*eintraege: Eintrag, **felder: Any) -> Aenderung:
    told = {"grund": "Erledigt.", "stichtag": TAG, **felder}
    return entfallen(saal(*(eintraege or (vorlage(),))), (), kennung="Fachtag", **told)


def test_eine_vorlage_wird_mit_grund_aufgegeben() -> None:
    assert werte(gib_auf()) == {"entfallen": {"am": TAG, "grund": "Erledigt.\n"}}
    assert gib_auf().hinweise == ()
    assert "neuen Vorlage" in gib_auf(vorlage(antrag=HE)).hinweise[0]
    assert werte(gib_auf(vorlage(antrag=HE), umlauf(antrag=HE), stichtag=SPAETER))["entfallen"]["am"] == SPAETER


@pytest.mark.parametrize(
    ("eintraege", "text", "hinweis"),
    [
        ((vorlage(), geplant()), "auf der Tagesordnung von SG-2026-01", "top streichen sg-2026-01"),
        ((vorlage(), geladen(auf())), "zur Sitzung SG-2026-01 versandt", "top streichen sg-2026-01"),
        ((vorlage(entfallen=WEG),), "ist entfallen", "beschlussvorlage neu"),
    ],
)
def test_was_auf_der_tagesordnung_steht_geht_mit_seinem_punkt(
    eintraege: tuple[Eintrag, ...], text: str, hinweis: str
) -> None:
    with pytest.raises(NetzintFehler, match=text) as fehler:
        gib_auf(*eintraege)

    assert (fehler.value.ausgang, hinweis in fehler.value.hinweis) == (Ausgang.ABGELEHNT, True)


def test_entfallen_kann_sie_erst_seit_es_sie_gibt() -> None:
    with pytest.raises(NetzintFehler, match="kann nicht vorher entfallen sein"):
        gib_auf(am=date(2026, 2, 9))
    with pytest.raises(NetzintFehler, match="in der Zukunft"):
        gib_auf(am=date(2026, 2, 21))


# writing a new one


def test_eine_freie_vorlage_kommt_auf_die_naechste_tagesordnung() -> None:
    made = schreibe(betreff="Fachtag", beschlossen="Im Mai.", sachverhalt="Zeit ist.")

    assert (made.kennung, made.vom, made.federfuehrung) == ("bv-2026-002", TAG, "geschaeftsstelle")
    assert made.antrag.model_dump() == {"art": "sonstiges", "wortlaut": "Im Mai.\n"}
    after = saal(made)
    assert [v.kennung for v in list_offene_vorlagen(after, TAG, date(2026, 6, 1))] == ["bv-2026-002"]


def test_eine_freie_vorlage_ist_nicht_entschieden_weil_ueber_anderes_frei_entschieden_wurde() -> None:
    anderes = eroeffnet(top("zwei", beschluesse=[{**JA, "kennung": "zwei"}]), auf())
    bestand = saal(vorlage(), anderes)

    assert not is_entschieden(bestand, bestand.beschlussvorlagen[BV])


def test_zu_einer_empfehlung_gehoeren_ihr_titel_und_ihre_ag() -> None:
    made = schreibe(empfehlungen=("HE-2026-01",), begruendung="Weil.")

    assert (made.betreff, made.federfuehrung) == ("Mehrsprachige Information", "ag-beispiel")
    assert ready_vorlage(saal(made), "he-2026-01", 1) == "bv-2026-002"


def test_mehrere_empfehlungen_haben_jede_ihre_fassung() -> None:
    zweimal = [hefassung(vom="2026-01-20", eingereicht="2026-02-02"),
               hefassung(nr="2", vom="2026-02-03", eingereicht="2026-02-04")]  # fmt: skip
    made = schreibe(
        empfehlung(fassungen=zweimal), empfehlungen=("he-2026-01", "he-2026-02", "HE-2026-01"), betreff="Zwei Sachen"
    )

    assert made.antrag.model_dump(exclude_defaults=True) == {
        "art": "empfehlung", "empfehlungen": ("he-2026-01", "he-2026-02"), "fassungen": (2, 1),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("eintraege", "felder", "text"),
    [
        ((), {"betreff": "X"}, "entweder einen freien Beschluss oder"),
        ((), {"betreff": "X", "beschlossen": "A", "empfehlungen": ("he-2026-01",)}, "entweder"),
        ((), {"beschlossen": "A"}, "Es fehlt der Betreff"),
        ((), {"empfehlungen": ("he-2026-01", "he-2026-02")}, "Es fehlt der Betreff"),
        ((), {"empfehlungen": ("he-2026-09",)}, "gibt es nicht"),
        (
            (empfehlung(fassungen=[hefassung(eingereicht="2026-05-02")]),),
            {"empfehlungen": ("he-2026-01",)},
            "erarbeitet",
        ),
        ((vorlage(antrag=HE),), {"empfehlungen": ("he-2026-01",)}, "liegt schon BV-2026-001"),
        ((vorlage(),), {"betreff": "X", "beschlossen": "Der Fachtag ist im Mai."}, "liegt schon BV-2026-001"),
        (
            (umlauf(antrag=HE, abschluss=None, versandt="2026-02-15"),),
            {"empfehlungen": ("he-2026-01",)},
            "schon im Umlaufverfahren UM-2026-01",
        ),
        ((), {"betreff": "X", "beschlossen": "A", "federfuehrung": "Niemand"}, "gibt es nicht"),
    ],
)
def test_was_keine_vorlage_wird(eintraege: tuple[Eintrag, ...], felder: dict[str, Any], text: str) -> None:
    with pytest.raises(NetzintFehler, match=text) as fehler:
        schreibe(*eintraege, **felder)

    assert fehler.value.hinweis
