"""``netzint bedarf|thema|ziel|veranstaltung|ausnahme|beauftragte|abdeckung``: acts, refusals, lists."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from netzint.modell.fehler import Ausgang
from tests.buero import git, state
from tests.cli.test_ag import befunde, diff

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Lauf

    Rufe = Callable[..., Lauf]

AUSNAHME = (
    "ausnahme", "neu", "--regel", "E317", "--beschluss", "sg-2026-02/verlaengerung-demokratiebildung",
    "--bis", "2027-01-31", "--grund", "Die Stelle wird umgebaut.", "--fuer", "he-2022-02",
)  # fmt: skip
AKTE = {
    "bedarf melden": ("bedarf", "melden", "--titel", "Wohnraum", "--stelle", "Musterstadt", "--am", "20.11.2026"),
    "bedarf aendern": (
        "bedarf",
        "aendern",
        "bedarf-2026-04",
        "--titel",
        "- Anerkennung dauert",
        "--ohne",
        "beschreibung",
    ),
    "bedarf zuordnen": ("bedarf", "zuordnen", "BEDARF-2026-04", "--thema", "Anerkennung"),
    "bedarf erledigen": ("bedarf", "erledigen", "bedarf-2026-04", "--art", "abgegeben", "--an", "Landkreistag"),
    "thema neu": ("thema", "neu", "--titel", "Schule und Übergang", "--beschreibung", "Wege in Ausbildung."),
    "thema zum-schwerpunkt": ("thema", "zum-schwerpunkt", "wohnen"),
    "thema aendern": ("thema", "aendern", "wohnen", "--titel", "Wohnen und Übergang"),
    "thema beenden": ("thema", "beenden", "thema-wohnen"),
    "ziel neu": ("ziel", "neu", "--titel", "Sprache für alle", "--beschreibung", "Alle lernen Deutsch."),
    "ziel fortschreiben": ("ziel", "fortschreiben", "teilhabe", "--beschreibung", "Alle nehmen teil."),
    "ziel aendern": ("ziel", "aendern", "zugang", "--titel", "Zugänge"),
    "ziel beenden": ("ziel", "beenden", "ziel-zugang"),
    "veranstaltung neu": ("veranstaltung", "neu", "--titel", "W", "--art", "Gespräch", "--datum", "2027-10-04"),
    "veranstaltung aendern": ("veranstaltung", "aendern", "va-2027-01", "--ort", "Ulm", "--beginn", "10"),
    "veranstaltung verlegen": ("veranstaltung", "verlegen", "Mitreden vor Ort", "--datum", "2027-03-18"),
    "veranstaltung absagen": ("veranstaltung", "absagen", "va-2027-01", "--grund", "Zu wenige Anmeldungen."),
    "ausnahme neu": AUSNAHME,
    "beauftragte neu": ("beauftragte", "neu", "--stelle", "Musterburg", "--name", "Zoë Neu", "--nachfolge"),
    "beauftragte aendern": ("beauftragte", "aendern", "Altmuster", "--telefon", "0711 123-0"),
    "beauftragte beenden": ("beauftragte", "beenden", "stadt-musterburg", "--bis", "2026-12-31"),
}
LISTEN = (
    ("ag", "liste"), ("ag", "zeigen", "ag-demokratiebildung"), ("bedarf", "liste"), ("bedarf", "liste", "--offen"),
    ("bedarf", "zeigen", "bedarf-2025-01"), ("thema", "liste"), ("thema", "zeigen", "thema-sprachmittlung"),
    ("ziel", "liste"), ("ziel", "zeigen", "zugang"), ("veranstaltung", "liste"),
    ("veranstaltung", "zeigen", "va-2027-01"), ("ausnahme", "liste"), ("beauftragte", "liste"),
    ("beauftragte", "zeigen", "Musterburg"), ("abdeckung",),
)  # fmt: skip


@pytest.mark.parametrize("args", AKTE.values(), ids=AKTE)
def test_jeder_vorgang_ist_ein_commit_ohne_namen_und_ohne_neue_befunde(
    buero: Path, rufe: Rufe, args: tuple[str, ...]
) -> None:
    before = befunde(rufe)

    lauf = rufe(*args)

    assert lauf.ausgang == Ausgang.GUT
    assert git(buero, "rev-list", "--count", "HEAD") == "2"
    assert git(buero, "status", "--porcelain") == ""
    assert befunde(rufe) <= before
    message = git(buero, "log", "-1", "--format=%B")
    assert f"Vorgang: {args[0]}-{args[1]}" in message
    assert "Zoë" not in message


@pytest.mark.parametrize("args", AKTE.values(), ids=AKTE)
def test_probe_aendert_nichts(buero: Path, rufe: Rufe, args: tuple[str, ...]) -> None:
    before = state(buero)

    lauf = rufe(*args, "--probe")

    assert (lauf.ausgang, lauf.aus[:7]) == (Ausgang.GUT, "Probe: ")
    assert state(buero) == before


def test_ein_zugeordneter_bedarf_ist_eine_zeile_mehr(buero: Path, rufe: Rufe) -> None:
    rufe(*AKTE["bedarf zuordnen"])

    assert diff(buero) == ["+zugeordnet: {thema: thema-anerkennung, am: 2026-11-22}"]


def test_eine_verlegte_veranstaltung_behaelt_ihren_frueheren_termin(buero: Path, rufe: Rufe) -> None:
    rufe(*AKTE["veranstaltung verlegen"], "--grund", "Saal belegt.")

    assert diff(buero) == [
        "-datum: 2027-03-11", "+datum: 2027-03-18",
        "+verlegt:", "+  - von: 2027-03-11", "+    am: 2026-11-22", "+    grund: |", "+      Saal belegt.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("args", "ausgang", "text"),
    [
        (("bedarf", "melden", "--titel", "A"), Ausgang.AUFRUF, "Bitte mit --stelle angeben."),
        (("bedarf", "melden", "--titel", "A", "--stelle", "Musterstat"), Ausgang.AUFRUF, "Meinten Sie"),
        (
            ("bedarf", "zuordnen", "bedarf-2025-02", "--thema", "Wonen"),
            Ausgang.AUFRUF,
            "Ein Thema „Wonen“ gibt es nicht.",
        ),
        (("bedarf", "erledigen", "bedarf-2025-01", "--art", "erledigt"), Ausgang.ABGELEHNT, "schon am 8. Juli 2025"),
        (("thema", "zum-schwerpunkt", "thema-sprachmittlung"), Ausgang.ABGELEHNT, "schon seit dem 24. Februar 2026"),
        (("thema", "beenden", "thema-demokratiebildung"), Ausgang.ABGELEHNT, "arbeitet noch ag-demokratiebildung"),
        (("ziel", "neu", "--titel", "A"), Ausgang.AUFRUF, "Bitte mit --beschreibung angeben."),
        (("thema", "aendern", "wohnen"), Ausgang.AUFRUF, "Es fehlt, was sich ändern soll."),
        (
            ("thema", "aendern", "wohnen", "--titel", "Demokratiebildung und politische Partizipation"),
            Ausgang.ABGELEHNT,
            "So heißt schon thema-demokratiebildung.",
        ),
        (("ausnahme", "verlaengern", "q103"), Ausgang.AUFRUF, "Bitte mit --bis angeben."),
        (("ausnahme", "beenden", "q103", "--grund", "x"), Ausgang.AUFRUF, "Eine Ausnahme „q103“ gibt es nicht."),
        (("ausnahme", "zeigen", "Ümlaut"), Ausgang.AUFRUF, "Eine Ausnahme „Ümlaut“ gibt es nicht."),
        (("beauftragte", "zeigen", "Mustrburg"), Ausgang.AUFRUF, "Meinten Sie"),
        (("ziel", "zeigen", "Teilhab"), Ausgang.AUFRUF, "Meinten Sie"),
        (("veranstaltung", "verlegen", "va-2025-01", "--datum", "2027-01-01"), Ausgang.ABGELEHNT, "war schon am"),
        (("veranstaltung", "neu", "--titel", "A", "--art", "B"), Ausgang.AUFRUF, "Bitte mit --datum angeben."),
        (("veranstaltung", "absagen", "va-2027-01"), Ausgang.AUFRUF, "Bitte mit --grund angeben."),
        ((*AUSNAHME[:2], "--regel", "E3177", *AUSNAHME[4:]), Ausgang.AUFRUF, "Meinten Sie „E317“?"),
        (("beauftragte", "neu", "--stelle", "staedtetag", "--name", "A"), Ausgang.ABGELEHNT, "ist keine Kommune"),
    ],
)
def test_ablehnungen_sagen_was_richtig_waere(
    buero: Path, rufe: Rufe, args: tuple[str, ...], ausgang: Ausgang, text: str
) -> None:
    before = state(buero)

    lauf = rufe(*args)

    assert lauf.ausgang == ausgang
    assert text in lauf.fehler
    assert state(buero) == before


def test_eine_ausnahme_mildert_den_befund_und_steht_bei_den_fristen(buero: Path, rufe: Rufe) -> None:
    assert ("E317", "warnung") in befunde(rufe)

    rufe(*AUSNAHME)

    text = rufe("pruefen").aus
    assert re.search(r"Hinweis\s+E317 .*\(Ausnahme ausnahme-e317-he-2022-02 bis 31\.01\.2027\)", text)
    fristen = json.loads(rufe("fristen", "--format", "json").aus)["fristen"]
    assert ("2027-01-31", "ausnahme-e317-he-2022-02") in {(f["am"], f["kennung"]) for f in fristen}
    assert "Bald zu Ende: ausnahme-e317-he-2022-02." in rufe("ausnahme", "liste").aus


def test_eine_ausnahme_wird_verlaengert_und_beendet(buero: Path, rufe: Rufe) -> None:
    rufe(*AUSNAHME)
    kennung, decided = "ausnahme-e317-he-2022-02", ("--beschluss", "sg-2025-02/fachtag-2025")

    assert rufe("ausnahme", "verlaengern", kennung, "--bis", "30.6.2027", *decided).ausgang == Ausgang.GUT
    assert diff(buero) == ["+verlaengerungen:", "+  - {bis: 2027-06-30, beschluss: sg-2025-02/fachtag-2025}"]
    assert "2027-06-30" in rufe("ausnahme", "zeigen", "E317 HE-2022-02", "--format", "json").aus
    ende = rufe("ausnahme", "beenden", kennung, "--grund", "Die Stelle antwortet wieder.")
    assert "Ab dem 23. November 2026 ist das wieder ein Befund (E317)" in ende.fehler
    assert diff(buero) == [
        "+beendet:", "+  zum: 2026-11-22", "+  grund: |", "+    Die Stelle antwortet wieder.",
    ]  # fmt: skip
    fristen = json.loads(rufe("fristen", "--format", "json").aus)["fristen"]
    assert kennung not in {f["kennung"] for f in fristen}
    assert ("X104", "fehler") not in befunde(rufe)


@pytest.mark.parametrize("args", LISTEN, ids=" ".join)
def test_jede_zahl_und_kennung_des_textes_steht_im_json(buero: Path, rufe: Rufe, args: tuple[str, ...]) -> None:
    text, data = rufe(*args).aus, rufe(*args, "--format", "json").aus

    spoken = set(re.findall(r"\b[a-z]+(?:-[a-z0-9]+)+\b", text)) - {"jjjj-mm-tt"}
    dates = {"-".join(reversed(d.split("."))) for d in re.findall(r"\b\d{2}\.\d{2}\.\d{4}\b", text)}
    numbers = set(re.findall(r"(?<![\d.:-])\d+(?![\d.:-])", text))
    known = data.replace("\\", "")
    assert {word for word in spoken if word not in known} == set()
    assert {day for day in dates if day not in known} == set()
    assert {n for n in numbers if n not in re.findall(r"\d+", known)} == set()


@pytest.mark.parametrize("args", LISTEN, ids=" ".join)
def test_jede_liste_gibt_es_fuer_stichtag_und_stand_und_als_csv(buero: Path, rufe: Rufe, args: tuple[str, ...]) -> None:
    lauf = rufe(*args, "--stichtag", "2026-01-01", "--stand", "HEAD", "--format", "csv")

    assert (lauf.ausgang, lauf.fehler) == (Ausgang.GUT, "")


def test_die_erfundenen_kommunen_zaehlen_bei_der_abdeckung_nicht_mit(buero: Path, rufe: Rufe) -> None:
    text = rufe("abdeckung").aus

    assert "0 von 44 Stadt- und Landkreisen" in text
    assert "8 Kommunen zählen nicht mit" in text
