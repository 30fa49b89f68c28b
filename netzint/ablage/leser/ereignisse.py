"""The two sources of YAML events: libyaml through ruamel's C parser, and ruamel's own parser in Python."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

Ereignis = Any
"""An event or token of ruamel.yaml; both sources use the same classes."""

Holen = Callable[[], Ereignis]


class Klassen(NamedTuple):
    """The classes that the readers tell apart, imported late."""

    scalar: Any
    alias: Any
    mapping_start: Any
    sequence_start: Any
    mapping_end: Any
    sequence_end: Any
    document_end: Any
    stream_end: Any


@cache
def load_klassen() -> Klassen:
    """The event classes of ruamel.yaml."""
    from ruamel.yaml import events

    return Klassen(
        events.ScalarEvent,
        events.AliasEvent,
        events.MappingStartEvent,
        events.SequenceStartEvent,
        events.MappingEndEvent,
        events.SequenceEndEvent,
        events.DocumentEndEvent,
        events.StreamEndEvent,
    )


@cache
def load_c_parser() -> Callable[[str | bytes], Any] | None:
    """libyaml's parser, or None where ruamel.yaml.clib is not installed."""
    try:
        from _ruamel_yaml import CParser  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return None
    found: Callable[[str | bytes], Any] = CParser
    return found


class Quelle:
    """One text as a stream, in C or in Python."""

    def __init__(self, text: str, *, pur: bool) -> None:
        c_parser = None if pur else load_c_parser()
        self.pur = c_parser is None
        self._text = text
        self._c: Any = c_parser(text) if c_parser else None
        self._yaml: Any = None if c_parser else _open_pure(text)

    def events(self) -> Holen:
        """The next event at each call."""
        if self._c is not None:
            get: Holen = self._c.get_event
        else:
            get = self._yaml.parser.get_event
        return get

    def tokens(self) -> Holen:
        """The next token at each call, None at the end."""
        if self._c is not None:
            get: Holen = self._c.get_token
            return get
        scanner = self._yaml.scanner
        return lambda: scanner.get_token() if scanner.check_token() else None

    def place(self) -> tuple[int, int]:
        """Line and column from 0 that the Python parser has reached: the place of an error that names none."""
        if self._yaml is None:
            return 0, 0
        return self._yaml.reader.line, self._yaml.reader.column

    def begins_with(self, start: str, zeile: int) -> bool:
        """Whether a line (from 0) begins so; the Python parser breaks down in some of its lines."""
        return any(line.startswith(start) for line in self._text.split("\n")[zeile : zeile + 1])


def _open_pure(text: str | bytes) -> Any:
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 1)  # libyaml 0.1 reads YAML 1.1, so the other source has to
    yaml.get_constructor_parser(text)
    return yaml
