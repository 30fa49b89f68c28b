"""One entry as German lines, one fact a line, each readable by itself: what ``git diff`` shows instead of YAML.

Works on what the strict reader gives, without the models: git asks for two files at each of many entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from netzint.modell.feldnamen import feldname, wertname
from netzint.modell.sprache import MONATE, datum
from netzint.recht.zustaende import BEZEICHNUNG

PFLICHT: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        art: frozenset(keys.split())
        for art, keys in {
            "netzwerk": "format name gegruendet erfasst_ab geschaeftsstelle",
            "geschaeftsordnung": "fassungen",
            "stelle": "name art",
            "mitglied": "name",
            "arbeitsgruppe": "name thema mandat",
            "thema": "titel aufgenommen",
            "ziel": "titel beschreibung ab",
            "bedarf": "titel gemeldet",
            "empfehlung": "titel arbeitsgruppe fassungen",
            "beschlussvorlage": "betreff vom antrag federfuehrung",
            "sitzung": "gremium datum",
            "umlauf": "titel versandt frist beschluss antrag",
            "veranstaltung": "titel art datum",
            "ausnahme": "regel beschluss bis grund",
            "beauftragte": "stelle von",
        }.items()
    }
)
"""The keys that a file of each kind must have: by them it is recognised, whatever it is called."""
_NAMEN = (
    "kennung", "nr", "gilt_ab", "stelle", "mitglied", "sitz", "gremium", "regel", "zu", "versandt", "am", "von", "ab",
    "vom", "bis", "titel",
)  # fmt: skip
"""The fields by which an item of a list is called."""
_TAG = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_STAENDE = ("status", "ergebnis")
"""Fields whose closed values have words of their own."""
_TIEF = 24
TRENNER = " › "


def recognize(wert: Mapping[str, Any]) -> str | None:
    """The kind whose keys these are; None if none fits."""
    fitting = [(len(keys), art) for art, keys in PFLICHT.items() if keys <= wert.keys()]
    return max(fitting)[1] if fitting else None


def to_zeilen(wert: Mapping[str, Any], schema: Mapping[str, Any]) -> list[str]:
    """All facts in the order of the model, whatever the order of the file. ``schema``: that of the kind, or empty."""
    return list(_iter_felder(wert, schema, schema, ""))


def _iter_felder(
    wert: Mapping[str, Any], schema: Mapping[str, Any], ganz: Mapping[str, Any], davor: str
) -> Iterator[str]:
    known = _properties(schema, ganz, wert)
    order = {key: nr for nr, key in enumerate(known)}
    for key in sorted(wert, key=lambda key: (order.get(key, len(order)), key)):
        value = BEZEICHNUNG.get(wert[key], wert[key]) if key in _STAENDE and isinstance(wert[key], str) else wert[key]
        yield from _iter_wert(value, known.get(key, {}), ganz, f"{davor}{feldname(key)}")


def _iter_wert(wert: Any, schema: Mapping[str, Any], ganz: Mapping[str, Any], name: str) -> Iterator[str]:
    if isinstance(wert, Mapping):
        yield from _iter_felder(wert, schema, ganz, f"{name}{TRENNER}")
    elif isinstance(wert, list):
        items = schema.get("items", {})
        for called, item in zip(_name_items(wert), wert, strict=True):
            if isinstance(item, Mapping):
                yield from _iter_felder(item, items, ganz, f"{name}{TRENNER}{called}{TRENNER}")
            else:
                yield from _iter_wert(item, items, ganz, name)
    else:
        text = wertname(str(wert)) if wert in _list_geschlossene(schema) else str(wert)
        yield from (f"{name}: {line}".rstrip() for line in _lines(text))


def _list_geschlossene(schema: Mapping[str, Any]) -> list[Any]:
    """The values that a field names one by one."""
    return [
        value
        for choice in (schema, *schema.get("anyOf", ()))
        for value in (*choice.get("enum", ()), choice.get("const"))
    ]


def _lines(text: str) -> list[str]:
    lines = text.strip("\n").split("\n")
    return [_tell(lines[0])] if len(lines) == 1 else lines


def _tell(text: str) -> str:
    """A day as people write it."""
    match = _TAG.fullmatch(text)
    if match and 1 <= int(match[2]) <= len(MONATE):
        try:
            return datum(date.fromisoformat(text)) if match[3] else f"{MONATE[int(match[2]) - 1]} {match[1]}"
        except ValueError:
            return text
    return text


def _name_items(items: Sequence[Any]) -> list[str]:
    """What each item is called: by the first field that tells all apart; else by its own first one, and a number."""
    parts = [item for item in items if isinstance(item, Mapping)]
    for key in _NAMEN:
        names = [item.get(key) for item in parts]
        if len(parts) == len(items) and all(isinstance(n, str) for n in names) and len(set(names)) == len(names):
            return [_tell(str(name)) for name in names]
    return [str(nr) for nr in range(1, len(items) + 1)]


def _properties(
    schema: Mapping[str, Any], ganz: Mapping[str, Any], wert: Mapping[str, Any]
) -> Mapping[str, Mapping[str, Any]]:
    """The fields that the schema of a part knows, through references and choices."""
    for _ in range(_TIEF):
        reference = schema.get("$ref")
        if not isinstance(reference, str):
            break
        schema = ganz.get("$defs", {}).get(reference.rpartition("/")[2], {})
    choices = schema.get("anyOf") or schema.get("oneOf") or ()
    found: Mapping[str, Mapping[str, Any]] = schema.get("properties", {})
    if not found and choices:
        options = [_properties(choice, ganz, wert) for choice in choices]
        found = max(options, key=lambda known: len(known.keys() & wert.keys()))
    return found
