"""Every change that a single field of an entry can undergo, made from the schemas of the models."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from netzint.ablage.lesen.teile import validate
from netzint.modell.arten import NACH_NAME
from netzint.modell.grund import Eintrag
from netzint.modell.klartext import to_klartext
from netzint.modell.schemabeispiele import find_beispiel

SCHEMAS = Path(__file__).parents[2] / "netzint" / "mitgeliefert" / "schemas"
UEBERALL = ("abweichung", "berichtigungen")


class Feldaenderung(NamedTuple):
    """One changed field: of which model, where, and the values before and after (None: not said)."""

    feld: str
    """``Sitzung.ort``"""
    pfad: tuple[str | int, ...]
    alt: Any
    neu: Any
    eintrag: Eintrag


@cache
def read_schema(art: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((SCHEMAS / f"{art}.json").read_text("utf-8"))
    return found


def iter_aenderungen(entry: Eintrag, wanted: Callable[[str], bool] = bool) -> Iterator[Feldaenderung]:
    """All that leave a valid entry, of the fields that are ``wanted``."""
    art = type(entry).__name__.lower()
    schema = read_schema(art)
    plain: Any = to_plain(entry)
    for feld, pfad, alt, neu in _iter_block(plain, schema, schema, (), type(entry).__name__):
        if not wanted(feld):
            continue
        changed = validate(NACH_NAME[art], entry.kennung, _put(plain, pfad, neu))[0]
        if changed is not None and changed != entry:
            yield Feldaenderung(feld, pfad, alt, neu, changed)


def fill(entry: Eintrag) -> Eintrag:
    """The same entry with something in every field that it leaves empty, as far as that is valid."""
    art = type(entry).__name__.lower()
    schema = read_schema(art)
    plain = to_plain(entry)
    for _ in range(4):
        for pfad, example in list(_iter_leere(plain, schema, schema, ())):
            richer = _put(plain, pfad, example)
            if validate(NACH_NAME[art], entry.kennung, richer)[0] is not None:
                plain = richer
    filled = validate(NACH_NAME[art], entry.kennung, plain)[0]
    assert filled is not None, entry.kennung
    return filled


def _iter_leere(
    wert: Any, schema: Mapping[str, Any], ganz: Mapping[str, Any], pfad: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if isinstance(wert, list):
        for nr, item in enumerate(wert[:2]):
            yield from _iter_leere(item, schema.get("items", {}), ganz, (*pfad, nr))
    elif isinstance(wert, dict):
        schema = _resolve(schema, ganz, wert, "")[0]
        for key, part in schema.get("properties", {}).items():
            if key in wert:
                yield from _iter_leere(wert[key], part, ganz, (*pfad, key))
            else:
                example = _example(key, part, ganz)
                yield (*pfad, key), example.strip() if isinstance(example, str) and "maxLength" in part else example


def to_plain(entry: Eintrag) -> Any:
    """As it stands in its file."""
    return json.loads(json.dumps(to_klartext(entry), default=_spell))


def _spell(value: object) -> str:
    return value.isoformat() if type(value) is date else str(value)


def _iter_block(
    wert: Mapping[str, Any], schema: Mapping[str, Any], ganz: Mapping[str, Any], pfad: tuple[str | int, ...], name: str
) -> Iterator[tuple[str, tuple[str | int, ...], Any, Any]]:
    schema, name = _resolve(schema, ganz, wert, name)
    for key, part in schema.get("properties", {}).items():
        feld = f"Eintrag.{key}" if key in UEBERALL and len(pfad) == 0 else f"{name}.{key}"
        if key not in wert:
            example = _example(key, part, ganz)
            for value in (example, *part.get("enum", ())) if example is not None else ():
                yield feld, (*pfad, key), None, value
            continue
        yield feld, (*pfad, key), wert[key], None
        yield from _iter_wert(wert[key], part, ganz, (*pfad, key), feld)


def _iter_wert(
    wert: Any, schema: Mapping[str, Any], ganz: Mapping[str, Any], pfad: tuple[str | int, ...], feld: str
) -> Iterator[tuple[str, tuple[str | int, ...], Any, Any]]:
    if isinstance(wert, dict):
        yield from _iter_block(wert, schema, ganz, pfad, feld)
        if "properties" not in _resolve(schema, ganz, wert, "")[0]:
            yield feld, pfad, wert, {**wert, "strategiegruppe.vorsitz": "Anderswo"}
    elif isinstance(wert, list):
        items = schema.get("items", {})
        yield feld, pfad, wert, wert[:-1] or None
        if len(wert) > 1:
            yield feld, pfad, wert, [wert[1], wert[0], *wert[2:]]
        example = _example(str(pfad[-1]), items, ganz)
        yield feld, pfad, wert, [*wert, example]
        for nr, item in enumerate(wert):
            yield from _iter_wert(item, items, ganz, (*pfad, nr), feld)
    else:
        for other in _others(wert, _resolve(schema, ganz, {}, "")[0]):
            yield feld, pfad, wert, other


def _others(wert: Any, schema: Mapping[str, Any]) -> Iterator[Any]:
    choices = [c for way in schema.get("anyOf", [schema]) for c in way.get("enum", [])]
    if isinstance(wert, (bool, int)):
        yield ("nein" if wert else "ja") if isinstance(wert, bool) else wert + 1
        return
    if choices:
        yield next((c for c in choices if c != wert), "mindestens_3/4")
    elif _is_tag(wert):
        yield (date.fromisoformat(wert) + timedelta(days=1)).isoformat()
    else:
        text = str(wert)
        yield from (
            f"{text.rstrip()} mehr\n",
            f"{text}-x",
            f"{text} mehr",
            "08:15",
            f"{text[:-1]}0",
            f"{text[:-1]}7",
            "mindestens_3/4",
        )


def _is_tag(wert: Any) -> bool:
    try:
        return bool(date.fromisoformat(str(wert)))
    except ValueError:
        return False


def _example(key: str, schema: Mapping[str, Any], ganz: Mapping[str, Any]) -> Any:
    if schema.get("examples"):
        return schema["examples"][0]
    reference = schema.get("$ref")
    if reference:
        block = ganz["$defs"][reference.rpartition("/")[2]]
        needed = block.get("required", [])
        return {name: _example(name, block["properties"][name], ganz) for name in needed}
    return find_beispiel(key, schema)


def _resolve(
    schema: Mapping[str, Any], ganz: Mapping[str, Any], wert: Mapping[str, Any], name: str
) -> tuple[Mapping[str, Any], str]:
    while "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = ganz["$defs"][name]
    ways = [way for way in schema.get("anyOf", []) if "$ref" in way or "properties" in way]
    if ways:
        options = [_resolve(way, ganz, wert, name) for way in ways]
        return next((o for o in options if _const(o[0]) == wert.get("art")), options[0])
    return schema, name


def _const(schema: Mapping[str, Any]) -> Any:
    art = schema.get("properties", {}).get("art", {})
    return art.get("const") or next(iter(art.get("enum", [])), None)


def _put(wert: Any, pfad: tuple[str | int, ...], neu: Any) -> Any:
    head, *rest = pfad
    copy: Any = dict(wert) if isinstance(wert, dict) else list(wert)
    if rest:
        copy[head] = _put(copy[head], tuple(rest), neu)
    elif neu is None:
        del copy[head]
    else:
        copy[head] = neu
    return copy
