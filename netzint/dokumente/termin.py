"""A Sitzung or Veranstaltung as a date in a calendar: when, where, what about, and which version of it this is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from netzint.berichte.sitzungen import laufende_nummer
from netzint.dokumente import kontext, kontext_sitzung
from netzint.modell.bestand import Bestand
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.finden import find_in_allen
from netzint.modell.sitzung import Sitzung
from netzint.modell.sprache import datum
from netzint.modell.veranstaltung import Veranstaltung
from netzint.recht.terminfolge import folge, stempel

DAUER = timedelta(hours=2)
"""How long a date lasts of which no end is recorded; the text says that it is open."""
_OFFEN = "Das Ende steht noch nicht fest."


class Termin(NamedTuple):
    """One date. Times are those of Europe/Berlin; without a time it takes whole days."""

    kennung: str
    art: str
    titel: str
    beginn: date | datetime
    ende: date | datetime
    """Exclusive, as calendars count."""
    ort: str
    text: str
    abgesagt: bool
    vorgemerkt: bool
    """Set, but nobody is invited yet."""
    folge: int
    stempel: date


def find_termin(bestand: Bestand, text: str) -> Termin:
    """The date of a Sitzung or Veranstaltung. Raises NetzintFehler (wrong usage) for anything else."""
    entry = find_in_allen(bestand, text)
    if isinstance(entry, Sitzung | Veranstaltung):
        return make_termin(bestand, entry)
    raise NetzintFehler(
        f"{entry.kennung} ist kein Termin; Kalendereinträge gibt es zu Sitzungen und Veranstaltungen.",
        "Alle Sitzungen zeigt: netzint sitzung liste; alle Veranstaltungen: netzint veranstaltung liste",
        Ausgang.AUFRUF,
    )


def list_termine(bestand: Bestand) -> tuple[Termin, ...]:
    """All dates in their order; called-off ones too, so that they go out in the calendars that know them."""
    entries: list[Sitzung | Veranstaltung] = [*bestand.sitzungen.values(), *bestand.veranstaltungen.values()]
    real = (entry for entry in entries if not entry.entfallen)
    return tuple(make_termin(bestand, e) for e in sorted(real, key=lambda e: (e.datum, e.beginn or "", e.kennung)))


def make_termin(bestand: Bestand, entry: Sitzung | Veranstaltung) -> Termin:
    """The date as it is recorded."""
    over = bool(entry.abgesagt or entry.entfallen)
    title = _titel(bestand, entry)
    start, end, is_open = _zeit(bestand, entry)
    lines = _sitzung(bestand, entry) if isinstance(entry, Sitzung) else _veranstaltung(entry)
    return Termin(
        entry.kennung,
        "Sitzung" if isinstance(entry, Sitzung) else entry.art,
        f"Abgesagt: {title}" if over else title,
        start,
        end,
        entry.ort or "",
        "\n".join((*_absage(entry), *lines, *((_OFFEN,) if is_open and not over else ()), entry.kennung.upper())),
        over,
        isinstance(entry, Sitzung) and entry.zustand == "terminiert",
        folge(entry),
        stempel(entry),
    )


def _titel(bestand: Bestand, entry: Sitzung | Veranstaltung) -> str:
    if isinstance(entry, Veranstaltung):
        return f"{entry.art}: {entry.titel}"
    name = kontext.gremium(bestand, entry.gremium)
    return f"Sitzung der {name}" if entry.zustand in ("abgesagt", "entfallen") else _nummeriert(bestand, entry, name)


def _nummeriert(bestand: Bestand, entry: Sitzung, name: str) -> str:
    return f"{laufende_nummer(bestand, entry)}. Sitzung der {name}"


def _zeit(bestand: Bestand, entry: Sitzung | Veranstaltung) -> tuple[date | datetime, date | datetime, bool]:
    """Begin, end, and whether the end is open. A Sitzung begins when its Einladung says it does."""
    last = entry.bis or entry.datum if isinstance(entry, Veranstaltung) else entry.datum
    clock = kontext.sitzung(bestand, entry, entry.datum)["beginn"] if isinstance(entry, Sitzung) else entry.beginn
    if not clock:
        return entry.datum, max(last, entry.datum) + timedelta(days=1), False
    start = datetime.combine(entry.datum, time.fromisoformat(clock))
    end = datetime.combine(last, time.fromisoformat(entry.ende)) if entry.ende else start
    return (start, end, False) if end > start else (start, start + DAUER, True)


def _absage(entry: Sitzung | Veranstaltung) -> Iterator[str]:
    if entry.abgesagt:
        yield f"Abgesagt am {datum(entry.abgesagt.am)}: {' '.join(entry.abgesagt.grund.split())}"
    if entry.verlegt and not entry.abgesagt:
        yield f"Verlegt; bisher am {datum(entry.verlegt[-1].von)}."


def _sitzung(bestand: Bestand, entry: Sitzung) -> Iterator[str]:
    if not entry.abgesagt:
        yield f"Die Sitzung findet {kontext.FORMEN[entry.form]} statt."
    tops = kontext_sitzung.tops(bestand, entry)
    if tops:
        yield ""
        yield "Tagesordnung"
        yield from (f"TOP {top['nummer']}: {top['titel']}{_unterlage(top)}" for top in tops)
        yield ""


def _unterlage(top: kontext.Daten) -> str:
    return f" ({top['vorlage']})" if top["vorlage"] else ""


def _veranstaltung(entry: Veranstaltung) -> Iterator[str]:
    if not entry.abgesagt:
        yield f"Die Veranstaltung findet {kontext.FORMEN[entry.form]} statt."
    if entry.programm:
        yield ""
        yield from entry.programm.strip().splitlines()
        yield ""
