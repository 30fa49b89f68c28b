"""Which version of an appointment is the newer one: SEQUENCE and DTSTAMP of calendars, from what its entry records.

Never from git or a clock: the same entry gives the same numbers, and each recorded step (Einladung, Verlegung, changed
place, Absage) a higher one. Taking a step back with ``netzint zuruecknehmen`` takes its number back, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from netzint.modell.sitzung import Sitzung
from netzint.modell.veranstaltung import Veranstaltung

STUFE = 100
"""A step weighs more than all small changes before it: these are forgotten when a Sitzung is moved to another day."""
_ANGABEN = ("datum", "bis", "beginn", "ende", "ort", "form", "titel")
_JAHR = re.compile(r"-([12][0-9]{3})-[0-9]+$")


def folge(entry: Sitzung | Veranstaltung) -> int:
    """The SEQUENCE of RFC 5545: 0 for a date just set, and higher with each recorded step."""
    return STUFE * _schritte(entry) + min(STUFE - 1, _kleine_aenderungen(entry))


def _schritte(entry: Sitzung | Veranstaltung) -> int:
    over = bool(entry.abgesagt or entry.entfallen)
    if isinstance(entry, Veranstaltung):
        return len(entry.verlegt) + over
    # Moving a Sitzung takes its Einladung away (one step) and adds a Verlegung (two): the number rises all the same.
    return 2 * len(entry.verlegt) + bool(entry.einladung) + over


def _kleine_aenderungen(entry: Sitzung | Veranstaltung) -> int:
    corrected = len(_berichtigt(entry))
    tops = entry.tagesordnung if isinstance(entry, Sitzung) and entry.einladung else ()
    late = sum(top.tischvorlage + bool(top.abgesetzt) + len(top.umgestellt) for top in tops)
    return len(entry.geaendert) + corrected + late


def _berichtigt(entry: Sitzung | Veranstaltung) -> tuple[date, ...]:
    return tuple(b.am for b in entry.berichtigungen if b.zu in _ANGABEN)


def stempel(entry: Sitzung | Veranstaltung) -> date:
    """The day of the last recorded step; before the first one the beginning of the year that its number carries."""
    return max(_tage(entry), default=_anfang(entry))


def _tage(entry: Sitzung | Veranstaltung) -> Iterator[date]:
    yield from (v.am for v in entry.verlegt)
    yield from (g.am for g in entry.geaendert)
    yield from _berichtigt(entry)
    yield from (ende.am for ende in (entry.abgesagt, entry.entfallen) if ende)
    if isinstance(entry, Sitzung) and entry.einladung:
        yield entry.einladung.versandt
        yield from (top.abgesetzt.am for top in entry.tagesordnung if top.abgesetzt)
        yield from (u.am for top in entry.tagesordnung for u in top.umgestellt)


def _anfang(entry: Sitzung | Veranstaltung) -> date:
    found = _JAHR.search(entry.kennung)
    return date(int(found[1]) if found else entry.datum.year, 1, 1)
