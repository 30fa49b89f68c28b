"""Bring work tree and index up to the commit, driven by the journal; after a crash as well as in the normal run.

Every step may be repeated: each file is looked at again, and only what still is as the journal saw it is replaced.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.schreibweg import haken, index, journal, tausch
from netzint.ablage.schreibweg.haltepunkte import reach
from netzint.ablage.schreibweg.journal import Eintrag, Journal
from netzint.ablage.schreibweg.repository import Repository, is_checked_out, read_ref
from netzint.ablage.schreibweg.ziele import require_echte_ordner
from netzint.ablage.schreibweg.zustand import list_ref_sperren, refuse_sperre
from netzint.modell.fehler import Ausgang, NetzintFehler

ALTER_EIGENER_SPERREN = 2.0
"""Seconds after which an empty ref lock from the time of an interrupted run is its leftover: git holds them for
milliseconds, and no process of that run is alive (it would still hold our own lock)."""

PAUSE_OHNE_ERBE = 0.5
"""Seconds to let a git process of that run end where it cannot keep our lock (Windows)."""


class Nachzug(NamedTuple):
    """What is to be told, and whether work tree and index are what the commit says."""

    hinweise: tuple[str, ...]
    glatt: bool


def bring_up(
    repository: Repository,
    offen: Journal,
    contents: Mapping[str, bytes | None],
    keep: Sequence[int],
    wartezeit: float,
) -> Nachzug:
    """Work tree, then index, then the journal goes. Targets without contents are only cleared of leftovers.

    Raises OSError or NetzintFehler if something is not possible now; the journal stays then.
    """
    if not is_checked_out(repository.wurzel, repository.git_ordner, offen.ref):
        journal.remove(repository.arbeit)
        return Nachzug(("Der Ordner zeigt inzwischen einen anderen Zweig und bleibt, wie er ist.",), glatt=True)
    hints: list[str] = []
    for number, entry in enumerate(offen.eintraege):
        name = tausch.build_name(offen.marke, number)
        if not entry.ohne_baum:
            hints += _bring_up_file(repository, entry, contents, name)
            reach("ersetzt")
    reach("arbeitsbaum")
    active = [entry for entry in offen.eintraege if entry.pfad in contents]
    hints += index.bring_up(repository, active, keep, wartezeit)
    reach("index")
    journal.remove(repository.arbeit)
    reach("fertig")
    return Nachzug(tuple(hints), glatt=not hints)


def _bring_up_file(
    repository: Repository, entry: Eintrag, contents: Mapping[str, bytes | None], name: str
) -> list[str]:
    ziel = repository.wurzel / entry.pfad
    try:
        require_echte_ordner(repository.wurzel, entry.pfad)
    except NetzintFehler as error:
        if error.ausgang is Ausgang.UMGEBUNG:
            raise
        return [f"„{entry.pfad}“ wurde nicht nachgezogen: {error.text}"]
    kept = tausch.clean_up(ziel, entry, name, repository.objektformat)
    hints = []
    if entry.pfad in contents:
        try:
            replaced = tausch.replace(ziel, entry, contents[entry.pfad], name, repository.objektformat)
            kept += [replaced] if replaced else []
        except FileNotFoundError:
            kept += tausch.clean_up(ziel, entry, name, repository.objektformat)
            hints = [f"„{entry.pfad}“ wurde inzwischen gelöscht und bleibt es im Ordner; im Commit steht die Datei."]
        if contents[entry.pfad] is None:
            tausch.drop_empty_folders(repository.wurzel, ziel)
    text = "„{}“ wurde gleichzeitig geändert; Ihre Fassung steht in „{}“ daneben."
    return hints + [text.format(entry.pfad, path.name) for path in kept]


def recover(repository: Repository, keep: Sequence[int], wartezeit: float) -> tuple[str, ...]:
    """Put right what an interrupted run left. Call only while holding the lock. Returns what was done."""
    index.drop_own_sperre(repository)
    haken.clean_up(repository.arbeit)
    for pattern in ("index-*", "*.neu", "nachricht"):
        for leftover in repository.arbeit.glob(pattern):
            leftover.unlink(missing_ok=True)
    try:
        offen = journal.read(repository.arbeit)
    except journal.Beschaedigt:
        aside = journal.set_aside(repository.arbeit)
        text = f"Das Protokoll eines abgebrochenen Vorgangs ist unlesbar (aufgehoben als „{aside}“)."
        return (f"{text} Bitte „git status“ ansehen.",)
    return _carry_on(repository, offen, keep, wartezeit) if offen else ()


def _carry_on(repository: Repository, offen: Journal, keep: Sequence[int], wartezeit: float) -> tuple[str, ...]:
    settle_ref_sperren(repository, offen, wartezeit)
    if not keep:
        time.sleep(PAUSE_OHNE_ERBE)
    found = f"Ein früherer Vorgang („{offen.betreff}“) war abgebrochen"
    now = read_ref(repository.wurzel, offen.ref)
    if now == offen.alt or not contains(repository.wurzel, now, offen.neu):
        journal.remove(repository.arbeit)
        return (f"{found}, bevor er festgeschrieben war; er hat nichts geändert.",)
    contents = _read_contents(repository.wurzel, offen)
    result = bring_up(repository, offen, contents, keep, wartezeit)
    return (f"{found}, nachdem er festgeschrieben war; er ist jetzt abgeschlossen.", *result.hinweise)


def contains(wurzel: Path, tip: str, commit: str) -> bool:
    """Whether ``commit`` is part of the history of ``tip``."""
    if tip == commit or not tip:
        return tip == commit
    # A commit that does not exist (power cut before it was durable) makes git fail: then it is not contained.
    return gitlesen.run(wurzel, "rev-list", "-1", f"{commit}", f"^{tip}", "--", check=False) == b"" and bool(
        gitlesen.run(wurzel, "cat-file", "-t", commit, check=False)
    )


def _read_contents(wurzel: Path, offen: Journal) -> dict[str, bytes | None]:
    """New contents of the targets that HEAD still has as the journal says; others have moved on without us."""
    names = {entry.pfad: f"HEAD:{entry.pfad}" for entry in offen.eintraege}
    found = gitlesen.read_objects(wurzel, list(names.values()))
    contents: dict[str, bytes | None] = {}
    for entry in offen.eintraege:
        oid, _, data = found.get(names[entry.pfad], ("", "", None))
        if oid == entry.neu:
            contents[entry.pfad] = data
    return contents


def settle_ref_sperren(repository: Repository, offen: Journal, wartezeit: float) -> None:
    """A ref lock from the time of the interrupted run: wait for it, and remove it only if it is that run's own."""
    until = time.monotonic() + max(wartezeit, ALTER_EIGENER_SPERREN + 1)
    born = (repository.arbeit / journal.DATEI).stat().st_mtime
    while standing := [path for path in list_ref_sperren(repository, offen.ref) if path.exists()]:
        for path in standing:
            if _is_own(path, offen.neu, born):
                path.unlink(missing_ok=True)
            elif time.monotonic() >= until:
                raise refuse_sperre(path)
        time.sleep(0.02)


def _is_own(path: Path, neu: str, born: float) -> bool:
    try:
        content, changed = path.read_text("ascii").strip(), path.stat().st_mtime
    except (OSError, UnicodeDecodeError):
        return False
    if content:
        return content == neu
    return changed >= born and time.time() - changed > ALTER_EIGENER_SPERREN
