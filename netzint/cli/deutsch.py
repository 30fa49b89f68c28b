"""Typer in German: help pages, a group that builds only the command that is called, text that is cleaned."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import typer
from typer._click.exceptions import UsageError
from typer._click.types import StringParamType
from typer.core import TyperArgument, TyperCommand, TyperGroup

from netzint.cli.angabe import Text, complete, take_over
from netzint.cli.hilfe import SCHILD, Formatierer, is_pflicht, write_params
from netzint.cli.zieldatei import build_option, has_dateiformat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from typer._click.core import Command, Context, Parameter
    from typer._click.formatting import HelpFormatter
    from typer.core import TyperOption

PLATZHALTER = {"int": "ZAHL", "int range": "ZAHL", "float": "ZAHL", "float range": "ZAHL", "str": "TEXT"} | {
    "path": "PFAD", "file": "DATEI", "directory": "ORDNER", "filename": "DATEI", "datetime": "JJJJ-MM-TT",
}  # fmt: skip


class Kontext(typer.Context):
    """A call of a command whose help is German."""

    formatter_class = Formatierer


def _germanise(param: Parameter) -> None:
    if type(param.type) is StringParamType:
        param.type = Text()
    if param.metavar is not None:
        return
    if isinstance(param, TyperArgument):
        param.metavar = (param.name or "").upper().replace("_", "-") + (" …" if param.nargs != 1 else "")
    else:
        param.metavar = PLATZHALTER.get(param.type.name)


def _explain_hilfe(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = "Diese Hilfe zeigen."
    return option


class Befehl(TyperCommand):
    """One command with German help."""

    context_class = Kontext

    def __init__(self, name: str | None, **attrs: Any) -> None:
        super().__init__(name, **(attrs | {"options_metavar": "[OPTIONEN]"}))
        if has_dateiformat(self.params):
            self.params.append(build_option())
        for param in self.params:
            _germanise(param)
        self.angaben = take_over(self.params)

    def invoke(self, ctx: Context) -> Any:
        """Run the command, with what was missing asked for."""
        complete(ctx, self.angaben)
        return super().invoke(ctx)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option ``--help``, explained in German."""
        return _explain_hilfe(super().get_help_option(ctx))

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """The parts of a call; what is needed stands without the braces that Typer would put."""
        needed = {f"[{param.metavar}]": str(param.metavar) for param in self.params if is_pflicht(param)}
        pieces = (needed.get(teil, teil) for teil in super().collect_usage_pieces(ctx))
        return [teil.removeprefix("{").removesuffix("}") for teil in pieces]

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """As Typer, but an option that takes one value is refused where it stands twice: which one was meant?"""
        args = shield_texte(args)
        try:
            order = self.make_parser(ctx).parse_args(args=list(args))[2]
        except UsageError as fehler:
            fehler.ctx = fehler.ctx or ctx  # or the hint would name the help of netzint as a whole
            raise
        for param in order:
            if order.count(param) > 1 and not _may_repeat(param):
                from netzint.cli.aufruffehler import Angabefehler

                raise Angabefehler("Sie steht mehrmals da; gelten kann nur eine.", ctx, param)
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The lists of Angaben and Optionen."""
        write_params(self, ctx, formatter)


def shield_texte(args: list[str]) -> list[str]:
    """A text that begins with a dash and a blank, as in a list, is no option; whoever takes it removes the shield."""
    return [f"{SCHILD}{arg}" if re.match(r"-+\s", arg) else arg for arg in args]


def _may_repeat(param: Parameter) -> bool:
    return getattr(param, "multiple", False) or (getattr(param, "is_flag", False) and not param.secondary_opts)


class Eintrag(NamedTuple):
    """One line of the table of commands: what help says, and where the function (or Typer app) is to be found."""

    hilfe: str
    ziel: str
    versteckt: bool = False
    """For git, not for people: it has a help page, but does not stand in the list."""


class Gruppeneintrag(NamedTuple):
    """A word with commands below it."""

    hilfe: str
    eintraege: Mapping[str, Eintrag | Gruppeneintrag]


class Gruppe(TyperGroup):
    """Commands by name; only the one that is called is imported, so that thirty cost no more than one."""

    context_class = Kontext

    def __init__(self, name: str, eintrag: Gruppeneintrag, vorgabe: str = "", **attrs: Any) -> None:
        super().__init__(
            name=name, help=eintrag.hilfe, options_metavar="[OPTIONEN]", subcommand_metavar="BEFEHL …",
            invoke_without_command=bool(vorgabe), no_args_is_help=not vorgabe, suggest_commands=False,
            rich_markup_mode=None, **attrs,
        )  # fmt: skip
        self.eintraege = eintrag.eintraege
        self.vorgabe = vorgabe
        for param in self.params:
            _germanise(param)

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 (Typer's signature)
        """The names in the order of the table."""
        return list(self.eintraege)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 (Typer's signature)
        """The command itself; here, and only here, its module is imported."""
        eintrag = self.eintraege.get(cmd_name)
        return None if eintrag is None else build_befehl(cmd_name, eintrag)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option ``--help``, explained in German."""
        return _explain_hilfe(super().get_help_option(ctx))

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The lists of Optionen and Befehle."""
        write_params(self, ctx, formatter)
        with formatter.section("Befehle"):
            offen = (e for e in self.eintraege.items() if not getattr(e[1], "versteckt", False))
            formatter.write_dl([(name, eintrag.hilfe) for name, eintrag in offen])

    def invoke(self, ctx: Context) -> Any:
        """Run the command that was named, or the one that stands for none."""
        ergebnis = super().invoke(ctx)
        befehl = self.get_command(ctx, self.vorgabe) if ctx.invoked_subcommand is None else None
        if befehl is None:
            return ergebnis
        with befehl.make_context(self.vorgabe, [], parent=ctx) as unterkontext:
            return befehl.invoke(unterkontext)


def build_befehl(name: str, eintrag: Eintrag | Gruppeneintrag) -> Command:
    """The command behind a line of the table."""
    if isinstance(eintrag, Gruppeneintrag):
        return Gruppe(name, eintrag)
    modul, _, gesucht = eintrag.ziel.partition(":")
    ziel = getattr(import_module(f"netzint.cli.{modul}"), gesucht)
    return typer.main.get_command(ziel if isinstance(ziel, typer.Typer) else wrap(name, ziel))


def wrap(name: str, function: Callable[..., Any]) -> typer.Typer:
    """A Typer app of one command, made of a plain function."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=Befehl)(function)
    return app
