"""A wording is decided on once: what was settled elsewhere meanwhile is refused with a way on, not by the rules."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.grund import Eintrag
from netzint.regeln.offene_tops import list_offene_tops
from netzint.vorgaenge.abstimmung import Angaben, abstimmen
from netzint.vorgaenge.abstimmung_antrag import Sache
from netzint.vorgaenge.abstimmung_stimmen import Stimmen
from netzint.vorgaenge.offen import postponed_matters
from netzint.vorgaenge.sitzung_top import Punkt
from netzint.vorgaenge.sitzung_top import neu as neuer_top
from netzint.vorgaenge.umlauf_antworten import abschliessen
from tests.bau import empfehlung, hefassung, make, top
from tests.regeln.umlauf import umlauf
from tests.vorgaenge.sitzungstag import eingereicht, eroeffnet, geladen, saal

HE = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}
VOTE = {"kennung": "he-2026-01", "antrag": HE, "ja": "12", "nein": "0", "ergebnis": "angenommen"}
ZURUECK = {"am": "2026-03-20", "grund": "Überholt.\n"}


def stimme_ab(*eintraege: Eintrag, ergebnis: str | None = None, beschlossen: str | None = None) -> None:
    bestand = saal(eroeffnet(top("he-2026-01")), *eintraege)
    angaben = Angaben(Sache(beschlossen=beschlossen), Stimmen(einstimmig=True), ergebnis)
    abstimmen(bestand, (), kennung="sg-2026-01", top="1", angaben=angaben)


def lauf(**felder: Any) -> Eintrag:
    return umlauf(**{"antrag": HE, "beschluss": "he-2026-01", **felder})


@pytest.mark.parametrize(
    ("eintrag", "text", "hinweis"),
    [
        (lauf(abschluss=None), "läuft das Umlaufverfahren UM-2026-01", "umlauf widerspruch um-2026-01"),
        (lauf(), "HE-2026-01 ist inzwischen entschieden: am 16. März 2026", "--ergebnis vertagt"),
        (eingereicht("he-2026-01", zurueckgezogen=ZURUECK), "am 20. März 2026 zurückgezogen", "--ergebnis vertagt"),
    ],
)
def test_was_anderswo_laeuft_oder_entschieden_ist_wird_nicht_noch_einmal_entschieden(
    eintrag: Eintrag, text: str, hinweis: str
) -> None:
    with pytest.raises(NetzintFehler) as fehler:
        stimme_ab(eintrag)

    assert (fehler.value.ausgang, text in fehler.value.text, hinweis in fehler.value.hinweis) == (3, True, True)
    stimme_ab(eintrag, ergebnis="vertagt")


def test_ueber_eine_fassung_wird_auch_dann_nur_einmal_entschieden_wenn_es_schon_eine_neue_gibt() -> None:
    zwei = [hefassung(vom="2026-01-20", eingereicht="2026-02-02"),
            hefassung(nr="2", vom="2026-03-20", wortlaut="Anders.\n")]  # fmt: skip
    abgelehnt = lauf(abschluss={"am": "2026-03-16", "ergebnis": "abgelehnt"})

    with pytest.raises(NetzintFehler, match=r"inzwischen entschieden: am 16. März 2026"):
        stimme_ab(abgelehnt, empfehlung(fassungen=zwei))


def test_ein_gescheiterter_umlauf_ueber_zurueckgezogenes_kommt_nicht_wieder() -> None:
    gescheitert = lauf(stimmen=[], abschluss={"am": "2026-03-17", "ergebnis": "nicht_beschlussfaehig"})
    zurueck = eingereicht("he-2026-01", zurueckgezogen=ZURUECK)
    tag = date(2026, 6, 1)

    assert len(postponed_matters(saal(gescheitert), tag)) == 1
    assert postponed_matters(saal(gescheitert, zurueck), tag) == ()


def test_ein_umlauf_ueber_entschiedenes_ist_gegenstandslos() -> None:
    bestand = saal(eroeffnet(top("he-2026-01", beschluesse=[VOTE])), lauf(abschluss=None))

    with pytest.raises(NetzintFehler, match="gegenstandslos") as fehler:
        abschliessen(bestand, (), kennung="um-2026-01", am=date(2026, 3, 17), stichtag=date(2026, 4, 1))

    assert fehler.value.ausgang is Ausgang.ABGELEHNT
    assert "netzint umlauf entfallen um-2026-01" in fehler.value.hinweis


def test_ein_umlauf_ohne_mehrheit_ueber_anderes_bleibt_moeglich() -> None:
    bestand = saal(eroeffnet(top("eins")), lauf(abschluss=None))

    assert abschliessen(bestand, (), kennung="um-2026-01", am=date(2026, 3, 17), stichtag=date(2026, 4, 1))


def vorlage(**felder: Any) -> Eintrag:
    normal = {
        "betreff": "Eins",
        "federfuehrung": "ministerium",
        "vom": "2026-02-10",
        "beschlussvorschlag": ["Angenommen wird …\n"],
        "antrag": HE,
    }
    return make("beschlussvorlage", "bv-2026-001", **{**normal, **felder})


def test_was_vorliegt_wird_zuerst_entschieden() -> None:
    meeting = eroeffnet(top("eins", vorlage="bv-2026-001"))
    angaben = Angaben(Sache(beschlossen="Etwas anderes."), Stimmen(einstimmig=True))

    with pytest.raises(NetzintFehler, match="liegt BV-2026-001 vor; dies ist ein anderer Antrag"):
        abstimmen(saal(meeting, vorlage()), (), kennung="sg-2026-01", top="1", angaben=angaben)

    first = eroeffnet(top("eins", vorlage="bv-2026-001", beschluesse=[VOTE]))
    assert abstimmen(saal(first, vorlage()), (), kennung="sg-2026-01", top="1", angaben=angaben)


@pytest.mark.parametrize(
    "punkt", [Punkt("Noch einmal", vorlage="bv-2026-001"), Punkt("Wieder", wiederaufnahme="sg-2026-01/he-2026-01")]
)
def test_entschiedenes_kommt_nicht_noch_einmal_auf_die_tagesordnung(punkt: Punkt) -> None:
    held = eroeffnet(top("eins", vorlage="bv-2026-001", beschluesse=[VOTE]))
    planned = geladen(top("begruessung"), top("tagesordnung"), kennung="sg-2026-02", datum="2026-07-02", einladung=None)

    with pytest.raises(NetzintFehler, match=r"ist schon entschieden|lässt sich nicht wieder aufnehmen"):
        neuer_top(saal(held, planned, vorlage()), (), kennung="sg-2026-02", punkt=punkt)


def test_zurueckgezogenes_und_anderswo_angenommenes_braucht_kein_ergebnis() -> None:
    meeting = eroeffnet(top("he-2026-01"), top("he-2026-02"))
    back = eingereicht("he-2026-02", zurueckgezogen={"am": "2026-03-01", "grund": "Überholt.\n"})
    accepted = lauf(versandt="2026-02-10", frist="2026-02-24", abschluss={"am": "2026-02-25", "ergebnis": "angenommen"})

    assert list_offene_tops(saal(meeting), meeting) == (0, 1)
    assert list_offene_tops(saal(meeting, back), meeting) == (0,)
    assert list_offene_tops(saal(meeting, back, accepted), meeting) == ()
