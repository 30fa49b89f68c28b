"""A proposed TOP, what the proposals look at, and what stands on the agendas of earlier planned Sitzungen already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from netzint.modell.antrag import EmpfehlungAntrag
from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand
from netzint.modell.sitzung import Sitzung
from netzint.recht.wiedervorlage import Faellig


class Vorschlag(NamedTuple):
    """A proposed TOP. ``antrag`` asks for a Beschlussvorlage, unless ``vorlage`` names one that is there already."""

    kennung: str
    titel: str
    weil: str = ""
    fest: bool = False
    antrag: dict[str, Any] | None = None
    vorlage: str | None = None
    wiederaufnahme: str | None = None
    bezug: tuple[str, ...] = ()
    sammelt: bool = False
    """Gathers matters of one kind, and has left out those on the agenda of an earlier planned Sitzung itself."""


class Anlass(NamedTuple):
    """What the generators look at: the Bestand, the day of asking, the day of the Sitzung and the one after it."""

    bestand: Bestand
    stichtag: date
    datum: date
    danach: date
    geplant: tuple[Sitzung, ...]
    """Sitzungen that are planned for earlier days and not held yet."""


Quelle = Callable[[Anlass], Iterator[Vorschlag]]


def merge(first: Vorschlag, again: Vorschlag) -> Vorschlag:
    """One TOP for what two sources propose: the first has its place, and takes up what comes back, with its paper.

    Without that the relief of a second Ladung would not hold for it, and an Empfehlung that comes back from an Umlauf
    would have no Beschlussvorlage. What stands on every Tagesordnung stays as it is.
    """
    if first.fest or not (first.wiederaufnahme or again.wiederaufnahme):
        return first
    joined = first._replace(vorlage=first.vorlage or again.vorlage, antrag=first.antrag or again.antrag)
    if first.wiederaufnahme:
        return joined
    return joined._replace(weil=again.weil, wiederaufnahme=again.wiederaufnahme)


def is_reviewed(sitzung: Sitzung, due: Faellig) -> bool:
    """Whether the Beschlusskontrolle of a planned Sitzung shows this Wiedervorlage."""
    tops = (top for top in sitzung.tagesordnung if top.kennung == "ueberpruefung" and not top.abgesetzt)
    return due.am <= sitzung.datum and any(due.empfehlung.kennung in top.bezug for top in tops)


def list_matters(sitzung: Sitzung, bestand: Bestand) -> Iterator[str]:
    """What stands on an agenda: its TOPs, and the Empfehlungen of its Vorlagen whatever their TOP is called."""
    for top in (top for top in sitzung.tagesordnung if not top.abgesetzt):
        yield top.kennung
        vorlage = bestand.beschlussvorlagen.get(top.vorlage or "")
        if vorlage is not None and isinstance(vorlage.antrag, EmpfehlungAntrag):
            yield from vorlage.antrag.empfehlungen


def covered_before(anlass: Anlass, top: str) -> frozenset[str]:
    """What a gathering TOP of this Kennung already has on the agenda of an earlier planned Sitzung."""
    earlier = (t for sitzung in anlass.geplant for t in sitzung.tagesordnung if t.kennung == top and not t.abgesetzt)
    return frozenset(kennung for t in earlier for kennung in t.bezug)


def planned_before(bestand: Bestand, tag: date) -> tuple[Sitzung, ...]:
    """Sitzungen of the Strategiegruppe before a day that are terminiert or eingeladen and not held yet."""
    sitzungen = bestand.sitzungen_von(STRATEGIEGRUPPE)
    return tuple(s for s in sitzungen if s.datum < tag and s.zustand in ("terminiert", "eingeladen"))


def shorten(text: str) -> str:
    return text if len(text) <= 290 else text[:289] + "…"
