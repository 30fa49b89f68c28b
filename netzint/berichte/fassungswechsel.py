"""A new Fassung of an Empfehlung, told by what it changes in the one before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from netzint.berichte.vergleich import NEU, Unterschied, compare_angaben
from netzint.modell.empfehlung import Empfehlung, Empfehlungsfassung
from netzint.modell.grund import Eintrag
from netzint.modell.sprache import datum


def tell_fassungen(neu: Eintrag | None, unterschiede: Iterable[Unterschied]) -> tuple[Unterschied, ...]:
    """The same differences, with a Fassung that is new told word by word beside the one before it."""
    return tuple(told for d in unterschiede for told in _tell(neu, d))


def _tell(neu: Any, d: Unterschied) -> Iterator[Unterschied]:
    if not isinstance(neu, Empfehlung) or d.art != NEU or len(d.feld) != 2 or d.feld[0] != "fassungen":
        yield d
        return
    fassung: Empfehlungsfassung = neu.fassungen[int(d.feld[1])]
    before = max((f for f in neu.fassungen if f.nr < fassung.nr), key=lambda f: f.nr, default=None)
    if before is None:
        yield d
        return
    found = [c for c in compare_angaben(before, fassung) if c.feld[0] not in ("nr", "vom", "eingereicht")]
    given = f", eingereicht am {datum(fassung.eingereicht)}" if fassung.eingereicht else ""
    same = "" if found else f"; im Wortlaut wie Fassung {before.nr}"
    yield d._replace(text=f"Fassung {fassung.nr} vom {datum(fassung.vom)}{given}{same}")
    for c in found:
        yield c._replace(feld=(*d.feld, *c.feld), text=f"Fassung {fassung.nr} gegenüber Fassung {before.nr}: {c.text}")
