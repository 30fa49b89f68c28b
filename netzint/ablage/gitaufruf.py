"""How git is called for reading: a clean environment, nothing a foreign repository could turn to its own ends.

Spawns git directly: importing GitPython costs more than all of these calls together.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from netzint.modell.fehler import Ausgang, NetzintFehler

FESTE_UMGEBUNG = {
    "LC_ALL": "C",
    "LANGUAGE": "C",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",  # a commit id means this commit, not what a local replacement makes of it
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
}
GRUNDAUFRUF = (
    "git",
    "--no-pager",
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "core.fsmonitor=false"),  # a foreign repository may name a program there
    *("-c", "core.quotePath=false"),
    *("-c", "log.showSignature=false"),
    *("-c", "trailer.separators=:"),
)
OHNE_GIT = (
    "Damit diese Daten einen Verlauf bekommen: „git init“, dann „netzint festschreiben“. "
    "Ein neues Netzwerk legt „netzint init ORDNER“ an."
)
KEINE: Mapping[str, str] = MappingProxyType({})
_FREMD = "dubious ownership"
_PIPE = 4096
"""So many bytes a pipe holds on every system."""
_DIFFS = frozenset({"diff", "diff-files", "diff-index", "diff-tree", "log", "show"})


def clean_umgebung() -> dict[str, str]:
    """The environment for git: nothing inherited that could point it at another repository, index or program."""
    kept = {key: value for key, value in os.environ.items() if not key.upper().startswith("GIT_")}
    return kept | FESTE_UMGEBUNG


def run(
    wurzel: Path,
    *args: str,
    input: bytes | None = None,  # noqa: A002
    check: bool = True,
    mehr: Mapping[str, str] = KEINE,
) -> bytes:
    """Standard output of a reading git command. ``check``: a failing command raises NetzintFehler in German.

    ``mehr``: what the environment has beside the usual.
    """
    code, output = execute(wurzel, args, input, mehr)
    if check and code:
        raise _explain_failure(wurzel, args, input)
    return output


def _build_command(wurzel: Path, args: Sequence[str]) -> list[str]:
    safe = ("--no-ext-diff", "--no-textconv") if args[0] in _DIFFS else ()
    return [*GRUNDAUFRUF, "-C", str(wurzel), args[0], *safe, *args[1:]]


def execute(
    wurzel: Path,
    args: Sequence[str],
    input: bytes | None,  # noqa: A002
    mehr: Mapping[str, str] = KEINE,
) -> tuple[int, bytes]:
    """Exit code and standard output of a reading git command."""
    command = _build_command(wurzel, args)
    if len(input or b"") <= _PIPE and hasattr(os, "posix_spawnp"):
        try:
            return _spawn(command, input or b"", {**clean_umgebung(), **mehr})
        except FileNotFoundError:
            raise _explain_missing_git() from None
    code, output, _ = _execute_slowly(command, input, mehr)
    return code, output


def _spawn(command: list[str], request: bytes, umgebung: Mapping[str, str]) -> tuple[int, bytes]:
    """Run and read: ``import subprocess`` alone takes longer than most git calls."""
    given, give = os.pipe()
    read_end, write_end = os.pipe()
    try:
        with os.fdopen(give, "wb") as stream:
            stream.write(request)  # so little that nobody has to read it meanwhile
        actions = [
            (os.POSIX_SPAWN_DUP2, given, 0),
            (os.POSIX_SPAWN_DUP2, write_end, 1),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        pid = os.posix_spawnp(command[0], command, umgebung, file_actions=actions)
    except BaseException:
        os.close(read_end)
        raise
    finally:
        os.close(given)
        os.close(write_end)
    with os.fdopen(read_end, "rb") as stream:
        output = stream.read()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), output


def _execute_slowly(
    command: list[str],
    input: bytes | None,  # noqa: A002
    mehr: Mapping[str, str] = KEINE,
) -> tuple[int, bytes, str]:
    import subprocess

    # Windows would otherwise look for git.exe in the current folder first.
    os.environ.setdefault("NoDefaultCurrentDirectoryInExePath", "1")
    try:
        umgebung = {**clean_umgebung(), **mehr}
        done = subprocess.run(command, input=input or b"", capture_output=True, env=umgebung, check=False)
    except FileNotFoundError:
        raise _explain_missing_git() from None
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def _explain_missing_git() -> NetzintFehler:
    hinweis = "Git installieren: https://git-scm.com/downloads (Windows: „Git for Windows“)."
    return NetzintFehler("Git ist nicht installiert oder nicht im Suchpfad.", hinweis, Ausgang.UMGEBUNG)


def _explain_failure(wurzel: Path, args: Sequence[str], input: bytes | None) -> NetzintFehler:  # noqa: A002
    """Ask again to hear git's own words: reading may be repeated."""
    _, _, message = _execute_slowly(_build_command(wurzel, args), input)
    return explain_git(f"git {args[0]}", message)


def refuse_fremdes(wurzel: Path, args: Sequence[str]) -> None:
    """Raise NetzintFehler if the command fails because the folder belongs to another user."""
    _, _, message = _execute_slowly(_build_command(wurzel, args), None)
    if _FREMD in message:
        raise explain_git(f"git {args[0]}", message)


def explain_git(command: str, message: str) -> NetzintFehler:
    """What git said, as a German error of the environment."""
    if _FREMD in message:
        text = "Der Ordner gehört einem anderen Benutzerkonto; Git liest ihn deshalb nicht."
        ordner = message.partition("safe.directory ")[2].partition("\n")[0] or "ORDNER"  # as git would type it
        hinweis = f"Wenn Sie dem Ordner trauen: git config --global --add safe.directory {ordner}"
        return NetzintFehler(text, hinweis, Ausgang.UMGEBUNG)
    if "not a git repository" in message or "bare repository" in message:
        return NetzintFehler("Hier ist kein Git-Repository.", OHNE_GIT, Ausgang.UMGEBUNG)
    words = " ".join(message.split())[-300:] or "nichts"
    return NetzintFehler(f"„{command}“ ist gescheitert.", f"Git meldet: „{words}“", Ausgang.UMGEBUNG)
