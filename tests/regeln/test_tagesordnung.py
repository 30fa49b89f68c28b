"""TOPs that can be told apart, numbered, in order, and taken up again for a reason."""

from __future__ import annotations

from typing import Any

import pytest

from netzint.modell.grund import Eintrag
from netzint.modell.sitzung import Sitzung
from netzint.regeln.feste_punkte import feste_punkte_fehlen
from netzint.regeln.tagesordnung import (
    top_hat_keine_nummer,
    top_kennung_ist_doppelt,
    top_nummer_ist_doppelt,
    top_nummern_sind_ungeordnet,
    vorlage_ist_ohne_beschluss,
    wiederaufnahme_gilt_etwas_anderem,
    wiederaufnahme_hat_keinen_anlass,
)
from tests.bau import beschluss, make, sitzung, top
from tests.regeln.strategiegruppe import gehalten
from tests.regeln.urteil import gemeldet, urteile

EINLADUNG = {"versandt": "2026-02-12"}


def mit_nummern(*nummern: str | None, **felder: Any) -> Sitzung:
    """A Sitzung whose TOPs have these numbers."""
    points = [top(f"top-{i}", **({"nummer": nummer} if nummer else {})) for i, nummer in enumerate(nummern)]
    return sitzung(tagesordnung=points, **felder)


def test_tops_haben_verschiedene_kennungen() -> None:
    befunde = urteile(top_kennung_ist_doppelt, sitzung(tagesordnung=[top("eins"), top("eins")]))

    assert gemeldet(top_kennung_ist_doppelt, sitzung(tagesordnung=[top("eins"), top("zwei")])) == []
    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("S401", "sg-2026-01", ("tagesordnung", 1, "kennung"))]


def test_tops_haben_verschiedene_nummern() -> None:
    assert gemeldet(top_nummer_ist_doppelt, mit_nummern("1", "2", None, None)) == []
    assert gemeldet(top_nummer_ist_doppelt, mit_nummern("1", "2", "2")) == [("S402", "sg-2026-01")]


@pytest.mark.parametrize(
    ("nummern", "felder", "where"),
    [
        (("1", "2"), {"einladung": EINLADUNG}, []),
        ((None, None), {}, []),
        ((None, None), {"einladung": EINLADUNG}, [("tagesordnung",)]),
        (("1", None), {"einladung": EINLADUNG}, [("tagesordnung", 1, "nummer")]),
        (("1", None), {}, [("tagesordnung", 1, "nummer")]),
    ],
)
def test_ab_der_einladung_stehen_die_nummern_fest(
    nummern: tuple[str | None, ...], felder: dict[str, Any], where: list[tuple[str, ...]]
) -> None:
    befunde = urteile(top_hat_keine_nummer, mit_nummern(*nummern, **felder))

    assert [(b.code, b.feld) for b in befunde] == [("S403", feld) for feld in where]


@pytest.mark.parametrize("nummern", [("1", "2", "10"), ("3", "3.1", "3.2", "4"), ("1", "3.1"), (None, "1")])
def test_die_nummern_der_tops_steigen(nummern: tuple[str | None, ...]) -> None:
    assert gemeldet(top_nummern_sind_ungeordnet, mit_nummern(*nummern)) == []


@pytest.mark.parametrize("nummern", [("2", "1"), ("3.1", "3"), ("10", "9"), ("1", "zwei"), ("1", "02")])
def test_nummern_die_nicht_steigen_werden_gemeldet(nummern: tuple[str, ...]) -> None:
    befunde = urteile(top_nummern_sind_ungeordnet, mit_nummern(*nummern))

    assert [(b.code, b.kennung, b.feld) for b in befunde] == [("S404", "sg-2026-01", ("tagesordnung", 1, "nummer"))]


FEST = ["Begrüßung", "Genehmigung der Tagesordnung", "Genehmigung der letzten Niederschrift", "Verschiedenes"]


def mit_titeln(*titel: str, **felder: Any) -> Sitzung:
    """A Sitzung with TOPs of these titles."""
    return sitzung(tagesordnung=[top(f"top-{i}", titel=t) for i, t in enumerate(titel)], **felder)


def test_die_festen_punkte_stehen_am_anfang_und_am_ende() -> None:
    davor = gehalten(*mit_titeln(*FEST).model_dump()["tagesordnung"], kennung="sg-2025-01", datum="2025-06-12")

    assert gemeldet(feste_punkte_fehlen, davor, mit_titeln(*FEST)) == []
    assert gemeldet(feste_punkte_fehlen, davor, mit_titeln(*FEST, "Nächste Termine")) == []


@pytest.mark.parametrize("missing", FEST)
def test_ein_fester_punkt_der_fehlt_gibt_einen_hinweis(missing: str) -> None:
    davor = gehalten(kennung="sg-2025-01", datum="2025-06-12", tagesordnung=[], einladung=None)
    befunde = urteile(feste_punkte_fehlen, davor, mit_titeln(*[t for t in FEST if t != missing]))

    assert [(b.code, b.kennung) for b in befunde] == [("S405", "sg-2026-01")]
    assert befunde[0].schluessel[0] in missing.lower()


