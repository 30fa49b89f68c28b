"""One rule applied to a few entries, and what it reports."""

from __future__ import annotations

from datetime import date

from netzint.modell.befund import Befund
from netzint.modell.grund import Eintrag
from netzint.regeln.register import Regel, judge
from tests.bau import STICHTAG, bestand


def urteile(regel: Regel, *eintraege: Eintrag, am: date = STICHTAG, unlesbar: tuple[str, ...] = ()) -> list[Befund]:
    """The findings of one rule in a Bestand of these entries."""
    return judge(bestand(*eintraege, unlesbar=unlesbar), am, (regel,))


def gemeldet(
    regel: Regel, *eintraege: Eintrag, am: date = STICHTAG, unlesbar: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """Code and Kennung of each finding."""
    return [(b.code, b.kennung) for b in urteile(regel, *eintraege, am=am, unlesbar=unlesbar)]
