"""The exact reader: slower than the one in ``leser``, but it finds everything and knows where."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from netzint.ablage.leser.bau import Bau, UneinigFehler, Wert
from netzint.ablage.leser.befund import Position, befund
from netzint.ablage.leser.ereignisse import Quelle
from netzint.ablage.leser.marken import find_marken
from netzint.ablage.leser.syntax import ANWEISUNG, explain_error
from netzint.ablage.leser.zeichen import check_zeichen, decode
from netzint.modell.befund import Befund, Feldpfad, Schwere, sort_befunde

# Beside YAML's own errors the Python parser fails in these ways on broken input.
_ABSTURZ = (ValueError, OverflowError, IndexError, AttributeError, AssertionError, TypeError, KeyError)
_HARMLOS = frozenset(("L103", "L113", "L117"))
"""With these characters alone the structure can still be read, so that its findings come in the same run."""


_GRENZEN = frozenset(("L303", "L304"))
"""Beyond these nothing was read, so there is nothing to ask the slower parser."""


class Positionen(NamedTuple):
    """Where the values and the keys of one file stand, by their paths."""

    werte: dict[Feldpfad, Position]
    schluessel: dict[Feldpfad, Position]


class Genau(NamedTuple):
    """All that can be known about one file."""

    wert: dict[str, Wert] | None
    befunde: tuple[Befund, ...]
    positionen: Positionen


def examine(data: bytes, *, pur: bool = False) -> Genau:
    """Read one file exactly; ``pur`` uses ruamel's Python parser even where the C part is there."""
    text, found = decode(data)
    if text is None:
        return _nothing(found)
    found += check_zeichen(text)
    if "\ufeff" in text or any(b.code not in _HARMLOS for b in found):
        return _nothing(found)
    if not text.strip():
        return _nothing([*found, befund("L104", Position(1, 1), "Die Datei ist leer")])
    bau, structure = _read(text, pur=pur)
    found += structure
    broken = _is_broken(found)
    positionen = Positionen(bau.werte, bau.schluessel) if bau else Positionen({}, {})
    return Genau(bau.wert if bau and not broken else None, sort_befunde(found), positionen)


def _read(text: str, *, pur: bool) -> tuple[Bau | None, list[Befund]]:
    """Structure and findings. Whatever is wrong, the Python parser says it, so that place and words never differ."""
    directive = _find_directive(text)
    if directive:
        return None, [directive]
    quelle = Quelle(text, pur=pur)
    bau = Bau(text, quelle)
    found: list[Befund] = []
    error = _run(lambda: found.extend(find_marken(Quelle(text, pur=pur))))
    error = _run(bau.run) or error
    found += bau.befunde
    if error and not isinstance(error, UneinigFehler) and not any(b.code == "L205" for b in found):
        found.append(explain_error(error, quelle))
    if quelle.pur or not (error or _is_broken(found)) or any(b.code in _GRENZEN for b in found):
        return bau, found
    other, other_found = _read(text, pur=True)
    if isinstance(error, UneinigFehler) or _is_broken(other_found):
        return other, other_found
    return bau, found  # never take what libyaml has refused


def _is_broken(found: list[Befund]) -> bool:
    return any(b.schwere is Schwere.FEHLER for b in found)


def _run(step: Callable[[], None]) -> Exception | None:
    """The exception of a parser, if the step ends with one."""
    from ruamel.yaml.error import YAMLError

    try:
        step()
    except (YAMLError, UneinigFehler, *_ABSTURZ) as error:
        return error
    return None


def _find_directive(text: str) -> Befund | None:
    """A line with „%“ before the first entry; the parsers would change their ways after it."""
    for zeile, line in enumerate(text.split("\n"), start=1):
        if line.startswith("%"):
            return befund("L205", Position(zeile, 1), ANWEISUNG)
        if line.strip() and not line.lstrip().startswith("#"):
            return None
    return None


def _nothing(found: list[Befund]) -> Genau:
    return Genau(None, sort_befunde(found), Positionen({}, {}))


def find_positionen(data: bytes) -> Positionen:
    """The positions of all values and keys, as far as the file can be read."""
    return examine(data).positionen


def find_position(positionen: Positionen, feld: Feldpfad, *, am_schluessel: bool = False) -> Position:
    """The place of a value, of its nearest ancestor if it does not exist, or of its key (for an unknown key)."""
    if am_schluessel and feld in positionen.schluessel:
        return positionen.schluessel[feld]
    for length in range(len(feld), -1, -1):
        found = positionen.werte.get(feld[:length])
        if found:
            return found
    return Position(1, 1)
