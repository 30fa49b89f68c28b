"""Names and kinds of files, from a look at the work tree or from a commit, judged alike: which can be entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.lesen.blick import ANDERES, DATEI, DATEN, VERSCHLOSSEN, VERWEIS, VORLAGEN, look
from netzint.ablage.lesen.blick import ORDNER as IST_ORDNER
from netzint.ablage.lesen.pfade import (
    EINZELNE,
    ENDUNG,
    FREMD,
    find_doubles,
    judge,
    judge_single,
    report,
    report_repositorium,
)
from netzint.modell.arten import ORDNER
from netzint.modell.befund import Befund
from netzint.modell.kennung import all_kennungen, is_kennung


class Baum(NamedTuple):
    """The paths of the entries and the file names of the templates, both sorted, and what is wrong with the rest."""

    dateien: tuple[str, ...]
    vorlagen: tuple[str, ...]
    befunde: tuple[Befund, ...]


def scan(wurzel: Path) -> Baum:
    """What lies in the work tree."""
    return judge_baum((blatt[0], blatt[1]) for blatt in look(wurzel))


def judge_baum(baum: Iterable[tuple[str, str]]) -> Baum:
    """Judge (path, kind) of all there is. Folders may be left out if something lies in them."""
    folders, closed = _fold(baum)
    dateien: list[str] = []
    found = [report("L510", pfad, "Der Ordner ist nicht lesbar") for pfad in closed]
    if DATEN in folders:
        found += _judge_daten(folders, dateien)
    else:
        found.append(_judge_top(folders[""].get(DATEN, "")))
    vorlagen = folders.get(VORLAGEN, {})
    links = [f"{VORLAGEN}/{name}" for name, art in vorlagen.items() if art == VERWEIS]
    links += [VORLAGEN] if folders[""].get(VORLAGEN) == VERWEIS else []
    found += [report("L501", pfad, "Hier liegt ein symbolischer Verweis statt einer Datei") for pfad in links]
    names = sorted(name for name, art in vorlagen.items() if art == DATEI)
    return Baum(tuple(sorted(dateien)), tuple(names), tuple(found))


def _fold(baum: Iterable[tuple[str, str]]) -> tuple[dict[str, dict[str, str]], list[str]]:
    """Folder → its names with their kinds, and the folders that could not be listed."""
    folders: dict[str, dict[str, str]] = {"": {}}
    closed = []
    for pfad, art in baum:
        folder, _, name = pfad.rpartition("/")
        if art == VERSCHLOSSEN:
            closed.append(pfad)
            continue
        if folder not in folders:
            _add_folder(folders, folder)
        folders[folder][name] = art
        if art == IST_ORDNER:
            folders.setdefault(pfad, {})  # an empty folder is a folder
    return folders, closed


def _add_folder(folders: dict[str, dict[str, str]], pfad: str) -> None:
    """A folder and those above it, which commits do not list."""
    parent, _, name = pfad.rpartition("/")
    if parent not in folders:
        _add_folder(folders, parent)
    folders[parent].setdefault(name, IST_ORDNER)
    folders[pfad] = {}


def _judge_top(art: str) -> Befund:
    if not art:
        return report("L509", DATEN, "Den Ordner daten/ gibt es hier nicht")
    if art == VERWEIS:
        return report("L501", DATEN, "Der Ordner daten/ ist ein symbolischer Verweis")
    if art == FREMD:
        return report_repositorium(f"{DATEN}/.git")
    return report("L509", DATEN, "„daten“ ist hier kein Ordner")


def _judge_daten(folders: dict[str, dict[str, str]], dateien: list[str]) -> Iterator[Befund]:
    yield from find_doubles(DATEN, folders[DATEN])
    for name, art in folders[DATEN].items():
        pfad = f"{DATEN}/{name}"
        if art == DATEI and name in EINZELNE:
            dateien.append(pfad)
        elif art not in (IST_ORDNER, FREMD):
            yield from judge_single(name, art, pfad)
        elif name == ".git":
            yield report_repositorium(pfad)
        elif name not in ORDNER:
            yield report(
                "L506", pfad, f"Einen Ordner „{name}“ kennen die Daten nicht, nur: {', '.join(sorted(ORDNER))}"
            )
        else:
            if art == FREMD:
                yield report_repositorium(f"{pfad}/.git")
            yield from _judge_folder(pfad, folders.get(pfad, {}), dateien)


def _judge_folder(pfad: str, names: dict[str, str], dateien: list[str]) -> Iterator[Befund]:
    # The common case first and at once: at 10,000 files each call counts.
    if all_kennungen(names, ENDUNG) and {*names.values()} <= {DATEI}:
        dateien += [f"{pfad}/{name}" for name in names]
        return
    for name, art in names.items():
        if art == DATEI and name.endswith(ENDUNG) and is_kennung(name[: -len(ENDUNG)]):
            dateien.append(f"{pfad}/{name}")
        else:
            yield from judge(name, art, f"{pfad}/{name}")
    yield from find_doubles(pfad, names)


def art_of_mode(mode: str) -> str:
    """The kind that a mode in a commit stands for."""
    return {"100": DATEI, "120": VERWEIS, "160": FREMD}.get(mode[:3], ANDERES)
