"""Every value of an entry with the path by which people name it: ``mandate.1.von``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

from netzint.modell.grund import GEMEINSAM, Angabe, ordered_fields
from netzint.modell.klartext import Klartext

SCHLUESSEL = ("kennung", "stelle", "nr", "mitglied")
"""The fields by which people name an item of a list; without them by its number, from 1 on."""


class Wert(NamedTuple):
    """One value, or the place of one that is not said."""

    pfad: str
    feld: str
    """The last part of the path: the key in the file."""
    wert: Klartext | None


def iter_werte(teil: Angabe, davor: str = "") -> Iterator[Wert]:
    """All values below a part, in the order of the file; what corrections say of the past is none of them."""
    for feld in ordered_fields(type(teil)):
        value, pfad = getattr(teil, feld), f"{davor}{feld}"
        if feld in GEMEINSAM:
            continue
        if isinstance(value, Angabe):
            yield from iter_werte(value, f"{pfad}.")
        elif isinstance(value, tuple) and value and isinstance(value[0], Angabe):
            for name, item in zip(name_items(value), value, strict=True):
                yield from iter_werte(item, f"{pfad}.{name}.")
        elif value not in (None, ()) or not _holds_angaben(type(teil).model_fields[feld].annotation):
            yield Wert(pfad, feld, list(value) if isinstance(value, tuple) else value)


def name_items(items: tuple[Any, ...]) -> list[str]:
    """What each item of a list is called in a path: by a field that tells them apart, else by its number."""
    for key in SCHLUESSEL:
        names = [str(getattr(item, key, None) or "") for item in items]
        if all(names) and len(set(names)) == len(names):
            return names
    return [str(nr) for nr in range(1, len(items) + 1)]


def find_item(items: tuple[Any, ...], name: str) -> int | None:
    """Which item of a list is called so, by its name or number."""
    for nr, item in enumerate(items):
        if any(str(getattr(item, key, "")) == name for key in SCHLUESSEL):
            return nr
    return int(name) - 1 if name.isdecimal() and 1 <= int(name) <= len(items) else None


def _holds_angaben(annotation: Any) -> bool:
    """Whether a field is for parts of their own, which an act makes and a correction does not."""
    if isinstance(annotation, type):
        return issubclass(annotation, Angabe)
    return any(_holds_angaben(inner) for inner in get_args(annotation))
