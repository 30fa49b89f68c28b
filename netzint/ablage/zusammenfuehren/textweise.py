"""git's own merge, line by line, for what cannot be read strictly; no side is ever lost."""

from __future__ import annotations

from pathlib import Path

from netzint.ablage.gitaufruf import execute
from netzint.ablage.zusammenfuehren.ergebnis import Konflikt, Zusammengefuehrt
from netzint.ablage.zusammenfuehren.satz import MARKEN

_HOECHSTENS = 127
"""``git merge-file`` says how many conflicts there are; beyond this it failed."""


def merge_text(basis: bytes | None, unser: bytes, ihr: bytes) -> Zusammengefuehrt:
    """What git makes of it, with marks where it does not know."""
    import tempfile

    labels = [word for marke in (MARKEN[0], MARKEN[1], MARKEN[3]) for word in ("-L", marke.partition(" ")[2])]
    with tempfile.TemporaryDirectory(prefix="netzint-") as folder:
        places = [Path(folder, name) for name in ("unser", "basis", "ihr")]
        for place, data in zip(places, (unser, basis or b"", ihr), strict=True):
            place.write_bytes(data)
        code, output = execute(Path(folder), ("merge-file", "-p", "--diff3", *labels, *map(str, places)), None)
    if code == 0:
        return Zusammengefuehrt(output)
    konflikt = Konflikt((), *map(_decode, (basis, unser, ihr)))
    return Zusammengefuehrt(output if 0 < code <= _HOECHSTENS else unser, (konflikt,))


def mark_all(basis: bytes | None, unser: bytes, ihr: bytes) -> Zusammengefuehrt:
    """The file as a whole left open: both sides of it, between marks."""
    parts = []
    for marke, data in zip(MARKEN[:3], (unser, basis or b"", ihr), strict=True):
        parts += [f"{marke}\n".encode(), data, b"" if data.endswith(b"\n") or not data else b"\n"]
    konflikt = Konflikt((), *map(_decode, (basis, unser, ihr)))
    return Zusammengefuehrt(b"".join(parts) + f"{MARKEN[3]}\n".encode(), (konflikt,))


def _decode(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8", "replace")
