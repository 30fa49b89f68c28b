"""A new Fassung of the Geschäftsordnung, told by what it changes."""

from __future__ import annotations

from typing import Any

from netzint.berichte.ereignisse import basis
from netzint.berichte.geschaeftsordnung import compare_fassungen
from netzint.berichte.nennung import describe
from netzint.berichte.vergleich import NEU, Unterschied
from netzint.modell.geschaeftsordnung import Fassung
from netzint.modell.grund import Eintrag
from netzint.modell.sprache import datum


def iter_fassungen(
    paar: tuple[Eintrag | None, Eintrag | None], unterschiede: tuple[Unterschied, ...]
) -> tuple[Unterschied, ...]:
    """The same differences, with a Fassung that is new told value by value."""
    after: Any = paar[1]
    if after is None:
        return unterschiede
    found: list[Unterschied] = []
    for d in unterschiede:
        is_new = d.art == NEU and len(d.feld) == 2 and d.feld[0] == "fassungen"
        found += _tell(d, after.fassungen, after.fassungen[d.feld[1]]) if is_new else [d]
    return tuple(found)


def _tell(d: Unterschied, fassungen: tuple[Fassung, ...], neu: Fassung) -> list[Unterschied]:
    before = max((f for f in fassungen if f.gilt_ab < neu.gilt_ab), key=lambda f: f.gilt_ab, default=None)
    head = f"neue Fassung, gilt ab {datum(neu.gilt_ab)}{basis(neu.beschluss)}"
    if before is None:
        return [d._replace(text=f"{head}: {describe(neu)}")]
    told = [f"ab {datum(neu.gilt_ab)}: {text}" for text in compare_fassungen(before, neu)]
    if before.quellen != neu.quellen:
        told.append(f"ab {datum(neu.gilt_ab)}: Quellen der Werte geändert")
    return [d._replace(text=head), *(d._replace(text=text) for text in told)]