def test_vor_der_ersten_sitzung_gibt_es_keine_niederschrift() -> None:
    assert gemeldet(feste_punkte_fehlen, mit_titeln(FEST[0], FEST[1], FEST[3])) == []


def test_eine_sitzung_ohne_tagesordnung_hat_noch_keine_festen_punkte() -> None:
    assert gemeldet(feste_punkte_fehlen, sitzung()) == []


def test_ohne_tagesordnung_wird_nicht_eingeladen() -> None:
    eingeladen = sitzung(einladung={"versandt": "2026-02-12"})

    assert gemeldet(feste_punkte_fehlen, eingeladen) == [("S405", "sg-2026-01")]


def vote(ergebnis: str, he: str = "he-2026-01") -> dict[str, Any]:
    """A vote on an Empfehlung."""
    return beschluss("eins", antrag={"art": "empfehlung", "empfehlungen": [he]}, ergebnis=ergebnis)


def davor(ergebnis: str = "vertagt", datum: str = "2026-02-01") -> Sitzung:
    """The Sitzung before."""
    return sitzung("sg-2025-04", datum=datum, tagesordnung=[top("eins", beschluesse=[vote(ergebnis)])])


def again(**felder: Any) -> Sitzung:
    """The Sitzung that takes it up again."""
    return sitzung(tagesordnung=[top("eins", wiederaufnahme="sg-2025-04/eins", **felder)])


@pytest.mark.parametrize("ergebnis", ["vertagt", "zurueckverwiesen", "nicht_beschlussfaehig"])
def test_wieder_aufgenommen_wird_was_offen_blieb(ergebnis: str) -> None:
    assert gemeldet(wiederaufnahme_hat_keinen_anlass, davor(ergebnis), again()) == []


@pytest.mark.parametrize("erste", [davor("angenommen"), davor("abgelehnt"), davor(datum="2026-03-12")])
def test_eine_wiederaufnahme_ohne_anlass_wird_gemeldet(erste: Sitzung) -> None:
    befunde = urteile(wiederaufnahme_hat_keinen_anlass, erste, again())

    assert [(b.code, b.kennung) for b in befunde] == [("S406", "sg-2026-01")]
    assert befunde[0].feld == ("tagesordnung", 0, "wiederaufnahme")


@pytest.mark.parametrize(("ergebnis", "reported"), [("widersprochen", []), ("angenommen", [("S406", "sg-2026-01")])])
def test_auch_ein_umlauf_mit_widerspruch_kommt_wieder(ergebnis: str, reported: list[tuple[str, str]]) -> None:
    tage = {"versandt": "2026-01-10", "frist": "2026-01-24", "abschluss": {"am": "2026-01-24", "ergebnis": ergebnis}}
    um = make("umlauf", "um-2026-01", titel="Eins", beschluss="eins", antrag={"art": "sonstiges"}, **tage)
    entry = sitzung(tagesordnung=[top("eins", wiederaufnahme="um-2026-01/eins")])

    assert gemeldet(wiederaufnahme_hat_keinen_anlass, um, entry) == reported


@pytest.mark.parametrize(
    "felder", [{}, {"beschluesse": [vote("angenommen")]}, {"bezug": ["he-2026-01"]}, {"beschluesse": [beschluss()]}]
)
def test_wieder_aufgenommen_wird_dieselbe_sache(felder: dict[str, Any]) -> None:
    assert gemeldet(wiederaufnahme_gilt_etwas_anderem, davor(), again(**felder)) == []


def bv(he: str = "he-2026-01") -> Eintrag:
    """A Beschlussvorlage on an Empfehlung."""
    antrag = {"art": "empfehlung", "empfehlungen": [he]}
    text = {"betreff": "Eins", "vom": "2026-02-10", "federfuehrung": "geschaeftsstelle"}
    return make("beschlussvorlage", "bv-2026-001", antrag=antrag, **text)


@pytest.mark.parametrize(
    "felder",
    [
        {"beschluesse": [vote("angenommen", "he-2026-02")]},
        {"bezug": ["he-2026-02"]},
        {"vorlage": "bv-2026-001"},
    ],
)
def test_eine_andere_sache_ist_keine_wiederaufnahme(felder: dict[str, Any]) -> None:
    assert gemeldet(wiederaufnahme_gilt_etwas_anderem, bv("he-2026-02"), davor(), again(**felder)) == [
        ("S407", "sg-2026-01")
    ]


def test_zu_jeder_vorlage_gibt_es_ein_ergebnis() -> None:
    mit = top("eins", vorlage="bv-2026-001", beschluesse=[vote("vertagt")])
    ohne = top("zwei", vorlage="bv-2026-001")
    en_bloc = top("drei", beschluesse=[vote("angenommen")])

    assert gemeldet(vorlage_ist_ohne_beschluss, bv(), gehalten(mit)) == []
    assert gemeldet(vorlage_ist_ohne_beschluss, bv(), gehalten(ohne)) == [("S408", "sg-2026-01")]
    assert gemeldet(vorlage_ist_ohne_beschluss, bv(), gehalten(ohne, en_bloc)) == []
    assert gemeldet(vorlage_ist_ohne_beschluss, bv(), sitzung(tagesordnung=[ohne])) == []
