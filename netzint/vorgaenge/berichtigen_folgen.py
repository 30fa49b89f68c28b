"""What follows from a Berichtigung: what to say of it, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from netzint.modell.grund import Eintrag
from netzint.modell.sitzung import Sitzung


def remarks(entry: Eintrag) -> Iterator[str]:
    """Minutes that were approved are not altered silently: the network hears of it."""
    minutes = entry.niederschrift if isinstance(entry, Sitzung) else None
    if minutes is not None and minutes.genehmigt:
        yield (
            f"Die Niederschrift ist schon genehmigt ({minutes.genehmigt}); die Berichtigung steht als Vermerk darin "
            "und gehört in die nächste Sitzung: netzint sitzung top neu"
        )


def next_steps(entry: Eintrag) -> Iterator[tuple[str, str]]:
    """What makes sense after it."""
    yield f"netzint verlauf {entry.kennung}", "sehen, was wann geändert und berichtigt wurde"
    if isinstance(entry, Sitzung) and entry.niederschrift:
        again = f"netzint dokument erzeugen {entry.kennung} --art niederschrift"
        yield again, "die Niederschrift mit dem Vermerk neu erzeugen"
