"""Whether the repository is in the middle of something, and who else holds a lock in it."""

from __future__ import annotations

import time
from pathlib import Path

from netzint.ablage.schreibweg.repository import Kopf, Repository
from netzint.modell.fehler import NetzintFehler

PAUSE = 0.02

_IM_GANGE = (
    ("MERGE_HEAD", "Eine Zusammenführung (merge) ist noch nicht abgeschlossen.", "git merge"),
    ("rebase-merge", "Ein Umsetzen der Commits (rebase) ist noch nicht abgeschlossen.", "git rebase"),
    ("rebase-apply/applying", "Ein Einspielen von Patches (am) ist noch nicht abgeschlossen.", "git am"),
    ("rebase-apply", "Ein Umsetzen der Commits (rebase) ist noch nicht abgeschlossen.", "git rebase"),
    ("CHERRY_PICK_HEAD", "Eine Übernahme (cherry-pick) ist noch nicht abgeschlossen.", "git cherry-pick"),
    ("REVERT_HEAD", "Eine Rücknahme (revert) ist noch nicht abgeschlossen.", "git revert"),
    ("sequencer", "Eine Folge von Übernahmen oder Rücknahmen ist noch nicht abgeschlossen.", "git cherry-pick"),
)


def require_ruhe(repository: Repository, kopf: Kopf) -> None:
    """Refuse while another operation of git is under way, and where a commit would belong to no branch."""
    for name, text, command in _IM_GANGE:
        if (repository.git_ordner / name).exists():
            raise NetzintFehler(text, f"Erst „{command} --continue“ oder „{command} --abort“, dann noch einmal.")
    if (repository.git_ordner / "BISECT_LOG").exists():
        raise NetzintFehler("Eine Fehlersuche (bisect) läuft noch.", "Erst „git bisect reset“, dann noch einmal.")
    if not kopf.ref:
        text = "Der Ordner zeigt einen einzelnen alten oder fremden Stand und gehört zu keinem Zweig (detached HEAD)."
        hinweis = "Mit „git switch main“ zum Zweig zurückkehren oder mit „git switch -c NAME“ einen anlegen."
        raise NetzintFehler(text, hinweis)
    if not kopf.ref.startswith("refs/heads/"):
        text = f"HEAD zeigt auf „{kopf.ref}“; das ist kein Zweig."
        raise NetzintFehler(text, "Mit „git switch main“ zum Zweig zurückkehren.")


def list_sperren(repository: Repository, ref: str) -> tuple[Path, ...]:
    """The lock files of git that would keep this branch, HEAD or the index from moving."""
    return (
        repository.index_datei.with_name(repository.index_datei.name + ".lock"),
        *list_ref_sperren(repository, ref),
    )


def list_ref_sperren(repository: Repository, ref: str) -> tuple[Path, ...]:
    """As above, without the index."""
    return (repository.git_ordner / "HEAD.lock", repository.gemeinsam / f"{ref}.lock")


def wait_for_sperren(repository: Repository, ref: str, wartezeit: float) -> None:
    """Wait for other git programs; refuse if one of their locks stays. We never remove a foreign lock."""
    until = time.monotonic() + wartezeit
    while standing := [path for path in list_sperren(repository, ref) if path.exists()]:
        if time.monotonic() >= until:
            raise refuse_sperre(standing[0])
        time.sleep(PAUSE)


def refuse_sperre(path: Path) -> NetzintFehler:
    """The lock of another program stands."""
    text = f"Ein anderes Git-Programm arbeitet hier gerade oder ist abgestürzt: „{path}“ steht im Weg."
    hinweis = "Läuft kein anderes Git-Programm (auch kein Editor mit Git) mehr, diese Datei löschen und wiederholen."
    return NetzintFehler(text, hinweis)
