"""What a check has to say: findings and their places. Plain tuples, so that a cached answer needs no pydantic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

Feldpfad = tuple[str | int, ...]
"""The way to a value inside an entry: ``("mandate", 0, "von")``. Numbers count list items from 0."""


class Schwere(StrEnum):
    """How bad a finding is; the order is the order of attention."""

    FEHLER = "fehler"
    WARNUNG = "warnung"
    HINWEIS = "hinweis"


class Ort(NamedTuple):
    """Where in the Bestand something stands: an entry, its kind, and the way to the value in it."""

    kennung: str
    feld: Feldpfad = ()
    art: str = ""


class Befund(NamedTuple):
    """One finding. Lines and columns count from 1; 0 means that there is no place in a file.

    ``schluessel`` are the rule's key values: what tells this finding from another of the same code at the same field.
    """

    code: str
    schwere: Schwere
    text: str
    hinweis: str = ""
    pfad: str = ""
    zeile: int = 0
    spalte: int = 0
    kennung: str = ""
    feld: Feldpfad = ()
    schluessel: tuple[str, ...] = ()

    @property
    def identitaet(self) -> tuple[str, str, Feldpfad, tuple[str, ...]]:
        """What makes two findings the same one before and after a change: never line, text or position in a list."""
        names = tuple(part for part in self.feld if isinstance(part, str))
        return (self.code, self.kennung, names, self.schluessel)


def sort_befunde(befunde: list[Befund] | tuple[Befund, ...]) -> tuple[Befund, ...]:
    """Order for people and for repeatable bytes: by file, line, column, code; the rest leaves nothing to chance."""
    return tuple(
        sorted(befunde, key=lambda b: (b.pfad, b.zeile, b.spalte, b.code, b.text, b.hinweis, b.schluessel, str(b.feld)))
    )


def new_fehler(before: tuple[Befund, ...], after: tuple[Befund, ...]) -> tuple[Befund, ...]:
    """The Fehler in ``after`` that ``before`` did not have: all that a Vorgang may be refused for (the ratchet)."""
    return subtract([b for b in after if b.schwere is Schwere.FEHLER], before)


def excuse_repair(
    wandel: Iterable[Befund], before: tuple[Befund, ...], after: tuple[Befund, ...]
) -> tuple[Befund, ...]:
    """What is said of changes: a Warnung where the change takes away a Fehler, which must not block its own repair.

    The Fehler has to stand in what was changed, not just beside it: who mends a TOP may not change a vote meanwhile.
    """
    gone = [b for b in subtract([b for b in before if b.schwere is Schwere.FEHLER], after) if b.feld]

    def excuse(befund: Befund) -> Befund:
        place = befund.feld
        repairs = place and any(b.kennung == befund.kennung and b.feld[: len(place)] == place for b in gone)
        return befund._replace(schwere=Schwere.WARNUNG) if repairs and befund.schwere is Schwere.FEHLER else befund

    return tuple(map(excuse, wandel))


def subtract(some: Iterable[Befund], others: Iterable[Befund]) -> tuple[Befund, ...]:
    """What is in one and not in the other; another severity is another finding."""
    known = Counter((b.identitaet, b.schwere) for b in others)
    left = []
    for befund in some:
        key = (befund.identitaet, befund.schwere)
        if known[key] > 0:
            known[key] -= 1
        else:
            left.append(befund)
    return tuple(left)


_RANG = {Schwere.HINWEIS: 0, Schwere.WARNUNG: 1, Schwere.FEHLER: 2}


def mark_neue(before: tuple[Befund, ...], after: tuple[Befund, ...]) -> tuple[bool, ...]:
    """Of each finding in ``after`` whether ``before`` did not have it, or not as badly.

    Of several that cannot be told apart those count as old that stand at the same value; a Warnung that has become a
    Fehler is new.
    """
    neu, used = [True] * len(after), [False] * len(before)
    for same in (lambda b: (b.identitaet, b.feld), lambda b: b.identitaet):
        known: dict[object, list[int]] = {}
        for nr, befund in enumerate(before):
            if not used[nr]:
                known.setdefault(same(befund), []).append(nr)
        for nr in sorted((n for n, new in enumerate(neu) if new), key=lambda n: -_RANG[after[n].schwere]):
            rang, found = _RANG[after[nr].schwere], known.get(same(after[nr]), ())
            fits = next((n for n in found if not used[n] and _RANG[before[n].schwere] >= rang), None)
            if fits is not None:
                neu[nr], used[fits] = False, True
    return tuple(neu)
