"""Calendars that Outlook and others read (iCalendar, RFC 5545): deadlines, all dates, one date to invite to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from netzint import __version__
from netzint.berichte.empfaenger import GAST, VERTRETUNG, Empfaenger
from netzint.berichte.fristquellen import Frist
from netzint.dokumente.termin import Termin
from netzint.dokumente.zeichen import eine_zeile, mehrere_zeilen
from netzint.modell.adresse import to_adresse
from netzint.modell.bestand import Bestand
from netzint.modell.sprache import to_kennung

if TYPE_CHECKING:
    from icalendar import Calendar, Event, vCalAddress

ERINNERUNG = timedelta(hours=-15)
"""A day that begins at midnight is announced at nine in the morning of the day before."""
ZEITZONE = "Europe/Berlin"
_ZEITZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
"""Written out: what icalendar generates lets summer time begin an hour late."""
_UNBEKANNT = "netzint.invalid"
_ROLLEN = {VERTRETUNG: "OPT-PARTICIPANT", GAST: "OPT-PARTICIPANT"}
"""Whose presence is not required; all others' is."""


def write_kalender(bestand: Bestand, fristen: Iterable[Frist], stichtag: date) -> bytes:
    """Deadlines. The same deadlines and the same Stichtag give the same bytes.

    Each event keeps its UID when its day moves, so that a calendar read in again moves the event, too.
    """
    return write_abo(bestand, (), fristen, stichtag, "Fristen")


def write_abo(
    bestand: Bestand, termine: Iterable[Termin], fristen: Iterable[Frist], stichtag: date, titel: str = "Termine"
) -> bytes:
    """One calendar to subscribe to, without anybody's address. ``stichtag`` stamps the deadlines alone."""
    kalender = _kalender("PUBLISH")
    name = bestand.netzwerk.name if bestand.netzwerk else "Netzwerk"
    kalender.add("x-wr-calname", eine_zeile(f"{titel} {name}"))
    dates = tuple(termine)
    if dates:
        _add_zeitzone(kalender)
    for termin in dates:
        kalender.add_component(_termin(bestand, termin, ()))
    for frist in fristen:
        kalender.add_component(_frist(frist, stichtag, domain(bestand)))
    return bytes(kalender.to_ical())


def methode(termin: Termin, empfaenger: Sequence[Empfaenger]) -> str:
    """CANCEL for what is called off; REQUEST needs somebody to ask (RFC 5546), else it is only made known."""
    if termin.abgesagt:
        return "CANCEL"
    return "REQUEST" if _attendees(empfaenger) else "PUBLISH"


def write_einladung(bestand: Bestand, termin: Termin, empfaenger: Sequence[Empfaenger]) -> bytes:
    """One date as an invitation, an update or a cancellation of it; who has no open address is not named."""
    kalender = _kalender(methode(termin, empfaenger))
    _add_zeitzone(kalender)
    kalender.add_component(_termin(bestand, termin, _attendees(empfaenger)))
    return bytes(kalender.to_ical())


def domain(bestand: Bestand) -> str:
    """What follows the ``@`` of a UID: the first domain of the office, so that UIDs outlive a change of address."""
    office = bestand.netzwerk
    if office is None:
        return _UNBEKANNT
    mail = to_adresse(f"x@{office.kalenderdomain}" if office.kalenderdomain else office.geschaeftsstelle.e_mail)
    return mail.rpartition("@")[2] or _UNBEKANNT


def _kalender(method: str) -> Calendar:
    from icalendar import Calendar

    kalender = Calendar()
    kalender.add("prodid", f"-//netzint//netzint {__version__}//DE")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", method)
    return kalender


def _add_zeitzone(kalender: Calendar) -> None:
    from icalendar import Timezone

    kalender.add_component(Timezone.from_ical(_ZEITZONE))


def _attendees(empfaenger: Sequence[Empfaenger]) -> tuple[Empfaenger, ...]:
    return tuple(person for person in empfaenger if person.e_mail and person.offen)


def _termin(bestand: Bestand, termin: Termin, empfaenger: Sequence[Empfaenger]) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{termin.kennung}@{domain(bestand)}")
    event.add("dtstamp", datetime.combine(termin.stempel, time(), UTC))
    event.add("sequence", termin.folge)
    zone = {"TZID": ZEITZONE} if isinstance(termin.beginn, datetime) else {}
    event.add("dtstart", termin.beginn, parameters=zone)
    event.add("dtend", termin.ende, parameters=zone)
    event.add("summary", eine_zeile(termin.titel))
    if termin.ort:
        event.add("location", eine_zeile(termin.ort))
    event.add("description", mehrere_zeilen(termin.text))
    event.add("status", "CANCELLED" if termin.abgesagt else "TENTATIVE" if termin.vorgemerkt else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if termin.abgesagt else "OPAQUE")
    event.add("categories", [termin.art])
    office = bestand.netzwerk.geschaeftsstelle if bestand.netzwerk else None
    if office and to_adresse(office.e_mail):
        event.add("organizer", _person(office.name, to_adresse(office.e_mail)))
    for person in empfaenger:
        event.add("attendee", _attendee(person))
    return event


def _attendee(person: Empfaenger) -> vCalAddress:
    found = _person(person.name, person.e_mail)
    found.params["CUTYPE"] = "INDIVIDUAL"
    found.params["ROLE"] = _ROLLEN.get(person.als, "REQ-PARTICIPANT")
    found.params["PARTSTAT"] = "NEEDS-ACTION"
    found.params["RSVP"] = "TRUE"
    return found


def _person(name: str, e_mail: str) -> vCalAddress:
    from icalendar import vCalAddress

    found = vCalAddress(f"mailto:{e_mail}")
    found.params["CN"] = eine_zeile(name).replace('"', "'")
    return found


def _frist(frist: Frist, stichtag: date, domain: str) -> Event:
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
