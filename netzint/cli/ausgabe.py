"""The one way out: everything that a command says passes through here and is made safe on the way."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TextIO

from netzint.cli.tabelle import bloecke, fit, is_too_wide, tabelle
from netzint.cli.zeichen import escape, escape_zeile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BREITE = 100
"""Columns for tables where nobody looks at a screen."""

ZITAT = 200
"""Characters of a quoted value that a message shows."""
SCHMAL = 80
"""On a screen with fewer columns a table that does not fit is shown row by row."""
GROSSE_TABELLE = 100
"""Rows above which a table is plain text also on a terminal: rich takes 24 ms for a hundred of them."""


class Stil:
    """Looks of a piece of text: the terminal's codes for them. No Enum, for the sake of the start-up time."""

    FEHLER = "1;31"
    WARNUNG = "33"
    HINWEIS = "36"
    GUT = "32"
    STARK = "1"
    LEISE = "2"


RICH = {Stil.FEHLER: "bold red", Stil.WARNUNG: "yellow", Stil.GUT: "green", Stil.LEISE: "dim"}
"""The same looks in rich's words."""


class Farbig(NamedTuple):
    """A piece of text with a look, where the terminal has looks; otherwise just the text."""

    text: str
    stil: str


def prepare() -> None:
    """UTF-8 for both streams, whatever the system's code page; and colours on a Windows console."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever called; the next file opened would take its place
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 (open to the end)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.platform == "win32":
        _allow_colours_on_windows()


def _allow_colours_on_windows() -> None:  # pragma: no cover (Windows only)
    if sys.platform == "win32":
        import ctypes

        for number in (-11, -12):  # standard output, standard error
            handle = ctypes.windll.kernel32.GetStdHandle(number)
            ctypes.windll.kernel32.SetConsoleMode(handle, 7)


def is_farbig(stream: TextIO) -> bool:
    """Whether colours are welcome: a terminal, and nobody asked for none (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def render(teile: Sequence[str | Farbig], *, farbe: bool) -> str:
    """One safe line out of pieces of data; with ``farbe`` the pieces get their looks."""
    texte = []
    for teil in teile:
        if isinstance(teil, Farbig):
            text = escape(teil.text)
            texte.append(f"\x1b[{teil.stil}m{text}\x1b[0m" if farbe and text else text)
        else:
            texte.append(escape(teil))
    return escape_zeile("".join(texte))


def show(*teile: str | Farbig) -> None:
    """Say one line. A line break inside a piece is data and is shown as what it is."""
    _write(sys.stdout, teile)


def show_daten(text: str) -> None:
    """Hand out what ``cli/formate.py`` made for machines; it is safe already and keeps its own line ends."""
    _put(sys.stdout, text)


def hand_over() -> None:
    """Let everything that was said be seen now, before something else is done."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        leave_pipe(sys.stdout)


def leave_pipe(stream: TextIO) -> None:
    """Nobody reads on (``netzint … | head``): no complaint, now or when Python closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _put(stream: TextIO, text: str) -> None:
    """What a command does, and its exit code, does not depend on whether somebody reads on."""
    try:
        stream.write(text)
    except BrokenPipeError:
        leave_pipe(stream)


def show_fehler(text: str, hinweis: str = "") -> None:
    """Say on standard error why a command stops, and what to do next. Very long values are only begun."""
    erste, *weitere = _shorten(text).split("\n")
    _write(sys.stderr, (Farbig("Fehler:", Stil.FEHLER), " ", erste))
    for zeile in weitere:
        _write(sys.stderr, (zeile,))
    for zeile in hinweis.split("\n") if hinweis else ():
        _write(sys.stderr, ("→ ", zeile))


def _shorten(text: str) -> str:
    """The same with each quotation cut short: who pasted a whole page wants to see the sentence about it."""
    import re

    return re.sub(f"„([^„“]{{{ZITAT}}})[^„“]+“", r"„\1…“", text)


def show_nebenbei(*teile: str | Farbig) -> None:
    """Say one line on standard error, so that what is piped on stays pure."""
    _write(sys.stderr, teile)


def _write(stream: TextIO, teile: Sequence[str | Farbig]) -> None:
    _put(stream, render(teile, farbe=is_farbig(stream)) + "\n")


def show_tabelle(
    kopf: Sequence[str], zeilen: Sequence[Sequence[str]], farben: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Say a table, no wider than the screen: with looks on a terminal, as aligned lines everywhere else.

    ``farben``: cells that say just this have this look.
    """
    breite = screen_width()
    if breite < SCHMAL and is_too_wide(kopf, zeilen, breite):
        for zeile in bloecke(kopf, zeilen, breite):
            show(zeile)
        return
    if is_farbig(sys.stdout) and len(zeilen) <= GROSSE_TABELLE:
        _show_rich(kopf, zeilen, farben)
        return
    for zeile in tabelle(kopf, zeilen, breite):
        show(zeile)


def _show_rich(kopf: Sequence[str], zeilen: Sequence[Sequence[str]], farben: Mapping[str, str]) -> None:
    """The same lines and widths, drawn by rich; cells are plain text to it, never markup."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    bild = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, header_style="bold")
    for titel in kopf:
        bild.add_column(Text(escape(titel)), no_wrap=True)
    for zeile in fit(kopf, zeilen, screen_width()):
        bild.add_row(*(Text(zelle, RICH.get(farben.get(zelle, ""), "")) for zelle in zeile))
    Console(markup=False, emoji=False, highlight=False, width=screen_width()).print(bild)


def screen_width() -> int:
    """Columns of the screen; a fixed number where there is none, so that files are the same everywhere."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return int(given)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or BREITE if sys.stdout.isatty() else BREITE
    except (OSError, ValueError):
        return BREITE
