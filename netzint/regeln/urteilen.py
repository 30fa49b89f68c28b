"""Judging a Bestand of which most was judged before.

A rule depends on nothing but what it reads, and the Bestand notes what that is. So a rule is asked again only if
something that it read has changed. If all that has changed is some entries of one kind, and the rule says of itself
that it judges the entries of this kind one by one (``je``), it is asked about those only: what it had to say of them as
they were is taken away, what it has to say of them as they are is added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from netzint.modell.befund import Befund
from netzint.modell.bestand import Bestand
from netzint.modell.faecher import Ansicht, Fach, make_fach
from netzint.modell.urteil import STICHTAG, Urteil, Urteile, is_settled
from netzint.regeln.ansichten import ANSICHTEN
from netzint.regeln.register import Regel, find_befunde, soften

_LEER = make_fach({})


class Unterschied(NamedTuple):
    """What is different from the Bestand that was judged before."""

    namen: frozenset[str]
    """The names of what has changed, as a Bestand notes them."""
    vorher: Mapping[str, Fach]
    """By kind, the entries that are gone or different, as they were; no kind of which that is not known any more."""
    nachher: Mapping[str, Fach]
    """By kind, the entries that are new or different."""


def judge_all(bestand: Bestand, stichtag: date, regeln: Sequence[Regel]) -> dict[str, Urteil]:
    """Ask every rule."""
    return {rule.code: _judge(rule, bestand, stichtag) for rule in regeln}


def judge_again(
    bestand: Bestand, stichtag: date, regeln: Sequence[Regel], frueher: Urteile, anders: Unterschied
) -> dict[str, Urteil]:
    """The same answer, from what was said before and what has changed since."""
    teile = _Teile(bestand, anders)
    return {rule.code: _judge_again(rule, stichtag, frueher.get(rule.code), teile) for rule in regeln}


def _judge(rule: Regel, bestand: Bestand, stichtag: date) -> Urteil:
    verstoesse, gelesen = _find(rule, bestand, stichtag)
    return _finish(rule, bestand, stichtag, verstoesse, gelesen)


def _find(rule: Regel, bestand: Bestand, stichtag: date) -> tuple[tuple[Befund, ...], frozenset[str]]:
    with bestand.note_reading() as gelesen:
        found = tuple(find_befunde(rule, bestand, stichtag))
    return found, frozenset(gelesen | {STICHTAG} if rule.mit_tag else gelesen)


def _finish(
    rule: Regel, bestand: Bestand, stichtag: date, verstoesse: tuple[Befund, ...], gelesen: frozenset[str]
) -> Urteil:
    if not verstoesse:
        return Urteil((), gelesen, (), frozenset())
    with bestand.note_reading() as besides:
        softened = tuple(soften(befund, rule, bestand, stichtag) for befund in verstoesse)
    return Urteil(verstoesse, gelesen, softened, frozenset(besides | {STICHTAG}))


class _Teile:
    """The Bestand, what has changed in it, and the parts of it that hold only what has changed."""

    def __init__(self, bestand: Bestand, anders: Unterschied) -> None:
        self.bestand = bestand
        self._vorher, self._nachher = anders.vorher, anders.nachher
        self._made: dict[str, tuple[Bestand, Bestand]] = {}
        self.namen = anders.namen
        self.namen |= {ansicht.name for ansicht in ANSICHTEN if not self._looks_the_same(ansicht)}

    def _looks_the_same(self, ansicht: Ansicht[Any]) -> bool:
        arten = ansicht.arten & self.namen
        if not arten <= self._vorher.keys():
            return False
        if not arten:
            return True
        was, now = (Bestand({art: fach.get(art, _LEER) for art in arten}) for fach in (self._vorher, self._nachher))
        return bool(ansicht.make(was) == ansicht.make(now))

    def find(self, je: tuple[str, ...], changed: frozenset[str]) -> tuple[Bestand, Bestand] | None:
        """Nothing but the entries that have changed, as they were and as they are; None if that is not enough."""
        name = next((arten for arten in je if changed.issubset(arten.split())), None)
        if name is None or not changed <= self._vorher.keys():
            return None
        if name not in self._made:
            arten = name.split()
            was = self.bestand.restricted({art: self._vorher.get(art, _LEER) for art in arten})
            self._made[name] = (was, self.bestand.restricted({art: self._nachher.get(art, _LEER) for art in arten}))
        return self._made[name]


def _judge_again(rule: Regel, stichtag: date, frueher: Urteil | None, teile: _Teile) -> Urteil:
    if frueher is None:
        return _judge(rule, teile.bestand, stichtag)
    if is_settled(frueher, teile.namen):
        return frueher
    verstoesse, gelesen = frueher.verstoesse, frueher.gelesen
    changed = gelesen & teile.namen
    if changed:
        parts = teile.find(rule.je, changed)
        found = _find_anew(rule, stichtag, frueher, parts) if parts else None
        verstoesse, gelesen = found or _find(rule, teile.bestand, stichtag)
    return _finish(rule, teile.bestand, stichtag, verstoesse, gelesen)


def _find_anew(
    rule: Regel, stichtag: date, frueher: Urteil, parts: tuple[Bestand, Bestand]
) -> tuple[tuple[Befund, ...], frozenset[str]] | None:
    """By asking about the changed entries only; None if what the rule says now does not fit what it said before."""
    gone, read_before = _find(rule, parts[0], stichtag)
    come, read_after = _find(rule, parts[1], stichtag)
    left = Counter(frueher.verstoesse)
    left.subtract(gone)
    if any(number < 0 for number in left.values()):
        return None
    return (*left.elements(), *come), frueher.gelesen | read_before | read_after
