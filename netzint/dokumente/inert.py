"""Data in a template is text: whatever it contains, it can never become markup."""

from __future__ import annotations

import re
import string

# Entities, not backslashes: a backslash or a table's pipe written before them in the template cannot undo them.
_ENTITIES = {ord(char): f"&#{ord(char)};" for char in string.punctuation}
_SPACE = re.compile(r"[\s\x1c-\x1f\x85]*[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029][\s\x1c-\x1f\x85]*| {2,}")


class Markdown(str):
    """Text that is Markdown already, and meant to be; everything else is made inert when it is printed."""

    __slots__ = ()


def flatten(text: str) -> str:
    """One line: breaks and runs of spaces become one space, none at the ends."""
    return _SPACE.sub(" ", text).strip()


def make_inert(text: str) -> Markdown:
    """Markdown that shows ``text`` as one line of plain words."""
    line = flatten(text)
    if line.isascii() and line.isdigit():
        # "{{ nummer }}. Sitzung" at the start of a line must not begin a numbered list.
        return Markdown(f"&#{ord(line[0])};{line[1:]}")
    return Markdown(line.translate(_ENTITIES))
