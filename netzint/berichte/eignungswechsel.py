"""Who fits on a seat no more, or again, though nobody came or went: an office ends, a Stadt is none any longer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netzint.berichte.strategiegruppe import name_of_seat
from netzint.modell.bestand import Bestand
from netzint.modell.sprache import datum
from netzint.regeln.eignung import Mangel, iter_maengel


class Eignungswechsel(NamedTuple):
    """Somebody on a seat, and what is wrong with that from a day on in one of the two states only."""

    mangel: Mangel
    neu: bool

    @property
    def am(self) -> date:
        """The first day."""
        return self.mangel.von


def list_eignung(alt: Bestand, neu: Bestand) -> list[Eignungswechsel]:
    """What only one of two states says of people who sit on their seat in both."""
    before, after = (_by_key(bestand) for bestand in (alt, neu))
    found = [Eignungswechsel(lack, neu=True) for key, lack in after.items() if key not in before and _sits(alt, lack)]
    found += [Eignungswechsel(lack, neu=False) for key, lack in before.items() if key not in after and _sits(neu, lack)]
    return sorted(found, key=lambda w: (w.mangel.sitz.kennung, w.am, w.neu))


def _by_key(bestand: Bestand) -> dict[tuple[object, ...], Mangel]:
    return {(m.sitz.kennung, m.mandat.mitglied.kennung, m.grund, m.von, m.bis): m for m in iter_maengel(bestand)}


def _sits(bestand: Bestand, lack: Mangel) -> bool:
    who = lack.mandat.mitglied.kennung
    held = bestand.mandate_nach_sitz.get(lack.sitz.kennung, ())
    return any(m.mitglied.kennung == who and m.mandat.gilt_am(lack.von) for m in held)


def tell_eignung(bestand: Bestand, wechsel: list[Eignungswechsel]) -> Iterator[str]:
    """``Sitz Kommunen/Stadt: kommunen-stadt-2 passt ab 1. Januar 2027 nicht auf den Sitz: …``"""
    for w in wechsel:
        name = name_of_seat(bestand, w.mangel.sitz).replace(" – ", "/")
        bis = "" if w.mangel.bis == date.max else f" bis {datum(w.mangel.bis)}"
        who, time = w.mangel.mandat.mitglied.kennung, f"ab {datum(w.am)}{bis}"
        if w.neu:
            yield f"Sitz {name}: {who} passt {time} nicht auf den Sitz: {w.mangel.grund}"
        else:
            yield f"Sitz {name}: dass {who} {time} nicht auf den Sitz passt ({w.mangel.grund}), gilt nicht mehr"
