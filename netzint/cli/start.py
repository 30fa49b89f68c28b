"""Where netzint starts and ends: every way out has an exit code and a German sentence, none a traceback."""

from __future__ import annotations

import gc
import os
import signal
import sys
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

from netzint.cli import treiber
from netzint.cli.ausgabe import leave_pipe, prepare, show_fehler, show_nebenbei
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from sys import UnraisableHookArgs
    from types import FrameType

ABGEBROCHEN = "Abgebrochen. „netzint lage“ zeigt, was schon festgeschrieben ist."


def main() -> NoReturn:
    """The program ``netzint``."""
    gc.disable()  # a command is short and drops little; looking for garbage while modules load costs a twentieth
    _forgo_plugins()
    prepare()
    sys.unraisablehook = _leave_at_once
    _take_abbruch(signal.default_int_handler)
    try:
        ausgang = _flush(run(sys.argv[1:]))
    except KeyboardInterrupt:  # once more, while the first was being answered
        ausgang = Ausgang.UNTERBROCHEN
    _take_abbruch(signal.SIG_DFL)  # what comes while Python leaves ends it without a word
    gc.freeze()  # or Python searches all modules for garbage once more while it leaves: a tenth of ``--help``
    sys.exit(ausgang)


def _forgo_plugins() -> None:
    """pydantic could have plugins: looking for them costs three bare Pythons, loading what looks for them two more."""
    if os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__") == "__all__":
        loader = ModuleType("pydantic.plugin._loader")
        loader.__dict__["get_plugins"] = tuple  # there are none
        sys.modules[loader.__name__] = loader


def _take_abbruch(handler: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    """Whoever ends the program from outside (the system shuts down, a script gave up) is answered like Ctrl-C."""
    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        nummer = getattr(signal, name, None)
        if nummer is not None and signal.getsignal(nummer) is not signal.SIG_IGN:
            signal.signal(nummer, handler)


def _leave_at_once(verworfen: UnraisableHookArgs) -> None:
    """Code that is not Python's own drops exceptions, Ctrl-C too: the next chance to stop would be the last one."""
    if isinstance(verworfen.exc_value, KeyboardInterrupt):
        show_nebenbei(ABGEBROCHEN)
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(Ausgang.UNTERBROCHEN)  # as safe as being killed: the write path counts on that


def run(args: Sequence[str]) -> int:
    """Run one command and say what went wrong, if something did. Returns the exit code."""
    try:
        return _invoke(args) if not sys.stderr.isatty() else _invoke_on_terminal(args)
    except NetzintFehler as fehler:
        show_fehler(fehler.text, fehler.hinweis)
        return fehler.ausgang
    except (KeyboardInterrupt, EOFError):
        if sys.stderr.isatty():
            show_nebenbei()  # what was being asked or counted has its line to itself
        show_nebenbei(ABGEBROCHEN)
        return Ausgang.UNTERBROCHEN
    except BrokenPipeError:
        return _leave_pipe()
    except (OSError, MemoryError) as fehler:
        return _show_umgebung(fehler)
    except Exception as fehler:  # noqa: BLE001 (the last net: nobody sees a traceback)
        return _show_stoerung(fehler)


def _invoke_on_terminal(args: Sequence[str]) -> int:
    from netzint.cli.fortschritt import show_fortschritt

    with show_fortschritt(args):
        return _invoke(args)


def _invoke(args: Sequence[str]) -> int:
    if treiber.is_aufruf(args):
        return treiber.run(*args[1:])
    from typer import Abort, Exit, TyperException

    from netzint.cli.befehle import build_hauptgruppe

    gruppe = build_hauptgruppe()
    try:
        with gruppe.make_context("netzint", list(args)) as ctx:
            ergebnis = gruppe.invoke(ctx)
    except Exit as ende:
        return ende.exit_code
    except Abort:
        raise KeyboardInterrupt from None
    except TyperException as fehler:
        return _show_aufruffehler(fehler)
    return ergebnis if isinstance(ergebnis, int) else Ausgang.GUT


def _show_aufruffehler(fehler: Exception) -> Ausgang:
    from typer._click.exceptions import ClickException, NoArgsIsHelpError

    from netzint.cli.aufruffehler import explain

    if isinstance(fehler, NoArgsIsHelpError):
        for zeile in fehler.message.split("\n"):
            show_nebenbei(zeile)
    elif isinstance(fehler, ClickException):
        show_fehler(*explain(fehler))
    else:
        raise fehler
    return Ausgang.AUFRUF


def _show_umgebung(fehler: OSError | MemoryError) -> int:
    from netzint.cli.stoerung import explain_umgebung

    erklaerung = explain_umgebung(fehler)
    if erklaerung is None:
        return _show_stoerung(fehler)
    show_fehler(*erklaerung)
    return Ausgang.UMGEBUNG


def _show_stoerung(fehler: Exception) -> Ausgang:
    from netzint.cli.stoerung import write_bericht

    datei = write_bericht(fehler)
    hinweis = (
        f"Bitte diese Datei an die Stelle senden, von der Sie netzint haben: {datei}\n"
        "Sie nennt die Stelle im Programm; bitte vorher ansehen, ob Namen darin stehen."
        if datei
        else "Ein Bericht ließ sich nicht ablegen. Bitte der Stelle, von der Sie netzint haben, den Befehl nennen."
    )
    show_fehler("Das ist ein Fehler in netzint, nicht in Ihren Daten.", hinweis)
    return Ausgang.STOERUNG


def _leave_pipe() -> Ausgang:
    leave_pipe(sys.stdout)
    return Ausgang.GUT


def _flush(ausgang: int) -> int:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_pipe()
    except OSError as fehler:
        _leave_pipe()  # or Python tries again while it leaves, and makes an exit code of its own of it
        return _show_umgebung(fehler)
    return ausgang
