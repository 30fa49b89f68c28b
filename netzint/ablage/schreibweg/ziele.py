"""The targets of a Plan: possible as paths, free of foreign edits in work tree and index. Refuses, changes nothing."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.schreibweg import index
from netzint.ablage.schreibweg.journal import Eintrag
from netzint.ablage.schreibweg.objekte import ORDNER_MODUS, Glied, Ordner, list_parents, object_id
from netzint.ablage.schreibweg.repository import Repository
from netzint.modell.fehler import Ausgang, NetzintFehler

_NIE = re.compile(r"[\x00-\x1f\x7f\\]")
_NICHT_UNTER_WINDOWS = re.compile(r'[:*?"<>|]|[. ](/|$)')
_GIT_EIGEN = re.compile(r"\.git|\.gitmodules|git~\d+", re.IGNORECASE)
_JUNCTION = 0xA0000003
_FILTER = frozenset({"filter", "working-tree-encoding", "ident"})


class Ziel(NamedTuple):
    """One file that will differ: what HEAD has, what the commit will have, and its bytes (None: deleted)."""

    pfad: str
    alt: Glied | None
    neu: Glied | None
    inhalt: bytes | None


def derive_ziele(
    ordner: Mapping[str, Ordner],
    dateien: Mapping[str, bytes | None],
    objektformat: str,
    modi: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Ziel, ...]:
    """What really changes, in order of paths. Refuses paths that cannot be, or that would collide.

    ``modi``: of new files those that are not just files (programs).
    """
    for path in dateien:
        _check_pfad(path)
    _check_gleichklang(ordner, dateien)
    ziele = []
    for path, data in sorted(dateien.items()):
        _check_parents(ordner, path)
        alt = _find_alt(ordner, path)
        if not alt:
            _check_uebertragbar(path)
        modus = alt.modus if alt else modi.get(path, "100644")
        neu = None if data is None else Glied(modus, object_id("blob", data, objektformat))
        if alt != neu:
            ziele.append(Ziel(path, alt, neu, data))
    return tuple(ziele)


def _check_pfad(path: str) -> None:
    parts = path.split("/")
    if (
        _NIE.search(path)
        or any(part in {"", ".", ".."} for part in parts)
        or any(_GIT_EIGEN.fullmatch(part) for part in parts)
    ):
        raise NetzintFehler(f"„{path}“ ist kein Pfad in diesem Ordner.", "Einen anderen Namen wählen.")


def _check_uebertragbar(path: str) -> None:
    """Asked of new files only: an odd old name must not block its own repair."""
    if _NICHT_UNTER_WINDOWS.search(path) or unicodedata.normalize("NFC", path) != path or not path.isprintable():
        raise NetzintFehler(f"„{path}“ ist kein Pfad, der auf allen Rechnern geht.", "Einen anderen Namen wählen.")


def _check_gleichklang(ordner: Mapping[str, Ordner], paths: Iterable[str]) -> None:
    """No two names may be one to a system that ignores upper and lower case or the form of characters."""
    seen = {folder: {_fold(name): name for name in entries} for folder, entries in ordner.items()}
    for path in paths:
        for whole in [*list_parents(path)[1:], path]:
            folder, _, name = whole.rpartition("/")
            if name in ordner.get(folder, ()):
                continue  # two that are there already must not block their own repair
            other = seen.setdefault(folder, {}).setdefault(_fold(name), name)
            if other != name:
                text = f"„{whole}“ und „{other}“ unterscheiden sich nur in Groß- und Kleinschreibung oder Zeichenform."
                raise NetzintFehler(text, "Unter Windows wären beide dieselbe Datei: einen anderen Namen wählen.")


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _check_parents(ordner: Mapping[str, Ordner], path: str) -> None:
    for parent in list_parents(path)[1:]:
        above, _, name = parent.rpartition("/")
        glied = ordner.get(above, {}).get(name)
        if glied and glied.modus != ORDNER_MODUS:
            raise NetzintFehler(f"„{parent}“ ist im letzten Commit kein Ordner.", "Den Eintrag vorher umbenennen.")


def _find_alt(ordner: Mapping[str, Ordner], path: str) -> Glied | None:
    folder, _, name = path.rpartition("/")
    alt = ordner.get(folder, {}).get(name)
    if alt and not alt.modus.startswith("100"):
        text = f"„{path}“ ist im letzten Commit keine gewöhnliche Datei (Ordner, Verknüpfung oder Untermodul)."
        raise NetzintFehler(text, "Den Eintrag vorher entfernen oder umbenennen.")
    return alt


def require_frei(repository: Repository, ziele: tuple[Ziel, ...]) -> tuple[Eintrag, ...]:
    """Refuse if a target carries edits of the user's. Returns what the journal has to know about each target."""
    _require_schlichte_bytes(repository.wurzel, ziele)
    staged = index.read_index(repository, [ziel.pfad for ziel in ziele])
    entries: list[Eintrag] = []
    in_doubt: list[str] = []
    refused: dict[str, str] = {}
    for ziel in ziele:
        entry = staged.get(ziel.pfad)
        if not _is_index_frei(entry, ziel, repository):
            refused[ziel.pfad] = "“ (vorgemerkt)"
        seen = _look(repository, ziel)
        hidden = not seen and entry is not None and entry.versteckt
        if not _is_expected(seen, ziel, hidden=hidden):
            if seen:
                in_doubt.append(ziel.pfad)
            else:
                refused.setdefault(ziel.pfad, "“ (gelöscht)")
        entries.append(_describe(ziel, seen, hidden=hidden))
    for path in _filter_changed(repository, ziele, in_doubt):
        refused.setdefault(path, "“")
    if refused:
        raise _refuse_geaenderte(refused, {ziel.pfad for ziel in ziele if ziel.alt is None})
    return tuple(entries)


