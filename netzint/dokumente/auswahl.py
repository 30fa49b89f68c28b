"""Which of the documents of a Kennung are wanted, in which formats."""

from __future__ import annotations

from netzint.dokumente.auftrag import Auftrag
from netzint.dokumente.pipeline import SCHREIBER
from netzint.modell.fehler import Ausgang, NetzintFehler
from netzint.modell.sprache import aufzaehlung


def choose(auftraege: tuple[Auftrag, ...], art: str, form: str) -> tuple[tuple[Auftrag, ...], tuple[str, ...]]:
    """The documents of one kind (all, if none is named) and the formats. Raises NetzintFehler (wrong usage)."""
    kinds = tuple(dict.fromkeys(a.art for a in auftraege))
    if art and art not in kinds:
        raise _refuse("die Art", art, kinds)
    if form and form not in SCHREIBER:
        raise _refuse("das Format", form, tuple(SCHREIBER))
    return tuple(a for a in auftraege if art in ("", a.art)), (form,) if form else ()


def _refuse(what: str, given: str, known: tuple[str, ...]) -> NetzintFehler:
    return NetzintFehler(f"Hier gibt es {what} „{given}“ nicht.", f"Es gibt: {aufzaehlung(known)}.", Ausgang.AUFRUF)
