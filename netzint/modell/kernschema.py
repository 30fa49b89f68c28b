"""What a model checks, told to pydantic's core directly.

pydantic finds out the same, in five times the time, because it has to know all that a model could say. Ours say little:
texts with limits, days and numbers with parsers of their own, closed words, lists, parts. Whatever else one says is
left to pydantic; a test holds both to the same schema.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

from annotated_types import MinLen
from pydantic import PlainValidator, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticUndefined, SchemaValidator

from netzint.modell.grund import Angabe
from netzint.modell.typen import Verweis

Schema = dict[str, Any]
A = TypeVar("A", bound=Angabe)


class Unbekannt(Exception):
    """A model says something that is not known here."""


def build_validator(model: type[A]) -> Callable[[object], A]:
    """What makes an entry of plain data, or raises pydantic's ValidationError."""
    try:
        schema = build_schema(model)
    except Unbekannt:
        return model.model_validate
    return cast("Callable[[object], A]", SchemaValidator(cast(CoreSchema, schema), schema["config"]).validate_python)


@cache
def build_schema(model: type[Angabe]) -> Schema:
    """The schema of a model and all its parts. Raises Unbekannt."""
    fields = {name: {"type": "model-field", "schema": _field(info)} for name, info in model.model_fields.items()}
    inner: Schema = {"type": "model-fields", "model_name": model.__name__, "computed_fields": [], "fields": fields}
    for name, validator in model.__pydantic_decorators__.model_validators.items():
        if validator.info.mode != "before":
            raise Unbekannt
        inner = {"type": "function-before", "function": _call(getattr(model, name)), "schema": inner}
    config = {"title": model.__name__, "extra_fields_behavior": "forbid"}
    return {"type": "model", "cls": model, "schema": inner, "config": config, "custom_init": False, "root_model": False}


def _call(function: Callable[..., Any]) -> Schema:
    return {"type": "no-info", "function": function}


def _field(info: FieldInfo) -> Schema:
    schema = _value(info.annotation, info.metadata, info.discriminator)
    if info.default_factory is not None:
        return {"type": "default", "schema": schema, "default_factory": info.default_factory} | _OHNE_DATEN
    return (
        schema if info.default is PydanticUndefined else {"type": "default", "schema": schema, "default": info.default}
    )


_OHNE_DATEN: Schema = {"default_factory_takes_data": False}


def _value(annotation: Any, metadata: Sequence[Any] = (), discriminator: object = None) -> Schema:
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _value(inner, (*more, *metadata), discriminator)
    telling = [item for item in metadata if not isinstance(item, str | Verweis | WithJsonSchema)]
    if len(telling) == 1 and isinstance(telling[0], PlainValidator):
        return {"type": "function-plain", "function": _call(telling[0].func)}
    if annotation is str:
        return {"type": "str", **_merge(map(_limits_of_text, telling))}
    if get_origin(annotation) is tuple:
        return {**_list(get_args(annotation)), **_merge(map(_limits_of_list, telling))}
    if telling:
        raise Unbekannt
    return _plain(annotation, discriminator)


def _merge(parts: Iterable[Schema]) -> Schema:
    return {key: value for part in parts for key, value in part.items()}


def _limits_of_text(item: object) -> Schema:
    if not isinstance(item, StringConstraints) or item.strip_whitespace or item.to_lower or item.to_upper:
        raise Unbekannt
    limits = {"min_length": item.min_length, "max_length": item.max_length, "pattern": item.pattern}
    return {key: value for key, value in limits.items() if value is not None}


def _limits_of_list(item: object) -> Schema:
    if not isinstance(item, MinLen):
        raise Unbekannt
    return {"min_length": item.min_length}


def _list(args: tuple[Any, ...]) -> Schema:
    if len(args) != 2 or args[1] is not Ellipsis:
        raise Unbekannt
    return {"type": "tuple", "items_schema": [_value(args[0])], "variadic_item_index": 0}


def _plain(annotation: Any, discriminator: object) -> Schema:
    """A type that says all by itself."""
    origin, args = get_origin(annotation), get_args(annotation)
    if annotation is Any:
        return {"type": "any"}
    if isinstance(annotation, type) and issubclass(annotation, Angabe):
        return build_schema(annotation)
    if origin is Literal:
        return {"type": "literal", "expected": list(args)}
    if origin is dict:
        return {"type": "dict", "keys_schema": _value(args[0]), "values_schema": _value(args[1])}
    if origin in (Union, UnionType):
        return _alternatives(args, discriminator)
    raise Unbekannt


_WIE_PYDANTIC: Schema = {"strict": False, "from_attributes": True}
"""What pydantic says of each choice between parts; one of them changes the name of an error."""


def _alternatives(args: tuple[Any, ...], discriminator: object) -> Schema:
    choices = [_value(arg) for arg in args if arg is not type(None)]
    if isinstance(discriminator, str):
        tagged = {_tag(choice, discriminator): choice for choice in choices}
        schema = {"type": "tagged-union", "choices": tagged, "discriminator": discriminator, **_WIE_PYDANTIC}
    else:
        schema = choices[0] if len(choices) == 1 else {"type": "union", "choices": choices}
    return {"type": "nullable", "schema": schema} if type(None) in args else schema


def _tag(choice: Mapping[str, Any], discriminator: str) -> str:
    """The one word by which a part is told from its like."""
    field = choice["schema"]["fields"][discriminator]["schema"]
    if field["type"] != "literal":
        raise Unbekannt
    (word,) = field["expected"]
    return str(word)
