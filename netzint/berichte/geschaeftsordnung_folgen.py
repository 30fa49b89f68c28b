"""What a change of the Geschäftsordnung does: findings that come and go, quorum, deadlines. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from netzint.berichte.fristen import list_fristen
from netzint.berichte.fristquellen import Frist
from netzint.berichte.geschaeftsordnung import compare_fassungen
from netzint.berichte.strategiegruppe import quorum
from netzint.modell.befund import Befund, subtract
from netzint.modell.bestand import Bestand
from netzint.modell.sprache import anzahl, datum
from netzint.regeln.register import judge

GENANNT = 6
"""So many of a kind are told one by one."""
_SCHAU = timedelta(days=366)


def folgen(before: Bestand, after: Bestand, ab: date, stichtag: date) -> tuple[str, ...]:
    """The differences on the first day of a change (or today, if that is later), in sentences."""
    tag = max(ab, stichtag)
    told = [*_values(before, after, tag), *_quorum(before, after, tag), *_befunde(before, after, tag)]
    told += _fristen(before, after, tag)
    return tuple(told) or (f"Am {datum(tag)} ist dadurch sonst nichts anders, kein Befund und keine Frist.",)


def _values(before: Bestand, after: Bestand, tag: date) -> Iterator[str]:
    old, new = before.fassung(tag), after.fassung(tag)
    if old is not None and new is not None:
        yield from (f"Ab {datum(tag)}: {text}" for text in compare_fassungen(old, new))


def _quorum(before: Bestand, after: Bestand, tag: date) -> Iterator[str]:
    old, new = (quorum(b, tag, _taken(b, tag)) for b in (before, after))
    seats = len(after.sitze(tag))
    if old != new or seats != len(before.sitze(tag)):
        taken = _taken(after, tag)
        yield f"Beschlussfähig ab {new} Anwesenden (bisher {old}); besetzt sind dann {taken} von {seats} Sitzen."


def _taken(bestand: Bestand, tag: date) -> int:
    held = bestand.ordentliche(tag)
    return sum(sitz.kennung in held for sitz in bestand.sitze(tag))


def _befunde(before: Bestand, after: Bestand, tag: date) -> Iterator[str]:
    """Findings that come or go. Imported late: the list of all rules is long."""
    from netzint.regeln.alle import ALLE

    old, new = (judge(b, tag, ALLE) for b in (before, after))
    yield from _limit("Neu", subtract(new, old))
    yield from _limit("Nicht mehr", subtract(old, new))


def _limit(word: str, befunde: tuple[Befund, ...]) -> Iterator[str]:
    for befund in befunde[:GENANNT]:
        yield f"{word}: {befund.schwere.capitalize()} {befund.code}, {befund.text}"
    if len(befunde) > GENANNT:
        yield f"{word}: {anzahl(len(befunde) - GENANNT, 'weiterer Befund', 'weitere Befunde')} (netzint pruefen)"


def _fristen(before: Bestand, after: Bestand, tag: date) -> list[str]:
    old, new = ({(f.art, f.kennung, f.zusatz): f for f in list_fristen(b, tag, tag + _SCHAU)} for b in (before, after))
    pairs = [(old.get(key), new.get(key)) for key in {*old, *new}]
    changed = sorted((pair for pair in pairs if _am(pair[0]) != _am(pair[1])), key=_rank)
    more = [f"Frist: {len(changed) - GENANNT} weitere ändern sich."] if len(changed) > GENANNT else []
    return [_tell(*pair) for pair in changed[:GENANNT]] + more


def _rank(pair: tuple[Frist | None, Frist | None]) -> tuple[bool, Frist]:
    """What has another day before what comes or goes, the earliest first."""
    frist = pair[1] or pair[0]
    return None in pair, frist or Frist(date.max, "", "", "")


def _am(frist: Frist | None) -> date | None:
    return frist.am if frist else None


def _tell(old: Frist | None, new: Frist | None) -> str:
    frist = new or old
    if frist is None:
        return ""
    head = f"Frist {frist.art} {frist.kennung.upper()}: {frist.text}"
    if new is None:
        return f"{head} entfällt"
    return f"{head}, {datum(new.am)}" + (f" statt {datum(old.am)}" if old else " (neu)")
