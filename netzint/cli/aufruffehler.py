"""Typer's usage errors in German: one table. What the table does not know is said in general German words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    FileError,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperGroup

from netzint.cli.hilfe import SCHILD, translate_bereich
from netzint.cli.vorschlag import suggest

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter
    from typer.exceptions import TyperException


class Angabefehler(BadParameter):
    """A value that one of our own parsers refused; the message is German already."""


AUFRUF = (
    (r"No such command (?P<a>.+)\.", "Den Befehl „{a}“ gibt es nicht."),
    (r"Missing command\.", "Es fehlt der Befehl."),
    (r"Got unexpected extra argument\(s\) \((?P<a>.*)\)", "Überzählige Angabe: „{a}“."),
    (r"Option (?P<a>\S+) requires an argument\.", "Die Option {a} braucht einen Wert."),
    (r"Option (?P<a>\S+) requires (?P<b>\d+) arguments\.", "Die Option {a} braucht {b} Werte."),
    (r"Option (?P<a>\S+) does not take a value\.", "Die Option {a} nimmt keinen Wert."),
    (r"Argument (?P<a>\S+) takes (?P<b>\d+) values\.", "Die Angabe {a} braucht {b} Werte."),
)

WERT = (
    (
        r"(?P<a>'?\d{1,3}(?:[.’ ]\d{3})+'?) is not a valid int(?: range)?\.",
        "„{a}“ bitte nur mit Ziffern schreiben, ohne Punkte.",
    ),
    (r"(?P<a>.+) is not a valid int(?: range)?\.", "„{a}“ ist keine ganze Zahl."),
    (r"(?P<a>.+) is not a valid float(?: range)?\.", "„{a}“ ist keine Zahl."),
    (r"(?P<a>.+) is not in the range (?P<b>.+)\.", "{a} liegt nicht im erlaubten Bereich ({b})."),
    (r"(?P<a>.+) is not a valid boolean\. .*", "„{a}“ ist weder ja noch nein."),
    (r"(?P<a>.+) is not a valid UUID\.", "„{a}“ ist keine UUID."),
    (r"(?P<a>'.*'|\".*\") is not one of (?P<b>.+)\.", "„{a}“ ist nicht möglich. Möglich sind: {b}."),
    (r"(?P<a>.+) does not match the formats .+\.", "„{a}“ ist kein Datum in der erwarteten Form."),
    (r"Takes (?P<a>\d+) values but (?P<b>\d+) given\.", "Es braucht {a} Werte, angegeben sind {b}."),
    (r"(?P<a>\d+) values are required, but (?P<b>\d+) given\.", "Es braucht {a} Werte, angegeben sind {b}."),
    (r"Value must be an iterable\.", "Es braucht mehrere Werte."),
    (r"(?:File|Directory|Path) (?P<a>.+) does not exist\.", "„{a}“ gibt es nicht."),
    (r"(?:File|Directory|Path) (?P<a>.+) is a file\.", "„{a}“ ist eine Datei; erwartet wird ein Ordner."),
    (r"(?:File|Directory|Path) (?P<a>.+) is a directory\.", "„{a}“ ist ein Ordner; erwartet wird eine Datei."),
    (r"(?:File|Directory|Path) (?P<a>.+) is not readable\.", "„{a}“ lässt sich nicht lesen."),
    (r"(?:File|Directory|Path) (?P<a>.+) is not writable\.", "„{a}“ lässt sich nicht beschreiben."),
    (r"'(?P<a>.+)': .+", "„{a}“ lässt sich nicht öffnen."),
)


UMBENANNT = {("netzint sitzung top", "--nach"): "--hinter"}
"""Options that were called otherwise, by the words that stand before them."""


def explain(fehler: TyperException) -> tuple[str, str]:
    """What was wrong with the call, and what to do next; both German, never a word of Typer's."""
    if isinstance(fehler, MissingParameter):
        text = f"Es fehlt die {_name(fehler.param)}."
    elif isinstance(fehler, NoSuchOption):
        text = f"Die Option {fehler.option_name} gibt es nicht."
    elif isinstance(fehler, BadParameter):
        text = _explain_wert(fehler)
    elif isinstance(fehler, FileError):
        text = f"Die Datei „{fehler.ui_filename}“ lässt sich nicht öffnen."
    else:
        text = _translate(AUFRUF, fehler.message) or "So lässt sich netzint nicht aufrufen."
    return text, _hinweis(fehler)


def _explain_wert(fehler: BadParameter) -> str:
    german = isinstance(fehler, Angabefehler)
    text = fehler.message if german else _translate(WERT, fehler.message) or "Dieser Wert ist nicht möglich."
    return f"{_name(fehler.param)}: {text}" if fehler.param is not None else text


def _translate(tabelle: tuple[tuple[str, str], ...], message: str) -> str:
    for muster, satz in tabelle:
        treffer = re.fullmatch(muster, message, re.DOTALL)
        if treffer is not None:
            return satz.format(
                **{
                    k: translate_bereich(_unquote(v)) if k == "b" else _unquote(v)
                    for k, v in treffer.groupdict().items()
                }
            )
    return ""


def _unquote(text: str) -> str:
    """What Python's ``repr`` put in quotes; lists of values become „a, b“."""
    return ", ".join(
        teil[1:-1] if len(teil) > 1 and teil[0] in "'\"" and teil[-1] == teil[0] else teil
        for teil in text.replace(SCHILD, "").split(", ")
    )


def _name(param: Parameter | None) -> str:
    if param is None:
        return "Angabe"
    if param.param_type_name == "argument":
        return f"Angabe {param.human_readable_name}"
    return f"Option {max(param.opts, key=len)}"


def _hinweis(fehler: TyperException) -> str:
    ctx = fehler.ctx if isinstance(fehler, UsageError) else None
    if ctx is None:
        return "„netzint --help“ zeigt, was möglich ist."
    return _suggest(fehler, ctx) or f"„{ctx.command_path} --help“ zeigt, was möglich ist."


def _suggest(fehler: TyperException, ctx: Context) -> str:
    if isinstance(fehler, NoSuchOption) and not fehler.option_name.startswith("--"):
        return f"Soll es ein Text sein, der mit „-“ beginnt, davor „-- “ setzen; sonst: {ctx.command_path} --help"
    if isinstance(fehler, NoSuchOption):
        now = UMBENANNT.get((ctx.command_path.rpartition(" ")[0], fehler.option_name))
        if now:
            return f"Sie heißt hier {now}."
    if isinstance(fehler, NoSuchOption | BadOptionUsage):
        known = [opt for param in ctx.command.get_params(ctx) for opt in param.opts if opt.startswith("--")]
        return suggest(fehler.option_name, known) if isinstance(fehler, NoSuchOption) else ""
    treffer = re.fullmatch(AUFRUF[0][0], fehler.message, re.DOTALL)
    if treffer is not None and isinstance(ctx.command, TyperGroup):
        return suggest(_unquote(treffer["a"]), ctx.command.list_commands(ctx))
    return ""
