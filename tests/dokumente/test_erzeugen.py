"""Which documents belong to a Kennung, and that they come out the same every time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from netzint.dokumente.auswahl import choose
from netzint.dokumente.bezug import list_pfade
from netzint.dokumente.erzeugen import erzeuge, find_auftraege
from netzint.dokumente.pipeline import Vorlagen
from netzint.modell.fehler import Ausgang, NetzintFehler
from tests import bau
from tests.beispiel import read_beispiel

if TYPE_CHECKING:
    from netzint.modell.bestand import Bestand

TAG = date(2026, 11, 22)


def bestand(**sitzung: Any) -> Bestand:
    antrag = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}
    paper = bau.make(
        "beschlussvorlage", "bv-2026-001", betreff="X", vom="2026-11-10", antrag=antrag, federfuehrung="ag-beispiel"
    )
    tops = [bau.top("he-2026-01", vorlage="bv-2026-001"), bau.top("noch-einmal", vorlage="bv-2026-001")]
    values = {"datum": "2026-12-15", "tagesordnung": tops, **sitzung}
    return bau.bestand(bau.sitzung("sg-2026-03", **values), paper, bau.arbeitsgruppe(), bau.empfehlung())


def test_zu_einer_sitzung_gehoeren_tagesordnung_einladung_und_jede_vorlage_einmal() -> None:
    auftraege = find_auftraege(bestand(), "sg-2026-03", TAG)

    assert [(a.art, a.kennung) for a in auftraege] == [
        ("tagesordnung", "sg-2026-03"),
        ("einladung", "sg-2026-03"),
        ("beschlussvorlage", "bv-2026-001"),
    ]


def test_eine_vorlage_allein_nimmt_die_sitzung_auf_der_sie_steht() -> None:
    (auftrag,) = find_auftraege(bestand(), "bv-2026-001", TAG)

    assert auftrag.daten["sitzung"]["kennung"] == "sg-2026-03"


def test_eine_vorlage_auf_keiner_tagesordnung_nennt_keine_sitzung(alle_vorlagen: Vorlagen) -> None:
    auftraege = find_auftraege(bestand(tagesordnung=[]), "bv-2026-001", TAG)
    (data,) = erzeuge(auftraege, alle_vorlagen, "", ("md",)).values()

    assert "| Sitzung |" not in data.decode()
    assert "## Beratungsfolge" not in data.decode()


def test_eine_vorlage_im_umlauf_nennt_das_verfahren_und_was_daraus_wurde(alle_vorlagen: Vorlagen) -> None:
    auftraege = find_auftraege(read_beispiel(), "bv-2026-009", TAG)
    (data,) = erzeuge(auftraege, alle_vorlagen, "", ("md",)).values()

    assert "| Umlaufverfahren | UM-2026-01, Antworten bis zum 24. September 2026 |" in data.decode()
    assert "| Strategiegruppe im Umlaufverfahren | 25. September 2026 | angenommen |" in data.decode()


@pytest.mark.parametrize(
    ("sitzung", "tag"),
    [
        ({}, date(2026, 11, 22)),
        ({"einladung": {"versandt": "2026-11-20"}}, date(2026, 11, 20)),
        ({"datum": "2026-07-07", "anwesend": ["staedtetag-1"]}, date(2026, 7, 7)),
    ],
)
def test_unterlagen_tragen_den_tag_des_versands_und_nie_einen_nach_der_sitzung(
    sitzung: dict[str, Any], tag: date
) -> None:
    auftraege = find_auftraege(bestand(**sitzung), "sg-2026-03", TAG)

    assert [a.datum for a in auftraege if a.art != "niederschrift"] == [tag, tag, date(2026, 11, 10)]


def test_zu_einer_abgesagten_sitzung_gibt_es_keine_unterlagen() -> None:
    with pytest.raises(NetzintFehler, match="SG-2026-03 ist abgesagt") as caught:
        find_auftraege(bestand(abgesagt={"am": "2026-11-20", "grund": "Sturm\n"}), "sg-2026-03", TAG)

    assert caught.value.ausgang is Ausgang.AUFRUF


def test_gleiche_eingabe_gibt_gleiche_bytes_und_jede_andere_eine_andere_pruefsumme(alle_vorlagen: Vorlagen) -> None:
    def make(**sitzung: Any) -> dict[str, bytes]:
        return erzeuge(find_auftraege(bestand(**sitzung), "sg-2026-03", TAG), alle_vorlagen, "sg-2026-03")

    first = make()
    assert make() == first
    assert sorted(first)[:2] == [
        "sg-2026-03/beschlussvorlage-bv-2026-001.html",
        "sg-2026-03/beschlussvorlage-bv-2026-001.md",
    ]
    other = make(leitung="staedtetag-1")
    assert all(first[name] != other[name] for name in first)


def test_die_wahl_von_art_und_format(alle_vorlagen: Vorlagen) -> None:
    auftraege = find_auftraege(bestand(), "sg-2026-03", TAG)
    chosen, formate = choose(auftraege, "einladung", ["md"])

    assert list(erzeuge(chosen, alle_vorlagen, "", formate)) == ["/einladung-sg-2026-03.md"]
    assert choose(auftraege, "", ()) == (auftraege, ())
    with pytest.raises(NetzintFehler, match="die Art „brief“ nicht") as caught:
        choose(auftraege, "brief", ())
    assert caught.value.hinweis.startswith("Es gibt: tagesordnung, einladung und beschlussvorlage. Nur mit --art: ")


def test_was_eine_kaputte_vorlage_ausserhalb_einbindet_ist_keine_ihrer_dateien() -> None:
    (auftrag, *_) = find_auftraege(bestand(), "sg-2026-03", TAG)
    texte = {"tagesordnung.md.j2": '{% include "../../etc/passwd" %}{% include "/etc/hosts" %}{% include "a.md.j2" %}'}

    pfade = list_pfade(bestand(), auftrag, Vorlagen(texte, {}))

    assert [p for p in pfade if p.startswith("vorlagen/")] == ["vorlagen/a.md.j2", "vorlagen/tagesordnung.md.j2"]
