"""The order of the keys, from the shipped schemas: the models themselves take long to load."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from netzint.modell.arten import art_of_pfad

_SCHEMAS = Path(__file__).parents[2] / "mitgeliefert" / "schemas"


class Ordnung:
    """The order of keys in one kind of file; nothing is read before somebody asks."""

    def __init__(self, pfad: str) -> None:
        self._pfad = pfad

    def keys(self, weg: Sequence[str]) -> tuple[str, ...]:
        """The keys of the mapping at a path (keys, and whatever items are called); of several models those of all."""
        schema = _load(self._pfad)
        places = [schema]
        for teil in weg:
            places = [below for place in places for below in _step(place, teil, schema)]
        return tuple(dict.fromkeys(key for place in places for key in place.get("properties", ())))


@cache
def _load(pfad: str) -> dict[str, Any]:
    import json

    found = art_of_pfad(pfad)
    if found is None:
        return {}
    schema: dict[str, Any] = json.loads((_SCHEMAS / f"{found[0].name}.json").read_text("utf-8"))
    return schema


def _step(place: dict[str, Any], teil: str, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    items = place.get("items")
    below = items if isinstance(items, dict) else place.get("properties", {}).get(teil)
    if isinstance(below, dict):
        yield from _resolve(below, schema)


def _resolve(place: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A place itself, what it refers to, and all that it may be."""
    name = str(place.get("$ref", "")).rpartition("/")[2]
    if name:
        yield from _resolve(schema.get("$defs", {}).get(name, {}), schema)
        return
    options = [*place.get("anyOf", ()), *place.get("oneOf", ())]
    for option in options:
        yield from _resolve(option, schema)
    if not options:
        yield place
