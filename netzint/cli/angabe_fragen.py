"""At a terminal: which Angabe is to change, and how it reads from now on, where a command was given none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from netzint.cli import fragen
from netzint.cli.ausgabe import show


def ask_angabe(felder: Mapping[str, str], prosa: Collection[str] = ()) -> dict[str, Any]:
    """One field and its new text, of those given with their options; nothing where nobody can be asked."""
    if not fragen.is_dialog():
        return {}
    names = {option.removeprefix("--"): feld for feld, option in felder.items()}
    show("Es fehlt, was sich ändern soll.")
    name = fragen.ask_wahl("Was soll sich ändern", tuple(names), option=next(iter(felder.values())))
    ask = fragen.ask_prosa if names[name] in prosa else fragen.ask_text
    return {names[name]: ask("Neu", option=f"--{name}")}
