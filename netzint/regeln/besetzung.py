"""Who sat where on a day, fast enough to ask for every Sitzung of a long history."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from datetime import date

from netzint.modell.bestand import STRATEGIEGRUPPE, Bestand, MandatVon
from netzint.modell.mitglied import Mandat, Mitglied


class Besetzung:
    """The ordentliche Mandate of each seat in the order of their first days."""

    def __init__(self, bestand: Bestand) -> None:
        self._sitze: list[tuple[str, list[date], list[MandatVon]]] = []
        for sitz, mandate in bestand.mandate_nach_sitz.items():
            held = [m for m in mandate if m.mandat.rolle == "ordentlich"]
            self._sitze.append((sitz, [m.mandat.von for m in held], held))

    def am(self, tag: date, gerufen: Collection[str] = ()) -> dict[str, MandatVon]:
        """Seat → Mandat on a day. Of two at once the one that was called, or the later one: Q102 reports them."""
        found: dict[str, MandatVon] = {}
        for sitz, starts, mandate in self._sitze:
            for mandat in reversed(mandate[: bisect_right(starts, tag)]):
                called = not gerufen or mandat.mitglied.kennung in gerufen
                if mandat.mandat.gilt_am(tag) and (called or sitz not in found):
                    found[sitz] = mandat
                    if called:
                        break
        return found


def mandate_am(mitglied: Mitglied, tag: date, rolle: str, gremium: str = STRATEGIEGRUPPE) -> list[Mandat]:
    """The Mandate of one person in a role on a day."""
    return [m for m in mitglied.mandate if m.rolle == rolle and m.gremium == gremium and m.gilt_am(tag)]
