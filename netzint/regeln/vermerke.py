"""Whether a change is accounted for: a Berichtigung that came with it names the very field and what stood there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from netzint.modell.angabenpfade import find_item
from netzint.modell.befund import Feldpfad
from netzint.modell.grund import Angabe, Berichtigung, Eintrag, ordered_fields
from netzint.modell.umlauf import Umlauf
from netzint.regeln.wechsel import Wechsel

FEHLTE = "fehlte"
"""What a Berichtigung says of a value that was not there."""


def list_neue(alt: Eintrag, neu: Eintrag) -> list[Berichtigung]:
    """The Berichtigungen that the newer state has and the older has not."""
    known = Counter(repr(entry) for entry in alt.berichtigungen)
    found = []
    for entry in neu.berichtigungen:
        known[repr(entry)] -= 1
        if known[repr(entry)] < 0:
            found.append(entry)
    return found


def list_offene(alt: Eintrag, neu: Eintrag, wechsel: Collection[Wechsel]) -> list[Wechsel]:
    """Those changes that no new Berichtigung accounts for."""
    added = list_neue(alt, neu)
    return [change for change in wechsel if not any(_covers(alt, neu, entry, change) for entry in added)]


def _covers(alt: Eintrag, neu: Eintrag, entry: Berichtigung, change: Wechsel) -> bool:
    """Places are counted as they were, or as they are: items may have come before them meanwhile."""
    return any(
        _says(base, entry.statt, pfad, change.alt)
        for teil, pfad in ((alt, change.davor), (neu, change.feld))
        for base in find_pfade(teil, entry.zu)
    )


def _says(base: Feldpfad, statt: dict[str, Any] | str, pfad: Feldpfad, wert: Any) -> bool:
    """Whether ``statt``, said of the part at ``base``, gives the value that stood at ``pfad``."""
    if pfad == base and _norm(statt) == _norm(wert):
        return True
    if not isinstance(statt, dict):
        return False
    for key, stood in statt.items():
        places = ((*base, key), base) if base[-1:] == (key,) else ((*base, key),)
        for place in places:
            if pfad[: len(place)] == place and _norm(_dig(stood, pfad[len(place) :])) == _norm(wert):
                return True
    return False


def _dig(wert: Any, pfad: Feldpfad) -> Any:
    for part in pfad:
        if isinstance(wert, dict):
            wert = wert.get(str(part))
        elif isinstance(wert, list | tuple) and isinstance(part, int) and part < len(wert):
            wert = wert[part]
        else:
            return ("", "")  # says nothing of it; nothing that stood there looks like this
    return wert


def _norm(wert: Any) -> Any:
    """Values as they are compared: as text, whatever the type they were read with."""
    if wert is None:
        return FEHLTE
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, dict):
        plain = {key: _norm(value) for key, value in wert.items()}
        return plain["mitglied"] if list(plain) == ["mitglied"] else frozenset(plain.items())
    if isinstance(wert, list | tuple):
        return tuple(_norm(value) for value in wert)
    return " ".join(str(wert).split()) if not isinstance(wert, date) else str(wert)


def find_pfade(entry: Eintrag, zu: str) -> list[Feldpfad]:
    """What ``zu`` of a Berichtigung may mean: parts of that Kennung, and the path as people write it."""
    found = [pfad for pfad, teil in _walk(entry, ()) if getattr(teil, "kennung", None) == zu.lower()]
    if isinstance(entry, Umlauf) and entry.beschluss == zu:
        found.append(())
    path = _follow(entry, zu)
    return [*found, path] if path is not None else found


def _walk(teil: Angabe, pfad: Feldpfad) -> Iterator[tuple[Feldpfad, Angabe]]:
    for name in ordered_fields(type(teil)):
        value = getattr(teil, name)
        if isinstance(value, Angabe):
            yield from _walk(value, (*pfad, name))
        elif isinstance(value, tuple):
            for nr, item in enumerate(value):
                if isinstance(item, Angabe):
                    yield (*pfad, name, nr), item
                    yield from _walk(item, (*pfad, name, nr))


def _follow(entry: Angabe, zu: str) -> Feldpfad | None:
    teil: Any = entry
    pfad: Feldpfad = ()
    for part in zu.split("."):
        if isinstance(teil, tuple):
            nr = find_item(teil, part)
            if nr is None:
                return None
            teil, pfad = teil[nr], (*pfad, nr)
        elif isinstance(teil, Angabe) and part in type(teil).model_fields:
            teil, pfad = getattr(teil, part), (*pfad, part)
        else:
            return None
    return pfad
