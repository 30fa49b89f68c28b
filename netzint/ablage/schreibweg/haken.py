"""The user's hooks. Before the commit they see the new state, in a temporary index and a temporary checkout;
neither the work tree nor the user's index has changed by then."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netzint.ablage.einrichtung.haken import is_eigener
from netzint.ablage.schreibweg import prozess
from netzint.ablage.schreibweg.dateien import write_new
from netzint.ablage.schreibweg.repository import Repository
from netzint.modell.fehler import NetzintFehler

VORGANG = "NETZINT_VORGANG"
"""Tells a hook, and netzint in it, that a Vorgang is under way: netzint has judged it already."""
_VORHER = ("pre-commit", "prepare-commit-msg", "commit-msg")
_MERKER = "pruefordner"
_PRAEFIX = "netzint-pruefung-"


def run_vorher(repository: Repository, baum: str, message: str, urheber: dict[str, str]) -> str:
    """Run the hooks that may refuse or change the message. Returns the message; raises NetzintFehler on refusal."""
    present = [name for name in _VORHER if _is_gefragt(repository.haken / name)]
    if not present:
        return message
    with _check_out(repository, baum, full="pre-commit" in present) as place:
        env = place | urheber
        file = repository.arbeit / "nachricht"
        write_new(file, message.encode())
        for name in present:
            extra = {"pre-commit": (), "prepare-commit-msg": (str(file), "message"), "commit-msg": (str(file),)}
            _run(repository, name, extra[name], env)
        _require_unchanged(repository, baum, env)
        message = file.read_text("utf-8", "replace")
        file.unlink()
    if not message.strip():
        raise NetzintFehler("Ein Git-Hook hat die Commit-Nachricht geleert.", "Den Hook „commit-msg“ prüfen.")
    return message


def _is_gefragt(haken: Path) -> bool:
    """Our own hook would judge once more what has been judged already, in a checkout made for it alone."""
    return haken.is_file() and not is_eigener(haken)


def run_nachher(repository: Repository) -> tuple[str, ...]:
    """Run post-commit. It can no longer refuse anything; if it fails, that is a hint."""
    if not (repository.haken / "post-commit").is_file():
        return ()
    answer = _call(repository, repository.wurzel, "post-commit", (), {})
    if answer.code:
        return (f"Der Git-Hook „post-commit“ ist gescheitert: {_shorten(answer)}",)
    return ()


def clean_up(arbeit: Path) -> None:
    """Remove the checkout that an interrupted run left behind: it holds data about people."""
    note = arbeit / _MERKER
    if note.exists():
        folder = Path(note.read_text("utf-8"))
        if folder.name.startswith(_PRAEFIX) and folder.parent == Path(tempfile.gettempdir()):
            shutil.rmtree(folder, ignore_errors=True)
        note.unlink()


@contextmanager
def _check_out(repository: Repository, baum: str, *, full: bool) -> Iterator[dict[str, str]]:
    folder = Path(tempfile.mkdtemp(prefix=_PRAEFIX))
    write_new(repository.arbeit / _MERKER, str(folder).encode())
    env = {
        "GIT_DIR": str(repository.git_ordner),
        "GIT_WORK_TREE": str(folder),
        "GIT_INDEX_FILE": str(repository.arbeit / "index-haken"),
        VORGANG: "1",
    }
    try:
        prozess.require(prozess.execute(folder, "read-tree", baum, env=env), "git read-tree")
        if full:
            prozess.require(prozess.execute(folder, "checkout-index", "-a", "-u", env=env), "git checkout-index")
        yield env
    finally:
        clean_up(repository.arbeit)
        (repository.arbeit / "index-haken").unlink(missing_ok=True)


def _run(repository: Repository, name: str, args: tuple[str, ...], env: dict[str, str]) -> None:
    answer = _call(repository, Path(env["GIT_WORK_TREE"]), name, args, env)
    if answer.code:
        text = f"Der Git-Hook „{name}“ hat abgelehnt; es wurde nichts geändert."
        raise NetzintFehler(text, f"Er sagt: {_shorten(answer)}")


def _call(
    repository: Repository, ordner: Path, name: str, args: tuple[str, ...], env: dict[str, str]
) -> prozess.Antwort:
    # A relative core.hooksPath would be looked for in the temporary checkout, where what git ignores is missing.
    place = ("-c", f"core.hooksPath={repository.haken}")
    command = ("hook", "run", "--ignore-missing", name, *(("--", *args) if args else ()))
    return prozess.execute_haken(ordner, *place, *command, env=env)


def _require_unchanged(repository: Repository, baum: str, env: dict[str, str]) -> None:
    """What was judged is what gets written: a hook may refuse bytes, not replace them."""
    answer = prozess.execute(Path(env["GIT_WORK_TREE"]), "write-tree", env=env)
    if prozess.require(answer, "git write-tree").decode().strip() != baum:
        text = "Ein Git-Hook hat Dateien des Commits verändert; es wurde nichts geändert."
        raise NetzintFehler(text, f"netzint schreibt nur, was es geprüft hat: „{repository.haken}“ ansehen.")


def _shorten(answer: prozess.Antwort) -> str:
    lines = (answer.meldung + answer.ausgabe.decode("utf-8", "replace")).strip().splitlines()
    return " / ".join(lines[-10:]) or "nichts"
