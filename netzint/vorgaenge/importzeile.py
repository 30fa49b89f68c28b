"""One row of a table that is taken in: its cells under their headings, and what is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from netzint.modell.fehler import Eingabefehler, NetzintFehler

T = TypeVar("T")
FORMELN = ("=", "+", "-", "@", "::")
"""Before these our own lists put a mark."""
_LEER = " \u00a0'\""
_OPTION = re.compile(r"--([a-z]+(?:-[a-z]+)*)")


class Spalte(NamedTuple):
    """A column: the field it is for, its heading, what it means, and other headings that mean it."""

    feld: str
    titel: str
    hilfe: str
    pflicht: bool = False
    auch: tuple[str, ...] = ()


class Zeilenfehler(NamedTuple):
    """What is wrong in a cell; ``spalte`` is empty if it is the row as a whole."""

    zeile: int
    spalte: str
    text: str
    hinweis: str = ""


class Zeile:
    """A row under its headings; what is wrong in it is gathered."""

    def __init__(self, nr: int, texte: Mapping[str, str], spalten: Sequence[Spalte]) -> None:
        self.nr = nr
        self._texte = texte
        self._titel = {spalte.feld: spalte.titel for spalte in spalten}
        self.fehler: list[Zeilenfehler] = []

    def text(self, feld: str) -> str | None:
        """What stands in a cell, None if it is empty."""
        return self._texte.get(feld) or None

    def read(self, feld: str, parse: Callable[[str], T]) -> T | None:
        """The value of a cell, None if it is empty or wrong."""
        text = self.text(feld)
        return None if text is None else self.attempt(feld, lambda: parse(text))

    def attempt(self, feld: str, act: Callable[[], T]) -> T | None:
        """Do it; a refusal is told of the cell."""
        try:
            return act()
        except NetzintFehler as error:
            self.tell(feld, error.text, error.hinweis)
        except Eingabefehler as error:
            self.tell(feld, str(error))
        return None

    def tell(self, feld: str, text: str, hinweis: str = "") -> None:
        """Something is wrong with a cell. Options of commands that it names become the headings they stand under.

        If it names one itself, it is about that column.
        """
        named = _OPTION.search(text)
        about = named[1].replace("-", "_") if named and "netzint " not in text else feld
        titel = self._titel.get(about, self._titel.get(feld, ""))
        self.fehler.append(Zeilenfehler(self.nr, titel, self._in_titeln(text), self._in_titeln(hinweis)))

    def require(self, feld: str, was: str = "") -> str | None:
        """What stands in a cell that may not be empty."""
        text = self.text(feld)
        if text is None:
            self.tell(feld, was or f"Es fehlt die Angabe „{self._titel[feld]}“.", "In dieser Zeile ergänzen.")
        return text

    def titel(self, feld: str) -> str:
        """The heading of a field, "" if it has no column."""
        return self._titel.get(feld, "")

    def _in_titeln(self, text: str) -> str:
        def name(found: re.Match[str]) -> str:
            feld = found[1].replace("-", "_")
            return f"„{self._titel[feld]}“" if feld in self._titel else found[0]

        return _OPTION.sub(name, text) if "netzint " not in text else text


def undo_formel(text: str) -> str:
    """A cell as it was meant: without the mark that keeps a spreadsheet from running it, line by line."""
    return "\n".join(map(_undo, text.split("\n")))


def _undo(line: str) -> str:
    rest = line.removeprefix("'")
    return rest if rest != line and rest.lstrip(_LEER).startswith(FORMELN) else line


def is_same(text: str | None, now: str | None) -> bool:
    """Whether a cell says what is recorded; empty cells and line breaks that got lost on the way say nothing new."""
    return text is None or " ".join(text.split()) == " ".join((now or "").split())
