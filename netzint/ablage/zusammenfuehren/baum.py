"""A data file as a tree of its own text: what stands in it, each node with its comments, and nothing between them.

Columns are relative to the node around, so that a part of one file can stand in another.
"""

from __future__ import annotations

from typing import NamedTuple

from netzint.ablage.leser.bau import Wert


class Zeile(NamedTuple):
    """A line beside the values: a comment, or an empty one. ``fest``: it does not move with its node."""

    text: str
    fest: bool = False


class OffeneZeilen(NamedTuple):
    """Lines that both sides changed differently."""

    unser: tuple[Zeile, ...]
    basis: tuple[Zeile, ...]
    ihr: tuple[Zeile, ...]


Zeilen = tuple[Zeile | OffeneZeilen, ...]


class Schlicht(NamedTuple):
    """A value without parts, with the blanks before it."""

    text: str
    wert: str


class Prosa(NamedTuple):
    """A text block („|“) and how far it is indented."""

    kopf: str
    stufe: int
    zeilen: tuple[str | OffeneProsa, ...]
    ende: str


class OffeneProsa(NamedTuple):
    """Lines of a text that both sides changed differently."""

    unser: tuple[str, ...]
    basis: tuple[str, ...]
    ihr: tuple[str, ...]


class Klammer(NamedTuple):
    """A list or mapping in brackets: ``auf`` and ``zu`` are the brackets with the blanks before them."""

    art: str
    auf: str
    kinder: tuple[Glied | Offen, ...]
    zu: str


class Block(NamedTuple):
    """A list or mapping with a line for each child."""

    art: str
    einzug: int
    kinder: tuple[Kind | Offen, ...]
    fuss: Zeilen
    angehaengt: bool
    """The first child stands behind the dash of the item that this is."""


Knoten = Schlicht | Prosa | Klammer | Block


class Glied(NamedTuple):
    """A child in brackets, with the blanks before it and behind."""

    name: str | int
    vor: str
    kopf: str
    knoten: Schlicht | Klammer
    nach: str


class Kind(NamedTuple):
    """A child with lines of its own: those above it, key or dash, value, and what stands behind it on its line."""

    name: str | int
    davor: Zeilen
    kopf: str
    knoten: Knoten
    danach: str


class Offen(NamedTuple):
    """A child that both sides changed differently; None: it is not there."""

    name: str | int
    davor: Zeilen
    unser: Kind | Glied | None
    basis: Kind | Glied | None
    ihr: Kind | Glied | None

    def choose(self, wahl: str) -> Kind | Glied | None:
        """What one side (``unser``, ``basis`` or ``ihr``) has here."""
        found: Kind | Glied | None = getattr(self, wahl)
        return found


class UngewohntFehler(Exception):
    """A form of YAML that cannot be merged by its parts."""


class UneinsFehler(Exception):
    """Both sides changed this value as a whole, and not alike."""


def to_wert(knoten: Knoten, wahl: str = "unser") -> Wert:
    """The value of a node, as the strict reader gives it; where something is left open, with what one side has."""
    if isinstance(knoten, Schlicht):
        return knoten.wert
    if isinstance(knoten, Prosa):
        return "\n".join(choose_prosa(knoten, wahl)) + knoten.ende
    there = [kind.choose(wahl) if isinstance(kind, Offen) else kind for kind in knoten.kinder]
    if knoten.art == "liste":
        return [to_wert(kind.knoten, wahl) for kind in there if kind]
    return {str(kind.name): to_wert(kind.knoten, wahl) for kind in there if kind}


def choose_prosa(prosa: Prosa, wahl: str) -> list[str]:
    """The lines of a text with what one side has where it is left open."""
    lines: list[str] = []
    for line in prosa.zeilen:
        lines += getattr(line, wahl) if isinstance(line, OffeneProsa) else (line,)
    return lines


def choose_zeilen(zeilen: Zeilen, wahl: str) -> list[Zeile]:
    """The same for comments."""
    lines: list[Zeile] = []
    for line in zeilen:
        lines += getattr(line, wahl) if isinstance(line, OffeneZeilen) else (line,)
    return lines


def list_kommentare(kind: Kind | Glied) -> list[str]:
    """All comments of a child that nobody has changed yet, without their places."""
    if isinstance(kind, Glied):
        return [text for text in (kind.vor, kind.nach, *_list_innere(kind.knoten)) if "#" in text]
    lines = [zeile.text.strip() for zeile in choose_zeilen(kind.davor, "unser")]
    return [text for text in (*lines, kind.danach.strip(), *_list_innere(kind.knoten)) if text]


def _list_innere(knoten: Knoten) -> list[str]:
    if not isinstance(knoten, Block | Klammer):
        return []
    found = [text for kind in knoten.kinder if not isinstance(kind, Offen) for text in list_kommentare(kind)]
    if isinstance(knoten, Klammer):
        return [text for text in (*found, knoten.auf, knoten.zu) if "#" in text]
    return [*found, *(zeile.text.strip() for zeile in choose_zeilen(knoten.fuss, "unser") if zeile.text.strip())]
