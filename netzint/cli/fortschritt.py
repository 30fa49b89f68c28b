"""A line on the terminal that says how far something long has come, and disappears when it is done."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from itertools import pairwise
from time import monotonic
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

AB = 0.7
"""Seconds after which waiting is worth a word."""
ABSTAND = 0.1
"""Seconds between two words."""
_LEER = "\r\x1b[K"


class Zeile:
    """The line. Below it nothing is said, so it is taken away before anything else is."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._naechstes = monotonic() + AB
        self._steht = False

    def __call__(self, was: str, fertig: int, zahl: int) -> None:
        """Show how far it is; 0 of 0 takes the line away."""
        if not zahl:
            if self._steht:
                self._write("")
            return
        now = monotonic()
        if now >= self._naechstes:
            self._naechstes = now + ABSTAND
            self._write(f"{was}: {fertig} von {zahl} ({100 * fertig // zahl} %)")

    def _write(self, text: str) -> None:
        self._stream.write(f"{_LEER}{text}")
        self._stream.flush()
        self._steht = bool(text)


def show_fortschritt(args: Sequence[str]) -> AbstractContextManager[None]:
    """Show it for the time of a command, where somebody looks at a terminal and did not ask for data."""
    if os.environ.get("TERM") == "dumb" or is_fuer_maschinen(args):
        return nullcontext()
    from netzint.ablage.fortschritt import listen

    return listen(Zeile(sys.stderr))


def is_fuer_maschinen(args: Sequence[str]) -> bool:
    """Whether the answer is to be in a form for machines."""
    forms = [after for word, after in pairwise(args) if word == "--format"]
    forms += [word.partition("=")[2] for word in args if word.startswith("--format=")]
    return any(form.lower() != "text" for form in forms)
