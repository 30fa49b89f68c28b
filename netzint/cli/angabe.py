"""What a command cannot do without: asked for at a terminal, by number where it is one of the entries.

Every mandatory Angabe is asked for; :func:`eintrag_argument` says besides of which kind the entry is, so that those
that fit can be shown. Without a terminal a missing one is wrong usage, unless a proposal stands for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import typer
from typer._click.exceptions import MissingParameter
from typer._click.types import StringParamType

from netzint.cli.hilfe import PFLICHT

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter


class Gemeint(NamedTuple):
    """Of which kind an entry is."""

    frage: str
    sammlung: str
    """The collection of the Bestand that it is one of."""
    schritt: str = ""
    """Only Empfehlungen with which this can be done now."""
    naechste: bool = False
    """Nobody needs to say it: the next Sitzung is proposed."""


class Text(StringParamType):
    """Text of a user: cleaned before any command sees it."""

    gemeint: Gemeint | None = None

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> Any:
        """The cleaned text, or a German refusal."""
        from netzint.cli.eingabe import Eingabefehler, clean_eingabe

        try:
            return clean_eingabe(super().convert(value, param, ctx))
        except Eingabefehler as fehler:
            from netzint.cli.aufruffehler import Angabefehler

            raise Angabefehler(str(fehler), ctx, param) from fehler


def eintrag_argument(
    metavar: str, hilfe: str, frage: str, sammlung: str, *, schritt: str = "", naechste: bool = False
) -> Any:
    """An entry that a command is about; ``Annotated[str, eintrag_argument(…)]``, with ``naechste`` ``= ""`` behind."""
    kind = Text()
    kind.gemeint = Gemeint(frage, sammlung, schritt, naechste)
    return typer.Argument(metavar=metavar, help=hilfe, click_type=kind, show_default=False)


def take_over(params: list[Parameter]) -> tuple[Parameter, ...]:
    """The mandatory Angaben among these: from now on Typer lets them be missing, and :func:`complete` asks."""
    found = []
    for param in params:
        gemeint = getattr(param.type, "gemeint", None)
        if param.param_type_name == "argument" and (param.required or gemeint):
            if param.required:
                param.required = False
                param.help = f"{getattr(param, 'help', None) or ''}{PFLICHT}"  # type: ignore[attr-defined]
            found.append(param)
    return tuple(found)


def complete(ctx: Context, params: tuple[Parameter, ...]) -> None:
    """Ask for what is missing. Raises MissingParameter where nobody can be asked and nothing stands for it."""
    for param in params:
        if not ctx.params.get(param.name or ""):
            ctx.params[param.name or ""] = _ask(ctx, param)


def _ask(ctx: Context, param: Parameter) -> Any:
    from netzint.cli import fragen

    gemeint: Gemeint | None = getattr(param.type, "gemeint", None)
    if not (fragen.is_dialog() or (gemeint and gemeint.naechste)):
        raise MissingParameter(ctx=ctx, param=param)
    if gemeint is not None:
        from netzint.cli.auswahl import ask_gemeint

        return ask_gemeint(ctx.params, **gemeint._asdict())
    text = fragen.ask_text(_frage(param))
    return param.type_cast_value(ctx, [text] if param.nargs != 1 else text)


def _frage(param: Parameter) -> str:
    """The first sentence of its help: ``Der Eintrag: Kennung oder Name``."""
    hilfe = str(getattr(param, "help", "")).removesuffix(PFLICHT).strip()
    return hilfe.partition("; ")[0].removesuffix(".")
