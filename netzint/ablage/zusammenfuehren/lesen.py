"""From the text of a file to its tree. Put together again (``satz``) it is the same, or it is not taken."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from netzint.ablage.bearbeiten import baum as stellen
from netzint.ablage.zusammenfuehren.baum import (
    Block,
    Glied,
    Kind,
    Klammer,
    Prosa,
    Schlicht,
    UngewohntFehler,
    Zeile,
)

_PROSAKOPF = re.compile(r"( *\|[0-9+-]*)(.*)")


def read(text: str) -> Block:
    """The tree of a text whose lines end with LF, the last one too, and that the strict reader has accepted."""
    try:
        wurzel = stellen.read_baum(text)
    except stellen.UngewohntFehler:
        raise UngewohntFehler from None
    if not wurzel.is_block or wurzel.spalte:
        raise UngewohntFehler
    return _Lesen(text, wurzel).run()


class _Lesen:
    """Goes through the text once, from child to child."""

    def __init__(self, text: str, wurzel: stellen.Knoten) -> None:
        self._text = text
        self._wurzel = wurzel
        self._stelle = 0
        eigene = [kind for kind in _walk(wurzel) if not text[self._line_start(kind.start) : kind.start].strip(" ")]
        self._anfaenge = [(self._line_start(kind.start), kind.spalte) for kind in eigene]

    def run(self) -> Block:
        block = self._block(self._wurzel, 0, angehaengt=False)
        rest = self._take_zeilen(len(self._text), 0)
        return block._replace(fuss=(*block.fuss, *rest))

    def _block(self, knoten: stellen.Knoten, aussen: int, *, angehaengt: bool) -> Block:
        spalte = knoten.kinder[0].spalte
        kinder = []
        for nr, kind in enumerate(knoten.kinder):
            davor = () if angehaengt and not nr else self._take_zeilen(self._line_start(kind.start), spalte)
            kinder.append(self._kind(kind, davor))
        return Block(knoten.art, spalte - aussen, tuple(kinder), self._take_fuss(spalte), angehaengt)

    def _kind(self, kind: stellen.Kind, davor: tuple[Zeile, ...]) -> Kind:
        kopf = self._text[kind.start : kind.kopfende]
        inner = kind.knoten
        if inner.is_block:
            danach, angehaengt = self._open_block(kind)
            return Kind(kind.name, davor, kopf, self._block(inner, kind.spalte, angehaengt=angehaengt), danach)
        ende = self._line_end(kind.kopfende)
        if inner.art == "|" and (match := _PROSAKOPF.fullmatch(self._text, kind.kopfende, ende)):
            self._stelle = max(ende, inner.ende) + 1
            return Kind(kind.name, davor, kopf, self._prosa(kind, match[1], ende), match[2])
        ende = self._line_end(inner.ende)
        self._stelle = ende + 1
        return Kind(kind.name, davor, kopf, self._wert(inner, kind.kopfende), self._text[inner.ende : ende])

    def _open_block(self, kind: stellen.Kind) -> tuple[str, bool]:
        """What stands behind key or dash, and whether the first child begins there."""
        erstes = kind.knoten.kinder[0].start
        ende = self._line_end(kind.kopfende)
        if erstes < ende:
            if self._text[kind.kopfende : erstes].strip(" "):
                raise UngewohntFehler
            self._stelle = erstes
            return "", True
        self._stelle = ende + 1
        return self._text[kind.kopfende : ende], False

    def _prosa(self, kind: stellen.Kind, kopf: str, kopfende: int) -> Prosa:
        wert = kind.knoten.wert
        zeilen = tuple(wert.removesuffix("\n").split("\n")) if wert else ()
        roh = self._text[kopfende + 1 : kind.knoten.ende].split("\n") if zeilen else []
        tiefen = {len(raw) - len(line) for raw, line in zip(roh, zeilen, strict=False) if line.strip(" ")}
        if len(roh) != len(zeilen) or len(tiefen) > 1:
            raise UngewohntFehler
        stufe = (tiefen.pop() if tiefen else kind.spalte + 2) - kind.spalte
        return Prosa(kopf, stufe, zeilen, "\n" if wert.endswith("\n") else "")

    def _wert(self, knoten: stellen.Knoten, start: int) -> Schlicht | Klammer:
        """A value that stands on the line of its key; the blanks before it are its own."""
        text = self._text
        if not knoten.klammern:
            return Schlicht(text[start : knoten.ende], knoten.wert)
        if text[knoten.start] not in "[{":
            raise UngewohntFehler
        kinder: list[Glied] = []
        stelle, klammer = knoten.start + 1, knoten.ende - 1
        komma = ""
        for kind in knoten.kinder:
            kopf = text[kind.start : kind.kopfende] if isinstance(kind.name, str) else ""
            ende = self._find_komma(kind.knoten.ende, klammer)
            komma = "," if ende < klammer else ""
            nach = text[kind.knoten.ende : ende] if komma else ""
            kinder.append(Glied(kind.name, text[stelle : kind.start], kopf, self._wert_in(kind), nach))
            stelle = ende + 1 if komma else kind.knoten.ende
        auf, zu = text[start : knoten.start + 1], komma + text[stelle : knoten.ende]
        return Klammer(knoten.art, auf, tuple(kinder), zu)

    def _wert_in(self, kind: stellen.Kind) -> Schlicht | Klammer:
        return self._wert(kind.knoten, kind.kopfende if isinstance(kind.name, str) else kind.start)

    def _find_komma(self, start: int, ende: int) -> int:
        """The comma behind a child, or the bracket; a comment before it may hold commas of its own."""
        text = self._text
        while start < ende and text[start] != ",":
            start = self._line_end(start) if text[start] == "#" else start + 1
        return start

    def _take_fuss(self, spalte: int) -> tuple[Zeile, ...]:
        """The comments behind the last child of a list or mapping: they stand further in than what comes next."""
        nr = bisect_left(self._anfaenge, (self._stelle, -1))
        grenze, aussen = self._anfaenge[nr] if nr < len(self._anfaenge) else (len(self._text), -1)
        ende = stelle = self._stelle
        while stelle < grenze and aussen < spalte:
            weiter = self._line_end(stelle) + 1
            inhalt = self._text[stelle : weiter - 1].lstrip(" ")
            if inhalt and weiter - 1 - len(inhalt) - stelle < spalte:
                break
            stelle = weiter
            ende = weiter if inhalt else ende
        return self._take_zeilen(ende, spalte)

    def _take_zeilen(self, ende: int, spalte: int) -> tuple[Zeile, ...]:
        zeilen = self._text[self._stelle : ende].split("\n")[:-1]
        self._stelle = max(self._stelle, ende)
        return tuple(_make_zeile(line, spalte) for line in zeilen)

    def _line_start(self, stelle: int) -> int:
        return self._text.rfind("\n", 0, stelle) + 1

    def _line_end(self, stelle: int) -> int:
        return self._text.index("\n", stelle)


def _make_zeile(line: str, spalte: int) -> Zeile:
    inhalt = line.lstrip(" ")
    if not inhalt or len(line) - len(inhalt) < spalte:
        return Zeile(line, fest=True)
    return Zeile(line[spalte:])


def _walk(knoten: stellen.Knoten) -> Iterator[stellen.Kind]:
    """All children that have lines of their own, in the order of the text."""
    if knoten.is_block:
        for kind in knoten.kinder:
            yield kind
            yield from _walk(kind.knoten)
