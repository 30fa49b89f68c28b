"""pydantic's errors in German: one table by type of error, with the code of the F family each one has.

Types of our own (``datum``, ``zahl``, …) bring their German sentence along; see :mod:`netzint.modell.typen`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from netzint.modell.befund import Befund, Feldpfad, Schwere
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.grund import Angabe, ordered_fields

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

A = TypeVar("A", bound=Angabe)


class Meldung(NamedTuple):
    """What a type of error becomes: its code, the sentence, and what to do."""

    code: str
    text: str
    hinweis: str


_FORM = "Die Schreibweise steht in daten/README.md."
MELDUNGEN: Mapping[str, Meldung] = {
    "extra_forbidden": Meldung("F101", "den Schlüssel „{name}“ gibt es hier nicht", "{vorschlag}"),
    "missing": Meldung("F102", "die Angabe „{name}“ fehlt", "„{name}“ ergänzen: {beschreibung}."),
    "datum": Meldung("F103", "{msg}", "Das Datum so schreiben: 2026-12-03, ohne Anführungszeichen."),
    "datum_gibt_es_nicht": Meldung("F104", "{msg}", "Tag und Monat prüfen."),
    "zahl": Meldung("F105", "{msg}", "Nur Ziffern, ohne Punkt und ohne führende Null."),
    "ja_nein": Meldung("F106", "{msg}", "„ja“ oder „nein“ schreiben, ohne Anführungszeichen."),
    "anteil": Meldung("F107", "{msg}", "Zum Beispiel mehr_als_1/2 oder mindestens_2/3."),
    "literal_error": Meldung("F108", "„{wert}“ ist hier kein möglicher Wert", "{vorschlag}Möglich: {moeglich}."),
    "union_tag_invalid": Meldung("F108", "„{wert}“ ist hier kein möglicher Wert", "{vorschlag}Möglich: {moeglich}."),
    "union_tag_not_found": Meldung("F102", "die Angabe „art“ fehlt", "„art“ ergänzen: die Art des Antrags."),
    "string_type": Meldung("F109", "hier wird ein einzelner Wert erwartet, gefunden wurde {gefunden}", _FORM),
    "string_sub_type": Meldung("F109", "hier wird ein einzelner Wert erwartet, gefunden wurde {gefunden}", _FORM),
    "tuple_type": Meldung(
        "F110", "hier wird eine Liste erwartet, gefunden wurde {gefunden}", "Mit „- “ oder in […] schreiben."
    ),
    "model_type": Meldung("F111", "hier werden Angaben „schlüssel: wert“ erwartet, gefunden wurde {gefunden}", _FORM),
    "model_attributes_type": Meldung(
        "F111", "hier werden Angaben „schlüssel: wert“ erwartet, gefunden wurde {gefunden}", _FORM
    ),
    "dict_type": Meldung("F111", "hier werden Angaben „schlüssel: wert“ erwartet, gefunden wurde {gefunden}", _FORM),
    "string_pattern_mismatch": Meldung("F112", "„{wert}“ hat nicht die Form, die hier verlangt ist", "{form}"),
    "string_too_short": Meldung("F113", "hier steht kein Text", "Etwas eintragen oder die Zeile weglassen."),
    "string_too_long": Meldung("F114", "der Text ist länger als {max_length} Zeichen", "Kürzer fassen."),
    "too_short": Meldung(
        "F115", "die Liste hat zu wenige Einträge (mindestens {min_length})", "Mindestens einen Eintrag angeben."
    ),
}
"""Every type of error that the models can raise; a test walks their schemas and holds the table complete."""
_EINZELWERTE = frozenset(("datum", "zahl", "ja_nein", "anteil", "literal_error", "union_tag_invalid"))
"""What says so even of a list or a block, where no value of any form can stand."""

_FORMEN = (
    ("/[a-z]", "Sitzung und Beschluss mit Schrägstrich, z. B. sg-2026-03/he-2026-04."),
    ("[0-1]", 'Eine Uhrzeit in Anführungszeichen, z. B. "10:00".'),
    ("([01]", 'Eine Uhrzeit in Anführungszeichen, z. B. "10:00".'),
    ("@", "Eine dienstliche E-Mail-Adresse, z. B. poststelle@stadt.example."),
    ("https", "Eine Adresse, die mit https:// beginnt, in Anführungszeichen."),
    ("n1:", "Die Prüfsumme setzt netzint selbst; nicht von Hand ändern."),
    ("[^\\n]", "Nur eine Zeile; längeren Text gibt es nur in den Feldern, die dafür vorgesehen sind."),
    ("[a-z]", "Eine Kennung: kleine Buchstaben a–z, Ziffern, einfache Bindestriche, z. B. stadt-musterstadt."),
)


def require(model: type[A], wert: Mapping[str, Any]) -> A:
    """What was typed as a checked object; NetzintFehler (AUFRUF) with the first wrong value."""
    try:
        return model.model_validate(wert)
    except ValidationError as error:
        befund = to_befunde(error, wert, model)[0]
        feld = ".".join(map(str, befund.feld))
        raise NetzintFehler(f"{feld}: {befund.text}", befund.hinweis, Ausgang.AUFRUF) from error


def to_befunde(error: ValidationError, wert: Mapping[str, Any], model: type[Angabe]) -> list[Befund]:
    """One German finding for each wrong value; the alternatives of a union count once. Places are field paths."""
    befunde: dict[Feldpfad, Befund] = {}
    for detail in error.errors(include_url=False):
        feld = _locate(detail, wert)
        befunde.setdefault(feld, _translate(detail, feld, model))
    return list(befunde.values())


def _locate(detail: ErrorDetails, wert: Any) -> Feldpfad:
    """The path in the data: pydantic's path without the names of union members."""
    feld: list[str | int] = []
    for part in detail["loc"]:
        if isinstance(wert, dict) and part in wert:
            wert = wert[str(part)]
        elif isinstance(wert, list) and isinstance(part, int) and part < len(wert):
            wert = wert[part]
        else:
            continue
        feld.append(part)
    if detail["type"] == "missing":
        feld.append(detail["loc"][-1])
    if detail["type"] == "union_tag_invalid":
        feld.append("art")
    return tuple(feld)


