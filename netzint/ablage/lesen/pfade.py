"""What lies in ``daten/``: a walk that follows nothing, opens nothing and reports whatever is no entry."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.leser.befund import Position, befund
from netzint.modell.befund import Befund, sort_befunde
from netzint.modell.kennung import LAENGSTE, RESERVIERT, why_not_kennung
from netzint.modell.umgebung import ursache

DATEN = "daten"
EINZELNE = frozenset(("netzwerk.yaml", "geschaeftsordnung.yaml"))
BEIGABEN = frozenset(("README.md", ".keep", ".gitkeep"))
"""What may lie beside the entries and is no entry."""

_ENDUNG = ".yaml"
_EINTRAG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.yaml").fullmatch
_RESERVIERT = frozenset(name + _ENDUNG for name in RESERVIERT)
_LAENGSTER = LAENGSTE + len(_ENDUNG)
_ART, _DATEI = stat.S_IFMT(0xFFFF), stat.S_IFREG
_UEBERBLEIBSEL = (".swp", ".swo", ".swx", ".bak", ".orig", ".rej", ".tmp", ".netzint-konflikt", "~")
_UEBERBLEIBSEL_ANFANG = ("~$", ".#", "#", ".~lock.")
_UEBERBLEIBSEL_NAMEN = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))


Marke = tuple[int, int, int, int]
"""By what a change of a file is noticed without reading it: mtime_ns, size, ino, ctime_ns (plain: there are many)."""


class Scan(NamedTuple):
    """The entries by their path from the root (``daten/stellen/stadt-a.yaml``), sorted, and all that is wrong there."""

    dateien: tuple[tuple[str, Marke], ...]
    befunde: tuple[Befund, ...]


def scan(wurzel: Path, ordner: frozenset[str]) -> Scan:
    """Look through ``daten/`` below ``wurzel``; ``ordner`` are the folders of the kinds."""
    daten = wurzel / DATEN
    found: list[Befund] = []
    dateien: list[tuple[str, Marke]] = []
    trouble = _check_top(daten)
    if trouble:
        return Scan((), (trouble,))
    entries = _list(daten, found)
    found += _find_doubles(DATEN, [entry.name for entry in entries])
    for entry in entries:
        path = f"{DATEN}/{entry.name}"
        if _is_folder(entry):
            _take_folder(entry, path, ordner, dateien, found)
        else:
            found += _take_single(entry, path, dateien)
    dateien.sort(key=itemgetter(0))
    return Scan(tuple(dateien), sort_befunde(found))


def _check_top(daten: Path) -> Befund | None:
    try:
        mode = daten.lstat().st_mode
    except FileNotFoundError:
        return _report("L509", DATEN, "Den Ordner daten/ gibt es hier nicht")
    except OSError as error:
        return _report("L510", DATEN, f"Der Ordner daten/ ist nicht lesbar ({ursache(error)})")
    if stat.S_ISLNK(mode):
        return _report("L501", DATEN, "Der Ordner daten/ ist ein symbolischer Verweis")
    if not stat.S_ISDIR(mode):
        return _report("L509", DATEN, "„daten“ ist hier kein Ordner")
    return None


def _take_folder(
    entry: os.DirEntry[str],
    path: str,
    ordner: frozenset[str],
    dateien: list[tuple[str, Marke]],
    found: list[Befund],
) -> None:
    if entry.name == ".git":
        found.append(_report("L503", path, "In den Daten liegt ein fremdes git-Repositorium"))
        return
    if entry.name not in ordner:
        found.append(_unknown_folder(path, entry.name, ordner))
        return
    try:
        with os.scandir(entry.path) as entries:
            _take_entries(entries, path, dateien, found)
    except OSError as error:
        found.append(_unreadable(path, error))


def _take_entries(
    entries: Iterable[os.DirEntry[str]], path: str, dateien: list[tuple[str, Marke]], found: list[Befund]
) -> None:
    """The common case without a call of ours and without keeping the entries: at 10,000 files each one counts."""
    names = []
    odd = False
    for entry in entries:
        name = entry.name
        names.append(name)
        if _EINTRAG(name) and len(name) <= _LAENGSTER and name not in _RESERVIERT:
            try:
                info = entry.stat(follow_symlinks=False)
            except OSError as error:
                found.append(_unreadable(f"{path}/{name}", error))
                continue
            if info.st_mode & _ART == _DATEI:
                marke = (info.st_mtime_ns, info.st_size, info.st_ino, info.st_ctime_ns)
                dateien.append((f"{path}/{name}", marke))
                continue
        odd = True
        found += _judge(entry, f"{path}/{name}")
    if odd:  # Kennungen are all lower case, so they alone cannot be doubles
        found += _find_doubles(path, names)


def _take_single(entry: os.DirEntry[str], path: str, dateien: list[tuple[str, Marke]]) -> Iterator[Befund]:
    if entry.name in EINZELNE and entry.is_file(follow_symlinks=False):
        yield from _take_file(entry, path, dateien)
        return
    for trouble in _judge(entry, path):
        if trouble.code in ("L505", "L507"):
            yield _report("L511", path, f"„{entry.name}“ gehört nicht unmittelbar in daten/")
        else:
            yield trouble
        return
    if entry.name not in BEIGABEN:
        yield _report("L511", path, f"„{entry.name}“ gehört nicht unmittelbar in daten/")


def _take_file(entry: os.DirEntry[str], path: str, dateien: list[tuple[str, Marke]]) -> Iterator[Befund]:
    try:
        info = entry.stat(follow_symlinks=False)
    except OSError as error:
        yield _unreadable(path, error)
        return
    dateien.append((path, (info.st_mtime_ns, info.st_size, info.st_ino, info.st_ctime_ns)))


def _unreadable(path: str, error: OSError) -> Befund:
    return _report("L510", path, f"Nicht lesbar ({ursache(error)})")


def _judge(entry: os.DirEntry[str], path: str) -> Iterator[Befund]:
    """What is wrong with something that is no entry; nothing for a README."""
    name = entry.name
    if entry.is_symlink():
        yield _report("L501", path, "Hier liegt ein symbolischer Verweis statt einer Datei")
    elif name.casefold() == ".git":
        yield _report("L503", path, "In den Daten liegt ein fremdes git-Repositorium")
    elif _is_folder(entry):
        yield _report("L506", path, "Ordner in einem Ordner der Daten gibt es nicht")
    elif not entry.is_file(follow_symlinks=False):
        yield _report("L502", path, "Hier liegt ein Rohr, Gerät oder Sockel statt einer Datei")
    elif _is_ueberbleibsel(name):
        yield _report("L508", path, f"„{name}“ ist wohl das Überbleibsel eines Programms")
    elif name not in BEIGABEN:
        yield _judge_name(name, path)


def _judge_name(name: str, path: str) -> Befund:
    stem, dot, ending = name.rpartition(".")
    if dot + ending == _ENDUNG:
        return _report("L505", path, f"„{stem}“ ist keine Kennung: {why_not_kennung(stem)}")
    if ending.lower() in ("yml", "yaml"):
        return _report("L507", path, f"Die Endung heißt .yaml: bitte umbenennen in „{stem}.yaml“")
    return _report("L507", path, f"„{name}“ endet nicht auf .yaml und wird nicht gelesen")


def _unknown_folder(path: str, name: str, ordner: frozenset[str]) -> Befund:
    return _report("L506", path, f"Einen Ordner „{name}“ kennen die Daten nicht, nur: {', '.join(sorted(ordner))}")


def _find_doubles(path: str, names: list[str]) -> Iterator[Befund]:
    """Names that Windows or macOS would take for one and the same."""
    first: dict[str, str] = {}
    for name in sorted(names):
        known = first.setdefault(unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()), name)
        if known != name:
            satz = f"„{name}“ und „{known}“ unterscheiden sich nur in der Schreibweise"
            yield _report("L504", f"{path}/{name}", satz)


def _list(folder: Path, found: list[Befund]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        found.append(_unreadable(DATEN, error))
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _is_ueberbleibsel(name: str) -> bool:
    return name.endswith(_UEBERBLEIBSEL) or name.startswith(_UEBERBLEIBSEL_ANFANG) or name in _UEBERBLEIBSEL_NAMEN


def _report(code: str, path: str, text: str) -> Befund:
    return befund(code, Position(0, 0), text, pfad=path)
