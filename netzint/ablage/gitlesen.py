"""Reading git: commits, trees, blobs and dates of a repository. Nothing here writes."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from netzint.ablage.gitaufruf import execute, refuse_fremdes
from netzint.ablage.gitaufruf import run as run  # noqa: PLC0414 (is asked for here by everybody else)
from netzint.modell.fehler import Ausgang, Eingabefehler, NetzintFehler

if TYPE_CHECKING:
    from datetime import date

MINDESTENS = (2, 38)
GANZ = (
    "Die ganze Geschichte holen: in GitHub Actions „fetch-depth: 0“ bei actions/checkout, in GitLab CI die Variable "
    'GIT_DEPTH auf "0", von Hand „git fetch --unshallow“.'
)
_BLATT = re.compile(r"(\d+) \w+ ([0-9a-f]+)\t([^\0]*)\0")
"""A line of ``git ls-tree -z``: at 10,000 files taking them apart one by one takes longer than git."""
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
    """Whether ``wurzel`` is the top folder of a git work tree (a linked one too).

    Raises NetzintFehler (UMGEBUNG) if git will not say because the folder belongs to somebody else.
    """
    if not (wurzel / ".git").exists():
        return False
    args = ("rev-parse", "--show-toplevel")
    code, output = execute(wurzel, args, None)
    if code:
        refuse_fremdes(wurzel, args)
        return False
    return Path(os.fsdecode(output.rstrip(b"\n"))).resolve() == wurzel.resolve()


def head(wurzel: Path) -> str:
    """The commit that HEAD stands at, "" before the first one."""
    return run(wurzel, "rev-parse", "--verify", "--quiet", "HEAD^{commit}", check=False).decode().strip()


def bearbeitung(wurzel: Path) -> str:
    """The short code of who acts, from git's configuration, or ""."""
    text = run(wurzel, "config", "--get", "netzint.bearbeitung", check=False).decode("utf-8", "replace")
    return "".join(char for char in text if char.isprintable()).strip()[:12].rstrip()


def resolve_stand(wurzel: Path, stand: str, kopf: str = "HEAD") -> str:
    """The commit that ``stand`` means: a revision, or a day (Europe/Berlin) on HEAD's history, as people write it.

    A day means what was in force when it ended: its last commit, or else the last one before it. ``kopf``: the commit
    that is taken for HEAD.
    """
    from netzint.modell.eingabe import looks_like_datum

    if looks_like_datum(stand):
        return _last_commit_of_day(wurzel, _parse_tag(stand), kopf)
    if stand and stand.isprintable() and not stand.startswith("-"):
        rev = re.sub(r"^(HEAD|@)(?=$|[~^])", kopf, stand)
        args = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}")
        found = run(wurzel, *args, check=False).decode("utf-8", "replace").strip()
        if _OID.fullmatch(found):
            return found
    _require_begun(wurzel)
    hinweis = (
        "Erlaubt sind ein Tag (2026-12-03 oder 3.12.2026) oder ein Stand, den Git kennt: HEAD, HEAD~1, ein Zweig, "
        "eine Commit-Nummer."
    )
    raise NetzintFehler(f"Den Stand „{stand}“ gibt es nicht.", hinweis, Ausgang.AUFRUF)


def _require_begun(wurzel: Path) -> None:
    """Raise NetzintFehler where there is no earlier state of anything."""
    if not is_repository(wurzel):
        text = "Hier ist kein Git-Repository; frühere Stände gibt es nur, wo festgeschrieben wird."
        raise NetzintFehler(text, "Ohne --stand fragen, oder das Festschreiben beginnen: git init", Ausgang.AUFRUF)
    if not head(wurzel):
        text = "Hier ist noch nichts festgeschrieben; frühere Stände gibt es noch nicht."
        raise NetzintFehler(text, "Ohne --stand fragen, oder zuerst: netzint festschreiben", Ausgang.AUFRUF)


def _parse_tag(text: str) -> date:
    from netzint.modell.eingabe import parse_datum

    try:
        return parse_datum(text)
    except Eingabefehler as fehler:
        raise NetzintFehler(str(fehler), "Als Stand geht auch, was Git kennt, z. B. HEAD~1.", Ausgang.AUFRUF) from None


