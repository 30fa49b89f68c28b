"""Two states read for a comparison: what is the same is read and made once, what differs is known by its content id."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from netzint.ablage.cache.angaben import recall
from netzint.ablage.lesen.bestand import Gelesenes, read_bestand
from netzint.ablage.lesen.blick import DATEI, ORDNER
from netzint.ablage.lesen.lesbar import refuse_newer_format
from netzint.ablage.lesen.pruefung import Weitere, check
from netzint.ablage.lesen.quelle import Quelle, open_commit
from netzint.berichte.bestandsvergleich import Paar
from netzint.berichte.dateivergleich import tell_datei, tell_unlesbar, tell_vorlage
from netzint.berichte.vergleichssatz import PERSONEN, Satz
from netzint.modell.arten import place_of
from netzint.modell.befund import Befund


class Staende(NamedTuple):
    """Both states, and what is different between them."""

    alt: Gelesenes
    neu: Gelesenes
    paare: tuple[Paar, ...]
    """The entries that are different."""
    dateien: tuple[Satz, ...]
    """What is told of files: templates, others, and entries that cannot be read."""


def read_staende(wurzel: Path, alt: str, neu: str | None) -> Staende:
    """A commit and another one, or (None) the work tree."""
    after = read_bestand(wurzel, stand=neu)
    refuse_newer_format(after)
    old = open_commit(wurzel, alt, after.quelle)
    changed = _list_changed(old, after)
    before = after.beside(old, changed)
    refuse_newer_format(before)
    paare = [pair for pfad in changed if (pair := _make_paar(before, after, pfad)) is not None]
    dateien = (*_iter_eintragsdateien(before, after, changed, paare), *_iter_andere(old, after.quelle))
    return Staende(before, after, tuple(paare), tuple(dateien))


def judge_staende(
    wurzel: Path, alt: str, neu: str | None, stichtag: date, weitere: Weitere
) -> tuple[tuple[Befund, ...], tuple[Befund, ...]]:
    """The findings of both states, mostly from memory."""
    before, after = (check(wurzel, stichtag, stand, weitere=weitere).befunde for stand in (alt, neu))
    return before, after


def _list_changed(old: Quelle, after: Gelesenes) -> list[str]:
    """The paths of entries whose bytes are, or may be, different."""
    now = {pfad: teil.inhalt for pfad, teil in after.teile.items()}
    before = {pfad: old.ids.get(pfad, "") for pfad in old.dateien}
    different = {pfad for pfad, _ in now.items() ^ before.items()}
    return sorted(different | {pfad for pfad, inhalt in now.items() if not inhalt})


def _make_paar(before: Gelesenes, after: Gelesenes, pfad: str) -> Paar | None:
    """The entry on both sides if it differs; none where one side cannot be read."""
    states = [state.teile.get(pfad) for state in (before, after)]
    if any(teil is not None and not teil.gueltig for teil in states):
        return None
    art, kennung = place_of(pfad)
    old, new = (
        state.bestand.faecher[art.name].get(kennung) if teil else None
        for state, teil in zip((before, after), states, strict=True)
    )
    return None if old == new else (old, new)


def _iter_eintragsdateien(before: Gelesenes, after: Gelesenes, changed: list[str], paare: list[Paar]) -> Iterator[Satz]:
    told = {(type(e).__name__.lower(), e.kennung) for pair in paare for e in pair if e is not None}
    untold = [pfad for pfad in changed if (place_of(pfad)[0].name, place_of(pfad)[1]) not in told]
    for state in (before, after):
        state.quelle.load(untold)
    for pfad in untold:
        art, kennung = place_of(pfad)
        states = [state.teile.get(pfad) for state in (before, after)]
        if any(teil is not None and not teil.gueltig for teil in states):
            lesbar = tuple(None if teil is None else teil.gueltig for teil in states)
            entry = after.bestand.faecher[art.name].get(kennung) if lesbar[1] else None
            if before.read(pfad) != after.read(pfad):
                yield from tell_unlesbar(pfad, art.name, kennung, (lesbar[0], lesbar[1]), entry)
        elif before.read(pfad) != after.read(pfad):
            yield tell_datei(pfad, "nur Schreibweise oder Kommentare geändert")


def _iter_andere(old: Quelle, new: Quelle) -> Iterator[Satz]:
    """Templates and whatever else lies there."""
    before, after = (_others(quelle) for quelle in (old, new))
    for pfad in sorted(before.keys() | after.keys()):
        known = old.ids.get(pfad), new.ids.get(pfad)
        if before.get(pfad) == after.get(pfad) and known[0] and known[0] == known[1]:
            continue
        data = [
            quelle.read(pfad) if names.get(pfad) == DATEI else None for quelle, names in ((old, before), (new, after))
        ]
        if before.get(pfad) == after.get(pfad) or DATEI in (before.get(pfad), after.get(pfad)):
            yield from _tell_andere(pfad, data[0], data[1])
        else:
            yield tell_datei(pfad, "neu" if pfad not in before else "entfernt" if pfad not in after else "andere Art")


def _others(quelle: Quelle) -> Mapping[str, str]:
    """Path and kind of what is no entry and no folder."""
    entries = frozenset(quelle.dateien)
    return {pfad: art for pfad, art in quelle.names if art != ORDNER and pfad not in entries}


def tell_aenderung(before: Gelesenes, after: Gelesenes, pfade: Collection[str], grund: str) -> str:
    """The reason, if there is one, and what writing these files changes: the body of a commit. Only they are read."""
    from netzint.berichte.commitrumpf import build_rumpf

    eintraege = [pfad for pfad in sorted(pfade) if pfad in before.teile or pfad in after.teile]
    paare = [pair for pfad in eintraege if (pair := _make_paar(before, after, pfad)) is not None]
    andere = [pfad for pfad in sorted(pfade) if pfad not in eintraege]
    saetze = [
        *_iter_eintragsdateien(before, after, eintraege, paare),
        *(satz for pfad in andere for satz in _tell_andere(pfad, before.read(pfad), after.read(pfad))),
    ]
    told = build_rumpf(before.bestand, after.bestand, paare, saetze, partial(list_namen, after))
    return "\n\n".join(part for part in (grund.strip(), told) if part)


def _tell_andere(pfad: str, alt: bytes | None, neu: bytes | None) -> Iterator[Satz]:
    if alt == neu:
        return
    if pfad.startswith("vorlagen/"):
        yield tell_vorlage(pfad.partition("/")[2], alt, neu)
    else:
        yield tell_datei(pfad, "neu" if alt is None else "entfernt" if neu is None else "geändert")


def list_namen(gelesen: Gelesenes) -> dict[str, str]:
    """The names of all people with their Kennungen; from plain data, so that nobody has to be made for it."""
    found = {}
    for pfad, teil in gelesen.teile.items():
        art, kennung = place_of(pfad)
        if art.name in PERSONEN and teil.gueltig:
            angaben = gelesen.gedaechtnis.find(art.name, teil.inhalt) if teil.inhalt else None
            wert = recall(angaben) if angaben is not None else None
            name = wert.get("name") if wert else getattr(gelesen.bestand.faecher[art.name].get(kennung), "name", None)
            if name:
                found[str(name)] = kennung
    return found
