"""JSON Schemas (draft 2020-12) made from the models: what an editor completes, explains and underlines.

Made by hand from the fields, not by pydantic: so they stay the same bytes from one pydantic to the next, say what a
file may hold (no Kennung, nothing empty), and name which Kennung is meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo

from netzint.modell.arten import Art
from netzint.modell.grund import Angabe, Eintrag, ordered_fields
from netzint.modell.schemabeispiele import find_beispiel
from netzint.modell.schemaworte import describe
from netzint.modell.typen import Verweis

Schema = dict[str, Any]

FASSUNG = "https://json-schema.org/draft/2020-12/schema"
KURZFORMEN = {"Anwesend": "mitglied"}
"""Blocks that may also be written as the bare value of one of their fields."""


def build_schema(art: Art, beispiel: Mapping[str, Any]) -> Schema:
    """The schema of one kind of file. ``beispiel``: such a file as the strict reader gives it, shown as examples."""
    defs: dict[str, Schema] = {}
    model = art.model
    root: Schema = {
        "$schema": FASSUNG,
        "title": model.__name__,
        "description": f"{model.__doc__}\n\n{art.pfad(art.form if art.ordner else art.name)}",
        **_block(model, defs),
    }
    root["$defs"] = dict(sorted(defs.items()))
    _add_examples(root, beispiel, root["$defs"])
    for block in (root, *root["$defs"].values()):
        _fill_up(block)
    for block in (root, *root["$defs"].values()):
        _compose_all(block, root["$defs"])
    return root


def value_schema(typ: Any) -> Schema:
    """The schema of a single value, such as ``typen.Uhrzeit``."""
    return _value(typ, (), {})


def _block(model: type[Angabe], defs: dict[str, Schema]) -> Schema:
    is_entry = issubclass(model, Eintrag)
    names = [name for name in ordered_fields(model) if not (is_entry and name == "kennung")]
    fields = {name: model.model_fields[name] for name in names}
    return {
        "type": "object",
        "properties": {name: _field(field, defs) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.is_required()],
        "additionalProperties": False,
    }


def _field(field: FieldInfo, defs: dict[str, Schema]) -> Schema:
    schema = {"description": field.description or "", **_value(field.annotation, tuple(field.metadata), defs)}
    if isinstance(field.default, bool):
        schema["default"] = "ja" if field.default else "nein"
    elif field.default and isinstance(field.default, str | int):
        schema["default"] = field.default
    return schema


def _value(annotation: Any, metadata: Sequence[Any], defs: dict[str, Schema]) -> Schema:
    own = next((m.json_schema for m in metadata if isinstance(m, WithJsonSchema)), None)
    if own is not None:
        return dict(own)
    if isinstance(annotation, type) and issubclass(annotation, Angabe):
        return _refer(annotation, defs)
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(args[0], (*metadata, *args[1:]), defs)
    if origin is Literal:
        return {"enum": list(args)}
    if origin in (Union, UnionType):
        return _alternatives([_value(arg, metadata, defs) for arg in args if arg is not type(None)])
    if origin is tuple:
        return {"type": "array", "items": _value(args[0], (), defs), **_list_limits(metadata)}
    if origin is dict or annotation is dict:
        return {"type": "object", **({"additionalProperties": {"type": "string"}} if args[1] is str else {})}
    return _text(metadata)


def _refer(model: type[Angabe], defs: dict[str, Schema]) -> Schema:
    name = model.__name__
    if name not in defs:
        defs[name] = {}
        block = _block(model, defs)
        short = KURZFORMEN.get(name)
        defs[name] = {"anyOf": [block["properties"][short], block]} if short else block
    return {"$ref": f"#/$defs/{name}"}


def _alternatives(found: list[Schema]) -> Schema:
    return found[0] if len(found) == 1 else {"anyOf": found}


def _list_limits(metadata: Sequence[Any]) -> Schema:
    least = next((m.min_length for m in metadata if getattr(m, "min_length", None)), None)
    return {"minItems": least} if least else {}


def _text(metadata: Sequence[Any]) -> Schema:
    schema: Schema = {"type": "string"}
    for limit in (m for m in metadata if isinstance(m, StringConstraints)):
        keys = {"pattern": limit.pattern, "minLength": limit.min_length, "maxLength": limit.max_length}
        schema.update({key: value for key, value in keys.items() if value is not None})
    verweis = next((m for m in metadata if isinstance(m, Verweis)), None)
    if verweis is not None:
        schema["$comment"] = f"Kennung: {', '.join(verweis.arten)}"
    return schema


def _add_examples(schema: Schema, value: Any, defs: Mapping[str, Schema]) -> None:
    """Give every scalar the first value that the example has for it."""
    block = defs[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if isinstance(value, list):
        for item in value:
            _add_examples(block.get("items", {}), item, defs)
    elif isinstance(value, dict):
        for way in (block, *block.get("anyOf", ())):
            _add_to_properties(way, value, defs)
    elif "type" in block and block["type"] != "array":
        block.setdefault("examples", [int(value) if block["type"] == "integer" else value])


def _fill_up(block: Schema) -> None:
    """An example for each field that the example file leaves out."""
    for way in (block, *block.get("anyOf", ())):
        for name, schema in way.get("properties", {}).items():
            _explain_values(name, schema)
            if "examples" not in schema:
                found = _inner_example(schema) or find_beispiel(name, schema)
                if found is not None:
                    schema["examples"] = [found]


def _explain_values(name: str, schema: Schema) -> None:
    """What each closed value means; VS Code shows it while one is chosen."""
    for part in (schema, schema.get("items", {}), *schema.get("anyOf", ())):
        if "enum" in part:
            part["enumDescriptions"] = [describe(name, wert) for wert in part["enum"]]


def _compose_all(block: Schema, defs: Mapping[str, Schema]) -> None:
    """An example for each field that holds a block, or several: what has to stand in it."""
    for way in (block, *block.get("anyOf", ())):
        for schema in way.get("properties", {}).values():
            if "examples" not in schema:
                schema["examples"] = [_compose(schema, defs)]


def _compose(schema: Schema, defs: Mapping[str, Schema]) -> Any:
    if "examples" in schema:
        return schema["examples"][0]
    if "$ref" in schema:
        return _compose(defs[schema["$ref"].rpartition("/")[2]], defs)
    if "anyOf" in schema:
        return _compose(schema["anyOf"][0], defs)
    if schema.get("type") == "array":
        return [_compose(schema["items"], defs)]
    fields = schema.get("properties", {})
    return {name: _compose(fields[name], defs) for name in schema.get("required") or list(fields)[:1]}


def _inner_example(schema: Schema) -> list[Any]:
    """What the items of a list have as their example, as a list."""
    inner: list[Any] = schema.get("items", {}).get("examples", [])
    return inner


def _add_to_properties(block: Schema, value: Mapping[str, Any], defs: Mapping[str, Schema]) -> None:
    if "$ref" in block:
        block = defs[block["$ref"].rpartition("/")[2]]
    constants = ((name, s["enum"]) for name, s in block.get("properties", {}).items() if len(s.get("enum", ())) == 1)
    if any(value.get(name) not in allowed for name, allowed in constants):
        return  # another member of the union
    for name, schema in block.get("properties", {}).items():
        if name in value:
            _add_examples(schema, value[name], defs)