def _last_commit_of_day(wurzel: Path, tag: date, kopf: str) -> str:
    from datetime import datetime, time, timedelta
    from zoneinfo import ZoneInfo

    following = datetime.combine(tag + timedelta(days=1), time(), ZoneInfo("Europe/Berlin"))
    until = f"--until=@{max(0, int(following.timestamp()) - 1)} +0000"  # with less git takes small numbers for hours
    found = run(wurzel, "rev-list", "-1", until, kopf, "--", check=False).decode().strip()
    if found:
        return found
    _require_begun(wurzel)
    if is_flach(wurzel):
        text = f"Bis zum {tag:%d.%m.%Y} reicht dieser Klon nicht zurück; er enthält nur einen Teil der Geschichte."
        raise NetzintFehler(text, GANZ, Ausgang.UMGEBUNG)
    roots = run(wurzel, "rev-list", "--max-parents=0", kopf, "--").decode().split()
    first = min(committer_date(wurzel, root) for root in roots)
    text = f"Am {tag:%d.%m.%Y} war hier noch nichts festgeschrieben; es beginnt am {first:%d.%m.%Y}."
    hinweis = f"Was am {tag:%d.%m.%Y} galt, nach heutigem Wissen: --stichtag {tag} statt --stand"
    raise NetzintFehler(text, hinweis, Ausgang.AUFRUF)


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
    return tuple(_BLATT.findall(output.decode("utf-8", "surrogateescape")))


def read_blobs(wurzel: Path, oids: Sequence[str]) -> dict[str, bytes]:
    """The contents of these blobs, in one git process."""
    wanted = list(dict.fromkeys(oids))
    found = {name: data for name, (_, _, data) in read_objects(wurzel, wanted).items()}
    if missing := [oid for oid in wanted if oid not in found]:
        hinweis = "Das Repository ist beschädigt oder unvollständig; „git fsck“ zeigt, was fehlt."
        raise NetzintFehler(f"Im Repository fehlt der Inhalt {missing[0]}.", hinweis, Ausgang.UMGEBUNG)
    return found


def read_objects(wurzel: Path, names: Sequence[str]) -> dict[str, tuple[str, str, bytes]]:
    """Name (an id or ``REV:path``) → (id, type, raw content); what does not exist is left out."""
    if not names:
        return {}
    raw = [name.encode("utf-8", "surrogateescape") for name in names]
    output = run(wurzel, "cat-file", "--batch", "--buffer", "-z", input=b"".join(asked + b"\0" for asked in raw))
    found: dict[str, tuple[str, str, bytes]] = {}
    start = 0
    for name, asked in zip(names, raw, strict=True):
        # The name of what is missing is repeated, and may itself hold a line feed.
        end = output.index(b"\n", start + len(asked) * output.startswith(asked, start))
        header = output[start:end].decode("utf-8", "surrogateescape").rsplit(" ", 2)
        start = end + 1
        if len(header) == 3 and header[2].isdecimal():
            size = int(header[2])
            found[name] = (header[0], header[1], output[start : start + size])
            start += size + 1
    return found


def list_paths_other_refs(wurzel: Path, prefix: str, head: str) -> set[str]:
    """Paths below the folder ``prefix`` in every ref that this clone knows, but where that is as in the commit."""
    folder = prefix.rstrip("/")
    refs = run(wurzel, "for-each-ref", "--format=%(objectname)").decode().split()
    others = dict.fromkeys(ref for ref in refs if ref != head)
    if not others:
        return set()
    found = read_objects(wurzel, [f"{commit}:{folder}" for commit in (head, *others)])
    trees = {name: oid for name, (oid, kind, _) in found.items() if kind == "tree"}
    paths: set[str] = set()
    for tree in sorted({*trees.values()} - {trees.get(f"{head}:{folder}", "")}):
        listing = run(wurzel, "ls-tree", "-r", "-z", "--name-only", "--full-tree", tree)
        paths.update(f"{folder}/{name.decode('utf-8', 'replace')}" for name in listing.split(b"\0")[:-1])
    return paths


def is_flach(wurzel: Path) -> bool:
    """Whether this clone holds only the last commits."""
    return run(wurzel, "rev-parse", "--is-shallow-repository", check=False).strip() == b"true"


def is_frueher(wurzel: Path, one: str, other: str) -> bool:
    """Whether one commit lies in the history of another one."""
    return one != other and execute(wurzel, ("merge-base", "--is-ancestor", one, other), None)[0] == 0


def merge_base(wurzel: Path, one: str, other: str) -> str:
    """The last commit that two commits have in common. Raises NetzintFehler (wrong usage) where there is none."""
    found = run(wurzel, "merge-base", one, other, check=False).decode().split()
    if not found:
        text = f"Die Stände {one[:10]} und {other[:10]} haben keinen gemeinsamen Stand, von dem sie ausgehen."
        hinweis = "In einem unvollständigen Klon zuerst: git fetch --unshallow – oder mit A..B vergleichen."
        raise NetzintFehler(text, hinweis, Ausgang.AUFRUF)
    return found[0]
