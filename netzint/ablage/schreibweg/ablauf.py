"""The one write path, in the order that keeps every instant safe. HEAD moves in one step; all before it is beside the
work tree and leaves no trace, all after it is in the journal and can be repeated."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.gitordner import EIGENER_ORDNER, find_git_ordner
from netzint.ablage.schreibweg import haken, journal, nachziehen, prozess, sperre
from netzint.ablage.schreibweg.haltepunkte import reach
from netzint.ablage.schreibweg.journal import Journal, name_paths
from netzint.ablage.schreibweg.nachricht import build_nachricht, build_urheber
from netzint.ablage.schreibweg.objekte import Objekt, build_baum, read_ordner, write_objekte
from netzint.ablage.schreibweg.plan import Ergebnis, Plan
from netzint.ablage.schreibweg.repository import (
    Kopf,
    Repository,
    is_true,
    open_repository,
    read_einstellungen,
    read_kopf,
    read_ref,
)
from netzint.ablage.schreibweg.ziele import derive_ziele, require_frei
from netzint.ablage.schreibweg.zustand import require_ruhe, wait_for_sperren
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.umgebung import ursache

WARTEZEIT = 10.0
"""Seconds to wait for another Vorgang or another git program."""
VERSUCHE = 3


class _Lauf(NamedTuple):
    """What stays the same during one call."""

    repository: Repository
    einstellungen: dict[str, str]
    keep: Sequence[int]
    wartezeit: float


class _Bereit(NamedTuple):
    """A commit object that nobody points to yet, and what is needed to make it true."""

    journal: Journal
    urheber: dict[str, str]
    inhalte: dict[str, bytes | None]


class _Bewegt(Exception):
    """Not an error: HEAD moved between computing and committing, so we compute again."""


def commit(
    wurzel: Path, plane: Callable[[str], Plan | None], *, wartezeit: float = WARTEZEIT, befehl: str = ""
) -> Ergebnis | None:
    """Make one commit of what ``plane`` asks for and bring work tree and index up to it.

    ``plane`` gets HEAD's commit id ("" before the first) under the lock, and is asked again if HEAD moves meanwhile.
    None if there is nothing to do. Raises NetzintFehler; then nothing has changed.
    """
    gitlesen.check_git()
    repository = open_repository(wurzel)
    settings = read_einstellungen(wurzel)
    name = befehl or " ".join(["netzint", *sys.argv[1:3]])
    folder = repository.gemeinsam / EIGENER_ORDNER
    with sperre.hold(folder, settings.get("netzint.bearbeitung", ""), name, wartezeit) as keep:
        result = _commit_locked(_Lauf(repository, settings, keep, wartezeit), plane)
    if result is None:
        return None
    return result._replace(hinweise=result.hinweise + haken.run_nachher(repository))


def recover(wurzel: Path, *, wartezeit: float = WARTEZEIT) -> tuple[str, ...]:
    """Put right what an interrupted Vorgang left; German sentences about it, () if there was nothing."""
    gitlesen.check_git()
    repository = open_repository(wurzel)
    with sperre.hold(repository.gemeinsam / EIGENER_ORDNER, "", "netzint", wartezeit) as keep:
        return _recover_locked(repository, keep, wartezeit)


def check_journal(wurzel: Path) -> str | None:
    """One German sentence if a Vorgang is unfinished or running. For reading commands: changes nothing."""
    folder = find_git_ordner(wurzel)
    if folder is None or not (folder / EIGENER_ORDNER / journal.DATEI).exists():
        return None
    if sperre.is_held(open_repository(wurzel).gemeinsam / EIGENER_ORDNER):
        return "Gerade läuft ein Vorgang; was Sie sehen, kann sich gleich ändern."
    try:
        offen = journal.read(folder / EIGENER_ORDNER)
    except journal.Beschaedigt:
        return "Das Protokoll eines abgebrochenen Vorgangs ist unlesbar. Bitte „git status“ ansehen."
    if offen is None or not nachziehen.contains(wurzel, read_ref(wurzel, offen.ref), offen.neu):
        return None
    return (
        f"Ein früherer Vorgang („{offen.betreff}“) wurde abgebrochen: sein Commit steht, der Ordner hinkt nach. "
        "Der nächste schreibende Befehl zieht ihn nach."
    )


def _recover_locked(repository: Repository, keep: Sequence[int], wartezeit: float) -> tuple[str, ...]:
    try:
        repository.arbeit.mkdir(exist_ok=True)
        return nachziehen.recover(repository, keep, wartezeit)
    except OSError as error:
        text = f"Ein abgebrochener Vorgang ließ sich nicht nachziehen ({ursache(error)})."
        raise NetzintFehler(text, "Platz und Schreibrechte prüfen, dann noch einmal.", Ausgang.UMGEBUNG) from error


def _commit_locked(lauf: _Lauf, plane: Callable[[str], Plan | None]) -> Ergebnis | None:
    reach("gesperrt")
    hints = _recover_locked(lauf.repository, lauf.keep, lauf.wartezeit)
    for _ in range(VERSUCHE):
        kopf = read_kopf(lauf.repository.wurzel)
        require_ruhe(lauf.repository, kopf)
        wait_for_sperren(lauf.repository, kopf.ref, lauf.wartezeit)
        plan = plane(kopf.commit)
        if plan is None:
            return None
        try:
            result = _commit_plan(lauf, kopf, plan)
        except _Bewegt:
            continue
        return result and result._replace(hinweise=hints + result.hinweise)
    text = "Während des Vorgangs kamen von anderer Seite immer wieder Commits hinzu."
    raise NetzintFehler(text, "Kurz warten und den Befehl wiederholen.")


def _commit_plan(lauf: _Lauf, kopf: Kopf, plan: Plan) -> Ergebnis | None:
    if plan.basis != kopf.commit:
        raise _Bewegt
    try:
        bereit = _prepare(lauf, kopf, plan)
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


def _prepare(lauf: _Lauf, kopf: Kopf, plan: Plan) -> _Bereit | None:
    """Everything up to the commit object: beside the work tree, visible to nobody."""
    repository = lauf.repository
    message, urheber = build_nachricht(plan), build_urheber(plan)
    ordner = read_ordner(repository.wurzel, kopf.commit, plan.dateien)
    ziele = derive_ziele(ordner, plan.dateien, repository.objektformat)
    if not ziele:
        return None
    entries = require_frei(repository, ziele)
    reach("geprueft")
    baum, trees = build_baum(ordner, {ziel.pfad: ziel.neu for ziel in ziele}, repository.objektformat)
    blobs = [Objekt("blob", ziel.inhalt) for ziel in ziele if ziel.inhalt is not None]
    write_objekte(repository.wurzel, [*blobs, *trees], repository.objektformat)
    reach("objekte")
    message = haken.run_vorher(repository, baum, message, urheber)
    reach("haken")
    neu = _write_commit(lauf, kopf, baum, message, urheber)
    reach("commit")
    offen = Journal(kopf.ref, kopf.commit, neu, message.split("\n", 1)[0], secrets.token_hex(4), entries)
    return _Bereit(offen, urheber, {ziel.pfad: ziel.inhalt for ziel in ziele})


def _write_commit(lauf: _Lauf, kopf: Kopf, baum: str, message: str, urheber: dict[str, str]) -> str:
    signed = is_true(lauf.einstellungen.get("commit.gpgsign", "false"))
    args = [*(["-S"] if signed else []), *(["-p", kopf.commit] if kopf.commit else []), "-F", "-", baum]
    answer = prozess.execute(lauf.repository.wurzel, "commit-tree", *args, input=message.encode(), env=urheber)
    if answer.code and signed:
        words = " ".join(answer.meldung.split())[-300:]
        text = "Der Commit ließ sich nicht signieren; es wurde nichts geändert."
        raise NetzintFehler(text, f"„commit.gpgSign“ ist eingeschaltet. Git meldet: „{words}“")
    return prozess.require(answer, "git commit-tree").decode().strip()


def _move_ref(lauf: _Lauf, bereit: _Bereit) -> None:
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
        raise _Bewegt
    if "Unable to create" in answer.meldung and ".lock" in answer.meldung and "File exists" in answer.meldung:
        text = "Ein anderes Git-Programm arbeitet gerade an diesem Zweig; es wurde nichts geändert."
        raise NetzintFehler(text, "Kurz warten und den Befehl wiederholen.")
    raise prozess.explain_write("git update-ref", answer.meldung)


def _bring_up(lauf: _Lauf, bereit: _Bereit) -> Ergebnis:
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
