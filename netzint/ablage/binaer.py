"""Files that are no text, told as git tells them."""

from __future__ import annotations

_ANFANG = 8000
"""So many bytes git looks at (``buffer_is_binary``)."""


def is_binaer(data: bytes) -> bool:
    """Whether git, too, would take it for something else than text: its line ends are none."""
    return b"\0" in data[:_ANFANG]
