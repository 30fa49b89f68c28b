"""An entry as the text of its file: own order of keys, flow style for the short and closed, block scalars for prose.

Written by hand and not by ruamel's emitter: that one adds a line end to prose that has none, and a document end to a
file that ends with blank lines. Here every value is read back as exactly what it was.
"""

from __future__ import annotations

import re
from datetime import date

from netzint.ablage.leser.bau import Wert
from netzint.ablage.leser.dialekt import IN_KLAMMERN, is_mehrdeutig
from netzint.modell.grund import Eintrag
from netzint.modell.klartext import Klartext, to_klartext

_ZAHLEN = re.compile(r"[0-9][0-9.:-]*").fullmatch
_ZEICHEN = re.compile(r"^[\s!&*?|>@`%{}\[\],#\"':-]|^[<=]{7}|: |:$| #|\n|\s$").search
"""What YAML (or git, looking for conflicts) would not take as plain text; in double quotes, never in single ones."""
BREITE = 100
"""Columns within which a list or block may stand on one line."""


class Roh(str):
    """A value out of brackets that keeps the spelling (quotes or none) that its file gave it."""

    __slots__ = ("schreibweise",)
    schreibweise: str

    @classmethod
    def of(cls, value: str, schreibweise: str) -> Roh:
        """The value with its spelling, which has to stand on one line."""
        roh = cls(value)
        roh.schreibweise = schreibweise
        return roh


def dump_eintrag(eintrag: Eintrag) -> bytes:
    """The whole file of a new entry."""
    return dump(to_klartext(eintrag))


def dump(value: dict[str, Klartext]) -> bytes:
    """Plain data as a file of our dialect: every value as its field wants it, every other reader agreeing."""
    lines = render_block(value, 0) if value else ["{}"]
    return "".join(f"{line}\n" for line in lines).encode()


def to_wert(value: Klartext) -> Wert:
    """What the strict reader gives for a value once it is written: every scalar as text."""
    if isinstance(value, dict):
        return {key: to_wert(item) for key, item in value.items()}
    if isinstance(value, list):
        return [to_wert(item) for item in value]
    return str(value) if isinstance(value, str) else spell(value)


def render_block(value: dict[str, Klartext] | list[Klartext], spalte: int) -> list[str]:
    """The lines of a block mapping or list that begins in a column (from 0)."""
    if isinstance(value, dict):
        return [line for key, item in value.items() for line in render_feld(key, item, spalte)]
    return [line for item in value for line in render_punkt(item, spalte)]


def render_feld(key: str, value: Klartext, spalte: int) -> list[str]:
    """The lines of ``key: value``."""
    head = f"{' ' * spalte}{quote_if_needed(key)}:"
    inline, body = render_value(value, spalte, len(head) + 1)
    return [f"{head} {inline}" if inline else head, *body]


def render_punkt(value: Klartext, spalte: int) -> list[str]:
    """The lines of ``- value``."""
    head = f"{' ' * spalte}-"
    inline, body = render_value(value, spalte, len(head) + 1)
    return [f"{head} {inline}", *body] if inline else join_strich(head, body)


def join_strich(head: str, body: list[str]) -> list[str]:
    """A block behind its dash: the first line moves up to it."""
    return [f"{head} {body[0].lstrip(' ')}", *body[1:]]


def render_value(
    value: Klartext, spalte: int, vorne: int, *, block: bool = False, stufe: int = 2
) -> tuple[str, list[str]]:
    """What stands on the line of a key or dash in this column, behind ``vorne`` used columns, and the lines below.

    ``block`` forbids brackets at the top; ``stufe`` is how far prose is indented.
    """
    if isinstance(value, dict | list):
        if not value or (not block and _fits(value, vorne)):
            return render_flat(value), []
        return "", render_block(value, spalte + 2)
    if isinstance(value, str) and not isinstance(value, Roh) and is_prosa(value):
        return _render_prosa(value, spalte + stufe, stufe)
    return spell(value), []


def _render_prosa(value: str, spalte: int, stufe: int) -> tuple[str, list[str]]:
    head = "|" + (str(stufe) if value.lstrip("\n").startswith(" ") else "") + ("" if value.endswith("\n") else "-")
    return head, [f"{' ' * spalte}{line}" if line else "" for line in value.removesuffix("\n").split("\n")]


def is_prosa(value: str) -> bool:
    """Whether a text goes into a block scalar: several lines, none of which an editor could lose at its end."""
    if "\n" not in value or not value.strip("\n") or value.endswith("\n\n"):
        return False
    return all(line.strip(" ") for line in value.split("\n") if line)


def spell(value: Klartext) -> str:
    """A scalar on one line, outside of brackets."""
    if isinstance(value, Roh):
        return value.schreibweise
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return quote_if_needed(value) if isinstance(value, str) else str(value)


def render_flat(value: Klartext) -> str:
    """A value on one line, inside of brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_spell_flat(key)}: {render_flat(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(render_flat(item) for item in value) + "]"
    return _spell_flat(value)


def _spell_flat(value: str | int | date) -> str:
    if isinstance(value, str) and not isinstance(value, Roh) and not IN_KLAMMERN(value):
        return quote(value)
    return spell(value)


def quote_if_needed(value: str) -> str:
    """A text plain if every reader takes it for this very text, otherwise in double quotes."""
    return quote(value) if needs_quotes(value) or _ZAHLEN(value) else value


def needs_quotes(value: str) -> bool:
    """Whether YAML does not allow the text unquoted, or some reader takes it for something else than it is."""
    return not value or is_mehrdeutig(value) or _ZEICHEN(value) is not None


def quote(value: str) -> str:
    """A text in double quotes, on one line."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def has_prosa(value: Klartext) -> bool:
    """Whether something in the value can stand in a block scalar only, so never in brackets."""
    if isinstance(value, dict | list):
        return any(has_prosa(item) for item in (value.values() if isinstance(value, dict) else value))
    return isinstance(value, str) and not isinstance(value, Roh) and is_prosa(value)


def _fits(value: dict[str, Klartext] | list[Klartext], vorne: int) -> bool:
    """Whether it may stand in brackets: closed values only, on one line; a list of blocks keeps a line for each."""
    if isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        return False
    return _is_closed(value, 2) and vorne + len(render_flat(value)) <= BREITE


def _is_closed(value: Klartext, depth: int) -> bool:
    if isinstance(value, dict | list):
        items = [*value, *value.values()] if isinstance(value, dict) else value
        return depth > 0 and all(_is_closed(item, depth - 1) for item in items)
    if isinstance(value, Roh):
        return True  # it comes out of brackets
    return not isinstance(value, str) or (IN_KLAMMERN(value) is not None and quote_if_needed(value) == value)
