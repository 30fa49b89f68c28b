"""The help page of a command in German: what it needs, and its options in the same order everywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from typer._click.formatting import HelpFormatter

if TYPE_CHECKING:
    from typer._click.core import Command, Context, Parameter

PFLICHT = "  [Pflicht]"
"""At the end of the help of what a command needs and asks for at a terminal; elsewhere its absence is an error."""
SCHILD = "\N{WORD JOINER}"
"""Before a text that looks like an option; invisible, so that cleaning takes it away."""
UEBERSCHRIFTEN = {"Arguments": "Angaben", "Options": "Optionen", "Commands": "Befehle"}
ZUSAETZE = (("default: ", "Vorgabe: "), ("required", "Pflicht"), ("(dynamic)", "wird berechnet"))
BEREICHE = (
    (r"(-?\d+)<=x<=(-?\d+)", r"\1 bis \2"),
    (r"x>=(-?\d+)", r"mindestens \1"),
    (r"x<=(-?\d+)", r"höchstens \1"),
)
ZULETZT = ("stichtag", "stand", "form", "wurzel", "probe", "help")
"""Options that mean the same everywhere stand below a command's own, the help last."""


class Formatierer(HelpFormatter):
    """Typer's help page with German headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how to call."""
        super().write_usage(prog, args, prefix or "Aufruf: ")

    def write_heading(self, heading: str) -> None:
        """A heading, German if Typer wrote it."""
        super().write_heading(UEBERSCHRIFTEN.get(heading, heading))


def translate_bereich(text: str) -> str:
    """A range of numbers as people say it."""
    for english, deutsch in BEREICHE:
        text = re.sub(english, deutsch, text)
    return text


def _translate_zusatz(text: str) -> str:
    for english, deutsch in ZUSAETZE:
        text = text.replace(english, deutsch)
    return translate_bereich(text)


def write_params(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    """The lists of Angaben and Optionen."""
    params = sorted(command.get_params(ctx), key=_rang)
    for titel, sorte in (("Angaben", "argument"), ("Optionen", "option")):
        of_sorte = [p for p in params if p.param_type_name == sorte]
        zeilen = [_german(zeile) for p in of_sorte if (zeile := p.get_help_record(ctx))]
        if zeilen:
            with formatter.section(titel):
                formatter.write_dl(zeilen)


def _rang(param: Parameter) -> int:
    if param.name == "form" and "--format" not in param.opts:
        return -1  # the form of a Sitzung
    return ZULETZT.index(param.name) if param.name in ZULETZT else -1


def _german(zeile: tuple[str, str]) -> tuple[str, str]:
    name, text = zeile
    anfang, klammer, zusatz = text.rpartition("[")
    return name, anfang + klammer + (_translate_zusatz(zusatz) if klammer and text.endswith("]") else zusatz)


def is_pflicht(param: Parameter) -> bool:
    """Whether the help of an Angabe says that it is needed, though Typer may find it missing."""
    return str(getattr(param, "help", None) or "").endswith(PFLICHT)
