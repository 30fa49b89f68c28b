"""At a terminal: which Angabe is to change, and how it reads from now on, where a command was given none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any

from netzint.cli import fragen
from netzint.cli.ausgabe import show

NICHTS: Mapping[str, Callable[..., Any]] = MappingProxyType({})


def ask_angabe(
    felder: Mapping[str, str], prosa: Collection[str] = (), wie: Mapping[str, Callable[..., Any]] = NICHTS
) -> dict[str, Any]:
    """One field and what it is from now on, of those given with their options; nothing where nobody can be asked.

    It is asked for as text, as prose, or with the function of :mod:`fragen` in ``wie``.
    """
    if not fragen.is_dialog():
        return {}
    names = {option.removeprefix("--"): feld for feld, option in felder.items()}
    show("Es fehlt, was sich ändern soll.")
    name = fragen.ask_wahl("Was soll sich ändern", tuple(names), option=next(iter(felder.values())))
    ask = wie.get(names[name], fragen.ask_prosa if names[name] in prosa else fragen.ask_text)
    return {names[name]: ask("Neu", option=f"--{name}")}


def ask_titel(
    titel: str | None, beschreibung: str | None, ohne: Collection[str] | None
) -> tuple[str | None, str | None]:
    """Title and description as they were typed; one of them is asked for where nothing was."""
    if titel is not None or beschreibung is not None or ohne:
        return titel, beschreibung
    neu = ask_angabe({"titel": "--titel", "beschreibung": "--beschreibung"}, ("beschreibung",))
    return neu.get("titel"), neu.get("beschreibung")
