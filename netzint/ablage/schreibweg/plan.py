"""What the write path is asked for, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from netzint.modell.fehler import Ausgang


class Plan(NamedTuple):
    """One change. ``dateien``: POSIX path relative to the Wurzel → new content, or None to delete the file.

    ``basis`` is the id of the commit it was computed on, "" before the first commit.
    """

    dateien: Mapping[str, bytes | None]
    betreff: str
    rumpf: str
    trailer: tuple[tuple[str, str], ...]
    autor_name: str
    autor_mail: str
    basis: str


class Ergebnis(NamedTuple):
    """``ausgang`` is GUT, or NACHZUZIEHEN if the commit stands and work tree or index are not yet what it says."""

    commit: str
    pfade: tuple[str, ...]
    hinweise: tuple[str, ...]
    ausgang: Ausgang
