"""Where an answer goes: to the screen, or with ``--nach`` into a file; what is no text always goes into one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from typer._click.globals import get_current_context
from typer.core import TyperArgument, TyperOption

from netzint.cli.ausgabe import show, show_daten
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer._click.core import Context, Parameter

NACH = "netzint.nach"
"""Where the context of a call keeps the file that was named."""
LISTEN = "listen"
"""Below ``ausgabe/``, where files lie for which nobody named a place."""


def has_dateiformat(params: Sequence[Parameter]) -> bool:
    """Whether a command can answer with a file, and has no option of its own for its place."""
    names = {opt for param in params for opt in param.opts}
    choices = {
        str(choice) for param in params for choice in getattr(param.type, "choices", ()) if "--format" in param.opts
    }
    return "xlsx" in choices and "--nach" not in names


def build_option() -> TyperOption:
    """The option ``--nach`` of every question, made in one place."""

    def remember(ctx: Context, _param: Parameter, value: str | None) -> None:
        if value:
            ctx.meta[NACH] = value

    return TyperOption(
        param_decls=["--nach"],
        metavar="DATEI",
        expose_value=False,
        callback=remember,
        help="Die Antwort in diese Datei schreiben; xlsx sonst nach ausgabe/listen.",
    )


def hand_out(inhalt: str | bytes, form: str) -> None:
    """Give an answer for machines to whoever asked: into the file that was named, or to the screen if it is text."""
    ctx = get_current_context(silent=True)
    nach = ctx.meta.get(NACH) or ctx.params.get("nach") if ctx is not None else None
    if isinstance(inhalt, str) and nach is None:
        show_daten(inhalt)
        return
    data = inhalt.encode() if isinstance(inhalt, str) else inhalt
    wurzel = ctx.params.get("wurzel") if ctx is not None else None
    _write(wurzel or Path(), Path(nach) if nach else None, f"{_name(ctx)}.{form}", data)


def refuse_nach() -> None:
    """What is meant for eyes goes to the screen. Raises NetzintFehler (wrong usage) if a file was named."""
    ctx = get_current_context(silent=True)
    if ctx is not None and ctx.meta.get(NACH):
        text = "In eine Datei geht eine Antwort nur als xlsx, csv oder json."
        raise NetzintFehler(text, "Dazu --format angeben, zum Beispiel --format xlsx.", Ausgang.AUFRUF)


def _write(wurzel: Path, nach: Path | None, name: str, data: bytes) -> None:
    from netzint.ablage.ausgabe import ORDNER, write_dokumente

    if nach is not None and nach.is_dir():
        nach /= name
    folder = nach.parent if nach else wurzel / ORDNER / LISTEN
    written, problem = write_dokumente(folder, {nach.name if nach else name: data}, gewaehlt=nach is not None)
    if problem:
        hinweis = "Ist sie noch in Excel geöffnet? Sonst Platz und Schreibrechte prüfen, oder --nach angeben."
        raise NetzintFehler(problem, hinweis, Ausgang.UMGEBUNG)
    show(str(nach) if nach else f"{ORDNER}/{LISTEN}/{written[0]}")


def _name(ctx: Context | None) -> str:
    """What was asked, as the name of a file: ``sitzung-zeigen-sg-2026-02``."""
    if ctx is None:
        return "antwort"
    said = [ctx.params.get(p.name or "") for p in ctx.command.params if isinstance(p, TyperArgument)]
    words = [*ctx.command_path.split()[1:], *(str(word) for word in said if word)]
    return re.sub(r"[^a-z0-9]+", "-", "-".join(words).lower()).strip("-")[:60] or "antwort"
