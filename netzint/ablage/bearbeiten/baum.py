"""The nodes of a file with their exact places in its text: what an edit may touch, and nothing else.

Read from the same events as the strict reader, and only from texts that it has accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from netzint.ablage.leser.bau import Wert
from netzint.ablage.leser.ereignisse import Ereignis, Holen, Quelle, load_klassen
from netzint.modell.befund import Feldpfad

_LEERZEILEN = re.compile(r"(?:\n *)+\Z")


class UngewohntFehler(Exception):
    """A form of YAML that cannot be edited on the spot without touching more than was asked for."""


@dataclass(slots=True)
class Knoten:
    """A scalar, list or mapping; the text between ``start`` and ``ende`` is its own."""

    start: int
    ende: int
    spalte: int
    art: str
    """``liste``, ``zuordnung`` or the style of a scalar: empty, a quotation mark, ``|`` or ``>``."""
    klammern: bool = False
    wert: str = ""
    kinder: list[Kind] = field(default_factory=list)

    @property
    def is_behaelter(self) -> bool:
        """Whether it has children, or could have."""
        return self.art in {"liste", "zuordnung"}

    @property
    def is_block(self) -> bool:
        """Whether it is a list or mapping with a line for each child."""
        return self.is_behaelter and not self.klammern

    @property
    def is_prosa(self) -> bool:
        """Whether it is a block scalar."""
        return self.art in {"|", ">"}


@dataclass(slots=True)
class Kind:
    """A child with its key or its place: ``start`` and ``spalte`` are those of the key, the dash, or the value."""

    name: str | int
    start: int
    kopfende: int
    """Where key and colon, or the dash, end."""
    spalte: int
    knoten: Knoten


def read_baum(text: str, *, pur: bool = False) -> Knoten:
    """The tree of a text whose lines end with LF and that the strict reader has accepted."""
    from ruamel.yaml.error import YAMLError

    get = Quelle(text if text.endswith("\n") else text + "\n", pur=pur).events()
    try:
        get()
        get()
        return _read_knoten(text, get(), get)
    except YAMLError:
        raise UngewohntFehler from None


def to_plain(knoten: Knoten) -> Wert:
    """The value of a node, as the strict reader gives it."""
    if knoten.art == "liste":
        return [to_plain(kind.knoten) for kind in knoten.kinder]
    if knoten.art == "zuordnung":
        return {str(kind.name): to_plain(kind.knoten) for kind in knoten.kinder}
    return knoten.wert


def find_weg(wurzel: Knoten, feld: Feldpfad) -> list[Kind]:
    """The children on the way to a value, as far as there are any."""
    weg: list[Kind] = []
    knoten = wurzel
    for teil in feld:
        kind = next((k for k in knoten.kinder if k.name == teil), None)
        if kind is None:
            break
        weg.append(kind)
        knoten = kind.knoten
    return weg


def has_kommentar(text: str, knoten: Knoten) -> bool:
    """Whether there is a comment between brackets."""
    bisher = knoten.start
    for blatt in walk_blaetter(knoten):
        if "#" in text[bisher : blatt.start]:
            return True
        bisher = blatt.ende
    return "#" in text[bisher : knoten.ende]


def walk_blaetter(knoten: Knoten) -> Iterator[Knoten]:
    """All scalars, keys left aside, in the order of the text."""
    if not knoten.is_behaelter:
        yield knoten
    for kind in knoten.kinder:
        yield from walk_blaetter(kind.knoten)


def _read_knoten(text: str, event: Ereignis, get: Holen) -> Knoten:
    klassen = load_klassen()
    mark = event.start_mark
    if isinstance(event, klassen.scalar):
        return _read_text(text, event)
    art = "liste" if isinstance(event, klassen.sequence_start) else "zuordnung"
    knoten = Knoten(mark.index, mark.index, mark.column, art, bool(event.flow_style))
    read = _read_punkte if art == "liste" else _read_felder
    end = read(text, knoten, get)
    has_klammern = knoten.klammern and text[knoten.start] in "[{"
    knoten.ende = end.end_mark.index if has_klammern else knoten.kinder[-1].knoten.ende
    return knoten


def _read_felder(text: str, knoten: Knoten, get: Holen) -> Ereignis:
    mapping_end = load_klassen().mapping_end
    while not isinstance(event := get(), mapping_end):
        mark = event.start_mark
        kopfende = text.index(":", event.end_mark.index) + 1
        knoten.kinder.append(Kind(event.value, mark.index, kopfende, mark.column, _read_knoten(text, get(), get)))
    return event


def _read_punkte(text: str, knoten: Knoten, get: Holen) -> Ereignis:
    sequence_end = load_klassen().sequence_end
    strich = re.compile(rf"^ {{{knoten.spalte}}}-(?=[ \n])", re.MULTILINE)
    bisher = knoten.start
    while not isinstance(event := get(), sequence_end):
        nr = len(knoten.kinder)
        inner = _read_knoten(text, event, get)
        start, spalte = inner.start, inner.spalte
        if not knoten.klammern:
            found = strich.search(text, bisher) if nr else None
            start, spalte = found.end() - 1 if found else knoten.start, knoten.spalte
        knoten.kinder.append(Kind(nr, start, start if knoten.klammern else start + 1, spalte, inner))
        bisher = inner.ende
    return event


def _read_text(text: str, event: Ereignis) -> Knoten:
    start, art = event.start_mark.index, event.style or ""
    ende = min(event.end_mark.index, len(text))
    if art in {"|", ">"}:
        raw = text[start:ende]
        behaelt = "+" in raw.partition("\n")[0].partition("#")[0]
        if art == "|":
            ende = _find_zeilenende(text, start, _count_zeilen(event.value, behaelt=behaelt))
        else:
            ende = start + len(raw.rstrip(" ").removesuffix("\n") if behaelt else _LEERZEILEN.sub("", raw))
    return Knoten(start, ende, event.start_mark.column, art, wert=event.value)


def _count_zeilen(value: str, *, behaelt: bool) -> int:
    """How many lines a block scalar has: the parsers' marks include empty lines, which are its own only with „|+“."""
    if behaelt:
        return value.count("\n")
    return value.removesuffix("\n").count("\n") + 1 if value else 0


def _find_zeilenende(text: str, start: int, lines: int) -> int:
    """The end of the line so many lines below, without its line end."""
    ende = start
    for _ in range(lines + 1):
        ende = text.find("\n", ende) + 1
        if not ende:
            return len(text)
    return ende - 1