def _translate(detail: ErrorDetails, feld: Feldpfad, model: type[Angabe]) -> Befund:
    meldung = MELDUNGEN[detail["type"]]
    given = _find_input(detail)
    if detail["type"] in _EINZELWERTE and not isinstance(given, str):
        meldung = MELDUNGEN["string_type"]._replace(hinweis=meldung.hinweis)
    context = {str(key): str(value) for key, value in (detail.get("ctx") or {}).items()}
    name = str(next((part for part in reversed(feld) if isinstance(part, str)), ""))
    owner = find_model(model, feld[:-1])
    options = _options(owner, name, context)
    values = {
        "name": _short(name),
        "msg": detail["msg"],
        "wert": _short(given),
        "gefunden": _kind(given),
        "beschreibung": _describe(owner, name),
        "moeglich": ", ".join(options),
        "vorschlag": _suggest(detail, name, owner, options),
        "form": next((text for mark, text in _FORMEN if mark in context.get("pattern", "")), _FORM),
        **{key: value for key, value in context.items() if key in ("max_length", "min_length")},
    }
    text, hinweis = meldung.text.format_map(values), meldung.hinweis.format_map(values)
    return Befund(
        meldung.code, Schwere.FEHLER, text[0].upper() + text[1:] + ".", hinweis, feld=feld, schluessel=(name,)
    )


def _find_input(detail: ErrorDetails) -> object:
    """The value that is wrong; of a motion it is the word that says which kind of motion it is."""
    found = detail["input"]
    return found["art"] if detail["type"] == "union_tag_invalid" and isinstance(found, dict) else found


def _options(owner: type[Angabe] | None, name: str, context: Mapping[str, str]) -> tuple[str, ...]:
    if "expected_tags" in context:
        return tuple(part.strip(" '") for part in context["expected_tags"].split(","))
    field = owner.model_fields.get(name) if owner else None
    found = tuple(str(option) for option in _literals(field.annotation)) if field else ()
    return found or tuple(part.strip(" '") for part in context.get("expected", "").replace(" or ", ",").split(","))


def _literals(annotation: Any) -> Iterable[object]:
    for arg in get_args(annotation):
        if isinstance(arg, str):
            yield arg
        else:
            yield from _literals(arg)


def _suggest(detail: ErrorDetails, name: str, owner: type[Angabe] | None, options: tuple[str, ...]) -> str:
    if detail["type"] == "extra_forbidden":
        known = tuple(n for n in ordered_fields(owner) if n != "kennung" or not _is_entry(owner)) if owner else ()
        close = get_close_matches(name, known, 1, 0.6)
        return f"Meinten Sie „{close[0]}“?" if close else f"Hier gibt es: {', '.join(known)}." if known else _FORM
    given = str((detail.get("ctx") or {}).get("tag", detail["input"]))
    close = get_close_matches(given, options, 1, 0.6)
    return f"Meinten Sie „{close[0]}“? " if close else ""


def _is_entry(model: type[Angabe]) -> bool:
    return model.model_fields["kennung"].exclude is True


def find_model(model: type[Angabe], feld: Feldpfad) -> type[Angabe] | None:
    """The class that describes the block at a path; None inside free data and where a union leaves it open."""
    current: type[Angabe] | None = model
    for part in feld:
        if isinstance(part, int):
            continue
        field = current.model_fields.get(part) if current else None
        models = tuple(find_models(field.annotation)) if field else ()
        current = models[0] if len(models) == 1 else None
    return current


def find_models(annotation: Any) -> Iterable[type[Angabe]]:
    """The classes that an annotation names, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation  # type: ignore[misc]
    for arg in get_args(annotation):
        yield from find_models(arg)


def _describe(owner: type[Angabe] | None, name: str) -> str:
    field = owner.model_fields.get(name) if owner else None
    return (field.description if field else None) or "siehe daten/README.md"


def _kind(value: object) -> str:
    return {"dict": "ein Block", "list": "eine Liste", "str": "ein einzelner Wert"}.get(type(value).__name__, "etwas")


def _short(value: object) -> str:
    text = value if isinstance(value, str) else _kind(value)
    return text if len(text) <= 60 else text[:57] + "…"
