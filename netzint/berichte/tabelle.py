"""The form of every answer: tables of plain text with keys for machines. How they look is decided in ``cli``."""

from __future__ import annotations

from typing import NamedTuple

Zelle = str | int | None


class Tabelle(NamedTuple):
    """A titled table. ``spalten`` are pairs of key and heading; every row has one value for each."""

    schluessel: str
    titel: str
    spalten: tuple[tuple[str, str], ...]
    zeilen: tuple[tuple[Zelle, ...], ...]
    leer: str = "keine"
    """What stands there if there is no row."""


class Bericht(NamedTuple):
    """A whole answer: a heading, sentences, tables, and the commands that make sense next."""

    schema: str
    """Name and version of its JSON form: ``netzint.lage/1``."""
    titel: str
    saetze: tuple[str, ...] = ()
    tabellen: tuple[Tabelle, ...] = ()
    schritte: tuple[tuple[str, str], ...] = ()
    """What to do next: pairs of command and reason."""
