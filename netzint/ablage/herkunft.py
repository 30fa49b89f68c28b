"""Where a document comes from, as the history tells: which Vorgang changed a file last, which states there were.

Trailers are only looked at: whoever squashes commits loses them, and then nothing is said of a Vorgang.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from netzint.ablage import gitlesen
from netzint.ablage.gitaufruf import execute
from netzint.ablage.schreibweg.fremdes import list_foreign_changes
from netzint.ablage.transaktion import VORGANG_ID

VORGANG = re.compile(r"v-[0-9a-f]{6,32}")
_ZUGLEICH = 200
"""So many commits are looked through for all documents at once; further back each is looked for by itself."""
_FORM = f"--format=%x01%(trailers:key={VORGANG_ID},valueonly)%x00"


def find_letzte(wurzel: Path, commit: str, pfade: Sequence[Collection[str]], *, geaendert: bool) -> tuple[str, ...]:
    """For each group of paths the own id of the Vorgang that changed one of them last, up to a commit.

    "" where that was no Vorgang, or is not known, or (``geaendert``) where the work tree says something else.
    """
    if not commit or not pfade:
        return ("",) * len(pfade)
    union = sorted({pfad for group in pfade for pfad in group})
    edited = list_foreign_changes(wurzel, union) if geaendert else ()
    log = list(_read_log(wurzel, commit, union, _ZUGLEICH))
    return tuple("" if _touches(edited, group) else _find(wurzel, commit, group, log) for group in pfade)


def _find(wurzel: Path, commit: str, group: Collection[str], log: list[tuple[str, list[str]]]) -> str:
    found = next((name for name, changed in log if _touches(changed, group)), None)
    if found is None and len(log) == _ZUGLEICH:
        found = next((name for name, _ in _read_log(wurzel, commit, sorted(group), 1)), None)
    return found or ""


def _touches(changed: Collection[str], group: Collection[str]) -> bool:
    folders = tuple(pfad for pfad in group if pfad.endswith("/"))
    return any(pfad in group or pfad.startswith(folders or ("\0",)) for pfad in changed)


def _read_log(wurzel: Path, commit: str, pfade: Sequence[str], most: int) -> Iterator[tuple[str, list[str]]]:
    """Of each commit that changed one of these paths, the newest first: its Vorgang, and what it changed of them."""
    args = ("log", f"--max-count={most}", "--no-renames", "--name-only", "-z", _FORM, commit, "--", *pfade)
    for record in gitlesen.run(wurzel, *args).decode("utf-8", "surrogateescape").split("\x01")[1:]:
        head, _, names = record.partition("\0")
        ids = head.split()
        yield ids[0] if len(ids) == 1 and VORGANG.fullmatch(ids[0]) else "", names.strip("\0\n").split("\0")


def find_commit(wurzel: Path, commit: str, vorgang: str) -> str:
    """The commit of a Vorgang in the history of a commit; "" if there is none."""
    if not commit or not VORGANG.fullmatch(vorgang):
        return ""
    args = ("log", "-1", "--format=%H", "--extended-regexp", f"--grep=^{VORGANG_ID}: {vorgang}$", commit, "--")
    return _ask(wurzel, *args)


def list_staende(wurzel: Path, commit: str, pfade: Sequence[str], most: int) -> tuple[str, ...]:
    """The commits up to this one that changed one of these paths, the newest first."""
    args = ("log", f"--max-count={most}", "--no-renames", "--format=%H", commit, "--", *pfade)
    return tuple(_ask(wurzel, *args).split())


def list_fassungen(wurzel: Path, commit: str, pfad: str, most: int) -> Iterator[bytes]:
    """The different contents that a file had, the newest first."""
    commits = list_staende(wurzel, commit, (pfad,), most)
    names = [f"{commit}:{pfad}" for commit in commits]
    seen = set()
    for oid, kind, data in gitlesen.read_objects(wurzel, names).values() if names else ():
        if kind == "blob" and oid not in seen:
            seen.add(oid)
            yield data


def _ask(wurzel: Path, *args: str) -> str:
    """What git says; nothing where it has nothing to say, as before the first commit."""
    code, output = execute(wurzel, args, None)
    return "" if code else output.decode("ascii", "replace").strip()
