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

ABGLEICH = ("geholt", "aufgesetzt", "angefragt", "versetzt", "hochgeladen")
"""What an Abgleich comes to besides: the state of the server is known, the own Vorgänge stand on top of it (beside the
work tree), the server would take them, the branch stands there, the server has them."""

handler: list[Callable[[str], object]] = []


def reach(name: str) -> None:
    """The write path has come to this instant."""
    for call in handler:
        call(name)
