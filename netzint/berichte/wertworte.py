"""Values of fields as they stand in a sentence: closed ones in words, whatever field they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

from netzint.modell.feldnamen import wertname
from netzint.modell.grund import Angabe


class Wort(str):
    """A closed value in words: it needs no quotation marks, however many words it has."""

    __slots__ = ()


def in_worten(model: type[Angabe], feld: str, wert: Any) -> Any:
    """The value of a field: in words if it is a closed one, else as it is."""
    if feld not in _closed(model):
        return wert
    if isinstance(wert, tuple) and not hasattr(wert, "_fields"):
        return tuple(map(_spell, wert))
    return _spell(wert)


def _spell(wert: Any) -> Any:
    return Wort(wertname(wert)) if isinstance(wert, str) else wert


@cache
def _closed(model: type[Angabe]) -> frozenset[str]:
    fields = model.model_fields.items()
    return frozenset(name for name, field in fields if any(True for _ in iter_geschlossene(field.annotation)))


def iter_geschlossene(annotation: Any) -> Iterator[str]:
    """All values that a type names one by one."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from iter_geschlossene(part)
