"""What can be taken in from a table, and what its rows are read against."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import NamedTuple

from netzint.modell.bestand import Bestand
from netzint.modell.finden import find_stelle
from netzint.modell.gebiet import Verzeichnis
from netzint.modell.sprache import fold
from netzint.vorgaenge.aenderung import Aenderung
from netzint.vorgaenge.importzeile import Spalte, Zeile


class Lage:
    """What the rows of a table are read against; it grows with each row."""

    def __init__(
        self, bestand: Bestand, vergeben: Collection[str], stichtag: date, verzeichnis: Verzeichnis | None
    ) -> None:
        self.bestand, self.stichtag, self.verzeichnis = bestand, stichtag, verzeichnis
        self.vergeben = set(vergeben)
        self._gesehen: dict[tuple[str, ...], int] = {}
        self._stellen: dict[str, str] = {}
        doubtful: set[str] = set()
        for stelle in bestand.stellen.values():
            for name in {fold(n) for n in (stelle.kennung, stelle.name, stelle.kurz) if n}:
                doubtful |= {name} if name in self._stellen else set()
                self._stellen[name] = stelle.kennung
        for name in doubtful:
            del self._stellen[name]

    def find_stelle(self, text: str) -> str:
        """The Kennung of a Stelle by Kennung or name; looked up once for thousands of rows."""
        found = self._stellen.get(fold(text))
        if found is None:
            found = self._stellen[fold(text)] = find_stelle(self.bestand, text).kennung
        return found

    def refuse_twice(self, zeile: Zeile, feld: str, *key: str) -> None:
        """Two rows about the same would each mean something else."""
        first = self._gesehen.setdefault(tuple(fold(part) for part in key), zeile.nr)
        if first != zeile.nr:
            zeile.tell(feld, f"Das steht schon in Zeile {first}.", "Eine der beiden Zeilen streichen.")


class Importart(NamedTuple):
    """What can be taken in: its columns, and what a row comes to."""

    name: str
    spalten: tuple[Spalte, ...]
    take: Callable[[Lage, Zeile], Aenderung | str | None]
    """The Aenderung of a row; the Kennung of an entry that stays as it is; None if something is wrong."""
    rows: Callable[[Bestand], list[dict[str, str]]]
    """What is recorded, as the cells of such a table."""
    egal: tuple[str, ...] = ()
    """Headings of netzint's own list that say nothing that is taken in."""
    fremd: tuple[tuple[str, ...], ...] = ()
    """Headings of other tables that stand in the file of netzint's own list."""
