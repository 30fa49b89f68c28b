"""Days and periods as rules need them: how they are written, and what an open end or a mere month means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol, TypeVar

from netzint.modell.bestand import Bestand
from netzint.modell.geschaeftsordnung import Fassung
from netzint.modell.typen import Monatstag, parse_bis


class Zeitlich(Protocol):
    """Anything with a first and perhaps a last day."""

    @property
    def von(self) -> date: ...
    @property
    def bis(self) -> date | None: ...


Z = TypeVar("Z")


def deutsch(tag: date) -> str:
    """A day as it is written in messages: 03.12.2026."""
    return f"{tag.day:02}.{tag.month:02}.{tag.year:04}"


def day_after(tag: date) -> date:
    """The next day; the last day of the calendar stays itself."""
    return date.fromordinal(tag.toordinal() + 1) if tag < date.max else tag


def day_before(tag: date) -> date:
    """The day before; the first day of the calendar stays itself."""
    return date.fromordinal(tag.toordinal() - 1) if tag > date.min else tag


def last_day(zeitraum: Zeitlich) -> date:
    """The last day of a period; an open one lasts for ever."""
    return zeitraum.bis or date.max


def latest(von: date) -> date:
    """The latest day that is meant: of a mere month its last, so that nobody is blamed for what is not known."""
    return parse_bis(str(von)) if isinstance(von, Monatstag) else von


def in_order(zeitraum: Zeitlich) -> bool:
    """Whether it has any day at all; what ends before it begins is reported once (K301) and counts nowhere."""
    return zeitraum.von <= last_day(zeitraum)


def iter_overlaps(items: Iterable[tuple[Zeitlich, Z]]) -> Iterator[tuple[Z, Z]]:
    """From items by first day: each one that begins while an earlier one runs, with that one (the longest running)."""
    running: tuple[Zeitlich, Z] | None = None
    for zeitraum, item in items:
        if not in_order(zeitraum):
            continue
        if running is not None and zeitraum.von <= last_day(running[0]):
            yield running[1], item
        if running is None or last_day(zeitraum) > last_day(running[0]):
            running = (zeitraum, item)


def iter_fassungen(bestand: Bestand, von: date, bis: date) -> Iterator[tuple[date, Fassung]]:
    """The Fassungen that apply in a period, each with the first of its days in it."""
    first = bestand.fassung(von)
    if first is None or bestand.geschaeftsordnung is None:
        return
    yield von, first
    if len(bestand.geschaeftsordnung.fassungen) == 1:
        return
    for fassung in sorted(bestand.geschaeftsordnung.fassungen, key=lambda f: f.gilt_ab):
        if von < fassung.gilt_ab <= bis and fassung is not first:
            yield fassung.gilt_ab, fassung


def erfasst_ab(bestand: Bestand) -> date:
    """The day from which everything is recorded; if not even that can be read in netzwerk.yaml, nothing is."""
    return bestand.netzwerk.erfasst_ab if bestand.netzwerk else bestand.erfasst_ab_trotzdem or date.max
