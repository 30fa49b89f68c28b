"""Numbers that both gave: the own ones are given anew with all that names them, but never what was sent."""

from __future__ import annotations

import pytest

from netzint.modell.fehler import Ausgang
from tests import bau
from tests.ablage.abgleich.welt import Klon, Welt, melde

SITZUNG = "daten/sitzungen/sg-2026-03.yaml"


def test_die_neue_nummer_steht_ueberall_wo_die_alte_stand(beide: Welt) -> None:
    grund = ("--weil", "Bitte zu BEDARF-2026-01 beraten", "--bezug", "bedarf-2026-01")
    beide.bert.tu("sitzung", "top", "neu", "sg-2026-03", "Fahrtkosten", *grund)
    lauf = beide.bert.abgleich()

    assert "  BEDARF-2026-01 → BEDARF-2026-02" in lauf.aus
    assert b"titel: Dolmetschen" in beide.bert.read("daten/bedarfe/bedarf-2026-01.yaml")
    assert b"titel: Fahrtkosten" in beide.bert.read("daten/bedarfe/bedarf-2026-02.yaml")
    assert b"Bitte zu BEDARF-2026-02 beraten" in beide.bert.read(SITZUNG)
    assert b"bezug: [bedarf-2026-02]" in beide.bert.read(SITZUNG)
    assert "BEDARF-2026-02 aufgenommen" in beide.bert.betreffe("HEAD~2")[1]
    assert "Kennung: bedarf-2026-02" in beide.bert.git("log", "-1", "--format=%B", "HEAD~1")
    assert "bedarf-2026-01" not in beide.bert.git("log", "--format=%B", "HEAD~2..HEAD").lower()


def test_unterlagen_mit_alten_nummern_werden_genannt_und_nicht_angefasst(beide: Welt) -> None:
    brief = "ausgabe/bedarf-2026-01/brief-bedarf-2026-01.md"
    beide.bert.write(brief, b"Brief\n")
    lauf = beide.bert.abgleich()

    assert f"  {brief}" in lauf.aus
    assert "netzint dokument erzeugen bedarf-2026-02" in lauf.aus
    assert beide.bert.read(brief) == b"Brief\n"


def test_auch_eine_inzwischen_geloeschte_nummer_der_anderen_ist_vergeben(welt: Welt) -> None:
    melde(welt.anna, "Dolmetschen")
    (welt.anna.wurzel / "daten/bedarfe/bedarf-2026-01.yaml").unlink()
    welt.anna.setze_fest()
    welt.anna.abgleich()
    melde(welt.bert, "Fahrtkosten")

    assert "BEDARF-2026-01 → BEDARF-2026-02" in welt.bert.abgleich().aus


def test_wortgleich_dasselbe_ist_eines_und_nicht_zwei(voraus: Welt) -> None:
    melde(voraus.bert, "Dolmetschen")
    lauf = voraus.bert.abgleich()

    assert "Nicht mehr nötig" in lauf.aus
    assert voraus.bert.head == voraus.anna.head


def test_nach_der_einladung_bekommt_der_eigene_punkt_die_naechste_unternummer(welt: Welt) -> None:
    for klon, titel in ((welt.anna, "Wohnen"), (welt.bert, "Arbeit")):
        klon.tu("sitzung", "top", "neu", "sg-2026-03", titel)
    welt.anna.abgleich()
    lauf = welt.bert.abgleich()

    assert "SG-2026-03 TOP 2.1 → TOP 2.2" in lauf.aus
    assert 'kennung: arbeit\n    nummer: "2.2"' in welt.bert.read(SITZUNG).decode()
    assert 'kennung: wohnen\n    nummer: "2.1"' in welt.bert.read(SITZUNG).decode()
    tops = [line for line in welt.bert.read(SITZUNG).decode().splitlines() if "nummer" in line]
    assert [line.split()[1] for line in tops] == ['"1"', '"2"', '"2.1"', '"2.2"', '"3"']
    assert "(TOP 2.2)" in welt.bert.betreffe()[0]
    assert "2.1" not in welt.bert.git("log", "-1", "--format=%B")


def _setze(klon: Klon, kennung: str, **felder: object) -> None:
    klon.setze_fest(bau.sitzung(kennung, datum="2027-02-10", **felder))


@pytest.mark.parametrize(
    ("felder", "was"),
    [
        ({"einladung": {"versandt": "2026-11-20"}}, "der Einladung zu SG-2027-01"),
        ({"verlegt": [{"von": "2027-02-03", "am": "2026-11-20", "eingeladen": "2026-11-10"}]}, "der Einladung"),
    ],
)
def test_was_versandt_ist_bekommt_keine_neue_nummer(welt: Welt, felder: dict[str, object], was: str) -> None:
    _setze(welt.anna, "sg-2027-01")
    welt.anna.abgleich()
    _setze(welt.bert, "sg-2027-01", ort="Stuttgart", **felder)
    before, server = welt.bert.stand(), welt.bert.server
    lauf = welt.bert.abgleich()

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert (
        f"SG-2027-01 ist zweimal vergeben: von Ihnen und von den anderen. Ihre Nummer steht schon in {was}"
        in lauf.fehler
    )
    assert "netzint zuruecknehmen" in lauf.fehler
    assert (welt.bert.stand(), welt.bert.server) == (before, server)


def test_auch_was_in_einer_versandten_einladung_genannt_ist_behaelt_seine_nummer(beide: Welt) -> None:
    punkt = bau.top("kosten", nummer="1", bezug=["bedarf-2026-01"])
    _setze(beide.bert, "sg-2027-01", einladung={"versandt": "2026-11-20"}, tagesordnung=[punkt])
    lauf = beide.bert.abgleich()

    assert lauf.ausgang == Ausgang.ABGELEHNT
    assert "BEDARF-2026-01 ist zweimal vergeben" in lauf.fehler


def test_ist_der_versand_zurueckgenommen_gibt_es_die_neue_nummer(welt: Welt) -> None:
    _setze(welt.anna, "sg-2027-01")
    welt.anna.abgleich()
    _setze(welt.bert, "sg-2027-01", ort="Stuttgart")
    _setze(welt.bert, "sg-2027-01", ort="Stuttgart", einladung={"versandt": "2026-11-20"})
    assert welt.bert.abgleich().ausgang == Ausgang.ABGELEHNT
    _setze(welt.bert, "sg-2027-01", ort="Stuttgart")

    assert "SG-2027-01 → SG-2027-02" in welt.bert.abgleich().aus
