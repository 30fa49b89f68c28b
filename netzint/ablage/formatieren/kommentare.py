"""To which node a comment belongs, so that it goes where the node goes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from netzint.ablage.bearbeiten.baum import Kind, Knoten, has_kommentar

_KOMMENTAR = re.compile(r"(?:^|(?<= ))#.*")


class Kommentar(NamedTuple):
    """A comment, or an empty line between the nodes (then without text)."""

    stelle: int
    spalte: int
    text: str
    allein: bool
    """Whether it has a line of its own."""


@dataclass(slots=True)
class Beiwerk:
    """What stands around a node: whole lines above it, comments behind it with their columns."""

    davor: list[str] = field(default_factory=list)
    dahinter: list[tuple[str, int]] = field(default_factory=list)


class Eintragung(NamedTuple):
    """A node with lines of its own, and the containers it stands in, the outermost first."""

    kind: Kind
    behaelter: tuple[tuple[Knoten, int], ...]
    """Each with the column of its children."""


class Kommentare:
    """All comments and empty lines of a file, each with its node."""

    def __init__(self, text: str, wurzel: Knoten) -> None:
        _open_klammern(text, wurzel)
        self._wurzel = wurzel
        self._beiwerk: dict[int, Beiwerk] = {}
        self._fuss: dict[int, list[str]] = {}
        self._eintragungen = list(_walk(wurzel, ()))
        self._starts = [e.kind.start for e in self._eintragungen]
        self._leer: list[str] = []
        self._ziel: tuple[int, list[str]] | None = None
        for kommentar in find_kommentare(text, wurzel):
            self._assign(kommentar)

    def of(self, kind: Kind) -> Beiwerk:
        """What stands around a node."""
        return self._beiwerk.setdefault(id(kind), Beiwerk())

    def fuss(self, knoten: Knoten) -> list[str]:
        """The comments behind the last child of a list or mapping."""
        return self._fuss.setdefault(id(knoten), [])

    def take_kopf(self) -> list[str]:
        """The comments at the top, which belong to the file: all of them, or those before the last empty line."""
        davor = self.of(self._eintragungen[0].kind).davor
        ende = len(davor) - davor[::-1].index("") if "" in davor[:-1] else len(davor)
        kopf = davor[:ende]
        del davor[:ende]
        return kopf

    def _assign(self, kommentar: Kommentar) -> None:
        nr = bisect_right(self._starts, kommentar.stelle)
        vor = self._eintragungen[nr - 1] if nr else None
        nach = self._eintragungen[nr] if nr < len(self._eintragungen) else None
        innen = vor is not None and not vor.kind.knoten.is_block and kommentar.stelle < vor.kind.knoten.ende
        if not kommentar.text:
            if nach and not innen:
                self.of(nach.kind).davor.append("")
        elif vor and not kommentar.allein:
            self.of(vor.kind).dahinter.append((kommentar.text, kommentar.spalte))
        elif vor and innen:
            self.of(vor.kind).davor.append(kommentar.text)
        else:
            self._find_zeilen(kommentar, vor, nach).append(kommentar.text)

    def _find_zeilen(self, kommentar: Kommentar, vor: Eintragung | None, nach: Eintragung | None) -> list[str]:
        """Where a comment line goes: above the next node, unless it stands further in than that one."""
        grenze = nach.behaelter[-1][1] if nach else -1
        if nach and vor and nach.behaelter[-1][0] is vor.kind.knoten:
            return self.of(nach.kind).davor
        offen = [knoten for knoten, spalte in vor.behaelter if grenze < spalte <= kommentar.spalte] if vor else []
        if offen and not (nach and any(self.of(nach.kind).davor)):
            return self.fuss(offen[-1])
        return self.of(nach.kind).davor if nach else self.fuss(self._wurzel)


def find_kommentare(text: str, wurzel: Knoten) -> Iterator[Kommentar]:
    """All comments and empty lines outside of the values, in the order of the text."""
    bisher = 0
    for start, ende, is_prosa in [*_find_werte(wurzel), (len(text), len(text), False)]:
        yield from _find_in_luecke(text, bisher, start)
        if is_prosa:
            zeilenende = text.find("\n", start)
            match = re.search(r" #.*", text[start : zeilenende if zeilenende >= 0 else len(text)])
            if match:
                yield _kommentar(text, start + match.start() + 1, match[0], allein=False)
        bisher = ende


def _find_in_luecke(text: str, start: int, ende: int) -> Iterator[Kommentar]:
    stelle = start
    teile = text[start:ende].split("\n")
    for nr, teil in enumerate(teile):
        am_anfang = nr > 0 or stelle == 0
        match = _KOMMENTAR.search(teil)
        if match:
            allein = am_anfang and not teil[: match.start()].strip(" ")
            yield _kommentar(text, stelle + match.start(), match[0], allein=allein)
        elif am_anfang and nr < len(teile) - 1 and not teil.strip(" "):
            yield Kommentar(stelle, 0, "", allein=True)
        stelle += len(teil) + 1


def _kommentar(text: str, stelle: int, inhalt: str, *, allein: bool) -> Kommentar:
    spalte = stelle - text.rfind("\n", 0, stelle) - 1
    return Kommentar(stelle, spalte, inhalt.strip(" "), allein)


def _find_werte(knoten: Knoten) -> Iterator[tuple[int, int, bool]]:
    """Beginning and end of all scalars and keys, in the order of the text."""
    if not knoten.is_behaelter:
        yield knoten.start, knoten.ende, knoten.is_prosa
    for kind in knoten.kinder:
        if isinstance(kind.name, str):
            yield kind.start, kind.kopfende, False
        yield from _find_werte(kind.knoten)


def _open_klammern(text: str, knoten: Knoten) -> None:
    """Brackets with comments in them become blocks: only there each comment has a place."""
    for kind in knoten.kinder:
        inner = kind.knoten
        if inner.klammern and inner.kinder and has_kommentar(text, inner):
            inner.klammern = False
        if inner.is_block:
            _open_klammern(text, inner)


def _walk(knoten: Knoten, aussen: tuple[tuple[Knoten, int], ...]) -> Iterator[Eintragung]:
    if knoten.is_block:
        for kind in knoten.kinder:
            behaelter = (*aussen, (knoten, kind.spalte))
            yield Eintragung(kind, behaelter)
            yield from _walk(kind.knoten, behaelter)
