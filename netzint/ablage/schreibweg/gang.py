"""One run of the write path, whatever it is to make true: the lock, what earlier runs left, quiet; then one step moves
the branch. All before that step is beside the work tree and leaves no trace, all after it is in the journal and can be
repeated."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from netzint.ablage import gitlesen
from netzint.ablage.gitordner import EIGENER_ORDNER
from netzint.ablage.schreibweg import journal, nachziehen, prozess, sperre
from netzint.ablage.schreibweg.haltepunkte import reach
from netzint.ablage.schreibweg.journal import Journal, name_paths
from netzint.ablage.schreibweg.plan import Ergebnis
from netzint.ablage.schreibweg.repository import (
    Kopf,
    Repository,
    open_repository,
    read_einstellungen,
    read_kopf,
    read_ref,
)
from netzint.ablage.schreibweg.zustand import require_ruhe, wait_for_sperren
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.umgebung import ursache

WARTEZEIT = 10.0
"""Seconds to wait for another Vorgang or another git program."""
VERSUCHE = 3

P = TypeVar("P")


class Lauf(NamedTuple):
    """What stays the same during one call."""

    repository: Repository
    einstellungen: dict[str, str]
    keep: Sequence[int]
    wartezeit: float


class Bereit(NamedTuple):
    """A commit object that the branch does not point to yet, and what is needed to make it true."""

    journal: Journal
    urheber: dict[str, str]
    inhalte: dict[str, bytes | None]


class Bewegt(Exception):
    """Not an error: HEAD moved between computing and committing, so we compute again."""


def run(
    wurzel: Path,
    plane: Callable[[str], P | None],
    prepare: Callable[[Lauf, Kopf, P], Bereit | None],
    *,
    wartezeit: float,
    befehl: str = "",
) -> tuple[Repository, Ergebnis | None]:
    """Plan under the lock, prepare, move the branch, bring work tree and index up to it.

    ``plane`` gets HEAD's commit id, and is asked again if HEAD moves meanwhile; it or ``prepare`` says None if there
    is nothing to do. Raises NetzintFehler; then nothing has changed.
    """
    gitlesen.check_git()
    repository = open_repository(wurzel)
    settings = read_einstellungen(wurzel)
    name = befehl or " ".join(["netzint", *sys.argv[1:3]])
    folder = repository.gemeinsam / EIGENER_ORDNER
    with sperre.hold(folder, settings.get("netzint.bearbeitung", ""), name, wartezeit) as keep:
        return repository, _run_locked(Lauf(repository, settings, keep, wartezeit), plane, prepare)


def recover_locked(repository: Repository, keep: Sequence[int], wartezeit: float) -> tuple[str, ...]:
    """Put right what an interrupted run left. Call only while holding the lock."""
    try:
        repository.arbeit.mkdir(exist_ok=True)
        return nachziehen.recover(repository, keep, wartezeit)
    except OSError as error:
        text = f"Ein abgebrochener Vorgang ließ sich nicht nachziehen ({ursache(error)})."
        raise NetzintFehler(text, "Platz und Schreibrechte prüfen, dann noch einmal.", Ausgang.UMGEBUNG) from error


def _run_locked(
    lauf: Lauf, plane: Callable[[str], P | None], prepare: Callable[[Lauf, Kopf, P], Bereit | None]
) -> Ergebnis | None:
    reach("gesperrt")
    hints = recover_locked(lauf.repository, lauf.keep, lauf.wartezeit)
    for _ in range(VERSUCHE):
        kopf = read_kopf(lauf.repository.wurzel)
        require_ruhe(lauf.repository, kopf)
        wait_for_sperren(lauf.repository, kopf.ref, lauf.wartezeit)
        plan = plane(kopf.commit)
        if plan is None:
            return None
        try:
            result = _carry_out(lauf, kopf, plan, prepare)
        except Bewegt:
            continue
        return result and result._replace(hinweise=hints + result.hinweise)
    text = "Während des Vorgangs kamen von anderer Seite immer wieder Commits hinzu."
    raise NetzintFehler(text, "Kurz warten und den Befehl wiederholen.")


def _carry_out(lauf: Lauf, kopf: Kopf, plan: P, prepare: Callable[[Lauf, Kopf, P], Bereit | None]) -> Ergebnis | None:
    try:
        bereit = prepare(lauf, kopf, plan)
        if bereit is None:
            return None
        journal.write(lauf.repository.arbeit, bereit.journal)
    except OSError as error:
        text = f"Der Vorgang ließ sich nicht vorbereiten ({ursache(error)}); es wurde nichts geändert."
        raise NetzintFehler(text, "Platz und Schreibrechte prüfen, dann noch einmal.", Ausgang.UMGEBUNG) from error
    reach("journal")
    _move_ref(lauf, bereit)
    reach("verwiesen")
    return _bring_up(lauf, bereit)


def _move_ref(lauf: Lauf, bereit: Bereit) -> None:
    """The one step that makes it true: compare and swap."""
    repository, offen = lauf.repository, bereit.journal
    old = offen.alt or "0" * len(offen.neu)
    args = (
        "update-ref",
        "--no-deref",
        "-m",
        f"netzint: {offen.betreff}",
        "--end-of-options",
        offen.ref,
        offen.neu,
        old,
    )
    answer = prozess.execute(repository.wurzel, *args, env=bereit.urheber, keep=lauf.keep)
    if answer.code < 0:  # killed (memory, power): it may have left its lock, and only the journal says whose it is
        nachziehen.settle_ref_sperren(repository, offen, lauf.wartezeit)
    now = read_ref(repository.wurzel, offen.ref) if answer.code else offen.neu
    if now == offen.neu:
        return
    journal.remove(repository.arbeit)
    if now != offen.alt:
        raise Bewegt
    if "Unable to create" in answer.meldung and ".lock" in answer.meldung and "File exists" in answer.meldung:
        text = "Ein anderes Git-Programm arbeitet gerade an diesem Zweig; es wurde nichts geändert."
        raise NetzintFehler(text, "Kurz warten und den Befehl wiederholen.")
    raise prozess.explain_write("git update-ref", answer.meldung)


def _bring_up(lauf: Lauf, bereit: Bereit) -> Ergebnis:
    """From here on the commit stands: whatever fails is told, not raised."""
    offen = bereit.journal
    paths = name_paths(offen.eintraege)
    try:
        hints, clean = nachziehen.bring_up(lauf.repository, offen, bereit.inhalte, lauf.keep, lauf.wartezeit)
    except (OSError, NetzintFehler) as error:
        reason = error.text if isinstance(error, NetzintFehler) else ursache(error)
        text = f"Der Commit steht, aber der Ordner hinkt nach: {reason}"
        hints, clean = (text, "Ursache beheben; der nächste schreibende Befehl zieht den Ordner nach."), False
    return Ergebnis(offen.neu, paths, hints, Ausgang.GUT if clean else Ausgang.NACHZUZIEHEN)
