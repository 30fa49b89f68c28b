"""Who is at a Sitzung: recorded, proposed, refused, and whether it can decide."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sitzung import Sitzung
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.anwesenheit import Meldung
from netzint.vorgaenge.sitzung_verlauf import anwesend, beginnen, verlauf
from tests.bau import arbeitsgruppe, bestand, fassung, geschaeftsordnung, mandat, mitglied, sitzung, top
from tests.regeln.strategiegruppe import LEITUNG, PERSONEN, vertretung
from tests.vorgaenge.sitzungstag import GEMEINDETAG, STAEDTETAG, TAG, eroeffnet, geladen, saal, werte


def beginne(bestand: Bestand, **meldung: Any) -> Aenderung:
    return beginnen(bestand, (), kennung="SG-2026-01", meldung=Meldung(**meldung), beginn=None, stichtag=TAG)


def aendere(sitzung: Sitzung, **meldung: Any) -> Aenderung | None:
    return anwesend(saal(sitzung), (), kennung="sg-2026-01", meldung=Meldung(**meldung))


def test_alle_sind_da_und_der_vorsitz_wird_vorgeschlagen() -> None:
    done = beginne(saal(geladen()), alle=True)

    assert werte(done) == {"leitung": LEITUNG, "anwesend": list(PERSONEN)}
    assert "12 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig." in done.hinweise


def test_wie_viele_fehlen_wird_sofort_gesagt() -> None:
    done = beginne(saal(geladen()), da=PERSONEN[:5])

    assert done.hinweise[-1] == "5 von 12 Sitzen anwesend, nötig sind 7: nicht beschlussfähig. Es fehlen 2."


def test_fehlt_das_ministerium_leitet_ein_landesverband() -> None:
    done = beginne(saal(geladen()), alle=True, entschuldigt=PERSONEN[:3])

    assert werte(done)["leitung"] == GEMEINDETAG
    assert werte(done)["entschuldigt"] == list(PERSONEN[:3])


def test_die_stellvertretung_vertritt_wer_fehlt() -> None:
    done = beginne(saal(geladen()), alle=True, entschuldigt=(STAEDTETAG,), da=("staedtetag-2",))

    assert {"mitglied": "staedtetag-2", "fuer": STAEDTETAG} in werte(done)["anwesend"]
    assert "12 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig." in done.hinweise


def test_die_stellvertretung_hat_keine_stimme_neben_dem_mitglied() -> None:
    done = beginne(saal(geladen()), alle=True, da=("staedtetag-2",))

    assert werte(done)["anwesend"][-1] == "staedtetag-2"
    assert "staedtetag-2 nimmt ohne Stimme teil: zu vertreten ist niemand." in done.hinweise


def test_wer_vertreten_wird_ist_nicht_selbst_da() -> None:
    done = beginne(saal(geladen()), alle=True, vertretung=(f"staedtetag-2:{STAEDTETAG}",))

    assert STAEDTETAG not in werte(done)["anwesend"]


@pytest.mark.parametrize("art", ["keine", "pool", "persoenlich"])
def test_wen_man_vertreten_darf_sagt_die_geschaeftsordnung(art: str) -> None:
    recht = geschaeftsordnung(fassung(stellvertretung=art))

    def vertrete(wen: str) -> Aenderung:
        return beginne(saal(geladen(), recht), alle=True, vertretung=(f"staedtetag-2:{wen}",))

    erlaubt = {"keine": (), "pool": (STAEDTETAG, GEMEINDETAG), "persoenlich": (STAEDTETAG,)}[art]
    for wen in (STAEDTETAG, GEMEINDETAG, LEITUNG):
        if wen in erlaubt:
            assert {"mitglied": "staedtetag-2", "fuer": wen} in werte(vertrete(wen))["anwesend"]
        else:
            with pytest.raises(NetzintFehler, match=r"kann .* nicht vertreten") as fehler:
                vertrete(wen)
            assert fehler.value.ausgang == Ausgang.ABGELEHNT


def test_kommen_und_gehen_steht_je_top() -> None:
    done = beginne(saal(geladen()), alle=True, kommt=(f"{STAEDTETAG}:eins",), geht=(f"{GEMEINDETAG}:3",))

    people = werte(done)["anwesend"]
    assert {"mitglied": STAEDTETAG, "nicht_bei": ["begruessung"]} in people
    assert {"mitglied": GEMEINDETAG, "nicht_bei": ["zwei"]} in people


def test_ab_wann_die_beschlussfaehigkeit_fehlt_wird_gesagt() -> None:
    done = beginne(saal(geladen()), da=PERSONEN[:7], geht=(f"{PERSONEN[6]}:zwei",))

    assert done.hinweise[-2:] == (
        "7 von 12 Sitzen anwesend, nötig sind 7: beschlussfähig.",
        "Bei TOP 3: 6 von 12 Sitzen anwesend, nötig sind 7: nicht beschlussfähig. Es fehlt 1.",
    )


def test_wer_spaeter_geht_kann_danach_vertreten_werden() -> None:
    done = beginne(saal(geladen()), alle=True, geht=(f"{STAEDTETAG}:zwei",), vertretung=(f"staedtetag-2:{STAEDTETAG}",))

    assert {"mitglied": "staedtetag-2", "fuer": STAEDTETAG, "nicht_bei": ["begruessung", "eins"]} in (
        werte(done)["anwesend"]
    )


def test_gaeste_stehen_mit_stelle_oder_kennung() -> None:
    gast = mitglied("ag-beispiel-01", mandate=[mandat(gremium="ag-beispiel", sitz=None, rolle="leitung")])
    done = beginne(saal(geladen(), gast), alle=True, gast=("ag-beispiel-01: Leitung der AG", "Ministerium:Referat"))

    assert werte(done)["gaeste"] == [
        {"mitglied": "ag-beispiel-01", "funktion": "Leitung der AG"},
        {"stelle": "ministerium", "funktion": "Referat"},
    ]


EINGELADEN = {"versandt": "2026-02-12", "verteiler": list(PERSONEN), "gaeste": ["ag-beispiel-01", "gast-1"]}


def gaeste_bestand(**felder: Any) -> Bestand:
    leitung = mitglied("ag-beispiel-01", mandate=[mandat(gremium="ag-beispiel", sitz=None, rolle="leitung")])
    gast = mitglied("gast-1", name="Ali Muster", mandate=[])
    return saal(geladen(einladung=EINGELADEN, **felder), leitung, gast)


def test_mit_allen_kommen_auch_die_eingeladenen_gaeste() -> None:
    done = beginne(gaeste_bestand(), alle=True)

    leitung = {"mitglied": "ag-beispiel-01", "funktion": "Leitung der AG „Beispiel“"}
    assert werte(done)["gaeste"] == [leitung, {"mitglied": "gast-1"}]
    without = beginne(gaeste_bestand(), alle=True, ohne_gast=("Ali Muster",))
    assert werte(without)["gaeste"] == [leitung]
    assert any("Als Gast eingeladen, nicht eingetragen: gast-1." in text for text in without.hinweise)


def test_ein_genannter_gast_steht_nur_einmal_da() -> None:
    done = beginne(gaeste_bestand(), alle=True, gast=("Ali Muster:Vortrag", "ministerium:Referat"))

    assert werte(done)["gaeste"] == [
        {"mitglied": "ag-beispiel-01", "funktion": "Leitung der AG „Beispiel“"},
        {"mitglied": "gast-1", "funktion": "Vortrag"},
        {"stelle": "ministerium", "funktion": "Referat"},
    ]


def test_wer_einzeln_eingetragen_wird_hoert_von_den_gaesten_die_fehlen() -> None:
    done = beginne(gaeste_bestand(), da=PERSONEN)

    assert "gaeste" not in werte(done)
    told = (
        "Als Gast eingeladen, nicht eingetragen: ag-beispiel-01, gast-1. Doch da: netzint sitzung anwesend sg-2026-01"
    )
    assert any(text.startswith(told) for text in done.hinweise)


@pytest.mark.parametrize(
    ("felder", "meldung", "text"),
    [
        ({}, {}, "Es fehlt, wer da ist"),
        ({"anwesend": [LEITUNG]}, {"alle": True}, "schon eröffnet"),
        ({"einladung": None}, {"alle": True}, "noch nicht eingeladen"),
        ({"abgesagt": {"am": "2026-03-01", "grund": "Krank.\n"}}, {"alle": True}, "ist abgesagt"),
        ({"datum": str(TAG + timedelta(days=1))}, {"alle": True}, "erst am 13. März 2026"),
        ({}, {"alle": True, "leitung": "staedtetag-2"}, "kann die Sitzung nicht leiten"),
        ({}, {"alle": True, "da": ("niemand",)}, "gibt es nicht"),
        ({}, {"da": ("gs-1",)}, "kein Mandat"),
        ({}, {"alle": True, "gast": (f"{STAEDTETAG}:Gast",)}, "gehört selbst zum Gremium"),
        ({}, {"alle": True, "geht": (STAEDTETAG,)}, "keine Angabe zu --geht"),
        ({}, {"alle": True, "geht": (f"{STAEDTETAG}:1",)}, "bei keinem TOP da"),
        ({}, {"alle": True, "geht": (f"{STAEDTETAG}:9",)}, "Einen TOP „9“ hat SG-2026-01 nicht"),
    ],
)
def test_was_nicht_geht_wird_erklaert(felder: dict[str, Any], meldung: dict[str, Any], text: str) -> None:
    gs = mitglied("gs-1", mandate=[])
    with pytest.raises(NetzintFehler, match=text) as fehler:
        beginne(saal(geladen(**felder), gs), **meldung)

    assert fehler.value.hinweis


def test_die_anwesenheit_laesst_sich_aendern() -> None:
    done = aendere(eroeffnet(entschuldigt=[]), entschuldigt=(STAEDTETAG,), nicht_bei=(f"{GEMEINDETAG}:2,3",))

    nr = PERSONEN.index(STAEDTETAG)
    at = PERSONEN.index(GEMEINDETAG)
    assert werte(done) == {
        f"anwesend.{nr}": None,
        f"anwesend.{at}": {"mitglied": GEMEINDETAG, "nicht_bei": ["eins", "zwei"]},
        "entschuldigt": [STAEDTETAG],
    }


def test_wer_doch_kommt_steht_nicht_mehr_unter_den_entschuldigten() -> None:
    done = aendere(eroeffnet(fehlt=(STAEDTETAG,), entschuldigt=[STAEDTETAG]), da=(STAEDTETAG,))

    assert werte(done) == {"anwesend.11": STAEDTETAG, "entschuldigt.0": None}


def test_ohne_aenderung_ist_nichts_zu_tun() -> None:
    assert aendere(eroeffnet(), da=(STAEDTETAG,)) is None


def test_eine_abgeschlossene_sitzung_steht_fest() -> None:
    with pytest.raises(NetzintFehler, match="abgeschlossen") as fehler:
        aendere(eroeffnet(abgeschlossen="2026-03-12"), entschuldigt=(STAEDTETAG,))

    assert "netzint berichtigen" in fehler.value.hinweis


def test_festgehaltene_stimmen_muessen_danach_aufgehen() -> None:
    vote = {"kennung": "eins", "antrag": {"art": "sonstiges"}, "ja": "12", "nein": "0", "ergebnis": "angenommen"}
    with pytest.raises(NetzintFehler, match="12 Stimmen festgehalten; nach dieser Änderung wären 11") as fehler:
        aendere(eroeffnet(top("eins", beschluesse=[vote])), entschuldigt=(STAEDTETAG,))

    assert "--korrigieren" in fehler.value.hinweis


def test_wer_als_befangen_festgehalten_ist_bleibt_anwesend() -> None:
    vote = {"kennung": "eins", "antrag": {"art": "sonstiges"}, "befangen": [STAEDTETAG], "ergebnis": "vertagt"}
    meeting = eroeffnet(top("eins", beschluesse=[vote]), top("zwei"))
    with pytest.raises(NetzintFehler, match="ist staedtetag-1 als befangen festgehalten") as fehler:
        aendere(meeting, nicht_bei=(f"{STAEDTETAG}:eins",))

    assert "--korrigieren --ergebnis vertagt --nicht-da" in fehler.value.hinweis
    assert aendere(meeting, nicht_bei=(f"{STAEDTETAG}:zwei",)) is not None


def test_in_einer_ag_gilt_keine_beschlussfaehigkeit() -> None:
    chair, member = (
        mitglied(f"ag-beispiel-0{nr}", mandate=[mandat(gremium="ag-beispiel", sitz=None, rolle=rolle)])
        for nr, rolle in ((1, "leitung"), (2, "staendig"))
    )
    meeting = sitzung("ag-beispiel-sitzung-2026-01", gremium="ag-beispiel", tagesordnung=[top("eins")])
    done = beginnen(
        bestand(chair, member, arbeitsgruppe(), meeting), (), kennung=meeting.kennung, meldung=Meldung(alle=True),
        beginn="13:30", stichtag=TAG,
    )  # fmt: skip

    assert werte(done) == {
        "beginn": "13:30", "leitung": "ag-beispiel-01", "anwesend": ["ag-beispiel-01", "ag-beispiel-02"],
    }  # fmt: skip
    assert done.hinweise[-1] == "2 Personen sind da; in einer Arbeitsgruppe gilt keine Beschlussfähigkeit."


def test_der_verlauf_eines_top_laesst_sich_schreiben_und_ergaenzen() -> None:
    def schreibe(text: str, **felder: Any) -> Aenderung | None:
        held = saal(eroeffnet(top("eins", verlauf="Lang.\n")))
        return verlauf(held, (), kennung="sg-2026-01", top="eins", text=text, **felder)

    assert werte(schreibe("Kurz.")) == {"tagesordnung.0.verlauf": "Kurz.\n"}
    assert werte(schreibe("Dann kurz.", anhaengen=True)) == {"tagesordnung.0.verlauf": "Lang.\n\nDann kurz.\n"}
    assert schreibe("Lang.") is None


def test_pool_mit_mehreren_fehlenden_verlangt_eine_angabe() -> None:
    recht = geschaeftsordnung(fassung(stellvertretung="pool"))
    with pytest.raises(NetzintFehler, match="kann mehrere vertreten: gemeindetag-1, staedtetag-1"):
        beginne(
            saal(geladen(), recht, vertretung("landkreistag-2")),
            alle=True,
            entschuldigt=(STAEDTETAG, GEMEINDETAG),
            da=("landkreistag-2",),
        )
