"""Beschlussvorlagen as a list and one by one: how far each is, what is missing, its whole text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.berichte.beschlussvorlagen import liste, zeigen
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.grund import Eintrag
from tests.bau import empfehlung, hefassung, make, top
from tests.vorgaenge.sitzungstag import eroeffnet, geladen, saal

TAG = date(2026, 2, 20)
FREI = {"art": "sonstiges", "wortlaut": "Der Fachtag ist im Mai.\n"}
JA = {"kennung": "eins", "antrag": FREI, "ja": "12", "nein": "0", "ergebnis": "angenommen"}


def vorlage(nr: int = 1, **felder: Any) -> Eintrag:
    normal = {"betreff": "Fachtag", "vom": "2026-02-10", "antrag": FREI, "federfuehrung": "geschaeftsstelle"}
    return make("beschlussvorlage", f"bv-2026-{nr:03}", **{**normal, **felder})


def test_die_liste_folgt_den_nummern_und_sagt_wie_weit_jede_ist() -> None:
    decided = eroeffnet(top("eins", vorlage="bv-2026-001", beschluesse=[JA]))
    rows = liste(saal(vorlage(2, vom="2026-03-15"), vorlage(), decided), date(2026, 3, 20)).tabellen[1].zeilen

    assert [(row[0], row[4], row[5]) for row in rows] == [
        ("bv-2026-001", "entschieden", "sg-2026-01/eins"),
        ("bv-2026-002", "vorbereitet", ""),
    ]


def test_offen_ist_worueber_noch_zu_entscheiden_ist_und_was_ihr_fehlt_steht_dabei() -> None:
    begruendet = empfehlung("he-2026-01", begruendung="Weil.\n", fassungen=[hefassung(eingereicht="2026-02-02")])
    he = vorlage(3, antrag={"art": "empfehlung", "empfehlungen": ["he-2026-01"]})
    weg = vorlage(2, entfallen={"am": "2026-02-12", "grund": "Doppelt.\n"})
    bericht = liste(saal(vorlage(sachverhalt="So.\n"), weg, he, begruendet), TAG, offen=True)

    assert [(row[0], row[6]) for row in bericht.tabellen[1].zeilen] == [
        ("bv-2026-001", "Begründung"), ("bv-2026-003", "Sachverhalt"),
    ]  # fmt: skip
    assert bericht.saetze == ("2 Beschlussvorlagen.",)
    assert liste(saal(), TAG).saetze == ("0 Beschlussvorlagen.",)


def test_gezeigt_wird_der_ganze_text_in_der_reihenfolge_des_schreibens() -> None:
    entry = vorlage(
        sachverhalt="Im Mai\nist Zeit.\n", beschlussvorschlag=["Erstens.\n", "Zweitens.\n"], anlagen=["Plan"],
        beratungsfolge=[{"gremium": "ag-beispiel", "am": "2026-02-01", "ergebnis": "zustimmung"}],
        finanzielle_auswirkungen="Keine.\n",
    )  # fmt: skip
    bericht = zeigen(saal(entry, geladen(top("eins", vorlage="bv-2026-001"))), "Fachtag", TAG)

    assert bericht.titel == "BV-2026-001: Fachtag"
    assert bericht.saetze == (
        "Vom 10. Februar 2026, versandt (SG-2026-01); nicht öffentlich.", "Noch ohne: Begründung.",
    )  # fmt: skip
    assert bericht.tabellen[1].zeilen == (
        ("Antrag", "Der Fachtag ist im Mai."),
        ("Federführung", "Geschäftsstelle"),
        ("Beschlussvorschlag 1", "Erstens."),
        ("Beschlussvorschlag 2", "Zweitens."),
        ("Sachverhalt", "Im Mai ist Zeit."),
        ("Finanzielle Auswirkungen", "Keine."),
        ("Anlage", "Plan"),
        ("Beratung", "AG „Beispiel“ am 1. Februar 2026: Zustimmung"),
    )
    assert bericht.schritte[0] == ("netzint beschlussvorlage aendern bv-2026-001", "den Vorschlag in Worte fassen")


def test_was_nachgereicht_wurde_steht_dabei() -> None:
    entry = vorlage(nachgereicht=[{"am": "2026-02-15", "grund": "Zahlen.\n"}, {"am": "2026-02-25", "grund": "Mehr.\n"}])

    assert zeigen(saal(entry), "bv-2026-001", TAG).tabellen[2].zeilen == ((date(2026, 2, 15), "Zahlen."),)


def test_vor_ihrem_tag_gibt_es_sie_nicht() -> None:
    with pytest.raises(NetzintFehler, match=r"gab es am 1. Februar 2026 noch nicht") as fehler:
        zeigen(saal(vorlage()), "bv-2026-001", date(2026, 2, 1))

    assert fehler.value.ausgang is Ausgang.AUFRUF
    with pytest.raises(NetzintFehler, match="Eine Beschlussvorlage „bv-2026-009“ gibt es nicht"):
        zeigen(saal(vorlage()), "bv-2026-009", TAG)


def test_was_feststeht_hat_keine_naechsten_schritte() -> None:
    decided = eroeffnet(top("eins", vorlage="bv-2026-001", beschluesse=[JA]))

    assert zeigen(saal(vorlage(), decided), "bv-2026-001", date(2026, 3, 20)).schritte == ()
