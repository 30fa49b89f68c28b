"""What a rule had to say the last time, and what it had read for that. Plain, so that remembering needs no pydantic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from netzint.modell.befund import Befund

STICHTAG, UNLESBAR = "stichtag", "unlesbar"
"""Names of things that can be read beside the kinds of entries (``sitzung``): the day, and what could not be read."""


def nur_kennungen(art: str) -> str:
    """The name under which it is noted that only the Kennungen of a kind have been read: ``sitzung/``."""
    return f"{art}/"


class Urteil(NamedTuple):
    """Of one rule. The names of what was read are those that a Bestand notes, and ``STICHTAG``."""

    verstoesse: tuple[Befund, ...]
    """As the rule found them."""
    gelesen: frozenset[str]
    befunde: tuple[Befund, ...]
    """The same, softened by Ausnahmen and Abweichungen."""
    dafuer_gelesen: frozenset[str]
    """What was read for softening them."""


Urteile = Mapping[str, Urteil]
"""By the code of the rule, in the order of the rules."""


def is_settled(urteil: Urteil, anders: frozenset[str]) -> bool:
    """Whether it still stands after these things have changed: nothing of them has been read."""
    return not (urteil.gelesen & anders or urteil.dafuer_gelesen & anders)
