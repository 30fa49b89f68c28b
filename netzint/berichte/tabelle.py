"""The form of every answer: tables of plain values with keys for machines. How they look is decided in ``cli``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from netzint.modell.sprache import anzahl


class Tage(int):
    """Days until a day; negative once it is past. A number for machines, words for people."""

    def __str__(self) -> str:
        if self < 0:
            return f"überfällig seit {anzahl(-int(self), 'Tag', 'Tagen')}"
        return f"in {anzahl(int(self), 'Tag', 'Tagen')}" if self else "heute"


Zelle = str | int | date | None


class Tabelle(NamedTuple):
    """A titled table. ``spalten`` are pairs of key and heading; every row has one value for each."""

    schluessel: str
    titel: str
    spalten: tuple[tuple[str, str], ...]
    zeilen: tuple[tuple[Zelle, ...], ...]
    leer: str = "keine"
    """What stands there if there is no row."""
    in_klammern: tuple[str, str] = ("", "")
    """For people the first of these columns stands in brackets behind the second, which saves a column."""
    worte: Mapping[str, str] = MappingProxyType({})
    """What people call the closed values in it: ``in_umsetzung`` is „in Umsetzung“."""
    verborgen: tuple[str, ...] = ()
    """Columns for machines only."""
    nur_daten: bool = False
    """For machines only: the sentences of the Bericht tell people the same."""
    hoechstens: int = 0
    """For people at most so many lines, one for each row, shortened and without headings; 0: the whole table."""
    ampel: str = ""
    """The column with a traffic light (``recht.zustaende.Ampel``): in words, and in colour where there are colours."""


class Knoten(NamedTuple):
    """One entry in a tree, with what follows from it."""

    kennung: str
    art: str
    """What it is, in one German word: ``Sitzung``."""
    text: str
    am: date | None = None
    kinder: tuple[Knoten, ...] = ()
    wiederholt: bool = False
    """It stands elsewhere in the tree already, with what follows from it."""


class Baum(NamedTuple):
    """A titled tree."""

    schluessel: str
    titel: str
    knoten: tuple[Knoten, ...]
    leer: str = "nichts"


class Bericht(NamedTuple):
    """A whole answer: a heading, sentences, tables, and the commands that make sense next."""

    schema: str
    """Name and version of its JSON form: ``netzint.lage/1``."""
    titel: str
    saetze: tuple[str, ...] = ()
    tabellen: tuple[Tabelle, ...] = ()
    schritte: tuple[tuple[str, str], ...] = ()
    """What to do next: pairs of command and reason."""
    baeume: tuple[Baum, ...] = ()
