"""A running Umlauf gets more time, somebody turns out to be befangen, or it is given up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.grund import Eintrag
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.offen import postponed_matters, submitted_empfehlungen
from netzint.vorgaenge.offene_vorlagen import list_offene_vorlagen
from netzint.vorgaenge.umlauf_aendern import aendern, entfallen
from tests.bau import make
from tests.regeln.strategiegruppe import PERSONEN
from tests.regeln.umlauf import stimme, umlauf
from tests.vorgaenge.danach import nach, neue_befunde
from tests.vorgaenge.sitzungstag import STAEDTETAG, saal, werte

TAG = date(2026, 3, 6)
HE = {"art": "empfehlung", "empfehlungen": ["he-2026-01"]}


def laufend(**felder: Any) -> Eintrag:
    return umlauf(**{"stimmen": [stimme(PERSONEN[0])], "abschluss": None, **felder})


def vorlage() -> Eintrag:
    return make(
        "beschlussvorlage", "bv-2026-001", betreff="Fachtag", vom="2026-02-01", federfuehrung="geschaeftsstelle",
        antrag={"art": "sonstiges", "wortlaut": "Im Mai.\n"},
    )  # fmt: skip


def gib_auf(lauf: Eintrag, *eintraege: Eintrag, tag: date = TAG, **felder: Any) -> Aenderung:
    told = {"grund": "Die Sache hat sich erledigt.", **felder}
    return entfallen(saal(lauf, *eintraege), (), kennung="UM-2026-01", stichtag=tag, **told)


def aendere(lauf: Eintrag, *, tag: date = TAG, **felder: Any) -> Aenderung | None:
    return aendern(saal(lauf), (), kennung="um-2026-01", stichtag=tag, **felder)


def test_ein_umlauf_wird_mit_grund_aufgegeben_und_seine_stimmen_bleiben_stehen() -> None:
    done = gib_auf(laufend())

    assert werte(done) == {"entfallen": {"am": TAG, "grund": "Die Sache hat sich erledigt.\n"}}
    assert done.betreff == "Umlaufverfahren UM-2026-01 aufgegeben"
    assert "1 Stimme bleibt vermerkt und zählt nicht." in done.hinweise
    assert neue_befunde(saal(laufend()), nach(saal(laufend()), done), TAG) == []


def test_die_empfehlung_eines_aufgegebenen_umlaufs_kommt_auf_die_naechste_tagesordnung() -> None:
    lauf = laufend(antrag=HE, beschluss="he-2026-01")
    before = saal(lauf)
    assert "he-2026-01" not in [e.kennung for e, _ in submitted_empfehlungen(before, TAG)]

    done = gib_auf(lauf)

    assert "he-2026-01" in [e.kennung for e, _ in submitted_empfehlungen(nach(before, done), TAG)]
    assert any("Abstimmung über HE-2026-01" in text for text in done.hinweise)


def test_die_vorlage_eines_aufgegebenen_umlaufs_bleibt_offen() -> None:
    lauf = laufend(vorlage="bv-2026-001")
    before = saal(lauf, vorlage())
    assert list_offene_vorlagen(before, TAG, date(2026, 6, 1)) == ()

    done = gib_auf(lauf, vorlage())

    after = nach(before, done)
    assert [v.kennung for v in list_offene_vorlagen(after, TAG, date(2026, 6, 1))] == ["bv-2026-001"]
    assert postponed_matters(after, date(2026, 6, 1)) == ()
    assert any("netzint beschlussvorlage entfallen bv-2026-001" in text for text in done.hinweise)


def test_ist_anderswo_entschieden_bleibt_nichts_offen() -> None:
    lauf = laufend(antrag=HE, beschluss="he-2026-01")
    other = umlauf(kennung="um-2026-02", antrag=HE, beschluss="he-2026-01")

    assert any("anderswo entschieden" in text for text in gib_auf(lauf, other).hinweise)


@pytest.mark.parametrize(
    ("lauf", "felder", "text", "ausgang"),
    [
        (umlauf(), {}, "ist seit dem 16. März 2026 abgeschlossen", Ausgang.ABGELEHNT),
        (laufend(entfallen={"am": "2026-03-03", "grund": "X"}), {}, "ist entfallen", Ausgang.ABGELEHNT),
        (laufend(), {"am": date(2026, 3, 1)}, "zuletzt beantwortet", Ausgang.AUFRUF),
        (laufend(stimmen=[]), {"am": date(2026, 3, 1)}, "versandt und kann nicht vorher", Ausgang.AUFRUF),
        (laufend(), {"am": date(2026, 3, 7)}, "in der Zukunft", Ausgang.AUFRUF),
        (laufend(), {"grund": " "}, "leer", Ausgang.AUFRUF),
    ],
)
def test_wann_ein_umlauf_nicht_aufgegeben_wird(
    lauf: Eintrag, felder: dict[str, Any], text: str, ausgang: Ausgang
) -> None:
    with pytest.raises(NetzintFehler, match=text) as fehler:
        gib_auf(lauf, **felder)

    assert (fehler.value.ausgang, bool(fehler.value.hinweis)) == (ausgang, True)


def test_die_frist_wird_laenger_aber_nie_kuerzer() -> None:
    assert werte(aendere(laufend(), frist=date(2026, 3, 20))) == {"frist": date(2026, 3, 20)}
    assert aendere(laufend(), frist=date(2026, 3, 16)) is None
    with pytest.raises(NetzintFehler, match="kürzer wird sie nicht"):
        aendere(laufend(), frist=date(2026, 3, 10))
    with pytest.raises(NetzintFehler, match="abgelaufen"):
        aendere(laufend(), frist=date(2026, 3, 20), tag=date(2026, 3, 17))


def test_wer_erst_spaeter_befangen_ist_wird_nachgetragen() -> None:
    assert werte(aendere(laufend(), befangen=(STAEDTETAG,))) == {"befangen.0": STAEDTETAG}
    assert aendere(laufend(befangen=[STAEDTETAG]), befangen=(STAEDTETAG,)) is None
    with pytest.raises(NetzintFehler, match="schon abgestimmt"):
        aendere(laufend(), befangen=(PERSONEN[0],))
    with pytest.raises(NetzintFehler, match="nicht gefragt"):
        aendere(laufend(), befangen=("staedtetag-2",))


def test_ohne_angabe_fehlt_was_sich_aendern_soll() -> None:
    with pytest.raises(NetzintFehler, match="Es fehlt") as fehler:
        aendere(laufend())

    assert "--frist" in fehler.value.hinweis
    assert werte(aendere(laufend(), titel=" Fachtag  im Mai ")) == {"titel": "Fachtag im Mai"}
