"""What only the history between two states can tell: when, what was taken back, and what there was once."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from netzint.ablage import gitlesen
from netzint.ablage.gegen.basis import Basis
from netzint.modell.arten import NACH_NAME, art_of_pfad

if TYPE_CHECKING:
    from netzint.ablage.lesen.bestand import Gelesenes
    from netzint.modell.grund import Eintrag

_BERLIN = ZoneInfo("Europe/Berlin")
_FORM = "%x01%H%x00%ct%x00%B"
_ZURUECK = re.compile(r"^Betrifft den Vorgang (v-[0-9a-f]{12})\.$", re.MULTILINE)
"""What ``netzint zuruecknehmen`` writes below its reason, and what stays of it when commits are squashed."""
_VIELE = 100
"""So many paths are given to git one by one; beyond that it looks at all of them."""


class Dazwischen(NamedTuple):
    """Of the commits that only the judged state has."""

    erster: date | None
    """The day of the oldest one; what had begun by then had begun when it was changed."""
    zurueck: Mapping[str, str]
    """The ids of Vorgänge that are said to be taken back, the first one first, each with the commit that says so."""


def read_dazwischen(wurzel: Path, basis: Basis) -> Dazwischen:
    """What the commits between the two states say of themselves."""
    output = gitlesen.run(wurzel, "log", "--reverse", f"--format={_FORM}", f"{basis.commit}..{basis.kopf}", "--")
    days: list[int] = []
    zurueck: dict[str, str] = {}
    for record in output.decode("utf-8", "replace").split("\x01")[1:]:
        commit, seconds, message = record.split("\0", 2)
        days.append(int(seconds))
        zurueck |= dict.fromkeys(_ZURUECK.findall(message), commit)
    first = datetime.fromtimestamp(min(days), _BERLIN).date() if days else None
    return Dazwischen(first, zurueck)


def find_einstige(wurzel: Path, kopf: str, pfade: Collection[str]) -> dict[str, Eintrag]:
    """Of these files, which are new, those that there were once before, by Kennung: as they were when deleted."""
    if not pfade:
        return {}
    where = sorted(pfade) if len(pfade) <= _VIELE else ["daten/"]
    args = ("log", "--diff-filter=D", "--no-renames", "--format=%x01%H", "--name-only", "-z", kopf, "--", *where)
    names: dict[str, str] = {}
    for record in gitlesen.run(wurzel, *args).decode("utf-8", "replace").split("\x01")[1:]:
        commit, _, rest = record.partition("\0")
        for name in rest.strip("\0\n").split("\0"):
            if (pfad := name.strip("\n")) in pfade:
                names.setdefault(f"{commit.strip()}^:{pfad}", pfad)
    return _read(wurzel, _latest(names))


def _latest(names: Mapping[str, str]) -> dict[str, str]:
    """The last state of each; git tells the newest first."""
    found: dict[str, str] = {}
    for name, pfad in names.items():
        found.setdefault(pfad, name)
    return {name: pfad for pfad, name in found.items()}


def _read(wurzel: Path, names: Mapping[str, str]) -> dict[str, Eintrag]:
    objects = gitlesen.read_objects(wurzel, list(names))
    entries = (_make_eintrag(names[name], data) for name, (_, _, data) in objects.items())
    return {eintrag.kennung: eintrag for eintrag in entries if eintrag is not None}


def _make_eintrag(pfad: str, data: bytes) -> Eintrag | None:
    from netzint.ablage.lesen.teile import validate
    from netzint.ablage.leser.datei import parse

    place, wert = art_of_pfad(pfad), parse(data).wert
    return validate(NACH_NAME[place[0].name], place[1], wert)[0] if place and wert is not None else None


def with_lesbare(wurzel: Path, alt: Gelesenes, pfade: Collection[str]) -> Gelesenes:
    """A commit's state in which those of the files that cannot be read are as they were last when they could be.

    Otherwise whoever mends such a file could change in it what no rule lets pass.
    """
    broken = [pfad for pfad in pfade if (teil := alt.teile.get(pfad)) is not None and not teil.gueltig]
    found = {pfad: _find_lesbare(wurzel, alt.stand_oid or "", pfad) for pfad in broken[:_VIELE] if alt.stand_oid}
    lesbare = {pfad: data for pfad, data in found.items() if data is not None}
    return alt.laid_over(lesbare) if lesbare else alt


def _find_lesbare(wurzel: Path, commit: str, pfad: str) -> bytes | None:
    args = ("log", f"--max-count={_VIELE}", "--format=%H", commit, "--", pfad)
    names = [f"{oid}:{pfad}" for oid in gitlesen.run(wurzel, *args).decode().split()]
    states = gitlesen.read_objects(wurzel, names)
    contents = (states[name][2] for name in names if name in states)
    return next((data for data in contents if _make_eintrag(pfad, data) is not None), None)
