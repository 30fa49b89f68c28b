"""Umläufe and attendance as reports: what stands in the text stands in the data, too."""

from __future__ import annotations

from datetime import date

import pytest

from netzint.berichte.abstimmung import anwesenheit
from netzint.berichte.umlaeufe import liste, stand_am, zeigen
from netzint.modell.fehler import NetzintFehler
from tests.bau import bestand
from tests.regeln.strategiegruppe import PERSONEN
from tests.regeln.umlauf import stimme, umlauf
from tests.vorgaenge.sitzungstag import STAEDTETAG, eroeffnet, geladen, saal


@pytest.mark.parametrize(
    ("tag", "stand"),
    [(date(2026, 3, 2), "laeuft"), (date(2026, 3, 15), "laeuft"), (date(2026, 3, 16), "angenommen")],
)
def test_der_stand_gilt_fuer_jeden_tag(tag: date, stand: str) -> None:
    assert stand_am(umlauf(), tag) == stand


def test_nach_der_frist_ist_er_auszuzaehlen() -> None:
    waiting = umlauf(abschluss=None)

    assert stand_am(waiting, date(2026, 3, 17)) == "faellig"
    bericht = zeigen(saal(waiting), "um-2026-01", date(2026, 3, 17))
    assert bericht.schritte[0][0] == "netzint umlauf abschliessen um-2026-01"


def test_die_liste_kennt_nur_was_schon_versandt_ist() -> None:
    assert [z[0] for z in liste(saal(umlauf()), date(2026, 3, 2)).tabellen[0].zeilen] == ["um-2026-01"]
    assert liste(saal(umlauf()), date(2026, 3, 1)).tabellen[0].zeilen == ()
    assert liste(bestand(), date(2026, 3, 1)).tabellen[0].zeilen == ()


def test_wer_nicht_geantwortet_hat_steht_ohne_stimme_da() -> None:
    lauf = umlauf(stimmen=[stimme(STAEDTETAG, "nein")], abschluss=None)
    rows = {z[0]: z[2] for z in zeigen(saal(lauf), "UM-2026-01", date(2026, 3, 10)).tabellen[1].zeilen}

    assert rows[STAEDTETAG] == "nein"
    assert list(rows.values()).count("") == 11
    early = zeigen(saal(lauf), "um-2026-01", date(2026, 3, 4)).tabellen[1].zeilen
    assert all(z[2] == "" for z in early)


def test_wer_gefragt_ist_steht_in_der_reihenfolge_der_sitze() -> None:
    lauf = umlauf(stimmen=[stimme(STAEDTETAG)], verteiler=sorted(PERSONEN), abschluss=None)

    assert tuple(z[0] for z in zeigen(saal(lauf), "um-2026-01", date(2026, 3, 10)).tabellen[1].zeilen) == PERSONEN


def test_er_sagt_worum_es_geht_und_wie_viele_sich_beteiligen_muessen() -> None:
    antrag = {"art": "sonstiges", "wortlaut": "Der Fachtag ist im Mai.\n"}
    running = zeigen(saal(umlauf(antrag=antrag, abschluss=None)), "um-2026-01", date(2026, 3, 10))
    given_up = umlauf(abschluss=None, entfallen={"am": "2026-03-09", "grund": "Die Sache ist\nerledigt.\n"})

    assert "Antrag: Der Fachtag ist im Mai." in running.saetze
    assert "Bisher 12 Antworten; beschlossen wird, wenn sich mindestens 7 beteiligen." in running.saetze
    assert "Aufgegeben am 9. März 2026: Die Sache ist erledigt." in (
        zeigen(saal(given_up), "um-2026-01", date(2026, 3, 10)).saetze
    )


def test_ein_unbekannter_umlauf_wird_erklaert() -> None:
    with pytest.raises(NetzintFehler, match="gibt es nicht"):
        zeigen(saal(umlauf()), "um-2026-09", date(2026, 3, 4))


def test_die_anwesenheit_zeigt_jeden_sitz() -> None:
    meeting = eroeffnet(
        fehlt=PERSONEN, entschuldigt=[PERSONEN[0]], leitung=PERSONEN[1],
        anwesend=[*PERSONEN[1:4], {"mitglied": "staedtetag-2", "fuer": STAEDTETAG}, "staedtetag-2"],
    )  # fmt: skip
    bericht = anwesenheit(saal(meeting), "sg-2026-01", date(2026, 12, 31))
    rows = {z[0]: z[3] for z in bericht.tabellen[0].zeilen}

    assert (rows[PERSONEN[0]], rows[PERSONEN[1]], rows[STAEDTETAG]) == ("entschuldigt", "anwesend", "vertreten")
    assert rows[PERSONEN[11]] == "unentschuldigt"
    assert rows["staedtetag-2"] == "ohne_stimme"
    assert any("nicht beschlussfähig. Es fehlen 3." in satz for satz in bericht.saetze)


def test_vor_der_eroeffnung_sagt_der_bericht_was_zu_tun_ist() -> None:
    bericht = anwesenheit(saal(geladen()), "sg-2026-01", date(2026, 12, 31))

    assert bericht.saetze == ("Es ist noch nicht festgehalten, wer da ist.",)
    assert bericht.schritte[0][0] == "netzint sitzung beginnen sg-2026-01 --alle"
