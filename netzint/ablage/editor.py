"""The person's own editor, and the copy that it opens: it lies where it survives whatever happens to either."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.ausgabe import ORDNER
from netzint.ablage.schreibweg.ziele import require_echte_ordner
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.umgebung import ursache

ENTWUERFE = f"{ORDNER}/entwuerfe"
"""Git ignores it. Below it a copy has the path of its entry, by which an editor finds the schema."""
UEBLICHE = ("sensible-editor", "nano", "vi")
"""Where nobody has chosen one and the system is not Windows."""
OHNE_WARTEN = ("code", "code-insiders", "codium", "vscodium", "subl")
"""They hand the file to a window that is open already, and come back at once, unless they are told to wait."""
WARTEN = ("--wait", "-w")
_WAEHLEN = 'Einen Editor wählen: git config --global core.editor notepad – oder für VS Code: "code --wait"'


class Editor(NamedTuple):
    """The command that opens a file; ``ergaenzt`` says that it was told to wait by us."""

    befehl: tuple[str, ...]
    ergaenzt: bool = False


def find_editor(wurzel: Path) -> Editor:
    """``$VISUAL``, ``$EDITOR``, git's ``core.editor``, or what the system has. Raises NetzintFehler (environment)."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _of_git(wurzel)
    words = _split(chosen) if chosen and chosen.strip() else _usual()
    if shutil.which(words[0]) is None:
        raise NetzintFehler(f"Den Editor „{words[0]}“ gibt es auf diesem Rechner nicht.", _WAEHLEN, Ausgang.UMGEBUNG)
    if Path(words[0]).stem.lower() in OHNE_WARTEN and not set(words) & set(WARTEN):
        return Editor((*words, "--wait"), ergaenzt=True)
    return Editor(words)


def _of_git(wurzel: Path) -> str:
    return gitlesen.run(wurzel, "config", "--get", "core.editor", check=False).decode("utf-8", "replace").strip()


def _split(text: str) -> tuple[str, ...]:
    """The words of a command; on Windows a backslash is part of a path."""
    if Path(text).is_file():
        return (text,)
    try:
        words = shlex.split(text, posix=sys.platform != "win32")
    except ValueError:
        raise NetzintFehler(f"Der eingestellte Editor „{text}“ ist nicht zu verstehen.", _WAEHLEN) from None
    return tuple(word.strip('"') for word in words)


def _usual() -> tuple[str, ...]:
    if sys.platform == "win32":  # pragma: no cover (Windows only)
        return ("notepad",)
    found = next((name for name in UEBLICHE if shutil.which(name)), None)
    if found is None:
        raise NetzintFehler("Es ist kein Editor eingestellt.", _WAEHLEN, Ausgang.UMGEBUNG)
    return (found,)


def lay_copy(wurzel: Path, pfad: str, data: bytes) -> Path:
    """Put a copy of a file's content where the editor opens it; an older copy that was kept stays beside it."""
    home = f"{ENTWUERFE}/{pfad}"
    require_echte_ordner(wurzel, home)
    folder, name = (wurzel / home).parent, Path(pfad).stem
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for nr in range(1, 1000):
            target = folder / (f"{name}.yaml" if nr == 1 else f"{name}.{nr}.yaml")
            with suppress(FileExistsError), target.open("xb") as stream:
                stream.write(data)
                return target
    except OSError as error:
        raise _refuse(f"Der Entwurf ließ sich nicht anlegen ({ursache(error)}).") from error
    raise _refuse(f"In {ENTWUERFE} liegen zu viele Entwürfe von {name}.")


def _refuse(text: str) -> NetzintFehler:
    return NetzintFehler(text, f"Platz und Schreibrechte in {ENTWUERFE} prüfen.", Ausgang.UMGEBUNG)


def list_copies(wurzel: Path, pfad: str) -> tuple[Path, ...]:
    """Copies of an entry that were kept."""
    folder, name = (wurzel / ENTWUERFE / pfad).parent, Path(pfad).stem
    return tuple(sorted([*folder.glob(f"{name}.yaml"), *folder.glob(f"{name}.*.yaml")]))


def find_copy(wurzel: Path, gemeint: Path) -> Path | None:
    """The copy that a path means, if it is one that was kept: it is taken up itself, not copied once more."""
    kept, home = gemeint.resolve(), (wurzel / ENTWUERFE).resolve()
    return wurzel / ENTWUERFE / kept.relative_to(home) if kept.is_relative_to(home) and kept.is_file() else None


def read_copy(copy: Path) -> bytes | None:
    """What stands in it now; None if somebody has deleted it. Raises NetzintFehler (environment)."""
    try:
        return copy.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        text = f"„{copy.name}“ lässt sich nicht lesen ({ursache(error)})."
        raise NetzintFehler(text, "Rechte der Datei prüfen.", Ausgang.UMGEBUNG) from error


def drop_copy(wurzel: Path, copy: Path) -> None:
    """A copy that is not needed any more; with it the folders that it leaves empty."""
    with suppress(OSError):
        copy.unlink(missing_ok=True)
        for folder in copy.parents:
            if folder == wurzel / ORDNER:
                break
            folder.rmdir()


def open_editor(editor: Editor, copy: Path) -> int:
    """Wait until the person is done. Gives the exit code; ended by Ctrl-C it raises KeyboardInterrupt."""
    try:
        with _left_to_the_editor(), subprocess.Popen([*editor.befehl, str(copy)]) as process:
            code = process.wait()
    except OSError as error:
        text = f"Der Editor „{editor.befehl[0]}“ ließ sich nicht starten ({ursache(error)})."
        raise NetzintFehler(text, _WAEHLEN, Ausgang.UMGEBUNG) from error
    if code in (-signal.SIGINT, 128 + signal.SIGINT):
        raise KeyboardInterrupt
    return code


@contextmanager
def _left_to_the_editor() -> Iterator[None]:
    """Ctrl-C belongs to the editor while it has the terminal: to some it is a key like any other."""
    before = signal.signal(signal.SIGINT, lambda *_: None)  # not SIG_IGN: the editor would inherit that
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
