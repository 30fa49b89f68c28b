"""git for the write path, through GitPython's process layer and nothing else of GitPython."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from signal import SIGTERM
from typing import TYPE_CHECKING, NamedTuple

from netzint.ablage.gitaufruf import FESTE_UMGEBUNG, GRUNDAUFRUF, explain_git
from netzint.modell.fehler import NetzintFehler

if TYPE_CHECKING:
    from git import Git

    AutoInterrupt = Git.AutoInterrupt

_SCHREIBEN = (
    *("-c", "core.fsync=all"),
    *("-c", "index.sparse=false"),  # git 2.39 doubles entries when update-index meets a sparse index
    *("-c", "i18n.commitEncoding=utf-8"),
    *("-c", "advice.updateSparsePath=false"),
)


class Antwort(NamedTuple):
    """Exit code, standard output and what git said on standard error."""

    code: int
    ausgabe: bytes
    meldung: str


@contextmanager
def _without_git_variables() -> Iterator[None]:
    """GitPython passes the whole environment on; a foreign GIT_DIR or GIT_INDEX_FILE must not come along."""
    kept = {key: os.environ.pop(key) for key in list(os.environ) if key.upper().startswith("GIT_")}
    try:
        yield
    finally:
        os.environ.update(kept)


def execute(
    wurzel: Path,
    *args: str,
    input: bytes = b"",  # noqa: A002
    env: Mapping[str, str] | None = None,
    keep: Sequence[int] = (),
) -> Antwort:
    """Run git in ``wurzel``. ``keep``: descriptors that the process inherits (the lock: see sperre)."""
    return _start(wurzel, [*GRUNDAUFRUF, *_SCHREIBEN, *args], input, {**FESTE_UMGEBUNG, **(env or {})}, keep)


def execute_haken(wurzel: Path, *args: str, env: Mapping[str, str]) -> Antwort:
    """Run git for a hook of the user: he gets git's own settings, not ours."""
    return _start(wurzel, ["git", *args], b"", env, ())


def execute_netz(wurzel: Path, *args: str, env: Mapping[str, str], zeit: float, keep_terminal: bool) -> Antwort | None:
    """Run git so that it talks to a server. None: it took longer than ``zeit`` seconds and was ended.

    ``env`` says how the server is reached. Without ``keep_terminal`` nothing that git starts can ask a question:
    ssh looks for a terminal of its own accord.
    """
    with _without_git_variables():
        import subprocess

        process = _load_git()(str(wurzel)).execute(
            [*GRUNDAUFRUF, *_SCHREIBEN, *args],
            istream=subprocess.DEVNULL,
            as_process=True,
            env=dict(env),
            start_new_session=not keep_terminal,
        )
    try:
        output, errors = process.communicate(timeout=zeit)
    except subprocess.TimeoutExpired:
        _end(process)
        return None
    except BaseException:
        _end(process)
        raise
    return Antwort(process.returncode, output, errors.decode("utf-8", "replace"))


def _end(process: AutoInterrupt) -> None:
    """End git and what it has started; whoever keeps its streams open is not waited for."""
    with suppress(OSError, AttributeError):
        if os.getpgid(process.pid) == process.pid:
            os.killpg(process.pid, SIGTERM)
    process.kill()


@cache
def _load_git() -> type[Git]:
    """GitPython's process layer alone: the packages around it, for repositories and objects, take far longer.

    They stand empty while it loads, and are as if never imported afterwards.
    """
    names = [name for name in ("git", "gitdb") if name not in sys.modules]
    try:
        for name in names:
            spec = find_spec(name)
            if spec is not None:
                sys.modules[name] = module_from_spec(spec)
        from git.cmd import Git
    finally:
        for name in names:
            sys.modules.pop(name, None)
    return Git


def _start(wurzel: Path, command: list[str], data: bytes, env: Mapping[str, str], keep: Sequence[int]) -> Antwort:
    with _without_git_variables():
        import subprocess

        more = {"pass_fds": tuple(keep)} if keep else {}
        process = _load_git()(str(wurzel)).execute(
            command, istream=subprocess.PIPE, as_process=True, env=dict(env), **more
        )
        output, errors = process.communicate(data)
    return Antwort(process.returncode, output, errors.decode("utf-8", "replace"))


def require(antwort: Antwort, command: str) -> bytes:
    """The output, or a German error with git's words."""
    if antwort.code:
        raise explain_write(command, antwort.meldung)
    return antwort.ausgabe


_RECHTE = ("ermission denied", "insufficient permission", "Read-only file system", "Operation not permitted")
"""How git says that it must not write."""
_MISSLUNGEN = re.compile(r"(unable to|couldn't|could not|failed to) write|write error", re.IGNORECASE)
"""How git says that it could not, without a reason: on a full disk, as a rule."""


def explain_write(command: str, message: str) -> NetzintFehler:
    """A failed writing command: disk and rights are named as such."""
    from netzint.modell.fehler import Ausgang

    if "No space left" in message or "File too large" in message or "quota" in message.lower():
        text = "Der Datenträger ist voll; Git konnte nicht schreiben."
        return NetzintFehler(text, "Platz schaffen und den Befehl wiederholen.", Ausgang.UMGEBUNG)
    if any(sign in message for sign in _RECHTE):
        text = "Git darf hier nicht schreiben."
        return NetzintFehler(text, "Schreibrechte für den Ordner und „.git“ prüfen.", Ausgang.UMGEBUNG)
    error = explain_git(command, message)
    if _MISSLUNGEN.search(message):
        text = "Git konnte nicht schreiben; vielleicht ist der Datenträger voll."
        return NetzintFehler(text, f"Platz schaffen und den Befehl wiederholen. {error.hinweis}", Ausgang.UMGEBUNG)
    return error
