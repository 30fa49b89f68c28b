"""Typer in German: help pages, a group that builds only the command that is called, text that is cleaned."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import typer
from typer._click.formatting import HelpFormatter
from typer._click.types import StringParamType
from typer.core import TyperArgument, TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from typer._click.core import Command, Context, Parameter
    from typer.core import TyperOption

UEBERSCHRIFTEN = {"Arguments": "Angaben", "Options": "Optionen", "Commands": "Befehle"}
PLATZHALTER = {"int": "ZAHL", "int range": "ZAHL", "float": "ZAHL", "float range": "ZAHL", "str": "TEXT"} | {
    "path": "PFAD", "file": "DATEI", "directory": "ORDNER", "filename": "DATEI", "datetime": "JJJJ-MM-TT",
}  # fmt: skip
ZUSAETZE = (("default: ", "Vorgabe: "), ("required", "Pflicht"), ("(dynamic)", "wird berechnet"))


class Formatierer(HelpFormatter):
    """Typer's help page with German headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how to call."""
        super().write_usage(prog, args, prefix or "Aufruf: ")

    def write_heading(self, heading: str) -> None:
        """A heading, German if Typer wrote it."""
        super().write_heading(UEBERSCHRIFTEN.get(heading, heading))


class Kontext(typer.Context):
    """A call of a command whose help is German."""

    formatter_class = Formatierer


class Text(StringParamType):
    """Text of a user: cleaned before any command sees it."""

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> Any:
        """The cleaned text, or a German refusal."""
        from netzint.cli.eingabe import Eingabefehler, clean_eingabe

        try:
            return clean_eingabe(super().convert(value, param, ctx))
        except Eingabefehler as fehler:
            from netzint.cli.aufruffehler import Angabefehler

            raise Angabefehler(str(fehler), ctx, param) from fehler


def _germanise(param: Parameter) -> None:
    if type(param.type) is StringParamType:
        param.type = Text()
    if param.metavar is not None:
        return
    if isinstance(param, TyperArgument):
        param.metavar = (param.name or "").upper().replace("_", "-") + (" …" if param.nargs != 1 else "")
    else:
        param.metavar = PLATZHALTER.get(param.type.name)


def _write_params(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    for titel, sorte in (("Angaben", "argument"), ("Optionen", "option")):
        params = [p for p in command.get_params(ctx) if p.param_type_name == sorte]
        zeilen = [_translate_zusatz(zeile) for p in params if (zeile := p.get_help_record(ctx))]
        if zeilen:
            with formatter.section(titel):
                formatter.write_dl(zeilen)


def _translate_zusatz(zeile: tuple[str, str]) -> tuple[str, str]:
    name, text = zeile
    anfang, klammer, zusatz = text.rpartition("[")
    if klammer and text.endswith("]"):
        for english, deutsch in ZUSAETZE:
            zusatz = zusatz.replace(english, deutsch)
    return name, anfang + klammer + zusatz


def _explain_hilfe(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = "Diese Hilfe zeigen."
    return option


class Befehl(TyperCommand):
    """One command with German help."""

    context_class = Kontext

    def __init__(self, name: str | None, **attrs: Any) -> None:
        super().__init__(name, **(attrs | {"options_metavar": "[OPTIONEN]"}))
        for param in self.params:
            _germanise(param)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option ``--help``, explained in German."""
        return _explain_hilfe(super().get_help_option(ctx))

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """The parts of a call; what is needed stands without the braces that Typer would put."""
        return [teil.removeprefix("{").removesuffix("}") for teil in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The lists of Angaben and Optionen."""
        _write_params(self, ctx, formatter)


class Eintrag(NamedTuple):
    """One line of the table of commands: what help says, and where the function (or Typer app) is to be found."""

    hilfe: str
    ziel: str


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
        _write_params(self, ctx, formatter)
        with formatter.section("Befehle"):
            formatter.write_dl([(name, eintrag.hilfe) for name, eintrag in self.eintraege.items()])

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
