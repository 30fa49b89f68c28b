"""Which values of a model name something else: read off the types once per class, then walked fast."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from netzint.modell.befund import Feldpfad
from netzint.modell.typen import Verweis


class Fundstelle(NamedTuple):
    """A reference found in an entry: where, what kinds it may name, and the Kennung it gives."""

    feld: Feldpfad
    verweis: Verweis
    ziel: str


class _Weg(NamedTuple):
    name: str
    verweis: Verweis | None
    inner: bool


@cache
def _ways(model: type[BaseModel]) -> tuple[_Weg, ...]:
    """The fields of a class that hold references or models that may hold some."""
    found = []
    for name, field in model.model_fields.items():
        verweis = next((m for m in field.metadata if isinstance(m, Verweis)), None) or _verweis_in(field.annotation)
        if verweis is not None or _holds_models(field.annotation):
            found.append(_Weg(name, verweis, inner=verweis is None))
    return tuple(found)


def _verweis_in(annotation: Any) -> Verweis | None:
    if get_origin(annotation) is Annotated:
        marked = next((m for m in annotation.__metadata__ if isinstance(m, Verweis)), None)
        if marked is not None:
            return marked
    return next((v for v in map(_verweis_in, get_args(annotation)) if v is not None), None)


def _holds_models(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_ways(annotation))
    return any(map(_holds_models, get_args(annotation)))


def all_known(model: BaseModel, known: Mapping[Verweis, Container[str]]) -> bool:
    """Whether every reference names something known: the fast way past all that is in order, without places."""
    open_parts: list[BaseModel] = [model]
    while open_parts:
        part = open_parts.pop()
        values = part.__dict__
        for name, verweis, inner in _ways(type(part)):
            value = values[name]
            if not value:
                continue
            items = value if isinstance(value, tuple) else (value,)
            if inner:
                open_parts += items
            elif verweis is not None:
                kind = known[verweis]
                for item in items:
                    if item not in kind:
                        return False
    return True


def iter_verweise(model: BaseModel, feld: Feldpfad = ()) -> Iterator[Fundstelle]:
    """Every reference in an entry, in the order of the fields."""
    for way in _ways(type(model)):
        value = getattr(model, way.name)
        if not value:
            continue
        if isinstance(value, tuple):
            for number, item in enumerate(value):
                yield from _step(way, item, (*feld, way.name, number))
        else:
            yield from _step(way, value, (*feld, way.name))


def _step(way: _Weg, value: Any, feld: Feldpfad) -> Iterator[Fundstelle]:
    if way.inner:
        yield from iter_verweise(value, feld)
    elif way.verweis is not None:
        yield Fundstelle(feld, way.verweis, value)
