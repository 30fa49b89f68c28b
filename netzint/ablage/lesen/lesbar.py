"""What reading could not make out, and what a caller has to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netzint.modell.befund import Schwere
from netzint.modell.fehler import Ausgang, NetzintFehler

if TYPE_CHECKING:
    from netzint.ablage.lesen.bestand import Gelesenes


def refuse_newer_format(gelesen: Gelesenes) -> None:
    """Raises NetzintFehler if the data are newer than this netzint: nothing of them can be told or changed."""
    if gelesen.zu_neu:
        found = gelesen.befunde[0]
        raise NetzintFehler(found.text, found.hinweis, Ausgang.ABGELEHNT)


def list_unreadable(gelesen: Gelesenes) -> tuple[str, ...]:
    """Paths of files that are no entries because something in them is wrong; sorted."""
    return tuple(sorted({b.pfad for b in gelesen.befunde if b.schwere is Schwere.FEHLER and b.pfad}))
