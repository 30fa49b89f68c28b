"""Reading git: commits, trees, blobs and dates of a repository. Nothing here writes.

Spawns git directly: importing GitPython costs more than all of these calls together.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from datetime import date

MINDESTENS = (2, 38)
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
)
_DIFFS = frozenset({"diff", "diff-files", "diff-index", "diff-tree", "log", "show"})
_TAG = re.compile(r"\d{4}-\d{2}-\d{2}")
_OID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_checked: list[bool] = []


def clean_umgebung() -> dict[str, str]:
    """The environment for git: nothing inherited that could point it at another repository, index or program."""
    kept = {key: value for key, value in os.environ.items() if not key.upper().startswith("GIT_")}
    return kept | FESTE_UMGEBUNG


def run(wurzel: Path, *args: str, input: bytes | None = None, check: bool = True) -> bytes:  # noqa: A002
    """Standard output of a reading git command. ``check``: a failing command raises NetzintFehler in German."""
    code, output = _execute(wurzel, args, input)
    if check and code:
        raise _explain_failure(wurzel, args, input)
    return output


def check_git() -> None:
    """Raise NetzintFehler (UMGEBUNG) if git is missing or too old. Asks git once per process."""
    if _checked:
        return
    match = re.search(rb"(\d+)\.(\d+)", run(Path(), "version"))
    if match is None or (int(match[1]), int(match[2])) < MINDESTENS:
        found = match[0].decode() if match else "unbekannt"
        wanted = ".".join(map(str, MINDESTENS))
        text = f"Das installierte Git ist zu alt (gefunden: {found}, nötig: {wanted} oder neuer)."
        raise NetzintFehler(text, "Git aktualisieren: https://git-scm.com/downloads", Ausgang.UMGEBUNG)
    _checked.append(True)


def is_repository(wurzel: Path) -> bool:
    """Whether ``wurzel`` is the top folder of a git work tree (a linked one too)."""
    if not (wurzel / ".git").exists():
        return False
    code, output = _execute(wurzel, ("rev-parse", "--show-toplevel"), None)
    return code == 0 and Path(os.fsdecode(output.rstrip(b"\n"))).resolve() == wurzel.resolve()


def resolve_stand(wurzel: Path, stand: str) -> str:
    """The commit that ``stand`` means: a revision, or a day (JJJJ-MM-TT, Europe/Berlin) on HEAD's history.

    A day means what was in force when it ended: its last commit, or else the last one before it.
    """
    if _TAG.fullmatch(stand):
        return _last_commit_of_day(wurzel, stand)
    if stand and stand.isprintable() and not stand.startswith("-"):
        args = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{stand}^{{commit}}")
        found = run(wurzel, *args, check=False).decode("utf-8", "replace").strip()
        if _OID.fullmatch(found):
            return found
    hinweis = (
        "Erlaubt sind ein Tag (JJJJ-MM-TT) oder ein Stand, den Git kennt: HEAD, HEAD~1, ein Zweig, eine Commit-Nummer."
    )
    raise NetzintFehler(f"Den Stand „{stand}“ gibt es nicht.", hinweis, Ausgang.AUFRUF)


def _last_commit_of_day(wurzel: Path, stand: str) -> str:
    from datetime import datetime, time, timedelta
    from zoneinfo import ZoneInfo

    try:
        day = datetime.strptime(stand, "%Y-%m-%d").replace(tzinfo=ZoneInfo("Europe/Berlin"))
    except ValueError:
        raise NetzintFehler(
            f"Den Tag „{stand}“ gibt es nicht.", "Ein Tag hat die Form JJJJ-MM-TT.", Ausgang.AUFRUF
        ) from None
    following = datetime.combine(day.date() + timedelta(days=1), time(), ZoneInfo("Europe/Berlin"))
    until = f"--until={int(following.timestamp()) - 1}"
    found = run(wurzel, "rev-list", "-1", until, "HEAD", "--", check=False).decode().strip()
    if not found:
        text = f"Am {day:%d.%m.%Y} gab es hier noch keinen Commit."
        raise NetzintFehler(text, "Der erste Commit ist jünger: git log --reverse", Ausgang.AUFRUF)
    return found


def committer_date(wurzel: Path, rev: str) -> date:
    """The day (Europe/Berlin) on which the commit was made."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    args = ("rev-list", "-1", "--no-commit-header", "--format=%ct", "--end-of-options", rev, "--")
    return datetime.fromtimestamp(int(run(wurzel, *args)), ZoneInfo("Europe/Berlin")).date()


def list_tree(
    wurzel: Path, rev: str, prefixes: Sequence[str] = ("daten/", "vorlagen/")
) -> tuple[tuple[str, str, str], ...]:
    """All files of a commit below the prefixes: (mode, blob id, path), in git's order."""
    output = run(wurzel, "ls-tree", "-r", "-z", "--full-tree", "--end-of-options", rev, "--", *prefixes)
    entries = []
    for record in output.split(b"\0")[:-1]:
        meta, path = record.split(b"\t", 1)
        mode, _, oid = meta.decode().split(" ")
        entries.append((mode, oid, path.decode("utf-8", "surrogateescape")))
    return tuple(entries)


