"""A vote is recorded: the motion, the votes, the computed result, the Siegel; what contradicts it is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzint.modell.beschluss import Beschluss
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.grund import Eintrag
from netzint.modell.meldungen import require
from netzint.modell.sitzung import Anwesend, Sitzung
from netzint.recht.siegel import siegel
from netzint.regeln.stimmrecht import compute_stimmlage
from netzint.vorgaenge.abstimmung import Angaben, abstimmen
from netzint.vorgaenge.abstimmung_antrag import Sache
from netzint.vorgaenge.abstimmung_stimmen import Stimmen
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.empfehlung_wortlaut import Wortlaut
from tests.bau import arbeitsgruppe, bestand, empfehlung, hefassung, make, mandat, mitglied, sitzung, thema, top
from tests.regeln.strategiegruppe import LEITUNG, PERSONEN
from tests.vorgaenge.sitzungstag import STAEDTETAG, eingereicht, eroeffnet, saal, werte

HE = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}
SECHS = PERSONEN[6:]
"""With these missing there are six of twelve."""


def stimme_ab(meeting: Sitzung, *eintraege: Eintrag, top: str = "eins", **angaben: Any) -> Aenderung | None:
    sache = Sache(**{k: angaben.pop(k) for k in list(angaben) if k in Sache._fields})
    stimmen = Stimmen(**{k: angaben.pop(k) for k in list(angaben) if k in Stimmen._fields})
    told = Angaben(sache=sache, stimmen=stimmen, **angaben)
    return abstimmen(saal(meeting, *eintraege), (), kennung=meeting.kennung, top=top, angaben=told)


def beschluss(aenderung: Aenderung | None) -> dict[str, Any]:
    """The Beschluss that is set."""
    found = [wert for feld, wert in werte(aenderung).items() if ".beschluesse." in feld]
    assert len(found) == 1
    assert isinstance(found[0], dict)
    return found[0]


def abgelehnt(meeting: Sitzung, *eintraege: Eintrag, **angaben: Any) -> NetzintFehler:
    with pytest.raises(NetzintFehler) as fehler:
        stimme_ab(meeting, *eintraege, **angaben)
    assert fehler.value.hinweis
    assert fehler.value.ausgang in (Ausgang.AUFRUF, Ausgang.ABGELEHNT)
    return fehler.value


def he_top(**felder: Any) -> dict[str, Any]:
    return top("he-2026-01", **felder)


# the result


def test_das_ergebnis_wird_berechnet_und_erklaert() -> None:
    done = stimme_ab(eroeffnet(), ja=8, nein=2, enthaltung=1)

    assert beschluss(done) == {
        "kennung": "eins", "antrag": {"art": "sonstiges"}, "ja": 8, "nein": 2, "enthaltung": 1,
        "nicht_teilgenommen": 1, "ergebnis": "angenommen",
    }  # fmt: skip
    assert done is not None
    assert done.beschluss == "sg-2026-01/eins"
    assert done.hinweise[0].startswith("12 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig. 8 Ja gegen 2 Nein")
    assert done.hinweise[1] == "1 Person hat nicht teilgenommen (berechnet aus der Anwesenheit)."


def test_einstimmig_ist_auch_eine_zahl() -> None:
    assert beschluss(stimme_ab(eroeffnet(fehlt=(STAEDTETAG,)), einstimmig=True))["ja"] == 11


def test_ein_widersprechendes_ergebnis_wird_abgelehnt_und_erklaert() -> None:
    fehler = abgelehnt(eroeffnet(), ja=4, nein=8, ergebnis="angenommen")

    assert fehler.ausgang == Ausgang.ABGELEHNT
    assert "„angenommen“ widerspricht" in fehler.text
    assert "4 Ja gegen 8 Nein: abgelehnt" in fehler.text


def test_ohne_beschlussfaehigkeit_kommt_kein_beschluss_zustande() -> None:
    meeting = eroeffnet(fehlt=SECHS)

    assert beschluss(stimme_ab(meeting)) == {
        "kennung": "eins", "antrag": {"art": "sonstiges"}, "ergebnis": "nicht_beschlussfaehig",
    }  # fmt: skip
    assert "nötig sind 7: nicht beschlussfähig" in abgelehnt(meeting, ja=6, ergebnis="angenommen").text


def test_wer_beschlussfaehig_ist_kann_nicht_das_gegenteil_vermerken() -> None:
    assert "beschlussfähig" in abgelehnt(eroeffnet(), ergebnis="nicht beschlussfähig").text


def test_befangene_zaehlen_weder_als_anwesend_noch_als_stimme() -> None:
    meeting = eroeffnet(fehlt=PERSONEN[7:])

    assert beschluss(stimme_ab(meeting, einstimmig=True))["ja"] == 7
    assert beschluss(stimme_ab(meeting, befangen=(LEITUNG,)))["ergebnis"] == "nicht_beschlussfaehig"


def test_vertagt_wird_auch_ohne_auszaehlung() -> None:
    assert beschluss(stimme_ab(eroeffnet(), ergebnis="vertagt")) == {
        "kennung": "eins", "antrag": {"art": "sonstiges"}, "ergebnis": "vertagt",
    }  # fmt: skip


def test_wer_bei_dem_top_fehlt_wird_zugleich_vermerkt() -> None:
    done = werte(stimme_ab(eroeffnet(), einstimmig=True, nicht_da=(STAEDTETAG,)))

    nr = PERSONEN.index(STAEDTETAG)
    assert done[f"anwesend.{nr}"] == {"mitglied": STAEDTETAG, "nicht_bei": ["eins"]}
    assert done["tagesordnung.1.beschluesse.0"]["ja"] == 11


def test_wer_doch_da_war_wird_zugleich_vermerkt() -> None:
    done = werte(stimme_ab(eroeffnet(fehlt=(STAEDTETAG,)), einstimmig=True, da=(STAEDTETAG,)))

    assert done["anwesend.11"] == {"mitglied": STAEDTETAG, "nicht_bei": ["begruessung", "zwei"]}
    assert done["tagesordnung.1.beschluesse.0"]["ja"] == 12


# a tie


def test_bei_stimmengleichheit_entscheidet_die_stimme_der_leitung() -> None:
    assert "--stimme-leitung" in abgelehnt(eroeffnet(), ja=6, nein=6).hinweis
    assert beschluss(stimme_ab(eroeffnet(), ja=6, nein=6, leitung="Ja"))["ergebnis"] == "angenommen"
    assert beschluss(stimme_ab(eroeffnet(), ja=6, nein=6, leitung="nein"))["ergebnis"] == "abgelehnt"
    without = beschluss(stimme_ab(eroeffnet(), ja=5, nein=5, enthaltung=2, leitung="enthaltung"))
    assert without["ergebnis"] == "abgelehnt"
    assert "stimme_leitung" not in without


def test_die_stimme_der_leitung_steht_nur_bei_stimmengleichheit() -> None:
    assert "nur bei Stimmengleichheit" in abgelehnt(eroeffnet(), ja=7, nein=5, leitung="ja").text
    assert "keine Stimme" in abgelehnt(eroeffnet(), ja=5, nein=5, befangen=(LEITUNG,), leitung="ja").text


# by name


def test_namentliche_stimmen_ergeben_die_zahlen() -> None:
    done = stimme_ab(eroeffnet(), namentlich_ja=PERSONEN[:7], namentlich_nein=(PERSONEN[7],))

    assert beschluss(done)["ja"] == 7
    assert beschluss(done)["nicht_teilgenommen"] == 4
    assert beschluss(done)["namentlich"] == {"ja": list(PERSONEN[:7]), "nein": [PERSONEN[7]]}


@pytest.mark.parametrize(
    ("angaben", "text"),
    [
        ({"ja": 13}, "13 Stimmen; bei TOP 2 sind 12 Personen stimmberechtigt"),
        ({}, "Es fehlen die Stimmen; 12 Personen sind stimmberechtigt"),
        ({"einstimmig": True, "ja": 12}, "--einstimmig heißt"),
        ({"namentlich_ja": (LEITUNG,), "ja": 2}, "namentlich sind es 1"),
        ({"namentlich_ja": (LEITUNG,), "namentlich_nein": (LEITUNG,)}, "zweimal genannt"),
        ({"namentlich_ja": ("staedtetag-2",)}, "staedtetag-2 hat bei TOP 2 keine Stimme"),
        ({"ja": 12, "befangen": ("staedtetag-2",)}, "staedtetag-2 ist bei TOP 2 nicht als anwesend vermerkt"),
        ({"ja": 12, "ergebnis": "gut"}, "Das Ergebnis „gut“ gibt es nicht"),
        ({"ja": 12, "ergebnis": "zurückverwiesen"}, "gibt es nur bei Empfehlungen"),
        ({"ja": 12, "wortlaut": Wortlaut(pruefbar="Zahl der Kreise")}, "nur bei Empfehlungen"),
        ({"ja": 12, "antrag": "unsinn"}, "Einen Antrag „unsinn“ gibt es nicht"),
        ({"ja": 12, "antrag": "verlaengern"}, "um welche Arbeitsgruppe"),
        ({"ja": 12, "antrag": "verlaengern", "ag": "ag-beispiel"}, "bis wann"),
        ({"ja": 12, "antrag": "einsetzen"}, "fehlt die Beschlussvorlage"),
        ({"ja": 12, "antrag": "schwerpunkt"}, "um welches Thema"),
        ({"ja": 12, "antrag": "ziel"}, "um welches Ziel"),
        ({"ja": 12, "antrag": "niederschrift"}, "um welche Niederschrift"),
        ({"ja": 12, "korrigieren": True}, "noch nichts festgehalten"),
    ],
)
def test_was_nicht_stimmt_wird_erklaert(angaben: dict[str, Any], text: str) -> None:
    assert text in abgelehnt(eroeffnet(), **angaben).text


def test_befangen_ist_nur_wer_bei_diesem_top_da_war() -> None:
    meeting = eroeffnet(fehlt=(STAEDTETAG,))
    meeting = meeting.model_copy(
        update={"anwesend": (*meeting.anwesend, Anwesend(mitglied=STAEDTETAG, nicht_bei=("eins",)))}
    )
    fehler = abgelehnt(meeting, ja=11, befangen=(STAEDTETAG,))

    assert (fehler.ausgang, f"--da {STAEDTETAG}" in fehler.hinweis) == (Ausgang.ABGELEHNT, True)
    changed = werte(stimme_ab(meeting, ja=11, befangen=(STAEDTETAG,), da=(STAEDTETAG,)))
    assert changed["anwesend.11"] == STAEDTETAG
    assert changed["tagesordnung.1.beschluesse.0"]["befangen"] == [STAEDTETAG]


def zwei_beschluesse() -> Sitzung:
    """One TOP with two free motions; twelve have voted on each."""
    votes = [
        {"kennung": name, "antrag": {"art": "sonstiges", "wortlaut": f"{name}\n"}, "ja": "12", "nein": "0",
         "enthaltung": "0", "ergebnis": "angenommen"}
        for name in ("eins", "eins-2")
    ]  # fmt: skip
    return eroeffnet(top("eins", beschluesse=votes), top("zwei"))


def test_wer_fehlt_fehlt_bei_allen_abstimmungen_eines_top() -> None:
    fehler = abgelehnt(zwei_beschluesse(), ja=11, korrigieren=True, kennung="eins-2", nicht_da=(STAEDTETAG,))

    assert "12 Stimmen festgehalten; nach dieser Änderung wären 11" in fehler.text
    assert "--korrigieren --kennung eins --ergebnis vertagt" in fehler.hinweis


def test_eine_korrektur_ohne_neuen_antrag_behaelt_den_alten() -> None:
    done = stimme_ab(zwei_beschluesse(), ergebnis="vertagt", korrigieren=True, kennung="eins-2")

    antrag = {"art": "sonstiges", "wortlaut": "eins-2\n"}
    assert beschluss(done) == {"kennung": "eins-2", "antrag": antrag, "ergebnis": "vertagt"}


# Empfehlungen


def test_eine_juengere_fassung_steht_der_annahme_der_aelteren_im_weg() -> None:
    zwei = [hefassung(vom="2026-01-20", eingereicht="2026-02-02"),
            hefassung(nr="2", vom="2026-03-20", wortlaut="Anders.\n")]  # fmt: skip
    fehler = abgelehnt(eroeffnet(he_top()), empfehlung(fassungen=zwei), top="1", einstimmig=True)

    assert "hat schon eine Fassung 2 vom 20. März 2026" in fehler.text
    assert "netzint zuruecknehmen" in fehler.hinweis
    assert beschluss(stimme_ab(eroeffnet(he_top()), empfehlung(fassungen=zwei), top="1", ergebnis="vertagt"))


def test_ein_siegel_haelt_den_wortlaut_fest() -> None:
    done = beschluss(stimme_ab(eroeffnet(he_top()), top="1", einstimmig=True))

    fassung = saal().empfehlungen["he-2026-01"].fassungen[0]
    assert done["antrag"] == HE
    assert done["siegel"] == [siegel(fassung)]


def test_en_bloc_hat_ein_siegel_je_empfehlung() -> None:
    meeting = eroeffnet(he_top(), top("he-2026-02"))
    both = ("he-2026-01", "he-2026-02")
    done = beschluss(stimme_ab(meeting, top="1", einstimmig=True, en_bloc=both))

    assert done["antrag"]["empfehlungen"] == list(both)
    assert len(done["siegel"]) == 2


def test_en_bloc_behaelt_jede_empfehlung_ihre_fassung() -> None:
    zweite = [hefassung(vom="2026-01-20", eingereicht="2026-02-02"),
              hefassung(nr="2", vom="2026-02-20", eingereicht="2026-02-21", wortlaut="Anders.\n")]  # fmt: skip
    neuer = empfehlung(fassungen=zweite)
    meeting = eroeffnet(he_top(), top("he-2026-02"))
    done = beschluss(
        stimme_ab(meeting, neuer, top="1", einstimmig=True, en_bloc=("he-2026-01", "he-2026-02"), kennung="beide")
    )

    assert done["antrag"] == {"art": "empfehlung", "empfehlungen": ["he-2026-01", "he-2026-02"], "fassungen": [2, 1]}
    assert done["siegel"] == [siegel(neuer.fassungen[1]), siegel(saal().empfehlungen["he-2026-02"].fassungen[0])]
    voted = eroeffnet(he_top(beschluesse=[{**done, "antrag": {**done["antrag"], "fassungen": ["2", "1"]}}]))
    votes = saal(neuer, voted).entscheidungen
    assert [(v.empfehlung, v.fassung, v.angenommen) for he in votes for v in votes[he]] == [
        ("he-2026-01", 2, True), ("he-2026-02", 1, True),
    ]  # fmt: skip


def test_ueber_mehrere_in_einer_vorlage_wird_einzeln_abgestimmt() -> None:
    vorlage = make(
        "beschlussvorlage", "bv-2026-001", betreff="Zwei", vom="2026-02-03", federfuehrung="ag-beispiel",
        antrag={"art": "empfehlung", "empfehlungen": ["he-2026-01", "he-2026-02"]},
    )  # fmt: skip
    meeting = eroeffnet(top("zwei", vorlage="bv-2026-001"))

    assert "jede einzeln" in abgelehnt(meeting, vorlage, top="zwei", einstimmig=True).text
    one = beschluss(stimme_ab(meeting, vorlage, top="zwei", einstimmig=True, empfehlung="he-2026-02"))
    assert (one["kennung"], one["antrag"]["empfehlungen"]) == ("he-2026-02", ["he-2026-02"])


def test_in_der_sitzung_geaendert_entsteht_eine_neue_fassung() -> None:
    neu = Wortlaut(wortlaut="Die Kommunen informieren in zwölf Sprachen.")
    done = stimme_ab(eroeffnet(he_top()), top="1", ja=12, wortlaut=neu)

    assert beschluss(done)["ergebnis"] == "geaendert_angenommen"
    assert beschluss(done)["antrag"] == {**HE, "fassung": 2}
    fassung = werte(done)["fassungen.1"]
    assert (fassung["nr"], str(fassung["vom"])) == (2, "2026-03-12")
    assert fassung["massnahme"] == "Mustertexte in zehn Sprachen.\n"
    assert "eingereicht" not in fassung


@pytest.mark.parametrize(
    ("angaben", "text"),
    [
        ({"ja": 12, "ergebnis": "geaendert_angenommen"}, "Es fehlt, was geändert wurde"),
        ({"nein": 12, "wortlaut": Wortlaut(pruefbar="Zahl der Kreise")}, "passt nicht zum Ergebnis „abgelehnt“"),
        ({"ja": 12, "ergebnis": "angenommen", "wortlaut": Wortlaut(pruefbar="Zahl")}, "passt nicht zum Ergebnis"),
        ({"ja": 12, "wortlaut": Wortlaut(massnahme="Mustertexte in zehn Sprachen.")}, "wortgleich"),
    ],
)
def test_eine_aenderung_muss_zum_ergebnis_passen(angaben: dict[str, Any], text: str) -> None:
    assert text in abgelehnt(eroeffnet(he_top()), top="1", **angaben).text


def test_zurueckverwiesen_hat_kein_siegel() -> None:
    done = beschluss(stimme_ab(eroeffnet(he_top()), top="1", ergebnis="zurückverwiesen"))

    assert done == {"kennung": "he-2026-01", "antrag": HE, "ergebnis": "zurueckverwiesen"}


def test_abgestimmt_wird_nur_ueber_eingereichtes() -> None:
    offen = eingereicht("he-2026-01", zurueckgezogen={"am": "2026-02-20", "grund": "Überholt.\n"})

    assert "HE-2026-01 ist zurückgezogen" in abgelehnt(eroeffnet(he_top()), offen, top="1", einstimmig=True).text


def test_ueber_einen_wortlaut_wird_einmal_abgestimmt() -> None:
    vote = {"kennung": "he-2026-01", "antrag": HE, "ja": "12", "nein": "0", "ergebnis": "angenommen"}
    meeting = eroeffnet(he_top(beschluesse=[vote]))

    assert "schon festgehalten: angenommen" in abgelehnt(meeting, top="1", nein=12).text
    done = stimme_ab(meeting, top="1", ja=11, nein=1, korrigieren=True)
    assert beschluss(done)["nein"] == 1
    assert done is not None
    assert done.betreff == "Abstimmung korrigiert zu TOP 1 der Sitzung SG-2026-01: angenommen"


def test_dieselbe_korrektur_noch_einmal_ist_nichts_zu_tun() -> None:
    vote = {"kennung": "eins", "antrag": {"art": "sonstiges"}, "ja": 12, "nein": 0, "enthaltung": 0}
    meeting = eroeffnet(top("eins", beschluesse=[{**vote, "ergebnis": "angenommen"}]))

    assert stimme_ab(meeting, einstimmig=True, korrigieren=True) is None


# other motions


def test_eine_ag_wird_verlaengert_oder_abgeschlossen() -> None:
    meeting = eroeffnet(top("ende-ag-beispiel", bezug=["ag-beispiel"]))

    assert "--antrag verlaengern" in abgelehnt(meeting, top="1", einstimmig=True).hinweis
    longer = stimme_ab(meeting, top="1", einstimmig=True, antrag="verlängern", bis=date(2027, 6, 30))
    assert beschluss(longer)["antrag"] == {"art": "ag_verlaengern", "ag": "ag-beispiel", "bis": date(2027, 6, 30)}
    closed = stimme_ab(meeting, top="1", einstimmig=True, antrag="abschliessen")
    assert beschluss(closed)["antrag"] == {"art": "ag_abschliessen", "ag": "ag-beispiel"}


def test_die_niederschrift_der_vorigen_sitzung_wird_genehmigt() -> None:
    earlier = sitzung("sg-2025-01", datum="2025-06-12", anwesend=list(PERSONEN), niederschrift={"vom": "2025-06-20"})
    meeting = eroeffnet(top("niederschrift-sg-2025-01", bezug=["sg-2025-01"]))

    done = stimme_ab(meeting, earlier, top="1", einstimmig=True)
    assert beschluss(done)["antrag"] == {"art": "niederschrift", "sitzung": "sg-2025-01"}
    unwritten = earlier.model_copy(update={"niederschrift": None})
    assert "noch keine Niederschrift" in abgelehnt(meeting, unwritten, top="1", einstimmig=True).text
    changed = abgelehnt(meeting, earlier, top="1", einstimmig=True, ergebnis="geaendert_angenommen")
    assert changed.hinweis.startswith("Mit Änderungen: sie zuerst eintragen (netzint sitzung verlauf sg-2025-01")


def test_ein_freier_beschluss_genehmigt_keine_niederschrift() -> None:
    earlier = sitzung("sg-2025-01", datum="2025-06-12", anwesend=list(PERSONEN), niederschrift={"vom": "2025-06-20"})
    tops = top("niederschrift-sg-2025-01", bezug=["sg-2025-01"])
    free: dict[str, Any] = {"top": "1", "einstimmig": True, "beschlossen": "Mit Änderungen."}

    for sache in ({}, {"antrag": "sonstiges"}):
        refused = abgelehnt(eroeffnet(tops), earlier, **free, **sache)
        assert "wird die Niederschrift von SG-2025-01 genehmigt; dies ist ein anderer Antrag" in refused.text
        assert "netzint sitzung abstimmen sg-2026-01 1 --ja" in refused.hinweis
    approved = {"kennung": "a", "antrag": {"art": "niederschrift", "sitzung": "sg-2025-01"}, "ergebnis": "angenommen"}
    voted = eroeffnet({**tops, "beschluesse": [{**approved, "ja": "12", "nein": "0", "enthaltung": "0"}]})
    assert beschluss(stimme_ab(voted, earlier, **free))["antrag"]["wortlaut"] == "Mit Änderungen.\n"


def test_ein_thema_wird_schwerpunkt() -> None:
    meeting = eroeffnet(top("themen", bezug=["thema-beispiel"]))

    done = stimme_ab(meeting, top="themen", einstimmig=True, antrag="schwerpunkt")
    assert beschluss(done)["antrag"] == {"art": "schwerpunkt", "thema": "thema-beispiel"}


def test_was_wiederaufgenommen_wird_hat_seinen_antrag() -> None:
    before = sitzung(
        "sg-2025-03", datum="2025-12-01", anwesend=list(PERSONEN[:3]), abgeschlossen="2025-12-01",
        tagesordnung=[top("fachtag", beschluesse=[{
            "kennung": "fachtag", "antrag": {"art": "sonstiges", "wortlaut": "Ein Fachtag.\n"},
            "ergebnis": "nicht_beschlussfaehig",
        }])],
    )  # fmt: skip
    meeting = eroeffnet(top("fachtag", wiederaufnahme="sg-2025-03/fachtag"))

    done = stimme_ab(meeting, before, top="1", einstimmig=True)
    assert beschluss(done)["antrag"] == {"art": "sonstiges", "wortlaut": "Ein Fachtag.\n"}


def test_nach_zweiter_ladung_genuegt_eine_person() -> None:
    before = sitzung(
        "sg-2025-03", datum="2025-12-01", anwesend=list(PERSONEN[:3]), abgeschlossen="2025-12-01",
        tagesordnung=[top("fachtag", beschluesse=[{
            "kennung": "fachtag", "antrag": {"art": "sonstiges"}, "ergebnis": "nicht_beschlussfaehig",
        }])],
    )  # fmt: skip
    again = top("fachtag", wiederaufnahme="sg-2025-03/fachtag")
    meeting = eroeffnet(again, top("neu"), fehlt=PERSONEN[2:], zweite_ladung_zu="sg-2025-03")

    assert beschluss(stimme_ab(meeting, before, top="1", ja=2))["ergebnis"] == "angenommen"
    assert beschluss(stimme_ab(meeting, before, top="2", ja=2))["ergebnis"] == "nicht_beschlussfaehig"


def test_ein_abgesetzter_top_kommt_nicht_zur_abstimmung() -> None:
    meeting = eroeffnet(top("eins", abgesetzt={"am": "2026-03-10", "grund": "Zu früh.\n"}))

    assert "ist abgesetzt" in abgelehnt(meeting, einstimmig=True).text


# an AG


def test_eine_ag_haelt_freie_beschluesse_fest() -> None:
    people = [
        mitglied(f"ag-beispiel-0{n}", mandate=[mandat(gremium="ag-beispiel", sitz=None, rolle="staendig")])
        for n in (1, 2, 3)
    ]
    meeting = sitzung(
        "ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", tagesordnung=[top("he-2026-01")],
        anwesend=[p.kennung for p in people],
    )  # fmt: skip
    held = bestand(*people, arbeitsgruppe(), thema(), eingereicht("he-2026-01"), meeting)

    def stimme(**angaben: Any) -> dict[str, Any]:
        told = Angaben(**angaben)
        return beschluss(abstimmen(held, (), kennung=meeting.kennung, top="1", angaben=told))

    assert stimme(stimmen=Stimmen(ja=2, nein=1))["ergebnis"] == "angenommen"
    assert stimme(ergebnis="angenommen")["antrag"] == {"art": "sonstiges"}
    for angaben, text in (
        ({"stimmen": Stimmen(ja=4)}, "sind 3 Personen da"),
        ({"stimmen": Stimmen(ja=1, nein=2), "ergebnis": "angenommen"}, "widerspricht"),
        ({}, "Es fehlt das Ergebnis"),
        ({"sache": Sache(antrag="empfehlung"), "ergebnis": "angenommen"}, "nur die Strategiegruppe"),
        ({"sache": Sache(antrag="schwerpunkt", thema="thema-beispiel")}, "nur die Strategiegruppe"),
    ):
        with pytest.raises(NetzintFehler, match=text):
            stimme(**angaben)


# whatever is counted


@given(
    da=st.integers(1, 12), ja=st.integers(0, 12), nein=st.integers(0, 12), enthaltung=st.integers(0, 12),
    leitung=st.sampled_from(["ja", "nein", "enthaltung"]),
)  # fmt: skip
def test_was_festgehalten_wird_geht_immer_auf(da: int, ja: int, nein: int, enthaltung: int, leitung: str) -> None:
    meeting = eroeffnet(fehlt=PERSONEN[da:])
    votes: dict[str, Any] = {
        "ja": ja,
        "nein": nein,
        "enthaltung": enthaltung,
        **({"leitung": leitung} if ja == nein else {}),
    }
    if da > 6 and ja + nein + enthaltung > da:
        assert "stimmberechtigt" in abgelehnt(meeting, **votes).text
        return
    vote = require(Beschluss, beschluss(stimme_ab(meeting, **votes)))
    lage = compute_stimmlage(saal(meeting), meeting, meeting.tagesordnung[1], vote)
    assert lage is not None
    assert vote.ergebnis == lage.auszaehlung.ergebnis
    assert lage.lage.stimmen == (da if da > 6 else 0)


# what was recorded without its words, or is put right by other ones


def test_ein_freier_beschluss_ohne_wortlaut_laesst_sich_mit_ihm_korrigieren() -> None:
    bare = top("eins", beschluesse=[{"kennung": "eins", "antrag": {"art": "sonstiges"}, "ja": "12", "nein": "0",
                                     "enthaltung": "0", "ergebnis": "angenommen"}])  # fmt: skip
    done = stimme_ab(eroeffnet(bare), ja=12, beschlossen="Es gibt Kaffee.", korrigieren=True)

    assert beschluss(done)["antrag"] == {"art": "sonstiges", "wortlaut": "Es gibt Kaffee.\n"}
    assert beschluss(done)["kennung"] == "eins"


def test_bei_mehreren_beschluessen_ist_zu_nennen_welcher_korrigiert_wird() -> None:
    votes = [
        {"kennung": name, "antrag": {"art": "sonstiges", "wortlaut": f"{name}\n"}, "ergebnis": "vertagt"}
        for name in ("eins", "eins-2")
    ]
    meeting = eroeffnet(top("eins", beschluesse=votes))
    fehler = abgelehnt(meeting, ja=12, beschlossen="Neu.", korrigieren=True)

    assert fehler.hinweis == "Mit --kennung nennen: eins und eins-2."
    done = stimme_ab(meeting, ja=12, beschlossen="Neu.", korrigieren=True, kennung="eins-2")
    assert beschluss(done)["kennung"] == "eins-2"


def test_ohne_wortlaut_wird_gesagt_was_als_beschlossen_gilt() -> None:
    bare, worded = stimme_ab(eroeffnet(), ja=12), stimme_ab(eroeffnet(), ja=12, beschlossen="Es gibt Kaffee.")

    assert bare is not None
    assert worded is not None
    assert "--beschlossen TEXT" in bare.hinweise[-1]
    assert not any("--beschlossen" in text for text in worded.hinweise)


def test_en_bloc_gilt_eine_befangenheit_fuer_alles_und_das_wird_gesagt() -> None:
    done = stimme_ab(eroeffnet(he_top()), top="he-2026-01", en_bloc=("he-2026-01", "he-2026-02"), ja=11,
                     befangen=(STAEDTETAG,))  # fmt: skip

    assert done is not None
    assert done.hinweise[-1].endswith("einzeln abstimmen (--empfehlung statt --en-bloc).")


def test_ob_eine_ag_verlaengert_oder_abgeschlossen_wird_ist_auch_nach_vertagung_zu_sagen() -> None:
    before = sitzung("sg-2025-09", datum="2025-12-01", tagesordnung=[
        top("ende-ag-beispiel", beschluesse=[
            {"kennung": "ende", "antrag": {"art": "sonstiges"}, "ergebnis": "vertagt"}])])  # fmt: skip
    again = eroeffnet(top("ende-ag-beispiel", bezug=["ag-beispiel"], wiederaufnahme="sg-2025-09/ende"))

    assert "--antrag verlaengern" in abgelehnt(again, before, top="ende-ag-beispiel", ja=12).hinweis
