"""Which values of a model name something else: read off the types once per class, then walked fast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
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
    many: bool


@cache
def _ways(model: type[BaseModel]) -> tuple[_Weg, ...]:
    """The fields of a class that hold references or models that may hold some."""
    found = []
    for name, field in model.model_fields.items():
        verweis = next((m for m in field.metadata if isinstance(m, Verweis)), None) or _verweis_in(field.annotation)
        if verweis is not None or _holds_models(field.annotation):
            many = get_origin(field.annotation) is tuple
            found.append(_Weg(name, verweis, inner=verweis is None, many=many))
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


class _Gang(NamedTuple):
    """The fields of a class for the fast walk: what each reference may name, and where there are more models."""

    single: tuple[tuple[str, frozenset[str | None]], ...]
    many: tuple[tuple[str, frozenset[str]], ...]
    inner_single: tuple[str, ...]
    inner_many: tuple[str, ...]


class Bekannt:
    """What references may name, put together when a combination of kinds or a class of models is first met."""

    def __init__(self, nach_art: Mapping[str, Collection[str]]) -> None:
        self._nach_art = nach_art
        self._ziele: dict[Verweis, frozenset[str]] = {}
        self._gang: dict[type[BaseModel], _Gang] = {}

    def ziele(self, verweis: Verweis) -> frozenset[str]:
        """All that a reference of these kinds may name."""
        if verweis not in self._ziele:
            self._ziele[verweis] = frozenset().union(*(self._nach_art[art] for art in verweis.arten))
        return self._ziele[verweis]

    def has_all(self, models: Iterable[BaseModel]) -> bool:
        """Whether every reference names something known: the fast way past all that is in order, without places.

        Parts of a class are taken together, for there are tens of thousands of them and few classes.
        """
        waiting = list(_group(models))
        for model, parts in waiting:  # grows under way
            gang = self._gang.get(model) or self._learn(model)
            values = [part.__dict__ for part in parts]
            for name, known in gang.single:
                if not known.issuperset([value[name] for value in values]):
                    return False
            for name, known_all in gang.many:
                if not all(map(known_all.issuperset, [value[name] for value in values])):
                    return False
            for name in gang.inner_single:
                waiting += _group([value[name] for value in values if value[name] is not None])
            for name in gang.inner_many:
                waiting += _group([part for value in values for part in value[name]])
        return True

    def _learn(self, model: type[BaseModel]) -> _Gang:
        leaves = [(way, self.ziele(way.verweis)) for way in _ways(model) if way.verweis is not None]
        inner = [way for way in _ways(model) if way.inner]
        self._gang[model] = gang = _Gang(
            tuple((way.name, ziele | {None}) for way, ziele in leaves if not way.many),
            tuple((way.name, ziele) for way, ziele in leaves if way.many),
            tuple(way.name for way in inner if not way.many),
            tuple(way.name for way in inner if way.many),
        )
        return gang


def _group(parts: Iterable[BaseModel]) -> Iterable[tuple[type[BaseModel], list[BaseModel]]]:
    groups: dict[type[BaseModel], list[BaseModel]] = defaultdict(list)
    for part in parts:
        groups[type(part)].append(part)
    return groups.items()


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
