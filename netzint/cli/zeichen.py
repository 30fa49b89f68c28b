"""What may reach a screen: dangerous characters become visible, and everything knows how wide it is."""

from __future__ import annotations

import unicodedata


def is_harmlos(zeichen: str) -> bool:
    """Whether one character may be shown as it is: it prints something, or it is a space of some width."""
    return zeichen.isprintable() or unicodedata.category(zeichen) == "Zs"


def escape(text: str) -> str:
    """Data as it may be shown within one line: control, format, bidi and private characters become ``⟨U+202E⟩``.

    Line breaks and tabs are control characters too: data can never start a line of its own.
    """
    if text.isprintable():
        return text
    return "".join(z if is_harmlos(z) else f"⟨U+{ord(z):04X}⟩" for z in text)


def escape_zeile(zeile: str) -> str:
    """A finished line that no CI runner takes for a command (``::`` at its start, ``##[`` anywhere)."""
    if "##[" in zeile:
        zeile = zeile.replace("##[", "#⟨U+0023⟩[")
    if zeile.lstrip().startswith("::"):
        zeile = zeile.replace("::", "⟨U+003A⟩:", 1)
    return zeile


def width(text: str) -> int:
    """Columns that ``text`` takes on a terminal: combining marks none, East Asian wide characters two."""
    if text.isascii():
        return len(text)
    return sum(width_of(zeichen) for zeichen in text)


def width_of(zeichen: str) -> int:
    """Columns of one character that was escaped before."""
    if unicodedata.category(zeichen) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(zeichen) in {"W", "F"} else 1
