"""What is compared with what. Apart from the comparison, which takes long to import: its answer may be known."""

from __future__ import annotations

from typing import NamedTuple


class Seite(NamedTuple):
    """One of the two states, and what it is called."""

    name: str
    commit: str = ""
    """Empty: what lies in the folder."""


class Seiten(NamedTuple):
    """What is compared."""

    alt: Seite
    neu: Seite
    rueckwaerts: bool = False
    """The second state is the older one."""
