"""The example with nothing in it but what must be: what reports make of data in which much is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netzint.ablage.yamltext import dump_eintrag
from netzint.modell.arten import NACH_NAME
from netzint.modell.fehler import NetzintFehler
from netzint.modell.grund import Angabe, Eintrag
from netzint.modell.klartext import to_klartext
from netzint.modell.meldungen import require
from tests.beispiel import lay_down, read_beispiel
from tests.buero import commit_all, git, set_up

if TYPE_CHECKING:
    from pathlib import Path

BEHALTEN = frozenset({"sitz", "stelle", "einladung", "abschluss", "abgesagt"})
"""Without these an entry would be something else, not the same with less in it."""


def found(ziel: Path) -> Path:
    """A repository of it."""
    lay_down(ziel)
    for entry in read_beispiel().iter_eintraege():
        if entry.kennung not in ("netzwerk", "geschaeftsordnung"):
            pfad = NACH_NAME[type(entry).__name__.lower()].pfad(entry.kennung)
            (ziel / pfad).write_bytes(dump_eintrag(strip(entry)))
    git(ziel, "init", "-q", "-b", "main")
    set_up(ziel)
    commit_all(ziel, "Anfang")
    return ziel


def strip(entry: Eintrag) -> Eintrag:
    """The entry without any single value that its kind can do without."""
    whole: dict[str, Any] = dict(to_klartext(entry))
    for path in _optional(entry):
        less = _without(whole, path)
        try:
            require(type(entry), {**less, "kennung": entry.kennung})
        except NetzintFehler:
            continue
        whole = less
    return require(type(entry), {**whole, "kennung": entry.kennung})


def _optional(part: Angabe, before: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths of all single values that are there and need not be."""
    found: list[tuple[str | int, ...]] = []
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if isinstance(value, tuple):
            for nr, item in enumerate(value):
                found += _optional(item, (*before, name, nr)) if isinstance(item, Angabe) else []
        elif isinstance(value, Angabe):
            found += _optional(value, (*before, name))
        elif value is not None and not field.is_required() and name not in BEHALTEN:
            found.append((*before, name))
    return found


def _without(value: Any, path: tuple[str | int, ...]) -> Any:
    first, *rest = path
    if isinstance(value, list):
        return [_without(item, tuple(rest)) if nr == first else item for nr, item in enumerate(value)]
    if not isinstance(value, dict) or first not in value:
        return value
    if not rest:
        return {key: item for key, item in value.items() if key != first}
    return {key: _without(item, tuple(rest)) if key == first else item for key, item in value.items()}
