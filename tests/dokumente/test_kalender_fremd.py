"""Our calendars through the eyes of programs that share no code with us: vobject, ics, and ical.js (Thunderbird's)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import warnings
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from netzint.dokumente.kalender import write_abo, write_einladung
from netzint.dokumente.termin import find_termin, list_termine
from netzint.modell.grund import Eintrag
from tests.beispiel import read_beispiel
from tests.dokumente import termine
from tests.dokumente.termine import LEUTE, TITEL

ICAL = Path(__file__).parent / "ical"
FEHLT = "ical.js fehlt; holen mit: npm ci --prefix tests/dokumente/ical"


def ics(entry: Eintrag) -> str:
    world = termine.bestand(entry)
    return write_einladung(world, find_termin(world, entry.kennung), LEUTE).decode()


def abo() -> str:
    world = read_beispiel()
    return write_abo(world, list_termine(world), (), date(2026, 11, 22)).decode()


def test_vobject_liest_die_einladung() -> None:
    import vobject  # type: ignore[import-untyped]

    kalender = vobject.readOne(ics(termine.sitzung()))
    event = kalender.vevent

    assert kalender.method.value == "REQUEST"
    assert (event.uid.value, event.sequence.value) == ("sg-2026-03@netzwerk.example", "100")
    assert event.dtstart.value.astimezone(UTC) == datetime(2026, 12, 3, 9, tzinfo=UTC)
    assert f"TOP 2: {TITEL} (BV-2026-007)" in event.description.value.splitlines()
    assert [a.value for a in event.attendee_list] == ["mailto:erika@stadt.example", "mailto:jm@stadt.example"]


def test_vobject_liest_jeden_termin_des_abonnements() -> None:
    import vobject

    events = vobject.readOne(abo()).vevent_list

    assert sorted(e.uid.value.partition("@")[0] for e in events) == sorted(
        [*read_beispiel().sitzungen, *read_beispiel().veranstaltungen]
    )


def test_ics_liest_die_einladung() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own parser warns about itself
        from ics import Calendar  # type: ignore[import-untyped]

        (event,) = Calendar(ics(termine.sitzung())).events

    assert (event.uid, event.name) == ("sg-2026-03@netzwerk.example", "1. Sitzung der Strategiegruppe")
    assert event.begin.datetime.astimezone(UTC) == datetime(2026, 12, 3, 9, tzinfo=UTC)
    assert event.location == "Stuttgart, Haus der Beispiele"
    assert sorted(a.email for a in event.attendees) == ["erika@stadt.example", "jm@stadt.example"]


def ask_ical(text: str) -> dict[str, Any]:
    """What ical.js understands; without it the test is skipped, but never where CI runs."""
    if shutil.which("node") is None or not (ICAL / "node_modules" / "ical.js").is_dir():
        assert not os.environ.get("CI"), FEHLT
        pytest.skip(FEHLT)
    done = subprocess.run(
        ["node", str(ICAL / "lesen.mjs")], input=text.encode(), capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize(
    ("entry", "methode", "stand", "folge"),
    [
        (termine.sitzung(), "REQUEST", "CONFIRMED", 100),
        (termine.sitzung(geaendert=[{"am": "2026-11-20", "was": ["ort"]}]), "REQUEST", "CONFIRMED", 101),
        (termine.sitzung(abgesagt={"am": "2026-12-01", "grund": "Schnee"}), "CANCEL", "CANCELLED", 200),
    ],
    ids=["neu", "geaendert", "abgesagt"],
)
def test_ical_js_versteht_einladung_aenderung_und_absage(entry: Eintrag, methode: str, stand: str, folge: int) -> None:
    answer = ask_ical(ics(entry))
    (event,) = answer["termine"]

    assert (answer["methode"], event["stand"], event["folge"]) == (methode, stand, folge)
    assert (event["von"], event["bis"]) == ("2026-12-03T09:00:00.000Z", "2026-12-03T11:30:00.000Z")
    assert f"TOP 2: {TITEL} (BV-2026-007)" in event["text"].splitlines()
    assert event["eingeladen"] == [
        ["Dr. Erika Beispiel", "mailto:erika@stadt.example", "REQ-PARTICIPANT"],
        ["Müller, Jörg: „der Ältere“; CN=x", "mailto:jm@stadt.example", "OPT-PARTICIPANT"],
    ]


def test_ical_js_versteht_alle_termine_des_beispiels_sommers_wie_winters() -> None:
    events = {event["uid"].partition("@")[0]: event for event in ask_ical(abo())["termine"]}

    assert set(events) == {*read_beispiel().sitzungen, *read_beispiel().veranstaltungen}
    assert events["sg-2026-02"]["von"] == "2026-07-07T08:00:00.000Z"
    assert events["sg-2026-01"]["von"] == "2026-02-24T09:00:00.000Z"
    assert [event["uid"] for event in events.values() if event["eingeladen"]] == []


def test_ical_js_sieht_ganze_tage() -> None:
    (event,) = ask_ical(ics(termine.veranstaltung()))["termine"]

    assert event["ganztags"]
    assert event["titel"] == "Fachtag: Mitreden vor Ort"