def read_blobs(wurzel: Path, oids: Sequence[str]) -> dict[str, bytes]:
    """The contents of these blobs, in one git process."""
    wanted = list(dict.fromkeys(oids))
    found = {name: data for name, (_, _, data) in read_objects(wurzel, wanted).items()}
    if missing := [oid for oid in wanted if oid not in found]:
        hinweis = "Das Repository ist beschädigt oder unvollständig; „git fsck“ zeigt, was fehlt."
        raise NetzintFehler(f"Im Repository fehlt der Inhalt {missing[0]}.", hinweis, Ausgang.UMGEBUNG)
    return found


def read_objects(wurzel: Path, names: Sequence[str]) -> dict[str, tuple[str, str, bytes]]:
    """Name (an id or ``REV:path``, no newline in it) → (id, type, raw content); what does not exist is left out."""
    if not names:
        return {}
    request = "".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape")
    output = run(wurzel, "cat-file", "--batch", "--buffer", input=request)
    found: dict[str, tuple[str, str, bytes]] = {}
    start = 0
    for name in names:
        end = output.index(b"\n", start)
        header = output[start:end].decode("utf-8", "surrogateescape").rsplit(" ", 2)
        start = end + 1
        if len(header) == 3 and header[2].isdecimal():
            size = int(header[2])
            found[name] = (header[0], header[1], output[start : start + size])
            start += size + 1
    return found


def list_paths_all_refs(wurzel: Path, prefix: str) -> set[str]:
    """Paths below the folder ``prefix`` (``daten/sitzungen/``) in HEAD and in every ref that this clone knows."""
    folder = prefix.rstrip("/")
    refs = run(wurzel, "for-each-ref", "--format=%(objectname)").decode().split()
    names = [f"{commit}:{folder}" for commit in dict.fromkeys(["HEAD", *refs])]
    trees = {oid for oid, kind, _ in read_objects(wurzel, names).values() if kind == "tree"}
    paths: set[str] = set()
    for tree in sorted(trees):
        listing = run(wurzel, "ls-tree", "-r", "-z", "--name-only", "--full-tree", tree)
        paths.update(f"{folder}/{name.decode('utf-8', 'replace')}" for name in listing.split(b"\0")[:-1])
    return paths


def _build_command(wurzel: Path, args: Sequence[str]) -> list[str]:
    safe = ("--no-ext-diff", "--no-textconv") if args[0] in _DIFFS else ()
    return [*GRUNDAUFRUF, "-C", str(wurzel), args[0], *safe, *args[1:]]


def _execute(wurzel: Path, args: Sequence[str], input: bytes | None) -> tuple[int, bytes]:  # noqa: A002
    command = _build_command(wurzel, args)
    if input is None and hasattr(os, "posix_spawnp"):
        try:
            return _spawn(command)
        except FileNotFoundError:
            raise _explain_missing_git() from None
    code, output, _ = _execute_slowly(command, input)
    return code, output


def _spawn(command: list[str]) -> tuple[int, bytes]:
    """Run and read: ``import subprocess`` alone takes longer than most git calls."""
    read_end, write_end = os.pipe()
    try:
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, write_end, 1),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ]
        pid = os.posix_spawnp(command[0], command, clean_umgebung(), file_actions=actions)
    except BaseException:
        os.close(read_end)
        raise
    finally:
        os.close(write_end)
    with os.fdopen(read_end, "rb") as stream:
        output = stream.read()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), output


def _execute_slowly(command: list[str], input: bytes | None) -> tuple[int, bytes, str]:  # noqa: A002
    import subprocess

    # Windows would otherwise look for git.exe in the current folder first.
    os.environ.setdefault("NoDefaultCurrentDirectoryInExePath", "1")
    try:
        done = subprocess.run(command, input=input or b"", capture_output=True, env=clean_umgebung(), check=False)
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


def explain_git(command: str, message: str) -> NetzintFehler:
    """What git said, as a German error of the environment."""
    if "dubious ownership" in message:
        text = "Der Ordner gehört einem anderen Benutzerkonto; Git liest ihn deshalb nicht."
        hinweis = "Wenn Sie dem Ordner trauen: git config --global --add safe.directory ORDNER"
        return NetzintFehler(text, hinweis, Ausgang.UMGEBUNG)
    if "not a git repository" in message or "bare repository" in message:
        hinweis = "In den Ordner des Repositorys wechseln oder mit „netzint init“ eines anlegen."
        return NetzintFehler("Hier ist kein Git-Repository.", hinweis, Ausgang.UMGEBUNG)
    words = " ".join(message.split())[-300:] or "nichts"
    return NetzintFehler(f"„{command}“ ist gescheitert.", f"Git meldet: „{words}“", Ausgang.UMGEBUNG)
