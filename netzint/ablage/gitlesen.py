"""Reading git: commits, trees, blobs and dates of a repository. Nothing here writes."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from netzint.ablage.gitaufruf import execute
from netzint.ablage.gitaufruf import run as run  # noqa: PLC0414 (is asked for here by everybody else)
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from datetime import date

MINDESTENS = (2, 38)
_TAG = re.compile(r"\d{4}-\d{2}-\d{2}")
_OID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_checked: list[bool] = []


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
    code, output = execute(wurzel, ("rev-parse", "--show-toplevel"), None)
    return code == 0 and Path(os.fsdecode(output.rstrip(b"\n"))).resolve() == wurzel.resolve()


def head(wurzel: Path) -> str:
    """The commit that HEAD stands at, "" before the first one."""
    return run(wurzel, "rev-parse", "--verify", "--quiet", "HEAD^{commit}", check=False).decode().strip()


def bearbeitung(wurzel: Path) -> str:
    """The short code of who acts, from git's configuration, or ""."""
    text = run(wurzel, "config", "--get", "netzint.bearbeitung", check=False).decode("utf-8", "replace")
    return "".join(char for char in text if char.isprintable()).strip()[:12].rstrip()


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
