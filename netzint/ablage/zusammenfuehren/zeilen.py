"""Lines merged as lines: what only one side changed is taken, what both changed at one place is left open."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)


class Abschnitt(NamedTuple):
    """Lines that belong together: what each side has there."""

    unser: tuple[Hashable, ...]
    basis: tuple[Hashable, ...]
    ihr: tuple[Hashable, ...]

    @property
    def ist_offen(self) -> bool:
        """Whether both sides changed it, and not alike."""
        return self.basis not in (self.unser, self.ihr) and self.unser != self.ihr

    @property
    def einig(self) -> tuple[Hashable, ...]:
        """What holds where it is not open."""
        return self.ihr if self.unser == self.basis else self.unser


def merge_zeilen(basis: Sequence[T], unser: Sequence[T], ihr: Sequence[T]) -> Iterator[Abschnitt]:
    """The three states cut where all of them are equal; between two changes there is at least one equal line."""
    stand = (0, 0, 0)
    for b, u, i, laenge in [*_find_gleiche(basis, unser, ihr), (len(basis), len(unser), len(ihr), 0)]:
        dazwischen = Abschnitt(tuple(unser[stand[1] : u]), tuple(basis[stand[0] : b]), tuple(ihr[stand[2] : i]))
        if any(dazwischen):
            yield dazwischen
        if laenge:
            gleich = tuple(basis[b : b + laenge])
            yield Abschnitt(gleich, gleich, gleich)
        stand = (b + laenge, u + laenge, i + laenge)


def split_zeilenweise(abschnitt: Abschnitt) -> list[Abschnitt]:
    """An open part line by line, if each side has as many: then it is known which line became which."""
    if len({*map(len, abschnitt)}) > 1:
        return [abschnitt]
    return [Abschnitt((u,), (b,), (i,)) for u, b, i in zip(*abschnitt, strict=True)]


def _find_gleiche(basis: Sequence[T], unser: Sequence[T], ihr: Sequence[T]) -> Iterator[tuple[int, int, int, int]]:
    """Where all three are equal: the places in each, and how many lines."""
    from difflib import SequenceMatcher

    links = SequenceMatcher(None, basis, unser, autojunk=False).get_matching_blocks()
    rechts = SequenceMatcher(None, basis, ihr, autojunk=False).get_matching_blocks()
    nr = 0
    for b_links, u, laenge in links:
        while nr < len(rechts):
            b_rechts, i, weite = rechts[nr]
            start, ende = max(b_links, b_rechts), min(b_links + laenge, b_rechts + weite)
            if start < ende:
                yield start, u + start - b_links, i + start - b_rechts, ende - start
            if b_rechts + weite > b_links + laenge:
                break
            nr += 1
