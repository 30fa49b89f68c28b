"""What may lie in ``daten/``: each name with its kind judged by itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from netzint.ablage.lesen.blick import DATEI, ORDNER, VERWEIS
from netzint.ablage.leser.befund import Position, befund
from netzint.modell.befund import Befund
from netzint.modell.kennung import why_not_kennung

FREMD = "g"
"""A folder that belongs to another repository: only commits have this kind."""
EINZELNE = frozenset(("netzwerk.yaml", "geschaeftsordnung.yaml"))
"""The entries that lie in ``daten/`` itself."""
BEIGABEN = frozenset(("README.md", ".keep", ".gitkeep"))
"""What may lie beside the entries and is no entry."""
ENDUNG = ".yaml"

_UEBERBLEIBSEL = (".swp", ".swo", ".swx", ".bak", ".orig", ".rej", ".tmp", ".netzint-konflikt", "~")
_UEBERBLEIBSEL_ANFANG = ("~$", ".#", "#", ".~lock.")
_UEBERBLEIBSEL_NAMEN = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))


def judge(name: str, art: str, pfad: str) -> Iterator[Befund]:
    """What is wrong with something in a folder of entries that is no entry; nothing for a README."""
    if art == VERWEIS:
        yield report("L501", pfad, "Hier liegt ein symbolischer Verweis statt einer Datei")
    elif name.casefold() == ".git":
        yield report_repositorium(pfad)
    elif art in (ORDNER, FREMD):
        yield report("L506", pfad, "Ordner in einem Ordner der Daten gibt es nicht")
    elif art != DATEI:
        yield report("L502", pfad, "Hier liegt ein Rohr, Gerät oder Sockel statt einer Datei")
    elif _is_ueberbleibsel(name):
        yield report("L508", pfad, f"„{name}“ ist wohl das Überbleibsel eines Programms")
    elif name not in BEIGABEN:
        yield _judge_name(name, pfad)


def judge_single(name: str, art: str, pfad: str) -> Iterator[Befund]:
    """The same for something in ``daten/`` itself that is neither an entry nor a folder."""
    befunde = list(judge(name, art, pfad))
    if befunde and befunde[0].code not in ("L505", "L507"):
        yield befunde[0]
    elif name not in BEIGABEN:
        yield report("L511", pfad, f"„{name}“ gehört nicht unmittelbar in daten/")


def find_doubles(pfad: str, names: Iterable[str]) -> Iterator[Befund]:
    """Names that Windows or macOS would take for one and the same."""
    together = "".join(names := list(names))
    if together.isascii() and together == together.lower():
        return  # nothing to fold: at 10,000 files each name counts
    first: dict[str, str] = {}
    for name in sorted(names):
        known = first.setdefault(unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold()), name)
        if known != name:
            satz = f"„{name}“ und „{known}“ unterscheiden sich nur in der Schreibweise"
            yield report("L504", f"{pfad}/{name}", satz)


def report_repositorium(pfad: str) -> Befund:
    """Somebody else's repository would hide what lies in it from ours."""
    return report("L503", pfad, "In den Daten liegt ein fremdes git-Repositorium")


def report(code: str, pfad: str, text: str) -> Befund:
    """A finding about a whole file or folder."""
    return befund(code, Position(0, 0), text, pfad=pfad)


def _judge_name(name: str, pfad: str) -> Befund:
    stem, dot, ending = name.rpartition(".")
    if dot + ending == ENDUNG:
        return report("L505", pfad, f"„{stem}“ ist keine Kennung: {why_not_kennung(stem)}")
    if ending.lower() in ("yml", "yaml"):
        return report("L507", pfad, f"Die Endung heißt .yaml: bitte umbenennen in „{stem}.yaml“")
    return report("L507", pfad, f"„{name}“ endet nicht auf .yaml und wird nicht gelesen")


def _is_ueberbleibsel(name: str) -> bool:
    return name.endswith(_UEBERBLEIBSEL) or name.startswith(_UEBERBLEIBSEL_ANFANG) or name in _UEBERBLEIBSEL_NAMEN
