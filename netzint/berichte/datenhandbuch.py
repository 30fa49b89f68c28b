"""``daten/README.md``, made from the models so that it cannot fall behind: every field of every kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from netzint.berichte.schreibweise import ANFANG, ANTRAEGE, GEMEINSAME
from netzint.modell import typen
from netzint.modell.arten import ARTEN, Art
from netzint.modell.grund import GEMEINSAM
from netzint.modell.schema import Schema, build_schema, value_schema

TITEL = {
    "netzwerk": "Das Netzwerk",
    "geschaeftsordnung": "Die Geschäftsordnung",
    "stelle": "Stellen",
    "mitglied": "Mitglieder",
    "arbeitsgruppe": "Arbeitsgruppen",
    "thema": "Themen",
    "ziel": "Ziele",
    "bedarf": "Bedarfe",
    "empfehlung": "Empfehlungen",
    "beschlussvorlage": "Beschlussvorlagen",
    "sitzung": "Sitzungen",
    "umlauf": "Umläufe",
    "veranstaltung": "Veranstaltungen",
    "ausnahme": "Ausnahmen",
    "beauftragte": "Beauftragte",
}
FORMEN = {
    str(value_schema(typ)["pattern"]): wort
    for typ, wort in (
        (typen.Kennung, "Kennung"),
        (typen.BeschlussRef, "Sitzung/Beschluss"),
        (typen.Von, "Datum oder Monat"),
        (typen.Uhrzeit, "Uhrzeit"),
        (typen.Mailadresse, "E-Mail-Adresse"),
        (typen.Link, "Adresse im Netz"),
        (typen.AnteilWert, "Anteil"),
        (typen.Siegelwert, "Prüfsumme"),
        (typen.Zeile, "Text"),
    )
}
_KOPF = "| Feld | | Wert | Bedeutung |\n| --- | --- | --- | --- |\n"


class Beispiel(NamedTuple):
    """An example file: its path, its text, and what the strict reader makes of it."""

    pfad: str
    text: str
    wert: Mapping[str, Any]


class _Zeile(NamedTuple):
    feld: str
    pflicht: bool
    wert: str
    text: str

    def __str__(self) -> str:
        return f"| `{self.feld}` | {'**nötig**' if self.pflicht else ''} | {self.wert} | {self.text} |\n"


def write_datenhandbuch(beispiele: Mapping[str, Beispiel]) -> str:
    """The whole text; ``beispiele`` has one for each kind."""
    schemas = {art.name: build_schema(art, beispiele[art.name].wert) for art in ARTEN}
    defs = {name: block for schema in schemas.values() for name, block in schema["$defs"].items()}
    kinds = "".join(_write_art(art, schemas[art.name], beispiele[art.name]) for art in ARTEN)
    return f"{ANFANG}{_write_gemeinsame(defs, schemas['sitzung'])}{_write_antraege(defs)}{kinds}"


def write_ordner(art: Art) -> str:
    """The short README.md of one folder of a new network."""
    return (
        f"# {TITEL[art.name]}\n\n{art.model.__doc__} Eine Datei je Eintrag; ihr Name ist die Kennung: {art.form}.\n\n"
        f"Alle Felder und ein Beispiel: [daten/README.md](../README.md#{_anker(art)}).\n"
    )


def _anker(art: Art) -> str:
    return TITEL[art.name].lower().replace(" ", "-")


def _write_art(art: Art, schema: Schema, beispiel: Beispiel) -> str:
    kennung = f" Der Name der Datei ist die Kennung: {art.form}." if art.ordner else ""
    rows = "".join(map(str, _rows(schema, schema["$defs"])))
    return (
        f"\n## {TITEL[art.name]}\n\n{art.model.__doc__}{kennung}\n\n"
        f"```yaml\n# {beispiel.pfad}\n{beispiel.text}```\n\n{_KOPF}{rows}"
    )


def _write_gemeinsame(defs: Mapping[str, Schema], schema: Schema) -> str:
    block = {**schema, "properties": {name: schema["properties"][name] for name in GEMEINSAM}, "title": "-"}
    return f"{GEMEINSAME}{_KOPF}{''.join(map(str, _rows(block, defs, skip=())))}"


def _write_antraege(defs: Mapping[str, Schema]) -> str:
    union = defs["Beschluss"]["properties"]["antrag"]["anyOf"]
    blocks = [_resolve(member, defs) for member in union]
    rows = []
    for block in blocks:
        art = block["properties"]["art"]
        head = _Zeile(f"antrag.art: {art['enum'][0]}", pflicht=True, wert="", text=f"**{art['description']}**")
        fields = [str(row) for row in _rows(block, defs, "antrag.", skip=("art",))]
        rows += [str(head), *fields]
    return f"{ANTRAEGE}{_KOPF}{''.join(rows)}"


def _rows(
    block: Schema, defs: Mapping[str, Schema], prefix: str = "", skip: tuple[str, ...] = GEMEINSAM
) -> Iterator[_Zeile]:
    for name, schema in block["properties"].items():
        if name in skip:
            continue
        is_list = schema.get("type") == "array"
        value = schema["items"] if is_list else schema
        word = _word(value, defs)
        yield _Zeile(prefix + name, name in block["required"], f"Liste: {word}" if is_list else word, _text(schema))
        inner = _resolve(value, defs)
        inner = next((way for way in inner.get("anyOf", ()) if "properties" in way), inner)
        if "properties" in inner:
            yield from _rows(inner, defs, f"{prefix}{name}{'[]' if is_list else ''}.", skip=())


def _resolve(schema: Schema, defs: Mapping[str, Schema]) -> Schema:
    return defs[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def _word(schema: Schema, defs: Mapping[str, Schema]) -> str:
    """What may stand there, in German."""
    if "$ref" in schema and "anyOf" not in _resolve(schema, defs):
        return "Block"
    ways = _resolve(schema, defs).get("anyOf")
    if ways is not None:
        return "[Antrag](#anträge)" if len(ways) > 3 else " oder ".join(_word(way, defs) for way in ways)
    if "enum" in schema:
        return " · ".join(f"`{option}`" for option in schema["enum"])
    if schema["type"] == "string":
        return _word_of_text(schema)
    return {"integer": "Zahl", "object": "Block"}[schema["type"]]


def _word_of_text(schema: Schema) -> str:
    if schema.get("format") == "date":
        return "Datum"
    word = FORMEN[schema["pattern"]] if "pattern" in schema else "längerer Text"
    kinds = schema.get("$comment", "").removeprefix("Kennung: ")
    return f"Kennung ({kinds.replace(', ', ' · ')})" if kinds and word == "Kennung" else word


def _text(schema: Schema) -> str:
    default = f"; sonst `{schema['default']}`" if "default" in schema else ""
    return str(schema["description"]).replace("|", "\\|") + default
