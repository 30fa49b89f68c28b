"""An entry as plain data, the way it stands in a file: own order of keys, what is empty or the default left out."""

from __future__ import annotations

from datetime import date
from typing import Any

from netzint.modell.grund import Angabe, ordered_fields
from netzint.modell.typen import Anteil

Klartext = str | int | bool | date | list[Any] | dict[str, Any]


def to_klartext(model: Angabe) -> dict[str, Klartext]:
    """The entry or part as dict, list, text, number, bool and date, without what is empty or a default."""
    found: dict[str, Klartext] = {}
    for name in ordered_fields(type(model)):
        value = getattr(model, name)
        field = type(model).model_fields[name]
        if value is None or value in ((), {}) or (not field.is_required() and value == field.default):
            continue
        found[name] = plain_wert(value)
    return found


def plain_wert(value: Any) -> Klartext:
    """The same for any value of a field."""
    if isinstance(value, Angabe):
        plain = to_klartext(value)
        return plain["mitglied"] if type(value).__name__ == "Anwesend" and list(plain) == ["mitglied"] else plain
    if isinstance(value, Anteil):
        return str(value)
    if isinstance(value, tuple):
        return [plain_wert(item) for item in value]
    if isinstance(value, dict):
        return {key: plain_wert(item) for key, item in value.items()}
    plain_value: Klartext = value
    return plain_value
