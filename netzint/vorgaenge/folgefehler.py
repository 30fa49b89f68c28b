"""For acts that touch what everything is judged by: refuse, in their own words, what would be wrong afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from netzint.modell.befund import Befund, Schwere, new_fehler
from netzint.modell.bestand import Bestand
from netzint.regeln.register import judge
from netzint.vorgaenge.angaben import ablehnen

GENANNT = 5
"""So many things that would be wrong are told one by one."""


def refuse_fehler(
    before: Bestand, after: Bestand, tag: date, satz: str, hilfe: Callable[[tuple[Befund, ...]], str]
) -> None:
    """Raises NetzintFehler for the Fehler of a day that were none before; ``hilfe`` says what to do about them."""
    added = added_fehler(before, after, tag)
    if added:
        more = [f"… und {len(added) - GENANNT} weitere"] if len(added) > GENANNT else []
        raise ablehnen("\n".join([satz, *map(_tell, added[:GENANNT]), *more]), hilfe(added))


def _tell(befund: Befund) -> str:
    return f"– {befund.kennung}: {befund.text}" if befund.kennung not in befund.text else f"– {befund.text}"


def added_fehler(before: Bestand, after: Bestand, tag: date) -> tuple[Befund, ...]:
    """The Fehler of a day that were none before. Imported late: the list of all rules is long."""
    from netzint.regeln.alle import ALLE

    found = tuple(judge(after, tag, ALLE))
    if not any(befund.schwere is Schwere.FEHLER for befund in found):
        return ()
    return new_fehler(tuple(judge(before, tag, ALLE)), found)
