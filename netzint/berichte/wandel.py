"""What a change did to an entry, from its two states. Apart from ``verlauf``: the models take long to import."""

from __future__ import annotations

from netzint.berichte.vergleich import compare_eintraege
from netzint.berichte.verlauf import Wandel
from netzint.modell.grund import Eintrag


def tell_wandel(alt: Eintrag | None, neu: Eintrag | None, *, lesbar: bool = True) -> Wandel:
    """The change in words. ``lesbar``: None means that there was no entry, not that it could not be read."""
    found = compare_eintraege(alt, neu) if lesbar else ()
    texts = tuple(difference.text for difference in found)
    return Wandel(texts, any(d.berichtigung for d in found), alt is not None, neu is not None, lesbar)
