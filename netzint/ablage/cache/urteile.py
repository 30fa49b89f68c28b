"""What was judged last, and what the rules had to say of it: after a change only some of them are asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netzint.ablage.cache.befundform import from_plain, to_plain
from netzint.ablage.cache.ordner import Cacheordner
from netzint.modell.urteil import Urteil, Urteile

if TYPE_CHECKING:
    from netzint.modell.merkmale import Schlicht

_URTEILE = "urteile"


class Erinnerung(NamedTuple):
    """A state, and the answer to it."""

    inhalte: dict[str, str]
    """The content ids of all entries by path."""
    bemaengelt: frozenset[str]
    """The paths of those about which reading alone had something to say."""
    unlesbar: tuple[frozenset[str], str]
    """What could not be read, and the day that was read nevertheless."""
    stichtag: str
    merkmale: dict[str, dict[str, Schlicht]]
    """By kind and Kennung."""
    urteile: Urteile


def load_erinnerung(cache: Cacheordner) -> Erinnerung | None:
    """What was judged last, if it is known."""
    known = cache.load(_URTEILE)
    if known is None:
        return None
    urteile = {code: _from_plain(*plain) for code, plain in known[-1].items()}
    return Erinnerung(*known)._replace(urteile=urteile)


def store_erinnerung(cache: Cacheordner, erinnerung: Erinnerung) -> None:
    """Remember what has been judged."""
    plain = {code: (to_plain(u[0]), u[1], to_plain(u[2]), u[3]) for code, u in erinnerung.urteile.items()}
    cache.store(_URTEILE, (*erinnerung[:-1], plain))


def _from_plain(
    verstoesse: list[tuple[object, ...]], gelesen: frozenset[str], befunde: list[tuple[object, ...]],
    dafuer_gelesen: frozenset[str],
) -> Urteil:  # fmt: skip
    return Urteil(from_plain(verstoesse), gelesen, from_plain(befunde), dafuer_gelesen)
