"""JSON Schemas (draft 2020-12) of the answers, made from what the Berichte declare: closed, explained in German."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from netzint.berichte.spalten import Spalte, Spaltenart, find_spalte
from netzint.berichte.tabelle import Bericht, Tabelle

Schema = dict[str, Any]

FASSUNG = "https://json-schema.org/draft/2020-12/schema"
_FORMEN: Mapping[Spaltenart, Schema] = MappingProxyType(
    {
        Spaltenart.TEXT: {"type": "string", "minLength": 1},
        Spaltenart.ZAHL: {"type": "integer"},
        Spaltenart.TAG: {"type": "string", "format": "date"},
        Spaltenart.KENNUNG: {
            "type": "string",
            "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$",
        },
    }
)
KNOTEN = {
    "kennung": Spalte(Spaltenart.KENNUNG, "Die Kennung des Eintrags", leer=True),
    "art": Spalte(Spaltenart.TEXT, "Was es ist, in einem Wort"),
    "text": Spalte(Spaltenart.TEXT, "Worum es geht"),
    "am": Spalte(Spaltenart.TAG, "Der Tag, an dem es geschah", leer=True),
}
BEFUND = {
    "code": Spalte(Spaltenart.TEXT, "Der Code der Regel"),
    "schwere": Spalte(Spaltenart.TEXT, "fehler, warnung oder hinweis"),
    "pfad": Spalte(Spaltenart.TEXT, "Die Datei; leer, wenn der Befund zu keiner gehört", leer=True),
    "zeile": Spalte(Spaltenart.ZAHL, "Die Zeile, von 1 an gezählt; 0, wenn es die ganze Datei betrifft"),
    "spalte": Spalte(Spaltenart.ZAHL, "Die Spalte, von 1 an gezählt; 0, wenn es die ganze Zeile betrifft"),
    "kennung": Spalte(Spaltenart.TEXT, "Die Kennung des Eintrags; leer, wenn er zu keinem gehört", leer=True),
    "text": Spalte(Spaltenart.TEXT, "Was nicht stimmt"),
    "hinweis": Spalte(Spaltenart.TEXT, "Was zu tun ist", leer=True),
}
ZUSAMMENFASSUNG = {
    name: Spalte(Spaltenart.ZAHL, f"Zahl der {plural}")
    for name, plural in {
        "fehler": "Fehler",
        "warnungen": "Warnungen",
        "hinweise": "Hinweise",
        "dateien": "geprüften Dateien",
    }.items()
}


def build_schema(berichte: Iterable[Bericht]) -> Schema:
    """The schema of one answer. A table that only some of these Berichte have may be missing."""
    forms = [{tabelle.schluessel: _tabelle(tabelle) for tabelle in bericht.tabellen} for bericht in berichte]
    some = next(iter(berichte))
    trees = {
        baum.schluessel: {"description": baum.titel, "type": "array", "items": {"$ref": "#/$defs/knoten"}}
        for baum in some.baeume
    }
    tables = {key: schema for form in forms for key, schema in form.items()}
    always = [key for key in tables if all(key in form for form in forms)]
    properties = {**_RAHMEN, **tables, **trees}
    schema = _close(some.schema, properties, [*_RAHMEN, *always, *trees])
    return {**schema, "$defs": {"knoten": _knoten()}} if trees else schema


def build_pruefung_schema(name: str) -> Schema:
    """The schema of the findings of ``netzint pruefen``."""
    stand = {"description": "Der geprüfte Commit; sonst, was jetzt im Ordner liegt", "type": ["string", "null"]}
    befunde = {"description": "Die Befunde, nach Datei und Zeile", "type": "array", "items": _object(BEFUND)}
    properties: dict[str, Schema] = {
        "stichtag": {"description": "Der Tag, für den geprüft wurde", "type": "string", "format": "date"},
        "stand": stand,
        "befunde": befunde,
        "zusammenfassung": {"description": "Wie viele es sind", **_object(ZUSAMMENFASSUNG)},
    }
    return _close(name, properties, list(properties))


_RAHMEN: Mapping[str, Schema] = MappingProxyType(
    {
        "titel": {"description": "Die Überschrift", "type": "string"},
        "saetze": {"description": "Die Antwort in Sätzen", "type": "array", "items": {"type": "string"}},
        "schritte": {
            "description": "Die nächsten sinnvollen Befehle",
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "befehl": {"description": "Der Befehl", "type": "string"},
                    "grund": {"description": "Wozu er dient", "type": "string"},
                },
                "required": ["befehl", "grund"],
                "additionalProperties": False,
            },
        },
    }
)


def _close(name: str, properties: Mapping[str, Schema], required: list[str]) -> Schema:
    marke = {"description": "Name und Fassung dieser Form", "const": name}
    return {
        "$schema": FASSUNG,
        "title": name,
        "description": "Was „--format json“ ausgibt. Neue Angaben können hinzukommen; dann steigt die Zahl am Ende.",
        "type": "object",
        "properties": {"schema": marke, **properties},
        "required": ["schema", *required],
        "additionalProperties": False,
    }


def _tabelle(tabelle: Tabelle) -> Schema:
    columns = {key: find_spalte(tabelle.schluessel, key) for key, _ in tabelle.spalten}
    return {"description": re.split(r" (?:am|bis) \d", tabelle.titel)[0], "type": "array", "items": _object(columns)}


def _object(columns: Mapping[str, Spalte]) -> Schema:
    return {
        "type": "object",
        "properties": {key: _zelle(spalte) for key, spalte in columns.items()},
        "required": list(columns),
        "additionalProperties": False,
    }


def _zelle(spalte: Spalte) -> Schema:
    form = {"description": spalte.beschreibung, **_FORMEN[spalte.art]}
    return {**form, "type": [form["type"], "null"]} if spalte.leer else form


def _knoten() -> Schema:
    """An entry of a tree, with what follows from it."""
    schema = _object(KNOTEN)
    schema["properties"] |= {
        "wiederholt": {"description": "Steht weiter oben schon, mit allem, was daran hängt", "type": "boolean"},
        "kinder": {"description": "Was daraus folgt", "type": "array", "items": {"$ref": "#/$defs/knoten"}},
    }
    schema["required"] += ["wiederholt", "kinder"]
    return schema
