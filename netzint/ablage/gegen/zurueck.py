"""What was taken back: an act of BASIS whose opposite is in the judged state, as ``netzint zuruecknehmen`` makes it.

A commit only says which act it takes back. What that comes to is computed from the act itself, which lies in the
history of BASIS: whatever else was changed, in the same entry too, is judged as if nothing had been said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from netzint.ablage.gegen.basis import Basis
from netzint.modell.befund import Befund
from netzint.modell.fehler import NetzintFehler
from netzint.regeln.uebergang import soften_zurueckgenommen

if TYPE_CHECKING:
    from netzint.ablage.lesen.bestand import Gelesenes

Finden = Callable[["Gelesenes"], list[Befund]]
"""What the rules say of an older state beside the one that is judged."""


def judge_zurueck(
    wurzel: Path, basis: Basis, alt: Gelesenes, zurueck: Mapping[str, str], stichtag: date, finde: Finden
) -> list[Befund]:
    """What the rules find; what is explained by an act that was taken back is told, but is no Fehler.

    ``zurueck``: the ids of these acts, the first taken back first, each with the commit that says so.
    """
    left, told = finde(alt), list[Befund]()
    for vorgang, commit in zurueck.items() if left else ():
        without = _without(wurzel, basis, alt, vorgang, stichtag)
        found = finde(without) if without is not None else left
        if without is None or _count(found) - _count(left):
            continue  # is not so in the judged state: perhaps it was brought back meanwhile
        told += [soften_zurueckgenommen(befund, commit) for befund in _list_erklaerte(left, found)]
        alt, left = without, found
    return [*left, *told]


def _without(wurzel: Path, basis: Basis, alt: Gelesenes, vorgang: str, stichtag: date) -> Gelesenes | None:
    """The older state without an act; None if BASIS has no such act, or it cannot be taken back from there."""
    from netzint.ablage.zuruecknehmen import find_vorgang, reverse

    try:
        opposite = reverse(wurzel, find_vorgang(wurzel, basis.commit, vorgang), alt, stichtag)
    except NetzintFehler:
        return None
    return alt.laid_over({pfad: data for pfad, data in opposite.items() if pfad.startswith("daten/")})


def _count(befunde: Sequence[Befund]) -> Counter[tuple[str, str]]:
    return Counter((b.code, b.kennung) for b in befunde)


def _list_erklaerte(left: Sequence[Befund], found: Sequence[Befund]) -> list[Befund]:
    """Those that there are no longer: so many of each rule and entry as there are fewer."""
    gone, still = _count(left) - _count(found), {b.identitaet for b in found}
    explained = []
    for befund in sorted(left, key=lambda b: b.identitaet in still):
        if gone[befund.code, befund.kennung]:
            gone[befund.code, befund.kennung] -= 1
            explained.append(befund)
    return explained
