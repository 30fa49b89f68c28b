"""Text on its way into formats where a line break or a control character is a command: headers, calendars."""

from __future__ import annotations

import unicodedata

_STEUERND = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def eine_zeile(text: str) -> str:
    """One line without anything invisible: each run of blanks, control and format characters is one space."""
    return " ".join("".join(" " if unicodedata.category(c) in _STEUERND else c for c in text).split())


def mehrere_zeilen(text: str) -> str:
    """Lines that end with ``\\n`` alone; what else is invisible is gone."""
    return "\n".join(eine_zeile(line) for line in text.splitlines())
