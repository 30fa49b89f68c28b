"""Which values of an entry are different in two states: for rules about what was changed afterwards."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from netzint.modell.befund import Feldpfad
from netzint.modell.grund import Angabe, ordered_fields
from netzint.modell.klartext import Klartext, plain_wert
from netzint.modell.paare import Paar, pair_by

_FEST = ("kennung", "nr", "gilt_ab", "mitglied", "stelle", "regel", "zu")
"""By one of these an item of a list is known again; if it is different, it is another item."""
_LOSE = (
    ("gremium", "sitz", "rolle", "von"), ("gremium", "sitz", "rolle"), ("am",), ("ab",), ("bis",), ("von",),
    ("titel",), ("was",),
)  # fmt: skip
"""By these items are known again that have nothing firm, the first that fits; what is left, by its place."""


class Wechsel(NamedTuple):
    """One value that is different, as plain data; None: it was not said, or is not said any more."""

    feld: Feldpfad
    """Where it stands; of what is gone, where it stood last."""
    davor: Feldpfad
    """Where it stood; of what is new, the list it came into."""
    alt: Klartext | None
    neu: Klartext | None


def vergleiche(alt: Angabe, neu: Angabe, feld: Feldpfad = (), davor: Feldpfad = ()) -> Iterator[Wechsel]:
    """All differences of two states of an entry or of one of its parts, value by value."""
    for name in ordered_fields(type(neu)):
        before, after = getattr(alt, name), getattr(neu, name)
        if before == after and str(before) == str(after):  # 2021-10 and 2021-10-01 are the same day
            continue
        places = (*feld, name), (*davor, name)
        if isinstance(before, Angabe) and type(before) is type(after):
            yield from vergleiche(before, after, *places)
        elif _holds_angaben(before) or _holds_angaben(after):
            yield from _compare_listen(before, after, *places)
        else:
            yield Wechsel(*places, _plain(before), _plain(after))


def _plain(wert: Any) -> Klartext | None:
    return None if wert is None or wert == () else plain_wert(wert)


def _holds_angaben(wert: Any) -> bool:
    return isinstance(wert, tuple) and bool(wert) and isinstance(wert[0], Angabe)


def _compare_listen(alt: Sequence[Any], neu: Sequence[Any], feld: Feldpfad, davor: Feldpfad) -> Iterator[Wechsel]:
    for a, b in pair_items(alt, neu):
        if b is None:
            yield Wechsel(feld, (*davor, a or 0), plain_wert(alt[a or 0]), None)
        elif a is None:
            yield Wechsel((*feld, b), davor, None, plain_wert(neu[b]))
        else:
            yield from vergleiche(alt[a], neu[b], (*feld, b), (*davor, a))


def pair_items(alt: Sequence[Any], neu: Sequence[Any]) -> list[Paar]:
    """Which item of a list became which: those that are gone have no second number, those that are new no first."""
    loose = (partial(_loose_key, names=names) for names in _LOSE)
    return pair_by(alt, neu, (repr, _firm_key, *loose, _kind_of_rest))


def _kind_of_rest(item: Angabe) -> str | None:
    return None if _firm_key(item) is not None else type(item).__name__


def _firm_key(item: Angabe) -> Hashable | None:
    name = next((name for name in _FEST if getattr(item, name, None) is not None), None)
    return (name, getattr(item, name)) if name and not hasattr(item, "gremium") else None


def _loose_key(item: Angabe, names: tuple[str, ...]) -> Hashable | None:
    if _firm_key(item) is not None or not all(hasattr(item, name) for name in names):
        return None
    values = tuple(getattr(item, name) for name in names)
    return values if any(value is not None for value in values) else None
