"""The order of children after a merge: additions behind what they stood behind, moves as they were made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)
Rang = Callable[[list[T]], "list[Any] | None"]
"""How additions to one place are ordered; None: ours first."""


class Folge(NamedTuple):
    """The children in their order; not ``einig``: both sides moved the same ones to different places."""

    namen: list[Any]
    einig: bool


def merge_folge(basis: Sequence[T], unser: Sequence[T], ihr: Sequence[T], rang: Rang[T]) -> Folge:
    """The order of all that stands on either side."""
    ueberall = {*basis} & {*unser} & {*ihr}
    alt, links, rechts = ([name for name in seite if name in ueberall] for seite in (basis, unser, ihr))
    if rechts in (alt, links):
        folge, einig = _put_in(unser, ihr, zuerst=True), True
    elif links == alt:
        folge, einig = _put_in(ihr, unser, zuerst=False), True
    else:
        links_bewegt, rechts_bewegt = _find_bewegte(alt, links), _find_bewegte(alt, rechts)
        stehend = [name for name in unser if name not in rechts_bewegt]
        folge, einig = _put_in(stehend, ihr, zuerst=True), not links_bewegt & rechts_bewegt
    return Folge(_sort_neue(folge, basis, unser, ihr, rang), einig)


def _put_in(erste: Sequence[T], zweite: Sequence[T], *, zuerst: bool) -> list[T]:
    """All of the second side that the first has not, each behind what it stands behind there.

    ``zuerst``: what the first side has added at the same place stands before it.
    """
    folge, fremd = [*erste], {*erste} - {*zweite}
    there = {*erste}
    davor: T | None = None
    for name in zweite:
        if name not in there:
            stelle = folge.index(davor) + 1 if davor is not None else 0
            while zuerst and stelle < len(folge) and folge[stelle] in fremd:
                stelle += 1
            folge.insert(stelle, name)
        davor = name
    return folge


def _find_bewegte(alt: Sequence[T], neu: Sequence[T]) -> set[T]:
    """The fewest that must have been moved: all but a longest run that kept its order."""
    platz = {name: nr for nr, name in enumerate(alt)}
    enden: list[int] = []
    ketten: list[list[T]] = []
    for name in neu:
        nr = bisect_left(enden, platz[name])
        kette = [*(ketten[nr - 1] if nr else []), name]
        enden[nr:] = [platz[name], *enden[nr + 1 :]]
        ketten[nr:] = [kette, *ketten[nr + 1 :]]
    return {*neu} - {*(ketten[-1] if ketten else [])}


def _sort_neue(folge: list[T], basis: Sequence[T], unser: Sequence[T], ihr: Sequence[T], rang: Rang[T]) -> list[T]:
    """Where both sides have added something to one place, it gets the order of its kind."""
    alt, links, rechts = {*basis}, {*unser}, {*ihr}
    start = 0
    while start < len(folge):
        ende = start
        while ende < len(folge) and folge[ende] not in alt:
            ende += 1
        lauf = folge[start:ende]
        if {*lauf} - links and {*lauf} - rechts:
            raenge = rang(lauf)
            if raenge is not None:
                order = sorted(range(len(lauf)), key=lambda nr: raenge[nr])
                folge[start:ende] = [lauf[nr] for nr in order]
        start = ende + 1
    return folge