def _refuse_geaenderte(refused: Mapping[str, str], neue: set[str]) -> NetzintFehler:
    """``refused``: paths and what stands behind them; ``neue``: those that the last commit does not have."""
    named = ", ".join(f"„{path}{danach}" for path, danach in [*refused.items()][:5])
    more = f" und {len(refused) - 5} weitere" if len(refused) > 5 else ""
    first, danach = next(iter(refused.items()))
    way = f"oder verwerfen: git restore --staged --worktree {first}"
    if first in neue and danach == "“":
        way = f"oder anderswohin verschieben: {first}"
    return NetzintFehler(
        f"Diese Dateien sind geändert, aber nicht festgeschrieben: {named}{more}.",
        f"Mit „netzint festschreiben“ festschreiben, {way}",
    )


def _is_index_frei(entry: index.IndexEintrag | None, ziel: Ziel, repository: Repository) -> bool:
    if entry is None:
        return ziel.alt is None or ziel.neu is None
    if entry.stufe != "0":
        return False
    # "git add -N" announces a file: an empty entry, nothing of the user's is in it.
    announced = ziel.alt is None and entry.oid == object_id("blob", b"", repository.objektformat)
    return announced or Glied(entry.modus, entry.oid) in (ziel.alt, ziel.neu)


def _is_expected(seen: str, ziel: Ziel, *, hidden: bool) -> bool:
    allowed = {glied.oid if glied else "" for glied in (ziel.alt, ziel.neu)}
    return seen in allowed or hidden


def _describe(ziel: Ziel, seen: str, *, hidden: bool) -> Eintrag:
    alt, neu = ziel.alt or Glied("", ""), ziel.neu or Glied("", "")
    return Eintrag(ziel.pfad, alt.modus, alt.oid, neu.modus, neu.oid, seen, hidden)


