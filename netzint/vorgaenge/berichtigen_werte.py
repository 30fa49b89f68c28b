"""Values of a correction, from what was typed to what a field takes."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, get_args

from netzint.modell.eingabe import parse_tag_oder_monat
from netzint.modell.fehler import Eingabefehler
from netzint.modell.grund import Angabe
from netzint.modell.typen import Anteil
from netzint.vorgaenge.angaben import clean_prosa, falsch

FREITEXT = ("anlagen", "aliase")
"""Lists of titles and names, which have commas of their own."""


def read_wert(teil: Angabe, feld: str, text: str, stichtag: date) -> str | list[str]:
    """A list, a day or a month as people write it, as the data have it; anything else stays as it was typed."""
    field = type(teil).model_fields[feld]
    is_prosa = "prosa" in field.metadata or _holds_prosa(field.annotation)
    value = getattr(teil, feld)
    if isinstance(value, tuple) and not isinstance(value, Anteil):
        return [clean_prosa(feld, part) if is_prosa else part for part in split_liste(feld, text, field.annotation)]
    if text and is_prosa:
        return clean_prosa(feld, text)
    if not text or not _holds_tag(type(teil).model_fields[feld].annotation):
        return text
    try:
        return parse_tag_oder_monat(text, stichtag)
    except Eingabefehler as error:
        raise falsch(f"{feld}: {error}", "Heraus nimmt es --setze FELD= ohne Wert.") from error


def split_liste(feld: str, text: str, typ: Any) -> list[str]:
    """The items of a list: prose by line or paragraph, free text (it has commas itself) by semicolon, else by comma."""
    if _holds_prosa(typ):
        separator = r"\n\s*\n" if re.search(r"\n\s*\n", text) else r"\n"
    else:
        separator = r"[;\n]" if ";" in text or feld in FREITEXT else r","
    return [part.strip() for part in re.split(separator, text) if part.strip()]


def _holds_prosa(typ: Any) -> bool:
    """Whether it is prose, or nothing: text in a block, which ends with a line end."""
    return any("prosa" in getattr(inner, "__metadata__", ()) for inner in get_args(typ))


def _holds_tag(typ: Any) -> bool:
    return typ is date or any(map(_holds_tag, get_args(typ)))
