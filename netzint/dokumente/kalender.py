"""Deadlines as a calendar that Outlook and others read (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from netzint import __version__
from netzint.berichte.fristquellen import Frist
from netzint.modell.bestand import Bestand
from netzint.modell.sprache import to_kennung

if TYPE_CHECKING:
    from icalendar import Event

ERINNERUNG = timedelta(hours=-15)
"""A day that begins at midnight is announced at nine in the morning of the day before."""


def write_kalender(bestand: Bestand, fristen: Iterable[Frist], stichtag: date) -> bytes:
    """The same deadlines and the same Stichtag give the same bytes.

    Each event keeps its UID when its day moves, so that a calendar read in again moves the event, too.
    """
    from icalendar import Calendar

    kalender = Calendar()
    kalender.add("prodid", f"-//netzint//netzint {__version__}//DE")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    name = bestand.netzwerk.name if bestand.netzwerk else "Netzwerk"
    kalender.add("x-wr-calname", f"Fristen {name}")
    domain = bestand.netzwerk.geschaeftsstelle.e_mail.partition("@")[2] if bestand.netzwerk else "netzint.invalid"
    for frist in fristen:
        kalender.add_component(_event(frist, stichtag, domain))
    return bytes(kalender.to_ical())


def _event(frist: Frist, stichtag: date, domain: str) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{'-'.join(filter(None, (to_kennung(frist.art), frist.kennung, frist.zusatz)))}@{domain}")
    event.add("dtstamp", datetime.combine(stichtag, time(), UTC))
    event.add("dtstart", frist.am)
    event.add("dtend", frist.am + timedelta(days=1))
    event.add("summary", f"{frist.art}: {frist.text}")
    event.add("description", "\n".join(filter(None, (frist.kennung.upper(), frist.befehl))))
    event.add("categories", [frist.art])
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{frist.art}: {frist.text}")
    alarm.add("trigger", ERINNERUNG)
    event.add_component(alarm)
    return event