def _look(repository: Repository, ziel: Ziel) -> str:
    """The id of the raw bytes in the work tree, "" if there is no file; refuses what is no plain file."""
    path = repository.wurzel / ziel.pfad
    require_echte_ordner(repository.wurzel, ziel.pfad)
    try:
        status = path.lstat()
    except FileNotFoundError:
        return ""
    if not stat.S_ISREG(status.st_mode):
        text = f"„{ziel.pfad}“ ist keine gewöhnliche Datei (Ordner, Verknüpfung oder Gerät)."
        raise NetzintFehler(text, "Es steht einer Datei des Netzwerks im Weg: verschieben oder löschen.")
    return object_id("blob", path.read_bytes(), repository.objektformat)


def require_echte_ordner(wurzel: Path, pfad: str) -> None:
    """No symbolic link, no file and no other repository may stand on the way to a target."""
    last = wurzel
    for parent in list_parents(pfad)[1:]:
        folder = wurzel / parent
        try:
            status = folder.lstat()
        except FileNotFoundError:
            break
        if not stat.S_ISDIR(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION:
            text = f"„{parent}“ ist kein Ordner, sondern eine Verknüpfung oder Datei."
            raise NetzintFehler(text, "netzint schreibt nur in echte Ordner dieses Repositorys.")
        if os.path.lexists(folder / ".git"):
            text = f"In „{parent}“ liegt ein anderes Git-Repository."
            raise NetzintFehler(text, "Es gehört nicht hierher: verschieben oder löschen.")
        last = folder
    if not os.access(last, os.W_OK | os.X_OK):
        text = f"In „{last}“ darf nicht geschrieben werden."
        raise NetzintFehler(text, "Schreibrechte für den Ordner prüfen.", Ausgang.UMGEBUNG)


def _filter_changed(repository: Repository, ziele: tuple[Ziel, ...], paths: list[str]) -> list[str]:
    """Those that git, too, sees as changed: other line ends alone (autocrlf) are no edit."""
    if not paths:
        return []
    request = "".join(f"{path}\n" for path in paths).encode()
    ids = gitlesen.run(repository.wurzel, "hash-object", "--stdin-paths", input=request).decode().split()
    known = {ziel.pfad: {glied.oid for glied in (ziel.alt, ziel.neu) if glied} for ziel in ziele}
    return [path for path, oid in zip(paths, ids, strict=True) if oid not in known[path]]


def _require_schlichte_bytes(wurzel: Path, ziele: tuple[Ziel, ...]) -> None:
    """What we write into blob and work tree must be the same to git: no filter, no line ends it would turn."""
    request = "".join(f"{ziel.pfad}\0" for ziel in ziele).encode()
    output = gitlesen.run(wurzel, "check-attr", "-z", "--stdin", *sorted(_FILTER), "text", input=request).decode()
    fields = output.split("\0")
    turned = {ziel.pfad for ziel in ziele if ziel.inhalt and b"\r\n" in ziel.inhalt}
    for path, name, value in zip(fields[0::3], fields[1::3], fields[2::3], strict=False):
        if name in _FILTER and value not in {"unspecified", "unset"}:
            text = f"Für „{path}“ verlangt „.gitattributes“ eine Umwandlung ({name})."
            raise NetzintFehler(
                text, "netzint schreibt nur Dateien, die Git unverändert ablegt: den Eintrag entfernen."
            )
        if name == "text" and value in {"set", "auto"} and path in turned:
            raise _refuse_turned(path)


def _refuse_turned(path: str) -> NetzintFehler:
    if path.endswith((".docx", ".odt")):
        text = f"„.gitattributes“ behandelt „{path}“ als Text; Git würde die Datei beschädigen."
        return NetzintFehler(text, "In „.gitattributes“ die Zeilen „*.docx binary“ und „*.odt binary“ ans Ende setzen.")
    text = f"„{path}“ hat Windows-Zeilenenden, „.gitattributes“ verlangt andere."
    return NetzintFehler(text, "Mit „netzint formatieren“ in Form bringen.")
