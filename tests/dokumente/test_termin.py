"""Sitzungen and Veranstaltungen as calendars: invited to, changed, called off, to subscribe to."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from netzint import __version__
from netzint.berichte.empfaenger import Empfaenger
from netzint.dokumente.kalender import write_abo, write_einladung
from netzint.dokumente.termin import find_termin, list_termine
from netzint.dokumente.termindatei import termindatei
from netzint.modell.fehler import NetzintFehler
from netzint.modell.grund import Eintrag
from tests import bau
from tests.beispiel import read_beispiel
from tests.dokumente import termine
from tests.dokumente.termine import LEUTE, TITEL

UNSICHTBAR = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)


def ics(entry: Eintrag, leute: tuple[Empfaenger, ...] = LEUTE) -> bytes:
    world = termine.bestand(entry)
    return write_einladung(world, find_termin(world, entry.kennung), leute)


def read(data: bytes) -> tuple[Any, Any]:
    """The calendar and its one event."""
    kalender = Calendar.from_ical(data.decode())
    (event,) = kalender.walk("VEVENT")
    return kalender, event


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("einladung", termine.sitzung()),
        ("absage", termine.sitzung(abgesagt={"am": "2026-12-01", "grund": "Schnee\nüberall"})),
        ("veranstaltung", termine.veranstaltung(programm="Vormittags Vorträge\n", beginn="09:30", ende="16:30")),
    ],
)
def test_ein_termin_sieht_im_kalender_aus_wie_erwartet(
    erwartet: Callable[[str, str], None], name: str, entry: Eintrag
) -> None:
    text = ics(entry).decode().replace("\r\n ", "").replace("\r\n", "\n").replace(f"netzint {__version__}", "netzint")

    erwartet(f"kalender/{name}.ics", text)


def test_alles_kommt_so_zurueck_wie_es_eingetragen_ist() -> None:
    kalender, event = read(ics(termine.sitzung()))

    assert str(kalender["METHOD"]) == "REQUEST"
    assert (str(event["UID"]), event["SEQUENCE"]) == ("sg-2026-03@netzwerk.example", 100)
    assert event["DTSTAMP"].dt == datetime(2026, 11, 12, tzinfo=UTC)
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2026, 12, 3, 9, tzinfo=UTC)
    assert event["DTEND"].dt.astimezone(UTC) == datetime(2026, 12, 3, 11, 30, tzinfo=UTC)
    assert str(event["LOCATION"]) == "Stuttgart, Haus der Beispiele"
    assert f"TOP 2: {TITEL} (BV-2026-007)" in str(event["DESCRIPTION"]).splitlines()


def test_eingeladen_ist_nur_wer_eine_adresse_hat_die_andere_sehen_duerfen() -> None:
    _, event = read(ics(termine.sitzung()))
    people = [(str(a), a.params["ROLE"]) for a in event["ATTENDEE"]]

    assert people == [
        ("mailto:erika@stadt.example", "REQ-PARTICIPANT"),
        ("mailto:jm@stadt.example", "OPT-PARTICIPANT"),
    ]
    assert event["ATTENDEE"][1].params["CN"] == "Müller, Jörg: „der Ältere“; CN=x"


def test_ohne_eingeladene_wird_der_termin_nur_bekannt_gegeben() -> None:
    assert str(read(ics(termine.sitzung(), ()))[0]["METHOD"]) == "PUBLISH"
    assert str(read(ics(termine.veranstaltung(), ()))[0]["METHOD"]) == "PUBLISH"


def test_die_absage_hat_dieselbe_uid_eine_hoehere_folge_und_den_grund() -> None:
    before = read(ics(termine.sitzung()))[1]
    kalender, event = read(ics(termine.sitzung(abgesagt={"am": "2026-12-01", "grund": "Schnee"})))

    assert str(kalender["METHOD"]) == "CANCEL"
    assert event["UID"] == before["UID"]
    assert event["SEQUENCE"] > before["SEQUENCE"]
    assert (str(event["STATUS"]), str(event["SUMMARY"])) == ("CANCELLED", "Abgesagt: Sitzung der Strategiegruppe")
    assert str(event["DESCRIPTION"]).startswith("Abgesagt am 1. Dezember 2026: Schnee\n")


def test_vor_der_einladung_ist_ein_termin_nur_vorgemerkt() -> None:
    assert str(read(ics(termine.sitzung(einladung=None)))[1]["STATUS"]) == "TENTATIVE"


def test_ohne_ende_dauert_es_zwei_stunden_und_der_text_sagt_dass_es_offen_ist() -> None:
    _, event = read(ics(termine.sitzung(ende=None)))

    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(hours=2)
    assert "Das Ende steht noch nicht fest." in str(event["DESCRIPTION"])


@pytest.mark.parametrize(
    ("felder", "von", "bis"),
    [
        ({}, date(2027, 3, 11), date(2027, 3, 13)),
        ({"bis": None}, date(2027, 3, 11), date(2027, 3, 12)),
        ({"beginn": "09:30", "ende": "16:00"}, datetime(2027, 3, 11, 8, 30, tzinfo=UTC),
            datetime(2027, 3, 12, 15, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_eine_veranstaltung_dauert_ganze_tage_oder_vom_beginn_bis_zum_ende(
    felder: dict[str, Any], von: date, bis: date
) -> None:
    _, event = read(ics(termine.veranstaltung(**felder)))
    found = [event[key].dt for key in ("DTSTART", "DTEND")]

    assert [f.astimezone(UTC) if isinstance(f, datetime) else f for f in found] == [von, bis]


@pytest.mark.parametrize("tag", ["2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2027-03-28", "2027-10-31"])
def test_die_mitgegebene_zeitzone_stellt_am_richtigen_sonntag_um(tag: str) -> None:
    """Against the zone database: the rules written out must give the same hours as Europe/Berlin."""
    from zoneinfo import ZoneInfo

    text = ics(termine.sitzung()).decode()
    zone = re.search(r"BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n", text, re.DOTALL)
    assert zone is not None
    written = import_module("dateutil.tz").tzical(io.StringIO(zone[0].replace("\r\n", "\n"))).get("Europe/Berlin")
    for hour in (0, 1, 4, 12, 23):
        at = datetime.fromisoformat(tag).replace(hour=hour)
        assert at.replace(tzinfo=written).utcoffset() == at.replace(tzinfo=ZoneInfo("Europe/Berlin")).utcoffset()


def test_zum_abonnieren_stehen_alle_termine_da_und_keine_adresse() -> None:
    world = read_beispiel()
    kalender = Calendar.from_ical(write_abo(world, list_termine(world), (), date(2026, 11, 22)).decode())
    events = kalender.walk("VEVENT")

    assert str(kalender["METHOD"]) == "PUBLISH"
    assert len(events) == len(world.sitzungen) + len(world.veranstaltungen)
    assert len({str(e["UID"]) for e in events}) == len(events)
    assert [e for e in events if "ATTENDEE" in e] == []


def test_was_entfallen_ist_steht_nicht_im_kalender_zum_abonnieren() -> None:
    gone = termine.sitzung(einladung=None, entfallen={"am": "2026-11-01", "grund": "Irrtum"})
    over = termine.sitzung("sg-2026-04", abgesagt={"am": "2026-11-01", "grund": "Schnee"})

    assert [t.kennung for t in list_termine(termine.bestand(gone, over))] == ["sg-2026-04"]


def test_die_uid_ueberdauert_eine_neue_adresse_der_geschaeftsstelle() -> None:
    office = {"name": "Geschäftsstelle", "anschrift": "Weg 1\n", "e_mail": "neu@anders.example"}
    moved = bau.netzwerk(geschaeftsstelle=office, kalenderdomain="netzwerk.example")
    world = termine.bestand(termine.sitzung(), moved)
    _, event = read(write_einladung(world, find_termin(world, "sg-2026-03"), LEUTE))

    assert str(event["UID"]) == "sg-2026-03@netzwerk.example"
    assert str(event["ORGANIZER"]) == "mailto:neu@anders.example"


def test_was_kein_termin_ist_wird_abgelehnt() -> None:
    with pytest.raises(NetzintFehler, match="kein Termin"):
        find_termin(termine.bestand(), "ministerium")


def test_zeilen_enden_mit_cr_lf_und_sind_hoechstens_75_byte_lang() -> None:
    for data in termindatei(read_beispiel(), "sg-2026-02", "sg-2026-02").values():
        assert b"\n" not in data.replace(b"\r\n", b"")
        assert max(map(len, data.split(b"\r\n"))) <= 75


@given(titel=UNSICHTBAR, name=UNSICHTBAR)
def test_kein_text_wird_zu_einer_zeile_des_kalenders(titel: str, name: str) -> None:
    """Neither a title nor a name can add a property, an event or a receiver."""
    world = termine.bestand(termine.sitzung())
    termin = find_termin(world, "sg-2026-03")
    plain = write_einladung(world, termin._replace(titel="x", ort="x", text="x"), LEUTE[:1])
    data = write_einladung(world, termin._replace(titel=titel, ort=titel, text=titel), (LEUTE[0]._replace(name=name),))

    assert keys(data) - {"LOCATION"} == keys(plain) - {"LOCATION"}
    _, event = read(data)
    assert str(event["UID"]) == "sg-2026-03@netzwerk.example"
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", data.decode().replace("\r\n", ""))


def keys(data: bytes) -> set[str]:
    unfolded = data.decode().replace("\r\n ", "")
    return {re.split("[:;]", line)[0] for line in unfolded.split("\r\n")}
