"""Answers of ``netzint vergleich``, kept whole: what two states differ in does not change, and telling it takes all
models. Nothing slow is imported here."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from netzint.ablage import gitlesen
from netzint.ablage.cache.ordner import open_cache
from netzint.berichte.tabelle import Bericht, Tabelle, Zelle

_ANTWORT = "vergleich-"
_AUFGEHOBEN = 16


class Antwort(NamedTuple):
    """In both forms that are made of it."""

    bericht: Bericht
    markdown: str


class Antworten:
    """The place of one answer: by what both states hold, and what was asked about them."""

    def __init__(self, wurzel: Path, alt: str, neu: str | None, frage: str) -> None:
        """``neu`` None: the work tree, of which nothing is kept."""
        self._cache = open_cache(wurzel) if neu is not None else None
        self._name = _ANTWORT
        if self._cache and neu is not None:
            trees = repr((_read_inhalt(wurzel, alt), _read_inhalt(wurzel, neu), frage))
            self._name += sha256(trees.encode()).hexdigest()[:32]

    def find(self) -> Antwort | None:
        """The answer, if it is known."""
        known = self._cache.load(self._name) if self._cache else None
        return Antwort(_from_plain(known[0]), known[1]) if known else None

    def keep(self, antwort: Antwort) -> None:
        """Remember it."""
        if self._cache:
            self._cache.store(self._name, (_to_plain(antwort.bericht), antwort.markdown))
            self._cache.prune(_ANTWORT, _AUFGEHOBEN)


def _read_inhalt(wurzel: Path, stand: str) -> bytes:
    """The ids of all that findings and sentences can depend on."""
    args = ("ls-tree", "-z", "--full-tree", "--end-of-options", stand, "--", "daten", "vorlagen")
    return gitlesen.run(wurzel, *args)


def _to_plain(bericht: Bericht) -> tuple[Any, ...]:
    tables = [
        (t.schluessel, t.titel, t.spalten, [[_plain(cell) for cell in row] for row in t.zeilen], t.nur_daten)
        for t in bericht.tabellen
    ]
    return (bericht.schema, bericht.titel, bericht.saetze, tables)


def _plain(cell: Zelle) -> Any:
    return (cell.isoformat(),) if isinstance(cell, date) else cell


def _from_plain(plain: tuple[Any, ...]) -> Bericht:
    schema, titel, saetze, tables = plain
    made = [
        Tabelle(key, name, spalten, tuple(tuple(map(_cell, row)) for row in rows), nur_daten=nur_daten)
        for key, name, spalten, rows, nur_daten in tables
    ]
    return Bericht(schema, titel, saetze, tuple(made))


def _cell(plain: Any) -> Zelle:
    found: Zelle = date.fromisoformat(plain[0]) if isinstance(plain, tuple) else plain
    return found
