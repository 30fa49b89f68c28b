"""The one write path for a Vorgang: from paths, bytes and a message to one commit. What is the same for everything that
moves the branch is in ``gang``."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from pathlib import Path

from netzint.ablage import gitlesen
from netzint.ablage.gitordner import EIGENER_ORDNER, find_git_ordner
from netzint.ablage.schreibweg import gang, haken, journal, nachziehen, prozess, sperre
from netzint.ablage.schreibweg.gang import WARTEZEIT, Bereit, Bewegt, Lauf
from netzint.ablage.schreibweg.haltepunkte import reach
from netzint.ablage.schreibweg.journal import Journal
from netzint.ablage.schreibweg.nachricht import build_nachricht, build_urheber
from netzint.ablage.schreibweg.objekte import Objekt, build_baum, read_ordner, write_objekte
from netzint.ablage.schreibweg.plan import Ergebnis, Plan
from netzint.ablage.schreibweg.repository import Kopf, is_true, open_repository, read_ref
from netzint.ablage.schreibweg.ziele import derive_ziele, require_frei
from netzint.modell.fehler import NetzintFehler


def commit(
    wurzel: Path, plane: Callable[[str], Plan | None], *, wartezeit: float = WARTEZEIT, befehl: str = ""
) -> Ergebnis | None:
    """Make one commit of what ``plane`` asks for and bring work tree and index up to it.

    ``plane`` gets HEAD's commit id ("" before the first) under the lock, and is asked again if HEAD moves meanwhile.
    None if there is nothing to do. Raises NetzintFehler; then nothing has changed.
    """
    repository, result = gang.run(wurzel, plane, _prepare, wartezeit=wartezeit, befehl=befehl)
    if result is None:
        return None
    return result._replace(hinweise=result.hinweise + haken.run_nachher(repository))


def recover(wurzel: Path, *, wartezeit: float = WARTEZEIT) -> tuple[str, ...]:
    """Put right what an interrupted Vorgang left; German sentences about it, () if there was nothing."""
    gitlesen.check_git()
    repository = open_repository(wurzel)
    with sperre.hold(repository.gemeinsam / EIGENER_ORDNER, "", "netzint", wartezeit) as keep:
        return gang.recover_locked(repository, keep, wartezeit)


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


def _prepare(lauf: Lauf, kopf: Kopf, plan: Plan) -> Bereit | None:
    """Everything up to the commit object: beside the work tree, visible to nobody."""
    if plan.basis != kopf.commit:
        raise Bewegt
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
    neu = write_commit(lauf.repository.wurzel, kopf.commit, baum, message, urheber, sign=is_signed(lauf.einstellungen))
    reach("commit")
    offen = Journal(kopf.ref, kopf.commit, neu, message.split("\n", 1)[0], secrets.token_hex(4), entries)
    return Bereit(offen, urheber, {ziel.pfad: ziel.inhalt for ziel in ziele})


def is_signed(einstellungen: Mapping[str, str]) -> bool:
    """Whether the user wants commits signed; commit-tree by itself does not ask."""
    return is_true(einstellungen.get("commit.gpgsign", "false"))


def write_commit(wurzel: Path, eltern: str, baum: str, message: str, urheber: Mapping[str, str], *, sign: bool) -> str:
    """A commit object that nothing points to yet; ``eltern`` is "" for the first. Raises NetzintFehler."""
    args = [*(["-S"] if sign else []), *(["-p", eltern] if eltern else []), "-F", "-", baum]
    answer = prozess.execute(wurzel, "commit-tree", *args, input=message.encode(), env=urheber)
    if answer.code and sign:
        words = " ".join(answer.meldung.split())[-300:]
        text = "Der Commit ließ sich nicht signieren; es wurde nichts geändert."
        raise NetzintFehler(text, f"„commit.gpgSign“ ist eingeschaltet. Git meldet: „{words}“")
    return prozess.require(answer, "git commit-tree").decode().strip()
