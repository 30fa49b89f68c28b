"""One source of all deadlines."""

from __future__ import annotations

from datetime import date

from netzint.berichte.fristen import default_bis, fristen_tabelle, list_fristen
from netzint.berichte.tabelle import Tage
from netzint.modell.grund import Eintrag
from tests import bau

STICHTAG = date(2026, 11, 22)
WEIT = date(2030, 1, 1)


def fristen(*eintraege: Eintrag, bis: date = WEIT) -> list[tuple[str, str, str]]:
    return [(f.am.isoformat(), f.art, f.kennung) for f in list_fristen(bau.bestand(*eintraege), STICHTAG, bis)]


def test_ohne_offenes_gibt_es_keine_fristen() -> None:
    assert fristen() == []


def test_eine_geplante_sitzung_hat_ladung_und_tag() -> None:
    assert fristen(bau.sitzung("sg-2027-01", datum="2027-02-09")) == [
        ("2027-01-25", "Ladung", "sg-2027-01"),
        ("2027-02-09", "Sitzung", "sg-2027-01"),
    ]


def test_eine_vergangene_sitzung_ohne_niederschrift_ist_nachzutragen() -> None:
    assert fristen(bau.sitzung("sg-2026-01", datum="2026-03-12")) == [
        ("2026-03-12", "Sitzung nachtragen", "sg-2026-01")
    ]


def test_eine_niederschrift_ist_in_der_naechsten_sitzung_zu_genehmigen() -> None:
    held = bau.sitzung("sg-2026-01", anwesend=["staedtetag-1"])
    coming = bau.sitzung("sg-2027-01", datum="2027-02-09", einladung={"versandt": "2027-01-10"})

    assert ("2027-02-09", "Niederschrift", "sg-2026-01") in fristen(held, coming)


def test_das_ende_einer_ag_ist_eine_frist_bis_zum_abschluss() -> None:
    assert fristen(bau.arbeitsgruppe()) == [("2026-12-31", "AG-Mandat", "ag-beispiel")]
    assert fristen(bau.arbeitsgruppe(abschluss={"am": "2026-11-01"})) == []


def test_eine_ausstehende_rueckmeldung_bleibt_auch_ueberfaellig_stehen() -> None:
    he = bau.empfehlung(weiterleitungen=[{"stelle": "ministerium", "am": "2026-06-01", "antwort_bis": "2026-08-24"}])

    assert fristen(he) == [("2026-08-24", "Rückmeldung", "he-2026-01")]


def test_eine_erledigte_empfehlung_hat_keine_frist_mehr() -> None:
    done = {"stelle": "ministerium", "am": "2026-06-01", "stand": [{"am": "2026-10-01", "status": "erledigt"}]}

    assert fristen(bau.empfehlung(weiterleitungen=[done])) == []


def test_mandate_und_ausnahmen_die_enden_stehen_darin() -> None:
    ending = bau.mitglied("staedtetag-1", mandate=[bau.mandat(bis="2026-12-31")])
    waiver = bau.make(
        "ausnahme", "ausnahme-x", regel="S101", beschluss="sg-2026-01/x", bis="2027-01-31", grund="Übergang\n"
    )

    assert fristen(ending, waiver) == [
        ("2026-12-31", "Mandat", "staedtetag-1"),
        ("2027-01-31", "Ausnahme", "ausnahme-x"),
    ]


def test_der_blick_reicht_so_weit_wie_die_geschaeftsordnung_sagt() -> None:
    assert default_bis(bau.bestand(), STICHTAG) == date(2027, 2, 20)
    assert fristen(bau.sitzung("sg-2027-01", datum="2027-06-09"), bis=date(2027, 2, 20)) == []


def test_der_abstand_steht_in_worten() -> None:
    today = bau.sitzung("sg-2026-03", datum="2026-11-22", einladung={"versandt": "2026-11-01"})
    bestand = bau.bestand(bau.sitzung("sg-2026-02", datum="2026-11-21"), today)

    distances = [row[1] for row in fristen_tabelle(bestand, STICHTAG, WEIT).zeilen]

    assert distances == [-1, 0]
    assert [str(tage) for tage in distances] == ["überfällig seit 1 Tag", "heute"]
    assert str(Tage(1)) == "in 1 Tag"
    assert str(Tage(23)) == "in 23 Tagen"
