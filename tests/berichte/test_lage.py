"""The screen that says what matters today."""

from __future__ import annotations

from datetime import date

from netzint.berichte.lage import lage
from netzint.berichte.tabelle import Tabelle
from netzint.modell.grund import Eintrag
from tests import bau

STICHTAG = date(2026, 11, 22)


def tabelle(name: str, *eintraege: Eintrag) -> Tabelle:
    return next(t for t in lage(bau.bestand(*eintraege), STICHTAG).tabellen if t.schluessel == name)


def test_ohne_sitzung_ist_der_naechste_schritt_eine_anzulegen() -> None:
    bericht = lage(bau.bestand(bau.mitglied()), STICHTAG)

    assert "Nächste Sitzung: noch keine angelegt." in bericht.saetze
    assert bericht.schritte[0][0] == "netzint sitzung neu"


def test_ein_leeres_netzwerk_sagt_wie_es_losgeht_und_nennt_die_sitze_beim_namen() -> None:
    bericht = lage(bau.bestand(), STICHTAG)

    assert [befehl for befehl, _ in bericht.schritte[:2]] == [
        "netzint mitglied benennen sitz-ministerium-a",
        "netzint sitzung neu",
    ]
    sitze = next(t for t in bericht.tabellen if t.titel == "Vakante Sitze")
    assert ("Kommunen – Stadt", "sitz-kommunen-stadt") in [(str(z[0]), str(z[2])) for z in sitze.zeilen]


def test_die_naechste_sitzung_wird_mit_wochentag_genannt() -> None:
    bericht = lage(bau.bestand(bau.sitzung("sg-2027-01", datum="2027-02-09")), STICHTAG)

    assert bericht.saetze[0] == "Nächste Sitzung: SG-2027-01 am Dienstag, 9. Februar 2027 (terminiert)."
    assert ("netzint sitzung zeigen sg-2027-01", "die Tagesordnung ansehen") in bericht.schritte


def test_vakante_sitze_stehen_mit_denen_die_benennen_duerfen() -> None:
    rows = tabelle("vakanzen", bau.mitglied("staedtetag-1")).zeilen

    assert len(rows) == 11
    assert "sitz-staedtetag" not in [row[2] for row in rows]


def test_arbeitsgruppen_stehen_mit_der_zeit_die_bleibt() -> None:
    assert tabelle("arbeitsgruppen", bau.arbeitsgruppe()).zeilen == (
        ("AG „Beispiel“", "aktiv", date(2026, 12, 31), "39 Tage", "ag-beispiel"),
    )


def test_empfehlungen_werden_nach_ihrem_stand_gezaehlt() -> None:
    assert tabelle("empfehlungen", bau.empfehlung("he-2026-01"), bau.empfehlung("he-2026-02")).zeilen == (
        ("eingereicht", 2),
    )
