"""Documents in ``ausgabe/`` that were made before a number changed: they are named, not touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.ausgabe import ORDNER
from netzint.modell.bestand import Bestand
from netzint.modell.sitzung import Sitzung
from netzint.modell.verweise import iter_verweise
from netzint.vorgaenge.umnummern import Umnummerung


class Unterlagen(NamedTuple):
    """Their paths, and the Kennungen that documents have to be made for again."""

    pfade: tuple[str, ...]
    kennungen: tuple[str, ...]


def find_unterlagen(wurzel: Path, um: Umnummerung, bestand: Bestand) -> Unterlagen:
    """Those that carry an old number in their name, or are of an entry that names a new one. ``bestand``: as it is."""
    if not um or not (wurzel / ORDNER).is_dir():
        return Unterlagen((), ())
    alte = {**um.kennungen, **{name: name for name in _list_nennende(um, bestand)}}
    found: dict[str, str] = {}
    for file in sorted((wurzel / ORDNER).rglob("*")):
        words = {file.stem, *file.relative_to(wurzel / ORDNER).parts}
        for alt, neu in alte.items():
            if file.is_file() and any(word == alt or word.endswith(f"-{alt}") for word in words):
                found.setdefault(file.relative_to(wurzel).as_posix(), neu)
    return Unterlagen(tuple(found), tuple(dict.fromkeys(found.values())))


def _list_nennende(um: Umnummerung, bestand: Bestand) -> Iterator[str]:
    """The entries whose documents name something that is called otherwise now."""
    yield from {punkt.sitzung for punkt in (*um.tops, *um.nummern, *um.beschluesse)}
    neue = {*um.kennungen.values()}
    for entry in bestand.iter_eintraege() if neue else ():
        named = {found.ziel.partition("/")[0] for found in iter_verweise(entry)}
        if isinstance(entry, Sitzung):
            named |= {kennung for top in entry.tagesordnung for kennung in top.bezug}
        if named & neue and entry.kennung not in neue:
            yield entry.kennung
