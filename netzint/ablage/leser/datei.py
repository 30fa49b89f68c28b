"""The strict reader: one file's bytes to plain dicts, lists and texts, or to findings. Every scalar is text.

Most files are read once and have no findings, so ``parse`` first takes a short way that builds values only. Whatever
that way does not understand at once goes to ``genau``, which tells good from bad and says where.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from netzint.ablage.leser.dialekt import ANFANG, IN_KLAMMERN, WORTE, ZAHLARTIG
from netzint.ablage.leser.ereignisse import Ereignis, Holen, Klassen, Quelle, load_klassen
from netzint.ablage.leser.zeichen import MAX_BYTES, clean_bytes
from netzint.modell.befund import Befund

if TYPE_CHECKING:
    from netzint.ablage.leser.bau import Wert

_KLEIN = 20_000
"""A file of fewer bytes cannot hold too many nodes, so the short way need not count."""
_ZEICHEN = (b"\n", b"\r", b":", b",", b"[", b"{", b"-")
"""What stands between nodes; prose has few of them."""
_TIEFE = 16


class Gelesen(NamedTuple):
    """What is in a file. No ``wert`` means at least one Fehler; the caller fills in ``pfad``."""

    wert: dict[str, Wert] | None
    befunde: tuple[Befund, ...]


def parse(data: bytes, *, pur: bool = False) -> Gelesen:
    """Read one file; ``pur`` uses ruamel's Python parser even where the C part is there."""
    clean = clean_bytes(data) if _is_klein(data) else None
    if clean is not None:
        try:
            wert = _build(Quelle(clean, pur=pur).events())
        except Exception:  # noqa: BLE001 - whatever a parser throws, the exact way finds it again and explains it
            wert = None
        if wert is not None:
            return Gelesen(wert, ())
    from netzint.ablage.leser.genau import examine

    genau = examine(data, pur=pur)
    return Gelesen(genau.wert, genau.befunde)


def _is_klein(data: bytes) -> bool:
    """Whether it cannot hold too many nodes: each one needs a byte, and at least half of one of these marks."""
    if len(data) < _KLEIN:
        return True
    return len(data) <= MAX_BYTES and 2 * sum(map(data.count, _ZEICHEN)) < _KLEIN


def _build(get: Holen) -> dict[str, Wert] | None:
    """The value, or None for anything out of the ordinary. ``clean_bytes`` has seen no suspicious character before."""
    klassen = load_klassen()
    get()
    start = get()
    root: Ereignis = get() if start.__class__ is not klassen.stream_end else None
    if root.__class__ is not klassen.mapping_start or start.explicit:
        return None
    wert = _fill(get, klassen, flow=bool(root.flow_style))
    end: Ereignis = get() if wert is not None else None
    if end.__class__ is not klassen.document_end or end.explicit or get().__class__ is not klassen.stream_end:
        return None
    return wert


def _fill(get: Holen, klassen: Klassen, *, flow: bool) -> dict[str, Wert] | None:  # noqa: C901
    """One loop without calls or helpers: this is where the time of reading 10,000 files goes."""
    scalar, _, mapping_start, sequence_start, mapping_end, sequence_end, _, _ = klassen
    here: dict[str, Any] = {}
    append: Callable[[Any], None] | None = None  # of the open list; None in a mapping
    key: str | None = None
    stack: list[tuple[dict[str, Any], Callable[[Any], None] | None, bool]] = []
    while True:
        kind = (event := get()).__class__
        if kind is scalar:
            value = event.value
            if not event.style and (
                (value[:1] in ANFANG and (not value or value in WORTE or ZAHLARTIG(value)))
                or (flow and not IN_KLAMMERN(value))
            ):
                return None
            if append is not None:
                append(value)
            elif key is not None:
                here[key], key = value, None
            elif value in here:
                return None
            else:
                key = value
        elif kind is mapping_end or kind is sequence_end:
            if not stack:
                return here
            here, append, flow = stack.pop()
        elif (kind is mapping_start or kind is sequence_start) and len(stack) < _TIEFE - 1:
            inner: Any = {} if kind is mapping_start else []
            stack.append((here, append, flow))
            if append is not None:
                append(inner)
            elif key is None:
                return None
            else:
                here[key], key = inner, None
            here, append, flow = inner, getattr(inner, "append", None), event.flow_style
        else:
            return None
