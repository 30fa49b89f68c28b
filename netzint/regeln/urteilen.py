"""Judging a Bestand of which most was judged before.

A rule depends on nothing but what it reads, and the Bestand notes what that is. So a rule is asked again only if
something that it read has changed. If all that has changed is some entries of one kind, and the rule says of itself
that it judges the entries of this kind one by one (``je``), it is asked about those only: what it had to say of them as
they were is taken away, what it has to say of them as they are is added. If some of several such kinds have changed,
one kind after the other is taken to have changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from netzint.modell.befund import Befund
from netzint.modell.bestand import Bestand
from netzint.modell.fach import Fach, make_fach
from netzint.modell.faecher import Ansicht
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


def judge_all(bestand: Bestand, stichtag: date, regeln: Iterable[Regel]) -> dict[str, Urteil]:
    """Ask every rule."""
    return {rule.code: _judge(rule, bestand, stichtag) for rule in regeln}


def judge_again(
    bestand: Bestand, stichtag: date, regeln: Iterable[Regel], frueher: Urteile, anders: Unterschied
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
        self._made: dict[tuple[str, ...], tuple[Bestand, Bestand]] = {}
        self._frueher: dict[str, Fach] = {}
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

    def find(self, je: tuple[str, ...], changed: frozenset[str]) -> list[tuple[Bestand, Bestand]]:
        """Nothing but the entries that have changed, as they were and as they are, step by step; [] if it takes more.

        In each step some kinds change that do not matter to one another, while those of later steps are still as they
        were.
        """
        alone = [arten for arten in je if changed.issubset(arten.split())][:1]
        steps = alone or [arten for arten in je if not changed.isdisjoint(arten.split())]
        if not changed <= self._vorher.keys() or not changed.issubset(" ".join(steps).split()):
            return []
        return [self._make(arten, *steps[nr:]) for nr, arten in enumerate(steps, 1)]

    def _make(self, now: str, *later: str) -> tuple[Bestand, Bestand]:
        if (now, *later) not in self._made:
            rest = {art: self._restore(art) for art in " ".join(later).split() if art in self._vorher}
            was, become = (
                self.bestand.restricted({**rest, **{art: fach.get(art, _LEER) for art in now.split()}})
                for fach in (self._vorher, self._nachher)
            )
            self._made[now, *later] = (was, become)
        return self._made[now, *later]

    def _restore(self, art: str) -> Fach:
        """All entries of a kind as they were."""
        if art not in self._frueher:
            self._frueher[art] = self.bestand.faecher.get(art, _LEER).exchange(
                art, self._nachher.get(art, _LEER), self._vorher[art]
            )
        return self._frueher[art]


def _judge_again(rule: Regel, stichtag: date, frueher: Urteil | None, teile: _Teile) -> Urteil:
    if frueher is None:
        return _judge(rule, teile.bestand, stichtag)
    if is_settled(frueher, teile.namen):
        return frueher
    verstoesse, gelesen = frueher.verstoesse, frueher.gelesen
    changed = gelesen & teile.namen
    if changed:
        steps = teile.find(rule.je, changed)
        found = _find_anew(rule, stichtag, frueher, steps) if steps else None
        verstoesse, gelesen = found or _find(rule, teile.bestand, stichtag)
    return _finish(rule, teile.bestand, stichtag, verstoesse, gelesen)


def _find_anew(
    rule: Regel, stichtag: date, frueher: Urteil, steps: list[tuple[Bestand, Bestand]]
) -> tuple[tuple[Befund, ...], frozenset[str]] | None:
    """By asking about the changed entries only; None if what the rule says now does not fit what it said before."""
    verstoesse, gelesen = Counter(frueher.verstoesse), frueher.gelesen
    for was, become in steps:
        gone, read_before = _find(rule, was, stichtag)
        come, read_after = _find(rule, become, stichtag)
        verstoesse.subtract(gone)
        if any(number < 0 for number in verstoesse.values()):
            return None
        verstoesse.update(come)
        gelesen = gelesen | read_before | read_after
    return tuple(verstoesse.elements()), gelesen
