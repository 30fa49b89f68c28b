"""Named instants of the write path. Nothing happens here; the tests put a crash or an editor in its place."""

from __future__ import annotations

from collections.abc import Callable

PUNKTE = (
    "gesperrt",
    "geprueft",
    "objekte",
    "commit",
    "haken",
    "journal",
    "verwiesen",
    "vor_ersetzen",
    "getauscht",
    "ersetzt",
    "arbeitsbaum",
    "index_gesperrt",
    "index_fertig",
    "index_getauscht",
    "index",
    "fertig",
)

handler: list[Callable[[str], object]] = []


def reach(name: str) -> None:
    """The write path has come to this instant."""
    for call in handler:
        call(name)
